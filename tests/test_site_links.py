"""The built site as files: whole, linked, the same on every machine, and made by plain MkDocs too."""

import gzip
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import PROJECT, build, the_site  # noqa: F401 (a fixture)
from builders import alike

from generator.audit import audit

DATA = {"application/json", "application/ld+json"}
"""Kinds of script elements that hold data, which no browser runs."""
GZIP = b"\x1f\x8b"


class Outline(HTMLParser):
    """What a page says of itself: its title, its main headings, its ids, and whatever a strict policy would stop."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"title": [], "h1": []}
        self.ids: list[str] = []
        self.inline: list[str] = []
        self._open = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        """Note what an element says."""
        attributes = dict(attrs)
        if tag in self.texts and not (tag == "title" and self.texts["title"]):  # bars of a chart have titles too
            self.texts[tag].append("")
            self._open = tag
        if "id" in attributes:
            self.ids.append(attributes["id"])
        scripted = tag == "script" and "src" not in attributes and attributes.get("type") not in DATA
        if scripted or tag == "style" or any(name == "style" or name.startswith("on") for name in attributes):
            self.inline.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        """Note where a title or heading ends."""
        if tag == self._open:
            self._open = ""

    def handle_data(self, data):
        """Note the words of a title or heading."""
        if self._open:
            self.texts[self._open][-1] += data


@pytest.fixture(scope="module")
def outlines(site):
    """Read the outlines of all pages, by their path."""
    return {path.relative_to(site).as_posix(): Outline(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Give the folder of a build with other path, clock, time zone, locale, processes and order of sets and files."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for path in sorted((PROJECT / "content").rglob("*"), reverse=True):
        if path.is_file():
            copy = folder / "content" / path.relative_to(PROJECT / "content")
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    environment = {"PYTHONHASHSEED": "2022", "TZ": "Asia/Urumqi", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1000000000"}
    build(folder / "build", "--jobs", "2", content=folder / "content", **environment)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder by their paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """Give the paths of files that only one of two folders has, or that differ."""
    first, second = tree(one), tree(other)
    return sorted(path for path in first.keys() | second.keys() if first.get(path) != second.get(path))


def test_every_link_leads_somewhere(site):
    """No link, file or anchor of the site is missing."""
    assert () == audit(site)


def test_every_page_has_one_title_and_one_main_heading(outlines):
    """Each page has one title and one main heading, and neither is empty."""
    assert len(outlines) > 200
    unlike = {path: page.texts for path, page in outlines.items() if any(len(t) != 1 for t in page.texts.values())}
    assert {} == unlike
    assert [] == [path for path, page in outlines.items() if not all(text[0].strip() for text in page.texts.values())]


def test_ids_are_unique_in_each_page(outlines):
    """No two elements of a page bear one id, so that an anchor leads to one place."""
    assert {} == {p: sorted(page.ids) for p, page in outlines.items() if len(set(page.ids)) != len(page.ids)}


def test_pages_hold_nothing_that_a_strict_policy_stops(outlines):
    """No page holds a script, style, or handler within itself."""
    assert {} == {path: page.inline for path, page in outlines.items() if page.inline}


def test_no_path_of_the_machine_and_no_date_of_the_build(site):
    """No file says where or when it was made."""
    content = b"".join(tree(PROJECT / "content").values()).decode()
    now = datetime.now(tz=UTC)
    dates = [date for date in (f"{now:%Y-%m-%d}", f"{now.day} {now:%B %Y}") if date not in content]
    places = [str(PROJECT), str(site), str(Path.home()), sys.prefix]
    telling = [text.encode() for text in (*dates, *places) if text != "/"]
    found = []
    for path, written in tree(site).items():
        shown = gzip.decompress(written) if written.startswith(GZIP) else written
        found += [(path, text) for text in telling if text in shown]
    assert [] == found


def test_two_builds_give_the_same_bytes(site, elsewhere):
    """Another folder, order, time zone, locale and clock make no difference in any file, the search index included."""
    assert [] == differing(site, elsewhere / "build/site")


def test_a_build_with_nothing_changed_writes_nothing(elsewhere):
    """A second build of the same content leaves every file of build/docs as it was, and says so on the report."""
    docs = elsewhere / "build/docs"
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    build(elsewhere / "build", content=elsewhere / "content", PYTHONHASHSEED="7")
    assert before == {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    written = json.loads((elsewhere / "build/report.json").read_bytes())["written"]
    files = sum(path.is_file() and not path.name.startswith(".") for path in before)
    assert {"made": 0, "changed": 0, "unchanged": files, "removed": 0} == written


def test_plain_mkdocs_makes_the_same_site(site, tmp_path):
    """In a clean checkout `mkdocs build --strict` passes and gives the same site as our own command."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=PROJECT, check=True, capture_output=True, encoding="utf-8").stdout.split("\0")
    for name in filter(None, names):
        if (PROJECT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, tmp_path / name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    finished = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, encoding="utf-8")
    assert finished.returncode == 0, finished.stdout + finished.stderr
    ours, theirs = tree(site), tree(tmp_path / "build/site")
    assert theirs.keys() == ours.keys()
    assert [] == [name for name in theirs if not alike(name, ours[name], theirs[name])]
