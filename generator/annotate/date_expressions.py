"""Date expressions: the words of a sentence that say when, read but not yet resolved.

Each has one of a few words (a month, a weekday, a year, "last week"), so a text without any costs one search. Words
that may mean something else are read only where their neighbours leave no doubt: "May" needs a day, a year or a
preposition, a number of four digits a word that goes before years, and "the July 5 riots" tells no year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.annotate.numerals import word_before
from generator.dates import MONTHS, calendar_day

if TYPE_CHECKING:
    from collections.abc import Iterator

Turn = Literal["", "last", "this", "next", "last year", "this year", "next year"]
Unit = Literal["", "day", "week", "month", "year"]


class Expression(msgspec.Struct, frozen=True, gc=False):
    """Words that say when: what is printed of a date, or how far it lies from the day of publication.

    `until` is the last of several days of a month or of several years; `weekday` counts from Monday as 0; `steps` are
    units away from the publication, backwards if negative; `about` where the distance is a round one.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    weekday: int | None = None
    turn: Turn = ""
    unit: Unit = ""
    steps: int = 0
    about: bool = False


_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_MONTHS = {written: number for number, name in enumerate(MONTHS, 1) for written in (name, name[:3])} | {"Sept": 9}
_YEAR = r"(?:1[5-9]|20)\d\d"
_WEEKDAYS = {
    name: number for number, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}
_ANCHOR = re.compile(
    r"(?:J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|1[5-9]\d\d|20\d\d)[a-z]*"
)
"""Words that begin like months, weekdays or years: all branches begin with letters, so the search is quick."""
_UNITS = (" week", " month", " year", " days ago", "esterday", "omorrow")
"""Looked for by themselves, which is quicker than in one pattern with the rest."""
_AROUND_UNIT = re.compile(
    r"(?P<turn>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>week|month|year)(?!\w)|(?P<beside>[Yy]esterday|[Tt]omorrow)(?!\w)"
    r"|(?P<number>\d{1,3}|[A-Za-z]+) (?P<ago>day|week|month|year)s? ago(?!\w)"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r" ?(?:-|–|to|and) ?"
_DAYS_BEFORE = re.compile(rf"(?<![\w.,:/$-])(?:{_DAY}{_TO})?{_DAY}(?: of)? \Z")
_DAYS_AFTER = re.compile(rf" {_DAY}(?![\w%]|[.,:]\d)(?:{_TO}{_DAY}(?![\w%]|[.,:]\d))?")
_YEAR_AFTER = re.compile(rf"(?:,|,? of)? ({_YEAR})(?![A-Za-z\d_]|[.,]\d)")
_TURN_AFTER = re.compile(r",?(?: of)? (last|this|next) year(?!\w)")
_TURN_BEFORE = re.compile(r"(?<!\w)([Ll]ast|[Tt]his|[Nn]ext) \Z")
_QUALIFIED = re.compile(r"(?<!\w)(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)[ -](?:in )?\Z")
_REST_OF_DAY = re.compile(r"([-/])(\d{1,2})\1(\d{1,2})(?!\w)|\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?")
_NUMBERS_BEFORE = re.compile(r"(?<![\w.,:/-])(\d{1,2})([./-])(\d{1,2})\2\Z")
_UNTIL_YEAR = re.compile(rf"([-–—/])({_YEAR}|\d\d)(?![\w/-])")
_OWN_DATE = re.compile(rf",? (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTH})(?!\w)")
_PAPER = re.compile(r" (?:Times|Telegraph|Mail|Express|Mirror|Herald|Post|Magazine|prayers?)(?!\w)")
_NOUN = re.compile(r" [A-Za-z]")

_LOOK_BACK = 24
"""Letters before a month, year or unit in which the rest of its date may stand."""
_BEFORE_MONTHS = frozenset(
    "in since until till by during from between through throughout before after early late mid".split(),
)
_BEFORE_YEARS = _BEFORE_MONTHS | frozenset(
    "of around circa year to olympics games cup summit elections election championships championship forum expo".split()
)
_DETERMINERS = frozenset("the a an its their his her our this".split())
_NOT_ONE_DAY = frozenset(
    "every each a the any one all some most alternate black good super bloody holy easter cyber ash palm".split(),
)
_COUNTS = {word: number for number, word in enumerate("a two three four five six seven eight nine ten".split(), 1)} | {
    "one": 1,
    "an": 1,
}
_ROUGHLY = frozenset("than over about around nearly almost some".split())
_STEPS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "tomorrow": 1}
_YEAR_SIGN = "年"
_IDEOGRAPHS = "\u2e80"
"""From here on scripts stand without spaces between words and numbers."""
LINKS = frozenset({" to ", " and ", " until ", " till ", " through ", "–", "-", " – ", " or "})
"""What joins two times."""
_DAYS_OF_MONTH = range(1, 32)
_MONTHS_OF_YEAR = 12
_MODERN = 1900
"""A smaller number is a year only after a preposition."""


