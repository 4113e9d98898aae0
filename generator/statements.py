"""What is said by whom: the quotations of all articles, gathered by their speakers.

What may not be shown is not gathered, and neither is what people with a private record say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from generator.annotation import Quotation, Span
from generator.model import ArticleId, RecordId
from generator.repeated import told_once, wording
from generator.rights import shows_sentences
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from generator.annotation import AnnotatedArticle, Mention
    from generator.model import Record

OF_A_SPEAKER = 5
"""Quotations of one speaker beside those of others; who is quoted more often has a page of quotations."""
_PRONOUNS = frozenset("he she it they we i you who one".split())
_ARTICLES = ("the ", "an ", "a ", "its ", "their ", "his ", "her ")
_FEWEST_SPACES = 3
"""Shorter words may be said twice."""
NOT_TOLD = ""
"""The speaker of words that a text gives to nobody, or to a pronoun that nobody is known for."""


class Said(msgspec.Struct, frozen=True, gc=False):
    """A quotation in its article, the sentences in which it stands, and whom or what these name beside its speaker.

    Articles in which the same speaker says the same words are told in `also`.
    """

    article: ArticleId
    quotation: Quotation
    passage: Span
    named: tuple[RecordId, ...]
    also: tuple[ArticleId, ...] = ()


class Statements(msgspec.Struct, frozen=True):
    """All that is said, in the order of the articles: by the records of those who speak, and by their printed words.

    Printed words that differ in case or in an article are those of one speaker.
    """

    by_record: dict[RecordId, tuple[Said, ...]]
    by_words: dict[str, tuple[Said, ...]]


def statements(
    articles: Iterable[AnnotatedArticle], records: Mapping[RecordId, Record], copies: Container[ArticleId] = ()
) -> Statements:
    """Gather what articles quote; `records` are the public ones, `copies` the articles that copy others."""
    by_record: dict[RecordId, list[tuple[str, Said]]] = {}
    by_words: dict[str, list[tuple[str, Said]]] = {}
    for annotated in articles:
        if not shows_sentences(annotated.article):
            continue
        body = annotated.article.body if annotated.annotation.quotations else ""
        for said in _said(annotated, records):
            words = body[said.quotation.start : said.quotation.end]
            entry = (wording(words) if words.count(" ") >= _FEWEST_SPACES else "", said)
            speaker = said.quotation.speaker
            if speaker is None:
                by_words.setdefault(speaker_words(said.quotation), []).append(entry)
            elif speaker in records:
                by_record.setdefault(speaker, []).append(entry)
    return Statements(
        {key: tuple(told_once(by_record[key], copies)) for key in records if key in by_record},
        {key: tuple(told_once(said, copies)) for key, said in sorted(by_words.items())},
    )


def speaker_words(quotation: Quotation) -> str:
    """Give the form of a printed speaker by which others are the same: without case and article."""
    words = fold(quotation.speaker_text).strip()
    if words in _PRONOUNS:
        return NOT_TOLD
    return next((words.removeprefix(article) for article in _ARTICLES if words.startswith(article)), words)


def _said(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> Iterator[Said]:
    """Yield the quotations of an article with the sentences from their first to their last word."""
    found = annotated.annotation
    if not found.quotations:
        return
    mentions = [one for one in found.mentions if one.field == "body" and one.rule != "term" and one.record in records]
    mentions.sort(key=_start)
    starts = [span.start for span in found.sentences.body]
    for quotation in found.quotations:
        first = max(0, bisect_right(starts, quotation.start) - 1)
        last = max(first, bisect_left(starts, quotation.end) - 1)
        sentences = found.sentences.body[first : last + 1]
        whole = Span(sentences[0].start, max(sentences[-1].end, quotation.end)) if sentences else _alone(quotation)
        inside = mentions[bisect_left(mentions, whole.start, key=_start) : bisect_left(mentions, whole.end, key=_start)]
        named = dict.fromkeys(mention.record for mention in inside if mention.record != quotation.speaker)
        yield Said(annotated.article.id, quotation, whole, tuple(named))


def _start(mention: Mention) -> int:
    return mention.start


def _alone(quotation: Quotation) -> Span:
    return Span(quotation.start, quotation.end)
