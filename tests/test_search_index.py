"""The search index and its parts, as Pagefind's own program and our ordering of it write them."""

import gzip
import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import cbor2
import msgspec
import pytest
from builders import article, corpus, record
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facets import filterable
from generator.making.tracing import digests
from generator.markup import Markup
from generator.search import index as indexing
from generator.search import pagefind
from generator.search.index import TOLD, Told, parts_for, search_index
from generator.search.pagefind import IndexingError
from generator.search.records import search_records
from generator.search.settling import PIECE, settled
from generator.search.stored import items, opened, read, written

HOSTILE = '<script>alert(1)</script> &lt;b&gt; &amp;amp; {{ 7*7 }} a, b: c [x] "q"'
NUMBERED = 20


def collection(*more, language="en"):
    """Give a few articles in several languages and under all rights, and what they mention."""
    known = (
        record("cpec", "programme", "CPEC", description="Roads and ports."),
        record("hostile", "person", HOSTILE, aliases=("Evil",)),
    )
    articles = [article(f"CPEC number {n}.", f"a{n}", published=f"20{n:02}") for n in range(NUMBERED)]
    articles += [
        article("Evil was here.", "hostile", title=HOSTILE),
        article("پاکستان اور چین", "urdu", language="ur"),
        article("hidden words", "bare", rights="metadata", title="A bare title"),
        article("", "empty", title="…"),
        *more,
    ]
    made = corpus(*articles, records=known)
    return msgspec.structs.replace(made, site=msgspec.structs.replace(made.site, language=language))


def index(made, work, jobs=1):
    """Make the index of a corpus and give the tree of its files."""
    return search_index(made, digests(made), work, jobs)


def told(tree):
    """Give what the index tells of itself."""
    return msgspec.json.decode((tree.root / TOLD).read_bytes(), type=Told)


def fragments(tree):
    """Give the stored documents by the address of their page, each with the name of its file."""
    paths = [tree.root / name for name in tree.files if name.endswith(".pf_fragment")]
    parsed = [(path.name, json.loads(opened(path.read_bytes()))) for path in paths]
    return {fragment["url"]: fragment | {"file": name} for name, fragment in parsed}


def digest(tree):
    """Give the digest of every file of an index by its name."""
    names = {path.relative_to(tree.root).as_posix() for path in tree.root.rglob("*") if path.is_file()}
    assert names == {*tree.files}
    return {name: sha256((tree.root / name).read_bytes()).hexdigest() for name in names}


@pytest.fixture
def small(monkeypatch):
    """Make parts of very few documents, so that small collections have several."""
    monkeypatch.setattr(indexing, "LARGEST_PART", 8)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Give the index of the collection in one part."""
    return index(collection(), tmp_path_factory.mktemp("whole"))


def test_every_page_stands_in_the_index_at_its_own_address(whole):
    """All languages and rights go into one index, with addresses from the root of the site."""
    assert {f"/{address}" for address, _ in search_records(collection())} <= set(fragments(whole))
    one = told(whole)
    entry = json.loads((whole.root / one.parts[0] / "pagefind-entry.json").read_text())
    assert ["en"] == list(entry["languages"])
    assert (1, len(fragments(whole))) == (len(one.parts), one.documents)
    assert [f"20{n:02}" for n in range(NUMBERED)] == one.years


def test_hostile_text_is_stored_as_text(whole):
    """Titles come back exactly as they were written, the values of filters as the index can filter by them."""
    stored = fragments(whole)["/articles/hostile/"]

    assert HOSTILE == stored["meta"]["title"]
    assert [filterable(HOSTILE)] == stored["filters"]["entity"]
    assert "hidden" not in json.dumps(fragments(whole)["/articles/bare/"])


def test_the_name_of_a_document_begins_with_its_day(whole):
    """By it the scripts sort; it tells the part too, so that no two documents of an index share a name."""
    stored = fragments(whole)

    assert stored["/articles/a7/"]["file"].startswith("20070000-0.")
    assert stored["/articles/urdu/"]["file"].startswith("00000000-0")


def test_the_same_records_give_the_same_bytes(whole, tmp_path):
    """An index does not depend on the folder, on the run, on what stood there before, or on the number of processes."""
    other = tmp_path / "other"
    index(collection(article("More.", "more")), other)

    assert digest(whole) == digest(index(collection(), other, jobs=2))


@pytest.mark.usefixtures("small")
def test_parts_hold_together_what_the_whole_holds(whole, tmp_path):
    """Each document is in one part, and parts are few; the first has the program."""
    parted = index(collection(), tmp_path)

    assert fragments(whole).keys() == fragments(parted).keys()
    assert len(told(parted).parts) == 4
    assert len({one["file"] for one in fragments(parted).values()}) == len(fragments(parted)) == told(parted).documents
    programs = [name for name in parted.files if "wasm" in name]
    assert [f"{told(parted).parts[0]}/wasm.en.pagefind"] == programs


@pytest.mark.usefixtures("small")
def test_an_edit_changes_only_the_part_it_is_in(tmp_path):
    """The other parts keep their folders, so neither we nor a reader's browser has to make or load them again."""
    before = told(index(collection(), tmp_path)).parts
    edited = collection()
    key = next(iter(edited.articles))
    one = edited.articles[key]
    front = msgspec.structs.replace(one.article.front, title="Another title")
    changed = msgspec.structs.replace(one, article=msgspec.structs.replace(one.article, front=front))
    edited = msgspec.structs.replace(edited, articles={**edited.articles, key: changed})

    after = index(edited, tmp_path)

    assert len(before) - 1 == len({*before} & {*told(after).parts})
    assert digest(after) == digest(index(edited, tmp_path / "fresh"))


