"""Co-mentions: which records stand in the same articles as another, and how strongly they belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import chain
from math import sqrt
from typing import TYPE_CHECKING

import msgspec

from generator.model import ArticleId, RecordId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sized

    from generator.model import Record

COMENTIONS = 24
"""Records kept that stand most strongly beside another."""
MOST_TOGETHER = 60
"""Records of one article that are counted, those that it mentions most often.

The work grows with the square of this number, and an article that names hundreds (a list, an index) connects nobody.
"""


class Comention(msgspec.Struct, frozen=True):
    """A record that stands in the same articles as another, in how many, and how likely one is where the other is.

    `likeness` is from 0 to 1, the cosine of the two sets of articles: 1 where neither stands without the other.
    Source: Salton and McGill, Introduction to Modern Information Retrieval (1983).
    """

    record: RecordId
    articles: int
    likeness: float

    @property
    def strength(self) -> float:
        """Articles times likeness: how much there is to read of two records, less where one of them is everywhere."""
        return self.articles * self.likeness


def together(mentions: Mapping[RecordId, Mapping[ArticleId, Sized]]) -> dict[ArticleId, tuple[RecordId, ...]]:
    """Give the records of each article, by id; of more than MOST_TOGETHER those that it mentions most often."""
    in_article: dict[ArticleId, list[tuple[int, RecordId]]] = defaultdict(list)
    for record, articles in mentions.items():
        for article, found in articles.items():
            in_article[article].append((-len(found), record))
    return {
        article: tuple(sorted(record for _, record in nsmallest(MOST_TOGETHER, named)))
        for article, named in in_article.items()
    }


def comentions(
    mentions: Mapping[RecordId, Mapping[ArticleId, Sized]], records: Mapping[RecordId, Record]
) -> dict[RecordId, tuple[Comention, ...]]:
    """Give the records that stand beside each, the strongest first.

    Outlets stand beside nobody, and a record's own country not beside it, since each mention of the record counts for
    it. Each record is counted by itself, so that the pairs of the whole corpus are never held at once.
    """
    beside: dict[RecordId, list[tuple[RecordId, ...]]] = {record: [] for record in mentions}
    for named in together(mentions).values():
        others = tuple(record for record in named if records[record].kind != "outlet")
        for record in named:
            beside[record].append(others)
    return {
        record: _strongest(records[record], Counter(chain.from_iterable(lists)), mentions)
        for record, lists in beside.items()
    }


def _strongest(
    record: Record, counts: Mapping[RecordId, int], mentions: Mapping[RecordId, Sized]
) -> tuple[Comention, ...]:
    own = len(mentions[record.id])
    found = (
        Comention(other, count, round(count / sqrt(own * len(mentions[other])), 4))
        for other, count in counts.items()
        if other not in {record.id, (record.country or "").lower()}
    )
    return tuple(nsmallest(COMENTIONS, found, key=lambda one: (-one.strength, one.record)))
