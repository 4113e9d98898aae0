"""The page of a record of any kind: what it is, when it was written about, what stands beside it, and every mention."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.addresses import EXPLORE, FilePath, PagePath, beside, html_link, record_page
from generator.facets import search_for
from generator.markup import Markup, element, join
from generator.pages.chart import chart
from generator.pages.connections import connections, connections_page_of
from generator.pages.dossier import dossier_link
from generator.pages.figures import figures_of
from generator.pages.grounds import record_review
from generator.pages.mentioned import Entry, entries, mentioned_in
from generator.pages.page import Feed, LaterPage, Page, PageKind, later
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    anchor,
    badge,
    contents,
    count,
    details,
    facts,
    in_pages,
    link,
    paragraphs,
    record_link,
)
from generator.pages.quotations import quotations_of
from generator.pages.timeline import timeline_of
from generator.tongues import name_tongue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.countries import Country
    from generator.model import Record, RecordId

ARTICLES_A_PAGE = 30
MOST_NAMES = 200
"""Other names of a record that its page shows."""
TERMS_AT_ONCE = 5
SHORT = 3
"""Articles that a reader sees at a glance, so that nothing has to lead past them."""

_AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "iptc": ("IPTC Media Topics", ""),
}
"""Authority files that records name in `same_as`, with the address of a record there."""


def record_pages(record: Record, corpus: Corpus, countries: Mapping[RecordId, Country]) -> Iterator[Page | LaterPage]:
    """Give the pages of a record: the first says what it is, others go on listing its articles, one its connections."""
    first = record_page(record)
    make = partial(_page, countries=countries)
    for path, part, pager in in_pages(first, entries(record, corpus), ARTICLES_A_PAGE):
        yield later(path, make, corpus, record.id, part, pager)
    told = connections_page_of(record, corpus)
    if told:
        yield told


def _page(
    path: PagePath,
    key: RecordId,
    listed: Sequence[Entry],
    pager: Markup,
    corpus: Corpus,
    countries: Mapping[RecordId, Country],
) -> Page:
    record = corpus.records[key]
    is_first = path == record_page(record)
    after = connections(path, record, corpus) if is_first else []
    head = _introduction(path, record, listed, corpus, countries, beside=bool(after)) if is_first else []
    return Page(
        path=path,
        kind=_page_kind(record),
        title=record.label,
        description=record.description,
        feeds=_feeds(path, record) if is_first else (),
        hide=("navigation", "toc"),
        content=paragraphs(*head, *mentioned_in(path, record, listed, corpus), pager, *after),
    )


def _page_kind(record: Record) -> PageKind:
    return record.kind if record.kind in {"country", "topic", "outlet"} else "entity"


def _feeds(path: PagePath, record: Record) -> tuple[Feed, ...]:
    return (
        Feed(html_link(path, beside(path, "feed.atom")), record.label, "application/atom+xml"),
        Feed(html_link(path, beside(path, "feed.json")), record.label, "application/feed+json"),
    )


def _introduction(
    path: PagePath,
    record: Record,
    listed: Sequence[Entry],
    corpus: Corpus,
    countries: Mapping[RecordId, Country],
    *,
    beside: bool,
) -> list[Markup]:
    articles = corpus.articles_of(record.id)
    mentions = sum(len(found) for found in corpus.mentions.get(record.id, {}).values())
    published = corpus.publications.get(record.id, ())
    numbers = [
        Markup.escape(NAMES_OF_KINDS[record.kind][0]),
        Markup.escape(f"{count(len(published), 'article')} from it") if published else "",
        Markup.escape(f"mentioned in {count(len(articles), 'article')}, {count(mentions, 'time')}") if articles else "",
    ]
    own = [corpus.articles[key] for key in published] if published else articles
    explore = html_link(path, EXPLORE) + search_for(record, values=corpus.facet_values)
    ways = [element("a", "Search these articles", href=explore)] if articles else []
    ways += [dossier_link(path)] if articles or published else []
    return [
        element("p", join((number for number in numbers if number), BETWEEN), class_="meta"),
        Markup.escape(record.description),
        _facts(path, record, corpus, countries),
        element("p", join(ways, BETWEEN), class_="ways"),
        _contents(record, listed, corpus, beside=beside),
        *(timeline_of(path, record, corpus) or [chart(annotated.article for annotated in own)]),
        *quotations_of(path, record, corpus),
        *figures_of(path, record, corpus),
    ]


def _contents(record: Record, listed: Sequence[Entry], corpus: Corpus, *, beside: bool) -> Markup:
    """Lead to the parts of the page, with how much there is in each."""
    key = record.id
    articles = {*corpus.mentions.get(key, ()), *corpus.publications.get(key, ())}
    parts = (
        ("Timeline", len({one.time.date for one in corpus.times.by_record.get(key, ())})),
        ("Quotations", len(corpus.statements.by_record.get(key, ()))),
        ("Figures", len(corpus.countings.by_record.get(key, ()))),
    )
    first = [("Articles", anchor(listed[0].under), len(articles))] if listed else []
    last = [("Connections", anchor("Connections"), 0)] if beside else []
    between = [(name, anchor(name), number) for name, number in parts if number]
    return contents([*first, *between, *last]) if between or len(listed) > SHORT else Markup("")


def _other_names(path: PagePath, record: Record) -> Iterator[Markup]:
    """Yield the names under which a record is known too; of very many the rest is left to the table of records."""
    shown = record.aliases[:MOST_NAMES]
    yield from (element("bdi", alias, **name_tongue(alias)) for alias in shown)
    if rest := len(record.aliases) - len(shown):
        yield link(path, FilePath("data/records.jsonl"), f"and {rest:,} more")


def _facts(path: PagePath, record: Record, corpus: Corpus, countries: Mapping[RecordId, Country]) -> Markup:
    country = corpus.records.get((record.country or "").lower())  # type: ignore[call-overload]
    broader = corpus.records.get(record.broader or "")  # type: ignore[call-overload]
    narrower = corpus.narrower.get(record.id, ())
    iso = countries.get(record.id)
    return facts(
        [
            ("Code", record.id.upper() if record.kind == "country" else ""),
            ("Region", BETWEEN.join(part for part in (iso.region, iso.subregion) if part) if iso else ""),
            (
                "Also called",
                join(_other_names(path, record), ", "),
            ),
            ("Country", record_link(path, country) if country and country != record else ""),
            ("Part of", record_link(path, broader) if broader else ""),
            ("Parts and narrower", join((record_link(path, other) for other in narrower), ", ")),
            ("Scope", record.definition),
            ("Found by", _terms(record)),
            ("Identifiers", _identifiers(record)),
            ("Review", badge(record_review(record), record.review.state)),
        ],
    )


def _terms(record: Record) -> Markup:
    """Give the words by which a topic is found, the strongest first, behind their number where they are many."""
    terms = Markup.escape(", ".join(sorted(record.terms, key=lambda term: (-record.terms[term], term))))
    many = len(record.terms) > TERMS_AT_ONCE
    return (
        details(count(len(record.terms), "word or phrase", "words and phrases"), element("p", terms)) if many else terms
    )


def _identifiers(record: Record) -> Markup:
    shown = []
    for authority, identifier in sorted(record.same_as.items()):
        name, address = _AUTHORITIES.get(authority, (authority, ""))
        safe = identifier.isascii() and identifier.replace("-", "").isalnum()
        value = (
            element("a", identifier, href=address.format(identifier), rel="noopener noreferrer")
            if address and safe
            else identifier
        )
        shown.append(Markup("{}: {}").format(name, value))
    return join(shown, ", ")
