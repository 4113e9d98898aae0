"""Groups of articles that grow by pairs, and the decisions of editors, which come first and are never overruled."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.ledger import Decision

Pair = tuple[int, int]
"""The places of two articles, the lower first."""


ABOUT_STORIES = frozenset({"same-story", "not-same-story"})
"""The decisions about stories; all others are about names."""


class Verdicts(NamedTuple):
    """What editors decided of pairs: one story, with the decision that says so last, or not one story."""

    together: dict[Pair, Decision]
    apart: frozenset[Pair]


class Groups:
    """A partition of articles, by their places, of which each group has a head. Some are kept apart for ever."""

    def __init__(self, size: int, apart: frozenset[Pair] = frozenset()) -> None:
        self.apart = apart
        self._group = list(range(size))
        self._members = {place: [place] for place in range(size)}
        self._head = dict(enumerate(range(size)))

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the groups, each with its articles in order."""
        return map(sorted, self._members.values())

    def head(self, place: int) -> int:
        """Give the head of an article's group."""
        return self._head[self._group[place]]

    def same(self, one: int, other: int) -> bool:
        """Tell whether two articles are in one group."""
        return self._group[one] == self._group[other]

    def may_join(self, one: int, other: int) -> bool:
        """Tell whether the groups of two articles are two, and hold none that are kept apart from one another."""
        both = {self._group[one], self._group[other]}
        return len(both) > 1 and not any({self._group[place] for place in pair} == both for pair in self.apart)

    def join(self, one: int, other: int, head: int) -> None:
        """Make one group of the groups of two articles, with the head that is given."""
        kept, gone = self._group[one], self._group[other]
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        if kept != gone:
            moved = self._members.pop(gone)
            self._members[kept] += moved
            for place in moved:
                self._group[place] = kept
        self._head[kept] = head


def verdicts(
    decisions: Iterable[tuple[str, int, Decision]], places: Mapping[str, int]
) -> tuple[Verdicts, tuple[Problem, ...]]:
    """Replay the decisions about stories, of which the last about two articles counts, and tell which do not fit.

    A decision that joins articles joins each with the next one; one that parts articles parts each from all others.
    """
    together: dict[Pair, Decision] = {}
    apart: dict[Pair, None] = {}
    problems = []
    for path, line, decision in decisions:
        if decision.decision not in ABOUT_STORIES:
            continue
        unknown = [article for article in decision.articles if article not in places]
        problems += [
            Problem(path, line, f"a {decision.decision} of an unknown article", article, nearest(article, places))
            for article in unknown
        ]
        known = sorted({places[article] for article in decision.articles if article in places})
        for pair in combinations(known, 2):
            if decision.decision == "same-story":
                apart.pop(pair, None)
                together[pair] = decision
            else:
                together.pop(pair, None)
                apart[pair] = None
    return Verdicts(together, frozenset(apart)), tuple(problems)
