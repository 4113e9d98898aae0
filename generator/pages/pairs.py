"""Pairs: the articles of a record that also name others, and the sentences by which each names both."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from generator.annotation import AnnotatedArticle, Mention, Span
from generator.pages.evidence import by_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.comentions import Comention
    from generator.corpus import Corpus
    from generator.model import ArticleId, FieldName, RecordId


class Sentence(NamedTuple):
    """A sentence, and what it mentions of two records."""

    span: Span
    mentions: tuple[Mention, ...]


class Naming(NamedTuple):
    """How an article names two records: by one sentence that names both, or by the first that names each."""

    article: AnnotatedArticle
    together: bool
    sentences: tuple[Sentence, ...]

    @property
    def place(self) -> tuple[FieldName, int]:
        """The field and the offset at which to read it."""
        return (self.sentences[0].mentions[0].field, self.sentences[0].span.start) if self.sentences else ("title", 0)


BySentence = dict[tuple["FieldName", Span], list[Mention]]


class Pairs:
    """A record among those beside it. Only the record's own articles are asked, each looked at once.

    So its page does not depend on what is written about the others alone.
    """

    def __init__(self, record: RecordId, corpus: Corpus) -> None:
        self._record = record
        self._corpus = corpus
        self._named: dict[ArticleId, dict[RecordId, list[Mention]]] = {}
        self._parted: dict[tuple[ArticleId, RecordId], BySentence] = {}

    def shared(self, beside: Iterable[Comention], most: int) -> dict[RecordId, list[AnnotatedArticle]]:
        """Give the newest articles that mention the record and each of some others, as many as are looked at."""
        left = {one.record: min(most, one.articles) for one in beside}
        shared: dict[RecordId, list[AnnotatedArticle]] = {other: [] for other in left}
        for annotated in self._corpus.articles_of(self._record) if left else ():
            found = annotated.annotation
            named = {*self._mentions(annotated), *[country.id for country in found.countries]}
            for other in left.keys() & named:
                shared[other].append(annotated)
                left[other] -= 1
                if not left[other]:
                    del left[other]
            if not left:
                break
        return shared

    def naming(self, annotated: AnnotatedArticle, other: RecordId) -> Naming:
        """Find how an article names the two; a sentence of the text tells more than the title, which is shown anyhow.

        A record that is found by the name of the other alone, as a country by that of its president, is not named by
        it.
        """
        own, others = self._by_sentence(annotated, self._record), self._by_sentence(annotated, other)
        both = [
            Sentence(place[1], (*mentions, *others[place]))
            for place, mentions in own.items()
            if place in others and len({(mention.start, mention.end) for mention in (*mentions, *others[place])}) > 1
        ]
        if both:
            told = min(both, key=lambda sentence: sentence.mentions[0].field == "title")
            return Naming(annotated, True, (told,))
        firsts = {place: tuple(mentions) for found in (own, others) for place, mentions in islice(found.items(), 1)}
        sentences = tuple(Sentence(place[1], mentions) for place, mentions in firsts.items())
        return Naming(annotated, False, sentences)

    def namings(self, shared: Iterable[AnnotatedArticle], other: RecordId, most: int) -> list[Naming]:
        """Give how some articles name the two: first those that do it in one sentence, of these the newest."""
        together: list[Naming] = []
        apart: list[Naming] = []
        for annotated in shared:
            naming = self.naming(annotated, other)
            (together if naming.together else apart).append(naming)
            if len(together) == most:
                break
        return (together + apart)[:most]

    def _mentions(self, annotated: AnnotatedArticle) -> dict[RecordId, list[Mention]]:
        key = annotated.article.id
        if key not in self._named:
            named: dict[RecordId, list[Mention]] = {}
            for mention in annotated.annotation.mentions:
                named.setdefault(mention.record, []).append(mention)
            self._named[key] = named
        return self._named[key]

    def _by_sentence(self, annotated: AnnotatedArticle, record: RecordId) -> BySentence:
        key = (annotated.article.id, record)
        if key not in self._parted:
            self._parted[key] = by_sentence(annotated, self._mentions(annotated).get(record, ()))
        return self._parted[key]
