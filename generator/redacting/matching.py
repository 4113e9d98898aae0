"""Matching: where in a text what is redacted stands, in time that is linear in the text."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.redacting.folding import folded, folded_with_places
from generator.redacting.forms import Form, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_end = attrgetter("end")


class Term(NamedTuple):
    """A name to be found, and the number of the entry that it belongs to."""

    entry: int
    name: str


class Found(NamedTuple):
    """Where something was found, `[start, end)`, and the number of its entry."""

    start: int
    end: int
    entry: int


class Matcher:
    """Finds names under all their spellings, and patterns of the entries with these numbers."""

    def __init__(self, terms: Iterable[Term], patterns: Iterable[tuple[int, Any]]) -> None:
        self._forms: list[tuple[int, tuple[Form, ...]]] = [(term.entry, (*forms_of(term.name),)) for term in terms]
        self._patterns = tuple(patterns)

    def find(self, text: str) -> list[Found]:
        """Give what is found, in order; those that overlap are one, of the entry of the first and longest."""
        found = [*self._names(text), *self._of_patterns(text)]
        return united(found) if found else found

    def entries(self, text: str) -> set[int]:
        """Give the numbers of the entries of which a name is found, but for names that are a single short word."""
        return {found.entry for found in self._in_folded(folded(text), weak=False)}

    def short_entries(self, text: str) -> set[int]:
        """Give the numbers of the entries whose name is a single short word that stands here as one, capitalised."""
        return {one.entry for one in self._names(text, strong=False) if not text[one.start : one.end].islower()}

    def entries_of_patterns(self, text: str) -> set[int]:
        """Give the numbers of the entries whose pattern fits something."""
        return {one.entry for one in self._of_patterns(text)}

    def _names(self, text: str, *, strong: bool = True) -> Iterator[Found]:
        places: Sequence[int] | None = None
        for found in self._in_folded(folded(text), strong=strong):
            places = places or folded_with_places(text)[1]
            end = max(places[found.end], places[found.end - 1] + 1)  # with what folding drops after it
            yield found._replace(start=places[found.start], end=end)

    def _in_folded(self, text: str, *, strong: bool = True, weak: bool = True) -> Iterator[Found]:
        for entry, forms in self._forms:
            found: list[Found] = []
            for form in forms:
                if (weak if form.weak else strong) and form.anchor in text:  # the latter is quick, and mostly false
                    spans = (match.span() for match in form.pattern.finditer(text))
                    # In "Jane Doe, Jane Doe" nobody is called "Doe, Jane".
                    found = sorted([*found, *(Found(*span, entry) for span in spans if not _overlap(span, found))])
            yield from found

    def _of_patterns(self, text: str) -> Iterator[Found]:
        for entry, pattern in self._patterns:
            for match in pattern.finditer(text):
                if match.end() > match.start():  # an expression may fit nothing at the edge of a word
                    yield Found(match.start(), match.end(), entry)


def _overlap(span: tuple[int, int], found: Sequence[Found]) -> bool:
    """Tell whether a span has something in common with any of those found before, which are sorted."""
    place = bisect_right(found, span[0], key=_end)
    return place < len(found) and found[place].start < span[1]


def united(found: Iterable[Found]) -> list[Found]:
    """Sort what was found, and make one of those that overlap, of the entry of the first and longest."""
    apart: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.entry)):
        if apart and one.start < apart[-1].end:
            apart[-1] = apart[-1]._replace(end=max(apart[-1].end, one.end))
        else:
            apart.append(one)
    return apart