def date_expressions(text: str) -> Iterator[Expression]:
    """Give the expressions of a text in order."""
    done, latest = 0, None
    for anchor in _anchors(text):
        if anchor.start() < done or (anchor.start() and _in_word(text[anchor.start() - 1])):
            continue
        found = _expression(text, anchor, latest)
        if found and found.start >= done:
            before = _QUALIFIED.search(text, max(done, found.start - _LOOK_BACK), found.start)
            latest = msgspec.structs.replace(found, start=before.start()) if before else found
            done = latest.end
            yield latest


def _anchors(text: str) -> list[re.Match[str]]:
    """Give the words by which expressions are known, in order."""
    found = list(_ANCHOR.finditer(text))
    for unit in _UNITS:
        at = text.find(unit)
        while at >= 0:
            around = _AROUND_UNIT.match(text, text.rfind(" ", 0, at) + 1)
            if around and around.end() > at:
                found.append(around)
            at = text.find(unit, at + 1)
    return sorted(found, key=re.Match.start)


def _in_word(char: str) -> bool:
    return (char.isalnum() and char < _IDEOGRAPHS) or char in "_$€£¥₹#@"


def _expression(text: str, anchor: re.Match[str], latest: Expression | None) -> Expression | None:
    word = anchor[0]
    if anchor.re is _AROUND_UNIT:
        return _of_unit(text, anchor)
    if word in _MONTHS:
        return _of_month(text, anchor, latest)
    if word in _WEEKDAYS:
        return _of_weekday(text, anchor)
    return _of_year(text, anchor, latest) if word.isdigit() else None


def _of_unit(text: str, anchor: re.Match[str]) -> Expression | None:
    """Read what is told by its distance: "yesterday", "last week", "three years ago"."""
    before = word_before(text, anchor.start())
    if anchor["beside"]:
        return Expression(*anchor.span(), unit="day", steps=_STEPS[anchor["beside"].lower()])
    unit: Unit = anchor["unit"] or anchor["ago"]  # type: ignore[assignment]
    if anchor["unit"]:  # but "over the last year" is a time that lasts
        steps = _STEPS[anchor["turn"].lower()]
        return None if before == "the" else Expression(*anchor.span(), unit=unit, steps=steps)
    counted = anchor["number"].lower()
    steps = -(int(counted) if counted.isdigit() else _COUNTS.get(counted, 0))
    if not steps or before in _ROUGHLY:
        return None
    return Expression(*anchor.span(), unit=unit, steps=steps, about=unit in {"month", "year"})


def _of_month(text: str, anchor: re.Match[str], latest: Expression | None) -> Expression | None:
    start, end, days = _days_beside(text, anchor)
    found = Expression(start, end, month=_MONTHS[anchor[0]])
    if days:
        found = msgspec.structs.replace(found, day=days[0], until=days[-1] if len(days) > 1 else None)
    if year := _YEAR_AFTER.match(text, end):
        return msgspec.structs.replace(found, end=year.end(), year=int(year[1]))
    if turned := _TURN_AFTER.match(text, end):
        return msgspec.structs.replace(found, end=turned.end(), turn=f"{turned[1]} year")
    if days:
        # "the July 5 riots" are those of a year that everybody knows.
        return None if word_before(text, start) in _DETERMINERS and _NOUN.match(text, end) else found
    if turned := _TURN_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        return msgspec.structs.replace(found, start=turned.start(), turn=turned[1].lower())
    full = anchor[0] in MONTHS
    return found if full and (_mid(text, start) in _BEFORE_MONTHS or _goes_on(text, start, latest)) else None


