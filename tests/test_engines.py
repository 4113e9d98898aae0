"""Other engines make the same pages of what is generated, so that the site can move when MkDocs is no more."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browser import the_site  # noqa: F401 (a fixture)
from conftest import ROOT
from lxml import html


def pages(folder: Path) -> dict[str, str]:
    """Give the text of each page of a site without spaces, which engines put between blocks as they like."""
    texts = {}
    for path in sorted(folder.rglob("index.html")):
        content = "".join(html.parse(path).xpath('//*[@id="content"]//text()'))  # none on a page that leads on
        texts[path.relative_to(folder).as_posix()] = "".join(content.split())
    return texts


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_another_engine_makes_the_same_pages(engine, site, tmp_path):
    """From build/docs, the theme and mkdocs.yml without our plugin come the pages of the site, text for text."""
    shutil.copytree(site.parent / "docs", tmp_path / "build/docs")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace("plugins:\n  - cuttings\n", "plugins: []\n"))
    made = subprocess.run(
        [Path(sys.executable).with_name(engine), "build", "-f", tmp_path / "mkdocs.yml"],
        cwd=tmp_path,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == made.returncode, made.stdout[-2000:] + made.stderr[-2000:]

    expected, found = pages(site), pages(tmp_path / "build/site")
    assert len(expected) > 100
    assert expected.keys() == found.keys()
    assert [] == [name for name, text in expected.items() if found[name] != text]
