"""The page of a record of any kind: what it is, when it was written about, what stands beside it, and every mention."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from generator.addresses import EXPLORE, PagePath, article_page, beside, html_link, record_page
from generator.facets import search_for
from generator.markup import Markup, element, join
from generator.pages.chart import chart
from generator.pages.connections import connections, connections_page_of
from generator.pages.evidence import evidence
from generator.pages.figures import figures_of
from generator.pages.grounds import grounds, record_review
from generator.pages.page import Feed, Page, PageKind
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    article_item,
    article_meta,
    badge,
    count,
    details,
    facts,
    heading,
    in_pages,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.quotations import quotations_of
from generator.pages.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.countries import Country
    from generator.model import AnnotatedArticle, Record, RecordId

ARTICLES_A_PAGE = 30

_AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "iptc": ("IPTC Media Topics", ""),
}
"""Authority files that records name in `same_as`, with the address of a record there."""


def record_pages(record: Record, corpus: Corpus, countries: Mapping[RecordId, Country]) -> Iterator[Page]:
    """Give the pages of a record: the first says what it is, others go on listing its articles, one its connections."""
    first = record_page(record)
    entries = _entries(record, corpus)
    for path, part, pager in in_pages(first, entries, ARTICLES_A_PAGE):
        head = _introduction(path, record, corpus, countries) if path == first else []
        articles = [article for _, article in part]
        yield Page(
            path=path,
            kind=_page_kind(record),
            title=record.label,
            description=record.description,
            feeds=_feeds(path, record) if path == first else (),
            content=paragraphs(*head, *_articles(path, record, part, corpus), pager if articles else ""),
        )
    told = connections_page_of(record, corpus)
    if told:
        yield told


def _page_kind(record: Record) -> PageKind:
    return record.kind if record.kind in {"country", "topic", "outlet"} else "entity"


def _feeds(path: PagePath, record: Record) -> tuple[Feed, ...]:
    return (
        Feed(html_link(path, beside(path, "feed.atom")), record.label, "application/atom+xml"),
        Feed(html_link(path, beside(path, "feed.json")), record.label, "application/feed+json"),
    )


def _entries(record: Record, corpus: Corpus) -> list[tuple[str, AnnotatedArticle]]:
    """Give the articles to list, each with the heading it stands under, headings in order."""
    mentioning = corpus.articles_of(record.id)
    if record.kind == "country":
        return _by_weight(record, mentioning)
    if record.kind == "outlet":
        published = [corpus.articles[key] for key in corpus.publications.get(record.id, ())]
        own = {annotated.article.id for annotated in published}
        others = [annotated for annotated in mentioning if annotated.article.id not in own]
        return [("Articles from here", article) for article in published] + [
            ("Mentioned in", article) for article in others
        ]
    return [("Articles" if record.kind == "topic" else "Mentions", article) for article in mentioning]


def _by_weight(record: Record, articles: Sequence[AnnotatedArticle]) -> list[tuple[str, AnnotatedArticle]]:
    about = {
        annotated.article.id
        for annotated in articles
        for country in annotated.annotation.countries
        if country.id == record.id and country.about
    }
    titles = (f"Articles about {record.label}", "Also mentioned in")
    entries = [(titles[annotated.article.id not in about], annotated) for annotated in articles]
    return sorted(entries, key=lambda entry: titles.index(entry[0]))


def _introduction(
    path: PagePath, record: Record, corpus: Corpus, countries: Mapping[RecordId, Country]
) -> list[Markup]:
    articles = corpus.articles_of(record.id)
    mentions = sum(len(found) for found in corpus.mentions.get(record.id, {}).values())
    published = corpus.publications.get(record.id, ())
    numbers = [
        Markup.escape(NAMES_OF_KINDS[record.kind][0]),
        Markup.escape(f"{count(len(published), 'article')} from here") if published else "",
        Markup.escape(f"mentioned in {count(len(articles), 'article')}, {count(mentions, 'time')}") if articles else "",
    ]
    own = [corpus.articles[key] for key in published] if published else articles
    explore = html_link(path, EXPLORE) + search_for(record, values=corpus.facet_values)
    return [
        element("p", join((number for number in numbers if number), BETWEEN), class_="meta"),
        Markup.escape(record.description),
        element("p", element("a", "Search these articles", href=explore, class_="explore-link"))
        if articles
        else Markup(""),
        _facts(path, record, corpus, countries),
        *(timeline_of(path, record, corpus) or [chart(annotated.article for annotated in own)]),
        *quotations_of(path, record, corpus),
        *figures_of(path, record, corpus),
        *connections(path, record, corpus),
    ]


def _facts(path: PagePath, record: Record, corpus: Corpus, countries: Mapping[RecordId, Country]) -> Markup:
    country = corpus.records.get((record.country or "").lower())  # type: ignore[call-overload]
    broader = corpus.records.get(record.broader or "")  # type: ignore[call-overload]
    narrower = corpus.narrower.get(record.id, ())
    iso = countries.get(record.id)
    return facts(
        [
            ("Code", record.id.upper() if record.kind == "country" else ""),
            ("Region", BETWEEN.join(part for part in (iso.region, iso.subregion) if part) if iso else ""),
            ("Also called", join((element("bdi", alias) for alias in record.aliases), ", ")),
            ("Country", record_link(path, country) if country and country != record else ""),
            ("Part of", record_link(path, broader) if broader else ""),
            ("Parts and narrower", join((record_link(path, other) for other in narrower), ", ")),
            ("Scope", record.definition),
            ("Terms", ", ".join(sorted(record.terms, key=lambda term: (-record.terms[term], term)))),
            ("Identifiers", _identifiers(record)),
            ("Review", badge(record_review(record), record.review.state)),
        ],
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


def _articles(
    path: PagePath, record: Record, part: Sequence[tuple[str, AnnotatedArticle]], corpus: Corpus
) -> Iterator[Markup]:
    """List articles under their headings, each with the sentences that mention the record, if any may be shown."""
    for under, entries in groupby(part, key=itemgetter(0)):
        yield heading(under)
        shown = [(annotated, _evidence(path, record, annotated, corpus)) for _, annotated in entries]
        for quoted, group in groupby(shown, key=lambda entry: bool(entry[1])):
            if quoted:
                yield from (_entry(path, annotated, told, corpus) for annotated, told in group)
            else:
                yield listing(article_item(path, annotated, corpus) for annotated, _ in group)


def _evidence(path: PagePath, record: Record, annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    """Give the sentences of an article that mention a record, and the control that tells how it was found."""
    mentions = corpus.mentions.get(record.id, {}).get(annotated.article.id, ())
    sentences = evidence(path, annotated, mentions)
    if not sentences:
        return Markup("")
    return sentences + details("How this was found", grounds(path, annotated, record, mentions, corpus))


def _entry(path: PagePath, annotated: AnnotatedArticle, told: Markup, corpus: Corpus) -> Markup:
    title = link(path, article_page(annotated.article.id), annotated.article.front.title)
    meta = article_meta(path, annotated.article, corpus)
    return element("div", element("p", title, class_="title") + meta + told, class_="entry")
