"""`cuttings stats`: tell how large the corpus is and what waits for an editor."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.commands.shared import DONE, add_redactions, existing, redactions
from generator.markup import json_text, terminal

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from generator.editing.waiting import Waiting

ABOUT = "tell how large the corpus is and what waits for an editor"

MOST_SHOWN = 5
LONGEST = 70
"""Characters of a title or name that are shown."""

ACTS = {
    "problem": ("problems of the content", "cuttings check"),
    "proposed record": ("proposed records", "cuttings decide"),
    "ambiguous alias": ("names that several records bear", "cuttings decide"),
    "unresolved name": ("parts of names that two people could bear", "cuttings decide"),
    "story to confirm": ("articles that seem to tell one story", "cuttings decide"),
    "undated article": ("articles without a date", "write 'published' and 'date_status' in the file"),
    "proposed article": ("articles that nobody has reviewed", "write 'review: {state: reviewed, by: …}' in the file"),
    "new address": ("new addresses", "cuttings addresses"),
    "record without description": ("records without a description", "write 'description' in the file"),
    "record without country": ("records without a country", "write 'country' in the file"),
}
"""What each sort is called, and what acts on it."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)
    command.add_argument("--all", action="store_true", help=f"show all of each sort, not the first {MOST_SHOWN}")


def run(options: argparse.Namespace) -> int:
    """Tell how large the corpus is and what waits for an editor; gives the exit code."""
    from generator.editing.overview import overview

    seen = overview(existing(options.content), options.build / "cache", options.jobs, redactions(options))
    if options.json:
        print(json_text({"corpus": seen.corpus}))
        for one in seen.waiting:
            print(json_text({name: getattr(one, name) for name in one.__struct_fields__}))
        return DONE
    if not options.quiet:
        print(", ".join(f"{name} {number:,}" for name, number in seen.corpus.items()))
    for line in _lines(seen.waiting, None if options.all else MOST_SHOWN):
        print(line)
    return DONE


def _lines(waiting: Iterable[Waiting], most: int | None) -> Iterator[str]:
    """Yield the sorts with their numbers, what acts on each, and the first of each."""
    waiting = list(waiting)
    if not waiting:
        yield "Nothing waits."
        return
    numbers = Counter(one.waits for one in waiting)
    for sort, of_sort in groupby(waiting, key=lambda one: one.waits):
        called, act = ACTS[sort]
        yield f"\n{called.capitalize()}: {numbers[sort]:,} ({act})"
        for one in list(of_sort)[:most]:
            yield f"  {_told(one)}"
        if most is not None and numbers[sort] > most:
            yield f"  and {numbers[sort] - most:,} more"


def _told(one: Waiting) -> str:
    label = terminal(one.label if len(one.label) <= LONGEST else f"{one.label[: LONGEST - 1]}…")
    if one.waits == "problem":
        return terminal(one.label)
    among = f": {', '.join(one.among)}" if one.among else ""
    many = f" ({one.articles} article{'' if one.articles == 1 else 's'})" if one.articles > 1 or among else ""
    place = one.place if one.waits in {"undated article", "proposed article"} else one.subject
    shown = place if place == one.label else f"{place}  {label}" if place != one.label else place
    return terminal(shown + many + among)