@pytest.mark.usefixtures("small")
def test_a_damaged_part_is_made_again(tmp_path, monkeypatch):
    """A part of which a file is gone or cut short is not used; the others are not indexed again."""
    tree = index(collection(), tmp_path)
    expected = digest(tree)
    lost, cut = (next(name for name in tree.files if name.startswith(part)) for part in told(tree).parts[:2])
    (tree.root / lost).unlink()
    (tree.root / cut).write_bytes(b"")
    ran = []
    run = indexing.run_pagefind
    monkeypatch.setattr(indexing, "run_pagefind", lambda *given: ran.append(given[0].name) or run(*given))

    assert expected == digest(index(collection(), tmp_path))
    assert ["0", "1"] == ran


def test_parts_are_bounded_in_number_and_few():
    """Up to a thousand documents there is one part, and never are there more than sixteen."""
    assert [1, 1, 2, 8, 16, 16] == [parts_for(number) for number in (0, 1_000, 1_001, 5_000, 9_000, 1_000_000)]


def test_an_index_in_order_keeps_what_it_held(whole):
    """Every filter that a document was given can be looked up, with each value once and in order."""
    filters = [read((whole.root / name).read_bytes()) for name in whole.files if name.endswith(".pf_filter")]

    given_values = {
        (name, filterable(value))
        for _, make in search_records(collection())
        for name, values in make().filters.items()
        for value in values
    }
    found = [(name, value) for name, values in sorted(filters) for value, _ in values]
    assert given_values <= {*found}
    assert sorted(found) == found


@pytest.fixture(scope="module")
def wordy(tmp_path_factory):
    """Give what Pagefind writes of a few long texts, and how it is put in order."""
    folder = tmp_path_factory.mktemp("wordy")
    for number in range(3):
        page = folder / f"documents/{number}/index.html"
        page.parent.mkdir(parents=True)
        words = " ".join(f"{chr(97 + n % 26)}word{n * 7919 % 6007}" for n in range(6000))
        page.write_text(f'<html><body><i data-pagefind-meta="day">20220206</i><p>{words}</p></body></html>')
    return pagefind.run_pagefind(folder / "documents", "en")


def test_words_are_cut_into_small_pieces_that_lose_none(wordy):
    """All words stand in order in pieces of bounded size, each in the only piece whose bounds are around it."""
    _, files = settled(wordy, "0")
    _, _, pieces, *_ = read(files["pagefind.en.pf_meta"])
    content = {name: opened(files[f"index/{name}.pf_index"]) for *_, name in pieces}
    held = {name: [word for (word, *_), _ in items(piece)] for name, piece in content.items()}
    pieces_before = [content for name, content in wordy.items() if name.startswith("index/")]
    before = [word for content in pieces_before for (word, *_), _ in items(opened(content))]

    assert sorted(before) == [word for words in held.values() for word in words]
    assert len(pieces) > 4 * len(pieces_before)
    assert all(len(piece) <= PIECE + 20 for piece in content.values())
    for first, last, name in pieces:
        assert all(first <= word <= last for word in held[name])
    assert all(one[1] < other[0] for one, other in pairwise(pieces))
    assert all(held[name][0].startswith(first) for first, _, name in pieces)


