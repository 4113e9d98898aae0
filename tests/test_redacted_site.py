"""A redacted name is in no byte of anything that commands make, and a leak leaves the old site where it was."""

import getpass
import gzip
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from builders import SITE, SMALL_CONTENT, tree
from canaries import CONTENT, KEY, NAME, leaks
from conftest import ROOT
from test_build import PlainEngine

from generator.build import build
from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, WRONG_USE
from generator.problems import BuildError, ContentError
from generator.redacting import VARIABLE
from generator.redacting.content import Censor
from generator.redacting.entries import Redaction
from generator.redacting.leaks import check_files, check_for_leaks, entries_in
from generator.redacting.views import LARGEST, unpacked

LIST = f"- {{name: '{NAME}', replace: initials}}\n"
REDACTIONS = (Redaction(name=NAME, replace="initials"),)


@pytest.fixture(autouse=True)
def in_the_folder_of_mkdocs(monkeypatch):
    """Run commands where mkdocs.yml is."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def file(tmp_path):
    """Write a list of redactions."""
    path = tmp_path / "list.yml"
    path.write_text(LIST, "utf-8")
    return path


def test_the_look_for_names_finds_them(content_folder, tmp_path):
    """Without redactions the independent look finds the name in hundreds of files, so it can find it at all."""
    build(SITE, content_folder(CONTENT), tmp_path / "build", PlainEngine())
    assert len(leaks(tmp_path / "build")) > 50


@pytest.mark.parametrize("replace", ["initials", "nothing", "Witness A", None])
def test_no_byte_of_a_site_has_the_name(content_folder, tmp_path, capsys, replace):
    """With search, caches, logs and the report; an older site from before the redaction is gone as well."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    build(SITE, content, folder, PlainEngine())
    build(SITE, content, folder, PlainEngine(), redactions=[Redaction(name=NAME, replace=replace)])
    assert [] == leaks(folder)
    assert len(tree(folder / "site")) > 50
    printed = capsys.readouterr()
    assert "quex" not in f"{printed.out}{printed.err}".casefold()
    assert ("witness-a" in str([*tree(folder / "site")])) == (replace == "Witness A")


def test_the_command_builds_a_redacted_site(content_folder, tmp_path, file, capsys):
    """A real site with its theme and search, by the command, twice: the second build changes nothing."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    arguments = ["build", "--content", str(content), "--build", str(folder), "--redactions", str(file)]
    assert DONE == main(arguments)
    first = tree(folder / "site")
    assert DONE == main(arguments)
    assert first.keys() == tree(folder / "site").keys()
    assert [] == leaks(folder)
    printed = capsys.readouterr()
    assert "quex" not in f"{printed.out}{printed.err}".casefold()
    assert "Z. Q." in (folder / "site/articles/2022-02-06-z-q-held/index.html").read_text("utf-8")
    assert KEY not in json.dumps(json.loads((folder / "report.json").read_text("utf-8")))
    # What a machine is called, and where on it a site was built, concerns nobody either.
    ours = [str(tmp_path), str(ROOT), f"{Path.home()}/", f"/{getpass.getuser()}/", f"@{socket.gethostname()}"]
    made = {**tree(folder / "site"), **tree(folder / "docs"), "report.json": (folder / "report.json").read_bytes()}
    assert [] == [(name, one) for name, raw in made.items() for one in ours if one.encode() in raw]


def test_mkdocs_obeys_the_environment(content_folder, tmp_path):
    """`mkdocs build` by itself reads the list from the environment."""
    content = content_folder(CONTENT)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("  - cuttings\n", f"  - cuttings:\n      content: {content}\n")
    settings = settings.replace("docs_dir: build/docs", "docs_dir: out/docs")
    settings = settings.replace("site_dir: build/site", "site_dir: out/site").replace("custom_dir: overrides", "")
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (tmp_path / "overrides").mkdir()
    (tmp_path / "out/docs").mkdir(parents=True)
    environment = {"PATH": "/usr/bin:/bin", VARIABLE: LIST}
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(tmp_path / "mkdocs.yml")]
    finished = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", cwd=tmp_path, check=False
    )
    assert 0 == finished.returncode, finished.stderr
    assert "quex" not in finished.stderr.casefold()
    assert [] == leaks(tmp_path / "out")
    assert (tmp_path / "out/site/articles/2022-02-06-z-q-held/index.html").exists()


@pytest.mark.parametrize("command", ["check", "addresses", "stats"])
def test_commands_tell_no_name(content_folder, tmp_path, file, capsys, command):
    """What commands print and write has no name; the file of addresses gets redacted ones."""
    content = content_folder(CONTENT)
    main([command, "--content", str(content), "--build", str(tmp_path / "build"), "--redactions", str(file)])
    printed = capsys.readouterr()
    assert "quex" not in f"{printed.out}{printed.err}".casefold()
    if command == "addresses":
        assert "articles/2022-02-06-z-q-held/\n" in (content / "addresses.txt").read_text("utf-8")


def test_the_export_tells_no_name(content_folder, tmp_path, file):
    """The tables alone are redacted as well."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    main(["export", "--content", str(content), "--build", str(folder), "--redactions", str(file)])
    assert [] == leaks(folder)
    assert (folder / "site/data/articles.jsonl").read_text("utf-8")


