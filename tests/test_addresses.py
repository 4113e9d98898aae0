"""Published addresses answer for ever: by a page, by a redirect, or by saying that something was taken down."""

import gzip
import re
import shutil
import subprocess

import msgspec
import pytest
from builders import SITE, tree
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_build import PlainEngine

from generator.addresses import address
from generator.build import build, generate
from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, WRONG_USE
from generator.formats.addresses_file import addresses_text, is_address, read_addresses
from generator.pages.lasting import lasting_pages
from generator.problems import ContentError
from generator.reading.content import read_content
from generator.report import Report
from generator.understanding import understand

ARTICLE = "---\ntitle: {0}\nrights: full\n---\n\n{1}\n"
CONTENT = {
    "articles/undated/protest.md": ARTICLE.format("A protest in Paris", "People met Xi Jinping in Paris."),
    "articles/undated/summit.md": ARTICLE.format("Summit ends", "Xi Jinping spoke. Jane Doe of Blue Kestrel listened."),
    "authorities/people.yml": (
        "- {id: xi-jinping, kind: person, label: Xi Jinping}\n"
        "- {id: jane-doe, kind: person, label: Jane Doe}\n"
        "- {id: blue-kestrel, kind: organisation, label: Blue Kestrel}\n"
    ),
    "pages/about.md": "---\ntitle: About\n---\n\nWhat this is.\n",
}
HEAD = "# Addresses\n"


@pytest.fixture(autouse=True)
def in_the_folder_of_mkdocs(monkeypatch):
    """Run commands where mkdocs.yml is."""
    monkeypatch.chdir(ROOT)


@pytest.fixture
def content(content_folder):
    """Write a content folder whose addresses are all listed."""
    folder = content_folder(CONTENT)
    assert DONE == main(["addresses", "--quiet", "--content", str(folder)])
    return folder


def edit(path, old, new):
    """Change a text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def take_down(content, *arguments):
    """Run the command on a content folder and the build folder beside it."""
    return main(["takedown", *arguments, "--content", str(content), "--build", str(content.parent / "build")])


def problems(content):
    """Give the lines that tell what is wrong with the content."""
    return [str(problem) for problem in understand(SITE, read_content(content))[1]]


def answer(content, tmp_path, where):
    """Build the pages and give what stands at an address without a page of its own."""
    docs = tmp_path / "docs"
    generate(SITE, content, docs)
    return (docs / where / "index.html").read_text("utf-8")


segments = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
addresses = st.lists(segments, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + "/")


@given(st.dictionaries(addresses, st.booleans()))
def test_what_is_entered_is_read(entered):
    """The file holds each address that was entered, once, sorted, with what became of it."""
    text = addresses_text("", entered)
    listed, faults = read_addresses(text.encode(), "addresses.txt")
    assert [] == faults
    assert sorted(entered) == [*listed]
    assert entered == {one: entry.taken_down for one, entry in listed.items()}
    assert text == addresses_text(text, {})


@given(st.text() | st.text("/.ab-A~%\\ ", max_size=12))
def test_an_address_never_leads_out_of_the_site(text):
    """Only plain names parted by slashes are addresses, so that a file's place can be made of them."""
    if is_address(text):
        assert text.isascii()
        assert text == text.lower()
        assert text.endswith("/")
        assert not {"", ".", ".."} & set(text[:-1].split("/"))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_told(raw):
    """Whatever stands in the file, each line is an address, a comment or a problem."""
    try:
        listed, faults = read_addresses(raw, "addresses.txt")
    except ContentError as error:
        listed, faults = {}, error.problems
    assert all(map(is_address, listed))
    assert all(fault.line > 0 and fault.hint for fault in faults)


def test_comments_and_lines_of_editors_stay():
    """What editors wrote stays as it is, below the comments and sorted."""
    text = "b/ -> a/\n# Ours\na/\n\nc/ taken down\n"
    assert "# Ours\na/\nb/ -> a/\nc/ taken down\nd/\n" == addresses_text(text, {"d/": False, "b/": False})


