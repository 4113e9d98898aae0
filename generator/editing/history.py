"""Content as a commit has it, and the pages that the present program makes of it, for a comparison."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import generate
from generator.problems import BuildError
from generator.redacting.traces import remember

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Site
    from generator.problems import Problem
    from generator.redacting.entries import Redaction

_KEPT = ("redactions", "articles", "annotations", "authority", "portraits", "stories", "makers", "docs")
"""What a cache holds of texts and pages; the rest is about HTML."""


def content_of(commit: str, content: Path, into: Path) -> Path:
    """Put the content folder as a commit has it below a folder, and give its place.

    Raises BuildError where there is no such commit, or no git. Only plain files are taken.
    """
    here = content.resolve() if content.is_dir() else content.resolve().parent
    found = _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}")
    top = Path(_git(here, "rev-parse", "--show-toplevel").decode().strip())
    tree = f"{found.decode().strip()}:{content.resolve().relative_to(top.resolve()).as_posix().removeprefix('.')}"
    folder = into / "content"
    folder.mkdir(parents=True)
    if _has(top, tree):
        with tarfile.open(fileobj=BytesIO(_git(top, "archive", "--format=tar", tree))) as tar:
            tar.extractall(folder, [member for member in tar if member.isfile()], filter="data")
    return folder


def pages_of(
    site: Site, content: Path, folder: Path, like: Path, redactions: Sequence[Redaction] = (), jobs: int = 1
) -> tuple[Problem, ...]:
    """Make the pages and tables of a content folder in `folder`/docs, and give the problems of the content.

    What stands in the build folder `like` is used where it would be made the same again; it stays as it is.
    """
    for name in ("docs", *(f"cache/{kept}" for kept in _KEPT)):
        _share(like / name, folder / name)
    made = generate(site, content, folder / "docs", jobs=jobs, published=False, redactions=redactions)
    remember(folder / "cache", made.censor)
    return made.problems


def _share(source: Path, target: Path) -> None:
    """Give files a second name, since whoever writes them puts a new file in the place of the old one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, copy_function=_link, symlinks=True)
    elif source.is_file():
        _link(str(source), str(target))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _has(top: Path, tree: str) -> bool:
    """Tell whether there is such a tree: a commit may be from before there was any content."""
    try:
        return _git(top, "cat-file", "-t", tree).strip() == b"tree"
    except BuildError:
        return False


def _git(folder: Path, *arguments: str) -> bytes:
    program = shutil.which("git")
    if program is None:
        raise BuildError("git is not there (commits are compared with it; folders of builds can be without)")
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip()
        wanted = arguments[-1].removesuffix("^{commit}")
        raise BuildError(
            f"git has no {wanted!r} here (name a commit, or a folder of a build){': ' if told else ''}{told}"
        )
    return done.stdout
