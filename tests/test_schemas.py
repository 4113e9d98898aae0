"""Schemas for editors, and files begun by `cuttings new`: both say what the reader of content says."""

import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from jsonschema import Draft7Validator

from generator.cli import main
from generator.commands.shared import DONE, WRONG_USE
from generator.engine import setting_names
from generator.formats.articles import read_article
from generator.formats.authorities import read_authorities
from generator.formats.decisions import read_decisions
from generator.formats.json_schemas import schema_files
from generator.problems import ContentError
from generator.redacting.entries import read_redactions

SCHEMAS = {Path(name).stem: json.loads(text) for name, text in schema_files(setting_names())}


class Yaml(yaml.SafeLoader):
    """Reads YAML as editors do: as its version 1.2, where a date and the word "on" are text."""


_KEPT = {"tag:yaml.org,2002:null", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"}
Yaml.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag in _KEPT]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(?:true|false)$"), ["t", "f"])


def faults(schema, text):
    """Give what a schema finds wrong with YAML."""
    return [error.message for error in Draft7Validator(SCHEMAS[schema]).iter_errors(yaml.load(text, Yaml))]


def read(schema, text):
    """Give what the reader of content finds wrong with the same."""
    try:
        if schema == "article":
            read_article(f"---\n{text}\n---\n\nWords.\n".encode(), "articles/undated/a.md")
            return []
        if schema == "redactions":
            read_redactions(text.encode(), "a.yml")
            return []
        reader = {"authorities": read_authorities, "decisions": read_decisions}[schema]
        return list(reader(text.encode(), "a.yml")[1])
    except ContentError as error:
        return list(error.problems)


@pytest.mark.parametrize("content", [ROOT / "content", ROOT / "generator/starter/content"], ids=["ours", "new"])
def test_content_keeps_to_the_schemas(content):
    """The content of this repository, and of a new site, has no fault in an editor."""
    told = {}
    for path in sorted(content.rglob("*.md")):
        told[path.name] = faults("article", path.read_text(encoding="utf-8").split("---")[1])
    for path in sorted((content / "authorities").iterdir()):
        told[path.name] = faults("authorities", path.read_text(encoding="utf-8"))
    told["decisions"] = faults("decisions", (content / "decisions.yml").read_text(encoding="utf-8"))
    assert {} == {name: found for name, found in told.items() if found}


GOOD = {
    "article": [
        "title: A",
        "title: 1984\npublished: 1984",
        "title: A\npublished: 2022-02-06\ndate_status: derived\nsource: {outlet: wion, authors: Ann, url: null}",
        "title: A\nentities: xi-jinping\ncountries: [CN]\nexclude: {topics: [trade]}\nreview: {on: 2022}",
        "title: A\npublished:\nrights: metadata",
    ],
    "authorities": [
        "[]",
        "- {id: xi-jinping, kind: person, label: Xi Jinping, aliases: [Xi, 7], country: CN}",
        "- {id: trade, kind: topic, label: Trade, terms: {trade: 2.5}, same_as: {wikidata: Q1}}",
    ],
    "decisions": [
        "- {decision: merge, record: a, into: b, by: Ann, on: 2022-01-01, why: one person}",
        "- {decision: not-a-name, names: [Board]}",
    ],
    "redactions": [
        "",
        "- {name: Jane Doe, aliases: Auntie Jane, replace: Witness A, parts: false}",
        "- {pattern: '[0-9]{5}', article: null}\n- {article: 2022-02-06-an-arrest, replace: metadata}",
    ],
}
BAD = {
    "article": [
        "published: 2022",
        "title: ''",
        "title: A\nauthor: Ann",
        "title: A\npublished: 31/12/2020",
        "title: A\ndate_status: stated",
        "title: A\ngenre: novel",
        "title: A\nsource: {url: 'ftp://example.org/'}",
        "title: A\nsource: wion",
        "title: A\nid: An Id",
        "title: A\nsource: {retrieved: yesterday}",
        "title: A\nentities: {a: b}",
    ],
    "authorities": [
        "a: b",
        "- {id: a, kind: person}",
        "- {id: a, kind: ghost, label: A}",
        "- {id: a, kind: person, label: A, terms: {b: 1}}",
        "- {id: a, kind: topic, label: A, terms: {b: many}}",
        "- {id: a, kind: place, label: A, country: China}",
        "- {id: a, kind: place, label: A, private: maybe}",
    ],
    "decisions": ["- {decision: merge, record: a}", "- {decision: forget}", "- {decision: rename, label: A}"],
    "redactions": ["name: Jane Doe", "- {aliases: [Jane]}", "- {name: Jane Doe, article: a}", "- {names: Jane Doe}"],
}


