"""Subjects: where the noun phrase stands that does the saying, found from the verb of speech without a parser.

A phrase is bounded by punctuation, by words that begin a clause and by other verbs of speech; adverbs, dates and
auxiliaries between subject and verb do not belong to it. Every look is over a bounded number of words: linear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.speech import (
    ADVERBS,
    BE,
    BREAKS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Token,
    Tokens,
    Verb,
    verbs_of_speech,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

LONGEST_PHRASE = 25
LONGEST_CLAUSE = 60
"""Words that a phrase, and a clause with what is inserted into it, may have."""

_STOPS = frozenset(',();:—–“”"«»[]')
_OPENING = ADVERBS | {"and", "but", "however"}
_LEADING = _OPENING | frozenset("or yet nor so as while when after before whereas although though because".split())
_BEFORE_DATES = frozenset("on in at this last the earlier late early".split())
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE_PHRASE = frozenset({"of", "for", "at"})


class Phrase(NamedTuple):
    """The tokens `first` to `last` (exclusive) that name a subject; of an `open` one only the beginning is known."""

    first: int
    last: int
    open: bool = False


class Subjects:
    """A text's words and verbs of speech, and where the subjects of these stand."""

    def __init__(self, text: str, names: AbstractSet[int] = frozenset()) -> None:
        """Read a text; `names` are the places where names begin, which are no participles, months or verbs."""
        self._text = text
        self._names = names
        self.tokens = Tokens(text)
        self.words: Sequence[Token] = self.tokens.all
        self.verbs = verbs_of_speech(self.words)
        self._of_verbs = {index for verb in self.verbs.values() for index in range(verb.first, verb.last)}

    def at(self, index: int) -> str:
        """Give the word or mark at an index in lower case, nothing where there is none."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def text(self, first: int, last: int) -> str:
        """Give the words from one token to another (exclusive) as printed, line breaks as spaces."""
        if first >= last:
            return ""
        return " ".join(self._text[self.words[first].start : self.words[last - 1].end].split())

    def before(self, verb: Verb, low: int) -> Phrase | None:
        """Give the phrase just before a verb that is its subject; None where a mark or a conjunction stands there."""
        last = self._without_adverbs(verb.first, low)
        if last > low and self.words[last - 1].lower in PRONOUNS:
            return Phrase(last - 1, last)
        first, low = last, max(low, last - LONGEST_PHRASE)
        while first > low and not self._begins_after(first - 1, verb):
            first -= 1
        while first < last and self.words[first].lower in _LEADING:
            first += 1
        return Phrase(self._after_adverbial(first, last), last) if first < last else None

    def _after_adverbial(self, first: int, last: int) -> int:
        """Step over "In a statement" before "the ministry", which no comma parts from it."""
        if self.words[first].lower not in PREPOSITIONS:
            return first
        articles = (index for index in range(last - 2, first + 1, -1) if self.words[index].lower in _ARTICLES)
        return next(articles, first)

    def segments(self, low: int, high: int) -> list[Phrase]:
        """Give the stretches between commas and other marks, without adverbs and conjunctions before them."""
        segments = []
        begin = low
        for index in range(low, high + 1):
            if index < high and self.words[index].text not in _STOPS:
                continue
            while begin < index and self.words[begin].lower in _OPENING:
                begin += 1
            if begin < index:
                segments.append(Phrase(begin, index, open=True))
            begin = index + 1
        return segments

    def of_clause(self, low: int, high: int) -> Phrase | None:
        """Give the leftmost segment of a clause that can begin with its subject."""
        segments = self.segments(low, min(high, low + LONGEST_CLAUSE))
        return next((segment for segment in segments if not self._is_adverbial(segment)), None)

    def _is_adverbial(self, segment: Phrase) -> bool:
        word = self.words[segment.first].lower
        if (
            word in PREPOSITIONS
            or word in BREAKS
            or word in FINITE
            or word == "asked"
            or self.is_participle(segment.first)
        ):
            return True
        return any(word.lower in TIMES for word in self.words[segment.first : min(segment.last, segment.first + 3)])

    def after(self, first: int, high: int) -> Phrase | None:
        """Give the phrase that begins at a token: an inverted verb's subject, or what a preposition governs."""
        last, high = first, min(high, first + LONGEST_PHRASE)
        while last < high and not self._ends_before(last, first):
            last += 1
        return Phrase(first, last) if first < last else None

    def is_passive(self, verb: Verb, low: int) -> bool:
        """Tell whether a verb tells what was said of its subject ("was described")."""
        between = range(self._without_adverbs(verb.first, low), verb.first)
        return verb.form == "finite" and any(self.words[index].lower in BE for index in between)

    def is_participle(self, index: int) -> bool:
        """Tell whether a word is a form in -ing, and not a name such as Beijing."""
        return self.words[index].lower.endswith("ing") and self.words[index].start not in self._names

    def _without_adverbs(self, last: int, low: int) -> int:
        """Step back over what may stand between a subject and its verb."""
        while last > low:
            word = self.words[last - 1]
            if word.start in self._names:
                break
            if word.lower in ADVERBS or (word.lower.endswith("ly") and not word.capital):
                last -= 1
            elif word.lower in TIMES or word.text.isdigit():
                last -= 1
                while last > low and self.words[last - 1].lower in _BEFORE_DATES:
                    last -= 1
            elif word.text == ")":
                inside = range(last - 2, max(low, last - 10) - 1, -1)
                last = next((index for index in inside if self.words[index].text == "("), low)
            else:
                break
        return last

    def _begins_after(self, index: int, verb: Verb) -> bool:
        word = self.words[index]
        if word.lower == "and":
            joins = index and self.words[index - 1].capital and self.words[index + 1].capital
            return not joins or self.words[index - 1].lower in TIMES
        ends = word.text in _STOPS or (word.lower in BREAKS and not word.capital) or index in self._of_verbs
        return ends or (verb.form == "participle" and word.lower == "with")

    def _ends_before(self, index: int, first: int) -> bool:
        word = self.words[index]
        if word.lower == "and":
            return not (index > first and index + 1 < len(self.words) and self.words[index + 1].capital)
        ends = word.text in _STOPS or word.lower in BREAKS or word.lower in FINITE or index in self.verbs
        return ends or (word.lower in PREPOSITIONS and not (word.lower in _INSIDE_PHRASE and index > first))
