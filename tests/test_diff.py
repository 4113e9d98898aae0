"""What a change does to the site: two builds or two commits compared, told as text, JSON and Markdown."""

import json
import re
import shutil
import subprocess

import pytest
from builders import SMALL_CONTENT, tree
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, WRONG_USE
from generator.comparing.compare import compare
from generator.comparing.difference import Change, Difference
from generator.comparing.evidence import paired
from generator.comparing.sides import ArticleSeen, MentionSeen, PageSeen, RecordSeen, Rows, Side
from generator.comparing.telling import as_markdown, as_text
from generator.problems import Problem

HOSTILE = "<script>alert(1)</script> [x](javascript:y) `code` | www.evil.example @someone #1 \x1b[2J\u202e **b**"
PEOPLE = (
    "- {id: xi-jinping, kind: person, label: Xi Jinping, country: CN}\n"
    "- {id: president-xi, kind: person, label: President Xi}\n"
)
MERGE = "- {decision: merge, record: president-xi, into: xi-jinping, by: ed, on: 2026-11-24, why: one person}\n"


def git(folder, *arguments):
    """Run git in a folder."""
    own = ("-c", "user.name=ed", "-c", "user.email=ed@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a site whose last commit merges two names, while somebody works on an article."""
    folder = tmp_path / "repository"
    written = SMALL_CONTENT | {
        "authorities/people.yml": PEOPLE,
        "articles/undated/speech.md": "---\ntitle: A speech\n---\n\nPresident Xi said “we will go on” in Paris.\n",
    }
    for name, text in written.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "build/docs").mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "A")
    (folder / "content/decisions.yml").write_text(MERGE, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "B")
    monkeypatch.chdir(folder)
    return folder


def told(capsys, *arguments, code=DONE):
    """Run the command and give what it printed."""
    assert code == main(["diff", *arguments])
    return capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_a_merge_of_two_names_shows_in_the_summary(capsys):
    """The summary of a pull request says which names became one, where the address leads, and who is quoted now."""
    out = told(capsys, "HEAD^", "HEAD", "--markdown")
    assert "- <b>President Xi</b> is now <b>Xi Jinping</b> (president-xi → xi-jinping)\n" in out
    assert re.search(r"\| records \| (\d+) \| (\d+) \|", out).groups() == ("4", "3")
    assert "- moved&#58; entities/president-xi/ → entities/xi-jinping/\n" in out
    assert "- entity&#58; <b>Xi Jinping</b> 1 → 2\n" in out
    assert "### Mentions: 1 changed, 1 new" in out
    assert re.search(r"<b>we will go on</b> \(speech\)&#58; President Xi.* → Xi Jinping", out)


def test_what_is_not_committed_yet_is_compared_with_a_commit(repository, capsys):
    """Without a second commit the content as it stands is the later side; nothing but a temporary folder is written."""
    (repository / "content/articles/undated/protest.md").write_text("---\ntitle: A march\n---\n\nIn Lyon.\n", "utf-8")
    before = tree(repository / "content")
    changes = [json.loads(line) for line in told(capsys, "HEAD", "--json").splitlines()][1:]
    (article,) = [change for change in changes if change["what"] == "article"]
    assert ("changed", "protest", "A march") == (article["how"], article["key"], article["label"])
    assert "title: A protest → A march" in article["details"]
    assert "text: 4 → 2 words" not in article["details"]  # the rights of the former allowed no text
    assert before == tree(repository / "content")
    assert {} == tree(repository / "build")
    assert ["docs"] == [path.name for path in (repository / "build").iterdir()]
    assert "Nothing differs." in told(capsys, "HEAD", "HEAD")


def test_a_build_is_used_and_stays_as_it_is(repository, capsys):
    """Pages of a build that would be made again are shared, and no byte of the build changes."""
    assert DONE == main(["build", "--no-search", "--quiet"])
    before = tree(repository / "build")
    assert "President Xi is now Xi Jinping" in told(capsys, "HEAD^")
    assert before == tree(repository / "build")