def _days_beside(text: str, anchor: re.Match[str]) -> tuple[int, int, list[int]]:
    """Give where a month with its days begins and ends, and the days: those before it, else those after."""
    start, end = anchor.span()
    end += text[end : end + 1] == "." and anchor[0] not in MONTHS
    before = _DAYS_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if before and int(before[2]) in _DAYS_OF_MONTH:
        return before.start(), end, [int(day) for day in before.groups() if day]
    after = _DAYS_AFTER.match(text, end)
    if after and int(after[1]) in _DAYS_OF_MONTH:
        return start, after.end(), [int(day) for day in after.groups() if day]
    return start, end, []


def _mid(text: str, start: int) -> str:
    """Give the word before a place, also one that a hyphen joins ("mid-July")."""
    return "mid" if text[max(0, start - 4) : start].lower() == "mid-" else word_before(text, start)


def _goes_on(text: str, start: int, latest: Expression | None) -> bool:
    """Tell whether what begins here is the second of two times ("from January to July")."""
    return latest is not None and text[latest.end : start] in LINKS


def _of_year(text: str, anchor: re.Match[str], latest: Expression | None) -> Expression | None:
    start, end = anchor.span()
    year = int(anchor[0])
    if rest := _REST_OF_DAY.match(text, end):
        month, day = (rest[2], rest[3]) if rest[2] else (rest[4], rest[5])
        return Expression(start, rest.end(), year, int(month), int(day) if day else None)
    if before := _NUMBERS_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        return _of_numbers(before, year, end)
    found = Expression(start, end, year)
    if text[end : end + 1] == _YEAR_SIGN:
        return msgspec.structs.replace(found, end=end + 1)
    if text[end : end + 1].isalnum():
        return None
    if until := _UNTIL_YEAR.match(text, end):
        last = int(anchor[0][: -len(until[2])] + until[2])
        # What may be a year and its month ("2009-07") is not read as two years.
        if last <= year or (until[1] == "-" and int(until[2]) <= _MONTHS_OF_YEAR):
            return None
        found = msgspec.structs.replace(found, end=until.end(), until=last)
    return found if _stands_as_year(text, found, latest) else None


def _of_numbers(before: re.Match[str], year: int, end: int) -> Expression | None:
    """Read a date in numbers, of which the first is the day; between slashes it may be the month instead."""
    first, second = int(before[1]), int(before[3])
    either = {calendar_day(year, second, first), calendar_day(year, first, second)} - {None}
    if before[2] == "/" and len(either) != 1:
        return Expression(before.start(), end, year) if either else None
    month, day = (second, first) if calendar_day(year, second, first) else (first, second)
    return Expression(before.start(), end, year, month, day)


def _stands_as_year(text: str, found: Expression, latest: Expression | None) -> bool:
    """Tell by its neighbours whether a number of four digits is a year."""
    mark = text[found.start - 1 : found.start]
    if mark == "(":
        return text[found.end : found.end + 1] in {")", ",", ";"}
    if mark == "-" and _mid(text, found.start) != "mid":
        return False
    word = _mid(text, found.start)
    assert found.year is not None
    if word in _BEFORE_MONTHS or _goes_on(text, found.start, latest):
        return True
    if found.year < _MODERN:
        return False
    owned = (word in _DETERMINERS or word.endswith(("'s", "’s"))) and _NOUN.match(text, found.end) is not None
    return word in _BEFORE_YEARS or owned


def _of_weekday(text: str, anchor: re.Match[str]) -> Expression | None:
    start, end = anchor.span()
    if _OWN_DATE.match(text, end) or _PAPER.match(text, end):
        return None
    found = Expression(start, end, weekday=_WEEKDAYS[anchor[0]])
    if turned := _TURN_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        return msgspec.structs.replace(found, start=turned.start(), turn=turned[1].lower())
    return None if word_before(text, start) in _NOT_ONE_DAY else found
