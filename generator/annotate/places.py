"""Places in a text: which surfaces of the gazetteer speak of a country where they stand, and of which.

"Chad Smith" is no country, "Chinese-language" a language, "ethnic Kazakhs" a people, "Australian dollars" money; the
Athens of "Athens, Georgia" lies in America, and "Georgia" alone is the one that the rest of the article tells of.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.gazetteer import COUNTRY_RULES, Meaning
from generator.annotate.passages import Passage
from generator.country_names import ABBREVIATIONS
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from generator.annotate.gazetteer import Reading
    from generator.model import RecordId

NAMESAKES = frozenset(
    """adelaide alberta alexandria arlington aurora austin berlin bradford bristol brittany brooklyn chad charlotte
    cleveland columbus dallas denver florence georgetown georgia hague hamilton holland houston jersey jordan kingston
    lexington lima london manchester memphis milan montana newark orlando paris perth phoenix portland preston
    raleigh samara santiago salvador sheffield sofia stockton sydney tennessee trinidad turk venice virginia
    washington wellington""".split(),
)
"""Places whose names people and companies bear: beside an unknown word with a capital they are a part of a name."""

_MONEY = frozenset(
    """dollar dollars dlr dlrs franc francs yen lira lire krona kronor krone kroner peso pesos rupee rupees guilder
    guilders schilling schillings yuan renminbi riyal riyals rouble roubles ruble rubles baht ringgit rupiah
    sterling""".split(),
)
"""Units of money, whose country only says in what is paid; those that are verbs too ("marks", "won") are left out."""
_AFTER_NO_COUNTRY = _MONEY | {"speaking", "speaker", "speakers", "language"}
_COMPANY = frozenset("Inc Corp Co Cos Ltd Plc PLC LLC AG SA NV GmbH Corporation Company Limited Incorporated".split())
_IN_COMPANY = frozenset({"and", "of", "the"})
_LONGEST_COMPANY = 4
"""Words after a surface within which a company's form ends its name."""
_IN_CAPITALS_A_WORD = frozenset({"US"})


def run_together(name: str) -> str:
    """Give the folded words of a name without what parts them, so that "N.J.", "N. J." and "NJ" are equal."""
    return "".join(Words(name).folded)


_ABBREVIATED = frozenset(run_together(name) for names in ABBREVIATIONS.values() for name in names)


class Surface(msgspec.Struct, frozen=True, gc=False):
    """The words `first` to `last` (exclusive) of a passage, where and how they are printed, and what they may mean.

    `word` is the folded form of a surface of one word, nothing for a longer one.
    """

    passage: Passage
    first: int
    last: int
    start: int
    end: int
    text: str
    word: str
    meaning: Meaning

    @property
    def may_be_noun(self) -> bool:
        """Tell whether its capital may be there only because a sentence begins or for the sake of the headline."""
        return self.passage.headline or self.passage.opens_sentence(self.first)


def read_places(surfaces: Sequence[Surface], datelines: Iterable[RecordId]) -> list[Reading]:
    """Give the country that each surface of an article speaks of, an empty reading where there is none.

    What could mean several countries means the one that the article or its dateline names, else the one of which it is
    the surest name.
    """
    surnames, nouns = _surnames(surfaces), _common_nouns(surfaces)
    readings = [
        {} if surface.text in surnames or (surface.text in nouns and surface.may_be_noun) else _reading(surface)
        for surface in surfaces
    ]
    namesakes = _namesakes(surfaces, readings)
    for index, (surface, after) in enumerate(pairwise(surfaces)):
        readings[index] = _in_state(surface, readings[index], after, readings[index + 1])
    named = {country for reading in readings if len(reading) == 1 for country in reading} | {*datelines}
    return [
        {} if surface.passage.headline and surface.word in namesakes else _likeliest(reading, named)
        for surface, reading in zip(surfaces, readings, strict=True)
    ]


def _reading(surface: Surface) -> Reading:
    reading = surface.meaning.countries
    if not reading or _is_no_country(surface):
        return {}
    return dict.fromkeys(reading, "record") if _names_company(surface) else reading


def _is_no_country(surface: Surface) -> bool:
    passage, first, last = surface.passage, surface.first, surface.last
    if surface.text[0].islower() or (surface.text in _IN_CAPITALS_A_WORD and passage.text.isupper()):
        return True
    folded, gaps = passage.words.folded, passage.words.gaps
    if last < len(folded) and folded[last] in _AFTER_NO_COUNTRY and gaps[last] in {" ", "-"}:
        return True
    if first and folded[first - 1] == "ethnic":
        return True
    return surface.word in NAMESAKES and not passage.headline and passage.continues_after(first)


def _surnames(surfaces: Iterable[Surface]) -> set[str]:
    """Give the namesakes that end a longer name: where "Michael Jordan" stands, no "Jordan" is the country."""
    namesakes = (surface for surface in surfaces if surface.word in NAMESAKES and not surface.passage.headline)
    return {surface.text for surface in namesakes if surface.passage.continues_before(surface.first)}


def _namesakes(surfaces: Sequence[Surface], readings: Sequence[Reading]) -> set[str]:
    """Give the namesakes that the text has only as parts of names, so that they are the same in the headline."""
    of_text = [pair for pair in zip(surfaces, readings, strict=True) if not pair[0].passage.headline]
    places = {surface.word for surface, reading in of_text if reading}
    return {surface.word for surface, _ in of_text if surface.word in NAMESAKES} - places


def _common_nouns(surfaces: Iterable[Surface]) -> set[str]:
    """Give the words that the article writes small too, as headlines and beginnings of sentences write them."""
    small = {surface.text for surface in surfaces if surface.text[0].islower()}
    return {written for word in small for written in (word.capitalize(), word.upper())}


def _names_company(surface: Surface) -> bool:
    """Tell whether a company's name begins here: "Japan Airlines Co" belongs to Japan and is not Japan."""
    if surface.passage.headline:
        return False
    words = surface.passage.words
    for index in range(surface.last, min(surface.last + _LONGEST_COMPANY, len(words))):
        word = words.written[index]
        if words.gaps[index] not in {" ", "-", " & "}:
            return False
        if word in _COMPANY:
            return True
        if not word[0].isupper() and word not in _IN_COMPANY:
            return False
    return False


def _in_state(surface: Surface, reading: Reading, after: Surface, state: Reading) -> Reading:
    """Keep of a city's countries those of the state that stands after it and a comma."""
    directly = surface.passage is after.passage and surface.last == after.first
    if not directly or "region" not in state.values() or after.passage.words.gaps[after.first] != ", ":
        return reading
    return {country: rule for country, rule in reading.items() if state.get(country) == "region"}


def _likeliest(reading: Reading, named: AbstractSet[RecordId]) -> Reading:
    if len(reading) <= 1:
        return reading
    likely = [country for country in reading if country in named] or [*reading]
    best = min(likely, key=lambda country: (COUNTRY_RULES.index(reading[country]), country))
    return {best: reading[best]}


def is_abbreviation_elsewhere(surface: Surface) -> bool:
    """Tell whether an abbreviation of a state does not stand as one: after a comma and before a full stop."""
    words = surface.passage.words
    if (surface.word or "".join(words.folded[surface.first : surface.last])) not in _ABBREVIATED:
        return False
    return words.gaps[surface.first] != ", " or not words.gaps[surface.last].startswith(".")
