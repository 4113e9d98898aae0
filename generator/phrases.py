"""Phrases in text: an index of many phrases, found as whole words in one pass over a text's words.

The longest phrase that begins at a word wins, and phrases do not overlap, so that a name inside a longer name ("Xi" in
"Xinjiang", "China" in "South China Sea") is not found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

P = TypeVar("P")
M = TypeVar("M")

_JOINING = frozenset({"", *" '’.&/-\u2010\u2011\u2012\u2013\n", ", ", " - ", " – ", " -", " –", " &", "- ", "– ", "& "})
"""What may stand between the words of a phrase. A full stop and a space may too, after an initial or "St"."""
_LONGEST_INITIAL = 2


class Found(msgspec.Struct, Generic[M], frozen=True, gc=False):
    """A phrase in a text: the words `first` to `last` (exclusive), and what all phrases so written mean together."""

    first: int
    last: int
    meaning: M


class _Phrase(NamedTuple, Generic[P]):
    """What an indexed phrase stands for, and its words as written if case matters."""

    payload: P
    exact: tuple[str, ...] | None


class _Node(Generic[P, M]):
    """What has been read of phrases so far: those that end here with what they mean, and the words that go on.

    `as_written` are the spellings whose case matters, with what all phrases mean together that fit them; any other
    spelling has the `meaning` of those whose case does not matter.
    """

    __slots__ = ("as_written", "following", "meaning", "phrases")

    def __init__(self) -> None:
        self.following: dict[str, _Node[P, M]] = {}
        self.phrases: list[_Phrase[P]] = []
        self.meaning: M | None = None
        self.as_written: dict[tuple[str, ...], M] = {}

    def add(self, phrase: _Phrase[P], merge: Callable[[tuple[P, ...]], M]) -> None:
        """Let a phrase end here."""
        self.phrases.append(phrase)
        for exact in {one.exact for one in self.phrases}:
            fitting = tuple(one.payload for one in self.phrases if one.exact in {None, exact})
            if exact is None:
                self.meaning = merge(fitting)
            else:
                self.as_written[exact] = merge(fitting)


def is_acronym(phrase: str) -> bool:
    """Tell whether a phrase is written in capitals, such as ETIM, U.S. or D66: then its case must match."""
    return phrase.isupper() and any(char.isascii() and char.isalpha() for char in phrase)


class PhraseIndex(Generic[P, M]):
    """Phrases as a tree of their words: what finding costs does not grow with how many there are.

    `merge` makes one meaning of what equal phrases stand for, in the order in which they came; once for each, here.
    """

    def __init__(self, phrases: Iterable[tuple[str, P]], merge: Callable[[tuple[P, ...]], M]) -> None:
        self._first: dict[str, _Node[P, M]] = {}
        self._merge = merge
        self.extend(phrases)

    def extend(self, phrases: Iterable[tuple[str, P]]) -> None:
        """Add phrases; for who builds an index in steps, before it is used on texts."""
        for phrase, payload in phrases:
            of_phrase = Words(phrase)
            node: _Node[P, M] | None = None
            following = self._first
            for folded in of_phrase.folded:
                node = following.get(folded)
                if node is None:
                    node = following[folded] = _Node()
                following = node.following
            if node is not None:
                node.add(_Phrase(payload, tuple(of_phrase.written) if is_acronym(phrase) else None), self._merge)

    @property
    def first_words(self) -> AbstractSet[str]:
        """The folded words with which phrases begin: where a text has none, there is no phrase."""
        return self._first.keys()

    def find(self, of_text: Words, among: Sequence[int] | None = None) -> list[Found[M]]:
        """Give the phrases in a text from left to right; `among` are words, by index, with which they may begin."""
        first_words, folded, gaps = self._first, of_text.folded, of_text.gaps
        found = []
        free, end = 0, len(folded)
        for first in [index for index in among or range(end) if folded[index] in first_words]:
            if first < free:
                continue
            node, last, longest = first_words[folded[first]], first + 1, None
            while True:
                if node.phrases:
                    meaning = node.meaning
                    if node.as_written:
                        meaning = node.as_written.get(tuple(of_text.written[first:last]), meaning)
                    longest = Found(first, last, meaning) if meaning else longest
                following = node.following.get(folded[last]) if node.following and last < end else None
                if following is None or not (gaps[last] in _JOINING or _is_abbreviated(of_text, last)):
                    break
                node, last = following, last + 1
            if longest:
                found.append(longest)
                free = longest.last
        return found


def _is_abbreviated(of_text: Words, index: int) -> bool:
    """Tell whether a full stop and a space before a word only end an initial or "St"."""
    return of_text.gaps[index] == ". " and len(of_text.written[index - 1]) <= _LONGEST_INITIAL
