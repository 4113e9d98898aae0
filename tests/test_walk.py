"""The walk through what waits: what is shown, what each reply does, taking back, and hostile text on a terminal."""

import os
import pty
import subprocess
import sys

import pytest
from builders import record, tree
from conftest import ROOT

from generator.editing.answers import Signed
from generator.editing.cases import DECIDED_HERE
from generator.editing.overview import overview
from generator.editing.session import Session
from generator.editing.walk import told, walk
from generator.formats.front_matter_items import with_entity
from generator.formats.record_blocks import record_text
from generator.problems import BuildError, ContentError
from generator.reading.content import read_content

HOSTILE = "\x1b]0;owned\x07\x1b[2JEvil\u202eknird\u2066"


def dated(number: int, title: str, body: str) -> str:
    """Write an article of a day."""
    return f"---\ntitle: {title}\npublished: 2022-02-0{number}\n---\n\n{body}\n"


@pytest.fixture
def content(content_folder):
    """A content folder with proposed records, a name of two records, a part that two people bear, and hostile text."""
    proposed = [
        record("mud-society", "organisation", "Mud Society"),
        record("mud-club", "organisation", "The Mud Club", description=HOSTILE),
    ]
    known = [
        record("muddy-society", "organisation", "Muddy Society"),
        record("ann-lee", label="Ann Lee"),
        record("bob-lee", label="Bob Lee"),
        record("oxus-river", "place", "Oxus"),
        record("oxus-paper", "work", "Oxus"),
    ]
    return content_folder(
        {
            "authorities/records.yml": "\n".join(map(record_text, known)),
            "authorities/proposed.yml": "# Proposed.\n\n"
            + "\n".join(record_text(one, ["confidence 0.90, 1 mention in 1 article"]) for one in proposed),
            "articles/2022/one.md": dated(1, "Mud", f"The Mud Society met. {HOSTILE} Mud Society met Oxus."),
            "articles/2022/two.md": dated(2, "Lees", "Ann Lee and Bob Lee met. Then Lee left for the Mud Society."),
        }
    )


class Script:
    """A console whose lines are written beforehand."""

    def __init__(self, *lines):
        self.lines = list(lines)
        self.told = []

    def ask(self, prompt):
        """Give the next line, None after the last."""
        self.told.append(prompt)
        return self.lines.pop(0) if self.lines else None

    def tell(self, line):
        """Keep a line."""
        self.told.append(line)

    @property
    def text(self):
        """All that was told."""
        return "\n".join(self.told)


def walked(content, *lines):
    """Walk with the given replies; gives the console and the session."""
    seen = overview(content, content.parent / "no-cache")
    session, console = Session(content, seen.content), Script(*lines)
    walk(session, seen.gathered, seen.waiting, console, Signed("ed", "2026-11-24"))
    return console, session


def test_a_proposed_record_is_shown_with_its_sentences(content):
    """An editor sees label, kind, how sure it is, the sentence with the name in brackets, and what it may be."""
    console, _ = walked(content, "s", "q")
    assert "1 of 5: proposed record" in console.text
    assert "Mud Society (organisation, mud-society)" in console.text
    assert "confidence 0.90" in console.text
    assert "two: Then Lee left for the [Mud Society]." in console.text
    assert "1 Muddy Society (organisation, muddy-society)" in console.text


def test_accept_reject_and_a_merge_by_search(content):
    """Each reply does what the command of the same name does."""
    _, session = walked(content, "a", "r no club", "q")
    there = read_content(content)
    assert "authorities/accepted.yml" == there.origins["mud-society"][0]
    assert "mud-club" not in there.records
    assert [("not-a-name", ("The Mud Club",), "ed", "no club")] == [
        (one.decision, one.names, one.by, one.why) for _, _, one in there.decisions
    ]
    assert 2 == session.decisions


@pytest.mark.parametrize(
    "lines", [("m", "muddy", "1"), ("1",), ("m muddy-society",), ("m", "nothing like it", "muddy", "1")]
)
def test_merging_by_number_id_or_words(content, lines):
    """The record to merge into is the numbered one, named by its id, or searched for."""
    walked(content, *lines, "q")
    assert [("merge", "mud-society", "muddy-society")] == [
        (one.decision, one.record, one.into) for _, _, one in read_content(content).decisions
    ]


def test_a_record_that_was_renamed_is_asked_about_again(content):
    """Another label or kind leaves the record waiting, shown as it is now."""
    console, _ = walked(content, "n Society of Mud", "k group", "k nonsense", "a", "q")
    assert "Society of Mud (group, mud-society); also Mud Society" in console.text
    assert "one of person, organisation" in console.text
    assert ["rename", "retype"] == [one.decision for _, _, one in read_content(content).decisions]
    assert "authorities/accepted.yml" == read_content(content).origins["mud-society"][0]


def test_names_that_several_bear(content):
    """An equal name goes to one record; two people who are one are merged."""
    console, _ = walked(content, "s", "s", "1", "m 1", "n other matters")
    assert "“Oxus” could name" in console.text
    assert "“Lee” could name" in console.text
    assert "two: Then [Lee] left" in console.text
    decisions = [(one.decision, one.record, one.into, one.names) for _, _, one in read_content(content).decisions]
    assert [("not-a-name", "oxus-river", None, ("Oxus",)), ("merge", "bob-lee", "ann-lee", ())] == decisions[:2]
    assert {"proposed record"} == {one.waits for one in overview(content, content.parent / "no").waiting} & DECIDED_HERE


