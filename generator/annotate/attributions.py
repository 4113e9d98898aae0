"""Attributions: who is said to have said quoted words, and by which verb, from the words around the quotation.

Looked for directly after it (“…,” she said), before it (Xi said that “…”; described by Wang as “…”), and at the end of
its sentence (… “…” …, the report said). The nearest verb of speech counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.agents import NAMING, QUOTING, UNKNOWN, Agents, Attribution
from generator.annotate.speech import BREAKS, FINITE, PREPOSITIONS, TIMES, Verb
from generator.annotate.subjects import LONGEST_CLAUSE, Phrase

if TYPE_CHECKING:
    from generator.annotate.antecedents import Antecedents
    from generator.annotate.speakers import Clause, Speaker, Speakers
    from generator.annotate.subjects import Subjects

LONGEST_TRAIL = 6
"""Words that may follow the verb of an attribution at the end of a sentence ("..., he told reporters on Monday")."""
NEAR = 8
"""Words between a verb without a subject and the words that it introduces."""
LONGEST_SUBJECT = 40
"""Words, appositions included, between a quotation and the verb that follows it."""

_BEFORE_INFINITIVE = frozenset("to not would will could should may might must can cannot did does do".split())
_RELATIVES = frozenset({"who", "which"})
_CLAUSE_OPENERS = _RELATIVES | {"that", "whom", "whose", "where", "when", ","}
_OF_PLACE_OR_TIME = frozenset("on in at late early last this".split()) | TIMES
_NO_SUBJECT = PREPOSITIONS | BREAKS | {"and"}


class Attributions:
    """The places around quoted words where their speaker is looked for."""

    def __init__(self, subjects: Subjects, speakers: Speakers, antecedents: Antecedents) -> None:
        self._subjects, self._speakers, self._antecedents = subjects, speakers, antecedents
        self._tokens, self._words, self._verbs = subjects.tokens, subjects.tokens.lower, subjects.verbs
        self._agents = Agents(subjects, speakers, antecedents)

    def directly_after(self, after: Clause, *, alone: bool = False) -> Attribution | None:
        """Find the attribution with which the words after a quotation begin; `alone`, with nothing said after it."""
        low = next((index for index in range(after.low, after.high) if self._tokens.is_word(index)), None)
        if low is None:
            return None
        inverted = self._verbs.get(low)
        if inverted:
            return self._agents.of_phrase_after(inverted, after) if inverted.form != "participle" else None
        if self._words[low] in _NO_SUBJECT or self._subjects.is_participle(low):
            return None
        verb = self._verb_of_subject(low, after.high)
        if verb is None or (
            alone and verb.last < after.high and self._subjects.at(verb.last) not in PREPOSITIONS | {","}
        ):
            return None
        return self._quoted_by_other(verb, after) or self._agents.of_verb(verb, msgspec.structs.replace(after, low=low))

    def before(self, before: Clause, following: Clause) -> Attribution | None:
        """Find the nearest verb of speech before a quotation, and whom it tells of; `following` stands after it."""
        verb = self._governing(before)
        if verb is None:
            return self._announced(before)
        if verb.form == "preposition":
            return self._agents.of_phrase_after(verb, before)
        found = self._agents.of_quoted(verb, before) or self._agents.of_passive(verb, before, following)
        if found is None and not self._subjects.is_passive(verb, before.low):
            found = self._agents.of_verb(verb, before) or self._agents.of_later_clause(verb, before, following)
        near = before.high - verb.last <= NEAR
        return found or (Attribution(UNKNOWN, verb.text) if near else None)

    def trailing(self, after: Clause) -> Attribution | None:
        """Find an attribution that ends the sentence: ", the report said", ", said Wang", ", according to Wang"."""
        for verb in reversed(self._subjects.verbs_between(max(after.low, after.high - LONGEST_CLAUSE), after.high)):
            if verb.form == "participle":
                continue
            if verb.first > after.low and self._words[verb.first - 1] == ",":
                return self._agents.over_insertion(verb, after) or self._agents.of_phrase_after(verb, after)
            phrase = self._subjects.before(verb, after.low)
            if phrase and self._subjects.at(phrase.first - 1) in BREAKS and self._subjects.at(phrase.first - 2) == ",":
                continue  # of a clause that is joined to what was said: ", the group said, as the council demanded"
            if not self._ends_with(verb, after) or phrase is None or self._subjects.at(phrase.first - 1) != ",":
                return None
            if self._subjects.at(phrase.first).isdigit():  # the comma of a number: "420,000 dollars"
                return None
            return Attribution(self._antecedents.speaker(phrase, verb.text, after), verb.text)
        return None

    def _ends_with(self, verb: Verb, after: Clause) -> bool:
        """Tell whether an attribution ends with its verb, or with place or time: ", he said on Monday, adding that"."""
        until = verb.last + LONGEST_TRAIL
        if until >= after.high or self._subjects.at(verb.last) == ",":
            return True
        return self._subjects.at(verb.last) in _OF_PLACE_OR_TIME and "," in self._words[verb.last : until]

    def first(self, sentence: Clause) -> Attribution | None:
        """Find the first verb of speech of a sentence, and whom it tells of."""
        verb = next(iter(self._subjects.verbs_between(sentence.low, sentence.high)), None)
        if verb is None or verb.form == "participle":
            return None
        if verb.form == "preposition":
            return self._agents.of_phrase_after(verb, sentence)
        return self._agents.of_verb(verb, sentence)

    def of_verb(self, verb: Verb, sentence: Clause) -> Attribution | None:
        """Give whom a verb of a sentence tells of, by its subject."""
        return self._agents.of_verb(verb, sentence)

    def opening(self, sentence: Clause) -> Speaker | None:
        """Give the subject with which a sentence begins, if it is a name or a pronoun."""
        phrase = self._subjects.of_clause(sentence.low, min(sentence.high, sentence.low + LONGEST_CLAUSE))
        if phrase is None:
            return None
        if self._speakers.is_pronoun(phrase):
            return self._antecedents.speaker(phrase, "", sentence)
        return self._speakers.named(phrase) or self._agents.apposed_to(phrase, sentence)

    def _verb_of_subject(self, low: int, high: int) -> Verb | None:
        """Give the verb whose subject begins at a token, unless a clause of its own stands there."""
        for verb in self._subjects.verbs_between(low + 1, min(high, low + LONGEST_SUBJECT)):
            if _RELATIVES.isdisjoint((self._subjects.at(verb.first - 1), self._subjects.at(verb.first - 2))):
                return verb if verb.form == "finite" and not self._has_clause(low, verb) else None
        return None

    def _has_clause(self, low: int, verb: Verb) -> bool:
        phrase = self._subjects.before(verb, low)
        until = phrase.last if phrase else verb.first
        words = self._words[low:until]
        return not FINITE.isdisjoint(words[: words.index(",")] if "," in words else words)

    def _quoted_by_other(self, verb: Verb, after: Clause) -> Attribution | None:
        if verb.text not in QUOTING:
            return None
        later = self._subjects.verbs_between(verb.last, min(after.high, verb.last + LONGEST_CLAUSE))
        return self._agents.of_quoted(later[0], after) if later else None

    def _announced(self, before: Clause) -> Attribution | None:
        """Attribute by how a sentence begins: a name and a colon, as in interviews, or "Said" and a name."""
        if before.low >= before.high:
            return None
        if self._words[before.high - 1] == ":":
            named = self._speakers.named(Phrase(before.low, before.high - 1))
            if named:
                return Attribution(named, "")
        first = self._tokens.written[before.low]
        if first not in {"Said", "Says"}:
            return None
        return self._agents.of_phrase_after(Verb(before.low, before.low + 1, first.lower(), "finite"), before)

    def _governing(self, before: Clause) -> Verb | None:
        """Give the nearest verb of speech; an infinitive ("would call", "to say") only where there is no other."""
        infinitive = None
        for verb in reversed(self._subjects.verbs_between(max(before.low, before.high - LONGEST_CLAUSE), before.high)):
            if verb.last > before.high or self._only_describes(verb, before) or self._is_of_an_object(verb, before):
                continue
            if verb.first == before.low or self._words[verb.first - 1] not in _BEFORE_INFINITIVE:
                return verb
            infinitive = infinitive or verb
        return infinitive

    def _only_describes(self, verb: Verb, before: Clause) -> bool:
        """Tell whether a participle belongs to a noun: "the arguments cited by Hughes"."""
        if verb.last >= before.high or self._subjects.at(verb.last) != "by":
            return False
        return verb.text not in NAMING and not self._subjects.is_passive(verb, before.low)

    def _is_of_an_object(self, verb: Verb, before: Clause) -> bool:
        """Tell whether a participle belongs to an object: "she had seen the party mentioned in a file"."""
        phrase = self._subjects.before(verb, before.low) if verb.form == "finite" else None
        if phrase is None or not verb.text.endswith("ed") or self._subjects.at(verb.last) not in PREPOSITIONS:
            return False
        if self._subjects.is_passive(verb, before.low):
            return False
        words = self._words[phrase.first : verb.first]
        other = next((index for index, word in enumerate(words) if word in FINITE), None)
        return other is not None and _CLAUSE_OPENERS.isdisjoint(words[:other])
