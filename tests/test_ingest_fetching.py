"""Fetching: one page from a public machine, over a real socket, or a clear reason why there is none."""

import gzip
import itertools
import shutil
import ssl
import subprocess
import time
from datetime import UTC, datetime

import pytest
from loopback import PUBLIC, Loopback, answer

from generator.bounded import bounded
from generator.cli import main
from generator.commands.shared import WRONG_USE
from generator.ingest.fetching import MOST_REDIRECTS, fetch
from generator.ingest.internet import Internet
from generator.ingest.reading import LARGEST_DOCUMENT
from generator.ingest.web_addresses import read_address
from generator.limits import Limits
from generator.problems import ContentError

PAGE = "<html><title>Quay</title><p>The quay was closed – on Monday.</p></html>".encode()
ENDLESS = itertools.repeat(b"<p>more</p>" * 1_000)


@pytest.fixture
def network(request):
    """Give a function that starts a server with pages by path, and the network that leads to it."""

    def start(pages, names=None):
        found = Loopback(pages if callable(pages) else lambda path: pages[path], names)
        request.addfinalizer(found.close)
        return found

    return start


def reason(address, network):
    """Give the problem for which a page is not fetched."""
    with pytest.raises(ContentError) as refused:
        fetch(address, network)
    (problem,) = refused.value.problems
    assert (address, 1) == (problem.path, problem.line)
    assert problem.message.startswith("not fetched: ")
    assert str(problem).isprintable()
    return str(problem)


def test_a_page_is_fetched_with_where_and_when(network):
    """Its bytes as they are, its address in plain spelling, the day, and a name with the suffix of its reader."""
    here = network({"/news/quay": answer(PAGE, content_type="text/html; charset=UTF-8")})
    file = fetch("HTTP://Example.org/news/quay#top", here)
    assert (PAGE, "example.org/news/quay.html") == (file.content, file.name)
    assert ("http://example.org/news/quay", "utf-8") == (file.retrieval.url, file.charset)
    assert file.retrieval.on == datetime.now(UTC).date().isoformat()


def test_nothing_is_sent_that_tells_who_asks(network):
    """No cookie, credential or referrer, not even after a redirect that sets one; an honest agent."""
    pages = {"/a": answer(status="302 Found", location="/b", set_cookie="a=b"), "/b": answer(PAGE)}
    here = network(pages)
    fetch("http://example.org/a", here)
    for request in here.asked:
        names = {line.partition(":")[0].lower() for line in request.splitlines()[1:] if line}
        assert {"host", "accept", "accept-encoding", "connection", "user-agent"} == names
        assert "Host: example.org\r\n" in request
        assert "User-Agent: Cuttings/" in request


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%2", "64:ff9b::7f00:1"]
)
@pytest.mark.parametrize("others", [[], [PUBLIC]])
def test_a_name_of_a_machine_that_is_not_public_is_refused_unasked(network, number, others):
    """Also where only one of its numbers is: nothing is connected to."""
    here = network({}, {"example.org": [[*others, number]]})
    assert number in reason("http://example.org/", here)
    assert [] == here.connected


def test_a_number_is_not_looked_up_but_checked(network):
    """As a name's numbers are."""
    here = network({"/": answer(PAGE)})
    assert PAGE == fetch(f"http://{PUBLIC}/", here).content
    reason("http://127.0.0.1/", here)
    assert ([], [(PUBLIC, PUBLIC)]) == (here.resolved, here.connected)


def test_the_connection_goes_to_the_number_that_was_checked(network):
    """A name that stands for another machine when it is looked up again is not looked up again."""
    here = network({"/": answer(PAGE)}, {"rebind.example": [[PUBLIC], ["127.0.0.1"]]})
    assert PAGE == fetch("http://rebind.example/", here).content
    assert ([(PUBLIC, "rebind.example")], ["rebind.example"]) == (here.connected, here.resolved)


