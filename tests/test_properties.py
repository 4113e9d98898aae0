"""What must hold for any text at all: escaping, normalisation, slugs and links."""

import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import quote, urlsplit

import markdown
import pyromark
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.addresses import PagePath
from generator.formats.yaml_nodes import read_yaml
from generator.markup import Markup, csv_cell, element, json_text, url, xml, yaml_scalar
from generator.normalise import one_line, plain_text
from generator.pages.page import Page, page_source
from generator.slugs import LONGEST, RESERVED, is_slug, slug
from generator.words import Words, fold

FRAGMENTS = (
    "``` ~~~ --- *** ___ === # ## > - + * 1. 10) ![ ]( [^1]: [x]: *[x]: ** __ ~~ == ++ ^^ $$ || !!! ??? /// ::: --8<-- "
    '<script> </script> </p> <p> <!-- --> <?php ?> <![CDATA[ ]]> <a href=" {{ 7*7 }} {% raw %} {: #x } { onclick=a } '
    "&lt; &#60; &amp; & ; \\ \\* http://a.b www.a.b a@b.c javascript:1 :smile: (c) title: \x02 \x03 klzzwxh:0000 [TOC] "
    "amp wzxhzdk:0"
).split(" ")
SCHEMES = ("http:", "https://", "HTTPS://a.b/", "mailto:", "javascript:", "http://a@", " https://", "//", "")
MARKS = "*_`[]()<>&#!|\\~-+=.:;,'\"/{}$^%@? \t\n\r0129abzAZ"

any_text = st.text(st.characters(codec="utf-8"))
hostile_text = st.one_of(
    st.text(st.one_of(st.sampled_from(MARKS), st.characters(codec="utf-8")), max_size=60),
    st.lists(st.sampled_from([*FRAGMENTS, " ", "    ", "\n", "\n\n", "x", "word"]), max_size=12).map("".join),
)
read_text = hostile_text.map(one_line).filter(bool)
"""Text as it leaves the reader: normalised, on one line, not empty."""

RENDERERS = {
    "python-markdown": markdown.markdown,
    "python-markdown as MkDocs sets it": lambda page: markdown.markdown(
        page, extensions=["toc", "tables", "fenced_code"]
    ),
    "pyromark": pyromark.html,
}
every_renderer = pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)


