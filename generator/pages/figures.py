"""The pages of figures: what is counted, by sort; under each sort the figures that count the same side by side."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from generator.addresses import FIGURES, figures_about_page, figures_page, html_link
from generator.markup import Markup, element, join
from generator.pages.counted import countings_list, drawn_range, given_by, name_of, numbers_of
from generator.pages.filters import Choice, filter_form, only_here
from generator.pages.page import LaterPage, Page, later
from generator.pages.parts import BETWEEN, count, heading, in_pages, link, listing, paragraphs, record_link
from generator.pages.said import year_of
from generator.sorts import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.countings import Counting, Group
    from generator.model import Record, RecordId
    from generator.sorts import Sort

FIGURES_A_PAGE = 80
GROUPS_SHOWN = 6
"""Groups of a sort on the page of all sorts."""
OF_A_RECORD = 5
"""Figures on a record's page; where there are more, a page of their own has them all."""
_Entry = tuple["Group | None", "Counting"]
"""A figure, and the group that it stands in where that has several."""
_ONCE, _ONCE_ID = "Counted once", "once"

_LEAD = "Which number is given for what, by whom and when. Numbers that count the same stand side by side."


def figure_pages(corpus: Corpus) -> Iterator[Page | LaterPage]:
    """Give the page of all sorts, and those of each sort."""
    yield _index(corpus)
    for sort, groups in corpus.countings.by_sort.items():
        yield from _sort_pages(sort, groups, corpus)


def pages_about(key: RecordId, corpus: Corpus) -> Iterator[LaterPage]:
    """Give the pages of all figures about a record, which has some only if there are many."""
    found = corpus.countings.by_record[key]
    if len(found) > OF_A_RECORD:
        yield from _pages_about(corpus.records[key], found, corpus)


def figures_of(origin: PagePath, record: Record, corpus: Corpus) -> list[Markup]:
    """Give the figures that stand beside a record's name, for its page: what happened to people first."""
    found = corpus.countings.by_record.get(record.id, ())
    if not found:
        return []
    told = [Markup.escape(f"{count(len(found), 'number')} in sentences that name {record.label}, or in the next one")]
    if len(found) > OF_A_RECORD:
        told.append(link(origin, figures_about_page(record.id), f"all {count(len(found), 'figure')}"))
    return [
        heading("Figures"),
        element("p", join(told, BETWEEN), class_="meta"),
        countings_list(origin, _chosen(found), corpus),
    ]


def _chosen(found: Sequence[Counting]) -> list[Counting]:
    """Choose the newest figure of each sort, then the next of each, as many as a record's page shows."""
    places: Counter[Sort] = Counter()
    ranked: list[tuple[int, Counting]] = []
    for counting in _by_sort(found):
        ranked.append((places[counting.sort], counting))
        places[counting.sort] += 1
    ranked.sort(key=lambda entry: entry[0])
    return _by_sort([counting for _, counting in ranked[:OF_A_RECORD]])


def _by_sort(found: Sequence[Counting]) -> list[Counting]:
    order = list(TITLES)
    return sorted(found, key=lambda counting: order.index(counting.sort))


def _index(corpus: Corpus) -> Page:
    by_sort = corpus.countings.by_sort
    found = [counting for groups in by_sort.values() for group in groups for counting in group.countings]
    articles = count(len({counting.article for counting in found}), "article")
    return Page(
        path=FIGURES,
        kind="index",
        title="Figures",
        description=_LEAD,
        hide=("navigation", "toc"),
        content=paragraphs(
            Markup.escape(_LEAD),
            element("p", f"{count(len(found), 'figure')} in {articles}", class_="meta"),
            *(_overview(sort, groups, corpus) for sort, groups in by_sort.items()),
        ),
    )


def _overview(sort: Sort, groups: Sequence[Group], corpus: Corpus) -> Markup:
    """Give a sort with what it counts most often."""
    number = sum(len(group.countings) for group in groups)
    title = element("h2", link(FIGURES, figures_page(sort), TITLES[sort]))
    head = element("header", title + element("p", count(number, "figure"), class_="meta"))
    page, pages = html_link(FIGURES, figures_page(sort)), _first_pages(sort, groups)
    items = [
        element(
            "li",
            element(
                "a",
                name_of(group, corpus),
                href=f"{html_link(FIGURES, pages[_anchor(group)])}#{_anchor(group)}",
            )
            + " "
            + element("span", numbers_of(group, corpus), class_="meta"),
        )
        for group in sorted(groups, key=lambda group: len(group.countings) == 1)[:GROUPS_SHOWN]
    ]
    if len(groups) > len(items):
        items.append(element("li", element("a", f"{len(groups) - len(items):,} more", href=page)))
    return element("section", head + listing(items, "counts"))


def _anchor(group: Group) -> str:
    """Give the id of a group's heading; what is counted once stands under one."""
    if len(group.countings) == 1:
        return _ONCE_ID
    return "-".join(part for part in (group.noun.replace(" ", "-").lower(), group.about or "all") if part)


def _entries(groups: Sequence[Group]) -> list[_Entry]:
    """Give the figures of a sort in the order of its pages: what is counted only once comes last."""
    several = [(group, counting) for group in groups if len(group.countings) > 1 for counting in group.countings]
    return [*several, *((None, group.countings[0]) for group in groups if len(group.countings) == 1)]


