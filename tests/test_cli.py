"""The commands as people run them: exit codes, what is printed where, and what stands on the disk afterwards."""

import json
import subprocess
import sys

import pytest
from builders import BROKEN_ARTICLE, SMALL_CONTENT, tree
from conftest import ROOT

from generator import __version__
from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, WRONG_USE
from generator.holding import LOCK

BROKEN_LINE = (
    "articles/undated/broken.md:3: 'genre' has an unknown value: 'novel' "
    "(one of news, analysis, opinion, statement, report, interview)"
)


@pytest.fixture(autouse=True)
def in_the_folder_of_mkdocs(monkeypatch):
    """Run commands where mkdocs.yml is."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def content(content_folder):
    """Write a small content folder."""
    return content_folder(SMALL_CONTENT)


@pytest.fixture
def broken(content, content_folder):
    """Write a small content folder in which one article is broken."""
    content_folder(BROKEN_ARTICLE)
    return content


def test_check_of_good_content(content, capsys):
    """Good content is told in one line, and exits 0; quietly nothing is said."""
    assert DONE == main(["check", "--content", str(content)])
    assert ("2 articles and 1 records: no problems\n", "") == capsys.readouterr()
    assert DONE == main(["check", "--quiet", "--content", str(content)])
    assert ("", "") == capsys.readouterr()


def test_check_of_bad_content(broken, capsys):
    """Every problem is a line, and the exit code is 1, quietly or not."""
    for options in ([], ["--quiet"]):
        assert CONTENT_HAS_PROBLEMS == main(["check", *options, "--content", str(broken)])
        assert (f"{BROKEN_LINE}\n", "") == capsys.readouterr()


def test_check_as_json(broken, capsys):
    """With --json each problem is an object on a line, and nothing else is printed."""
    assert CONTENT_HAS_PROBLEMS == main(["check", "--json", "--content", str(broken)])
    (line,) = capsys.readouterr().out.splitlines()
    assert {
        "path": "articles/undated/broken.md",
        "line": 3,
        "message": "'genre' has an unknown value",
        "value": "novel",
        "hint": "one of news, analysis, opinion, statement, report, interview",
    } == json.loads(line)


def test_check_as_json_of_good_content_is_empty(content, capsys):
    """No problem is no line."""
    assert DONE == main(["check", "--json", "--content", str(content)])
    assert ("", "") == capsys.readouterr()


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_a_folder_that_is_not_there_is_wrong_use(command, tmp_path, capsys):
    """The missing folder is named with what to do, without a traceback."""
    missing = tmp_path / "missing"
    assert WRONG_USE == main([command, "--content", str(missing), "--build", str(tmp_path / "build")])
    out, err = capsys.readouterr()
    assert "" == out
    assert f"cuttings: {missing}: is not there (run cuttings in the folder that holds mkdocs.yml)\n" == err
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("command", ["build", "export"])
def test_another_folder_than_that_of_mkdocs_is_wrong_use(command, content, tmp_path, monkeypatch, capsys):
    """A site is made where its settings are."""
    monkeypatch.chdir(tmp_path)
    assert WRONG_USE == main([command, "--content", str(content)])
    assert capsys.readouterr().err.startswith("cuttings: mkdocs.yml: is not there")


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["check", "--unknown"], ["build", "--jobs", "many"]])
def test_wrong_use_exits_2(arguments, capsys):
    """Unknown commands and options are told with the usage."""
    with pytest.raises(SystemExit) as exited:
        main(arguments)
    assert WRONG_USE == exited.value.code
    assert capsys.readouterr().err.startswith("usage: cuttings")


def test_export_makes_the_tables_alone(content, tmp_path, capsys):
    """Tables are made without a site, and are those that a build makes."""
    folder = tmp_path / "build"
    assert DONE == main(["export", "--content", str(content), "--build", str(folder)])
    assert "" == capsys.readouterr().err
    made = {name: written for name, written in tree(folder).items() if name != LOCK}
    tables = ("articles", "records", "mentions", "quotations", "figures")
    assert {f"site/data/{name}.{form}" for name in tables for form in ("jsonl", "csv")} <= made.keys()
    assert all(name.startswith("site/data/") for name in made)
    rows = [json.loads(line) for line in made["site/data/articles.jsonl"].splitlines()]
    assert ["2022-02-06-khan-meets-xi", "protest"] == [row["id"] for row in rows]


def test_export_tells_what_it_left_out(broken, tmp_path, capsys):
    """A problem goes to standard error, so that output stays clean, and the good articles are exported."""
    main(["export", "--content", str(broken), "--build", str(tmp_path / "build")])
    assert ("", f"{BROKEN_LINE}\n") == capsys.readouterr()
    assert b'"broken"' not in (tmp_path / "build/site/data/articles.jsonl").read_bytes()


def run(*arguments):
    """Run the command in a process of its own, as people do."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_build_leaves_a_broken_article_out_and_strict_leaves_the_old_site(broken, tmp_path):
    """A build tells and goes on; a strict build fails and changes no byte of the site that is there."""
    folder = tmp_path / "build"
    options = ("--no-search", "--content", broken, "--build", folder)
    built = run("build", *options)
    assert (DONE, f"{BROKEN_LINE}\n") == (built.returncode, built.stderr)
    assert built.stdout.startswith(f"{folder / 'site'}: 2 articles, 3 records, 1 problem")
    before = tree(folder / "site")
    assert {"index.html", "articles/protest/index.html", "entities/xi-jinping/index.html"} <= before.keys()
    assert not [name for name in before if "broken" in name]
    assert b"broken.md" in before["about/corpus/index.html"]

    (broken / "articles/undated/protest.md").unlink()
    strict = run("build", "--strict", *options)
    assert (CONTENT_HAS_PROBLEMS, BROKEN_LINE) == (strict.returncode, strict.stderr.strip())
    assert before == tree(folder / "site")


def test_build_as_json_prints_the_report(content, tmp_path):
    """With --json a build prints one object, which is the report that it writes."""
    folder = tmp_path / "build"
    built = run("build", "--json", "--no-search", "--content", content, "--build", folder)
    assert (DONE, "") == (built.returncode, built.stderr)
    report = json.loads(built.stdout)
    assert json.loads((folder / "report.json").read_text(encoding="utf-8")) == report
    assert ([], 2) == (report["problems"], report["articles"])


def test_the_version_is_told(capsys):
    """The version is that of the package."""
    with pytest.raises(SystemExit) as exited:
        main(["--version"])
    assert DONE == exited.value.code
    assert f"cuttings {__version__}\n" == capsys.readouterr().out
