"""Days: when a page was published, from the positions where pages state it and never from what its text tells."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from generator.ingest.foreign_dates import foreign_day
from generator.ingest.metalines import is_dated
from generator.ingest.model import Dating
from generator.ingest.printed_dates import date_line, printed_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from generator.ingest.web.statements import Statements
    from generator.ingest.web.walking import Block

LONGEST = 100
"""Characters of a statement of a date."""
WHOLE = len("2023-12-31")
"""Characters of a date with its day."""

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "itemprop datepublished", "citation_publication_date", "citation_online_date", "citation_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "published", "date.release", "release_date", "og:datepublished", "cxenseparse:recs:publishtime",
    "article.published", "date", "created", "itemprop datecreated", "article.created",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "itemprop datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article.updated",
)  # fmt: skip
_ISO = re.compile(r"((?:19|20)\d\d-\d\d(?:-\d\d)?)(?=[T ]|\Z)|((?:19|20)\d\d)/?(\d\d)/?(\d\d)(?=\D|\Z)")
_TIMED = re.compile(r"\d\d:\d\d")
_IN_TIME_ZONE = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?[+-](?!00:?00)\d\d:?\d\d\Z")
_OUTSIDE = "not(ancestor::nav or ancestor::footer or ancestor::aside)"
_MICROFORMAT = f"(//*[contains(@class, 'published')][{_OUTSIDE}]/@title)[1]"
_TIMES = f"(//h1/following::time[@datetime][{_OUTSIDE}])[1] | (//article//time[@datetime][{_OUTSIDE}])[1]"


def stated_day(root: HtmlElement, statements: Statements) -> Dating | None:
    """Give the day that a page states of its publication, or of its last change where it states no other.

    A statement with its day comes before one of a month or a year.
    """
    found = [
        Dating(published, "stated", f"{place}: {value[:LONGEST]}")
        for place, value in _statements(root, statements)
        if (published := _published(value))
    ]
    return next((dating for dating in found if len(dating.published or "") == WHOLE), next(iter(found), None))


def day_of_element(element: HtmlElement) -> Dating | None:
    """Give the day in the first time element within an element."""
    for time in element.iter("time"):
        published = _published(time.get("datetime") or "")
        if published:
            return Dating(published, "stated", f"time element: {time.get('datetime')[:LONGEST]}")
    return None


def printed_day(blocks: Iterable[Block], language: str) -> Dating | None:
    """Give the day that is printed beside a text, in English or its own language; one of a change only as the last."""
    found: list[tuple[bool, Dating]] = []
    for block in blocks:
        line = date_line(block.text) if is_dated(block.text) else None
        foreign = foreign_day(block.text, language) if language != "en" else None
        if line:
            found += ((each.label == "updated", Dating(each.published, "stated", line.evidence)) for each in line.dates)
        elif foreign:
            found.append((False, Dating(foreign, "stated", block.text)))
    return min(found, key=lambda each: each[0])[1] if found else None


def as_printed(dating: Dating, blocks: Iterable[Block]) -> Dating:
    """Give the day that is printed above a text where the one that is stated in universal time is a day off."""
    if not _TIMED.search(dating.evidence) or _IN_TIME_ZONE.search(dating.evidence):
        return dating
    for block in blocks:
        line = date_line(block.text) if is_dated(block.text) else None
        printed = line.dates[0] if line else None
        if printed and printed.label != "updated" and _apart(printed.published, dating.published or "") == 1:
            return Dating(printed.published, "stated", line.evidence if line else "")
    return dating


def _statements(root: HtmlElement, statements: Statements) -> Iterator[tuple[str, str]]:
    yield from (("JSON-LD datePublished", value) for value in statements.of_article("datePublished"))
    yield from statements.of_meta(*_PUBLISHED)
    yield from (("time element", element.get("datetime")) for element in root.xpath(_TIMES))
    yield from (("published element", title) for title in root.xpath(_MICROFORMAT))
    for key in ("dateCreated", "uploadDate", "dateModified"):
        yield from ((f"JSON-LD {key}", value) for value in statements.of_article(key))
    yield from statements.of_meta(*_UPDATED)


def _published(value: str) -> str | None:
    """Give a date as front matter writes it, from ISO 8601 or from a printed form."""
    iso = _ISO.match(value.strip())
    if iso is None:
        return next((found.published for found in printed_dates(value[:LONGEST])), None)
    text = iso[1] or f"{iso[2]}-{iso[3]}-{iso[4]}"
    try:
        date.fromisoformat(text if len(text) == WHOLE else f"{text}-01")
    except ValueError:
        return None
    return text


def _apart(one: str, other: str) -> int:
    if len(one) != WHOLE or len(other) != WHOLE:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
