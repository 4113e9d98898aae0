"""Text that leaves the system: what stands for it on a page, in an attribute, a link, a script, XML or a table."""

from html import unescape
from xml.etree import ElementTree as ET

import pytest
import yaml

from generator.addresses import PagePath
from generator.markup import Markup, csv_cell, element, join, text, url, xml, yaml_scalar
from generator.pages.page import Feed, Page, page_source


def test_str_is_escaped_and_markup_is_not():
    """Whatever is put into a page by format, join or addition is escaped unless it is markup already."""
    bold = Markup("<b>{}</b>").format("<i>")
    assert "<b>&#60;i&#62;</b>" == bold
    assert "<b>&#60;i&#62;</b>&#60;i&#62;" == bold + "<i>"
    assert "&#60;i&#62; <b>&#60;i&#62;</b>" == join(["<i>", bold], " ")
    assert bold == Markup.escape(bold)


@pytest.mark.parametrize(
    ("untrusted", "expected"),
    [
        ("1. first", "1&#46; first"),
        ("2) second", "2&#41; second"),
        ("12.5 per cent. of it", "12&#46;5 per cent. of it"),
        ("- item", "&#45; item"),
        ("a well-known name", "a well-known name"),
        ("two\nlines", "two&#10;lines"),
        ("A & B's (plain, text)", "A &#38; B's (plain, text)"),
    ],
)
def test_only_marks_that_could_mean_something_become_references(untrusted, expected):
    """Ordinary prose stays readable in the page's source."""
    assert expected == text(untrusted)


def test_element_leaves_out_missing_attributes_and_spells_their_names():
    """An attribute of None is left out; underscores in names are hyphens, a trailing one is dropped."""
    written = element("a", "x", class_="c", aria_label='"quoted"', href=None)
    assert '<a class="c" aria-label="&#34;quoted&#34;">x</a>' == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        (" HTTP://EXAMPLE.org/ ", "http://EXAMPLE.org/"),
        ("https://example.org/a b\"<>'", "https://example.org/a%20b%22%3C%3E'"),
        ("https://example.org/пример", "https://example.org/%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
    ],
)
def test_web_addresses_become_plain_ascii(written, expected):
    """An address that a page may link to is percent-encoded."""
    assert expected == url(written)


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "/x",
        "x.md",
        "#s1",
        "https:",
        "https:x",
        "http:///x",
        "https://name:password@example.org/",
        "https://[broken/",
        "mailto:nobody",
        "",
        None,
    ],
)
def test_any_other_address_is_refused(written):
    """Scripts, data, local and relative addresses, and such as hide their host, are no links."""
    assert url(written) is None


@pytest.mark.parametrize(
    "word", ["NO", "no", "Null", "true", "on", "Y", "2020-12-31", "010", "12:30", "1e3", "~", "=", "<<"]
)
def test_yaml_words_that_mean_something_else_are_quoted(word):
    """A country code, a date, a clock or an octal stays text for every reader of YAML."""
    assert word == yaml.safe_load(yaml_scalar(word))


@pytest.mark.parametrize(("value", "expected"), [(None, "null"), (True, "true"), (3, "3"), (0.5, "0.5"), ("Xi", "Xi")])
def test_yaml_scalars_that_are_plain_stay_plain(value, expected):
    """Numbers, booleans, null and words are written without quotes."""
    assert expected == yaml_scalar(value)


def test_xml_drops_what_xml_cannot_hold():
    """Controls and noncharacters are dropped; marks and line ends are references."""
    assert "a&#38;&#60;&#62;&#34;&#39;&#10;b" == xml("a\x00\x0b&<>\"'\n\ufffe\ud800b")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_that_a_spreadsheet_would_run_get_an_apostrophe(start):
    """No cell begins like a formula."""
    assert f"'{start}1+1" == csv_cell(f"{start}1+1")


def test_other_cells_stay_as_they_are():
    """Text that is no formula is not changed."""
    assert "Xi = Xi Jinping" == csv_cell("Xi = Xi Jinping")


def test_front_matter_of_a_page_is_yaml_with_escaped_values():
    """The theme prints front matter as it is, so it holds text escaped for HTML; links and kinds are our own."""
    hostile = '</title><script>alert("1")</script>{{ 7*7 }}\n---\ntitle: x'
    page = Page(
        path=PagePath("articles/x.md"),
        kind="article",
        title=hostile,
        description=hostile,
        content=Markup("Text."),
        feeds=(Feed("feed.atom", "A & B", "application/atom+xml"),),
        citation=(("citation_title", hostile),),
    )
    source = page_source(page).decode()
    _, written, content = source.split("---\n", 2)
    front = yaml.safe_load(written)
    assert ["title", "description", "kind", "hide", "head"] == list(front)
    for value in (front["title"], front["description"]):
        assert hostile == unescape(value)
        assert not set('<>"{}\n') & set(value)
    feed, citation = (ET.fromstring(f"{one[:-1]}/>") for one in front["head"])
    assert {"name": "citation_title", "content": hostile.replace("\n", " ")} == {
        name: value.replace("\n", " ") for name, value in citation.attrib.items()
    }
    assert ("feed.atom", "A & B", "application/atom+xml") == (feed.get("href"), feed.get("title"), feed.get("type"))
    assert f"\n# {Markup.escape(hostile)}\n\nText.\n" == content
