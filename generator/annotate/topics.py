"""Topics of an article: weighted terms, each hit a piece of evidence."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.model import FIELDS, Article, Mention, RecordId, TopicWeight
from generator.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.annotate.gazetteer import Gazetteer
    from generator.model import Record

THRESHOLD = 3.0
"""Score from which an article belongs to a topic: one sure term or several weak ones."""
MOST_HITS = 3
"""Times that one term counts, so that a word repeated often is not a topic by itself."""
IN_TITLE = 2
"""Times that a hit in the title counts."""


def find_topics(article: Article, gazetteer: Gazetteer) -> tuple[tuple[TopicWeight, ...], tuple[Mention, ...]]:
    """Give the topics of an article, strongest first, and the mentions of their terms.

    A topic's score is the sum over its terms of weight times hits (at most three, double in the title); its weight is
    score / (score + THRESHOLD).
    """
    mentions = _hits(article, gazetteer)
    hits: dict[RecordId, Counter[str]] = {}
    for mention in mentions:
        term = article.text(mention.field)[mention.start : mention.end]
        times = IN_TITLE if mention.field == "title" else 1
        hits.setdefault(mention.record, Counter())[_key(term)] += times
    scores = {topic: _score(gazetteer.records[topic], of_topic) for topic, of_topic in hits.items()}
    present = sorted(((score, topic) for topic, score in scores.items() if score >= THRESHOLD), key=_strongest)
    weights = tuple(
        TopicWeight(topic, round(score / (score + THRESHOLD), 2), primary=rank == 0)
        for rank, (score, topic) in enumerate(present)
    )
    kept = {weight.id for weight in weights}
    return weights, tuple(mention for mention in mentions if mention.record in kept)


def _strongest(scored: tuple[float, RecordId]) -> tuple[float, RecordId]:
    return -scored[0], scored[1]


def _hits(article: Article, gazetteer: Gazetteer) -> list[Mention]:
    mentions = []
    for field in FIELDS:
        text = article.text(field)
        of_text = words(text)
        for found in gazetteer.terms.find(text, of_text):
            start, end = of_text[found.first].start, of_text[found.last - 1].end
            mentions.append(Mention(found.payload, field, start, end, "term"))
    return mentions


def _score(topic: Record, hits: Counter[str]) -> float:
    """Score a topic by how often its terms occur; 0 where a required term is missing or an excluded one is there."""
    required = {_key(term) for term in topic.requires}
    excluded = {_key(term) for term in topic.excludes}
    if (required and not required & hits.keys()) or excluded & hits.keys():
        return 0.0
    return sum(weight * min(hits[term], MOST_HITS) for term, weight in _by_key(topic.terms).items())


def _by_key(terms: Mapping[str, float]) -> dict[str, float]:
    return {_key(term): weight for term, weight in terms.items()}


def _key(term: str) -> str:
    return " ".join(word.folded for word in words(term))
