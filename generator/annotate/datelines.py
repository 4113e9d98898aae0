"""Datelines: the country of the place that a report is filed from.

They come as "TROY, Mich., March 4", "BEIJING, Feb 6 (Xinhua)", "New Delhi [India], February 7" or "PARIS/LONDON".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.gazetteer import COUNTRY_RULES
from generator.annotate.places import run_together
from generator.countries import town
from generator.country_names import ABBREVIATIONS, US_STATES
from generator.model import RecordId
from generator.words import Words, words

if TYPE_CHECKING:
    from generator.annotate.gazetteer import Gazetteer
    from generator.annotation import Rule

_ASIDE = re.compile(r"\([^)]{0,80}\)")
_PLACES = re.compile(r"/|;| and ")
_PARTS = re.compile(r"[,\[\]–—]| - ")
_DATE = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? ?\d.*|\d.*", re.IGNORECASE)
_STATES = {run_together(name): RecordId(code.lower()) for code, names in ABBREVIATIONS.items() for name in names}
_POSTAL_CODE = re.compile(r"[A-Z]{2}\Z")


def dateline_countries(dateline: str | None, gazetteer: Gazetteer) -> tuple[RecordId, ...]:
    """Give the countries of the places that a dateline names, sorted.

    A place is told by the state or country after it; where there is none, the largest city of the name is meant.
    """
    if not dateline:
        return ()
    found = {_country(place, gazetteer) for place in _PLACES.split(_ASIDE.sub(" ", dateline))}
    return tuple(sorted(country for country in found if country))


def _country(place: str, gazetteer: Gazetteer) -> RecordId | None:
    parts = [_DATE.sub("", part).strip(" .") for part in _PARTS.split(place)]
    city, *after = [part for part in parts if words(part)] or [""]
    for part in reversed(after):
        country = _of_state(part) or _named(part, gazetteer, ("region", "name", "capital"))
        if country:
            return country
    return _named(city, gazetteer, ("name",)) or town(city) or _named(city, gazetteer, COUNTRY_RULES)


def _of_state(part: str) -> RecordId | None:
    if _POSTAL_CODE.match(part) and part in US_STATES:
        return RecordId("us")
    return _STATES.get(run_together(part))


def _named(part: str, gazetteer: Gazetteer, rules: tuple[Rule, ...]) -> RecordId | None:
    """Give the country that a part as a whole names by one of some rules, the first first, or whose record it names."""
    of_part = Words(part)
    readings: list[tuple[int, RecordId]] = []
    whole = (found for found in gazetteer.names.find(of_part) if found.last - found.first == len(of_part))
    for record, rule, _ in (referent for found in whole for referent in found.meaning.referents):
        country = record if rule in COUNTRY_RULES else gazetteer.countries.get(record)
        if country:
            readings += [(rules.index(by), country) for by in (rule, "region") if by in rules][:1]
    return min(readings)[1] if readings else None
