"""A site of one's own: `cuttings init`, and the package as people install it, away from the repository."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from builders import tree
from conftest import ROOT
from page_text import links_of

from generator.cli import main
from generator.commands.shared import DONE, WRONG_USE
from generator.model import Site
from generator.pages.correcting import wrong_link
from generator.sections import SECTIONS
from generator.theme import theme_folder

OWN_STARTER = ROOT / "generator/starter"
STARTED = {
    *(".github/workflows/check.yml", ".github/workflows/publish.yml", ".gitignore", ".pre-commit-config.yaml"),
    *("Makefile", "README.md", "mkdocs.yml", "requirements.txt", "overrides/README.md", "build/docs/.gitkeep"),
    *("content/pages/home.md", "content/pages/about.md", "content/authorities/records.yml", "content/decisions.yml"),
}
"""Files that a new site must have."""


class Settings(yaml.SafeLoader):
    """Reads mkdocs.yml, where a variable of the environment stands for a value."""


Settings.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[1])


def settings(path):
    """Read the settings of a site."""
    return yaml.load(path.read_text(encoding="utf-8"), Settings)


def started(folder, *options):
    """Start a site and give its folder."""
    assert DONE == main(["init", "--quiet", *options, str(folder)])
    return folder


def test_a_new_site_has_all_that_a_repository_needs(tmp_path):
    """Content, settings, a place for changes of the theme, commands, checks and publishing are there."""
    site = started(tmp_path / "field-notes")

    assert {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} >= STARTED
    assert "Field notes" == settings(site / "mkdocs.yml")["site_name"]
    assert (site / "README.md").read_text(encoding="utf-8").startswith("# Field notes\n")
    left = [path for path in site.rglob("*") if path.is_file() and "SITE_" in path.read_text().replace("SITE_URL", "")]
    assert [] == left


def test_the_name_of_a_site_is_data(tmp_path):
    """A name that means something in YAML stands in the settings as it was given."""
    name = "No: 'a' # {{ b }}"
    site = started(tmp_path / "x", "--name", name)

    assert name == settings(site / "mkdocs.yml")["site_name"]
    assert DONE == main(["check", "--quiet", "--content", str(site / "content")])


def test_what_is_there_is_not_touched(tmp_path, capsys):
    """A folder that holds a file is refused with its name, as is a file; a fresh repository of git is empty."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("mine")
    (tmp_path / "fresh/.git").mkdir(parents=True)

    assert WRONG_USE == main(["init", str(tmp_path / "notes")])
    assert "notes holds mine.txt (name a new or an empty folder)" in capsys.readouterr().err
    assert WRONG_USE == main(["init", str(tmp_path / "notes/mine.txt")])
    assert ["mine.txt"] == [path.name for path in (tmp_path / "notes").iterdir()]
    assert DONE == main(["init", "--quiet", str(tmp_path / "fresh")])


