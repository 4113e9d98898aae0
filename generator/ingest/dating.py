"""Dating: when an article was published, from what is printed about it and never from what it tells.

Stated: a date line, a date beside a byline, a dateline with a year. Derived: the address or file name holds the day, or
the article reports an anniversary of an event whose day it gives. Otherwise unknown, with what was looked for and not
found.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generator.ingest.model import BODY_ROLES, Dating, Line
from generator.ingest.patterns import MONTH, WEEKDAY, anywhere
from generator.ingest.printed_dates import PrintedDate, date_line, printed_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_EVIDENCE = 200
HINTS_SHOWN = 3
"""Words about time without a date that an unknown date names as what was found instead."""
LEADING_PARAGRAPHS = 3
"""Paragraphs among which the anniversary that is the news stands."""
SAFE_DAYS = range(4, 26)
"""Days of a month about which a report is surely published in the same month."""

_ORDER = {"published": 0, "plain": 1, "updated": 2}
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D|\Z)")
_IN_FILE_NAME = re.compile(r"(?:\A|/)((?:19|20)\d\d)-(\d\d)-(\d\d)(?=\D|\Z)")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+[”\"’')]*|\Z)")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_ANNIVERSARY = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(_ORDINALS)})) anniversary of\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HINT = anywhere(rf"""
    \b(?:(?:on|last|this|next) )?{WEEKDAY}\b|\b(?:yesterday|today|tomorrow)\b
    \b(?:last|this|next|earlier this|early this|late last|the past) (?:week|month|year)\b
    \b(?:in )?{MONTH} (?:last|this) year\b|\b(?:on )?{MONTH} \d{{1,2}}\b(?!,? ?\d{{4}})
""")


def date_article(lines: Sequence[Line], name: str, url: str | None) -> Dating:
    """Date an article from its lines, the name of its file and its address."""
    return _stated(lines) or _derived(lines, name, url) or Dating(None, "unknown", _looked_for(lines))


def _stated(lines: Sequence[Line]) -> Dating | None:
    """Take the date that is printed about the article: one called published, else any, else one called updated."""
    found: list[tuple[int, int, PrintedDate, str]] = []
    for line in lines:
        if line.role in {"date", "byline", "dateline"}:
            dated = date_line(line.text)
            found += [(_ORDER[date.label], len(found), date, dated.evidence) for date in dated.dates] if dated else []
    if not found:
        return None
    _, _, first, evidence = min(found, key=lambda entry: entry[:2])
    return Dating(first.published, "stated", evidence)


def _derived(lines: Sequence[Line], name: str, url: str | None) -> Dating | None:
    for where, text, pattern in (("address", url or "", _IN_ADDRESS), ("file name", name, _IN_FILE_NAME)):
        found = pattern.search(text)
        day = next(printed_dates(f"{found[1]}-{found[2]}-{found[3]}"), None) if found else None
        if day:
            return Dating(day.published, "derived", f"{where} {text}"[:LONGEST_EVIDENCE])
    return _anniversary([line.text for line in lines if line.role in BODY_ROLES])


def _anniversary(paragraphs: Sequence[str]) -> Dating | None:
    """Count the years of an anniversary that the article opens with from the event's day, told beside it.

    The month is sure where the day is well within it; a year that the text names later than the result disproves it.
    """
    sentences = [sentence.strip() for text in paragraphs[:LEADING_PARAGRAPHS] for sentence in _SENTENCE.findall(text)]
    for index, sentence in enumerate(sentences):
        found = _ANNIVERSARY.search(sentence)
        event = (
            next((date for near in sentences[index : index + 2] for date in printed_dates(near)), None)
            if found
            else None
        )
        if found is None or event is None:
            continue
        years = int(found[1]) if found[1] else _ORDINALS[found[2].lower()]
        year = int(event.published[:4]) + years
        if any(int(named) > year for text in paragraphs for named in _YEAR.findall(text)):
            continue
        day = event.published[8:]
        published = f"{year}-{event.published[5:7]}" if day and int(day) in SAFE_DAYS else str(year)
        told = next(
            near[date.start : date.end] for near in sentences[index : index + 2] for date in printed_dates(near)
        )
        return Dating(published, "derived", f"“{_cut(sentence)}” [of {told}, so {published}]")
    return None


def _looked_for(lines: Sequence[Line]) -> str:
    texts = [line.text for line in lines if line.role in BODY_ROLES]
    hints = list(islice(_hints(texts), HINTS_SHOWN))
    years = [year for text in texts for year in _YEAR.findall(text)]
    found = [", ".join(f"“{hint}”" for hint in hints) + (" without a date" if hints else "")] if hints else []
    found += [f"{max(years)} as the latest year named"] if years else []
    only = f"; found only {' and '.join(found)}" if found else ""
    return f"no date printed: looked above the text, at its end, beside bylines and in the dateline{only}"


def _hints(texts: Sequence[str]) -> Iterator[str]:
    seen = set()
    for text in texts:
        for found in _HINT.finditer(text):
            if found[0] not in seen:
                seen.add(found[0])
                yield found[0]


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_EVIDENCE else f"{sentence[:LONGEST_EVIDENCE].rsplit(' ', 1)[0]} …"
