"""The files that deciding changes: how they stand, and how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.authority import replay, with_countries
from generator.countries import all_countries
from generator.editing.deciding import Desk
from generator.formats.folder import ACCEPTED, DECISIONS, PROPOSED
from generator.reading.content import Content, read_content
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_RECORDS_FIRST = (ACCEPTED, DECISIONS, PROPOSED)
"""A record stands in the file it moves to before what points at it is written, and before it leaves the other."""


def desk(content: Path, there: Content | None = None) -> Desk:
    """Give what an editor decides about; `there` is what was read of the content folder, if it was."""
    there = there or read_content(content)
    settled, _ = replay(with_countries(there.records, all_countries()), there.decisions)
    decisions = tuple(decision for _, _, decision in there.decisions)
    return Desk(there.articles, there.records, settled, decisions, texts(content))


def texts(content: Path) -> dict[str, str]:
    """Give the files that every decision may change, as they stand."""
    return {name: text_of(content, name) for name in _RECORDS_FIRST}


def text_of(content: Path, name: str) -> str:
    """Give the text of a file with its own line ends; nothing where there is none."""
    path = content / name
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def write(content: Path, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Write the files whose text is another than it was, and give their names; records before what points at them.

    A file of nothing is none.
    """
    names = (*_RECORDS_FIRST, *sorted(after.keys() - set(_RECORDS_FIRST)))
    changed = [name for name in names if after.get(name, before.get(name)) != before.get(name)]
    for name in changed:
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        if after[name]:
            replace_file(content / name, after[name].encode())
        else:
            (content / name).unlink(missing_ok=True)
    return tuple(changed)