@pytest.mark.parametrize(("schema", "text"), [(name, text) for name, texts in GOOD.items() for text in texts])
def test_an_editor_accepts_what_is_read(schema, text):
    """What the reader takes is not marked as wrong."""
    assert [] == read(schema, text)
    assert [] == faults(schema, text)


@pytest.mark.parametrize(("schema", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_an_editor_marks_what_is_not_read(schema, text):
    """What the reader refuses is marked while one types."""
    assert read(schema, text)
    assert faults(schema, text)


@pytest.mark.parametrize("file", [ROOT / "mkdocs.yml", ROOT / "generator/starter/mkdocs.yml"], ids=["ours", "new"])
def test_settings_keep_to_their_schema(file):
    """Settings have no fault in an editor; a misspelled one, and a site without our plugin, are marked."""
    text = file.read_text(encoding="utf-8").replace("!ENV ", "")

    assert [] == faults("settings", text)
    for wrong in (
        text.replace("site_url:", "site_ulr:"),
        text.replace("  - cuttings", "  - search"),
        text.replace("  - cuttings", "  - cuttings: {contents: articles}"),
        text.replace("site_name:", "# site_name:"),
    ):
        assert faults("settings", wrong)


def begun(capsys, content, *options):
    """Begin an article and give its file."""
    assert DONE == main(["new", *options, "--content", str(content)])
    return Path(capsys.readouterr().out.splitlines()[0])


def test_a_new_article_is_there_to_be_filled_in(content_folder, capsys):
    """The file has what was told, and what is still to be told with its meaning; the content has no problem."""
    content = content_folder({"authorities/a.yml": "- {id: wion, kind: outlet, label: WION}\n"})
    main(["schemas", "--quiet", "--content", str(content)])
    path = begun(capsys, content, "Khan: “#1”", "--published", "2022-02-06", "--outlet", "WION", "--author", "Ann: Lee")

    assert content / "articles/2022/2022-02-06-khan-1.md" == path
    front = read_article(path.read_bytes(), f"articles/2022/{path.name}").front
    assert ("Khan: “#1”", "stated", "wion", ("Ann: Lee",)) == (
        *(front.title, front.date_status),
        *(front.source.outlet, front.source.authors),
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "# yaml-language-server: $schema=../../schemas/article.json" == lines[1]
    assert (path.parent / lines[1].partition("=")[2]).resolve().is_file()
    assert "  url:   # where it stands on the web" in lines
    assert [] == faults("article", path.read_text(encoding="utf-8").split("---")[1])
    assert DONE == main(["check", "--content", str(content)])


def test_an_outlet_without_a_record_gets_one(content_folder, capsys):
    """As with `add`, a record is proposed, so that the next check finds nothing wrong."""
    content = content_folder({"decisions.yml": ""})
    path = begun(capsys, content, "Rain", "--outlet", "The Yorkshire Post")

    assert content / "articles/undated/rain.md" == path
    assert "- id: the-yorkshire-post\n  kind: outlet\n" in (content / "authorities/proposed.yml").read_text()
    assert DONE == main(["check", "--content", str(content)])


def test_a_new_article_takes_no_other_ones_place(content_folder, capsys):
    """An id that is taken, a date that is none and an empty title are refused, and nothing is written."""
    content = content_folder({"articles/2020/rain.md": "---\ntitle: Rain\n---\n"})

    for arguments, told in (
        (["Rain"], "rain.md is there already"),
        (["Snow", "--published", "31/12/2020", "--outlet", "New"], "'31/12/2020' is not a date"),
        ([" \n"], "the title is empty"),
    ):
        assert WRONG_USE == main(["new", *arguments, "--content", str(content)])
        assert told in capsys.readouterr().err
    assert ["rain.md"] == [path.name for path in content.rglob("*") if path.is_file()]
