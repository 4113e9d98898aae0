"""Writing and publishing: what may be written where, and what a killed run leaves behind."""

import pytest

from generator.audit import audit
from generator.problems import Problem
from generator.publishing import in_place_of
from generator.writing import Tree, Written, claimed_tree, digest_of


def write_tree(root, files) -> Written:
    """Make a folder hold some files, with its memory beside it, and tell what changed."""
    tree = claimed_tree(root, root.parent / "memory")
    for name, content in files:
        tree.write(name, content)
    return tree.finish()


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/x", "", ".", "a" * 101, "/".join(["abcdefghi"] * 21), "a/../b"]
)
def test_no_file_is_written_outside_the_folder(tmp_path, name):
    """Paths that lead out, and such as some file system could not hold, are refused."""
    with pytest.raises(ValueError, match="not a path for a generated file"):
        write_tree(tmp_path / "docs", [(name, b"x")])
    assert {"docs"} == {path.name for path in tmp_path.iterdir()}
    assert [".cuttings"] == [path.name for path in (tmp_path / "docs").iterdir()]


def test_links_in_the_folder_are_not_followed(tmp_path):
    """A planted link to another folder is removed, and the folder that it leads to stays as it is."""
    docs, other = tmp_path / "docs", tmp_path / "other"
    write_tree(docs, [("a.md", b"a")])
    other.mkdir()
    (other / "kept.txt").write_bytes(b"kept")
    (docs / "link").symlink_to(other, target_is_directory=True)
    (docs / "file-link").symlink_to(other / "kept.txt")
    assert Written(made=0, changed=0, unchanged=1, removed=2) == write_tree(docs, [("a.md", b"a")])
    assert b"kept" == (other / "kept.txt").read_bytes()
    assert {".cuttings", "a.md"} == {path.name for path in docs.iterdir()}


def test_what_a_killed_run_left_is_removed(tmp_path):
    """Half-written files go with the next run."""
    docs = tmp_path / "docs"
    write_tree(docs, [("a/b.md", b"b")])
    (docs / "a" / ".b.md.part").write_bytes(b"ha")
    assert 1 == write_tree(docs, [("a/b.md", b"b")]).removed


def test_counts_tell_what_changed(tmp_path):
    """Made, changed, unchanged and removed files are counted."""
    docs = tmp_path / "docs"
    write_tree(docs, [("a.md", b"a"), ("b.md", b"b"), ("c/d.md", b"d")])
    assert Written(made=1, changed=1, unchanged=1, removed=1) == write_tree(
        docs, [("a.md", b"a"), ("b.md", b"B"), ("e.md", b"e")]
    )


def test_what_was_damaged_is_written_again(tmp_path):
    """A file that was cut, edited or removed by others is made good, although what it is made of is the same."""
    docs = tmp_path / "docs"
    files = [("cut.md", b"cut" * 99), ("edited.md", b"abc"), ("gone.md", b"gone"), ("kept.md", b"kept")]
    write_tree(docs, files)
    (docs / "cut.md").write_bytes(b"cut")
    (docs / "edited.md").write_bytes(b"abd")
    (docs / "gone.md").unlink()
    assert Written(made=1, changed=2, unchanged=1, removed=0) == write_tree(docs, files)
    assert dict(files) == {path.name: path.read_bytes() for path in docs.glob("*.md")}


@pytest.mark.parametrize("memory", [None, b"", b"\xff\x00", b"\x81\xa1a\x93\x01\x02\x03"])
def test_a_lost_or_damaged_memory_is_a_miss(tmp_path, memory):
    """Without its memory a tree compares bytes, so that nothing is written that is there."""
    write_tree(tmp_path / "docs", [("a.md", b"a")])
    (tmp_path / "memory").unlink() if memory is None else (tmp_path / "memory").write_bytes(memory)
    assert Written(made=0, changed=0, unchanged=1, removed=0) == write_tree(tmp_path / "docs", [("a.md", b"a")])


