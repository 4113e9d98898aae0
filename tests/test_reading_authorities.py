"""Authority files: records of any kind, and what of a bad file is kept."""

import pytest

from generator.formats.authorities import read_authorities
from generator.model import Record
from generator.reading.content import read_content


def test_records_are_read_with_their_lines():
    """A file may hold records of several kinds; each is found again by its line."""
    records, problems = read_authorities(
        b"""\
# Places and topics.
- id: xinjiang
  kind: place
  label: Xinjiang
  aliases: [XUAR, Eastern  Turkistan]
  country: CN
  same_as: {wikidata: Q34800}
  private: true

- {id: trade, kind: topic, label: Trade, terms: {Tariff: 1, "free  trade": 2.5}, requires: tariff}
""",
        "authorities/x.yml",
    )
    assert () == problems
    assert {
        2: Record(
            id="xinjiang",
            kind="place",
            label="Xinjiang",
            aliases=("XUAR", "Eastern Turkistan"),
            country="CN",
            same_as={"wikidata": "Q34800"},
            private=True,
        ),
        10: Record(
            id="trade", kind="topic", label="Trade", terms={"Tariff": 1.0, "free trade": 2.5}, requires=("tariff",)
        ),
    } == records


def test_a_bad_record_takes_no_other_with_it():
    """The records around a bad one stay."""
    records, problems = read_authorities(
        b"- {id: a, kind: person, label: A}\n- {id: b, label: B}\n- {id: c, kind: person, label: C}\n",
        "authorities/x.yml",
    )
    assert ["a", "c"] == [record.id for record in records.values()]
    assert ["authorities/x.yml:2: 'kind' is missing (add a line 'kind: …')"] == [str(problem) for problem in problems]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n"])
def test_an_empty_file_holds_no_records(text):
    """A file may be there before its first record."""
    assert ({}, ()) == read_authorities(text.encode(), "authorities/x.yml")


def test_file_names_are_free_and_records_sorted(content_folder):
    """Records come from every YAML file below the folder, sorted by id; other files and links are not read."""
    folder = content_folder(
        {
            "authorities/z.yml": "- {id: b, kind: person, label: B}\n",
            "authorities/more/a.yaml": "- {id: c, kind: outlet, label: C}\n- {id: a, kind: person, label: A}\n",
            "authorities/notes.txt": "- {id: d, kind: person, label: D}\n",
        }
    )
    (folder / "authorities" / "link.yml").symlink_to("notes.txt")
    content = read_content(folder)
    assert ["a", "b", "c"] == list(content.records)
    assert ("authorities/more/a.yaml", 2) == content.origins["a"]
    assert () == content.problems


def test_the_first_of_two_records_stays(content_folder):
    """Of two records with one id the first by path is kept, so the result does not depend on who reads first."""
    folder = content_folder(
        {
            "authorities/b.yml": "- {id: x, kind: person, label: Second}\n",
            "authorities/a.yml": "- {id: x, kind: person, label: First}\n",
        }
    )
    assert "First" == read_content(folder).records["x"].label


def test_the_first_of_two_articles_stays(content_folder):
    """Of two articles with one id the first by path is kept."""
    folder = content_folder(
        {"articles/2022/a.md": "---\ntitle: Second\n---\n", "articles/2021/a.md": "---\ntitle: First\n---\n"}
    )
    assert "First" == read_content(folder).articles["a"].front.title


def test_two_pages_of_one_name_are_told(content_folder):
    """No page that an editor wrote is dropped without a word."""
    folder = content_folder({"pages/about.md": "---\ntitle: A\n---\n", "pages/more/about.md": "---\ntitle: B\n---\n"})
    assert read_content(folder).problems


def test_an_empty_folder_is_empty_content(content_folder):
    """Content may begin with nothing."""
    content = read_content(content_folder({"articles/.gitkeep": ""}))
    assert ({}, {}, {}, ()) == (content.articles, content.records, content.pages, content.problems)
