"""What somebody sees who waits for a build, and where its time goes."""

import json
import os
import pty
import subprocess
import sys

import pytest
from builders import SITE
from conftest import ROOT

from generator.commands.waiting import table
from generator.progress import Moment, Progress, Spent, Stage


def command(content, folder, *options):
    """Give the command that builds a site without its index."""
    where = ("--content", content, "--build", folder)
    return [sys.executable, "-m", "generator", "build", *map(str, where), "--no-search", *options]


@pytest.fixture
def content(tmp_path):
    """Give a content folder with one article."""
    path = tmp_path / "content/articles/undated/one.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\ntitle: On {SITE.name}\n---\n\nPakistan.\n")
    return tmp_path / "content"


def test_a_stage_ends_where_the_next_begins():
    """Each is told once with its time by the clock that was given, the last one when all has ended."""
    moments = iter([Moment(1, 1), Moment(3, 2), Moment(3, 2), Moment(10, 4.5)])
    told = []
    progress = Progress(moments.__next__, told.append)

    progress.begin(Stage.READ)
    progress.begin(Stage.AUDIT, 7)
    progress.end()
    progress.end()

    assert [Spent(Stage.READ, 0, 2, 1), Spent(Stage.AUDIT, 7, 7, 2.5)] == told
    assert progress.under_way() is None


def test_the_table_has_shares_and_a_sum():
    """Where the time went is told in whole shares of the work."""
    lines = table([Spent(Stage.READ, 0, 2, 1), Spent(Stage.AUDIT, 1_234, 7, 3)]).splitlines()

    assert ["audit", "files", "1,234", "7.00", "3.00", "75%"] == lines[2].split()
    assert ["together", "9.00", "4.00", "100%"] == lines[3].split()
    assert len({len(line) for line in lines}) == 1
    assert "0%" in table([])


def test_profile_tells_the_stages_here_and_in_the_report(content, tmp_path):
    """All stages stand in the report in their order, but only if asked for: it is else the same from run to run."""
    folder = tmp_path / "build"
    profiled = subprocess.run(
        command(content, folder, "--profile"), cwd=ROOT, check=True, capture_output=True, text=True
    )
    stages = [one["stage"] for one in json.loads((folder / "report.json").read_text())["stages"]]
    subprocess.run(command(content, folder, "--full"), cwd=ROOT, check=True, capture_output=True)

    assert [stage for stage in Stage if stage != Stage.SEARCH] == stages
    assert all(stage in profiled.stderr for stage in stages)
    assert [] == json.loads((folder / "report.json").read_text())["stages"]


def shown(content, folder, *options, patience="0.01"):
    """Give what a build writes on a terminal whose owner has this much patience."""
    ours, theirs = pty.openpty()
    run = "from generator.cli import main; main()"
    script = f"import generator.commands.waiting as w; w.PATIENCE = w.REPEAT = {patience}; {run}"
    _, _, _, _, *given = command(content, folder, *options)
    with subprocess.Popen(
        [sys.executable, "-c", script, "build", *given], cwd=ROOT, stderr=theirs, stdout=subprocess.DEVNULL
    ) as process:
        os.close(theirs)
        written = bytearray()
        try:
            while piece := os.read(ours, 4096):
                written += piece
        except OSError:  # the other end was closed
            pass
    os.close(ours)
    assert process.returncode == 0
    return written.decode()


def test_a_terminal_shows_the_stages_of_what_takes_long(content, tmp_path):
    """Whoever waits sees what is done and what is under way, and at the end no rest of it."""
    written = shown(content, tmp_path / "build")

    assert f"{Stage.RENDER} (" in written
    assert "…" in written
    assert written.endswith("\r\x1b[K")


def test_nothing_is_shown_of_what_is_quick_or_quiet(content, tmp_path):
    """Before its time the terminal stays empty, and with --quiet altogether."""
    assert "" == shown(content, tmp_path / "build", patience="600")
    assert "" == shown(content, tmp_path / "build", "--quiet", "--full")
