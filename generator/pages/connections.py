"""Connections: what stands beside a record, on its page, and on a page of their own the sentences that name both."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import EXPLORE, connections_page, html_link, record_page
from generator.comentions import COMENTIONS
from generator.facets import search_for
from generator.markup import Markup, element, join
from generator.pages.evidence import by_sentence, sentence, sentence_address
from generator.pages.neighbours import neighbours
from generator.pages.page import Page
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    article_link,
    count,
    date_of,
    heading,
    link,
    listing,
    paragraphs,
    record_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Mention, Span
    from generator.comentions import Comention
    from generator.corpus import Corpus
    from generator.model import Record, RecordId

LISTED = 12
"""Records listed on a record's own page."""
STRONGEST, ARTICLES_SHOWN = 8, 3
"""Connections of which several articles are shown, and how many; of the others one is."""
LOOKED_AT = 8
"""Articles of two records among which those are looked for that name both in one sentence, the newest first."""
MOST_CHARACTERS = 100_000
"""Of the sentences of a page: where long ones fill it, what follows is told without them."""
APART = Markup(' <span class="apart">…</span> ')
"""Stands between two sentences that are not one after the other."""


class _Sentence(NamedTuple):
    """A sentence, and what it mentions of two records."""

    span: Span
    mentions: tuple[Mention, ...]


class _Naming(NamedTuple):
    """How an article names two records: by one sentence that names both, or by the first that names each."""

    together: bool
    sentences: tuple[_Sentence, ...]


def connections(path: PagePath, record: Record, corpus: Corpus) -> list[Markup]:
    """Give the part of a record's page that tells what stands beside it: drawn, and listed with where to read it."""
    beside = _beside(record, corpus)
    if not beside:
        return []
    has_page = _has_page(record, corpus)
    told = "Named in the same articles, the strongest first; numbers lead to the sentences."
    more = link(path, connections_page(record), f"All {len(beside)} connections with their sentences")
    places = _places(path, record, beside[: None if has_page else LISTED], corpus)
    links = {other: addresses[0] for other, addresses in places.items()}
    return [
        heading("Connections"),
        element("p", told, class_="meta"),
        neighbours(record, beside[:LISTED], corpus.records, links),
        listing((_item(path, one, places[one.record], corpus) for one in beside[:LISTED]), "comentions"),
        element("p", more) if has_page and len(beside) > LISTED else Markup(""),
    ]


def _item(path: PagePath, one: Comention, addresses: Sequence[str], corpus: Corpus) -> Markup:
    """Name a connection; the number of articles leads to their sentences, or a number for each of some does."""
    told = count(one.articles, "article")
    if len(addresses) == 1:
        where = element("a", told, href=addresses[0], class_="times")
    else:
        numbers = (element("a", str(number), href=to, class_="times") for number, to in enumerate(addresses, 1))
        where = element("span", Markup("{}: {}").format(told, join(numbers, " ")), class_="meta")
    return element("li", record_link(path, corpus.records[one.record]) + " " + where)


def connections_page_of(record: Record, corpus: Corpus) -> Page | None:
    """Give the page with the sentences that name a record and each of those beside it, unless one article has all."""
    beside = _beside(record, corpus)
    if not beside or not _has_page(record, corpus):
        return None
    here = connections_page(record)
    lead = Markup("What is named in the same articles as {}, the strongest first, with the sentences that name both.")
    left_out = element("a", "Explore", href=html_link(here, EXPLORE) + search_for(record, values=corpus.facet_values))
    only = Markup("These are the strongest {}; {} tells of all, by its filters.").format(COMENTIONS, left_out)
    return Page(
        path=here,
        kind="connections",
        title=f"Connections of {record.label}",
        description=f"What is named in the same articles as {record.label}, with the sentences.",
        hide=("navigation", "toc"),
        content=paragraphs(
            element("p", lead.format(record_link(here, record))),
            element("nav", listing(_jumps(beside, corpus), "letters"), aria_label="On this page"),
            *_sections(here, record, beside, corpus),
            element("p", only, class_="meta") if len(beside) == COMENTIONS and record.kind != "outlet" else "",
        ),
    )


def _beside(record: Record, corpus: Corpus) -> list[Comention]:
    return [one for one in corpus.comentions.get(record.id, ()) if one.record in corpus.records]


def _has_page(record: Record, corpus: Corpus) -> bool:
    return corpus.mentioned_in[record.id] >= corpus.connected_from


def _anchor(record: RecordId) -> str:
    return f"with-{record}"


def evidence_address(path: PagePath, record: Record, one: Comention, corpus: Corpus) -> str:
    """Give the address at which the sentences of two records can be read, or the newest of them."""
    return _places(path, record, [one], corpus)[one.record][0]


