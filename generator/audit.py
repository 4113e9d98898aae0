"""The audit of a finished site: every link within it leads to a page, a file and an anchor that are there."""

from __future__ import annotations

import re
from html import unescape
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from pathlib import Path

_ATTRIBUTE = re.compile(r'\s(href|src|id|name)="([^"]*)"')
"""Our pages hold no quotation mark in text that is not a reference, so attributes can be read without a parser."""

NOT_AUDITED = frozenset({"404.html"})
"""The page for addresses that are not there is served at any depth, so its links are not relative to it."""


def audit(site: Path) -> tuple[Problem, ...]:
    """Give a problem for each link of the site's pages that leads nowhere in the site, sorted."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: _attributes(site / name) for name in files if name.endswith(".html")}
    anchors = {name: {value for key, value in found if key in {"id", "name"}} for name, found in pages.items()}
    problems = []
    for name, found in pages.items():
        for key, value in found if name not in NOT_AUDITED else ():
            if key in {"href", "src"}:
                problems += _check(name, value, files, anchors)
    return tuple(sorted(set(problems)))


def _attributes(path: Path) -> list[tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    return [(match[1], unescape(match[2])) for match in _ATTRIBUTE.finditer(text)]


def _check(page: str, link: str, files: set[str], anchors: dict[str, set[str]]) -> list[Problem]:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return []
    folder = page.rpartition("/")[0]
    target = normpath(f"{folder}/{unquote(parts.path)}".lstrip("/")) if parts.path else page
    if target not in files:
        target = normpath(f"{target}/index.html")
    if target not in files:
        return [Problem(page, 1, "a link that leads nowhere", link, nearest(target, files))]
    if parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]:
        return [Problem(page, 1, "a link to an anchor that is not there", link)]
    return []
