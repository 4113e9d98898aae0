"""Credits: names of authors, outlets, agencies and places as bylines, datelines and closing lines print them."""

import pytest

from generator.ingest.closing import closing_credit, trailing_credit
from generator.ingest.credits import Credits, byline, is_name
from generator.ingest.datelines import dateline_length, dateline_place


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("By Jane Doe", Credits(authors=("Jane Doe",))),
        ("By Jane Doe and John Roe", Credits(authors=("Jane Doe", "John Roe"))),
        ("Written by: Jane Doe, Foreign Correspondent", Credits(authors=("Jane Doe",))),
        ("By Shohret Hoshur for RFA Uyghur", Credits(authors=("Shohret Hoshur",), outlets=("RFA Uyghur",))),
        ("By XU WEI | China Daily", Credits(authors=("XU WEI",), outlets=("China Daily",))),
        ("By AFP", Credits(agencies=("AFP",))),
        ("WION Web Team", Credits(authors=("WION Web Team",), outlets=("WION",))),
        ("By Our Special Correspondent", Credits(authors=("Our Special Correspondent",))),
        ("by admin", Credits()),
        ("PTI", Credits(agencies=("PTI",))),
        ("Beijing, China", Credits(places=("Beijing, China",))),
        ("Tom Wells in London", Credits(authors=("Tom Wells",), places=("London",))),
        ("Editor: Jane Doe", Credits()),
        ("Assal Khamraeva -Aubert", Credits(authors=("Assal Khamraeva -Aubert",))),
    ],
)
def test_bylines_name_people_outlets_agencies_and_places(text, credited):
    """Each name goes where it belongs, as printed."""
    assert credited == byline(text)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("(ANI)", Credits(agencies=("ANI",))),
        ("PTI/ANI", Credits(agencies=("PTI", "ANI"))),
        ("– Reuters", Credits(agencies=("Reuters",))),
        ("(With inputs from agencies)", Credits()),
        ("(With inputs from ANI and The Hindu)", Credits(agencies=("ANI", "The Hindu"))),
        ("With PTI inputs", Credits(agencies=("PTI",))),
        ("Source: Al Jazeera and news agencies", Credits(outlets=("Al Jazeera",))),
        (
            "(The content is being carried under an arrangement with indianarrative.com)",
            Credits(agencies=("indianarrative.com",)),
        ),
        ("This article was originally published on The Conversation.", Credits(outlets=("The Conversation",))),
        ("The post Quay closes appeared first on Quay Daily.", Credits(outlets=("Quay Daily",))),
        ("(Reporting by Jane Doe in Harwick; Editing by John Roe)", Credits(authors=("Jane Doe",))),
        ("Reported by RFA’s Service. Written in English by Joshua Linden.", Credits(authors=("Joshua Linden",))),
        ("Associated Press writer Jane Doe contributed to this report.", Credits()),
    ],
)
def test_closing_lines_name_whose_copy_a_text_is(text, credited):
    """Unnamed agencies and reporters who only contributed are no names, but the line is a credit."""
    assert credited == closing_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report was published by the State Council.",
        "Reports from Xinjiang suggest that the roads are closed.",
        "With inputs so low, farmers said, nothing grows.",
        "First published in 1949, the book is still in print today.",
        "Carried by the wind, the ash reached the town.",
    ],
)
def test_sentences_are_no_credits(text):
    """Words of credits stand in sentences too."""
    assert not closing_credit(text)


def test_an_agency_after_the_last_sentence_is_cut_off():
    """An abbreviation that a sentence ends with is a part of it."""
    assert ("He called it genocide.", Credits(agencies=("ANI",))) == trailing_credit("He called it genocide. (ANI)")
    assert ("“It is.”", Credits(agencies=("IANS",))) == trailing_credit("“It is.” --IANS")
    assert ("He called it genocide.", Credits(agencies=("RNS",))) == trailing_credit("He called it genocide. (RNS)")
    whole = "It was told by the Associated Press (AP)."
    assert (whole, Credits()) == trailing_credit(whole)
    told = "The PTM said no. They are many. (PTM)"
    assert (told, Credits()) == trailing_credit(told)


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("BEIJING (AP) — The", "BEIJING", "AP"),
        ("New Delhi [India], February 7 (ANI): The", "New Delhi, India", "ANI"),
        ("Beijing, Feb 6 (IANS) The", "Beijing", "IANS"),
        ("Beijing, Feb 6 (Lee) The", "", ""),
        ("(New York) – The", "New York", ""),
        ("(CNN) — The", "", "CNN"),
        ("ISLAMABAD: The", "ISLAMABAD", ""),
        ("London: The", "London", ""),
        ("BEIJING, Feb. 7 (Xinhua) -- The", "BEIJING", "Xinhua"),
        ("LONDON/HARWICK: The", "LONDON/HARWICK", ""),
        ("WASHINGTON, D.C. — The", "WASHINGTON, D.C.", ""),
    ],
)
def test_datelines_give_place_and_agency(text, place, agency):
    """Printed in capitals, in brackets, with a day, a country or an agency."""
    length = dateline_length(text)
    assert (place, agency) == (dateline_place(text[:length]) if length else ("", ""))


@pytest.mark.parametrize(
    "text",
    ["Analysis: The war", "Xi Jinping - The man", "EXCLUSIVE: The", "Khan: “We", "The city – A place", "COVID-19 Is"],
)
def test_other_openings_are_no_datelines(text):
    """A colon or dash after any words is not enough."""
    assert 0 == dateline_length(text)


def test_names_of_people_have_two_words_at_least():
    """Outlets, sentences and single words are none."""
    assert all(is_name(name) for name in ("Mrityunjoy Kumar Jha", "Partij van Dijk", "XU WEI", "J. Doe"))
    assert not any(is_name(name) for name in ("Madonna", "Asian Lite News", "The Watcher", "He said so", "A: B"))
