"""Labels are found again in the documents they were given for, and scored as they should be."""

import pytest

from generator.annotation import Figure
from generator.model import Record, RecordId

from .labels import contains, digest, is_told, occurrences, stretch
from .measure_figures import is_right
from .measure_figures import matched as matched_figures
from .measure_quotations import Said, is_speaker
from .measure_quotations import matched as matched_quotations

XI = Record(RecordId("xi-jinping"), "person", "Xi Jinping", aliases=("President Xi",))


def test_a_text_is_told_by_its_words_or_their_digest():
    """Marks, spaces and capitals do not count; no text is the same only as no text."""
    assert is_told("A bridge falls", "“A bridge\u00a0falls!”")
    assert is_told(digest("A bridge falls"), "A bridge falls")
    assert not is_told("A bridge falls", "A bridge fell")
    assert is_told(None, None)
    assert not is_told(None, "A bridge falls")


def test_a_stretch_is_found_by_line_and_column(tmp_path):
    """It may reach over blank lines; a document that was changed is refused."""
    path = tmp_path / "page.txt"
    path.write_text("Head\nHe said: “We go\n\ntoday,” and went.", encoding="utf-8")
    label = {"from": [2, 10], "to": [4, 6], "words": digest("We go today")}
    assert "We go today," == stretch(path, label).strip("“”")
    with pytest.raises(ValueError, match="label the document again"):
        stretch(path, label | {"words": digest("We stay")})


def test_printed_words_are_found_in_their_order():
    """The same words a second time are another place."""
    assert [(0, 3), (7, 10)] == [*occurrences("one or one", ["one", "one"])]
    assert contains(("a", "b", "c"), ("b", "c"))
    assert not contains(("a", "b", "c"), ("a", "c"))


def test_a_quotation_is_matched_once_and_by_its_words():
    """Marks at its ends do not count; what has no label is left over."""
    wanted = [{"text": "We go"}, {"text": "We stay"}]
    found = [Said("we go,", None, ""), Said("We go", None, "")]
    pairs, more, left = matched_quotations(wanted, found)
    assert [(wanted[0], found[0])] == pairs
    assert [found[1]] == more
    assert [wanted[1]] == left


def test_a_speaker_is_right_by_record_or_by_what_the_text_calls_nobody_in_particular():
    """A name of the record counts; where there is no record, a word of the text; never another record."""
    assert is_speaker({"speaker": ["Xi Jinping"]}, Said("", XI, "he"))
    assert is_speaker({"speaker": ["captain"]}, Said("", None, "one captain"))
    assert not is_speaker({"speaker": ["captain"]}, Said("", XI, "the captain"))
    assert not is_speaker({"speaker": ["Xi Jinping"]}, Said("", None, "he"))


def test_a_figure_is_right_by_place_value_and_unit():
    """One word of the unit is enough, per cent is written in several ways, and an empty word allows no unit."""
    label = {"place": (5, 12), "value": 4.0, "unit": ["per cent"]}
    assert ([(label, figure := Figure(4.0, "% of the harvest", 0, 9))], []) == matched_figures([label], [figure])
    assert is_right(label, figure)
    assert not is_right(label, Figure(5.0, "%", 0, 9))
    assert not is_right(label, Figure(4.0, "men", 0, 9))
    assert is_right({"value": 4.0, "unit": ["men", ""]}, Figure(4.0, "", 0, 9))
    assert ([], [figure]) == matched_figures([label | {"place": (20, 22)}], [figure])
