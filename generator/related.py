"""Related articles: those that name the same rare records, each with the records that say most."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappush, heapreplace
from math import log, sqrt
from typing import TYPE_CHECKING

import msgspec

from generator.model import ArticleId, RecordId

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence, Sized

RELATED_ARTICLES = 6
RELATED_LEAST = 0.15
"""Articles less alike than this share hardly more than a country or a common name."""

TOO_COMMON = 200
"""A record that more articles mention does not make two of them alike."""
SHARED_SHOWN = 3


class Related(msgspec.Struct, frozen=True, gc=False):
    """An article that is like another: how much, from 0 to 1, and the records they share that say most."""

    article: ArticleId
    likeness: float
    shared: tuple[RecordId, ...]


def related(
    articles: Collection[ArticleId], mentions: Mapping[RecordId, Mapping[ArticleId, Sized]]
) -> dict[ArticleId, tuple[Related, ...]]:
    """Find the articles most like each: cosine of their records, weighted by how rare and how frequent they are.

    Records that very many articles mention say little and cost much, so they are left out. Source of the weights:
    tf-idf with logarithmic frequency (Salton and Buckley, 1988).
    """
    weights: dict[ArticleId, dict[RecordId, float]] = {article: {} for article in articles}
    for record, of_record in mentions.items():
        rarity = log((1 + len(articles)) / len(of_record))
        for article, found in of_record.items() if len(of_record) <= TOO_COMMON else ():
            weights[article][record] = (1 + log(1 + len(found))) * rarity
    ids, vectors = [*weights], [*weights.values()]
    return {
        ids[place]: tuple(
            Related(ids[other], round(likeness, 2), _shared(vectors[place], vectors[other]))
            for likeness, other in alike
        )
        for place, alike in enumerate(_likest(ids, vectors))
    }


def _likest(ids: Sequence[ArticleId], vectors: Sequence[Mapping[RecordId, float]]) -> list[list[tuple[float, int]]]:
    """Give for each article, by places, how like it those most like it are; among equals the first by id.

    Each two are compared once, the later with the earlier, and only the likest of each are held.
    """
    lengths = [sqrt(sum(value * value for value in vector.values())) for vector in vectors]
    rank = {place: -number for number, place in enumerate(sorted(range(len(ids)), key=ids.__getitem__))}
    likest: list[list[tuple[float, int, int]]] = [[] for _ in ids]
    earlier: dict[RecordId, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        products: dict[int, float] = defaultdict(float)
        for record, value in vector.items():
            for other, weight in earlier[record]:
                products[other] += value * weight
            earlier[record].append((place, value))
        for other, product in products.items():
            likeness = product / (lengths[place] * lengths[other])
            if likeness >= RELATED_LEAST:
                _hold(likest[place], (likeness, rank[other], other))
                _hold(likest[other], (likeness, rank[place], place))
    return [[(likeness, other) for likeness, _, other in sorted(held, reverse=True)] for held in likest]


def _hold(held: list[tuple[float, int, int]], entry: tuple[float, int, int]) -> None:
    """Put an entry into a heap that holds the greatest few."""
    if len(held) < RELATED_ARTICLES:
        heappush(held, entry)
    elif held[0] < entry:
        heapreplace(held, entry)


def _shared(one: Mapping[RecordId, float], other: Mapping[RecordId, float]) -> tuple[RecordId, ...]:
    both = sorted((-one[record] * other[record], record) for record in one.keys() & other.keys())
    return tuple(record for _, record in both[:SHARED_SHOWN])
