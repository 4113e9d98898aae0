"""What the command `new` does: begin an article as a file with the keys that one usually needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.formats.articles import is_date, read_article
from generator.formats.folder import ARTICLES, PROPOSED, SCHEMAS
from generator.formats.meanings import MEANINGS
from generator.formats.record_blocks import proposed_text
from generator.formats.yaml_lines import member_lines
from generator.ingest.ids import first_words, folder_of
from generator.ingest.naming import Names
from generator.model import FrontMatter, Record, Source
from generator.problems import BuildError
from generator.reading.content import read_content
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_KEYS = ("published", "date_status", "date_evidence", "source", "genre", "rights", "language", "entities", "topics")
_SOURCE_KEYS = ("headline", "outlet", "url", "authors", "dateline", "standfirst", "retrieved")
"""Keys that a new article has, filled in or not."""


class NewReport(msgspec.Struct, frozen=True):
    """The new article's id and file below the content folder, and the id of the outlet's record if it was proposed."""

    id: str
    path: str
    proposed: str | None = None


def begin(content: Path, front: FrontMatter) -> NewReport:
    """Write the file of a new article, to be filled in; an outlet may be told by name, and gets a record.

    Raises ContentError for a value that no article may have, BuildError for a date that is none, or where there is an
    article of that id.
    """
    if front.published and not is_date(front.published):
        raise BuildError(f"'{front.published}' is not a date (write 2020-12-31, 2020-12 or 2020)")
    words = first_words(front.title)
    key = f"{front.published}-{words}" if front.published else words
    there = read_content(content)
    names = Names(there.records.values())
    outlet = names.key(front.source.outlet, "outlet") if front.source.outlet else None
    front = msgspec.structs.replace(front, id=key, source=msgspec.structs.replace(front.source, outlet=outlet))
    place = f"{ARTICLES}/{folder_of(front)}/{key}.md"
    taken = sorted((content / ARTICLES).rglob(f"{key}.md"))
    text = _text(front, f"../../{SCHEMAS}/article.json" if (content / SCHEMAS).is_dir() else None)
    read_article(text.encode(), place)
    if taken:
        raise BuildError(f"{taken[0]} is there already (give another title, or a day with --published)")
    if names.proposed:
        _propose(content / PROPOSED, names.proposed.values())
    (content / place).parent.mkdir(parents=True, exist_ok=True)
    replace_file(content / place, text.encode())
    return NewReport(key, place, outlet if names.proposed else None)


def _propose(path: Path, records: Iterable[Record]) -> None:
    before = path.read_text("utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, proposed_text(before, [(record, ()) for record in records]).encode())


def _text(front: FrontMatter, schema: str | None) -> str:
    """Give the file: keys with their values, and where there is none what belongs there, as a comment."""
    named = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines = [*_lines(front, ("id", "title", *_KEYS)), *member_lines("review", front.review)]
    return "\n".join(["---", *named, *lines, "---", "", ""])


def _lines(record: FrontMatter | Source, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = getattr(record, key)
        if isinstance(value, Source):
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value, _SOURCE_KEYS))
        else:
            yield from member_lines(key, value) if value else (f"{key}:   # {MEANINGS[type(record)][key]}",)
