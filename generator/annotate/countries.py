"""Countries of an article: how much it is about each, from the evidence that names gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import CountryWeight, FieldName, RecordId, Rule
from generator.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.gazetteer import Gazetteer
    from generator.model import Mention

STRENGTH: dict[Rule, float] = {
    "name": 1.0, "capital": 0.8, "region": 0.8, "demonym": 0.7, "city": 0.6, "record": 0.3, "dateline": 2.0,
    "asserted": 4.0,
}  # fmt: skip
"""What one piece of evidence counts: the country's own name most, a person who belongs to it least."""

PLACE_IN_TEXT: dict[FieldName, float] = {"title": 3.0, "standfirst": 2.0, "body": 1.0}
LEAD = 300
"""Code points at the beginning of a body that count double: news tells first what it is about."""
ENOUGH = 6.0
"""Evidence that makes an article surely about a country."""
ABOUT = 0.45
"""Weight from which an article is about a country, not only mentions it."""


def weigh_countries(
    mentions: Sequence[Mention], datelines: Sequence[RecordId], asserted: Sequence[RecordId], gazetteer: Gazetteer
) -> tuple[CountryWeight, ...]:
    """Give the countries for which there is evidence, strongest first.

    The weight is evidence / ENOUGH, at most 1, and scaled down where another country has much more of it.
    """
    evidence: dict[RecordId, float] = {}
    counts: dict[RecordId, int] = {}
    for mention in mentions:
        if gazetteer.kind(mention.record) == "country":
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
        weight = round(min(1.0, amount / ENOUGH) * (0.5 + 0.5 * amount / most), 2)
        about = weight >= ABOUT or country in asserted
        weighed.append(CountryWeight(country, weight, about, counts.get(country, 0)))
    return tuple(sorted(weighed, key=lambda country: (-country.weight, country.id)))


def dateline_countries(dateline: str | None, gazetteer: Gazetteer) -> tuple[RecordId, ...]:
    """Give the countries that a dateline ("BEIJING, Feb 6") names by any of their surfaces."""
    if not dateline:
        return ()
    found = gazetteer.names.find(dateline, words(dateline))
    named = {item.payload.record for item in found if gazetteer.kind(item.payload.record) == "country"}
    return tuple(sorted(named))
