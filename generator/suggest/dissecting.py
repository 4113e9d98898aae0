"""Dissecting: a run of capitals becomes the names in it, without the offices, titles and peoples before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.suggest.cues import head_index, own_votes
from generator.suggest.lexicon import (
    AFTER_NAMES,
    DIRECTIONS,
    FIRST_HEADS,
    GENERIC,
    HEADS,
    HONORIFICS,
    NOT_NAMES,
    ROLE_WORDS,
    ROLES,
)
from generator.suggest.model import SETTLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.suggest.known import Known, KnownNames
    from generator.suggest.model import Passage, Token, Votes

_AT_END = NOT_NAMES | AFTER_NAMES
_FULL_NAME = 2
_SURELY_PERSON = 2.0
_ADJECTIVE_AND_NOUN = 2
_GOVERNMENT = frozenset(
    "government administration regime authorities authority officials state nationals embassy consulate".split()
)


class Piece(NamedTuple):
    """A name in a run: its tokens and place, and what its surroundings in the run speak for."""

    first: int
    last: int
    start: int
    end: int
    known: Known | None = None
    votes: Votes = ()
    country: str | None = None
    weak: bool = False


class _Run(NamedTuple):
    passage: Passage
    known: Sequence[Known]
    names: KnownNames
    small: Collection[str]

    def words(self, first: int, last: int) -> list[str]:
        return [token.text.lower() for token in self.passage.tokens[first:last]]

    def whole(self, first: int, last: int) -> Known | None:
        """Give the known name that is exactly these tokens."""
        tokens = self.passage.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        return next((one for one in self.known if one.start == start and one.end == end), None)

    def inside(self, first: int, last: int) -> list[tuple[int, int, Known]]:
        """Give the known names that are made of whole tokens of these."""
        tokens = self.passage.tokens
        starts = {tokens[index].start: index for index in range(first, last)}
        ends = {tokens[index].end: index + 1 for index in range(first, last)}
        return [
            (starts[one.start], ends[one.end], one) for one in self.known if one.start in starts and one.end in ends
        ]


def dissect(
    passage: Passage, run: tuple[int, int], known: Sequence[Known], names: KnownNames, small: Collection[str]
) -> list[Piece]:
    """Give the names in a run of tokens, in order; `known` are the known names of the passage."""
    return list(_names(_Run(passage, known, names, small), *run, votes=(), country=None))


def _names(run: _Run, first: int, last: int, votes: Votes, country: str | None) -> Iterator[Piece]:
    first, last = _trimmed(run, first, last)
    if first >= last:
        return
    if whole := run.whole(first, last):
        yield _piece(run, first, last, whole)
        return
    role = _role(run, first, last)
    if role is not None:
        yield from _around_role(run, first, role, last)
    elif _is_institution(run, first, last):
        yield from _institution(run, first, last)
    else:
        yield from _between_known(run, first, last, votes, country)


def _trimmed(run: _Run, first: int, last: int) -> tuple[int, int]:
    """Leave out words at the ends that belong to no name."""
    tokens = run.passage.tokens
    while first < last and (tokens[first].text.lower() in NOT_NAMES or not _capital(tokens[first])):
        first += 1
    while first < last and (tokens[last - 1].text.lower() in _AT_END or tokens[last - 1].text[0].islower()):
        last -= 1
    alone = last - first == 1 and tokens[first].text.lower() in DIRECTIONS
    return (last, last) if alone else (first, last)


def _capital(token: Token) -> bool:
    return not token.text[0].islower() or "-" in token.text


def _role(run: _Run, first: int, last: int) -> int | None:
    """Give the first title or office in a run that is no part of an institution's name."""
    words = run.words(first, last)
    for index, word in enumerate(words):
        if (word.rstrip(".") not in ROLES and word not in ROLES) or run.passage.tokens[first + index].possessive:
            continue
        follows = words[index + 1] if index + 1 < len(words) else ""
        before = words[index - 1] if index else ""
        named_so = index == len(words) - 1 and index > 0 and not _office_before(run, first, first + index)
        if follows not in HEADS and before not in {"of", "for"} and not named_so:
            return first + index
        if follows in {"of", "for"}:
            return first + index
    return None


