"""Numbering: numbers that count nothing, because they date, time or label something ("5 July", "Article 5", "aged 38")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.annotate.counted import Counted
    from generator.annotate.numerals import Numeral

LOOK_BACK = 24
"""Letters before a number that may tell what it is."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_AFTER_MONTH = re.compile(rf"\b{_MONTH}\.? (?:\d\d?,? )?\Z")
_BEFORE_MONTH = re.compile(rf" (?:of )?{_MONTH}")
_CLOCK = re.compile(r":\d\d|\.\d\d ?[ap]m\b| ?[ap]\.?m\b| (?:o['’]clock|hrs|GMT|UTC|IST|ET|PT|CET)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"\b(?:articles?|sections?|chapters?|clauses?|paragraphs?|pages?|parts?|nos?|numbers?|resolutions?|decrees?|orders?"
    r"|annex|phase|flight|route|highway|room|volume|vol|figure|table|level|class|grade|top|unit|building|line|verse|rule"
    r"|season|episode|week|day|year|act|bill|war|version|aged|ages?|age of|under-)\.? ?\Z",
    re.IGNORECASE,
)
_DAYS = 31
_MODEL = re.compile(r"\b(?:the|a|an|its|his|her|their) [A-Z][\w-]* \Z")
_AGE = re.compile(r"[- ]years?[- ]old\b")

_YEARS = range(1000, 2200)
_LIKELY_YEARS = range(1900, 2101)
_YEAR_CONTEXT = re.compile(
    r"\b(?:in|since|until|till|during|before|after|the|its|from|year|late|early|mid|by) \Z", re.IGNORECASE
)
_PEOPLE = frozenset(
    "people persons men women children troops soldiers police prisoners protesters protestors detainees civilians".split()
)

_TIMES = frozenset(
    unit + ending for unit in "second minute hour day week month year decade century".split() for ending in ("", "s")
)
_POINT_IN_TIME = re.compile(r" (?:ago|earlier|later|old|before|after|hence|from now)\b")
_SPAN_OF_TIME = re.compile(
    r"\b(?:past|last|next|first|final|coming|previous|following|recent|within|in|after|every|since|the|these|those"
    r"|other) \Z",
    re.IGNORECASE,
)


def is_label(text: str, numeral: Numeral) -> bool:
    """Tell whether a number is part of a date, a time of day, an age or a label."""
    before = text[max(0, numeral.start - LOOK_BACK) : numeral.start]
    if numeral.form != "digits":
        titled = text[numeral.start].isupper() and _LABELLED.search(before)
        return bool(titled or _AGE.match(text, numeral.end))
    around = (_AFTER_MONTH.search(before), _LABELLED.search(before), _MODEL.search(before))
    after = (_CLOCK.match(text, numeral.end), _AGE.match(text, numeral.end))
    dated = numeral.value <= _DAYS and _BEFORE_MONTH.match(text, numeral.end)
    return any((*around, *after, dated))


def is_year(text: str, numeral: Numeral, counted: Counted | None, *, qualified: bool) -> bool:
    """Tell whether a number of four digits is a year; one that seems so counts only people or what is qualified."""
    if numeral.form != "digits" or not text[numeral.start : numeral.end].isdigit() or numeral.value not in _YEARS:
        return False
    if counted is None:
        return not qualified or numeral.value in _LIKELY_YEARS
    if qualified:
        return False
    before = text[max(0, numeral.start - LOOK_BACK) : numeral.start]
    if _YEAR_CONTEXT.search(before) or counted.unit[0].isupper():
        return True
    return numeral.value in _LIKELY_YEARS and counted.unit.split(" ")[-1] not in _PEOPLE


def is_point_in_time(text: str, start: int, counted: Counted) -> bool:
    """Tell whether a number of days or years only says when something was ("in 17 years", "three years ago")."""
    if counted.unit.split(" ")[-1].lower() not in _TIMES:
        return False
    before = text[max(0, start - LOOK_BACK) : start]
    return bool(_POINT_IN_TIME.match(text, counted.end) or _SPAN_OF_TIME.search(before))
