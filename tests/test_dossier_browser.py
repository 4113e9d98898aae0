"""A dossier puts the articles of a list on one page: whole, with their sources, without anything of another place."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser import build, chromium, serving, visiting  # noqa: F401 (fixtures)
from tongue_texts import CONTENT

from generator.pages.record import ARTICLES_A_PAGE

EXCERPT = """\
---
title: Camps <b>in</b> Xinjiang
published: 2021-03-01
rights: excerpt
---

## What the camps are

Xinjiang has camps. %s
""" % ("Nobody knows how many there are in all. " * 30)


@pytest.fixture(name="served", scope="module")
def the_served_site(tmp_path_factory):
    """Serve a site below a path, as Pages does, with one list that fills two pages."""
    content = tmp_path_factory.mktemp("dossier")
    many = {
        f"articles/2020/n-{n:02}.md": f"---\ntitle: Number {n}\npublished: 2020-01-01\n---\n\nImran Khan spoke again.\n"
        for n in range(ARTICLES_A_PAGE)
    }
    for name, text in (CONTENT | many | {"articles/2021/camps.md": EXCERPT}).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder = build(tmp_path_factory.mktemp("built"), "--no-search", content=content)
    with serving(folder, "/project/") as server:
        yield server


def assembled(visit, of):
    """Open the dossier of a list and wait until it stands."""
    visit.go(f"explore/dossier/?{of}")
    visit.page.locator("#content section").first.wait_for()
    return visit.page.locator("#content section")


def test_a_record_leads_to_its_dossier(browser, served):
    """The link on a record's page opens all its articles in full, each with its source and reference."""
    with visiting(browser, served) as visit:
        visit.go("entities/xinjiang/")
        visit.page.get_by_role("link", name="Dossier").click()
        articles = visit.page.locator("#content section")
        articles.first.wait_for()
        assert visit.page.locator("h1").inner_text() == "Dossier: Xinjiang"
        titles = articles.locator("> h2:first-child").all_inner_texts()
        urdu = articles.filter(has_text="سی پیک پر بات چیت")
        assert len(titles) == articles.count() == 6
        assert urdu.locator("ul:not([class]) > li").count() == 3
        assert "ur" == urdu.locator("h2 span").first.get_attribute("lang")
        assert "Headline as printed" in urdu.inner_text()
        assert "Dawn, 6 February 2022" in urdu.locator("pre").inner_text()
        assert visit.page.locator("#content [id]:not(h1)").count() == 0
        links = visit.page.locator("#content section a").evaluate_all("(found) => found.map((link) => link.href)")
        assert {200} == {visit.context.request.get(link).status for link in links if link.startswith(served.address)}
        assert all("/project/" in link for link in links)
    assert [] == visit.faults


def test_no_more_of_an_article_is_shown_than_on_its_page(browser, served):
    """An excerpt stays an excerpt, and its title a text."""
    with visiting(browser, served) as visit:
        cut = assembled(visit, "entities/xinjiang/").filter(has_text="Camps <b>in</b> Xinjiang")
        assert cut.locator("> p:not([class])").inner_text().count("Nobody knows") < 9
        assert cut.locator("b").count() == 0


def test_a_long_list_is_parted_as_its_pages_are(browser, served):
    """A page of the list is a page of the dossier, and links lead to the dossier of the next and back."""
    with visiting(browser, served) as visit:
        assert assembled(visit, "entities/imran-khan/").count() == ARTICLES_A_PAGE
        visit.page.get_by_role("link", name="Next").click()
        visit.page.wait_for_url("**/explore/dossier/?entities/imran-khan/page-2/")
        visit.page.locator("#content section").first.wait_for()
        assert 1 <= visit.page.locator("#content section").count() < ARTICLES_A_PAGE
        assert visit.page.get_by_role("link", name="Previous").count() == 1
    assert [] == visit.faults


@pytest.mark.parametrize("of", ["//evil.example/", "https://evil.example/", "../", "/other/", "javascript:alert(1)"])
def test_nothing_of_another_place_is_asked_for(browser, served, of):
    """What an address asks for outside the site is not loaded; the page says what a dossier is."""
    with visiting(browser, served) as visit:
        visit.go(f"explore/dossier/?{of}")
        visit.page.wait_for_load_state("networkidle")
        assert visit.page.locator("h1").inner_text() == "Dossier"
        assert "It begins at the page of a record" in visit.page.locator("#content").inner_text()
    assert [] == visit.faults


def test_a_dossier_is_accessible_and_prints_its_text_alone(browser, served):
    """axe-core finds nothing in it; on paper there is no header and no address of a page of the site in the text."""
    rules = (
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']}).then((found) => found.violations)"
    )
    with visiting(browser, served) as visit:
        articles = assembled(visit, "entities/xinjiang/")
        visit.page.evaluate(AXE_SCRIPT)
        assert [] == visit.page.evaluate(rules)
        visit.page.emulate_media(media="print")
        assert not visit.page.locator(".masthead").is_visible()
        after = "(link) => getComputedStyle(link, '::after').content"
        assert articles.locator("h2 a").first.evaluate(after) == "none"


def test_without_scripts_the_page_says_what_to_do(browser, served):
    """The explanation and its links to the indexes stand there for everybody."""
    with visiting(browser, served, java_script_enabled=False) as visit:
        visit.go("explore/dossier/?entities/xinjiang/")
        assert "Without it, the list on the record’s page" in visit.page.locator("#content").inner_text()
        assert visit.page.locator("#content").get_by_role("link", name="topics").count() == 1
