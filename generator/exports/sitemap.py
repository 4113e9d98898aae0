"""What the site tells search engines: `sitemap.xml`, dated from the records and not by the clock, and `robots.txt`.

Sources: sitemaps.org, protocol 0.9; RFC 9309. Both speak in absolute addresses only. A site that does not know its own
address has an empty sitemap, which says nothing false and takes the place of the engine's own, and a robots.txt that
names none.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from generator import dates, markup
from generator.absolute import absolute
from generator.addresses import FilePath, PagePath, article_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.corpus import Corpus
    from generator.model import Site

SITEMAP = FilePath("sitemap.xml")
ROBOTS = FilePath("robots.txt")

MOST_ADDRESSES = 50_000
"""Addresses in one sitemap, by the protocol; a larger site has several, and an index of them."""

_OPENING = '<?xml version="1.0" encoding="utf-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def page_dates(corpus: Corpus) -> dict[PagePath, str]:
    """Give the date of each page that has one: an article's is its day of publication."""
    published = {key: article.article.front.published for key, article in corpus.articles.items()}
    return {article_page(key): date for key, date in published.items() if date and dates.is_day(date)}


def sitemaps(site: Site, pages: Iterable[tuple[PagePath, str | None]]) -> Iterator[tuple[FilePath, bytes]]:
    """Give the path and content of `sitemap.xml`, and of its parts where the site has too many pages for one."""
    listed = sorted(pages, key=itemgetter(0))
    if len(listed) <= MOST_ADDRESSES:
        yield SITEMAP, sitemap(site, listed)
        return
    parts: list[FilePath] = []
    for start in range(0, len(listed), MOST_ADDRESSES):
        parts.append(FilePath(f"sitemap-{len(parts) + 1}.xml"))
        yield parts[-1], sitemap(site, listed[start : start + MOST_ADDRESSES])
    yield SITEMAP, _document("sitemapindex", (_entry("sitemap", absolute(site, part), None) for part in parts))


def sitemap(site: Site, pages: Iterable[tuple[PagePath, str | None]]) -> bytes:
    """Give a sitemap of pages, by address, each with the day on which it was last changed where that is known."""
    return _document(
        "urlset", (_entry("url", absolute(site, page), date) for page, date in sorted(pages, key=itemgetter(0)))
    )


def robots(site: Site) -> bytes:
    """Give the robots.txt, which forbids nothing and names the sitemap."""
    place = absolute(site, SITEMAP)
    named = f"Sitemap: {place}\n" if place else ""
    return f"User-agent: *\nDisallow:\n{named}".encode()


def _entry(name: str, place: str | None, date: str | None) -> str:
    changed = f"<lastmod>{markup.xml(date)}</lastmod>" if date else ""
    return f"<{name}><loc>{markup.xml(place)}</loc>{changed}</{name}>\n" if place else ""


def _document(name: str, entries: Iterable[str]) -> bytes:
    return f"{_OPENING.format(name)}{''.join(entries)}</{name}>\n".encode()
