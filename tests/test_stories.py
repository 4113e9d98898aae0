"""Stories: copies of one text, texts about one event, what editors decide of both, and that the work is linear."""

import random

import msgspec
import pytest
from builders import annotated, gazetteer, record
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger import Decision
from generator.model import Source
from generator.stories import copies
from generator.stories.find import find_stories
from generator.stories.meetings import likely_pairs
from generator.stories.portrait import portrait
from generator.stories.shingles import sketch
from generator.stories.surroundings import Surroundings
from generator.words import Words

DAM = """\
At least 14 people were missing after the Karasu dam in Kazakhstan gave way on Tuesday night, the ministry said.

The wall broke shortly before 11 p.m., sending a wave through the villages of Zhanaul and Aktogay. Rescuers in boats \
took 212 people from roofs, among them a group of pupils who had been staying at a summer camp.

“We heard a noise like a train, and then the street was a river,” said Gulnara Sadykova, a teacher from Zhanaul.

Deputy Minister Bolat Nurlanov told reporters that the operator had been warned twice about cracks in the spillway.
"""
DAM_CUT = DAM[: DAM.index("“We heard")]
DAM_TOLD_ANEW = """\
The Karasu dam had cracks, and its owner knew it. That is what Deputy Minister Bolat Nurlanov said when he had flown \
over the breach in Kazakhstan, below which 14 people are missing.

In Zhanaul, where the street was a river on Tuesday night, 212 people had waited on their roofs for a boat. A teacher, \
Gulnara Sadykova, carried her mother up a hill.
"""
BACKGROUND = """\
Human rights groups say that more than a million people have been held in camps in Xinjiang since 2017. China denies \
any abuse and calls the camps centres for vocational training that have been closed for years."""
PRAGUE = f"""\
The Czech Senate's committee has asked the government not to send anybody to the Games. Pavel Fischer's motion passed.

{BACKGROUND}
"""
VILNIUS = f"""\
Lithuania's parliament voted to call the treatment of Uyghurs genocide. The resolution got 86 votes in the Seimas.

{BACKGROUND}
"""
ZHANAUL = record("zhanaul", "place", "Zhanaul")
RECORDS = gazetteer(ZHANAUL).records


def story(*articles, decisions=()):
    """Give the stories of articles, each as its members' ids and roles, with the problems of decisions."""
    ledger = [("decisions.yml", line + 1, decision) for line, decision in enumerate(decisions)]
    found, problems = find_stories(articles, RECORDS, ledger)
    return [{member.article: member.role for member in one.members} for one in found], problems


def told(body, key, **front):
    """Annotate an article with a stated date where it has one."""
    status = {"date_status": "stated"} if "published" in front else {}
    return annotated(body, ZHANAUL, key=key, **({"title": key.replace("-", " ")} | front | status))


def test_a_copy_with_a_cut_tail_and_another_headline_is_found():
    """The whole of the shorter text stands in the longer one; of one date the longer copy leads."""
    full, cut = told(DAM, "full", published="2023-04-12"), told(DAM_CUT, "a-cut", published="2023-04-12")
    assert ([{"a-cut": "copy", "full": "lead"}], ()) == story(full, cut)


def test_the_agency_own_text_leads_its_copies():
    """Who is credited leads, though a copy is longer and states an earlier date; its copies say that they are such."""
    own = told(DAM, "own", published="2023-04-13", source=Source(outlet="steppe"))
    copy = told(DAM + "\n\nMore to follow.", "copied", published="2023-04-12", source=Source(agencies=("steppe",)))
    other = told(DAM, "other", published="2023-04-14", source=Source(outlet="post", agencies=("steppe",)))
    assert ([{"copied": "agency copy", "own": "lead", "other": "agency copy"}], ()) == story(own, copy, other)


