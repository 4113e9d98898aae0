"""The files below /data/: each table as JSON Lines and as CSV, and a description of them for machines.

Sources: Frictionless Data Package and Tabular Data Resource, version 1; RFC 4180, but with a line feed as line end,
as the description's dialect says. JSON Lines hold the values as they are. What CSV cannot hold is changed as little
as possible: lists are parted by `|` (one inside an item becomes `¦`), nested rows are their ids, and a text that a
spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from csv import writer as csv_writer
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from generator import markup
from generator.absolute import absolute
from generator.addresses import HOME, FilePath
from generator.corpus import Corpus
from generator.exports import columns, rows, tables
from generator.making.splicing import Spliced, Sum, Summed, at_once, sum_of
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import Site

FOLDER = "data"
LIST_SEPARATOR = "|"
_SUFFIXES = ("csv", "jsonl")
_SEPARATOR_IN_ITEM = "¦"


class Table(msgspec.Struct, frozen=True):
    """A table: the name of its files, the type of its rows, what makes those of a key, and where its columns point."""

    name: str
    row: type[msgspec.Struct]
    rows: Callable[[Any, Corpus], Iterator[msgspec.Struct]]
    key: str | None = None
    points: dict[str, str] = {}


OF_ARTICLES = (
    Table("articles", rows.ArticleRow, tables.articles, key="id", points={"outlet": "records"}),
    Table("event_dates", rows.EventDateRow, tables.event_dates, points={"article": "articles"}),
    Table("figures", rows.FigureRow, tables.figures, points={"article": "articles", "speaker": "records"}),
    Table("mentions", rows.MentionRow, tables.mentions, points={"article": "articles", "record": "records"}),
    Table("quotations", rows.QuotationRow, tables.quotations, points={"article": "articles", "speaker": "records"}),
)
OF_RECORDS = (Table("records", rows.RecordRow, tables.records, key="id"),)
OF_STORIES = (Table("stories", rows.StoryRow, tables.stories, points={"article": "articles", "of": "articles"}),)
TABLES = (*OF_ARTICLES, *OF_RECORDS, *OF_STORIES)
_DESCRIPTION = FilePath(f"{FOLDER}/datapackage.json")
_ENCODER = msgspec.json.Encoder()


def pieces(corpus: Corpus) -> Iterator[Spliced | Summed]:
    """Give what makes the files below /data/: the rows of each article, record and story, sorted by their keys."""
    for tables_of, table in (
        (OF_ARTICLES, corpus.articles),
        (OF_RECORDS, corpus.records),
        (OF_STORIES, corpus.stories),
    ):
        paths = tuple(_path(one, suffix) for one in tables_of for suffix in _SUFFIXES)
        heads = tuple(head for one in tables_of for head in (csv(one.row, ()), b""))
        yield Spliced(paths, heads, [(key, partial(_rows, tables_of, key, corpus)) for key in sorted(table)])
    yield Summed(_DESCRIPTION, partial(_described, corpus.site))


def files(corpus: Corpus) -> Iterator[tuple[FilePath, bytes]]:
    """Give the path and content of every file below /data/, all made now."""
    sums: dict[str, Sum] = {}
    for one in pieces(corpus):
        if isinstance(one, Spliced):
            for path, content in at_once(one):
                sums[path] = sum_of(content)
                yield FilePath(path), content
        else:
            yield FilePath(one.path), one.make(sums)


def _path(table: Table, suffix: str) -> FilePath:
    return FilePath(f"{FOLDER}/{table.name}.{suffix}")


def _rows(tables_of: Iterable[Table], key: str, corpus: Corpus) -> tuple[bytes, ...]:
    """Give the rows of a key in each of some tables, as CSV without a header and as JSON Lines."""
    made = [(table.row, list(table.rows(key, corpus))) for table in tables_of]
    return tuple(part for row, found in made for part in (csv(row, found, headed=False), _ENCODER.encode_lines(found)))


def _described(site: Site, sums: Mapping[str, Sum]) -> bytes:
    """Describe all tables but JSON Lines without a line, which have no columns and are taken for broken by readers."""
    resources = [
        _resource(table, suffix, told)
        for table in TABLES
        for suffix in _SUFFIXES
        if (told := sums[_path(table, suffix)]).size
    ]
    return msgspec.json.format(msgspec.json.encode(_package(site, resources)), indent=2) + b"\n"


def csv(shape: type[msgspec.Struct], made: Iterable[msgspec.Struct], *, headed: bool = True) -> bytes:
    """Give rows of one shape as a CSV table, with a header or without."""
    lines = _Lines()
    writer = csv_writer(lines, lineterminator=_Lines.END)
    if headed:
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


def _resource(table: Table, suffix: str, told: Sum) -> dict[str, object]:
    tabular = suffix == "csv"
    return {
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "name": table.name if tabular else f"{table.name}-{suffix}",
        "path": f"{table.name}.{suffix}",
        "description": (table.row.__doc__ or "").partition("\n")[0],
        "format": suffix,
        "mediatype": "text/csv" if tabular else "application/jsonl",
        "encoding": "utf-8",
        "bytes": told.size,
        "hash": f"sha256:{told.sha256}",
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
