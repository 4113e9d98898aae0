"""Attributions: who is said to have said quoted words, and by which verb, from the words around the quotation.

Looked for directly after it ("…," she said), before it (Xi said that "…"; described by Wang as "…"), and at the end of its
sentence (… "…" …, the report said). The nearest verb of speech counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.speakers import Speaker
from generator.annotate.speech import BREAKS, FINITE, PREPOSITIONS, Verb
from generator.annotate.subjects import LONGEST_CLAUSE, Phrase

if TYPE_CHECKING:
    from generator.annotate.antecedents import Antecedents
    from generator.annotate.speakers import Speakers
    from generator.annotate.subjects import Subjects

LONGEST_TRAIL = 6
"""Words that may follow the verb of an attribution at the end of a sentence ("..., he told reporters on Monday")."""
NEAR = 8
"""Words between a verb without a subject and the words that it introduces."""
LONGEST_SUBJECT = 40
"""Words, appositions included, between a quotation and the verb that follows it."""

_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_REDUCED_PASSIVES = frozenset(
    "described dubbed called labelled labeled branded termed characterised characterized quoted designated".split(),
)
"""Participles that after a comma tell what others say of the subject."""
_BEFORE_INFINITIVE = frozenset("to not would will could should may might must can cannot did does do".split())
UNKNOWN = Speaker(None, "")


class Span(NamedTuple):
    """Tokens `low` to `high` (exclusive) of sentence number `sentence`, in which an attribution is looked for.

    `carried` is who said what was quoted before in the same sentence.
    """

    low: int
    high: int
    sentence: int
    carried: Speaker | None = None


class Attribution(NamedTuple):
    """Who spoke, and the verb as printed, in lower case."""

    speaker: Speaker
    verb: str


class Attributions:
    """The rules by which quoted words find their speaker."""

    def __init__(self, subjects: Subjects, speakers: Speakers, antecedents: Antecedents) -> None:
        self._subjects, self._speakers, self._antecedents = subjects, speakers, antecedents
        self._words, self._verbs = subjects.words, subjects.verbs

    def directly_after(self, after: Span, *, alone: bool = False) -> Attribution | None:
        """Find the attribution with which the words after a quotation begin; `alone`, with nothing said after it."""
        low = after.low
        while low < after.high and not self._words[low].is_word:
            low += 1
        if low >= after.high:
            return None
        verb = self._verbs.get(low)
        if verb:
            return self._inverted(verb, after) if verb.form != "participle" else None
        if self._words[low].lower in PREPOSITIONS | BREAKS | {"and"} or self._subjects.is_participle(low):
            return None
        reach = range(low + 1, min(after.high, low + LONGEST_SUBJECT))
        verb = next((self._verbs[index] for index in reach if index in self._verbs and not self._describes(index)), None)
        if verb is None or verb.form != "finite" or self._has_clause(low, verb):
            return None
        if alone and verb.last < after.high and self._words[verb.last].lower not in PREPOSITIONS | {","}:
            return None
        return self._quoted_by_other(verb, after) or self._by_subject(verb, after._replace(low=low))

    def before(self, before: Span, following: Span) -> Attribution | None:
        """Find the verb of speech that is nearest before a quotation, and its subject; `following` are the words after it."""
        verb = self._governing(before)
        if verb is None:
            return self._after_name(before)
        if verb.form == "preposition":
            return self._governed(verb, before)
        return (
            self._quoted_as(verb, before)
            or self._by_agent(verb, before, following)
            or self._by_active(verb, before)
            or self._by_later_subject(verb, before, following)
            or (Attribution(UNKNOWN, verb.text) if before.high - verb.last <= NEAR else None)
        )

    def _after_name(self, before: Span) -> Attribution | None:
        """Attribute to a name and a colon, as interviews and headlines do."""
        if before.low >= before.high or self._words[before.high - 1].text != ":":
            return None
        named = self._speakers.named(Phrase(before.low, before.high - 1))
        return Attribution(named, "") if named else None

    def _governing(self, before: Span) -> Verb | None:
        """Give the nearest verb of speech; a mere infinitive ("would call", "to say") only where no other is nearer to the subject."""
        infinitive = None
        for index in range(before.high - 1, max(before.low, before.high - LONGEST_CLAUSE) - 1, -1):
            verb = self._verbs.get(index)
            if verb is None or verb.last > before.high or self._is_relative(verb, before):
                continue
            if index == before.low or self._words[index - 1].lower not in _BEFORE_INFINITIVE:
                return verb
            infinitive = infinitive or verb
        return infinitive

    def _describes(self, index: int) -> bool:
        """Tell whether a verb belongs to a clause with "who" or "which" that describes the subject."""
        return any(word.lower in {"who", "which"} for word in self._words[index - 2 : index])

    def _is_relative(self, verb: Verb, before: Span) -> bool:
        """Tell whether a participle only describes a noun: "the arguments cited by Hughes"."""
        if verb.last >= before.high or self._words[verb.last].lower != "by":
            return False
        return verb.text not in _REDUCED_PASSIVES and not self._subjects.is_passive(verb, before.low)

    def trailing(self, after: Span) -> Attribution | None:
        """Find an attribution that ends the sentence: ", the report said", ", said Wang", ", according to Wang"."""
        for index in range(after.high - 1, max(after.low, after.high - LONGEST_CLAUSE) - 1, -1):
            verb = self._verbs.get(index)
            if verb is None or verb.form == "participle":
                continue
            if index > after.low and self._words[index - 1].text == ",":
                return self._inverted(verb, after)
            phrase = self._subjects.before(verb, after.low)
            ends = verb.last + LONGEST_TRAIL >= after.high or self._words[verb.last].text == ","
            if not ends or phrase is None or self._words[phrase.first - 1].text != ",":
                return None
            return Attribution(self._speaker(phrase, verb, after), verb.text)
        return None

    def first(self, sentence: Span) -> Attribution | None:
        """Find the first verb of speech with a subject of its own."""
        verb = next((self._verbs[index] for index in range(*sentence[:2]) if index in self._verbs), None)
        if verb is None or verb.form == "participle":
            return None
        return self._governed(verb, sentence) if verb.form == "preposition" else self._by_subject(verb, sentence)

    def opening(self, sentence: Span) -> Speaker | None:
        """Give the subject with which a sentence begins, if it is a name or a pronoun."""
        phrase = self._subjects.of_clause(sentence.low, min(sentence.high, sentence.low + LONGEST_CLAUSE))
        if phrase is None:
            return None
        if self._speakers.is_pronoun(phrase):
            return self._pronoun(phrase, sentence)
        return self._speakers.named(phrase)

    def _by_active(self, verb: Verb, span: Span) -> Attribution | None:
        return None if self._subjects.is_passive(verb, span.low) else self._by_subject(verb, span)

    def _by_subject(self, verb: Verb, span: Span) -> Attribution | None:
        """Attribute to the subject of a verb, which may stand with an earlier verb or at the beginning of the clause."""
        if self._words[verb.first - 1].lower == "to":
            return self._by_clause(verb, span)
        phrase = self._subjects.before(verb, span.low)
        if phrase is not None:
            speaker = self._speaker(phrase, verb, span)
            if speaker.record is None and self._words[phrase.first - 1].text == "," and not self._words[phrase.first].capital:
                phrase = self._apposed(span.low, phrase.first) or phrase
                speaker = self._speaker(phrase, verb, span)
            if speaker.record or not (self._is_adverbial(phrase) or verb.form == "participle"):
                return Attribution(speaker, verb.text)
        elif verb.text in _REDUCED_PASSIVES and self._words[verb.first - 1].text == ",":
            return Attribution(UNKNOWN, verb.text)
        return self._by_clause(verb, span)

    def _by_clause(self, verb: Verb, span: Span) -> Attribution | None:
        """Attribute to the subject of an earlier verb, to who spoke before in the sentence, or to the clause's subject."""
        low = max(span.low, verb.first - LONGEST_CLAUSE)
        for index in range(verb.first - 1, low - 1, -1):
            if self._words[index].text == ";":
                low = index + 1
                break
            earlier = self._verbs.get(index)
            phrase = self._subjects.before(earlier, span.low) if earlier and earlier.form == "finite" else None
            if earlier and phrase and not self._is_adverbial(phrase):
                return Attribution(self._speaker(phrase, earlier, span), verb.text)
        if span.carried and low == span.low:
            return Attribution(span.carried, verb.text)
        phrase = self._apposed(low, verb.first) or self._subjects.of_clause(low, verb.first)
        return Attribution(self._speaker(phrase, verb, span), verb.text) if phrase else None

    def _apposed(self, low: int, high: int) -> Phrase | None:
        """Give a person's name at the end of a segment or as all of it: "the director, Ned Price, said"."""
        segments = [segment._replace(open=False) for segment in self._subjects.segments(low, high)]
        for segment in segments:
            named = self._speakers.named(segment)
            whole = named and named.text == self._subjects.text(segment.first, segment.last)
            if named and self._speakers.is_person(named.record) and (whole or self._is_adverbial(segment)):
                return segment
        return None

    def _is_adverbial(self, phrase: Phrase) -> bool:
        return self._words[phrase.first].lower in PREPOSITIONS and not self._speakers.is_pronoun(phrase)

    def _by_later_subject(self, verb: Verb, before: Span, following: Span) -> Attribution | None:
        """Attribute to the subject of the main clause, where the verb is a participle that begins the sentence."""
        if verb.form != "participle" or verb.first > before.low or following.low >= following.high:
            return None
        phrase = self._subjects.of_clause(following.low, following.high)
        return Attribution(self._speaker(phrase, verb, following), verb.text) if phrase else None

    def _by_agent(self, verb: Verb, before: Span, following: Span) -> Attribution | None:
        """Attribute to the agent of a passive ("described by Wang as"); to nobody where none is named."""
        passive = self._subjects.is_passive(verb, before.low)
        for place, high in ((verb.last, before.high), (following.low, following.high)):
            if place < high and self._words[place].lower == "by" and (passive or verb.text.endswith("d")):
                phrase = self._subjects.after(place + 1, high)
                return Attribution(self._speaker(phrase, verb, before), verb.text) if phrase else None
        return None

    def _quoted_as(self, verb: Verb, span: Span) -> Attribution | None:
        """Attribute to the one whom another quotes: "Xinhua quoted Xi as saying", "Xi was quoted by Xinhua as saying"."""
        if verb.form != "participle" or self._words[verb.first - 1].lower != "as":
            return None
        reach = range(verb.first - 2, max(span.low, verb.first - LONGEST_CLAUSE) - 1, -1)
        index = next((index for index in reach if self._words[index].lower in _QUOTING), None)
        if index is None:
            return None
        quoting = Verb(index, index + 1, f"{self._words[index].lower} as {verb.text}", "finite")
        if self._words[index + 1].lower in {"as", "by"}:
            phrase = self._subjects.before(quoting, span.low)
        else:
            phrase = Phrase(index + 1, verb.first - 1)
        return Attribution(self._speaker(phrase, verb, span) if phrase else UNKNOWN, quoting.text)

    def _quoted_by_other(self, verb: Verb, after: Span) -> Attribution | None:
        if verb.text not in _QUOTING:
            return None
        participles = (self._verbs[index] for index in range(verb.last, after.high) if index in self._verbs)
        saying = next(participles, None)
        return self._quoted_as(saying, after) if saying else None

    def _governed(self, verb: Verb, span: Span) -> Attribution | None:
        phrase = self._subjects.after(verb.last, span.high)
        return Attribution(self._speaker(phrase, verb, span), verb.text) if phrase else None

    def _inverted(self, verb: Verb, after: Span) -> Attribution | None:
        phrase = self._subjects.after(verb.last, after.high)
        return Attribution(self._speaker(phrase, verb, after), verb.text) if phrase else None

    def _has_clause(self, low: int, verb: Verb) -> bool:
        """Tell whether a clause of its own, and not only a subject, stands before a verb."""
        phrase = self._subjects.before(verb, low)
        until = phrase.last if phrase else verb.first
        until = next((index for index in range(low, until) if self._words[index].text == ","), until)
        return any(self._words[index].lower in FINITE for index in range(low, until))

    def _speaker(self, phrase: Phrase, verb: Verb, span: Span) -> Speaker:
        named = self._speakers.named(phrase)
        if named:
            return named
        if self._speakers.is_pronoun(phrase):
            return self._pronoun(phrase, span)
        if phrase.open:
            return Speaker(None, self._speakers.beginning(phrase))
        text = self._subjects.text(phrase.first, phrase.last)
        return Speaker(self._antecedents.of_description(phrase, verb.text, span.sentence), text)

    def _pronoun(self, phrase: Phrase, span: Span) -> Speaker:
        """Resolve a pronoun within its clause, then to who spoke before in the sentence, then in earlier sentences."""
        at = phrase.first if phrase.open else phrase.last - 1
        word = self._words[at]
        nearer = self._nearer(at, span)
        if nearer and (word.lower == "they" or (nearer.record and self._speakers.fits(word.lower, nearer.record))):
            return Speaker(nearer.record, word.text)
        return Speaker(self._antecedents.of_pronoun(word.lower, span.sentence), word.text)

    def _nearer(self, at: int, span: Span) -> Speaker | None:
        clause = self._subjects.of_clause(span.low, at)
        named = self._speakers.named(clause) if clause else None
        if named or span.carried:
            return named or span.carried
        earlier = next((self._verbs[index] for index in range(at - 1, span.low - 1, -1) if index in self._verbs), None)
        phrase = self._subjects.before(earlier, span.low) if earlier else None
        if phrase is None or self._speakers.is_pronoun(phrase):
            return None
        return Speaker(None, self._subjects.text(phrase.first, phrase.last))