@pytest.mark.parametrize("line", ["/a/", "a", "a//b/", "../a/", "A/", "a/ gone", "a/ -> b", "a/ ->", "a/ -> ../b/"])
def test_a_line_that_is_no_address_fails_the_build(content, tmp_path, line):
    """The line is told with an example, and nothing is written."""
    (content / "addresses.txt").write_text(f"{HEAD}{line}\n", "utf-8")
    with pytest.raises(ContentError, match=r"addresses\.txt:2: no address of a page"):
        generate(SITE, content, tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


def test_listed_pages_are_pages_that_are_made(tmp_path):
    """What counts as a page with a lasting address is what a build makes, in the project's own content and others."""
    for folder in (ROOT / "content", ROOT / "tests/golden/site/content"):
        read = read_content(folder)
        generation = generate(SITE, folder, tmp_path / "docs")
        pages = lasting_pages(generation.corpus, read.pages)
        assert pages <= tree(tmp_path / "docs").keys()
        assert {address(page) for page in pages} >= {f"articles/{key}/" for key in read.articles}


def test_the_project_keeps_its_addresses():
    """Every page of the project's own site is listed."""
    read = read_content(ROOT / "content")
    corpus, _ = understand(SITE, read)
    assert [] == sorted({*map(address, lasting_pages(corpus, read.pages))} - read.addresses.keys())


def test_a_build_that_would_lose_an_address_leaves_the_old_site(content, tmp_path, capsys):
    """The lost address is an error with its line and what to do, exit code 1; the site that was there is whole."""
    folder = tmp_path / "build"
    build(SITE, content, folder, PlainEngine(), search=False)
    before = tree(folder / "site")
    (content / "articles/undated/protest.md").unlink()
    with pytest.raises(ContentError):
        build(SITE, content, folder, PlainEngine(), search=False)
    assert before == tree((folder / "site").resolve())
    assert CONTENT_HAS_PROBLEMS == main(["build", "--content", str(content), "--build", str(tmp_path / "other")])
    line = (content / "addresses.txt").read_text("utf-8").splitlines().index("articles/protest/") + 1
    assert (
        f"addresses.txt:{line}: an address that would be lost: 'articles/protest/' (bring its page back, or write "
        "'articles/protest/ -> ADDRESS' for where it went or 'articles/protest/ taken down')"
    ) in capsys.readouterr().err
    assert CONTENT_HAS_PROBLEMS == main(["check", "--content", str(content)])


def test_without_a_file_nothing_is_kept(content, tmp_path):
    """Whoever keeps no file of addresses may drop pages."""
    (content / "addresses.txt").unlink()
    (content / "articles/undated/protest.md").unlink()
    assert () == generate(SITE, content, tmp_path / "docs").new_addresses


def test_new_addresses_are_a_note_and_change_no_content(content, content_folder, tmp_path):
    """A build tells which addresses are new in its report, and the command enters them."""
    content_folder({"articles/undated/new.md": ARTICLE.format("New", "Nothing.")})
    before = tree(content)
    report = build(SITE, content, tmp_path / "build", PlainEngine(), search=False)
    assert before == tree(content)
    assert ("articles/new/",) == report.new_addresses
    written = msgspec.json.decode((tmp_path / "build/report.json").read_bytes(), type=Report)
    assert report.new_addresses == written.new_addresses
    assert [] == problems(content)
    assert DONE == main(["addresses", "--content", str(content)])
    assert "articles/new/\n" in (content / "addresses.txt").read_text("utf-8")


def test_a_renamed_article_leads_to_its_new_address(content, tmp_path):
    """The line of the file makes a small page with link, canonical address and no script, through several renames."""
    (content / "articles/undated/protest.md").rename(content / "articles/undated/march.md")
    edit(
        content / "addresses.txt",
        "articles/protest/\n",
        "articles/older/ -> articles/protest/\narticles/protest/ -> articles/march/\n",
    )
    assert [] == problems(content)
    for former in ("protest", "older"):
        page = answer(content, tmp_path, f"articles/{former}")
        assert '<link rel="canonical" href="../march/">' in page
        assert '<meta http-equiv="refresh" content="0; url=../march/">' in page
        assert '<a href="../march/">articles/march/</a>' in page
        assert "<script" not in page


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("articles/protest/ -> articles/nowhere/", "an address that leads nowhere"),
        ("articles/protest/ -> articles/protest/", "an address that leads nowhere"),
        ("articles/protest/ -> articles/b/\narticles/b/ -> articles/protest/", "an address that leads nowhere"),
    ],
)
def test_a_redirect_must_arrive(content, line, told):
    """A redirect to nothing, to itself or in a circle is told."""
    (content / "articles/undated/protest.md").unlink()
    edit(content / "addresses.txt", "articles/protest/\n", f"{line}\n")
    assert told in "\n".join(problems(content))


