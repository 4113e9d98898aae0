"""Fetching: the bytes of one web page, asked for once, from a public machine, and no more of them than a page has.

A host's name is resolved once for each address that is asked for; all numbers that it stands for must be public, and
the connection goes to one of these very numbers, while TLS still checks the name. Nothing is sent that tells who asks.
How long it may take in all is for the caller to hold: run within `bounded`, it is ended whatever it waits for.
"""

from __future__ import annotations

import re
import zlib
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import ip_address
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator import __version__
from generator.ingest.model import RawFile, Retrieval
from generator.ingest.networks import why_not_public
from generator.ingest.reading import LARGEST_DOCUMENT
from generator.ingest.web_addresses import RefusedAddressError, WebAddress, follow, read_address
from generator.problems import ContentError, Problem
from generator.slugs import fingerprint

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from generator.ingest.internet import Network

MOST_REDIRECTS = 5
MOST_SECONDS = 30.0
"""Seconds for a page with all that leads to it."""
KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
"""The kinds of documents that are taken, with the suffix under which each has its reader."""

_SAME_KIND = {".htm": ".html", ".xhtml": ".html", ".text": ".txt", ".md": ".txt", ".markdown": ".txt"}
_UNNAMED = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 150
_CHUNK = 2**16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WHOLE = frozenset({200, 203})
_HEADERS = {
    "Accept": ", ".join(KINDS),
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": f"Cuttings/{__version__} (fetches single pages that an editor asks for)",
}


class FetchError(Exception):
    """Raised where there is no page to be had: the reason, and what the server said, which may be anything."""

    def __init__(self, reason: str, value: str | None = None) -> None:
        self.reason, self.value = reason, value
        super().__init__(reason, value)


def fetch(address: str, network: Network) -> RawFile:
    """Fetch the document at an address; raises ContentError with the reason where there is none to be had."""
    try:
        return _followed(read_address(address), network)
    except FetchError as error:
        reason, value = error.reason, error.value
    except RefusedAddressError as error:
        reason, value = f"an address {error}", None
    except OSError as error:  # first, for one of a bad certificate is a ValueError too
        reason, value = "no answer", error.strerror or str(error)
    except (HTTPException, zlib.error, ValueError) as error:
        reason, value = "the answer cannot be understood", type(error).__name__
    raise ContentError([Problem(address, 1, f"not fetched: {reason}", value, "save the page, and add that")])


def _followed(address: WebAddress, network: Network) -> RawFile:
    """Ask for a document, and go where the answer sends on to; each address is read and checked as the first."""
    asked = address
    for _ in range(MOST_REDIRECTS + 1):
        with closing(_connected(asked, network)) as connection:
            connection.request("GET", asked.target, headers=_HEADERS)
            answer = connection.getresponse()
            if answer.status not in _REDIRECTS:
                return _document(asked, answer)
            asked = _next(asked, answer)
    raise FetchError(f"more than {MOST_REDIRECTS} redirects")


def _connected(address: WebAddress, network: Network) -> HTTPConnection:
    """Give a connection to a number of the address's host that has been checked to be public."""
    numbers = [address.host] if _is_number(address.host) else network.resolve(address.host, address.port)
    for number in numbers:
        why = why_not_public(number)
        if why:
            raise FetchError(f"{address.host} is {number}, an address {why}")
    connection = HTTPConnection(address.host, address.port)
    connection.auto_open = 0  # never to the name
    connection.sock = _first(numbers, address, network)
    return connection


def _is_number(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _first(numbers: list[str], address: WebAddress, network: Network) -> socket.socket:
    """Connect to the first number that answers; raises OSError as the last did."""
    failed = OSError(f"{address.host} has no number")
    for number in numbers:
        try:
            return network.connect(number, address)
        except OSError as error:
            failed = error
    raise failed


def _next(address: WebAddress, answer: HTTPResponse) -> WebAddress:
    location = answer.headers.get("Location")
    if not location:
        raise FetchError("a redirect to nowhere")
    following = follow(address, location.encode("latin-1", "replace").decode("utf-8", "replace"))
    if address.scheme == "https" and following.scheme == "http":
        raise FetchError("it leads from https to http, where anybody could change it", str(following))
    return following


def _document(address: WebAddress, answer: HTTPResponse) -> RawFile:
    """Read an answer to its end; raises FetchError where it is no document that is taken."""
    if answer.status not in _WHOLE:
        raise FetchError("the server has no page there", f"{answer.status} {answer.reason}")
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise FetchError(f"its kind is none of {', '.join(KINDS)}", kind)
    content = bytearray()
    for part in _unpacked(answer):
        content += part
        if len(content) > LARGEST_DOCUMENT:
            raise FetchError(f"larger than {LARGEST_DOCUMENT // 2**20} MiB")
    today = datetime.now(UTC).date().isoformat()
    charset = answer.headers.get_content_charset()
    return RawFile(name_of(address, KINDS[kind]), bytes(content), charset, Retrieval(str(address), today))


def _unpacked(answer: HTTPResponse) -> Iterator[bytes]:
    """Give an answer's content by small parts, unpacked; raises FetchError where it is cut."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip"}:
        raise FetchError("packed in a way that was not asked for", packing)
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
    while part := answer.read(_CHUNK):
        if unpacking is None:
            yield part
        while unpacking is not None and part and not unpacking.eof:
            yield unpacking.decompress(part, _CHUNK)
            part = unpacking.unconsumed_tail
    if answer.length or (unpacking is not None and not unpacking.eof):
        raise FetchError("the answer ends before its end")


def name_of(address: WebAddress, suffix: str) -> str:
    """Give the name under which a page is known, the same each time: its host and path, with a suffix for its kind."""
    path = unquote(address.target.partition("?")[0])
    parts = [part for part in (_UNNAMED.sub("-", part).strip("-.") for part in path.split("/")) if part] or ["index"]
    named = PurePosixPath(address.host.replace(":", "-"), *parts)
    stem, end = str(named.with_suffix("")), named.suffix
    if _SAME_KIND.get(end.lower(), end.lower()) != suffix:
        stem, end = stem + end, suffix
    as_it_is = address.target.rstrip("/") in {"", f"/{'/'.join(parts)}"} and len(stem) <= _LONGEST_NAME
    return stem + end if as_it_is else f"{stem[:_LONGEST_NAME]}-{fingerprint(address.target)}{end}"
