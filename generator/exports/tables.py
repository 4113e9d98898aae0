"""The corpus as tables: one row type a table, its fields the columns in their order, and its rows sorted by key.

A table never says more of an article than its rights allow. An excerpt gives the standfirst but no body, and sentences
and quotations are cut to 30 words; metadata gives neither text nor sentences, and no quotations and figures, since
without their words nothing would be left of them. Names and terms that were found stay, and where, in both. What points
to a record that is not public is left out, and so is the name of a speaker who has such a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator import rights
from generator.exports.holdings import holdings
from generator.model import ENTITY_KINDS, FIELDS, ArticleId, DateStatus, FieldName, Genre, Kind, RecordId, Rights, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.corpus import Corpus
    from generator.model import AnnotatedArticle, Mention, Quotation


class CountryCell(msgspec.Struct, frozen=True):
    """A country of an article: `weight` from 0 to 1, `about` where the article is about it, not only mentions it."""

    id: RecordId
    code: str
    weight: float
    about: bool
    mentions: int


class TopicCell(msgspec.Struct, frozen=True):
    """A topic of an article: `weight` from 0 to 1, `primary` for its strongest."""

    id: RecordId
    weight: float
    primary: bool


class EntityCell(msgspec.Struct, frozen=True):
    """A person, organisation, group, place, event, work or programme in an article, and how often it is named."""

    id: RecordId
    mentions: int


class ArticleRow(msgspec.Struct, frozen=True):
    """An article; key `id`. Countries and topics by weight, entities by mentions; `text` where rights is full or digest."""

    id: ArticleId
    title: str
    published: str | None
    date_status: DateStatus
    date_evidence: str | None
    outlet: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    genre: Genre
    language: str
    rights: Rights
    url: str | None
    document: str | None
    position: int | None
    words: int
    countries: tuple[CountryCell, ...]
    topics: tuple[TopicCell, ...]
    entities: tuple[EntityCell, ...]
    story: str | None
    text: str | None


class RecordRow(msgspec.Struct, frozen=True):
    """An authority record of any kind that an article has; key `id`. `country` is a code in capitals."""

    id: RecordId
    kind: Kind
    label: str
    aliases: tuple[str, ...]
    description: str
    country: str | None
    same_as: dict[str, str]
    articles: int
    mentions: int


class MentionRow(msgspec.Struct, frozen=True):
    """Evidence for a record in an article; key `article, field, start, end, record, rule`, fields in reading order.

    Offsets count code points of the field's plain text; `sentence` is null where rights allow none.
    """

    article: ArticleId
    record: RecordId
    field: FieldName
    start: int
    end: int
    surface: str
    sentence: str | None
    rule: Rule


class QuotationRow(msgspec.Struct, frozen=True):
    """Words quoted in a body, without their marks; key `article, start, end`. `speaker` is a record's id or null."""

    article: ArticleId
    speaker: RecordId | None
    speaker_text: str
    verb: str
    text: str
    start: int
    end: int
    extent: str


class FigureRow(msgspec.Struct, frozen=True):
    """A number in a body with what it counts; key `article, start, end`."""

    article: ArticleId
    value: float
    unit: str
    text: str
    sentence: str
    start: int
    end: int


def articles(corpus: Corpus) -> Iterator[ArticleRow]:
    """Give the rows of the table of articles."""
    return (_article(corpus.articles[key], corpus) for key in sorted(corpus.articles))


def records(corpus: Corpus) -> Iterator[RecordRow]:
    """Give the rows of the table of records: those that any article has."""
    holding = holdings(corpus)
    for key in sorted(holding):
        record = corpus.records[key]
        yield RecordRow(
            id=key,
            kind=record.kind,
            label=record.label,
            aliases=record.aliases,
            description=record.description,
            country=record.country.upper() if record.country else None,
            same_as=dict(sorted(record.same_as.items())),
            articles=len(holding[key]),
            mentions=sum(len(found) for found in corpus.mentions.get(key, {}).values()),
        )