def test_no_package_of_an_unknown_index_is_asked_for(tmp_path, capsys):
    """Run from its source, a site's requirements name a wheel that is to be put there, and the command says so."""
    assert DONE == main(["init", str(tmp_path / "a")])

    wanted = (tmp_path / "a/requirements.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert wanted.startswith("./wheels/cuttings-")
    assert wanted[2:] in capsys.readouterr().err


def test_init_tells_as_json_what_it_wrote(tmp_path, capsys):
    """With --json one object names the files."""
    assert DONE == main(["init", "--json", str(tmp_path / "a")])
    assert set(json.loads(capsys.readouterr().out)["written"]) >= STARTED


def test_the_content_of_a_new_site_has_no_problem(tmp_path, capsys):
    """What is there to show how it is done is right."""
    site = started(tmp_path / "a")

    assert DONE == main(["check", "--content", str(site / "content")])
    assert "1 articles and 7 records: no problems\n" == capsys.readouterr().out


def test_a_new_site_is_set_up_as_this_one():
    """But for its words a new site's settings are the repository's; its sections are the package's."""
    ours, theirs = settings(ROOT / "mkdocs.yml"), settings(OWN_STARTER / "mkdocs.yml")
    own = {"site_name", "site_description", "copyright", "nav"}

    assert {key: value for key, value in ours.items() if key not in own} == {
        key: value for key, value in theirs.items() if key not in own
    }
    assert [{name: page} for name, page in SECTIONS] == ours["nav"]  # add a new one in generator/sections.py too


@pytest.mark.parametrize("name", ["check", "publish"])
def test_workflows_of_a_new_site_use_the_same_actions(name):
    """Actions are pinned by commit, to those of this repository's workflows."""

    def used(workflow):
        lines = (line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses: " in line)
        return {line.split("uses: ")[1].replace("/restore@", "@").replace("/save@", "@") for line in lines}

    theirs = used(OWN_STARTER / f"dot-github/workflows/{name}.yml")
    assert theirs <= set().union(*map(used, (ROOT / ".github/workflows").glob("*.yml")))


@pytest.mark.parametrize("name", ["ISSUE_TEMPLATE/wrong.yml", "ISSUE_TEMPLATE/article.yml", "PULL_REQUEST_TEMPLATE.md"])
def test_a_new_site_asks_as_this_one(name):
    """The forms of issues and pull requests are the same."""
    ours, theirs = (ROOT / ".github" / name, OWN_STARTER / "dot-github" / name)
    assert ours.read_text(encoding="utf-8") == theirs.read_text(encoding="utf-8")


def test_the_form_has_the_field_that_a_link_fills_in():
    """The link beside each statement opens the form for mistakes and names a field of it, or nothing would arrive."""
    site = Site(name="", repository="https://github.com/owner/site")
    query = parse_qs(urlsplit(links_of(wrong_link(site, "one", "told"))[0]).query)
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / query.pop("template")[0]).read_text(encoding="utf-8"))
    assert query.keys() <= {"title", *(field["id"] for field in form["body"])}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build the wheel, install it into a fresh environment with the libraries of this one, give its `cuttings`."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(wheel, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    venv.create(folder / "venv", symlinks=True)
    python = folder / "venv/bin/python"
    command = [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index", built]
    subprocess.run(command, check=True, capture_output=True)
    (packages,) = (folder / "venv/lib").glob("python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "venv/bin/cuttings"


def run(*command, folder):
    """Run a command in a folder, with the installed program before all others, and give what it printed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["PATH"] = f"{Path(command[0]).parent}:{environment['PATH']}"
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout


def test_the_package_makes_the_site_of_the_repository(installed, tmp_path):
    """Installed from its wheel, away from the repository and its overrides, the program makes the same bytes."""
    run(sys.executable, "-m", "generator", "build", "--quiet", "--build", tmp_path / "ours", folder=ROOT)
    away = tmp_path / "away"
    shutil.copytree(ROOT / "content", away / "content")
    shutil.copy(ROOT / "mkdocs.yml", away)
    for name in ("build/docs", "overrides"):
        (away / name).mkdir(parents=True)
    run(installed, "build", "--quiet", folder=away)

    ours, theirs = tree(tmp_path / "ours/site"), tree(away / "build/site")
    assert {"index.html", "assets/stylesheets/cuttings.css", "pagefind/pagefind.js"} <= ours.keys()
    assert ours.keys() == theirs.keys()
    assert [] == [name for name, written in ours.items() if theirs[name] != written]


def test_a_new_site_is_made_as_its_readme_says(installed, tmp_path):
    """`make site` makes it of what `init` wrote; the owner's files stand before the theme's and may extend them."""
    run(installed, "init", "notes", folder=tmp_path)
    site = tmp_path / "notes"
    wheel = (site / "requirements.txt").read_text().splitlines()[-1]
    assert (site / wheel).is_file()
    run(installed, "check", "--json", folder=site)

    own = {
        "main.html": '{% extends "cuttings/main.html" %}{% block announce %}<p>Said above all.</p>{% endblock %}',
        "assets/images/favicon.svg": "<svg/>",
    }
    for name, text in own.items():
        (site / "overrides" / name).parent.mkdir(parents=True, exist_ok=True)
        (site / "overrides" / name).write_text(text)
    # make prepends nothing: it finds the installed program on the path
    run(installed.with_name("python"), "-c", "import subprocess as s; s.run(['make', 'site'], check=True)", folder=site)

    made = tree(site / "build/site")
    page = made["articles/1948-12-10-human-rights-declared/index.html"]
    assert b"Said above all." in page
    assert b"assets/stylesheets/cuttings.css" in page  # of the template that it extends
    assert b"<svg/>" == made["assets/images/favicon.svg"]
    assert (theme_folder() / "assets/stylesheets/cuttings.css").read_bytes() == made["assets/stylesheets/cuttings.css"]
    assert not [name for name in made if "readme" in name.lower()]


def test_the_source_distribution_has_what_the_wheel_is_made_of(tmp_path):
    """Package, theme and licence are in it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"overrides/main.html", "generator/quality.json", "generator/suggest/wellknown.txt", "LICENSE"}
    assert names >= wanted | {f"generator/starter/{path}" for path in ("mkdocs.yml", "dot-gitignore")}
