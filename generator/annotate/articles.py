"""The map over all articles: what an earlier run found is taken where nothing that decides over it has changed.

An annotation depends on its article and on the records whose names share a word with it. So after a change of
authority files or decisions only those articles are read again in which a word of a name stands that has changed.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.article import annotate
from generator.annotation import AnnotatedArticle, Annotation
from generator.limits import Limits, OverLimitError, within
from generator.making.memo import Memo
from generator.making.workers import shared_out
from generator.model import FIELDS, Record, RecordId
from generator.problems import Problem
from generator.words import Words
from generator.writing import digest_of, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.annotate.gazetteer import Gazetteer
    from generator.model import Article

LIMITS = Limits(seconds=5, memory=512 * 2**20)
"""What one article may take; one that takes more is left out and told."""
_HINT = "split it, or remove what is no text"

Denied = frozenset[tuple[str | None, str]]
"""Names that decisions deny: of which record, None for all, and the name."""


class Authority(msgspec.Struct, frozen=True):
    """What decides over annotations beside the article: the settled records by id, and the names that are denied."""

    records: dict[RecordId, Record]
    denied: Denied = frozenset()


class KnownAnnotations:
    """Annotations of earlier runs and the authority by which they were made; without a folder nothing is kept."""

    def __init__(self, folder: Path | None = None, context: bytes = b"") -> None:
        self._results = Memo(folder and folder / "annotations", Annotation, context)
        self._path = folder and folder / "authority"
        self._before = _read(self._path) if self._path else None

    def of(self, article: Article, changed: frozenset[str] | None) -> Annotation | None:
        """Give what is known of an article, unless a word of a name that has changed stands in it."""
        if changed is None or (changed and not changed.isdisjoint(_words(article))):
            return None
        return self._results.get(_key(article))

    def changed_words(self, authority: Authority) -> frozenset[str] | None:
        """Give the words of all names that have changed, or None where everything may have."""
        return None if self._before is None else frozenset(_changed(self._before, authority))

    def keep(self, article: Article, annotation: Annotation) -> None:
        """Keep what is found in an article for the next run."""
        self._results.put(_key(article), annotation)

    def save(self, authority: Authority) -> None:
        """Write what is kept; without its authority, which goes first, nothing is known, so a run may be killed."""
        if self._path:
            self._path.unlink(missing_ok=True)
            self._results.save()
            replace_file(self._path, msgspec.msgpack.encode(authority))


def annotate_all(
    articles: Sequence[Article],
    gazetteer: Gazetteer,
    authority: Authority,
    known: KnownAnnotations,
    jobs: int = 1,
    executor: Executor | None = None,
) -> tuple[list[AnnotatedArticle], list[Problem]]:
    """Give all articles with what is found in them, in their order, and a problem for each that is beyond the limits.

    `jobs` is the number of processes to work with, `executor` has the workers instead where there is one.
    """
    changed = known.changed_words(authority)
    found = {article.id: known.of(article, changed) for article in articles}
    todo = [article for article in articles if found[article.id] is None]
    fresh = shared_out(_annotations, gazetteer, todo, jobs, executor)
    beyond = []
    for article, annotation in zip(todo, fresh, strict=True):
        if isinstance(annotation, str):
            beyond.append(Problem(article.path, 1, annotation, hint=_HINT))
        else:
            known.keep(article, annotation)
            found[article.id] = annotation
    known.save(authority)
    return [AnnotatedArticle(article, one) for article in articles if (one := found[article.id]) is not None], beyond


def _annotations(gazetteer: Gazetteer, articles: Sequence[Article]) -> list[Annotation | str]:
    return [annotation_of(article, gazetteer) for article in articles]


def annotation_of(article: Article, gazetteer: Gazetteer) -> Annotation | str:
    """Give what is found in an article, or the reason why it is beyond the limits and left out."""
    try:
        with within(LIMITS):
            return annotate(article, gazetteer).annotation
    except OverLimitError as error:
        return str(error)


def _key(article: Article) -> bytes:
    return digest_of(msgspec.msgpack.encode((article.front, article.blocks)))


def _changed(before: Authority, now: Authority) -> Iterator[str]:
    for key in before.records.keys() | now.records.keys():
        versions = [one.records[key] for one in (before, now) if key in one.records]
        if versions[0] != versions[-1] or len(versions) == 1:
            yield key
            for record in versions:
                yield from _words_of(record)
    for _, name in before.denied ^ now.denied:
        yield from _folded(name)


def _words_of(record: Record) -> Iterator[str]:
    for name in (record.label, *record.aliases, *record.terms, *record.requires, *record.excludes):
        yield from _folded(name)


def _folded(text: str) -> Iterable[str]:
    return Words(text).folded


def _words(article: Article) -> set[str]:
    """Give the words of an article, and the records that its front matter names."""
    front = article.front
    texts = [*(article.text(field) for field in FIELDS), front.source.dateline or ""]
    named = {*front.entities, *front.topics, *map(str.lower, front.countries)}
    return named | {word for text in texts for word in _folded(text)}


def _read(path: Path) -> Authority | None:
    with suppress(OSError, msgspec.DecodeError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Authority)
    return None
