"""Slugs: the ASCII names under which articles and records have their addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from anyascii import anyascii

LONGEST = 80
"""Bytes of a slug. A path component may have 100 (some file systems encode names), and a suffix must fit."""

PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\Z")

RESERVED = frozenset(
    {"index", "404", "assets", "pagefind", "search", "tags", "years", "kinds", "feed", "sitemap", "robots"}
    | {"con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)},
)
"""Names that the site, a section of it or an operating system keeps for itself."""

_PAGE_OF_LISTING = re.compile(r"page-\d+\Z")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Turn any text into a slug: transliterated, lower case, at most 80 bytes, never empty, never reserved."""
    plain = _NOT_SLUG.sub("-", anyascii(unicodedata.normalize("NFKC", text)).lower()).strip("-")
    if len(plain) > LONGEST:
        plain = f"{plain[: LONGEST - 9].rstrip('-')}-{fingerprint(text)}"
    if not plain:
        return f"x-{fingerprint(text)}"
    return plain if is_slug(plain) else f"{plain}-{fingerprint(text)}"


def is_slug(text: str) -> bool:
    """Tell whether a text may stand as an id in an address."""
    return (
        len(text) <= LONGEST
        and PATTERN.match(text) is not None
        and text not in RESERVED
        and _PAGE_OF_LISTING.match(text) is None
    )


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits that tell one text from another; the same for canonically equal texts."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).hexdigest()[:8]
