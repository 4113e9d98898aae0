"""What a copy changed of a text, sentence by sentence: words left out struck through, words put in underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from generator.markup import Markup, element, join
from generator.pages.parts import count, listing
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotation import AnnotatedArticle

MOST_SENTENCES = 200
"""Sentences of a text that are compared; the work grows with their square."""
MOST_WORDS = 80
"""Words of a sentence that are shown."""
ALIKE = 0.5
"""Two sentences are one, changed, if so many words of the shorter one stand in the other in the same order."""


class Changes(NamedTuple):
    """How many sentences a copy changed, left out and added, and the rows that show them."""

    changed: int
    left_out: int
    added: int
    rows: tuple[Markup, ...]

    @property
    def told(self) -> str:
        """The numbers as a sentence has them: "2 sentences changed, 1 left out"."""
        numbers = ((self.changed, "changed"), (self.left_out, "left out"), (self.added, "added"))
        some = [(number, what) for number, what in numbers if number]
        if not some:
            return "the same sentences"
        (first, what), *rest = some
        return ", ".join([f"{count(first, 'sentence')} {what}", *(f"{number} {what}" for number, what in rest)])


def changes(text: AnnotatedArticle, copy: AnnotatedArticle) -> Changes:
    """Give what a copy changed of a text; punctuation, capitals and paragraphs do not count."""
    before, after = _sentences(text), _sentences(copy)
    counted = {"changed": 0, "left out": 0, "added": 0}
    rows = []
    for kind, row in _rows(before, after):
        if kind in counted:
            counted[kind] += 1
        rows.append(row)
    return Changes(counted["changed"], counted["left out"], counted["added"], tuple(rows))


def as_list(rows: Sequence[Markup], most: int) -> Markup:
    """Give rows as a list of at most so many, and say how many more there are."""
    more = [element("li", f"and {count(len(rows) - most, 'more row')}", class_="more")] if len(rows) > most else []
    return listing([*rows[:most], *more], "changes")


def _sentences(annotated: AnnotatedArticle) -> list[Words]:
    body = annotated.article.body
    spans = annotated.annotation.sentences.body[:MOST_SENTENCES]
    return [Words(body[span.start : span.end]) for span in spans]


def _rows(before: Sequence[Words], after: Sequence[Words]) -> Iterator[tuple[str, Markup]]:
    """Yield the rows in order: sentences that are the same are counted, all others shown."""
    aligned = LCSseq.opcodes([tuple(one.folded) for one in before], [tuple(one.folded) for one in after])
    left: list[Words] = []
    put: list[Words] = []
    for step in aligned:
        if step.tag != "equal":
            left += before[step.src_start : step.src_end]
            put += after[step.dest_start : step.dest_end]
            continue
        yield from _block(left, put)
        left, put = [], []
        same = step.src_end - step.src_start
        yield "same", element("li", f"{count(same, 'sentence')} the same", class_="same")
    yield from _block(left, put)


def _block(left: Sequence[Words], put: Sequence[Words]) -> Iterator[tuple[str, Markup]]:
    """Yield the rows of sentences that stand in one place of the two texts; those that are alike are one, changed."""
    at = 0
    for sentence in left:
        like = next((place for place in range(at, len(put)) if _alike(sentence, put[place])), None)
        if like is None:
            yield "left out", element("li", element("del", _cut(sentence)))
            continue
        yield from (("added", element("li", element("ins", _cut(one)))) for one in put[at:like])
        yield "changed", element("li", _changed(sentence, put[like]))
        at = like + 1
    yield from (("added", element("li", element("ins", _cut(one)))) for one in put[at:])


def _alike(one: Words, other: Words) -> bool:
    shorter = min(len(one), len(other))
    return (
        shorter > 0
        and LCSseq.similarity(one.folded, other.folded, score_cutoff=int(ALIKE * shorter)) >= ALIKE * shorter
    )


def _cut(sentence: Words) -> str:
    if len(sentence) <= MOST_WORDS:
        return sentence.text
    return f"{sentence.text[: sentence.ends[MOST_WORDS - 1]]} …"


def _changed(before: Words, after: Words) -> Markup:
    """Give a sentence with the words that were left out and, after them, those that were put in."""
    parts: list[Markup] = []
    put: list[Markup] = []
    for step in LCSseq.opcodes(before.folded[:MOST_WORDS], after.folded[:MOST_WORDS]):
        if step.tag == "delete":
            parts.append(element("del", _stretch(before, step.src_start, step.src_end)))
        elif step.tag == "insert":
            put.append(element("ins", _stretch(after, step.dest_start, step.dest_end)))
        else:
            parts += [*put, Markup.escape(_stretch(after, step.dest_start, step.dest_end))]
            put = []
    more = [Markup("…")] if max(len(before), len(after)) > MOST_WORDS else []
    return join([*parts, *put, *more], " ")


def _stretch(sentence: Words, first: int, last: int) -> str:
    """Give the words from one to another, exclusive, with the marks that follow each; the first has those before it."""
    start = sentence.starts[first] if first else 0
    end = sentence.starts[last] if last < len(sentence) else len(sentence.text)
    return sentence.text[start:end].strip()
