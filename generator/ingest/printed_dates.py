"""Dates as they are printed beside an article: recognised where they stand whole, with the label before them.

Only what is printed in full is read; nothing is resolved against another day. A numeric date whose day and month could
be exchanged gives its year only, unless a weekday beside it settles the matter.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.dates import calendar_day
from generator.ingest.patterns import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

Label = Literal["published", "plain", "updated"]

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_MONTHS["sept"] = 9
_DAYS = {name[:3].lower(): number for number, name in enumerate(calendar.day_name)}
_NAMED_MONTH = rf"(?P<{{0}}>{MONTH})\.?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)(?:(?!\d)|(?=\d{{1,2}}\s[a-z]{{3}}))"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{0,3})?"
_DATE = re.compile(
    r"(?:(?<![\w/.-])|(?<=20\d\d)|(?<=[a-z])(?=20\d\d-))" + _WEEKDAY + r"(?:"
    + _YEAR.format("y1") + r"(?P<mark>[-/.])(?P<m1>\d{1,2})(?P=mark)(?P<d1>\d{1,2})(?!\d)"
    + r"|" + _NAMED_MONTH.format("m2") + r"\s{0,3}(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}" + _YEAR.format("y2")
    + r"|(?P<d3>\d{1,2})(?:st|nd|rd|th)?(?: of)?[\s.-]{1,3}" + _NAMED_MONTH.format("m3") + r"[,\s-]{1,3}"
    + _YEAR.format("y3")
    + r"|" + _NAMED_MONTH.format("m4") + r",?\s{1,3}" + _YEAR.format("y4")
    + r"|(?P<d5>\d{1,2})(?P<mark5>[/.-])(?P<m5>\d{1,2})(?P=mark5)" + _YEAR.format("y5")
    + r"|" + _YEAR.format("y6") + r"\s?年\s?(?P<m6>\d{1,2})\s?月\s?(?P<d6>\d{1,2})\s?日"
    + r")",
    re.IGNORECASE,
)  # fmt: skip
_LABEL = re.compile(
    r"(?:first |originally |last |date |recently )?"
    r"(?:published|posted|updated?|modified|created|uploaded|edited|revised|issued|released|publication date|"
    r"date of publication|date|dated|publi[ée]|time|on air|updation)"
    r"(?: (?:on|at|date|time|by))?\s{0,2}[:|–-]?\s{0,2}",
    re.IGNORECASE,
)
_LABEL_BESIDE = re.compile(rf"{_LABEL.pattern}(?=\s{{0,3}}\||\Z)", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|edited|revised", re.IGNORECASE)
_ZONE = r"(?:GMT|UTC|IST|EST|EDT|ET|PST|PDT|PT|CST|CDT|BST|CET|CEST|PKT|HKT|AEST|AEDT|JST|MSK|Z)\b"
_TIME = re.compile(
    r"(?:\bT|\bat |\b)\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?m\b\.?)?"
    rf"(?:\s?\(?{_ZONE}\)?)?(?:\s?\(?(?:GMT|UTC)?\s?[+-]\d{{1,2}}:?\d{{0,2}}\)?)?(?:\s?hrs\b)?"
    rf"|(?:\bat )?\b\d{{1,2}}\s?[ap]\.?m\b\.?|\b{_ZONE}",
    re.IGNORECASE,
)
_WEEKDAY_ALONE = re.compile(rf"\b{WEEKDAY}\b,?", re.IGNORECASE)
_READING_TIME = re.compile(
    r"\b\d{1,3}[ -]?min(?:ute)?s?(?: read)?\b|\b(?:read(?:ing)?|time)(?: time)?:?\s?\d{1,3} min\w{0,4}", re.IGNORECASE
)
_SEPARATORS = " \t|·•–—-/,;:()[]«»*_#~"
_REMEMBERED = 512
"""Lines of which the reading is remembered: several stages ask about the same ones."""


class PrintedDate(msgspec.Struct, frozen=True):
    """A date in a text: where it stands, what it is as front matter writes it, and what the words before it call it."""

    start: int
    end: int
    published: str
    label: Label


class DateLine(msgspec.Struct, frozen=True):
    """A line about the date: its dates, the words that state them as evidence, and what else the line holds."""

    dates: tuple[PrintedDate, ...]
    evidence: str
    rest: str


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Give the dates that are printed in a text, in order; those that no calendar has are left out."""
    before = 0
    for match in _DATE.finditer(text):
        published = _published(match)
        if published:
            yield PrintedDate(match.start(), match.end(), published, _label(text[before : match.start()]))
            before = match.end()


