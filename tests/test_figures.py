"""Figures: which numbers count or measure something, how much, and what."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.figures import figures
from generator.annotate.numerals import NUMBER_WORDS
from generator.annotate.passages import read_passage
from generator.sentences import sentences


def found(body):
    """Give the figures of a body."""
    return figures(read_passage("body", body, NUMBER_WORDS), sentences(body))


def told(body):
    """Give value, unit and printed words of each figure."""
    return [(figure.value, figure.unit, body[figure.start : figure.end]) for figure in found(body)]


@pytest.mark.parametrize(
    ("body", "value", "unit", "printed"),
    [
        ("They held 1,721 farmers.", 1721, "farmers", "1,721 farmers"),
        ("The town has 25.85 million inhabitants.", 25_850_000, "inhabitants", "25.85 million inhabitants"),
        ("It lies 5,000 km away.", 5000, "km", "5,000 km"),
        ("It lies 2,000km away.", 2000, "km", "2,000km"),
        ("A prize of $10 million was set.", 10_000_000, "US dollars", "$10 million"),
        ("They paid £3.5m for it.", 3_500_000, "pounds", "£3.5m"),
        ("They paid A$20 for it.", 20, "Australian dollars", "A$20"),
        ("They paid RMB 300 for it.", 300, "yuan", "RMB 300"),
        ("They paid 40 million Swiss francs for it.", 40_000_000, "Swiss francs", "40 million Swiss francs"),
        ("It is 84 per cent of the harvest in the north.", 84, "per cent of the harvest", "84 per cent of the harvest"),
        ("It grew by 1.67 % again.", 1.67, "%", "1.67 %"),
        ("It rose 3 percentage points.", 3, "percentage points", "3 percentage points"),
        ("They sent 1,00,000 letters.", 100_000, "letters", "1,00,000 letters"),
        ("Two million farmers marched.", 2_000_000, "farmers", "Two million farmers"),
        ("It cost half a million lives.", 500_000, "lives", "half a million lives"),
        ("There were two hundred and fifty farmers.", 250, "farmers", "two hundred and fifty farmers"),
        ("There were twenty-one farmers.", 21, "farmers", "twenty-one farmers"),
        ("There were two dozen farmers.", 24, "farmers", "two dozen farmers"),
        ("Two diplomats left.", 2, "diplomats", "Two diplomats"),
        ("Eight “spies” were named.", 8, "spies", "Eight “spies"),
        ("They built 1,200 state-run holiday camps.", 1200, "state-run holiday camps", "1,200 state-run holiday camps"),
        ("The toll was 197 dead.", 197, "dead", "197 dead"),
        ("Some 40 police officers came.", 40, "police officers", "Some 40 police officers"),
        ("They blamed 34 more firms.", 34, "firms", "34 more firms"),
        ("They saw 1000s of old barns.", 1000, "old barns", "1000s of old barns"),
        ("They saw 1000's of old barns.", 1000, "old barns", "1000's of old barns"),
        ("A dam for 1.2 bn euros.", 1.2e9, "euros", "1.2 bn euros"),
        ("The firm cut 600 of its jobs.", 600, "jobs", "600"),
        ("It chose four of the county's barns.", 4, "county's barns", "four"),
        ("At least one man died.", 1, "man", "At least one man"),
    ],
)
def test_a_number_counts_what_follows_it(body, value, unit, printed):
    """The value is in single units; the unit is the noun phrase as printed, up to its first plural, or the currency."""
    assert [(value, unit, printed)] == told(body)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dozens", 12),
        ("scores", 20),
        ("hundreds", 100),
        ("thousands", 1000),
        ("tens of thousands", 10_000),
        ("hundreds of thousands", 100_000),
        ("millions", 1_000_000),
        ("tens of millions", 10_000_000),
    ],
)
def test_a_vague_number_has_the_least_value_of_its_words(words, value):
    """The wording stays in the span, so that nobody takes the value for exact."""
    assert [(value, "young farmers", f"{words} of young farmers")] == told(f"They met {words} of young farmers.")


@pytest.mark.parametrize(
    "qualifier",
    [
        "at least",
        "more than",
        "over",
        "up to",
        "nearly",
        "about",
        "approximately",
        "as many as",
        "close to",
        "no fewer than",
    ],
)
def test_a_qualifier_belongs_to_the_figure(qualifier):
    """A reader sees that a number is an estimate or a limit."""
    assert [(400, "farmers", f"{qualifier} 400 farmers")] == told(f"Then {qualifier} 400 farmers came.")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("between 20 and 30 foreign guests", [(20, "foreign guests"), (30, "foreign guests")]),
        ("20-30 foreign guests", [(20, "foreign guests"), (30, "foreign guests")]),
        ("15 to 20 per cent", [(15, "per cent"), (20, "per cent")]),
        ("20 to 30 million farmers", [(20e6, "farmers"), (30e6, "farmers")]),
        ("from tens of thousands to over 1 million farmers", [(10_000, "farmers"), (1e6, "farmers")]),
    ],
)
def test_a_range_is_two_figures(body, expected):
    """Both ends count the same, and a scale at the second end is meant at the first too."""
    assert expected == [(figure.value, figure.unit) for figure in found(f"They expect {body}.")]


@pytest.mark.parametrize(
    "body",
    [
        "It was the 12th anniversary of the fire.",
        "On July 5, 2009, it burnt.",
        "On 5 July 2009 it burnt.",
        "It was dated 2009-07-05.",
        "In 2018 farmers left.",
        "They met at the 2022 Games.",
        "The 2021 elections were free.",
        "By November 2009 it was over.",
        "It began at 05:26 PM.",
        "It began at 10 a.m. sharp.",
        "The 21st century began.",
        "They came in the 1990s.",
        "Article 5 applies.",
        "They cited Resolution 1267.",
        "D66 and 50Plus agreed.",
        "It was the time after 9/11.",
        "They fell ill with COVID-19.",
        "They called it Harvest 2.0 then.",
        "The call was 555-010-9999.",
        "See https://news.example/2020/300-farmers for it.",
        "A 38-year-old farmer came.",
        "The farmer, aged 38, came.",
        "One of the farmers came.",
        "The One-Farm policy stays.",
        "It happened three years ago.",
        "Over the past four months it rained.",
        "The two leaders met.",
        "One official said so.",
        "It was a six-day visit.",
        "They play two-thirds of it.",
        "Part Two follows.",
        "A boy of nine was hurt.",
        "Children under five are protected.",
        "One in five farmers left.",
        "Seven out of ten said no.",
        "It had a magnitude of 6.1.",
        "A quake of magnitude 6.1 struck.",
    ],
)
def test_dates_labels_and_pronouns_are_no_figures(body):
    """Numbers that date, time, order or name something count nothing."""
    assert [] == told(body)


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Nine were fined.", ""),
        ("By May at least 26 had been fined.", ""),
        ("The number of farmers rose to 11.62 million in 2020.", "farmers"),
        ("It has a population of 25.85 million.", "population"),
        ("The old barns in Kent totalled 4.5 million, up from 3.2 million.", "old barns"),
        ("Nine were let; another six wait.", ""),
        ("They drove tens of thousands into hiding.", ""),
    ],
)
def test_a_number_may_stand_without_its_noun(body, unit):
    """Where the noun is left out, it is looked for before the number, or the unit stays empty."""
    assert {unit} == {figure.unit for figure in found(body)}


@pytest.mark.parametrize(("body", "values"), [("They held sıx farmers.", []), ("They held ſix farmers.", [6])])
def test_number_words_are_compared_like_all_words(body, values):
    """A dotless i is another letter and a long s the same, so that such spellings break nothing."""
    assert values == [figure.value for figure in found(body)]


@pytest.mark.parametrize("body", ["More than 2000 people came.", "About 1990 farmers came.", "They held 2000 people."])
def test_a_number_like_a_year_counts_people(body):
    """A qualifier, or people after it, make a count of four digits."""
    assert 1 == len(found(body))


def test_a_unit_ends_with_its_sentence():
    """What begins the next sentence is not counted."""
    assert [(3_000_000, "")] == [(figure.value, figure.unit) for figure in found("It cost 3 million. Farmers paid.")]


@given(st.integers(min_value=3, max_value=999_999_999), st.sampled_from(["at least ", "up to ", ""]))
def test_any_count_is_read_back(count, qualifier):
    """A number written with separators before a plural noun gives its own value, and the span quotes it."""
    printed = f"{qualifier}{count:,} farmers"
    assert [(count, "farmers", printed)] == told(f"Then came {printed} by night.")


@given(st.text(alphabet="0123456789,.-$%: abm'’“\n", max_size=80))
def test_any_text_gives_ordered_figures_inside_it(body):
    """Whatever stands around digits, figures lie in the text, in order and apart, and have finite values."""
    figured = found(body)
    assert all(0 <= figure.start < figure.end <= len(body) for figure in figured)
    assert all(one.start < after.start and one.end <= after.end for one, after in pairwise(figured))
    assert all(0 <= figure.value < float("inf") for figure in figured)


@pytest.mark.parametrize(
    "piece", ["million ", "a hundred ", "1,", "9", "two ", "hundreds of ", "$10 to ", "5 per cent of a b "]
)
def test_long_hostile_texts_are_read_at_once(piece):
    """The cost grows with the length only: tens of thousands of numbers are read within the test's patience."""
    body = piece * (60_000 // len(piece))
    assert len(found(body)) <= len(body)
