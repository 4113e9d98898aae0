"""Dates of events: which times a text names, how exactly, and that none is invented."""

import pytest
from builders import annotated
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.event_dates import event_dates
from generator.sentences import sentences


def told(body, published=None):
    """Give the printed words, the date and the status of each time that a body names."""
    found = event_dates(body, sentences(body), published)
    return [(body[one.start : one.end], one.date, one.status) for one in found]


def dates(body, published=None):
    """Give only the dates."""
    return [date for _, date, _ in told(body, published)]


@pytest.mark.parametrize(
    ("body", "printed", "date"),
    [
        ("Riots began on July 5, 2009.", "July 5, 2009", "2009-07-05"),
        ("Riots began on 5 July 2009.", "5 July 2009", "2009-07-05"),
        ("Riots began on the 5th of July, 2009.", "5th of July, 2009", "2009-07-05"),
        ("Riots began on Sunday, 5 July 2009.", "5 July 2009", "2009-07-05"),
        ("Riots began on Sept. 5, 2009, there.", "Sept. 5, 2009", "2009-09-05"),
        ("Signed 2022-02-06 in Beijing.", "2022-02-06", "2022-02-06"),
        ("Signed 06.02.2022 in Beijing.", "06.02.2022", "2022-02-06"),
        ("Signed 23/02/2022 in Beijing.", "23/02/2022", "2022-02-23"),
        ("Signed 06/02/2022 in Beijing.", "06/02/2022", "2022"),
        ("中国于2009年7月5日。", "2009年7月5日", "2009-07-05"),
        ("It opened in July 2009.", "July 2009", "2009-07"),
        ("It opened in early July of 2009.", "early July of 2009", "2009-07"),
        ("It has run since 2017.", "2017", "2017"),
        ("In mid-2017 it closed.", "mid-2017", "2017"),
        ("The group (2002) is listed.", "2002", "2002"),
        ("They boycott the 2022 Olympics.", "2022", "2022"),
        ("China’s 2017 law forbids it.", "2017", "2017"),
        ("They boycott the Winter Olympics 2022.", "2022", "2022"),
        ("The empire fell in 1644.", "1644", "1644"),
        ("It fell between 2014 and 2019.", "2014 and 2019", "2014/2019"),
        ("It fell from 1997 to December 2016.", "1997 to December 2016", "1997/2016-12"),
        ("It fell between January and July 2018.", "January and July 2018", "2018-01/2018-07"),
        ("It ran from December to March 2010.", "December to March 2010", "2009-12/2010-03"),
        ("It ran in 2014–19.", "2014–19", "2014/2019"),
        ("It met on 5–7 July 2009.", "5–7 July 2009", "2009-07-05/2009-07-07"),
        ("It met on July 5-7, 2009.", "July 5-7, 2009", "2009-07-05/2009-07-07"),
    ],
)
def test_a_printed_date_stands_for_itself(body, printed, date):
    """A date with its year is read without the article's own, as exactly as it is printed."""
    assert [(printed, date, "stated")] == told(body)


SUNDAY = "2022-02-06"


