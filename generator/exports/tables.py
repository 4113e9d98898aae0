"""The corpus as tables: the rows of each article, record or story, by its key.

A table never says more of an article than its rights allow. Of an excerpt there is no text, and sentences and
quotations are cut to 30 words; of metadata there are no sentences either, and no quotations, figures and dates of
events, since without their words nothing would be left of them. The names and terms that were found, and where, stay
in both. What points to a record that is not public is left out, and so is the name of a speaker who has such a record.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator import rights
from generator.exports.rows import (
    ArticleRow,
    CountryCell,
    EntityCell,
    EventDateRow,
    FigureRow,
    MentionRow,
    QuotationRow,
    RecordRow,
    StoryRow,
    TopicCell,
)
from generator.model import ENTITY_KINDS, FIELDS, RecordId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotation import AnnotatedArticle, Figure, Mention, Quotation
    from generator.corpus import Corpus
    from generator.model import ArticleId, FieldName
    from generator.story import StoryId


def articles(key: ArticleId, corpus: Corpus) -> Iterator[ArticleRow]:
    """Give the row of an article."""
    yield _article(corpus.articles[key], corpus)


def records(key: RecordId, corpus: Corpus) -> Iterator[RecordRow]:
    """Give the row of a record, if any article has it."""
    mentioned = corpus.mentions.get(key, {})
    if held := len({*mentioned, *corpus.publications.get(key, ())}):
        record = corpus.records[key]
        yield RecordRow(
            id=key,
            kind=record.kind,
            label=record.label,
            aliases=record.aliases,
            description=record.description,
            country=record.country.upper() if record.country else None,
            same_as=dict(sorted(record.same_as.items())),
            articles=held,
            mentions=sum(map(len, mentioned.values())),
        )


def mentions(key: ArticleId, corpus: Corpus) -> Iterator[MentionRow]:
    """Give the rows of the mentions of an article."""
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


def quotations(key: ArticleId, corpus: Corpus) -> Iterator[QuotationRow]:
    """Give the rows of the quotations of an article."""
    article = corpus.articles[key]
    body = article.article.body
    for quotation in sorted(article.annotation.quotations, key=lambda quotation: (quotation.start, quotation.end)):
        shown = rights.shown_sentence(article.article, body[quotation.start : quotation.end])
        if shown:
            yield _quotation(key, quotation, shown, corpus)


def figures(key: ArticleId, corpus: Corpus) -> Iterator[FigureRow]:
    """Give the rows of the figures of an article."""
    article = corpus.articles[key]
    body = article.article.body
    for figure in sorted(article.annotation.figures, key=lambda figure: (figure.start, figure.end)):
        sentence = _sentence(article, "body", figure.start)
        if sentence:
            text = rights.shown_sentence(article.article, body[figure.start : figure.end])
            speaker = _speaker(figure, corpus)
            yield FigureRow(key, figure.value, figure.unit, text, sentence, figure.start, figure.end, *speaker)


def event_dates(key: ArticleId, corpus: Corpus) -> Iterator[EventDateRow]:
    """Give the rows of the dates of events of an article."""
    article = corpus.articles[key]
    body = article.article.body
    for found in article.annotation.event_dates:
        sentence = _sentence(article, "body", found.start)
        if sentence:
            text = rights.shown_sentence(article.article, body[found.start : found.end])
            yield EventDateRow(key, found.date, found.status, text, sentence, found.start, found.end)


def stories(key: StoryId, corpus: Corpus) -> Iterator[StoryRow]:
    """Give the rows of a story: one for each article that tells it."""
    for member in sorted(corpus.stories[key].members, key=lambda member: member.article):
        same = member.sameness
        yield StoryRow(
            story=key,
            article=member.article,
            role=member.role,
            of=member.of,
            rule=same.rule if same else None,
            share=round(same.share, 2) if same and same.rule != "decision" else None,
            days=same.days if same else None,
            names=same.names if same else (),
            why=same.why if same else "",
        )


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
        story=corpus.story_of.get(article.article.id),
        text=body if rights.in_full(article.article) else None,
    )


def _entities(article: AnnotatedArticle, corpus: Corpus) -> tuple[EntityCell, ...]:
    named = Counter(mention.record for mention in article.annotation.mentions if mention.record in corpus.records)
    cells = [EntityCell(key, count) for key, count in named.items() if corpus.records[key].kind in ENTITY_KINDS]
    return tuple(sorted(cells, key=lambda cell: (-cell.mentions, cell.id)))


def _quotation(article: ArticleId, quotation: Quotation, shown: str, corpus: Corpus) -> QuotationRow:
    speaker, speaker_text = _speaker(quotation, corpus)
    return QuotationRow(
        article=article,
        speaker=speaker,
        speaker_text=speaker_text,
        verb=quotation.verb,
        text=shown,
        start=quotation.start,
        end=quotation.end,
        extent=quotation.extent,
    )


def _speaker(said: Quotation | Figure, corpus: Corpus) -> tuple[RecordId | None, str]:
    hidden = said.speaker is not None and said.speaker not in corpus.records
    return (None, "") if hidden else (said.speaker, said.speaker_text)


def _public(key: str | None, corpus: Corpus) -> str | None:
    return key if key and RecordId(key) in corpus.records else None


def _place(mention: Mention) -> tuple[int, int, int, str, str]:
    return FIELDS.index(mention.field), mention.start, mention.end, mention.record, mention.rule


def _sentence(article: AnnotatedArticle, field: FieldName, start: int) -> str:
    if field == "title":  # which is shown whatever the rights
        return article.article.front.title
    return rights.shown_sentence(article.article, article.sentence(field, start))
