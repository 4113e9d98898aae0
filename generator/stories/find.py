"""Stories: from annotated articles and the decisions of editors to the groups that tell one thing, each with a lead.

Copies come first: they are found by their wording, whatever their dates. Of each text one copy stands for all when
texts about one event are sought, so that a text does not gain by being copied. The likest come together first, and only
what is like the lead too comes in: what follows from one another day after day is no one story.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.annotation import Span
from generator.dates import days_covered
from generator.stories import copies, events
from generator.stories.grouping import ABOUT_STORIES, Groups, Verdicts, verdicts
from generator.stories.known import Found, KnownStories, key_of
from generator.stories.leading import leading_copy, leading_text, rule_of_lead, shares_agency
from generator.stories.meetings import likely_pairs
from generator.stories.surroundings import Surroundings, cosine, days_between
from generator.stories.telling import printed
from generator.story import Member, Sameness, SpanPair, Story, StoryId
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.annotation import AnnotatedArticle
    from generator.ledger import Decision
    from generator.model import Article, Record, RecordId
    from generator.stories.events import Event
    from generator.stories.grouping import Pair
    from generator.stories.portrait import Portrait
    from generator.stories.telling import Counted, Quoted


_TEXTS_KEPT = 2**10
"""Texts whose words are kept while they are compared with others; those of all articles would take too much memory."""


class _Articles:
    """Articles by id, with their portraits; all others know them by their places."""

    def __init__(
        self,
        annotated: Sequence[AnnotatedArticle],
        records: Mapping[RecordId, Record],
        portraits: Sequence[Portrait],
    ) -> None:
        self.annotated = annotated
        self.records = records
        self.portraits = portraits
        self.text = lru_cache(_TEXTS_KEPT)(lambda place: copies.text_of(self.article(place).body))

    def article(self, place: int) -> Article:
        return self.annotated[place].article

    def length(self, place: int) -> int:
        return self.portraits[place].length

    def likeness(self, one: int, other: int) -> copies.Likeness:
        return copies.likeness(self.text(one), self.text(other))


class _Judged(NamedTuple):
    """What is known when all pairs are judged: for each article the copy that leads its text, and what is one event."""

    leads: Mapping[int, int]
    events: Mapping[Pair, Event]
    said: Verdicts


def find_stories(
    annotated: Iterable[AnnotatedArticle],
    records: Mapping[RecordId, Record],
    decisions: Sequence[tuple[str, int, Decision]] = (),
    known: KnownStories | None = None,
    jobs: int = 1,
) -> Found:
    """Give the stories and the problems of decisions about them, those `known` where nothing in question has changed.

    `jobs` is the number of processes to work with.
    """
    known = known or KnownStories()
    ordered = sorted(annotated, key=lambda one: one.article.id)
    keys = [key_of(one, records) for one in ordered]
    decided = [one for one in decisions if one[2].decision in ABOUT_STORIES]

    def sought() -> Found:
        return _found(_Articles(ordered, records, known.portraits(ordered, keys, records, jobs)), decided)

    found = known.found.result(digest_of(*keys, msgspec.msgpack.encode(decided)), sought)
    known.found.save()
    return found


def _found(of: _Articles, decisions: Sequence[tuple[str, int, Decision]]) -> Found:
    said, problems = verdicts(decisions, {one.article.id: place for place, one in enumerate(of.annotated)})
    stories = Groups(len(of.annotated), said.apart)
    for one, other in said.together:
        if stories.may_join(one, other):
            stories.join(one, other, one)
    copied = _copied(of, stories)
    leads = {place: _lead_copy(group, of) for group in copied for place in group}
    told = _told(of, sorted(set(leads.values())), stories)
    judged = _Judged(leads, told, said)
    made = (_story(group, of, judged) for group in stories if len(group) > 1)
    return Found(tuple(sorted(made, key=lambda story: story.id)), problems)


def _copied(of: _Articles, stories: Groups) -> Groups:
    """Group the copies of one text, the likest first; each is like the longest one of its group too, which heads it."""
    alike = []
    for one, other in copies.suspicious_pairs([one.sketch for one in of.portraits]):
        like = of.likeness(one, other)
        if copies.is_copy(of.text(one), of.text(other), like):
            alike.append((-like.contained, -like.in_order, one, other))
    copied = Groups(len(of.portraits))
    for _, _, one, other in sorted(alike):
        heads = [copied.head(one), copied.head(other)]
        if copied.same(one, other) or not (stories.same(one, other) or stories.may_join(one, other)):
            continue
        if of.likeness(*heads).contained >= copies.REWORDED_CONTAINED:
            copied.join(one, other, max(heads, key=lambda head: (of.length(head), -head)))
            stories.join(one, other, one)
    return copied


def _lead_copy(group: Sequence[int], of: _Articles) -> int:
    return group[leading_copy([of.article(place) for place in group], [of.length(place) for place in group])]


def _lead_text(places: Sequence[int], of: _Articles) -> int:
    """Give the text that leads, of those that stand for all copies."""
    return places[leading_text([of.article(place) for place in places], [of.length(place) for place in places])]


def _told(of: _Articles, texts: Sequence[int], stories: Groups) -> dict[Pair, Event]:
    """Join the texts that tell one event, the likest first, and give what shows it for each two that are alike."""
    told = {place: of.portraits[place].telling for place in texts}
    among = Surroundings(list(told.values()))
    vectors = {place: among.vector(one) for place, one in told.items()}
    for group in stories:
        head = _lead_text([place for place in group if place in told], of)
        stories.join(group[0], group[0], head)

    def compared(one: int, other: int) -> Event:
        return events.event(told[one], told[other], cosine(vectors[one], vectors[other]), among)

    found = {}
    for places in likely_pairs(list(told.values()), list(vectors.values())):
        pair = (texts[places[0]], texts[places[1]])
        event = compared(*pair)
        if event.over >= 0 and not copies.is_same_form(*map(of.text, pair)):
            found[pair] = event
    for one, other in sorted(found, key=lambda pair: (-found[pair].over, pair)):
        heads = [stories.head(one), stories.head(other)]
        if stories.may_join(one, other) and compared(*heads).over >= -events.BESIDE_LEAD:
            stories.join(one, other, _lead_text(heads, of))
    return found


def _story(group: Sequence[int], of: _Articles, judged: _Judged) -> Story:
    texts = sorted({judged.leads[place] for place in group})
    lead = _lead_text(texts, of)
    rule = rule_of_lead(of.article(lead), [of.article(place) for place in group])
    members = tuple(_member(place, lead, texts, of, judged) for place in sorted(group, key=lambda one: _when(one, of)))
    return Story(StoryId(of.article(group[0]).id), of.article(lead).id, rule, members)


def _when(place: int, of: _Articles) -> tuple[bool, int, str]:
    days = days_covered(of.article(place).front.published)
    return days is None, days[1] if days else 0, of.article(place).id


def _member(place: int, lead: int, texts: Sequence[int], of: _Articles, judged: _Judged) -> Member:
    """Give an article's part in its story, compared with the copy that leads its text, or with another text."""
    article, text = of.article(place), judged.leads[place]
    if place == lead:
        return Member(article.id, "lead")
    if place != text:
        agency = shares_agency(article, of.article(text))
        same = Sameness(
            "wording",
            of.likeness(place, text).contained,
            _days_between(place, text, of),
        )
        return Member(article.id, "agency copy" if agency else "copy", of.article(text).id, same)
    other, same = _same_event(place, lead, texts, of, judged)
    return Member(article.id, "same event", of.article(other).id, same)


