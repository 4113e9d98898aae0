"""Cues: what the words beside a name, and the name's own words, say of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggest.lexicon import (
    ARMED,
    ARMED_HEADS,
    CATEGORIES,
    CIVIC,
    CIVIC_HEADS,
    FIRST_HEADS,
    HEADS,
    REPORTED,
    ROLES,
    SAID,
)
from generator.suggest.model import SETTLES, Votes
from generator.suggest.places import place_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind
    from generator.suggest.model import Passage, Token

_OF_LABEL: dict[str, tuple[Kind, float]] = {
    "PERSON": ("person", 1.0),
    "ORG": ("organisation", 1.0),
    "GPE": ("place", 1.0),
    "LOC": ("place", 1.0),
    "FAC": ("place", 1.0),
    "NORP": ("group", 1.0),
    "EVENT": ("event", 1.5),
    "LAW": ("work", 1.5),
    "WORK_OF_ART": ("work", 1.0),
    "PRODUCT": ("organisation", 0.5),
}
_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]|[A-Z][A-Za-z]*\d|\d+[A-Z]|[A-Z]&[A-Z]|[A-Z]{3,}\Z")
_COMPLEMENT = frozenset({"of", "for", "on", "against", "in"})
_NEAR = 3
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_ENDS_APPOSITION = frozenset(
    """of in for at to and or has have had was is were are be said says which who against from with by on as but while
    when where after before during since until that including according into over under about""".split()
)
_TWO = 2
_HINTS: dict[str, tuple[Kind, float]] = {
    **dict.fromkeys("in near across around into outside at".split(), ("place", 0.8)),
    **dict.fromkeys(REPORTED, ("outlet", 1.2)),
    **dict.fromkeys(("told", "tells"), ("outlet", 0.8)),
    "from": ("place", 0.4),
}
"""What a word just before a name hints at."""
_SITTINGS = frozenset({"congress", "session", "plenum", "meeting"})
_OFFICE_BEFORE = re.compile(
    r"\b(?:chief|head|leader|president|chairman|director|minister|spokes\w+|envoy|ambassador), \Z",
)
_BACK, _AHEAD = 30, 60
_OF_OUTLETS = frozenset({"daily", "weekly", "news", "times", "newspaper"})


def own_votes(words: Sequence[str]) -> Votes:
    """Tell the kind that a name's own words show: its head ("Ministry", "Act"), or its first word ("Lake")."""
    folded = [word.lower() for word in words]
    kind = _of_several(folded) if len(folded) > 1 else _of_compound(folded[0])
    if kind:
        return ((kind, SETTLES),)
    if len(words) == 1 and HEADS.get(folded[0]) == "outlet":
        return (("outlet", 2.0),)
    return (("organisation", 1.0),) if len(words) == 1 and _CAMEL.match(words[0]) else ()


def _of_compound(word: str) -> Kind | None:
    first, hyphen, _ = word.partition("-")
    return FIRST_HEADS.get(first) if hyphen else None


def _of_several(folded: Sequence[str]) -> Kind | None:
    """Give the kind that the words of a name settle, the most special rule first."""
    head, own = _head(folded), set(folded)
    told: tuple[tuple[bool, Kind], ...] = (
        (_ORDINAL.match(folded[0]) is not None and head in _SITTINGS, "event"),
        (head in ARMED_HEADS and bool(ARMED & own), "group"),
        (head in CIVIC_HEADS and bool(CIVIC & own), "organisation"),
        (head == "corridor", "programme" if "economic" in own else "place"),
        (FIRST_HEADS.get(folded[0]) == "group", "group"),
    )
    special = next((kind for holds, kind in told if holds), None)
    before_country = HEADS.get(folded[-2]) if len(folded) > _TWO else None
    kind = special or HEADS.get(head) or before_country or FIRST_HEADS.get(folded[0])
    return kind or ("outlet" if _OF_OUTLETS & own else None)


def head_index(words: Sequence[str]) -> int:
    """Give the place of a name's head: the last word, or the last one before "of", "for" or "on"."""
    for index, word in enumerate(words):
        if index and word.lower() in _COMPLEMENT:
            return index - 1
    return len(words) - 1


def _head(folded: Sequence[str]) -> str:
    before_year = [word for word in folded if not word.isdigit()] or list(folded)
    return before_year[head_index(before_year)]


