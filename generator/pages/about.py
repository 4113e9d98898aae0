"""The account of the corpus: what it holds, from where, how far it can be trusted, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from babel import Locale

from generator.addresses import FilePath, PagePath, section_page
from generator.dates import spoken
from generator.formats.articles import is_date
from generator.ledger import Decision
from generator.markup import Markup, element, join
from generator.model import ENTITY_KINDS, RecordId
from generator.pages.chart import chart
from generator.pages.dating import NOT_STATED
from generator.pages.decided import decided
from generator.pages.grounds import record_review
from generator.pages.measured import quality
from generator.pages.page import Page
from generator.pages.parts import NAMES_OF_KINDS, NO_DATE, count, facts, heading, link, listing, paragraphs, record_link
from generator.pages.tallies import ranked, tally_table
from generator.problems import Problem
from generator.quality import measured_quality

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Corpus
    from generator.model import Article

ABOUT_CORPUS = PagePath("about/corpus.md")
MOST_SOURCES = 20
MOST_LANGUAGES = 30
MOST_PROBLEMS = 200
LAST_DAYS = 8
"""Days of the last changes."""

_DATES = {
    "stated": "The source states it",
    "derived": "Derived from something in the text or beside it",
    "unknown": "Not known",
}
_RIGHTS = {
    "full": "The whole text",
    "digest": "A digest in the editors' words",
    "excerpt": "An excerpt, and short sentences as evidence",
    "metadata": "Only title and source, no text",
}
_STATES = {"proposed": "Not reviewed by an editor", "reviewed": "Reviewed by an editor"}


class Account(msgspec.Struct, frozen=True):
    """What the account tells that the corpus does not hold: problems of the content, decisions that may be told."""

    problems: tuple[Problem, ...] = ()
    decisions: tuple[Decision, ...] = ()


def about_page(corpus: Corpus, account: Account) -> Page:
    """Give the page."""
    articles = [annotated.article for annotated in corpus.articles.values()]
    return Page(
        path=ABOUT_CORPUS,
        kind="page",
        title="About this corpus",
        description="What the collection holds, where it comes from, how well it is read, and what was left out.",
        hide=("navigation",),
        content=paragraphs(
            _size(corpus, articles),
            chart(articles),
            *_part("Sources", _sources(corpus, articles)),
            *_part("Articles", _articles(articles)),
            *_part("Dates", _dates(articles)),
            *_part("Review", _review(corpus, articles)),
            heading("What was left out"),
            _left_out(account.problems),
            heading("How well texts are read"),
            quality(measured_quality()),
            heading("How names were decided"),
            decided(ABOUT_CORPUS, account.decisions, corpus),
            heading("Last changes"),
            _changes(corpus, articles, account.decisions),
            heading("Take it away"),
            _exports(),
        ),
    )


def _part(title: str, blocks: Iterable[Markup]) -> list[Markup]:
    shown = [block for block in blocks if block]
    return [heading(title), *shown] if shown else []


def _size(corpus: Corpus, articles: list[Article]) -> Markup:
    dated = sorted(article.front.published for article in articles if article.front.published)
    span = f"{spoken(dated[0])} to {spoken(dated[-1])}" if dated else "none"
    kinds = ((NAMES_OF_KINDS[kind][1], len(corpus.of_kind(kind))) for kind in (*ENTITY_KINDS, "topic", "country"))
    return facts(
        [
            ("Articles", f"{len(articles):,}"),
            ("Stories", f"{len(corpus.stories):,}" if corpus.stories else ""),
            ("Dates", span),
            *((name, f"{number:,}") for name, number in kinds if number),
        ],
    )


def _sources(corpus: Corpus, articles: list[Article]) -> Iterator[Markup]:
    outlets = ranked(Counter(article.front.source.outlet or "" for article in articles))
    rows = ((_source(corpus, key), number) for key, number in outlets[:MOST_SOURCES])
    yield tally_table("Outlets", ("Published by", "Articles"), rows)
    if len(outlets) > MOST_SOURCES:
        rest = f"{len(outlets) - MOST_SOURCES:,} more outlets"
        yield element("p", link(ABOUT_CORPUS, section_page("outlets"), rest))
    agencies = ranked(Counter(agency for article in articles for agency in {*article.front.source.agencies}))
    rows = ((_source(corpus, key), number) for key, number in agencies[:MOST_SOURCES])
    yield tally_table("Agencies", ("Text credited to", "Articles"), rows)


def _source(corpus: Corpus, key: str) -> Markup:
    record = corpus.records.get(RecordId(key))
    return record_link(ABOUT_CORPUS, record) if record else Markup.escape(key or "Outlet not known")


def _articles(articles: list[Article]) -> Iterator[Markup]:
    genres = Counter(article.front.genre.capitalize() for article in articles)
    yield tally_table("Genres", ("Genre", "Articles"), ranked(genres))
    years = Counter((article.front.published or "")[:4] or NO_DATE for article in articles)
    yield tally_table("Years", ("Published in", "Articles"), sorted(years.items()))
    languages = Counter(article.front.language for article in articles)
    rows = ((_language(tag), number) for tag, number in ranked(languages)[:MOST_LANGUAGES])
    yield tally_table("Languages", ("Language", "Articles"), rows)
    rights = Counter(_RIGHTS[article.front.rights] for article in articles)
    yield tally_table("Rights", ("What is shown", "Articles"), ranked(rights))


def _language(tag: str) -> str:
    known = Locale.parse("en").languages
    return str(known.get(tag.replace("-", "_")) or known.get(tag.split("-", maxsplit=1)[0]) or tag)


def _dates(articles: list[Article]) -> Iterator[Markup]:
    states = Counter(_DATES[article.front.date_status] for article in articles)
    yield tally_table("Dates of publication", ("How the date is known", "Articles"), ranked(states))
    if any(article.front.date_status != "stated" for article in articles):
        yield element("p", link(ABOUT_CORPUS, NOT_STATED, "The articles whose dates are not stated, with the reasons"))


def _review(corpus: Corpus, articles: list[Article]) -> Iterator[Markup]:
    of_articles = Counter(_STATES[article.front.review.state] for article in articles)
    yield tally_table("Review of articles", ("State", "Articles"), ranked(of_articles))
    told = (
        "Countries, from ISO 3166" if record_review(record) == "from ISO 3166" else _STATES[record.review.state]
        for record in corpus.records.values()
    )
    yield tally_table("Review of records", ("State", "Records"), ranked(Counter(told)))


def _left_out(problems: tuple[Problem, ...]) -> Markup:
    if not problems:
        return Markup("Nothing was left out when this site was built.")
    shown = problems[:MOST_PROBLEMS]
    items = (element("li", f"{problem.path}, line {problem.line}: {problem.message}") for problem in shown)
    more = len(problems) - len(shown)
    return paragraphs(
        Markup.escape(f"{count(len(problems), 'problem')} in the content:"),
        listing(items, "problems"),
        Markup.escape(f"And {count(more, 'more problem')}.") if more else "",
    )


def _changes(corpus: Corpus, articles: list[Article], decisions: Iterable[Decision]) -> Markup:
    """Tell on which days something was retrieved, reviewed or decided, by what the content itself says."""
    done = [
        *((article.front.source.retrieved, "article retrieved", "articles retrieved") for article in articles),
        *((article.front.review.on, "article reviewed", "articles reviewed") for article in articles),
        *((record.review.on, "record reviewed", "records reviewed") for record in corpus.records.values()),
        *((decision.on, "decision", "decisions") for decision in decisions),
    ]
    counted = Counter((when, one, several) for when, one, several in done if when and is_date(when))
    days = sorted({when for when, _, _ in counted}, reverse=True)[:LAST_DAYS]
    rows = [
        (
            spoken(day),
            ", ".join(
                count(number, one, several) for (when, one, several), number in sorted(counted.items()) if when == day
            ),
        )
        for day in days
    ]
    return facts(rows) if rows else Markup("Neither articles nor records say when they were retrieved or reviewed.")


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
