"""What of an article tells its event: the words of its head, and the names, figures and quotations of all of it.

News says first what happened, and last what everybody knows; so words count in the title, the standfirst and the
opening. Names are words with a capital inside a sentence; where a record is named, its label stands for whatever name
the text uses, so that spellings agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.dates import days_covered
from generator.model import ENTITY_KINDS, FIELDS
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from generator.model import AnnotatedArticle, FieldName, Record, RecordId

TITLE_WEIGHT = 3
"""A word of the title counts as so many of the opening."""
OPENING, OPENING_LEAST, OPENING_MOST = 0.5, 60, 120
"""The opening is so much of the body, but not fewer and not more words than these."""
STEM = 6
"""Letters of a word that are compared: endings differ (protest, protesters). Found to serve most languages well by
McNamee and Mayfield, "Character n-gram tokenization for European language text retrieval" (2004)."""
SHORTEST = 3
"""Letters of the shortest word that counts, in scripts with letters."""
QUOTED = 4
"""Words of the shortest quotation that tells something."""

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
    """What of an article tells its event; `terms` and `names` are stems, `days` the days that its date covers."""

    terms: dict[str, int]
    names: frozenset[str]
    figures: tuple[Counted, ...]
    quotations: tuple[Quoted, ...]
    days: tuple[int, int] | None


def telling(annotated: AnnotatedArticle, records: Mapping[RecordId, Record]) -> Telling:
    """Give what of an article tells its event."""
    found = annotated.annotation
    terms: dict[str, int] = {}
    names: set[str] = set()
    for field in FIELDS:
        named = _labels(annotated, field, records)
        of_field = Words(annotated.article.text(field))
        opening = _opening(len(of_field)) if field == "body" else len(of_field)
        weight = TITLE_WEIGHT if field == "title" else 1
        starts = {span.start for span in getattr(found.sentences, field)}
        for at, (stems, is_name) in enumerate(_stems(of_field, named, starts)):
            if at < opening:
                for stem in stems:
                    terms[stem] = terms.get(stem, 0) + weight
            if is_name and field != "title":
                names.update(stems)
    return Telling(
        terms,
        frozenset(names),
        tuple(Counted(one.value, _unit(one.unit), one.start, one.end) for one in found.figures),
        tuple(_quotations(annotated)),
        days_covered(annotated.article.front.published),
    )


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


def stem_of(word: str) -> str:
    """Give what of a folded word is compared; nothing of a word that tells nothing."""
    if word in _STOP or word[0].isdigit() or (len(word) < SHORTEST and word.isascii()):
        return ""
    return word[:STEM]


def _stems(
    of_field: Words, named: Sequence[tuple[int, int, tuple[str, ...]]], sentence_starts: set[int]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield for each word of a field the stems that it stands for, and whether they are of a name.

    The first word of a mention stands for the whole label, the others for nothing.
    """
    mention = 0
    for start, written, folded in zip(of_field.starts, of_field.written, of_field.folded, strict=True):
        while mention < len(named) and named[mention][1] <= start:
            mention += 1
        if mention < len(named) and named[mention][0] <= start:
            yield (named[mention][2] if start == named[mention][0] else ()), True
            continue
        stem = stem_of(folded)
        yield ((stem,) if stem else ()), written[0].isupper() and start not in sentence_starts


def _labels(
    annotated: AnnotatedArticle, field: FieldName, records: Mapping[RecordId, Record]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Give where entities are named in a field, with the stems of their labels; the longest of each place.

    Those of private records stand for nothing, so that nobody is found, or shown, by the name of a person at risk.
    """
    chosen: list[tuple[int, int, tuple[str, ...]]] = []
    mentions = (one for one in annotated.annotation.mentions if one.field == field and one.end > one.start)
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        record = records.get(mention.record)
        if record is None or record.kind not in ENTITY_KINDS:
            continue
        if not chosen or mention.start >= chosen[-1][1]:
            label = "" if record.private else record.label
            stems = tuple(filter(None, map(stem_of, Words(label).folded)))
            chosen.append((mention.start, mention.end, stems))
    return chosen


def _opening(length: int) -> int:
    return round(max(OPENING_LEAST, min(OPENING_MOST, OPENING * length)))


def _unit(unit: str) -> str:
    """Give the stem of what a figure counts: of the last word, which names the thing ("state-run camps")."""
    counted = Words(unit).folded
    return counted[-1][:STEM] if counted else ""


def _quotations(annotated: AnnotatedArticle) -> Iterator[Quoted]:
    body = annotated.article.body
    for quotation in annotated.annotation.quotations:
        said = tuple(Words(body[quotation.start : quotation.end]).folded)
        if len(said) >= QUOTED:
            yield Quoted(said, quotation.start, quotation.end)