@pytest.mark.parametrize(
    ("body", "printed", "date"),
    [
        ("They met on Sunday.", "Sunday", "2022-02-06"),
        ("They met on Tuesday.", "Tuesday", "2022-02-01"),
        ("They met late Friday.", "late Friday", "2022-02-04"),
        ("They will meet on Tuesday.", "Tuesday", "2022-02-08"),
        ("On Tuesday, they will meet.", "Tuesday", "2022-02-08"),
        ("They met last Monday.", None, None),
        ("They meet next Monday.", "next Monday", "2022-02-07"),
        ("They met yesterday.", "yesterday", "2022-02-05"),
        ("They met last week.", "last week", "2022-01-24/2022-01-30"),
        ("They meet next week.", "next week", "2022-02-07/2022-02-13"),
        ("They met last month.", "last month", "2022-01"),
        ("They met two days ago.", "two days ago", "2022-02-04"),
        ("They met three months ago.", "three months ago", "2021-11~"),
        ("They met two years ago.", "two years ago", "2020~"),
        ("Early this year, they met.", "Early this year", "2022"),
        ("They met in October last year.", "October last year", "2021-10"),
        ("They met on 5 October last year.", "5 October last year", "2021-10-05"),
        ("They met last October.", "last October", "2021-10"),
        ("They met last January.", None, None),
        ("They met in January.", "January", "2022-01"),
        ("They met in October.", "October", "2021-10"),
        ("They met in May.", None, None),
        ("They will meet in May.", "May", "2022-05"),
        ("The games began on 4 February.", "4 February", "2022-02-04"),
        ("The games will close on 20 February.", "20 February", "2022-02-20"),
        ("The games closed on 20 February.", None, None),
        ("They met from 10 to 12 January.", "10 to 12 January", "2022-01-10/2022-01-12"),
        ("Xi said on Friday that they will meet in March.", "Friday", "2022-02-04"),
    ],
)
def test_a_relative_date_is_resolved_where_the_day_of_publication_is_stated(body, printed, date):
    """What the day of publication settles is derived from it; what could be either of two times is left out."""
    expected = [(printed, date, "derived")] if printed else []
    assert expected == told(body, SUNDAY)[:1]
    assert [] == told(body)


def test_a_relative_date_is_no_more_exact_than_the_publication():
    """Of an article dated by month or year, only what these settle is resolved."""
    body = "They met on Tuesday. They met last week. They met last month. They met in January. They met last year."
    assert ["2022-01", "2022-01", "2021"] == dates(body, "2022-02")
    assert ["2021"] == dates(body, "2022")


def test_only_a_stated_date_of_publication_resolves():
    """An article whose own date is derived gives no derived dates of events."""
    front = {"published": SUNDAY, "date_evidence": "x"}
    for status, expected in (("stated", 1), ("derived", 0), ("unknown", 0)):
        found = annotated("They met on Tuesday.", **front, date_status=status).annotation.event_dates
        assert expected == len(found), status


def test_a_paragraph_about_another_time_keeps_to_it():
    """After a date of another time, weekdays and days without a year are not taken for those of the publication."""
    past = "Riots began on 5 July 2009. Shops closed on Tuesday, and on 7 July crowds gathered."
    assert ["2009-07-05"] == dates(past, SUNDAY)
    assert ["2009-07-05", "2022-02-01"] == dates("Riots began on 5 July 2009.\n\nXi spoke on Tuesday.", SUNDAY)
    assert ["2022-02-04", "2022-02-01"] == dates("They met on 4 February 2022, after talks on Tuesday.", SUNDAY)


@pytest.mark.parametrize(
    "body",
    [
        "Theresa May said May was wrong.",
        "It may march on.",
        "They held 2,017 people and 2000 camps.",
        "They paid $2017 for it.",
        "Resolution 1999 and Beijing 2022 were named.",
        "It happened every Friday and on Black Friday.",
        "The Sunday Times wrote so.",
        "Since the July 5 riots nobody spoke.",
        "Over the last year it grew.",
        "They met more than two years ago.",
        "It is 2009-07 or version 1.2019.",
        "They met on 31 February 2022.",
        "The 1990s were loud.",
        "Today is not a date.",
    ],
)
def test_what_only_looks_like_a_date_is_none(body):
    """Names, numbers and habits that hold words of dates are no times of events, nor is what no calendar has."""
    assert [] == told(body, SUNDAY)


WORDS = "On in from to and between May July 5 7, 2009 2014-19 1999. last year Tuesday – ago two week will “ ( ) \n\n"


@given(
    st.lists(st.sampled_from(WORDS.split(" "))),
    st.sampled_from([None, "2022", "2022-02", SUNDAY]),
)
def test_dates_stand_in_order_and_begin_before_they_end(words, published):
    """Whatever the text, spans do not overlap, quote words of it, and an interval runs forwards."""
    body = " ".join(words)
    found = event_dates(body, sentences(body), published)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(body)
        assert body[one.start : one.end].strip() == body[one.start : one.end]
        first, _, last = one.date.partition("/")
        assert not last or first < last or last.startswith(first)
        end = one.end