def label_votes(tokens: Sequence[Token]) -> Votes:
    """Tell the kind that the tagger saw in a name; half as sure where it saw only a part of it."""
    labels = [token.label for token in tokens if token.label in _OF_LABEL]
    if not labels:
        return ()
    kind, weight = _OF_LABEL[max(dict.fromkeys(labels), key=labels.count)]
    whole = len(labels) == len(tokens) and len({token.entity for token in tokens}) == 1
    return ((kind, weight if whole else weight / 2),)


def beside_votes(passage: Passage, first: int, last: int) -> Votes:
    """Tell the kinds that the words beside the tokens `first` to `last` (exclusive) of a passage speak for."""
    votes: list[tuple[Kind, float]] = []
    before = _before(passage, first)
    after = _after(passage, last)
    votes += _from_before(before)
    votes += _from_after(after, passage.tokens[last - 1].possessive)
    end = passage.tokens[last - 1].end
    text = passage.text[end : end + _AHEAD]
    votes += _from_apposition(text)
    if _in_owned_city(passage, first):
        votes.append(("place", 1.2))
    if re.match(r",? who\b", text):
        votes.append(("person", 1.0))
    start = passage.tokens[first].start
    if _OFFICE_BEFORE.search(passage.text, max(0, start - _BACK), start):
        votes.append(("person", 1.5))
    return tuple(votes)


def _in_owned_city(passage: Passage, first: int) -> bool:
    """Tell whether a city owns what is named ("Paris's Champs-Elysees")."""
    owner = passage.tokens[first - 1] if first else None
    if owner is None or not owner.possessive or place_country(owner.text) is None:
        return False
    return passage.text[owner.end + 2 : passage.tokens[first].start] == " "


def _from_apposition(after: str) -> list[tuple[Kind, float]]:
    """Tell what is said of a name between commas after it: the first noun there that says what something is."""
    apposition = re.match(r", (?:(?:an?|the|its|his|her|their) )?(?P<words>[^,.;:()]*)", after)
    for word in apposition["words"].split() if apposition else ():
        if word in CATEGORIES:
            return [(CATEGORIES[word], 1.5)]
        if word in ROLES:
            return [("person", 1.5)]
        if word in _ENDS_APPOSITION:
            return []
    return []


def _before(passage: Passage, first: int) -> list[str]:
    """Give the words just before, nearest first, up to a mark that parts them."""
    words: list[str] = []
    at = passage.tokens[first].start
    for token in reversed(passage.tokens[max(0, first - _NEAR) : first]):
        if passage.text[token.end + 2 * token.possessive : at].strip(" \"'“”‘’"):
            break
        words.append(token.text.lower())
        at = token.start
    return words


def _after(passage: Passage, last: int) -> list[str]:
    words: list[str] = []
    owner = passage.tokens[last - 1]
    at = owner.end + 2 * owner.possessive
    for token in passage.tokens[last : last + 2]:
        if passage.text[at : token.start].strip(" \"'“”‘’"):
            break
        words.append(token.text.lower())
        at = token.end
    return words


def _from_before(before: Sequence[str]) -> list[tuple[Kind, float]]:
    if not before:
        return []
    nearest = before[0]
    if nearest in ROLES and nearest not in {"leader", "leaders"}:
        return [("person", 2.0)]
    if nearest in CATEGORIES:
        return [(CATEGORIES[nearest], 2.0)]
    votes: list[tuple[Kind, float]] = []
    if nearest in {"of", "like", "as", "in", "named", "called"} and len(before) > 1:
        noun = before[-1] if before[1] == "such" else before[1]
        kind = CATEGORIES.get(noun)
        if kind and (nearest != "of" or kind in {"place", "outlet"}):
            votes.append((kind, 1.5))
    return [*votes, _HINTS[nearest]] if nearest in _HINTS else votes


def _from_after(after: Sequence[str], possessive: bool) -> list[tuple[Kind, float]]:  # noqa: FBT001
    if not after:
        return []
    nearest = after[0]
    if nearest in REPORTED and not possessive:
        return [("outlet", 1.5)]
    if nearest in {"himself", "herself"}:
        return [("person", 2.0)]
    if nearest in SAID and not possessive:
        return [("person", 1.0)]
    if nearest in CATEGORIES:
        kind = CATEGORIES[nearest]
        return [] if kind == "person" else [(kind, 1.5)]
    return []
