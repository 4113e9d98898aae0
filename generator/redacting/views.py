"""Views: a file as plain text, unpacked, and freed of all ways in which HTML, JSON and addresses write letters."""

from __future__ import annotations

import re
import zlib
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 64 * 2**20
"""Bytes up to which a packed file is unpacked."""

_GZIP = b"\x1f\x8b"
_CODE_UNITS = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_BYTES = re.compile(r"\\x([0-9a-fA-F]{2})")
_LINE_ENDS = re.compile(r"\\[nrt]")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^>]*>"
)
"""Tags of HTML that part no words."""
_TAG = re.compile(r"<[^<>]*>")
_APART = "\n\n\n\n"


def views(raw: bytes) -> Iterator[str]:
    """Yield what a file says: all of it, and where it has tags the text between them."""
    text = unpacked(raw).decode("utf-8", "replace")
    yield decoded(text)
    if "<" in text:
        yield decoded(_TAG.sub(_APART, _INLINE.sub("", text)))


def unpacked(raw: bytes) -> bytes:
    """Give the bytes of a file, unpacked if it is packed by gzip; raises BuildError where there are too many."""
    while raw.startswith(_GZIP):
        machine = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            found = machine.decompress(raw, LARGEST)
        except zlib.error:
            return raw
        if machine.unconsumed_tail:
            raise BuildError(f"a packed file of the site has more than {LARGEST} bytes")
        raw = found + machine.unused_data
    return raw


def decoded(text: str) -> str:
    """Give a text in which references of HTML, escapes of JSON and percent signs stand as what they mean."""
    for _ in range(2):  # a page may hold JSON that holds a page
        if "&" in text:
            text = unescape(text)
        if "\\" in text:
            text = _CODE_UNITS.sub(_of_code_units, _BYTES.sub(_of_byte, _LINE_ENDS.sub(" ", text)))
        if "%" in text:
            text = unquote(text)
    return text


def _of_code_units(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("\\u", "")).decode("utf-16-be", "replace")


def _of_byte(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
