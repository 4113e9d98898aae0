"""Meetings: which articles are worth comparing, as they share what is most telling of each.

An article is known by its heaviest terms, its larger figures and the words that it quotes. By each of these it meets
only the next few articles in time, so that the work is proportional to the number of articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import combinations
from typing import TYPE_CHECKING

from generator.stories.surroundings import MOST_DAYS, may_be_near
from generator.stories.telling import SMALL_FIGURE, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.stories.surroundings import Vector
    from generator.stories.telling import Telling

KEYS = 24
"""Terms, and figures, and quotations, by which an article is known."""
RUNS_KEPT = 2
"""Runs of words by which a quotation is known: the first of all in the order of words, so those of any part of it."""
MEETS, UNDATED_MEETS = 8, 16
"""Articles that one meets by each of these; one without a date is near all others in time, and meets more."""
MEETINGS = 2
"""Articles that meet so often are compared."""
FEW_ARTICLES = 120
"""Of no more articles each is compared with all others."""


def likely_pairs(tellings: Sequence[Telling], vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Give the pairs of articles, by their places, that may have appeared within days and meet often enough."""
    if len(tellings) <= FEW_ARTICLES:
        everyone = combinations(range(len(tellings)), 2)
        return [(one, other) for one, other in everyone if may_be_near(tellings[one], tellings[other])]
    meetings = Counter(_meetings(tellings, vectors))
    return sorted(divmod(pair, len(tellings)) for pair, times in meetings.items() if times >= MEETINGS)


def _meetings(tellings: Sequence[Telling], vectors: Sequence[Vector]) -> Iterator[int]:
    """Yield each meeting of two articles as one number, the lower place times the number of articles and the other."""
    by_key: dict[object, list[int]] = defaultdict(list)
    in_time = sorted(range(len(tellings)), key=lambda place: tellings[place].days or ())
    for place in in_time:
        for key in _keys(tellings[place], vectors[place]):
            by_key[key].append(place)
    size = len(tellings)
    for places in by_key.values():
        for one, other in _next_to(places, tellings):
            yield one * size + other if one < other else other * size + one


def _keys(told: Telling, vector: Vector) -> Iterator[object]:
    yield from vector.terms[:KEYS]
    yield from sorted({one.value for one in told.figures if one.value > SMALL_FIGURE})[:KEYS]
    for quoted in told.quotations[:KEYS]:
        yield from nsmallest(RUNS_KEPT, runs_of(quoted.words))


def _next_to(places: Sequence[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles that are next to one another in time; those without a date come first."""
    for at, one in enumerate(places):
        days = tellings[one].days
        for other in places[at + 1 : at + 1 + (MEETS if days else UNDATED_MEETS)]:
            of_other = tellings[other].days
            if days and of_other and of_other[0] > days[1] + MOST_DAYS:
                break
            yield one, other
