"""Stories: articles that tell one thing, as copies of one text or as texts about one event, and what shows it."""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

from generator.annotation import Span
from generator.model import ArticleId

StoryId = NewType("StoryId", str)
"""Id of a story: that of its first article, by id; the ids of its other articles lead to it."""

LeadRule = Literal["agency", "stated", "derived", "longest"]
"""Why an article leads: it is the agency's own text, the first that states its date, the first of derived date, or the
longest of those without a date."""
Role = Literal["lead", "copy", "agency copy", "same event"]
SpanPair = tuple[Span, Span]
"""A stretch of one article's body and the like one of another's."""


class Sameness(msgspec.Struct, frozen=True):
    """Why an article tells what another one tells: its own spans come first in each pair.

    By the rule `wording`, `share` is how much of the shorter text stands in the longer one; by `event`, how like the
    two are told, from 0 to 1. `days` lie between the two, None where one has no day. `why` is an editor's reason.
    """

    rule: Literal["wording", "event", "decision"]
    share: float = 0.0
    days: int | None = None
    names: tuple[str, ...] = ()
    figures: tuple[SpanPair, ...] = ()
    quotations: tuple[SpanPair, ...] = ()
    why: str = ""


class Member(msgspec.Struct, frozen=True):
    """An article of a story: its role, and for all but the lead the article that it is compared with, and why."""

    article: ArticleId
    role: Role
    of: ArticleId | None = None
    sameness: Sameness | None = None

    @property
    def is_copy(self) -> bool:
        """Whether it is a copy of another article's text."""
        return self.role in {"copy", "agency copy"}


class Story(msgspec.Struct, frozen=True):
    """Two articles or more that tell one thing, the oldest first, undated ones last; one of them leads."""

    id: StoryId
    lead: ArticleId
    leads_by: LeadRule
    members: tuple[Member, ...]

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """The ids of all its articles, in the order of the members."""
        return tuple(member.article for member in self.members)
