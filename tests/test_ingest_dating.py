"""Dates: printed ones are stated, sure arithmetic is derived, all else is unknown and says what was looked for."""

import pytest
from ingest_texts import BODY, ONE, THREE, TWO, article, page

from generator.ingest.printed_dates import date_line, glued_date, printed_dates

HEADLINE = "Customs house of Harwick closes"


def dated(*paragraphs, name="page.txt"):
    """Give date, status and evidence of a document."""
    front = article(*paragraphs, name=name).front
    return front.published, front.date_status, front.date_evidence


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2022-02-07", "2022-02-07"),
        ("2022-02-07T10:11:12Z", "2022-02-07"),
        ("2022.02.07", "2022-02-07"),
        ("2022/2/7", "2022-02-07"),
        ("Feb 06, 2022, 05:26 PM IST", "2022-02-06"),
        ("Thursday, October 10, 2024", "2024-10-10"),
        ("7 February 2022", "2022-02-07"),
        ("7th of Feb., 2022", "2022-02-07"),
        ("Mon 7 Feb 2022 06.00 GMT", "2022-02-07"),
        ("Sept. 1st, 2021", "2021-09-01"),
        ("February 2022", "2022-02"),
        ("07.02.2022", "2022-02-07"),
        ("13/02/2022", "2022-02-13"),
        ("2022年2月7日", "2022-02-07"),
        ("7 Feb 20227 Feb 2022", "2022-02-07"),
    ],
)
def test_dates_are_read_as_they_are_printed(text, published):
    """In words and in numbers, with and without a time."""
    assert published == next(printed_dates(text)).published


def test_a_date_whose_numbers_could_be_exchanged_gives_its_year():
    """A weekday beside it settles which number is the day."""
    assert "2022" == next(printed_dates("06/02/2022")).published
    assert "2022-02-06" == next(printed_dates("Sunday 06/02/2022")).published


@pytest.mark.parametrize("text", ["Feb 30, 2022", "2022-13-01", "on Tuesday", "12345-2022-1", "page 3/4", "9/11"])
def test_what_no_calendar_has_is_no_date(text):
    """Impossible days, and numbers that are none."""
    assert [] == list(printed_dates(text))


@pytest.mark.parametrize(
    ("text", "evidence", "rest"),
    [
        ("Beijing, ChinaUpdated: Feb 06, 2022, 05:26 PM IST", "Updated: Feb 06, 2022, 05:26 PM IST", "Beijing, China"),
        ("By XU WEI | China Daily | Updated: 2022-02-07 07:16", "Updated: 2022-02-07 07:16", "By XU WEI | China Daily"),
        ("Source: Xinhua| 2022-03-07 20:10:53|Editor: x", "2022-03-07 20:10:53", "Source: Xinhua | Editor: x"),
        ("Posted on February 7, 2022 by admin", "Posted on February 7, 2022", "by admin"),
        ("7 February 2022", "7 February 2022", ""),
    ],
)
def test_a_date_line_is_parted_from_what_stands_beside_it(text, evidence, rest):
    """The evidence is the date with its label and time; the rest tells who and where."""
    line = date_line(text)
    assert (evidence, rest) == (line.evidence, line.rest)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" date 2022-02-07 Pakistan’s Prime Minister", "Pakistan’s Prime Minister"),
        ("Published: 7 March 2022, 10:15 The committee", "The committee"),
        ("2022-02-07 The committee", "The committee"),
        ("February 7, 2022 was the day of the vote", "February 7, 2022 was the day of the vote"),
        ("On 7 February 2022 the committee", "On 7 February 2022 the committee"),
    ],
)
def test_a_date_glued_to_a_text_is_cut_off(text, kept):
    """Only a labelled one, or one in ISO 8601: sentences may begin with a date."""
    assert kept == text[glued_date(text) :]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Thursday, October 10, 2024", HEADLINE, BODY), ("2024-10-10", "stated", "Thursday, October 10, 2024")),
        ((HEADLINE, "By Lena Groth | Mar 7, 2022", BODY), ("2022-03-07", "stated", "Mar 7, 2022")),
        ((HEADLINE, f"HARWICK, March 7, 2022 (AFP) - {BODY}"), ("2022-03-07", "stated", "March 7, 2022")),
        ((HEADLINE, BODY, "Published: March 7, 2022"), ("2022-03-07", "stated", "Published: March 7, 2022")),
        (
            (HEADLINE, "Updated: Mar 8, 2022", "Published: Mar 7, 2022", BODY),
            ("2022-03-07", "stated", "Published: Mar 7, 2022"),
        ),
    ],
)
def test_a_date_about_the_article_is_stated(paragraphs, expected):
    """Above the text, beside a byline, in the dateline, at the end; the day of publication before that of an update."""
    assert expected == dated(*paragraphs)


def test_dates_told_in_a_text_date_nothing():
    """Neither a riot of 2009 nor a year nor the dates of teasers are the article's."""
    told = "The riots of July 5, 2009 were the worst. In 2018, experts said that many people had been detained there."
    published, status, evidence = dated(
        HEADLINE, told, TWO, "Latest news", "Congress meets", "October 23, 2024 As a..."
    )
    assert (None, "unknown") == (published, status)
    assert "2018 as the latest year named" in evidence


def test_the_days_of_a_chronology_date_nothing():
    """Its entries stand on lines of their own, as dates of articles do."""
    entries = [part for day in ("5 July 1870", "6 August 1950", "7 March 2022") for part in (day, TWO)]
    assert (None, "unknown") == dated("Timeline: the fall of the customs house", ONE, *entries)[:2]


def test_an_unknown_date_says_what_was_found_instead():
    """Weekdays and days without a year are told, and resolved against nothing."""
    told = (
        "On Tuesday the council met, and on September 26 the survey was published, said the spokesman of the council."
    )
    evidence = dated(HEADLINE, told, THREE)[2]
    assert evidence.startswith("no date printed: looked above the text, at its end")
    assert "“On Tuesday”, “on September 26” without a date" in evidence


def test_an_anniversary_dates_the_report_of_it():
    """The event's day plus its years; the month where the day is well within it, else the year."""
    opening = "People protested in London to mark the 12th anniversary of the riots in the city."
    assert ("2021-07", "derived", f"“{opening}” [of July 5, 2009, so 2021-07]") == dated(
        HEADLINE, opening, f"On July 5, 2009, riots broke out. {ONE}", TWO
    )
    assert "2021" == dated(HEADLINE, opening, f"On July 30, 2009, riots broke out. {ONE}", TWO)[0]


def test_a_later_year_disproves_an_anniversary():
    """A text that tells of 2023 was not published in 2021."""
    opening = "People protested in London to mark the 12th anniversary of the riots in the city."
    assert (None, "unknown") == dated(HEADLINE, opening, "On July 5, 2009, riots broke out.", f"In 2023 {TWO}")[:2]


def test_the_address_and_the_file_name_give_a_derived_date():
    """Both are what sites and people name by day."""
    address = "https://quay.example.org/news/2022/03/07/customs-house"
    assert ("2022-03-07", "derived", f"address {address}") == dated(HEADLINE, BODY, f"Source: {address}")
    assert ("2022-03-07", "derived", "file name news/2022-03-07-quay.txt") == dated(
        HEADLINE, BODY, name="news/2022-03-07-quay.txt"
    )


def test_a_stated_date_wins_over_a_derived_one():
    """What is printed is better than what is reckoned."""
    text = page("March 9, 2022", HEADLINE, BODY)
    assert ("2022-03-09", "stated") == dated(text, name="2022-03-07-quay.txt")[:2]
