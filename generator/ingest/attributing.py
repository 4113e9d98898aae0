"""Attributing: from named lines to an article's front matter, with everything that is not in its body listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from generator.ingest.closing import closing_credit, unknown_agency
from generator.ingest.credits import REPORTS, Credits, byline, reporter
from generator.ingest.datelines import dateline_place
from generator.ingest.escaping import markdown_of
from generator.ingest.headlines import genre_of
from generator.ingest.languages import language_of
from generator.ingest.metalines import beside_date
from generator.ingest.model import BODY_ROLES, Candidate, Dating, Line, Part, RawDocument, Removed
from generator.ingest.phrases import SOURCE_ADDRESS
from generator.markup import url
from generator.model import BLOCK_SEPARATOR, FrontMatter, Genre, Rights, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_TITLE = 90
"""Characters of a title that is made from the first sentence of an article without a headline."""
TITLE_CUT = " …"
"""How such a title ends where it was cut."""

_IN_FIELDS = frozenset({"headline", "standfirst"})
"""Roles whose lines are kept whole in the front matter, and are therefore not listed as removed."""
_KEPT_IN = {
    "caption": "source.captions",
    "byline": "source.authors, source.outlet or source.agencies",
    "dateline": "source.dateline",
    "date": "published, date_evidence",
    "credit": "source.authors, source.outlet or source.agencies",
    "address": "source.url",
}
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']? (?=[A-Z“\"‘])")


def attribute(
    part: Part, document: RawDocument, dating: Dating, rights: Rights, outlet: str | None = None
) -> Candidate:
    """Give the article that a part of a document is; `outlet` is that of the whole page."""
    blocks = [(line.text, line.role == "subheading") for line in part.lines if line.role in BODY_ROLES]
    headline = next((line.text for line in part.lines if line.role == "headline"), None)
    credited = credits_of(part.lines)
    title = headline or title_from(blocks[0][0] if blocks else "")
    front = FrontMatter(
        title=title,
        published=dating.published,
        date_status=dating.status,
        date_evidence=dating.evidence,
        source=Source(
            headline=headline,
            outlet=next(iter(credited.outlets), outlet),
            url=address_of(part.lines),
            authors=credited.authors,
            dateline=next(iter(credited.places), None),
            standfirst=" ".join(line.text for line in part.lines if line.role == "standfirst") or None,
            captions=tuple(dict.fromkeys(line.text for line in part.lines if line.role == "caption")),
            agencies=credited.agencies,
            document=document.name,
            position=part.position,
            sha256=document.sha256,
        ),
        genre=cast("Genre", genre_of(part.lines)),
        rights=rights,
        language=language_of(" ".join(text for text, _ in blocks)),
    )
    notes = [part.reason] if part.reason else []
    notes += [] if document.encoding == "utf-8" else [f"read as {document.encoding}"]
    notes += [] if headline else ["no headline: the title is the beginning of the text"]
    return Candidate(
        front=front,
        body=markdown_of(blocks),
        text=BLOCK_SEPARATOR.join(text for text, _ in blocks),
        line=part.lines[0].number if part.lines else 1,
        removed=tuple(Removed(line.number, line.text, _reason(line)) for line in _listed(part.lines)),
        notes=tuple(notes),
    )


def credits_of(lines: Iterable[Line]) -> Credits:
    """Give all authors, outlets, agencies and places that the lines of an article credit."""
    found = Credits()
    for line in lines:
        found += _credits_of(line)
    return found


def address_of(lines: Iterable[Line]) -> str | None:
    """Give the address that the lines name as that of the article."""
    matches = (SOURCE_ADDRESS.fullmatch(line.text) for line in lines if line.role == "address")
    return next((address for match in matches if match and (address := url(match[1]))), None)


def page_outlet(parts: Sequence[Part]) -> str | None:
    """Give the outlet of a page that lists articles: the one that most of those that name one name."""
    named = [outlet for part in parts for outlet in credits_of(part.lines).outlets[:1]]
    return max(sorted(set(named)), key=named.count, default=None)


def title_from(text: str) -> str:
    """Make a title from the beginning of a text: its first sentence, cut at a word."""
    sentence = _SENTENCE_END.split(text, maxsplit=1)[0].strip()
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    return sentence[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + TITLE_CUT


def _credits_of(line: Line) -> Credits:
    if line.role == "dateline":
        place, agency = dateline_place(line.text)
        named = byline(agency) if agency else Credits()
        return Credits(places=(place,) if place else ()) + (named or Credits(agencies=(agency,) if agency else ()))
    if line.role == "date":
        return beside_date(line.text)
    if line.role == "byline":
        return byline(line.text) or Credits(authors=(line.text,))
    if line.role != "credit":
        return Credits()
    reports = REPORTS.fullmatch(line.text)
    if reports:
        return reporter(reports["name"].strip())
    if line.reason == "name of the site":
        return byline(line.text) or Credits(outlets=(line.text.strip(" |-–—»•"),))
    return closing_credit(line.text) or unknown_agency(line.text) or Credits()


def _listed(lines: Iterable[Line]) -> Iterable[Line]:
    return (line for line in lines if line.role not in BODY_ROLES and line.role not in _IN_FIELDS)


def _reason(line: Line) -> str:
    kept = _KEPT_IN.get(line.role)
    return f"{line.reason} (kept in {kept})" if kept else line.reason