def test_a_line_may_not_contradict_a_page(content, tmp_path):
    """An article that was taken down cannot come back unseen, nor a page stand where a line leads away."""
    edit(content / "addresses.txt", "articles/protest/\n", "articles/protest/ taken down\n")
    edit(content / "addresses.txt", "articles/summit/\n", "articles/summit/ -> about/\n")
    told = "\n".join(problems(content))
    assert "an address that was taken down has a page: 'articles/protest/'" in told
    assert "an address that leads elsewhere has a page: 'articles/summit/'" in told
    with pytest.raises(ContentError):
        generate(SITE, content, tmp_path / "docs")


def test_a_merged_record_leads_to_the_one_that_stays(content, tmp_path):
    """Merges give redirects by themselves, by the ledger as by `redirect_from`, also where the kind is another."""
    entry = "- {decision: merge, record: jane-doe, into: xi-jinping}\n"
    (content / "decisions.yml").write_text(entry, "utf-8")
    edit(content / "authorities/people.yml", "label: Blue Kestrel", "label: Blue Kestrel, redirect_from: [kestrel]")
    edit(content / "addresses.txt", "explore/\n", "explore/\ntopics/kestrel/\n")
    assert [] == problems(content)
    assert 'url=../xi-jinping/"' in answer(content, tmp_path, "entities/jane-doe")
    assert 'url=../blue-kestrel/"' in answer(content, tmp_path, "entities/kestrel")
    assert 'url=../../entities/blue-kestrel/"' in answer(content, tmp_path, "topics/kestrel")


def test_a_record_that_no_article_names_leads_to_its_section(content, tmp_path):
    """A record may lose its last article without anybody's doing, and its address answers."""
    edit(content / "articles/undated/summit.md", "Blue Kestrel", "nobody")
    assert [] == problems(content)
    assert 'url=../"' in answer(content, tmp_path, "entities/blue-kestrel")


def test_a_record_made_private_is_not_dropped_unseen(content):
    """The address says the name, so an editor decides what becomes of it."""
    edit(content / "authorities/people.yml", "label: Jane Doe", "label: Jane Doe, private: true")
    (told,) = problems(content)
    assert "an address that would be lost: '[private]'" in told
    assert "jane-doe" not in told
    assert "take the line out if the address itself says too much" in told


def test_a_story_that_no_longer_is_leads_to_its_article(content, tmp_path):
    """Stories are found anew at each build; an address of one leads to the article that it was named after."""
    edit(content / "addresses.txt", "timeline/\n", "stories/summit/\ntimeline/\n")
    assert [] == problems(content)
    assert 'url=../../articles/summit/"' in answer(content, tmp_path, "stories/summit")


def test_a_broken_article_answers_that_it_is_not_shown(content, tmp_path):
    """A fault in one file stops nothing else, and its address says so until it is mended."""
    edit(content / "articles/undated/protest.md", "rights: full", "genre: novel")
    (told,) = problems(content)
    assert told.startswith("articles/undated/protest.md:3:")
    assert "<h1>Not shown</h1>" in answer(content, tmp_path, "articles/protest")


def traces(folder, needle):
    """Give the files below a folder in whose bytes or name a text stands, unpacked, but for the tombstone's address."""
    found = []
    for name, raw in tree(folder).items():
        unpacked = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
        bare = f"{name}\n".encode() + unpacked
        if needle.encode().lower() in bare.lower().replace(b"articles/summit/", b""):
            found.append(name)
    return found


