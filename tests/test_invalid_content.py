"""Faults of content, each told exactly: every folder of invalid/ holds one kind of fault and the lines that tell it."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS

INVALID = Path(__file__).parent / "invalid"


@pytest.mark.parametrize("fault", sorted(path.name for path in INVALID.iterdir()))
def test_faults_are_told_with_place_and_hint(fault, capsys, update_golden):
    """`check` prints a line for each fault, sorted by place, and fails."""
    expected = INVALID / fault / "expected.txt"
    code = main(["check", "--content", str(INVALID / fault / "content")])
    told = capsys.readouterr().out
    if update_golden:
        expected.write_text(told, encoding="utf-8")
    assert expected.read_text(encoding="utf-8") == told
    assert CONTENT_HAS_PROBLEMS == code
