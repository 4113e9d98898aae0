"""An archive of a finished site: one file to be kept, sent and read without a network.

The same site gives the same bytes: files in order, no times, no owner.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

README = "README.txt"
_SITE = "site"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows; it stands for none."""
_MODE = 0o100644 << 16
_UNIX = 3
_TOLD = f"""\
This is a whole website. Nothing in it asks any other computer for anything.

To read it with search, let a web server of your own show the folder "{_SITE}". With Python, in the folder of this file:

    python3 -m http.server --bind 127.0.0.1 --directory {_SITE} 8000

and open http://127.0.0.1:8000/ in a browser. On Windows say "py" for "python3". Any other web server will do, at any
address and below any path: copy what is in "{_SITE}" to it.

The texts can be read without a server, too: open {_SITE}/index.html. Links then lead to folders, in which index.html is
the page, and there is no search.

What the site holds as data is in {_SITE}/data, described by datapackage.json (Frictionless Data).
"""


class Archive(msgspec.Struct, frozen=True):
    """What was written: the archive, how many files of the site are in it, and the one that says how to read it."""

    path: str
    files: int
    readme: str


def write_archive(site: Path, target: Path) -> Archive:
    """Write a site's folder into a zip file, below a folder of the archive's name; whole or not at all."""
    root = site.resolve()
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    above = target.stem
    partly = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(partly, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            archive.writestr(_entry(f"{above}/{README}"), _TOLD)
            for name in names:
                archive.writestr(_entry(f"{above}/{_SITE}/{name}"), (root / name).read_bytes())
        partly.replace(target)
    finally:
        partly.unlink(missing_ok=True)
    return Archive(str(target), len(names), f"{above}/{README}")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
