"""The ledger of decisions: what each does to the records, replayed in order, and references that it must not break."""

import pytest
from builders import record

from generator.authority import check_references, replay, with_countries
from generator.countries import all_countries
from generator.formats.decisions import read_decisions
from generator.ledger import Decision
from generator.model import Site
from generator.problems import Problem
from generator.reading.content import read_content
from generator.understanding import understand

ETIM = record("etim", "organisation", "East Turkistan Islamic Movement", aliases=("ETIM", "TIP"), country="CN")
PARTY = record("tip", "organisation", "Turkistan Islamic Party", aliases=("TIP",), same_as={"wikidata": "Q1"})
XI = record("xi-jinping", label="Xi Jinping", aliases=("Xi", "President Xi"))


def settle(*decisions: Decision, records=(ETIM, PARTY, XI)):
    """Replay decisions on a few records; the ledger's lines count from 1."""
    ledger = [("decisions.yml", line, decision) for line, decision in enumerate(decisions, 1)]
    return replay({one.id: one for one in records}, ledger)


def test_a_merge_gives_names_and_identifiers_to_the_record_that_stays():
    """Every name and identifier of the merged record stays findable, and its address leads to the other."""
    records, problems = settle(Decision("merge", record="tip", into="etim"))
    assert () == problems
    assert ["etim", "xi-jinping"] == list(records)
    merged = records["etim"]
    assert ("ETIM", "TIP", "Turkistan Islamic Party") == merged.aliases
    assert {"wikidata": "Q1"} == merged.same_as
    assert ("tip",) == merged.redirect_from
    assert "CN" == merged.country


def test_a_merge_keeps_a_private_person_private():
    """A private record does not become public by being merged."""
    hidden = record("witness", private=True)
    records, _ = settle(Decision("merge", record="witness", into="xi-jinping"), records=(hidden, XI))
    assert records["xi-jinping"].private


def test_merges_follow_one_another():
    """A record that was merged into one that is merged itself leads to the last."""
    other = record("tip-uk", "organisation")
    records, _ = settle(
        Decision("merge", record="tip-uk", into="tip"),
        Decision("merge", record="tip", into="etim"),
        records=(ETIM, PARTY, other),
    )
    assert ("tip", "tip-uk") == records["etim"].redirect_from
    assert "Tip Uk" in records["etim"].aliases


def test_a_split_gives_names_to_a_new_record():
    """Names that meant somebody else leave the record and belong to one of their own."""
    records, _ = settle(Decision("split", record="xi-jinping", into="river", label="Xi", kind="place", names=("Xi",)))
    assert ("President Xi",) == records["xi-jinping"].aliases
    assert record("river", "place", "Xi") == records["river"]


def test_a_rename_keeps_the_old_label_as_an_alias():
    """A renamed record is still found by its old name."""
    records, _ = settle(Decision("rename", record="etim", label="ETIM"))
    assert ("ETIM", ("East Turkistan Islamic Movement", "TIP")) == (records["etim"].label, records["etim"].aliases)


def test_a_retype_changes_the_kind_alone():
    """A record of the wrong kind keeps everything else."""
    records, _ = settle(Decision("retype", record="etim", kind="group"))
    assert "group" == records["etim"].kind
    assert ETIM.aliases == records["etim"].aliases


def test_not_a_name_takes_an_alias_from_one_record_or_from_all():
    """A surface that is no name is taken away, however it is written in the ledger."""
    of_one, _ = settle(Decision("not-a-name", record="etim", names=("tip",)))
    assert (("ETIM",), ("TIP",)) == (of_one["etim"].aliases, of_one["tip"].aliases)
    of_all, _ = settle(Decision("not-a-name", names=("TIP",)))
    assert (("ETIM",), ()) == (of_all["etim"].aliases, of_all["tip"].aliases)


def test_decisions_are_replayed_in_their_order():
    """A later decision speaks of what the earlier ones made."""
    records, problems = settle(
        Decision("split", record="xi-jinping", into="xi", label="Xi", names=("Xi",)),
        Decision("rename", record="xi", label="Xi River"),
        Decision("retype", record="xi", kind="place"),
    )
    assert () == problems
    assert record("xi", "place", "Xi River", aliases=("Xi",)) == records["xi"]


def test_replaying_changes_no_record_it_does_not_speak_of():
    """Without decisions the records are what the files say."""
    assert ({one.id: one for one in (ETIM, PARTY, XI)}, ()) == settle()
    records, _ = settle(Decision("same-story", articles=("a", "b")), Decision("not-same-story", articles=("a", "c")))
    assert {one.id: one for one in (ETIM, PARTY, XI)} == records


def test_a_decision_about_an_unknown_record_is_told_and_skipped():
    """A decision that fits nothing stops neither the others nor the build."""
    records, problems = settle(
        Decision("merge", record="tip", into="etlm"),
        Decision("rename", record="tip", label="TIP"),
        Decision("rename", record="nobody", label="X"),
    )
    assert "TIP" == records["tip"].label
    assert (
        Problem("decisions.yml", 1, "a merge of an unknown record", "etlm", "did you mean 'etim'?"),
        Problem("decisions.yml", 3, "a rename of an unknown record", "nobody", "remove the decision or mend the id"),
    ) == problems


