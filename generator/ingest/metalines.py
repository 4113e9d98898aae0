"""Lines about an article rather than of it: dates and bylines, where they stand alone."""

from __future__ import annotations

from generator.ingest.credits import Credits, begins_byline, byline, names_editor
from generator.ingest.lines import words
from generator.ingest.printed_dates import date_line

LONGEST = 30
"""Words of such a line at most."""
LONGEST_BYLINE = 14


def is_dated(text: str) -> bool:
    """Tell whether a line states a date and, besides it, at most who, where and for whom."""
    if words(text) > LONGEST:
        return False
    found = date_line(text)
    if found is None:
        return False
    return all(_known(piece) for piece in found.rest.split(" | ") if piece)


def is_byline(text: str) -> bool:
    """Tell whether a line says by whom an article is."""
    return words(text) <= LONGEST_BYLINE and begins_byline(text) and bool(byline(text))


def is_meta(text: str) -> bool:
    """Tell whether a line is about an article: its date or its byline."""
    return is_byline(text) or is_dated(text)


def beside_date(text: str) -> Credits:
    """Give who, where and for whom a dated line names beside its date."""
    found = date_line(text)
    return Credits() if found is None else byline(found.rest)


def _known(piece: str) -> bool:
    return words(piece) <= 1 or begins_byline(piece) or names_editor(piece) or bool(byline(piece))
