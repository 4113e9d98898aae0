"""Agents: who the subject of a verb of speech is, by the forms in which English puts it.

Before the verb (Xi said), after it (said Xi), with an earlier verb (Xi thanked them, saying), as the agent of a passive
(described by Xi as) or as the one whom somebody quotes (Xinhua quoted Xi as saying).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speakers import Clause, Speaker
from generator.annotate.speech import PREPOSITIONS, Verb
from generator.annotate.subjects import LONGEST_CLAUSE, Phrase

if TYPE_CHECKING:
    from generator.annotate.antecedents import Antecedents
    from generator.annotate.speakers import Speakers
    from generator.annotate.subjects import Subjects

QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
"""Verbs by which one tells what another said."""
NAMING = frozenset(
    "described dubbed called labelled labeled branded termed characterised characterized quoted designated".split(),
)
"""Participles that after a comma or before "by" tell what others say of the subject."""
_RELATIVES = frozenset({"what", "whom", "which"})
UNKNOWN = Speaker(None, "")


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """Who spoke, and the verb as printed, in lower case."""

    speaker: Speaker
    verb: str


class Agents:
    """The rules by which a verb of speech finds who speaks."""

    def __init__(self, subjects: Subjects, speakers: Speakers, antecedents: Antecedents) -> None:
        self._subjects, self._speakers, self._antecedents = subjects, speakers, antecedents

    def of_verb(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to the subject of a verb, which may stand with an earlier verb or where the clause begins."""
        if self._subjects.at(verb.first - 1) == "to":
            return self._of_clause(verb, clause)
        if self._subjects.at(verb.first - 1) == "who":
            return self._of_relative(verb.first - 1, verb, clause) or self._of_clause(verb, clause)
        phrase = self._subjects.before(verb, clause.low)
        if phrase is not None:
            phrase = self._apposed(clause.low, phrase) if self._is_apposition(phrase) else phrase
            speaker = self._antecedents.speaker(phrase, verb.text, clause)
            if speaker.record or not (self._is_adverbial(phrase) or verb.form == "participle"):
                return Attribution(speaker, verb.text)
        elif verb.text in NAMING and self._subjects.at(verb.first - 1) == ",":
            return self._over_relative(verb, clause) or Attribution(UNKNOWN, verb.text)
        return self._of_clause(verb, clause)

    def _of_relative(self, pronoun: int, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to whom a relative clause tells of: "supporters who shouted", "Teng, who called it"."""
        last = pronoun - 1 if self._subjects.at(pronoun - 1) == "," else pronoun
        phrase = self._subjects.before(msgspec.structs.replace(verb, first=last, last=last), clause.low)
        return self._attribution(phrase, verb, clause) if phrase else None

    def _over_relative(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to the name that a relative clause parts from its verb: "Teng, who won a prize, called it"."""
        reach = range(verb.first - 2, max(clause.low, verb.first - LONGEST_CLAUSE) - 1, -1)
        pronoun = next((index for index in reach if self._subjects.at(index) == "who"), None)
        if pronoun is None or self._subjects.at(pronoun - 1) != ",":
            return None
        found = self._of_relative(pronoun, verb, clause)
        return found if found and found.speaker.record else None

    def of_phrase_after(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to what follows an inverted verb or a preposition ("said Xi", "according to Xi")."""
        phrase = self._subjects.after(verb.last, clause.high)
        return self._attribution(phrase, verb, clause) if phrase else None

    def of_passive(self, verb: Verb, before: Clause, following: Clause) -> Attribution | None:
        """Attribute to the agent of a passive, which may stand after the quoted words ("called “…” by Xi")."""
        passive = self._subjects.is_passive(verb, before.low)
        for place, high in ((verb.last, before.high), (following.low, following.high)):
            if place < high and self._subjects.at(place) == "by" and (passive or verb.text.endswith("d")):
                phrase = self._subjects.after(place + 1, high)
                return self._attribution(phrase, verb, before) if phrase else None
        return None

    def of_quoted(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to whom another quotes: "Xinhua quoted Xi as saying", "Xi was quoted by Xinhua as saying"."""
        if verb.form != "participle" or self._subjects.at(verb.first - 1) != "as":
            return None
        reach = range(verb.first - 2, max(clause.low, verb.first - LONGEST_CLAUSE) - 1, -1)
        index = next((index for index in reach if self._subjects.at(index) in QUOTING), None)
        if index is None:
            return None
        quoting = Verb(index, index + 1, f"{self._subjects.at(index)} as {verb.text}", "finite")
        if self._subjects.at(index + 1) in {"as", "by"}:
            return self.of_verb(quoting, clause) or Attribution(UNKNOWN, quoting.text)
        return self._attribution(Phrase(index + 1, verb.first - 1), quoting, clause)

    def of_later_clause(self, verb: Verb, before: Clause, following: Clause) -> Attribution | None:
        """Attribute to the subject of the main clause, where the verb is a participle that begins the sentence."""
        if verb.form != "participle" or verb.first > before.low:
            return None
        phrase = self._subjects.of_clause(following.low, following.high)
        return self._attribution(phrase, verb, following) if phrase else None

    def _of_clause(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to an earlier verb's subject, to who spoke before in the sentence, or to the clause's subject."""
        low = max(clause.low, verb.first - LONGEST_CLAUSE)
        low = self._subjects.after_last(";", low, verb.first)
        for earlier in reversed(self._subjects.verbs_between(low, verb.first)):
            phrase = self._subjects.before(earlier, clause.low) if earlier.form == "finite" else None
            if phrase and not self._is_adverbial(phrase) and not self._is_subordinate(earlier, phrase):
                return Attribution(self._antecedents.speaker(phrase, earlier.text, clause), verb.text)
        if clause.carried and low == clause.low:
            return Attribution(clause.carried, verb.text)
        phrase = self._named_in_segment(low, verb.first) or self._subjects.of_clause(low, verb.first)
        return self._attribution(phrase, verb, clause) if phrase else None

    def _is_subordinate(self, verb: Verb, phrase: Phrase) -> bool:
        """Tell whether a verb is an infinitive, or of a relative clause such as "what officials call"."""
        return self._subjects.at(verb.first - 1) == "to" or self._subjects.at(phrase.first - 1) in _RELATIVES

    def _attribution(self, phrase: Phrase, verb: Verb, clause: Clause) -> Attribution:
        return Attribution(self._antecedents.speaker(phrase, verb.text, clause), verb.text)

    def _is_apposition(self, phrase: Phrase) -> bool:
        """Tell whether a phrase may only describe the person named before it: "Mike Lee, member of the board, said"."""
        joined = self._subjects.at(phrase.first - 1) in {",", "and"}
        return joined and not self._subjects.tokens.is_capital(phrase.first) and not self._speakers.is_pronoun(phrase)

    def _apposed(self, low: int, phrase: Phrase) -> Phrase:
        named = self._speakers.named(phrase)
        if named and self._speakers.is_person(named.record):
            return phrase
        return self._named_in_segment(low, phrase.first) or phrase

    def apposed_to(self, phrase: Phrase, sentence: Clause) -> Speaker | None:
        """Give the person named after a description with which a sentence begins: "An analyst, Ayesha Khalid, was"."""
        segments = self._subjects.segments(phrase.last, min(sentence.high, phrase.last + LONGEST_CLAUSE))
        name = next(iter(segments), None)
        if name is None or self._subjects.at(name.last) != ",":
            return None
        named = self._speakers.named(Phrase(name.first, name.last))
        whole = named is not None and named.text == self._subjects.text(name.first, name.last)
        return named if named and whole and self._speakers.is_person(named.record) else None

    def _named_in_segment(self, low: int, high: int) -> Phrase | None:
        """Give a person's name that is all of a segment ("the director, Ned Price, said") or ends an adverbial one."""
        segments = self._subjects.segments(max(low, high - LONGEST_CLAUSE), high)
        for segment in (msgspec.structs.replace(segment, open=False) for segment in segments):
            named = self._speakers.named(segment)
            whole = named is not None and named.text == self._subjects.text(segment.first, segment.last)
            if named and self._speakers.is_person(named.record) and (whole or self._is_adverbial(segment)):
                return segment
        return None

    def _is_adverbial(self, phrase: Phrase) -> bool:
        return self._subjects.at(phrase.first) in PREPOSITIONS and not self._speakers.is_pronoun(phrase)
