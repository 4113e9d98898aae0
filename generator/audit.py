"""The audit of a finished site: every link within it leads to a page, a file and an anchor that are there."""

from __future__ import annotations

import re
from html import unescape
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from generator.making.memo import Memo
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_ATTRIBUTE = re.compile(r'\s(href|src|id|name)="([^"]*)"')
"""Our pages hold no quotation mark in text that is not a reference, so attributes can be read without a parser."""
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
        name: known.result(digest, _links_of, site / name) for name, digest in digests.items() if name.endswith(".html")
    }
    known.save()
    anchors = {name: frozenset(page.anchors) for name, page in pages.items()}
    targets = _Targets(digests.keys())
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
    attributes = {*_ATTRIBUTE.findall(path.read_text(encoding="utf-8"))}
    links = {unescape(value) for key, value in attributes if key in {"href", "src"}}
    anchors = {unescape(value) for key, value in attributes if key in {"id", "name"}}
    return PageLinks(tuple(sorted(link for link in links if not _ELSEWHERE.match(link))), tuple(sorted(anchors)))


def _fault(page: str, link: str, targets: _Targets, anchors: Mapping[str, frozenset[str]]) -> Problem | None:
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    target = targets.of(page.rpartition("/")[0], path) if path else page
    if target is None:
        return Problem(page, 1, "a link that leads nowhere", link, nearest(path, targets.files))
    if fragment and target in anchors and unquote(fragment) not in anchors[target]:
        return Problem(page, 1, "a link to an anchor that is not there", link)
    return None
