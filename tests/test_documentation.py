"""The documentation is held to the code: reference pages, examples, commands shown, links, and a strict build."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from reference import DOCS, commands, pages

from generator.cli import main, parser
from generator.commands.shared import DONE
from generator.formats.meanings import MEANINGS

GUIDES = sorted(path for path in DOCS.glob("*.md"))
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "generator" / "starter" / "README.md", *GUIDES]
NAMED = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in TEXTS}
EXAMPLE = re.compile(r'^```\w+ title="content/([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^ {4}(?:SITE_URL=\S+ )?(cuttings .*)$", re.MULTILINE)
NAMED_INLINE = re.compile(r"`cuttings ([a-z]+)")


@pytest.mark.parametrize(("name", "made"), list(pages()), ids=[name for name, _ in pages()])
def test_the_reference_is_that_of_the_code(name, made):
    """A command, option, key or column that is new stands in the reference (`make reference` writes it)."""
    assert made == (DOCS / name).read_text("utf-8")


def test_every_command_option_and_key_is_in_the_reference():
    """The pages hold what they are made of, whoever makes them."""
    told = {name: text for name, text in NAMED.items() if name.startswith("docs/")}
    for name, command in commands().items():
        assert f"\n## {name}\n" in told["docs/commands.md"]
        for action in command._actions:
            for option in action.option_strings[-1:]:
                assert option == "--help" or f"| `{option}" in told["docs/commands.md"], option
    for kind, keys in MEANINGS.items():
        for key in keys:
            assert f"| `{key}` |" in told["docs/formats.md"], (kind, key)


def test_every_option_says_what_it_is_for():
    """No option is a riddle, in the help and in the reference."""
    untold = [
        (name, action.dest) for name, command in commands().items() for action in command._actions if not action.help
    ]
    assert [] == untold


def test_commands_that_are_shown_can_be_typed():
    """Each command line in the documents has known commands, arguments and options."""
    shown = [(name, line) for name, text in NAMED.items() for line in SHOWN.findall(text)]
    assert len(shown) > 20
    for name, line in shown:
        if line.startswith("cuttings COMMAND") or name == "docs/commands.md":
            continue
        first = re.split(r" (?:&&|\|) ", line.replace("…", ""))[0]
        try:
            parser().parse_args(shlex.split(first, comments=True)[1:])
        except SystemExit:
            pytest.fail(f"{name}: {line}")


def test_commands_that_are_named_are_there():
    """No document names a command that is none, and each command is named in the README."""
    for name, text in NAMED.items():
        assert set(NAMED_INLINE.findall(text)) <= commands().keys(), name


def test_make_targets_that_are_named_are_there():
    """No document names a target that the Makefile lacks."""
    makefiles = {"README.md": ROOT, "generator/starter/README.md": ROOT / "generator" / "starter"}
    for name, text in NAMED.items():
        lines = (makefiles.get(name, ROOT) / "Makefile").read_text("utf-8")
        for target in re.findall(r"(?:`|^ {4})make ([a-z]+)", text, re.MULTILINE):
            assert re.search(rf"^{target}:", lines, re.MULTILINE), (name, target)


@pytest.mark.parametrize("name", [name for name, text in NAMED.items() if EXAMPLE.search(text)])
def test_examples_pass_the_check(name, content_folder, capsys, monkeypatch):
    """Each example file of a page is good content, alone or together with the records that the page shows."""
    monkeypatch.chdir(ROOT)
    shared = {path: text for page in NAMED.values() for path, text in EXAMPLE.findall(page) if "authorities/" in path}
    content = content_folder(shared | dict(EXAMPLE.findall(NAMED[name])))
    assert DONE == main(["check", "--content", str(content)]), capsys.readouterr().out


def test_the_article_in_the_readme_passes_the_check(tmp_path, capsys, monkeypatch):
    """What the README shows as an article is one, with the records of this repository."""
    monkeypatch.chdir(ROOT)
    shutil.copytree(ROOT / "content" / "authorities", tmp_path / "authorities")
    block = re.search(r"^ {4}---\n(?: {4}.*\n|\n)+", NAMED["README.md"], re.MULTILINE)
    path = tmp_path / "articles" / "2022" / "an-example.md"
    path.parent.mkdir(parents=True)
    path.write_text(re.sub(r"^ {4}", "", block[0], flags=re.MULTILINE), "utf-8")
    assert DONE == main(["check", "--content", str(tmp_path)]), capsys.readouterr().out


def test_links_between_documents_of_the_repository_lead_somewhere():
    """The README and its neighbours link to files that are there."""
    for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8")):
            assert (ROOT / target).exists(), (name, target)


def test_the_picture_is_small():
    """The README's picture of a site costs no reader much."""
    assert "docs/site.webp" in NAMED["README.md"]
    assert (DOCS / "site.webp").stat().st_size < 80_000


def test_the_documentation_builds_strictly(tmp_path):
    """The documents are a site of their own, without a broken link, and without a request to another host."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "docs.yml", "-d", str(tmp_path)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    built = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert 0 == built.returncode, built.stderr
    told = (tmp_path / "adding" / "index.html").read_text("utf-8")
    assert ["content/articles/2024/2024-05-01-harbour-strike.md", "content/authorities/outlets.yml"] == re.findall(
        r'<span class="filename">([^<]+)', told
    )
    for path in tmp_path.rglob("*.html"):
        asked = re.findall(
            r'<(?:script|img|iframe)[^>]* src="(https?:[^"]+)|<link rel="(?:stylesheet|preconnect)[^>]*"(https?:[^"]+)',
            path.read_text("utf-8"),
        )
        assert [] == asked, path
