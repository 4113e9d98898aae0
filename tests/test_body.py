"""Bodies: CommonMark becomes blocks of plain text, and whatever else stands in it stays text."""

from itertools import pairwise

import pytest
from builders import article
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.body import DEEPEST, read_body
from generator.model import BLOCK_SEPARATOR, Block, Run
from generator.normalise import plain_text

LINK = "https://example.org/a"
PIECES = [
    *(
        "word",
        " ",
        "    ",
        "\n",
        "\n\n",
        "- ",
        "  - ",
        "> ",
        "1. ",
        "# ",
        "```\n",
        "**",
        "*",
        "`",
        "<b>",
        "</b>",
        "<!--",
        "-->",
    ),
    *(f"[x]({LINK})", "[x](javascript:1)", "![i](i.png)", "[x][1]", f"[1]: {LINK}\n", "&lt;", "\\", "ʼ漢字", "🙂"),
]
any_body = st.one_of(
    st.text(),
    st.text(st.sampled_from("ab *_`~[]()<>!#-+1.>\\&;:|=\"'\n\t"), max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


def shapes(text: str) -> list[tuple[str, int, str]]:
    """Give kind, level and text of each block."""
    return [(block.kind, block.level, block.text) for block in read_body(text)]


def runs(text: str) -> list[tuple[str, str, str | None]]:
    """Give the runs of a text of one block."""
    (block,) = read_body(text)
    return [(run.text, run.style, run.href) for run in block.runs]


def test_blocks_have_their_kinds_and_levels():
    """Headings, paragraphs, items, quotations and code are told apart; a line between them is nothing."""
    text = "# Title\n\nFirst\nline.\n\nSub\n---\n\n- item\n1. one\n\n> quoted\n***\n    code\n\n```py\nmore\n```\nEnd."
    assert [
        ("heading", 1, "Title"),
        ("paragraph", 1, "First line."),
        ("heading", 2, "Sub"),
        ("item", 1, "item"),
        ("item", 1, "one"),
        ("quote", 1, "quoted"),
        ("code", 1, "code"),
        ("code", 1, "more"),
        ("paragraph", 1, "End."),
    ] == shapes(text)


def test_lists_and_quotations_may_be_nested():
    """An item's later paragraphs are of its level, and what follows an inner list is of the outer one."""
    text = (
        "- a\n  - b\n    1. c\n\n       more c\n  - d\n\n  more a\n- e\n\nafter\n\n> q\n> > r\n>\n> - i\n>\n> s\n\nend"
    )
    assert [
        ("item", 1, "a"),
        ("item", 2, "b"),
        ("item", 3, "c"),
        ("item", 3, "more c"),
        ("item", 2, "d"),
        ("item", 1, "more a"),
        ("item", 1, "e"),
        ("paragraph", 1, "after"),
        ("quote", 1, "q"),
        ("quote", 2, "r"),
        ("item", 1, "i"),
        ("quote", 1, "s"),
        ("paragraph", 1, "end"),
    ] == shapes(text)


def test_depth_is_shown_up_to_six_levels():
    """Deeper lists keep their text at the deepest level that is told apart."""
    text = "\n".join("  " * level + f"- {level}" for level in range(9))
    assert [min(level + 1, DEEPEST) for level in range(9)] == [level for _, level, _ in shapes(text)]


def test_styles_are_kept_and_the_innermost_wins():
    """Emphasis, strong and code are styles of runs; neighbours of one style are one run."""
    expected = [
        ("a ", "plain"),
        ("b ", "strong"),
        ("c", "emphasis"),
        (" d", "strong"),
        (" e ", "plain"),
        ("f*g", "code"),
    ]
    assert expected == [(text, style) for text, style, _ in runs("a **b *c* d** e `f*g`")]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<div onclick='x'>text</div>",
        "</p><p>",
        "before <b>bold</b> after",
        "<!-- hidden -->",
        "<?php echo 1 ?>",
        "<![CDATA[x]]>",
        "<a href='javascript:1'>x</a>",
        "<img src=x onerror=alert(1)>",
    ],
)
def test_raw_html_is_text(html):
    """HTML in a body is shown as it was written."""
    assert [("paragraph", 1, html)] == shapes(html)


@pytest.mark.parametrize(
    "written",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:1)",
        "[x](data:text/html,1)",
        "[x](other.md)",
        "[x](/root)",
        "[x](//example.org)",
        "[x]()",
        "<javascript:alert>",
        "![alt](https://example.org/i.png)",
        "![alt](i.png 'title')",
        "[**b** `c`](javascript:1)",
        "[x](https://a@example.org/)",
    ],
)
def test_links_that_must_not_be_followed_and_images_are_text(written):
    """What is no web address, and what would make a request, is shown as it was written."""
    assert [(f"a {written} b", "plain", None)] == runs(f"a {written} b")


def test_links_to_the_web_are_links():
    """Links by address, by reference and alone keep their text and style; the address is made safe."""
    assert [("x", "plain", LINK), (" and ", "plain", None), ("y", "strong", LINK)] == runs(
        f"[x]({LINK} 't') and [**y**][1]\n\n[1]: {LINK}"
    )
    assert [(LINK, "plain", LINK)] == runs(f"<{LINK}>")
    assert [("x", "plain", "https://example.org/a%20%22b")] == runs('[x](<https://example.org/a "b>)')


