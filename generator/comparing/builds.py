"""Reading two builds for a comparison: whole where it is small, and only what differs of what is large."""

from __future__ import annotations

import json
import re
from posixpath import join, normpath
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import PagePath, address
from generator.comparing.sides import (
    ArticleSeen,
    FigureSeen,
    MentionSeen,
    PageSeen,
    QuotationSeen,
    RecordSeen,
    Row,
    Rows,
    Side,
)
from generator.problems import BuildError, Problem
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r'^title: (".*")$', re.MULTILINE)
_MARKS = re.compile(r"<svg\b.*?</svg>|<[^>]*>", re.DOTALL)
_LEADS = re.compile(rb'<link rel="canonical" href="([^"]*)">')
_TAKEN_DOWN = re.compile(rb"<title>Taken down</title>")


def is_build(folder: Path) -> bool:
    """Tell whether a folder holds what a build made."""
    return (folder / "docs" / "data" / "articles.jsonl").is_file()


def read_sides(
    base: Path, head: Path, names: tuple[str, str], problems: tuple[tuple[Problem, ...], tuple[Problem, ...]]
) -> tuple[Side, Side]:
    """Read two folders of builds (they hold docs/). Raises BuildError for one that cannot be read."""
    folders = base / "docs", head / "docs"
    pages = [dict(_pages(folder)) for folder in folders]
    differing = [
        frozenset(name for name, digest in pages[one].items() if pages[1 - one].get(name) != digest) for one in (0, 1)
    ]
    mentions = _rows(folders, "mentions", MentionSeen)
    quotations = _rows(folders, "quotations", QuotationSeen)
    figures = _rows(folders, "figures", FigureSeen)
    made = []
    for place, folder in enumerate(folders):
        fates = dict(_fates(folder))
        made.append(
            Side(
                name=names[place],
                articles={row.id: row for row in _table(folder, "articles", ArticleSeen)},
                records={row.id: row for row in _table(folder, "records", RecordSeen)},
                mentions=mentions[place],
                quotations=quotations[place],
                figures=figures[place],
                pages=frozenset(address(PagePath(name)) for name in pages[place]),
                texts={address(PagePath(name)): _page(folder / name) for name in sorted(differing[place])},
                fates={one: to for one, (to, _) in fates.items()},
                taken_down=frozenset(one for one, (_, gone) in fates.items() if gone),
                problems=problems[place],
            )
        )
    return made[0], made[1]


def read_problems(folder: Path) -> tuple[Problem, ...]:
    """Give the problems that a build reported."""

    class Reported(msgspec.Struct):
        problems: tuple[Problem, ...] = ()

    path = folder / "report.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Reported).problems if path.is_file() else ()
    except msgspec.DecodeError as error:
        raise BuildError(f"{path}: not a report of a build: {error}") from None


def _pages(docs: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(docs.rglob("*.md")):
        yield path.relative_to(docs).as_posix(), digest_of(path.read_bytes())


def _page(path: Path) -> PageSeen:
    source = path.read_text("utf-8")
    front = _FRONT.match(source)
    title = _TITLE.search(front[0]) if front else None
    text = " ".join(_MARKS.sub(" ", source[front.end() if front else 0 :]).split())
    return PageSeen(str(json.loads(title[1])) if title else "", text)


def _fates(docs: Path) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield the addresses that lead elsewhere, with where, and those that say what became of their page."""
    for path in sorted(docs.rglob("index.html")):
        raw = path.read_bytes()
        own = path.relative_to(docs).as_posix().removesuffix("index.html")
        leads = _LEADS.search(raw)
        to = normpath(join(own, leads[1].decode())) if leads else ""
        yield own, (f"{to}/" if leads and to != "." else "", bool(_TAKEN_DOWN.search(raw)))


def _table(docs: Path, name: str, shape: type[Row]) -> list[Row]:
    path = docs / "data" / f"{name}.jsonl"
    try:
        return msgspec.json.Decoder(shape).decode_lines(path.read_bytes()) if path.is_file() else []
    except msgspec.DecodeError as error:
        raise BuildError(f"{path}: not the table of a build: {error}") from None


def _rows(folders: tuple[Path, Path], name: str, shape: type[Row]) -> tuple[Rows[Row], Rows[Row]]:
    """Read a large table of both builds: only rows of articles whose rows differ, byte for byte, are decoded."""
    parts = [dict[bytes, tuple[bytes, int, int, int]](_parts(docs / "data" / f"{name}.jsonl")) for docs in folders]
    differing = {key for key in parts[0].keys() | parts[1].keys() if _digest(parts[0], key) != _digest(parts[1], key)}
    result = []
    for docs, of_side in zip(folders, parts, strict=True):
        number = sum(part[3] for part in of_side.values())
        wanted = [of_side[key] for key in sorted(differing & of_side.keys())]
        result.append(Rows(number, tuple(_decoded(docs / "data" / f"{name}.jsonl", wanted, shape))))
    return result[0], result[1]


def _digest(parts: dict[bytes, tuple[bytes, int, int, int]], key: bytes) -> bytes:
    return parts[key][0] if key in parts else b""


def _parts(path: Path) -> Iterator[tuple[bytes, tuple[bytes, int, int, int]]]:
    """Yield for each article the digest of its rows, where they begin and end, and how many they are."""
    if not path.is_file():
        return
    own, lines, start, at = b"", list[bytes](), 0, 0
    with path.open("rb") as file:
        for line in file:
            key = line.partition(b'",')[0]
            if key != own and lines:
                yield own, (digest_of(*lines), start, at, len(lines))
                lines, start = [], at
            own = key
            lines.append(line)
            at += len(line)
    if lines:
        yield own, (digest_of(*lines), start, at, len(lines))


def _decoded(path: Path, parts: list[tuple[bytes, int, int, int]], shape: type[Row]) -> Iterator[Row]:
    if not parts:
        return
    decoder = msgspec.json.Decoder(shape)
    with path.open("rb") as file:
        for _, start, end, _ in parts:
            file.seek(start)
            try:
                yield from decoder.decode_lines(file.read(end - start))
            except msgspec.DecodeError as error:
                raise BuildError(f"{path}: not the table of a build: {error}") from None