def _office_before(run: _Run, first: int, last: int) -> bool:
    """Tell whether words are such as stand before an office: peoples, countries, institutions, departments."""
    words = run.words(first, last)
    known_ends = {end for _, end, _ in run.inside(first, last)}
    return words[-1] in ROLE_WORDS or words[-1] in ROLES or words[-1] in HEADS or last in known_ends


def _around_role(run: _Run, first: int, role: int, last: int) -> Iterator[Piece]:
    before = role
    while before > first and run.words(before - 1, before)[0] in ROLE_WORDS | {"and"}:
        before -= 1
    words = run.words(first, role)
    if before < role and words and _is_named_institution(run, first, role):
        before = role
    country = _country(run, first, before)
    prefix = list(_names(run, first, before, (), None))
    # A single unknown word before an office is as likely an adjective: it must be a name somewhere else, too.
    yield from (piece if piece.known or piece.last - piece.first > 1 else piece._replace(weak=True) for piece in prefix)
    after = _after_complement(run, role, last)
    if after > role + 1:
        yield from _complement(run, role + 2, after)
    if after < last:
        if last - after == 1 and run.words(role, role + 1)[0] in HONORIFICS and after == role + 1:
            yield _piece(run, role, last, run.whole(role, last), (("person", SETTLES),))
        else:
            yield from _names(run, after, last, (("person", _SURELY_PERSON),), country)


def _is_named_institution(run: _Run, first: int, last: int) -> bool:
    """Tell whether the words before an office end in an institution's head ("Foreign Ministry Spokesperson")."""
    words = run.words(first, last)
    return len(words) > 1 and HEADS.get(words[-1]) == "organisation" and words[-1] not in {"board", "party", "council"}


def _country(run: _Run, first: int, last: int) -> str | None:
    return next((one.referent.key for _, _, one in run.inside(first, last) if one.referent.sort != "record"), None)


def _after_complement(run: _Run, role: int, last: int) -> int:
    """Give where the words that tell of what the office is ("of State", "for Foreign Affairs") end."""
    words = run.words(role + 1, last)
    if not words or words[0] not in {"of", "for"}:
        return role + 1
    person = _person_at_end(run, role + 2, last)
    if _is_institution(run, role + 2, person):
        return person
    index = role + 2
    while index < last and run.words(index, index + 1)[0] in {"the", "and", "&", "of", "for"} | ROLE_WORDS | DIRECTIONS:
        index += 1
    for _, end, _ in run.inside(role + 2, last):
        index = max(index, end)
    if index == role + 2 and last - index > _FULL_NAME:
        return index + 1
    return index


def _person_at_end(run: _Run, first: int, last: int) -> int:
    """Give where the person begins that the tagger sees at the end of a run, or the end of the run."""
    tokens = run.passage.tokens
    index = last
    while index > first and tokens[index - 1].label == "PERSON" and tokens[index - 1].entity == tokens[last - 1].entity:
        index -= 1
    return index


def _complement(run: _Run, first: int, last: int) -> Iterator[Piece]:
    named = _is_institution(run, first, last)
    return (piece for piece in _names(run, first, last, (), None) if named or piece.known is not None)


def _is_institution(run: _Run, first: int, last: int) -> bool:
    words = run.words(first, last)
    plain = [word for word in words if not word.isdigit()] or words
    if len(plain) <= 1:
        return False
    if plain[head_index(plain)] in HEADS or plain[0] in FIRST_HEADS:
        return True
    inside = run.inside(first, last)
    of_country = bool(inside) and inside[-1][1] == last and inside[-1][2].referent.sort == "country"
    settled = own_votes(words[: inside[-1][0] - first]) if of_country and inside[-1][0] > first else ()
    return any(weight >= SETTLES for _, weight in settled)


