"""Copies and stories against people's labels, as pairs of articles: `story` in data/articles.jsonl, who copies whom.

Documents with one label `text` are copies of one text, those with one label `story` tell one event. Most of the others
are near misses: another event of the same topic, day, place or people, a shared quotation or paragraph, a form.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.corpus import Corpus
from generator.ingest.add import add
from generator.model import ArticleId, Site
from generator.reading.content import read_content
from generator.understanding import understand

from .scoring import DOCUMENTS, Counts, Score

RAW = "seeds"
KHAN_AND_XI = ("000_a072d2acaba239de.txt", "001_ffa18cde320deb92.txt")
"""The raw documents that tell one event; a passage that others share is none."""


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figure on the raw documents, added as they are."""
    corpus = corpus_of(sorted((folder / RAW).glob("*.txt")))
    documents = {key: one.article.front.source.document for key, one in corpus.articles.items()}
    labels = {key: "khan and xi" if document in KHAN_AND_XI else "" for key, document in documents.items()}
    counts = in_pairs(labels, corpus.story_of)
    yield Score("stories, raw documents", counts.f1, 1.0, f"{len(labels)} articles of raw documents")


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents."""
    lines = (DOCUMENTS / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    with TemporaryDirectory() as work:
        table = Path(work) / "stories.jsonl"
        table.write_text("".join(f"{json.dumps(row(one))}\n" for one in documents), encoding="utf-8")
        corpus = corpus_of([table])
    told = f"{len(documents)} articles of our own"
    copies = in_pairs({one["id"]: one.get("text", "") for one in documents}, texts_of(corpus))
    yield Score("copies, own", copies.f1, 0.95, told)
    stories = in_pairs({one["id"]: one.get("story", "") for one in documents}, corpus.story_of)
    yield Score("stories, own", stories.f1, 0.95, told)
    yield Score("stories, precision, own", stories.right / max(1, stories.right + stories.wrong), 1.0, told)


def row(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give a document as a row of a table to add: without the labels, its date stated where there is one."""
    source = {key: document[key] for key in ("outlet", "agencies") if key in document}
    keys = ("id", "title", "published", "language", "body")
    status = {"date_status": "stated", "date_evidence": document["published"]} if "published" in document else {}
    return {key: document[key] for key in keys if key in document} | {"source": source} | status


def corpus_of(sources: Sequence[Path]) -> Corpus:
    """Give the corpus of sources that are added to an empty content folder."""
    with TemporaryDirectory() as work:
        content = Path(work)
        add(sources, content, rights="full")
        return understand(Site(name=""), read_content(content))[0]


def texts_of(corpus: Corpus) -> dict[ArticleId, str]:
    """Give for each article of a story the copy that leads its text."""
    members = (member for story in corpus.stories.values() for member in story.members)
    return {one.article: one.of if one.role.endswith("copy") and one.of else one.article for one in members}


def in_pairs(labels: Mapping[ArticleId, str], found: Mapping[ArticleId, str]) -> Counts:
    """Count pairs of articles that are rightly or wrongly put together, or missed; no label means alone."""
    return Counts(*map(sum, zip((0, 0, 0), *_pairs(labels, found), strict=True)))


def _pairs(labels: Mapping[ArticleId, str], found: Mapping[ArticleId, str]) -> Iterator[tuple[bool, bool, bool]]:
    for one, other in combinations(labels, 2):
        wanted = labels[one] != "" and labels[one] == labels[other]
        given = one in found and found[one] == found.get(other)
        yield wanted and given, given and not wanted, wanted and not given
