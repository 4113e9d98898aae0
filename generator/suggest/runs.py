"""Runs: stretches of words with capitals and of the small words inside names, up to what parts two names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.suggest.lexicon import FIRST_HEADS, HEADS, INSIDE, JOINING, NOT_NAMES, NUMBERED, OWNERS, PARTICLES
from generator.suggest.offices import PORTFOLIOS, ROLES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.suggest.model import Passage, Token

LONGEST_RUN = 30
"""Tokens of a run; a longer one is a table or a shout, not names."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_GAP = re.compile(r" | & | [-–]|[-–] ?|(?<=\.) ?")
_OWNED = re.compile(r"['’]s? ")
_NUMBER = re.compile(r"\d{1,5}\Z")
_GIVEN = re.compile(
    r"(?P<first>[A-Z][a-z]{0,5})-(?P<second>[a-z]{1,6})\Z",
)
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]|ng|ch|sh|zh|ts|tz|hs|ky|gy|py|my|hy|kw|hw|gw)?[wy]?[aeiou]{1,3}(?:ng|n|k|l|m|p|h|r|i)?\Z",
)
_NO_SYLLABLES = frozenset("in on up to run own by off out am go no so".split())
_ON = frozenset(
    """committee commission convention conference treaty caucus declaration act law group panel forum dialogue report
    agency inquiry institute subcommittee council summit protocol bill""".split()
)
_JOINED = frozenset({"of", "for", "on"})
_IN = frozenset(
    {
        "government",
        "parliament",
        "embassy",
        "consulate",
        "games",
        "olympics",
        "trafficking",
        "mission",
        "force",
        "movement",
        "church",
    }
)
_JOINT = frozenset({"organisation", "work"})
_CHAINED = frozenset("convention treaty protocol declaration covenant committee commission rapporteur office".split())
_PURPOSES = frozenset({"Support", "Defence", "Defense", "Solidarity"})
_AWARDS = frozenset({"prize", "award", "awards", "medal"})
_SORTS_APART = frozenset({"PERSON", "GPE", "NORP", "LOC"})
_SORTED_EVENTS = frozenset({"event", "work", "programme"})


def runs(
    passage: Passage, taken: Collection[int], small: Collection[str], known: Mapping[int, str] | None = None
) -> list[tuple[int, int]]:
    """Give the runs of a passage as ranges of its tokens; `taken` tokens are in none.

    `small` are the words that the corpus writes with small letters: at the beginning of a sentence they are no names,
    but where they begin a name that is `known`, of the kind that is told.
    """
    begun = known or {}
    tokens = passage.tokens
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if index in taken or not (index in begun or _may_begin(tokens, index, small)):
            index += 1
            continue
        last = index + 1
        while (following := _next(passage, index, last, taken, begun)) > last:
            last = following
        if last - index <= LONGEST_RUN:
            found.append((index, last))
        index = last
    return found


def has_capital(token: Token) -> bool:
    """Tell whether a token is written like a name: each of its hyphened parts with a capital, but for particles.

    Acronyms that a hyphen joins ("US-EU") are names by themselves.
    """
    parts = re.split(r"[-‐]", token.text)
    if len(parts) > 1 and all(part.isupper() and len(part) > 1 for part in parts):
        return False
    if is_given_name(token.text):
        return True
    named = [part for part in parts if part not in PARTICLES and not part.isdigit()]
    return bool(named) and all(_is_capital(part) for part in named) and token.text.lower() not in NOT_NAMES


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name of two syllables such as "Ching-te" or "Jong-un"."""
    match = _GIVEN.match(word)
    if match is None or match["second"] in _NO_SYLLABLES:
        return False
    return all(_SYLLABLE.match(part.lower()) for part in match.groups())


def adjacent(passage: Passage, left: Token, right: Token) -> bool:
    """Tell whether nothing but a space, or a hyphen that lost its place, stands between two tokens."""
    if left.possessive:
        if left.entity == right.entity >= 0 and right.text.lower() in HEADS and has_capital(left):
            return _OWNED.fullmatch(passage.text, left.end, right.start) is not None
        of_name = left.text.lower() in OWNERS or (left.text.endswith("s") and right.text.lower() in HEADS)
        of_name = of_name and has_capital(left) and has_capital(right) and left.label != "GPE"
        return of_name and _OWNED.fullmatch(passage.text, left.end, right.start) is not None
    return _GAP.fullmatch(passage.text, left.end, right.start) is not None


def _is_capital(part: str) -> bool:
    return part[0].isupper() or (part[0].isdigit() and any(char.isupper() for char in part))


def _may_begin(tokens: Sequence[Token], index: int, small: Collection[str]) -> bool:
    token = tokens[index]
    if _is_number(token):
        follows = tokens[index + 1] if index + 1 < len(tokens) else None
        return follows is not None and follows.start == token.end + 1 and has_capital(follows)
    if not has_capital(token):
        return not token.opens and _is_inside(tokens, index)
    if not token.opens or token.text.lower() in ROLES or token.text.isupper():
        return True
    return token.text.lower() not in small or (token.tag == "PROPN" and bool(token.label))


def _is_number(token: Token) -> bool:
    return _ORDINAL.match(token.text) is not None or _YEAR.match(token.text) is not None


def _next(passage: Passage, first: int, last: int, taken: Collection[int], begun: Mapping[int, str]) -> int:
    """Give where a run from `first` goes on to from `last`, or `last` where it ends."""
    tokens = passage.tokens
    if last >= len(tokens) or last in taken or not adjacent(passage, tokens[last - 1], tokens[last]):
        return last
    if has_capital(tokens[last]) or _is_inside(tokens, last):
        return last + 1
    if _NUMBER.match(tokens[last].text) and tokens[last - 1].text.lower() in NUMBERED:
        return last + 1
    if _YEAR.match(tokens[last].text):
        head = tokens[last - 1].text.lower()
        return last + 1 if HEADS.get(head) in _SORTED_EVENTS else last
    return _over_small_words(passage, first, last, taken, begun)


def _is_inside(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that is no name by itself stands inside one, between words with capitals."""
    word, follows = tokens[index], tokens[index + 1] if index + 1 < len(tokens) else None
    if follows is None or word.text.lower() not in INSIDE or not word.text[0].isupper():
        return False
    return follows.start == word.end + 1 and has_capital(follows)


