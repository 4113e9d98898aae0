"""What a content folder holds already: which articles come from which document, and what its records are called."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from generator.authority import replay
from generator.formats.addresses_file import read_addresses
from generator.formats.articles import read_article
from generator.formats.authorities import read_authorities
from generator.formats.decisions import read_decisions
from generator.formats.folder import ADDRESSES, ARTICLES, AUTHORITIES, DECISIONS
from generator.formats.front_matter import split_front_matter
from generator.model import FrontMatter, Record, RecordId
from generator.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_KEY = re.compile(r"^(?:  )?(id|headline|document|position|sha256):(.*)$", re.MULTILINE)
_FRONT_MATTER_AT_MOST = 20_000
"""Bytes of a file in which its front matter ends, if it is not out of the ordinary."""


class Known(msgspec.Struct, frozen=True):
    """An article that is there: its file below the content folder, and what it says of its source."""

    path: str
    id: str
    headline: str = ""
    document: str = ""
    position: str = ""
    sha256: str = ""


class Existing(msgspec.Struct, frozen=True):
    """The articles of a content folder, and its records as decisions settled them.

    `taken_down` are the addresses of articles that were taken down, and the digests of what they were made of.
    """

    articles: tuple[Known, ...] = ()
    records: tuple[Record, ...] = ()
    taken_down: frozenset[str] = frozenset()


def read_existing(content: Path) -> Existing:
    """Give what a content folder holds; files that cannot be read are left to `check`, which tells why."""
    paths = _files(content / ARTICLES, {".md"})
    articles = tuple(_known(path.relative_to(content).as_posix(), path.read_bytes()) for path in paths)
    records = {}
    for path in _files(content / AUTHORITIES, {".yml", ".yaml"}):
        records.update({record.id: record for record in _records(path)})
    settled = tuple(_settled(records, content / DECISIONS).values())
    return Existing(articles, settled, frozenset(_taken_down(content / ADDRESSES)))


def read_front_and_body(content: Path, known: Known) -> tuple[FrontMatter, str]:
    """Give the front matter of an article that is there and its body as it stands; raises ContentError."""
    raw = (content / known.path).read_bytes()
    article = read_article(raw, known.path)
    _, text = split_front_matter(raw.decode("utf-8-sig"), known.path)
    return article.front, text.lstrip("\n")


def _files(folder: Path, suffixes: set[str]) -> Iterable[Path]:
    found = (path for path in folder.rglob("*") if path.suffix in suffixes and path.is_file() and not path.is_symlink())
    return sorted(found)


def _known(path: str, raw: bytes) -> Known:
    """Find an article's keys without reading its YAML: every file of a large folder is looked at on every run."""
    head = raw[:_FRONT_MATTER_AT_MOST].decode("utf-8", "replace").partition("\n---")[0]
    found = {key: _unquoted(value.strip()) for key, value in _KEY.findall(head)}
    stem = path.rpartition("/")[2].removesuffix(".md")
    return Known(path, found.pop("id", "") or stem, **found)


def _unquoted(value: str) -> str:
    if value in {"null", "~"}:
        return ""
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return str(msgspec.json.decode(value))
        except msgspec.DecodeError:
            return value[1:-1]
    return value[1:-1].replace("''", "'") if len(value) > 1 and value[0] == value[-1] == "'" else value


def _taken_down(path: Path) -> Iterator[str]:
    with suppress(ContentError, FileNotFoundError):
        for address, entry in read_addresses(path.read_bytes(), path.name)[0].items():
            if entry.taken_down:
                yield address
                yield from filter(None, (entry.document,))


def _records(path: Path) -> Iterable[Record]:
    try:
        return read_authorities(path.read_bytes(), path.name)[0].values()
    except ContentError:
        return ()


def _settled(records: dict[RecordId, Record], ledger: Path) -> dict[RecordId, Record]:
    try:
        decisions = read_decisions(ledger.read_bytes(), ledger.name)[0] if ledger.is_file() else {}
    except ContentError:
        decisions = {}
    return replay(records, [(ledger.name, line, decision) for line, decision in decisions.items()])[0]
