"""What is found in articles: spans of their plain text, each with the rule that found it.

Offsets count code points, `[start, end)`. There are millions of these records in a large corpus and none leads back to
itself, so the collector of circles is told (`gc`) to leave them alone; so it is wherever there is one for each find.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.model import Article, FieldName, RecordId

if TYPE_CHECKING:
    from collections.abc import Sequence


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of one field's plain text."""

    start: int
    end: int


Rule = Literal[
    "label", "alias", "partial", "asserted",  # a name of the record; a part of a person's name; an editor's word
    "name", "demonym", "capital", "city", "region", "record", "dateline",  # how a text names a country
    "term",  # a topic's weighted term
]  # fmt: skip


class Mention(msgspec.Struct, frozen=True, gc=False):
    """Evidence: a span of a field that names or points to a record, and the rule that says so."""

    record: RecordId
    field: FieldName
    start: int
    end: int
    rule: Rule


class Sentences(msgspec.Struct, frozen=True, gc=False):
    """Where the sentences of each field stand, in order and not overlapping."""

    title: tuple[Span, ...] = ()
    standfirst: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()

    def holding(self, field: FieldName, offset: int) -> Span | None:
        """Give the sentence of a field in which an offset lies, None where it lies in none."""
        spans: tuple[Span, ...] = getattr(self, field)
        place = sentence_at(spans, offset)
        return spans[place] if place >= 0 and offset < spans[place].end else None


_start = attrgetter("start")


def sentence_at(sentences: Sequence[Span], offset: int) -> int:
    """Give which of a text's sentences is the last that begins at an offset or before it; -1 where none does."""
    return bisect_right(sentences, offset, key=_start) - 1


class CountryWeight(msgspec.Struct, frozen=True, gc=False):
    """How much an article is about a country: 0 to 1, `about` where it is more than mentioned."""

    id: RecordId
    weight: float
    about: bool
    mentions: int


class TopicWeight(msgspec.Struct, frozen=True, gc=False):
    """How surely an article belongs to a topic: 0 to 1, `primary` for its strongest."""

    id: RecordId
    weight: float
    primary: bool


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """Words in quotation marks in the body, `[start, end)` without the marks, with who said them and by which verb."""

    speaker: RecordId | None
    speaker_text: str
    verb: str
    start: int
    end: int
    extent: Literal["full", "partial"]


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A number in the body, with what it counts: `start` to `end` cover the number with its qualifier and unit.

    `speaker_text` is whom the text gives it to, empty where it tells it itself, and `speaker` the record of that.
    """

    value: float
    unit: str
    start: int
    end: int
    speaker: RecordId | None = None
    speaker_text: str = ""


class EventDate(msgspec.Struct, frozen=True, gc=False):
    """A time that the body names at `[start, end)`, as ISO dates or an interval of them ("2009-07", "2014/2019").

    Written as EDTF has it (ISO 8601-2): `~` after a date says that it is about then. `derived` where the day of
    publication was needed to tell ("on Tuesday"), else `stated`.
    """

    start: int
    end: int
    date: str
    status: Literal["stated", "derived"]


class Unresolved(msgspec.Struct, frozen=True, gc=False):
    """A partial name that more than one record could bear."""

    field: FieldName
    start: int
    end: int
    candidates: tuple[RecordId, ...]


class Annotation(msgspec.Struct, frozen=True, gc=False):
    """Everything that was found in one article; sorted by field and place, topics and countries by weight."""

    sentences: Sentences
    mentions: tuple[Mention, ...]
    countries: tuple[CountryWeight, ...]
    topics: tuple[TopicWeight, ...]
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    event_dates: tuple[EventDate, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


class AnnotatedArticle(msgspec.Struct, frozen=True, gc=False):
    """An article with its annotation: what the corpus is made of."""

    article: Article
    annotation: Annotation

    def sentence(self, field: FieldName, start: int) -> str:
        """Give the sentence of a field in which an offset lies (the whole field's text where there is none)."""
        text = self.article.text(field)
        span = self.annotation.sentences.holding(field, start)
        return text[span.start : span.end] if span else text
