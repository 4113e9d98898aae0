"""The way to the internet: names become numbers, numbers become connections.

It stands apart from fetching so that tests can have a network of their own; no command has a way to choose one.
"""

from __future__ import annotations

import socket
import ssl
import urllib.request
from typing import TYPE_CHECKING, Protocol

from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.ingest.web_addresses import WebAddress

LONGEST_WAIT = 10.0
"""Seconds for a connection, and for each part of an answer."""

_PULL_REQUESTS = (
    ("GITHUB_EVENT_NAME", "pull_request"),
    ("CI_PIPELINE_SOURCE", "merge_request"),
    ("CI_PIPELINE_SOURCE", "external_pull_request"),
)
"""Variables by which GitHub and GitLab tell that somebody's change is tried, and how their values begin."""


class Network(Protocol):
    """What fetching needs of a network."""

    def resolve(self, host: str, port: int) -> list[str]:
        """Give the numbers that a host's name stands for, in the order in which to try them; raises OSError."""

    def connect(self, number: str, address: WebAddress) -> socket.socket:
        """Give a connection to a number, for https one in which its host has shown who it is; raises OSError."""


class Internet:
    """The real one, by the system's resolver and its store of certificates."""

    def resolve(self, host: str, port: int) -> list[str]:
        """Give the numbers that a host's name stands for, in the order in which to try them; raises OSError."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(place[0]) for *_, place in found))

    def connect(self, number: str, address: WebAddress) -> socket.socket:
        """Give a connection to a number, for https one in which its host has shown who it is; raises OSError.

        It goes past no proxy: who has to use one may not want to be seen, and a proxy looks names up by itself.
        """
        if address.scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(address.host):
            raise OSError(f"a proxy is set for {address.scheme}, and what it would connect to cannot be checked")
        return encrypted(socket.create_connection((number, address.port), LONGEST_WAIT), address)


def internet(environment: Mapping[str, str]) -> Internet:
    """Give the internet; raises BuildError where somebody's pull request is tried, which must not choose an address."""
    for variable, beginning in _PULL_REQUESTS:
        if environment.get(variable, "").startswith(beginning):
            raise BuildError("nothing is fetched while a pull request is tried (add the page before, and commit it)")
    return Internet()


def encrypted(plain: socket.socket, address: WebAddress, authorities: str | None = None) -> socket.socket:
    """Give a connection with TLS where an address has it; `authorities` is a file in place of the system's store."""
    if address.scheme != "https":
        return plain
    try:
        return ssl.create_default_context(cafile=authorities).wrap_socket(plain, server_hostname=address.host)
    except OSError:
        plain.close()
        raise
