"""What the commands `init` and `schemas` do: write the files of a new site's repository, and what editors check by."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

import msgspec

from generator import __version__
from generator.formats.json_schemas import schema_files
from generator.markup import yaml_scalar
from generator.normalise import one_line
from generator.problems import BuildError
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STARTER = Path(__file__).parents[1] / "starter"
_HIDDEN = "dot-"
"""How the names of files begin in the package that begin with a dot in a site: tools pass over those in a package."""
_WHEELS = "wheels"
_CONTENT = "content"


class StartReport(msgspec.Struct, frozen=True):
    """What was written: the folder, its files by their paths below it, and the wheel that is still to be put there."""

    folder: str
    written: tuple[str, ...]
    wanted: str | None = None


def start(folder: Path, settings: Iterable[str], name: str | None = None) -> StartReport:
    """Write a new site's repository; `name` is the site's, else made of the folder's; `settings` as in `schema_files`.

    Raises BuildError for a folder that holds anything, but for what git and environments keep in hidden ones.
    """
    if folder.exists() and not folder.is_dir():
        raise BuildError(f"{folder} is a file (name a new folder)")
    there = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.exists() else []
    if there:
        raise BuildError(f"{folder} holds {there[0]} (name a new or an empty folder)")
    title = one_line(name or "") or folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    requirement, wheel = _requirement()
    values = {"SITE_NAME": yaml_scalar(title), "SITE_TITLE": title, "CUTTINGS_REQUIREMENT": requirement}
    written = []
    for place, text in _files(values):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        replace_file(folder / place, text)
        written.append(place)
    written += (f"{_CONTENT}/{name}" for name in write_schemas(folder / _CONTENT, settings))
    if wheel:
        (folder / _WHEELS).mkdir()
        shutil.copyfile(wheel, folder / _WHEELS / wheel.name)
        written.append(f"{_WHEELS}/{wheel.name}")
    wanted = requirement if requirement.startswith("./") and wheel is None else None
    return StartReport(str(folder), tuple(sorted(written)), wanted)


def write_schemas(content: Path, settings: Iterable[str]) -> tuple[str, ...]:
    """Write the schemas of this version into a content folder, and give the names of those that are others now."""
    changed = []
    for name, text in schema_files(settings):
        path = content / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, text.encode())
            changed.append(name)
    return tuple(changed)


def _files(values: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of each file of the starter."""
    for path in sorted(path for path in _STARTER.rglob("*") if path.is_file()):
        parts = path.relative_to(_STARTER).parts
        text = path.read_text("utf-8")
        for mark, value in values.items():
            text = text.replace(mark, value)
        yield (
            "/".join(f".{part[len(_HIDDEN) :]}" if part.startswith(_HIDDEN) else part for part in parts),
            text.encode(),
        )


def _requirement() -> tuple[str, Path | None]:
    """Give what pip is to install for this very version, and the wheel that has to be kept for that.

    A package that was installed from a file or a repository is perhaps on no index, where its name could be anybody's.
    So the file is kept with the site, or the commit is named; for one that runs from its source, a wheel is named that
    is still to be put there.
    """
    try:
        told = distribution("cuttings").read_text("direct_url.json")
    except PackageNotFoundError:
        told = "{}"
    if told is None:
        return f"cuttings=={__version__}", None
    origin = json.loads(told)
    if "vcs_info" in origin:
        return f"cuttings @ {origin['vcs_info']['vcs']}+{origin['url']}@{origin['vcs_info']['commit_id']}", None
    wheel = Path(url2pathname(urlsplit(origin.get("url", "")).path))
    if wheel.suffix == ".whl" and wheel.is_file():
        return f"./{_WHEELS}/{wheel.name}", wheel
    return f"./{_WHEELS}/cuttings-{__version__}-py3-none-any.whl", None
