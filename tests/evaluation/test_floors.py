"""No measure falls below the floor that is pinned for it, and floors only rise."""

import pytest

from .scoring import (
    SHARED_ABSENT,
    Counts,
    Score,
    count,
    measures,
    on_shared,
    raised,
    read_floors,
    read_quality,
    shared_folder,
)

FLOORS = read_floors()
MEASURES = measures()


def missed(found) -> list[str]:
    """Give the scores that are below their floor or have none."""
    return [
        f"{score.measure}: {score.value:.3f}, floor {FLOORS.get(score.measure, 'not pinned: run --raise-floors')}"
        for score in found
        if score.value < FLOORS.get(score.measure, 1.1)
    ]


@pytest.mark.parametrize("name", MEASURES)
def test_no_floor_is_missed_on_our_own_documents(name):
    """The project's own labelled documents are always there."""
    assert [] == missed(MEASURES[name].own())


@pytest.mark.skipif(shared_folder() is None, reason=SHARED_ABSENT)
@pytest.mark.parametrize("name", [name for name, measure in MEASURES.items() if on_shared(measure)])
def test_no_floor_is_missed_on_development_data(name):
    """Development data that is not part of the project is used where it lies beside it."""
    assert [] == missed(on_shared(MEASURES[name])(shared_folder()))


def test_floors_are_only_raised():
    """A better score raises its floor to the next lower step, a worse one leaves it."""
    found = [Score("up", 0.9187, 1, ""), Score("down", 0.2, 1, ""), Score("new", 0.5, 1, "")]
    assert {"down": 0.7, "kept": 0.3, "new": 0.5, "up": 0.915} == raised({"up": 0.8, "down": 0.7, "kept": 0.3}, found)


def test_labels_are_counted_once_an_article():
    """F1 is the micro average over articles."""
    assert Counts(right=2, wrong=1, missed=1) == count([(["CN", "CN", "US"], ["CN", "FR"]), (["NL"], ["NL"])])
    assert 2 / 3 == Counts(right=2, wrong=1, missed=1).f1
    assert 1.0 == count([([], [])]).f1


def test_what_the_package_ships_is_what_the_floors_hold():
    """Readers are shown every measure that has a floor, and no other."""
    assert sorted(FLOORS) == sorted(read_quality())
