"""A generated page's Markdown file as HTML, its headings, and the front matter that a frame needs.

Pages keep to what CommonMark and Python-Markdown share, and headings get the ids that Python-Markdown's `toc` extension
would give them, so that an engine of its own makes the same of a page.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING

import msgspec
import pyromark
from markdown.extensions.toc import slugify, unique

from generator.addresses import PagePath, html_link

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADING = re.compile(r"<h([1-6])>([^<]*(?:<(?!/?h[1-6]>)[^<]*)*)</h\1>")
_OWN_HEADING = re.compile(r"<(h[1-6])>")
_OWN_HEADING_SET_APART = re.compile(r"<(h[1-6]) >")
"""A heading of our own HTML, which gets no id and is in no list of contents, set apart from those of Markdown."""
_TAG = re.compile(r"<[^<>]*>")
_MARKDOWN_LINK = re.compile(r'(<a href=")([^":]*\.md)(?=["#])')
"""A link to a page as Markdown writes it; our own HTML links to addresses."""
_INDENTATION = re.compile(r"\n\s+")
_markdown = pyromark.Markdown()


class Heading(msgspec.Struct, frozen=True):
    """A heading of a page: its level from 1, its id, and its text as HTML without elements."""

    level: int
    id: str
    text: str


class RenderedPage(msgspec.Struct, frozen=True):
    """What a page's file gives: raw JSON values of its front matter by key, its content, its headings in order."""

    front: dict[str, str]
    content: str
    headings: tuple[Heading, ...]


def rendered(source: str, path: PagePath) -> RenderedPage:
    """Render a page's Markdown file, as `pages.page.page_source` writes it: one line of JSON for each key."""
    _, front, body = source.split("---\n", 2)
    members = dict(line.split(": ", 1) for line in front.splitlines())
    has_own = _OWN_HEADING.search(body) is not None
    content, headings = _with_ids(_markdown.html(_OWN_HEADING.sub(r"<\1 >", body) if has_own else body))
    content = _OWN_HEADING_SET_APART.sub(r"<\1>", content) if has_own else content
    content = _MARKDOWN_LINK.sub(_to_address(path), content) if ".md" in content else content
    return RenderedPage(members, _INDENTATION.sub("\n", content), headings)


def _with_ids(html: str) -> tuple[str, tuple[Heading, ...]]:
    headings: list[Heading] = []
    used: set[str] = set()

    def with_id(match: re.Match[str]) -> str:
        text = _TAG.sub("", match[2])
        heading = Heading(int(match[1]), unique(_slug(text), used), text)
        headings.append(heading)
        return f'<h{heading.level} id="{heading.id}">{match[2]}</h{heading.level}>'

    return _HEADING.sub(with_id, html), tuple(headings)


@lru_cache(maxsize=4_096)
def _slug(heading: str) -> str:
    return str(slugify(unescape(heading), "-"))


def _to_address(path: PagePath) -> Callable[[re.Match[str]], str]:
    folder, _, name = path.rpartition("/")
    return lambda match: f"{match[1]}{_address(folder, name == 'index.md', match[2])}"


@cache
def _address(folder: str, is_index: bool, link: str) -> str:  # noqa: FBT001 (a key of the cache)
    """Turn a link from a page's file to another's into one between addresses; the same for a folder's pages."""
    parts = [part for part in folder.split("/") if part]
    for step in link.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    here = "index.md" if is_index else "page.md"
    return html_link(PagePath(f"{folder}/{here}".lstrip("/")), PagePath("/".join(parts)))
