"""Previews in a real browser: what a link leads to, asked for only by who rests on it, and gone when not wanted."""

import pytest
from browser import DESK, PHONE, chromium, the_server, the_site, visiting  # noqa: F401 (fixtures)
from playwright.sync_api import expect

ARTICLE = "articles/china-fears-etim-revival/"
ENTITY = "entities/east-turkistan-islamic-movement/"
LINK = f'#content dl a[href$="../../{ENTITY}"], #content dl a[href$="/{ENTITY}"]'


@pytest.fixture
def visit(browser, server):
    """Open an article in a window that notices whatever goes wrong."""
    with visiting(browser, server, viewport={"width": DESK, "height": 900}) as opened:
        opened.go(ARTICLE)
        opened.page.wait_for_load_state("networkidle")
        server.sent.clear()
        yield opened
        assert [] == opened.faults


def preview(visit):
    """Give the box of the preview."""
    return visit.page.locator(".preview")


def asked(server):
    """Give the pages that were asked for."""
    return [sent.path for sent in server.sent if sent.path.endswith("/")]


def test_resting_on_a_link_shows_what_it_leads_to(visit, server):
    """The label, kind and description of a record are shown, asked for once however often, and not before."""
    link = visit.page.locator(LINK).first
    assert [] == asked(server)
    for _ in range(2):
        link.hover()
        expect(preview(visit)).to_contain_text("East Turkistan Islamic Movement")
        expect(preview(visit)).to_contain_text("mentioned in 2 articles")
        visit.page.mouse.move(5, 5)
        expect(preview(visit)).to_have_count(0)
    assert [f"/{ENTITY}"] == asked(server)


def test_passing_over_links_asks_for_nothing(visit, server):
    """Only who rests on a link wants to know where it leads."""
    visit.page.locator(LINK).first.hover()
    visit.page.mouse.move(5, 5)
    visit.page.wait_for_timeout(700)
    assert [] == asked(server)
    expect(preview(visit)).to_have_count(0)


def test_a_preview_stays_under_the_pointer_and_goes_by_escape(visit):
    """What WCAG 1.4.13 asks: it can be pointed at without going away, stays as long, and can be put away."""
    visit.page.locator(LINK).first.hover()
    preview(visit).hover()
    visit.page.wait_for_timeout(900)
    expect(preview(visit)).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(preview(visit)).to_have_count(0)


def test_a_key_shows_the_preview_of_the_link_in_focus(visit):
    """Focus alone shows nothing; P does, and leaving the link or Escape puts it away."""
    link = visit.page.locator(LINK).first
    link.focus()
    visit.page.wait_for_timeout(700)
    expect(preview(visit)).to_have_count(0)
    visit.page.keyboard.press("p")
    expect(preview(visit)).to_contain_text("mentioned in 2 articles")
    visit.page.keyboard.press("Tab")
    expect(preview(visit)).to_have_count(0)


def test_a_link_to_a_sentence_shows_the_sentence(visit):
    """On a record's page the preview of a quoted sentence is that sentence, not the head of its article."""
    visit.go(ENTITY)
    link = visit.page.locator('#content .mentions a[href*="#s"]').first
    expected = link.inner_text()
    link.hover()
    expect(preview(visit)).to_contain_text(expected)


def test_a_preview_lies_in_the_window(browser, server):
    """On a narrow window and at its lower end the box is moved so that all of it can be read."""
    with visiting(browser, server, viewport={"width": PHONE, "height": 500}) as opened:
        opened.go(ARTICLE)
        link = opened.page.locator(LINK).first
        link.evaluate("link => link.scrollIntoView({ block: 'end' })")
        link.hover()
        expect(preview(opened)).to_contain_text("mentioned in 2 articles")
        box = preview(opened).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 500
        assert [] == opened.faults


def test_fingers_get_no_previews(browser, server):
    """Who touches a link follows it."""
    with visiting(browser, server, viewport={"width": PHONE, "height": 900}, has_touch=True) as opened:
        opened.go(ARTICLE)
        opened.page.locator(LINK).first.tap()
        opened.page.wait_for_url(f"**/{ENTITY}")
        expect(preview(opened)).to_have_count(0)
        assert [] == opened.faults