def _same_event(place: int, lead: int, texts: Sequence[int], of: _Articles, judged: _Judged) -> tuple[int, Sameness]:
    """Give the text that is most like another one, the lead if it is alike, and why; or what an editor decided."""
    pairs = {(min(place, other), max(place, other)): other for other in texts if other != place}
    alike = {pair: judged.events[pair] for pair in pairs if pair in judged.events}
    if not alike:
        reasons = (decision.why or "" for pair, decision in judged.said.together.items() if place in pair)
        return lead, Sameness("decision", days=_days_between(place, lead, of), why=next(reasons, ""))
    pair = max(alike, key=lambda one: (pairs[one] == lead, alike[one].share, one))
    event = alike[pair]
    turned = place != pair[0]
    return pairs[pair], Sameness(
        "event",
        event.share,
        event.days,
        printed(of.annotated[place], event.names, of.records),
        tuple(_spans(one, other, turned=turned) for one, other in event.figures),
        tuple(_spans(one, other, turned=turned) for one, other in event.quotations),
    )


def _spans(one: Counted | Quoted, other: Counted | Quoted, *, turned: bool) -> SpanPair:
    spans = Span(one.start, one.end), Span(other.start, other.end)
    return (spans[1], spans[0]) if turned else spans


def _days_between(one: int, other: int, of: _Articles) -> int | None:
    return days_between(*(days_covered(of.article(place).front.published) for place in (one, other)))
