"""Leaks: whether anything that is redacted stands in what was made, in whatever form.

Names are looked for in the names and in every byte of all files. A name that is one short word is looked for as a
capitalised word where text of the content is, since the site's own code has many short words; so are patterns.
"""

from __future__ import annotations

import shutil
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.making.memo import Memo
from generator.problems import ContentError, Problem
from generator.redacting.views import views
from generator.report import REPORT
from generator.versions import program
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.redacting.content import Censor

_CLEAN = "clean"
"""The file of the cache that keeps which contents hold nothing."""

MOST_TOLD = 20
"""Places that are told; what stands in the frame of every page would be told as often."""

_CODE = (".js", ".css", ".map", ".pagefind", ".woff2", ".png", ".ico")
"""Files of the theme and of the search, in which no text of the content is."""
_HINT = "let the list name the form that stands there; what the site says of itself cannot be redacted"


def check_for_leaks(folder: Path, site: Path, censor: Censor | None) -> None:
    """Raise ContentError if anything that is redacted is in a site or what stands beside it in a build's folder.

    It tells the place and the number of the entry. Contents that are clean are known again in the next run by a digest
    of them that is keyed with the redactions. What the build keeps is given up where something is found.
    """
    if censor is None:
        return
    cache = folder / "cache"
    known = Memo(cache / _CLEAN, bool, digest_of(censor.digest, program()))
    made = {"site": site, "docs": folder / "docs", "cache": cache, REPORT: folder / REPORT}
    leaks = {
        (above, name): _in_name(name, censor) | _in_file(name, path.read_bytes(), censor, known)
        for above, place in made.items()
        for name, path in _files(place)
    }
    try:
        _tell(leaks, censor)
    except ContentError:
        shutil.rmtree(cache, ignore_errors=True)
        raise
    known.save()


def check_files(files: Iterable[tuple[str, bytes]], censor: Censor | None) -> None:
    """Raise ContentError if anything that is redacted is in files that are about to be written, or in their names."""
    if censor:
        _tell(
            {("", name): _in_name(name, censor) | entries_in(name, content, censor) for name, content in files}, censor
        )


def entries_in(name: str, content: bytes, censor: Censor) -> set[int]:
    """Give the numbers of the entries of which something is in a file's content."""
    matcher = censor.replacer.matcher
    is_text = not name.endswith(_CODE)
    found: set[int] = set()
    *_, shown = seen = [*views(content)]
    for text in seen:
        found |= matcher.entries(text)
    return found | matcher.short_entries(shown) | matcher.entries_of_patterns(shown) if is_text else found


def _tell(leaks: Mapping[tuple[str, str], set[int]], censor: Censor) -> None:
    problems = [
        Problem(
            censor.replacer.path("/".join(filter(None, place))),
            1,
            f"holds entry {entry + 1} of the redactions",
            hint=_HINT,
        )
        for place, entries in leaks.items()
        for entry in entries
    ]
    if problems:
        problems.sort()
        more = f"; so do {len(problems) - MOST_TOLD} more files" if len(problems) > MOST_TOLD else ""
        told = problems[:MOST_TOLD]
        raise ContentError([*told[:-1], msgspec.structs.replace(told[-1], hint=f"{_HINT}{more}")])


def _in_name(name: str, censor: Censor) -> set[int]:
    return censor.replacer.named_in(name) if not name.endswith(_CODE) else set()


def _in_file(name: str, content: bytes, censor: Censor, known: Memo[bool]) -> set[int]:
    is_code = b"\1" if name.endswith(_CODE) else b"\0"
    digest = blake2b(is_code + content, key=censor.digest, digest_size=16).digest()
    if known.get(digest):
        return set()
    found = entries_in(name, content, censor)
    if not found:
        known.put(digest, True)
    return found


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below a folder, or the file itself, with their names, sorted."""
    if folder.is_file():
        yield "", folder
    found = (path for path in folder.rglob("*") if path.is_file())
    yield from sorted((path.relative_to(folder).as_posix(), path) for path in found)
