"""Cases: what waits for a decision, with what an editor must see to make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz

from generator.editing.deciding import proposed_ids
from generator.editing.waiting import is_decided, name_key
from generator.formats.folder import PROPOSED
from generator.formats.record_blocks import blocks
from generator.model import ArticleId, RecordId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.editing.deciding import Desk
    from generator.editing.waiting import Waiting
    from generator.model import FieldName, Record

DECIDED_HERE = frozenset({"proposed record", "ambiguous alias", "unresolved name", "story to confirm"})
"""The sorts of what waits that a decision settles; the others want writing."""

MOST_SENTENCES = 4
LONGEST_SENTENCE = 300
"""Characters of a sentence that are shown; the name stands in them."""
MOST_NEAR = 6
LEAST_LIKE = 60
"""Percent of likeness below which two names are not offered as one."""


class Near(NamedTuple):
    """A record that another could be a name of, and how like their names are, from 0 to 100."""

    record: Record
    likeness: float


def stands(case: Waiting, desk: Desk) -> bool:
    """Tell whether a case is still open, after other decisions."""
    if case.waits == "proposed record":
        return case.subject in proposed_ids(desk)
    if case.waits == "story to confirm":
        return not is_decided((one for one in desk.decisions if one.articles), case.subject, case.among[0])
    return sum(key in desk.settled for key in case.among) > 1


def sentences(case: Waiting, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield articles with a sentence that shows the name in brackets, one an article."""
    found = _mentions(case.subject, corpus) if case.waits == "proposed record" else _surfaces(case, corpus)
    for _, (annotated, field, start, end) in zip(range(MOST_SENTENCES), found, strict=False):
        yield annotated.article.id, marked(annotated, field, start, end)


def marked(annotated: AnnotatedArticle, field: FieldName, start: int, end: int) -> str:
    """Give the sentence around a span, the span in brackets, cut to what an eye takes in."""
    text = annotated.article.text(field)
    span = annotated.annotation.sentences.holding(field, start)
    first, last = (span.start, span.end) if span else (0, len(text))
    room = max(0, LONGEST_SENTENCE - (end - start)) // 2
    left, right = max(first, start - room), min(last, end + room)
    before = f"{'…' if left > first else ''}{text[left:start]}"
    after = f"{text[end:right]}{'…' if right < last else ''}"
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


def notes(case: Waiting, desk: Desk) -> Iterator[str]:
    """Yield what the proposal says of itself beside its sentences: how sure it is, and what it may be a name of."""
    for block in blocks(desk.texts[PROPOSED])[1]:
        if block.id == case.subject:
            for line in block.notes.splitlines():
                note = line.removeprefix("#").strip()
                if note.startswith(("confidence ", "perhaps ")):
                    yield note


def nearest_records(record: Record, records: Mapping[RecordId, Record]) -> list[Near]:
    """Give the records whose names are most like a record's, the likest first; those of its kind before others."""
    return _nearest((record.label, *record.aliases), records.values(), record)


def search_records(words: str, records: Mapping[RecordId, Record]) -> list[Near]:
    """Give the records that what somebody typed may mean, the likest first."""
    return _nearest((words,), records.values())


def _nearest(names: Iterable[str], records: Iterable[Record], like: Record | None = None) -> list[Near]:
    """Give the records that may take another one in, which countries and topics do not."""
    wanted = [name.casefold() for name in names]
    found = []
    for record in records:
        if record.kind in {"country", "topic"} or record == like:
            continue
        theirs = [name.casefold() for name in (record.label, *record.aliases, record.id)]
        likeness = max(_likeness(one, other) for one in wanted for other in theirs)
        if likeness >= LEAST_LIKE:
            found.append(Near(record, likeness))
    return sorted(found, key=lambda one: (-one.likeness, bool(like and one.record.kind != like.kind), one.record.id))[
        :MOST_NEAR
    ]


def _likeness(one: str, other: str) -> float:
    """Give how like two names are, from 0 to 100; a name whose words all stand in the other one is like it."""
    words, others = set(one.split()), set(other.split())
    shared = 90.0 if words <= others or others <= words else 0.0
    return max(fuzz.token_sort_ratio(one, other, score_cutoff=LEAST_LIKE), shared)


def _mentions(key: str, corpus: Corpus) -> Iterator[tuple[AnnotatedArticle, FieldName, int, int]]:
    """Yield where articles name a record, in full and in the body where they do."""
    for article, mentions in corpus.mentions.get(RecordId(key), {}).items():
        written = [one for one in mentions if one.rule != "asserted"]
        if written:
            best = min(written, key=lambda one: (one.rule == "partial", one.field != "body"))
            yield corpus.articles[article], best.field, best.start, best.end


def _surfaces(case: Waiting, corpus: Corpus) -> Iterator[tuple[AnnotatedArticle, FieldName, int, int]]:
    """Yield where articles have a name that was not settled, then where it was."""
    candidates = {*case.among}
    for annotated in corpus.articles.values():
        for one in annotated.annotation.unresolved:
            surface = annotated.article.text(one.field)[one.start : one.end]
            if name_key(surface) == name_key(case.label) and candidates >= {*one.candidates}:
                yield annotated, one.field, one.start, one.end
                break


def story_lines(case: Waiting, corpus: Corpus) -> Iterator[str]:
    """Yield what shows that two articles tell one story."""
    for key in (case.subject, *case.among):
        annotated = corpus.articles[ArticleId(key)]
        front = annotated.article.front
        yield f"{key}: {front.title} ({front.source.outlet or 'no outlet'}, {front.published or 'no date'})"
        first = next(iter(annotated.annotation.sentences.body), None)
        if first:
            yield f"  {annotated.article.body[first.start : first.end][:LONGEST_SENTENCE]}"
    story = corpus.stories[corpus.story_of[ArticleId(case.subject)]]
    same = next((one.sameness for one in story.members if one.article == case.subject), None)
    if same:
        what = "of the shorter text stands in the other" if same.rule == "wording" else "alike"
        names = ", ".join(corpus.records[RecordId(key)].label for key in same.names if key in corpus.records)
        yield f"{same.share:.0%} {what}{f'; both name {names}' if names else ''}"
