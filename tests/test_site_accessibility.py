"""A page of every kind for everyone: the rules of WCAG 2.2 AA, the keyboard alone, no scripts, and nothing that moves.

Rules are those of axe-core, which finds what a program can find; what needs eyes was looked at.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser import DESK, PHONE, RESULT, chromium, the_server, the_site, visiting  # noqa: F401 (fixtures)
from kinds import LOST, addresses_by_kind
from playwright.sync_api import expect

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = {"phone, dark": (PHONE, "dark"), "desk, light": (DESK, "light")}
OTHER = {"dark": "default", "light": "slate"}
"""What the theme calls the colour scheme that a window did not open in."""

SHIFTS = """
  window.shifts = [];
  const note = ({ value, sources }) =>
    window.shifts.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.outerHTML?.slice(0, 80))}`);
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
"""
OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
CHECK = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}"""
WATCH_FOCUS = """() => {
  const shown = (element) => (element.matches(".md-option") ? element.nextElementSibling : element);
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const usable = (element) => !element.disabled && shown(element).checkVisibility({ visibilityProperty: true });
  const wanted = [...document.querySelectorAll(stops)].filter(usable);
  const written = new Map(wanted.map((element, place) => [element, `${place} ${element.outerHTML.slice(0, 99)}`]));
  const told = (element) => written.get(element) ?? element.outerHTML.slice(0, 99);
  const ringed = ({ outlineStyle, outlineWidth, boxShadow, textDecorationLine }, element) =>
    (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none" ||
    (element.matches(".title") && textDecorationLine === "underline");
  const alike = (found, element) => {  // marks of a drawing may touch one another; what floats may not lie on them
    const drawing = element.closest("svg");
    return element.contains(found) || found.contains(element) || (drawing && drawing.contains(found));
  };
  const rectangles = (element) =>
    [element, element.querySelector("circle")].flatMap((one) => [...(one?.getClientRects() ?? [])]);
  const uncovered = (element) =>
    rectangles(element).some(({ left, top, width, height }) => {
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return found && alike(found, element);
    });
  window.walk = { visited: [], dim: [], covered: [] };
  document.addEventListener("focusin", ({ target }) => {
    walk.visited.push(told(target));
    if (!ringed(getComputedStyle(shown(target)), target)) walk.dim.push(told(target));
    if (!uncovered(shown(target))) walk.covered.push(told(target));
  });
  return [...written.values()];
}"""
"""Notes where the focus goes: to what, whether a reader sees it there, and whether something lies over it."""


@pytest.fixture(scope="module")
def kinds(site):
    """Find the kinds of page of the real site."""
    return addresses_by_kind(site)


def settle(visit, address):
    """Open a page and wait until it has come to rest, with its results if it is one of results."""
    visit.go(address)
    if address.split("?")[0] == "explore/":
        visit.page.locator(RESULT).first.wait_for()
        visit.page.locator(".facet__values input").first.wait_for(state="attached")
        visit.page.wait_for_load_state("networkidle")


def check(page, rules):
    """Give what breaks some rules of axe-core on a page as it stands."""
    return page.evaluate(CHECK, rules)


def moved(visit, address):
    """Open a page, and give what moved on it after it was painted."""
    settle(visit, address)
    visit.page.wait_for_load_state("networkidle")
    return visit.page.evaluate("window.shifts")


@pytest.fixture(scope="module", params=VIEWS)
def looked(request, browser, server, kinds):
    """Look at the largest page of each kind in one window: rules broken, parts that moved, and faults, by kind."""
    width, scheme = VIEWS[request.param]
    by_tags, by_colours = {"type": "tag", "values": WCAG}, {"type": "rule", "values": ["color-contrast"]}
    seen = {}
    with visiting(browser, server, viewport={"width": width, "height": 900}, color_scheme=scheme) as visit:
        visit.context.add_init_script(SHIFTS)
        for kind, addresses in kinds.items():
            visit.faults.clear()
            # What moves in one load and not in the next is the machine's doing, which gave the browser no time.
            found = {"moved": moved(visit, addresses[-1]) and moved(visit, addresses[-1])}
            visit.page.evaluate(OPEN_ALL)
            visit.page.evaluate(AXE_SCRIPT)
            found["broken"] = check(visit.page, by_tags)
            visit.page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", OTHER[scheme])
            found["broken"] += check(visit.page, by_colours)
            found["faults"] = [fault for fault in visit.faults if LOST not in addresses or "404" not in fault]
            seen[kind] = found
    return seen


def told(looked, what):
    """Give one thing that was looked for, by the kinds of page that have it."""
    return {kind: found[what] for kind, found in looked.items() if found[what]}


def test_no_rule_of_wcag_is_broken(looked):
    """Every kind of page keeps the rules, its closed parts opened, in both widths and both colour schemes."""
    assert len(looked) > 12
    assert {} == told(looked, "broken")


def test_nothing_moves_once_a_page_is_there(looked):
    """No part of any kind of page shifts after it was painted, however little."""
    assert {} == told(looked, "moved")


def test_no_kind_of_page_has_faults(looked):
    """No kind of page says an error or asks another host."""
    assert {} == told(looked, "faults")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_everything_is_reached_by_keyboard_in_order(browser, server, kinds, width):
    """The tabulator visits all that can be used, in the order of the page; what it is on is ringed and not covered."""
    wrong = {}
    with visiting(browser, server, viewport={"width": width, "height": 800}) as visit:
        for kind, addresses in kinds.items():
            settle(visit, addresses[0])
            wanted = visit.page.evaluate(WATCH_FOCUS)
            for _ in wanted:
                visit.page.keyboard.press("Tab")
            walk = visit.page.evaluate("window.walk")
            assert len(wanted) > 5
            if walk != {"visited": wanted, "dim": [], "covered": []}:
                wrong[kind] = walk | {"visited": [stop for stop in wanted if stop not in walk["visited"]]}
    assert {} == wrong


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_first_stop_skips_the_frame(browser, server, kinds, width):
    """On every kind of page the first stop leads to the content, so that the next one is in it."""
    outside = {}
    with visiting(browser, server, viewport={"width": width, "height": 800}) as visit:
        for kind, addresses in kinds.items():
            settle(visit, addresses[-1])
            visit.page.keyboard.press("Tab")
            expect(visit.page.locator(".md-skip")).to_be_focused()
            visit.page.keyboard.press("Enter")
            visit.page.keyboard.press("Tab")
            if not visit.page.evaluate("Boolean(document.activeElement.closest('#content'))"):
                outside[kind] = visit.page.evaluate("document.activeElement.outerHTML.slice(0, 120)")
    assert {} == outside


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_search_dialog_keeps_the_rules(browser, server, scheme):
    """The dialog takes the focus, keeps it, keeps the rules with results in it, and gives the focus back."""
    with visiting(browser, server, color_scheme=scheme) as visit:
        visit.go("")
        opener = visit.page.locator(".masthead__search")
        opener.focus()
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.type("bachelet", delay=20)
        visit.page.locator(RESULT).first.wait_for()
        visit.page.evaluate(AXE_SCRIPT)
        assert [] == check(visit.page, {"type": "tag", "values": WCAG})
        for _ in range(2 + visit.page.locator(f"{RESULT} a").count() + 2):
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate(
                "document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"
            )
        visit.page.keyboard.press("Escape")
        expect(visit.page.locator("dialog")).to_be_hidden()
        expect(opener).to_be_focused()
        assert [] == visit.faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_drawer_keeps_the_rules(browser, server, scheme):
    """On a phone the drawer opens by key and keeps the rules."""
    with visiting(browser, server, viewport={"width": PHONE, "height": 800}, color_scheme=scheme) as visit:
        visit.go("topics/")
        visit.page.get_by_role("button", name="Navigation").press("Enter")
        links = visit.page.locator(".sections a")
        expect(links.first).to_be_visible()
        visit.page.evaluate(AXE_SCRIPT)
        assert [] == check(visit.page, {"type": "tag", "values": WCAG})
        assert [] == visit.faults


def test_without_scripts_every_kind_of_page_shows_all_it_has(browser, server, kinds):
    """Without JavaScript all links of a page's content are there to be seen, once its closed parts are opened."""
    hidden = {}
    with visiting(browser, server, java_script_enabled=False) as visit:
        for kind, addresses in kinds.items():
            visit.go(addresses[-1])
            assert visit.page.locator("h1").is_visible()
            visit.page.evaluate(OPEN_ALL)
            links = "[...document.querySelectorAll('#content a[href], #content li')]"
            assert visit.page.evaluate(f"{links}.length"), kind
            unseen = visit.page.evaluate(
                f"{links}.filter((link) => !link.checkVisibility()).map((link) => link.outerHTML)"
            )
            if unseen:
                hidden[kind] = unseen
    assert {} == hidden
