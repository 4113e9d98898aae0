"""Making only what must be made: what is noted, what is made again, and that it is always what a first run makes."""

import msgspec
import pytest
from builders import tree
from hypothesis import given
from hypothesis import strategies as st

from generator.making.makers import Maker, Part, make_files
from generator.making.tracing import Traced, digest_of_rest, digests, remembered, traced, with_traced_tables
from generator.making.workers import shared_out
from generator.writing import Tree


class Loans(msgspec.Struct, frozen=True):
    """A table in a struct of its own."""

    open: dict[str, int] = {}


class Shelf(msgspec.Struct, frozen=True):
    """Two tables and something that is none."""

    name: str
    books: dict[str, str]
    readers: dict[str, list[str]]
    loans: Loans = Loans()


SHELF = Shelf("shelf", {"a": "A", "b": "B"}, {"x": ["a"], "y": ["a", "b"]})
ALL = {("books", None), ("books", "a"), ("books", "b")}


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        (lambda books: books["a"], {("books", "a")}),
        (lambda books: books.get("c"), {("books", "c")}),
        (lambda books: "c" in books, {("books", "c")}),
        (lambda books: [*books], {("books", None)}),
        (len, {("books", None)}),
        (bool, {("books", None)}),
        (lambda books: books.keys() & {"a"}, {("books", None)}),
        (lambda books: [*books.values()], ALL),
        (lambda books: [*books.items()], ALL),
        (dict, ALL),
        (lambda books: {**books}, ALL),
        (lambda _: "nothing", set()),
    ],
)
def test_a_table_notes_what_is_read_of_it(look, seen):
    """A key that was asked for, there or not, and None for all keys."""
    assert seen == traced(look, Traced("books", SHELF.books))[1]


def test_work_within_work_is_seen_by_both():
    """What is remembered from the first time counts for whoever asks the second time."""
    tables = with_traced_tables(SHELF)
    title = remembered(lambda key: tables.books[key])
    assert ("A", {("books", "a")}) == traced(title, "a")
    assert ("A", {("books", "a")}) == traced(title, "a")
    assert {("books", "a"), ("readers", "x")} == traced(lambda: (tables.readers["x"], title("a")))[1]


def test_each_entry_has_a_digest_and_so_has_the_order_of_keys():
    """A change of an entry changes its digest alone; an order of keys is a thing of its own."""
    before = digests(SHELF)
    after = digests(msgspec.structs.replace(SHELF, books={"b": "C", "a": "A"}))
    assert {("books", "b"), ("books", None)} == {key for key in before if before[key] != after[key]}


def test_tables_within_are_traced_and_the_rest_is_one_digest():
    """A struct in a struct has tables too; what is no table is seen by everyone."""
    shelf = msgspec.structs.replace(SHELF, loans=Loans({"a": 3}))
    tables = with_traced_tables(shelf)
    assert (3, {("loans.open", "a")}) == traced(lambda: tables.loans.open["a"])
    assert {("loans.open", "a"), ("loans.open", None)} == digests(shelf).keys() - digests(SHELF).keys() | {
        key for key in digests(shelf) if key[0] == "loans.open"
    }
    assert digest_of_rest(SHELF) == digest_of_rest(shelf)
    assert digest_of_rest(SHELF) != digest_of_rest(msgspec.structs.replace(SHELF, name="other"))


def shelf_makers(shelf: Shelf) -> list[Maker]:
    """A file for each reader with the titles of the books, and one that lists all readers."""
    tables = with_traced_tables(shelf)

    def of_reader(reader: str):
        titles = [tables.books.get(book, "lost") for book in tables.readers[reader]]
        yield f"readers/{reader}.txt", " ".join(titles).encode()

    makers = [Maker(reader, lambda reader=reader: of_reader(reader)) for reader in shelf.readers]
    return [*makers, Maker("list", lambda: [("list.txt", " ".join(tables.readers).encode())])]


def made(shelf: Shelf, folder, context=b"", jobs=1) -> int:
    """Make the files of a shelf and give how many makers worked."""
    files = Tree(folder / "files", folder / "tree")
    worked = make_files(shelf_makers(shelf), files, digests(shelf), folder / "makers", context, jobs)
    files.finish()
    return worked