def test_a_name_that_changes_between_redirects_is_refused(network):
    """Each address that is asked for is checked anew."""
    here = network({"/": answer(status="301 Moved", location="/b")}, {"rebind.example": [[PUBLIC], ["127.0.0.1"]]})
    assert "127.0.0.1, an address of this machine" in reason("http://rebind.example/", here)
    assert 1 == len(here.connected)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/", "//localhost/", "http://[::1]/", "http://2130706433/", "http://user@example.org/",
        "http://example.org:8080/", "file:///etc/passwd", "ftp://example.org/", "http://inner.example/", "gopher:x", "",
    ],
)  # fmt: skip
def test_redirects_are_checked_as_the_first_address(network, location):
    """Nothing is sent to where they lead."""
    here = network({"/": answer(status="302 Found", location=location)}, {"inner.example": [["10.0.0.1"]]})
    reason("http://example.org/", here)
    assert 1 == len(here.asked)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_redirects_are_followed_a_few_times(network, status):
    """The address that counts is the last; a loop ends."""

    def pages(path):
        number = int(path.removeprefix("/"))
        return answer(PAGE) if number == 0 else answer(status=status, location=f"/{number - 1}")

    here = network(pages)
    assert "http://example.org/0" == fetch(f"http://example.org/{MOST_REDIRECTS}", here).retrieval.url
    assert "more than 5 redirects" in reason(f"http://example.org/{MOST_REDIRECTS + 1}", here)


def test_a_redirect_loop_ends(network):
    """After as many requests as any other."""
    here = network(lambda _: answer(status="302 Found", location="/"))
    assert "more than 5 redirects" in reason("http://example.org/", here)
    assert MOST_REDIRECTS + 1 == len(here.asked)


@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({"status": "404 Not\x1b[31m Found"}, "the server has no page there: '404 Not"),
        ({"status": "500 Oh"}, "'500 Oh'"),
        ({"status": "206 Partial"}, "'206 Partial'"),
        ({"content_type": "image/png"}, "its kind is none of text/html, application/xhtml+xml, text/plain"),
        ({"content_type": "text/html2"}, "'text/html2'"),
        ({"content_type": None}, "its kind is none of"),
        ({"content_type": "nonsense"}, "'nonsense'"),
        ({"content_encoding": "br"}, "packed in a way that was not asked for: 'br'"),
        ({"content_encoding": "gzip, gzip"}, "packed in a way that was not asked for"),
        ({"content_encoding": "gzip"}, "the answer cannot be understood"),
        ({"content_length": "100000"}, "the answer ends before its end"),
        ({"content_length": None, "transfer_encoding": "chunked"}, "the answer cannot be understood"),
    ],
)
def test_what_is_no_whole_page_is_refused(network, headers, says):
    """With what the server said, in letters that a terminal only shows."""
    assert says in reason("http://example.org/", network({"/": answer(PAGE, **headers)}))


@pytest.mark.parametrize("parts", [[], [b"nonsense\r\n\r\n"], [b"HTTP/1.1 200 OK\r\n"], [b"\x00" * 70_000]])
def test_what_is_no_answer_is_refused(network, parts):
    """Nothing, other protocols, half a head, an endless line."""
    reason("http://example.org/", network({"/": parts}))


def test_less_than_the_whole_is_taken_where_the_server_says_so(network):
    """A length below the real one cuts the page, and nothing after it is read."""
    assert PAGE[:10] == fetch("http://example.org/", network({"/": answer(PAGE, content_length="10")})).content


def test_packed_pages_are_unpacked(network):
    """The bytes that count are those of the page; a cut archive is no page."""
    packed = gzip.compress(PAGE)
    pages = {"/": answer(packed, content_encoding="gzip"), "/cut": answer(packed[:-9], content_encoding="gzip")}
    here = network(pages)
    assert PAGE == fetch("http://example.org/", here).content
    assert "the answer ends before its end" in reason("http://example.org/cut", here)


def test_an_endless_page_is_left_at_ten_mebibytes(network):
    """Without a length, and with one that is a lie."""
    endless = {"content_length": None}
    pages = {
        "/": itertools.chain(answer(**endless), ENDLESS),
        "/chunked": itertools.chain(
            answer(**endless, transfer_encoding="chunked"), itertools.repeat(b"2000\r\n" + b"x" * 8192 + b"\r\n")
        ),
    }
    here = network(pages)
    for address in ("http://example.org/", "http://example.org/chunked"):
        assert "larger than 10 MiB" in reason(address, here)


def test_a_page_of_just_the_size_is_taken(network):
    """The limit is the same as for a file."""
    whole = b"x" * LARGEST_DOCUMENT
    assert whole == fetch("http://example.org/", network({"/": answer(whole)})).content


def test_a_zip_bomb_is_left_at_ten_mebibytes(network):
    """A thousand times larger than what is sent: unpacked part by part, in little memory."""
    bomb = gzip.compress(b"\x00" * 200 * 2**20, 9)
    here = network({"/": answer(bomb, content_encoding="gzip")})
    (said,) = bounded(
        lambda address: reason(address, here),
        ["http://example.org/"],
        limits=lambda _: Limits(20, 64 * 2**20),
        refused=lambda _, why: why,
    )
    assert "larger than 10 MiB" in said


