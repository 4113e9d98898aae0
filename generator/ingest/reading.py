"""Reading: which files are meant, their bytes, and the text in them or the reason why there is none."""

from __future__ import annotations

import glob
import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.ingest.decoding import decode
from generator.ingest.model import RawDocument, RawFile
from generator.ingest.web_addresses import is_web_address
from generator.normalise import plain_text
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

LARGEST_DOCUMENT = 10 * 2**20
"""Bytes of a document; the longest real articles have a hundredth of it."""
LARGEST_TABLE = 256 * 2**20
"""Bytes of a table, which is read whole; its rows are documents."""
MOST_LINES = 50_000
"""Lines of a document; 1 MiB of text has a third of them."""
FEW_CONTROLS, CONTROLS = 8, 0.02
"""Number and share of control characters above which a file is no text."""

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,100}\?>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def find_files(paths: Iterable[str | Path], suffixes: Collection[str]) -> Iterator[tuple[str, Path | None] | Problem]:
    """Give each file meant by some files, folders and patterns, with its name, once, or what is wrong with a path.

    A file's name is its path below the folder or the pattern's fixed part; folders give the files with known suffixes.
    A web address is given as it stands, without a file.
    """
    seen: set[Path | str] = set()
    for path in paths:
        if isinstance(path, str) and is_web_address(path):
            if path not in seen:
                seen.add(path)
                yield path, None
            continue
        found = list(_expanded(Path(path), suffixes))
        if not found:
            yield Problem(
                str(path), 1, "no such file, or a folder without articles", hint=f"read are {_listed(suffixes)}"
            )
        for name, file in found:
            if (real := file.resolve()) not in seen:
                seen.add(real)
                yield name, file


def read_file(name: str, path: Path, largest: int = LARGEST_DOCUMENT) -> RawFile:
    """Read a file's bytes; raises ContentError where it cannot be read or is larger than it may be."""
    try:
        if not path.is_file() and path.exists():
            raise ContentError([Problem(name, 1, "no file but a device, a pipe or a folder")])
        size = path.stat().st_size
        if size > largest:
            hint = "split it, or remove what is no text"
            message = f"too large: {size / 2**20:.0f} MiB of at most {largest // 2**20}"
            raise ContentError([Problem(name, 1, message, hint=hint)])
        return RawFile(name, path.read_bytes())
    except OSError as error:
        raise ContentError([Problem(name, 1, f"cannot be read: {error.strerror}")]) from None


def read_text(file: RawFile) -> RawDocument:
    """Give a file's text, normalised, with its hash; raises ContentError with the reason where it holds no text."""
    return document_of(file, *text_of(file))


def document_of(file: RawFile, text: str, encoding: str) -> RawDocument:
    """Give the document of a text that was found in a file; raises ContentError where no article has its size."""
    plain = plain_text(text)
    lines = plain.count("\n") + 1
    if lines > MOST_LINES:
        raise _refused(file, f"too many lines: {lines:,} of at most {MOST_LINES:,}", "split it")
    return RawDocument(file.name, hash_of(file), plain, encoding)


def hash_of(file: RawFile) -> str:
    """Give the SHA-256 hash of a file's bytes, in hexadecimal digits."""
    return hashlib.sha256(file.content).hexdigest()


def text_of(file: RawFile) -> tuple[str, str]:
    """Give a file's text as it stands and how its bytes were understood; raises ContentError where it holds no text."""
    if _WEB_PAGE.match(file.content):
        raise _refused(file, "not plain text but a web page", "name it with .html, and add that")
    return decoded(file)


def decoded(file: RawFile, *, markup: bool = False) -> tuple[str, str]:
    """Give the text or markup in a file and how its bytes were understood; raises ContentError where it has none."""
    for signature, kind in _SIGNATURES:
        if file.content.startswith(signature):
            raise _refused(file, f"not text but {kind}", "save its text, and add that")
    text, encoding = decode(file.content, markup=markup, stated=file.charset)
    if len(_CONTROL.findall(text)) > max(FEW_CONTROLS, CONTROLS * len(text)):
        raise _refused(file, "not text: it is full of control characters", "save its text, and add that")
    if not plain_text(text).strip():
        raise _refused(file, "empty", "")
    return text, encoding


def _refused(file: RawFile, message: str, hint: str) -> ContentError:
    return ContentError([Problem(file.name, 1, message, hint=hint)])


def _expanded(path: Path, suffixes: Collection[str]) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        yield from _below(path, suffixes)
    elif path.exists():
        yield path.name, path
    elif glob.has_magic(str(path)):
        for found in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 (a pattern may be absolute)
            file = Path(found)
            if file.is_dir():
                yield from _below(file, suffixes)
            else:
                yield os.path.relpath(file, _fixed_part(path)), file


def _below(folder: Path, suffixes: Collection[str]) -> Iterator[tuple[str, Path]]:
    """Give the files of a folder and of those below it, hidden ones and links out of it left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(place, name)
            if not name.startswith(".") and file.suffix.lower() in suffixes and not file.is_symlink():
                yield file.relative_to(folder).as_posix(), file


def _fixed_part(pattern: Path) -> Path:
    fixed = list(pattern.parts)
    magic = next(number for number, part in enumerate(fixed) if glob.has_magic(part))
    return Path(*fixed[:magic])


def _listed(suffixes: Collection[str]) -> str:
    return ", ".join(sorted(suffixes))
