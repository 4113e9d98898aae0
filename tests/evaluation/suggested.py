"""Documents with what the build finds in them: our own, and the raw ones as an editor gets them who accepts all."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.annotation import AnnotatedArticle
from generator.authority import with_countries
from generator.countries import all_countries
from generator.editing.proposals import suggest
from generator.formats.body import read_body
from generator.ingest.add import add
from generator.model import Article, FrontMatter, Record, RecordId, Site
from generator.reading.content import read_content
from generator.understanding import understand

from .labels import RAW, Label


def as_article(document: Label) -> Article:
    """Give the article of a document with a title and a body in CommonMark."""
    return Article(FrontMatter(title=document["title"], id=document["id"]), read_body(document["body"]), "")


def annotated(document: Label, records: Iterable[Record] = ()) -> tuple[AnnotatedArticle, dict[RecordId, Record]]:
    """Annotate a document by some records and all countries, and give all these records, too."""
    known = with_countries({record.id: record for record in records}, all_countries())
    return annotate(as_article(document), Gazetteer(known, all_countries())), known


class Suggested(NamedTuple):
    """The records that were accepted, and the annotated articles by raw document and position."""

    records: tuple[Record, ...]
    articles: dict[tuple[str, int], AnnotatedArticle]
    known: dict[RecordId, Record]


@cache
def of_raw_documents(folder: Path) -> Suggested:
    """Give what becomes of the raw documents: added as they are, all proposals accepted, annotated with these."""
    with TemporaryDirectory() as work:
        content = Path(work)
        add(sorted((folder / RAW).glob("*.txt")), content)
        records = accepted(content)
        corpus, _ = understand(Site(name="Evaluation"), read_content(content))
    of_document = {_place(one): one for one in corpus.articles.values()}
    return Suggested(tuple(records), of_document, dict(corpus.records))


def accepted(content: Path) -> list[Record]:
    """Give the records of a content folder after all proposals were accepted."""
    suggest(content, accept_all=True)
    return list(read_content(content).records.values())


def names_of(record: Record | None) -> Iterable[str]:
    """Give the label and aliases of a record, nothing where there is none."""
    return (record.label, *record.aliases) if record else ()


def _place(one: AnnotatedArticle) -> tuple[str, int]:
    source = one.article.front.source
    return source.document or "", source.position or 1
