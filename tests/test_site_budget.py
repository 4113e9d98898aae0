"""What a visit costs on a poor network, and that a window stays quiet: nothing foreign, no error, nothing too wide."""

import pytest
from browser import DESK, PHONE, build, chromium, serving, the_server, the_site, visiting  # noqa: F401 (fixtures)

MOST_OF_AN_ARTICLE = 25_000
"""Bytes of HTML."""
MOST_OF_A_VISIT = 250_000
"""Bytes over the wire for somebody who was never here before."""

ARTICLE = "articles/china-fears-etim-revival/"
KINDS = {
    "home": "",
    "articles": "articles/",
    "article": ARTICLE,
    "stories": "stories/",
    "story": "stories/2022-02-06-khan-meets-xi/",
    "countries": "countries/",
    "country": "countries/cn/",
    "topics": "topics/",
    "topic": "topics/mass-detention/",
    "entities": "entities/",
    "entity": "entities/uyghurs/",
    "outlets": "outlets/",
    "outlet": "outlets/asian-lite/",
    "explore": "explore/?q=camps",
    "corpus": "about/corpus/",
    "about": "about/",
    "dossier": "explore/dossier/?countries/cn/",
}


LOOK = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  const { scrollWidth, clientWidth } = document.scrollingElement;
  return [red + green + blue > 384 ? "light" : "dark", scrollWidth - clientWidth];
}"""
"""What there is to see: the light of the paper, and by how many pixels the page is too wide."""


def spent(server):
    """Give how many bytes a visit took, with the largest answers to tell where they went."""
    largest = sorted(((sent.size, sent.path) for sent in server.sent), reverse=True)[:8]
    return sum(sent.size for sent in server.sent), largest


@pytest.fixture(name="published", scope="module")
def the_published_site(tmp_path_factory):
    """Give the real site as it is published: with its own address, and a repository that takes what readers object."""
    folder = tmp_path_factory.mktemp("published")
    repository = "https://github.com/an-archive-of-cuttings/cuttings"
    return build(folder, "--no-search", SITE_URL="https://archive.example/cuttings/", REPO_URL=repository)


@pytest.mark.parametrize("kind", ["site", "published"])
def test_no_article_is_larger_than_its_budget(kind, request):
    """The HTML of each article's page is at most 25,000 bytes, with an address and a repository or without."""
    site = request.getfixturevalue(kind)
    sizes = {path.parent.name: path.stat().st_size for path in site.glob("articles/*/index.html")}
    assert len(sizes) > 10
    assert {} == {article: size for article, size in sizes.items() if size > MOST_OF_AN_ARTICLE}
    wrong = "This is wrong" in (site / ARTICLE / "index.html").read_text()
    assert wrong == (kind == "published")


@pytest.mark.parametrize("path", ["", ARTICLE], ids=["home", "article"])
def test_a_first_visit_keeps_its_budget(browser, server, path):
    """The first page that somebody opens costs at most 250 KB with all that it loads."""
    server.sent.clear()
    with visiting(browser, server) as visit:
        visit.go(path)
        visit.page.wait_for_load_state("networkidle")
    total, largest = spent(server)
    assert total > 0
    assert total <= MOST_OF_A_VISIT, largest
    assert [] == visit.faults


@pytest.mark.parametrize("start", ["", "explore/"], ids=["home", "explore"])
def test_a_first_search_keeps_its_budget(browser, server, start):
    """A first visit with a search in it costs at most 250 KB, the search engine, its index and the results included."""
    server.sent.clear()
    with visiting(browser, server) as visit:
        visit.go(start)
        visit.page.wait_for_load_state("networkidle")
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("bachelet", delay=30)
        visit.page.locator("[data-search-result] mark").first.wait_for()
        visit.page.wait_for_load_state("networkidle")
    total, largest = spent(server)
    assert total > 0
    assert total <= MOST_OF_A_VISIT, largest
    assert [] == visit.faults


@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (DESK, "light")])
def test_every_kind_of_page_is_quiet_and_fits(browser, server, width, scheme):
    """No kind of page asks another host, says an error or is wider than its window, whatever window and light."""
    seen = {}
    with visiting(browser, server, viewport={"width": width, "height": 900}, color_scheme=scheme) as visit:
        for kind, path in KINDS.items():
            visit.go(path)
            if kind == "explore":
                visit.page.locator("[data-search-result]").first.wait_for()
            before = visit.page.evaluate(LOOK)
            visit.page.locator(".masthead [title^='Switch to']:visible").click()
            seen[kind] = sorted([before, visit.page.evaluate(LOOK)])
    assert [] == visit.faults
    assert {} == {kind: looks for kind, looks in seen.items() if looks != [["dark", 0], ["light", 0]]}


def test_an_address_that_is_not_there_gets_a_page_that_helps(browser, server):
    """The page for addresses that are not there looks like the others at any depth and leads back into the site."""
    with visiting(browser, server) as visit:
        visit.go("articles/years/1066/not-there/")
        missing = visit.page.url
        assert "Page not found" == visit.page.locator("h1").inner_text()
        assert {f"404: {missing}"} == {fault for fault in visit.faults if not fault.startswith("error: Failed to load")}
        visit.page.locator("main").get_by_role("link", name="Countries", exact=True).click()
        visit.page.wait_for_url(f"{server.address}countries/")
