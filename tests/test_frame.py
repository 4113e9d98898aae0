"""The frame that the theme puts around every page, on a site of a few pages written by hand."""

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import PHONE, chromium, serving, visiting  # noqa: F401 (a fixture)
from playwright.sync_api import expect

from generator.markup import json_text, text, void_element

OVERRIDES = Path(__file__).parents[1] / "overrides"
SITE_NAME = 'Cuttings & "friends" <b>'
HOSTILE = '</title><script>alert(1)</script> "{{ 7*7 }}" &lt;b&gt;'
CONFIG = f"""
site_name: {json_text(SITE_NAME)}
site_url: https://cuttings.example/research/
copyright: 'Ours <i>& theirs'
theme:
  name: material
  custom_dir: {json_text(str(OVERRIDES))}
  font: false
  palette:
    - {{media: "(prefers-color-scheme: light)", scheme: default, primary: custom, accent: custom,
       toggle: {{icon: material/brightness-6, name: Switch to dark mode}}}}
    - {{media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom, accent: custom,
       toggle: {{icon: material/brightness-6, name: Switch to light mode}}}}
plugins: []
markdown_extensions: [toc]
nav:
  - Home: index.md
  - Articles: articles/index.md
  - 'Topics & terms': topics/index.md
  - Explore: explore.md
  - About this corpus: about/corpus.md
not_in_nav: articles/one.md
"""
HEAD = [
    void_element("link", rel="alternate feed", type="application/atom+xml", href="feed.atom", title=HOSTILE),
    void_element("meta", name="citation_title", content=HOSTILE),
]
PAGES = {
    "index.md": "---\ntitle: Home\nkind: home\nhide: [navigation, toc]\n---\n\n# Home\n\n## Newest\n",
    "articles/index.md": "---\ntitle: Articles\nkind: index\n---\n\n# Articles\n\nNone.\n",
    "articles/one.md": f"""---
title: {json_text(text(HOSTILE))}
description: {json_text(text(HOSTILE))}
kind: article
robots: noindex
head: {json_text(HEAD)}
---

# {text(HOSTILE)}

Words.

## Source
""",
    "topics/index.md": "---\ntitle: Topics\nkind: index\n---\n\n# Topics\n",
    "explore.md": '---\ntitle: Explore\nkind: explore\nhide: [navigation, toc]\n---\n\n<div class="explore"></div>\n',
    "about/corpus.md": "# About\n",
}


class Frame(HTMLParser):
    """The elements of a page with their attributes and texts, as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_data(self, data):
        """Note a text with the element that began last before it."""
        if self.elements:
            self.elements[-1][2].append(data)

    def all(self, tag, **attributes):
        """Give the attributes of the elements of a name that have some attributes, and their texts as `text`."""
        return [
            found | {"text": "".join(texts).strip()}
            for name, found, texts in self.elements
            if name == tag and attributes.items() <= found.items()
        ]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the pages with the theme and give the site's folder."""
    folder = tmp_path_factory.mktemp("frame")
    (folder / "mkdocs.yml").write_text(CONFIG)
    for name, source in PAGES.items():
        (folder / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / name).write_text(source)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", folder / "mkdocs.yml"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert 0 == finished.returncode, finished.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def page(built):
    """Give a function that reads a page of the site."""
    return lambda path: Frame((built / path).read_text())


@pytest.fixture(scope="module")
def served(built):
    """Serve the site below a path, as Pages does for a project."""
    with serving(built, "/research/") as server:
        yield server


def content(page, name):
    """Give the content of a meta element."""
    return next(found["content"] for found in page.all("meta", name=name))


def test_a_title_is_printed_once_and_as_text(page):
    """Front matter is escaped by the generator and names from the configuration by the theme, each exactly once."""
    article = page("articles/one/index.html")

    assert [f"{HOSTILE} - {SITE_NAME}"] == [found["text"] for found in article.all("title")]
    assert HOSTILE == content(article, "description")
    assert HOSTILE == content(article, "citation_title")
    assert HOSTILE == article.all("link", rel="alternate feed")[0]["title"]
    assert [SITE_NAME] == [found["text"] for found in article.all("a", **{"class": "masthead__name"})]
    assert "Ours <i>& theirs" in [found["text"] for found in article.all("span")]


def test_a_page_tells_others_little(page):
    """No page tells where a reader comes from; a page that is not to be found says so; its own address is told."""
    article = page("articles/one/index.html")

    assert "no-referrer" == content(article, "referrer")
    assert "noindex" == content(article, "robots")
    assert "https://cuttings.example/research/articles/one/" == article.all("link", rel="canonical")[0]["href"]
    assert [] == page("index.html").all("meta", name="robots")


