"""Which articles each record has: those that mention it, and those that it published or is credited with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.corpus import newest_first

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.model import ArticleId, RecordId


def held_by(record: RecordId, corpus: Corpus) -> tuple[ArticleId, ...]:
    """Give the articles of a record, newest first."""
    mentioned, published = corpus.mentions.get(record, {}), corpus.publications.get(record, ())
    if not published:
        return tuple(mentioned)
    return tuple(sorted({*mentioned, *published}, key=lambda article: newest_first(corpus.articles[article])))
