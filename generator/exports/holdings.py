"""Which articles each record has: those that mention it, and those that it published or is credited with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.model import ArticleId, RecordId


def holdings(corpus: Corpus) -> dict[RecordId, tuple[ArticleId, ...]]:
    """Give the articles of every record that has any, in the order of the corpus: newest first."""
    order = {article: place for place, article in enumerate(corpus.articles)}
    held = {key: {*corpus.mentions.get(key, ()), *corpus.publications.get(key, ())} for key in sorted(corpus.records)}
    return {key: tuple(sorted(articles, key=order.__getitem__)) for key, articles in held.items() if articles}
