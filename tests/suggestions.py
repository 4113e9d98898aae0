"""What tests of suggesting share: a tagger that needs no model, and proposals for plain texts."""

import re
from collections.abc import Iterable, Iterator, Mapping

from builders import article

from generator.model import Record
from generator.suggest.model import Proposal
from generator.suggest.suggesting import suggest
from generator.suggest.tokens import Tag

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def tagger(labels: Mapping[str, str]):
    """Give a tagger that takes words with capitals for proper nouns, and knows some names with their labels."""

    def tag(texts: Iterable[str]) -> Iterator[tuple[Tag, ...]]:
        return (_tags(text, labels) for text in texts)

    return tag


def _tags(text: str, labels: Mapping[str, str]) -> tuple[Tag, ...]:
    entities = [
        (match.start(), match.end(), label)
        for name, label in labels.items()
        for match in re.finditer(re.escape(name), text)
    ]
    tags = []
    for match in _WORD.finditer(text):
        number = next((n for n, (start, end, _) in enumerate(entities) if start <= match.start() < end), -1)
        label = entities[number][2] if number >= 0 else ""
        tags.append(Tag(match.start(), "PROPN" if match[0][0].isupper() else "NOUN", label, number))
    return tuple(tags)


def proposals(
    *bodies: str, records: Iterable[Record] = (), denied: Iterable[str] = (), labels: Mapping[str, str] | None = None
) -> list[Proposal]:
    """Give the proposals for some articles, each a body."""
    articles = [article(body, f"article-{number}", title="a title") for number, body in enumerate(bodies, 1)]
    known = {record.id: record for record in records}
    return suggest(articles, known, {name.casefold() for name in denied}, tagger(labels or {}))


def proposed(*bodies: str, **given) -> dict[str, str]:
    """Give the labels of the proposals for some articles, with their kinds."""
    return {one.record.label: one.record.kind for one in proposals(*bodies, **given)}
