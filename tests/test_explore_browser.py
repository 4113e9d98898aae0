"""The search in a real browser, on a small site of its own below a path: the header's dialog and the page "Explore"."""

import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from browser import PHONE, PROJECT, all_results, build, chromium, serving, visiting  # noqa: F401 (a fixture)
from playwright.sync_api import expect

from generator.facets import filterable

HOSTILE = '<img src=x onerror="alert(1)"> &lt;b&gt; {{ 7*7 }}'
CPEC, ETIM = "China-Pakistan Economic Corridor", "East Turkistan Islamic Movement"
AUTHORITIES = f"""
- {{id: cpec, kind: programme, label: {CPEC}, aliases: [CPEC], description: Roads and ports.}}
- {{id: etim, kind: organisation, label: {ETIM}, aliases: [ETIM], description: A militant group.}}
- {{id: uyghurs, kind: group, label: Uyghurs, aliases: [Uyghur, Uighur, Uighurs], description: A Turkic people.}}
- {{id: bachelet, kind: person, label: Michelle Bachelet, description: A High Commissioner.}}
- {{id: hostile, kind: person, label: '{HOSTILE}', aliases: [Mallory]}}
- {{id: wion, kind: outlet, label: WION}}
"""
ARTICLES = {
    "both": ("2021", "Fighters and roads", "In Pakistan ETIM threatened CPEC, and the Uyghur people were not asked."),
    "roads": ("2022-02-06", "Roads and ports", "Pakistan will go on with CPEC, said a minister in Beijing."),
    "fighters": ("2023-05-01", "Fighters", "ETIM is in Afghanistan, officials told reporters."),
    "rights": ("2022-05", "A call", "Michelle Bachelet spoke by video of China and the camps."),
    "hostile": ("", HOSTILE, f"Mallory wrote: {HOSTILE} and CPEC."),
}


@pytest.fixture(scope="module", name="content")
def small_content(tmp_path_factory):
    """Give a folder of content with a few articles."""
    folder = tmp_path_factory.mktemp("search")
    (folder / "content/authorities").mkdir(parents=True)
    (folder / "content/authorities/all.yml").write_text(AUTHORITIES)
    for key, (published, title, body) in ARTICLES.items():
        year = published[:4] or "undated"
        path = folder / f"content/articles/{year}/{key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        date = (
            f'published: "{published}"\ndate_status: stated\ndate_evidence: printed' if published else "published: null"
        )
        written = title.replace("'", "''")
        path.write_text(f"---\nid: {key}\ntitle: '{written}'\n{date}\nsource: {{outlet: wion}}\n---\n\n{body}\n")
    return folder / "content"


@pytest.fixture(scope="module")
def served(content, tmp_path_factory):
    """Build and serve the small site below a path, as Pages does for a project."""
    with serving(build(tmp_path_factory.mktemp("one"), content=content), "/project/") as server:
        yield server


@pytest.fixture(scope="module")
def parted(content, tmp_path_factory):
    """Build and serve the same site with its index in parts of three documents, as if it were large."""
    folder = tmp_path_factory.mktemp("parts")
    parts = "from generator.search import index; index.LARGEST_PART = 3; from generator.cli import main; main()"
    command = [sys.executable, "-c", parts, "build", "--content", content, "--build", folder]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    with serving((folder / "site").resolve(), "/project/") as server:
        yield server


@pytest.fixture
def visit(browser, served):
    """Open a reader's window, and make sure at the end that nothing went wrong in it."""
    with visiting(browser, served) as opened:
        yield opened
        assert [] == opened.faults


def results(visit, number):
    """Wait for a number of results and give the addresses of their pages."""
    expect(visit.page.locator(".explore__status")).to_contain_text(f"{number} result")
    shown = visit.page.locator(".explore [data-search-result]")
    expect(shown).to_have_count(number)
    return [item.get_attribute("data-search-result") for item in shown.all()]


def articles(*keys):
    """Give the addresses of articles."""
    return [f"articles/{key}/" for key in keys]


def box(visit, facet, value):
    """Give the checkbox of a facet's value."""
    return visit.page.locator(f'[data-facet="{facet}"] label', has_text=value).locator("input")


def state(visit):
    """Give what stands in the query part of the page's address."""
    return parse_qs(urlsplit(visit.page.url).query)


def test_two_facets_together_give_the_articles_that_mention_both(visit):
    """From CPEC in the address, choosing ETIM leaves what mentions both; "any" brings back what mentions one."""
    visit.go(f"explore/?entity={quote(CPEC)}")
    assert articles("roads", "both", "hostile") == results(visit, 3)

    box(visit, "entity", ETIM).check()

    assert articles("both") == results(visit, 1)
    assert [CPEC, ETIM] == state(visit)["entity"]
    visit.page.locator('[data-facet="entity"] select').select_option("any")
    assert articles("fighters", "roads", "both", "hostile") == results(visit, 4)
    assert ["any"] == state(visit)["entity.match"]


