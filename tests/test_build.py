"""The build as a whole: what it writes, what it leaves alone, and that the old site stands whatever happens."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from builders import BROKEN_ARTICLE, SITE, SMALL_CONTENT, tree
from conftest import ROOT

from generator.addresses import PagePath, address
from generator.build import build, generate
from generator.problems import BuildError, ContentError
from generator.rendering.markdown import rendered
from generator.writing import MARKER, ForeignFolderError, Written


class PlainEngine:
    """Stands for an engine and its theme: a page is its headings and paragraphs, everything else is copied."""

    navigation = frozenset({PagePath("index.md")})
    fingerprint = b"plain"

    def render(self, docs: Path, site: Path) -> None:
        """Render every page without a frame."""
        for name, content in tree(docs).items():
            page = name.endswith(".md")
            path = site / (f"{address(PagePath(name))}index.html" if page else name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.page(content.decode(), PagePath(name)).encode() if page else content)

    def page(self, source: str, path: PagePath) -> str:
        """Give the HTML of a page."""
        return f"<!doctype html>{rendered(source, path).content}"


class BrokenEngine(PlainEngine):
    """Fails when it has begun."""

    fingerprint = b"broken"

    def render(self, docs: Path, site: Path) -> None:
        """Write half a page."""
        site.mkdir()
        (site / "index.html").write_text(f"half of {len(tree(docs))} pages", encoding="utf-8")
        raise BuildError("the engine failed")


class CarelessEngine(PlainEngine):
    """Puts a link that leads nowhere on every page."""

    fingerprint = b"careless"

    def page(self, source: str, path: PagePath) -> str:
        """Give the HTML of a page."""
        return f'{super().page(source, path)}<a href="nowhere/">x</a>'


@pytest.fixture
def content(content_folder):
    """Write a small content folder."""
    return content_folder(SMALL_CONTENT)


def test_a_second_run_writes_nothing(content, tmp_path):
    """Files are written only where their bytes differ."""
    docs = tmp_path / "docs"
    first = generate(SITE, content, docs)
    times = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    second = generate(SITE, content, docs)
    number = len(tree(docs).keys() - {MARKER})
    assert Written(made=number, changed=0, unchanged=0, removed=0) == first.written
    assert Written(made=0, changed=0, unchanged=number, removed=0) == second.written
    assert times == {path: path.stat().st_mtime_ns for path in docs.rglob("*")}


def test_a_deleted_article_leaves_no_file(content, tmp_path):
    """What this run did not make is removed, with the folders that it leaves empty."""
    docs = tmp_path / "docs"
    generate(SITE, content, docs)
    assert (docs / "articles/protest/citation.bib").exists()
    (content / "articles/undated/protest.md").unlink()
    generate(SITE, content, docs)
    assert [] == [name for name in tree(docs) if "protest" in name]
    assert not (docs / "articles/protest").exists()
    generate(SITE, content, tmp_path / "fresh")
    assert tree(tmp_path / "fresh") == tree(docs)


def test_an_edited_article_changes_what_tells_of_it(content, tmp_path):
    """After an edit the folder is the same as one made from nothing."""
    docs = tmp_path / "docs"
    generate(SITE, content, docs)
    path = content / "articles/undated/protest.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Paris", "Beijing"), encoding="utf-8")
    again = generate(SITE, content, docs)
    generate(SITE, content, tmp_path / "fresh")
    assert tree(tmp_path / "fresh") == tree(docs)
    assert 0 < again.written.changed < len(tree(docs))
    assert again.written.unchanged > 0


def test_a_foreign_folder_is_refused_and_untouched(content, tmp_path):
    """A folder that holds files of somebody else is never emptied."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "diary.md").write_text("Dear diary", encoding="utf-8")
    with pytest.raises(ForeignFolderError, match="was not made by cuttings"):
        generate(SITE, content, docs)
    assert {"diary.md": b"Dear diary"} == tree(docs)


