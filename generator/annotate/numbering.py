"""Numbering: numbers that count nothing, as they date, time or label something ("5 July", "Article 5", "aged 38")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.numerals import LOOK_BACK, word_before

if TYPE_CHECKING:
    from generator.annotate.counted import Counted
    from generator.annotate.numerals import Numeral

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_AFTER_MONTH = re.compile(rf"\b{_MONTH}\.? (?:\d\d?,? )?\Z")
_BEFORE_MONTH = re.compile(rf" (?:of )?{_MONTH}")
_AGE = re.compile(r"[- ]years?[- ]old\b")
_CLOCK_OR_AGE = re.compile(
    r"(?i::\d\d|\.\d\d ?[ap]m\b| ?[ap]\.?m\b| (?:o['’]clock|hrs|GMT|UTC|IST|ET|PT|CET)\b)|" + _AGE.pattern
)
_LABELS = frozenset(
    "article articles section sections chapter chapters clause clauses paragraph paragraphs page pages part "
    "parts no nos number numbers resolution resolutions decree decrees order orders annex phase flight route "
    "highway room volume vol figure table level class grade top unit building line verse rule season episode "
    "week day year act bill war version aged age ages magnitude gallery gate platform".split(),
)
_AGED = re.compile(
    r"\b(?:boy|girl|man|woman|child|son|daughter|baby|youth|person) of \Z"
    r"|\b(?:people|children|men|women|adults|girls|boys|persons|anyone|everyone|those|residents|citizens|patients|voters"
    r"|workers|babies|infants) (?:aged )?(?:under|over|above|below) \Z",
    re.IGNORECASE,
)
_ONE_OF = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_RATIO_BEFORE = re.compile(rf"\b{_ONE_OF} (?:in|out of) (?:every )?\Z", re.IGNORECASE)
_RATIO_AFTER = re.compile(
    rf" (?:in|out of) (?:every )?(?:{_ONE_OF}|twenty|thirty|fifty|a?hundred|a?thousand)\b(?! \w+ing)"
)
"""Ages, and ratios such as "one in five", count nothing."""
_BEFORE_AGES = frozenset("of under over above below in every".split())
_BEFORE_RATIOS = frozenset({"in", "out"})
_DAYS = 31
_MONTHS_BEGIN = frozenset("jan feb mar apr may jun jul aug sep oct nov dec of".split())
_BESIDE_TIMES = frozenset(":.- aApP")
_BEGIN_TIMES = ("a", "p", "o", "hrs", "gmt", "utc", "ist", "et", "cet", "year")
_MODEL = re.compile(r"\b(?:the|a|an|its|his|her|their) [A-Z][\w-]* \Z")

_DIGITS_OF_YEAR = 4
_YEARS = re.compile(r"1\d{3}|2[01]\d\d")
_LIKELY_YEARS = re.compile(r"19\d\d|20\d\d")
_BEFORE_YEARS = frozenset("in since until till during before after the its from year late early mid by".split())
_PEOPLE = frozenset(
    "people persons men women children troops soldiers police prisoners protesters detainees civilians".split()
)

_TIMES = frozenset(
    unit + ending for unit in "second minute hour day week month year decade century".split() for ending in ("", "s")
)
_POINT_IN_TIME = re.compile(r" (?:ago|earlier|later|old|before|after|hence|from now)\b")
_BEFORE_SPANS = frozenset(
    "past last next first final coming previous following recent within in after every since the these those "
    "other".split(),
)


def is_label(text: str, numeral: Numeral) -> bool:
    """Tell whether a number is part of a date, a time of day, an age, a ratio or a label."""
    start, end = numeral.start, numeral.end
    low = max(0, start - LOOK_BACK)
    if numeral.before in _BEFORE_AGES and (_AGED.search(text, low, start) or _RATIO_BEFORE.search(text, low, start)):
        return True
    if numeral.after in _BEFORE_RATIOS and _RATIO_AFTER.match(text, end):
        return True
    labelled = numeral.before in _LABELS
    if numeral.form != "digits":
        titled = text[start].isupper() and labelled
        return bool(titled or _AGE.match(text, end))
    if labelled or (numeral.before == "of" and text[low:start].endswith("age of ")):
        return True
    before = text[low:start]
    if before != before.lower() and (_AFTER_MONTH.search(before) or _MODEL.search(before)):
        return True
    if numeral.value <= _DAYS and numeral.after[:3] in _MONTHS_BEGIN and _BEFORE_MONTH.match(text, end):
        return True
    return _may_be_time(text, numeral) and _CLOCK_OR_AGE.match(text, end) is not None


def _may_be_time(text: str, numeral: Numeral) -> bool:
    """Tell by what follows a number whether it may be a time of day or an age."""
    if numeral.after:
        return numeral.after.startswith(_BEGIN_TIMES)
    return text[numeral.end : numeral.end + 1] in _BESIDE_TIMES


def is_year(text: str, numeral: Numeral, counted: Counted | None, *, qualified: bool) -> bool:
    """Tell whether a number of four digits is a year; one that seems so counts only people or what is qualified."""
    written = text[numeral.start : numeral.end]
    if len(written) != _DIGITS_OF_YEAR or _YEARS.fullmatch(written) is None:
        return False
    likely = _LIKELY_YEARS.fullmatch(written) is not None
    if counted is None:
        return not qualified or likely
    if qualified:
        return False
    if numeral.before in _BEFORE_YEARS or counted.unit[0].isupper():
        return True
    return likely and counted.unit.split(" ")[-1] not in _PEOPLE


def is_point_in_time(text: str, start: int, counted: Counted) -> bool:
    """Tell whether a number of days or years only says when something was ("in 17 years", "three years ago")."""
    if counted.unit.split(" ")[-1].lower() not in _TIMES:
        return False
    return word_before(text, start) in _BEFORE_SPANS or _POINT_IN_TIME.match(text, counted.end) is not None
