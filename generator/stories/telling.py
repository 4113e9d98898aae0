"""What of an article tells its event: the words of its head, and the names, figures and quotations of all of it.

News says first what happened, and last what everybody knows; so words count in the title, the standfirst and the
opening. Names are words with a capital inside a sentence; where a record is named, its label stands for whatever name
the text uses, so that spellings agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.dates import days_covered
from generator.model import ENTITY_KINDS, FIELDS
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from generator.annotation import AnnotatedArticle
    from generator.model import FieldName, Record, RecordId

TITLE_WEIGHT = 3
"""A word of the title counts as so many of the opening."""
OPENING, OPENING_LEAST, OPENING_MOST = 0.5, 60, 120
"""The opening is so much of the body, but not fewer and not more words than these."""
STEM = 6
"""Letters of a word that are compared: endings differ (protest, protesters). Found to serve most languages well by
McNamee and Mayfield, "Character n-gram tokenization for European language text retrieval" (2004)."""
SHORTEST = 3
"""Letters of the shortest word that counts, in scripts with letters."""
_OPENING_MARKS = frozenset('“"‘«„「')
"""After one of these a word may have a capital only because a sentence begins."""
_KEPT = 2**16
"""Words and labels whose stems are kept, as texts repeat them."""
RUN = 4
"""Words in a row by which quotations are compared; the shortest that tells something has as many."""
MOST_READ = 100
"""Figures and quotations of an article that are compared with those of others, the first ones."""
SMALL_FIGURE = 12
"""Figures up to here are small talk, unless they count the same and are rare."""

_STOP = frozenset(
    "a about according after again against all also amid among an and another any are as at be because been before "
    "being between both but by can could day days did do does during each even every few first for former from further "
    "had has have he her here him his how i if in into is it its itself just last later like made make many may might "
    "more most much must my new next no nor not now of off on once one only onto or other our out over own per said "
    "same say says she should since so some still such take than that the their them then there these they this those "
    "three through time to told too took two under until up upon us very via was we week weeks well were what when "
    "where whether which while who whom whose why will with within without would year years yet you your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


class Quoted(NamedTuple):
    """The folded words of a quotation, and where it stands in the body."""

    words: tuple[str, ...]
    start: int
    end: int


class Counted(NamedTuple):
    """A figure: its value, the stem of what it counts, and where it stands in the body."""

    value: float
    unit: str
    start: int
    end: int


class Telling(NamedTuple):
    """What of an article tells its event; `days` are those that its date covers, `cased` whether it has capitals.

    `terms` and `names` are stems, each once; `times` says how much each term counts. As tuples, they take the least
    memory, and all articles are in it at once.
    """

    terms: tuple[str, ...]
    times: tuple[int, ...]
    names: tuple[str, ...]
    cased: bool
    figures: tuple[Counted, ...]
    quotations: tuple[Quoted, ...]
    days: tuple[int, int] | None


def telling(annotated: AnnotatedArticle, body: Words, records: Mapping[RecordId, Record]) -> Telling:
    """Give what of an article, whose body's words are given, tells its event."""
    terms: Counter[str] = Counter()
    names: set[str] = set()
    for field in FIELDS:
        of_field = body if field == "body" else Words(annotated.article.text(field))
        opening = _opening(len(of_field)) if field == "body" else len(of_field)
        stems = _stems(annotated, field, of_field, opening, records)
        for stem in stems.of_opening:
            terms[stem] += TITLE_WEIGHT if field == "title" else 1
        if field != "title":
            names.update(stems.of_names)
    return Telling(
        tuple(terms),
        tuple(terms.values()),
        tuple(sorted(names)),
        body.text.lower() != body.text,
        tuple(
            Counted(one.value, _unit(one.unit), one.start, one.end) for one in annotated.annotation.figures[:MOST_READ]
        ),
        tuple(_quotations(annotated, body)),
        days_covered(annotated.article.front.published),
    )


