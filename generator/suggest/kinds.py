"""Kinds: what a cluster of findings most likely names, by all that speaks for it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from anyascii import anyascii

from generator.suggest.heads import own_votes
from generator.suggest.lexicon import GENERIC
from generator.suggest.model import SETTLES
from generator.suggest.places import place_country
from generator.suggest.runs import is_given_name

if TYPE_CHECKING:
    from generator.model import Kind
    from generator.suggest.model import Cluster

_ON_MAP = 2.5
_TOLD, _TOLD_OTHERWISE = 2.0, 0.0
"""From so much on, what texts say of a name outweighs that a place on the map is called so, too."""
_LOOKS_EAST_ASIAN = 1.5
_MOST_HINTS = 1.9
"""What taggers see again and again in a name is still a hint."""
_PLAIN_NAME = 0.7
_OFF_MAP = 0.3
_FAMILY_NAMES = """
bai bo cai cao chen cheng dai deng ding dong du fan feng fu gao geng gong guo han hao he hou hu hua huang jiang jin
kong lai li liang lin ling liu lu luo ma mao meng pan peng qian qin ren shao shen shi song su sun tan tang tao teng
tian wan wang wei wen wu xi xia xiao xie xu yan yang yao ye yu yuan zeng zhang zhao zheng zhong zhou zhu zou
"""
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ao|an|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_CHINESE = re.compile(rf"(?:{'|'.join(_FAMILY_NAMES.split())}) {_SYLLABLE}{{1,2}}\Z")
"""A Chinese name in Pinyin, family name first."""
_WORD = re.compile(r"[^\W_]+")


class Decision(NamedTuple):
    """A cluster's kind, how much speaks for it, its share of all votes, and whether words of the name settle it."""

    kind: Kind
    weight: float
    share: float
    sure: bool


def decide(cluster: Cluster) -> Decision:
    """Give the kind that most speaks for; a record that is there or well known has its own."""
    if cluster.seed is not None:
        return Decision(cluster.seed.record.kind, SETTLES, 1.0, sure=True)
    scores: dict[Kind, float] = defaultdict(float)
    hints: dict[Kind, float] = defaultdict(float)
    for finding in cluster.findings:
        for kind, weight in finding.votes:
            (hints if 0 < weight <= 1 else scores)[kind] += weight
    for kind, weight in hints.items():
        scores[kind] += min(weight, _MOST_HINTS)
    unlikely = scores.get("person", 0.0) < 0
    if (
        not unlikely
        and scores.get("place", SETTLES) <= len(cluster.findings)
        and all(_is_plain(one) and not place_country(one) for one in cluster.surfaces)
    ):
        # Taggers take unusual persons' names for places; a place of two words without a head is mostly on the map.
        scores["place"] *= _OFF_MAP
    for surface in cluster.surfaces:
        _vote_by_shape(surface, scores)
    if not scores:
        return Decision("organisation", 0.0, 0.0, sure=False)
    kind = max(sorted(scores), key=scores.__getitem__)
    total = sum(score for score in scores.values() if score > 0)
    if scores[kind] <= 0:
        return Decision("organisation", 0.0, 0.0, sure=False)
    return Decision(kind, scores[kind], scores[kind] / total, sure=scores[kind] >= SETTLES)


def _vote_by_shape(surface: str, scores: dict[Kind, float]) -> None:
    words = _WORD.findall(surface)
    if place_country(surface) and not (len(words) > 1 and scores.get("person", 0) > scores.get("place", 0)):
        told = max((score for kind, score in scores.items() if kind not in {"person", "place"}), default=0.0)
        scores["place"] += _ON_MAP if told < _TOLD else _TOLD_OTHERWISE
    if _CHINESE.match(anyascii(surface).lower()) or (" " in surface and is_given_name(surface.rsplit(maxsplit=1)[-1])):
        scores["person"] += _LOOKS_EAST_ASIAN
    if _is_plain(surface):
        scores["person"] += _PLAIN_NAME


def _is_plain(surface: str) -> bool:
    """Tell whether a name looks like a person's: two or three words with capitals, none of them a head."""
    words = _WORD.findall(surface)
    written = all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
    generic = GENERIC & {word.lower() for word in words}
    return len(words) in {2, 3} and written and not generic and not own_votes(words)
