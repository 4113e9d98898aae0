"""The search index, as Pagefind's own program writes it."""

import gzip
import json
import shutil
from hashlib import sha256

import msgspec
import pytest
from builders import article, corpus, record
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facets import filterable
from generator.markup import Markup
from generator.search import pagefind
from generator.search.pagefind import IndexingError
from generator.search.pagefind import index as index_files
from generator.search.records import search_records
from generator.search.settling import _read, _written, settle

HOSTILE = '<script>alert(1)</script> &lt;b&gt; &amp;amp; {{ 7*7 }} a, b: c [x] "q"'


def index(records, site, work, language="en"):
    """Make the index and put its files where they stand in a site, as the build does."""
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    for name, path in index_files(records, work, language).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, site / name)


@pytest.fixture
def records():
    """Give the documents of a few articles in several languages and under all rights, and of what they mention."""
    known = (
        record("cpec", "programme", "CPEC", description="Roads and ports."),
        record("hostile", "person", HOSTILE, aliases=("Evil",)),
    )
    articles = [article(f"CPEC number {number}.", f"a{number}", published=f"20{number:02}") for number in range(20)]
    articles += [
        article("Evil was here.", "hostile", title=HOSTILE),
        article("پاکستان اور چین", "urdu", language="ur"),
        article("hidden words", "bare", rights="metadata", title="A bare title"),
        article("", "empty", title="…"),
    ]
    return search_records(corpus(*articles, records=known))


@pytest.fixture
def folders(tmp_path):
    """Give the folders of a site and of the work on its index."""
    (tmp_path / "site").mkdir()
    return tmp_path / "site", tmp_path / "work"


def fragments(site):
    """Give the stored documents of an index by the address of their page."""
    stored = [gzip.decompress(path.read_bytes()) for path in (site / "pagefind/fragment").iterdir()]
    parsed = [json.loads(data.removeprefix(b"pagefind_dcd")) for data in stored]
    return {fragment["url"]: fragment for fragment in parsed}


def digest(folder):
    """Give the digest of every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_page_stands_in_the_index_at_its_own_address(records, folders):
    """All languages and rights go into one index, with addresses from the root of the site."""
    site, work = folders

    index(records, site, work)

    assert {f"/{one.address}" for one in records} == set(fragments(site))
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text())
    assert ["en"] == list(entry["languages"])


def test_hostile_text_is_stored_as_text(records, folders):
    """Titles come back exactly as they were written, the values of filters as the index can filter by them."""
    site, work = folders
    index(records, site, work)

    stored = fragments(site)["/articles/hostile/"]

    assert HOSTILE == stored["meta"]["title"]
    assert [filterable(HOSTILE)] == stored["filters"]["entity"]
    assert "hidden" not in json.dumps(fragments(site)["/articles/bare/"])


def test_the_same_records_give_the_same_bytes(records, folders, tmp_path):
    """An index does not depend on the folder, on the run, or on what stood there before."""
    site, work = folders
    other = tmp_path / "elsewhere" / "site"

    index(records, site, work)
    index(records[:5], other, work)
    index(records, other, tmp_path / "other work")

    assert digest(site) == digest(other)


def test_an_index_in_order_keeps_what_it_held(records, folders):
    """Every filter that a document was given can be looked up, with each value once and in order."""
    site, work = folders
    index(records, site, work)

    filters = [_read(gzip.decompress(path.read_bytes()), 12)[0] for path in (site / "pagefind/filter").iterdir()]

    given_values = {
        (name, filterable(value)) for one in records for name, values in one.filters.items() for value in values
    }
    assert sorted(given_values) == [(name, value) for name, values in sorted(filters) for value, _ in values]


@given(st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60))
def test_the_form_of_the_index_is_read_as_it_is_written(value):
    """Numbers, texts and arrays of any size come back as they were."""
    assert (value, len(_written(value))) == _read(_written(value), 0)


def test_an_index_of_another_form_is_told(records, folders):
    """Where Pagefind should write its files in another way, the build says so and does not publish half an index."""
    site, work = folders
    index(records, site, work)
    meta = next((site / "pagefind").glob("*.pf_meta"))

    meta.write_bytes(gzip.compress(b"pagefind_new"))

    with pytest.raises(ValueError, match="does not begin like"):
        settle(site / "pagefind")


def test_the_index_holds_only_what_our_pages_load(records, folders):
    """Pagefind's own interfaces and the programs for other languages are not published."""
    site, work = folders

    index(records, site, work)

    files = {path.name for path in (site / "pagefind").iterdir() if path.suffix != ".pf_meta"}
    programs = {"pagefind.js", "pagefind-entry.json", "wasm.en.pagefind"}
    assert programs | {"filter", "fragment", "index"} == files


def test_a_language_without_stemming_uses_the_common_program(records, folders):
    """For a site in a language that Pagefind does not know, the program for unknown languages stays."""
    site, work = folders

    index(records[:3], site, work, language="ug")

    assert ["wasm.unknown.pagefind"] == [path.name for path in (site / "pagefind").glob("wasm.*")]


def test_a_record_that_pagefind_leaves_out_is_an_error(records, folders):
    """A document without a word would vanish from the search without a sign."""
    wordless = msgspec.structs.replace(records[0], html=Markup("<p>…</p>"))

    with pytest.raises(IndexingError, match="indexed 25 of 26"):
        index([wordless, *records[1:]], *folders)


@settings(max_examples=5)
@given(titles=st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), min_size=40, max_size=40))
def test_no_text_is_left_out(titles, tmp_path_factory):
    """Whatever titles and texts hold, every article stands in the index."""
    articles = [article("", f"a{number}", title=title) for number, title in enumerate(titles)]
    folder = tmp_path_factory.mktemp("index")

    index(search_records(corpus(*articles)), folder / "site", folder / "work")

    assert len(titles) == len(fragments(folder / "site"))


def test_without_records_there_is_no_index(folders):
    """An empty collection can be built."""
    site, work = folders

    index([], site, work)

    assert [] == list(site.iterdir())


def test_a_failure_of_the_program_is_told_with_what_it_printed(records, folders, monkeypatch, tmp_path):
    """The error names the exit code and holds the program's own words."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho disk is full >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: program)

    with pytest.raises(IndexingError, match=r"exit code 3: disk is full"):
        index(records, *folders)


def test_a_missing_program_is_told(records, folders, monkeypatch):
    """Without the package that holds Pagefind the error says what to install."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: None)

    with pytest.raises(IndexingError, match="pagefind-bin"):
        index(records, *folders)