def _institution(run: _Run, first: int, last: int) -> Iterator[Piece]:
    """Give a name with a head as a whole, but not where a people or country and common nouns are all of it."""
    words = run.words(first, last)
    inside = run.inside(first, last)
    of_known = {index for start, end, _ in inside for index in range(start, end)}
    own = [word for index, word in enumerate(words, first) if index not in of_known]
    if own and own[-1] in _GOVERNMENT and "exile" not in own and all(word in GENERIC for word in own):
        yield from (_piece(run, start, end, one) for start, end, one in inside)
        return
    if own == ["party"] or (not inside and all(word in GENERIC or word in {"of", "the", "for"} for word in own)):
        return
    yield _piece(run, first, last, None, country=_country(run, first, last))


def _between_known(run: _Run, first: int, last: int, votes: Votes, country: str | None) -> Iterator[Piece]:
    """Part a run at the known names in it; a short known name beside unknown words belongs to them."""
    parting = [entry for entry in run.inside(first, last) if _parts(run, entry, first, last)]
    index = first
    for start, end, one in parting:
        if start >= index:
            yield from _unknown(run, index, start, votes, country)
            yield _piece(run, start, end, one)
            index = end
    yield from _unknown(run, index, last, votes, country)


def _parts(run: _Run, entry: tuple[int, int, Known], first: int, last: int) -> bool:
    start, end, one = entry
    if (start, end) == (first, last):
        return True
    if end - start > 1:
        return not _goes_before(run, first, start)
    if _before_person(run, end, last):
        return True
    if one.referent.sort in {"people", "country"}:
        return not _in_person(run, start, first, last)
    seed = run.names.seeds.get(one.referent.key)
    if seed is None:
        return False
    word = run.passage.tokens[start].text
    if seed.record.kind == "group" and not word.endswith("s"):
        # "Uyghur" beside one more word is an adjective; in "Christian Democratic Appeal" it begins a name, and
        # "Baloch" after others ends a person's.
        before = run.words(first, start)
        return all(word in DIRECTIONS for word in before) and last - start <= _ADJECTIVE_AND_NOUN
    return seed.record.kind == "group" or word.isupper()


def _goes_before(run: _Run, first: int, start: int) -> bool:
    """Tell whether a word with a capital before a known name makes it another one ("National Security Council")."""
    before = {index for begin, end, _ in run.inside(first, start) for index in range(begin, end)}
    return start > first and start - 1 not in before and run.words(start - 1, start)[0] in DIRECTIONS


def _before_person(run: _Run, end: int, last: int) -> bool:
    """Tell whether the tagger sees a person begin right after a known name."""
    tokens = run.passage.tokens
    return end < last and tokens[end].label == "PERSON" and tokens[end].entity != tokens[end - 1].entity


def _in_person(run: _Run, index: int, first: int, last: int) -> bool:
    """Tell whether the tagger sees a person whose name a country's is a part of ("Bharat Karnad")."""
    token = run.passage.tokens[index]
    beside = [other for other in (index - 1, index + 1) if first <= other < last]
    return token.label == "PERSON" and any(run.passage.tokens[other].entity == token.entity for other in beside)


def _unknown(run: _Run, first: int, last: int, votes: Votes, country: str | None) -> Iterator[Piece]:
    first, last = _trimmed(run, first, last)
    tokens = run.passage.tokens
    if (
        first < last
        and tokens[first].opens
        and tokens[first].tag != "PROPN"
        and tokens[first].text.lower() in run.small
    ):
        first, last = _trimmed(run, first + 1, last)
    words = run.words(first, last)
    if not words or all(word in GENERIC or word in ROLE_WORDS for word in words):
        return
    if len(words) == 1 and (words[0] in run.small or not _is_proper(tokens[first])):
        return
    yield _piece(run, first, last, None, votes=votes, country=country)


def _is_proper(token: Token) -> bool:
    return token.tag in {"PROPN", ""} or bool(token.label) or not token.text[1:].islower()


def _piece(
    run: _Run, first: int, last: int, known: Known | None, votes: Votes = (), country: str | None = None
) -> Piece:
    tokens = run.passage.tokens
    if any(vote >= SETTLES for _, vote in votes):
        country = None
    return Piece(first, last, tokens[first].start, tokens[last - 1].end, known, votes, country)
