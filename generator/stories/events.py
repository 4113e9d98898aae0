"""Events: texts that tell one event in their own words.

Two texts are likely to do so if their heads use the same rare words, they name the same rare names, give the same
figures or quote the same words, and appear within days. Each of these adds to how like they are told; how much is
needed depends on what is known of the days between them. Precision comes first: what stands in two texts on one topic
is common in a corpus on that topic, and counts for little.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from heapq import nsmallest
from math import log, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.stories.telling import Counted, Quoted, Telling

SMALL_CORPUS = 100
"""A corpus counts as no smaller, so that in a few texts a word of two is still rare."""

NAME, MOST_NAMES = 0.025, 4.0
"""What a shared name adds, times its rarity; and how many rare ones count."""
TELLING_NAME = 0.25
"""A name that more of the articles have is no reason that anybody would be told."""
FIGURE, MOST_FIGURES = 0.06, 2.0
QUOTATION, MOST_QUOTATIONS = 0.12, 2
SMALL_FIGURE = 12
"""Figures up to here are small talk, unless they count the same and are rare; they count a third."""
_THIRD = 1 / 3
RUN = 4
QUOTED_ALIKE = 0.5
"""Two quotations are of the same words if so many of the shorter one's runs of words stand in the other."""
LEAST_EVIDENCE = 0.8
"""Without so much shared beside the words (rare names, figures, quotations) they are those of a form or a topic."""
TELLING_DIGITS = 3
"""Figures of which one text does not say what they count agree by chance, unless they have so many digits."""

BAR = 0.27
"""How like two texts must be told at least, if days next to one another have no other article."""
CROWD = 0.016
"""How much higher the bar is, times the logarithm of the articles among which two may be alike by chance."""
NEAR_DAYS, MOST_DAYS = 2, 7
LATER, UNDATED = 0.02, 0.16
"""How much higher the bar is for each day more, up to a week, and for articles of which a day is not known."""
BESIDE_LEAD = 0.08
"""By so much a text may be under the bar beside a story's lead, if it is like another text of the story."""

RUNS_KEPT = 2
"""Runs of words by which a quotation is known: the first of all in the order of words, so those of any part of it."""
TELLING_TERMS = 20
"""The terms of an article, the most telling first, by which it meets others."""
MEETS = 8
"""Articles that one meets by each term, the next in time; so the work is linear."""
MEETINGS = 2
"""Articles that meet so often are compared."""
_NEVER = 2.0


class Event(NamedTuple):
    """How like two texts tell: from 0 to 1, and how far over the bar; the days between them, and what they share."""

    share: float
    over: float
    days: int | None
    names: tuple[str, ...]
    figures: tuple[tuple[Counted, Counted], ...]
    quotations: tuple[tuple[Quoted, Quoted], ...]


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
        """Give how like two articles must be told to tell one event; 2 where their dates leave no room for it."""
        gap, days = _gap(one, other), days_between(one.days, other.days)
        if gap is not None and gap > MOST_DAYS:
            return _NEVER
        if days is None:
            return BAR + UNDATED + CROWD * log(1 + self.undated + len(self.days))
        crowd = max(self._beside(days_of[0]) for days_of in (one.days, other.days) if days_of)
        return BAR + LATER * max(0, days - NEAR_DAYS) + CROWD * log(1 + crowd)

    def _beside(self, day: int) -> int:
        """Count the articles that appeared about a day."""
        return bisect_right(self.days, day + NEAR_DAYS) - bisect_left(self.days, day - NEAR_DAYS)

    def of(self, articles: int) -> float:
        """Give how rare it is to be in so many articles, from 0 (in all) to 1 (in one); twice as rare counts more."""
        return (log(self.size / articles) / log(self.size)) ** 2


