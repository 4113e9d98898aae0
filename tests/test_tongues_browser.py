"""Articles of several languages before a browser: each is read from its own side, and nothing is too wide."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser import DESK, PHONE, RESULT, build, chromium, serving, visiting  # noqa: F401 (fixtures)
from tongue_texts import CONTENT

LOOK = """() => [...document.querySelectorAll("#content :is(h1, h2, p, li, blockquote, .title, .listing > li > a)")]
  .filter((one) => one.checkVisibility() && one.textContent.trim())
  .map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const text = range.getBoundingClientRect();
    const box = one.parentElement.getBoundingClientRect();
    const { direction } = getComputedStyle(one);
    return [one.textContent.trim(), direction, Math.round(text.left - box.left), Math.round(box.right - text.right)];
  })"""
"""Each block of text: its direction, and its distances from the left and the right side of what holds it."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(name="tongues", scope="module")
def the_site_of_tongues(tmp_path_factory):
    """Serve a site of articles in Urdu, Uyghur, Arabic, Chinese and English."""
    content = tmp_path_factory.mktemp("tongues")
    for name, text in CONTENT.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with serving(build(tmp_path_factory.mktemp("built"), content=content)) as server:
        yield server


def from_the_right(text):
    """Tell whether a text has letters of a script that is written from right to left, and no Latin ones."""
    return any("\u0600" <= char < "\u0800" for char in text) and not any(map(str.isascii, filter(str.isalpha, text)))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize(
    "path", ["articles/urdu/", "articles/uyghur/", "articles/arabic/", "articles/", "entities/xinjiang/", "timeline/"]
)
def test_every_block_of_text_begins_at_its_own_side(browser, tongues, path, width):
    """Titles, paragraphs, items, quotations and evidence of an RTL language lie at the right, others at the left."""
    with visiting(browser, tongues, viewport={"width": width, "height": 900}) as visit:
        visit.go(path)
        blocks = visit.page.evaluate(LOOK)
        foreign = [block for block in blocks if from_the_right(block[0])]
        assert foreign
        assert [] == [block for block in foreign if block[1] != "rtl" or block[3] > max(block[2], 40)]
        own = [block for block in blocks if block[0].isascii()]
        assert [] == [block for block in own if block[1] != "ltr"]
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        visit.page.evaluate(AXE_SCRIPT)
        broken = """(rules) => axe.run(document, {runOnly: rules}).then(({violations}) =>
          violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 150)}`)))"""
        assert [] == visit.page.evaluate(broken, WCAG)
    assert [] == visit.faults


def test_marks_of_a_list_stand_before_its_items(browser, tongues):
    """Bullets of an Urdu list have their room at the right, within the page, on a phone too."""
    with visiting(browser, tongues, viewport={"width": PHONE, "height": 900}) as visit:
        visit.go("articles/urdu/")
        item = visit.page.locator("#content ul:not([class]) > li").first
        style = item.evaluate("(item) => [getComputedStyle(item).direction, getComputedStyle(item).marginRight]")
        right = item.evaluate("(item) => item.getBoundingClientRect().right")
    assert style[0] == "rtl"
    assert float(style[1].removesuffix("px")) >= 20
    assert right <= PHONE - 36


def test_results_say_their_language(browser, tongues):
    """A result's title and excerpt bear the language of its article and lie at its side."""
    with visiting(browser, tongues) as visit:
        visit.go("explore/?language=ur")
        title = visit.page.locator(RESULT).first.locator("a")
        assert title.get_attribute("lang") == "ur"
        assert title.evaluate("(link) => [getComputedStyle(link).direction, link.matches(':dir(rtl)')]") == [
            "rtl",
            True,
        ]
        assert visit.page.locator(f"{RESULT} .snippet").first.get_attribute("lang") == "ur"
    assert [] == visit.faults


def test_a_preview_is_read_from_its_own_side(browser, tongues):
    """What a preview shows of an Urdu article begins at the right, and says its language."""
    with visiting(browser, tongues) as visit:
        visit.go("articles/")
        visit.page.locator("a[lang=ur]").first.focus()
        visit.page.keyboard.press("p")
        shown = visit.page.locator(".preview strong")
        shown.wait_for()
        assert shown.evaluate("(title) => getComputedStyle(title).unicodeBidi") == "plaintext"
        assert ["ur", None, "ur"] == visit.page.evaluate(
            "[...document.querySelector('.preview').children].map((part) => part.getAttribute('lang'))"
        )
    assert [] == visit.faults