def runs_of(said: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the runs of words of a quotation."""
    return zip(*(said[start:] for start in range(RUN)), strict=False)


def printed(annotated: AnnotatedArticle, names: Collection[str], records: Mapping[RecordId, Record]) -> tuple[str, ...]:
    """Give names as the body of an article prints them, those that stand together as one, in order, each once."""
    body = annotated.article.body
    found: list[tuple[int, int]] = []
    private = [(start, end) for start, end, stems in _labels(annotated, "body", records) if not stems]
    of_body = Words(body)
    for at, start in enumerate(of_body.starts):
        hidden = any(first <= start < end for first, end in private)
        if hidden or not of_body.written[at][0].isupper() or stem_of(of_body.folded[at]) not in names:
            continue
        if found and found[-1][1] == start - 1 and of_body.gaps[at] == " ":
            found[-1] = (found[-1][0], of_body.ends[at])
        else:
            found.append((start, of_body.ends[at]))
    return tuple(dict.fromkeys(body[start:end] for start, end in found))


@lru_cache(_KEPT)
def stem_of(word: str) -> str:
    """Give what of a folded word is compared; nothing of a word that tells nothing."""
    if word in _STOP or word[0].isdigit() or (len(word) < SHORTEST and word.isascii()):
        return ""
    return word[:STEM]


class _Stems(NamedTuple):
    """The stems of a field's opening, and those of all names in it."""

    of_opening: list[str]
    of_names: list[str]


def _stems(
    annotated: AnnotatedArticle, field: FieldName, of_field: Words, opening: int, records: Mapping[RecordId, Record]
) -> _Stems:
    """Give the stems of a field. The first word of a mention stands for the whole label, the others for nothing."""
    of_opening = [*map(_alone, of_field.folded[:opening])]
    of_names: list[str] = []
    mentioned: set[int] = set()
    for start, end, label in _labels(annotated, field, records):
        first, last = bisect_left(of_field.starts, start), bisect_left(of_field.starts, end)
        mentioned.update(range(first, last))
        of_names += label
        if last <= opening:
            of_opening[first:last] = [label, *[()] * (last - first - 1)]
    passed = mentioned | {
        bisect_left(of_field.starts, span.start) for span in getattr(annotated.annotation.sentences, field)
    }
    for at in [at for at, written in enumerate(of_field.written) if written[0].isupper()]:
        if at not in passed and _OPENING_MARKS.isdisjoint(of_field.gaps[at]):
            of_names += _alone(of_field.folded[at])
    return _Stems([*chain.from_iterable(of_opening)], of_names)


@lru_cache(_KEPT)
def _alone(word: str) -> tuple[str, ...]:
    stem = stem_of(word)
    return (stem,) if stem else ()


def _labels(
    annotated: AnnotatedArticle, field: FieldName, records: Mapping[RecordId, Record]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Give where entities are named in a field, with the stems of their labels; the longest of each place.

    Those of private records stand for nothing, so that nobody is found, or shown, by the name of a person at risk.
    """
    chosen: list[tuple[int, int, tuple[str, ...]]] = []
    mentions = [(one.start, -one.end, one.record) for one in annotated.annotation.mentions if one.field == field]
    for start, end, key in sorted(mentions):
        record = records.get(key)
        if record and record.kind in ENTITY_KINDS and -end > start and (not chosen or start >= chosen[-1][1]):
            chosen.append((start, -end, () if record.private else _of_label(record.label)))
    return chosen


@lru_cache(_KEPT)
def _of_label(label: str) -> tuple[str, ...]:
    return tuple(filter(None, map(stem_of, Words(label).folded)))


def _opening(length: int) -> int:
    return round(max(OPENING_LEAST, min(OPENING_MOST, OPENING * length)))


@lru_cache(_KEPT)
def _unit(unit: str) -> str:
    """Give the stem of what a figure counts: of the last word, which names the thing ("state-run camps")."""
    counted = Words(unit).folded
    return counted[-1][:STEM] if counted else ""


def _quotations(annotated: AnnotatedArticle, body: Words) -> Iterator[Quoted]:
    for quotation in annotated.annotation.quotations[:MOST_READ]:
        first, last = bisect_left(body.starts, quotation.start), bisect_left(body.starts, quotation.end)
        if last - first >= RUN:
            yield Quoted(tuple(body.folded[first:last]), quotation.start, quotation.end)
