"""The timeline: all that is dated, by year; and what is dated beside a record, on its page and on one of its own."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from generator.addresses import TIMELINE, UNDATED, html_link, timeline_page, year_page
from generator.dates import MONTHS, in_order
from generator.markup import Markup, element, join
from generator.pages.filters import Choice, filter_form, only_here
from generator.pages.moments import Moment, moments, moments_list, reason, years_of
from generator.pages.page import LaterPage, Page, later
from generator.pages.parts import (
    BETWEEN,
    article_link,
    article_meta,
    count,
    heading,
    in_pages,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.strip import Year, strip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Record, RecordId
    from generator.times import Named

ON_ONE_PAGE = 120
"""Moments that the timeline shows on its first page; where there are more, each year has a page of its own."""
MOMENTS_A_PAGE = 80
UNDATED_A_PAGE = 60
OF_A_RECORD = 4
"""Named times on a record's page; where there are more, a page of their own has them all."""

_LEAD = "When the articles were published, and the dates that they name. The two are kept apart."


def timeline_pages(corpus: Corpus) -> Iterator[Page | LaterPage]:
    """Give the timeline of the corpus."""
    found = moments(corpus.articles.values(), corpus.times.by_time)
    undated = [one for one in corpus.articles.values() if not one.article.front.published]
    together = len(found) <= ON_ONE_PAGE
    years = years_of(found)
    drawing = strip(years, lambda year: f"#y{year}" if together else html_link(TIMELINE, year_page(year)))
    blocks = [*_by_year(TIMELINE, found, corpus)] if together else []
    if undated and together:
        blocks.append(_undated(TIMELINE, undated, corpus))
    told = [_numbers(years) if corpus.articles else Markup("Nothing stands here yet.")]
    if undated:
        target = "#undated" if together else html_link(TIMELINE, UNDATED)
        told.append(element("a", f"{count(len(undated), 'article')} without a date", href=target))
    lead = [Markup.escape(_LEAD), element("p", join(told, BETWEEN), class_="meta"), drawing]
    yield _page(TIMELINE, "Timeline", _LEAD, [*lead, _filter(found, Markup("")) if together else Markup(""), *blocks])
    if not together:
        for year, of_year in groupby(found, key=lambda moment: moment.year):
            yield from _year_pages(year, list(of_year), corpus)
        yield from _undated_pages(undated, corpus)


def timelines_about(key: RecordId, corpus: Corpus) -> Iterator[LaterPage]:
    """Give the pages of what is dated beside a record, which has some only if there is much."""
    record, by_time = corpus.records[key], _by_time(corpus.times.by_record[key])
    if len(by_time) <= OF_A_RECORD:
        return
    found = moments(corpus.articles_of(key), by_time)
    first, years = timeline_page(key), years_of(found)
    lead = f"When articles that mention {record.label} were published, and the times named beside it."
    for path, part, pager in in_pages(first, found, MOMENTS_A_PAGE):
        told = join([record_link(path, record), _numbers(years), link(path, TIMELINE, "all times")], BETWEEN)
        drawing = strip(years, _to_year(path, first, found)) if path == first else Markup("")
        opening = Markup.escape(lead) if path == first else ""
        note = only_here(path, pager, corpus, record)
        head = paragraphs(opening, element("p", told, class_="meta"), drawing, _filter(part, note))
        yield later(path, _page_about, corpus, f"Timeline of {record.label}", lead, head, part, pager)


def _page_about(
    path: PagePath, title: str, lead: str, head: Markup, part: Sequence[Moment], pager: Markup, corpus: Corpus
) -> Page:
    return _page(path, title, lead, [head, *_by_year(path, part, corpus), pager])


def timeline_of(origin: PagePath, record: Record, corpus: Corpus) -> list[Markup]:
    """Give the small timeline of a record, for its page; nothing where no time is named beside it."""
    by_time = _by_time(corpus.times.by_record.get(record.id, ()))
    if not by_time:
        return []
    found = moments(corpus.articles_of(record.id), by_time)
    alone, page = len(by_time) > OF_A_RECORD, timeline_page(record.id)
    told = [_numbers(years_of(found))]
    if alone:
        told.append(link(origin, page, f"all {count(len(by_time), 'date')} named"))
    chosen = sorted(
        by_time, key=lambda time: (-len({one.article for one in by_time[time]}), -len(time), in_order(time))
    )
    shown = moments((), {time: by_time[time] for time in chosen[:OF_A_RECORD]})
    return [
        heading("Timeline"),
        element("p", join(told, BETWEEN), class_="meta"),
        strip(years_of(found), _to_year(origin, page, found) if alone else None),
        moments_list(origin, shown, corpus),
    ]


