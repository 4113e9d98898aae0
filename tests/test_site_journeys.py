"""Ways of a reader through the real site: by the header's search, by facets, by address, and without scripts."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import PHONE, RESULT, all_results, chromium, serving, the_server, the_site, visiting  # noqa: F401 (fixtures)

CPEC, ETIM = "china-pakistan-economic-corridor", "east-turkistan-islamic-movement"
NAMES = {CPEC: "China-Pakistan Economic Corridor", ETIM: "East Turkistan Islamic Movement"}


@pytest.fixture(scope="module")
def articles(site):
    """Read the rows of the exported articles."""
    return [json.loads(line) for line in (site / "data/articles.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def visit(browser, server):
    """Open a window on a wide screen, in which nothing may go wrong."""
    with visiting(browser, server) as opened:
        yield opened
    assert [] == opened.faults


def mentioning(articles, *records):
    """Give the addresses of the articles that mention all of some records, by the export."""
    wanted = set(records)
    return {f"articles/{row['id']}/" for row in articles if wanted <= {entity["id"] for entity in row["entities"]}}


def shown(page, status):
    """Wait until the search says a number of results, and give the addresses that it shows, in their order."""
    page.get_by_role("status").filter(has_text=status).wait_for()
    page.locator(RESULT).first.wait_for()
    return page.locator(RESULT).evaluate_all("found => found.map(item => item.dataset.searchResult)")


def choose(page, facet, value):
    """Put a value of a facet in by typing a part of its name, as one does with a long list."""
    page.locator(f"[data-facet={facet}]").get_by_role("searchbox").fill(value[:12])
    page.locator(f"[data-facet={facet}]").get_by_role("checkbox", name=value).check()


def press_until(page, key, matches, most):
    """Press a key until the element that has the focus matches a selector; give how often that was."""
    for times in range(1, most + 1):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", matches):
            return times
    raise AssertionError(f"{most} times {key} did not lead to {matches}")


@pytest.mark.parametrize("start", ["", "topics/mass-detention/"])
def test_typing_a_name_anywhere_leads_to_the_articles(visit, articles, start):
    """A slash and a name find the person's record and all articles that mention her; arrow keys and Enter open one."""
    visit.go(start)
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("bachelet", delay=20)
    found = shown(visit.page, "results")
    wanted = mentioning(articles, "michelle-bachelet")
    assert "entities/michelle-bachelet/" in found
    assert wanted
    assert wanted == {address for address in found if address.startswith("articles/")}
    address = min(wanted)
    press_until(visit.page, "ArrowDown", f'[data-search-result="{address}"] a', most=len(found))
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(visit.home + address)
    assert "Bachelet" in visit.page.locator("h1").inner_text()


def test_a_shared_search_shows_what_it_found(visit, articles):
    """An address of Explore with words finds the same articles, and a reader without a mouse gets to one."""
    visit.go("explore/?q=bachelet")
    found = shown(visit.page, "results for")
    assert "bachelet" == visit.page.get_by_role("searchbox", name="Search the collection").input_value()
    wanted = mentioning(articles, "michelle-bachelet")
    assert wanted == {address for address in found if address.startswith("articles/")}
    visit.page.keyboard.press("/")
    address = min(wanted)
    press_until(visit.page, "Tab", f'[data-search-result="{address}"] a', most=100)
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(visit.home + address)


def test_facets_lead_from_one_record_to_the_articles_that_also_mention_another(visit, articles):
    """From the page of CPEC, Explore and two names give exactly the articles that mention both, which open."""
    visit.go(f"entities/{CPEC}/")
    visit.page.locator('main a[href*="explore/?"]').first.click()
    assert mentioning(articles, CPEC) == all_results(visit.page).keys()
    choose(visit.page, "entity", NAMES[ETIM])
    wanted = mentioning(articles, CPEC, ETIM)
    assert len(wanted) > 1
    assert wanted == all_results(visit.page, f"{len(wanted)} results").keys()
    assert sorted(NAMES.values()) == sorted(parse_qs(urlsplit(visit.page.url).query)["entity"])
    visit.page.locator(f"{RESULT} a").first.click()
    visit.page.locator(".content--article").wait_for()


