"""Events: texts that tell one event in their own words.

Two texts are likely to do so if their heads use the same rare words, they name the same rare names, give the same
figures or quote the same words, and appear within days. Each of these adds to how like they are told. Precision comes
first: without names, figures or quotations in common, like words are those of a topic or of a form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.stories.surroundings import OUT_OF_REACH, days_between
from generator.stories.telling import SMALL_FIGURE, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.stories.surroundings import Surroundings
    from generator.stories.telling import Counted, Quoted, Telling

NAME, MOST_NAMES = 0.025, 4.0
"""What a shared name adds, times its rarity; and how many rare ones count."""
FIGURE, MOST_FIGURES = 0.06, 2.0
QUOTATION, MOST_QUOTATIONS = 0.12, 2
_THIRD = 1 / 3
"""A small figure counts a third."""
QUOTED_ALIKE = 0.5
"""Two quotations are of the same words if so many of the shorter one's runs of words stand in the other."""

LEAST_COSINE = 0.12
"""Two heads that are less alike tell two events, whatever else the texts share."""
LEAST_EVIDENCE = 0.8
"""So much must be shared beside the words: rare names, figures, quotations."""
UNNAMED = 0.4
"""In a script without capitals no names are seen; there two heads that are so much alike are evidence enough."""
TELLING_DIGITS = 3
"""Figures of which one text does not say what they count agree by chance, unless they have so many digits."""
BESIDE_LEAD = 0.08
"""By so much a text may be under the bar beside a story's lead, if it is like another text of the story."""


class Event(NamedTuple):
    """How like two texts tell: from 0 to 1, and how far over the bar; the days between them, and what they share."""

    share: float
    over: float
    days: int | None
    names: tuple[str, ...] = ()
    figures: tuple[tuple[Counted, Counted], ...] = ()
    quotations: tuple[tuple[Quoted, Quoted], ...] = ()


def event(one: Telling, other: Telling, cosine: float, among: Surroundings) -> Event:
    """Measure how like two articles tell, their heads' likeness being given."""
    days = days_between(one.days, other.days)
    if cosine < LEAST_COSINE:
        return Event(cosine, -OUT_OF_REACH, days)
    names = sorted({*one.names}.intersection(other.names), key=lambda name: (among.names[name], name))
    figures = tuple(_same_figures(one.figures, other.figures))
    quotations = tuple(_same_quotations(one.quotations, other.quotations))
    of_names = min(MOST_NAMES, sum(among.rarity(among.names[name]) for name in names))
    of_figures = min(MOST_FIGURES, sum(_weight(figure, among) for figure, _ in figures))
    of_quotations = min(MOST_QUOTATIONS, len(quotations))
    share = cosine + NAME * of_names + FIGURE * of_figures + QUOTATION * of_quotations
    unnamed = not one.cased and not other.cased and cosine >= UNNAMED
    enough = unnamed or of_names + of_figures + of_quotations >= LEAST_EVIDENCE
    over = share - among.bar(one, other) if enough else -OUT_OF_REACH
    telling_names = tuple(name for name in names if among.names[name] <= among.telling)
    return Event(min(1.0, share), over, days, telling_names, figures, quotations)


def _same_figures(ones: Iterable[Counted], others: Iterable[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Yield the figures that two articles share, each value once: the same number of the same, or of what is not said.

    A number of few digits counts only if both say what of.
    """
    by_value: dict[float, list[Counted]] = {}
    for other in others:
        by_value.setdefault(other.value, []).append(other)
    for one in ones:
        for other in by_value.get(one.value, ()):
            if one.unit == other.unit if one.unit and other.unit else _digits(one.value) >= TELLING_DIGITS:
                del by_value[one.value]
                yield one, other
                break


def _digits(value: float) -> int:
    """Count the digits of a number that are more than its size: 3 of 1,420,000."""
    return len(f"{value:.15g}".replace(".", "").strip("0"))


def _weight(figure: Counted, among: Surroundings) -> float:
    return among.rarity(among.figures[figure.value]) * (1.0 if figure.value > SMALL_FIGURE else _THIRD)


def _same_quotations(ones: Iterable[Quoted], others: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield the quotations of two articles that are of the same words, each of the first article once."""
    runs_of_others = [{*runs_of(other.words)} for other in others]
    for one in ones:
        runs = {*runs_of(one.words)}
        for other, of_other in zip(others, runs_of_others, strict=True):
            if len(runs & of_other) > QUOTED_ALIKE * min(len(runs), len(of_other)):
                yield one, other
                break
