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

from generator.model import Kind, Record
from generator.reading.content import read_content

from .labels import folded, labels
from .scoring import ROOT, Score, called
from .suggested import accepted, names_of, of_raw_documents

CLASSES = frozenset({"chinese-state-media"})
"""Records of ours that are classes of things, which texts tell of and do not name."""


class Named(NamedTuple):
    """What people say a text names: the kind, and the names of it."""

    kind: Kind
    names: tuple[str, ...]


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the raw documents, added as they are."""
    records = of_raw_documents(folder).records
    ours = read_content(ROOT / "content").records.values()
    named = (one for one in ours if one.kind not in {"topic", "country"} and one.id not in CLASSES)
    wanted = [Named(one.kind, (one.label, *one.aliases)) for one in named]
    yield from _scores("raw documents", wanted, records)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents, suggested from together."""
    documents = labels("names.jsonl")
    with TemporaryDirectory() as work:
        content = Path(work)
        articles = content / "articles" / "undated"
        articles.mkdir(parents=True)
        for document in documents:
            text = f"---\ntitle: {json.dumps(document['title'])}\n---\n\n{document['body']}\n"
            (articles / f"{document['id']}.md").write_text(text, encoding="utf-8")
        records = accepted(content)
    wanted = merged(Named(kind, tuple(names)) for document in documents for kind, *names in document["names"])
    yield from _scores("own", wanted, records)


def merged(wanted: Iterable[Named]) -> list[Named]:
    """Give labels with those made one that name one thing in several documents, by the canonical name of either."""
    found: list[Named] = []
    for label in wanted:
        own = {*map(folded, label.names)}
        place = next((n for n, one in enumerate(found) if _is_one(label, own, one)), None)
        if place is None:
            found.append(label)
        else:
            known = found[place]
            found[place] = Named(known.kind, tuple(dict.fromkeys((*known.names, *label.names))))
    return found


def _is_one(label: Named, own: Collection[tuple[str, ...]], other: Named) -> bool:
    return label.kind == other.kind and (
        folded(other.names[0]) in own or folded(label.names[0]) in {*map(folded, other.names)}
    )


def matched(wanted: Sequence[Named], records: Iterable[Record]) -> tuple[dict[int, list[Record]], list[Record]]:
    """Give the records that are right for each label, by its place in the list, and those that are right for none."""
    bearers = {folded(name): place for place, label in reversed(list(enumerate(wanted))) for name in label.names}
    right: dict[int, list[Record]] = {}
    wrong: list[Record] = []
    for record in records:
        place = next((bearers[one] for one in map(folded, names_of(record)) if one in bearers), None)
        if place is None:
            wrong.append(record)
        else:
            right.setdefault(place, []).append(record)
    return right, wrong


def _scores(documents: str, wanted: Sequence[Named], records: Collection[Record]) -> Iterator[Score]:
    right, wrong = matched(wanted, records)
    told = f"{len(wanted)} names in {called(documents)}"
    missed = [label for place, label in enumerate(wanted) if place not in right]
    mistyped = [place for place, found in right.items() if all(one.kind != wanted[place].kind for one in found)]
    split = [place for place, found in right.items() if len(found) > 1]
    faults = [f"{label.kind} {label.names[0]}" for label in missed]
    yield Score(f"names, recall, {documents}", len(right) / len(wanted), 0.96, told, tuple(faults))
    faults = [f"{one.kind} {one.label}" for one in wrong]
    yield Score(f"names, precision, {documents}", 1 - len(wrong) / len(records), 0.96, told, tuple(faults))
    faults = [f"{wanted[place].kind} {wanted[place].names[0]}: given as {right[place][0].kind}" for place in mistyped]
    yield Score(f"names, kind right, {documents}", 1 - len(mistyped) / len(right), 0.96, told, tuple(faults))
    faults = [f"{wanted[place].names[0]}: {' | '.join(one.label for one in right[place])}" for place in split]
    yield Score(f"names, not split, {documents}", 1 - len(split) / len(right), 0.99, told, tuple(faults))
