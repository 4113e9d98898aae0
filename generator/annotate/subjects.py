"""Subjects: where the noun phrase stands that does the saying, found from the verb of speech without a parser.

A phrase is bounded by punctuation, by words that begin a clause and by other verbs of speech; adverbs, dates and
auxiliaries between subject and verb do not belong to it. Every look is over a bounded number of words: linear.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speech import (
    ADVERBS,
    BE,
    BREAKS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Verb,
    verbs_of_speech,
)
from generator.annotate.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from generator.words import Words

LONGEST_PHRASE = 25
LONGEST_CLAUSE = 60
"""Words that a phrase, and a clause with what is inserted into it, may have."""

_STOPS = frozenset(',();:—–“”"«»[]')
_OPENING = ADVERBS | {"and", "but", "however"}
_LEADING = _OPENING | frozenset("or yet nor so as while when after before whereas although though because".split())
_BEFORE_DATES = frozenset("on in at this last the earlier late early".split())
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE_PHRASE = frozenset({"of", "for", "at"})
_NO_SUBJECT = PREPOSITIONS | BREAKS | FINITE | {"asked"}
_AFTER_SUBJECT = BREAKS | FINITE
_MAY_BOUND = _STOPS | BREAKS | {"and", "with"}


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """The tokens `first` to `last` (exclusive) that name a subject; of an `open` one only the beginning is known."""

    first: int
    last: int
    open: bool = False


class Subjects:
    """A text's words and verbs of speech, and where the subjects of these stand."""

    def __init__(self, of_text: Words, names: AbstractSet[int] = frozenset()) -> None:
        """Read a text; `names` are the places where names begin, which are no participles, months or verbs."""
        self._text = of_text.text
        self._names = names
        self.tokens = Tokens(of_text)
        self._words = self.tokens.lower
        self.verbs = verbs_of_speech(self.tokens)
        self._in_order, self._firsts = [*self.verbs.values()], [*self.verbs]
        self._of_verbs = {index for verb in self._in_order for index in range(verb.first, verb.last)}

    def at(self, index: int) -> str:
        """Give the word or mark at an index in lower case, nothing where there is none."""
        return self._words[index] if 0 <= index < len(self._words) else ""

    def text(self, first: int, last: int) -> str:
        """Give the words from one token to another (exclusive) as printed, line breaks as spaces."""
        if first >= last:
            return ""
        start, end = self.tokens.span(first, last)
        return " ".join(self._text[start:end].split())

    def verbs_between(self, low: int, high: int) -> Sequence[Verb]:
        """Give the verbs of speech that begin at some tokens, in order."""
        return self._in_order[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]

    def after_last(self, mark: str, low: int, high: int) -> int:
        """Give the place after the last mark of a sort among some tokens, or that of the first where there is none."""
        return next((index + 1 for index in range(high - 1, low - 1, -1) if self._words[index] == mark), low)

    def before(self, verb: Verb, low: int) -> Phrase | None:
        """Give the phrase just before a verb that is its subject; None where a mark or a conjunction stands there."""
        last = self._without_adverbs(verb.first, low)
        if last > low and self._words[last - 1] in PRONOUNS:
            return Phrase(last - 1, last)
        first, low = last, max(low, last - LONGEST_PHRASE)
        words, bounds, of_verbs = self._words, _MAY_BOUND, self._of_verbs
        while first > low and not (
            (words[first - 1] in bounds or first - 1 in of_verbs) and self._begins_after(first - 1, verb)
        ):
            first -= 1
        while first < last and self._words[first] in _LEADING:
            first += 1
        return Phrase(self._after_adverbial(first, last), last) if first < last else None

    def _after_adverbial(self, first: int, last: int) -> int:
        """Step over "In a statement" before "the ministry", which no comma parts from it."""
        if self._words[first] not in PREPOSITIONS:
            return first
        articles = (index for index in range(last - 2, first + 1, -1) if self._words[index] in _ARTICLES)
        return next(articles, first)

    def segments(self, low: int, high: int) -> Iterator[Phrase]:
        """Yield the stretches between commas and other marks, without adverbs and conjunctions before them."""
        words = self._words
        begin = low
        for index in range(low, high + 1):
            if index < high and words[index] not in _STOPS:
                continue
            while begin < index and words[begin] in _OPENING:
                begin += 1
            if begin < index:
                yield Phrase(begin, index, open=True)
            begin = index + 1

    def of_clause(self, low: int, high: int) -> Phrase | None:
        """Give the leftmost segment of a clause that can begin with its subject."""
        segments = self.segments(low, min(high, low + LONGEST_CLAUSE))
        return next((segment for segment in segments if not self._is_adverbial(segment)), None)

    def _is_adverbial(self, segment: Phrase) -> bool:
        if self._words[segment.first] in _NO_SUBJECT or self.is_participle(segment.first):
            return True
        return not TIMES.isdisjoint(self._words[segment.first : min(segment.last, segment.first + 3)])

    def after(self, first: int, high: int) -> Phrase | None:
        """Give the phrase that begins at a token: an inverted verb's subject, or what a preposition governs."""
        last, high = first, min(high, first + LONGEST_PHRASE)
        while last < high and not self._ends_before(last, first):
            last += 1
        return Phrase(first, last) if first < last else None

    def is_passive(self, verb: Verb, low: int) -> bool:
        """Tell whether a verb tells what was said of its subject ("was described")."""
        between = range(self._without_adverbs(verb.first, low), verb.first)
        return verb.form == "finite" and any(self._words[index] in BE for index in between)

    def is_participle(self, index: int) -> bool:
        """Tell whether a word is a form in -ing, and not a name such as Beijing."""
        return self._words[index].endswith("ing") and self.tokens.starts[index] not in self._names

    def _without_adverbs(self, last: int, low: int) -> int:
        """Step back over what may stand between a subject and its verb."""
        while last > low:
            word = self._words[last - 1]
            if self.tokens.starts[last - 1] in self._names:
                break
            if word in ADVERBS or (word.endswith("ly") and not self.tokens.is_capital(last - 1)):
                last -= 1
            elif word in TIMES or word.isdigit():
                last -= 1
                while last > low and self._words[last - 1] in _BEFORE_DATES:
                    last -= 1
            elif word == ")":
                inside = range(last - 2, max(low, last - 10) - 1, -1)
                last = next((index for index in inside if self._words[index] == "("), low)
            else:
                break
        return last

    def _begins_after(self, index: int, verb: Verb) -> bool:
        word = self._words[index]
        if word == "and":
            joins = index and self.tokens.is_capital(index - 1) and self.tokens.is_capital(index + 1)
            return not joins or self._words[index - 1] in TIMES
        ends = word in _STOPS or (word in BREAKS and not self.tokens.is_capital(index)) or index in self._of_verbs
        return ends or (verb.form == "participle" and word == "with")

    def _ends_before(self, index: int, first: int) -> bool:
        word = self._words[index]
        if word == "and":
            return not (index > first and index + 1 < len(self.tokens) and self.tokens.is_capital(index + 1))
        if word in _STOPS or word in _AFTER_SUBJECT or index in self.verbs:
            return True
        return word in PREPOSITIONS and not (word in _INSIDE_PHRASE and index > first)
