"""Portraits: what is known of one article when it is compared with others, and nothing else of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.stories.copies import SHORTEST
from generator.stories.shingles import sketch
from generator.stories.telling import Telling, telling
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.annotation import AnnotatedArticle
    from generator.model import Record, RecordId


class Portrait(NamedTuple):
    """The words of an article's body, by their number; the sample of its shingles; and what tells its event."""

    length: int
    sketch: tuple[int, ...]
    telling: Telling


def portrait(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> Portrait:
    """Give the portrait of an article: a function of it alone and of the records that it names."""
    body = Words(annotated.article.body)
    sampled = sketch(body.folded) if len(body) >= SHORTEST else ()
    return Portrait(len(body), sampled, telling(annotated, body, records))
