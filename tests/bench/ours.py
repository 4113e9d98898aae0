"""Our own builds, and what a reader's browser loads of them."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

from tests.browser import ARGUMENTS, serving, visiting

from .measuring import Cost, cost_of

PROJECT = Path(__file__).parents[2]
WORDS = "said"
"""What is searched for: a word that most articles of the corpus have."""


class Built(NamedTuple):
    """A build: what all of it cost, and the work of its stages by their names."""

    cost: Cost
    stages: dict[str, float]


def build(folder: Path, name: str, *options: str) -> Built:
    """Build the corpus in `folder`/content into `folder`/`name`, whatever is there, and give what it cost."""
    where = ("--content", folder / "content", "--build", folder / name)
    cost = cost_of((sys.executable, "-m", "generator", "build", "--quiet", "--profile", *where, *options), PROJECT)
    report = json.loads((folder / name / "report.json").read_bytes())
    return Built(cost, {stage["stage"]: stage["cpu"] for stage in report["stages"]})


def fresh(folder: Path, name: str, *options: str) -> Built:
    """Build into a folder that is empty before."""
    shutil.rmtree(folder / name, ignore_errors=True)
    return build(folder, name, *options)


def edit(folder: Path) -> None:
    """Change the text of one article, which may be anywhere among them."""
    articles = sorted((folder / "content/articles").rglob("*.md"))
    chosen = articles[len(articles) // 2]
    chosen.write_text(f"{chosen.read_text(encoding='utf-8')}\nAnother paragraph was added later.\n", encoding="utf-8")


def first_search(site: Path) -> int | None:
    """Give the bytes that a browser loads from the first letter typed to the first result; None without a browser."""
    program = shutil.which("chromium")
    if not program:
        return None
    with sync_playwright() as playwright, serving(site.resolve()) as server:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        with visiting(browser, server) as visit:
            visit.go("")
            visit.page.wait_for_load_state("networkidle")
            before = sum(sent.size for sent in server.sent)
            visit.page.keyboard.press("/")
            visit.page.locator(".search__input").fill(WORDS)
            visit.page.locator("[data-search-result]").first.wait_for()
            return sum(sent.size for sent in server.sent) - before
