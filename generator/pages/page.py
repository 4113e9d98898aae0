"""A page, and the Markdown file that it becomes."""

from __future__ import annotations

from functools import partial
from itertools import starmap
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from generator.addresses import PagePath
from generator.markup import Markup, element, json_script, json_text, void_element
from generator.tongues import name_tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.corpus import Corpus

PageKind = Literal[
    "home", "index", "article", "story", "entity", "country", "topic", "outlet", "connections", "map", "network",
    "explore", "dossier", "page",
]  # fmt: skip


class Feed(msgspec.Struct, frozen=True):
    """A feed that a page offers; `href` is relative to the page."""

    href: str
    title: str
    type: Literal["application/atom+xml", "application/feed+json"]


class Page(msgspec.Struct, frozen=True):
    """A page as the theme needs it: safe content below a title, and front matter.

    `tongue` are the attributes of a title that is not in the site's language; `hide` names parts of the theme's frame;
    `citation` are name and content of meta elements, `linked_data` is what JSON-LD says of the page; a page with a form
    that narrows its list is `filtered`.
    """

    path: PagePath
    kind: PageKind
    title: str
    content: Markup
    description: str = ""
    tongue: dict[str, str] = {}
    hide: tuple[Literal["navigation", "toc"], ...] = ("navigation",)
    feeds: tuple[Feed, ...] = ()
    citation: tuple[tuple[str, str], ...] = ()
    linked_data: dict[str, object] = {}
    filtered: bool = False


class LaterPage(NamedTuple):
    """A page that is made by itself, only where something has changed that it shows."""

    path: PagePath
    make: Callable[[], Page]
    given: tuple[object, ...]


def later(path: PagePath, make: Callable[..., Page], corpus: Corpus, *given: object) -> LaterPage:
    """Give a page to be made later by a function of its path, what is given, and the corpus.

    The function reads the corpus anew, by the keys it is given, so that it is known what the page depends on.
    """
    return LaterPage(path, partial(make, path, *given, corpus), given)


def at_once(pages: Iterable[Page | LaterPage]) -> Iterator[Page]:
    """Give all pages, those made that were left for later."""
    for page in pages:
        yield page.make() if isinstance(page, LaterPage) else page


def page_source(page: Page) -> bytes:
    """Give a page's Markdown file: front matter with one line of JSON a key, text in it escaped for HTML, then content.

    `head` are elements for the head of the HTML page.
    """
    front: dict[str, object] = {
        "title": Markup.escape(page.title),
        "description": Markup.escape(page.description),
        "kind": page.kind,
        "hide": list(page.hide),
        "head": [*map(_feed_element, page.feeds), *starmap(_meta_element, page.citation), *_linked_data(page)],
        "filtered": page.filtered,
    }
    lines = "\n".join(f"{key}: {json_text(value)}" for key, value in front.items() if value)
    written = page.tongue or name_tongue(page.title)
    heading = Markup("# {}\n\n").format(element("span", page.title, **written) if written else page.title)
    return f"---\n{lines}\n---\n\n{heading}{page.content}\n".encode()


def _feed_element(feed: Feed) -> Markup:
    """Offer a feed; the theme's script takes a plain "alternate" for the site in another language."""
    return void_element("link", rel="alternate feed", type=feed.type, href=feed.href, title=feed.title)


def _linked_data(page: Page) -> Iterator[Markup]:
    if page.linked_data:
        yield json_script(page.linked_data, "application/ld+json")


def _meta_element(name: str, content: str) -> Markup:
    key = "property" if name.startswith(("og:", "article:")) else "name"
    return void_element("meta", **{key: name, "content": content})
