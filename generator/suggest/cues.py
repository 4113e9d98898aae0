"""Cues: what the words beside a name, and the name's own words, say of its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggest.lexicon import (
    ARMED,
    ARMED_HEADS,
    CATEGORIES,
    FIRST_HEADS,
    HEADS,
    REPORTED,
    ROLES,
    SAID,
)
from generator.suggest.model import SETTLES, Votes

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


def own_votes(words: Sequence[str]) -> Votes:
    """Tell the kind that a name's own words show: its head ("Ministry", "Act"), or its first word ("Lake")."""
    folded = [word.lower() for word in words]
    if len(folded) == 1:
        return (("organisation", 1.0),) if _CAMEL.match(words[0]) else ()
    head = _head(folded)
    kind = HEADS.get(head)
    if head in ARMED_HEADS and ARMED & set(folded):
        return (("group", SETTLES),)
    if head == "corridor":
        return (("programme" if "economic" in folded else "place", SETTLES),)
    first = FIRST_HEADS.get(folded[0])
    if first and (kind is None or folded[0] in {"lashkar", "jaish", "harkat"}):
        return ((first, SETTLES),)
    return ((kind, SETTLES),) if kind else ()


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
    text = passage.text[passage.tokens[last - 1].end :][:40]
    if apposition := re.match(r", (?:an?|the) (?:[a-z-]+ ){0,3}?([a-z]+)\b", text):
        kind = CATEGORIES.get(apposition[1])
        votes += [(kind, 1.5)] if kind else []
    if re.match(r",? who\b", text):
        votes.append(("person", 2.0))
    return tuple(votes)


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
        kind = CATEGORIES.get(before[1]) or (CATEGORIES.get(before[2]) if before[1] == "such" and len(before) > 2 else None)  # noqa: PLR2004
        if kind and (nearest != "of" or kind in {"place", "outlet"}):
            votes.append((kind, 1.5))
    if nearest in {"in", "near", "across", "around", "into", "outside", "at"}:
        votes.append(("place", 0.8))
    if nearest in {"told", "tells"}:
        votes.append(("outlet", 0.8))
    if nearest == "to" and before[1:2] == ["according"]:
        votes.append(("outlet", 0.3))
    return votes


def _from_after(after: Sequence[str], possessive: bool) -> list[tuple[Kind, float]]:  # noqa: FBT001
    if not after:
        return []
    nearest = after[0]
    if nearest in REPORTED and not possessive:
        return [("outlet", 1.5)]
    if nearest in SAID and not possessive:
        return [("person", 1.0)]
    if nearest in CATEGORIES:
        kind = CATEGORIES[nearest]
        return [] if kind == "person" else [(kind, 1.5)]
    return []
