"""The rows of the tables: a row type's fields are the table's columns, in their order."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.annotation import Rule
from generator.model import (
    ArticleId,
    DateStatus,
    FieldName,
    Genre,
    Kind,
    RecordId,
    Rights,
)
from generator.story import Role, StoryId


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
    """An article; key `id`. Countries and topics stand by weight, entities by mentions."""

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
    extent: Literal["full", "partial"]


class FigureRow(msgspec.Struct, frozen=True):
    """A number in a body with what it counts; key `article, start, end`. `speaker` is a record's id or null."""

    article: ArticleId
    value: float
    unit: str
    text: str
    sentence: str
    start: int
    end: int
    speaker: RecordId | None
    speaker_text: str


class EventDateRow(msgspec.Struct, frozen=True):
    """A time that a body names; key `article, start, end`. `date` is an ISO date or interval as EDTF writes them."""

    article: ArticleId
    date: str
    status: Literal["stated", "derived"]
    text: str
    sentence: str
    start: int
    end: int


class StoryRow(msgspec.Struct, frozen=True):
    """An article of a story, and why it is one; key `story, article`. `of` is the article that it is compared with."""

    story: StoryId
    article: ArticleId
    role: Role
    of: ArticleId | None
    rule: Literal["wording", "event", "decision"] | None
    share: float | None
    days: int | None
    names: tuple[str, ...]
    why: str