def test_counts_say_how_many_results_a_value_would_leave(visit):
    """Counts follow the selection; of a facet where any value is enough, other values keep theirs."""
    visit.go("explore/?kind=Article")
    results(visit, 5)
    count = visit.page.locator('[data-facet="year"] label', has_text="2022").locator(".count")
    expect(count).to_have_text("2")

    box(visit, "country", "Pakistan").check()

    assert articles("roads", "both") == results(visit, 2)
    expect(count).to_have_text("1")
    box(visit, "year", "2022").check()
    results(visit, 1)
    expect(visit.page.locator('[data-facet="year"] label', has_text="2021").locator(".count")).to_have_text("1")


def test_the_back_button_takes_back_one_choice(visit):
    """Each choice has an address of its own, and going back shows the results before it."""
    visit.go("explore/?kind=Article")
    results(visit, 5)
    box(visit, "year", "2022").check()
    results(visit, 2)

    visit.page.go_back()

    results(visit, 5)
    assert not box(visit, "year", "2022").is_checked()
    visit.page.go_forward()
    results(visit, 2)


def test_an_address_can_be_shared(visit):
    """Words, filters, years and order come from the address alone."""
    visit.go("explore/?q=CPEC&kind=Article&from=2021&to=2022&sort=oldest")

    assert articles("both", "roads") == results(visit, 2)
    assert "CPEC" == visit.page.locator(".explore__input").input_value()
    expect(visit.page.locator(".explore__results mark").first).to_have_text("CPEC,")


def test_all_pages_are_listed_newest_first_and_undated_ones_last(visit):
    """Without words, filters alone list everything; what has no date is last in both orders."""
    visit.go("explore/?kind=Article")
    assert articles("fighters", "rights", "roads", "both", "hostile") == results(visit, 5)

    visit.page.get_by_label("Sort").select_option("oldest")

    expect(visit.page.locator("[data-search-result]").first).to_have_attribute("data-search-result", "articles/both/")
    assert articles("both", "roads", "rights", "fighters", "hostile") == results(visit, 5)


def test_other_spellings_find_an_article(visit):
    """A reader who types "Uighur" finds the record and the article that spells the name otherwise."""
    visit.go("explore/")
    visit.page.locator(".explore__input").fill("Uighur")

    assert {"entities/uyghurs/", "articles/both/"} == set(results(visit, 2))
    expect(visit.page.locator(".explore__results").get_by_text("Uighur ·")).to_have_count(1)


def test_the_bearer_of_a_name_comes_first(visit):
    """However often articles repeat a name, the record that bears it as a whole stands before them."""
    visit.go("explore/?q=cpec")

    assert "entities/cpec/" == results(visit, 4)[0]


def test_explore_works_by_keyboard_alone(visit):
    """The tabulator reaches words, years and facets; space chooses a value and the focus stays on it."""
    visit.go("explore/?kind=Article")
    results(visit, 5)
    box(visit, "country", "Pakistan").focus()

    visit.page.keyboard.press("Space")

    results(visit, 2)
    assert ["Pakistan"] == state(visit)["country"]
    assert "Pakistan" == visit.page.evaluate("document.activeElement.value")
    visit.page.get_by_role("button", name="Remove Country: Pakistan").press("Enter")
    results(visit, 5)


def test_a_shared_value_that_is_gone_can_be_taken_out(visit):
    """A filter that no page has any more gives no results and can be removed."""
    visit.go("explore/?entity=Nobody&kind=Article")
    results(visit, 0)

    visit.page.get_by_role("button", name="Remove Entity: Nobody").click()

    results(visit, 5)


@pytest.mark.parametrize("search", ["explore/?q={}", "explore/?entity={}", "explore/?q=Mallory&author={}"])
def test_hostile_text_is_shown_as_text(visit, search):
    """Words, values, titles and excerpts are text, wherever they come from."""
    visit.go(search.format(quote(HOSTILE)))
    expect(visit.page.locator(".explore__status")).to_contain_text("result")

    visit.go("explore/?q=Mallory")

    expect(visit.page.locator('[data-search-result="articles/hostile/"] a')).to_have_text(HOSTILE)
    expect(visit.page.locator('[data-search-result="articles/hostile/"] .snippet')).to_contain_text(
        '<img src=x onerror="alert(1)"> <b> {{ 7*7 }}'  # as CommonMark reads the body
    )
    expect(visit.page.locator('[data-facet="entity"] .facet__name', has_text=filterable(HOSTILE))).to_have_count(1)
    assert 0 == visit.page.locator("img").count()


@contextmanager
def dialog(visit, key):
    """Open the header's search by a key and make sure that Escape closes it."""
    visit.page.keyboard.press(key)
    opened = visit.page.locator("dialog.search")
    expect(opened).to_be_visible()
    yield opened
    visit.page.keyboard.press("Escape")
    expect(opened).not_to_be_visible()


