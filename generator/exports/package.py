"""The files below /data/: each table as JSON Lines and as CSV, and a description of them for machines.

Sources: Frictionless Data Package and Tabular Data Resource, version 1; RFC 4180, but with a line feed as line end,
as the description's dialect says. JSON Lines hold the values as they are. What CSV cannot hold is changed as little
as possible: lists are parted by `|` (one inside an item becomes `¦`), nested rows are their ids, and a text that a
spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from csv import writer as csv_writer
from typing import TYPE_CHECKING

import msgspec
from msgspec import inspect

from generator import markup
from generator.absolute import absolute
from generator.addresses import HOME, FilePath
from generator.corpus import Corpus
from generator.exports import columns, rows, tables
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model import Site

FOLDER = "data"
LIST_SEPARATOR = "|"
_SEPARATOR_IN_ITEM = "¦"


class Table(msgspec.Struct, frozen=True):
    """A table: the name of its files, the type of its rows, how they are made, and where its columns point."""

    name: str
    row: type[msgspec.Struct]
    rows: Callable[[Corpus], Iterator[msgspec.Struct]]
    key: str | None = None
    points: dict[str, str] = {}


TABLES = (
    Table("articles", rows.ArticleRow, tables.articles, key="id", points={"outlet": "records"}),
    Table("event_dates", rows.EventDateRow, tables.event_dates, points={"article": "articles"}),
    Table("figures", rows.FigureRow, tables.figures, points={"article": "articles", "speaker": "records"}),
    Table("mentions", rows.MentionRow, tables.mentions, points={"article": "articles", "record": "records"}),
    Table("quotations", rows.QuotationRow, tables.quotations, points={"article": "articles", "speaker": "records"}),
    Table("records", rows.RecordRow, tables.records, key="id"),
    Table("stories", rows.StoryRow, tables.stories, points={"article": "articles", "of": "articles"}),
)


def files(corpus: Corpus) -> Iterator[tuple[FilePath, bytes]]:
    """Give the path and content of every file below /data/."""
    resources: list[dict[str, object]] = []
    encoder = msgspec.json.Encoder()
    for table in TABLES:
        made = list(table.rows(corpus))
        for suffix, content in (("csv", csv(table.row, made)), ("jsonl", encoder.encode_lines(made))):
            if content:  # JSON Lines without a line have no columns to describe, and readers take them for broken
                resources.append(_resource(table, suffix, content))
            yield FilePath(f"{FOLDER}/{table.name}.{suffix}"), content
    description = msgspec.json.encode(_package(corpus.site, resources))
    yield FilePath(f"{FOLDER}/datapackage.json"), msgspec.json.format(description, indent=2) + b"\n"


def csv(shape: type[msgspec.Struct], made: Iterable[msgspec.Struct]) -> bytes:
    """Give rows of one shape as a CSV table with a header."""
    lines = _Lines()
    writer = csv_writer(lines, lineterminator=_Lines.END)
    writer.writerow(shape.__struct_fields__)
    writer.writerows([_cell(value) for value in msgspec.structs.astuple(row)] for row in made)
    return "\n".join([*lines, ""]).encode()


class _Lines(list[str]):
    """Lines as a writer of CSV gives them, without their end, by which it knows what must stand in quotes."""

    END = "\r\n"

    def write(self, line: str) -> None:
        """Take a line."""
        self.append(line.removesuffix(self.END))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return markup.csv_cell(value)
    if isinstance(value, tuple):
        return markup.csv_cell(LIST_SEPARATOR.join(_item(item) for item in value))
    if isinstance(value, dict):
        return markup.csv_cell(LIST_SEPARATOR.join(_item(f"{name}:{item}") for name, item in value.items()))
    return msgspec.json.encode(value).decode()


def _item(item: object) -> str:
    text = str(getattr(item, "id", item))
    return text.replace(LIST_SEPARATOR, _SEPARATOR_IN_ITEM)


def _package(site: Site, resources: list[dict[str, object]]) -> dict[str, object]:
    home = absolute(site, HOME)
    return {
        "profile": "data-package",
        "name": slug(site.name),
        "title": site.name,
        "description": columns.PACKAGE,
        **({"homepage": home} if home else {}),
        "resources": resources,
    }


def _resource(table: Table, suffix: str, content: bytes) -> dict[str, object]:
    tabular = suffix == "csv"
    return {
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "name": table.name if tabular else f"{table.name}-{suffix}",
        "path": f"{table.name}.{suffix}",
        "description": (table.row.__doc__ or "").partition("\n")[0],
        "format": suffix,
        "mediatype": "text/csv" if tabular else "application/jsonl",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        **(
            {"dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True}}
            if tabular
            else {}
        ),
        "schema": _schema(table, tabular=tabular),
    }


def _schema(table: Table, *, tabular: bool) -> dict[str, object]:
    shape = inspect.type_info(table.row)
    assert isinstance(shape, inspect.StructType)
    suffix = "" if tabular else "-jsonl"
    return {
        "fields": [_field(table.name, field, tabular=tabular) for field in shape.fields],
        **({"primaryKey": table.key} if table.key else {}),
        "foreignKeys": [
            {"fields": field, "reference": {"resource": f"{target}{suffix}", "fields": "id"}}
            for field, target in table.points.items()
        ],
    }


def _field(table: str, field: inspect.Field, *, tabular: bool) -> dict[str, object]:
    return {
        "name": field.name,
        **_type(field.type, tabular=tabular),
        "description": columns.of(table, field.name),
    }


def _type(shape: inspect.Type, *, tabular: bool) -> dict[str, object]:
    match shape:
        case inspect.UnionType():
            return _type(next(kind for kind in shape.types if not isinstance(kind, inspect.NoneType)), tabular=tabular)
        case inspect.LiteralType():
            return {"type": "string", "constraints": {"enum": list(shape.values)}}
        case inspect.IntType():
            return {"type": "integer"}
        case inspect.FloatType():
            return {"type": "number"}
        case inspect.VarTupleType():
            return {"type": "string" if tabular else "array"}
        case inspect.DictType():
            return {"type": "string" if tabular else "object"}
        case _:
            return {"type": "string"}
