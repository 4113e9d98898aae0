"""The corpus at a glance for its editors: how much there is of everything, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.authority import replay, with_countries
from generator.countries import all_countries
from generator.editing.waiting import Waiting, waiting
from generator.making.memo import Memo
from generator.model import Article, Record, RecordId, Site
from generator.reading.content import Content, read_content
from generator.redacting.traces import is_of
from generator.understanding import new_addresses, understand
from generator.versions import program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.redacting.entries import Redaction


class Overview(NamedTuple):
    """What there is, by number, and what waits, with the content and the corpus that this was seen in."""

    corpus: dict[str, int]
    waiting: list[Waiting]
    content: Content
    gathered: Corpus
    records: dict[RecordId, Record]


def overview(folder: Path, cache: Path, jobs: int = 1, redactions: Sequence[Redaction] = ()) -> Overview:
    """Give the overview of a content folder; what a build kept in `cache`, under the same redactions, is used."""
    content = read_content(folder, Memo(cache / "articles", Article, program()), redactions)
    known = cache if cache.is_dir() and is_of(cache, content.censor) else None
    gathered, problems = understand(Site(name=""), content, known, jobs)
    records, _ = replay(with_countries(content.records, all_countries()), content.decisions)
    new = new_addresses(gathered, content) if content.addresses else ()
    return Overview(
        _counted(gathered, content), waiting(gathered, content, records, problems, new), content, gathered, records
    )


def _counted(corpus: Corpus, content: Content) -> dict[str, int]:
    found = [annotated.annotation for annotated in corpus.articles.values()]
    return {
        "articles": len(corpus.articles),
        "dated": sum(bool(one.article.front.published) for one in corpus.articles.values()),
        "stories": len(corpus.stories),
        "countries": len(corpus.of_kind("country")),
        "topics": len(corpus.of_kind("topic")),
        "outlets": len(corpus.of_kind("outlet")),
        "entities": len(corpus.entities),
        "mentions": sum(len(one.mentions) for one in found),
        "quotations": sum(len(one.quotations) for one in found),
        "figures": sum(len(one.figures) for one in found),
        "decisions": len(content.decisions),
    }
