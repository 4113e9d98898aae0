"""Parts of a site: what one shard made, in one file that another machine can take into its build folder.

A part is a zip file: the shard's share of build/docs, the HTML of its pages, and what was remembered while they were
made. Taken in, they are to a build what it had made itself before, so it makes only what no part holds: what must know
all pages. Nothing depends on the parts being right but how long that build takes; they are checked to tell mistakes.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import msgspec

from generator.making.kept import merged_memories
from generator.problems import BuildError
from generator.publishing import next_folder
from generator.shards import Shard
from generator.writing import Tree, claimed_tree, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INDEX = Path("search/index")
"""The folder of the cache in which the parts of the search index are."""

_DOCS, _SITE, _INDEX, _KEPT = "docs/", "site/", "index/", "cache/"
_ABOUT, _MAKERS, _INDEXERS = "part", "makers", "indexers"
_MAPPED = ("articles", "annotations", "authority", "stories", "portraits", "connected")
"""What a build keeps of reading and annotating; it is the same in all shards, so the first carries it."""
_LEVEL = 1
"""How hard files are compressed: for the way to another machine, where more costs more than it saves."""


class _About(msgspec.Struct, frozen=True):
    """What stands beside the files: which shard it is, a digest of all that the site is made of, digests of pages."""

    shard: Shard
    made_of: bytes
    pages: dict[str, bytes]


class _Part:
    """A part that is open; whatever is wrong with its file is a BuildError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._archive = ZipFile(path)
        except BadZipFile as error:
            raise self._damaged(error) from error
        try:
            self.about = msgspec.msgpack.decode(self.read(_ABOUT), type=_About)
        except msgspec.DecodeError as error:
            raise self._damaged(error) from error

    @property
    def names(self) -> list[str]:
        """The names of all files."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """Give the content of a file."""
        try:
            return self._archive.read(name)
        except (BadZipFile, KeyError, EOFError, zlib.error) as error:
            raise self._damaged(error) from error

    def files(self, below: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files below a folder by their names in it."""
        for name in self.names:
            if name.startswith(below):
                yield name.removeprefix(below), self.read(name)

    def _damaged(self, error: Exception) -> BuildError:
        return BuildError(
            f"{self.path}: not a part of a site, or damaged: {error} (cuttings build --shard makes parts)"
        )


def write_part(path: Path, shard: Shard, made_of: bytes, docs: Tree, site: Tree, cache: Path) -> None:
    """Write the part of a shard: its docs, those files of the site that are not among them, and what is kept of both.

    `made_of` is a digest of all that decides over the site.
    """
    pages = {
        name: digest for name, digest in site.digests().items() if name.endswith(".html") and name not in docs.files
    }
    kept = [name for name in _MAPPED if shard.number == 1 and (cache / name).exists()]
    beside = path.with_name(f".{path.name}.part")
    groups = [(_DOCS, docs.root, [*docs.files]), (_SITE, site.root, [*pages]), (_KEPT, cache, kept)]
    with ZipFile(beside, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        about = _About(shard, made_of, pages)
        _put(archive, _ABOUT, msgspec.msgpack.encode(about))
        _put(archive, _MAKERS, (cache / "makers").read_bytes())
        if (cache / INDEX).exists():
            _put(archive, _INDEXERS, (cache / INDEX.with_suffix(".made")).read_bytes())
            files = Tree(cache / INDEX, cache / INDEX.with_suffix(".files")).there
            groups.append((_INDEX, cache / INDEX, [*files]))
        for below, root, names in groups:
            for name in sorted(names):
                _put(archive, f"{below}{name}", (root / name).read_bytes())
    beside.replace(path)


def take_in(paths: Sequence[Path], folder: Path) -> None:
    """Take parts of a site into a build folder; raises BuildError where they are not all parts of one site."""
    parts = sorted(map(_Part, paths), key=lambda part: part.about.shard)
    _check(parts)
    memories = {name: merged_memories([part.read(name) for part in parts]) for name in _memories(parts)}
    cache = folder / "cache"
    fresh = next_folder(folder / "site")
    fresh.mkdir(parents=True, exist_ok=True)
    _fill(claimed_tree(folder / "docs", cache / "docs"), parts, _DOCS)
    _fill(Tree(fresh, cache / fresh.name), parts, _SITE)
    replace_file(cache / "makers", memories[_MAKERS])
    if _INDEXERS in memories:
        _fill(Tree(cache / INDEX, cache / INDEX.with_suffix(".files")), parts, _INDEX)
        replace_file(cache / INDEX.with_suffix(".made"), memories[_INDEXERS])
    for name, content in parts[0].files(_KEPT):
        if name in _MAPPED:
            replace_file(cache / name, content)


def _memories(parts: Sequence[_Part]) -> list[str]:
    """Give which memories all parts have; without search there is one."""
    return [_MAKERS, _INDEXERS] if all(_INDEXERS in part.names for part in parts) else [_MAKERS]


def _fill(tree: Tree, parts: Sequence[_Part], below: str) -> None:
    """Put what parts hold below a folder into a tree, and nothing else."""
    for part in parts:
        for name, content in part.files(below):
            tree.write(name, content, part.about.pages.get(name) if below == _SITE else None)
    tree.finish()


def _check(parts: Sequence[_Part]) -> None:
    """Raise BuildError where parts are missing, are there twice, or are not of the same site."""
    shards = {part.about.shard for part in parts}
    numbers = {shard.of for shard in shards}
    if len(numbers) != 1:
        raise BuildError(
            f"these are not parts of one site: it is cut into {' and '.join(map(str, sorted(numbers)))} parts"
        )
    (number,) = numbers
    for shard in sorted(shards):
        same = [str(part.path) for part in parts if part.about.shard == shard]
        if len(same) > 1:
            raise BuildError(f"part {shard} is there twice: {', '.join(same)}")
    missing = [str(one) for one in (Shard(place, number) for place in range(1, number + 1)) if one not in shards]
    if missing:
        raise BuildError(f"missing: part {', '.join(missing)} (make it: cuttings build --shard {missing[0]})")
    other = [part for part in parts if part.about.made_of != parts[0].about.made_of]
    if other:
        both = f"{parts[0].path} and {other[0].path}"
        raise BuildError(f"{both} are not of one site: content, settings or versions differ (build them again)")


def _put(archive: ZipFile, name: str, content: bytes) -> None:
    info = ZipInfo(name)  # of no time, so that the same files are the same part
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, content)
