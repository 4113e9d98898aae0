"""Article files: what is written reads back as what was meant, whatever the text is."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.formats.article_text import article_text
from generator.formats.articles import read_article
from generator.formats.authorities import read_authorities
from generator.formats.body import read_body
from generator.formats.record_blocks import proposed_text
from generator.ingest.escaping import escaped, markdown_of
from generator.model import (
    Exclusions,
    FrontMatter,
    Record,
    RecordId,
    Review,
    Source,
)
from generator.normalise import one_line
from generator.slugs import slug

FRAGMENTS = (
    "``` ~~~ --- *** ___ === # ## > - + * 1. 10) ![ ]( [^1]: [x]: ** __ ~~ == <b> </b> <!-- --> <?x <![CDATA[ "
    "<http://a.b> &amp; &#60; & \\ \\* [a](b) [a][b] | |- :- *a* _a_ a_b_c a*b*c {{ 7*7 }} {: #x } title: x --8<-- + -"
).split(" ")

lines = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=string.punctuation + " ab1\t\n", max_size=40),
    st.lists(st.sampled_from([*FRAGMENTS, " ", "word", "“"]), max_size=8).map("".join),
).map(one_line)
scalars = lines.filter(bool)
names = st.lists(scalars, max_size=3).map(tuple)


@given(st.lists(st.tuples(lines, st.booleans()), max_size=6))
def test_a_body_reads_back_as_the_text_it_was_made_of(blocks):
    """Paragraphs and subheadings, none lost, none changed, none become something else."""
    wanted = [("heading" if heading else "paragraph", text) for text, heading in blocks if text]
    assert wanted == [(block.kind, block.text) for block in read_body(markdown_of(blocks))]


@pytest.mark.parametrize(
    "text",
    [
        "A snake_case name and 2 * 3 = 6",
        "It was [sic] so.",
        "AT&T said < 5 % & more",
        "1.5 million",
        "– he said",
        "#quay",
    ],
)
def test_marks_without_a_meaning_are_not_escaped(text):
    """An editor reads the file: there are no more backslashes than needed."""
    assert text == escaped(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# No heading", "\\# No heading"),
        ("1. No list", "1\\. No list"),
        ("*not* strong", "\\*not\\* strong"),
        ("[a](b)", "[a\\](b)"),
        ("<b>", "\\<b>"),
        ("&amp;", "\\&amp;"),
        ("---", "\\---"),
        ("C:\\*", "C:\\\\\\*"),
    ],
)
def test_marks_with_a_meaning_are_escaped(text, written):
    """One backslash before the mark that opens."""
    assert written == escaped(text)


@given(
    st.builds(
        FrontMatter,
        title=scalars,
        published=st.sampled_from([None, "2022", "2022-02", "2022-02-07"]),
        date_evidence=st.none() | scalars,
        source=st.builds(
            Source,
            headline=st.none() | scalars,
            outlet=st.none() | scalars.map(slug),
            authors=names,
            standfirst=st.none() | scalars,
            captions=names,
            position=st.none() | st.integers(1, 99),
            retrieved=st.sampled_from([None, "2026-11-21"]),
        ),
        genre=st.sampled_from(["news", "report"]),
        rights=st.sampled_from(["full", "excerpt", "digest", "metadata"]),
        entities=names,
        exclude=st.builds(Exclusions, topics=names),
        review=st.builds(Review, by=st.none() | scalars),
    ),
)
def test_front_matter_reads_back_as_it_was(front):
    """Every value that a field can have, quoted where YAML needs it."""
    dated = replace(front, id="an-article", date_status="stated" if front.published else "unknown")
    assert dated == read_article(article_text(dated, "").encode(), "articles/an-article.md").front


def test_an_article_file_has_its_keys_in_order_without_empty_ones():
    """A diff of two versions shows what changed and nothing else."""
    front = FrontMatter(
        title="Khan: a visit",
        id="2022-02-06-khan-a-visit",
        published="2022-02-06",
        date_status="stated",
        source=Source(authors=("WION Web Team",), captions=("x" * 70,), position=1),
        rights="excerpt",
        exclude=Exclusions(topics=("trade",)),
    )
    assert f"""\
---
id: "2022-02-06-khan-a-visit"
title: "Khan: a visit"
published: 2022-02-06
date_status: stated
source:
  authors: [WION Web Team]
  captions:
    - {"x" * 70}
  position: 1
genre: news
rights: excerpt
language: en
exclude:
  topics: [trade]
review: {{state: proposed}}
---

A paragraph.
""" == article_text(front, "A paragraph.\n")


@given(st.lists(st.tuples(scalars, names), max_size=3))
def test_records_read_back_as_they_were(entries):
    """Proposed records are authority records like any others."""
    records = [
        Record(RecordId(f"r{number}"), "outlet", label, aliases) for number, (label, aliases) in enumerate(entries)
    ]
    read, problems = read_authorities(
        proposed_text("# A comment.\n", [(record, ()) for record in records]).encode(), "proposed.yml"
    )
    assert (records, ()) == (list(read.values()), problems)
