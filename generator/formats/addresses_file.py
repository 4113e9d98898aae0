"""The file of published addresses: one a line, and what became of it where its page is gone.

    articles/a/
    articles/b/ -> articles/a/
    articles/c/ taken down
    articles/d/ taken down, document 0123456789abcdef

Lines that begin with "#" are comments. Addresses are relative to the site's root, and end in a slash.
The digest of a document keeps what was made of it from being added again, and tells nobody what it was.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import msgspec

from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.model import Source

HEAD = "# Every address that the site has published; `cuttings addresses` adds new ones. See the README."
LONGEST = 180
"""Characters of an address, so that the path of its page is one that every system can hold."""

_ARROW, _TAKEN_DOWN = " -> ", " taken down"
_TAKEN_DOWN_LINE = re.compile(rf"{_TAKEN_DOWN}(?:, document ([0-9a-f]{{16}}))?\Z")
_ADDRESS = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,79}/)+\Z")


class Listed(msgspec.Struct, frozen=True):
    """An address of the file: its line, the address to which it leads, and whether what stood there was taken down.

    `document` is the digest of what that was made of, see `document_digest`.
    """

    line: int
    to: str | None = None
    taken_down: bool = False
    document: str | None = None


def document_digest(source: Source) -> str | None:
    """Give a digest by which an article's raw document, and its place there, is known again; None without a hash."""
    if source.sha256 is None:
        return None
    return hashlib.sha256(f"{source.sha256}/{source.position}".encode()).hexdigest()[:16]


def is_address(text: str) -> bool:
    """Tell whether a text is an address as the file holds them."""
    return len(text) <= LONGEST and _ADDRESS.match(text) is not None


def read_addresses(raw: bytes, path: str) -> tuple[dict[str, Listed], list[Problem]]:
    """Read the addresses in their order, and what is wrong with lines; raises ContentError if the file is no text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError([Problem(path, line, "the file is not UTF-8", hint="save it as UTF-8")]) from error
    listed: dict[str, Listed] = {}
    problems = []
    for line, address, rest in _entries(text):
        entry = _entry(line, rest)
        if not is_address(address) or entry is None or not is_address(entry.to or address):
            hint = "write 'articles/a/', 'articles/b/ -> articles/a/' or 'articles/c/ taken down'"
            problems.append(Problem(path, line, "no address of a page", address + rest, hint))
        elif address in listed:
            hint = f"see line {listed[address].line}"
            problems.append(Problem(path, line, "an address that stands here twice", address, hint))
        else:
            listed[address] = entry
    return listed, problems


def addresses_text(text: str, changes: Mapping[str, bool], document: str | None = None) -> str:
    """Give the file's text with some addresses added, sorted below its comments; those that are true are taken down.

    `document` is the digest of the document of these.
    """
    gone_line = f"{_TAKEN_DOWN}, document {document}" if document else _TAKEN_DOWN
    comments = [line for line in text.removeprefix("\ufeff").splitlines() if line.startswith("#")] or [HEAD]
    lines = {address: rest for _, address, rest in _entries(text)}
    for address, gone in changes.items():
        before = lines.setdefault(address, "")
        if gone and not (_TAKEN_DOWN_LINE.match(before) and not document):
            lines[address] = gone_line
    return "".join(f"{line}\n" for line in (*comments, *(address + lines[address] for address in sorted(lines))))


def _entries(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, address and the rest of each line that says something."""
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.rstrip()
        if written and not written.startswith("#"):
            address, gap, rest = written.partition(" ")
            yield number, address, gap + rest


def _entry(line: int, rest: str) -> Listed | None:
    if rest.startswith(_ARROW):
        return Listed(line, to=rest.removeprefix(_ARROW))
    gone = _TAKEN_DOWN_LINE.match(rest)
    if gone:
        return Listed(line, taken_down=True, document=gone[1])
    return None if rest else Listed(line)
