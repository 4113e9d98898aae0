"""What the command `takedown` does, step after step."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import article_page
from generator.editing.addresses import enter, read_listed
from generator.editing.erasing import decisions_without, records_without
from generator.formats.addresses_file import document_digest
from generator.formats.folder import ARTICLES, AUTHORITIES, DECISIONS, HASH_DIGITS, PROPOSED, RAW
from generator.model import ArticleId
from generator.problems import BuildError, nearest
from generator.publishing import forget_former
from generator.reading.content import read_content
from generator.slugs import is_slug, slug
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model import FrontMatter

_LINES_TOLD = 20


class TakedownReport(msgspec.Struct, frozen=True):
    """What became of an article: its files and raw documents that were removed or moved, and where more may still be.

    `changed` are files out of which lines were taken, `still_named` other lines of the content folder, as path:line,
    that name the article; `raw` raw documents that may hold its text. `history` are the paths under which git knows it.
    """

    article: str
    removed: tuple[str, ...] = ()
    was_done: bool = False
    changed: tuple[str, ...] = ()
    still_named: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    history: tuple[str, ...] = ()


def take_down(content: Path, article: str, *, to: Path | None = None, build: Path | None = None) -> TakedownReport:
    """Remove an article and its raw documents, or move them to a folder, and enter its address as taken down.

    What editors' files say of it goes as well, and so do the caches and the older site of a `build` folder. The address
    is entered first: a run that is broken off leaves a build that says so, and the next run ends the work. Raises
    BuildError for an id that no article has or had.
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
    front = _front(content, article)
    sure, perhaps = _raw_documents(content, front) if front else ([], [])
    history = _history(content, f"{article}.md", *(f"{RAW}/{path.name}" for path in sure))
    enter(content, {address: True}, document_digest(front.source) if front else None)
    changed = _erased(content, article)
    for path in (*files, *sure):
        if to is None:
            path.unlink()
        else:
            to.mkdir(parents=True, exist_ok=True)
            shutil.move(path, to / path.name)
    if build:
        _forget(build, article)
    return TakedownReport(
        article,
        tuple(path.relative_to(content).as_posix() for path in (*files, *sure)),
        was_done and not files,
        changed,
        tuple(_still_named(content, article)),
        tuple(path.relative_to(content).as_posix() for path in perhaps),
        history,
    )


def told(report: TakedownReport, content: Path) -> Iterator[str]:
    """Yield what a person must know after a takedown, line after line."""
    if report.was_done:
        yield f"{report.article} was taken down already"
    for path in report.removed:
        yield f"taken down: {content / path}"
    for path in report.changed:
        yield f"{content / path}: what it said of the article was taken out"
    if report.removed:
        yield "the site holds it until the next `cuttings build`, which puts a page there that says it was taken down"
    for place in report.still_named[:_LINES_TOLD]:
        yield f"{content / place}: still names it (take it out by hand)"
    if len(report.still_named) > _LINES_TOLD:
        yield f"and {len(report.still_named) - _LINES_TOLD} more lines"
    for path in report.raw:
        yield f"{content / path}: may be the raw document of which it was made (if it is, delete it by hand)"
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


def _front(content: Path, article: str) -> FrontMatter | None:
    there = read_content(content).articles.get(ArticleId(article))
    return there.front if there else None


def _raw_documents(content: Path, front: FrontMatter) -> tuple[list[Path], list[Path]]:
    """Give the kept raw documents from which an article was made, and those of which nobody can be sure.

    A document bears the beginning of its hash. A table bears that of the whole, and its rows have others: it is known
    by its name, and surely the one if it has the article's title.
    """
    source = front.source
    if not source.document:
        return [], []
    there = sorted(path for path in (content / RAW).glob("*") if path.is_file())
    stem = slug(PurePosixPath(source.document).stem)
    begin = (source.sha256 or "")[:HASH_DIGITS]
    by_hash = [path for path in there if begin and path.name.startswith(begin)]
    by_name = [path for path in there if path not in by_hash and f"-{stem}." in path.name and not by_hash]
    title = _letters(source.headline or front.title)
    sure = [path for path in by_name if title in _letters(path.read_text("utf-8", errors="replace"))]
    return [*by_hash, *sure], [path for path in by_name if path not in sure]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _erased(content: Path, article: str) -> tuple[str, ...]:
    """Take what is said of an article out of the ledger and the authority files, and give those that changed."""
    ledger = content / DECISIONS
    files = [ledger] if ledger.is_file() else []
    files += sorted(path for path in (content / AUTHORITIES).rglob("*.y*ml") if path.is_file())
    changed = []
    for path in files:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        name = path.relative_to(content).as_posix()
        is_ledger = path == ledger
        left = (
            decisions_without(text, article) if is_ledger else records_without(text, article, proposed=name == PROPOSED)
        )
        if left != text:
            replace_file(path, left.encode("utf-8", "surrogateescape"))
            changed.append(name)
    return tuple(changed)


def _forget(build: Path, article: str) -> None:
    """Remove what a build keeps beside the site: caches, the page's source, and the site before the one that stands."""
    shutil.rmtree(build / "cache", ignore_errors=True)
    page = build / "docs" / article_page(article)
    page.unlink(missing_ok=True)
    shutil.rmtree(page.with_suffix(""), ignore_errors=True)
    forget_former(build / "site", None)


def _still_named(content: Path, article: str) -> Iterator[str]:
    """Yield the lines of content files that name an article, but for the file of addresses, as path:line."""
    name = re.compile(rf"(?<![a-z0-9-]){re.escape(article)}(?![a-z0-9-])")
    for path in sorted(content.rglob("*")):
        where = path.relative_to(content).as_posix()
        if path.suffix in {".md", ".yml", ".yaml"} and path.is_file() and not where.startswith(f"{RAW}/"):
            for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
                if name.search(line):
                    yield f"{where}:{number}"


def _history(content: Path, *files: str) -> tuple[str, ...]:
    """Give the paths under which any branch of the repository has had some files; none outside of git."""
    git = shutil.which("git")
    if git is None:
        return ()
    command = [git, "-C", str(content), "log", "--all", "--format=", "--name-only", "-z"]
    patterns = [f":(top,glob)**/{file}" for file in files]
    found = subprocess.run(  # noqa: S603 (the command is ours, and the names are slugs)
        [*command, "--", *patterns], check=False, capture_output=True, encoding="utf-8"
    )
    names = {name.strip() for name in found.stdout.split("\0")} if found.returncode == 0 else set()
    return tuple(sorted(names - {""}))
