"""Topics of an article: weighted terms, the threshold, and what is required or excluded."""

import pytest
from builders import annotated, topic

from generator.annotate.topics import MOST_HITS, THRESHOLD
from generator.model import Exclusions, Source

TRADE = topic("trade", {"free trade": 3, "tariff": 1.5, "Tariffs": 1, "WTO": 1.5})


def weights(text: str, *records, **front) -> dict[str, float]:
    """Give the topics of a text and their weights."""
    return {one.id: one.weight for one in annotated(text, *records, **front).annotation.topics}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A tariff was raised.", {}),
        ("A tariff here, a tariff there.", {"trade": 0.5}),
        ("One tariff, and the WTO.", {"trade": 0.5}),
        ("Free trade it is.", {"trade": 0.5}),
        ("Carefree tradesmen", {}),
        ("A tariff and the wto.", {}),
    ],
)
def test_an_article_belongs_to_a_topic_from_the_threshold(text, expected):
    """One sure term or several weak ones make a topic; at the threshold its weight is a half."""
    assert THRESHOLD == TRADE.terms["free trade"]
    assert expected == weights(text, TRADE)


def test_a_repeated_term_counts_three_times():
    """A word repeated often is not a topic by itself."""
    weak = topic("weak", {"word": 0.9})
    assert {} == weights("word " * 50, weak)
    assert weights("tariff " * MOST_HITS, TRADE) == weights("tariff " * 50, TRADE)


def test_a_term_in_the_title_counts_double():
    """What the title says tells more."""
    assert {"trade": 0.5} == weights("Nothing.", TRADE, title="A tariff")
    assert {} == weights("Nothing.", TRADE, source=Source(standfirst="A tariff"))


def test_required_terms_must_be_there():
    """Without one of the required terms a topic is not there, however strong its others are."""
    camps = topic("camps", {"camp": 3}, requires=("Xinjiang", "Uyghur"))
    assert {} == weights("A summer camp, a camp, a camp.", camps)
    assert {"camps": 0.5} == weights("A camp for an Uyghur.", camps)


def test_a_required_term_may_stand_inside_a_longer_one():
    """Of two terms the longer one is found, and what is required is there all the same."""
    games = topic("games", {"boycott": 3, "winter games": 0.5}, requires=("games",))
    assert {"games": 0.54} == weights("A boycott of the Winter Games.", games)
    assert {} == weights("A boycott of winter.", games)


def test_excluded_terms_must_not_be_there():
    """One excluded term denies a topic."""
    camps = topic("camps", {"camp": 3}, excludes=("summer camp",))
    assert {"camps": 0.67} == weights("A camp and a camp.", camps)
    assert {} == weights("A camp, a camp and a summer camp.", camps)


def test_the_strongest_topic_is_primary():
    """Topics are sorted by weight and then by id; one is primary."""
    other, third = topic("b-other", {"tariff": 3}), topic("a-third", {"tariff": 3})
    found = annotated("A tariff, a tariff, the WTO.", TRADE, other, third).annotation.topics
    assert [("a-third", True), ("b-other", False), ("trade", False)] == [(one.id, one.primary) for one in found]


def test_terms_are_evidence():
    """Each hit of a topic that is there is a mention of rule term; of one that is not, there is none."""
    weak = topic("weak", {"there": 1})
    of_text = annotated("A tariff here, a Tariff there.", TRADE, weak)
    body = of_text.article.body
    assert [("tariff", "trade", "term"), ("Tariff", "trade", "term")] == [
        (body[one.start : one.end], one.record, one.rule) for one in of_text.annotation.mentions
    ]


def test_editors_may_assert_and_deny_topics():
    """An asserted topic has full weight and comes first; a denied one has no evidence."""
    other = topic("other", {"nothing": 3})
    of_text = annotated("Free trade.", TRADE, other, topics=("other",), exclude=Exclusions(topics=("trade",)))
    assert [("other", 1.0, True)] == [(one.id, one.weight, one.primary) for one in of_text.annotation.topics]
    assert {("other", "asserted")} == {(one.record, one.rule) for one in of_text.annotation.mentions}


def test_an_asserted_topic_that_the_text_shows_keeps_its_evidence():
    """Assertion and evidence do not make a topic twice."""
    of_text = annotated("Free trade.", TRADE, topics=("trade",))
    assert ["trade"] == [one.id for one in of_text.annotation.topics]
    assert {"asserted", "term"} == {one.rule for one in of_text.annotation.mentions}
