"""Dates of events: the times that a body names, as far as its words, or its own date if that is stated, settle them.

What is printed with its year stands for itself. All else ("on Tuesday", "last week", "5 July") is resolved against the
day of publication (see `date_resolution`), but not in a paragraph that has just told of another time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.date_expressions import LINKS, Expression, date_expressions
from generator.annotate.date_resolution import Day, day_of, resolved
from generator.annotation import EventDate
from generator.dates import parts
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.annotation import Span

_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|due|set to|scheduled|plan(?:s|ned|ning)? (?:to|for)|expected|upcoming"
    r"|forthcoming|ahead of|preparing|next)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|since|between) \Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween \Z", re.IGNORECASE)
_LONGEST_FROM = 9
_SAME_TIME = timedelta(days=31)


class _Time(msgspec.Struct, frozen=True, gc=False):
    """A time that is settled: its first and its last date, and whether the text itself prints all of both."""

    start: int
    end: int
    first: str
    last: str
    printed: bool


def event_dates(body: str, sentences: Sequence[Span], published: str | None) -> tuple[EventDate, ...]:
    """Give the times that a body names, in order; `published` is the article's date if the source states it."""
    return tuple(
        EventDate(
            time.start,
            time.end,
            time.first if time.first == time.last else f"{time.first}/{time.last}",
            "stated" if time.printed else "derived",
        )
        for time in _times(body, sentences, published)
    )


def _times(body: str, sentences: Sequence[Span], published: str | None) -> Iterator[_Time]:
    """Yield the times that are settled; a paragraph is followed for the date that it printed last."""
    told: _Time | None = None
    now = day_of(published) if published else None
    for sentence, expressions in _by_sentence(sentences, date_expressions(body)):
        for pair, ahead in _pairs(body, sentence, expressions):
            if told and BLOCK_SEPARATOR in body[told.end : pair[0].start]:
                told = None
            time = _settled(pair, now, told.first if told else None, ahead=ahead)
            if time:
                yield time
                told = time if time.printed else told


def _by_sentence(
    sentences: Sequence[Span], expressions: Iterable[Expression]
) -> Iterator[tuple[Span, list[Expression]]]:
    starts = [sentence.start for sentence in sentences]
    for number, group in groupby(expressions, key=lambda found: bisect_right(starts, found.start) - 1):
        if number >= 0:
            yield sentences[number], list(group)


def _pairs(
    body: str, sentence: Span, expressions: Sequence[Expression]
) -> Iterator[tuple[tuple[Expression, Expression], bool]]:
    """Yield the first and last expression of each time of a sentence, mostly the same, and whether it looks ahead."""
    index, low = 0, sentence.start
    while index < len(expressions):
        joined = _joined(body, expressions[index : index + 2])
        first, last = joined or (expressions[index], expressions[index])
        index += 2 if joined else 1
        high = expressions[index].start if index < len(expressions) else sentence.end
        yield (first, last), _looks_ahead(body[low : first.start], body[last.end : high])
        low = last.end


def _joined(body: str, pair: Sequence[Expression]) -> tuple[Expression, Expression] | None:
    """Give two expressions that are the ends of one time ("from January to July 2018"), each with its year."""
    if len(pair) == 1:
        return None
    first, last = pair
    link = body[first.end : last.start]
    before = body[max(0, first.start - _LONGEST_FROM) : first.start]
    if link not in LINKS or link == " or " or first.unit != last.unit:
        return None
    if not (_BETWEEN.search(before) if link == " and " else _FROM.search(before) or "-" in link or "–" in link):
        return None
    if first.year is None and last.year is not None and first.month and last.month:
        return msgspec.structs.replace(first, year=last.year - (first.month > last.month)), last
    if last.year is None and first.year is not None and last.month:
        return first, msgspec.structs.replace(last, year=first.year + ((first.month or 1) > last.month))
    return first, last


def _looks_ahead(before: str, after: str) -> bool:
    """Tell whether the clause of an expression tells of what is to come; what stands before it settles that."""
    return _AHEAD.search(before if len(before.split()) > 1 else after) is not None


def _settled(pair: tuple[Expression, Expression], now: Day | None, told: str | None, *, ahead: bool) -> _Time | None:
    first = last = resolved(pair[0], now, ahead=ahead)
    if pair[1] is not pair[0]:
        last = resolved(pair[1], now, ahead=ahead)
    if not first or not last or first[0] > last[1]:
        return None
    printed = pair[0].year is not None and pair[1].year is not None
    if not printed and told and not _of_now(pair[0], first[0], told):
        return None
    return _Time(pair[0].start, pair[1].end, first[0], last[1], printed)


def _of_now(expression: Expression, resolved: str, told: str) -> bool:
    """Tell whether a resolved date may stand in a paragraph that has printed another date before it."""
    if expression.turn or expression.unit in {"week", "month", "year"}:
        return True
    known, other = parts(resolved.rstrip("~")), parts(told)
    if len(other) == 1:
        return expression.month is None or known[0] == other[0]
    apart = date(*(*known, 1)[:3]) - date(*(*other, 1)[:3])
    return abs(apart) <= _SAME_TIME
