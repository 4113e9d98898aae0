"""Accounts: a body followed sentence by sentence for who is said to say what; quotations and figures ask about it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from generator.annotate.antecedents import Antecedents
from generator.annotate.attributions import Attributions
from generator.annotate.speakers import Clause, Speakers
from generator.annotate.subjects import Subjects
from generator.annotation import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.annotate.agents import Attribution
    from generator.annotation import Mention
    from generator.model import Kind, RecordId
    from generator.words import Words


class Account:
    """A body with its sentences; what costs time is read when somebody asks for it, since most bodies need it not.

    `said` is who speaks in a sentence as far as that is known, `quoted` are the sentences with quoted words; both are
    filled while the body is followed, up to the sentence that is `reached`.
    """

    def __init__(
        self, of_body: Words, sentences: Sequence[Span], mentions: Sequence[Mention], kinds: Mapping[RecordId, Kind]
    ) -> None:
        """Take a body; `mentions` are those in it by their start, `kinds` tells the kind of their records."""
        self.body, self.sentences = of_body.text, sentences
        self._starts = [sentence.start for sentence in sentences]
        self._words, self._mentions, self._kinds = of_body, mentions, kinds
        self.said: dict[int, Attribution] = {}
        self.quoted: set[int] = set()
        self.reached = self._followed = 0

    @cached_property
    def subjects(self) -> Subjects:
        """The words and verbs of speech."""
        return Subjects(self._words, {mention.start for mention in self._mentions})

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self.body, self.subjects, self._mentions, self._kinds)

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents(self.subjects, self._speakers, self.follow)

    @cached_property
    def attributions(self) -> Attributions:
        """The rules that find a speaker."""
        return Attributions(self.subjects, self._speakers, self._antecedents)

    def sentence_at(self, offset: int) -> int:
        """Give the number of the sentence in which an offset lies."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def sentence(self, number: int) -> Span:
        """Give a sentence, the whole body where it has none."""
        return self.sentences[number] if self.sentences else Span(0, len(self.body))

    def clause(self, number: int) -> Clause:
        """Give a sentence as a clause of words."""
        span = self.sentence(number)
        return Clause(*self.subjects.tokens.between(span.start, span.end), number)

    def named(self, number: int) -> set[RecordId]:
        """Give the records that a sentence names."""
        span = self.sentence(number)
        return {mention.record for mention in self._mentions if span.start <= mention.start < span.end}

    def follow(self) -> None:
        """Tell the antecedents of the sentences before the one that is reached."""
        first, self._followed = self._followed, max(self._followed, self.reached)
        for number in range(first, self.reached):
            if number in self.said:
                self._antecedents.note(self.said[number].speaker, number)
            elif number not in self.quoted:
                self._note(self.clause(number))

    def reported(self, clause: Clause) -> Attribution | None:
        """Give who says what a sentence without quoted words reports."""
        if not self.subjects.verbs_between(clause.low, clause.high):
            return None
        return self.attributions.trailing(clause) or self.attributions.first(clause)

    def _note(self, clause: Clause) -> None:
        attribution = self.reported(clause)
        if attribution:
            self.said[clause.sentence] = attribution
        for speaker in (self.attributions.opening(clause), attribution and attribution.speaker):
            if speaker:
                self._antecedents.note(speaker, clause.sentence)
        self._antecedents.note_possessives(self.subjects.tokens.lower[clause.low : clause.high], clause.sentence)
