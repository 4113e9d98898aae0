"""Shards: what parts of all shards are joined to is the site that one machine makes, and mistakes are told."""

import shutil
from zipfile import ZipFile

import pytest
import test_build
from bench.corpus import write_corpus
from builders import SITE, SMALL_CONTENT, tree

from generator.build import build
from generator.build_shard import build_shard
from generator.cli import main
from generator.parts import take_in
from generator.problems import BuildError
from generator.shards import Shard, shard

SHARDS = 3
OTHER = {**SMALL_CONTENT, "pages/about.md": "---\ntitle: About\n---\n\nAnother.\n"}


class PlainEngine(test_build.PlainEngine):
    """Has no navigation, of which each engine makes what is not in its share."""

    navigation = frozenset()

    def render(self, docs, site):
        """Render every page, with a file of the theme's own."""
        super().render(docs, site)
        site.mkdir(parents=True, exist_ok=True)
        (site / "theme.css").write_bytes(b"p { margin: 0 }")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Give a content folder, the site that one machine makes of it, and its parts."""
    folder = tmp_path_factory.mktemp("shards")
    write_corpus(folder, 24)
    build(SITE, folder / "content", folder / "build", PlainEngine())
    parts = []
    for number in range(1, SHARDS + 1):
        machine = folder / f"machine-{number}"
        parts.append(build_shard(SITE, folder / "content", machine, PlainEngine(), Shard(number, SHARDS))[0])
    return folder, parts


def test_joined_parts_are_the_site_of_one_machine(made, tmp_path):
    """Byte for byte, the search index too; of pages and tables none is made by the machine that joins."""
    folder, parts = made
    for part in parts:
        shutil.copy(part, tmp_path)
    take_in([tmp_path / part.name for part in reversed(parts)], tmp_path / "build")
    report = build(SITE, folder / "content", tmp_path / "build", PlainEngine())
    assert tree(folder / "build/docs") == tree(tmp_path / "build/docs")
    assert tree(folder / "build/site") == tree(tmp_path / "build/site")
    assert "theme.css" in tree(tmp_path / "build/site")
    made_here = {*tree(tmp_path / "build/docs")} - {name for part in parts for name in of_docs(part)}
    assert {".cuttings", "sitemap.xml"} == made_here
    assert len(made_here) - 1 == report.written.made + report.written.changed


def of_docs(part):
    """Give the names of a part's files in build/docs."""
    with ZipFile(part) as archive:
        return [name.removeprefix("docs/") for name in archive.namelist() if name.startswith("docs/")]


def test_the_same_shard_is_the_same_part(made, tmp_path):
    """Each piece of work belongs to one shard, always the same, and the shares are of a size."""
    folder, parts = made
    shares = [of_docs(part) for part in parts]
    assert len({name for share in shares for name in share}) == sum(map(len, shares))
    assert min(map(len, shares)) > max(map(len, shares)) / 2
    again, _ = build_shard(SITE, folder / "content", tmp_path, PlainEngine(), Shard(2, SHARDS))
    assert parts[1].read_bytes() == again.read_bytes()


def test_parts_are_taken_into_a_folder_that_has_a_site(made, content_folder, tmp_path):
    """What stood there of other content is gone, and the site stands until the new one is whole."""
    folder, parts = made
    build(SITE, content_folder(SMALL_CONTENT), tmp_path / "build", PlainEngine())
    before = tree(tmp_path / "build/site")
    take_in(parts, tmp_path / "build")
    assert before == tree(tmp_path / "build/site")
    build(SITE, folder / "content", tmp_path / "build", PlainEngine())
    assert tree(folder / "build/site") == tree(tmp_path / "build/site")


def test_parts_of_older_content_are_mended_by_the_build_that_joins_them(made, tmp_path):
    """Nothing on the site depends on the parts being right."""
    folder, parts = made
    shutil.copytree(folder / "content", tmp_path / "content")
    article = sorted((tmp_path / "content/articles").rglob("*.md"))[3]
    article.write_text(article.read_text(encoding="utf-8") + "\nA change in Paris.\n", encoding="utf-8")
    take_in(parts, tmp_path / "build")
    build(SITE, tmp_path / "content", tmp_path / "build", PlainEngine())
    build(SITE, tmp_path / "content", tmp_path / "whole", PlainEngine())
    assert tree(tmp_path / "whole/site") == tree(tmp_path / "build/site")


def test_what_are_not_all_parts_of_one_site_is_told(made, content_folder, tmp_path):
    """A missing part, one that is there twice, of another site or cut, a damaged file: nothing is touched."""
    _, parts = made
    (tmp_path / "damaged.zip").write_bytes(parts[0].read_bytes()[:-100])
    whole = parts[0].read_bytes()
    (tmp_path / "changed.zip").write_bytes(whole[: len(whole) // 3] + b"????" + whole[len(whole) // 3 + 4 :])
    other, _ = build_shard(SITE, content_folder(OTHER), tmp_path / "other", PlainEngine(), Shard(3, SHARDS))
    half, _ = build_shard(SITE, tmp_path / "content", tmp_path / "half", PlainEngine(), Shard(1, 2))
    for given, told in (
        (parts[:2], r"missing: part 3/3 \(make it: cuttings build --shard 3/3\)"),
        (parts[1:2], r"missing: part 1/3, 3/3"),
        ([*parts, parts[0]], "part 1/3 is there twice: .*part-1-of-3.zip, .*part-1-of-3.zip"),
        ([*parts[:2], other], "are not of one site: content, settings or versions differ"),
        ([*parts, half], "cut into 2 and 3 parts"),
        ([tmp_path / "damaged.zip", *parts[1:]], "damaged.zip: not a part of a site, or damaged"),
        ([tmp_path / "changed.zip", *parts[1:]], "changed.zip: not a part of a site, or damaged"),
    ):
        with pytest.raises(BuildError, match=told):
            take_in(given, tmp_path / "build")
    assert not (tmp_path / "build/site").exists()


@pytest.mark.parametrize("written", ["0/4", "5/4", "4", "1/0", "a/b", "1/9999", "-1/4", ""])
def test_a_shard_is_written_as_a_number_of_a_number(written, capsys):
    """Anything else is wrong use, and said so."""
    assert Shard(2, 4) == shard("2/4")
    with pytest.raises(SystemExit, match="2"):
        main(["build", "--shard", written])
    assert "not a shard" in capsys.readouterr().err or written == "-1/4"