def likely_pairs(tellings: Sequence[Telling], vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Give the pairs of articles, by their places, that share enough of what is most telling to be compared.

    The work and the number of pairs are proportional to the number of articles.
    """
    meetings = Counter(_meetings(tellings, vectors))
    return sorted(pair for pair, times in meetings.items() if times >= MEETINGS)


def _meetings(tellings: Sequence[Telling], vectors: Sequence[Vector]) -> Iterator[tuple[int, int]]:
    by_key: dict[object, list[int]] = defaultdict(list)
    for place, (told, vector) in enumerate(zip(tellings, vectors, strict=True)):
        for key in _keys(told, vector):
            by_key[key].append(place)
    for places in by_key.values():
        dated = sorted(
            (place for place in places if tellings[place].days), key=lambda place: tellings[place].days or ()
        )
        undated = [place for place in places if not tellings[place].days]
        yield from _next_to(dated, tellings)
        yield from _next_to(undated, tellings)
        if len(dated) * len(undated) <= MEETS * len(places):
            yield from (_pair(one, other) for one in dated for other in undated)


def _keys(told: Telling, vector: Vector) -> Iterator[object]:
    """Yield what an article is known by: its most telling terms, its larger figures, the words that it quotes."""
    yield from vector.terms[:TELLING_TERMS]
    yield from sorted({one.value for one in told.figures if one.value > SMALL_FIGURE})[:TELLING_TERMS]
    for quoted in told.quotations[:TELLING_TERMS]:
        yield from nsmallest(RUNS_KEPT, _in_rows(quoted.words))


def _next_to(places: Sequence[int], tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(places):
        for other in places[at + 1 : at + 1 + MEETS]:
            gap = _gap(tellings[one], tellings[other])
            if gap is None or gap <= MOST_DAYS:
                yield _pair(one, other)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def event(one: Telling, other: Telling, cosine: float, among: Surroundings) -> Event:
    """Measure how like two articles tell, their heads' likeness being given."""
    shared = {*one.names}.intersection(other.names)
    names = sorted(shared, key=lambda name: (among.names[name], name))
    figures = tuple(_same_figures(one.figures, other.figures))
    quotations = tuple(_same_quotations(one.quotations, other.quotations))
    of_names = min(MOST_NAMES, sum(among.of(among.names[name]) for name in names))
    of_figures = min(MOST_FIGURES, sum(_weight(figure, among) for figure, _ in figures))
    of_quotations = min(MOST_QUOTATIONS, len(quotations))
    share = cosine + NAME * of_names + FIGURE * of_figures + QUOTATION * of_quotations
    evidence = of_names + of_figures + of_quotations
    over = share - among.bar(one, other) if evidence >= LEAST_EVIDENCE else -_NEVER
    telling_names = tuple(name for name in names if among.names[name] <= among.telling)
    return Event(min(1.0, share), over, days_between(one.days, other.days), telling_names, figures, quotations)


def cosine(one: Vector, other: Vector) -> float:
    """Give the cosine of two vectors of length 1."""
    of_other = dict(zip(other.terms, other.weights, strict=True))
    return sum(weight * of_other[term] for term, weight in zip(one.terms, one.weights, strict=True) if term in of_other)


def _gap(one: Telling, other: Telling) -> int | None:
    """Give the least number of days between two articles, None where one has no date."""
    if one.days is None or other.days is None:
        return None
    return max(0, one.days[0] - other.days[1], other.days[0] - one.days[1])


def days_between(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Give the days between two dates, each by the days that it covers, where both name a day."""
    if one is None or other is None or one[0] != one[1] or other[0] != other[1]:
        return None
    return abs(one[0] - other[0])


def _same_figures(ones: Iterable[Counted], others: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Yield the figures that two articles share, each value once: the same number of the same, or of what is not said.

    A number of few digits counts only if both say what of.
    """
    seen = set()
    for one in ones:
        for other in others:
            same = one.unit == other.unit if one.unit and other.unit else _digits(one.value) >= TELLING_DIGITS
            if one.value == other.value and same and one.value not in seen:
                seen.add(one.value)
                yield one, other


def _digits(value: float) -> int:
    """Count the digits of a number that are more than its size: 3 of 1,420,000."""
    return len(f"{value:.15g}".replace(".", "").strip("0"))


def _weight(figure: Counted, among: Surroundings) -> float:
    return among.of(among.figures[figure.value]) * (1.0 if figure.value > SMALL_FIGURE else _THIRD)


def _same_quotations(ones: Iterable[Quoted], others: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield the quotations of two articles that are of the same words, each of the first article once."""
    for one in ones:
        runs = _runs(one.words)
        for other in others:
            of_other = _runs(other.words)
            if len(runs & of_other) > QUOTED_ALIKE * min(len(runs), len(of_other)):
                yield one, other
                break


def _runs(said: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(_in_rows(said))


def _in_rows(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(said[start:] for start in range(RUN)), strict=False)
