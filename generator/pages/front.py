"""The pages outside the sections: home, search, and what editors wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import (
    EXPLORE,
    HOME,
    SECTIONS,
    PagePath,
    html_link,
    section_page,
)
from generator.markup import Markup, element, join, void_element
from generator.model import ENTITY_KINDS, ArticleId
from generator.pages.about import ABOUT_CORPUS
from generator.pages.blocks import plain_blocks
from generator.pages.dossier import dossier_page
from generator.pages.page import Feed, Page
from generator.pages.parts import (
    BETWEEN,
    cited_item,
    heading,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.sections import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Article, Record

NEWEST = 6
MOST_NAMED = 16
INTRODUCTION = ArticleId("home")
"""The name of the editors' page that opens the home page."""
_ONE = {"articles": "Article", "stories": "Story", "topics": "Topic", "outlets": "Outlet", "countries": "Country"}
_ASK = "Search the collection"


def front_pages(corpus: Corpus, written: Mapping[ArticleId, Article]) -> Iterator[Page]:
    """Give the home page, the search page and the editors' own pages."""
    yield _home(corpus, written)
    yield _explore() if corpus.articles else _nothing_to_explore()
    yield dossier_page()
    for name, article in written.items():
        if name != INTRODUCTION:
            yield _editors_page(article)


def editors_pages(written: Mapping[ArticleId, Article]) -> Iterator[PagePath]:
    """Give the paths of the editors' own pages; the introduction is part of the home page."""
    yield from (_editors_path(page) for name, page in written.items() if name != INTRODUCTION)


def _home(corpus: Corpus, written: Mapping[ArticleId, Article]) -> Page:
    introduction = written.get(INTRODUCTION)
    articles = list(corpus.articles.values())
    more = [
        *(link(HOME, _editors_path(page), page.front.title) for name, page in written.items() if name != INTRODUCTION),
        link(HOME, ABOUT_CORPUS, "About this corpus"),
    ]
    numbers = {
        "articles": len(articles),
        "stories": len(corpus.stories),
        "countries": len(corpus.of_kind("country")),
        "topics": len(corpus.of_kind("topic")),
        "entities": len(corpus.entities),
        "outlets": len(corpus.of_kind("outlet")),
    }
    cards = (
        element(
            "a",
            element("strong", f"{numbers[section]:,}") + " " + element("span", _named(section, numbers[section])),
            href=html_link(HOME, section_page(section)),
            class_="card",
        )
        for section in SECTIONS
    )
    groups: tuple[tuple[str, str, tuple[Record, ...]], ...] = (
        ("Countries", "countries", corpus.of_kind("country")),
        ("Topics", "topics", corpus.of_kind("topic")),
        ("Most named", "entities", corpus.of_kind(*ENTITY_KINDS)),
    )
    newest = listing(cited_item(HOME, annotated, corpus) for annotated in articles[:NEWEST])
    return Page(
        path=HOME,
        kind="home",
        title=introduction.front.title if introduction else corpus.site.name,
        description=corpus.site.description,
        hide=("navigation", "toc"),
        feeds=(Feed("feeds/all.atom", corpus.site.name, "application/atom+xml"),),
        content=paragraphs(
            plain_blocks(introduction.blocks) if introduction else Markup.escape(corpus.site.description),
            _search() if articles else "",
            element("div", join(cards), class_="cards"),
            element("p", join(more, BETWEEN), class_="ways"),
            heading("Newest articles") if newest else "",
            newest,
            element("p", link(HOME, section_page("articles"), "All articles"), class_="ways") if newest else "",
            *(block for title, section, records in groups for block in _most_named(title, section, records, corpus)),
        ),
    )


def _named(section: str, number: int) -> str:
    return _ONE[section] if number == 1 and section in _ONE else TITLES[section]


def _search() -> Markup:
    """Give the form that asks the page "Explore"; readers without scripts are not shown it."""
    box = void_element("input", type="search", name="q", aria_label=_ASK, placeholder=_ASK)
    button = element("button", "Search", type="submit")
    return element("form", box + button, class_="ask", role="search", action=html_link(HOME, EXPLORE))


def _most_named(title: str, section: str, records: Sequence[Record], corpus: Corpus) -> list[Markup]:
    ranked = sorted(records, key=lambda record: (-corpus.mentioned_in.get(record.id, 0), record.id))[:MOST_NAMED]
    if not ranked:
        return []
    items = (
        element(
            "li",
            record_link(HOME, record)
            + "\u00a0"
            + element("span", str(corpus.mentioned_in.get(record.id, 0)), class_="meta"),
        )
        for record in ranked
    )
    every = link(HOME, section_page(section), f"All {len(records):,} {TITLES[section].lower()}")
    more = element("p", every, class_="ways") if len(records) > MOST_NAMED else Markup("")
    return [heading(title), listing(items, "cloud"), more]


def _explore() -> Page:
    indexes = (element("li", link(EXPLORE, section_page(section), TITLES[section])) for section in SECTIONS)
    without = element("p", "The search needs JavaScript. Without it, use the indexes:") + listing(indexes)
    return Page(
        path=EXPLORE,
        kind="explore",
        title="Explore",
        description="Search all articles and records, and narrow them down.",
        hide=("navigation", "toc"),
        content=paragraphs(element("div", "", class_="explore"), element("div", element("noscript", without))),
    )


def _nothing_to_explore() -> Page:
    return Page(path=EXPLORE, kind="page", title="Explore", content=Markup("There is no article yet to be searched."))


def _editors_page(article: Article) -> Page:
    return Page(
        path=_editors_path(article),
        kind="page",
        title=article.front.title,
        description=article.front.source.standfirst or "",
        content=plain_blocks(article.blocks),
    )


def _editors_path(article: Article) -> PagePath:
    return PagePath(f"{article.id}.md")
