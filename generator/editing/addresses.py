"""What the command `addresses` does, and how the file of addresses is read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.formats.addresses_file import addresses_text, read_addresses
from generator.formats.folder import ADDRESSES
from generator.model import Site
from generator.problems import ContentError, Problem
from generator.reading.content import read_content
from generator.understanding import new_addresses, understand
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.formats.addresses_file import Listed
    from generator.redacting.entries import Redaction


class AddressesReport(msgspec.Struct, frozen=True):
    """How many addresses the file holds now, which of them are new, and the problems of those that would be lost."""

    listed: int
    added: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def add_new(content: Path, redactions: Sequence[Redaction] = ()) -> AddressesReport:
    """Add the addresses of new pages to the file of addresses; raises ContentError where that file has faults."""
    there = read_content(content, redactions=redactions)
    corpus, problems = understand(Site(name=""), there)
    added = new_addresses(corpus, there)
    listed = enter(content, dict.fromkeys(added, False))
    return AddressesReport(listed, added, tuple(problem for problem in problems if problem.path == ADDRESSES))


def read_listed(content: Path) -> tuple[str, dict[str, Listed]]:
    """Give the file of addresses as text, and what stands in it; raises ContentError where it has faults."""
    path = content / ADDRESSES
    raw = path.read_bytes() if path.exists() else b""
    listed, faults = read_addresses(raw, ADDRESSES)
    if faults:
        raise ContentError(faults)
    return raw.decode("utf-8-sig"), listed


def enter(content: Path, changes: Mapping[str, bool], document: str | None = None) -> int:
    """Enter addresses into the file, taken down where they are true, and give how many it holds.

    `document` is the digest of what these were made of.
    """
    text, listed = read_listed(content)
    written = addresses_text(text, changes, document)
    if written != text:
        replace_file(content / ADDRESSES, written.encode())
    return len(listed.keys() | changes.keys())
