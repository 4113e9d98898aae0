"""How long stories take to find, against annotating: `python -m tests.bench.bench_stories [articles]`.

Of the made-up corpus each twentieth article has a copy, cut to its first half, on another outlet's day after.
"""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.authority import with_countries
from generator.countries import all_countries
from generator.formats.body import read_body
from generator.model import Article, FrontMatter, Record, RecordId
from generator.stories.find import find_stories

from .corpus import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = 10_000
COPIED = 20
"""One article of so many is copied."""


def articles(count: int) -> tuple[list[Article], Gazetteer]:
    """Make up articles with copies, and the gazetteer of what they name."""
    world, made = pieces(count)
    records = {RecordId(one.id): Record(RecordId(one.id), one.kind, one.label) for one in world.entities}
    return [*_with_copies(made)], Gazetteer(with_countries(records, all_countries()), all_countries())


def _with_copies(made) -> Iterator[Article]:
    for number, piece in enumerate(made):
        yield _article(piece.id, piece.title, piece.published, piece.paragraphs)
        if number % COPIED == 0:
            after = date.fromisoformat(piece.published) + timedelta(days=1)
            half = piece.paragraphs[: -(-len(piece.paragraphs) // 2)]
            yield _article(f"{piece.id}-copy", piece.title[::-1], after.isoformat(), half)


def _article(key: str, title: str, published: str, paragraphs: tuple[str, ...]) -> Article:
    front = FrontMatter(title, key, published, "stated")
    return Article(front, read_body("\n\n".join(paragraphs)), f"articles/{key}.md")


def main() -> None:
    """Print the processor time of both, for half the articles and for all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    for size in (count // 2, count):
        made, gazetteer = articles(size)
        begun = time.process_time()
        annotated = [annotate(one, gazetteer) for one in made]
        between = time.process_time()
        stories, _ = find_stories(annotated, gazetteer.records)
        ended = time.process_time()
        copies = sum(member.is_copy for story in stories for member in story.members)
        told = f"{len(stories)} stories with {copies} of {-(-size // COPIED)} copies"
        sys.stdout.write(
            f"{len(made):,} articles: annotated in {between - begun:.1f} s, {told} in {ended - between:.1f} s\n"
        )


if __name__ == "__main__":
    main()