def test_the_ledger_is_read_in_order_with_its_lines():
    """Good entries keep their order and lines beside bad ones."""
    decisions, problems = read_decisions(
        b"""\
- decision: merge
  record: tip
  into: etim
  by: An editor
  on: 2026-11-22
  why: two names of one movement
- decision: rename
  record: etim
- decision: not-a-name
  names: Xi
""",
        "decisions.yml",
    )
    assert {
        1: Decision(
            "merge", record="tip", into="etim", by="An editor", on="2026-11-22", why="two names of one movement"
        ),
        9: Decision("not-a-name", names=("Xi",)),
    } == decisions
    assert ["decisions.yml:7: a decision to rename needs 'label' (add 'label: …')"] == [str(one) for one in problems]


def test_a_record_of_a_country_adds_to_iso():
    """Countries are there without being written; a record of one corrects it."""
    china = record("cn", "country", "China", aliases=("PRC",))
    known = with_countries({china.id: china}, all_countries())
    assert 249 + 1 + 2 == len(known)  # ISO 3166-1, Kosovo, and two former countries of ISO 3166-3
    assert china == known["cn"]
    assert ("country", "Kosovo") == (known["xk"].kind, known["xk"].label)


def test_dangling_references_of_records_are_told_where_they_stand():
    """A record that points nowhere is told with a hint; one that stands in no file has nobody to mend it."""
    kashgar = record("kashgar", "place", broader="xinjang", country="CM")
    xinjiang = record("xinjiang", "place", country="XY")
    known = {one.id: one for one in (kashgar, xinjiang, record("cm", "country", "Cameroon"))}
    assert (
        Problem("authorities/a.yml", 3, "'broader' is no record", "xinjang", "did you mean 'xinjiang'?"),
        Problem("authorities/a.yml", 9, "'country' is no country of ISO 3166", "XY", "write CN, PK …"),
    ) == check_references(known, {"kashgar": ("authorities/a.yml", 3), "xinjiang": ("authorities/a.yml", 9)})
    assert () == check_references(known, {})


@pytest.fixture
def merged_content(content_folder):
    """Content whose articles and records name records that a decision merged into others."""
    return content_folder(
        {
            "authorities/records.yml": """\
- {id: wion-news, kind: outlet, label: WION News}
- {id: wion, kind: outlet, label: WION}
- {id: tip, kind: organisation, label: Turkistan Islamic Party}
- {id: etim, kind: organisation, label: ETIM}
- {id: tip-uk, kind: organisation, label: TIP UK, broader: tip}
""",
            "articles/undated/a.md": "---\ntitle: A\nsource: {outlet: wion-news}\nentities: [tip]\n---\n\nOf TIP UK.\n",
            "decisions.yml": """\
- {decision: merge, record: wion-news, into: wion}
- {decision: merge, record: tip, into: etim}
""",
        }
    )


def test_references_follow_a_merge(merged_content):
    """A mended name stays mended: what named the merged record means the one that stays, and nothing is lost."""
    corpus, problems = understand(Site(name=""), read_content(merged_content))
    assert () == problems
    assert {"a"} == set(corpus.mentions["etim"])
    assert ("a",) == corpus.publications["wion"]


def test_a_merge_into_itself_loses_nothing():
    """A decision that says nothing changes nothing, or is told."""
    records, problems = settle(Decision("merge", record="etim", into="etim"))
    assert "etim" in records or problems


def test_a_split_replaces_no_record_that_is_there():
    """The record that a split makes is a new one."""
    records, problems = settle(Decision("split", record="etim", into="tip", label="ETIM", names=("ETIM",)))
    assert problems
    assert PARTY == records["tip"]


def test_a_split_into_no_slug_is_told():
    """The id of a new record is checked like that of any other."""
    _, problems = read_decisions(
        b"- {decision: split, record: etim, into: ../../x, label: ETIM, names: [ETIM]}\n", "decisions.yml"
    )
    assert problems


@pytest.mark.parametrize("name", ["Orange County", "Shanghai"])
def test_not_a_name_holds_for_labels_and_for_countries(content_folder, name):
    """Once denied, a surface is found nowhere, wherever it came from."""
    folder = content_folder(
        {
            "authorities/records.yml": "- {id: orange, kind: place, label: Orange County}\n",
            "articles/undated/a.md": f"---\ntitle: A\n---\n\nThe words {name} stand here.\n",
            "decisions.yml": f"- {{decision: not-a-name, names: [{name}]}}\n",
        }
    )
    corpus, _ = understand(Site(name=""), read_content(folder))
    assert {} == corpus.mentions


def test_a_merge_of_a_country_stops_nothing(content_folder):
    """A decision that cannot be replayed is told, and the rest stands."""
    folder = content_folder(
        {
            "articles/undated/a.md": "---\ntitle: A\n---\n\nPakistan and China.\n",
            "decisions.yml": "- {decision: merge, record: pk, into: cn}\n",
        }
    )
    understand(Site(name=""), read_content(folder))


@pytest.mark.parametrize(
    "written", ["{id: cn, kind: place, label: China}", "{id: atlantis, kind: country, label: Atlantis}"]
)
def test_a_country_has_one_record_of_its_kind_and_code(content_folder, written):
    """A country has one record, of kind country, whose id is its code."""
    folder = content_folder({"authorities/records.yml": f"- {written}\n"})
    _, problems = understand(Site(name=""), read_content(folder))
    assert problems
