"""Lines: wrapped text becomes paragraphs, and what a line looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.lines import is_heading, is_prose, lines_of, truncated, words

WRAPPED = """\
HARWICK TO CLOSE CUSTOMS HOUSE

    Showers continued through the week in
the port of Harwick, where the committee said on Monday that
it would close the old customs house, a building that stands
beside the northern quay.
    Residents said they had not been told of the plan, and some
asked why the money for repairs had never been spent.
"""


def test_text_wrapped_to_a_width_is_unwrapped():
    """A line break is a wrap where the next word would not have fitted; an indented line begins a paragraph."""
    heading, first, second = (line.text for line in lines_of(WRAPPED))
    assert "HARWICK TO CLOSE CUSTOMS HOUSE" == heading
    assert first.startswith("Showers continued through the week in the port of Harwick, where the committee said on")
    assert first.endswith("the old customs house, a building that stands beside the northern quay.")
    assert second.startswith("Residents said they had not been told of the plan, and some asked why the money")


def test_an_indented_line_begins_a_paragraph_after_a_full_one():
    """Wire copy parts its paragraphs by their indent alone."""
    text = (
        "It rained in the zone all through the week, which helped the\nharvest of the coming year.\n"
        "    The dry period means that the harvest will be late this year.\n"
        "    Arrivals for the week were the fewest in the port since the\nwar, said the traders who had come to buy.\n"
    )
    assert ["It rained", "The dry p", "Arrivals "] == [line.text[:9] for line in lines_of(text)]


def test_short_lines_stay_lines():
    """Menus, lists and lines of a head are not wrapped text."""
    text = "Home\nWorld news\nBusiness\nSport and leisure\nWeather\nContact us\n"
    assert text.splitlines() == [line.text for line in lines_of(text)]


def test_lines_know_where_they_stood():
    """The number is that of the raw text, the gap tells of a blank line before."""
    assert [(2, True), (3, False), (6, True)] == [(line.number, line.gap) for line in lines_of("\na\nb\n\n\nc")]


@given(st.text(alphabet="abc .\n", max_size=300))
def test_no_word_is_lost_or_made(text):
    """Unwrapping changes white space only."""
    assert text.split() == " ".join(line.text for line in lines_of(text)).split()


@pytest.mark.parametrize(
    "text",
    [
        "Khan on Sunday met Xi at the Great Hall in Beijing.",
        "“I’m a grown lady,” she responded to these considerations, two diplomats said.",
        "The statement of the two sides read as follows:",
    ],
)
def test_running_text_is_prose(text):
    """What ends like a sentence and is longer than a label is a paragraph."""
    assert is_prose(text)
    assert not is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Imran Khan invites Xi Jinping to Pakistan",
        "Does Hezbollah Represent Lebanon? What Impact Will the Death of Its Leader Have?",
        "• China Justifies Uyghur Strategy",
        "What next?",
    ],
)
def test_headlines_are_headings(text):
    """Headlines may ask, may be two sentences and may bear a bullet."""
    assert is_heading(text)
    assert not is_prose(text)


@pytest.mark.parametrize("text", ["marking a further...", "is ramping up […]", "So…", "a text cut [...] Read more »"])
def test_teasers_are_cut_short(text):
    """Dots at the end, bracketed or not, and with an invitation to go on."""
    assert truncated(text)


def test_words_of_scripts_without_spaces_count_by_letters():
    """Two characters of Chinese count as a word."""
    assert 4 + 1 == words("中国国家主席习近平")
    assert 3 == words("don’t re-open it")
