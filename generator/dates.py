"""Publication dates as each format writes them: a date is a year, a year and month, or a day ("2022-02-06").

No format claims more precision than the date has, and nothing here reads the clock.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date as _date
from functools import lru_cache
from typing import TypeGuard

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NEVER = 99
"""Stands for a month or day that is not known, after all that are."""
_DAY = 10
"""Characters of a date that names its day."""


def parts(date: str) -> tuple[int, ...]:
    """Give a date as numbers: year, month and day as far as they are known."""
    return tuple(int(part) for part in date.split("-"))


def is_day(date: str | None) -> TypeGuard[str]:
    """Tell whether a date is known to the day."""
    return date is not None and len(date) == _DAY


def calendar_day(year: int, month: int, day: int) -> str | None:
    """Give a day as an ISO date, or None where no calendar has it."""
    try:
        return _date(year, month, day).isoformat()
    except ValueError:
        return None


def days_covered(date: str | None) -> tuple[int, int] | None:
    """Give the first and the last day that a date covers, as ordinals; None for no date."""
    if not date:
        return None
    year, month, day = (*parts(date), 0, 0)[:3]
    first = _date(year, month or 1, day or 1)
    last = _date(year, month or 12, day or monthrange(year, month or 12)[1])
    return first.toordinal(), last.toordinal()


def first_moment(date: str) -> str:
    """Give midnight UTC of the first day that a date covers, as RFC 3339 writes it."""
    return f"{date}{'-01-01'[len(date) - len('YYYY') :]}T00:00:00Z"


@lru_cache(maxsize=16_384)
def spoken(date: str) -> str:
    """Give a date as a sentence has it: "6 February 2022", "February 2022" or "2022"."""
    year, month, day = (*parts(date), 0, 0)[:3]
    words = (str(day) if day else "", MONTHS[month - 1] if month else "", str(year))
    return " ".join(word for word in words if word)


def ends(time: str) -> tuple[str, str]:
    """Give the first and the last date of a time of an event, which may be an interval or about a date (see model)."""
    first, _, last = time.replace("~", "").partition("/")
    return first, last or first


def told(time: str) -> str:
    """Give a time of an event as a sentence has it: "5 July 2009", "2014 to 2019", "24 to 30 January 2022"."""
    first, last = ends(time)
    if first == last:
        return f"about {spoken(first)}" if time.endswith("~") else spoken(first)
    begin, end = spoken(first).split(" "), spoken(last).split(" ")
    shared = 0
    while len(begin) == len(end) and shared < len(begin) - 1 and begin[-1 - shared] == end[-1 - shared]:
        shared += 1
    return f"{' '.join(begin[: len(begin) - shared])} to {' '.join(end)}"


def in_order(time: str) -> tuple[int, int, int]:
    """Give the key by which times stand in order: what is known by its year alone comes after the year's months."""
    year, month, day = (*parts(ends(time)[0]), _NEVER, _NEVER)[:3]
    return year, month, day


def slashed(date: str) -> str:
    """Give a date with slashes, as RIS and citation tags want it: "2022/02/06"."""
    return date.replace("-", "/")