def _over_small_words(passage: Passage, first: int, last: int, taken: Collection[int], begun: Mapping[int, str]) -> int:
    tokens = passage.tokens
    after = last
    while after < len(tokens) and after - last < 3 and after not in taken and tokens[after].text[0].islower():  # noqa: PLR2004
        after += 1
    small = [token.text for token in tokens[last:after]]
    if not small or after >= len(tokens) or after in taken:
        return last
    if small == ["of", "the"] and begun.get(after) == "organisation":
        return last
    if not has_capital(tokens[after]) and not _is_inside(tokens, after):
        return last
    if not all(adjacent(passage, tokens[at - 1], tokens[at]) for at in range(last, after + 1)):
        return last
    joins = all(word in PARTICLES for word in small) or _joins(passage, first, last, after, small)
    return after + 1 if joins else last


def _ends_in_head(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the capitals from a token on are a body's or law's name by themselves ("for the Mud Society")."""
    last = first
    while last + 1 < len(tokens) and has_capital(tokens[last + 1]) and tokens[last + 1].start == tokens[last].end + 1:
        last += 1
    return last > first and HEADS.get(tokens[last].text.lower()) in _JOINT


def _joins(passage: Passage, first: int, last: int, after: int, small: Sequence[str]) -> bool:
    tokens = passage.tokens
    joiner = small[0]
    if joiner not in JOINING or small[1:] not in ([], ["the"]):
        return False
    left, right = tokens[last - 1], tokens[after]
    head = left.text.lower()
    if joiner == "and":
        return not small[1:] and _joins_by_and(tokens, first, last, after)
    if joiner in {"of", "for"}:
        apart = joiner == "for" and small[1:] and _ends_in_head(tokens, after)
        return not apart and not (head in _AWARDS and small[1:]) and _joins_by_of(tokens, first, last, after)
    if joiner == "on":
        return head in _ON
    if joiner == "in" and right.text not in _PURPOSES:
        return head in _IN and (right.text in {"Exile", "Persons"} or head not in {"government", "parliament"})
    return head in HEADS


def _joins_by_and(tokens: Sequence[Token], first: int, last: int, after: int) -> bool:
    """Tell whether "and" stands inside the name of an institution ("Justice and Development Party")."""
    left, right = tokens[last - 1], tokens[after]
    shared = left.label not in _SORTS_APART and _ends_in_head(tokens, after)
    seen = _seen_as_one(left, right)
    listed = _has_inside(tokens[first:last]) or left.text.lower() in PORTFOLIOS or seen or shared
    return (seen and shared) or (right.text.lower() in PORTFOLIOS and listed)


def _joins_by_of(tokens: Sequence[Token], first: int, last: int, after: int) -> bool:
    left, right = tokens[last - 1], tokens[after]
    head, begins = left.text.lower(), tokens[first].text.lower()
    chained = right.label in {"", left.label} and any(token.text.lower() in _CHAINED for token in tokens[first:last])
    if _has_inside(tokens[first:last]) and (head in PORTFOLIOS or chained):
        return True
    told = head in HEADS or head in ROLES or begins in FIRST_HEADS
    return told or left.text in _PURPOSES or _seen_as_one(left, right)


def _has_inside(tokens: Sequence[Token]) -> bool:
    return any(token.text in _JOINED for token in tokens)


def _seen_as_one(left: Token, right: Token) -> bool:
    """Tell whether the tagger sees one name, of a sort that may have small words inside, over two words."""
    return left.entity == right.entity >= 0 and left.label in {"ORG", "LAW", "EVENT", "WORK_OF_ART", "FAC"}
