"""Web addresses: every spelling of a machine that is not public is refused, before anything is sent anywhere."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.networks import why_not_public
from generator.ingest.web_addresses import RefusedAddressError, follow, is_web_address, read_address

NOT_PUBLIC = """
http://127.0.0.1/ http://127.0.0.1./ http://127.1.2.3/ http://0.0.0.0/ http://10.0.0.1/ http://172.16.0.1/
http://172.31.255.255/ http://192.168.1.1/ http://169.254.169.254/latest/meta-data/ http://100.64.0.1/
http://198.18.0.1/ http://192.0.0.1/ http://192.0.2.1/ http://203.0.113.7/ http://224.0.0.1/ http://240.0.0.1/
http://255.255.255.255/ http://192.88.99.1/
http://[::]/ http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[fe80::1]/ http://[fc00::1]/ http://[fd12:3456::1]/
http://[ff02::1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::ffff:10.0.0.1]/ http://[::127.0.0.1]/
http://[2002:7f00:1::]/ http://[2002:a9fe:a9fe::1]/ http://[64:ff9b::127.0.0.1]/ http://[64:ff9b::a9fe:a9fe]/
http://[64:ff9b:1::8.8.8.8]/ http://[2001:db8::1]/ http://[2001::1]/ http://[3fff::1]/ http://[100::1]/
""".split()
"""Addresses in the spelling that all programs agree on, or nearly; they are read, and refused by their number."""

ODD = """
http://2130706433/ http://017700000001/ http://0x7f000001/ http://0x7f.0.0.1/ http://0177.0.0.1/ http://127.1/
http://127.0.1/ http://127.0.0.01/ http://0/ http://0x/ http://1.2.3.4.5/ http://256.256.256.256/ http://8.8.8.0x8/
http://１２７.０.０.１/ http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://127.0.0.1../ http://[fe80::1%25eth0]/
http://[fe80::1%eth0]/ http://[::1/ http://[127.0.0.1]/ http://[::1]x/ http://[v1.x]/ http://[]/
http://localhost/ http://LOCALHOST/ http://localhost./ http://foo.localhost/ http://ｌｏｃａｌｈｏｓｔ/ http://printer/
http://nas.local/ http://metadata.google.internal/ http://router.lan/ http://x.onion/ http://1.0.0.127.in-addr.arpa/
http://user@example.org/ http://user:word@example.org/ http://@example.org/ http://example.org@127.0.0.1/
http://example.org:22/ http://example.org:8080/ http://example.org:99999/
http://example.org:０８０/ http://example.org:80:80/ http://example.org:-80/
ftp://example.org/ file:///etc/passwd gopher://example.org/ javascript://example.org/%0aalert(1) data:text/html,x
https:example.org https:/example.org //example.org/ http:///example.org/ http:// http://.example.org/
http://example..org/ http://-example.org/ http://exa%6dple.org/ http://127.0.0.1%2f@example.org/
http://127.0.0.1\\@example.org/ http://example.org\\.internal/ http://*.example.org/
""".split()
UNREADABLE = [
    *ODD,
    "http://exam ple.org/", "http://example.org/\nHost: x", "http://exa\tmple.org/", "http://example.org/\x00",
    "http://exam\u202eple.org/", "http://example.org/" + "a" * 2_000, "", "example.org",
]  # fmt: skip
"""Addresses that are not taken apart at all: odd spellings, names, ports, schemes, users and tricks."""

GOOD = {
    "https://example.org": "https://example.org/",
    "HTTPS://Example.ORG/A": "https://example.org/A",
    " https://example.org/a?b=c#d \n": "https://example.org/a?b=c",
    "https://example.org./a": "https://example.org/a",
    "http://example.org:80/": "http://example.org/",
    "https://example.org:443/": "https://example.org/",
    "http://example.org:443/": "http://example.org:443/",
    "http://example.org:/": "http://example.org/",
    "https://8.8.8.8/": "https://8.8.8.8/",
    "https://[2606:4700:0:0:0:0:0:1111]/": "https://[2606:4700::1111]/",
    "https://bücher.example/ü?q=ü": "https://xn--bcher-kva.example/%C3%BC?q=%C3%BC",
    "https://пример.испытание/": "https://xn--e1afmkfd.xn--80akhbyknj4f/",
    "https://1e100.net/": "https://1e100.net/",
    "https://example.org/@user:80/../x": "https://example.org/@user:80/../x",
    "https://example.org/a%20b?u=http://127.0.0.1/": "https://example.org/a%20b?u=http://127.0.0.1/",
    "https://example.org?x=1": "https://example.org/?x=1",
}
"""Addresses that are rightly allowed, with the one spelling in which they are asked for."""


def test_there_are_enough_spellings():
    """More than the 52 that a good list has."""
    assert len(set(NOT_PUBLIC)) + len(set(UNREADABLE)) > 100


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_numbers_of_machines_that_are_not_public_are_known(address):
    """Whatever the form of the number."""
    assert why_not_public(read_address(address).host)


@pytest.mark.parametrize("address", UNREADABLE)
def test_odd_spellings_are_refused(address):
    """They are not repaired: no two programs would agree on how."""
    with pytest.raises(RefusedAddressError):
        read_address(address)


@pytest.mark.parametrize(("address", "spelled"), GOOD.items())
def test_public_addresses_have_one_spelling(address, spelled):
    """Schemes, hosts and ports are made plain, the rest is percent-encoded; reading it again changes nothing."""
    assert spelled == str(read_address(address)) == str(read_address(spelled))


@pytest.mark.parametrize("number", "8.8.8.8 1.1.1.1 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8".split())
def test_public_numbers_are_public(number):
    """Neighbours of set-apart networks are not part of them."""
    assert why_not_public(number) is None


@given(st.ip_addresses())
def test_only_what_python_too_calls_global_is_public(address):
    """Our list is never wider than that of the standard library, but for IPv4 within IPv6."""
    if why_not_public(str(address)) is None and not str(address).startswith(("::ffff:", "64:ff9b:")):
        assert address.is_global
        assert not address.is_multicast


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text):
    """Nothing else is ever raised, and what is read reads the same again."""
    for address in (text, f"http://{text}", f"https://example.org{text}"):
        try:
            read = read_address(address)
        except RefusedAddressError:
            continue
        assert read == read_address(str(read))
        assert str(read).isascii()


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/b", "https://example.org/b"),
        ("../c?d", "https://example.org/c?d"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example", "https://other.example/"),
        ("?q=1#part", "https://example.org/a/b?q=1"),
    ],
)
def test_redirects_are_read_from_where_they_stand(location, leads_to):
    """Relative ones too."""
    assert leads_to == str(follow(read_address("https://example.org/a/b"), location))


@pytest.mark.parametrize("location", [*UNREADABLE[:40], "//user@127.0.0.1/", "\\\\127.0.0.1\\x", "http://[::1"])
def test_redirects_are_read_as_strictly(location):
    """What cannot be asked for cannot be led to; what is a relative path leads no further than its own host."""
    with suppress(RefusedAddressError):
        assert "example.org" == follow(read_address("https://example.org/"), location).host


@pytest.mark.parametrize(
    ("text", "meant"),
    [("https://x", True), (" FTP://x", True), ("file:///x", True), ("a.txt", False), ("C:\\x", False), ("a:b", False)],
)
def test_addresses_are_told_from_files(text, meant):
    """By their scheme, whatever it is, so that a wrong one is named."""
    assert meant is is_web_address(text)
