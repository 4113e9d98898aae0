"""Surroundings: how rare terms, names and figures are among some articles, and how crowded the days are.

What stands in two texts on one topic is common in a corpus on that topic, and counts for little; and the more articles
appear within the same days, the more often two are alike by chance.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.stories.telling import Telling

SMALL_CORPUS = 100
"""A corpus counts as no smaller, so that in a few texts a word of two is still rare."""
TELLING_NAME = 0.25
"""A name that more of the articles have is no reason that anybody would be told."""

BAR = 0.27
"""How like two texts must be told at least, if days next to one another have no other article."""
CROWD = 0.016
"""How much higher the bar is, times the logarithm of the articles among which two may be alike by chance."""
NEAR_DAYS, MOST_DAYS = 2, 7
LATER, UNDATED = 0.02, 0.16
"""How much higher the bar is for each day more, up to a week, and for articles of which a day is not known."""
OUT_OF_REACH = 2.0


class Vector(NamedTuple):
    """The terms of an article, the heaviest first, and their weights."""

    terms: tuple[str, ...]
    weights: array[float]


class Surroundings:
    """How rare terms, names and figures are among some articles, and how many appeared about the same days."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.size = max(SMALL_CORPUS, len(tellings))
        self.telling = max(2.0, TELLING_NAME * len(tellings))
        self.terms = Counter(term for telling in tellings for term in telling.terms)
        self.names = Counter(name for telling in tellings for name in telling.names)
        self.figures = Counter(value for telling in tellings for value in {one.value for one in telling.figures})
        self.days = sorted(telling.days[0] for telling in tellings if telling.days)
        self.undated = len(tellings) - len(self.days)

    def vector(self, telling: Telling) -> Vector:
        """Give the weights of an article's terms, as a vector of length 1 (tf-idf, Salton and Buckley, 1988)."""
        weights = [
            (1 + log(times)) * log(1 + self.size / self.terms[term])
            for term, times in zip(telling.terms, telling.times, strict=True)
        ]
        length = sqrt(sum(weight * weight for weight in weights)) or 1.0
        heaviest = sorted(zip(weights, telling.terms, strict=True), key=lambda entry: (-entry[0], entry[1]))
        return Vector(tuple(term for _, term in heaviest), array("d", [weight / length for weight, _ in heaviest]))

    def bar(self, one: Telling, other: Telling) -> float:
        """Give how like two articles must be told to tell one event; out of reach where their dates leave no room."""
        days = days_between(one.days, other.days)
        if not may_be_near(one, other):
            return OUT_OF_REACH
        if days is None:
            return BAR + UNDATED + CROWD * log(1 + self.undated + len(self.days))
        crowd = max(self._beside(days_of[0]) for days_of in (one.days, other.days) if days_of)
        return BAR + LATER * max(0, days - NEAR_DAYS) + CROWD * log(1 + crowd)

    def rarity(self, articles: int) -> float:
        """Give how rare it is to be in so many articles, from 0 (in all) to 1 (in one); twice as rare counts more."""
        return (log(self.size / articles) / log(self.size)) ** 2

    def _beside(self, day: int) -> int:
        """Count the articles that appeared about a day."""
        return bisect_right(self.days, day + NEAR_DAYS) - bisect_left(self.days, day - NEAR_DAYS)


def cosine(one: Vector, other: Vector) -> float:
    """Give the cosine of two vectors of length 1."""
    of_other = dict(zip(other.terms, other.weights, strict=True))
    return sum(weight * of_other[term] for term, weight in zip(one.terms, one.weights, strict=True) if term in of_other)


def may_be_near(one: Telling, other: Telling) -> bool:
    """Tell whether two articles may have appeared within the days in which an event is told."""
    if one.days is None or other.days is None:
        return True
    return max(one.days[0] - other.days[1], other.days[0] - one.days[1]) <= MOST_DAYS


def days_between(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Give the days between two dates, each by the days that it covers, where both name a day."""
    if one is None or other is None or one[0] != one[1] or other[0] != other[1]:
        return None
    return abs(one[0] - other[0])
