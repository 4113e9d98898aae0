"""The tests that open hostile sites in a browser, run at length: every page, and every text of a file that is named."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, NamedTuple

from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TESTS = ("tests/test_site_hostile.py", "tests/test_policy_browser.py")


class Browsed(NamedTuple):
    """What came of it: texts that were tried, pages that were opened, tests, and the names of those that failed."""

    texts: int
    pages: int
    tests: int
    faults: tuple[str, ...]


def browsed(folder: Path, tests: tuple[str, ...] = TESTS, **environment: str) -> Browsed:
    """Run the tests of hostile sites in a process of their own."""
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *tests]
    named = {"CUTTINGS_LONG": "1"} | environment
    subprocess.run(command, cwd=ROOT, env=os.environ | named, check=False, stdout=subprocess.DEVNULL)
    cases = [*ET.parse(report).iter("testcase")]
    told = {(one.get("name"), one.get("value")) for case in cases for one in case.iter("property")}
    numbers = {name: sum(int(value or 0) for key, value in told if key == name) for name in ("texts", "pages")}
    failed = [case.get("name", "") for case in cases if {"failure", "error", "skipped"} & {one.tag for one in case}]
    return Browsed(numbers["texts"], numbers["pages"], len(cases), tuple(failed))
