"""Which times the articles name: the dates of events, gathered by time and by the records that their sentences name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from generator.annotation import EventDate, Span, sentence_at
from generator.dates import in_order
from generator.model import ArticleId, RecordId
from generator.rights import shows_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.annotation import AnnotatedArticle
    from generator.model import Record


class Named(msgspec.Struct, frozen=True, gc=False):
    """A time that an article names, in its sentence."""

    article: ArticleId
    time: EventDate
    sentence: Span


class Times(msgspec.Struct, frozen=True):
    """What is named at each time, times in order, and at each time beside each record; newest articles first."""

    by_time: dict[str, tuple[Named, ...]]
    by_record: dict[RecordId, tuple[Named, ...]]


def times(articles: Iterable[AnnotatedArticle], records: Mapping[RecordId, Record]) -> Times:
    """Gather the times that articles name; `records` are the public ones, articles come newest first."""
    by_time: dict[str, list[Named]] = defaultdict(list)
    by_record: dict[RecordId, list[Named]] = defaultdict(list)
    for annotated in articles:
        if shows_sentences(annotated.article):
            for named, beside in _named(annotated):
                by_time[named.time.date].append(named)
                for record in beside:
                    by_record[record].append(named)
    ordered = sorted(by_time, key=lambda time: (in_order(time), time))
    return Times(
        {time: tuple(by_time[time]) for time in ordered},
        {key: tuple(by_record[key]) for key in records if key in by_record},
    )


def _named(annotated: AnnotatedArticle) -> Iterator[tuple[Named, set[RecordId]]]:
    """Yield the times of an article with the records that stand in the same sentence, terms of topics among them."""
    found = annotated.annotation
    if not found.event_dates:
        return
    sentences = found.sentences.body
    beside: dict[int, set[RecordId]] = defaultdict(set)
    for mention in found.mentions:
        if mention.field == "body" and mention.rule != "asserted":
            beside[sentence_at(sentences, mention.start)].add(mention.record)
    for time in found.event_dates:
        number = sentence_at(sentences, time.start)
        sentence = sentences[number] if number >= 0 else Span(time.start, time.end)
        yield Named(annotated.article.id, time, sentence), beside[number]
