"""Passages: the words of one field, and what their neighbours and capitals tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from generator.model import FieldName

HEADLINE_SHARE = 0.6
"""A text in which so many of the longer words have a capital is a headline: there capitals tell nothing."""
_LONGER = 4

_BEFORE_A_NAME = """
president premier prime minister pm chairman chairwoman chair secretary general governor mayor senator sen rep
reps representative congressman congresswoman speaker ambassador envoy spokesman spokeswoman spokesperson
commissioner director chief leader king queen prince princess sheikh imam mullah dr mr mrs ms miss prof
professor sir lord lady judge justice gen colonel col major captain commander democrat republican lawyer
activist author analyst expert scholar researcher journalist while when as if and but for after before with in
on at by to from although though because since meanwhile however both that said says told what why how did
does is was has had will can then later earlier today yesterday monday tuesday wednesday thursday friday
saturday sunday the of unlike like near nearby neighbouring neighboring outside inside across around into through
between against under over until former visiting even only also now
"""
BEFORE_A_NAME = frozenset(_BEFORE_A_NAME.split())
"""Words that, with a capital, may stand beside a name without being a part of it."""

_INSIDE_NAMES = frozenset({" ", "-"})
_APOSTROPHES = frozenset({"'", "’"})
_ENDINGS = frozenset({"s", "d", "re", "ve", "ll", "m", "t"})
"""What may follow a name after an apostrophe without being a part of it."""


class Passage(NamedTuple):
    """The text of a field with its words.

    Of the words, by index, `telling` are those with which something that is looked for may begin, `taken` those that
    belong to surfaces of the gazetteer.
    """

    field: FieldName
    text: str
    words: Words
    headline: bool
    telling: list[int]
    taken: set[int]

    def continues_before(self, index: int) -> bool:
        """Tell whether a name that the gazetteer does not know may end with this word."""
        return index > 0 and self.words.gaps[index] in _INSIDE_NAMES and self._is_name(index - 1)

    def continues_after(self, index: int) -> bool:
        """Tell whether a name that the gazetteer does not know may begin with this word."""
        following = index + 1
        return following < len(self.words) and self.words.gaps[following] in _INSIDE_NAMES and self._is_name(following)

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a capital may be there only because a sentence begins."""
        start = self.words.starts[index]
        before = self.text[max(0, start - 4) : start].rstrip(" \n").rstrip("\"'“‘(")
        return before.rstrip()[-1:] in {"", ".", "!", "?", ":"} or "\n" in self.text[max(0, start - 2) : start]

    def _is_name(self, index: int) -> bool:
        words = self.words
        capital = index not in self.taken and words.written[index][0].isupper()
        return capital and words.folded[index] not in BEFORE_A_NAME


def read_passage(field: FieldName, text: str, vocabulary: AbstractSet[str]) -> Passage:
    """Give the passage of a field's text; words of a vocabulary, and those with digits, are the telling ones."""
    words = Words(text)
    telling = [index for index, word in enumerate(words.folded) if word in vocabulary or not word.isalpha()]
    return Passage(field, text, words, _is_headline(field, words), telling, set())


def _is_headline(field: FieldName, of_text: Words) -> bool:
    """Tell whether capitals tell nothing: most longer words of a title or standfirst have one, or all letters are."""
    capitals = of_text.text.isupper()
    if field == "body" or capitals:
        return capitals
    longer = [word[0].isupper() for word in of_text.written if len(word) >= _LONGER]
    return sum(longer) >= HEADLINE_SHARE * len(longer)


def goes_on(of_text: Words, last: int) -> bool:
    """Tell whether an apostrophe goes on with the word before `last` ("Xi" in "Xi'an"), which a possessive does not."""
    return of_text.gaps[last] in _APOSTROPHES and last < len(of_text) and of_text.folded[last] not in _ENDINGS
