"""The sitemap lists the pages that it is given by absolute addresses, dated from the records."""

import pytest
from defusedxml import ElementTree
from exports_corpus import SITE_URL, article, corpus

from generator.addresses import PagePath
from generator.exports import sitemap as module
from generator.exports.sitemap import page_dates, robots, sitemap, sitemaps
from generator.model import Site

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = Site("Cuttings", url=SITE_URL)


def pages(*paths: str) -> list[tuple[PagePath, None]]:
    """Give pages without dates."""
    return [(PagePath(path), None) for path in paths]


def listed(content: bytes) -> list[tuple[str, str | None]]:
    """Read the addresses and dates of a sitemap or an index of them."""
    root = ElementTree.fromstring(content, forbid_dtd=True)
    return [(entry.findtext(f"{NAMESPACE}loc"), entry.findtext(f"{NAMESPACE}lastmod")) for entry in root]


def test_sitemap():
    """Each page has its absolute address, in sorted order, and its date where it has one."""
    given = [(PagePath("index.md"), None), (PagePath("articles/b.md"), "2022-02-06"), (PagePath("articles/a.md"), None)]
    assert [
        (f"{SITE_URL}articles/a/", None),
        (f"{SITE_URL}articles/b/", "2022-02-06"),
        (SITE_URL, None),
    ] == listed(sitemap(SITE, given))


@pytest.mark.parametrize("url", ["https://x.example/a", "https://x.example/a/"])
def test_addresses_join_with_one_slash(url):
    """It does not matter whether the site's address ends with a slash."""
    assert [("https://x.example/a/topics/", None)] == listed(sitemap(Site("X", url=url), pages("topics/index.md")))


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "/relative/"])
def test_without_an_address_the_sitemap_is_empty(url):
    """A site that does not know its own address has an empty sitemap, and a robots.txt that names none."""
    site = Site("X", url=url)
    assert [] == listed(sitemap(site, pages("index.md")))
    assert b"User-agent: *\nDisallow:\n" == robots(site)


def test_only_days_are_dates_of_pages():
    """An article's page is dated where its day of publication is known."""
    made = corpus(article("a"), article("b", published="2022-02"), article("c", published=None))
    assert {"articles/a.md": "2022-02-06"} == page_dates(made)


def test_large_sites_have_several_sitemaps(monkeypatch):
    """A site with more pages than one sitemap may hold has an index, and loses no page."""
    monkeypatch.setattr(module, "MOST_ADDRESSES", 2)
    given = pages(*(f"articles/{letter}.md" for letter in "abcde"))
    made = dict(sitemaps(SITE, given))
    parts = [f"sitemap-{number}.xml" for number in (1, 2, 3)]
    assert {"sitemap.xml", *parts} == set(made)
    assert [f"{SITE_URL}{part}" for part in parts] == [place for place, _ in listed(made["sitemap.xml"])]
    assert [f"{SITE_URL}articles/{letter}/" for letter in "abcde"] == [
        place for part in parts for place, _ in listed(made[part])
    ]


def test_small_sites_have_one():
    """A site of usual size has one sitemap, the same as is made of its pages."""
    assert {"sitemap.xml": sitemap(SITE, pages("index.md"))} == dict(sitemaps(SITE, pages("index.md")))


def test_robots():
    """The robots.txt forbids nothing and names the sitemap."""
    assert f"User-agent: *\nDisallow:\nSitemap: {SITE_URL}sitemap.xml\n".encode() == robots(SITE)
