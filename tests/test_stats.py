"""What waits for an editor: each sort is found, counted, ordered, and told with what acts on it."""

import json

import pytest
from builders import record
from conftest import ROOT

from generator.cli import main
from generator.commands.stats import ACTS
from generator.editing.waiting import SORTS
from generator.formats.record_blocks import record_text

TEXT = "Envoys met on the {} bridge over the Oxus to sign a treaty on fish, ferries and {} toll houses by the shore. "


@pytest.fixture
def content(content_folder, monkeypatch):
    """A content folder in which everything waits."""
    monkeypatch.chdir(ROOT)
    known = [
        record("oxus", "place", "Oxus"),
        record("oxus-paper", "work", "Oxus"),
        record("ann-lee"),
        record("bob-lee"),
    ]
    body = "".join(TEXT.format(number, number * 7) for number in range(3, 12))
    return content_folder(
        {
            "addresses.txt": "about/\n",
            "pages/about.md": "---\ntitle: About\n---\n\nA page.\n",
            "authorities/records.yml": "\n".join(map(record_text, known)),
            "authorities/proposed.yml": record_text(record("mud-society", "organisation")),
            "articles/undated/one.md": f'---\ntitle: "\\u001B[2J One"\n---\n\n{body}\n',
            "articles/2022/two.md": "---\ntitle: Two\npublished: 2022-01-02\n---\n\nAnn Lee met Bob Lee. Lee left.\n",
            "articles/2022/bad.md": "---\ntitle: Bad\ngenre: novel\n---\n\nBad.\n",
        }
    )


def stats(content, capsys, *options):
    """Run the command and give what it printed."""
    assert 0 == main(["stats", "--content", str(content), "--build", str(content.parent / "build"), *options])
    return capsys.readouterr().out


def test_everything_that_waits_is_a_line_of_json(content, capsys):
    """The first line counts the corpus, each other is one thing that waits, the sorts in their order."""
    first, *rest = map(json.loads, stats(content, capsys, "--json").splitlines())
    assert {"articles": 2, "dated": 1} == {key: first["corpus"][key] for key in ("articles", "dated")}
    sorts = [one["waits"] for one in rest]
    assert sorted(sorts, key=SORTS.index) == sorts
    assert set(SORTS) - {"story to confirm"} == set(sorts)
    alias = next(one for one in rest if one["waits"] == "ambiguous alias")
    assert (["oxus", "oxus-paper"], 1, "Oxus") == (alias["among"], alias["articles"], alias["label"])
    part = next(one for one in rest if one["waits"] == "unresolved name")
    assert (["ann-lee", "bob-lee"], "Lee") == (part["among"], part["label"])


def test_a_terminal_gets_numbers_and_commands(content, capsys):
    """Each sort has its number and what acts on it, and no text is obeyed."""
    out = stats(content, capsys)
    assert "Proposed records: 1 (cuttings decide)" in out
    assert "Problems of the content: 1 (cuttings check)" in out
    assert "articles/2022/bad.md:3: 'genre' has an unknown value" in out
    assert "\x1b" not in out
    assert "and 1 more" not in stats(content, capsys, "--all")


def test_a_story_waits_until_it_is_decided(content, content_folder, capsys):
    """Two articles that seem to tell one story wait, and do not after a decision."""
    told = "Ann Lee and Bob Lee met at the Mud Society on the Oxus."
    for number, more in enumerate(("They signed a treaty on fish.", "Then Lee left for home.")):
        text = f"---\ntitle: A meeting\npublished: 2022-01-1{number}\n---\n\n{told} {more}\n"
        content_folder({f"articles/2022/meeting-{number}.md": text})
    waiting = [json.loads(line) for line in stats(content, capsys, "--json").splitlines()[1:]]
    (story,) = [one for one in waiting if one["waits"] == "story to confirm"]
    command = ["decide", "not-same-story", story["subject"], *story["among"], "--content", str(content)]
    assert 0 == main([*command, "--quiet"])
    assert '"story to confirm"' not in stats(content, capsys, "--json")


def test_every_sort_says_what_acts_on_it():
    """A new sort gets its words and its command."""
    assert set(SORTS) == set(ACTS)


def test_nothing_waits(content_folder, capsys, monkeypatch):
    """An editor who has done everything is told so."""
    monkeypatch.chdir(ROOT)
    done = "---\ntitle: T\npublished: 2022-01-02\nreview: {state: reviewed}\n---\n\nText.\n"
    assert "Nothing waits." in stats(content_folder({"articles/2022/a.md": done}), capsys)