def test_what_must_not_be_told_is_not_told(repository, capsys):
    """A list of redactions holds for a comparison as for a build, on both sides."""
    (repository / "list.yml").write_text(
        "- name: Xi Jinping\n  aliases: [President Xi]\n  replace: Somebody\n", "utf-8"
    )
    (repository / "content/articles/undated/speech.md").unlink()
    out = told(capsys, "HEAD", "--redactions", "list.yml", "--json")
    assert '"speech"' in out
    assert "Xi Jinping" not in out
    assert "President Xi" not in out
    assert "Somebody" in out


def test_a_site_in_a_folder_of_a_repository(repository, capsys, monkeypatch):
    """The content may lie anywhere in the repository, or be all of it."""
    (repository / "site").mkdir()
    for name in ("content", "mkdocs.yml", "overrides", "build"):
        (repository / name).rename(repository / "site" / name)
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "moved")
    (repository / "site/content/articles/undated/protest.md").unlink()
    monkeypatch.chdir(repository / "site")
    assert "articles 3 → 2" in told(capsys, "HEAD")
    git(repository / "site/content", "init", "--quiet")
    git(repository / "site/content", "add", ".")
    git(repository / "site/content", "commit", "--quiet", "--message", "all of it")
    assert "Nothing differs." in told(capsys, "HEAD")


def test_folders_of_builds(repository, capsys):
    """Two folders are compared without git; a problem that only the later one has gives exit code 1."""
    main(["build", "--no-search", "--quiet", "--build", "one"])
    (repository / "content/articles/undated/protest.md").write_text("---\ntitle: A\ngenre: novel\n---\n\nB.\n", "utf-8")
    main(["build", "--no-search", "--quiet", "--build", "two"])
    capsys.readouterr()
    out = told(capsys, "one", "two", code=CONTENT_HAS_PROBLEMS)
    assert "articles 3 → 2" in out
    assert "gone: A protest (protest)" in out
    assert "new: articles/undated/protest.md:3: 'genre' has an unknown value: 'novel'" in out
    assert "mended: articles/undated/protest.md:3" in told(capsys, "two", "one")
    assert "new: articles/undated/protest.md:3" in told(capsys, "HEAD", "two", code=CONTENT_HAS_PROBLEMS)


def test_an_address_that_would_be_lost_is_told_and_not_fatal(repository, capsys):
    """A pull request that loses an address sees that as a problem, beside all else that it does."""
    (repository / "content/addresses.txt").write_text("articles/protest/\n", "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "C")
    (repository / "content/articles/undated/protest.md").unlink()
    out = told(capsys, "HEAD", code=CONTENT_HAS_PROBLEMS)
    assert "an address that would be lost: 'articles/protest/'" in out
    assert "gone: articles/protest/" in out


@pytest.mark.usefixtures("repository")
def test_the_same_is_told_to_be_the_same(capsys):
    """Two times one commit differ in nothing."""
    assert "Nothing differs." in told(capsys, "HEAD", "HEAD")


@pytest.mark.parametrize("name", ["no-such-commit", "--output=x", "HEAD:content"])
def test_what_is_neither_commit_nor_build_is_wrong_use(repository, capsys, name):
    """An unknown name is told, and never taken for an option of git."""
    assert WRONG_USE == main(["diff", "--", name])
    assert "name a commit, or a folder of a build" in capsys.readouterr().err
    assert not (repository / "x").exists()


def test_a_commit_with_links_and_without_content(repository, capsys):
    """Only plain files of a commit are read, and one from before there was content counts as empty."""
    (repository / "content/articles/undated/link.md").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "D")
    assert "Nothing differs." in told(capsys, "HEAD^", "HEAD")
    git(repository, "checkout", "--quiet", "--orphan", "other")
    git(repository, "rm", "-r", "--quiet", "--cached", ".")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "E")
    assert "articles 0 → 3" in told(capsys, "other", "main")


def side(**members) -> Side:
    """Build a side of a comparison."""
    return Side("a side", **members)


