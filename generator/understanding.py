"""From what was read to the corpus: decisions replayed, articles annotated, stories found, problems told."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import address, article_page
from generator.annotate.articles import Authority, KnownAnnotations, annotate_all
from generator.annotate.gazetteer import Gazetteer
from generator.authority import check_references, denied_names, led, misfits, replay, successors, with_countries
from generator.connected import Connected
from generator.corpus import Corpus, gather
from generator.countries import all_countries
from generator.formats.folder import ARTICLES, PAGES
from generator.lasting import Lasting
from generator.making.memo import Memo
from generator.pages.lasting import lasting_pages
from generator.progress import UNTOLD, Progress, Stage
from generator.reading.references import check_articles
from generator.redacting.private import without_private
from generator.stories.find import find_stories
from generator.stories.known import KnownStories
from generator.versions import program

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.model import Site
    from generator.problems import Problem
    from generator.reading.content import Content


def understand(
    site: Site,
    content: Content,
    cache: Path | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress = UNTOLD,
) -> tuple[Corpus, tuple[Problem, ...]]:
    """Make the corpus of what was read, and tell all that is wrong with it; `cache` keeps what earlier runs found."""
    progress.begin(Stage.ANNOTATE, len(content.articles))
    context = program() if cache else b""
    countries = all_countries()
    records, unreplayed = replay(with_countries(content.records, countries), content.decisions)
    moved = successors(records)
    private = {key for key, record in records.items() if record.private}
    articles = [led(article, moved, private) for article in content.articles.values()]
    authority = Authority(records, denied_names(content.decisions))
    gazetteer = Gazetteer(records, countries, authority.denied)
    annotated, beyond = annotate_all(articles, gazetteer, authority, KnownAnnotations(cache, context), jobs, executor)
    progress.begin(Stage.STORIES, len(annotated))
    stories, unfit = find_stories(annotated, records, content.decisions, KnownStories(cache, context), jobs)
    progress.begin(Stage.GATHER, len(annotated))
    corpus = gather(site, annotated, records, stories, Memo(cache and cache / "connected", Connected, context))
    told = (*content.problems, *beyond)
    lasting = Lasting(lasting_pages(corpus, content.pages), content.addresses, corpus, records, _left_out(told))
    problems = (
        *told,
        *misfits(content.records, countries, content.origins),
        *unreplayed,
        *unfit,
        *check_references(records, content.origins),
        *check_articles(articles, records),
        *lasting.problems(),
    )
    public = without_private(problems, [*content.records.values(), *records.values()])
    return msgspec.structs.replace(corpus, fates=lasting.fates()), tuple(sorted(public))


def new_addresses(corpus: Corpus, content: Content) -> tuple[str, ...]:
    """Give the addresses of pages that the file of addresses lacks, sorted."""
    return tuple(sorted({*map(address, lasting_pages(corpus, content.pages))} - content.addresses.keys()))


def _left_out(told: Iterable[Problem]) -> set[str]:
    """Give the addresses of articles and editors' pages whose files have faults, so that they have no page now."""
    names = (problem.path.removesuffix(".md") for problem in told if problem.path.endswith(".md"))
    parts = [(name.partition("/")[0], PurePosixPath(name).name) for name in names]
    articles = {address(article_page(stem)) for below, stem in parts if below == ARTICLES}
    return articles | {f"{stem}/" for below, stem in parts if below == PAGES}