@lru_cache(_REMEMBERED)
def date_line(text: str) -> DateLine | None:
    """Read a line that may be about the date; None where it names no date."""
    dates = tuple(printed_dates(text))
    if not dates:
        return None
    start = _label_start(text, dates[0].start)
    kept = text
    for found in reversed(dates):
        kept = f"{kept[: found.start]} | {kept[found.end :]}"
    for pattern in (_READING_TIME, _TIME, _LABEL_BESIDE, _WEEKDAY_ALONE):
        kept = pattern.sub(" | ", kept)
    return DateLine(dates, text[start : _time_end(text, dates[-1].end)], _tidy(kept))


def glued_date(text: str) -> int:
    """Give how many characters at the start of a paragraph are a date that was glued to it, or 0.

    Such a date is labelled, or written in ISO 8601: prose begins with neither.
    """
    found = next(printed_dates(text[:80]), None)
    if found is None:
        return 0
    before = text[: found.start]
    label = _LABEL.fullmatch(before.strip(_SEPARATORS) + " ") or _LABEL.fullmatch(before)
    iso = text[found.start : found.end][:4].isdigit()
    if not (label or (iso and not before.strip(_SEPARATORS))):
        return 0
    after = text[_time_end(text, found.end) :]
    return len(text) - len(after.lstrip(_SEPARATORS))


def _time_end(text: str, end: int) -> int:
    """Give where the time after a date ends, or the date where none follows."""
    parted = end + len(text[end:]) - len(text[end:].lstrip(" ,|T"))
    time = _TIME.match(text, parted)
    return time.end() if time else end


def _published(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    form = next(number for number in "123456" if groups[f"y{number}"])
    year = int(groups[f"y{form}"])
    written_month = groups[f"m{form}"]
    month = int(written_month) if written_month.isdigit() else _MONTHS[written_month.lower()]
    if form == "4":
        return f"{year:04}-{month:02}"
    day = int(groups[f"d{form}"])
    if form == "5" and groups["mark5"] == "/":
        return _slashed(year, day, month, groups["weekday"])
    return calendar_day(year, month, day)


def _slashed(year: int, first: int, second: int, weekday: str | None) -> str | None:
    """Read a date with slashes, in which either number may be the day."""
    readings = {
        reading for reading in (calendar_day(year, second, first), calendar_day(year, first, second)) if reading
    }
    if weekday and len(readings) > 1:
        wanted = _DAYS[weekday[:3].lower()]
        readings = {reading for reading in readings if date.fromisoformat(reading).weekday() == wanted} or readings
    return readings.pop() if len(readings) == 1 else (f"{year:04}" if readings else None)


def _label(before: str) -> Label:
    found = [match[0] for match in _LABEL.finditer(before)]
    if not found:
        return "plain"
    return "updated" if _UPDATED.search(found[-1]) else "published"


def _label_start(text: str, start: int) -> int:
    """Give where the label of a date begins; only a time may stand between them."""
    for match in _LABEL.finditer(text, 0, start):
        if not _TIME.sub("", text[match.end() : start]).strip(_SEPARATORS):
            return match.start()
    return start


def _tidy(text: str) -> str:
    pieces = [piece.strip(_SEPARATORS) for piece in re.split(r"[|·•]", text)]
    return " | ".join(piece for piece in pieces if piece)
