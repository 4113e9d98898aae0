"""A whole small site, byte for byte: every file that is made of golden/site/content/ stands in golden/site/expected/.

A change of any page, feed, citation or table is read in the diff after `pytest tests/test_golden.py --update-golden`.
"""

import shutil
from pathlib import Path

import pytest
from builders import SITE, tree

from generator.build import generate
from generator.pages import about
from generator.quality import Measured
from generator.writing import MARKER

GOLDEN = Path(__file__).parent / "golden" / "site"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, bytes]:
    """Give the files that are made of the golden content."""
    docs = tmp_path_factory.mktemp("golden") / "docs"
    with pytest.MonkeyPatch.context() as patch:  # a better score is no change of the pages
        patch.setattr(about, "measured_quality", lambda: (Measured("topics", 0.9, "40 articles"),))
        generation = generate(SITE, GOLDEN / "content", docs)
    assert () == generation.problems
    return {name: content for name, content in tree(docs).items() if name != MARKER}


def test_the_site_is_as_expected(made, update_golden):
    """Every generated file has exactly the expected bytes, and there is no other."""
    folder = GOLDEN / "expected"
    if update_golden:
        shutil.rmtree(folder, ignore_errors=True)
        for name, content in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    expected = tree(folder)
    assert sorted(expected) == sorted(made)
    for name, content in expected.items():
        assert content.decode() == made[name].decode(), f"{name} differs; if it should, run pytest with --update-golden"


def test_private_people_are_in_no_file(made):
    """A private record has no page and no row; her name stands only where the text of the article is quoted."""
    assert [] == [name for name in made if "amina" in name]
    assert [] == [name for name, content in made.items() if b"amina-noor" in content]
    assert b"Amina Noor" not in made["data/records.jsonl"] + made["entities/index.md"] + made["index.md"]


def test_what_rights_deny_is_in_no_file(made):
    """Text of an article of which only the data may be shown, and the end of an excerpt, are published nowhere."""
    everything = b"\n".join(made.values())
    for denied in (b"None of this text", b"in Kabul", b"nobody opened the door", b"until the prisoners are home"):
        assert denied not in everything
