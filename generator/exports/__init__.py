"""Everything that the site publishes beside its pages: tables, citations, feeds, and robots.txt.

All of it is a function of the corpus, and nothing here touches the disk. The sitemap needs to know every page, so the
build asks `sitemap.sitemaps` for it when the pages are known.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from generator.citing import citations
from generator.exports import feeds, package, sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.addresses import FilePath
    from generator.corpus import Corpus


def files(corpus: Corpus) -> Iterator[tuple[FilePath, bytes]]:
    """Give the path and content of every export except the sitemap, sorted by path.

    Paths are relative to the site's root. Contents are made one after the other, so that only the tables, which their
    description must sum up, are held at once.
    """
    described = dict(package.files(corpus))
    makers = dict(chain(citations.files(corpus), feeds.files(corpus)))
    makers |= {path: partial(described.pop, path) for path in described}
    makers[sitemap.ROBOTS] = partial(sitemap.robots, corpus.site)
    for path in sorted(makers):
        yield path, makers[path]()
