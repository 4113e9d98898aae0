"""Dissecting: a run of capitals becomes the names in it, without the offices, titles and peoples before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.suggest.lexicon import DIRECTIONS, GENERIC, HEADS
from generator.suggest.model import SETTLES
from generator.suggest.offices import HONORIFICS, PORTFOLIOS, ROLE_WORDS, ROLES
from generator.suggest.stretch import Piece, Stretch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.suggest.known import Known, KnownNames
    from generator.suggest.model import Passage, Token, Votes

_FULL_NAME = 2
_SURELY_PERSON = 2.0
_OFFICE_OF = frozenset({"the", "and", "&", "of", "for"}) | ROLE_WORDS | DIRECTIONS | PORTFOLIOS
_WITH_OFFICES = frozenset({"board", "party", "council", "cabinet"})
_GOVERNMENT = frozenset(
    "government administration regime authorities authority officials state nationals embassy consulate".split()
)


def dissect(
    passage: Passage, run: tuple[int, int], known: Sequence[Known], names: KnownNames, small: Collection[str]
) -> list[Piece]:
    """Give the names in a run of tokens, in order; `known` are the known names in its place."""
    return list(_names(Stretch(passage, known, names, small), *run))


def _names(run: Stretch, first: int, last: int, votes: Votes = (), country: str | None = None) -> Iterator[Piece]:
    first, last = run.trimmed(first, last)
    if first >= last:
        return
    if whole := run.whole(first, last):
        yield run.piece(first, last, whole)
        return
    role = _role(run, first, last)
    if role is not None:
        yield from _around_role(run, first, role, last)
    elif run.is_institution(first, last):
        yield from _institution(run, first, last)
    else:
        yield from _between_known(run, first, last, votes, country)


def _role(run: Stretch, first: int, last: int) -> int | None:
    """Give the first title or office in a run that is no part of an institution's name."""
    words = run.words(first, last)
    for index, word in enumerate(words):
        if (word.rstrip(".") not in ROLES and word not in ROLES) or run.passage.tokens[first + index].possessive:
            continue
        follows = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        if word == "general" and HEADS.get(before) == "organisation":
            continue
        named_so = index == len(words) - 1 and index > 0 and not _office_before(run, first, first + index)
        if follows in {"of", "for"} or (follows not in HEADS and before not in {"of", "for"} and not named_so):
            return first + index
    return None


def _office_before(run: Stretch, first: int, last: int) -> bool:
    """Tell whether words are such as stand before an office: peoples, countries, institutions, departments."""
    word = run.words(last - 1, last)[0]
    known_ends = {end for _, end, _ in run.inside(first, last)}
    return word in ROLE_WORDS or word in ROLES or word in HEADS or last in known_ends


def _around_role(run: Stretch, first: int, role: int, last: int) -> Iterator[Piece]:
    """Give the names before an office, in what it is the office of, and of the person who holds it."""
    before = role
    while before > first and run.words(before - 1, before)[0] in ROLE_WORDS | {"and"}:
        before -= 1
    if before < role and _ends_in_institution(run, first, role):
        before = role
    for piece in _names(run, first, before):
        # A single unknown word before an office is as likely an adjective: it must be a name somewhere else, too.
        yield piece if piece.known or piece.last - piece.first > 1 else piece._replace(weak=True)
    after = _after_complement(run, role, last)
    if after > role + 1:
        named = run.is_institution(role + 2, after)
        yield from (piece for piece in _names(run, role + 2, after) if named or piece.known is not None)
    if last - after == 1 and after == role + 1 and run.words(role, after)[0] in HONORIFICS:
        yield run.piece(role, last, run.whole(role, last), (("person", SETTLES),))
    elif after < last:
        yield from _names(run, after, last, (("person", _SURELY_PERSON),), run.country(first, before))


def _ends_in_institution(run: Stretch, first: int, last: int) -> bool:
    """Tell whether the words before an office end in an institution's head ("Foreign Ministry Spokesperson")."""
    words = run.words(first, last)
    return len(words) > 1 and HEADS.get(words[-1]) == "organisation" and words[-1] not in _WITH_OFFICES


def _after_complement(run: Stretch, role: int, last: int) -> int:
    """Give where the words that tell of what the office is ("of State", "for Foreign Affairs") end."""
    words = run.words(role + 1, last)
    if len(words) <= 1 or words[0] not in {"of", "for"}:
        return role + 1
    person = run.person_at_end(role + 2, last)
    if run.is_institution(role + 2, person):
        return person
    index = role + 2
    while index < last and run.words(index, index + 1)[0] in _OFFICE_OF:
        index += 1
    index = max([index, *(end for _, end, _ in run.inside(role + 2, last))])
    return index + 1 if index == role + 2 and last - index > _FULL_NAME else index


def _institution(run: Stretch, first: int, last: int) -> Iterator[Piece]:
    """Give a name with a head as a whole, but not where a people or country and common nouns are all of it."""
    words = run.words(first, last)
    inside = run.inside(first, last)
    of_known = {index for start, end, _ in inside for index in range(start, end)}
    own = [word for index, word in enumerate(words, first) if index not in of_known]
    owned = any(token.possessive for token in run.passage.tokens[first : last - 1])
    common = not owned and all(word in GENERIC or word in {"of", "the", "for"} for word in own)
    of_place = any(one.referent.sort == "record" and end - start > 1 for start, end, one in inside)
    if own and own[-1] in _GOVERNMENT and "exile" not in own and not of_place and all(word in GENERIC for word in own):
        yield from (run.piece(start, end, one) for start, end, one in inside)
    elif own != ["party"] and (inside or not common):
        yield run.piece(first, last, country=run.country(first, last))


def _between_known(run: Stretch, first: int, last: int, votes: Votes, country: str | None) -> Iterator[Piece]:
    """Part a run at the known names in it; a short known name beside unknown words belongs to them."""
    index = first
    for start, end, one in run.parting(first, last):
        if start >= index:
            yield from _unknown(run, index, start, votes, country)
            yield run.piece(start, end, one)
            index = end
    yield from _unknown(run, index, last, votes, country)


def _unknown(run: Stretch, first: int, last: int, votes: Votes, country: str | None) -> Iterator[Piece]:
    first, last = run.trimmed(first, last)
    tokens = run.passage.tokens
    if first < last and _only_opens(tokens[first], run.small):
        first, last = run.trimmed(first + 1, last)
    words = run.words(first, last)
    if not words or all(word in GENERIC or word in ROLE_WORDS for word in words):
        return
    if len(words) > 1 or (words[0] not in run.small and _is_proper(tokens[first])):
        yield run.piece(first, last, None, votes, country)


def _only_opens(token: Token, small: Collection[str]) -> bool:
    """Tell whether a word has its capital only because a sentence begins."""
    return token.opens and token.tag != "PROPN" and token.text.lower() in small


def _is_proper(token: Token) -> bool:
    return token.tag in {"PROPN", ""} or bool(token.label) or not token.text[1:].islower()
