"""Articles in web pages, as `cuttings add` takes them from HTML, against what people read there.

The body is scored by the overlap of its words with those of the gold text (F1 a page, then the mean). A title is right
if it is the same but for quotation marks and spaces, a date if it is the same day, authors if they are the same set. A
page that holds several articles is scored article by article; one that is missed scores nothing.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any

from generator.ingest.model import Candidate, RawFile, Retrieval
from generator.ingest.readers import articles_of

from .scoring import DOCUMENTS, Score

PAGES = "data/pages_dev.jsonl.gz"
AIMS = {"body": 0.94, "title": 0.95, "date": 1.0, "authors": 0.90}
QUOTES = str.maketrans("‘’“”", "''\"\"")

_WORD = re.compile(r"\w+")


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on news pages as they were fetched."""
    with gzip.open(folder / PAGES, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    pairs = [
        (page, next(iter(found), None))
        for page in pages
        for found in [read(RawFile("page.html", page["html"].encode(), retrieval=Retrieval(page["url"], "2024-01-01")))]
    ]
    yield from scores("news pages", pairs)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own pages."""
    lines = (DOCUMENTS / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    pairs: list[tuple[dict[str, Any], Candidate | None]] = []
    for page in map(json.loads, lines):
        found = read(RawFile(page["file"], (DOCUMENTS / "pages" / page["file"]).read_bytes()))
        expected = page["articles"]
        pairs += zip(expected, [*found, *[None] * len(expected)], strict=False)
    yield from scores("own pages", pairs)


def read(file: RawFile) -> tuple[Candidate, ...]:
    """Give the articles that are found in a page."""
    return articles_of(file, "full").candidates


def scores(documents: str, pairs: Iterable[tuple[dict[str, Any], Candidate | None]]) -> Iterator[Score]:
    """Yield the figures on pairs of gold and what was found."""
    found = [(gold, candidate) for gold, candidate in pairs]
    right = {
        "body": [candidate is not None and shared_words(gold["body"], candidate.text) for gold, candidate in found],
        "title": [candidate is not None and same(gold["title"], candidate.front.title) for gold, candidate in found],
        "date": [candidate is not None and gold["date"] == candidate.front.published for gold, candidate in found],
        "authors": [
            candidate is not None and {*gold["authors"]} == {*candidate.front.source.authors}
            for gold, candidate in found
        ],
    }
    for part, values in right.items():
        yield Score(f"pages, {part}, {documents}", mean(map(float, values)), AIMS[part], f"{len(values)} {documents}")


def shared_words(expected: str, given: str) -> float:
    """Give F1 of the words of two texts, each word as often as it stands there."""
    wanted, found = (Counter(_WORD.findall(text.lower())) for text in (expected, given))
    both = wanted.total() + found.total()
    return 2 * (wanted & found).total() / both if both else 1.0


def same(one: str, other: str) -> bool:
    """Tell whether two titles are the same but for the form of quotation marks and white space."""
    first, second = (" ".join(text.translate(QUOTES).split()) for text in (one, other))
    return first == second
