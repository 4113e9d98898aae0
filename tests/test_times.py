"""Times of events in words and in order, and which of them stand beside a record."""

import pytest
from builders import article, corpus, record

from generator.dates import in_order, told

XI = record("xi-jinping", label="Xi Jinping")


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2009-07-05", "5 July 2009"),
        ("2009-07", "July 2009"),
        ("2009", "2009"),
        ("2020~", "about 2020"),
        ("2021-11~", "about November 2021"),
        ("2014/2019", "2014 to 2019"),
        ("1997/2016-12", "1997 to December 2016"),
        ("2018-01/2018-07", "January to July 2018"),
        ("2022-01-24/2022-01-30", "24 to 30 January 2022"),
        ("2022-01-31/2022-02-06", "31 January to 6 February 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 to 2 January 2022"),
    ],
)
def test_a_time_is_told_in_words(time, words):
    """What both ends of an interval share is said once; a date that is only about right says so."""
    assert words == told(time)


def test_times_stand_in_order():
    """A month comes after its days and a year after its months; an interval stands where it begins."""
    times = ["2009", "2009-07", "2009-07-05", "2009-06-30", "2009-07-04/2009-07-09", "2008~", "2010/2011"]
    assert [
        "2008~",
        "2009-06-30",
        "2009-07-04/2009-07-09",
        "2009-07-05",
        "2009-07",
        "2009",
        "2010/2011",
    ] == sorted(times, key=in_order)


def test_a_time_stands_beside_what_its_sentence_names():
    """A time belongs to the records of its own sentence, not to all of the article; rights and privacy hold."""
    body = "Xi Jinping spoke in May 2009. Riots began on 5 July 2009."
    made = corpus(article(body, "a"), article(body, "b", rights="metadata"), records=[XI])
    assert {"xi-jinping": ["2009-05"]} == {
        key: [one.time.date for one in named] for key, named in made.times.by_record.items()
    }
    assert ["2009-05", "2009-07-05"] == list(made.times.by_time)
    private = record("xi-jinping", label="Xi Jinping", private=True)
    assert {} == corpus(article(body), records=[private]).times.by_record
