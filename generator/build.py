"""The whole build, from content/ to the finished site."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.addresses import PagePath
from generator.audit import audit_changes
from generator.countries import all_countries
from generator.exports import makers as exports
from generator.exports.sitemap import page_dates, sitemaps
from generator.fates import TAKEN_DOWN
from generator.formats.folder import ADDRESSES
from generator.former import Former
from generator.ledger import public
from generator.making.makers import Maker, Part, make_files
from generator.making.memo import Memo
from generator.making.tracing import digest_of_rest, digests, with_traced_tables
from generator.model import Article
from generator.pages.about import Account
from generator.pages.page import LaterPage, page_source
from generator.pages.site import page_makers
from generator.problems import ContentError, Problem
from generator.progress import UNTOLD, Progress, Stage
from generator.publishing import forget_former, in_place_of
from generator.reading.content import Content, read_content
from generator.redacting.leaks import check_for_leaks
from generator.redacting.traces import forget_earlier, remember
from generator.rendering.site import render_site
from generator.report import Report, write_report
from generator.search.index import FOLDER as SEARCH
from generator.search.index import search_index
from generator.understanding import new_addresses, understand
from generator.versions import program
from generator.writing import Tree, Written, claimed_tree, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.making.tracing import Seen
    from generator.model import Site
    from generator.pages.page import Page
    from generator.redacting.content import Censor
    from generator.redacting.entries import Redaction
    from generator.rendering.engine import Engine


class Generation(NamedTuple):
    """What became of the content: the corpus, problems and new addresses, build/docs and what changed there.

    `digests` are those of the entries of the corpus' tables, `censor` knows what was redacted, `anew` says that earlier
    builds were made under other redactions, and `made_of` digests all that decides over the files in build/docs.
    """

    corpus: Corpus
    digests: Mapping[Seen, bytes]
    problems: tuple[Problem, ...]
    docs: Tree
    written: Written
    new_addresses: tuple[str, ...] = ()
    censor: Censor | None = None
    anew: bool = False
    made_of: bytes = b""


def build(
    site: Site,
    content: Path,
    folder: Path,
    engine: Engine,
    *,
    strict: bool = False,
    search: bool = True,
    full: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    redactions: Sequence[Redaction] = (),
    progress: Progress = UNTOLD,
) -> Report:
    """Make the site of a content folder at `folder`/site, in place of the one that is there, and give the report.

    Bad content is left out and told in the report; with `strict` it raises ContentError. Whatever is raised, the site
    that was there stays. What an earlier build kept is used where it would be made the same again, but not if `full`;
    `jobs` is the number of processes to work with; an executor's workers annotate instead where there is one.
    What `redactions` name is in nothing that is left afterwards.
    """
    folder = folder.resolve()
    cache = folder / "cache"
    if full:
        shutil.rmtree(cache, ignore_errors=True)
    generation = generate(
        site,
        content,
        folder / "docs",
        strict=strict,
        jobs=jobs,
        executor=executor,
        redactions=redactions,
        progress=progress,
    )
    with in_place_of(folder / "site") as (fresh, standing):
        former = Former(standing, cache / standing.name) if standing else None
        tree = _site(generation, Tree(fresh, cache / fresh.name), former, engine, cache, jobs, search, progress)
        audited = audit_changes(fresh, tree.digests(), former, cache, program(), unlinked=(f"{SEARCH}/",))
        report = finish(generation, audited, folder)
        if strict and report.problems:
            raise ContentError(report.problems)
        check_for_leaks(folder, fresh, generation.censor)
    _forget(generation, folder, cache, search)
    progress.end()
    return report


def generate(
    site: Site,
    content: Path,
    docs: Path,
    *,
    strict: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    published: bool = True,
    redactions: Sequence[Redaction] = (),
    share: Callable[[str], bool] | None = None,
    progress: Progress = UNTOLD,
) -> Generation:
    """Turn a content folder into Markdown pages and exports in `docs`, where only what differs is made and written.

    Only makers whose name is in the `share`, if there is one, work, and then there is no sitemap. Raises ContentError,
    before anything is written, where a published address would be lost; unless what is made is not to be published.
    """
    progress.begin(Stage.READ)
    cache = docs.parent / "cache"
    articles = Memo(cache / "articles", Article, program())
    read = read_content(content, articles, redactions)
    anew = forget_earlier(cache, read.censor)
    articles.save()
    corpus, problems = understand(site, read, cache, jobs, executor, progress)
    if problems and (strict or (published and any(problem.path == ADDRESSES for problem in problems))):
        raise ContentError(problems)
    progress.begin(Stage.WRITE, len(corpus.articles) + len(corpus.records))
    tree = claimed_tree(docs, cache / docs.name)
    context = digest_of(program(), digest_of_rest(corpus))
    makers = [*_makers(corpus, read, problems)]
    found = digests(corpus)
    made_of = digest_of(context, *(one.given for one in makers), *found.values())
    make_files([one for one in makers if not share or share(one.name)], tree, found, cache / "makers", context, jobs)
    for name, written in () if share else sitemaps(site, _listed(corpus, tree.files)):
        tree.write(name, written)
    new = new_addresses(corpus, read) if read.addresses else ()
    return Generation(corpus, found, problems, tree, tree.finish(), new, read.censor, anew, made_of)


def _site(
    generation: Generation,
    tree: Tree,
    former: Former | None,
    engine: Engine,
    cache: Path,
    jobs: int,
    search: bool,  # noqa: FBT001 (build's own option)
    progress: Progress,
) -> Tree:
    """Render the pages and make the index into a tree, and give it finished."""
    progress.begin(Stage.RENDER, len(generation.docs.files))
    render_site(generation.docs, tree, former, engine, cache / "frames", jobs)
    if search:
        progress.begin(Stage.SEARCH, len(generation.corpus.articles))
        for name, path, digest in search_files(generation, cache, jobs):
            tree.link(name, path, digest)
    progress.begin(Stage.AUDIT, len(tree.files))
    tree.finish()
    return tree


def _forget(generation: Generation, folder: Path, cache: Path, search: bool) -> None:  # noqa: FBT001
    """Take what must not be told any more out of the site before the last, and remember the redactions."""
    taken_down = [f"{one}index.html" for one, fate in generation.corpus.fates.items() if fate == TAKEN_DOWN]
    if forgotten := forget_former(folder / "site", None if generation.anew else taken_down):
        (cache / forgotten.name).unlink(missing_ok=True)
        if not search:
            shutil.rmtree(cache / "search", ignore_errors=True)  # an index of an earlier build would hold it still
    remember(cache, generation.censor)


def search_files(generation: Generation, cache: Path, jobs: int = 1) -> Iterator[tuple[str, Path, bytes]]:
    """Make the search index and yield its files: the place in the site, where it lies, and a digest."""
    index = search_index(generation.corpus, generation.digests, cache / "search", jobs)
    yield from ((f"{SEARCH}/{name}", index.root / name, digest) for name, digest in index.digests().items())


def finish(generation: Generation, audited: tuple[Problem, ...], folder: Path) -> Report:
    """Write build/report.json, with what the audit of the finished site found."""
    report = Report(
        articles=len(generation.corpus.articles),
        records=len(generation.corpus.records),
        written=generation.written,
        problems=(*generation.problems, *audited),
        new_addresses=generation.new_addresses,
    )
    write_report(folder, report)
    return report


def _makers(corpus: Corpus, content: Content, problems: tuple[Problem, ...]) -> Iterator[Maker]:
    """Yield what makes the files of build/docs, but for the sitemap, which must know them all."""
    tables = with_traced_tables(corpus)
    told = Account(problems, public(content.decisions, content.records.values()))
    given = {
        "front": digest_of(msgspec.msgpack.encode(content.pages)),
        "about": digest_of(msgspec.msgpack.encode(told)),
    }
    for name, make in page_makers(tables, all_countries(), content.pages, told):
        yield Maker(name, partial(_sources, make), given.get(name, b""))
    for name, write in exports(tables):
        yield Maker(name, write)


def _sources(make: Callable[[], Iterable[Page | LaterPage]]) -> Iterator[tuple[str, bytes] | Part]:
    for page in make():
        if isinstance(page, LaterPage):
            yield Part(page.path, partial(_source, page), digest_of(msgspec.msgpack.encode(page.given, enc_hook=str)))
        else:
            yield page.path, page_source(page)


def _source(page: LaterPage) -> bytes:
    return page_source(page.make())


def _listed(corpus: Corpus, names: Iterable[str]) -> Iterator[tuple[PagePath, str | None]]:
    """Yield the pages among some files with their dates."""
    dates = page_dates(corpus)
    for name in names:
        if name.endswith(".md"):
            yield PagePath(name), dates.get(PagePath(name))
