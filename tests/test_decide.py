"""Deciding: what an editor decides is checked, kept in the ledger for ever, and shows in a small diff."""

import pytest
from builders import record

from generator.editing.proposals import accept, decide, reject
from generator.formats.record_blocks import record_text
from generator.ledger import Decision
from generator.problems import ContentError
from generator.reading.content import read_content

LEDGER = "# Our ledger.\n\n- decision: rename  # why not\n  record: zebra\n  label: Zebra Crossing\n"
ARTICLE = "---\ntitle: T\nsource:\n  outlet: daily-mud\n---\n\nText.\n"


@pytest.fixture
def content(content_folder):
    """A content folder with a ledger, proposed records and two articles."""
    proposed = [record("daily-mud", "outlet"), record("mud-society", "organisation", aliases=("MS", "Muds"))]
    return content_folder(
        {
            "decisions.yml": LEDGER,
            "authorities/records.yml": "\n".join(
                map(record_text, [record("zebra"), record("yak", "place", aliases=("Yaks",))])
            ),
            "authorities/proposed.yml": "# Proposed.\n\n"
            + "\n".join(f"# a note\n{record_text(one)}" for one in proposed),
            "articles/undated/one.md": ARTICLE,
            "articles/undated/two.md": "---\ntitle: T\n---\n\nText.\n",
        }
    )


def ledger(content):
    """Read what stands in the ledger."""
    return (content / "decisions.yml").read_text("utf-8")


def test_accepting_moves_the_record(content):
    """An accepted record stands in the accepted file with who and when, and no longer in the other."""
    done = accept(content, ["mud-society"], by="ed", on="2026-11-21")
    there = read_content(content)
    assert (("mud-society",), ("authorities/accepted.yml", "authorities/proposed.yml")) == (done.moved, done.written)
    assert ("authorities/accepted.yml", "reviewed") == (
        there.origins["mud-society"][0],
        there.records["mud-society"].review.state,
    )
    assert "daily-mud" in (content / "authorities/proposed.yml").read_text("utf-8")


def test_an_unknown_id_is_told_with_the_nearest(content):
    """A mistyped id changes nothing and names the one that was meant."""
    before = ledger(content)
    with pytest.raises(ContentError, match="did you mean 'mud-society'"):
        accept(content, ["mud-sociey"])
    with pytest.raises(ContentError, match=r"no record has this id: 'zebr' .did you mean 'zebra'"):
        decide(content, Decision("merge", "zebr", "yak"))
    with pytest.raises(ContentError, match="no article has this id"):
        decide(content, Decision("same-story", articles=("one", "tow")))
    assert before == ledger(content)


def test_an_entry_is_added_at_the_end(content):
    """The ledger keeps its comments and order, and reads back what was decided."""
    entry = Decision("merge", "zebra", "yak", by="ed", on="2026-11-21", why="they are: one")
    done = decide(content, entry)
    assert (entry,) == done.entries
    assert LEDGER + "\n" == ledger(content)[: len(LEDGER) + 1]
    assert "- decision: merge\n  record: zebra\n  into: yak\n  by: ed\n  on: 2026-11-21\n" in ledger(content)
    assert entry == read_content(content).decisions[-1][2]


@pytest.mark.parametrize(
    "entry",
    [
        Decision("rename", "yak", label="The Yak: a place"),
        Decision("retype", "yak", kind="group"),
        Decision("split", "yak", "yaks", label="Yaks", kind="group", names=("Yaks",)),
        Decision("not-a-name", "yak", names=("Yaks",)),
        Decision("not-a-name", names=("Monday Club", "no: name")),
        Decision("same-story", articles=("one", "two"), why="«same» # event"),
        Decision("not-same-story", articles=("one", "two")),
    ],
)
def test_every_sort_of_decision_is_read_back_without_a_problem(content, entry):
    """What a command writes is what the build reads, and deciding it again adds nothing."""
    before = read_content(content).problems
    decide(content, entry)
    there = read_content(content)
    assert (entry, before) == (there.decisions[-1][2], there.problems)
    assert () == decide(content, entry).entries


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (Decision("merge", "yak"), "needs 'into'"),
        (Decision("merge", "yak", "yak"), "into itself"),
        (Decision("split", "yak", "zebra", label="Z", names=("Yaks",)), "another record has"),
        (Decision("split", "yak", "No Id", label="Z", names=("Yaks",)), "cannot stand in an address"),
        (Decision("not-a-name", "yak", names=("Yacks",)), "no such name: 'Yacks' .did you mean 'Yaks'"),
        (Decision("same-story", articles=("one", "one")), "two articles"),
        (Decision("same-story"), "needs 'articles'"),
    ],
)
def test_a_decision_that_fits_nothing_is_refused(content, entry, message):
    """What is wrong is told before anything is written."""
    with pytest.raises(ContentError, match=message):
        decide(content, entry)
    assert LEDGER == ledger(content)


def test_merging_a_proposed_record_accepts_it(content):
    """The merged record must stand in a file for the decision to be replayed, but waits for nobody any more."""
    done = decide(content, Decision("merge", "mud-society", "yak", by="ed"))
    assert ("mud-society",) == done.moved
    assert "authorities/accepted.yml" == read_content(content).origins["mud-society"][0]


def test_a_rejected_record_is_gone_and_its_names_are_denied(content):
    """Names that other records bear stay theirs."""
    decide(content, Decision("rename", "yak", label="MS"))
    done = reject(content, ["mud-society"], by="ed", why="a slogan")
    assert [("not-a-name", ("Mud Society", "Muds"))] == [(entry.decision, entry.names) for entry in done.entries]
    assert "mud-society" not in read_content(content).records


def test_a_record_that_an_article_names_is_not_rejected(content):
    """An outlet of an article would be missing; merging is the way."""
    with pytest.raises(ContentError, match=r"articles/undated/one.md:1: the article names the record: 'daily-mud'"):
        reject(content, ["daily-mud"])