def test_stats_without_the_list_leave_no_trace(content_folder, tmp_path):
    """A command that was not given the list does not put names into the cache of a redacted build."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    build(SITE, content, folder, PlainEngine(), redactions=REDACTIONS)
    main(["stats", "--content", str(content), "--build", str(folder), "--quiet"])
    assert [] == leaks(folder)


class Leaky(PlainEngine):
    """Puts a name on every page, as a theme or a fault of ours might, in one way of writing or another."""

    def __init__(self, said: str) -> None:
        self.said = said
        self.fingerprint = said.encode()

    def page(self, source, path):
        """Give the HTML of a page."""
        return f"{super().page(source, path)}{self.said}"


SAID = {
    "text": "met Jane Doe",
    "slug": '<a href="../x/jane-doe-held/"></a>',
    "references": "&#74;ane &#x44;oe",
    "named references": "J&aacute;ne&nbsp;Doe",
    "twice": "&amp;#74;ane Doe",
    "percent": "x?q=J%61ne%20Doe",
    "json": '{"a":"\\u004aane\\u0020\\u0044oe"}',
    "line end": '{"a":"Jane\\nDoe"}',
    "bytes": "\\x4aane Doe",
    "tags": "<strong>Ja</strong>ne <em>Doe</em>",
    "full width": "ＪＡＮＥ ＤＯＥ",
    "last word first": "Doe, Jane",
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_a_leak_is_found_in_every_way_of_writing(said):
    """References, escapes, percent signs, tags and forms hide no name; other names are not meant."""
    censor = Censor([Redaction(name="Ann Roe"), Redaction(name="Jane Doe")], {})
    assert {1} == entries_in("x/index.html", f"<p>{said}</p>".encode(), censor)
    assert set() == entries_in("x/index.html", b"Janet Doerr, Ann and Jane Roe", censor)


def test_a_leak_leaves_the_old_site(content_folder, tmp_path):
    """The place is told with the number of the entry and without the name, and the site that was there stays."""
    content, folder = content_folder(SMALL_CONTENT), tmp_path / "build"
    redactions = [Redaction(name="Ann Roe"), Redaction(name="Jane Doe")]
    build(SITE, content, folder, PlainEngine(), redactions=redactions, search=False)
    before = tree(folder / "site")
    with pytest.raises(ContentError) as raised:
        build(SITE, content, folder, Leaky("met Jane Doe"), redactions=redactions, search=False)
    told = str(raised.value)
    assert "site/index.html:1: holds entry 2 of the redactions" in told
    assert "more files" in told
    assert not {"jane", "doe"} & set(told.casefold().replace("/", " ").split())
    assert before == tree(folder / "site")
    build(SITE, content, folder, PlainEngine(), redactions=redactions, search=False)
    assert before == tree(folder / "site")


def test_a_leak_in_a_name_of_a_file_or_in_what_is_packed_is_told(tmp_path):
    """What stands in an address counts, and is told without it; gzip hides nothing."""
    site, censor = tmp_path / "site", Censor([Redaction(name="Jane Doe")], {})
    (site / "a").mkdir(parents=True)
    (site / "a/jane-doe.csv").write_text("x", "utf-8")
    (site / "a/b.pf_fragment").write_bytes(gzip.compress("pagefind_dcd{Jané Doe}".encode()))
    with pytest.raises(ContentError) as raised:
        check_for_leaks(tmp_path, site, censor)
    assert [
        "site/a/b.pf_fragment:1: holds entry 1 of the redactions",
        "site/a/redacted.csv:1: holds entry 1 of the redactions",
    ] == [str(problem).partition(" (")[0] for problem in raised.value.problems]
    check_files([("data/jane-doe", b"")], None)
    with pytest.raises(ContentError, match="data/redacted"):
        check_files([("data/jane-doe", b"")], censor)
    with pytest.raises(ContentError, match="data/a"):
        check_files([("data/a", b"Jane Doe")], censor)


def test_a_damaged_packed_file_is_looked_at_as_it_is():
    """What only begins like a packed file is read as bytes; what would never end is refused."""
    assert b"\x1f\x8bJane" == unpacked(b"\x1f\x8bJane")
    with pytest.raises(BuildError, match="bytes"):
        unpacked(gzip.compress(bytes(LARGEST + 1), 1))


def test_short_words_are_told_from_the_words_of_the_site(content_folder, tmp_path):
    """A name of one short word does not fail on the site's own small words, but does where it stands as a name."""
    content, folder = content_folder(SMALL_CONTENT), tmp_path / "build"
    build(SITE, content, folder, Leaky(" it may <main></main>"), redactions=[Redaction(name="Main")], search=False)
    with pytest.raises(ContentError, match="holds entry 1"):
        build(SITE, content, folder, Leaky(" by Main &"), redactions=[Redaction(name="Main")], search=False)


