"""The records that go from stage to stage: typed, closed and frozen.

Everything here is plain text as people wrote it (untrusted, see `markup`), normalised by `plain_text`. Offsets count
code points, `[start, end)`.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NewType

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

RecordId = NewType("RecordId", str)
"""Id of an authority record, unique over all kinds: a slug, for a country its alpha-2 code in lower case."""
ArticleId = NewType("ArticleId", str)

Kind = Literal["person", "organisation", "group", "place", "event", "work", "programme", "outlet", "topic", "country"]
ENTITY_KINDS: tuple[Kind, ...] = ("person", "organisation", "group", "place", "event", "work", "programme")
"""The kinds whose pages stand under /entities/."""

DateStatus = Literal["stated", "derived", "unknown"]
Genre = Literal["news", "analysis", "opinion", "statement", "report", "interview"]
Rights = Literal["full", "excerpt", "digest", "metadata"]
FieldName = Literal["title", "standfirst", "body"]
FIELDS: tuple[FieldName, ...] = ("title", "standfirst", "body")
"""The fields of an article that are annotated, in reading order."""


class Review(msgspec.Struct, frozen=True):
    """Who looked at what a machine or a contributor proposed."""

    state: Literal["proposed", "reviewed"] = "proposed"
    by: str | None = None
    on: str | None = None


class Source(msgspec.Struct, frozen=True):
    """The publication that an article comes from, as printed there."""

    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    standfirst: str | None = None
    captions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    retrieved: str | None = None
    archive_url: str | None = None
    document: str | None = None
    position: int | None = None
    sha256: str | None = None


class Exclusions(msgspec.Struct, frozen=True):
    """What an editor denies of an article although its text seems to show it."""

    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class FrontMatter(msgspec.Struct, frozen=True):
    """An article's front matter, in the order in which it is written."""

    title: str
    id: str = ""
    published: str | None = None
    date_status: DateStatus = "unknown"
    date_evidence: str | None = None
    source: Source = Source()
    genre: Genre = "news"
    rights: Rights = "full"
    language: str = "en"
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    exclude: Exclusions = Exclusions()
    review: Review = Review()


class Run(msgspec.Struct, frozen=True):
    """A stretch of text of one style; `href` is set inside a link that may be followed."""

    text: str
    style: Literal["plain", "emphasis", "strong", "code"] = "plain"
    href: str | None = None


class Block(msgspec.Struct, frozen=True):
    """A heading, paragraph, list item, quotation or code block of a body, with its offset in the body's plain text.

    `level` is the heading's level, or how deep the list item or quotation is nested, from 1; `number` is that of an
    item of a numbered list.
    """

    kind: Literal["heading", "paragraph", "item", "quote", "code"]
    runs: tuple[Run, ...]
    start: int
    level: int = 1
    number: int | None = None

    @property
    def text(self) -> str:
        """The block's plain text."""
        return "".join(run.text for run in self.runs)

    @property
    def end(self) -> int:
        """Where the block ends in the body's plain text."""
        return self.start + sum(len(run.text) for run in self.runs)


BLOCK_SEPARATOR = "\n\n"


class Article(msgspec.Struct, frozen=True):
    """One article: its front matter, its body as blocks, and the file it stands in (relative to the content folder).

    `lines` tells on which line of the file each key stands, those of a mapping as "source.outlet".
    """

    front: FrontMatter
    blocks: tuple[Block, ...]
    path: str
    lines: dict[str, int] = {}

    @property
    def id(self) -> ArticleId:
        """The permanent id: the file's name and the address."""
        return ArticleId(self.front.id)

    @property
    def body(self) -> str:
        """The body as plain text, blocks parted by a blank line."""
        return BLOCK_SEPARATOR.join(block.text for block in self.blocks)

    def text(self, field: FieldName) -> str:
        """Give the plain text of one of the annotated fields."""
        if field == "title":
            return self.front.title
        if field == "standfirst":
            return self.front.source.standfirst or ""
        return self.body