def test_only_what_saw_a_change_is_made_again(tmp_path):
    """Nothing, one reader for a book that one has, one for its own entry, everything in another context."""
    assert 3 == made(SHELF, tmp_path)
    assert 0 == made(SHELF, tmp_path)
    renamed = msgspec.structs.replace(SHELF, books={"a": "A", "b": "changed"})
    assert 1 == made(renamed, tmp_path)
    assert b"A changed" == (tmp_path / "files/readers/y.txt").read_bytes()
    assert 3 == made(renamed, tmp_path, context=b"another program")


def test_a_file_that_was_damaged_is_made_again(tmp_path):
    """What does not stand as it was written is not left as it is."""
    made(SHELF, tmp_path)
    (tmp_path / "files/readers/x.txt").write_bytes(b"cut")
    assert 1 == made(SHELF, tmp_path)
    assert b"A" == (tmp_path / "files/readers/x.txt").read_bytes()


@pytest.mark.parametrize("memory", [b"", b"\x93\x01\x02", b"\xc1", b"x" * 1000])
def test_a_damaged_memory_is_no_memory(tmp_path, memory):
    """A run that cannot read what an earlier one kept makes everything."""
    made(SHELF, tmp_path)
    (tmp_path / "makers").write_bytes(memory)
    assert 3 == made(SHELF, tmp_path)


def test_of_the_parts_of_a_maker_those_are_made_again_that_saw_a_change(tmp_path):
    """A listing is parted anew for every change; a part is made where it saw one, or is given something else."""
    asked = []

    def listing(shelf: Shelf):
        tables = with_traced_tables(shelf)

        def part(keys: str) -> bytes:
            asked.append(keys)
            return " ".join(tables.books.get(key, "lost") for key in keys).encode()

        keys = "".join(tables.books)
        for number, start in enumerate(range(0, len(keys), 2)):
            given = keys[start : start + 2]
            yield Part(f"{number}.txt", lambda given=given: part(given), given.encode())

    def made_parts(books: dict[str, str]) -> list[str]:
        shelf = Shelf("shelf", books, {})
        files = Tree(tmp_path / "files", tmp_path / "tree")
        make_files([Maker("list", lambda: listing(shelf))], files, digests(shelf), tmp_path / "makers", b"")
        files.finish()
        made_now, asked[:] = asked[:], []
        return made_now

    assert ["ab", "cd"] == made_parts({"a": "1", "b": "2", "c": "3", "d": "4"})
    assert ["cd"] == made_parts({"a": "1", "b": "2", "c": "3", "d": "5"})
    assert [] == made_parts({"a": "1", "b": "2", "c": "3", "d": "5"})
    assert ["e"] == made_parts({"a": "1", "b": "2", "c": "3", "d": "5", "e": "6"})
    (tmp_path / "files/0.txt").write_bytes(b"cut")
    assert ["ab"] == made_parts({"a": "1", "b": "2", "c": "3", "d": "5", "e": "6"})
    assert ["ab", "c"] == made_parts({"a": "1", "b": "7", "c": "3"})
    assert {"0.txt": b"1 7", "1.txt": b"3"} == tree(tmp_path / "files")


names = st.sampled_from("abcd")
shelves = st.builds(
    Shelf,
    st.just("shelf"),
    st.dictionaries(names, st.sampled_from(["one", "two"])),
    st.dictionaries(st.sampled_from("xyz"), st.lists(names, max_size=3)),
)


@given(st.lists(shelves, min_size=2, max_size=5))
def test_however_it_came_to_be_it_is_what_a_first_run_makes(tmp_path_factory, history):
    """After any changes the files are those that a first run makes of the last state."""
    folder = tmp_path_factory.mktemp("shelf")
    for shelf in history:
        made(shelf, folder / "grown")
    made(history[-1], folder / "first")
    assert tree(folder / "first/files") == tree(folder / "grown/files")


def test_processes_give_the_results_in_order():
    """Work that is shared out gives what it gives here, and inherits what it works with."""
    items = list(range(500))
    expected = [number * 3 for number in items]
    for jobs in (1, 2):
        found = shared_out(lambda factor, run: [factor * number for number in run], 3, items, jobs)
        assert expected == list(found)


def test_files_are_the_same_with_any_number_of_processes(tmp_path):
    """What processes of their own write is remembered like what is written here."""
    many = Shelf("shelf", {}, {f"r{number}": [] for number in range(300)})
    assert 301 == made(many, tmp_path / "two", jobs=2)
    assert 301 == made(many, tmp_path / "one")
    assert tree(tmp_path / "one/files") == tree(tmp_path / "two/files")
    assert 0 == made(many, tmp_path / "two")
