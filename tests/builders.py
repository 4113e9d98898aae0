"""Builders for tests: the records that go from stage to stage, with only what a test is about to be said."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.authority import with_countries
from generator.corpus import Corpus, gather
from generator.countries import all_countries
from generator.model import AnnotatedArticle, Article, FrontMatter, Kind, Record, RecordId, Site, Source
from generator.reading.body import read_body

SITE = Site(name="Cuttings", url="https://cuttings.example/research/")


def record(key: str, kind: Kind = "person", label: str = "", **members: Any) -> Record:
    """Build an authority record, labelled by its id in title case where no label is given."""
    return Record(id=RecordId(key), kind=kind, label=label or key.replace("-", " ").title(), **members)


def topic(key: str, terms: dict[str, float], **members: Any) -> Record:
    """Build a topic of weighted terms."""
    return record(key, "topic", terms=terms, **members)


def article(body: str = "", key: str = "an-article", *, source: Source | None = None, **front: Any) -> Article:
    """Build an article from a CommonMark body and any keys of its front matter."""
    written = {"title": "A title"} | front
    return Article(FrontMatter(id=key, source=source or Source(), **written), read_body(body), f"articles/{key}.md")


def gazetteer(*records: Record) -> Gazetteer:
    """Build the gazetteer of some records and all countries."""
    if not records:
        return _gazetteer_of_countries()
    settled = with_countries({one.id: one for one in records}, all_countries())
    return Gazetteer(settled, all_countries())


@cache
def _gazetteer_of_countries() -> Gazetteer:
    return Gazetteer(with_countries({}, all_countries()), all_countries())


def annotated(body: str, *records: Record, **front: Any) -> AnnotatedArticle:
    """Build an article and annotate it by some records and all countries."""
    return annotate(article(body, **front), gazetteer(*records))


def corpus(*articles: Article, records: Iterable[Record] = (), site: Site = SITE) -> Corpus:
    """Annotate articles by some records and all countries, and gather them."""
    known = gazetteer(*records)
    return gather(site, [annotate(one, known) for one in articles], known.records)