class Record(msgspec.Struct, frozen=True):
    """An authority record of any kind; `terms`, `requires`, `excludes` and `definition` belong to topics."""

    id: RecordId
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    country: str | None = None
    broader: str | None = None
    same_as: dict[str, str] = {}
    redirect_from: tuple[str, ...] = ()
    review: Review = Review()
    private: bool = False
    definition: str = ""
    terms: dict[str, float] = {}
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of one field's plain text."""

    start: int
    end: int


Rule = Literal[
    "label", "alias", "partial", "asserted",  # a name of the record; a part of a person's name; an editor's word
    "name", "demonym", "capital", "city", "region", "record", "dateline",  # how a text names a country
    "term",  # a topic's weighted term
]  # fmt: skip


class Mention(msgspec.Struct, frozen=True):
    """Evidence: a span of a field that names or points to a record, and the rule that says so."""

    record: RecordId
    field: FieldName
    start: int
    end: int
    rule: Rule


class Sentences(msgspec.Struct, frozen=True):
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


class CountryWeight(msgspec.Struct, frozen=True):
    """How much an article is about a country: 0 to 1, `about` where it is more than mentioned."""

    id: RecordId
    weight: float
    about: bool
    mentions: int


class TopicWeight(msgspec.Struct, frozen=True):
    """How surely an article belongs to a topic: 0 to 1, `primary` for its strongest."""

    id: RecordId
    weight: float
    primary: bool


class Quotation(msgspec.Struct, frozen=True):
    """Words in quotation marks in the body, `[start, end)` without the marks, with who said them and by which verb."""

    speaker: RecordId | None
    speaker_text: str
    verb: str
    start: int
    end: int
    extent: Literal["full", "partial"]


class Figure(msgspec.Struct, frozen=True):
    """A number in the body, with what it counts: `start` to `end` cover the number with its qualifier and unit.

    `speaker_text` is whom the text gives it to, empty where it tells it itself, and `speaker` the record of that.
    """

    value: float
    unit: str
    start: int
    end: int
    speaker: RecordId | None = None
    speaker_text: str = ""


class EventDate(msgspec.Struct, frozen=True):
    """A time that the body names at `[start, end)`, as ISO dates or an interval of them ("2009-07", "2014/2019").

    Written as EDTF has it (ISO 8601-2): `~` after a date says that it is about then. `derived` where the day of
    publication was needed to tell ("on Tuesday"), else `stated`.
    """

    start: int
    end: int
    date: str
    status: Literal["stated", "derived"]


class Unresolved(msgspec.Struct, frozen=True):
    """A partial name that more than one record could bear."""

    field: FieldName
    start: int
    end: int
    candidates: tuple[RecordId, ...]


class Annotation(msgspec.Struct, frozen=True):
    """Everything that was found in one article; sorted by field and place, topics and countries by weight."""

    sentences: Sentences
    mentions: tuple[Mention, ...]
    countries: tuple[CountryWeight, ...]
    topics: tuple[TopicWeight, ...]
    quotations: tuple[Quotation, ...] = ()
    figures: tuple[Figure, ...] = ()
    event_dates: tuple[EventDate, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


class AnnotatedArticle(msgspec.Struct, frozen=True):
    """An article with its annotation: what the corpus is made of."""

    article: Article
    annotation: Annotation

    def sentence(self, field: FieldName, start: int) -> str:
        """Give the sentence of a field in which an offset lies (the whole field's text where there is none)."""
        text = self.article.text(field)
        span = self.annotation.sentences.holding(field, start)
        return text[span.start : span.end] if span else text


class Site(msgspec.Struct, frozen=True):
    """What is true of the site as a whole, read from mkdocs.yml."""

    name: str
    url: str = ""
    description: str = ""
    repository: str = ""
    edit_uri: str = ""
    language: str = "en"
