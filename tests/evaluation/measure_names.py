"""Named entities after `suggest --accept-all` without any authority file, against people's labels.

A label is a kind and the names of one thing, its canonical name first. A record is right if its label is one of those
names, or an alias of it is; its kind is right if it is that of the label. A thing is split if several records are right
for it. On the raw documents the project's own authority files are the labels: they were made from these articles.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.cli_editing import suggest
from generator.ingest.add import add
from generator.model import Kind, Record
from generator.reading.content import read_content
from generator.words import fold, words

from .scoring import DOCUMENTS, ROOT, Score

RAW = "seeds"


class Label(NamedTuple):
    """What people say a text names: the kind, and the names of it."""

    kind: Kind
    names: tuple[str, ...]


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the raw documents, added as they are."""
    with TemporaryDirectory() as work:
        content = Path(work)
        add(sorted((folder / RAW).glob("*.txt")), content)
        records = accepted(content)
    ours = read_content(ROOT / "content").records.values()
    labels = [Label(one.kind, (one.label, *one.aliases)) for one in ours if one.kind not in {"topic", "country"}]
    yield from _scores("raw documents", labels, records)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents, suggested from together."""
    lines = (DOCUMENTS / "names.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    with TemporaryDirectory() as work:
        content = Path(work)
        articles = content / "articles" / "undated"
        articles.mkdir(parents=True)
        for document in documents:
            text = f"---\ntitle: {json.dumps(document['title'])}\n---\n\n{document['body']}\n"
            (articles / f"{document['id']}.md").write_text(text, encoding="utf-8")
        records = accepted(content)
    labels = merged(Label(kind, tuple(names)) for document in documents for kind, *names in document["names"])
    yield from _scores("own", labels, records)


def accepted(content: Path) -> list[Record]:
    """Give the records of a content folder after all proposals were accepted."""
    suggest(content, accept_all=True)
    return list(read_content(content).records.values())


def merged(labels: Iterable[Label]) -> list[Label]:
    """Give labels with those of several documents that name one thing made one."""
    found: dict[str, Label] = {}
    for label in labels:
        key = _folded(label.names[0])
        known = found.get(key, label)
        found[key] = Label(known.kind, tuple(dict.fromkeys((*known.names, *label.names))))
    return list(found.values())


def matched(labels: Sequence[Label], records: Iterable[Record]) -> tuple[dict[int, list[Record]], list[Record]]:
    """Give the records that are right for each label, by its place in the list, and those that are right for none."""
    bearers = {_folded(name): place for place, label in reversed(list(enumerate(labels))) for name in label.names}
    right: dict[int, list[Record]] = {}
    wrong: list[Record] = []
    for record in records:
        place = next((bearers[one] for one in _names(record) if one in bearers), None)
        if place is None:
            wrong.append(record)
        else:
            right.setdefault(place, []).append(record)
    return right, wrong


def _scores(documents: str, labels: Sequence[Label], records: Collection[Record]) -> Iterator[Score]:
    right, wrong = matched(labels, records)
    told = f"{len(labels)} names in {documents}"
    kinds = sum(any(one.kind == labels[place].kind for one in found) for place, found in right.items())
    whole = sum(len(found) == 1 for found in right.values())
    yield Score(f"names, recall, {documents}", len(right) / len(labels), 0.96, told)
    yield Score(f"names, precision, {documents}", 1 - len(wrong) / len(records), 0.96, told)
    yield Score(f"names, kind right, {documents}", kinds / len(right), 0.96, told)
    yield Score(f"names, not split, {documents}", whole / len(right), 0.99, told)


def _names(record: Record) -> list[str]:
    return [_folded(name) for name in (record.label, *record.aliases)]


def _folded(name: str) -> str:
    return " ".join(map(fold, words(name)))
