"""Web addresses, taken apart by one strict grammar: what is fetched and what is checked cannot be two things.

Every unusual spelling is refused, not repaired: programs differ in what they make of it, and a page is never written
down so.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin

import idna
import msgspec

LONGEST = 2_000
"""Characters of an address."""
PORTS = {"http": 80, "https": 443}

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(//)?([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.DOTALL)
_CALLED = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_NEVER = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_PLACE = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_LOOKS_LIKE_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\Z")
_OWN = frozenset("localhost localdomain local internal intranet lan home corp private arpa onion test invalid".split())
"""Last labels of names that no public machine has: set apart by RFC 6761 and others, or used so in many networks."""
_SAFE = "/%:@!$&'()*+,;=~-._"


class WebAddress(msgspec.Struct, frozen=True):
    """An address that may be asked for: a scheme, a host in its one spelling, a port, a path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


class RefusedAddressError(ValueError):
    """Raised for an address that is not asked for; says why."""


def is_web_address(text: str) -> bool:
    """Tell whether a text is meant as an address and not as a file, whatever its scheme."""
    return _CALLED.match(text.strip()) is not None


def read_address(text: str) -> WebAddress:
    """Take an address apart; raises RefusedAddressError for whatever is none of a public web page."""
    address = text.strip(" \t\r\n")
    if len(address) > LONGEST:
        raise RefusedAddressError(f"longer than {LONGEST} characters")
    if _NEVER.search(address):
        raise RefusedAddressError("with a space, a backslash or an invisible character")
    parts = _ADDRESS.fullmatch(address)
    scheme = parts[1].lower() if parts else ""
    if parts is None or scheme not in PORTS or not parts[2]:
        raise RefusedAddressError("not of the web: it begins with neither https:// nor http://")
    if "@" in parts[3]:
        raise RefusedAddressError("with a user's name or password")
    place = _PLACE.fullmatch(parts[3])
    if place is None:
        raise RefusedAddressError("without a host that can be understood")
    port = int(place[2] or PORTS[scheme])
    if port not in PORTS.values():
        raise RefusedAddressError("with another port than 80 or 443")
    return WebAddress(scheme, _host(place[1]), port, _target(parts[4], parts[5] or ""))


def follow(address: WebAddress, location: str) -> WebAddress:
    """Give the address to which a page sends on; raises RefusedAddressError as for any other."""
    if _NEVER.search(location.strip(" \t\r\n")):
        raise RefusedAddressError("with a space, a backslash or an invisible character")
    try:
        return read_address(urljoin(str(address), location.strip(" \t\r\n")))
    except RefusedAddressError:
        raise
    except ValueError:
        raise RefusedAddressError("without a host that can be understood") from None


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses may speak for each other: their hosts are the same, or one lies within the other."""
    try:
        hosts = sorted((read_address(address).host.removeprefix("www.") for address in (one, other)), key=len)
    except RefusedAddressError:
        return False
    return hosts[0] == hosts[1] or hosts[1].endswith(f".{hosts[0]}")


def _host(printed: str) -> str:
    if printed.startswith("["):
        try:
            return str(IPv6Address(_without_zone(printed[1:-1])))
        except AddressValueError:
            raise RefusedAddressError("with an IPv6 address that is none") from None
    host = _ascii(printed).removesuffix(".")
    labels = host.split(".")
    if _LOOKS_LIKE_NUMBER.match(labels[-1]):
        return _ipv4(printed.removesuffix("."))
    if not _HOST.fullmatch(host):
        raise RefusedAddressError("without a host that can be understood")
    if len(labels) == 1 or labels[-1] in _OWN:
        raise RefusedAddressError("of a name that is not public")
    return host


def _without_zone(printed: str) -> str:
    if "%" in printed:
        raise RefusedAddressError("of the local link")
    return printed


def _ascii(printed: str) -> str:
    """Give a host's name in ASCII, as names of other scripts and wide letters stand for it."""
    if printed.isascii():
        return printed.lower()
    try:
        return idna.encode(printed, uts46=True).decode("ascii").lower()
    except UnicodeError:
        raise RefusedAddressError("without a host that can be understood") from None


def _ipv4(host: str) -> str:
    """Give an IPv4 address that is written as four plain decimal numbers, the one spelling all programs agree on."""
    try:
        return str(IPv4Address(host))
    except AddressValueError:
        raise RefusedAddressError("of a number in an unusual spelling") from None


def _target(path: str, query: str) -> str:
    """Give what is asked of the host, all but plain ASCII percent-encoded."""
    return quote(path or "/", safe=_SAFE) + quote(query, safe=f"{_SAFE}?[]")
