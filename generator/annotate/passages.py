"""Passages: the words of one field, and what their neighbours and capitals tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from generator.model import FieldName
    from generator.words import Word

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

_APOSTROPHES = {"'", "’"}
_ENDINGS = {"s", "d", "re", "ve", "ll", "m", "t"}
"""What may follow a name after an apostrophe without being a part of it."""


class Passage(NamedTuple):
    """The text of a field with its words, and which of the words (by index) belong to surfaces of the gazetteer."""

    field: FieldName
    text: str
    words: Sequence[Word]
    taken: AbstractSet[int]
    headline: bool

    def between(self, index: int) -> str:
        """Give what stands between a word and the one before it; at either end of the text, what is left of it."""
        start = self.words[index - 1].end if index else 0
        end = self.words[index].start if index < len(self.words) else len(self.text)
        return self.text[start:end]

    def folded(self, index: int) -> str:
        """Give the folded form of a word, nothing where there is none."""
        return self.words[index].folded if 0 <= index < len(self.words) else ""

    def continues_before(self, index: int) -> bool:
        """Tell whether a name that the gazetteer does not know may end with this word."""
        return index > 0 and self._is_name(index - 1) and self.between(index) in {" ", "-"}

    def continues_after(self, index: int) -> bool:
        """Tell whether a name that the gazetteer does not know may begin with this word."""
        following = index + 1
        return following < len(self.words) and self._is_name(following) and self.between(following) in {" ", "-"}

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a capital may be there only because a sentence begins."""
        start = self.words[index].start
        before = self.text[max(0, start - 4) : start].rstrip(" \n").rstrip("\"'“‘(")
        return before.rstrip()[-1:] in {"", ".", "!", "?", ":"} or "\n" in self.text[max(0, start - 2) : start]

    def _is_name(self, index: int) -> bool:
        word = self.words[index]
        return index not in self.taken and word.text[0].isupper() and word.folded not in BEFORE_A_NAME


def is_headline(field: FieldName, text: str, of_text: Sequence[Word]) -> bool:
    """Tell whether capitals tell nothing: most longer words of a title or standfirst have one, or all letters are."""
    if field == "body" or text.isupper():
        return text.isupper()
    longer = [word.text[0].isupper() for word in of_text if len(word.text) >= _LONGER]
    return sum(longer) >= HEADLINE_SHARE * len(longer)


def goes_on(text: str, of_text: Sequence[Word], last: int) -> bool:
    """Tell whether an apostrophe goes on with the word before `last` ("Xi" in "Xi'an"), which a possessive does not."""
    if last >= len(of_text):
        return False
    between = text[of_text[last - 1].end : of_text[last].start]
    return between in _APOSTROPHES and of_text[last].folded not in _ENDINGS
