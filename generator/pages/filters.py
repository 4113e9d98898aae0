"""A form that narrows a list on its page; a script does so, and without scripts it is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import EXPLORE, html_link
from generator.facets import search_for
from generator.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.model import Record

FEWEST = 8
"""Items from which it is worth while to narrow a list."""
_SEVERAL = 2


class Choice(NamedTuple):
    """A choice by which items are narrowed: their `data-` attribute, its label, and its values with their names."""

    name: str
    label: str
    values: Sequence[tuple[str, str]]


def only_here(origin: PagePath, pager: Markup, corpus: Corpus, *records: Record) -> Markup:
    """Say of a list on several pages that its form narrows one of them, and lead to a search of all articles."""
    if not pager:
        return Markup("")
    explore = html_link(origin, EXPLORE) + search_for(*records, values=corpus.facet_values)
    whole = element("a", "Search all articles" if not records else "Search all of these articles", href=explore)
    return element("p", Markup("Narrows this page of the list. ") + whole, class_="meta")


def filter_form(words: str, items: int, *choices: Choice, note: str = "") -> Markup:
    """Give the form for a list of some items, with a note; nothing for a short list.

    Choices of one value are left out.
    """
    if items < FEWEST:
        return Markup("")
    fields = [element("label", element("span", words) + _input())]
    for choice in choices:
        if len(choice.values) >= _SEVERAL:
            options = [element("option", "All", value="")]
            options += [element("option", name, value=value) for value, name in choice.values]
            fields.append(
                element("label", element("span", choice.label) + element("select", join(options), name=choice.name))
            )
    told = element("output", f"{items:,} shown")
    return element(
        "div", join(fields) + told + note, class_="filter", data_filter="", role="search", aria_label="Filter this page"
    )


def _input() -> Markup:
    return Markup('<input type="search" name="words" autocomplete="off">')