def test_either_spelling_finds_the_same(visit):
    """Uighur finds the articles that Uyghur finds, and the record."""
    visit.go("explore/?q=Uyghur")
    usual = all_results(visit.page, "results for “Uyghur”")
    visit.page.get_by_role("searchbox", name="Search the collection").fill("Uighur")
    other = all_results(visit.page, "results for “Uighur”")
    assert "entities/uyghurs/" in usual
    assert "entities/uyghurs/" in other
    of_both = [{address for address in found if address.startswith("articles/")} for found in (usual, other)]
    assert of_both[0] == of_both[1]


def test_what_is_chosen_stands_in_the_address(visit):
    """Words, facets, years and order survive a reload, and going back undoes the last choice."""
    visit.go("explore/")
    shown(visit.page, "results")
    visit.page.get_by_role("searchbox", name="Search the collection").fill("china")
    shown(visit.page, "for “china”")
    visit.page.locator("[data-facet=kind]").get_by_role("checkbox", name="Article").check()
    visit.page.get_by_role("button", name="Remove Kind of page: Article").wait_for()
    visit.page.get_by_label("Sort").select_option("oldest")
    visit.page.wait_for_url("**sort=oldest")
    before = shown(visit.page, "for “china”")
    given = parse_qs(urlsplit(visit.page.url).query)
    assert {"q": ["china"], "kind": ["Article"], "sort": ["oldest"]} == given
    visit.page.reload()
    assert before == shown(visit.page, "for “china”")
    assert visit.page.locator("[data-facet=kind]").get_by_role("checkbox", name="Article").is_checked()
    visit.page.go_back()
    assert {"q": ["china"], "kind": ["Article"]} == parse_qs(urlsplit(visit.page.url).query)
    visit.page.go_back()
    visit.page.get_by_role("button", name="Remove Kind of page: Article").wait_for(state="detached")
    assert {"q": ["china"]} == parse_qs(urlsplit(visit.page.url).query)


def test_the_site_works_below_another_path(browser, site):
    """Served as a project's site, below a path, pages, search and Explore work as at the root of a host."""
    with serving(site, "/project/") as below, visiting(browser, below) as visit:
        visit.go("entities/michelle-bachelet/")
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("bachelet", delay=20)
        assert "articles/xi-bachelet-video-call/" in shown(visit.page, "results")
        visit.page.get_by_role("link", name="See all in Explore").click()
        visit.page.wait_for_url("**/project/explore/?q=bachelet")
        visit.page.locator(f"{RESULT} a").first.click()
        visit.page.wait_for_url(lambda address: "/explore/" not in address)
        assert visit.page.url.startswith(below.address)
        assert [] == visit.faults


def test_without_scripts_the_site_is_an_index(browser, server, articles):
    """Without JavaScript a reader gets from the home page by indexes to an article, its text and its evidence."""
    with visiting(browser, server, java_script_enabled=False, viewport={"width": PHONE, "height": 800}) as visit:
        page = visit.page
        visit.go("")
        page.get_by_role("main").get_by_role("link", name="All articles").click()
        assert len(articles) == page.locator("main .listing > li").count()
        page.get_by_role("link", name="China fears a revival of ETIM").click()
        body = next(row["text"] for row in articles if row["id"] == "china-fears-etim-revival")
        assert body.split("\n\n")[0] in [" ".join(text.split()) for text in page.locator("main p").all_inner_texts()]
        evidence = page.locator("details.evidence").first
        assert not evidence.locator("ul, p").first.is_visible()
        evidence.locator("summary").click()
        assert evidence.locator("ul, p").first.is_visible()
        page.locator(".masthead__search").click()
        page.get_by_role("main").get_by_role("link", name="Countries").click()
        page.get_by_role("main").get_by_role("link", name="China", exact=True).click()
        assert "China" == page.locator("h1").inner_text()
        assert [] == visit.faults
