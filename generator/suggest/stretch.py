"""A stretch of words: the tokens of a run with the known names in them, and what can be told of a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.suggest.heads import head_index, own_votes
from generator.suggest.lexicon import AFTER_NAMES, DIRECTIONS, FIRST_HEADS, GENERIC, HEADS, INSIDE, NOT_NAMES
from generator.suggest.model import SETTLES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.suggest.known import Known, KnownNames
    from generator.suggest.model import Passage, Seed, Token, Votes

_AT_END = NOT_NAMES | AFTER_NAMES
_ADJECTIVE_AND_NOUN = 2


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


class Stretch(NamedTuple):
    """A passage with the known names around a run, all names that are known, and what the corpus writes small."""

    passage: Passage
    known: Sequence[Known]
    names: KnownNames
    small: Collection[str]

    def words(self, first: int, last: int) -> list[str]:
        """Give the words of some tokens, in small letters."""
        return [token.text.lower() for token in self.passage.tokens[first:last]]

    def piece(
        self, first: int, last: int, known: Known | None = None, votes: Votes = (), country: str | None = None
    ) -> Piece:
        """Give some tokens as a name."""
        tokens = self.passage.tokens
        return Piece(first, last, tokens[first].start, tokens[last - 1].end, known, votes, country)

    def whole(self, first: int, last: int) -> Known | None:
        """Give the known name that is exactly these tokens."""
        tokens = self.passage.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        return next((one for one in self.known if one.start == start and one.end == end), None)

    def inside(self, first: int, last: int) -> list[tuple[int, int, Known]]:
        """Give the known names that are made of whole tokens of these, with their first and last (exclusive) token."""
        tokens = self.passage.tokens
        starts = {tokens[index].start: index for index in range(first, last)}
        ends = {tokens[index].end: index + 1 for index in range(first, last)}
        return [
            (starts[one.start], ends[one.end], one) for one in self.known if one.start in starts and one.end in ends
        ]

    def country(self, first: int, last: int) -> str | None:
        """Give the country that these tokens name first, by its own name, its people's or a city's."""
        codes = (one.referent.key for _, _, one in self.inside(first, last) if one.referent.sort != "record")
        return next(codes, None)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """Leave out words at the ends that belong to no name."""
        tokens = self.passage.tokens
        while first < last and (self._is_no_name(first, last) or not _may_begin(tokens[first])):
            first += 1
        while first < last and (tokens[last - 1].text.lower() in _AT_END or not _may_begin(tokens[last - 1])):
            last -= 1
        alone = last - first == 1 and tokens[first].text.lower() in DIRECTIONS
        return (last, last) if alone else (first, last)

    def _is_no_name(self, first: int, last: int) -> bool:
        token = self.passage.tokens[first]
        begins = token.text.lower() in INSIDE and not token.opens and last - first > _ADJECTIVE_AND_NOUN
        return token.text.lower() in NOT_NAMES and not begins

    def is_institution(self, first: int, last: int) -> bool:
        """Tell whether these tokens have a head ("Ministry", "Act"), perhaps with a country after it."""
        words = self.words(first, last)
        plain = [word for word in words if not word.isdigit()] or words
        if len(plain) <= 1:
            return False
        if plain[head_index(plain)] in HEADS or plain[0] in FIRST_HEADS:
            return True
        inside = self.inside(first, last)
        of_country = bool(inside) and inside[-1][1] == last and inside[-1][2].referent.sort == "country"
        settled = own_votes(words[: inside[-1][0] - first]) if of_country and inside[-1][0] > first else ()
        return any(weight >= SETTLES for _, weight in settled)

    def person_at_end(self, first: int, last: int) -> int:
        """Give where the person begins that the tagger sees at the end of these tokens, or their end."""
        tokens = self.passage.tokens
        entity, index = tokens[last - 1].entity, last
        while index > first and tokens[index - 1].label == "PERSON" and tokens[index - 1].entity == entity:
            index -= 1
        return index

    def parting(self, first: int, last: int) -> list[tuple[int, int, Known]]:
        """Give the known names that stand in these tokens by themselves, and part them."""
        return [entry for entry in self.inside(first, last) if self._parts(entry, first, last)]

    def _parts(self, entry: tuple[int, int, Known], first: int, last: int) -> bool:
        start, end, one = entry
        if (start, end) == (first, last):
            return True
        if end - start > 1:
            return not (self._goes_before(first, start) or self._in_longer_name(one, first, start))
        if self._person_begins(end, last):
            return True
        if one.referent.sort in {"people", "country"}:
            of_body = one.referent.sort == "country" and self._is_of_body(start, end, first, last)
            return not of_body and not self._in_person(start, first, last)
        seed = self.names.seeds.get(one.referent.key)
        return seed is not None and self._record_parts(seed, start, first, last)

    def _record_parts(self, seed: Seed, start: int, first: int, last: int) -> bool:
        """Tell whether a known record named by one word stands by itself."""
        word = self.passage.tokens[start].text
        if seed.record.kind == "group" and not word.endswith("s"):
            # "Uyghur" beside one more word is an adjective; in "Christian Democratic Appeal" it begins a name, and
            # "Baloch" after others ends a person's.
            before = self.words(first, start)
            return all(word in DIRECTIONS for word in before) and last - start <= _ADJECTIVE_AND_NOUN
        return seed.record.kind == "group" or word.isupper()

    def _is_of_body(self, start: int, end: int, first: int, last: int) -> bool:
        """Tell whether a country belongs to a body's name, as the tagger sees it ("Kenya Power"), or to a branch's."""
        tokens = self.passage.tokens[first:last]
        if end == last and start - first == 1 and tokens[0].text.isupper() and not self.inside(first, start):
            return True
        seen = {(token.label, token.entity) for token in tokens}
        rest = [*self.words(first, start), *self.words(end, last)]
        at_end = start == first or end == last
        return at_end and len(seen) == 1 and tokens[0].label == "ORG" and not GENERIC.issuperset(rest)

    def _goes_before(self, first: int, start: int) -> bool:
        """Tell whether the word before makes a known name another one ("National Security Council")."""
        before = {index for begin, end, _ in self.inside(first, start) for index in range(begin, end)}
        return start > first and start - 1 not in before and self.words(start - 1, start)[0] in DIRECTIONS

    def _in_longer_name(self, one: Known, first: int, start: int) -> bool:
        """Tell whether the tagger sees a known person's name go on before ("Muhammad Shahbaz Sharif")."""
        seed = self.names.seeds.get(one.referent.key)
        tokens = self.passage.tokens
        if seed is None or seed.record.kind != "person" or start == first:
            return False
        return tokens[start - 1].label == "PERSON" and tokens[start - 1].entity == tokens[start].entity

    def _person_begins(self, end: int, last: int) -> bool:
        """Tell whether the tagger sees a person begin right after a known name."""
        tokens = self.passage.tokens
        return end < last and tokens[end].label == "PERSON" and tokens[end].entity != tokens[end - 1].entity

    def _in_person(self, index: int, first: int, last: int) -> bool:
        """Tell whether the tagger sees a person whose name a country's is a part of ("Bharat Karnad")."""
        tokens = self.passage.tokens
        beside = [other for other in (index - 1, index + 1) if first <= other < last]
        return tokens[index].label == "PERSON" and any(tokens[one].entity == tokens[index].entity for one in beside)


def _may_begin(token: Token) -> bool:
    return not token.text[0].islower() or "-" in token.text
