"""The benchmarks, small and for their correctness alone: no time that is measured here decides anything."""

import re
import sys

import pytest
from bench import ours, peers, rounds
from bench.corpus import write_corpus
from bench.measuring import Cost, cost_of
from bench.table import ROWS, section, with_section


def test_what_a_command_cost_is_that_of_its_children_too(tmp_path):
    """Work and memory of a process that a command starts and waits for are in what it cost."""
    large = "x = bytearray(80_000_000); sum(range(3_000_000))"
    cost = cost_of(
        (sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{large}'])"), tmp_path
    )

    assert cost.memory > 80_000_000 / 2**20
    assert 0 < cost.cpu
    assert 0 < cost.wall
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        cost_of((sys.executable, "-c", "1/0"), tmp_path)


def test_a_run_writes_its_section_and_leaves_the_others():
    """Each size of the corpus has one section, the largest first; a later run on as many articles replaces it."""
    names = """
        whole, MB; index, MB; index of the edit; pages of the tenth
        whole, seconds by the clock; two processes, seconds by the clock; nothing changed, seconds by the clock
    """
    figures = dict.fromkeys((name.strip() for name in re.split("[;\n]", names) if name.strip()), 2.0)
    figures |= dict.fromkeys("hugo mkdocs pagefind whole index edit pages tenth".split(), 2.0)
    page = with_section("", 300, section(300, [figures], "2026-01-01"))
    page = with_section(page, 10_000, section(10_000, [figures, figures | {"whole": 8.0}, figures], "2026-01-02"))
    page = with_section(page, 300, section(300, [figures | {"whole": 4.0}], "2026-01-03"))

    assert ["## 10,000 articles", "## 300 articles"] == [line for line in page.splitlines() if line.startswith("## ")]
    assert "2026-01-01" not in page
    assert "| whole build without search, CPU against Hugo | 1 | 1, 4, 1 | 1.2 | 0.7 |" in page
    assert "| loaded for the first search, up to the first result | not measured |  | 0.5 MB | 0.25 MB |" in page
    assert len(ROWS) * 2 == sum(line.count("|") == 6 for line in page.splitlines()) - 2 * 2


def test_a_round_measures_every_row(tmp_path, monkeypatch):
    """Peers and ours run to their end on a small corpus; Hugo, which the tests do not install, only where it is."""
    if not peers.HUGO.exists():
        monkeypatch.setattr(peers, "hugo", lambda _: Cost(1, 1, 1))
    write_corpus(tmp_path / "whole", 12)
    write_corpus(tmp_path / "tenth", 2)
    before = (tmp_path / "whole/content").rglob("*.md")
    told = {path: path.read_text() for path in before}

    figures = rounds.measure(tmp_path / "whole", tmp_path / "tenth", lambda _: None)

    unmeasured = set() if ours.first_search(tmp_path / "whole/build/site") else {"loaded for the first search"}
    values = {row.name: row.value(figures) for row in ROWS if not row.name.startswith(tuple(unmeasured) or "-")}
    assert all(value > 0 for value in values.values()), values
    assert len([path for path, text in told.items() if path.read_text() != text]) == 1
    assert figures["pages"] > figures["pages of the tenth"]
