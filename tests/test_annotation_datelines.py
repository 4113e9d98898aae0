"""Datelines: the countries of the places from which a report is filed."""

import pytest
from builders import annotated, gazetteer, record

from generator.annotate.datelines import dateline_countries
from generator.model import Source


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("BEIJING, Feb 6 (Xinhua)", ("cn",)),
        ("Peking, March 3", ("cn",)),
        ("New Delhi [India], February 7 (ANI)", ("in",)),
        ("TROY, Mich., March 4", ("us",)),
        ("WALTHAM, Mass", ("us",)),
        ("San Mateo, CA", ("us",)),
        ("CALGARY, Alberta, Feb 26", ("ca",)),
        ("LONDON, Ont., May 2", ("ca",)),
        ("LONDON", ("gb",)),
        ("ST. LOUIS, March 2", ("us",)),
        ("LUXEMBOURG, March 3", ("lu",)),
        ("MANNHEIM, West Germany", ("de",)),
        ("HAMILTON, Bermuda", ("bm",)),
        ("PARIS/LONDON", ("fr", "gb")),
        ("Kyiv, Ukraine —", ("ua",)),
        ("JOHANNESBURG March 13", ("za",)),
        ("UNITED NATIONS", ()),
        ("Nowhere in Particular, May 3", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_a_dateline_tells_its_country(dateline, expected):
    """The state or country after a place decides; alone, a place is the largest city of its name."""
    assert expected == dateline_countries(dateline, gazetteer())


def test_a_place_of_the_authority_files_tells_its_country():
    """A record of a small place is known in a dateline too."""
    known = gazetteer(record("ghulja-county", "place", "Yining County", country="CN"))
    assert ("cn",) == dateline_countries("Yining County, Feb 3", known)


def test_an_article_is_about_the_country_it_is_filed_from():
    """A dateline is enough for a country to be what the article is about."""
    found = annotated("Nothing was said.", source=Source(dateline="NAIROBI, May 3")).annotation.countries
    assert [("ke", True, 0)] == [(country.id, country.about, country.mentions) for country in found]


def test_a_long_dateline_costs_little():
    """Hostile text is read in linear time."""
    assert () == dateline_countries("(" * 20_000 + "mar " * 20_000, gazetteer())
