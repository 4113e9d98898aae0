"""Private records: the site says nothing of its own about them; a text that names somebody still does."""

import gzip

import pytest
from builders import SITE, tree
from conftest import ROOT
from test_build import PlainEngine

from generator.build import build
from generator.cli import main
from generator.problems import ContentError

CONTENT = {
    "articles/2022/held.md": """\
---
title: Held in Paris
published: 2022-02-06
source: {outlet: secretpaper, agencies: [secretpaper]}
entities: [secretid, xi-jinping]
topics: [secrettopic]
exclude: {entities: [secretid]}
rights: full
---

Wanda Blum met Xi Jinping in China. "Nobody asked me, and I never saw a judge in all those days," Wanda Blum said.
Blum counted 300 detainees. Wanda Blum was held on 1 May 2021.
""",
    "articles/2022/again.md": """\
---
title: Again in Paris
published: 2022-02-07
rights: full
---

Wanda Blum met Xi Jinping again. Blum spoke. Others told of arrests. Otto Blum wrote.
""",
    "authorities/a.yml": """\
- id: secretid
  kind: person
  label: Secretlabel Blum
  aliases: [Wanda Blum, Secretalias]
  description: Secretdescription
  same_as: {wikidata: Secretq1}
  redirect_from: [secretformer]
  country: CN
  private: true
- {id: xi-jinping, kind: person, label: Xi Jinping, country: CN, broader: secretid}
- {id: otto-blum, kind: person, label: Otto Blum}
- {id: secretpart, kind: group, label: Secretpart, broader: secretid, private: true}
- {id: secretpaper, kind: outlet, label: Secretpaper, private: true}
- {id: secrettopic, kind: topic, label: Secrettopic, terms: {arrests: 3}, private: true}
- {id: secretbad, kind: person, label: Secretbad, broader: secretnobody, private: true}
- {id: secretmerged, kind: person, label: Secretmerged, private: true}
""",
    "decisions.yml": """\
- {decision: rename, record: secretid, label: Secretlabel Blum, why: secretwhy, by: secretby}
- {decision: retype, record: secretgone, kind: group, why: about Secretalias}
""",
}


@pytest.fixture(autouse=True)
def in_the_folder_of_mkdocs(monkeypatch):
    """Run commands where mkdocs.yml is."""
    monkeypatch.chdir(ROOT)


def holding(folder, *words):
    """Give the files below a folder whose name or content has any of some words."""
    texts = {name: gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw for name, raw in tree(folder).items()}
    said = {name: f"{name} {raw.decode('utf-8', 'replace')}".casefold() for name, raw in texts.items()}
    return [name for name, text in said.items() if any(word in text for word in words)]


def test_nothing_of_a_private_record_is_told(content_folder, tmp_path):
    """Label, aliases, description, ids and decisions of private records are in no file of the site or the report."""
    content, folder = content_folder(CONTENT), tmp_path / "build"
    build(SITE, content, folder, PlainEngine())
    assert [] == holding(folder / "docs", "secret")
    assert [] == holding(folder / "site", "secret")
    report = (folder / "report.json").read_text("utf-8")
    assert "secret" not in report.casefold()
    assert "[private]" in report
    assert "Wanda Blum" in (folder / "docs/articles/held.md").read_text("utf-8")


def test_a_record_merged_with_a_private_one_is_private(content_folder, tmp_path):
    """It has no page, no redirect and no alias of either, and a published address must be given up knowingly."""
    merge = "- {decision: merge, record: secretmerged, into: xi-jinping, why: secretwhy}\n"
    files = CONTENT | {"decisions.yml": merge}
    folder = tmp_path / "build"
    build(SITE, content_folder(files), folder, PlainEngine())
    assert [] == holding(folder / "site", "secret")
    assert not (folder / "site/entities/xi-jinping").exists()
    content = content_folder(files | {"addresses.txt": "entities/xi-jinping/\n"})
    with pytest.raises(ContentError, match=r"addresses\.txt:1: an address that would be lost"):
        build(SITE, content, folder, PlainEngine())


def test_a_private_record_that_a_public_one_was_merged_into_hides_it(content_folder, tmp_path):
    """Whichever way the merge goes, nobody is told that the two are one."""
    merge = "- {decision: merge, record: xi-jinping, into: secretmerged}\n"
    folder = tmp_path / "build"
    build(SITE, content_folder(CONTENT | {"decisions.yml": merge}), folder, PlainEngine())
    assert [] == holding(folder / "site", "secret")
    assert not (folder / "site/entities/xi-jinping").exists()


def test_check_names_no_private_record(content_folder, capsys):
    """Logs of CI are public: a problem tells where to look, and not of whom."""
    main(["check", "--content", str(content_folder(CONTENT))])
    printed = capsys.readouterr().out
    assert "authorities/a.yml" in printed
    assert "secret" not in printed.casefold()
