"""Topics of an article: weighted terms, each hit a piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotation import Mention, TopicWeight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.annotate.gazetteer import Gazetteer, Terms
    from generator.annotate.passages import Passage
    from generator.model import RecordId

THRESHOLD = 3.0
"""Score from which an article belongs to a topic: one sure term or several weak ones."""
MOST_HITS = 3
"""Times that one term counts, so that a word repeated often is not a topic by itself."""
IN_TITLE = 2
"""Times that a hit in the title counts."""


def find_topics(
    passages: Iterable[Passage], gazetteer: Gazetteer
) -> tuple[tuple[TopicWeight, ...], tuple[Mention, ...]]:
    """Give the topics of an article, strongest first, and the mentions of their terms.

    A topic's score is the sum over its terms of weight times hits (at most three, double in the title); its weight is
    score / (score + THRESHOLD).
    """
    found_in = []
    hits: dict[RecordId, dict[int, int]] = {}
    for passage in passages:
        times = IN_TITLE if passage.field == "title" else 1
        for found in gazetteer.terms.find(passage.words, passage.telling):
            found_in.append((passage, found))
            for topic, place in found.meaning:
                of_topic = hits.setdefault(topic, {})
                of_topic[place] = of_topic.get(place, 0) + times
    scores = {topic: _score(gazetteer.topics[topic], of_topic) for topic, of_topic in hits.items()}
    present = sorted((-score, topic) for topic, score in scores.items() if score >= THRESHOLD)
    weights = tuple(
        TopicWeight(topic, round(score / (score + THRESHOLD), 2), primary=rank == 0)
        for rank, (score, topic) in enumerate((-negative, topic) for negative, topic in present)
    )
    kept = {weight.id for weight in weights}
    mentions = (
        Mention(topic, passage.field, *passage.words.span(found.first, found.last), "term")
        for passage, found in found_in
        for topic, _ in found.meaning
        if topic in kept
    )
    return weights, tuple(mentions)


def _score(topic: Terms, hits: Mapping[int, int]) -> float:
    """Score a topic by how often its terms occur; 0 where a required term is missing or an excluded one is there."""
    if (topic.required and topic.required.isdisjoint(hits)) or not topic.excluded.isdisjoint(hits):
        return 0.0
    return sum(topic.weights[place] * min(times, MOST_HITS) for place, times in sorted(hits.items()))
