"""Antecedents: whom a pronoun or a description ("the spokesman", "the exiled government") means where somebody speaks.

The article is followed sentence by sentence. What is quoted does not count: who is named in it is talked about. A
pronoun means the person or collective that was last a subject, if that is no more than four sentences ago.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speakers import Clause, Speaker
from generator.annotate.speech import (
    BODIES,
    CLASSES,
    CONTINUING,
    DOCUMENTS,
    OFFICES,
    PEOPLE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
)
from generator.annotate.subjects import LONGEST_CLAUSE, Phrase, Subjects
from generator.model import RecordId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.annotate.speakers import Speakers

MEMORY = 4
"""Sentences over which a pronoun may refer back."""

_HIS = frozenset("his her him himself herself".split())
_OBJECTS = frozenset("him her them me us".split())
"""Pronouns that are no subject, though a verb may follow them ("asked him to stop")."""
_PLURAL = frozenset(
    "those these some many several most both few all others two three four five six seven eight nine ten".split()
)
_CALLINGS = OFFICES | frozenset(
    "senator lawmaker congressman congresswoman mp mep professor general colonel mayor governor judge justice bishop "
    "imam attorney prosecutor".split()
)
"""What may stand before a name with a capital and tell what its bearer is."""
_PAPERS_AND_BODIES = DOCUMENTS | BODIES
_NO_PERSON = _PAPERS_AND_BODIES | CLASSES


class _Latest(msgspec.Struct, frozen=True, gc=False):
    """The last subject of its sort (None for one without a record), and the sentence in which it was referred to.

    `text` is what the text calls whoever has no record.
    """

    record: RecordId | None = None
    sentence: int = -9
    text: str = ""


class Antecedents:
    """What was last spoken of; it is told of each sentence in order and asked about the next.

    `follow` is called before memory answers, and tells it of the sentences so far: most articles need no memory.
    """

    def __init__(self, subjects: Subjects, speakers: Speakers, follow: Callable[[], None]) -> None:
        self._subjects, self._speakers, self._follow = subjects, speakers, follow
        self._person = self._collective = _Latest()
        self._roles: dict[str, RecordId] = {}

    def speaker(self, phrase: Phrase, verb: str, clause: Clause) -> Speaker:
        """Give the speaker that a phrase with a verb of speech names or refers to."""
        named = self._speakers.named(phrase)
        if named:
            return named
        if self._speakers.is_pronoun(phrase):
            return self._pronoun(phrase, clause)
        if phrase.open:
            return Speaker(None, self._speakers.beginning(phrase))
        text = self._subjects.text(phrase.first, phrase.last)
        return Speaker(self._of_description(phrase, verb, clause.sentence), text)

    def _pronoun(self, phrase: Phrase, clause: Clause) -> Speaker:
        """Resolve a pronoun within its clause, then to who spoke before in the sentence, then in earlier sentences."""
        at = phrase.first if phrase.open else phrase.last - 1
        word, written = self._subjects.at(at), self._subjects.tokens.written[at]
        nearer = self._nearer(at, clause)
        if nearer and (word == "they" or (nearer.record and self._speakers.fits(word, nearer.record))):
            return Speaker(nearer.record, written)
        latest = self._of_pronoun(word, clause.sentence)
        return Speaker(latest.record, latest.text or written)

    def _nearer(self, at: int, clause: Clause) -> Speaker | None:
        """Give who is named as a subject before a pronoun in the same sentence."""
        opening = self._subjects.of_clause(clause.low, at)
        named = self._speakers.named(opening) if opening else None
        if named or clause.carried:
            return named or clause.carried
        verbs = self._subjects.verbs_between(max(clause.low, at - LONGEST_CLAUSE), at)
        phrase = self._subjects.before(verbs[-1], clause.low) if verbs else None
        if phrase is None or self._speakers.is_pronoun(phrase):
            return None
        return Speaker(None, self._subjects.text(phrase.first, phrase.last))

    def note(self, speaker: Speaker, sentence: int) -> None:
        """Remember who was the subject of a sentence, by a name, pronoun or description."""
        word = speaker.text.lower()
        if word in _OBJECTS:
            return
        if word in PRONOUNS:
            self._refresh(word, sentence)
        elif speaker.record is None:
            self._collective = _Latest(None, sentence)
            if self._is_one_person(word.split(" ")):
                self._person = _Latest(None, sentence, speaker.text)
        elif self._speakers.is_person(speaker.record):
            self._person = _Latest(speaker.record, sentence)
            self._roles[_role(speaker.text)] = speaker.record
        else:
            self._collective = _Latest(speaker.record, sentence)
            if not OFFICES.isdisjoint(word.split(" ")):
                self._person = _Latest(None, sentence, speaker.text)

    @staticmethod
    def _is_one_person(words: Sequence[str]) -> bool:
        """Tell whether a description without a record can be one of a single person."""
        plural = words[0] in _PLURAL or words[-1].endswith("s")
        return not (plural or words[-1] in _PAPERS_AND_BODIES or not CLASSES.isdisjoint(words))

    def note_possessives(self, words: Iterable[str], sentence: int) -> None:
        """Remember that a sentence still speaks of the last person ("his visit")."""
        if not _HIS.isdisjoint(words):
            self._refresh("he", sentence)

    def _refresh(self, pronoun: str, sentence: int) -> None:
        if pronoun in PEOPLE_PRONOUNS and sentence - self._person.sentence <= MEMORY:
            self._person = msgspec.structs.replace(self._person, sentence=sentence)
        elif pronoun in {"it", "they"} and sentence - self._collective.sentence <= MEMORY:
            self._collective = msgspec.structs.replace(self._collective, sentence=sentence)

    def _of_pronoun(self, pronoun: str, sentence: int) -> _Latest:
        """Give what a pronoun in a sentence means, if it is near enough."""
        self._follow()
        if pronoun in PEOPLE_PRONOUNS:
            latest = self._person
        elif pronoun == "it":
            latest = self._collective
        elif pronoun == "they":
            latest = max(self._collective, self._person, key=lambda latest: latest.sentence)
        else:
            return _Latest()
        return latest if sentence - latest.sentence <= MEMORY else _Latest()

    def _of_description(self, phrase: Phrase, verb: str, sentence: int) -> RecordId | None:
        """Give the record that "the" and a noun mean: one called so before, or who spoke last and goes on."""
        if self._subjects.at(phrase.first) not in {"the", "this"} or phrase.last - phrase.first == 1:
            return None
        self._follow()
        inside = range(phrase.first + 1, phrase.last)
        last = next((index for index in inside if self._subjects.at(index) in PREPOSITIONS), phrase.last)
        head = self._subjects.at(last - 1)
        if head in self._roles:
            return self._roles[head]
        latest = self._collective
        if latest.record and sentence - latest.sentence <= MEMORY and head in self._speakers.name_words(latest.record):
            return latest.record
        goes_on = verb in CONTINUING and head not in _NO_PERSON
        return self._person.record if goes_on and sentence - self._person.sentence <= 1 else None


def _before_preposition(words: list[str]) -> list[str]:
    """Leave out what a name is further told to be of: "Senator Anna Lee" of "Senator Anna Lee of the Liberal Party"."""
    capital = next(
        (index for index, word in enumerate(words) if word[:1].isupper() and word.lower() not in _CALLINGS), 0
    )
    last = next((i for i in range(capital + 1, len(words)) if words[i] in PREPOSITIONS), len(words))
    return words[:last]


def _role(text: str) -> str:
    """Give the last word before a name that tells what the person is: "spokesperson" in "spokesperson Ned Price"."""
    words = _before_preposition(text.split(" "))
    roles = (word for word in reversed(words) if not word[:1].isupper() or word.lower() in _CALLINGS)
    return next(roles, "").lower()
