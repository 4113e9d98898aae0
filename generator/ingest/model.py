"""The records that go from stage to stage of ingest: typed, closed and frozen.

A document is a tuple of lines. Each stage gives the same lines back with other roles, and a line of which a part
belongs elsewhere becomes two lines of the same number; so whatever is not in the body still says what it was, where it
stood and why.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model import DateStatus, FrontMatter, Record
from generator.problems import Problem

Role = Literal[
    "text", "subheading",  # the body
    "headline", "standfirst", "caption", "byline", "dateline", "date", "credit", "address",  # kept in the front matter
    "header", "section", "author box",  # marks of structure: a list page, what follows the text, who wrote it
    "removed",
]  # fmt: skip
BODY_ROLES: frozenset[Role] = frozenset({"text", "subheading"})


class Retrieval(msgspec.Struct, frozen=True):
    """Where a document was fetched, and on which day."""

    url: str
    on: str


class RawFile(msgspec.Struct, frozen=True):
    """A file as it lies on the disk, with its name below the folder that was added, or as it was fetched.

    `charset` is the encoding that was stated beside it, by a server or a mail.
    """

    name: str
    content: bytes
    charset: str | None = None
    retrieval: Retrieval | None = None


class RawDocument(msgspec.Struct, frozen=True):
    """A document as normalised text, with the hash of the raw file and how its bytes were understood."""

    name: str
    sha256: str
    text: str
    encoding: str


class Line(msgspec.Struct, frozen=True):
    """A line of a document: its number from 1, its text without outer space, what it is and why.

    `gap` tells that a blank line stands before it.
    """

    number: int
    text: str
    gap: bool = False
    role: Role = "text"
    reason: str = ""


class Part(msgspec.Struct, frozen=True):
    """The lines of one article of a document, and why the document was split there (empty where it was not)."""

    lines: tuple[Line, ...]
    position: int
    reason: str = ""


class Dating(msgspec.Struct, frozen=True):
    """When an article was published: a year, month or day, how that is known, and the words that say so."""

    published: str | None
    status: DateStatus
    evidence: str


class Removed(msgspec.Struct, frozen=True):
    """A line that is not in the body of an article, with the reason."""

    line: int
    text: str
    reason: str


class Candidate(msgspec.Struct, frozen=True):
    """An article as a document gives it, before it meets the content that is there.

    In `front` the id may be empty, and outlets, agencies, entities, countries and topics are names as printed. `body`
    is CommonMark, `text` the same as plain text; `file` and `line` tell where it stands, `proposed` what the document
    tells of records beyond their names, `asserted` that its front matter was given by others and not made by us.
    """

    front: FrontMatter
    body: str
    text: str
    line: int = 1
    file: str = ""
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()
    proposed: tuple[Record, ...] = ()
    asserted: bool = False


class Harvest(msgspec.Struct, frozen=True):
    """What one file gives: its articles, and what was wrong with it."""

    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()


def relabelled(line: Line, role: Role, reason: str = "") -> Line:
    """Give a line with another role, and the reason for it."""
    return msgspec.structs.replace(line, role=role, reason=reason)
