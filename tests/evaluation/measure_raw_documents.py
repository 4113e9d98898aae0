"""Raw documents: are the articles found, with headline, date, credits and body, and is nothing else in a body?

Labels give the lines of which a body is made (with columns where only a part of a line belongs to it), and the other
fields as words or, for documents that are not part of the project, as digests. A field without a label is not scored.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path

from generator.ingest.model import Candidate
from generator.ingest.readers import articles_of
from generator.ingest.reading import read_file
from generator.slugs import slug

from .labels import RAW, Label, contains, folded, is_told, labels, raw_lines
from .scoring import DOCUMENTS, Counts, Score

FEWEST = 4
"""Words from which a line that belongs to no body is known again inside a paragraph; shorter ones only alone."""

MEASURES = (
    ("articles found", 1.0),
    ("headlines right", 1.0),
    ("dates and status right", 1.0),
    ("standfirsts right", 1.0),
    ("credits right", 0.95),
    ("words of bodies", 1.0),
    ("lines kept out of bodies", 1.0),
)
"""What is counted, in the order in which `compared` gives it, and what to aim for."""


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the raw documents beside the project."""
    yield from _scores("raw documents", folder / RAW, labels("shared_raw.jsonl"))


def own() -> Iterator[Score]:
    """Yield the figures on raw documents of our own."""
    yield from _scores("own raw documents", DOCUMENTS / "raw", labels("raw.jsonl"))


def compared(path: Path, wanted: Sequence[Label]) -> list[tuple[Counts, tuple[str, ...]]]:
    """Compare what a document gives with its labels, article by article: counts and faults of each measure."""
    found = articles_of(read_file(path.name, path)).candidates
    pairs = [*zip(wanted, found, strict=False)]
    lines = raw_lines(path)
    bodies = [_lines_of(lines, label) for label in wanted]
    texts = [one.text for one in found]
    number = Counts(len(pairs), len(found) - len(pairs), len(wanted) - len(pairs))
    told = () if len(pairs) == len(found) == len(wanted) else (f"{path.name}: {len(found)} instead of {len(wanted)}",)
    fields = [
        [is_told(label["headline"], one.front.source.headline) for label, one in pairs],
        [(label["published"], label["status"]) == (one.front.published, one.front.date_status) for label, one in pairs],
        [is_told(label["standfirst"], one.front.source.standfirst) for label, one in pairs],
    ]
    return [
        (number, told),
        *(
            (_counted(right), tuple(_named(path, place) for place, ok in enumerate(right, 1) if not ok))
            for right in fields
        ),
        _credits_of(path, pairs),
        _words(path, bodies, texts),
        _kept_out(path, _foreign(lines, wanted, bodies), texts),
    ]


def _counted(right: Sequence[bool]) -> Counts:
    return Counts(sum(right), 0, len(right) - sum(right))


def _named(path: Path, place: int) -> str:
    return f"{path.name}, article {place}"


def _lines_of(lines: Sequence[str], label: Label) -> str:
    """Give the text of a labelled body: whole lines, or the columns of a line that belong to it."""
    parts = [[entry, 0, None] if isinstance(entry, int) else entry for entry in label["body"]]
    return "\n".join(lines[number - 1][start:end] for number, start, end in parts)


def _foreign(lines: Sequence[str], wanted: Iterable[Label], bodies: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the lines that belong to no body and whose words no body has side by side."""
    of_bodies = {entry if isinstance(entry, int) else entry[0] for label in wanted for entry in label["body"]}
    paragraphs = [folded(body) for body in bodies]
    others = [folded(line) for number, line in enumerate(lines, 1) if number not in of_bodies]
    return [line for line in others if line and not any(contains(body, line) for body in paragraphs)]


def _is_in(line: tuple[str, ...], texts: Iterable[str]) -> bool:
    """Tell whether a line is left in a body, as a paragraph or inside one."""
    paragraphs = [folded(paragraph) for text in texts for paragraph in text.split("\n")]
    return line in paragraphs or (len(line) >= FEWEST and any(contains(one, line) for one in paragraphs))


def _kept_out(path: Path, foreign: Sequence[tuple[str, ...]], texts: Sequence[str]) -> tuple[Counts, tuple[str, ...]]:
    left = [line for line in foreign if _is_in(line, texts)]
    return Counts(len(foreign) - len(left), 0, len(left)), tuple(f"{path.name}: {' '.join(line)}" for line in left)


def _words(path: Path, bodies: Sequence[str], texts: Sequence[str]) -> tuple[Counts, tuple[str, ...]]:
    counts, faults = Counts(), []
    for place, (expected, given) in enumerate(zip_longest(bodies, texts, fillvalue=""), 1):
        wanted, found = Counter(folded(expected)), Counter(folded(given))
        more, less = found - wanted, wanted - found
        counts = counts + Counts((wanted & found).total(), more.total(), less.total())
        if more or less:
            faults.append(f"{_named(path, place)}: too much: {' '.join(more)}; missing: {' '.join(less)}")
    return counts, tuple(faults)


def _credits_of(path: Path, pairs: Sequence[tuple[Label, Candidate]]) -> tuple[Counts, tuple[str, ...]]:
    """Compare outlet, authors, agencies and dateline where they are labelled."""
    counts, faults = Counts(), []
    for place, (label, one) in enumerate(pairs, 1):
        for field, found in _credits(one).items():
            if field in label:
                expected = label[field] if isinstance(label[field], list) else [label[field]] if label[field] else []
                right = sum(any(is_told(name, one) for one in found) for name in expected)
                counts = counts + Counts(right, len(found) - right, len(expected) - right)
                if not right == len(found) == len(expected):
                    faults.append(f"{_named(path, place)}: {field} is given as {found}")
    return counts, tuple(faults)


def _credits(one: Candidate) -> dict[str, list[str]]:
    source = one.front.source
    return {
        "outlet": [slug(source.outlet)] if source.outlet else [],
        "authors": [*source.authors],
        "agencies": [slug(agency) for agency in source.agencies],
        "dateline": [source.dateline] if source.dateline else [],
    }


def _scores(name: str, folder: Path, wanted: Iterable[Label]) -> Iterator[Score]:
    by_document = groupby(wanted, key=lambda label: label["document"])
    documents = [compared(folder / document, [*of_document]) for document, of_document in by_document]
    for (measure, aim), of_documents in zip(MEASURES, zip(*documents, strict=True), strict=True):
        counts = sum((one for one, _ in of_documents), start=Counts())
        faults = tuple(fault for _, told in of_documents for fault in told)
        number = f"{counts.right + counts.missed:,} {measure.split(' ')[0]} in {len(documents)} {name}"
        yield Score(f"{measure}, {name}", counts.f1, aim, number, faults)
