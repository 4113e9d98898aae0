"""Passages: sentences cut around the words that count, so that none fills a page."""

from hypothesis import given
from hypothesis import strategies as st

from generator.annotation import Span
from generator.markup import Markup
from generator.pages.passages import MOST_AROUND, MOST_WITHIN, set_off


def test_a_short_passage_stays_whole():
    """Words are set off where they stand, and nothing else of a passage changes."""
    body = "Yes. They called it “a joke” and “a farce” twice. No."
    shown = set_off(body, Span(5, 49), [(21, 27), (34, 41)])
    assert "They called it “<b>a joke</b>” and “<b>a farce</b>” twice." == str(shown)


def test_a_long_passage_is_cut_around_what_is_set_off():
    """Of a long passage the words nearest to those set off are left, at both sides and between."""
    words = [f"w{number}" for number in range(400)]
    body = " ".join(words)
    marks = [(body.index(f"w{n} "), body.index(f"w{n} ") + len(f"w{n}")) for n in (150, 300)]
    shown = Markup(set_off(body, Span(0, len(body)), marks)).striptags()
    assert shown.startswith("… w121 ")
    assert "w150 w151 " in shown
    assert " … " in shown
    assert shown.endswith("w329 …")


@given(st.text(alphabet="ab -。<é\n", max_size=3000), st.integers(0, 2999), st.integers(0, 200))
def test_no_passage_is_long(text, start, length):
    """Whatever a text is made of, what is shown of it has a bounded length."""
    start = min(start, len(text))
    shown = set_off(text, Span(0, len(text)), [(start, min(len(text), start + length))])
    assert len(Markup(shown).striptags()) <= (2 * MOST_AROUND + MOST_WITHIN) * 9 + 20
