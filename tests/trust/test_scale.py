"""The short form of the bad cases: no page is too large, and twice as much is about twice the work."""

import pytest

from generator.repeated import told_once

from .scale import CASES, LINEAR, growth, large_pages


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_work_grows_with_a_bad_case_and_not_with_its_square(tmp_path, case):
    """The second doubling adds about twice the work that the first did, counted by calls."""
    assert growth(case, case.quick, tmp_path) < LINEAR


@pytest.mark.parametrize("case", CASES[2:], ids=lambda case: case.name)
def test_no_page_is_too_large(tmp_path, case):
    """Twenty thousand aliases and an article of fifty thousand words leave every page within its bounds."""
    assert [] == [*large_pages(case, case.size, tmp_path)]


class Told:
    """Something told by an article, which counts how often articles are compared."""

    compared = 0
    also = ()

    class Id(str):
        """An id of an article."""

        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other):
            Told.compared += 1
            return str.__eq__(self, other)

    def __init__(self, number: int) -> None:
        self.article = Told.Id(number)


def test_what_thousands_tell_alike_is_gathered_by_looking_at_each_once(monkeypatch):
    """No article is compared with all those before it that tell the same."""
    monkeypatch.setattr("generator.repeated._of_all", lambda group, _copies: group)
    (group,) = told_once([("same words", Told(number)) for number in range(500)], ())
    assert 500 == len(group)
    assert Told.compared < 500
