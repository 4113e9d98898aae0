"""Addresses: where each page and file of the site stands, and how one page links to another.

A page's *path* is its Markdown file below build/docs ("articles/x.md"); its *address* is what a browser asks for
("articles/x/"), both relative to the site's root.
"""

from __future__ import annotations

from functools import lru_cache
from posixpath import relpath
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from generator.model import ArticleId, Kind, Record, RecordId
    from generator.story import StoryId

PagePath = NewType("PagePath", str)
FilePath = NewType("FilePath", str)

HOME = PagePath("index.md")
EXPLORE = PagePath("explore.md")
DOSSIER = PagePath("explore/dossier.md")
"""As deep as the pages of articles, so that links taken from them lead where they did."""
MAP = PagePath("map.md")
FIGURES = PagePath("figures/index.md")
QUOTATIONS = PagePath("quotations/index.md")
SPEAKERS = PagePath("quotations/a-to-z.md")
SPEAKERS_FOLDER = "quotations/speakers"
UNRESOLVED_SPEAKERS = PagePath("quotations/unresolved.md")
NETWORK = PagePath("network.md")
TIMELINE = PagePath("timeline/index.md")
UNDATED = PagePath("timeline/undated.md")
SECTIONS = ("articles", "stories", "countries", "topics", "entities", "outlets")
"""The sections with an index page, in the order of the navigation."""

GENERATED = frozenset({*SECTIONS, "explore", "quotations", "figures", "timeline", "map", "network", "data", "feeds"})
"""Names below the site's root that belong to generated pages and files."""

_SECTION_OF_KIND: dict[Kind, str] = {"country": "countries", "topic": "topics", "outlet": "outlets"}


def section(kind: Kind) -> str:
    """Name the section in which records of a kind have their pages."""
    return _SECTION_OF_KIND.get(kind, "entities")


def article_page(article: ArticleId | str) -> PagePath:
    """Give the path of an article's page."""
    return PagePath(f"articles/{article}.md")


def story_page(story: StoryId | ArticleId) -> PagePath:
    """Give the path of a story's page, by its id; those by the ids of its other articles lead to it."""
    return PagePath(f"stories/{story}.md")


def record_page(record: Record) -> PagePath:
    """Give the path of a record's page."""
    return PagePath(f"{section(record.kind)}/{record.id}.md")


def connections_page(record: Record) -> PagePath:
    """Give the path of the page with the sentences that name a record and what stands beside it."""
    return PagePath(f"{section(record.kind)}/{record.id}/connections.md")


def figures_page(sort: str) -> PagePath:
    """Give the path of the page with all figures of a sort."""
    return PagePath(f"figures/{sort}.md")


def figures_about_page(record: RecordId) -> PagePath:
    """Give the path of the page with all figures about a record."""
    return PagePath(f"figures/about/{record}.md")


def year_page(year: int) -> PagePath:
    """Give the path of the page with all that is dated in a year."""
    return PagePath(f"timeline/{year}.md")


def timeline_page(record: RecordId) -> PagePath:
    """Give the path of the page with all times that are named beside a record."""
    return PagePath(f"timeline/about/{record}.md")


def speaker_page(record: RecordId) -> PagePath:
    """Give the path of the page with all quotations of a speaker."""
    return PagePath(f"{SPEAKERS_FOLDER}/{record}.md")


def section_page(name: str) -> PagePath:
    """Give the path of a section's index page."""
    return PagePath(f"{name}/index.md")


def numbered(first: PagePath, number: int) -> PagePath:
    """Give the path of a listing's page, counted from 1, below the address of its first page."""
    if number == 1:
        return first
    return PagePath(f"{_folder(first)}page-{number}.md")


def beside(page: PagePath, name: str) -> FilePath:
    """Give the path of a file that stands below a page's address, such as its citation or feed."""
    return FilePath(f"{_folder(page)}{name}")


@lru_cache(maxsize=65_536)
def address(path: PagePath | FilePath) -> str:
    """Give the address of a page or file, relative to the site's root; the home page's is empty."""
    return _folder(PagePath(path)) if path.endswith(".md") else path


def html_link(origin: PagePath, target: PagePath | FilePath) -> str:
    """Give the address of a page or file as our own HTML on another page writes it."""
    stem = origin.removesuffix("index.md").removesuffix(".md")
    if target.startswith(stem):  # the page itself, or what may lie below it
        return _way(origin, target)
    return _way_from_folder(origin.rpartition("/")[0], stem.endswith("/"), target)


@lru_cache(maxsize=65_536)
def _way_from_folder(folder: str, is_index: bool, target: PagePath | FilePath) -> str:  # noqa: FBT001 (a key)
    """Give the address of what lies below none of them, the same for all pages of a folder but its index."""
    return _way(PagePath(f"{folder}/{'index' if is_index else '-'}.md".lstrip("/")), target)


def _way(origin: PagePath, target: PagePath | FilePath) -> str:
    here, there = address(origin), address(target)
    start = 0
    while (end := here.find("/", start) + 1) and there.startswith(here[start:end], start):
        start = end
    return "../" * here.count("/", start) + there[start:] or "./"


def markdown_link(origin: PagePath, target: PagePath | FilePath) -> str:
    """Give the target of a Markdown link from one page's file to another page's or file's."""
    return relpath(target, relpath(f"{origin}/..", "."))


@lru_cache(maxsize=65_536)
def _folder(page: PagePath) -> str:
    stem = page.removesuffix(".md")
    if stem == "index":
        return ""
    return f"{stem.removesuffix('/index')}/"
