"""The real site before a real browser: builds, a server like GitHub Pages, and Chromium with an eye on all it does.

Test modules import the fixtures `the_site`, `the_server` and `chromium`, and ask for `site`, `server` and `browser`.
What is slow is made once a run, whichever module asks first.
"""

import fcntl
import gzip
import mimetypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

PROJECT = Path(__file__).parents[1]
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whatever a page asks for, nobody is asked
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
PHONE, DESK = 390, 1440
COMPRESSED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
"""Types that Pages sends with gzip; of the others (the files of the search index) it does not know the type."""


def build(folder: Path, *options: str, content: Path = PROJECT / "content", **environment: str) -> Path:
    """Build a content folder by the command, in a process of its own, and give the site's folder."""
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--content", content, "--build", folder, *options]
    finished = subprocess.run(
        command, cwd=PROJECT, env=os.environ | environment, check=False, capture_output=True, encoding="utf-8"
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return (folder / "site").resolve()


def leads_elsewhere(page: Path) -> bool:
    """Tell whether a page is there only for an address that leads to another, and opens that by itself."""
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")


def without_policy(site: Path, copy: Path) -> Path:
    """Copy a site without the policy in its pages, and give the copy."""
    shutil.copytree(site, copy)
    for page in copy.rglob("*.html"):
        page.write_text(POLICY.sub("", page.read_text(encoding="utf-8")), encoding="utf-8")
    return copy


@cache
def _built(folder: Path) -> Path:
    """Build the project's own content, in the first of the processes that ask; the others wait for it."""
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return (folder / "site").resolve() if (folder / "site").is_dir() else build(folder)


@pytest.fixture(scope="session", name="site")
def the_site(tmp_path_factory):
    """Give the folder of the real site: the project's own content, built once a run for all its processes."""
    base = tmp_path_factory.getbasetemp()
    return _built((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "built")


class Sent(NamedTuple):
    """What the server sent in answer to one request: bytes with the headers, as they went over the wire."""

    path: str
    status: int
    size: int


class Server(ThreadingHTTPServer):
    """Serves a folder as Pages does, below any path, and keeps a record of what it sent."""

    def __init__(self, root: Path, below: str = "/") -> None:
        self.root = root
        self.below = below
        self.sent: list[Sent] = []
        super().__init__(("127.0.0.1", 0), _Answer)

    @property
    def address(self) -> str:
        """The address of the site's home page."""
        return f"http://127.0.0.1:{self.server_port}{self.below}"

    def handle_error(self, *_: object) -> None:
        """Say nothing where a window was closed before it had its answer."""

    def file(self, path: str) -> Path | None:
        """Give the file that stands at a path of an address."""
        if not path.startswith(self.below):
            return None
        found = (self.root / unquote(path.removeprefix(self.below))).resolve()
        found = found / "index.html" if path.endswith("/") else found
        return found if found.is_file() and found.is_relative_to(self.root) else None


class _Answer(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, with a redirect to a folder's own address, or with the page for what is not there."""
        path = urlsplit(self.path).path
        if found := self.server.file(path):
            self._send(200, found)
        elif self.server.file(f"{path}/"):
            self._send(301, None, Location=f"{path}/")
        else:
            self._send(404, self.server.root / "404.html")

    def _send(self, status: int, path: Path | None, **headers: str) -> None:
        kind = (path and mimetypes.guess_type(path.name)[0]) or "application/octet-stream"
        compress = kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _body(path, compress=compress) if path else b""
        if compress:
            headers["Content-Encoding"] = "gzip"
        headers |= {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "max-age=600"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        size = sum(map(len, self._headers_buffer)) + len(b"\r\n") + len(body)
        self.server.sent.append(Sent(self.path, status, size))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet: the record is in `sent`."""


@cache
def _body(path: Path, *, compress: bool) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0) if compress else path.read_bytes()


@contextmanager
def serving(root: Path, below: str = "/") -> Iterator[Server]:
    """Serve a folder on this machine."""
    with Server(root, below) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module", name="server")
def the_server(site):
    """Serve the real site at the root of a host."""
    with serving(site) as started:
        yield started


@pytest.fixture(scope="module", name="browser")
def chromium():
    """Start Chromium; where there is none, tests are skipped on a person's machine and fail in CI."""
    program = shutil.which("chromium")
    if program is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@dataclass(frozen=True)
class Visit:
    """A reader's window, with everything in `faults` that must not happen while pages are read."""

    page: Page
    context: BrowserContext
    home: str
    faults: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page of the site and wait until it has come to rest."""
        self.page.goto(self.home + path, wait_until="load")


@contextmanager
def visiting(browser: Browser, server: Server, **options: object) -> Iterator[Visit]:
    """Open a window of a reader who was never here before; options are those of a Playwright context."""
    shown = {"viewport": {"width": DESK, "height": 900}, "reduced_motion": "reduce"}
    context = browser.new_context(**(shown | options))
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), context, server.address)
    note = visit.faults.append
    own = (server.address, "data:", "blob:")
    context.on("console", lambda said: note(f"{said.type}: {said.text}") if said.type in {"error", "warning"} else None)
    context.on("weberror", lambda error: note(f"error: {error.error}"))
    context.on("dialog", lambda dialog: (note(f"dialog: {dialog.message}"), dialog.dismiss()))
    context.on("request", lambda asked: None if asked.url.startswith(own) else note(f"asked for {asked.url}"))
    context.on("response", lambda got: note(f"{got.status}: {got.url}") if got.status >= 400 else None)
    context.on("page", lambda page: note(f"window opened: {page.url}"))
    try:
        yield visit
    finally:
        context.close()


RESULT = "[data-search-result]"


def all_results(page: Page, said: str = "result") -> dict[str, str]:
    """Wait until Explore says a number of results, have all of them shown, and give their titles by their addresses."""
    page.locator(".explore__status").filter(has_text=said).wait_for()
    number = int(page.locator(".explore__status").inner_text().split()[0].replace(",", ""))
    page.locator(RESULT).first.wait_for()
    while (before := page.locator(RESULT).count()) < number:
        page.locator(".explore__more").click()
        page.locator(f"{RESULT} >> nth={before}").wait_for()
    found = "found => found.map(item => [item.dataset.searchResult, item.querySelector('a').textContent])"
    return dict(page.locator(RESULT).evaluate_all(found))
