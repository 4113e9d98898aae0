"""The index pages: articles by year, countries by region, topics, entities from A to Z and by kind, outlets."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import PagePath, section_page
from generator.markup import Markup, element
from generator.model import ENTITY_KINDS
from generator.pages.chart import chart
from generator.pages.dating import NOT_STATED
from generator.pages.page import Feed, LaterPage, Page, later
from generator.pages.parts import (
    NAMES_OF_KINDS,
    NO_DATE,
    cited_item,
    count,
    heading,
    in_pages,
    letter_of,
    link,
    listing,
    paragraphs,
    record_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.countries import Country
    from generator.model import ArticleId, Record, RecordId

ARTICLES_A_PAGE = 50
RECORDS_A_PAGE = 200

TITLES = {
    "articles": "Articles",
    "stories": "Stories",
    "countries": "Countries",
    "topics": "Topics",
    "entities": "Entities",
    "outlets": "Outlets",
}


class _Listing(NamedTuple):
    """A listing that may fill several pages: where it begins, its title, what comes before it, and its entries."""

    first: PagePath
    title: str
    lead: Markup
    description: str = ""


def section_pages(corpus: Corpus, countries: Mapping[RecordId, Country]) -> Iterator[Page | LaterPage]:
    """Give the index pages of every section."""
    yield from _article_indexes(corpus)
    yield from _country_index(corpus, countries)
    yield from _records_index(
        "topics", corpus.of_kind("topic"), corpus, "What the articles are about, with definitions."
    )
    yield from _entity_indexes(corpus)
    outlets = "Who published the articles, and whom they quote."
    yield from _records_index("outlets", corpus.of_kind("outlet"), corpus, outlets)


def _article_indexes(corpus: Corpus) -> Iterator[LaterPage]:
    first = section_page("articles")
    articles = list(corpus.articles.values())
    years = [(year, list(of_year)) for year, of_year in groupby(articles, key=_year)]
    links = (
        element("li", link(first, _year_page(year), year) + " " + element("span", str(len(of_year)), class_="meta"))
        for year, of_year in years
    )
    not_stated = sum(annotated.article.front.date_status != "stated" for annotated in articles)
    dates = link(first, NOT_STATED, "Dates that are not stated") + f": {count(not_stated, 'article')}"
    lead = paragraphs(
        chart(annotated.article for annotated in articles),
        element("nav", listing(links, "letters"), aria_label="Articles by year") if years else "",
        element("p", dates, class_="meta") if not_stated else "",
    )
    description = f"All {count(len(articles), 'article')}, newest first." if articles else ""
    yield from _article_pages(_Listing(first, TITLES["articles"], lead, description), articles, corpus)
    for year, of_year in years:
        title = f"Articles of {year}" if year != NO_DATE else "Articles without a date"
        lead = chart(annotated.article for annotated in of_year)
        yield from _article_pages(_Listing(_year_page(year), title, lead), of_year, corpus)


def _article_pages(of: _Listing, articles: Sequence[AnnotatedArticle], corpus: Corpus) -> Iterator[LaterPage]:
    keys = [annotated.article.id for annotated in articles]
    for path, part, pager in in_pages(of.first, keys, ARTICLES_A_PAGE):
        lead = of.lead if path == of.first else Markup("")
        yield later(path, _article_page, corpus, of._replace(lead=lead), part, pager)


def _article_page(path: PagePath, of: _Listing, keys: Sequence[ArticleId], pager: Markup, corpus: Corpus) -> Page:
    blocks = [of.lead]
    for year, of_year in groupby((corpus.articles[key] for key in keys), key=_year):
        items = listing(cited_item(path, annotated, corpus) for annotated in of_year)
        blocks += [items] if of.first == _year_page(year) else [heading(year.capitalize()), items]
    return _index_page(path, of, paragraphs(*blocks, pager), feed=of.first == section_page("articles"))


def _year(annotated: AnnotatedArticle) -> str:
    return (annotated.article.front.published or NO_DATE)[:7].split("-")[0]


def _year_page(year: str) -> PagePath:
    return PagePath(f"articles/years/{year}.md")


def _country_index(corpus: Corpus, countries: Mapping[RecordId, Country]) -> Iterator[Page]:
    path = section_page("countries")
    shown = sorted(corpus.of_kind("country"), key=lambda record: _region(record, countries))
    blocks = []
    for region, records in groupby(shown, key=lambda record: _region(record, countries)):
        blocks += [heading(region), listing((_record_item(path, record, corpus) for record in records), "records")]
    description = "Countries that the articles are about or mention, by region."
    yield _index_page(path, _Listing(path, TITLES["countries"], Markup(""), description), paragraphs(*blocks))


def _region(record: Record, countries: Mapping[RecordId, Country]) -> str:
    country = countries.get(record.id)
    return country.region if country else "Other"


def _entity_indexes(corpus: Corpus) -> Iterator[Page]:
    first = section_page("entities")
    kinds = [(kind, corpus.of_kind(kind)) for kind in ENTITY_KINDS]
    links = (
        element(
            "li",
            link(first, _kind_page(kind), NAMES_OF_KINDS[kind][1])
            + " "
            + element("span", str(len(records)), class_="meta"),
        )
        for kind, records in kinds
        if records
    )
    by_kind = listing(links, "letters kinds")
    lead = element("nav", by_kind, aria_label="Entities by kind") if by_kind else Markup("")
    description = "People, organisations, groups, places, events, works and programmes that the articles name."
    yield from _letter_pages(_Listing(first, TITLES["entities"], lead, description), corpus.entities, corpus)
    for kind, records in kinds:
        if records:
            several = NAMES_OF_KINDS[kind][1]
            lead = element("p", link(_kind_page(kind), first, "All entities"))
            yield from _letter_pages(_Listing(_kind_page(kind), several, lead), records, corpus)


def _kind_page(kind: str) -> PagePath:
    return PagePath(f"entities/kinds/{kind}.md")


def _letter_pages(of: _Listing, records: Sequence[Record], corpus: Corpus) -> Iterator[Page]:
    for path, part, pager in in_pages(of.first, records, RECORDS_A_PAGE):
        blocks = [of.lead] if path == of.first else []
        for letter, of_letter in groupby(part, key=letter_of):
            items = (_record_item(path, record, corpus, with_kind=True) for record in of_letter)
            blocks += [heading(letter), listing(items, "records")]
        yield _index_page(path, of, paragraphs(*blocks, pager))


def _records_index(section: str, records: Sequence[Record], corpus: Corpus, description: str) -> Iterator[Page]:
    first = section_page(section)
    for path, part, pager in in_pages(first, records, RECORDS_A_PAGE):
        items = listing((_record_item(path, record, corpus) for record in part), "records")
        yield _index_page(path, _Listing(first, TITLES[section], Markup(""), description), paragraphs(items, pager))


def _record_item(path: PagePath, record: Record, corpus: Corpus, *, with_kind: bool = False) -> Markup:
    articles = {*corpus.mentions.get(record.id, ()), *corpus.publications.get(record.id, ())}
    told = [NAMES_OF_KINDS[record.kind][0]] if with_kind else []
    told.append(count(len(articles), "article"))
    return element(
        "li",
        record_link(path, record)
        + " "
        + element("span", ", ".join(told), class_="meta")
        + (element("p", record.description, class_="snippet") if record.description else Markup("")),
    )


def _index_page(path: PagePath, of: _Listing, content: Markup, *, feed: bool = False) -> Page:
    lead = Markup.escape(of.description) if path == of.first else Markup("")
    content = content or Markup("Nothing stands here yet.")
    return Page(
        path=path,
        kind="index",
        title=of.title,
        description=of.description,
        content=paragraphs(lead, content),
        feeds=(Feed(_feed(path), of.title, "application/atom+xml"),) if feed else (),
    )


def _feed(path: PagePath) -> str:
    return f"{'../' * path.count('/')}{'../' if not path.endswith('index.md') else ''}feeds/all.atom"
