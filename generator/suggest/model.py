"""The records that go from step to step of suggesting. Offsets count code points of one field's plain text."""

from __future__ import annotations

from collections import Counter

import msgspec

from generator.model import ArticleId, FieldName, Kind, Record

Votes = tuple[tuple[Kind, float], ...]
"""What speaks for which kind, and how strongly: 1 is a hint, 5 settles the matter."""

SETTLES = 5.0


class Token(msgspec.Struct, frozen=True):
    """A word with its inner hyphens and apostrophes; `tag` is its part of speech, `label` that of the entity it is in.

    `end` stands before a possessive ending; `entity` numbers the entities of a passage, -1 is none.
    """

    start: int
    end: int
    text: str
    possessive: bool = False
    opens: bool = False
    tag: str = ""
    label: str = ""
    entity: int = -1


class Passage(msgspec.Struct, frozen=True):
    """A title, standfirst or paragraph with its words; `offset` is its place in the field."""

    article: ArticleId
    field: FieldName
    offset: int
    text: str
    tokens: tuple[Token, ...]
    headline: bool = False


class Finding(msgspec.Struct, frozen=True):
    """A name found in a passage: as printed, where, what speaks for its kind, and which known record it is, if any.

    `acronym` and `other` are names printed in brackets after it. A `weak` one is a name only if found elsewhere, too.
    """

    text: str
    article: ArticleId
    start: int
    end: int
    sentence: str
    votes: Votes = ()
    known: str | None = None
    acronym: str = ""
    other: str = ""
    country: str | None = None
    weak: bool = False


class Seed(msgspec.Struct, frozen=True):
    """A record that is there already: settled by the authority files, or well known and proposed where a text names it.

    `record` may have more aliases than its file gives; `own` are those names that it has there, `doubtful` such as
    count only in an article that names the record's country.
    """

    record: Record
    settled: bool
    doubtful: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class Cluster(msgspec.Struct, frozen=True):
    """Findings that name one thing, and the record that it is, if any; `parts` are by a part of a person's name."""

    findings: tuple[Finding, ...]
    seed: Seed | None = None
    parts: tuple[Finding, ...] = ()

    @property
    def surfaces(self) -> Counter[str]:
        """The printed forms and how often each is found."""
        return Counter(finding.text for finding in self.findings)

    @property
    def acronyms(self) -> Counter[str]:
        """The acronyms printed in brackets after its names, and how often."""
        return Counter(finding.acronym for finding in self.findings if finding.acronym)

    @property
    def articles(self) -> set[ArticleId]:
        """The articles that name it."""
        return {finding.article for finding in self.findings}


class Evidence(msgspec.Struct, frozen=True):
    """A sentence that shows a name, and its article."""

    article: ArticleId
    sentence: str


class Proposal(msgspec.Struct, frozen=True):
    """A proposed record, how sure it is (0 to 1), sentences that show it, and the record it may be a name of."""

    record: Record
    confidence: float
    mentions: int
    articles: int
    sentences: tuple[Evidence, ...]
    variant_of: str | None = None
