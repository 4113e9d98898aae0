"""Cues: what the words beside a name, and the tagger, say of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggest.leading import TOLD_BESIDE, from_article, from_before, from_genitive
from generator.suggest.lexicon import CATEGORIES, REPORTED, SAID
from generator.suggest.offices import ROLES
from generator.suggest.places import place_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind
    from generator.suggest.model import Passage, Token, Votes

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
_NEAR = 3
_BACK, _AHEAD = 30, 60
_ENDS_APPOSITION = frozenset(
    """of in for at to and or has have had was is were are be said says which who against from with by on as but while
    when where after before during since until that including according into over under about""".split()
)
_LATER = frozenset("later then also has had once recently".split())
_OFFICE_BEFORE = re.compile(r"\b(?P<office>[a-z][\w-]+), \Z")
_OFFICERS = frozenset(
    """president chairman chairwoman founder spokesman spokeswoman spokesperson headquarters board staff ceo chief
    shares shareholders profits profit sales employees factory factories stores""".split()
)
"""What an organisation has; of a person nobody says so."""
_FIGHTERS = frozenset("fighters militants gunmen rebels insurgents commander commanders".split())
_APPOSITION = re.compile(r", ((?:an?|the|its|his|her|their|[A-Z]\w+['’]s) )?([^,.;:()]*)")
_SAYS = 0.5
_WITH_CAPITAL_ARTICLE = 1.5
_FACILITY = re.compile(
    r" (?:(?!(?:an?|the|over|in|on|at|of|for|from|with|and|to|by|near|that|as|is|was|has)\b)[a-z-]+ ){1,2}"
    r"(?:plant|station|refinery|mine|port|airport|camp|dam|bridge|prison|jail|school|hospital|hotel"
    r"|district|province|county|region|valley|river|lake|crossing|checkpoint|reservoir|railway|line|field|base)\b",
)
"""What is built or lies somewhere and is called after that place ("X nuclear power plant")."""


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
    votes += from_before(before, words=last - first)
    votes += _from_after(after, passage.tokens[last - 1].possessive)
    if after[:1] == ["group"]:
        votes.append(("group" if _FIGHTERS.intersection(before) else "organisation", TOLD_BESIDE))
    end = passage.tokens[last - 1].end
    text = passage.text[end : end + _AHEAD]
    votes += _from_apposition(text)
    if _in_owned_city(passage, first):
        votes.append(("place", 1.2))
    if re.match(r",? who\b", text):
        votes.append(("group" if before[:1] == ["the"] else "person", 1.0))
    if _FACILITY.match(text):
        votes.append(("place", TOLD_BESIDE))
    if first and passage.tokens[first - 1].text == "The" and not passage.tokens[first - 1].opens:
        votes.append(("outlet", _WITH_CAPITAL_ARTICLE))
    start = passage.tokens[first].start
    office = _OFFICE_BEFORE.search(passage.text, max(0, start - _BACK), start)
    if office and (office["office"] in ROLES or CATEGORIES.get(office["office"]) == "person"):
        votes.append(("person", 1.5))
    if before[:1] == ["the"]:
        votes += from_article(before, after, alone=last - first == 1)
    if before[:1] == ["of"]:
        votes += from_genitive(passage, first, before)
    if text.startswith(", where "):
        votes.append(("place", TOLD_BESIDE))
    return tuple(votes)


def _in_owned_city(passage: Passage, first: int) -> bool:
    """Tell whether a city owns what is named ("Paris's Champs-Elysees")."""
    owner = passage.tokens[first - 1] if first else None
    if owner is None or not owner.possessive or place_country(owner.text) is None:
        return False
    return passage.text[owner.end + 2 : passage.tokens[first].start] == " "


def _from_apposition(after: str) -> list[tuple[Kind, float]]:
    """Tell what is said of a name between commas after it: the first noun there that says what something is."""
    apposition = _APPOSITION.match(after)
    article, words = apposition.groups() if apposition else (None, "")
    for word in words.split():
        if word in CATEGORIES and (article or CATEGORIES[word] == "person"):
            return [(CATEGORIES[word], TOLD_BESIDE)]
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


def _from_after(after: Sequence[str], possessive: bool) -> list[tuple[Kind, float]]:  # noqa: FBT001
    if not after:
        return []
    nearest = after[0]
    if possessive and nearest in _OFFICERS:
        return [("organisation", 2.0)]
    if nearest in REPORTED and not possessive:
        return [("outlet", 1.5)]
    if nearest in {"himself", "herself"}:
        return [("person", 2.0)]
    if not possessive and (nearest in SAID or (nearest in _LATER and SAID.intersection(after[1:2]))):
        return [("person", _SAYS)]
    if nearest in CATEGORIES:
        kind = CATEGORIES[nearest]
        return [] if kind == "person" else [(kind, 1.5)]
    return []