def test_a_takedown_leaves_no_trace(content, tmp_path, capsys):
    """After the next build nothing of the article is in pages, index, exports, feeds, sitemap, caches or report."""
    folder = tmp_path / "build"
    edit(content / "authorities/people.yml", "label: Jane Doe", "label: Jane Doe, private: true")
    edit(content / "addresses.txt", "entities/jane-doe/\n", "")
    needles = ("Summit ends", "listened", "summit")
    for _ in range(2):  # so that both folders of the site hold it
        build(SITE, content, folder, PlainEngine())
    assert all(traces(folder, needle) for needle in needles)
    assert [] == traces(folder / "site", "jane-doe")
    assert DONE == take_down(content, "summit")
    assert "taken down: " in capsys.readouterr().out
    build(SITE, content, folder, PlainEngine())
    assert [] == problems(content)
    assert {needle: [] for needle in needles} == {needle: traces(folder, needle) for needle in needles}
    tombstone = (folder / "site/articles/summit/index.html").read_text("utf-8")
    assert "<h1>Taken down</h1>" in tombstone
    assert 'content="noindex"' in tombstone
    assert "summit" not in tombstone
    assert b"summit" not in (folder / "site/sitemap.xml").read_bytes()
    for output in ("docs", "site"):
        assert [] == traces(folder / output, "jane-doe") == traces(folder / output, "Jane Doe")


def test_a_takedown_without_an_index_forgets_that_of_before(content, tmp_path):
    """Where a build makes no index, the one that an earlier build kept goes too."""
    build(SITE, content, tmp_path / "build", PlainEngine())
    assert DONE == take_down(content, "summit", "--quiet")
    build(SITE, content, tmp_path / "build", PlainEngine(), search=False)
    assert [] == traces(tmp_path / "build", "Summit ends")


def test_a_takedown_is_done_once(content, capsys):
    """A second run says that it is done; an id that no article has is wrong use, with the nearest."""
    assert DONE == take_down(content, "summit")
    listed = (content / "addresses.txt").read_text("utf-8")
    assert "articles/summit/ taken down\n" in listed
    capsys.readouterr()
    assert DONE == take_down(content, "summit")
    assert "summit was taken down already" in capsys.readouterr().out
    assert listed == (content / "addresses.txt").read_text("utf-8")
    before = tree(content)
    for wrong in ("protst", "../pages/about", "*", ""):
        assert WRONG_USE == take_down(content, wrong)
    assert "did you mean 'protest'?" in capsys.readouterr().err
    assert before == tree(content)


def test_a_takedown_may_move_the_file(content, tmp_path):
    """The file can be kept outside of the content folder, and nowhere in it."""
    aside = content / "articles/aside"
    assert WRONG_USE == take_down(content, "summit", "--to", str(aside))
    written = (content / "articles/undated/summit.md").read_bytes()
    assert DONE == take_down(content, "summit", "--to", str(tmp_path / "aside"))
    assert written == (tmp_path / "aside/summit.md").read_bytes()
    assert not (content / "articles/undated/summit.md").exists()


def test_a_takedown_tells_where_more_is(content, content_folder, tmp_path, capsys):
    """Lines that name the article, and every path in the history of git, are told."""
    digest = "ab" * 32
    edit(
        content / "articles/undated/summit.md", "rights: full", f"source: {{document: Page One.txt, sha256: {digest}}}"
    )
    raw = f"raw/{digest[:12]}-page-one.txt"
    content_folder({"pages/about.md": "---\ntitle: About\n---\n\nSee summit.\n", raw: "Summit ends"})
    for arguments in (
        ("init", "--quiet"),
        ("add", "."),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "One"),
    ):
        subprocess.run([shutil.which("git"), "-C", str(tmp_path), *arguments], check=True)
    assert DONE == take_down(content, "summit")
    told = capsys.readouterr().out
    assert f"{content}/pages/about.md:5: still names it" in told
    paths = f"--path content/articles/undated/summit.md --path content/{raw}"
    assert f"git filter-repo --invert-paths {paths}\n" in told


