"""Which articles each record has: those that name it, have it as country or topic, or come from it as outlet or agency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import RecordId

if TYPE_CHECKING:
    from generator.corpus import Corpus
    from generator.model import AnnotatedArticle, ArticleId


def holdings(corpus: Corpus) -> dict[RecordId, tuple[ArticleId, ...]]:
    """Give the articles of every public record that has any, in the order of the corpus: newest first."""
    found: dict[RecordId, list[ArticleId]] = {}
    for key, article in corpus.articles.items():
        for record in _records(article):
            if record in corpus.records:
                found.setdefault(record, []).append(key)
    return {record: tuple(found[record]) for record in sorted(found)}


def _records(article: AnnotatedArticle) -> set[RecordId]:
    annotation, source = article.annotation, article.article.front.source
    named = {mention.record for mention in annotation.mentions}
    weighed = {weight.id for weight in (*annotation.countries, *annotation.topics)}
    credited = {RecordId(key) for key in (source.outlet, *source.agencies) if key}
    return named | weighed | credited
