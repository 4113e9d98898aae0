"""Files put together of pieces: they are what a first run makes, and only the pieces are made that saw a change."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_making import Loans, Shelf

from generator.making.kept import merged_memories
from generator.making.makers import Maker, make_files
from generator.making.splicing import Spliced, Summed, at_once, sum_of
from generator.making.tracing import digests, with_traced_tables
from generator.writing import Tree


class Library:
    """Two files with a piece of each for each reader, and one that sums them up; notes which pieces are made."""

    def __init__(self, folder, shelf: Shelf) -> None:
        self.folder = folder
        self.made: list[str] = []
        self.tables = with_traced_tables(shelf)
        self.shelf = shelf

    def piece(self, reader: str) -> tuple[bytes, bytes]:
        """Give the titles that a reader has, and how many these are."""
        self.made.append(reader)
        titles = [self.tables.books.get(book, "lost") for book in self.tables.readers[reader]]
        return f"{reader}: {titles}\n".encode(), f"{len(titles)};".encode()

    def parts(self):
        """Give what the maker gives."""
        pieces = [(reader, lambda reader=reader: self.piece(reader)) for reader in self.tables.readers]
        yield Spliced(("titles.txt", "numbers.txt"), (b"Titles\n", b""), pieces)
        yield Summed("sums.json", lambda sums: json.dumps({path: [*sums[path]] for path in sorted(sums)}).encode())

    def make(self) -> dict[str, bytes]:
        """Bring the folder up to date and give its files."""
        files = Tree(self.folder / "files", self.folder / "tree")
        memory = self.folder / "makers"
        make_files([Maker("library", self.parts)], files, digests(self.shelf), memory, b"")
        files.finish()
        return {name: files.path(name).read_bytes() for name in sorted(files.files)}

    def expected(self) -> dict[str, bytes]:
        """Give what all pieces together are."""
        splice, summed = self.parts()
        files = dict(at_once(splice))
        sums = {path: sum_of(content) for path, content in files.items()}
        return dict(sorted((files | {summed.path: summed.make(sums)}).items()))


names = st.sampled_from("abcd")
shelves = st.builds(
    Shelf,
    st.just("shelf"),
    st.dictionaries(names, st.sampled_from(["one", "two", "three"])),
    st.dictionaries(st.sampled_from("wxyz"), st.lists(names, max_size=3)),
)


@given(st.lists(shelves, min_size=2, max_size=6))
def test_after_any_changes_files_are_what_a_first_run_makes(tmp_path_factory, history):
    """Pieces come, go, change their length and their order."""
    folder = tmp_path_factory.mktemp("library")
    for shelf in history:
        library = Library(folder, shelf)
        assert library.expected() == library.make()


SHELF = Shelf("shelf", {"a": "A", "b": "B"}, {"x": ["a"], "y": ["a", "b"], "z": []}, Loans())


@pytest.mark.parametrize(
    ("shelf", "made"),
    [
        (SHELF, ""),
        (Shelf("shelf", {"a": "A", "b": "longer"}, SHELF.readers), "y"),
        (Shelf("shelf", {"a": "?", "b": "B"}, SHELF.readers), "xy"),
        (Shelf("shelf", SHELF.books, {"y": ["a", "b"], "x": ["a"], "z": []}), ""),
        (Shelf("shelf", SHELF.books, {"x": ["a"], "z": []}), ""),
        (Shelf("shelf", SHELF.books, SHELF.readers | {"v": ["b"]}), "v"),
        (Shelf("shelf", SHELF.books, SHELF.readers | {"z": ["c"]}), "z"),
    ],
)
def test_pieces_are_made_that_saw_a_change(tmp_path, shelf, made):
    """Nothing, a title, an entry of a reader's own, another order, a reader less and one more."""
    Library(tmp_path, SHELF).make()
    library = Library(tmp_path, shelf)
    assert library.expected() == {**library.make()}
    assert sorted(made) == sorted(library.made[len(shelf.readers) :])


def test_a_file_without_a_change_stays_as_it_is(tmp_path):
    """Of the files of the same pieces those are not written again whose piece is the same."""
    Library(tmp_path, SHELF).make()
    before = [(tmp_path / "files" / name).stat().st_mtime_ns for name in ("titles.txt", "numbers.txt")]
    Library(tmp_path, Shelf("shelf", {"a": "A", "b": "X"}, SHELF.readers)).make()
    after = [(tmp_path / "files" / name).stat().st_mtime_ns for name in ("titles.txt", "numbers.txt")]
    assert [False, True] == [one == other for one, other in zip(before, after, strict=True)]


def test_what_was_damaged_is_made_of_new_pieces(tmp_path):
    """Nothing is taken from a file that is not as it was written."""
    Library(tmp_path, SHELF).make()
    (tmp_path / "files/titles.txt").write_bytes(b"Titles\nchanged by hand\n")
    library = Library(tmp_path, SHELF)
    assert library.expected() == library.make()
    assert "xyz" == "".join(library.made[3:])


def test_memories_of_others_are_merged_with_their_pieces(tmp_path):
    """Where numbers of entries are others, pieces saw what they saw."""
    Library(tmp_path, SHELF).make()
    other = Maker("other", lambda: [("other.txt", b"?")])
    make_files([other], Tree(tmp_path / "others", tmp_path / "others.tree"), {}, tmp_path / "other", b"")
    merged = merged_memories([(tmp_path / name).read_bytes() for name in ("other", "makers")])
    (tmp_path / "makers").write_bytes(merged)
    library = Library(tmp_path, Shelf("shelf", {"a": "A", "b": "changed"}, SHELF.readers))
    assert library.expected() == library.make()
    assert "y" == "".join(library.made[3:])