def mentions(corpus: Corpus) -> Iterator[MentionRow]:
    """Give the rows of the table of mentions."""
    for key in sorted(corpus.articles):
        article = corpus.articles[key]
        public = [mention for mention in article.annotation.mentions if mention.record in corpus.records]
        for mention in sorted(public, key=_place):
            text = article.article.text(mention.field)
            yield MentionRow(
                article=key,
                record=mention.record,
                field=mention.field,
                start=mention.start,
                end=mention.end,
                surface=text[mention.start : mention.end],
                sentence=_sentence(article, mention.field, mention.start) or None,
                rule=mention.rule,
            )


def quotations(corpus: Corpus) -> Iterator[QuotationRow]:
    """Give the rows of the table of quotations."""
    for key in sorted(corpus.articles):
        article = corpus.articles[key]
        body = article.article.body
        for quotation in sorted(article.annotation.quotations, key=lambda quotation: (quotation.start, quotation.end)):
            shown = rights.shown_sentence(article.article, body[quotation.start : quotation.end])
            if shown:
                yield _quotation(key, quotation, shown, corpus)


def figures(corpus: Corpus) -> Iterator[FigureRow]:
    """Give the rows of the table of figures."""
    for key in sorted(corpus.articles):
        article = corpus.articles[key]
        body = article.article.body
        for figure in sorted(article.annotation.figures, key=lambda figure: (figure.start, figure.end)):
            sentence = _sentence(article, "body", figure.start)
            if sentence:
                text = rights.shown_sentence(article.article, body[figure.start : figure.end])
                yield FigureRow(key, figure.value, figure.unit, text, sentence, figure.start, figure.end)


def _article(article: AnnotatedArticle, corpus: Corpus) -> ArticleRow:
    front, found = article.article.front, article.annotation
    source, body = front.source, article.article.body
    evidence = front.date_evidence or ""
    # Evidence for a derived date may be any sentence of the text; for a stated one it is the date as printed.
    shown = rights.shown_sentence(article.article, evidence) if front.date_status == "derived" else evidence
    return ArticleRow(
        id=article.article.id,
        title=front.title,
        published=front.published,
        date_status=front.date_status,
        date_evidence=shown or None,
        outlet=_public(source.outlet, corpus),
        authors=source.authors,
        agencies=tuple(agency for agency in source.agencies if _public(agency, corpus)),
        genre=front.genre,
        language=front.language,
        rights=front.rights,
        url=source.url,
        document=source.document,
        position=source.position,
        words=len(body.split()),
        countries=tuple(
            CountryCell(country.id, country.id.upper(), country.weight, country.about, country.mentions)
            for country in found.countries
            if country.id in corpus.records
        ),
        topics=tuple(
            TopicCell(topic.id, topic.weight, topic.primary) for topic in found.topics if topic.id in corpus.records
        ),
        entities=_entities(article, corpus),
        story=None,
        text=body if rights.in_full(article.article) else None,
    )


def _entities(article: AnnotatedArticle, corpus: Corpus) -> tuple[EntityCell, ...]:
    named = [record for record in corpus.records_of(article.article.id) if record.kind in ENTITY_KINDS]
    cells = [EntityCell(record.id, len(corpus.mentions[record.id][article.article.id])) for record in named]
    return tuple(sorted(cells, key=lambda cell: (-cell.mentions, cell.id)))


def _quotation(article: ArticleId, quotation: Quotation, shown: str, corpus: Corpus) -> QuotationRow:
    hidden = quotation.speaker is not None and quotation.speaker not in corpus.records
    return QuotationRow(
        article=article,
        speaker=None if hidden else quotation.speaker,
        speaker_text="" if hidden else quotation.speaker_text,
        verb=quotation.verb,
        text=shown,
        start=quotation.start,
        end=quotation.end,
        extent=quotation.extent,
    )


def _public(key: str | None, corpus: Corpus) -> str | None:
    return key if key in corpus.records else None


def _place(mention: Mention) -> tuple[int, int, int, str, str]:
    return FIELDS.index(mention.field), mention.start, mention.end, mention.record, mention.rule


def _sentence(article: AnnotatedArticle, field: FieldName, start: int) -> str:
    if field == "title":  # shown whatever the rights
        return article.article.front.title
    return rights.shown_sentence(article.article, article.sentence(field, start))