def test_a_stated_date_leads_before_a_derived_one_and_before_none():
    """What is sure comes first; a copy cut to less than half leads none that is whole."""
    articles = (
        told(DAM, "undated"),
        annotated(DAM, key="derived", title="x", published="2023-04-01", date_status="derived"),
        told(DAM, "stated", published="2023-04-12"),
        told(DAM_CUT[: len(DAM_CUT) // 2], "fragment", published="2023-04-11"),
    )
    (found,), _ = find_stories(articles, RECORDS)
    assert "stated" == found.lead


def test_a_short_text_is_a_copy_as_a_beginning_and_not_as_a_passage():
    """Two texts that stand one after the other in a round-up do not become one story by it."""
    first, second = "\n\n".join(DAM.split("\n\n")[:2]), VILNIUS
    roundup = told(f"{DAM}\n\n{PRAGUE}\n\n{VILNIUS}", "roundup")
    assert ([{"first": "copy", "roundup": "lead"}], ()) == story(told(first, "first"), told(second, "second"), roundup)


def test_one_event_told_twice_is_one_story_with_its_reason():
    """Rare names, figures and words of the head in common, a day apart; the evidence are spans in both bodies."""
    first, second = told(DAM, "first", published="2023-04-12"), told(DAM_TOLD_ANEW, "second", published="2023-04-13")
    (found,), _ = find_stories((first, second), RECORDS)
    member = found.members[1]
    assert ("second", "same event", "first", 1) == (member.article, member.role, member.of, member.sameness.days)
    assert "Gulnara Sadykova" in member.sameness.names
    assert any("Bolat Nurlanov" in name for name in member.sameness.names)
    figures = [
        (DAM_TOLD_ANEW.strip()[one.start : one.end], DAM[other.start : other.end])
        for one, other in member.sameness.figures
    ]
    assert ("212 people", "212 people") in figures


@pytest.mark.parametrize(("date", "together"), [("2023-04-12", 1), ("2023-05-12", 0), (None, 1), ("2023", 1)])
def test_texts_about_one_event_appear_within_days(date, together):
    """A month later it is not the same news; where a day is not known, more has to be alike."""
    dated = {"published": date} if date else {}
    title = "Karasu dam breaks, 14 missing"
    first = told(DAM, "first", published="2023-04-12", title=title)
    second = told(f"{DAM_TOLD_ANEW}\n\nKarasu, Aktogay, Zhanaul: 212 people.", "second", title=title, **dated)
    assert together == len(story(first, second)[0])


def test_a_passage_in_two_texts_makes_no_story():
    """Background that is repeated word for word says nothing of what the articles tell."""
    assert ([], ()) == story(told(VILNIUS, "one", published="2021-05-20"), told(PRAGUE, "two", published="2021-05-20"))


def test_a_form_filled_in_twice_makes_no_story():
    """The words are the same, the numbers are not."""
    text = (
        "Balances at the central bank fell on {} May to {} billion from {} billion the day before, the Treasury said. "
        "Balances in tax accounts fell to {} billion from {} billion. Cash came to {} billion."
    )
    one = told(text.format(4, 3.467, 3.939, 14.35, 14.391, 17.8), "one", published="2023-05-05")
    two = told(text.format(9, 2.842, 3.073, 9.828, 11.418, 12.6), "two", published="2023-05-10")
    assert ([], ()) == story(one, two)


def test_a_script_without_capitals_needs_no_names():
    """Where no names are seen, heads that are much alike are evidence enough; in Latin script they are not."""
    first = "中国地震台网测定，四川甘孜州泸定县发生六点八级地震，已造成四十六人遇难，海螺沟景区有二百多名游客被困。"
    second = "泸定县的救援工作通宵进行。这里发生六点八级地震，四十六人遇难，海螺沟景区被困的游客中第一批已经接出。"
    chinese = [told(body, key, published="2022-09-05", title="泸定地震") for key, body in (("a", first), ("b", second))]
    assert 1 == len(story(*chinese)[0])
    alike = [told("Nothing new in common. Nothing at all.", key, published="2022-09-05", title="News") for key in "ab"]
    assert [] == story(*alike)[0]


def test_short_and_empty_texts_copy_nothing():
    """A headline without a text is no copy of another."""
    assert ([], ()) == story(told("", "one"), told("", "two"), told("Read more.", "three"), told("Read more.", "four"))


def test_decisions_win_over_what_is_found():
    """Editors join what no measure joins, and part copies; the last decision about two articles counts."""
    articles = (told(DAM, "full"), told(DAM_CUT, "cut"), told(PRAGUE, "prague"))
    parted = Decision("not-same-story", articles=("full", "cut"), why="two dams")
    joined = Decision("same-story", articles=("prague", "full"), why="one budget")
    assert ([{"full": "lead", "prague": "same event"}], ()) == story(*articles, decisions=(parted, joined))
    again = Decision("same-story", articles=("full", "cut", "prague"))
    together, problems = story(*articles, decisions=(parted, again))
    assert ([{"full", "cut", "prague"}], ()) == ([{*together[0]}], problems)
    taken_back = msgspec.structs.replace(joined, decision="not-same-story")
    assert ([{"full": "lead", "cut": "copy"}], ()) == story(*articles, decisions=(joined, taken_back))


def test_an_editor_reason_is_kept():
    """Where only a decision joins an article, its reason is the evidence."""
    joined = Decision("same-story", articles=("dam", "prague"), why="one budget")
    found, _ = find_stories((told(DAM, "dam"), told(PRAGUE, "prague")), RECORDS, [("decisions.yml", 1, joined)])
    assert ("decision", "one budget") == (found[0].members[1].sameness.rule, found[0].members[1].sameness.why)


def test_what_is_kept_apart_is_not_joined_by_a_third():
    """Two articles that an editor parts stay apart although both are copies of one text."""
    articles = (told(DAM, "full"), told(DAM_CUT, "cut"), told(DAM, "again"))
    stories, _ = story(*articles, decisions=(Decision("not-same-story", articles=("cut", "again")),))
    assert all(not {"cut", "again"} <= {*one} for one in stories)
    assert 1 == len(stories)


def test_a_decision_about_an_unknown_article_is_told():
    """The problem names file, line and the nearest id."""
    _, (problem,) = story(told(DAM, "full"), decisions=(Decision("same-story", articles=("full", "fulll")),))
    assert ("decisions.yml", 1, "fulll") == (problem.path, problem.line, problem.value)
    assert "full" in problem.hint


def test_the_id_of_a_story_is_that_of_its_first_article_by_id():
    """It does not depend on which copy leads, and stays when an article with a later id joins."""
    articles = [told(DAM_CUT, "b", published="2023-04-12"), told(DAM, "c", published="2023-04-12")]
    (before,), _ = find_stories(articles, RECORDS)
    (after,), _ = find_stories([*articles, told(DAM, "d", published="2023-04-11")], RECORDS)
    assert ("b", "c") == (before.id, before.lead)
    assert ("b", "d") == (after.id, after.lead)


def test_a_private_person_is_no_evidence():
    """The name of a person at risk is not shown as what two articles share."""
    witness = record("gulnara", label="Gulnara Sadykova", private=True)
    records = gazetteer(witness).records
    articles = [
        annotated(body, witness, key=key, title=key, published="2023-04-12", date_status="stated")
        for key, body in (("first", DAM), ("second", DAM_TOLD_ANEW))
    ]
    (found,), _ = find_stories(articles, records)
    assert "Sadykova" not in msgspec.json.encode(found).decode()


ARTICLES = [told(DAM, "full"), told(DAM_CUT, "cut"), told(DAM_TOLD_ANEW, "anew"), told(PRAGUE, "p"), told(VILNIUS, "v")]
EXPECTED = find_stories(ARTICLES, RECORDS)


@given(st.permutations(ARTICLES))
def test_the_order_of_reading_never_changes_the_stories(articles):
    """Same input, same stories."""
    assert EXPECTED == find_stories(articles, RECORDS)


def made_up(count):
    """Make up articles of one topic, a day for each four, of which each tenth is copied and each fifth told anew."""
    chance = random.Random(7)
    common = [f"common{number}" for number in range(400)]
    articles = []
    for number in range(count):
        own = [f"Name{number}x{place}" for place in range(6)]
        words = [word for _ in range(12) for word in (*chance.choices(common, k=8), chance.choice(own))]
        body = " ".join(words)
        date = f"20{10 + number // 1344:02}-{number // 112 % 12 + 1:02}-{number // 4 % 28 + 1:02}"
        articles.append(told(body, f"a{number}", published=date, title=" ".join(own[:3])))
        if number % 10 == 0:
            articles.append(told(" ".join(words[:80]), f"b{number}", published=date))
    return articles


def work(count):
    """Count the pairs of made-up articles that are compared, as copies and as texts about one event."""
    articles = made_up(count)
    portraits = [portrait(one, {}) for one in articles]
    tellings = [one.telling for one in portraits]
    among = Surroundings(tellings)
    return (
        len(copies.suspicious_pairs([one.sketch for one in portraits])),
        len(likely_pairs(tellings, [among.vector(one) for one in tellings])),
    )


def test_twice_the_articles_are_twice_the_work():
    """The number of pairs that are compared grows with the number of articles, and not with its square."""
    once, twice = work(300), work(600)
    assert all(few > 20 for few in once)
    assert all(many < 2.6 * few for few, many in zip(once, twice, strict=True))


def test_many_copies_of_one_text_are_one_story_and_linear_work():
    """A text in a hundred copies meets few others for each of its shingles."""
    texts = [sketch(Words(f"{DAM} Number {number} of the edition.").folded) for number in range(200)]
    pairs = [len(copies.suspicious_pairs(texts[:size])) for size in (100, 200)]
    assert pairs[1] < 2.6 * pairs[0]
    articles = [told(f"{DAM} Edition {number}.", f"e{number:03}", published="2023-04-12") for number in range(60)]
    (found,), _ = find_stories(articles, RECORDS)
    assert 60 == len(found.members)