def _by_time(named: Iterable[Named]) -> dict[str, list[Named]]:
    by_time: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        by_time[one.time.date].append(one)
    return by_time


def _to_year(origin: PagePath, first: PagePath, found: Sequence[Moment]) -> Callable[[int], str]:
    """Give what leads to a year on the pages of a timeline."""
    on_page: dict[int, PagePath] = {}
    for path, part, _ in in_pages(first, found, MOMENTS_A_PAGE):
        for moment in part:
            on_page.setdefault(moment.year, path)
    return lambda year: f"{html_link(origin, on_page[year])}#y{year}"


def _by_year(path: PagePath, found: Sequence[Moment], corpus: Corpus) -> Iterator[Markup]:
    for year, group in groupby(found, key=lambda moment: moment.year):
        of_year = list(group)
        title = element("h2", str(year), id=f"y{year}")
        head = element("header", title + element("p", _numbers(years_of(of_year)), class_="meta"))
        yield element("section", head + moments_list(path, of_year, corpus, "year"), data_group="")


def _year_pages(year: int, found: Sequence[Moment], corpus: Corpus) -> Iterator[LaterPage]:
    """Give the pages of a year, by month; what tells no month comes last."""
    numbers = _numbers(years_of(found))
    for path, part, pager in in_pages(year_page(year), found, MOMENTS_A_PAGE):
        yield later(path, _year_page, corpus, year, numbers, part, pager)


def _year_page(
    path: PagePath, year: int, numbers: Markup, part: Sequence[Moment], pager: Markup, corpus: Corpus
) -> Page:
    blocks = []
    for month, group in groupby(part, key=lambda moment: in_order(moment.time)[1]):
        title = f"{MONTHS[month - 1]} {year}" if month <= len(MONTHS) else f"{year}, month not given"
        section = element("header", element("h2", title)) + moments_list(path, group, corpus, "month")
        blocks.append(element("section", section, data_group=""))
    told = element("p", join([numbers, link(path, TIMELINE, "all years")], BETWEEN), class_="meta")
    lead = f"What was published in {year}, and what the articles tell of it."
    opening = [Markup.escape(lead)] if path == year_page(year) else []
    return _page(path, str(year), lead, [*opening, told, _filter(part, only_here(path, pager, corpus)), *blocks, pager])


def _undated_pages(undated: Sequence[AnnotatedArticle], corpus: Corpus) -> Iterator[Page]:
    for path, part, pager in in_pages(UNDATED, undated, UNDATED_A_PAGE) if undated else ():
        back = element("p", link(path, TIMELINE, "Timeline"), class_="meta")
        lead = "What was looked for, and why it gave no date."
        yield _page(
            path, "Articles without a date", lead, [Markup.escape(lead), back, _reasons(path, part, corpus), pager]
        )


def _undated(path: PagePath, undated: Sequence[AnnotatedArticle], corpus: Corpus) -> Markup:
    title = element("h2", "Articles without a date", id="undated")
    head = element("header", title + element("p", count(len(undated), "article"), class_="meta"))
    return element("section", head + _reasons(path, undated, corpus))


def _reasons(path: PagePath, undated: Iterable[AnnotatedArticle], corpus: Corpus) -> Markup:
    items = (
        element(
            "li",
            article_link(path, one.article, corpus)
            + article_meta(path, one.article, corpus)
            + element("p", reason(one.article), class_="snippet"),
        )
        for one in undated
    )
    return listing(items)


def _numbers(years: Mapping[int, Year]) -> Markup:
    """Say how many articles were published and how often times are named."""
    published, named = (sum(year[place] for year in years.values()) for place in (0, 1))
    told = [
        f"{count(published, 'article')} published" if published else "",
        f"{count(named, 'date')} named" if named else "",
    ]
    return Markup.escape(", ".join(part for part in told if part))


def _filter(found: Sequence[Moment], note: Markup) -> Markup:
    kinds = [("published", "Published"), ("named", "Named in the text")]
    there = {"published" if moment.article else "named" for moment in found}
    by_kind = Choice("kind", "What", [(key, name) for key, name in kinds if key in there])
    years = sorted({str(moment.year) for moment in found})
    by_year = Choice("year", "Year", [(year, year) for year in years])
    return filter_form("Words", len(found), by_kind, by_year, note=note)


def _page(path: PagePath, title: str, description: str, blocks: Sequence[Markup]) -> Page:
    return Page(
        path=path,
        kind="index",
        title=title,
        description=description,
        hide=("navigation", "toc"),
        filtered=True,
        content=paragraphs(*blocks),
    )