def test_a_file_may_take_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path):
    """Whatever stands in the way was not put there by this run."""
    docs = tmp_path / "docs"
    write_tree(docs, [("a", b"a"), ("b/c", b"c")])
    write_tree(docs, [("a/b", b"b"), ("b", b"b")])
    assert {"a/b": b"b", "b": b"b"} == {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file() and path.name != ".cuttings"
    }


def test_a_linked_file_stays_when_the_other_is_replaced(tmp_path):
    """Two trees may share a file; writing it anew in one leaves the other as it was."""
    (tmp_path / "source").mkdir()
    source = Tree(tmp_path / "source", tmp_path / "source.memory")
    source.write("a", b"old")
    tree = Tree(tmp_path / "tree", tmp_path / "tree.memory")
    tree.link("a", tmp_path / "source" / "a", digest_of(b"old"))
    tree.finish()
    source.write("a", b"new")
    assert (b"new", b"old") == ((tmp_path / "source/a").read_bytes(), (tmp_path / "tree/a").read_bytes())
    assert Tree(tmp_path / "tree", tmp_path / "tree.memory").holds("a", digest_of(b"old"))


def publish(site, text: str) -> None:
    """Publish a site of one page."""
    with in_place_of(site) as (fresh, _):
        (fresh / "index.html").write_text(text, encoding="utf-8")


def stop_halfway(fresh) -> None:
    """Write a part of a site, and be interrupted."""
    (fresh / "index.html").write_text("half", encoding="utf-8")
    raise KeyboardInterrupt


def test_a_folder_of_the_engine_is_replaced(tmp_path):
    """A site that the engine alone made is a folder; the first build puts a link in its place."""
    site = tmp_path / "build" / "site"
    site.mkdir(parents=True)
    (site / "index.html").write_text("old", encoding="utf-8")
    (site / "gone.html").write_text("old", encoding="utf-8")
    publish(site, "new")
    assert ["new"] == [path.read_text(encoding="utf-8") for path in site.iterdir()]
    assert site.is_symlink()


def test_a_site_moves_with_its_folder(tmp_path):
    """The link is relative, so a build folder may be moved."""
    publish(tmp_path / "build" / "site", "new")
    (tmp_path / "build").rename(tmp_path / "moved")
    assert "new" == (tmp_path / "moved" / "site" / "index.html").read_text(encoding="utf-8")


def test_an_error_leaves_the_old_site(tmp_path):
    """Whatever is raised while a site is made, the old one is served."""
    site = tmp_path / "site"
    publish(site, "old")
    with pytest.raises(KeyboardInterrupt), in_place_of(site) as (fresh, _):
        stop_halfway(fresh)
    assert "old" == (site / "index.html").read_text(encoding="utf-8")


def test_a_run_killed_in_the_one_moment_without_a_site_is_made_good(tmp_path):
    """A folder that was moved away for the link to take its place is put back."""
    (tmp_path / ".site-former").mkdir()
    (tmp_path / ".site-former" / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), in_place_of(tmp_path / "site") as (fresh, _):
        stop_halfway(fresh)
    assert "old" == (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_links_that_lead_nowhere_are_found(tmp_path):
    """Pages, files and anchors of the site must be there; other hosts are not asked."""
    pages = {
        "index.html": '<a href="a/">x</a> <a href="a/#s1">x</a> <a href="a/#s2">x</a> <a href="https://b.c/">x</a>',
        "a/index.html": '<p id="s1"><a href="../b/">x</a> <img src="../x.svg"> <a href="?q=1#s1">x</a>',
        "404.html": '<a href="nowhere/">x</a>',
    }
    for name, text in pages.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = audit(tmp_path)
    assert [("a/index.html", "../b/"), ("a/index.html", "../x.svg"), ("index.html", "a/#s2")] == [
        (problem.path, problem.value) for problem in found
    ]
    assert Problem("index.html", 1, "a link to an anchor that is not there", "a/#s2") == found[2]
