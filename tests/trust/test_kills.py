"""Builds killed in short: nothing is left half made, and the next run mends itself; the long run is `make trust`."""

from .kills import WAYS, kills

KILLS, ARTICLES = 6, 40


def test_a_killed_build_leaves_the_old_or_the_new_site(tmp_path):
    """Killed at random moments, each way of building leaves a whole site, and the next run makes a first one's."""
    found = list(kills(tmp_path, range(KILLS), articles=ARTICLES))
    assert [] == [kill for kill in found if kill.faults]
    assert {*WAYS} == {kill.way for kill in found}
    assert any(not kill.ended for kill in found)
