"""Countries that an article is about, as `countries[].about` in data/articles.jsonl says, against people's labels.

On the newswire (Reuters-21578, Distribution 1.0, 1987) a label is a country that indexers gave the story. They gave the
United States to nearly every story of an American company although the text names no country, so a second figure leaves
it out of both sides. Stories without any label are left out, as the task sets it.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.annotation import CountryWeight
from generator.authority import with_countries
from generator.countries import all_countries
from generator.formats.body import read_body
from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of
from generator.model import Article

from .scoring import DOCUMENTS, Score, count

NEWSWIRE = "data/reuters_dev.jsonl.gz"


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the newswire."""
    with gzip.open(folder / NEWSWIRE, "rt", encoding="utf-8") as lines:
        stories = [story for story in map(json.loads, lines) if story["countries"]]
    pairs = [(story["countries"], about(found)) for story, found in zip(stories, countries_of(stories), strict=True)]
    documents = f"{len(stories):,} newswire stories with a place, 1987"
    yield Score("countries, newswire", count(pairs).f1, 0.86, documents)
    elsewhere = [({*expected} - {"US"}, found - {"US"}) for expected, found in pairs]
    yield Score("countries, newswire, US left out", count(elsewhere).f1, 0.84, documents)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents: what they are about, and all that they name."""
    lines = (DOCUMENTS / "countries.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    found = [*countries_of(articles)]
    documents = f"{len(articles)} articles of our own"
    of_about = [(article["about"], about(weights)) for article, weights in zip(articles, found, strict=True)]
    yield Score("countries, own", count(of_about).f1, 0.95, documents)
    named = [
        ([*article["about"], *article["mentioned"]], [weight.id.upper() for weight in weights])
        for article, weights in zip(articles, found, strict=True)
    ]
    yield Score("countries named, own", count(named).f1, 0.95, documents)


def about(weights: Iterable[CountryWeight]) -> set[str]:
    """Give the codes of the countries that an article is about."""
    return {weight.id.upper() for weight in weights if weight.about}


def countries_of(stories: Iterable[dict[str, Any]]) -> Iterator[tuple[CountryWeight, ...]]:
    """Yield the countries of stories that are added as a table, in order, without any authority file."""
    rows = [
        {"title": story["title"], "body": story["body"], "source": {"dateline": story.get("dateline") or None}}
        for story in stories
    ]
    table = "\n".join(map(json.dumps, rows)).encode()
    gazetteer = Gazetteer(with_countries({}, all_countries()), all_countries())
    for candidate in articles_of(RawFile("stories.jsonl", table), "full").candidates:
        article = Article(candidate.front, read_body(candidate.body), candidate.front.source.document or "")
        yield annotate(article, gazetteer).annotation.countries
