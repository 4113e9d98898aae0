"""Speakers: which record a phrase stands for when it is the subject of a verb of speech.

A record speaks where its name is the head of the phrase, not where it only belongs to it: in "Chinese lawyer Teng"
China does not speak. But a state or an organisation speaks through its bodies and through officers who are not named
("China's foreign ministry", "a spokesman for the State Department").
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speech import (
    ADVERBS,
    BODIES,
    BREAKS,
    CLASSES,
    DOCUMENTS,
    FINITE,
    OFFICES,
    PEOPLE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    TITLES,
)
from generator.model import RecordId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from generator.annotate.subjects import Phrase, Subjects
    from generator.annotation import Mention
    from generator.model import Kind

COLLECTIVE_KINDS: tuple[Kind, ...] = ("organisation", "group", "outlet", "country")
SPEAKING_KINDS: tuple[Kind, ...] = ("person", *COLLECTIVE_KINDS)
"""The kinds of records that can say something."""
COUNTRY_RULES = frozenset({"label", "alias", "name", "demonym", "capital"})
"""The rules by which a text names a country itself, and not only a place or person of it."""

_THROUGH = OFFICES | BODIES
_BELONGING = _THROUGH | CLASSES
_ENTOURAGE = _BELONGING | frozenset("team family campaign lawyer lawyers aide aides ally allies supporters".split())
_AFTER_NAME = PREPOSITIONS | BREAKS | ADVERBS | FINITE | {"and"}
_OWNERS = frozenset({"of", "for"})
_AUTHORS = frozenset({"by", "from"})
_REACH = 4
"""Words after a name among which the body or office may stand through which it speaks."""


class Speaker(msgspec.Struct, frozen=True, gc=False):
    """Who speaks: the record if it is known, and the words that the text has for it."""

    record: RecordId | None
    text: str


class Clause(msgspec.Struct, frozen=True, gc=False):
    """Tokens `low` to `high` (exclusive) of sentence number `sentence`, in which a speaker is looked for.

    `carried` is who said what was quoted before in the same sentence.
    """

    low: int
    high: int
    sentence: int
    carried: Speaker | None = None


class _Name(msgspec.Struct, frozen=True, gc=False):
    """A mention that can speak, and its tokens `first` to `last` (exclusive)."""

    record: RecordId
    person: bool
    first: int
    last: int
    genitive: bool


class Speakers:
    """The names in a body that can speak, and what phrases mean by them."""

    def __init__(
        self, body: str, subjects: Subjects, mentions: Sequence[Mention], kinds: Mapping[RecordId, Kind]
    ) -> None:
        self._subjects, self._tokens, self._words = subjects, subjects.tokens, subjects.tokens.lower
        self._body, self._kinds = body, kinds
        named = {(mention.start, mention.end) for mention in mentions if kinds.get(mention.record) != "country"}
        self._mentions = [mention for mention in mentions if _can_speak(mention, kinds, named)]
        self._starts = [mention.start for mention in self._mentions]
        self._names: dict[int, _Name] = {}
        self._name_words: dict[RecordId, set[str]] = {}

    def is_person(self, record: RecordId | None) -> bool:
        """Tell whether a record is that of a person."""
        return record is not None and self._kinds[record] == "person"

    def fits(self, pronoun: str, record: RecordId) -> bool:
        """Tell whether a pronoun may mean a record."""
        return pronoun == "they" or (pronoun in PEOPLE_PRONOUNS) == self.is_person(record)

    def name_words(self, record: RecordId) -> AbstractSet[str]:
        """Give the words, in lower case, by which the body names a record."""
        if record not in self._name_words:
            names = map(self._name, self._of_record[record])
            self._name_words[record] = {word for name in names for word in self._words[name.first : name.last]}
        return self._name_words[record]

    @cached_property
    def _of_record(self) -> dict[RecordId, list[int]]:
        found: dict[RecordId, list[int]] = {}
        for index, mention in enumerate(self._mentions):
            found.setdefault(mention.record, []).append(index)
        return found

    def _name(self, index: int) -> _Name:
        name = self._names.get(index)
        if name is None:
            mention = self._mentions[index]
            first, last = self._tokens.between(mention.start, mention.end)
            genitive = self._body[mention.end : mention.end + 1] in {"'", "’"}
            person = self._kinds[mention.record] == "person"
            name = self._names[index] = _Name(mention.record, person, first, last, genitive)
        return name

    def _names_between(self, first: int, last: int) -> list[_Name]:
        """Give the names that can speak and begin at some tokens (or inside the token before, to which they belong)."""
        if first >= last:
            return []
        low = bisect_right(self._starts, self._tokens.starts[first - 1]) if first else 0
        high = bisect_right(self._starts, self._tokens.starts[last - 1], low)
        return [self._name(index) for index in range(low, high)]

    def named(self, phrase: Phrase) -> Speaker | None:
        """Give the speaker whose name is the head of a phrase, if a record's is."""
        last = self._open_end(phrase) if phrase.open else phrase.last
        names = self._names_between(phrase.first, last)
        if not names:
            return None
        people = [name for name in names if name.person and self._is_head(name, phrase, last)]
        if people:
            return self._person(people, phrase, names)
        ranked = [(rank, name) for name in names if not name.person and (rank := self._rank(name, phrase, last))]
        if not ranked or (phrase.open and ranked[0][1] != names[0]):
            return None
        rank, name = min(ranked, key=lambda pair: (pair[0], pair[1].first))
        if phrase.open:
            last = name.last + (len(self._tail(name, last, phrase)) if rank > 1 else 0)
        return Speaker(name.record, self._subjects.text(phrase.first, last))

    def is_pronoun(self, phrase: Phrase) -> bool:
        """Tell whether a phrase is a personal pronoun, or begins with one if its end is not known."""
        return self._words[phrase.first if phrase.open else phrase.last - 1] in PRONOUNS

    def beginning(self, phrase: Phrase) -> str:
        """Give the capitalised words with which a phrase begins, with the body or office after them if one follows."""
        last = first = phrase.first
        while last < phrase.last and (self._tokens.is_capital(last) or self._words[last] in TITLES):
            last += 1
        if last < phrase.last and self._words[last] in _ENTOURAGE:
            last += 1
        return self._subjects.text(first, last) if last - first > 1 or self._words[first] not in TITLES else ""

    def _person(self, people: Sequence[_Name], phrase: Phrase, names: Sequence[_Name]) -> Speaker:
        """Choose the person nearest to the verb, or the first of those that "and" joins to that one."""
        index = 0 if phrase.open else len(people) - 1
        end = people[index].last
        while index and self._subjects.text(people[index - 1].last, people[index].first) in {"and", ", and"}:
            index -= 1
        first = phrase.first
        if self._words[first] in PREPOSITIONS:
            first = people[index].first
            low = max((name.last for name in names if name.last <= first), default=phrase.first + 1)
            while first > low and self._tokens.is_capital(first - 1) and self._words[first - 1] not in TIMES:
                first -= 1
        return Speaker(people[index].record, self._subjects.text(first, end))

    def _is_head(self, name: _Name, phrase: Phrase, last: int) -> bool:
        """Tell whether a person's name is what the phrase names, and not the owner or object of that."""
        if name.genitive or (self._governor(name, phrase) and not self._is_author(name, phrase)):
            return False
        if name.last >= last:
            return True
        follower = self._words[name.last]
        if follower in _AFTER_NAME or not self._tokens.is_word(name.last):
            return True
        return phrase.open and not self._tokens.is_capital(name.last) and follower not in _ENTOURAGE

    def _rank(self, name: _Name, phrase: Phrase, last: int) -> int:
        """Grade how a collective speaks in a phrase: 1 as its head, 2 through a body or officer, 0 not at all."""
        governor = self._governor(name, phrase)
        if governor:
            through = governor in _OWNERS and not _THROUGH.isdisjoint(self._words[phrase.first : name.first])
            return 2 if (through or self._is_author(name, phrase)) and not self._tail(name, last, phrase) else 0
        tail = self._tail(name, last, phrase)
        if not tail:
            return 0 if name.genitive else 1
        fits = _THROUGH if name.genitive else _BELONGING
        return 2 if tail[-1] in fits else 0

    def _is_author(self, name: _Name, phrase: Phrase) -> bool:
        """Tell whether a phrase is of a paper that the name's bearer wrote: "a statement by the party"."""
        of_paper = not DOCUMENTS.isdisjoint(self._words[phrase.first : name.first])
        return of_paper and self._governor(name, phrase) in _AUTHORS

    def _governor(self, name: _Name, phrase: Phrase) -> str:
        """Give the preposition on which a name depends, articles and titles between them or not."""
        index = name.first - 1
        while index >= phrase.first and self._words[index] in TITLES:
            index -= 1
        word = self._words[index] if index >= phrase.first else ""
        return word if word in PREPOSITIONS else ""

    def _tail(self, name: _Name, last: int, phrase: Phrase) -> list[str]:
        """Give the words that follow a name in its noun phrase; a capital at their end makes them another's name."""
        tail: list[str] = []
        for index in range(name.last, min(last, name.last + _REACH) if phrase.open else last):
            word = self._words[index]
            if word in _AFTER_NAME or not self._tokens.is_word(index):
                break
            tail.append(word)
        if not phrase.open:
            return tail
        while tail and tail[-1] not in _BELONGING:
            tail.pop()
        return tail

    def _open_end(self, phrase: Phrase) -> int:
        """Give where the subject at the beginning of a clause ends at the latest."""
        for index in range(phrase.first, phrase.last):
            word = self._words[index]
            if word in FINITE or index in self._subjects.verbs or (word in PREPOSITIONS and word not in _OWNERS):
                return index
        return phrase.last


def _can_speak(mention: Mention, kinds: Mapping[RecordId, Kind], named: AbstractSet[tuple[int, int]]) -> bool:
    """Tell whether a record is named that can speak; a country not where a body of it is `named` in its place."""
    kind = kinds.get(mention.record)
    if kind != "country":
        return kind in SPEAKING_KINDS
    return mention.rule in COUNTRY_RULES and (mention.start, mention.end) not in named
