"""Which copy of a text leads, and which text of a story: the rule by which one article stands for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.dates import days_covered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Article
    from generator.story import LeadRule

WHOLE = 0.5
"""A copy that has less than so much of the words of the longest one is a fragment and leads none."""


def leading_copy(articles: Sequence[Article], words: Sequence[int]) -> int:
    """Give the place of the copy that leads: the agency's own text, else the first that states its date.

    Among equals the longest, then the first by id. A copy that was cut to less than half leads none that is whole.
    """
    longest = max(words)
    whole = [place for place, count in enumerate(words) if count >= WHOLE * longest]
    return min(
        whole, key=lambda place: (not _is_original(articles[place], articles), *_age(articles[place], words[place]))
    )


def leading_text(articles: Sequence[Article], words: Sequence[int]) -> int:
    """Give the place of the text that leads a story: the first that states its date, then the longest, then by id."""
    return min(range(len(articles)), key=lambda place: _age(articles[place], words[place]))


def rule_of_lead(lead: Article, members: Sequence[Article]) -> LeadRule:
    """Say why an article leads a story."""
    if _is_original(lead, members):
        return "agency"
    if days_covered(lead.front.published) is None:
        return "longest"
    return "stated" if lead.front.date_status == "stated" else "derived"


def _is_original(article: Article, copies: Sequence[Article]) -> bool:
    """Tell whether an article was published by the agency that copies of it are credited to."""
    outlet = article.front.source.outlet
    return outlet is not None and any(outlet in copy.front.source.agencies for copy in copies if copy is not article)


def _age(article: Article, words: int) -> tuple[bool, bool, int, int, str]:
    """Give the key that sorts stated dates first, then derived ones, early before late; a month counts from its end."""
    days = days_covered(article.front.published)
    stated = days is not None and article.front.date_status == "stated"
    return not stated, days is None, days[1] if days else 0, -words, article.id


def shares_agency(one: Article, other: Article) -> bool:
    """Tell whether two copies come from one agency: both credit it, or one does and the other is its own."""
    sources = [{*article.front.source.agencies, article.front.source.outlet} for article in (one, other)]
    credited = {*one.front.source.agencies, *other.front.source.agencies}
    return bool(sources[0] & sources[1] & credited)
