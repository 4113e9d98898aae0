"""Article files: what their front matter means, what is derived, and that any bytes are read or refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.articles import is_date, read_article
from generator.markup import yaml_scalar
from generator.model import Exclusions, FrontMatter, Review, Source
from generator.normalise import one_line
from generator.problems import ContentError

FULL = """\
---
id: a
title: "Khan  and Xi\\tmeet\\u202E"
published: 2022-02
date_status: derived
date_evidence: "Updated: 12:30"
source:
  headline: NO
  outlet: wion
  url: https://example.org/a
  authors: [Jane Doe, null, "010"]
  captions:
    - A hall
  agencies: ani
  retrieved: 2026-11-21
  position: 2
  sha256: c0159ed1c772c77e14288e5935de917755439aef7d3dffc8db6b8d353b33b6e1
genre: analysis
rights: digest
language: zh-Hans
entities: [etim]
countries: [NO]
exclude: {topics: [trade]}
review: {state: reviewed, by: An editor, on: 2026-11-22}
---

First.
"""


def read(front: str, path: str = "articles/undated/a.md"):
    """Read an article with this front matter."""
    return read_article(f"---\n{front}\n---\n\nText.\n".encode(), path)


def faults(raw: bytes) -> list[str]:
    """Give what is told of a file that is refused."""
    with pytest.raises(ContentError) as caught:
        read_article(raw, "articles/undated/a.md")
    return [str(problem) for problem in caught.value.problems]


def test_every_key_becomes_its_typed_field():
    """Text is normalised, a single value may stand for a list, words that YAML would change stay words."""
    expected = FrontMatter(
        id="a",
        title="Khan and Xi meet",
        published="2022-02",
        date_status="derived",
        date_evidence="Updated: 12:30",
        source=Source(
            headline="NO",
            outlet="wion",
            url="https://example.org/a",
            authors=("Jane Doe", "010"),
            captions=("A hall",),
            agencies=("ani",),
            retrieved="2026-11-21",
            position=2,
            sha256="c0159ed1c772c77e14288e5935de917755439aef7d3dffc8db6b8d353b33b6e1",
        ),
        genre="analysis",
        rights="digest",
        language="zh-Hans",
        entities=("etim",),
        countries=("NO",),
        exclude=Exclusions(topics=("trade",)),
        review=Review(state="reviewed", by="An editor", on="2026-11-22"),
    )
    article = read_article(FULL.encode(), "articles/2022/a.md")
    assert expected == article.front
    assert "First." == article.body


def test_keys_know_their_lines():
    """Keys are found again by the line on which they stand, those of a mapping by their full name."""
    lines = read_article(FULL.encode(), "articles/2022/a.md").lines
    assert [2, 3, 8, 9, 18, 21, 22] == [
        lines[key] for key in ("id", "title", "source.headline", "source.outlet", "genre", "entities", "countries")
    ]


def test_only_a_title_is_required():
    """The id is the file's name; without a date its status is unknown; the rest has its defaults."""
    assert FrontMatter(title="A", id="a") == read("title: A").front


def test_a_date_without_a_status_is_stated():
    """A published date that says nothing more is taken as printed in the source."""
    front = read("title: A\npublished: 2022").front
    assert ("2022", "stated") == (front.published, front.date_status)


@pytest.mark.parametrize("null", ["", "null", "~"])
def test_null_is_as_if_the_key_were_not_there(null):
    """Any key may be left empty."""
    written = f"title: A\npublished: {null}\nsource: {null}\ntopics: {null}\ngenre: {null}\nreview: {null}"
    assert read("title: A").front == read(written).front


@pytest.mark.parametrize("text", ["2022", "2022-02", "2024-02-29", "0001-01-01"])
def test_years_months_and_days_are_dates(text):
    """A date may be as coarse as a year."""
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["2022-02-29", "2022-13", "2022-00", "0000", "22-02-06", "2022-2-6", "2022-02-06T10:00", "2022-02-06\n"]
)
def test_other_texts_are_no_dates(text):
    """Days that no calendar has, times and other ways of writing are refused."""
    assert not is_date(text)


def test_only_ascii_digits_make_a_date():
    """Dates stand in addresses and exports, so they are written in ASCII."""
    assert not is_date("٢٠٢٢")


@pytest.mark.parametrize(
    "raw",
    [
        b"---\r\ntitle: A\r\n---\r\n\r\nFirst.\r\n\r\nSecond.\r\n",
        b"\xef\xbb\xbf---\ntitle: A\n---\nFirst.\n\nSecond.",
        b"--- \ntitle: A\n---\t\n\n\n\nFirst.\n\n\n\nSecond.\n\n",
    ],
    ids=["Windows line ends", "byte order mark", "spaces"],
)
def test_other_editors_files_are_read_alike(raw):
    """Line ends, a byte order mark and blank space make no difference."""
    article = read_article(raw, "articles/undated/a.md")
    assert "A" == article.front.title
    assert "First.\n\nSecond." == article.body


def test_a_line_of_hyphens_in_the_body_is_not_front_matter():
    """Only the first pair of fences encloses front matter."""
    assert "First.\n\ntitle: x" == read_article(b"---\ntitle: A\n---\nFirst.\n\n---\n\ntitle: x\n", "a.md").body


def test_all_faults_of_a_file_are_told_at_once():
    """An editor need not run the check once for each fault."""
    raw = b"---\nid: b\ntitle: A\npublished: yesterday\nlanguage: Urdu_\nsource: {url: x}\n---\n"
    languages = "write a language code such as en, ur or zh-Hans"
    assert [
        "articles/undated/a.md:2: the id is not the file's name: 'b' (rename the file to b.md)",
        "articles/undated/a.md:4: 'published' is not a date: 'yesterday' (write 2020-12-31, 2020-12 or 2020)",
        "articles/undated/a.md:6: 'url' is not a web address: 'x' (write a full address that begins with https://)",
        f"articles/undated/a.md:5: 'language' is no language code: 'Urdu_' ({languages})",
    ] == faults(raw)


@pytest.mark.parametrize("key", ["author", "keywords"])
def test_every_unknown_key_has_a_suggestion(key):
    """An editor who wrote an unknown key is told which one to write."""
    (told,) = faults(f"---\ntitle: A\n{key}: x\n---\n".encode())
    assert told.endswith(")")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252", "shift-jis"])
def test_other_encodings_are_refused_with_the_line(encoding):
    """A file that is not UTF-8 is told with the byte that shows it."""
    (told,) = faults("---\ntitle: A\n---\n\nçé 漢字\n".encode(encoding, "ignore"))
    assert "not UTF-8 (byte 0x" in told or "no front matter" in told


@given(st.one_of(st.binary(), st.binary().map(lambda raw: b"---\ntitle: A\n---\n" + raw)))
def test_any_bytes_are_read_or_refused(raw):
    """No file raises anything but the account of what is wrong with it."""
    with suppress(ContentError):
        read_article(raw, "articles/undated/a.md")


@given(st.text())
def test_any_title_is_read_as_it_is_written_in_quotation_marks(title):
    """Titles are data: whatever they hold, they are the text, or the file is refused for a fault of the title."""
    raw = f"---\ntitle: {yaml_scalar(title)}\n---\n".encode()
    if one_line(title):
        assert one_line(title) == read_article(raw, "a.md").front.title
    else:
        assert ["articles/undated/a.md:2: 'title' is empty (give the article a title)"] == faults(raw)