def test_a_folder_with_placeholders_of_git_is_ours_to_fill(content, tmp_path):
    """A clean checkout has the folder with its placeholder, which stays."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / ".gitkeep").touch()
    generate(SITE, content, docs)
    assert {".gitkeep", MARKER, "index.md"} <= tree(docs).keys()


def test_a_broken_article_is_left_out_and_told(content, content_folder, tmp_path):
    """The rest of the site is the same as if the broken file were not there, but for the account of it."""
    generate(SITE, content, tmp_path / "good")
    content_folder(BROKEN_ARTICLE)
    generation = generate(SITE, content, tmp_path / "docs")
    assert ["articles/undated/broken.md:3"] == [f"{problem.path}:{problem.line}" for problem in generation.problems]
    good, docs = tree(tmp_path / "good"), tree(tmp_path / "docs")
    assert good.keys() == docs.keys()
    assert ["about/corpus.md"] == [name for name in good if good[name] != docs[name]]
    assert b"articles/undated/broken.md, line 3" in docs["about/corpus.md"]


def test_strict_writes_nothing_where_anything_is_wrong(content, content_folder, tmp_path):
    """With strict a problem is a failure before the first file is written."""
    content_folder(BROKEN_ARTICLE)
    with pytest.raises(ContentError) as caught:
        generate(SITE, content, tmp_path / "docs", strict=True)
    assert "articles/undated/broken.md" == caught.value.problems[0].path
    assert not (tmp_path / "docs").exists()


def test_the_finished_site_takes_the_place_of_the_old_one(content, tmp_path):
    """The site is a link to a folder beside it; the next build fills the other one."""
    folder = tmp_path / "build"
    report = build(SITE, content, folder, PlainEngine(), search=False)
    first = (folder / "site").resolve()
    build(SITE, content, folder, PlainEngine(), search=False)
    assert {"index.html", "articles/protest/index.html", "data/articles.jsonl"} <= tree(folder / "site").keys()
    assert first != (folder / "site").resolve()
    assert (2, 3) == (report.articles, report.records)
    assert 2 == msgspec.json.decode((folder / "report.json").read_bytes())["articles"]


@pytest.mark.parametrize("fault", ["broken article", "engine", "broken link", "foreign docs"])
def test_whatever_fails_the_old_site_stands(content, content_folder, tmp_path, fault):
    """Problems under strict, a failing engine, a link that leads nowhere: not a byte of the old site changes."""
    folder = tmp_path / "build"
    build(SITE, content, folder, PlainEngine(), search=False)
    before = tree(folder / "site")
    path = content / "articles/undated/protest.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Paris", "Berlin"), encoding="utf-8")

    engines = {"engine": BrokenEngine(), "broken link": CarelessEngine()}
    if fault == "broken article":
        content_folder(BROKEN_ARTICLE)
    elif fault == "foreign docs":
        shutil.rmtree(folder / "docs")
        (folder / "docs").mkdir()
        (folder / "docs" / "diary.md").touch()
    with pytest.raises((BuildError, ContentError)):
        build(SITE, content, folder, engines.get(fault, PlainEngine()), strict=True, search=False)
    assert before == tree(folder / "site")


def test_a_failed_build_leaves_the_way_free_for_the_next(content, tmp_path):
    """After a failure the next build needs no flag and makes the same site as a first one."""
    folder = tmp_path / "build"
    for _ in range(2):
        with pytest.raises(BuildError):
            build(SITE, content, folder, BrokenEngine(), search=False)
    build(SITE, content, folder, PlainEngine(), search=False)
    build(SITE, content, tmp_path / "fresh", PlainEngine(), search=False)
    assert tree(tmp_path / "fresh/site") == tree(folder / "site")


GENERATE = """
import sys
from pathlib import Path
from builders import BROKEN_ARTICLE, SITE, SMALL_CONTENT, tree
from generator.build import generate
generate(SITE, Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_same_content_gives_the_same_bytes_everywhere(content, tmp_path):
    """Neither the order of sets, the time zone, the language of the system nor the folder is in the output."""
    moved = tmp_path / "elsewhere" / "content"
    shutil.copytree(content, moved)
    made = []
    for seed, zone, source in (("1", "Asia/Shanghai", content), ("2", "America/Lima", moved)):
        docs = tmp_path / f"docs-{seed}"
        surroundings = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests"))),
        }
        command = [sys.executable, "-c", GENERATE, str(source), str(docs)]
        subprocess.run(command, env=surroundings, cwd=tmp_path, check=True)
        made.append(tree(docs))
    assert made[0] == made[1]
    assert not [name for name, written in made[0].items() if str(tmp_path).encode() in written]


@pytest.mark.parametrize("name", ["explore", "articles"])
def test_two_pages_of_one_address_are_told(content, content_folder, tmp_path, name):
    """An editor's page cannot take the place of a generated one without a word."""
    content_folder({f"pages/{name}.md": "---\ntitle: Mine\n---\n\nMine.\n"})
    generation = generate(SITE, content, tmp_path / "docs")
    assert generation.problems


def test_outlets_that_publish_are_in_their_index(content, content_folder, tmp_path):
    """A reader gets from the index to every outlet that has a page."""
    content_folder(
        {
            "articles/undated/a.md": "---\ntitle: A\nsource: {outlet: wion}\n---\n",
            "authorities/outlets.yml": "- {id: wion, kind: outlet, label: WION}\n",
        }
    )
    generate(SITE, content, tmp_path / "docs")
    assert (tmp_path / "docs/outlets/wion.md").exists()
    assert b'href="wion/"' in (tmp_path / "docs/outlets/index.md").read_bytes()
