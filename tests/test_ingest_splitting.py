"""Splitting: list pages become their articles, and an article with mere subheadings stays one."""

from ingest_texts import FOUR as THREE
from ingest_texts import ONE, TWO

from generator.ingest.cleaning import clean
from generator.ingest.lines import lines_of
from generator.ingest.splitting import split


def parts(*paragraphs):
    """Give the parts of a page of paragraphs: their first line each."""
    return split(clean(lines_of("\n\n".join(paragraphs))))


def first_lines(*paragraphs):
    """Give the first kept line of each part."""
    return [next(line.text for line in part.lines if line.role == "text") for part in parts(*paragraphs)]


def test_headings_that_stand_twice_begin_articles():
    """The entry of a list and the title of the article, with a bullet or without."""
    page = ["Tag: Harwick", "• Customs house closes", "Customs house closes", ONE, "• Quay floods", "Quay floods", TWO]
    assert ["• Customs house closes", "• Quay floods"] == first_lines(*page)
    assert ["Customs house closes", "Quay floods"] == first_lines(*[line.removeprefix("• ") for line in page])


def test_an_entry_that_was_cut_short_is_the_same_heading():
    """Lists shorten long titles."""
    page = ["Tag: Harwick", "Customs house of Harwick…", "Customs house of Harwick closes", ONE]
    page += ["Quay floods for the…", "Quay floods for the third time", TWO]
    assert 2 == len(parts(*page))


def test_headings_with_their_own_byline_or_date_begin_articles():
    """With a date after each, or before each, or a byline."""
    after = ["Customs house of Harwick closes", "By Jane Doe | March 7, 2022", ONE, TWO]
    after += ["Quay floods again this winter", "By John Roe | February 2, 2022", THREE, TWO]
    before = [
        "March 7, 2022",
        "Customs house of Harwick closes",
        ONE,
        TWO,
        "February 2, 2022",
        "Quay floods again",
        THREE,
        TWO,
    ]
    assert ["Customs house of Harwick closes", "Quay floods again this winter"] == first_lines(*after)
    assert 2 == len(parts(*before))


def test_headings_above_datelines_begin_articles_and_dates_stay_with_their_own():
    """A dateline counts like a date; where dates stand above the headings, each keeps its own."""
    opened = ["Customs house of Harwick closes", f"HARWICK, March 7 (Reuters) - {ONE}", TWO]
    opened += ["Quay floods again this winter", f"HARWICK, Feb 2 (Reuters) - {THREE}", TWO]
    assert ["Customs house of Harwick closes", "Quay floods again this winter"] == first_lines(*opened)
    dated = ["March 7, 2022", *opened[:3], "February 2, 2022", *opened[3:]]
    assert ["March 7, 2022", "February 2, 2022"] == first_lines(*dated)


def test_each_part_says_why_it_was_split_off():
    """The reason names the line and the structure."""
    page = ["Tag: Harwick", "• Customs house closes", "Customs house closes", ONE, "• Quay floods", "Quay floods", TWO]
    one, two = parts(*page)
    assert (1, "line 3: its heading stands twice, as with 1 more on this page") == (one.position, one.reason)
    assert (2, "line 9: its heading stands twice, as with 1 more on this page") == (two.position, two.reason)


def test_an_article_with_subheadings_is_one():
    """However many there are, numbered or asking."""
    page = [
        "Five things to know about the customs house",
        "By Jane Doe",
        ONE,
        "1. It is old",
        TWO,
        "2. It is unsafe",
        THREE,
    ]
    page += ["By the numbers", ONE, "What do residents say?", TWO]
    assert 1 == len(parts(*page))


def test_a_chronology_is_one():
    """Its entries have dates too, but bare ones that rise."""
    page = ["The fall of the customs house", ONE]
    for day in ("5 July 1870", "6 August 1950", "7 March 2022"):
        page += ["What happened on that day", day, TWO, THREE]
    assert 1 == len(parts(*page))


def test_teasers_after_an_article_are_no_articles():
    """A heading with a date and a few words, or one that stands twice over a line, is too little."""
    page = ["Customs house of Harwick closes", "March 7, 2022", ONE, TWO, THREE]
    page += ["Quay floods again this winter", "February 2, 2022", "Water stood in the street."]
    page += ["Council leader resigns", "Council leader resigns", "He gave no reasons."]
    assert 1 == len(parts(*page))


def test_a_list_of_teasers_above_a_long_note_is_no_list_of_articles():
    """Most of its headings have no text of their own."""
    page = ["Customs house of Harwick closes", "March 7, 2022", ONE, TWO, THREE]
    for title in (
        "Quay floods again this winter",
        "Council leader has resigned",
        "Ten quays to see",
        "Ten walks to take",
        "Ten days out",
    ):
        page += [title, "February 2, 2022"]
    assert 1 == len(parts(*page, TWO, THREE))


def test_what_stands_before_the_first_entry_is_an_article_if_it_has_a_text():
    """Pages that load the next article below the first begin with one that has no second heading."""
    page = ["Customs house of Harwick closes", ONE, TWO, THREE, "Quay floods", "Quay floods", THREE, TWO]
    page += ["Council leader resigns", "Council leader resigns", ONE, TWO]
    assert ["Customs house of Harwick closes", "Quay floods", "Council leader resigns"] == first_lines(*page)


def test_marked_entries_of_a_list_page_begin_articles():
    """Under the heading of a list, bullets are enough."""
    page = ["Category: News", "• Customs house of Harwick closes", ONE, "• Quay floods again this winter", TWO]
    assert 2 == len(parts(*page))
    assert 1 == len(parts(*page[1:]))


def test_entries_that_follow_the_end_of_another_begin_articles():
    """Under the heading of a list, a link or a credit ends an article."""
    page = ["Tag: News", "Customs house of Harwick closes", f"{ONE} (ANI)", "ALSO READ: Floods"]
    page += ["Quay floods again this winter", f"{TWO} (ANI)", "ALSO READ: Closure"]
    assert ["Customs house of Harwick closes", "Quay floods again this winter"] == first_lines(*page)
