"""An archive of the site: the same bytes each time, and all there to be read from a server of one's own."""

import json
import zipfile

import pytest
from browser import all_results, chromium, serving, the_site, visiting  # noqa: F401 (fixtures)
from builders import SMALL_CONTENT, tree
from conftest import ROOT

from generator.archive import write_archive
from generator.cli import main
from generator.commands.shared import DONE, WRONG_USE


def test_the_command_makes_the_site_and_its_archive(content_folder, tmp_path, monkeypatch, capsys):
    """From content alone comes an archive with the whole site and a file that says how to read it."""
    monkeypatch.chdir(ROOT)
    build, target = tmp_path / "build", tmp_path / "notes.zip"
    options = ["--content", str(content_folder(SMALL_CONTENT)), "--build", str(build)]
    assert DONE == main(["export", "--json", *options, "--zip", str(target)])

    told = json.loads(capsys.readouterr().out)
    with zipfile.ZipFile(target) as archive:
        assert None is archive.testzip()
        names = archive.namelist()
        readme = archive.read(told["readme"]).decode()
        packed = {name.removeprefix("notes/site/"): archive.read(name) for name in names[1:]}
    site = tree(build / "site")
    assert site.items() <= packed.items()
    assert told["files"] == len(packed)
    assert "python3 -m http.server --bind 127.0.0.1 --directory site 8000" in readme
    assert sorted(names[1:]) == names[1:]


def test_the_same_site_gives_the_same_archive(tmp_path):
    """Neither the time nor the order in which files were written is in it; what was there before is replaced."""
    written = {"index.html": b"<p>Here", "a/index.html": b"<p>A", "data/x.jsonl": b"{}\n"}
    for folder, names in (("one", sorted(written)), ("two", sorted(written, reverse=True))):
        for name in names:
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_bytes(written[name])
    target = tmp_path / "site.zip"
    write_archive(tmp_path / "one", target)
    first = target.read_bytes()
    write_archive(tmp_path / "two", target)

    assert first == target.read_bytes()
    with zipfile.ZipFile(target) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_an_archive_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    """Where the disk or a folder fails, what was there stays and no half of an archive is left."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_text("a")
    target = tmp_path / "site.zip"
    target.write_text("mine")
    monkeypatch.setattr(zipfile.ZipFile, "writestr", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_archive(tmp_path / "site", target)

    assert {"site", "site.zip"} == {path.name for path in tmp_path.iterdir()}
    assert "mine" == target.read_text()


def test_a_folder_that_is_not_there_is_told(tmp_path, monkeypatch, capsys, content_folder):
    """The exit code says wrong use, and the message names the place."""
    monkeypatch.chdir(ROOT)
    options = ["--content", str(content_folder(SMALL_CONTENT)), "--build", str(tmp_path / "b"), "--quiet"]
    assert WRONG_USE == main(["export", *options, "--zip", str(tmp_path / "nowhere/site.zip")])
    assert "nowhere" in capsys.readouterr().err


def test_an_archive_is_read_below_any_path(site, browser, tmp_path):
    """Unpacked and shown by a server below a path, pages, styles and search work as on the site."""
    write_archive(site, tmp_path / "kept.zip")
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        archive.extractall(tmp_path)
    with serving(tmp_path / "kept/site", "/some/where/") as server, visiting(browser, server) as visit:
        visit.go("")
        visit.page.get_by_role("link", name="Articles").first.click()
        visit.page.wait_for_url("**/some/where/articles/")
        visit.go("explore/?q=Bachelet")
        assert "articles/xi-bachelet-video-call/" in " ".join(all_results(visit.page))
        assert [] == visit.faults
