"""Files of records: proposals are put in, taken out and accepted without touching what people wrote."""

from builders import record
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.authorities import read_authorities
from generator.formats.record_blocks import accepted_text, blocks, joined, proposed_text, record_text, taken_out
from generator.model import Review

HUMAN = """# Ours.

# seen twice
- id: mud-society
  kind: organisation
  label: "Mud Society"   # checked
  review: {state: proposed}

- id: zebra
  label: Zebra
  kind: person
"""


def read(text):
    """Read the records of a file by id, without the lines."""
    found, problems = read_authorities(text.encode(), "proposed.yml")
    assert () == problems
    return {one.id: one for one in found.values()}


def test_new_records_stand_where_their_ids_belong():
    """A proposal goes between its neighbours, its notes above it; every line of the others stays."""
    text = proposed_text(
        HUMAN, [(record("narabad", "place", country="PK"), ["confidence 0.90, 1 mention in 1 article"])]
    )
    assert ["mud-society", "narabad", "zebra"] == list(read(text))
    assert "\n# confidence 0.90, 1 mention in 1 article\n- id: narabad\n  kind: place\n" in text
    assert set(HUMAN.splitlines()) <= set(text.splitlines())


def test_a_record_that_stands_there_is_not_written_again():
    """What people changed in a proposal stays, and running again changes nothing."""
    assert HUMAN == proposed_text(HUMAN, [(record("mud-society", "place"), ["a note"])])


def test_accepting_drops_notes_and_sets_the_review():
    """An accepted record has no machine's notes, and says by whom it was reviewed and when."""
    rest, out = taken_out(HUMAN, ["mud-society"])
    text = accepted_text("", out, Review("reviewed", "ed", "2026-11-21"))
    assert ["zebra"] == list(read(rest))
    assert Review("reviewed", "ed", "2026-11-21") == read(text)["mud-society"].review
    assert "seen twice" not in text
    assert "on: 2026-11-21" in text


def test_taking_all_out_leaves_the_head():
    """The comment at the file's beginning is no record's."""
    assert ("# Ours.\n", 2) == (taken_out(HUMAN)[0], len(taken_out(HUMAN)[1]))


def test_parting_and_joining_changes_nothing():
    """A file in our own form is the same after it was parted into blocks."""
    text = proposed_text("", [(record("a-b"), ["one", "two"]), (record("c-d", "place", aliases=("C", "D: e")), [])])
    assert text == joined(*blocks(text))


_TEXT = st.text(min_size=1, max_size=40).map(str.strip).filter(lambda text: text and text == " ".join(text.split()))


@given(_TEXT, st.lists(_TEXT, max_size=4), st.lists(st.text(max_size=300), max_size=3))
def test_any_record_is_read_back(label, aliases, notes):
    """No label, alias or note of a text can break out of its place in the file."""
    one = record("some-id", "organisation", label, aliases=tuple(aliases), country="PK")
    written = proposed_text("", [(one, notes)])
    printable = all(char.isprintable() for text in (label, *aliases) for char in text)
    found = blocks(written)[1]
    assert ["some-id"] == [block.id for block in found]
    if printable:
        assert {"some-id": one} == read(written)
        assert record_text(one) == found[0].text
