"""The audit of a finished site: every link within it leads to a page, a file and an anchor that are there."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape
from posixpath import normpath
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from generator.making.memo import Memo
from generator.problems import Problem, nearest
from generator.writing import digest_of, replace_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.former import Former

_LINKS, _ANCHORS = (' href="', ' src="'), (' id="', ' name="')
"""Our pages hold no quotation mark in text that is not a reference, so attributes can be read without a parser."""
_OTHER_SPACES = "\n\t\r\f"
_PAGE = ".html"
_HERE = frozenset(".#")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
"""How a link begins that does not lead to a page of the site relative to this one."""

NOT_AUDITED = frozenset({"404.html"})
"""The page for addresses that are not there is served at any depth, so its links are not relative to it."""


class PageLinks(msgspec.Struct, frozen=True, array_like=True):
    """The different links of a page to other places of the site, and its anchors, both sorted."""

    links: tuple[str, ...]
    anchors: tuple[str, ...]


def audit(
    site: Path, digests: Mapping[str, bytes] | None = None, known: Memo[PageLinks] | None = None
) -> tuple[Problem, ...]:
    """Give a problem for each link of the site's pages that leads nowhere in the site, sorted.

    `digests` are those of all files of the site, by name, and `known` the links of pages of earlier runs by them.
    """
    known = known or Memo(None, PageLinks)
    if digests is None:
        digests = {path.relative_to(site).as_posix(): b"" for path in site.rglob("*") if path.is_file()}
    pages = {
        name: known.result(digest, _links_of, site / name) for name, digest in digests.items() if name.endswith(_PAGE)
    }
    known.save()
    return _faults(pages, digests, {name: frozenset(page.anchors) for name, page in pages.items()})


def audit_changes(
    site: Path,
    digests: Mapping[str, bytes],
    former: Former | None,
    cache: Path,
    context: bytes = b"",
    unlinked: tuple[str, ...] = (),
) -> tuple[Problem, ...]:
    """Give the same problems, looking only at pages that have changed since the site before, where that is enough.

    What was not changed can lead nowhere now only where a file or an anchor is gone; then all pages are looked at.
    `cache` keeps what audits found of which site; nothing of another `context` is used again. To files below folders
    that are `unlinked` no page leads.
    """
    last = _read(cache / "audited")
    changed = None
    if former and last and last.site == _digest(former.digests, context):
        changed = _changed(site, digests, former, unlinked)
    if changed is None:
        problems = audit(site, digests, Memo(cache / "links", PageLinks, context))
    else:
        faulty = {problem.path for problem in last.problems} if last else set()
        pages = {name: _links_of(site / name) for name in changed | faulty & digests.keys()}
        problems = _faults(pages, digests, _Anchors(site, pages))
    cache.mkdir(parents=True, exist_ok=True)
    replace_file(cache / "audited", msgspec.msgpack.encode(_Audited(_digest(digests, context), problems)))
    return problems


class _Audited(msgspec.Struct, frozen=True):
    """The last audit: a digest of the whole site, and what was found."""

    site: bytes
    problems: tuple[Problem, ...]


class _Anchors(dict[str, frozenset[str]]):
    """The anchors of pages, read when they are asked for."""

    def __init__(self, site: Path, pages: Mapping[str, PageLinks]) -> None:
        super().__init__({name: frozenset(page.anchors) for name, page in pages.items()})
        self._site = site

    def __missing__(self, name: str) -> frozenset[str]:
        self[name] = frozenset(_links_of(self._site / name).anchors)
        return self[name]


def _changed(site: Path, digests: Mapping[str, bytes], former: Former, unlinked: tuple[str, ...]) -> set[str] | None:
    """Give the pages that are not as they were, or None where links of others may lead nowhere now."""
    if any(not name.startswith(unlinked) for name in former.digests.keys() - digests.keys()):
        return None
    changed = {name for name, digest in digests.items() if name.endswith(_PAGE) and former.digests.get(name) != digest}
    for name in sorted(changed & former.digests.keys()):
        if not former.stands(name) or not _anchors(former.root / name) <= _anchors(site / name):
            return None
    return changed


def _digest(digests: Mapping[str, bytes], context: bytes) -> bytes:
    return digest_of(context, *(part for name in sorted(digests) for part in (name.encode(), digests[name])))


def _read(path: Path) -> _Audited | None:
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(path.read_bytes(), type=_Audited)
    return None


def _faults(
    pages: Mapping[str, PageLinks], files: Collection[str], anchors: Mapping[str, frozenset[str]]
) -> tuple[Problem, ...]:
    targets = _Targets(files)
    return tuple(
        sorted(
            problem
            for name, page in pages.items()
            if name not in NOT_AUDITED
            for link in page.links
            if (problem := _fault(name, link, targets, anchors))
        )
    )


class _Targets:
    """Where links lead; pages of a folder have most of theirs in common, so each is followed once for all of them."""

    def __init__(self, files: Collection[str]) -> None:
        self.files = files
        self._found: dict[tuple[str, str], str | None] = {}

    def of(self, folder: str, path: str) -> str | None:
        """Give the file to which a path leads from a folder, or None."""
        base, rest = folder, path
        while rest.startswith("../") and base:
            base, rest = base.rpartition("/")[0], rest[3:]
        key = (base, rest)
        if key not in self._found:
            target = normpath(f"{base}/{unquote(rest)}".lstrip("/"))
            page = normpath(f"{target}/index.html")
            self._found[key] = target if target in self.files else page if page in self.files else None
        return self._found[key]


def _links_of(path: Path) -> PageLinks:
    page = path.read_text(encoding="utf-8")
    for space in _OTHER_SPACES:
        page = page.replace(space, " ")
    links = [link for link in _values(page, _LINKS) if link[:1] in _HERE or not _ELSEWHERE.match(link)]
    return PageLinks(tuple(sorted(links)), tuple(sorted(_values(page, _ANCHORS))))


def _values(page: str, attributes: tuple[str, ...]) -> set[str]:
    """Give the different values of some attributes; many pages have most of theirs in common, so each is kept once."""
    found = {piece[: piece.find('"')] for attribute in attributes for piece in page.split(attribute)[1:]}
    return {intern(unescape(value) if "&" in value else value) for value in found}


def _anchors(path: Path) -> set[str]:
    return {*_links_of(path).anchors}


def _fault(page: str, link: str, targets: _Targets, anchors: Mapping[str, frozenset[str]]) -> Problem | None:
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    target = targets.of(page.rpartition("/")[0], path) if path else page
    if target is None:
        return Problem(page, 1, "a link that leads nowhere", link, nearest(path, targets.files))
    if fragment and target.endswith(_PAGE) and unquote(fragment) not in anchors[target]:
        return Problem(page, 1, "a link to an anchor that is not there", link)
    return None
