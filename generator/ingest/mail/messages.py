"""The reader of mails: choose the text, take out what is not its own, read it as any text, date and credit it.

Attachments are listed and never opened; addresses of people are kept nowhere.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.lines import lines_of, words
from generator.ingest.mail.heads import BROKEN, dating_of, sender_of, title_of
from generator.ingest.mail.quoting import unquote
from generator.ingest.model import Candidate, Harvest, Line, RawFile, Removed
from generator.ingest.plain import attributed, parts_of
from generator.ingest.reading import decoded, document_of, hash_of
from generator.normalise import one_line
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Rights

FEWEST_WORDS = 30
"""Words below which the plain form of a mail only says that there is another form."""
MOST_PARTS = 1_000
FIELDS = ("From", "Date", "Subject", "To", "Received", "Message-ID")
"""Fields of which any mail has some."""


class _Part(msgspec.Struct, frozen=True):
    """A part of a mail that holds no further ones: its kind, its name, its bytes and what is said of them."""

    kind: str
    name: str
    content: bytes
    charset: str | None
    flowed: bool
    attached: bool


class _Read(msgspec.Struct, frozen=True):
    """What a part of a mail gave: articles, the head of the mail that it passes on, and what was not its own."""

    candidates: tuple[Candidate, ...]
    head: dict[str, str] = {}
    removed: tuple[Removed, ...] = ()


def articles_of_mail(file: RawFile, rights: Rights) -> Harvest:
    """Give the article of a mail, or the articles where it holds several; raises ContentError where it is none."""
    message = message_from_bytes(file.content, policy=policy.default)
    head = {name.lower(): value for name in FIELDS if (value := _field(message, name))}
    if not head:
        raise ContentError([Problem(file.name, 1, "not a mail: it begins with no head", hint="save it as .eml")])
    parts = [*islice(_parts(message), MOST_PARTS)]
    read, chosen = _read(file, parts, head, rights)
    listed = [Removed(1, part.name, f"{part.kind}, never opened") for part in parts if part.attached]
    others = [part for part in parts if not part.attached and part is not chosen]
    listed += [Removed(1, part.name, f"{part.kind}, another form of the text") for part in others]
    digest = hash_of(file)
    return Harvest(
        tuple(_with_head(candidate, head, read, (*read.removed, *listed), digest) for candidate in read.candidates)
    )


def _field(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message.get(name, "")))
    except BROKEN:
        return ""


def _parts(message: EmailMessage) -> Iterator[_Part]:
    """Give the parts of a mail in order; a mail that is attached is one part, and stays closed."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, EmailMessage)]
        else:
            yield _part(part)


def _part(part: EmailMessage) -> _Part:
    kind = part.get_content_type()
    try:
        name = one_line(part.get_filename() or "")
        attached = part.get_content_disposition() == "attachment" or not kind.startswith("text/") or bool(name)
        flowed = part.get_param("format") == "flowed"
        content = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except BROKEN:
        name, attached, flowed, content, charset = "", True, False, b"", None
    return _Part(
        kind, name or "a part without a name", content if isinstance(content, bytes) else b"", charset, flowed, attached
    )


def _read(file: RawFile, parts: Sequence[_Part], head: Mapping[str, str], rights: Rights) -> tuple[_Read, _Part | None]:
    """Read the plain form of a mail's text, or its form as a page where the plain one says next to nothing."""
    first = {part.kind: part for part in reversed(parts) if not part.attached and part.content.strip()}
    plain, page = first.get("text/plain"), first.get("text/html")
    if plain is None and page is None:
        raise ContentError([Problem(file.name, 1, "no text in it", hint="its attachments are not opened: add them")])
    read = _read_plain(file, plain, head, rights) if plain else _Read(())
    if page and not any(words(candidate.text) >= FEWEST_WORDS for candidate in read.candidates):
        as_page = _read_page(file, page, rights)
        if as_page.candidates:
            return as_page, page
    return read, plain


def _read_plain(file: RawFile, part: _Part, head: Mapping[str, str], rights: Rights) -> _Read:
    text, encoding = decoded(RawFile(file.name, part.content, part.charset))
    own = unquote(_rows(document_of(file, text, encoding).text, flowed=part.flowed))
    document = document_of(file, "\n".join(own.rows), encoding)
    lines = lines_of(document.text)
    parts = parts_of(lines)
    title = title_of(own.head or head)
    if len(parts) == 1 and title:
        parts = parts_of([Line(1, f"# {title}", gap=True), *lines])
    return _Read(attributed(parts, document, rights), own.head, own.removed)


def _read_page(file: RawFile, part: _Part, rights: Rights) -> _Read:
    from generator.ingest.web.pages import articles_of_page  # noqa: PLC0415 (its libraries take longest to load)

    try:
        return _Read(articles_of_page(RawFile(file.name, part.content, part.charset), rights).candidates)
    except ContentError:
        return _Read(())


def _rows(text: str, *, flowed: bool) -> list[str]:
    """Give the rows of a text; those that were only cut to be sent are joined (RFC 3676)."""
    rows: list[list[str]] = [[]]
    for row in text.split("\n"):
        rows[-1].append(row)
        if not flowed or not row.endswith(" ") or row == "-- ":
            rows.append([])
    return ["".join(joined) for joined in rows if joined]


def _with_head(
    candidate: Candidate, head: Mapping[str, str], read: _Read, removed: Sequence[Removed], digest: str
) -> Candidate:
    """Give an article the title, the day and the credit of its mail where its text names none."""
    front, own = candidate.front, read.head or head
    sender = sender_of(own.get("from", ""))
    title = title_of(own) if len(read.candidates) == 1 else ""
    source = front.source
    source = msgspec.structs.replace(
        source,
        sha256=digest,
        headline=source.headline or title or None,
        authors=source.authors or sender.authors,
        outlet=source.outlet or next(iter(sender.outlets), None),
        agencies=source.agencies or sender.agencies,
    )
    dating = dating_of(head, read.head) if front.date_status != "stated" else None
    if dating:
        front = msgspec.structs.replace(
            front, published=dating.published, date_status=dating.status, date_evidence=dating.evidence
        )
    if title and not front.source.headline:
        front = msgspec.structs.replace(front, title=title)
    return msgspec.structs.replace(
        candidate,
        front=msgspec.structs.replace(front, source=source),
        removed=(*candidate.removed, *removed),
        notes=tuple(note for note in candidate.notes if not (title and note.startswith("no headline"))),
    )
