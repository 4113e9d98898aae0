"""One process at a time works in a build folder: who comes second is told, and who died keeps nobody out."""

import os
import re
import subprocess
import sys
import time

import msgspec
import pytest
from builders import SMALL_CONTENT, tree
from conftest import ROOT

from generator.cli import main
from generator.commands.shared import DONE, WRONG_USE
from generator.holding import LOCK, HeldError, Owner, held

HOLD = """
import os, sys, time
from pathlib import Path
from generator.children import end_with_parent
from generator.holding import held
folder, with_worker = Path(sys.argv[1]), sys.argv[2] == "True"
sys.argv = ["/usr/bin/cuttings", "build", "--content", "/home/somebody"]
with held(folder):
    parent = os.getpid()
    if with_worker and not os.fork():
        end_with_parent(parent)
    if with_worker == (os.getpid() != parent):
        print("holds", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Give a function that starts a process which holds the folder, alone or with a worker, and waits until it does."""
    started = []

    def start(*, with_worker=False):
        command = [sys.executable, "-c", HOLD, str(tmp_path), str(with_worker)]
        started.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        assert "holds\n" == started[-1].stdout.readline()
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_who_comes_second_is_told_who_is_there(holder, tmp_path):
    """The message names process, command and age, what to do, and no option; the owner is undisturbed."""
    process = holder()
    os.utime(tmp_path / LOCK, (time.time() - 600,) * 2)
    with pytest.raises(HeldError) as caught, held(tmp_path):
        pass
    wanted = (
        rf"{re.escape(str(tmp_path))}: process {process.pid} \(cuttings build\) has been at work there for 10 minutes"
    )
    assert re.match(wanted, str(caught.value))
    assert "--build" in str(caught.value)
    assert process.poll() is None


def test_a_second_build_exits_and_leaves_the_site(holder, tmp_path, content_folder, monkeypatch, capsys):
    """The command says so in one line and exits 2, and not a byte of the folder changes."""
    monkeypatch.chdir(ROOT)
    content = content_folder(SMALL_CONTENT)
    holder()
    before = tree(tmp_path)
    for command in ("build", "export"):
        assert WRONG_USE == main([command, "--content", str(content), "--build", str(tmp_path)])
        (line,) = capsys.readouterr().err.splitlines()
        assert re.match(r"cuttings: .*: process \d+ \(cuttings build\) has been at work there for \d+ seconds \(", line)
    assert before == tree(tmp_path)


@pytest.mark.parametrize("with_worker", [False, True])
def test_a_killed_run_keeps_nobody_out(holder, tmp_path, with_worker):
    """The folder of a killed process can be held at once; its workers, which hold it too, end with it."""
    process = holder(with_worker=with_worker)
    process.kill()
    process.wait()
    with held(tmp_path):
        assert os.getpid() == msgspec.json.decode((tmp_path / LOCK).read_bytes(), type=Owner).pid


def test_a_folder_is_free_after_its_time(tmp_path):
    """After the block, also one that failed, the folder can be held again, and the file names nobody."""
    with pytest.raises(ZeroDivisionError), held(tmp_path / "build"):
        _ = 1 / 0
    with held(tmp_path / "build"), pytest.raises(HeldError), held(tmp_path / "build"):
        pass
    assert b"" == (tmp_path / "build" / LOCK).read_bytes()


def test_nothing_of_the_lock_is_in_the_site(content_folder, tmp_path, monkeypatch):
    """The site has no lock, and the lock no path and no name of the machine."""
    monkeypatch.chdir(ROOT)
    content, folder = content_folder(SMALL_CONTENT), tmp_path / "build"
    options = ["build", "--no-search", "--quiet", "--content", str(content), "--build", str(folder)]
    assert DONE == main(options)
    assert [] == [name for name in tree(folder / "site") if LOCK in name.split("/")]
