"""Co-mentions: which records stand in the same articles as another, and how strongly they belong together."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from itertools import chain, combinations
from math import sqrt
from typing import TYPE_CHECKING

import msgspec

from generator.model import ArticleId, RecordId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Sized

    from generator.model import Record

COMENTIONS = 24
"""Records kept that stand most strongly beside another."""
CLOSE, COMPANY = 10, 2
"""The strongest of them, of which is told with which others they stand, and with how many at most."""
ASKED = 60
"""Articles of a record by which its company is told."""
MOST_TOGETHER = 60
"""Records of one article that are counted, those that it mentions most often.

The work grows with the square of this number, and an article that names hundreds (a list, an index) connects nobody.
"""


class Comention(msgspec.Struct, frozen=True, gc=False):
    """A record that stands in the same articles as another: in how many, how alike the two are, and in what company.

    `likeness` is from 0 to 1, the cosine of the two sets of articles: 1 where neither stands without the other. It has
    two figures, so that it does not change with every article that names one of them alone. `company` are others of
    the strongest that stand in most of these articles too.
    Source: Salton and McGill, Introduction to Modern Information Retrieval (1983).
    """

    record: RecordId
    articles: int
    likeness: float
    company: tuple[RecordId, ...] = ()

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
    beside: dict[RecordId, list[frozenset[RecordId]]] = {record: [] for record in mentions}
    for named in together(mentions).values():
        others = frozenset(record for record in named if records[record].kind != "outlet")
        for record in named:
            beside[record].append(others)
    return {record: _in_company(_strongest(records[record], sets, mentions), sets) for record, sets in beside.items()}


def _strongest(
    record: Record, beside: Sequence[frozenset[RecordId]], mentions: Mapping[RecordId, Sized]
) -> list[Comention]:
    own = sqrt(len(mentions[record.id]))
    left_out = {record.id, (record.country or "").lower()}
    counts = Counter(chain.from_iterable(beside))
    likeness = {other: count / (own * sqrt(len(mentions[other]))) for other, count in counts.items()}
    strongest = nsmallest(
        COMENTIONS, likeness.keys() - left_out, key=lambda other: (-counts[other] * likeness[other], other)
    )
    found = [Comention(other, counts[other], float(f"{likeness[other]:.2g}")) for other in strongest]
    return sorted(found, key=lambda one: (-one.strength, one.record))


def _in_company(strongest: Sequence[Comention], beside: Sequence[frozenset[RecordId]]) -> tuple[Comention, ...]:
    """Add to the very strongest which of them stand together, as some articles of the record itself tell."""
    close = frozenset(one.record for one in strongest[:CLOSE])
    inside = [sorted(close & others) for others in beside[:ASKED]]
    single = Counter(chain.from_iterable(inside))
    pairs = Counter(chain.from_iterable(combinations(named, 2) for named in inside))
    company: dict[RecordId, list[tuple[int, RecordId]]] = {key: [] for key in close}
    for (one, other), number in pairs.items():
        for key, beside_it in ((one, other), (other, one)):
            if 2 * number > single[key]:
                company[key].append((-number, beside_it))
    return tuple(
        msgspec.structs.replace(one, company=tuple(other for _, other in nsmallest(COMPANY, company[one.record])))
        if one.record in close
        else one
        for one in strongest
    )
