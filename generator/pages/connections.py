"""Connections: what stands beside a record, on its page, and on a page of their own the sentences of frequent pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import EXPLORE, connections_page, html_link, record_page
from generator.comentions import COMENTIONS
from generator.facets import search_for
from generator.markup import Markup, element, join
from generator.pages.evidence import sentence, sentence_address
from generator.pages.neighbours import neighbours
from generator.pages.page import Page
from generator.pages.pairs import Pairs
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    article_link,
    contents,
    count,
    date_of,
    heading,
    listing,
    paragraphs,
    record_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.addresses import PagePath
    from generator.comentions import Comention
    from generator.corpus import Corpus
    from generator.model import Record, RecordId
    from generator.pages.pairs import Naming

LINKED = 5
"""Articles in common that a record's page links one by one; pairs with more have a part of a page of their own."""
LOOKED_AT = 8
"""The newest articles of such a pair, among which as many are chosen: first those that name both at once."""
MOST_CHARACTERS = 100_000
"""Of the sentences of a page: where long ones fill it, what follows is told without them."""
APART = Markup(' <span class="apart">…</span> ')
"""Stands between two sentences that are not one after the other."""


def connections(path: PagePath, record: Record, corpus: Corpus) -> list[Markup]:
    """Give the part of a record's page that tells what stands beside it: drawn, and listed with where to read it."""
    beside = _beside(record, corpus)
    if not beside:
        return []
    told = "Named in the same articles, the strongest first; numbers lead to the sentences."
    places = _places(path, record, beside, corpus)
    links = {other: to[0] if len(to) == 1 else f"#{_anchor(other)}" for other, to in places.items()}
    return [
        heading("Connections"),
        element("p", told, class_="meta"),
        neighbours(record, beside, corpus.records, links),
        listing((_item(path, record, one, places[one.record], corpus) for one in beside), "comentions"),
        _rest(path, record, beside, corpus),
    ]


def _item(path: PagePath, record: Record, one: Comention, addresses: Sequence[str], corpus: Corpus) -> Markup:
    """Name a connection; the number of articles leads to their sentences, or a number for each of some does."""
    other, told = corpus.records[one.record], count(one.articles, "article")
    if len(addresses) == 1:
        return element("li", record_link(path, other) + " " + element("a", told, href=addresses[0], class_="times"))
    numbers = [element("a", str(number), href=to, class_="times") for number, to in enumerate(addresses, 1)]
    if one.articles > len(numbers) and record.kind != "outlet":
        numbers.append(element("a", "all", href=_explore(path, record, other, corpus), class_="times"))
    where = element("span", Markup("{}: {}").format(told, join(numbers, " ")), class_="meta")
    return element("li", record_link(path, other) + " " + where, id=_anchor(one.record))


def _rest(path: PagePath, record: Record, beside: Sequence[Comention], corpus: Corpus) -> Markup:
    """Say where more connections are told, if the strongest are not all."""
    if len(beside) < COMENTIONS or record.kind == "outlet":
        return Markup("")
    explore = element("a", "Explore", href=html_link(path, EXPLORE) + search_for(record, values=corpus.facet_values))
    told = Markup("These are the strongest {}; {} tells of all, by its filters.").format(COMENTIONS, explore)
    return element("p", told, class_="meta")


def connections_page_of(record: Record, corpus: Corpus) -> Page | None:
    """Give the page with the sentences that name a record and those that it often stands beside, if any."""
    frequent = [one for one in _beside(record, corpus) if _has_part(record, one, corpus)]
    if not frequent:
        return None
    here = connections_page(record)
    lead = Markup("What more than {} articles name together with {}, the strongest first, with the sentences.")
    sections = [(corpus.records[one.record].label, _anchor(one.record), 0) for one in frequent]
    return Page(
        path=here,
        kind="connections",
        title=f"Connections of {record.label}",
        description=f"What is often named in the same articles as {record.label}, with the sentences.",
        hide=("navigation", "toc"),
        content=paragraphs(
            element("p", lead.format(LINKED, record_link(here, record))),
            contents(sections),
            *_sections(here, record, frequent, corpus),
        ),
    )


def evidence_address(path: PagePath, record: Record, one: Comention, corpus: Corpus) -> str:
    """Give the address at which the sentences of two records can be read, or where they are linked one by one."""
    if one.articles > 1 and not _has_part(record, one, corpus):
        return f"{html_link(path, record_page(record))}#{_anchor(one.record)}"
    return _places(path, record, [one], corpus)[one.record][0]


def _beside(record: Record, corpus: Corpus) -> list[Comention]:
    return [one for one in corpus.comentions.get(record.id, ()) if one.record in corpus.records]


def _has_part(record: Record, one: Comention, corpus: Corpus) -> bool:
    """Tell whether the sentences of two records stand on the page of the connections of the first."""
    return one.articles > LINKED and corpus.mentioned_in[record.id] >= corpus.connected_from


def _anchor(record: RecordId) -> str:
    return f"with-{record}"


def _explore(path: PagePath, record: Record, other: Record, corpus: Corpus) -> str:
    return html_link(path, EXPLORE) + search_for(record, other, values=corpus.facet_values)


def _places(path: PagePath, record: Record, beside: Sequence[Comention], corpus: Corpus) -> dict[RecordId, list[str]]:
    """Give where the sentences of a record and each of some others can be read: in articles, or a part of its page."""
    pairs = Pairs(record.id, corpus)
    shared = pairs.shared((one for one in beside if not _has_part(record, one, corpus)), LINKED)
    own, page = html_link(path, record_page(record)), html_link(path, connections_page(record))
    places = {}
    for one in beside:
        if one.record in shared:
            namings = [pairs.naming(annotated, one.record) for annotated in shared[one.record]]
            places[one.record] = [sentence_address(path, each.article, *each.place) for each in namings] or [own]
        else:
            places[one.record] = [f"{page}#{_anchor(one.record)}"]
    return places


def _sections(here: PagePath, record: Record, beside: Sequence[Comention], corpus: Corpus) -> Iterator[Markup]:
    size = 0
    pairs = Pairs(record.id, corpus)
    shared = pairs.shared(beside, LOOKED_AT)
    for one in beside:
        other = corpus.records[one.record]
        namings = pairs.namings(shared[one.record], one.record, LINKED) if size < MOST_CHARACTERS else []
        entries = [_entry(here, naming, corpus) for naming in namings]
        size += sum(map(len, entries))
        facts = [NAMES_OF_KINDS[other.kind][0], f"{count(one.articles, 'article')} in common"]
        if record.kind != "outlet":
            facts.append(element("a", "All of them in Explore", href=_explore(here, record, other, corpus)))
        title = element("h2", record_link(here, other))
        yield element(
            "section",
            title + element("p", join(facts, BETWEEN), class_="meta") + listing(entries, "mentions"),
            id=_anchor(one.record),
            class_="connection",
        )


def _entry(here: PagePath, naming: Naming, corpus: Corpus) -> Markup:
    article = naming.article.article
    quoted = (sentence(here, naming.article, *one, corpus.site.language) for one in naming.sentences)
    title = article_link(here, article, corpus)
    where = element("p", Markup("{}, {}").format(title, date_of(article)), class_="meta")
    return element("li", join((one for one in quoted if one), APART) + where)
