"""Which internet addresses are public: everything that stands for a machine of anybody's own network is not.

From the IANA registries of special-purpose addresses (IPv4 and IPv6). Python's own `is_global` differs between
releases, so it is asked as well, never alone.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_IPV4 = {
    "of this network": ("0.0.0.0/8", "255.255.255.255/32"),
    "of a private network": ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
    "of a provider's own network": ("100.64.0.0/10",),
    "of this machine": ("127.0.0.0/8",),
    "of the local link": ("169.254.0.0/16",),
    "set apart for protocols": ("192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24"),
    "set apart for examples": ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "192.175.48.0/24"),
    "set apart for measurements": ("198.18.0.0/15",),
    "of many machines": ("224.0.0.0/4",),
    "of no use yet": ("240.0.0.0/4",),
}
_IPV6 = {
    "set apart for protocols": ("2001::/23", "2620:4f:8000::/48", "5f00::/16"),
    "set apart for examples": ("2001:db8::/32", "3fff::/20"),
    "that hides an IPv4 address": ("2002::/16",),
}
_NETWORKS4 = [(IPv4Network(network), why) for why, networks in _IPV4.items() for network in networks]
_NETWORKS6 = [(IPv6Network(network), why) for why, networks in _IPV6.items() for network in networks]
_GLOBAL = IPv6Network("2000::/3")
"""All IPv6 addresses that are given out; loopback, link-local, unique local, multicast and the like lie outside."""
_CARRIERS = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv6 forms of an IPv4 address by which systems really reach it: mapped, and translated (NAT64)."""


def why_not_public(address: str) -> str | None:
    """Say what an internet address is if it is none of a public machine, or None if it is; raises ValueError."""
    if "%" in address:
        return "of the local link"
    found = ip_address(address)
    return _why_not_public4(found) if isinstance(found, IPv4Address) else _why_not_public6(found)


def _why_not_public4(address: IPv4Address) -> str | None:
    for network, why in _NETWORKS4:
        if address in network:
            return why
    return None if address.is_global else "not public"


def _why_not_public6(address: IPv6Address) -> str | None:
    if any(address in carrier for carrier in _CARRIERS):
        return _why_not_public4(IPv4Address(int(address) & 0xFFFFFFFF))
    if address not in _GLOBAL:
        return "of a private network"
    for network, why in _NETWORKS6:
        if address in network:
            return why
    return None if address.is_global else "not public"