def drip(path):
    """Answer a byte at a time, for ever: within the head, within the body, or not at all."""
    begin = b"" if path == "/silent" else b"HTTP/1.1 200 OK\r\nX-A: " if path == "/head" else b"".join(answer(b""))
    yield begin.replace(b"length: 0", b"length: 99999")
    while True:
        time.sleep(0.05)
        if path != "/silent":
            yield b"x"


@pytest.mark.parametrize("path", ["/silent", "/head", "/body"])
def test_a_slow_server_is_left_after_the_time_for_all(network, path):
    """Each byte comes in good time, but never the last."""
    here = network(drip)
    begin = time.monotonic()
    (said,) = bounded(
        lambda address: reason(address, here),
        [f"http://example.org{path}"],
        limits=lambda _: Limits(0.5, 512 * 2**20, waits=True),
        refused=lambda _, why: why,
    )
    assert "takes over 0.5 seconds" == said
    assert time.monotonic() - begin < 30


def test_a_silent_server_is_left_after_the_time_for_a_part(network):
    """A connection that says nothing is given up."""
    here = network(drip)
    here.wait = 0.2
    assert "no answer" in reason("http://example.org/silent", here)


def test_the_next_number_is_tried_where_one_does_not_answer(network):
    """All of them are checked before."""
    here = network({"/": answer(PAGE)}, {"example.org": [["8.8.8.8", PUBLIC]]})
    connect = here.connect

    def deaf(number, address):
        if number == "8.8.8.8":
            raise ConnectionRefusedError(111, "Connection refused")
        return connect(number, address)

    here.connect = deaf
    assert PAGE == fetch("http://example.org/", here).content


def test_a_name_that_nobody_has_is_told(network):
    """With what the resolver says."""
    assert "no answer: 'Name or service not known'" in reason(
        "http://none.example/", network({}, {"none.example": [[]]})
    )


@pytest.fixture
def certificate(tmp_path):
    """Make a certificate for example.org that is its own authority."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not there to make a certificate")
    key, made = tmp_path / "key.pem", tmp_path / "certificate.pem"
    options = ["-nodes", "-days", "2", "-subj", "/CN=example.org", "-addext", "subjectAltName=DNS:example.org"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", *options, "-keyout", key, "-out", made]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context, str(made)


def test_tls_checks_the_name_though_it_connects_to_a_number(network, certificate):
    """The name goes with the handshake, and the certificate must be for it and from somebody who is trusted."""
    here = network({"/": answer(PAGE)}, {})
    here.context, here.authorities = certificate
    asked_for = []
    here.context.sni_callback = lambda _, name, __: asked_for.append(name)
    assert PAGE == fetch("https://example.org/", here).content
    assert "example.org" == asked_for[0]
    assert "no answer" in reason("https://other.example/", here)
    assert "no answer" in reason(f"https://{PUBLIC}/", here)
    here.authorities = None
    assert "no answer" in reason("https://example.org/", here)
    assert 1 == len(here.asked)


def test_a_page_does_not_lead_out_of_tls(network, certificate):
    """What was safe is not read over a connection that anybody could change."""
    here = network({"/": answer(status="301 Moved", location="http://example.org/b")})
    here.context, here.authorities = certificate
    assert "leads from https to http" in reason("https://example.org/", here)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GITHUB_EVENT_NAME", "pull_request"),
        ("GITHUB_EVENT_NAME", "pull_request_target"),
        ("CI_PIPELINE_SOURCE", "merge_request_event"),
    ],
)
def test_nothing_is_fetched_while_a_pull_request_is_tried(monkeypatch, tmp_path, capsys, variable, value):
    """Whoever sends one must not choose what our machines ask for."""
    monkeypatch.setenv(variable, value)
    assert WRONG_USE == main(["add", "https://example.org/", "--content", str(tmp_path / "content")])
    assert "nothing is fetched while a pull request is tried" in capsys.readouterr().err
    assert not (tmp_path / "content").exists()


def test_a_proxy_is_not_gone_past(monkeypatch):
    """Who has to use one may not want to be seen, and what it connects to cannot be checked."""
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    with pytest.raises(OSError, match="a proxy is set for https"):
        Internet().connect(PUBLIC, read_address("https://example.org"))