def test_a_story_is_confirmed_or_not(content):
    """Both articles are shown with what they share; the decision names both, with the reason."""
    console, _ = walked(content, "s", "s", "s", "s", "y the same meeting")
    assert "two: Lees (no outlet, 2022-02-02)" in console.text
    assert [("same-story", ("two", "one"), "the same meeting")] == [
        (one.decision, one.articles, one.why) for _, _, one in read_content(content).decisions
    ]


def test_undo_takes_every_decision_back(content):
    """After as many undos as decisions every byte is as it was, and there is nothing to tell."""
    before = tree(content)
    console, session = walked(content, "a", "n Club of Mud", "1", "u", "r", "u", "u", "u", "u", "q")
    assert "there is no decision to take back" in console.text
    assert before == tree(content)
    assert ["Nothing was changed."] == list(told(session))


def test_the_end_tells_what_changed(content):
    """A difference of the files that changed, and what to do next."""
    _, session = walked(content, "a")
    lines = list(told(session))
    assert "+- id: mud-society" in lines
    assert "1 decision; authorities/accepted.yml, authorities/proposed.yml changed" in "\n".join(lines)


def test_nothing_from_a_text_reaches_the_terminal_as_a_command(content):
    """Escapes, controls and marks of direction are shown and not obeyed, in sentences, records and the difference."""
    console, session = walked(content, "a", "a", "q")
    for line in (*console.told, *told(session)):
        assert all(char.isprintable() for char in line.strip("\n")), repr(line)
    assert "Evil" in console.text


def test_a_reply_that_fits_nothing_is_told(content):
    """Unknown keys, unknown numbers and a merge into a country change nothing."""
    before = tree(content)
    console, _ = walked(content, "z", "99", "m fr", "m", "", "?", "q")
    assert before == tree(content)
    assert "nothing was decided" in console.text
    assert "countries stay as ISO 3166 has them" in console.text
    assert "retype" in console.text


def test_a_file_that_somebody_else_changed_is_not_overwritten(content):
    """What was written meanwhile is kept, and the walk ends with the reason."""
    seen = overview(content, content.parent / "no-cache")
    session = Session(content, seen.content)
    proposed = content / "authorities/proposed.yml"
    proposed.write_text("# Mine.\n", "utf-8")
    with pytest.raises(BuildError, match="changed by somebody else"):
        walk(session, seen.gathered, seen.waiting, Script("a"), Signed())
    assert "# Mine.\n" == proposed.read_text("utf-8")


def test_on_a_terminal(content, tmp_path):
    """The command works on a real terminal, line by line, and an end of input is a way to quit."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "generator", "decide", "--content", str(content), "--build", str(tmp_path / "b")]
    with subprocess.Popen(command, cwd=ROOT, stdin=follower, stdout=follower, stderr=follower) as running:
        os.close(follower)
        os.write(leader, b"a\nu\n\x04")
        shown = b""
        try:
            while piece := os.read(leader, 4096):
                shown += piece
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(leader)
    assert 0 == running.returncode
    assert b"taken back: authorities/accepted.yml, authorities/proposed.yml as before" in shown
    assert b"\x1b]0;owned" not in shown
    assert b"Nothing was changed." in shown


def test_a_part_of_a_name_is_settled_in_its_articles(content):
    """The number of a person writes it into the articles that hold the part; undo takes it out again."""
    before = tree(content)
    _, session = walked(content, "s", "s", "s", "1", "u", "2", "q")
    changed = {name for name, raw in tree(content).items() if raw != before[name]}
    assert {"articles/2022/two.md"} == changed == {*session.changed()}
    assert "\nentities: [bob-lee]\n---\n" in (content / "articles/2022/two.md").read_text("utf-8")
    assert "unresolved name" not in {one.waits for one in overview(content, content.parent / "none").waiting}
    assert "+entities: [bob-lee]" in list(told(session))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("title: T\n", "title: T\nentities: [x]\n"),
        ("title: T\r\n", "title: T\r\nentities: [x]\r\n"),
        ("entities: [a, b]  # why\ntitle: T\n", "entities: [a, b, x]  # why\ntitle: T\n"),
        ("entities: []\ntitle: T\n", "entities: [x]\ntitle: T\n"),
        ("entities: a\ntitle: T\n", "entities: [a, x]\ntitle: T\n"),
        ("entities:\n  - a\n  - b\ntitle: T\n", "entities:\n  - x\n  - a\n  - b\ntitle: T\n"),
        ("entities:\n- a\ntitle: T\n", "entities:\n- x\n- a\ntitle: T\n"),
        ("entities: [a, x]\ntitle: T\n", "entities: [a, x]\ntitle: T\n"),
    ],
)
def test_an_item_is_added_to_a_list_as_it_is_written(written, expected):
    """Every other byte of the file stays."""
    end = "\r\n" if "\r" in written else "\n"
    text = f"---{end}{{}}---{end}{end}entities: [no]{end}---{end}Text.{end}"
    assert text.replace("{}", expected) == with_entity(text.replace("{}", written), "a/t.md", "x")


@pytest.mark.parametrize("written", ["entities: [a,\n  b]\ntitle: T\n", '"entities": [a]\ntitle: T\n', "{title: T}\n"])
def test_a_list_that_is_written_otherwise_is_left_to_people(written):
    """What cannot be added to with certainty is told with what to write."""
    with pytest.raises(ContentError, match="by hand"):
        with_entity(f"---\n{written}---\n\nText.\n", "a/t.md", "x")
