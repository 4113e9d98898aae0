"""Intake: files and web pages are read within limits; what breaks one is told, and the others go on."""

import gzip
import hashlib
import os
import re
from pathlib import Path

import pytest
from ingest_texts import BODY, ONE, page
from loopback import Loopback, answer

from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS
from generator.formats.articles import read_article
from generator.ingest import intake
from generator.ingest.add import add
from generator.ingest.readers import READERS
from generator.reading.content import read_content

GOOD = page("March 7, 2022", "Customs house of Harwick closes", BODY)
# The server answers from a thread; workers are forked from a process that has one only here.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def content(tmp_path):
    """Give the path of a content folder that is not there yet."""
    return tmp_path / "content"


@pytest.fixture
def raw(tmp_path):
    """Give a function that writes a raw file and gives its path."""

    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def network(request):
    """Give a function that starts a server with pages by path, and the network that leads to it."""

    def start(pages):
        here = Loopback(lambda path: pages[path])
        request.addfinalizer(here.close)
        return here

    return start


def text(body=GOOD, **headers):
    """Give an answer of plain text."""
    return answer(body.encode(), content_type="text/plain; charset=utf-8", **headers)


def test_a_fetched_page_becomes_an_article_that_says_where_it_was(content, network):
    """Its address, the day, the name of the document and the hash of its bytes."""
    here = network({"/a": answer(status="302 Found", location="/news/quay.txt?id=3"), "/news/quay.txt?id=3": text()})
    report = add(["http://example.org/a"], content, network=here)
    (written,) = report.outcomes
    article = read_article((content / written.path).read_bytes(), written.path)
    source = article.front.source
    assert ("written", "http://example.org/news/quay.txt?id=3") == (written.action, source.url)
    assert hashlib.sha256(GOOD.encode()).hexdigest() == source.sha256
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", source.retrieved)
    assert re.fullmatch(r"example\.org/news/quay-[0-9a-f]{8}\.txt", source.document)
    assert ((), ()) == (report.problems, read_content(content).problems)


def test_a_page_fetched_again_is_the_same_article(content, network):
    """A changed one updates it."""
    address = "http://example.org/quay"
    add([address], content, network=network({"/quay": text()}))
    again = add([address], content, network=network({"/quay": text()}))
    changed = add([address], content, network=network({"/quay": text(page(GOOD, "Nobody was hurt, it said."))}))
    assert ["unchanged", "updated"] == [report.outcomes[0].action for report in (again, changed)]


def test_a_page_may_not_speak_for_another_site(content, network):
    """An address that it gives itself counts on its own site; another is noted, and that which was fetched counts."""
    own = page(GOOD, "Source: https://www.example.org/the-story")
    other = page(f"{ONE} He spoke.", BODY, "Source: https://elsewhere.example/the-story")
    here = network({"/own": text(own), "/other": text(other)})
    one, two = add(["http://example.org/own", "http://example.org/other"], content, network=here).outcomes
    assert one.front.source.url == "https://www.example.org/the-story"
    assert two.front.source.url == "http://example.org/other"
    assert "the page says that its address is https://elsewhere.example/the-story" in two.notes


