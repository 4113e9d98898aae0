"""Datelines: the place, the day and the agency that stand before the first words of a text."""

from __future__ import annotations

import re

from generator.ingest.agencies import known_agency
from generator.ingest.credits import is_place
from generator.ingest.patterns import MONTH

LONGEST = 90
"""Characters of a dateline at most."""
SHORTEST_SHOUT = 4
"""Letters of a word in capitals that is a place and not an abbreviation."""

_DAY = rf"(?i:{MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}\.?(?:,? \d{{4}})?)"
_DATELINE = re.compile(
    rf"[^\w(“\"‘]{{0,3}}(?:\((?P<bracketed>[A-Z][\w .'’/-]{{1,40}}?)(?:, (?P<day1>{_DAY}))?\)"
    r"|(?P<place>[A-Z][\w.'’-]{1,30}(?:[ /][A-Z][\w.'’-]{0,30}){0,4}(?:,? [\[(]?[A-Z][\w.'’ -]{1,30}[\])]?){0,2}?)"
    rf"(?:,? \(?(?P<day2>{_DAY})\)?)?(?: ?[\[(/] ?(?P<agency>[A-Z][\w /.&'’-]{{1,40}}?) ?[\])/])?)"
    r"\s{0,2}(?P<mark>[-–—―]{1,3}|:|\.--)\s{0,2}(?=[\"“‘'(]?[A-Z0-9])",
)
_WIRE = re.compile(
    rf"(?P<place>[A-Z][\w.'’-]{{1,30}}(?:[ /][A-Z][\w.'’-]{{0,30}}){{0,4}}),? (?P<day2>{_DAY}),? "
    r"\((?P<agency>[A-Z][\w /.&'’-]{1,40}?)\) (?=[\"“‘'(]?[A-Z0-9])",
)
"""The same without a mark, as Indian agencies print it: "Beijing Nov 4 (PTI) The"."""
_COUNTRY = re.compile(r" ?[\[(]([^\])]+)[\])]?")
_NO_PLACES = frozenset(
    "WARNING NOTE UPDATE UPDATED EXCLUSIVE BREAKING WATCH READ VIDEO OPINION ANALYSIS LIVE ALERT CORRECTION EDITORIAL "
    "LEAD QUESTION ANSWER".split(),
)


def dateline_length(text: str) -> int:
    """Give how many characters at the start of a paragraph are its dateline, or 0."""
    wire = _WIRE.match(text[: LONGEST * 2])
    if wire and known_agency(wire["agency"]):
        return wire.end()
    found = _DATELINE.match(text[: LONGEST * 2])
    if found is None or found.end() > LONGEST:
        return 0
    return found.end() if (_brackets(found) if found["bracketed"] else _names_place(found, text)) else 0


def dateline_place(dateline: str) -> tuple[str, str]:
    """Give the place and the agency that a dateline names; either may be empty."""
    wire = _WIRE.match(f"{dateline.rstrip()} A")
    if wire:
        return wire["place"], wire["agency"]
    found = _DATELINE.match(f"{dateline} A")
    if found is None:
        return dateline.strip(" :-–—―"), ""
    bracketed = found["bracketed"] or ""
    if bracketed and (known_agency(bracketed) or bracketed.isupper()):
        return "", bracketed
    return _COUNTRY.sub(r", \1", (bracketed or found["place"]).strip(" ,")), found["agency"] or ""


def _brackets(found: re.Match[str]) -> bool:
    named = found["bracketed"]
    return found["mark"] != ":" and bool(found["day1"] or known_agency(named) or named.isupper() or is_place(named))


def _names_place(found: re.Match[str], text: str) -> bool:
    """Tell whether what stands before the mark is a place: by the day or agency beside it, its capitals or its name."""
    if found["mark"] == "-" and text[found.start("mark") - 1] != " ":
        return False
    place = found["place"]
    shouted = place.isupper() and len(place) >= SHORTEST_SHOUT and place.split()[0] not in _NO_PLACES
    beside = found["day2"] or (found["agency"] and known_agency(found["agency"]))
    return bool(beside) or shouted or is_place(place)
