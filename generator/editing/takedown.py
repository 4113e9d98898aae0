"""What the command `takedown` does, step after step."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.editing.addresses import enter, read_listed
from generator.formats.folder import ARTICLES, HASH_DIGITS, RAW
from generator.model import ArticleId
from generator.problems import BuildError, nearest
from generator.reading.content import read_content
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINES_TOLD = 20


class TakedownReport(msgspec.Struct, frozen=True):
    """What became of an article: its files that were removed or moved, and where something of it may still be.

    `still_named` are lines of the content folder, as path:line, that name the article; `raw` the raw documents that
    may hold its text. `history` are the paths under which git knows it.
    """

    article: str
    removed: tuple[str, ...] = ()
    was_done: bool = False
    still_named: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    history: tuple[str, ...] = ()


def take_down(content: Path, article: str, *, to: Path | None = None) -> TakedownReport:
    """Remove an article's file, or move it to a folder, and enter its address as taken down.

    The address is entered first: a run that is broken off leaves a build that says so, and the next run ends the work.
    Raises BuildError for an id that no article has or had.
    """
    if to and to.resolve().is_relative_to(content.resolve()):
        raise BuildError(f"--to {to} is in the content folder (name a folder outside of it)")
    files = _files_of(content, article)
    address = f"{ARTICLES}/{article}/"
    entry = read_listed(content)[1].get(address)
    was_done = entry is not None and entry.taken_down
    if not files and not was_done:
        known = (path.stem for path in (content / ARTICLES).rglob("*.md"))
        raise BuildError(f"no article has the id '{article}' ({nearest(article, known) or 'give it in full'})")
    raw = _raw_documents(content, article)
    enter(content, {address: True})
    for path in files:
        if to is None:
            path.unlink()
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.move(path, to / path.name)
    return TakedownReport(
        article,
        tuple(path.relative_to(content).as_posix() for path in files),
        was_done and not files,
        tuple(_still_named(content, article)),
        raw,
        _history(content, article),
    )


def told(report: TakedownReport, content: Path) -> Iterator[str]:
    """Yield what a person must know after a takedown, line after line."""
    if report.was_done:
        yield f"{report.article} was taken down already"
    for path in report.removed:
        yield f"taken down: {content / path}; the next build has a page at its address that says so, and nothing else"
    for place in report.still_named[:_LINES_TOLD]:
        yield f"{content / place}: still names it (take it out by hand)"
    if len(report.still_named) > _LINES_TOLD:
        yield f"and {len(report.still_named) - _LINES_TOLD} more lines"
    for path in report.raw:
        yield f"{content / path}: the raw document of which it was made is still there (delete it by hand)"
    if report.history:
        paths = " ".join(f"--path {shlex.quote(path)}" for path in report.history)
        yield "the history of git still has its text; whoever has a copy of the repository can read it"
        yield f"to rewrite the history: git filter-repo --invert-paths {paths}"
        yield "then push by force, and ask the hosting site and those who have copies to remove what they keep"


def _files_of(content: Path, article: str) -> list[Path]:
    """Give the files of an article, also one that a fault keeps from being read; an id names one in one folder."""
    if not is_slug(article):
        return []
    return sorted(path for path in (content / ARTICLES).rglob(f"{article}.md") if not path.is_dir())


def _raw_documents(content: Path, article: str) -> tuple[str, ...]:
    """Give the kept raw documents from which an article was made, by their hash or, for a table's row, their name."""
    there = read_content(content).articles.get(ArticleId(article))
    source = there.front.source if there else None
    if source is None or not source.document:
        return ()
    stem = slug(PurePosixPath(source.document).stem)
    begin = (source.sha256 or "")[:HASH_DIGITS] or "-"
    kept = sorted(path for path in (content / RAW).glob("*") if path.name.startswith(begin) or f"-{stem}." in path.name)
    return tuple(path.relative_to(content).as_posix() for path in kept)


def _still_named(content: Path, article: str) -> Iterator[str]:
    """Yield the lines of content files that name an article, but for the file of addresses, as path:line."""
    name = re.compile(rf"(?<![a-z0-9-]){re.escape(article)}(?![a-z0-9-])")
    for path in sorted(content.rglob("*")):
        where = path.relative_to(content).as_posix()
        if path.suffix in {".md", ".yml", ".yaml"} and path.is_file() and not where.startswith(f"{RAW}/"):
            for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
                if name.search(line):
                    yield f"{where}:{number}"


def _history(content: Path, article: str) -> tuple[str, ...]:
    """Give the paths under which any branch of the repository has had an article's file; none outside of git."""
    git = shutil.which("git")
    if git is None:
        return ()
    command = [git, "-C", str(content), "log", "--all", "--format=", "--name-only", "-z"]
    found = subprocess.run(  # noqa: S603 (the command is ours, and the id a slug)
        [*command, "--", f":(top,glob)**/{article}.md"], check=False, capture_output=True, encoding="utf-8"
    )
    names = {name.strip() for name in found.stdout.split("\0")} if found.returncode == 0 else set()
    return tuple(sorted(names - {""}))
