"""The pages outside the sections: home, search, what editors wrote, and the account of the corpus."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.addresses import (
    EXPLORE,
    HOME,
    SECTIONS,
    FilePath,
    PagePath,
    html_link,
    section_page,
)
from generator.dates import spoken
from generator.markup import Markup, element, join
from generator.model import ENTITY_KINDS, ArticleId
from generator.pages.blocks import plain_blocks
from generator.pages.chart import chart
from generator.pages.page import Feed, Page
from generator.pages.parts import (
    NAMES_OF_KINDS,
    cited_item,
    count,
    facts,
    heading,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.sections import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import Article, Record
    from generator.problems import Problem

NEWEST = 6
MOST_NAMED = 16
ABOUT_CORPUS = PagePath("about/corpus.md")
INTRODUCTION = ArticleId("home")
"""The name of the editors' page that opens the home page."""


def front_pages(corpus: Corpus, written: Mapping[ArticleId, Article], problems: Sequence[Problem]) -> Iterator[Page]:
    """Give the home page, the search page, the editors' own pages and the account of the corpus."""
    yield _home(corpus, written)
    yield _explore()
    yield _about_corpus(corpus, problems)
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
            element("strong", f"{numbers[section]:,}") + " " + element("span", TITLES[section]),
            href=html_link(HOME, section_page(section)),
            class_="card",
        )
        for section in SECTIONS
    )
    groups: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("Countries", corpus.of_kind("country")),
        ("Topics", corpus.of_kind("topic")),
        ("Names", corpus.of_kind(*ENTITY_KINDS)),
    )
    return Page(
        path=HOME,
        kind="home",
        title=introduction.front.title if introduction else corpus.site.name,
        description=corpus.site.description,
        hide=("navigation", "toc"),
        feeds=(Feed("feeds/all.atom", corpus.site.name, "application/atom+xml"),),
        content=paragraphs(
            plain_blocks(introduction.blocks) if introduction else Markup.escape(corpus.site.description),
            element("div", join(cards), class_="cards"),
            *(block for title, records in groups for block in _most_named(title, records, corpus)),
            heading("Newest articles"),
            listing(cited_item(HOME, annotated, corpus) for annotated in articles[:NEWEST]),
            element("p", link(HOME, section_page("articles"), "All articles")),
            heading("About"),
            listing((element("li", item) for item in more), "cloud"),
        ),
    )


def _most_named(title: str, records: Iterable[Record], corpus: Corpus) -> list[Markup]:
    ranked = sorted(records, key=lambda record: (-corpus.mentioned_in.get(record.id, 0), record.id))[:MOST_NAMED]
    if not ranked:
        return []
    items = (
        element(
            "li",
            record_link(HOME, record)
            + " "
            + element("span", str(corpus.mentioned_in.get(record.id, 0)), class_="meta"),
        )
        for record in ranked
    )
    return [heading(title), listing(items, "cloud")]


def _explore() -> Page:
    indexes = (element("li", link(EXPLORE, section_page(section), TITLES[section])) for section in SECTIONS)
    without = element("p", "The search needs JavaScript. Without it, use the indexes:") + listing(indexes)
    return Page(
        path=EXPLORE,
        kind="explore",
        title="Explore",
        description="Search all articles and records, and narrow them down.",
        hide=("navigation", "toc"),
        content=paragraphs(element("div", "", data_explore=""), element("div", element("noscript", without))),
    )


def _editors_page(article: Article) -> Page:
    return Page(
        path=_editors_path(article),
        kind="page",
        title=article.front.title,
        description=article.front.source.standfirst or "",
        language=article.front.language,
        content=plain_blocks(article.blocks),
    )


def _editors_path(article: Article) -> PagePath:
    return PagePath(f"{article.id}.md")


def _about_corpus(corpus: Corpus, problems: Sequence[Problem]) -> Page:
    """Give the computed account of what the corpus holds, and what was left out and why."""
    articles = [annotated.article for annotated in corpus.articles.values()]
    dated = sorted(article.front.published for article in articles if article.front.published)
    span = f"{spoken(dated[0])} to {spoken(dated[-1])}" if dated else "none"
    outlets = Counter(article.front.source.outlet or "" for article in articles)
    blocks = [
        facts(
            [
                ("Articles", f"{len(articles):,}"),
                ("Dates", span),
                *((NAMES_OF_KINDS[kind][1], f"{len(corpus.of_kind(kind)):,}") for kind in (*ENTITY_KINDS, "topic")),
            ],
        ),
        chart(articles),
        *_table("Outlets", ((_outlet(corpus, key), number) for key, number in _ranked(outlets))),
    ]
    tallies: tuple[tuple[str, Counter[str]], ...] = (
        ("Date status", Counter(article.front.date_status for article in articles)),
        ("Genre", Counter(article.front.genre for article in articles)),
        ("What is shown", Counter(article.front.rights for article in articles)),
        ("Language", Counter(article.front.language for article in articles)),
        ("Review", Counter(article.front.review.state for article in articles)),
    )
    for title, tally in tallies:
        blocks += _table(title, _ranked(tally))
    blocks += [heading("What was left out"), _left_out(problems), heading("Take it away"), _exports()]
    return Page(
        path=ABOUT_CORPUS,
        kind="page",
        title="About this corpus",
        description="What the collection holds, where it comes from, and what was left out.",
        content=paragraphs(*blocks),
    )


def _ranked(tally: Counter[str]) -> list[tuple[str, int]]:
    return sorted(tally.items(), key=lambda item: (-item[1], item[0]))


def _outlet(corpus: Corpus, key: str) -> Markup:
    record = corpus.records.get(key)  # type: ignore[call-overload]
    return record_link(ABOUT_CORPUS, record) if record else Markup.escape(key or "not known")


def _table(title: str, rows: Iterable[tuple[str, int]]) -> list[Markup]:
    head = element("tr", element("th", title, scope="col") + element("th", "Articles", scope="col"))
    body = (element("tr", element("th", what, scope="row") + element("td", f"{number:,}")) for what, number in rows)
    return [heading(title), element("table", element("thead", head) + element("tbody", join(body)))]


def _left_out(problems: Sequence[Problem]) -> Markup:
    if not problems:
        return Markup("Nothing was left out when this site was built.")
    items = (element("li", f"{problem.path}, line {problem.line}: {problem.message}") for problem in problems)
    return paragraphs(Markup.escape(f"{count(len(problems), 'problem')} in the content:"), listing(items, "problems"))


def _exports() -> Markup:
    tables = ("articles", "records", "mentions", "quotations", "figures", "event_dates", "stories")
    rows = [
        (
            table.replace("_", " ").capitalize(),
            join(
                (link(ABOUT_CORPUS, FilePath(f"data/{table}.{form}"), form.upper()) for form in ("jsonl", "csv")), ", "
            ),
        )
        for table in tables
    ]
    package = link(ABOUT_CORPUS, FilePath("data/datapackage.json"), "datapackage.json")
    feed = link(ABOUT_CORPUS, FilePath("feeds/all.atom"), "Atom")
    return facts([*rows, ("Description", package), ("Feed", feed)])
