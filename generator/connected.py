"""What connects articles and records: kept from run to run while the same articles mention the same as often.

Most edits change no mention, and then none of this. It takes all pairs of what stands together, and so most of the time
in which a corpus is gathered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.comentions import Comention, comentions
from generator.model import ArticleId, RecordId
from generator.related import Related, related
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sized

    from generator.making.memo import Memo
    from generator.model import Record


class Connected(msgspec.Struct, frozen=True):
    """Which records stand beside each other, and which articles are alike."""

    comentions: dict[RecordId, tuple[Comention, ...]]
    related: dict[ArticleId, tuple[Related, ...]]


def connected(
    articles: Collection[ArticleId],
    mentions: Mapping[RecordId, Mapping[ArticleId, Sized]],
    records: Mapping[RecordId, Record],
    known: Memo[Connected] | None = None,
) -> Connected:
    """Give what connects articles, in their order, and the records that they mention; as it is known, where it is."""
    if known is None:
        return _found(articles, mentions, records)
    counted = {record: {article: len(found) for article, found in of.items()} for record, of in mentions.items()}
    seen = [(records[key].kind, records[key].country) for key in mentions]
    key = digest_of(msgspec.msgpack.encode(([*articles], counted, seen)))
    found = known.result(key, _found, articles, mentions, records)
    known.save()
    return found


def _found(
    articles: Collection[ArticleId],
    mentions: Mapping[RecordId, Mapping[ArticleId, Sized]],
    records: Mapping[RecordId, Record],
) -> Connected:
    return Connected(comentions(mentions, records), related(articles, mentions))
