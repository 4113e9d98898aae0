"""Disks that are full, only to be read, or somebody else's: a clear line, exit code 2, the old site whole."""

import os
import shutil
import subprocess
import sys

import pytest
from builders import SMALL_CONTENT, tree
from conftest import ROOT

BUILD = "{python} -m generator build --quiet --content {content} --build {disk}/build"
ON_A_SMALL_DISK = f"""
mount -t tmpfs -o size=24m tmpfs {{disk}} || exit 99
{BUILD} || exit 98
cp -rL {{disk}}/build/site {{out}}/before
{{change}}
{BUILD} 2> {{out}}/said
echo $? > {{out}}/code
cp -rL {{disk}}/build/site {{out}}/after
{{mend}}
{BUILD} || exit 97
cp -rL {{disk}}/build/site {{out}}/mended
{BUILD} --full || exit 96
cp -rL {{disk}}/build/site {{out}}/full
"""
NEW_ARTICLE = "---\ntitle: Another\n---\n\n" + "Xi Jinping spoke at length. " * 2000
FAULTS = {
    "full": (
        "head -c 30m /dev/zero > {disk}/filling; truncate -s -300K {disk}/filling",
        "rm {disk}/filling",
        "No space left on device (make room there",
    ),
    "read only": ("mount -o remount,ro {disk}", "mount -o remount,rw {disk}", "Read-only file system (give yourself"),
}
"""What befalls a disk after a first build, how it is mended, and what a person is told."""


@pytest.fixture
def small_disk(tmp_path, content_folder):
    """Give a function that builds on a small disk of its own, before and after a fault, and after it was mended."""
    if os.geteuid() or not shutil.which("unshare"):
        pytest.skip("only root can mount a small disk, with unshare(1)")
    content = content_folder(SMALL_CONTENT)
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "new.md").write_text(NEW_ARTICLE)

    def run(change, mend):
        places = {"disk": tmp_path / "disk", "out": tmp_path / "out", "content": content, "python": sys.executable}
        add = f"cp {tmp_path}/new.md {content}/articles/undated/new.md 2>/dev/null; "
        script = ON_A_SMALL_DISK.format(change=add + change.format(**places), mend=mend.format(**places), **places)
        finished = subprocess.run(["unshare", "-m", "sh", "-c", script], cwd=ROOT, check=False, capture_output=True)
        if finished.returncode == 99:
            pytest.skip("this system lets nobody mount a small disk")
        assert 0 == finished.returncode, finished.stderr.decode()
        return tmp_path / "out"

    return run


@pytest.mark.parametrize("fault", FAULTS)
def test_a_disk_that_fails_leaves_the_old_site(small_disk, fault):
    """One line names the place and what to do, the code is 2, the site is whole, and the next run needs no flag."""
    change, mend, told = FAULTS[fault]
    out = small_disk(change, mend)
    (line,) = (out / "said").read_text().splitlines()
    assert line.startswith("cuttings: /")
    assert told in line
    assert "2\n" == (out / "code").read_text()
    before, after, mended = (tree(out / name) for name in ("before", "after", "mended"))
    assert before == after
    assert "articles/new/index.html" in mended
    assert mended == tree(out / "full")


def test_a_folder_of_somebody_else_is_told(tmp_path, content_folder):
    """Who may not write into the build folder is told so, and the site that is there stays."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("rights do not bind root, and there is no setpriv(1) that makes them")
    content = content_folder(SMALL_CONTENT)
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--no-search"]
    command += ["--content", str(content), "--build", str(tmp_path / "build")]
    subprocess.run(command, cwd=ROOT, check=True)
    before = tree(tmp_path / "build")
    (content / "articles/undated/new.md").write_text(NEW_ARTICLE)
    for folder in (tmp_path / "build", *(tmp_path / "build").rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    as_one_whom_rights_bind = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    finished = subprocess.run(
        [*as_one_whom_rights_bind, *command], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (2, "") == (finished.returncode, finished.stdout), finished.stderr
    (line,) = finished.stderr.splitlines()
    assert line.startswith(f"cuttings: {tmp_path}/build/")
    assert "Permission denied (give yourself the right to write there" in line
    assert before == tree(tmp_path / "build")