def test_the_order_in_which_a_disk_lists_documents_changes_nothing(tmp_path, monkeypatch):
    """Documents that were made in another order, or that are listed in another, give the same bytes."""
    names = [f"{number}/index.html" for number in range(12)]
    found = []
    for folder, order in (("one", names), ("other", names[::-1])):
        for name in order:
            page = tmp_path / folder / name
            page.parent.mkdir(parents=True)
            text = f'<i data-pagefind-meta="day">20220206</i><p>About {name} and roads.</p>'
            page.write_text(f"<html><body>{text}</body></html>")
        found.append(settled(pagefind.run_pagefind(tmp_path / folder, "en"), "0"))
        listed = Path.rglob
        monkeypatch.setattr(Path, "rglob", lambda *given, listed=listed: [*listed(*given)][::-1])

    assert 12 == found[0][0]
    assert found[0] == found[1]


def test_an_index_of_another_form_is_told(wordy):
    """Where Pagefind should write its files in another way, the build says so and does not publish half an index."""
    (meta,) = (name for name in wordy if name.endswith(".pf_meta"))
    for content in (b"pagefind_new", b"pagefind_dcd\x80", b"pagefind_dcd" + cbor2.dumps(["1", [], [], [], [], []]) * 2):
        with pytest.raises(ValueError, match=r"form|begin|end|fields"):
            settled({**wordy, meta: gzip.compress(content)}, "0")


@given(st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=300), max_leaves=60))
def test_the_items_of_an_array_come_with_their_bytes(value):
    """Whatever their number and size, the bytes of all items make the array again; a byte more or less is told."""
    content = cbor2.dumps([[value, *[value] * 3]])

    found = [*items(content)]

    assert [value] * 4 == [one for one, _ in found]
    assert [cbor2.dumps(value)] * 4 == [stored for _, stored in found]
    assert value == read(written(value))
    for wrong in (content + b"\x00", content[:-1], content[1:]):
        with pytest.raises(ValueError, match=r"."):
            [*items(wrong)]


def test_the_index_holds_only_what_our_pages_load(whole):
    """Pagefind's own interfaces and the programs for other languages are not published."""
    (part,) = told(whole).parts
    names = {name.removeprefix(f"{part}/").partition("/")[0] for name in whole.files}

    programs = {"pagefind.js", TOLD, "pagefind-entry.json", "pagefind.en.pf_meta", "wasm.en.pagefind"}
    assert programs | {"filter", "fragment", "index"} == names


def test_a_language_without_stemming_uses_the_common_program(tmp_path):
    """For a site in a language that Pagefind does not know, the program for unknown languages stays."""
    tree = index(collection(language="ug"), tmp_path)

    assert [f"{told(tree).parts[0]}/wasm.unknown.pagefind"] == [name for name in tree.files if "wasm" in name]


def test_a_record_that_pagefind_leaves_out_is_an_error(tmp_path, monkeypatch):
    """A document without a word would vanish from the search without a sign."""
    monkeypatch.setattr(indexing, "document", lambda *_: Markup("<html><body><p>…</p></body></html>"))

    with pytest.raises(IndexingError, match=r"exit code|form|indexed \d+ of"):
        index(collection(), tmp_path)


@settings(max_examples=5)
@given(titles=st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), min_size=40, max_size=40))
def test_no_text_is_left_out(titles, tmp_path_factory):
    """Whatever titles and texts hold, every article stands in the index."""
    articles = [article("", f"a{number}", title=title) for number, title in enumerate(titles)]

    assert len(titles) == len(fragments(index(corpus(*articles), tmp_path_factory.mktemp("index"))))


def test_without_documents_there_is_no_index(tmp_path):
    """An empty collection can be built."""
    assert {} == index(corpus(), tmp_path).files


def test_a_failure_of_the_program_is_told_with_what_it_printed(monkeypatch, tmp_path):
    """The error names the exit code and holds the program's own words."""
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho disk is full >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: program)

    with pytest.raises(IndexingError, match=r"exit code 3: disk is full"):
        index(collection(), tmp_path / "work")


def test_a_missing_program_is_told(monkeypatch, tmp_path):
    """Without the package that holds Pagefind the error says what to install."""
    monkeypatch.setattr(pagefind, "get_executable", lambda: None)

    with pytest.raises(IndexingError, match="pagefind-bin"):
        index(collection(), tmp_path)