def test_links_inside_what_is_text_are_text_too():
    """A refused link or image is text as a whole, with what stands in it."""
    assert [(f"![a [b]({LINK}) c](i.png)", "plain", None)] == runs(f"![a [b]({LINK}) c](i.png)")
    assert [("![i](x.png)", "plain", LINK)] == runs(f"[![i](x.png)]({LINK})")


@pytest.mark.parametrize("refused", ["[x](javascript:1)", "![i](i.png)"])
@pytest.mark.parametrize(
    ("around", "kind"),
    [("- {}\n\n", "item"), ("> {}\n\n", "quote"), ("*{}*\n\n", "paragraph"), ("**a {} b**\n\n", "paragraph")],
    ids=["item", "quotation", "emphasis", "strong"],
)
def test_what_is_text_ends_with_its_surroundings(around, kind, refused):
    """A list, a quotation or a style that holds a refused link or an image ends where it ends."""
    first, last = read_body(f"{around.format(refused)}after")
    assert kind == first.kind
    assert ("paragraph", (Run("after"),)) == (last.kind, last.runs)


def test_a_link_around_an_image_ends_with_it():
    """What follows a linked image is no link."""
    assert [("![i](x.png)", "plain", LINK), (" after", "plain", None)] == runs(f"[![i](x.png)]({LINK}) after")


@pytest.mark.parametrize(
    "written",
    [
        "{{ 7*7 }}",
        '--8<-- "mkdocs.yml"',
        "{: onclick=x }",
        "[^1]",
        "==x==",
        "| a | b |",
        "~~x~~",
        "$$x$$",
        ":smile:",
        "title: x",
        "[TOC]",
        "www.example.org",
    ],
)
def test_syntax_of_other_dialects_is_text(written):
    """Only CommonMark has a meaning."""
    assert [("paragraph", 1, written)] == shapes(written)


def test_text_is_normalised():
    """Entities and escapes are resolved, white space is single spaces, hidden characters are gone."""
    assert [("paragraph", 1, "a & * é b c")] == shapes("a &amp; \\* e\u0301\u202e\u00a0b\n  c\x00")


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "***", "-\n-\n", ">", "```\n```", "&nbsp;"])
def test_blocks_without_text_are_left_out(text):
    """What shows nothing is no block."""
    assert () == read_body(text)


def test_offsets_count_code_points_of_the_plain_text():
    """Blocks are parted by a blank line; characters beyond ASCII count one each."""
    assert (
        Block("heading", (Run("漢字"),), 0),
        Block("paragraph", (Run("🙂 "), Run("é", "strong")), 4),
        Block("item", (Run("x"),), 9),
    ) == read_body("# 漢字\n\n🙂 **é**\n\n* x")


@given(any_body)
def test_offsets_lead_to_the_text_of_each_block(text):
    """Whatever the body, a block's offsets cut its own text out of the body's plain text."""
    written = article(text)
    assert written.body == BLOCK_SEPARATOR.join(block.text for block in written.blocks)
    for block in written.blocks:
        assert block.text == written.body[block.start : block.end]


@given(any_body)
def test_blocks_are_tidy(text):
    """A block's text is one line with single spaces (code keeps its own) and is not empty; neighbouring runs differ."""
    for block in read_body(text):
        assert block.text.strip() == block.text != ""
        assert block.kind == "code" or block.text == " ".join(block.text.split())
        assert 1 <= block.level <= DEEPEST
        assert all(run.text for run in block.runs)
        styles = [(run.style, run.href) for run in block.runs]
        assert all(one != other for one, other in pairwise(styles))


@given(any_body)
def test_reading_a_body_is_the_same_for_its_normal_form(text):
    """What normalisation drops makes no difference."""
    assert read_body(text) == read_body(plain_text(text))


@given(st.lists(st.text("abcxyz é漢", min_size=1).map(str.split).filter(bool).map(" ".join), min_size=1))
def test_plain_paragraphs_stay_word_for_word(paragraphs):
    """Prose comes out as it went in."""
    assert BLOCK_SEPARATOR.join(paragraphs) == article("\n\n".join(paragraphs)).body


PATHOLOGICAL = {
    "brackets": "[",
    "images": "![",
    "links in links": "[a](",
    "empty links": "[](",
    "refused links": "[x](javascript:1)",
    "emphasis": "*a **b ",
    "underscores": "_a __b ",
    "backticks": "`a``b",
    "quotations": "> ",
    "lists": "- ",
    "deep lists": "* a\n  ",
    "tags": "<a ",
    "comments": "<!--",
    "entities": "&a",
    "references": "[a]: u\n[a] ",
    "backslashes": "\\",
    "tables": "|a",
    "nulls": "\x00",
}


@pytest.mark.parametrize("piece", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_hostile_bodies_are_read_to_their_end(piece):
    """200 KB of what makes other parsers slow come to an end, and no more text comes out than went in."""
    text = piece * (200_000 // len(piece))
    blocks = read_body(f"{text}\n\nend")
    assert sum(len(block.text) for block in blocks) <= len(f"{text}  end")
