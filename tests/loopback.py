"""A web server on this machine, and a network that leads to it whatever is asked for, for tests of fetching.

Commands have no way to such a network: they refuse this machine, as they must.
"""

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress

from generator.ingest.internet import encrypted
from generator.ingest.web_addresses import WebAddress

Answer = Iterable[bytes]
PUBLIC = "93.184.216.34"


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> Iterator[bytes]:
    """Give the parts of an answer; a header's name has underscores for hyphens, and None leaves it out."""
    given = {"content_type": "text/html", "content_length": str(len(body))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value is not None]
    yield "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("utf-8")
    yield body


class Loopback:
    """A network whose names stand for given numbers, and whose every number is a server on this machine.

    `pages` gives the answer to each path; `asked` holds the requests, `connected` the numbers and names that were
    connected to, `resolved` the names that were looked up.
    """

    def __init__(self, pages: Callable[[str], Answer], names: dict[str, list[list[str]]] | None = None) -> None:
        self.pages, self.names = pages, names or {}
        self.asked: list[str] = []
        self.connected: list[tuple[str, str]] = []
        self.resolved: list[str] = []
        self.context = None
        self.authorities: str | None = None
        self.wait = 5.0
        self.server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def resolve(self, host: str, port: int) -> list[str]:  # noqa: ARG002 (as the real one)
        """Give the numbers of a name, the next of those that were given each time it is asked."""
        self.resolved.append(host)
        if host not in self.names:
            return [PUBLIC]
        found = self.names[host].pop(0)
        if not found:
            raise socket.gaierror(-2, "Name or service not known")
        return found

    def connect(self, number: str, address: WebAddress) -> socket.socket:
        """Connect to the server, and keep in mind to whom it was meant."""
        self.connected.append((number, address.host))
        plain = socket.create_connection(self.server.getsockname(), self.wait)
        return encrypted(plain, address, self.authorities)

    def close(self) -> None:
        """Stop serving."""
        self.server.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self.server.accept()
                threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with suppress(OSError), closing(client):
            if self.context is None:
                self._speak(client)
            else:
                with self.context.wrap_socket(client, server_side=True) as encrypted_client:
                    self._speak(encrypted_client)

    def _speak(self, client: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            request += client.recv(4096)
        text = request.decode("latin-1")
        self.asked.append(text)
        for part in self.pages(text.split(" ")[1]):
            client.sendall(part)
