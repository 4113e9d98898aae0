"""Writing: an article as the text of its file, front matter in its order and without what is empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.markup import yaml_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Exclusions, FrontMatter, Record, Source

_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\Z")
_LONGEST_IN_BRACKETS = 60
"""Characters of a list's longest item that may stand in brackets on one line."""


def article_text(front: FrontMatter, body: str) -> str:
    """Give the text of an article's file: front matter, a blank line, the body in CommonMark."""
    lines = ["---", *_front_lines(front), "---"]
    return "\n".join(lines) + (f"\n\n{body}" if body else "\n")


def records_text(records: Iterable[Record]) -> str:
    """Give authority records as items of a YAML list, as `content/authorities` holds them."""
    return "".join(f"\n{_record_text(record)}" for record in records)


def _front_lines(front: FrontMatter) -> Iterator[str]:
    yield from _lines(
        [
            ("id", front.id),
            ("title", front.title),
            ("published", front.published),
            ("date_status", front.date_status),
            ("date_evidence", front.date_evidence),
        ],
    )
    source = list(_source_lines(front.source))
    if source:
        yield "source:"
        yield from source
    yield from _lines([("genre", front.genre), ("rights", front.rights), ("language", front.language)])
    yield from _lines([("entities", front.entities), ("countries", front.countries), ("topics", front.topics)])
    yield from _exclude_lines(front.exclude)
    members = [("state", front.review.state), ("by", front.review.by), ("on", front.review.on)]
    yield f"review: {{{', '.join(f'{key}: {_scalar(value)}' for key, value in members if value)}}}"


def _source_lines(source: Source) -> Iterator[str]:
    yield from _lines([(field, getattr(source, field)) for field in source.__struct_fields__], indent="  ")


def _exclude_lines(exclude: Exclusions) -> Iterator[str]:
    members = list(_lines([(field, getattr(exclude, field)) for field in exclude.__struct_fields__], indent="  "))
    if members:
        yield "exclude:"
        yield from members


def _lines(members: Iterable[tuple[str, str | int | Sequence[str] | None]], indent: str = "") -> Iterator[str]:
    for key, value in members:
        if value is None or value in ("", ()):
            continue
        if isinstance(value, str | int):
            yield f"{indent}{key}: {_scalar(value)}"
        elif max(map(len, value)) <= _LONGEST_IN_BRACKETS:
            yield f"{indent}{key}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_scalar(item)}" for item in value)


def _scalar(value: str | int) -> str:
    return value if isinstance(value, str) and _DATE.match(value) else yaml_scalar(value)


def _record_text(record: Record) -> str:
    members = _lines(
        [
            ("id", record.id),
            ("kind", record.kind),
            ("label", record.label),
            ("aliases", record.aliases),
            ("description", record.description),
            ("country", record.country),
        ],
        indent="  ",
    )
    written = "\n".join([*members, f"  review: {{state: {record.review.state}}}"])
    return f"- {written[2:]}\n"
