"""Quotations with their speakers, as data/quotations.jsonl has them, against people's labels.

A quotation is right if its words are exactly those of the label, marks and outer punctuation apart, and its speaker is
the one that the label names: by the label or an alias of its record, or, where nobody has a record ("a captain"), by
a word of what the text calls it. Labels marked `optional` are words of which readers may differ whether anybody is
quoted; they count neither as missed nor as wrong.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.annotation import AnnotatedArticle
from generator.model import Record, RecordId

from .labels import RAW, Label, contains, folded, labels, stretch
from .scoring import Counts, Score, called
from .suggested import annotated, names_of, of_raw_documents


class Said(NamedTuple):
    """Words that are quoted, and how the text names who said them."""

    text: str
    speaker: Record | None
    speaker_text: str


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the raw documents, with the records that `suggest` proposes for them."""
    found = of_raw_documents(folder)
    by_article: dict[tuple[str, int], list[Label]] = {place: [] for place in found.articles}
    for label in labels("shared_quotations.jsonl"):
        text = stretch(folder / RAW / label["document"], label)
        by_article.setdefault((label["document"], label["article"]), []).append({**label, "text": text})
    pairs = [(wanted, said(found.articles.get(place), found.known)) for place, wanted in by_article.items()]
    yield from _scores("raw documents", pairs)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents, each with its own records."""
    pairs = []
    for document in labels("quotations.jsonl"):
        records = (
            Record(RecordId(f"record-{number}"), kind, label, aliases=tuple(aliases))
            for number, (kind, label, *aliases) in enumerate(document["records"])
        )
        found = said(*annotated(document, records))
        wanted = [
            {"text": text, "speaker": speaker, "optional": bool(rest)}
            for text, speaker, _, *rest in document["quotations"]
        ]
        pairs.append((wanted, found))
    yield from _scores("own", pairs)


def said(one: AnnotatedArticle | None, known: Mapping[RecordId, Record]) -> list[Said]:
    """Give the quotations of an article, none where there is no article."""
    if one is None:
        return []
    body = one.article.body
    return [
        Said(body[quotation.start : quotation.end], known.get(quotation.speaker), quotation.speaker_text)
        for quotation in one.annotation.quotations
    ]


def matched(wanted: Sequence[Label], found: Iterable[Said]) -> tuple[list[tuple[Label, Said]], list[Said], list[Label]]:
    """Give the pairs of labels and quotations of the same words, quotations without a label, and labels without one.

    Each label is matched once, in order, so that a phrase that is quoted twice has to be found twice.
    """
    left = list(wanted)
    pairs, more = [], []
    for one in found:
        place = next((place for place, label in enumerate(left) if folded(label["text"]) == folded(one.text)), None)
        if place is None:
            more.append(one)
        else:
            pairs.append((left.pop(place), one))
    return pairs, more, left


def is_speaker(label: Label, one: Said) -> bool:
    """Tell whether a quotation has the speaker of its label."""
    wanted = [folded(name) for name in label["speaker"]]
    if one.speaker is not None:
        return any(folded(name) in wanted for name in names_of(one.speaker))
    return any(contains(folded(one.speaker_text), name) for name in wanted)


def _scores(documents: str, pairs: Iterable[tuple[list[Label], list[Said]]]) -> Iterator[Score]:
    spans, whole, number = Counts(), Counts(), 0
    faults: list[str] = []
    for wanted, found in pairs:
        both, more, missed = matched(wanted, found)
        certain = [(label, one) for label, one in both if not label.get("optional")]
        left = [label for label in missed if not label.get("optional")]
        wrong = [(label, one) for label, one in certain if not is_speaker(label, one)]
        spans = spans + Counts(len(certain), len(more), len(left))
        whole = whole + Counts(len(certain) - len(wrong), len(more) + len(wrong), len(left) + len(wrong))
        number += len(certain) + len(left)
        faults += [f"missed: {label['text']}" for label in left]
        faults += [f"no quotation: {one.text}" for one in more]
        faults += [f"{label['speaker'][0]} is given as {_speaker(one)}: {one.text}" for label, one in wrong]
    told = f"{number} quotations in {called(documents)}"
    yield Score(f"quotations with speaker, {documents}", whole.f1, 0.90, told, tuple(faults))
    yield Score(f"quotations, words alone, {documents}", spans.f1, 0.95, told)


def _speaker(one: Said) -> str:
    return one.speaker.label if one.speaker else f"“{one.speaker_text}”"
