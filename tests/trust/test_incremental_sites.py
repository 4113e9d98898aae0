"""The short form of the long run: some sequences of edits, each build of which is a full build."""

import pytest

from .incremental import sequence


@pytest.mark.parametrize("seed", [1, 2])
def test_a_site_that_has_grown_is_the_site_made_at_once(tmp_path, seed):
    """Articles, names, decisions and templates change; every file of docs and site is the same each time."""
    for step in sequence(tmp_path, seed):
        assert () == step.differing, step.change
