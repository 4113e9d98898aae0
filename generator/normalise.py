"""Plain text: the one normalisation that all text goes through when it is read.

What a reader sees stays; what could hide or disguise text (controls, directional overrides, byte order marks) goes.
"""

from __future__ import annotations

import re
import unicodedata

_DROPPED_SET = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for the white space below
    "\u00ad"  # soft hyphen
    "\u202a-\u202e\u2066-\u2069"  # directional embeddings, overrides and isolates
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # byte order mark, annotations, noncharacters, lone surrogates
)
_LINE_END_SET = "\r\x85\u2028\u2029"
_SPACE_SET = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DROPPED = re.compile(f"[{_DROPPED_SET}]")
_LINE_END = re.compile(f"\r\n|[{_LINE_END_SET}]")
_SPACE = re.compile(f"[{_SPACE_SET}]")
_ODD = re.compile(f"[{_DROPPED_SET}{_LINE_END_SET}{_SPACE_SET}]")
"""Whatever is dropped or replaced; most texts hold none of it."""
ODD_SPACES = re.compile(r"[^\S ]\s*|\s{2,}")
"""White space that is not one plain space."""


def plain_text(text: str) -> str:
    """Normalise a text to NFC with plain spaces and line feeds, without controls or directional overrides."""
    if text.isascii() and text.isprintable():
        return text
    if not _ODD.search(text):
        return unicodedata.normalize("NFC", text)
    ended = _LINE_END.sub("\n", text)
    return unicodedata.normalize("NFC", _SPACE.sub(" ", _DROPPED.sub("", ended)))


def one_line(text: str) -> str:
    """Normalise a text that has no paragraphs, such as a title or a name: white space is single spaces."""
    return ODD_SPACES.sub(" ", plain_text(text)).strip()
