"""A build after which nothing has changed is told as it stands; whatever may have changed is built again."""

import os
from pathlib import Path

import pytest
from builders import SMALL_CONTENT
from conftest import ROOT

from generator import engine, unchanged
from generator.cli import main
from generator.commands.shared import DONE
from generator.report import Report
from generator.unchanged import Watch, standing_report
from generator.writing import Written

LATER = 10**30
"""A time at which no file can have been touched just before."""
REPORT = Report(articles=2, records=1, written=Written(made=3, changed=1, unchanged=5, removed=2))
GIVEN = ("mkdocs.yml", False)
ARTICLE = Path("content/articles/undated/protest.md")
PAGE = Path("build/.site-a/index.html")


@pytest.fixture
def standing(content_folder, tmp_path, monkeypatch):
    """Lay out a folder as a build leaves it, and go there."""
    monkeypatch.chdir(tmp_path)
    content_folder(SMALL_CONTENT)
    PAGE.parent.mkdir(parents=True)
    PAGE.write_text("a page", encoding="utf-8")
    Path("build/site").symlink_to(".site-a")
    Path("overrides").mkdir()
    Path("overrides/main.html").write_text("a frame", encoding="utf-8")
    Path("mkdocs.yml").write_text("site_url: !ENV [ADDRESS_OF_THE_SITE, '']", encoding="utf-8")
    return Path("build")


def watch(began: int = LATER) -> Watch:
    """Look at what is read."""
    return Watch(Path("content"), [Path("mkdocs.yml"), Path("overrides")], GIVEN, began)


def told(given: object = GIVEN) -> Report | None:
    """Ask for the report of a build that would change nothing."""
    return standing_report(Path("build"), Path("content"), given)


def in_place(path: Path) -> None:
    """Change a file by one letter and give it back the time that it had."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def turn_the_link() -> None:
    """Let the site be another folder with the same files."""
    Path("build/.site-a").rename("build/.site-b")
    Path("build/site").unlink()
    Path("build/site").symlink_to(".site-b")


CHANGES = {
    "an article in place": lambda: in_place(ARTICLE),
    "an article removed": ARTICLE.unlink,
    "an article added": lambda: ARTICLE.with_name("more.md").write_text("", encoding="utf-8"),
    "an article renamed": lambda: ARTICLE.rename(ARTICLE.with_name("other.md")),
    "a decision": lambda: Path("content/decisions.yml").write_text("", encoding="utf-8"),
    "an address": lambda: Path("content/addresses.txt").write_text("", encoding="utf-8"),
    "settings": lambda: in_place(Path("mkdocs.yml")),
    "an override": lambda: in_place(Path("overrides/main.html")),
    "a page damaged": lambda: in_place(PAGE),
    "a page removed": PAGE.unlink,
    "a file planted": lambda: Path("build/site/planted.html").write_text("", encoding="utf-8"),
    "another site": turn_the_link,
    "no site": Path("build/site").unlink,
    "the record of the build damaged": lambda: Path("build/cache/standing").write_bytes(b"\x93"),
}


def test_what_stands_is_told(standing):
    """Where nothing has changed the report is that of the last build, with no file made or changed."""
    assert told() is None
    watch().remember(standing, REPORT)
    assert Report(articles=2, records=1, written=Written(made=0, changed=0, unchanged=9, removed=0)) == told()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(standing, change):
    """Content, settings, look and the site itself: each change asks for a build."""
    watch().remember(standing, REPORT)
    CHANGES[change]()
    assert told() is None


def test_other_options_and_variables_are_noticed(standing, monkeypatch):
    """A build with other options is another, and so is one whose settings take another value from outside."""
    watch().remember(standing, REPORT)
    assert told(("mkdocs.yml", True)) is None
    monkeypatch.setenv("ADDRESS_OF_THE_SITE", "https://example.org/")
    assert told() is None


def test_other_versions_are_noticed(standing, monkeypatch, tmp_path):
    """A package that is installed in another version asks for a build."""
    watch().remember(standing, REPORT)
    (tmp_path / "library/engine-2.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "library")
    assert told() is None


def test_what_was_touched_just_before_is_not_trusted(standing):
    """A file that may change again within the same tick of the clock keeps the build from being remembered."""
    touched = max(path.stat().st_ctime_ns for path in Path("content").rglob("*"))
    watch(touched + unchanged.COARSEST_CLOCK).remember(standing, REPORT)
    assert told() is None


def test_what_changes_during_a_build_is_not_trusted(standing):
    """An article that is written while the site is made may have been read before."""
    looked = watch()
    in_place(ARTICLE)
    looked.remember(standing, REPORT)
    assert told() is None


def test_a_build_that_would_change_nothing_does_nothing(content_folder, tmp_path, monkeypatch, capsys):
    """The command tells the same a second time without the engine; what was damaged since is made good."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(unchanged, "COARSEST_CLOCK", -LATER)
    command = ["build", "--no-search", "--content", str(content_folder(SMALL_CONTENT)), "--build", str(tmp_path / "b")]
    assert DONE == main(command)
    first, page = capsys.readouterr(), tmp_path / "b/site/articles/protest/index.html"
    html = page.read_bytes()
    with monkeypatch.context() as without:
        without.setattr(engine, "MkDocs", None)
        assert DONE == main(command)
    assert first == capsys.readouterr()
    page.write_bytes(html[:-9])
    assert DONE == main(command)
    assert html == page.read_bytes()
