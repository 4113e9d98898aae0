"""On what a statement rests, told in a line: weight, rules, review, and the link by which a reader objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import article_page
from generator.dates import spoken
from generator.markup import Markup, element, join
from generator.model import Review
from generator.pages.correcting import wrong_link
from generator.pages.evidence import RULES
from generator.pages.parts import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Mention
    from generator.corpus import Corpus
    from generator.model import Record


def grounds(
    here: PagePath, annotated: AnnotatedArticle, record: Record, mentions: Sequence[Mention], corpus: Corpus
) -> Markup:
    """Say on what it rests that a record stands in an article.

    On the article's own page without the link by which a reader objects: that page has one for all that it names.
    """
    told = [part for part in (_weight(annotated, record), found_by(mentions), record_review(record)) if part]
    at_home = here == article_page(annotated.article.id)
    wrong = "" if at_home else wrong_link(corpus.site, f"{record.id} in {annotated.article.id}", "; ".join(told))
    return element("p", join((part for part in (*told, wrong) if part), BETWEEN), class_="meta")


def _weight(annotated: AnnotatedArticle, record: Record) -> str:
    weights = {country.id: country.weight for country in annotated.annotation.countries}
    weights |= {topic.id: topic.weight for topic in annotated.annotation.topics}
    return f"weight {weights[record.id]} of 1" if record.id in weights else ""


def found_by(mentions: Sequence[Mention]) -> str:
    """Say by which rules a record was found: "by its name, its capital"."""
    rules = ", ".join(dict.fromkeys(RULES[mention.rule] for mention in mentions))
    return f"by {rules}" if rules else ""


def review_told(review: Review) -> str:
    """Say who looked at something: "not reviewed", "reviewed by An editor on 3 May 2022"."""
    by = f" by {review.by}" if review.by else ""
    on = f" on {spoken(review.on)}" if review.on else ""
    state = "reviewed" if review.state == "reviewed" else "not reviewed"
    return f"{state}{by}{on}"


def record_review(record: Record) -> str:
    """Say who looked at a record; a country that no editor touched is the standard's."""
    if record.kind == "country" and record.review == Review():
        return "from ISO 3166"
    return review_told(record.review)
