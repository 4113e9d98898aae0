"""What earlier runs found of stories: the portraits of articles and, where nothing at all has changed, the stories."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.making.memo import Memo
from generator.making.workers import shared_out
from generator.problems import Problem  # noqa: TC001 (msgspec reads by it what was kept)
from generator.stories.portrait import Portrait, portrait
from generator.story import Story  # noqa: TC001
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.annotation import AnnotatedArticle
    from generator.model import Record, RecordId


class Found(NamedTuple):
    """The stories, by id, and the problems of decisions that do not fit the articles."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


class KnownStories:
    """Stories and portraits of earlier runs; without a folder nothing is kept.

    Portraits are read and written only where stories must be sought, so that those of a run without a change stay.
    """

    def __init__(self, folder: Path | None = None, context: bytes = b"") -> None:
        self.found = Memo(folder and folder / "stories", Found, context)
        self._portraits = folder and folder / "portraits"
        self._context = context

    def portraits(
        self,
        annotated: Sequence[AnnotatedArticle],
        keys: Sequence[bytes],
        records: Mapping[RecordId, Record],
        jobs: int,
    ) -> list[Portrait]:
        """Give the portraits of articles, whose keys are given, in their order."""
        memo = Memo(self._portraits, Portrait, self._context)
        found = [*map(memo.get, keys)]
        todo = [place for place, one in enumerate(found) if one is None]
        for place, made in zip(todo, shared_out(_portrayed, (annotated, records), todo, jobs), strict=True):
            memo.put(keys[place], made)
            found[place] = made
        memo.save()
        return [_with_words_shared(one) for one in found if one is not None]


def key_of(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> bytes:
    """Give a digest of all that stories can depend on in an article, and in the records that it names."""
    named = dict.fromkeys(mention.record for mention in annotated.annotation.mentions)
    labels = [(key, one.kind, one.label, one.private) for key in named if (one := records.get(key))]
    article = annotated.article
    return digest_of(msgspec.msgpack.encode((article.front, article.blocks, annotated.annotation, labels)))


def _portrayed(
    state: tuple[Sequence[AnnotatedArticle], Mapping[RecordId, Record]], places: Sequence[int]
) -> list[Portrait]:
    annotated, records = state
    return [portrait(annotated[place], records) for place in places]


def _with_words_shared(one: Portrait) -> Portrait:
    """Give a portrait with the terms and names that others have too, as the very same strings, which saves memory."""
    told = one.telling
    return one._replace(
        telling=told._replace(terms=tuple(map(intern, told.terms)), names=tuple(map(intern, told.names)))
    )
