"""Agents: who the subject of a verb of speech is, by the forms in which English puts it.

Before the verb (Xi said), after it (said Xi), with an earlier verb (Xi thanked them, saying), as the agent of a passive
(described by Xi as) or as the one whom somebody quotes (Xinhua quoted Xi as saying).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speakers import Clause, Speaker
from generator.annotate.speech import DOCUMENTS, FINITE, OFFICES, PREPOSITIONS, Verb
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
LONGEST_OBJECT = 12
"""Words between a verb by which somebody calls something and the words that it is called."""
_NAME_AND_INSERTION = 2
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "another", "one"})
_NEAR_ARTICLE = 6
"""Words between an article and the word after what it belongs to."""
_BEFORE_WORDS = frozenset("a an the as by of".split())
"""What may stand between a participle and quoted words: "called a “joke”"."""
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
        paper = self._paper(verb, clause)
        if paper:
            return self._attribution(paper, verb, clause)
        phrase = self._subjects.before(verb, clause.low)
        if phrase is None:
            return self._over_comma(verb, clause) or self._of_clause(verb, clause)
        phrase = self._apposed(clause.low, phrase) if self._is_apposition(phrase) else phrase
        speaker = self._antecedents.speaker(phrase, verb.text, clause)
        if speaker.record or not (self._is_adverbial(phrase) or verb.form == "participle"):
            return Attribution(speaker, verb.text)
        return self._of_clause(verb, clause)

    def _over_comma(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to the subject that a comma parts from its verb; a participle after one has none of its own."""
        if self._subjects.at(verb.first - 1) != ",":
            return None
        found = None if verb.form == "participle" else self.over_insertion(verb, clause)
        if found or verb.text not in NAMING:
            return found
        return self._over_relative(verb, clause) or Attribution(UNKNOWN, verb.text)

    def _paper(self, verb: Verb, clause: Clause) -> Phrase | None:
        """Give the paper of which a relative clause tells what it says: "pointed to a study which found"."""
        last = verb.first - 1
        if self._subjects.at(last) not in {"which", "that"} or self._subjects.at(last - 1) not in DOCUMENTS:
            return None
        reach = range(last - 2, max(clause.low, last - _NEAR_ARTICLE) - 1, -1)
        first = next((index for index in reach if self._subjects.at(index) in _DETERMINERS), None)
        return None if first is None else Phrase(first, last)

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

    def over_insertion(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to the name that an insertion parts from a verb after a comma: "Lee, 71, called it".

        Where the name is what is inserted, it tells who is meant: "the director, Anna Lee, said". A participle has its
        object before it: "the plan, called “a joke”".
        """
        if verb.text in NAMING and not self._has_object(verb, clause):
            return None
        segments = [*self._subjects.segments(max(clause.low, verb.first - LONGEST_CLAUSE), verb.first - 1)]
        if len(segments) < _NAME_AND_INSERTION or self._subjects.at(segments[-2].last) != ",":
            return None
        before, inserted = map(self._whole_name, segments[-2:])
        named = inserted if inserted and self._speakers.is_person(inserted.record) else before
        return Attribution(named, verb.text) if named else None

    def _has_object(self, verb: Verb, clause: Clause) -> bool:
        """Tell whether something is named before the words with which a verb calls it: "called the plan “a joke”"."""
        between = range(verb.last, min(clause.high, verb.last + LONGEST_OBJECT))
        named = any(self._subjects.at(index) not in _BEFORE_WORDS for index in between)
        return named and self._subjects.at(verb.last) != "by"

    def _whole_name(self, phrase: Phrase) -> Speaker | None:
        """Give the speaker that a phrase names with all of its words."""
        named = self._speakers.named(msgspec.structs.replace(phrase, open=False))
        return named if named and named.text == self._subjects.text(phrase.first, phrase.last) else None

    def of_phrase_after(self, verb: Verb, clause: Clause) -> Attribution | None:
        """Attribute to what follows an inverted verb or a preposition ("said Xi", "according to Xi").

        Whoever is described and then named is who is named: "said the lawyer, Anna Lee".
        """
        phrase = self._subjects.after(verb.last, clause.high)
        if phrase is None:
            return None
        phrase = self._with_author(phrase, clause)
        found = self._attribution(phrase, verb, clause)
        if found.speaker.record is None or not OFFICES.isdisjoint(found.speaker.text.lower().split(" ")):
            named = self._named_after(phrase, clause)
            return Attribution(named, verb.text) if named else found
        return found

    def _with_author(self, phrase: Phrase, clause: Clause) -> Phrase:
        """Give the phrase of a paper with the one who wrote it: "a statement by the party"."""
        if self._subjects.at(phrase.last - 1) not in DOCUMENTS or self._subjects.at(phrase.last) not in {"by", "from"}:
            return phrase
        author = self._subjects.after(phrase.last + 1, clause.high)
        return Phrase(phrase.first, author.last) if author else phrase

    def _named_after(self, phrase: Phrase, clause: Clause) -> Speaker | None:
        """Give the person who is all of the stretch after the comma that follows a phrase."""
        first, high = phrase.last, min(clause.high, phrase.last + LONGEST_CLAUSE)
        if first >= high or self._subjects.at(first) != ",":
            return None
        segment = next(self._subjects.segments(first + 1, high), None)
        named = self._whole_name(segment) if segment else None
        return named if named and self._speakers.is_person(named.record) else None

    def of_passive(self, verb: Verb, before: Clause, following: Clause) -> Attribution | None:
        """Attribute to the agent of a passive, which may stand after the quoted words ("called “…” by Xi")."""
        passive = self._subjects.is_passive(verb, before.low)
        governs = FINITE.isdisjoint(map(self._subjects.at, range(verb.last, before.high)))
        for place, high in ((verb.last, before.high), (following.low, following.high if governs else 0)):
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
