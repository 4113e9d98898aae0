"""Copies: texts of which one stands in the other as a whole, with another head, a tail cut off or words replaced.

A passage that two texts share makes no copy: what counts is how much of the shorter text stands in the longer one. Nor
does a form that is filled in anew (the weekly figures of an office, the terms of a loan): there the words agree, and
the numbers or names do not.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, groupby
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from generator.stories.shingles import shingles
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 20
"""Words of the shortest text that can be told to be a copy."""
SMALLEST_PART = 1 / 3
"""A text that is less than so much of another, by its words, is only a copy if it is its beginning."""
BEGINNING, BEGUN = 1.5, 0.8
"""So much of the shorter text stands in the beginning of the longer one, a stretch so many times as long."""
CONTAINED = 0.6
"""So much of the shorter text's shingles stands in the longer one."""
REWORDED_CONTAINED, REWORDED_IN_ORDER = 0.25, 0.75
"""Where words were replaced throughout, fewer shingles are left, but most words stand in the same order."""
NUMBERS_AGREE = 0.7
"""So many of the shorter text's numbers stand in the longer one too; and so of its names, where it was reworded."""

FORM_IN_ORDER = 0.6
"""Texts of which so many words stand in the same order, but with other numbers, fill in one form."""

MOST_WORDS = 5_000
"""Words of a text whose order is compared; the work grows with their square."""

SUSPICIOUS = 0.15
"""A pair is compared where the samples share so much of the smaller one."""
ALL_PAIRS = 12
"""A sampled shingle in more texts than this pairs each of them with the next few only, so that the work is linear."""
NEXT = 3

_NUMBER = re.compile(r"\d+(?:[.,/:-]\d+)*")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]+")


class Text(NamedTuple):
    """A body as it is compared, with its folded words."""

    body: str
    words: list[str]


class Likeness(NamedTuple):
    """How much of the shorter of two texts stands in the longer: by shingles, and by words in the same order."""

    contained: float
    in_order: float


def text_of(body: str) -> Text:
    """Give a body as it is compared."""
    return Text(body, Words(body).folded)


def suspicious_pairs(sketches: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Give the pairs of texts, by their places, that share enough of their samples to be compared.

    The work and the number of pairs are proportional to the number of texts: a text meets at most a fixed number of
    others for each of its sampled shingles.
    """
    shared = Counter(_meetings(sketches))
    return sorted(
        pair for pair, times in shared.items() if times >= SUSPICIOUS * min(len(sketches[place]) for place in pair)
    )


def _meetings(sketches: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """Yield each two texts that share a sampled shingle, once for each such shingle."""
    places = sorted((hash_, place) for place, sampled in enumerate(sketches) for hash_ in sampled)
    for _, of_shingle in groupby(places, key=lambda entry: entry[0]):
        texts = [place for _, place in of_shingle]
        if len(texts) <= ALL_PAIRS:
            yield from combinations(texts, 2)
        else:
            yield from ((one, other) for at, one in enumerate(texts) for other in texts[at + 1 : at + 1 + NEXT])


def likeness(one: Text, other: Text) -> Likeness:
    """Measure exactly how much of the shorter text stands in the longer one."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    parts = shingles(shorter.words)
    contained = len(parts & shingles(longer.words)) / len(parts) if parts else 0.0
    return Likeness(contained, _in_order(shorter, longer))


def is_copy(one: Text, other: Text, like: Likeness) -> bool:
    """Tell whether one of two texts is a copy of the other."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    if len(shorter.words) < SHORTEST:
        return False
    if len(shorter.words) < SMALLEST_PART * len(longer.words) and not _begins(shorter, longer):
        return False
    if _agreement(_numbers(shorter.body), _numbers(longer.body)) < NUMBERS_AGREE:
        return False
    if like.contained >= CONTAINED:
        return True
    if like.contained < REWORDED_CONTAINED or like.in_order < REWORDED_IN_ORDER:
        return False
    return _agreement(_names(shorter.body), _names(longer.body)) >= NUMBERS_AGREE


def _in_order(shorter: Text, longer: Text) -> float:
    """Give how many words of a text stand in a longer one in the same order, of those that are compared."""
    compared = shorter.words[:MOST_WORDS]
    return LCSseq.similarity(compared, longer.words[:MOST_WORDS]) / len(compared) if compared else 0.0


def _begins(shorter: Text, longer: Text) -> bool:
    """Tell whether a text is the beginning of a longer one, and not a passage of it or an item of a round-up."""
    parts = shingles(shorter.words)
    beginning = shingles(longer.words[: round(BEGINNING * len(shorter.words))])
    return len(parts & beginning) >= BEGUN * len(parts)


def is_same_form(one: Text, other: Text) -> bool:
    """Tell whether two texts are one form filled in twice: the words in the same order, with other numbers."""
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    if _agreement(_numbers(shorter.body), _numbers(longer.body)) >= NUMBERS_AGREE:
        return False
    return _in_order(shorter, longer) >= FORM_IN_ORDER


def _agreement(of: set[str], others: set[str]) -> float:
    return len(of & others) / len(of) if of else 1.0


def _numbers(body: str) -> set[str]:
    return {number.replace(",", "") for number in _NUMBER.findall(body)}


def _names(body: str) -> set[str]:
    return set(_NAME.findall(body))