class Shown(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.text = ""
        self.other: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note an element and its attributes."""
        self.elements.append(tag)
        self.attributes.append(dict(attrs))

    def handle_data(self, data):
        """Note text."""
        self.text += data

    def handle_comment(self, data):
        """Note a comment, which no text of ours may become."""
        self.other.append(data)

    def handle_decl(self, decl):
        """Note a declaration."""
        self.other.append(decl)

    def unknown_decl(self, data):
        """Note a section of CDATA."""
        self.other.append(data)

    def handle_pi(self, data):
        """Note an instruction."""
        self.other.append(data)


@every_renderer
@pytest.mark.parametrize(
    ("page", "elements"),
    [
        ("{}", ["p"]),
        ("# {}", ["h1"]),
        ("- {}", ["ul", "li"]),
        ("> {}", ["blockquote", "p"]),
        ("[{}](../x.md)", ["p", "a"]),
        ("<div>{}</div>", ["div"]),
        ('<div class="facts"><dl><dt>{}</dt></dl></div>', ["div", "dl", "dt"]),
        ("before <b>{}</b> after", ["p", "b"]),
    ],
)
@given(untrusted=read_text)
def test_escaped_text_is_shown_as_it_is(render, page, elements, untrusted):
    """In every place where pages put text, each engine shows the text itself and makes no element of it."""
    shown = Shown(render(Markup(page).format(untrusted)))
    assert elements == shown.elements
    assert [] == shown.other
    assert untrusted == one_line(one_line(shown.text).removeprefix("before").removesuffix("after"))


@every_renderer
@given(first=read_text, second=read_text)
def test_escaped_paragraphs_stay_apart(render, first, second):
    """Text of one paragraph has no effect on the next, by references, fences or underlines."""
    shown = Shown(render(Markup("{}\n\n{}").format(first, second)))
    assert ["p", "p"] == shown.elements
    assert f"{first} {second}" == one_line(shown.text)


@every_renderer
@given(untrusted=read_text)
def test_attributes_give_back_their_text(render, untrusted):
    """An attribute holds the text itself, in HTML that stands by itself and inside a paragraph."""
    for page in (element("div", "x", title=untrusted), "x " + element("b", "x", title=untrusted)):
        attributes = [found for found in Shown(render(page)).attributes if found]
        assert [{"title": untrusted}] == attributes


@given(hostile_text.map(plain_text))
def test_escaped_text_has_no_mark_left(untrusted):
    """Without any engine: no bracket, quotation mark or line end is left in escaped text, and HTML gives it back."""
    escaped = Markup.escape(untrusted)
    assert not set('<>"`*_[]{}|\\\n') & set(escaped)
    assert untrusted == Shown(escaped).text


@given(st.one_of(any_text, st.builds("{}{}{}".format, st.sampled_from(SCHEMES), any_text, hostile_text)))
def test_links_are_web_addresses_or_none(untrusted):
    """Whatever is given, a link begins with one of three schemes, is plain ASCII and stays as it is."""
    link = url(untrusted)
    if link is not None:
        assert re.match(r"(?:https?://[^/]|mailto:)", link)
        assert urlsplit(link).scheme in {"http", "https", "mailto"}
        assert link.isascii()
        assert not set(' <>"`\\\n\r\t{}|^') & set(link)
        assert link == url(link)


@given(hostile_text)
def test_web_addresses_stay_links_whatever_their_path_holds(path):
    """An address on a host is a link, and leads to that host."""
    assert "example.org" == urlsplit(url(f"https://example.org/{path}")).hostname


@given(
    st.recursive(
        st.one_of(
            st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), hostile_text
        ),
        lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(hostile_text, inner, max_size=4)),
        max_leaves=8,
    )
)
def test_json_may_stand_in_a_script_element(value):
    """JSON gives back its value, and no mark in it can end a script element or a line of script."""
    written = json_text(value)
    assert not set("<>&\u2028\u2029\n") & set(written)
    assert value == json.loads(written)


@given(st.one_of(hostile_text, any_text))
def test_yaml_strings_give_back_their_text(untrusted):
    """A scalar on one line is the same string for PyYAML and for our own reader."""
    written = yaml_scalar(untrusted)
    assert "\n" not in written
    assert {"key": untrusted} == yaml.safe_load(f"key: {written}\n")
    node = read_yaml(f"key: {written}\n", "x.yml").value["key"]
    assert untrusted == node.value
    assert not node.is_null


@given(hostile_text, hostile_text)
def test_xml_is_well_formed(untrusted, other):
    """Character data and attributes give back their text, but for the characters that XML 1.0 cannot hold."""
    root = ET.fromstring(f'<a b="{xml(untrusted)}">{xml(other)}</a>')
    holdable = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    assert holdable.sub("", untrusted) == root.get("b")
    assert holdable.sub("", other) == (root.text or "")


@given(hostile_text)
def test_no_cell_is_a_formula(untrusted):
    """A cell never begins like a formula, and only an apostrophe was added."""
    cell = csv_cell(untrusted)
    assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}
    assert untrusted in {cell, cell[1:]}


@given(st.one_of(hostile_text, any_text, st.sampled_from(sorted(RESERVED))))
def test_slugs_may_stand_in_an_address(untrusted):
    """A slug is short, needs no encoding, is no reserved name, and is its own slug."""
    made = slug(untrusted)
    assert is_slug(made)
    assert made == quote(made, safe="") == made.lower()
    assert 0 < len(made.encode()) <= LONGEST
    assert made not in RESERVED
    assert made == slug(made)


@given(any_text)
def test_canonically_equal_texts_have_one_slug(untrusted):
    """How a system composes accents makes no other address."""
    assert slug(unicodedata.normalize("NFC", untrusted)) == slug(unicodedata.normalize("NFD", untrusted))


@given(st.text("abcdefgh ", min_size=2, max_size=12), st.text("abcdefgh ", min_size=2, max_size=12))
def test_slugs_of_long_texts_tell_their_ends_apart(one, other):
    """Texts that differ only after the part that fits have different slugs."""
    assume(one.split() != other.split())
    start = "the same beginning of a title that is much longer than any slug can be " * 2
    assert slug(start + one) != slug(start + other)


@given(st.text("!?…—·", min_size=1), st.text("!?…—·", min_size=1))
def test_texts_without_a_letter_have_slugs_of_their_own(one, other):
    """Texts of marks alone are told apart by a fingerprint."""
    assert (one == other) == (slug(one) == slug(other))


@given(st.one_of(st.text(), hostile_text))
def test_normalising_twice_changes_nothing(untrusted):
    """Normal forms are stable; they are NFC, and one line has no line end and no space at its ends."""
    plain, line = plain_text(untrusted), one_line(untrusted)
    assert plain == plain_text(plain)
    assert line == one_line(line) == one_line(plain)
    assert unicodedata.is_normalized("NFC", plain)
    assert "\n" not in line
    assert line == line.strip()


@given(st.text())
def test_normal_text_has_no_hidden_characters(untrusted):
    """Controls, directional overrides, byte order marks and lone surrogates are gone; the text can be written."""
    plain = plain_text(untrusted)
    assert not [char for char in plain if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n"]
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad") & set(plain)
    plain.encode()


@given(read_text, read_text)
def test_front_matter_of_a_page_gives_back_its_text(title, description):
    """YAML gives the title and description escaped for HTML, so that the theme may print them as they are."""
    page = Page(path=PagePath("x.md"), kind="page", title=title, description=description, content=Markup("Text."))
    front = yaml.safe_load(page_source(page).decode().split("---\n")[1])
    assert Markup.escape(title) == front["title"]
    assert description == Shown(front["description"]).text


@given(any_text)
def test_every_word_has_a_form_by_which_it_is_compared(written):
    """Words are never folded to nothing, whatever marks they are made of, and folding twice changes no more."""
    of = Words(written)
    assert all(of.folded)
    assert len(of.written) == len(of.folded) == len(of.gaps) - 1
    assert [*of.folded] == [fold(word) for word in of.folded]


def test_a_mark_that_stands_alone_is_a_word():
    """A voiced mark of half width is a letter to Unicode, and combines once it is taken apart."""
    assert all(Words("ﾟ･✿ ﾞ").folded)
