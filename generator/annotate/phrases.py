"""Phrases in text: an index of many phrases, found as whole words in one pass over a text's words.

The longest phrase that begins at a word wins, and phrases do not overlap, so that a name inside a longer name ("Xi" in
"Xinjiang", "China" in "South China Sea") is not found.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from generator.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

P = TypeVar("P")

_GAP = re.compile(r"(?:[ '’.&/\-‐-–]|, | [-–] | [-–&]|[-–&] |\n)?\Z")
"""What may stand between the words of a phrase. A full stop and a space may too, after an initial or "St"."""
_LONGEST_INITIAL = 2


class Phrase(NamedTuple, Generic[P]):
    """What an indexed phrase stands for, and its words as written if case matters."""

    payload: P
    exact: tuple[str, ...] | None


class Found(NamedTuple, Generic[P]):
    """A phrase in a text: the words `first` to `last` (exclusive), and what the phrase stands for."""

    first: int
    last: int
    payload: P


def is_acronym(phrase: str) -> bool:
    """Tell whether a phrase is written in capitals, such as ETIM, U.S. or D66: then its case must match."""
    return phrase.isupper() and any(char.isascii() and char.isalpha() for char in phrase)


class PhraseIndex(Generic[P]):
    """Phrases by their first word, by how many words follow, and by those words: what finding costs does not grow."""

    def __init__(self, phrases: Iterable[tuple[str, P]]) -> None:
        by_first: dict[str, dict[int, dict[tuple[str, ...], list[Phrase[P]]]]] = {}
        for phrase, payload in phrases:
            parts = words(phrase)
            if parts:
                rest = tuple(part.folded for part in parts[1:])
                exact = tuple(part.text for part in parts) if is_acronym(phrase) else None
                same_length = by_first.setdefault(parts[0].folded, {}).setdefault(len(rest), {})
                same_length.setdefault(rest, []).append(Phrase(payload, exact))
        self._by_first = {first: sorted(lengths.items(), reverse=True) for first, lengths in by_first.items()}

    def find(self, text: str, of_text: Sequence[Word]) -> Iterator[Found[P]]:
        """Yield the phrases in a text whose words are given, from left to right; equal phrases one after the other."""
        index = 0
        while index < len(of_text):
            found = self._at(text, of_text, index)
            yield from found
            index = found[0].last if found else index + 1

    def _at(self, text: str, of_text: Sequence[Word], index: int) -> list[Found[P]]:
        for length, phrases in self._by_first.get(of_text[index].folded, ()):
            last = index + 1 + length
            candidate = of_text[index:last]
            same = phrases.get(tuple(word.folded for word in candidate[1:]), ()) if last <= len(of_text) else ()
            found = [Found(index, last, phrase.payload) for phrase in same if _case_fits(phrase, candidate)]
            if found and all(_joined(text, left, right) for left, right in pairwise(candidate)):
                return found
        return []


def _case_fits(phrase: Phrase[P], candidate: Sequence[Word]) -> bool:
    return phrase.exact is None or phrase.exact == tuple(word.text for word in candidate)


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap == ". ":
        return len(left.text) <= _LONGEST_INITIAL
    return _GAP.match(gap) is not None
