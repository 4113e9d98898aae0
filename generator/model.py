"""What people write, as records that go from stage to stage: articles, authority records, the site.

Everything here is plain text as people wrote it (untrusted, see `markup`), normalised by `plain_text`. Offsets count
code points, `[start, end)`.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal, NewType

import msgspec

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


class Review(msgspec.Struct, frozen=True, gc=False):
    """Who looked at what a machine or a contributor proposed."""

    state: Literal["proposed", "reviewed"] = "proposed"
    by: str | None = None
    on: str | None = None


class Source(msgspec.Struct, frozen=True, gc=False):
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


class Exclusions(msgspec.Struct, frozen=True, gc=False):
    """What an editor denies of an article although its text seems to show it."""

    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class FrontMatter(msgspec.Struct, frozen=True, gc=False):
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


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text of one style; `href` is set inside a link that may be followed."""

    text: str
    style: Literal["plain", "emphasis", "strong", "code"] = "plain"
    href: str | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
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


class Article(msgspec.Struct, frozen=True, dict=True):
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

    @cached_property
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


class Record(msgspec.Struct, frozen=True, gc=False):
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


class Site(msgspec.Struct, frozen=True):
    """What is true of the site as a whole, read from mkdocs.yml."""

    name: str
    url: str = ""
    description: str = ""
    repository: str = ""
    language: str = "en"