def test_the_header_finds_pages_by_kind(visit):
    """Slash opens the search on every page; results stand under their kinds, and arrows and Enter go to one."""
    visit.go("articles/roads/")
    with dialog(visit, "/") as opened:
        visit.page.keyboard.type("bachelet")
        expect(opened.get_by_role("heading")).to_have_text(["Person", "Article"])
    with dialog(visit, "Control+k") as opened:
        expect(opened.get_by_role("searchbox")).to_be_focused()
    visit.page.keyboard.press("/")
    expect(visit.page.locator("dialog.search").get_by_role("heading")).to_have_text(["Person", "Article"])
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")

    visit.page.wait_for_url("**/project/entities/bachelet/")


def test_enter_in_the_header_shows_everything_in_explore(visit):
    """Without a chosen result, Enter takes the words to the page "Explore"."""
    visit.go("articles/roads/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("cpec ports")
    visit.page.keyboard.press("Enter")

    visit.page.wait_for_url("**/project/explore/?q=cpec+ports")
    assert articles("roads") == [address for address in results(visit, 2) if address.startswith("articles")]


def test_slash_is_a_letter_where_one_types(visit):
    """In a box, slash is written; on "Explore" it leads to the box of the page itself."""
    visit.go("explore/")
    visit.page.keyboard.press("/")
    visit.page.keyboard.type("and/or")

    assert "and/or" == visit.page.locator(".explore__input").input_value()
    expect(visit.page.locator("dialog.search")).to_have_count(0)


def test_on_a_phone_the_results_come_first(browser, served):
    """On a narrow screen the filters wait behind a summary, and nothing is wider than the screen."""
    with visiting(browser, served, viewport={"width": PHONE, "height": 844}) as opened:
        opened.go("explore/?kind=Article")
        results(opened, 5)

        expect(box(opened, "country", "Pakistan")).not_to_be_visible()
        opened.page.get_by_text("Filters", exact=True).click()
        opened.page.locator('[data-facet="country"] > summary').click()
        box(opened, "country", "Pakistan").check()
        results(opened, 2)
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert [] == opened.faults


SELECTIONS = (
    "",
    "?q=cpec",
    "?q=officials+told",
    "?q=pakistan&sort=newest",
    "?sort=oldest",
    "?country=Pakistan&country=China&country.match=any",
    "?from=2021&to=2022&kind=Article",
)
COUNTS = """items => Object.fromEntries(items.map(item => [
  item.closest("[data-facet]").dataset.facet + " " + item.querySelector("input").value,
  item.querySelector(".count").textContent]))"""


def seen(browser, server):
    """Give what Explore shows of each selection: what it says, the results in order, the facets with their counts."""
    with visiting(browser, server) as visit:
        for selection in SELECTIONS:
            visit.go(f"explore/{selection}")
            found = all_results(visit.page)
            said = visit.page.locator(".explore__status").inner_text()
            visit.page.wait_for_load_state("networkidle")
            yield selection, said, [*found], visit.page.locator(".facet__values li").evaluate_all(COUNTS)
        assert [] == visit.faults


def test_an_index_in_parts_answers_as_one_does(browser, served, parted):
    """Every selection finds the same pages and counts the same; sorted by date, dates stand in the same order."""
    of_one, of_parts = ([*seen(browser, server)] for server in (served, parted))

    assert len(SELECTIONS) == len(of_one)
    for (selection, said, found, counts), other in zip(of_one, of_parts, strict=True):
        assert (selection, said, sorted(found), counts) == (*other[:2], sorted(other[2]), other[3])
        if "sort" in selection:
            assert [key for key in found if "articles/" in key] == [key for key in other[2] if "articles/" in key]
    dated = articles("both", "roads", "rights", "fighters")
    (oldest,) = (found for selection, _, found, _ in of_parts if "oldest" in selection)
    assert dated == [key for key in oldest if key in dated]
    assert oldest.index("articles/hostile/") >= len(dated)


def test_whole_names_come_first_in_an_index_of_parts(browser, parted):
    """The bearer of a name stands before what contains it, whichever part it is in, with its words marked."""
    with visiting(browser, parted) as visit:
        visit.go("")
        visit.page.keyboard.press("/")
        visit.page.keyboard.type("ETIM", delay=30)
        first = visit.page.locator("dialog [data-search-result]").first
        expect(first).to_have_attribute("data-search-result", "entities/etim/")
        expect(first.locator("mark")).to_have_text("ETIM.")
        assert len([sent for sent in parted.sent if sent.path.endswith(".pf_meta")]) > 4
        assert [] == visit.faults


def test_the_index_is_not_loaded_to_show_everything(browser, parted):
    """Explore without a query loads of each part only the piece with the word that all documents have."""
    parted.sent.clear()
    with visiting(browser, parted) as visit:
        visit.go("explore/")
        all_results(visit.page)
    pieces = [sent.path.rpartition("/index/")[0] for sent in parted.sent if sent.path.endswith(".pf_index")]
    assert len({*pieces}) == len(pieces) > 4


def test_the_scripts_stay_small():
    """All scripts of ours together stay well under 30 KB, so that a page comes quickly on a poor network."""
    scripts = list((PROJECT / "overrides/assets/javascripts").glob("*.js"))

    assert scripts
    assert 30_000 > sum(script.stat().st_size for script in scripts)
