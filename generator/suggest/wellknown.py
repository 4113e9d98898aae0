"""The well-known names as authority records, with what an article must say for a doubtful alias to count."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, get_args

import msgspec

from generator.model import Kind, Record, RecordId
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECTION = re.compile(r"\[(\w+)\]\Z")
_LINE = re.compile(r"(?P<label>[^:]+?)(?: \((?P<country>[A-Z]{2})\))?(?:: (?P<aliases>.+))?\Z")
_NEEDS_COUNTRY = "~"
_COUNTRY = "country"


class WellKnown(msgspec.Struct, frozen=True):
    """A well-known record; `doubtful` are those of its aliases that count only where its country is named."""

    record: Record
    doubtful: tuple[str, ...] = ()


@cache
def well_known() -> tuple[WellKnown, ...]:
    """Give the well-known records by kind, each kind sorted by label."""
    sections = _sections()
    return tuple(_read(line, kind) for kind in get_args(Kind) if kind != _COUNTRY for line in sections.get(kind, ()))


@cache
def country_names() -> Mapping[str, tuple[str, ...]]:
    """Give what texts call countries beside the names in the libraries, by alpha-2 code."""
    parted = (line.partition(": ") for line in _sections()[_COUNTRY])
    return {code: tuple(written.split("; ")) for code, _, written in parted}


def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files(__package__).joinpath("wellknown.txt").read_text("utf-8").splitlines():
        if heading := _SECTION.match(line):
            lines = sections.setdefault(heading[1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def _read(line: str, kind: Kind) -> WellKnown:
    found = _LINE.match(line)
    if found is None:
        raise ValueError(f"not a well-known name: {line}")
    label = found["label"]
    written = [alias.strip() for alias in (found["aliases"] or "").split(";") if alias.strip()]
    aliases = tuple(alias for alias in written if not alias.startswith(_NEEDS_COUNTRY) and alias != label)
    record = Record(
        id=RecordId(slug(label)),
        kind=kind,
        label=label,
        aliases=tuple(dict.fromkeys(aliases)),
        country=found["country"],
    )
    return WellKnown(record, tuple(alias[1:] for alias in written if alias.startswith(_NEEDS_COUNTRY)))
