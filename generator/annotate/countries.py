"""Countries of an article: how much it is about each, from the evidence that names and the dateline gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotation import CountryWeight, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.gazetteer import Gazetteer
    from generator.annotation import Mention
    from generator.model import FieldName, RecordId

ENOUGH = 6.0
"""Evidence that makes an article surely about a country."""
STRENGTH: dict[Rule, float] = {
    "name": 1.0, "demonym": 0.9, "capital": 0.9, "city": 0.7, "region": 0.7, "record": 0.4, "dateline": ENOUGH,
    "asserted": ENOUGH,
}  # fmt: skip
"""What one piece of evidence counts: the country's own name most, what belongs to it least, the dateline enough.

In the newswire of the evaluation 98 of 100 articles are labelled with the country of their dateline.
"""

PLACE_IN_TEXT: dict[FieldName, float] = {"title": 3.5, "standfirst": 2.0, "body": 1.0}
LEAD = 400
"""Code points at the beginning of a body that count double: news tells first what it is about."""
RIVALRY = 0.4
"""The share of its weight that a country loses beside one of which the article has far more evidence."""
ABOUT = 0.5
"""Weight from which an article is about a country, not only mentions it."""


def weigh_countries(
    mentions: Sequence[Mention], datelines: Sequence[RecordId], asserted: Sequence[RecordId], gazetteer: Gazetteer
) -> tuple[CountryWeight, ...]:
    """Give the countries for which there is evidence, strongest first.

    The weight is evidence / ENOUGH, at most 1, and scaled down where another country has much more of it.
    """
    evidence: dict[RecordId, float] = {}
    counts: dict[RecordId, int] = {}
    kinds = gazetteer.kinds
    for mention in mentions:
        if kinds[mention.record] == "country":
            place = PLACE_IN_TEXT[mention.field] * (2 if mention.field == "body" and mention.start < LEAD else 1)
            evidence[mention.record] = evidence.get(mention.record, 0) + STRENGTH[mention.rule] * place
            counts[mention.record] = counts.get(mention.record, 0) + 1
    for country in datelines:
        evidence[country] = evidence.get(country, 0) + STRENGTH["dateline"]
    for country in asserted:
        evidence[country] = evidence.get(country, 0) + STRENGTH["asserted"]
    most = max(evidence.values(), default=1.0)
    weighed = []
    for country, amount in evidence.items():
        weight = round(min(1.0, amount / ENOUGH) * (1 - RIVALRY + RIVALRY * amount / most), 2)
        about = weight >= ABOUT or country in asserted
        weighed.append(CountryWeight(country, weight, about, counts.get(country, 0)))
    return tuple(sorted(weighed, key=lambda country: (-country.weight, country.id)))