def html(*head, body=BODY):
    """Build a web page of an article."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body.split("\n\n"))
    return f"<html><head>{''.join(head)}</head><body><article><h1>Quay closes</h1>{paragraphs}</article></body></html>"


@pytest.mark.parametrize(
    ("canonical", "told"),
    [
        ("/the-story", "http://example.org/the-story"),
        ("https://www.example.org/s", "https://www.example.org/s"),
        ("https://elsewhere.example/s", "http://example.org/a"),
        ("javascript:alert(1)", "http://example.org/a"),
        ("http://[::1", "http://example.org/a"),
    ],
)
def test_a_web_page_names_its_address_within_its_site(content, network, canonical, told):
    """Relative to where it was fetched; what it says of other sites does not count."""
    here = network({"/a": answer(html(f'<link rel="canonical" href="{canonical}">').encode())})
    (outcome,) = add(["http://example.org/a"], content, network=here).outcomes
    assert (told, "example.org/a.html") == (outcome.front.source.url, outcome.front.source.document)
    assert ONE in outcome.text


@pytest.mark.parametrize(
    ("stated", "declared", "real"),
    [("windows-1251", "utf-8", "cp1251"), ("iso-8859-1", "windows-1251", "cp1251"), ("koi8-r", "", "koi8-r")],
)
def test_the_encoding_that_a_server_states_is_believed(content, network, stated, declared, real):
    """Before what the page declares, but for the one that servers state by habit."""
    body = html(f'<meta charset="{declared}">', body=BODY.replace("Harwick", "Харвик"))
    kind = f"text/html; charset={stated}"
    here = network({"/a": answer(body.encode(real, "replace"), content_type=kind)})
    (outcome,) = add(["http://example.org/a"], content, network=here).outcomes
    assert "the port city of Харвик" in outcome.text


def test_pages_that_cannot_be_had_stop_no_other(content, network, raw):
    """Files and addresses, in the order in which they are named."""
    here = network({"/gone": text(status="404 Not Found"), "/good": text(page(GOOD, "More of it came."))})
    paths = [
        "http://127.0.0.1/",
        raw("a.txt", GOOD),
        "http://example.org/gone",
        "http://example.org/good",
        "ftp://x.y/",
    ]
    report = add(paths, content, network=here)
    assert ["a.txt", "example.org/good.txt"] == [outcome.front.source.document for outcome in report.outcomes]
    assert [str(paths[index]) for index in (0, 2, 4)] == [problem.path for problem in report.problems]
    assert all(problem.message.startswith("not fetched: ") for problem in report.problems)


def test_the_same_address_is_fetched_once(content, network):
    """However often it is named."""
    here = network({"/a": text()})
    assert 1 == len(add(["http://example.org/a"] * 3, content, network=here, jobs=2).outcomes)


def test_no_option_leads_to_this_machine(content, capsys, monkeypatch):
    """The command refuses it, and says so."""
    monkeypatch.delenv("GITHUB_EVENT_NAME", raising=False)
    assert CONTENT_HAS_PROBLEMS == main(["add", "http://127.0.0.1:80/", "http://localhost/", "--content", str(content)])
    out, err = capsys.readouterr()
    assert "not fetched: 127.0.0.1 is 127.0.0.1, an address of this machine" in err
    assert "http://localhost/:1: not fetched: an address of a name that is not public" in err
    assert out.startswith("0 written")


def test_raw_documents_are_kept_where_that_is_asked_for(content, network, raw):
    """Files, tables and pages, as they came, once; what gave no article is not kept, and nobody reads them again."""
    table = '{"title": "A", "body": "x"}\n'
    here = network({"/quay": text()})
    paths = [
        raw("A file.TXT", GOOD.replace("7", "8")), raw("rows.jsonl", table), "http://example.org/quay",
        raw("menu.txt", "Home\nNews\nSport\nAbout\n"),
    ]  # fmt: skip
    add(paths, content, network=here)
    assert not (content / "raw").exists()
    add(paths, content, keep=True, dry_run=True, network=network({"/quay": text()}))
    assert not (content / "raw").exists()
    add(paths, content, keep=True, network=network({"/quay": text()}))
    kept = {path.name: path.read_bytes() for path in (content / "raw").iterdir()}
    assert sorted([GOOD.replace("7", "8").encode(), table.encode(), GOOD.encode()]) == sorted(kept.values())
    assert {"a-file.txt", "rows.jsonl", "quay.txt"} == {name.partition("-")[2] for name in kept}
    assert all(hashlib.sha256(held).hexdigest().startswith(name[:12]) for name, held in kept.items())
    assert () == read_content(content).problems


@pytest.fixture
def traps(monkeypatch):
    """Let the reader of plain text do what a hostile document might make it do."""
    read = READERS[".txt"]

    def trap(file, rights):
        if file.content == b"hang":
            while True:
                pass
        if file.content == b"grow":
            return bytearray(2 * intake.MEMORY)
        if file.content == b"break":
            os._exit(1)
        if file.content == b"fail":
            raise AssertionError("oh")
        return read(file, rights)

    monkeypatch.setitem(READERS, ".txt", trap)
    monkeypatch.setattr(intake, "SECONDS", 0.3)


@pytest.mark.usefixtures("traps")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_beyond_its_limits_is_a_problem_of_its_file(content, raw, jobs):
    """The others are added, and nothing of it is left."""
    bad = [raw(f"{word}.txt", word) for word in ("hang", "grow", "break", "fail")]
    paths = [bad[0], raw("one.txt", GOOD), *bad[1:], raw("two.txt", GOOD.replace("7", "8"))]
    report = add(paths, content, jobs=jobs)
    assert ["one.txt", "two.txt"] == [outcome.front.source.document for outcome in report.outcomes]
    told = {Path(problem.path).stem: problem.message for problem in report.problems}
    assert {"hang", "grow", "break", "fail"} == set(told)
    assert "takes over 0.3 seconds" == told["hang"]
    assert "needs over 512 MiB of memory" == told["grow"]
    assert 2 == len(list((content / "articles").rglob("*.*")))


def test_no_device_is_read(content):
    """What has no end is no document."""
    (problem,) = add([Path("/dev/zero")], content).problems
    assert "no file but a device, a pipe or a folder" == problem.message


def test_a_packed_page_is_read_as_the_page_it_is(content, network):
    """The hash is that of the page's bytes, not of their packing."""
    here = network({"/a": answer(gzip.compress(GOOD.encode()), content_type="text/plain", content_encoding="gzip")})
    (outcome,) = add(["http://example.org/a"], content, network=here).outcomes
    assert hashlib.sha256(GOOD.encode()).hexdigest() == outcome.front.source.sha256
