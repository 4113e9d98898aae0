"""The two sides of a comparison: what it looks at of articles, records, evidence and pages.

Rows are read loosely: a table of an earlier version may lack columns, which then count as empty.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from generator.problems import Problem

Row = TypeVar("Row")


class Named(msgspec.Struct, frozen=True):
    """What an article has, by the id of its record."""

    id: str
    about: bool = False


class ArticleSeen(msgspec.Struct, frozen=True):
    """What a comparison looks at in an article's row."""

    id: str
    title: str = ""
    published: str | None = None
    date_status: str = ""
    outlet: str | None = None
    genre: str = ""
    language: str = ""
    rights: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()
    countries: tuple[Named, ...] = ()
    topics: tuple[Named, ...] = ()
    entities: tuple[Named, ...] = ()
    story: str | None = None
    text: str | None = None


class RecordSeen(msgspec.Struct, frozen=True):
    """What a comparison looks at in a record's row."""

    id: str
    kind: str = ""
    label: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    country: str | None = None
    same_as: dict[str, str] = {}
    articles: int = 0
    mentions: int = 0


class MentionSeen(msgspec.Struct, frozen=True):
    """What a comparison looks at in a mention's row; `start` is not, as all offsets move with the text."""

    article: str
    record: str
    field: str = ""
    surface: str = ""
    sentence: str | None = None


class QuotationSeen(msgspec.Struct, frozen=True):
    """What a comparison looks at in a quotation's row."""

    article: str
    text: str = ""
    speaker: str | None = None
    speaker_text: str = ""
    verb: str = ""
    extent: str = ""


class FigureSeen(msgspec.Struct, frozen=True):
    """What a comparison looks at in a figure's row."""

    article: str
    text: str = ""
    sentence: str | None = None
    value: float = 0
    unit: str = ""
    speaker: str | None = None
    speaker_text: str = ""


class PageSeen(msgspec.Struct, frozen=True):
    """A page's title and its text without marks."""

    title: str
    text: str


class Rows(msgspec.Struct, Generic[Row], frozen=True):
    """How many rows a table has, and those of articles in which the two builds differ."""

    number: int
    differing: tuple[Row, ...] = ()


class Side(msgspec.Struct, frozen=True):
    """One of the two builds: `pages` has all addresses of pages, `texts` those whose page differs from the other's.

    `fates` are addresses without a page: where they lead, or nothing where what stood there is not shown any more.
    """

    name: str
    articles: dict[str, ArticleSeen] = {}
    records: dict[str, RecordSeen] = {}
    mentions: Rows[MentionSeen] = Rows(0)
    quotations: Rows[QuotationSeen] = Rows(0)
    figures: Rows[FigureSeen] = Rows(0)
    pages: frozenset[str] = frozenset()
    texts: dict[str, PageSeen] = {}
    fates: dict[str, str] = {}
    taken_down: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
