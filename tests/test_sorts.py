"""Sorts of counts: what is said to have happened to those who are counted, and what is measured."""

import pytest

from generator.sorts import noun_of, sort_of


@pytest.mark.parametrize(
    ("before", "unit", "after", "sort"),
    [
        ("The toll was ", "dead", ".", "killed"),
        ("The blast killed ", "people", " in Bonn.", "killed"),
        ("About ", "farmers", " were shot dead.", "killed"),
        ("It left ", "injured", ".", "injured"),
        ("About ", "farmers", " are missing.", "missing"),
        ("The state is detaining over ", "farmers", " without trial.", "detained"),
        ("At least ", "farmers", " and many of their friends have been detained.", "detained"),
        ("About ", "farmers", " are held in three camps.", "detained"),
        ("It locked up ", "", ", and more.", "detained"),
        ("Police detained farmers, friends say, at anywhere between ", "", " and more.", "detained"),
        ("About ", "farmers", " were sentenced.", "sentenced"),
        ("In May the state deported ", "farmers", " to Bonn.", "displaced"),
        ("More than ", "people", " demonstrated in Bonn.", "protests"),
        ("The town has ", "inhabitants", ".", "people"),
        ("It has ", "camps", " where farmers are detained.", "things"),
        ("It paid ", "US dollars", " for a farmer who was killed.", "money"),
        ("It is ", "per cent of the farmers", " who were killed.", "shares"),
        ("It took ", "days", ".", "time"),
        ("It is ", "km", " away.", "measures"),
        ("It has ", "", ".", "things"),
    ],
)
def test_the_unit_and_the_nearest_verb_tell_the_sort(before, unit, after, sort):
    """States and measures stand for themselves; of people the verb tells that is nearest to the number."""
    assert sort == sort_of(unit, before, after, names_people=False)


def test_a_people_by_its_name_is_people():
    """A number of those whom a record names is one of people, with what happened to them."""
    assert "things" == sort_of("Uyghurs", "About ", " came.", names_people=False)
    assert "people" == sort_of("Uyghurs", "About ", " came.", names_people=True)
    assert "displaced" == sort_of("Uyghurs", "It deported ", " to Bonn.", names_people=True)


@pytest.mark.parametrize(
    ("unit", "sort", "noun"),
    [
        ("state-run internment camps", "things", "camp"),
        ("countries", "things", "country"),
        ("US dollars", "money", "US dollars"),
        ("per cent of the population", "shares", "population"),
        ("per cent", "shares", ""),
        ("former detainees", "detained", ""),
        ("days", "time", "day"),
        ("", "things", ""),
    ],
)
def test_the_noun_parts_what_is_counted(unit, sort, noun):
    """Things are told apart by their noun, money by its currency; people of one fate are not told apart."""
    assert noun == noun_of(unit, sort)