def _places(path: PagePath, record: Record, beside: Sequence[Comention], corpus: Corpus) -> dict[RecordId, list[str]]:
    """Give where the sentences of a record and each of some others can be read: a part of its page, or in articles."""
    if _has_page(record, corpus):
        page = html_link(path, connections_page(record))
        return {one.record: [f"{page}#{_anchor(one.record)}"] for one in beside}
    shared = _shared(record, beside, corpus, ARTICLES_SHOWN)
    own = html_link(path, record_page(record))
    return {
        one.record: [_place(path, annotated, record.id, one.record) for annotated in shared[one.record]] or [own]
        for one in beside
    }


def _place(path: PagePath, annotated: AnnotatedArticle, record: RecordId, other: RecordId) -> str:
    sentences = _naming(annotated, record, other).sentences
    field, start = (sentences[0].mentions[0].field, sentences[0].span.start) if sentences else ("title", 0)
    return sentence_address(path, annotated, field, start)


def _jumps(beside: Sequence[Comention], corpus: Corpus) -> Iterator[Markup]:
    for one in beside:
        other = corpus.records[one.record]
        yield element("li", element("a", other.label, href=f"#{_anchor(one.record)}"))


def _sections(here: PagePath, record: Record, beside: Sequence[Comention], corpus: Corpus) -> Iterator[Markup]:
    size = 0
    shared = _shared(record, beside, corpus, LOOKED_AT)
    for rank, one in enumerate(beside):
        other = corpus.records[one.record]
        most = ARTICLES_SHOWN if rank < STRONGEST else 1
        named = _namings(shared[one.record], record, other, most) if size < MOST_CHARACTERS else []
        entries = [_entry(here, annotated, naming.sentences, corpus) for annotated, naming in named]
        size += sum(map(len, entries))
        facts = [NAMES_OF_KINDS[other.kind][0], f"{count(one.articles, 'article')} in common"]
        if len(entries) < one.articles and record.kind != "outlet":
            explore = html_link(here, EXPLORE) + search_for(record, other, values=corpus.facet_values)
            facts.append(element("a", "All of them in Explore", href=explore))
        title = element("h2", record_link(here, other))
        yield element(
            "section",
            title + element("p", join(facts, BETWEEN), class_="meta") + listing(entries, "mentions"),
            id=_anchor(one.record),
            class_="connection",
        )


def _shared(
    record: Record, beside: Sequence[Comention], corpus: Corpus, most: int
) -> dict[RecordId, list[AnnotatedArticle]]:
    """Give the newest articles that mention a record and each of some others, as many as are looked at.

    Only the record's own articles are asked: its page does not depend on what is written about the others alone.
    """
    shared: dict[RecordId, list[AnnotatedArticle]] = {one.record: [] for one in beside}
    wanted = set(shared)
    for annotated in corpus.articles_of(record.id):
        if not wanted:
            break
        for other in wanted & _records_of(annotated):
            shared[other].append(annotated)
            if len(shared[other]) == most:
                wanted.remove(other)
    return shared


def _records_of(annotated: AnnotatedArticle) -> set[RecordId]:
    found = annotated.annotation
    return {*(mention.record for mention in found.mentions), *(country.id for country in found.countries)}


def _namings(
    shared: Iterable[AnnotatedArticle], record: Record, other: Record, most: int
) -> list[tuple[AnnotatedArticle, _Naming]]:
    """Give some articles that name two records: first those that do it in one sentence, of these the newest."""
    together: list[tuple[AnnotatedArticle, _Naming]] = []
    apart: list[tuple[AnnotatedArticle, _Naming]] = []
    for annotated in shared:
        naming = _naming(annotated, record.id, other.id)
        (together if naming.together else apart).append((annotated, naming))
        if len(together) == most:
            break
    return (together + apart)[:most]


def _naming(annotated: AnnotatedArticle, record: RecordId, other: RecordId) -> _Naming:
    """Find how an article names two records; a sentence of the text tells more than the title, which is shown anyhow.

    A record that is found by the name of the other alone, as a country by that of its president, is not named by it.
    """
    own, others = (
        by_sentence(annotated, [mention for mention in annotated.annotation.mentions if mention.record == key])
        for key in (record, other)
    )
    both = [
        _Sentence(place[1], (*mentions, *others[place]))
        for place, mentions in own.items()
        if place in others and len({(mention.start, mention.end) for mention in (*mentions, *others[place])}) > 1
    ]
    if both:
        return _Naming(True, (min(both, key=lambda sentence: sentence.mentions[0].field == "title"),))
    firsts = {place: tuple(mentions) for found in (own, others) for place, mentions in islice(found.items(), 1)}
    return _Naming(False, tuple(_Sentence(place[1], mentions) for place, mentions in firsts.items()))


def _entry(here: PagePath, annotated: AnnotatedArticle, sentences: Sequence[_Sentence], corpus: Corpus) -> Markup:
    article = annotated.article
    quoted = (sentence(here, annotated, *one, corpus.site.language) for one in sentences)
    title = article_link(here, article, corpus)
    where = element("p", Markup("{}, {}").format(title, date_of(article)), class_="meta")
    return element("li", join((one for one in quoted if one), APART) + where)
