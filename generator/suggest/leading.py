"""Leading words: what stands before a name, and says of what kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.suggest.lexicon import ARMED_ADJECTIVES, CATEGORIES, REPORTED
from generator.suggest.offices import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind
    from generator.suggest.model import Passage

TOLD_BESIDE = 2.0
"""What a text says of a name in so many words; twice what a tagger sees."""
_NEAR = 3
_ROUTES = frozenset("road roads highway bus train flight way railway path border route trip visit journey".split())
_HARDLY = -1.0
_PLACED = frozenset("in near outside around at".split())
_HINTS: dict[str, tuple[Kind, float]] = {
    **dict.fromkeys("in near across around outside".split(), ("place", 2.0)),
    "at": ("place", 1.1),
    **dict.fromkeys("into off along towards toward via".split(), ("place", 0.8)),
    **dict.fromkeys(REPORTED, ("outlet", 1.2)),
    **dict.fromkeys(("told", "tells"), ("outlet", 0.8)),
    "from": ("place", 0.8),
}
"""What a word just before a name hints at."""
_OF_PERSON = 0.9
_RULERS = frozenset("governor mayor king queen prince princess emir sultan bishop archbishop duke duchess lord".split())
_STAFF = frozenset(
    "doctors members lawyers researchers employees staff activists workers head director founder".split()
)
_INHABITANTS = frozenset(
    """residents villagers inhabitants nomads herders people men women families refugees farmers workers soldiers
    traders migrants students pilgrims cousins brothers sisters streets outskirts mayor""".split()
)
_AMBIGUOUS: dict[str, tuple[frozenset[str], Kind, Kind]] = {
    "group": (ARMED_ADJECTIVES, "group", "organisation"),
    "agency": (frozenset("news information wire press state media".split()), "outlet", "organisation"),
}
"""Nouns before a name that say one thing after some words and another otherwise."""
_AT = frozenset(
    """in near across around into outside at off along towards toward via through over down up visit visited reach
    reached cross crossed enter entered leave left tour toured""".split()
)
_PLURAL = frozenset("who were are have".split())
_AFTER_NOUNS = _PLURAL | frozenset(
    """and or is was has had of in from to with by on at as said says since until after before during when while but
    into near for that which may will would could can should did does do about against between over under through told
    asked also not than then where because if so""".split()
)
_NO_PERSON = -1.5


def from_before(before: Sequence[str], words: int) -> list[tuple[Kind, float]]:
    """Tell what the words before a name of so many words speak for; the nearest comes first."""
    if not before:
        return []
    nearest = before[0]
    if nearest in {"told", "tells"} and words > 1:
        # Whoever tells somebody something in the news tells a newspaper more often than a person with a full name.
        return [("outlet", TOLD_BESIDE)]
    if nearest in ROLES and nearest not in {"leader", "leaders"}:
        return [("person", 2.0)]
    if nearest in _AMBIGUOUS:
        named, so, otherwise = _AMBIGUOUS[nearest]
        return [(so if named & set(before[1:2]) else otherwise, TOLD_BESIDE)]
    if nearest in CATEGORIES:
        return [(CATEGORIES[nearest], TOLD_BESIDE)]
    return [*_from_noun(before), *_from_preposition(before)]


def _from_noun(before: Sequence[str]) -> list[tuple[Kind, float]]:
    """Tell what a noun says with "of" or "like" between it and the name: "the city of", "brands such as"."""
    if before[0] not in {"of", "like", "as", "named", "called"} or len(before) == 1:
        return []
    kind = CATEGORIES.get(before[-1] if before[1] == "such" else before[1])
    return [(kind, 1.5)] if kind and (before[0] != "of" or kind in {"place", "outlet"}) else []


def _from_preposition(before: Sequence[str]) -> list[tuple[Kind, float]]:
    nearest = before[0]
    votes: list[tuple[Kind, float]] = [_HINTS[nearest]] if nearest in _HINTS else []
    come = nearest == "from" and _INHABITANTS.intersection(before[1:2])
    if come or (nearest in {"to", "from"} and _ROUTES.intersection(before[1:2])):
        votes += [("place", 1.5), ("person", _HARDLY)]
    if nearest in _PLACED:
        votes.append(("person", _HARDLY))
    elif nearest == "from":
        votes.append(("person", _HARDLY / 2))
    return votes


def from_article(before: Sequence[str], after: Sequence[str], *, alone: bool) -> list[tuple[Kind, float]]:
    """Tell what may have an article: no person; alone and as a noun, a people ("the Fur") or a place ("the Tana")."""
    votes: list[tuple[Kind, float]] = [("person", _NO_PERSON)]
    if alone and (not after or after[0] in _AFTER_NOUNS):
        of_place = before[1:2] and before[1] in _AT
        of_people = after[:1] and after[0] in _PLURAL
        votes += [("place", 1.4 if of_place else 0.6), ("group", 1.4 if of_people else 0.6), ("organisation", 0.5)]
    return votes


def from_genitive(passage: Passage, first: int, before: Sequence[str]) -> list[tuple[Kind, float]]:
    """Tell of what there are people: "Governor Ana Bell of Lund", "Pieter Vos of River Watch", "doctors of …"."""
    earlier = passage.tokens[max(0, first - 1 - _NEAR) : first - 1]
    if earlier and earlier[-1].label == "PERSON" and earlier[-1].text[0].isupper():
        rules = any(token.text.lower() in _RULERS for token in earlier)
        return [("place", 1.2)] if rules else [("organisation", _OF_PERSON)]
    if _INHABITANTS.intersection(before[1:2]):
        return [("place", 1.5)]
    return [("organisation", 1.2), ("person", -0.5)] if _STAFF.intersection(before[1:2]) else []