LEDGER = """\
# Kept
- {decision: same-story, articles: [protest, summit], why: the summit}

# Also kept
- decision: same-story
  articles: [protest, summit, third]
  by: A
- {decision: not-a-name, names: [Paris]}
"""
PROPOSED = """\
# Proposed

# confidence 0.90, 2 mentions in 1 article
# summit: Blue Kestrel listened.
- {id: blue-kestrel-2, kind: organisation, label: Blue Kestrel Two}

# confidence 0.80, 3 mentions in 2 articles
# protest: Otto met Xi.
# summit: Otto listened.
- {id: otto, kind: person, label: Otto}
"""


def test_a_takedown_takes_everything_along(content, content_folder, tmp_path, capsys):
    """Raw documents, what the ledger and proposals say of it, the caches and the older site go by the one command."""
    folder = tmp_path / "build"
    raw = content_folder({"raw/0-one.txt": "x"}) / "raw"
    for _ in range(2):
        build(SITE, content, folder, PlainEngine(), search=False)
    digest = "ab" * 32
    edit(
        content / "articles/undated/summit.md",
        "rights: full",
        f"source: {{document: one.csv, sha256: {digest}, position: 2}}",
    )
    content_folder(
        {
            "decisions.yml": LEDGER,
            "authorities/proposed.yml": PROPOSED,
            "raw/0123456789ab-one.csv": "title,body\nSUMMIT ends,x\n",
            "raw/ba9876543210-one.csv": "title,body\nAnother,x\n",
            "raw/aaaa76543210-two.csv": "Summit ends\n",
        }
    )
    arguments = ["takedown", "summit", "--content", str(content), "--build", str(folder)]
    assert DONE == main(arguments)
    told = capsys.readouterr().out
    assert f"{content}/raw/ba9876543210-one.csv: may be the raw document" in told
    assert {"0-one.txt", "ba9876543210-one.csv", "aaaa76543210-two.csv"} == {path.name for path in raw.iterdir()}
    assert LEDGER.replace("- {decision: same-story, articles: [protest, summit], why: the summit}\n", "").replace(
        ", summit, third", ", third"
    ) == (content / "decisions.yml").read_text("utf-8")
    proposed = (content / "authorities/proposed.yml").read_text("utf-8")
    assert "Kestrel" not in proposed
    assert "# protest: Otto met Xi.\n- {id: otto" in proposed
    assert not (folder / "cache").exists()
    assert {"docs", "site", "report.json"} == {path.name for path in folder.iterdir() if path.name[0] != "."}
    assert 1 == len([*folder.glob(".site-?")])
    assert not (folder / "docs/articles/summit.md").exists()
    assert re.search(
        r"articles/summit/ taken down, document [0-9a-f]{16}\n", (content / "addresses.txt").read_text("utf-8")
    )


def test_a_ledger_that_cannot_be_read_is_left(content, content_folder):
    """What would make more faults than there are is left to a person."""
    ledger = "- {decision: same-story, articles: [protest,\nsummit]}\n- {decision: x\n"
    content_folder({"decisions.yml": ledger})
    assert DONE == take_down(content, "summit", "--quiet")
    assert ledger == (content / "decisions.yml").read_text("utf-8")


def test_what_was_taken_down_is_not_added_again(content, tmp_path, capsys):
    """Neither under its id, nor as the same document under another; other articles of the document are."""
    rows = [{"title": "One more summit", "published": "2022-02-06", "body": "Xi spoke."}, {"title": "Two", "body": "x"}]
    table = tmp_path / "rows.jsonl"

    def add():
        table.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
        return main(["add", str(table), "--keep", "--content", str(content)])

    assert DONE == add()
    assert DONE == take_down(content, "2022-02-06-one-more-summit")
    capsys.readouterr()
    assert CONTENT_HAS_PROBLEMS == add()
    told = capsys.readouterr().err
    assert (
        f"{table.name}:1: an article that was taken down (to add it all the same, take its line out of addresses.txt)"
        in told
    )
    assert "summit" not in told
    assert not [*(content / "raw").iterdir()]
    listed = (content / "addresses.txt").read_text("utf-8")
    (content / "addresses.txt").write_text(listed.replace("2022-02-06-one-more-summit", "renamed-since"), "utf-8")
    assert CONTENT_HAS_PROBLEMS == add()
    (content / "addresses.txt").write_text("", "utf-8")
    assert DONE == add()
