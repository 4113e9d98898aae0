"""`python -m tests.trust.mutation`: changes the code here and there, and counts the changes that no test notices.

mutmut makes the changes and runs the tests that reach each. It works in copies of the project below `build/mutation`,
one for each group of modules with the tests that hold it, and goes on where it was broken off.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT

from .ledger import Ledger, Trial

FOLDER = ROOT / "build/mutation"
LEDGER = ROOT / "build/trust/mutation.jsonl"
SURVIVED, UNTESTED = 0, 33
"""Exit codes that mutmut keeps for a change that tests let pass, and for one that no test reaches."""
NOT_FOR_COPIES = "tests/test_build.py::test_same_content_gives_the_same_bytes_everywhere"
"""Starts programs elsewhere, where mutmut finds no settings."""


class Group(NamedTuple):
    """Modules of one purpose, and the tests that hold them."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


GROUPS = {
    "output": Group(("generator/markup.py",), ("markup", "properties")),
    "addresses": Group(("generator/addresses.py", "generator/slugs.py"), ("addresses", "slugs")),
    "yaml": Group(("generator/formats/yaml_*.py",), ("reading_yaml", "reading_authorities", "yaml_lines")),
    "redaction": Group(("generator/redacting/*.py",), ("redactions", "private_records", "redacted_site", "leaks")),
    "writing": Group(
        ("generator/writing.py", "generator/publishing.py", "generator/holding.py"),
        ("writing", "publishing", "holding", "build"),
    ),
}


def main() -> int:
    """Try the changes of all groups or one, and tell the score of each module."""
    arguments = argparse.ArgumentParser(prog="python -m tests.trust.mutation", description=__doc__)
    arguments.add_argument("--only", choices=sorted(GROUPS), help="one group alone")
    arguments.add_argument("--again", action="store_true", help="try only those changes again that nothing noticed")
    arguments.add_argument("--jobs", type=int, default=2, metavar="N", help="processes to work with")
    arguments.add_argument("--least", type=float, default=85, metavar="PERCENT", help="score below which it fails")
    chosen = arguments.parse_args()
    lowest = 100.0
    for place, (name, group) in enumerate(GROUPS.items()):
        if chosen.only in {None, name}:
            folder = _copied(name, group)
            unnoticed = [one for one, code in _codes(folder) if code in {SURVIVED, UNTESTED}] if chosen.again else []
            _run(folder, chosen.jobs, unnoticed)
            lowest = min(lowest, _tell(folder, name, place))
    return int(lowest < chosen.least)


def _copied(name: str, group: Group) -> Path:
    """Copy what git knows of the project, or may come to know, and write the settings of mutmut."""
    folder = FOLDER / name
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for file in subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines():
        if (ROOT / file).is_file():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, folder / file)
    tests = [f"tests/test_{one}.py" for one in group.tests if (ROOT / f"tests/test_{one}.py").exists()]
    settings = {
        "source_paths": ["generator"],
        "only_mutate": [*group.modules],
        "also_copy": ["content", "overrides", "docs", "build/docs", "mkdocs.yml", "CHANGELOG.md", "README.md"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "--deselect", NOT_FOR_COPIES],
        "pytest_add_cli_args_test_selection": tests,
    }
    written = "".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items())
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[tool.mutmut]\n{written}use_git_change_detection = false\ntrack_dependencies = false\n")
    return folder


def _run(folder: Path, jobs: int, names: list[str]) -> None:
    command = [Path(sys.executable).with_name("mutmut"), "run", "--max-children", str(jobs), *names]
    few = os.environ | {"CUTTINGS_EXAMPLES": "25"}
    finished = subprocess.run(command, cwd=folder, env=few, check=False, capture_output=True, text=True)
    if finished.returncode:
        sys.stderr.write(finished.stdout[-3000:] + finished.stderr[-3000:])
        sys.exit(2)


def _codes(folder: Path) -> list[tuple[str, int | None]]:
    """Give the changes of a group by their names, each with what came of it."""
    kept = [json.loads(path.read_text("utf-8")) for path in sorted((folder / "mutants").rglob("*.meta"))]
    return [pair for one in kept for pair in one["exit_code_by_key"].items()]


def _tell(folder: Path, name: str, place: int) -> float:
    """Print and enter the score of each module of a group, and give the group's."""
    made, unnoticed = Counter[str](), Counter[str]()
    for change, code in _codes(folder):
        module = change.split(".x")[0]
        made[module] += 1
        unnoticed[module] += code in {SURVIVED, UNTESTED, None}
    for module, number in made.items():
        noticed = number - unnoticed[module]
        sys.stdout.write(f"{100 * noticed / number:6.1f} %  {noticed:5,} of {number:5,}  {module}\n")
    counts = {"changes": made.total(), "noticed": made.total() - unnoticed.total()}
    Ledger(LEDGER).add(Trial(0, place, counts, (), name))
    score = 100 * counts["noticed"] / max(1, counts["changes"])
    sys.stdout.write(f"{score:6.1f} %  {counts['noticed']:5,} of {counts['changes']:5,}  {name} in all\n")
    sys.stdout.flush()
    return score


if __name__ == "__main__":
    sys.exit(main())
