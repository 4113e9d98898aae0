"""Everything that the site publishes beside its pages: tables, citations, feeds, redirects, and robots.txt.

All of it is a function of the corpus, and nothing here touches the disk. The sitemap needs to know every page, so the
build asks `sitemap.sitemaps` for it when the pages are known.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.citing import citations
from generator.exports import feeds, package, redirects, sitemap
from generator.making.splicing import Spliced, Summed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.addresses import FilePath
    from generator.corpus import Corpus


def makers(corpus: Corpus) -> Iterator[tuple[str, Callable[[], Iterable[tuple[FilePath, bytes] | Spliced | Summed]]]]:
    """Give what makes the exports except the sitemap, each with a name of its own.

    Each gives paths below the site's root, with contents or what makes them piece by piece, and reads what it needs of
    the corpus when it is called.
    """
    for path, written in chain(citations.files(corpus), feeds.files(corpus), redirects.files(corpus)):
        yield path, partial(_one, path, written)
    yield package.FOLDER, partial(package.pieces, corpus)
    yield sitemap.ROBOTS, partial(_one, sitemap.ROBOTS, partial(sitemap.robots, corpus.site))


def files(corpus: Corpus) -> dict[FilePath, bytes]:
    """Give the path and content of every export except the sitemap, sorted by path."""
    made = chain.from_iterable(make() for name, make in makers(corpus) if name != package.FOLDER)
    others = (one for one in made if not isinstance(one, (Spliced, Summed)))
    return dict(sorted(chain(package.files(corpus), others)))


def _one(path: FilePath, written: Callable[[], bytes]) -> Iterator[tuple[FilePath, bytes]]:
    yield path, written()
