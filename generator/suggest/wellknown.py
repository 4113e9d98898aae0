"""The well-known names as authority records, with what an article must say for a doubtful alias to count."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from generator.model import Kind, Record, RecordId
from generator.slugs import slug
from generator.suggest import wellknown_names as names

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"(?P<label>.+?)(?: \((?P<country>[A-Z]{2})\))?(?:: (?P<aliases>.+))?\Z")
_NEEDS_COUNTRY = "~"
_OF_KIND: tuple[tuple[Kind, str], ...] = (
    ("organisation", names.ORGANISATIONS),
    ("outlet", names.OUTLETS),
    ("group", names.GROUPS),
    ("place", names.PLACES),
    ("event", names.EVENTS),
    ("programme", names.PROGRAMMES),
    ("work", names.WORKS),
    ("person", names.PERSONS),
)


class WellKnown(msgspec.Struct, frozen=True):
    """A well-known record; `doubtful` are those of its aliases that count only where its country is named."""

    record: Record
    doubtful: tuple[str, ...] = ()


@cache
def well_known() -> tuple[WellKnown, ...]:
    """Give the well-known records, in the order in which they are written."""
    return tuple(_read(line, kind) for kind, lines in _OF_KIND for line in _lines(lines))


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line)


def _read(line: str, kind: Kind) -> WellKnown:
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"not a well-known name: {line}")
    written = [alias.strip() for alias in (found["aliases"] or "").split(";") if alias.strip()]
    doubtful = tuple(alias[1:] for alias in written if alias.startswith(_NEEDS_COUNTRY))
    aliases = tuple(alias.removeprefix(_NEEDS_COUNTRY) for alias in written)
    record = Record(
        id=RecordId(slug(found["label"])),
        kind=kind,
        label=found["label"],
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != found["label"])),
        country=found["country"],
    )
    return WellKnown(record, doubtful)


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Give further names of countries by alpha-2 code."""
    parted = (line.partition(": ") for line in _lines(names.COUNTRIES))
    return {code: tuple(written.split("; ")) for code, _, written in parted}
