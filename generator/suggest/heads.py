"""Heads: what the words of a name themselves say of its kind ("Ministry of …", "… Act", "Lake …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggest.lexicon import ARMED, ARMED_HEADS, CIVIC, CIVIC_HEADS, FIRST_HEADS, HEADS, MILITARY, PARTICLES
from generator.suggest.model import SETTLES, Votes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind

_CAMEL = re.compile(r"[A-Z]?[a-z]+[A-Z]|[A-Z][A-Za-z]*\d|\d+[A-Z]|[A-Z]&[A-Z]|[A-Z]{3,}\Z")
_CONFERENCE = re.compile(r"COP-?\d{1,2}\Z")
_COMPLEMENT = frozenset({"of", "for", "on", "against", "in"})
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_TWO = 2
_SITTINGS = frozenset({"congress", "session", "plenum", "meeting"})
_OF_OUTLETS = frozenset({"daily", "weekly", "news", "times", "newspaper"})


def own_votes(words: Sequence[str]) -> Votes:
    """Tell the kind that a name's own words show: its head ("Ministry", "Act"), or its first word ("Lake")."""
    folded = [word.lower() for word in words]
    kind = _of_several(folded) if len(folded) > 1 else _of_compound(folded[0])
    if kind:
        return ((kind, SETTLES),)
    if len(words) == 1 and HEADS.get(folded[0]) == "outlet":
        return (("outlet", 2.0),)
    if len(words) == 1 and _CONFERENCE.match(words[0]):
        return (("event", SETTLES),)
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
        (head == "division" and bool(MILITARY & own or any(map(str.isdigit, folded))), "organisation"),
        (folded[0] in FIRST_HEADS and folded[1] in PARTICLES, FIRST_HEADS.get(folded[0], "place")),
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
