"""The table of a run: ratios against floors and aims, and the figures that they are made of."""

from __future__ import annotations

import os
import platform
import re
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .rounds import Figures

PAGE = Path(__file__).parents[2] / "docs/benchmarks.md"
LARGE = 10_000
"""Articles from which on the measures are those that have floors."""
_PACKAGES = "mkdocs mkdocs-material pagefind-bin pyromark hugo".split()
_INTRODUCTION = """# Benchmarks

<!-- Made by `make bench`; what is written here by hand is lost. -->

How long builds take and what a search loads, beside other programs on the same corpus: articles of about 450 made-up
words, a third as many entities, two hundred countries, forty topics. Hugo has entities, countries and topics as
taxonomies and lean pages without feeds, citations, tables or evidence; stock MkDocs renders the pages that we made;
Pagefind indexes our whole site once. In each round all run in turn, so that they share what else the machine does. CPU
is that of all processes together; the ratios of a round are made first, then their median.
"""


class Row(NamedTuple):
    """A measure: how it is made of the figures of a round, the most that is allowed, and the aim."""

    name: str
    value: Callable[[Figures], float]
    floor: float
    aim: float
    unit: str = ""


ROWS = (
    Row("whole build without search, CPU against Hugo", lambda of: of["whole"] / of["hugo"], 1.2, 0.7),
    Row("the same against stock MkDocs over the same pages", lambda of: of["whole"] / of["mkdocs"], 0.15, 0.08),
    Row(
        "the same with two processes against one, by the clock",
        lambda of: of["two processes, seconds by the clock"] / of["whole, seconds by the clock"],
        0.65,
        0.55,
    ),
    Row(
        "one article changed, with search, CPU against the whole build with search",
        lambda of: of["edit"] / (of["whole"] + of["index"]),
        0.12,
        0.05,
    ),
    Row(
        "one article changed, with search, CPU against Hugo's whole build",
        lambda of: of["edit"] / of["hugo"],
        0.3,
        0.12,
    ),
    Row("nothing changed", lambda of: of["nothing changed, seconds by the clock"], 1.5, 0.7, "s"),
    Row("largest process of the whole build", lambda of: of["whole, MB"], 450, 250, "MB"),
    Row("largest process of a build that makes the search index", lambda of: of["index, MB"], 800, 400, "MB"),
    Row("search index, CPU against Pagefind over the whole site", lambda of: of["index"] / of["pagefind"], 0.9, 0.6),
    Row(
        "search index after one edit, CPU against all of it",
        lambda of: of["index of the edit"] / of["index"],
        0.15,
        0.05,
    ),
    Row(
        "CPU per page against a tenth of the articles",
        lambda of: of["whole"] / of["pages"] / (of["tenth"] / of["pages of the tenth"]),
        1.2,
        1.0,
    ),
    Row("loaded for the first search, up to the first result", lambda of: of["first search, MB"], 0.5, 0.25, "MB"),
)


def section(articles: int, rounds: Sequence[Figures], day: str) -> str:
    """Give the section of a run: its measures, its figures, and what it was run with; no name of machine or folder."""
    python, machine = platform.python_version(), f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    versions = ", ".join(_versions())
    figures = sorted({name for one in rounds for name in one})
    return "\n".join(
        [
            f"## {articles:,} articles\n",
            f"{day}, {len(rounds)} round{'s' if len(rounds) > 1 else ''}; {machine}; Python {python}, {versions}.\n",
            *([] if articles >= LARGE else [f"Floors and aims are those for {LARGE:,} articles.\n"]),
            "| measure | median | rounds | floor | aim |",
            "| --- | ---: | --- | ---: | ---: |",
            *(_measure(row, rounds) for row in ROWS),
            "",
            "| figure (CPU seconds, if nothing else is said) | median | rounds |",
            "| --- | ---: | --- |",
            *(f"| {name} | {_told([one[name] for one in rounds if name in one])} |" for name in figures),
            "",
        ]
    )


def _versions() -> Iterator[str]:
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):  # where the peer was not run
            yield f"{name} {version(name)}"


def with_section(page: str, articles: int, text: str) -> str:
    """Give the page with a section put in, or in place of an earlier run's on as many articles."""
    others = dict(re.findall(r"^## ([\d,]+) articles\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    others[f"{articles:,}"] = text.partition("\n")[2]
    ordered = sorted(others.items(), key=lambda one: -int(one[0].replace(",", "")))
    told = [_INTRODUCTION.strip(), *(f"## {number} articles\n\n{body.strip()}" for number, body in ordered)]
    return "\n\n".join(told) + "\n"


def _measure(row: Row, rounds: Sequence[Figures]) -> str:
    values = []
    for one in rounds:
        try:
            values.append(row.value(one))
        except KeyError:  # no browser
            continue
    unit = f" {row.unit}" if row.unit else ""
    return f"| {row.name} | {_told(values, unit)} | {row.floor:g}{unit} | {row.aim:g}{unit} |"


def _told(values: Sequence[float], unit: str = "") -> str:
    if not values:
        return "not measured | "
    return f"{_rounded(median(values))}{unit} | {', '.join(map(_rounded, values))}"


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