@pytest.mark.parametrize("path", ["index.html", "articles/one/index.html", "explore/index.html", "404.html"])
def test_no_page_holds_a_script_or_a_style(page, path):
    """Everything that runs or dresses is a file of the site, so that a content security policy needs no exception."""
    frame = page(path)

    assert all(found.get("src") or found.get("type") == "application/json" for found in frame.all("script"))
    assert [] == frame.all("style")
    assert [] == [found["src"] for _, found, _ in frame.elements if "//" in found.get("src", "")]
    assert [] == [name for _, found, _ in frame.elements for name in found if name == "style" or name.startswith("on")]


def test_the_sections_show_where_a_page_stands(page):
    """An article that is not in the navigation marks its section; pages about the site stand in the footer too."""

    def sections(path):
        found = page(path).elements
        start = next(place for place, (_, given, _) in enumerate(found) if given.get("class") == "sections")
        end = next(place for place, (tag, _, _) in enumerate(found) if place > start and tag == "main")
        return {
            "".join(texts).strip(): given.get("aria-current") for tag, given, texts in found[start:end] if tag == "a"
        }

    names = ("Home", "Articles", "Topics & terms", "Explore", "About this corpus")
    assert dict.fromkeys(names) | {"Articles": "true"} == sections("articles/one/index.html")
    assert dict.fromkeys(names) | {"Topics & terms": "page"} == sections("topics/index.html")
    assert "../../about/corpus/" in [found["href"] for found in page("articles/one/index.html").all("a")]


def test_contents_stand_beside_a_page_that_has_headings(page):
    """A page without headings, and one that hides them, has no empty list beside it."""
    contents = {"data-md-type": "toc"}

    assert 1 == len(page("articles/one/index.html").all("div", **contents))
    assert [] == page("articles/index.html").all("div", **contents)
    assert [] == page("index.html").all("div", **contents)


def test_only_the_search_page_loads_its_script(page):
    """The script of the page "Explore" is not sent to readers of other pages."""
    scripts = {path: [found["src"] for found in page(path).all("script", type="module")] for path in ("index.html",)}

    assert {"index.html": ["assets/javascripts/search.js", "assets/javascripts/preview.js"]} == scripts
    expected = [f"../assets/javascripts/{name}.js" for name in ("search", "preview", "explore")]
    assert expected == [found["src"] for found in page("explore/index.html").all("script", type="module")]


def test_the_page_for_lost_addresses_works_at_any_depth(page):
    """It has a title and links from the root, because it is served at addresses of any depth."""
    lost = page("404.html")

    assert f"Page not found - {SITE_NAME}" == lost.all("title")[0]["text"]
    links = [found["href"] for found in lost.all("a") if not found["href"].startswith(("#", "https:"))]
    assert [] == [link for link in links if not link.startswith("/research/")]


def test_a_colour_scheme_is_kept(browser, served):
    """The first visit follows the reader's system; what is chosen then holds on other pages and visits."""
    with visiting(browser, served, color_scheme="dark") as visit:
        visit.go("")
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")

        visit.page.get_by_title("Switch to light mode").click()

        visit.go("articles/one/")
        expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
        assert [] == visit.faults


def test_on_a_phone_the_sections_are_in_the_drawer(browser, served):
    """The drawer opens by keyboard too; while it is closed, its links are out of the way."""
    with visiting(browser, served, viewport={"width": PHONE, "height": 844}) as visit:
        visit.go("articles/one/")
        drawer = visit.page.locator(".sections").get_by_role("link", name="Articles")
        expect(drawer).not_to_be_visible()

        visit.page.get_by_role("button", name="Navigation").press("Enter")

        expect(drawer).to_be_visible()
        drawer.click()
        visit.page.wait_for_url("**/research/articles/")
        assert [] == visit.faults


def test_nothing_moves_after_a_page_is_there(browser, served):
    """No part of a page shifts while the scripts start."""
    watch = """
        window.shifts = [];
        const note = ({ sources }) => window.shifts.push(...sources.map(({ node }) => node?.outerHTML.slice(0, 80)));
        const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
        observer.observe({ type: "layout-shift", buffered: true });
    """
    with visiting(browser, served) as visit:
        visit.page.add_init_script(watch)
        for path in ("", "articles/one/", "topics/"):
            visit.go(path)
            visit.page.wait_for_load_state("networkidle")
            assert [] == visit.page.evaluate("window.shifts")
