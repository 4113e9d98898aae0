"""The pages on which facts stand, before a real browser: the filter, ways to a sentence, reading without scripts."""

import pytest
from browser import PHONE, chromium, serving, the_server, the_site, visiting  # noqa: F401 (fixtures)
from playwright.sync_api import expect


@pytest.fixture
def visit(browser, server):
    """Open a window on a wide screen, in which nothing may go wrong."""
    with visiting(browser, server) as opened:
        yield opened
    assert [] == opened.faults


def test_what_somebody_said_is_three_clicks_away(visit):
    """From the home page by Quotations to a speaker, and from the words to their sentence, which is marked."""
    page = visit.page
    visit.go("")
    page.get_by_role("link", name="Quotations", exact=True).first.click()
    page.get_by_role("main").get_by_role("link", name="Michelle Bachelet", exact=True).first.click()
    page.locator("#michelle-bachelet").wait_for()
    page.get_by_role("link", name="not an investigation").click()
    expect(page.locator("span:target")).to_contain_text("not an investigation")


def test_the_filter_narrows_by_speaker_words_and_choices(visit):
    """Words and choices leave what fits all of them, groups without any are gone, and what is left is counted."""
    page = visit.page
    visit.go("quotations/")
    items, groups = page.locator("[data-group] li:visible"), page.locator("[data-group]:visible")
    everything = items.count()
    field = page.get_by_role("searchbox", name="Speaker or words")
    field.press_sequentially("bachelet investigation")
    assert (1, 1) == (items.count(), groups.count())
    expect(page.locator(".filter output")).to_have_text("1 shown")
    field.fill("")
    assert everything == items.count()
    page.get_by_label("Quoted").select_option("full")
    expect(page.locator(".filter output")).to_have_text(f"{items.count()} shown")
    assert 0 < items.count() < everything
    assert set() == {item.get_attribute("data-extent") for item in items.all()} - {"full"}


def test_figures_that_differ_stand_side_by_side(visit):
    """From Figures a reader sees the numbers of detained people, with whom they are from, and gets to a sentence."""
    page = visit.page
    visit.go("figures/")
    page.get_by_role("link", name="People detained or imprisoned").click()
    group = page.locator("[data-group]", has=page.get_by_role("heading", name="Uyghurs"))
    text = group.inner_text()
    assert text.index("Close to two million Uyghurs") < text.index("At least one million")
    assert "given by campaigners" in text
    page.get_by_label("Given by").select_option("source")
    expect(group.get_by_text("Over 851 Uyghurs", exact=True)).not_to_be_visible()
    group.get_by_role("link", name="According to campaigners").click()
    expect(page.locator("span:target")).to_contain_text("at least one million")


def test_the_timeline_leads_to_a_year_and_shows_what_is_undated(visit):
    """Years lead to their section; named times can be left out; undated articles have a reason."""
    page = visit.page
    visit.go("timeline/")
    page.get_by_role("link", name="2009: 0 articles published, 2 dates named").click()
    expect(page.locator("#y2009")).to_be_in_viewport()
    page.get_by_label("What").select_option("published")
    expect(page.get_by_text("Violent riots began")).not_to_be_visible()
    assert page.locator("#undated").locator("xpath=../..").locator("li .snippet").count() > 1


def test_without_scripts_all_is_there_and_no_form_that_does_nothing(browser, server):
    """Without JavaScript, on a phone, all quotations, figures and times are there; the filter is not shown."""
    window = {"java_script_enabled": False, "viewport": {"width": PHONE, "height": 844}}
    with visiting(browser, server, **window) as visit:
        for path, words in (
            ("quotations/", "not an investigation"),
            ("figures/killed/", "197 dead"),
            ("timeline/", "5 July 2009"),
        ):
            visit.go(path)
            expect(visit.page.get_by_text(words).first).to_be_visible()
            expect(visit.page.locator(".filter")).to_be_hidden()
        assert [] == visit.faults