def test_a_pattern_that_is_left_is_a_leak(content_folder, tmp_path):
    """Patterns are looked for as well."""
    content, folder = content_folder(SMALL_CONTENT), tmp_path / "build"
    with pytest.raises(ContentError, match="holds entry 1"):
        build(SITE, content, folder, Leaky("12345-1"), redactions=[Redaction(pattern=r"\d{5}-\d")], search=False)


def test_no_redactions_after_some_build_everything_anew(content_folder, tmp_path):
    """The same site as ever comes back when the list is gone."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    content.joinpath("addresses.txt").unlink()
    build(SITE, content, folder, PlainEngine(), search=False)
    before = tree(folder / "site")
    build(SITE, content, folder, PlainEngine(), redactions=REDACTIONS, search=False)
    build(SITE, content, folder, PlainEngine(), search=False)
    assert before == tree(folder / "site")


def test_errors_tell_no_name(content_folder, tmp_path, file, monkeypatch, capsys):
    """A file that cannot be read is told without the name that is in its own."""
    content = content_folder(CONTENT)
    (content / f"articles/2022/{KEY}-unreadable.md").mkdir()
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    arguments = ["check", "--content", str(content), "--build", str(tmp_path / "build")]
    assert WRONG_USE == main([*arguments, "--redactions", str(file)])
    assert "Is a directory" in (told := capsys.readouterr().err)
    assert "quex" not in told.casefold()
    assert WRONG_USE == main([*arguments, "--redactions", str(tmp_path / "nowhere")])
    assert f"{tmp_path}/nowhere" in capsys.readouterr().err


def test_images_do_not_come_into_a_site(content_folder, tmp_path):
    """Pictures beside articles and pages, with all that cameras write into them, are no part of it."""
    picture = b"\x89PNG\r\n\x1a\neXIf GPS 43.8 87.6"
    page = "---\ntitle: About\n---\n\n![A house](house.png) <img src=house.png>\n"
    files = {"pages/about.md": page, "pages/house.png": picture, "articles/house.png": picture, "house.jpg": picture}
    build(SITE, content_folder(files), tmp_path / "build", PlainEngine(), search=False)
    made = tree(tmp_path / "build")
    assert [] == [name for name, raw in made.items() if "house.png" in name or b"GPS 43.8" in raw]
    assert b"<img" not in made["docs/about.md"]


def test_a_comparison_tells_no_name(content_folder, tmp_path, file, capsys):
    """What a pull request changes is told in public."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    for arguments in (
        ("init", "--quiet"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "One"),
    ):
        subprocess.run(["git", "-C", str(tmp_path), *arguments], check=True)
    article = content / "articles/undated/a-second-report.md"
    article.write_text(article.read_text("utf-8") + f"\n{NAME} was freed.\n", "utf-8")
    arguments = ["--content", str(content), "--build", str(folder), "--redactions", str(file), "--markdown"]
    assert DONE == main(["diff", "HEAD", *arguments])
    printed = capsys.readouterr()
    assert "a-second-report" in printed.out
    assert "quex" not in f"{printed.out}{printed.err}".casefold()


def test_a_bad_list_stops_before_anything_is_made(content_folder, tmp_path, file, capsys):
    """A list with a fault is wrong content, told by line."""
    file.write_text("- {name: Jane Doe, replac: x}\n", "utf-8")
    folder = tmp_path / "build"
    arguments = ["build", "--content", str(content_folder(SMALL_CONTENT)), "--build", str(folder)]
    assert CONTENT_HAS_PROBLEMS == main([*arguments, "--redactions", str(file)])
    assert f"{file}:1: unknown key" in capsys.readouterr().err
    assert not folder.exists()
