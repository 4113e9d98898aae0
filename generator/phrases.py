"""Phrases in text: an index of many phrases, found as whole words in one pass over a text's words.

The longest phrase that begins at a word wins, and phrases do not overlap, so that a name inside a longer name ("Xi" in
"Xinjiang", "China" in "South China Sea") is not found.
"""

from __future__ import annotations

import re
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

    def fits(self, written: Sequence[Word]) -> bool:
        """Tell whether words that are the phrase's are also written as it is, where that matters."""
        return self.exact is None or self.exact == tuple(word.text for word in written)


class Found(NamedTuple, Generic[P]):
    """A phrase in a text: the words `first` to `last` (exclusive), and what the phrase stands for."""

    first: int
    last: int
    payload: P


class _Node(Generic[P]):
    """What has been read of phrases so far: those that end here, and the words that go on."""

    __slots__ = ("following", "phrases")

    def __init__(self) -> None:
        self.following: dict[str, _Node[P]] = {}
        self.phrases: list[Phrase[P]] = []


def is_acronym(phrase: str) -> bool:
    """Tell whether a phrase is written in capitals, such as ETIM, U.S. or D66: then its case must match."""
    return phrase.isupper() and any(char.isascii() and char.isalpha() for char in phrase)


class PhraseIndex(Generic[P]):
    """Phrases as a tree of their words: what finding costs does not grow with how many there are."""

    def __init__(self, phrases: Iterable[tuple[str, P]]) -> None:
        self._first: dict[str, _Node[P]] = {}
        self.extend(phrases)

    def extend(self, phrases: Iterable[tuple[str, P]]) -> None:
        """Add phrases; for who builds an index in steps, before it is used on texts."""
        for phrase, payload in phrases:
            parts = words(phrase)
            node, following = _Node[P](), self._first
            for part in parts:
                node = following.setdefault(part.folded, _Node())
                following = node.following
            exact = tuple(part.text for part in parts) if is_acronym(phrase) else None
            node.phrases.append(Phrase(payload, exact))

    def find(self, text: str, of_text: Sequence[Word]) -> Iterator[Found[P]]:
        """Yield the phrases in a text whose words are given, from left to right; equal phrases one after the other."""
        free = 0
        for index in [index for index, word in enumerate(of_text) if word.folded in self._first]:
            if index >= free:
                last, phrases = self._longest(text, of_text, index)
                if phrases:
                    yield from (Found(index, last, phrase.payload) for phrase in phrases)
                    free = last

    def _longest(self, text: str, of_text: Sequence[Word], first: int) -> tuple[int, list[Phrase[P]]]:
        """Give where the longest phrase that begins at a word ends, and all that are written so."""
        node = self._first[of_text[first].folded]
        longest: tuple[int, list[Phrase[P]]] = (first, [])
        last = first + 1
        while True:
            fitting = [phrase for phrase in node.phrases if phrase.fits(of_text[first:last])] if node.phrases else []
            if fitting:
                longest = (last, fitting)
            following = node.following.get(of_text[last].folded) if last < len(of_text) else None
            if following is None or not _joined(text, of_text[last - 1], of_text[last]):
                return longest
            node, last = following, last + 1


def _joined(text: str, left: Word, right: Word) -> bool:
    gap = text[left.end : right.start]
    if gap == ". ":
        return len(left.text) <= _LONGEST_INITIAL
    return _GAP.match(gap) is not None
