"""How a timeline is shown: articles by their date of publication and, told apart, the times that texts name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.dates import ends, in_order, spoken, told
from generator.markup import Markup, element, join
from generator.pages.parts import (
    BETWEEN,
    article_link,
    count,
    date_badge,
    in_tongue,
    record_link,
)
from generator.pages.passages import set_off
from generator.pages.said import sentence_target
from generator.pages.strip import Year
from generator.rights import shown_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId
    from generator.times import Named

Heading = Literal["", "year", "month"]
"""What a list of moments stands under."""
SENTENCES_SHOWN = 3
"""Sentences that name one time; the others are counted."""


class Moment(NamedTuple):
    """A time with the article that was published then, or with what names it."""

    time: str
    article: ArticleId | None
    named: tuple[Named, ...] = ()

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return in_order(self.time)[0]


def moments(articles: Iterable[AnnotatedArticle], by_time: Mapping[str, Sequence[Named]]) -> list[Moment]:
    """Put dated articles and named times in order; an article stands before what is named of the same time."""
    found = [Moment(one.article.front.published, one.article.id) for one in articles if one.article.front.published]
    found += [Moment(time, None, tuple(named)) for time, named in by_time.items()]
    return sorted(found, key=lambda one: (in_order(one.time), one.time, one.article or "~"))


def years_of(found: Iterable[Moment]) -> dict[int, Year]:
    """Count for each year what was published and how often a time of it is named."""
    published: dict[int, int] = defaultdict(int)
    named: dict[int, int] = defaultdict(int)
    for moment in found:
        published[moment.year] += moment.article is not None
        named[moment.year] += len(moment.named)
    return {year: Year(published[year], named[year]) for year in sorted(published)}


def moments_list(origin: PagePath, found: Iterable[Moment], corpus: Corpus, under: Heading = "") -> Markup:
    """Give moments as a list in order; the year is left out of those that stand under it or under a month of it."""
    items = (
        _published(origin, one, corpus.articles[one.article].article, under, corpus)
        if one.article
        else _named(origin, one, under, corpus)
        for one in found
    )
    return element("ol", join(items), class_="timeline")


def reason(article: Article) -> str:
    """Say on what a date rests that the source does not state, or what was looked for, as far as rights allow."""
    front = article.front
    evidence = front.date_evidence or ""
    return shown_sentence(article, evidence) if front.date_status == "derived" else evidence


def _when(moment: Moment, under: Heading) -> Markup:
    text = told(moment.time)
    if under and ends(moment.time)[0] == moment.time:
        alone = "month not given" if under == "year" else text
        text = text.removesuffix(f" {moment.year}") if len(moment.time) > len("YYYY") else alone
    return element("p", text, class_="when")


def _published(origin: PagePath, moment: Moment, article: Article, under: Heading, corpus: Corpus) -> Markup:
    outlet = corpus.records.get(article.front.source.outlet or "")  # type: ignore[call-overload]
    line = ["published", record_link(origin, outlet) if outlet else "", date_badge(article)]
    why = reason(article) if article.front.date_status == "derived" else ""
    return element(
        "li",
        _when(moment, under)
        + element(
            "div",
            element("p", article_link(origin, article, corpus), class_="title")
            + element("p", join((part for part in line if part), BETWEEN), class_="meta")
            + (element("p", f"Derived from: {why}", class_="meta") if why else Markup("")),
        ),
        class_="published",
        data_kind="published",
        data_year=str(moment.year),
    )


def _named(origin: PagePath, moment: Moment, under: Heading, corpus: Corpus) -> Markup:
    """Give a named time with some sentences, one of each article, printed dates before derived ones."""
    by_article = {one.article: one for one in sorted(moment.named, key=lambda one: one.time.status != "stated")[::-1]}
    chosen = sorted(by_article.values(), key=lambda one: (one.time.status != "stated", moment.named.index(one)))
    shown = chosen[:SENTENCES_SHOWN]
    left = len(moment.named) - len(shown)
    more = element("p", f"and named {count(left, 'more time')}", class_="meta") if left else Markup("")
    return element(
        "li",
        _when(moment, under) + element("div", join(_sentence(origin, one, corpus) for one in shown) + more),
        class_="named",
        data_kind="named",
        data_year=str(moment.year),
    )


def _sentence(origin: PagePath, named: Named, corpus: Corpus) -> Markup:
    annotated = corpus.articles[named.article]
    article, time = annotated.article, named.time
    whole = article.body[named.sentence.start : named.sentence.end]
    shown = shown_sentence(article, whole)
    marked = [(time.start, time.end)]
    words = set_off(article.body, named.sentence, marked) if shown == whole else Markup.escape(shown)
    line: list[str] = ["named in", article_link(origin, article, corpus)]
    if time.status == "derived" and article.front.published:
        line.append(f"worked out from its date, {spoken(article.front.published)}")
    target = sentence_target(origin, annotated, time.start)
    return element(
        "p", element("a", words, href=target, **in_tongue(words, article, corpus)), class_="words"
    ) + element("p", join(line[:2], " ") + (BETWEEN + line[2] if line[2:] else ""), class_="meta")
