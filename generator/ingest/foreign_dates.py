"""Dates printed in other languages than English: a day, the name of a month as CLDR has it, a year.

Only a whole date is read, in the calendar of most of the world; what is printed in another one stays unread.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError

LONGEST = 80
"""Characters of a line that states a date in another language."""
_SHORTEST_NAME = 3
_LANGUAGES = 64
"""Languages of which the patterns are remembered."""


def foreign_day(text: str, language: str) -> str | None:
    """Give the day that a short line states in a language, as front matter writes it, or None."""
    months = _months(language)
    if len(text) > LONGEST or not months:
        return None
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text.casefold())
    found = _pattern(language).search(plain)
    if found is None:
        return None
    day, year = (found["d1"], found["y1"]) if found["d1"] else (found["d2"], found["y2"])
    try:
        return date(int(year), months[found["m1"] or found["m2"]], int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(_LANGUAGES)
def _months(language: str) -> dict[str, int]:
    """Give the numbers of the months by their names in a language, folded."""
    try:
        forms = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    named = [forms[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    names = {name.casefold().strip(". "): number for months in named for number, name in months.items()}
    return {name: number for name, number in names.items() if len(name) >= _SHORTEST_NAME and not name[0].isdigit()}


@lru_cache(_LANGUAGES)
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_months(language), key=len, reverse=True))
    between = r"[.,،]?\s{0,3}(?:de[l]?\s|d[’'])?\s{0,3}"
    return re.compile(
        rf"(?<!\d)(?P<d1>\d{{1,2}})(?:er|º|ª|-)?{between}(?P<m1>{names}){between}(?P<y1>(?:19|20)\d\d)(?!\d)"
        rf"|(?P<m2>{names}){between}(?P<d2>\d{{1,2}}){between}(?P<y2>(?:19|20)\d\d)(?!\d)"
    )
