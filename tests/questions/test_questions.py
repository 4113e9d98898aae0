"""The questions that readers bring, each answered on the real site in at most three clicks from the home page.

A question is a file: the path a reader takes, told by what the reader sees, and what stands on the page at its end.

    question: What did Michelle Bachelet say?
    path:
      - search: bachelet                # typed into the search of the header …
        choose: Michelle Bachelet       # … and the result that is clicked
      - link: all quotations            # the words of a link; `beside` are other words of the same item of a list
        beside: Xi Jinping
      - check: Imran Khan               # a facet's value, found by typing its name into the facet's own box
        facet: Entity
      - open: How this was found        # the words by which a closed part begins
    shows:
      - words that can be seen
      - [words, that stand, in one item]
"""

import re
from pathlib import Path

import msgspec
import pytest
import yaml
from browser import RESULT, chromium, the_server, the_site, visiting  # noqa: F401 (fixtures)
from playwright.sync_api import Locator, Page

MOST_CLICKS = 3
FILES = sorted(Path(__file__).parent.glob("*.yml"))

SEEN = """(wanted) => {
  const plain = (text) => text.replace(/\\s+/g, " ");
  const items = "li, tr, p, figure, details, dl > div, .entry, section, dialog";
  const shown = [...document.querySelectorAll(`main :is(${items}), dialog`)].filter((item) => item.checkVisibility());
  const texts = [plain(document.querySelector("main").innerText), ...shown.map((item) => plain(item.innerText))];
  const holds = (text, words) => words.every((each) => text.includes(plain(each)));
  return wanted.filter((words) => !(words.length > 1 ? texts.slice(1) : texts).some((text) => holds(text, words)));
}"""
"""Gives what of some groups of words stands in no item that can be seen; a single one may stand anywhere."""


class Click(msgspec.Struct, forbid_unknown_fields=True):
    """One thing that a reader does: follows a link, checks a box, opens what is closed, or types and chooses."""

    link: str = ""
    beside: str = ""
    check: str = ""
    facet: str = ""
    search: str = ""
    choose: str = ""
    open: str = ""


class Question(msgspec.Struct, forbid_unknown_fields=True):
    """A question, the way to its answer, and the answer."""

    question: str
    path: list[Click]
    shows: list[str | list[str]]
    number: int
    hides: list[str] = []


def read(path: Path) -> Question:
    """Read a question's file; whatever does not fit fails."""
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Question)


def beside(page: Page, words: str) -> Locator:
    """Give the items of lists that hold some words, or without words the page's content."""
    return page.locator("main :is(li, tr, .entry)").filter(has_text=words) if words else page.locator("main")


def follow(page: Page, click: Click) -> None:
    """Do one thing as a reader does it; of links with the same words, one in the content comes before the frame's."""
    if click.link:
        link = beside(page, click.beside).get_by_role("link", name=click.link, exact=True).filter(visible=True)
        if not link.count():
            link = page.get_by_role("link", name=click.link, exact=True).filter(visible=True)
        link.first.click()
    elif click.check:
        facet = page.locator(".facet").filter(has=page.locator("summary", has_text=click.facet))
        if facet.get_attribute("open") is None:
            facet.locator("summary").click()
        facet.get_by_role("searchbox").fill(click.check[:12])
        facet.get_by_role("checkbox", name=click.check).check()
        page.get_by_role("button", name=f"Remove {click.facet}: {click.check}").wait_for()
    elif click.open:
        page.locator("main summary").filter(has_text=re.compile(f"^{re.escape(click.open)}")).first.click()
    else:
        page.keyboard.press("/")
        page.keyboard.type(click.search, delay=15)
        page.locator(f"{RESULT} a").get_by_text(click.choose, exact=True).first.click()


def test_all_questions_are_there():
    """The questions are numbered from one: twenty of what articles say, and others of what stands behind it."""
    assert [*range(1, 26)] == sorted(read(path).number for path in FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_question_is_answered(browser, server, path):
    """A reader who starts at the home page sees the answer after three clicks or fewer."""
    question = read(path)
    assert len(question.path) <= MOST_CLICKS
    assert question.shows
    with visiting(browser, server) as visit:
        visit.go("")
        for click in question.path:
            before = visit.page.url
            follow(visit.page, click)
            if click.link or click.choose:
                visit.page.wait_for_url(lambda address, before=before: address != before, wait_until="load")
        wanted = [[words] if isinstance(words, str) else words for words in question.shows]
        if "explore/" in visit.page.url:
            visit.page.locator(RESULT).first.wait_for()
        assert [] == visit.page.evaluate(SEEN, wanted)
        assert [] == [words for words in question.hides if [] == visit.page.evaluate(SEEN, [[words]])]
        assert [] == visit.faults
