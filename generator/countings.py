"""Which number is given for what: the figures of all articles, those that count the same side by side.

Figures count the same where their sort, their noun and what they are about agree. What a figure is about is a record
that its sentence names (else its paragraph, else the title): of several, the one that most figures of its sort share,
so that numbers which contradict one another come together. They are never merged.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from generator.annotation import Figure, Span
from generator.model import BLOCK_SEPARATOR, ArticleId, RecordId
from generator.repeated import told_once, wording
from generator.rights import shows_sentences
from generator.sorts import TITLES, Sort, head_of, is_bare, noun_of, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.annotation import AnnotatedArticle, Mention
    from generator.model import Kind, Record

_ABOUT: dict[Kind, float] = {
    "event": 1.2,
    "group": 1.0,
    "place": 1.0,
    "programme": 1.0,
    "organisation": 0.8,
    "country": 0.6,
    "topic": 0.3,
}
"""The kinds of records that a count can be about, and how readily one is taken for that."""
_PEOPLES: tuple[Kind, ...] = ("group", "country")


class Counting(msgspec.Struct, frozen=True, gc=False):
    """A figure in its article with its sentence, its sort, its noun, and the records that it may be about.

    Articles that give it in the same sentence are told in `also`.
    """

    article: ArticleId
    figure: Figure
    sentence: Span
    sort: Sort
    noun: str
    named: tuple[RecordId, ...]
    also: tuple[ArticleId, ...] = ()


class Group(msgspec.Struct, frozen=True, gc=False):
    """Figures that count the same: of one sort and noun, about one record where they name any; largest first."""

    sort: Sort
    noun: str
    about: RecordId | None
    countings: tuple[Counting, ...]

    @property
    def articles(self) -> int:
        """The number of articles that give one of them."""
        return len({article for counting in self.countings for article in (counting.article, *counting.also)})


class Countings(msgspec.Struct, frozen=True):
    """The groups of each sort, those of most articles first, and the figures that name each record, newest first."""

    by_sort: dict[Sort, tuple[Group, ...]]
    by_record: dict[RecordId, tuple[Counting, ...]]


def countings(
    articles: Iterable[AnnotatedArticle],
    records: Mapping[RecordId, Record],
    copies: Mapping[ArticleId, ArticleId] = MappingProxyType({}),
) -> Countings:
    """Gather the figures of articles, newest first; `records` are the public ones, `copies` tells who copies whom."""
    copied = {*copies, *copies.values()}
    shown = [one for one in articles if shows_sentences(one.article)]
    entries = (
        (_wording(counting, one) if one.article.id in copied else "", counting)
        for one in shown
        for counting in _of_article(one, records)
    )
    found = told_once(entries, copies)
    by_noun: dict[tuple[Sort, str], list[Counting]] = defaultdict(list)
    by_record: dict[RecordId, list[Counting]] = defaultdict(list)
    for counting in found:
        by_noun[counting.sort, counting.noun].append(counting)
        for record in counting.named:
            by_record[record].append(counting)
    everywhere = {key: len(naming) for key, naming in by_record.items()}
    groups = [group for key in by_noun for group in _groups(*key, by_noun[key], everywhere, records)]
    groups.sort(key=_rank)
    return Countings(
        {sort: of_sort for sort in TITLES if (of_sort := tuple(group for group in groups if group.sort == sort))},
        {key: tuple(by_record[key]) for key in records if key in by_record},
    )


def _wording(counting: Counting, annotated: AnnotatedArticle) -> str:
    """Give the sentence of a figure with its sort and place, by which figures of copies are the same."""
    sentence = counting.sentence
    words = wording(annotated.article.body[sentence.start : sentence.end])
    return f"{counting.sort} {counting.figure.start - sentence.start} {words}"


def _rank(group: Group) -> tuple[int, str, str]:
    return -group.articles, group.about or "", group.noun


def _groups(
    sort: Sort,
    noun: str,
    found: Sequence[Counting],
    everywhere: Mapping[RecordId, int],
    records: Mapping[RecordId, Record],
) -> Iterator[Group]:
    """Part figures of one sort and noun by what they are about; a tie is broken by what all figures name most."""
    shared = Counter(record for counting in found for record in counting.named)
    groups: dict[RecordId | None, list[Counting]] = defaultdict(list)
    for counting in found:
        weighed = ((-shared[key] * _ABOUT[records[key].kind], -everywhere[key], key) for key in counting.named)
        groups[min(weighed)[2] if counting.named else None].append(counting)
    for about, of_record in groups.items():
        yield Group(sort, noun, about, tuple(sorted(of_record, key=lambda one: -one.figure.value)))


def _of_article(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> Iterator[Counting]:
    found = annotated.annotation
    if not found.figures:
        return
    mentions = [one for one in found.mentions if one.field != "standfirst" and _can_be_about(one, records)]
    body = annotated.article.body
    named = _Named(annotated, body, mentions)
    for index, figure in enumerate(found.figures):
        sentence = named.sentence(figure.start)
        bare = is_bare(figure.unit)
        low = max(sentence.start, found.figures[index - 1].end if index and not bare else 0)
        high = found.figures[index + 1].start if index + 1 < len(found.figures) else sentence.end
        sort = sort_of(
            figure.unit,
            body[low : figure.start],
            body[figure.end : max(figure.end, min(sentence.end, high))],
            names_people=any(records[key].kind in _PEOPLES for key in named.counted(figure, sentence)),
        )
        about = tuple(key for key in named.near(sentence) if key != figure.speaker) or _primary_topic(
            annotated, records
        )
        yield Counting(annotated.article.id, figure, sentence, sort, noun_of(figure.unit, sort), about)


def _can_be_about(mention: Mention, records: Mapping[RecordId, Record]) -> bool:
    found = mention.rule not in {"asserted", "term"} and mention.record in records
    return found and records[mention.record].kind in _ABOUT


def _primary_topic(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> tuple[RecordId, ...]:
    return tuple(topic.id for topic in annotated.annotation.topics if topic.primary and topic.id in records)


class _Named:
    """The records that an article names, found by place."""

    def __init__(self, annotated: AnnotatedArticle, body: str, mentions: Sequence[Mention]) -> None:
        self._body, self._sentences = body, annotated.annotation.sentences.body
        self._starts = [span.start for span in self._sentences]
        self._in_body = sorted((one for one in mentions if one.field == "body"), key=_start)
        self._in_title = tuple(dict.fromkeys(one.record for one in mentions if one.field == "title"))

    def sentence(self, offset: int) -> Span:
        """Give the sentence in which an offset lies."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        return self._sentences[number] if self._sentences else Span(0, len(self._body))

    def within(self, start: int, end: int) -> tuple[RecordId, ...]:
        """Give the records named in a stretch of the body, in order."""
        first, last = (bisect_left(self._in_body, offset, key=_start) for offset in (start, end))
        return tuple(dict.fromkeys(one.record for one in self._in_body[first:last]))

    def counted(self, figure: Figure, sentence: Span) -> tuple[RecordId, ...]:
        """Give the records that the noun of a figure names or, where it has none, the last name before it."""
        if is_bare(figure.unit):
            return self.within(sentence.start, figure.start)[-1:]
        return self.within(figure.end - len(head_of(figure.unit)), figure.end)

    def near(self, sentence: Span) -> tuple[RecordId, ...]:
        """Give the records named in a sentence, else before it in its paragraph, else in the title."""
        paragraph = max(0, self._body.rfind(BLOCK_SEPARATOR, 0, sentence.start))
        return self.within(sentence.start, sentence.end) or self.within(paragraph, sentence.start) or self._in_title


def _start(mention: Mention) -> int:
    return mention.start
