"""Days: when a page was published, from the positions where pages state it and never from what its text tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.model import Dating
from generator.ingest.printed_dates import printed_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from generator.ingest.web.statements import Statements

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "itemprop datepublished", "citation_publication_date", "citation_online_date", "citation_date", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "date.release", "og:datepublished",
    "cxenseparse:recs:publishtime", "article.published", "date", "created", "itemprop datecreated",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "itemprop datemodified", "dcterms.modified", "last-modified")
_ISO = re.compile(r"((?:19|20)\d\d-\d\d(?:-\d\d)?)(?:(?=[T ])|\Z)|((?:19|20)\d\d)(\d\d)(\d\d)(?:\Z|T)")


def stated_day(root: HtmlElement, statements: Statements) -> Dating | None:
    """Give the day that a page states of its publication, or of its last change where it states no other."""
    for place, value in _statements(root, statements):
        found = _day(value)
        if found:
            return Dating(found, "stated", f"{place}: {value}")
    return None


def _statements(root: HtmlElement, statements: Statements) -> Iterator[tuple[str, str]]:
    yield from (("JSON-LD datePublished", value) for value in statements.of_article("datePublished"))
    yield from statements.of_meta(*_PUBLISHED)
    yield from (("JSON-LD dateCreated", value) for value in statements.of_article("dateCreated"))
    for element in root.xpath("//time[@datetime][not(ancestor::nav or ancestor::footer or ancestor::aside)]")[:1]:
        yield "time element", element.get("datetime")
    yield from (("JSON-LD dateModified", value) for value in statements.of_article("dateModified"))
    yield from statements.of_meta(*_UPDATED)


def _day(value: str) -> str | None:
    iso = _ISO.match(value.strip())
    if iso:
        text = iso[1] or f"{iso[2]}-{iso[3]}-{iso[4]}"
        return next((found.published for found in printed_dates(text)), None) if len(text) > 7 else text  # noqa: PLR2004
    return next((found.published for found in printed_dates(value[:100])), None)