def _first_pages(sort: Sort, groups: Sequence[Group]) -> dict[str, PagePath]:
    """Tell on which page each group of a sort begins, by the id of its heading."""
    found: dict[str, PagePath] = {}
    for path, part, _ in in_pages(figures_page(sort), _entries(groups), FIGURES_A_PAGE):
        for group, _ in part:
            found.setdefault(_anchor(group) if group else _ONCE_ID, path)
    return found


def _sort_pages(sort: Sort, groups: Sequence[Group], corpus: Corpus) -> Iterator[LaterPage]:
    """Give the groups of a sort; what is counted only once comes last, under one heading."""
    entries = _entries(groups)
    told = {(group.noun, group.about): _told(group) for group in groups}
    lead = f"{count(len(entries), 'figure')}, each in its sentence; those that count the same, largest first."
    for path, part, pager in in_pages(figures_page(sort), entries, FIGURES_A_PAGE):
        make = partial(_sort_page, path, TITLES[sort], lead, part, pager, corpus)
        shown = [(counting, told[group.noun, group.about] if group else None) for group, counting in part]
        yield LaterPage(path, make, (lead, pager, _runs(shown)))


def _told(group: Group) -> tuple[object, ...]:
    """Give what each page of a group tells of it as a whole; all its figures would be many, for each of many pages."""
    values = [counting.figure.value for counting in group.countings]
    return group.noun, group.about, group.articles, group.countings[0], values


def _runs(shown: Sequence[tuple[Counting, object]]) -> list[tuple[object, list[Counting]]]:
    """Put together the figures of one group that stand after one another."""
    return [(told, [one for one, _ in run]) for told, run in groupby(shown, key=lambda entry: entry[1])]


def _sort_page(path: PagePath, title: str, lead: str, part: Sequence[_Entry], pager: Markup, corpus: Corpus) -> Page:
    blocks = [
        _group(path, group, [counting for _, counting in of_group], corpus)
        for group, of_group in groupby(part, key=lambda entry: entry[0])
    ]
    return _page(path, title, lead, part, [*blocks, pager], corpus)


def _group(path: PagePath, group: Group | None, found: Sequence[Counting], corpus: Corpus) -> Markup:
    if group is None:
        head = element("header", element("h2", _ONCE, id=_ONCE_ID))
        drawing = Markup("")
    else:
        about = corpus.records.get(group.about) if group.about else None
        name = record_link(path, about) if about and not group.noun else Markup.escape(name_of(group, corpus))
        numbers = element("p", numbers_of(group, corpus), class_="meta")
        head = element("header", element("h2", name, id=_anchor(group)) + numbers)
        begins = found[0] == group.countings[0]
        drawing = drawn_range([counting.figure.value for counting in group.countings]) if begins else Markup("")
    return element("section", head + drawing + countings_list(path, found, corpus), data_group="")


def _page(
    path: PagePath,
    title: str,
    lead: str,
    part: Sequence[tuple[object, Counting]],
    blocks: Sequence[Markup],
    corpus: Corpus,
) -> Page:
    return Page(
        path=path,
        kind="index",
        title=title,
        description=lead,
        hide=("navigation", "toc"),
        filtered=True,
        content=paragraphs(
            Markup.escape(lead),
            element("p", link(path, FIGURES, "All figures"), class_="meta"),
            _filter([counting for _, counting in part], corpus, only_here(path, blocks[-1], corpus)),
            *blocks,
        ),
    )


def _pages_about(record: Record, found: Sequence[Counting], corpus: Corpus) -> Iterator[LaterPage]:
    """Give all figures that stand beside a record's name, by sort."""
    entries = [(counting.sort, counting) for counting in _by_sort(found)]
    first = figures_about_page(record.id)
    lead = f"{count(len(found), 'number')} in sentences that name {record.label}, or in the next one."
    for path, part, pager in in_pages(first, entries, FIGURES_A_PAGE):
        yield later(path, _page_about, corpus, record, lead, part, pager)


def _page_about(
    path: PagePath, record: Record, lead: str, part: Sequence[tuple[Sort, Counting]], pager: Markup, corpus: Corpus
) -> Page:
    blocks = [
        element(
            "section",
            element("header", element("h2", TITLES[sort]))
            + countings_list(path, [counting for _, counting in of_sort], corpus),
            data_group="",
        )
        for sort, of_sort in groupby(part, key=lambda entry: entry[0])
    ]
    back = element("p", record_link(path, record), class_="meta")
    return _page(path, f"Figures about {record.label}", lead, part, [back, *blocks, pager], corpus)


def _filter(found: Sequence[Counting], corpus: Corpus, note: Markup) -> Markup:
    years = sorted({year_of(corpus.articles[one.article].article) for one in found}, reverse=True)
    givers = {given_by(one) for one in found}
    by_giver = [(key, name) for key, name in (("source", "A source"), ("article", "The article")) if key in givers]
    return filter_form(
        "Words",
        len(found),
        Choice("given", "Given by", by_giver),
        Choice("year", "Year", [(year, year) for year in years]),
        note=note,
    )
