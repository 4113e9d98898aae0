"""Resolving dates: what an expression means, by what it prints or by the day of publication.

Two rules keep from inventing. A date without a year is the latest one of the year of publication or of the six months
before it, or the next one where its clause looks ahead; and "last" and "next" are left alone where they could mean
either of two times. Libraries that resolve such words (dateparser among them) always give a day; here no day is better
than a wrong one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from generator.dates import calendar_day, parts

if TYPE_CHECKING:
    from generator.annotate.date_expressions import Expression

_HALF_A_YEAR = 6
_EITHER = 2
"""Months within which "last October" may be the one just over or the one before."""
_WEEK = timedelta(days=7)
_MONTHS_OF_YEAR = 12
_STEPS = {"last": -1, "this": 0, "next": 1}


class Day(msgspec.Struct, frozen=True, gc=False):
    """A date as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def iso(self) -> str | None:
        """Give it as front matter writes dates, or None where no calendar has it."""
        if self.month is None:
            return f"{self.year:04}"
        if not 1 <= self.month <= _MONTHS_OF_YEAR:
            return None
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return calendar_day(self.year, self.month, self.day)


def day_of(published: str) -> Day:
    """Give a date of publication as far as it is known."""
    return Day(*parts(published))


def resolved(expression: Expression, now: Day | None, *, ahead: bool) -> tuple[str, str] | None:
    """Give the first and last date that an expression means, `now` being the publication, or None if not sure."""
    if expression.year is not None:
        return _printed(expression)
    if now is None:
        return None
    if expression.turn.endswith(" year"):
        return _printed(msgspec.structs.replace(expression, year=now.year + _STEPS[expression.turn.split(" ")[0]]))
    if expression.month is not None:
        year = _year_of(expression, now, ahead=ahead)
        return _printed(msgspec.structs.replace(expression, year=year)) if year else None
    if expression.weekday is not None:
        day = _weekday(expression, now, ahead=ahead)
        return (day.isoformat(),) * 2 if day else None
    return _away(expression, now)


def _printed(expression: Expression) -> tuple[str, str] | None:
    assert expression.year is not None
    first = Day(expression.year, expression.month, expression.day)
    begin = end = first.iso()
    if expression.until is not None:
        last = msgspec.structs.replace(first, day=expression.until) if expression.month else Day(expression.until)
        end = last.iso()
    return (begin, end) if begin and end and begin <= end else None


def _year_of(expression: Expression, now: Day, *, ahead: bool) -> int | None:
    """Give the year of a month or of a day of a month that is printed without one."""
    assert expression.month is not None
    if now.month is None:
        return None
    apart = (now.month - expression.month) % _MONTHS_OF_YEAR
    later = expression.month > now.month
    if apart == 0 and expression.day and now.day:
        later = expression.day > now.day
    if expression.turn == "this":
        return now.year
    if expression.turn == "last":
        return None if apart <= _EITHER else now.year - later
    if expression.turn == "next":
        return None if -apart % _MONTHS_OF_YEAR <= _EITHER else now.year + (not later)
    if ahead:
        past = expression.month < now.month or (apart == 0 and expression.day and now.day and not later)
        return now.year + bool(past and not (apart == 0 and expression.day == now.day))
    if not later:
        return now.year
    return now.year - 1 if 0 < apart <= _HALF_A_YEAR else None


def _weekday(expression: Expression, now: Day, *, ahead: bool) -> date | None:
    """Give the day of a weekday: the last one up to the publication, or the next one where the text looks ahead."""
    assert expression.weekday is not None
    if now.month is None or now.day is None:
        return None
    today = date(now.year, now.month, now.day)
    monday = today - timedelta(days=today.weekday())
    in_week = monday + timedelta(days=expression.weekday)
    if expression.turn == "this":
        return in_week
    if expression.turn == "last":
        return in_week - _WEEK if in_week >= today else None
    if expression.turn == "next":
        return in_week + _WEEK if in_week <= today else None
    if ahead:
        return in_week if in_week >= today else in_week + _WEEK
    return in_week if in_week <= today else in_week - _WEEK


def _away(expression: Expression, now: Day) -> tuple[str, str] | None:
    """Give the day, week, month or year that lies some steps from the publication."""
    about = "~" if expression.about else ""
    if expression.unit == "year":
        return (f"{now.year + expression.steps:04}{about}",) * 2
    if now.month is None:
        return None
    if expression.unit == "month":
        year, month = divmod(now.year * _MONTHS_OF_YEAR + now.month - 1 + expression.steps, _MONTHS_OF_YEAR)
        return (f"{year:04}-{month + 1:02}{about}",) * 2
    if now.day is None:
        return None
    today = date(now.year, now.month, now.day)
    if expression.unit == "day":
        return ((today + timedelta(days=expression.steps)).isoformat(),) * 2
    monday = today - timedelta(days=today.weekday()) + expression.steps * _WEEK
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
