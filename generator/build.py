"""The whole build, from content/ to the finished site."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Protocol

import msgspec

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.audit import audit
from generator.authority import check_references, denied_names, led, misfits, replay, successors, with_countries
from generator.corpus import Corpus, gather
from generator.countries import all_countries
from generator.exports import files as exports
from generator.exports.sitemap import page_dates, sitemaps
from generator.pages.page import page_source
from generator.pages.site import site_pages
from generator.problems import ContentError, Problem
from generator.publishing import in_place_of
from generator.reading.content import Content, read_content
from generator.reading.references import check_articles
from generator.report import Report, write_report
from generator.search.pagefind import index
from generator.search.records import search_records
from generator.writing import Written, write_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.countries import Country
    from generator.model import RecordId, Site


class Render(Protocol):
    """An engine: makes HTML in `site` of the Markdown in `docs`."""

    def __call__(self, docs: Path, site: Path) -> None:
        """Render all pages and copy all other files."""


class Generation(msgspec.Struct, frozen=True):
    """What became of the content: the corpus, the problems on the way, and what changed in build/docs."""

    corpus: Corpus
    problems: tuple[Problem, ...]
    written: Written


def build(
    site: Site, content: Path, folder: Path, render: Render, *, strict: bool = False, search: bool = True
) -> Report:
    """Make the site of a content folder at `folder`/site, in place of the one that is there, and give the report.

    Bad content is left out and told in the report; with `strict` it raises ContentError. Whatever is raised, the site
    that was there stays.
    """
    folder = folder.resolve()
    generation = generate(site, content, folder / "docs", strict=strict)
    with in_place_of(folder / "site") as fresh:
        render(folder / "docs", fresh)
        report = finish(generation, fresh, folder, search=search)
        if strict and report.problems:
            raise ContentError(report.problems)
    return report


def generate(site: Site, content: Path, docs: Path, *, strict: bool = False) -> Generation:
    """Turn a content folder into Markdown pages and exports in `docs`, where only what differs is written."""
    read = read_content(content)
    corpus, problems = understand(site, read)
    if strict and problems:
        raise ContentError(problems)
    return Generation(corpus, problems, write_tree(docs, _files(corpus, all_countries(), read, problems)))


def understand(site: Site, content: Content) -> tuple[Corpus, tuple[Problem, ...]]:
    """Make the corpus of what was read, and tell all that is wrong with it."""
    countries = all_countries()
    records, unreplayed = replay(with_countries(content.records, countries), content.decisions)
    moved = successors(records)
    articles = [led(article, moved) for article in content.articles.values()]
    gazetteer = Gazetteer(records, countries, denied_names(content.decisions))
    annotated = [annotate(article, gazetteer) for article in articles]
    problems = (
        *content.problems,
        *misfits(content.records, countries, content.origins),
        *unreplayed,
        *check_references(records, content.origins),
        *check_articles(articles, records),
    )
    return gather(site, annotated, records), tuple(sorted(problems))


def finish(generation: Generation, site: Path, folder: Path, *, search: bool = True) -> Report:
    """Add the search index to a rendered site, audit its links and write build/report.json."""
    if search:
        index(search_records(generation.corpus), site, folder / "cache" / "search", generation.corpus.site.language)
    report = Report(
        articles=len(generation.corpus.articles),
        records=len(generation.corpus.records),
        written=generation.written,
        problems=(*generation.problems, *audit(site)),
    )
    write_report(folder, report)
    return report


def _files(
    corpus: Corpus, countries: Mapping[RecordId, Country], content: Content, problems: tuple[Problem, ...]
) -> Iterator[tuple[str, bytes]]:
    dates = page_dates(corpus)
    listed = []
    for page in site_pages(corpus, countries, content.pages, problems):
        listed.append((page.path, dates.get(page.path)))
        yield page.path, page_source(page)
    yield from chain(exports(corpus), sitemaps(corpus.site, listed))
