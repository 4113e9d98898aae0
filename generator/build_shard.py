"""The build of one shard: what is the same on all machines, and of the rest the shard's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build import Generation, generate
from generator.holding import held
from generator.parts import INDEX, write_part
from generator.progress import UNTOLD, Progress, Stage
from generator.redacting.leaks import check_for_leaks
from generator.redacting.traces import remember
from generator.rendering.site import render_site
from generator.search.index import search_index
from generator.writing import Tree, digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.model import Site
    from generator.redacting.entries import Redaction
    from generator.rendering.engine import Engine
    from generator.shards import Shard


def build_shard(
    site: Site,
    content: Path,
    folder: Path,
    engine: Engine,
    shard: Shard,
    *,
    strict: bool = False,
    search: bool = True,
    jobs: int = 1,
    executor: Executor | None = None,
    redactions: Sequence[Redaction] = (),
    progress: Progress = UNTOLD,
) -> tuple[Path, Generation]:
    """Make a shard's part of the site as one file in `folder`, and give it with what became of the content.

    All content is read and gathered, as far as an earlier build of the same shard has not done so; pages, tables and
    parts of the search index are the shard's share. `parts.take_in` puts the parts of all shards into a build folder,
    in which a build then finds them made.
    """
    work = folder.resolve() / f"part-{shard.number}-of-{shard.of}"
    cache = work / "cache"
    with held(work):
        generation = generate(
            site,
            content,
            work / "docs",
            strict=strict,
            jobs=jobs,
            executor=executor,
            redactions=redactions,
            progress=progress,
            share=shard.holds,
        )
        progress.begin(Stage.RENDER, len(generation.docs.files))
        tree = Tree(work / "site", cache / "site")
        render_site(generation.docs, tree, None, engine, cache / "frames", jobs)
        tree.finish()
        if search:
            progress.begin(Stage.SEARCH, len(generation.corpus.articles))
            search_index(generation.corpus, generation.digests, cache / INDEX.parent, jobs, shard.holds)
        progress.end()
        check_for_leaks(work, tree.root, generation.censor)
        remember(cache, generation.censor)
        part = work.with_suffix(".zip")
        write_part(part, shard, digest_of(generation.made_of, engine.fingerprint), generation.docs, tree, cache)
    return part, generation