def test_each_sort_of_change_is_found():
    """Articles, records, stories, addresses, facets, evidence and pages each tell what differs."""
    base = side(
        articles={"a": ArticleSeen("a", "A", "2021", genre="news", text="one two")},
        records={"x": RecordSeen("x", "person", "Ex", ("X.",)), "y": RecordSeen("y", "person", "Why")},
        mentions=Rows(1, (MentionSeen("a", "x", "body", "Ex", "Ex went."),)),
        pages=frozenset({"articles/a/", "old/", "gone/"}),
        texts={"articles/a/": PageSeen("A", "one two")},
        problems=(Problem("f.md", 3, "wrong"),),
    )
    head = side(
        articles={"a": ArticleSeen("a", "A", "2022", genre="news", story="a"), "b": ArticleSeen("b", "B", story="a")},
        records={"x": RecordSeen("x", "group", "Eks", ("X.", "Ex"))},
        mentions=Rows(0),
        pages=frozenset({"articles/a/", "articles/b/"}),
        texts={"articles/a/": PageSeen("A", "one")},
        fates={"old/": "articles/a/"},
        problems=(Problem("f.md", 9, "wrong"), Problem("f.md", 9, "wrong")),
    )
    found = {(one.what, one.how, one.key): one for one in compare(base, head).changes}
    assert ("published: 2021 → 2022", "story: none → a", "text: 2 → 0 words") == found[
        "article", "changed", "a"
    ].details
    assert ("kind: person → group",) == found["record", "changed", "x"].details
    assert {
        ("problem", "new", "f.md"),
        ("rename", "renamed", "x"),
        ("article", "new", "b"),
        ("record", "gone", "y"),
        ("story", "new", "a"),
        ("address", "new", "articles/b/"),
        ("address", "moved", "old/"),
        ("address", "gone", "gone/"),
        ("facet", "changed", "year: 2021"),
        ("mention", "gone", "x"),
        ("page", "changed", "articles/a/"),
    } <= found.keys()
    assert () == compare(base, base).changes


@given(
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 2))),
    st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 2))),
)
def test_pairing_accounts_for_every_row(before, after):
    """Each row cancels an equal one, is changed, new or gone; never two of these, and equal ones cancel first."""
    found = paired(before, after, lambda row: row[0], lambda row: row[1])
    assert len(before) - len(after) == len(found.gone) - len(found.new)
    assert not {*found.new} & {*found.gone}
    assert all(one[0] == other[0] and one[1] != other[1] for one, other in found.changed)
    assert len(found.changed) + len(found.gone) <= len(before)


def hostile(number: int) -> Difference:
    """Build a difference of which every text is hostile."""
    sorts = ("problem", "merge", "rename", "article", "address", "facet", "mention", "quotation", "figure", "page")
    text = f"{HOSTILE}\n# x\n{'very ' * 100}"
    changes = [Change(what, "new", text, text, text, text, (text,)) for what in sorts for _ in range(number)]
    return Difference(text, text, (), tuple(changes))


def test_no_text_means_anything_in_the_summary():
    """Markup of texts stays text, for CommonMark and for what a hosting site makes links of."""
    out = as_markdown(hostile(1))
    without = re.sub(r"</?(?:b|code)>", "", out)
    assert not re.search(r"[<>`*\[\]@|\x1b\u202e]|www\.|(?<!&)#1", without)
    assert all(line.startswith(("- ", "## ", "### ", "From ")) for line in out.splitlines() if line)


def test_nothing_reaches_the_terminal_as_a_command():
    """Lines of text hold nothing that a terminal obeys."""
    assert all(line.isprintable() for line in as_text(hostile(1)))


def test_large_differences_are_bounded():
    """Of each sort the first are told and the number of the others; a summary has a longest length."""
    lines = list(as_text(hostile(70)))
    assert 10 == sum("and 50 more" in line for line in lines)
    assert len(lines) < 250
    assert "- and 67 more" in as_markdown(hostile(70), 3)
    out = as_markdown(hostile(3000), 3000)
    assert len(out.encode()) < 1_000_000
    assert "The rest is too long for a summary" in out
