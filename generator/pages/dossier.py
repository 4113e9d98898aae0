"""The dossier: the articles of a list in full on one page, to be printed or kept; a script puts them together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import DOSSIER, address, html_link, section_page
from generator.markup import Markup, element, join
from generator.pages.page import Page
from generator.pages.parts import link

if TYPE_CHECKING:
    from generator.addresses import PagePath

_STARTS = ("entities", "countries", "topics", "outlets", "stories")


def dossier_page() -> Page:
    """Give the page, which says what it is for as long as nobody asks for a dossier."""
    sections = join((link(DOSSIER, section_page(name), name) for name in _STARTS), ", ")
    told = (
        "The articles of a list in full on one page, to be printed or kept: text, date, outlet, source and reference "
        "of each."
    )
    how = Markup(
        "It begins at the page of a record or a story ({}), by its link “Dossier of these articles”. Your browser puts "
        "it together from the pages of the articles, those of one page of the list at a time, and tells nobody; that "
        "needs JavaScript. Without it, the list on the record’s page leads to the same articles."
    ).format(sections)
    return Page(
        path=DOSSIER,
        kind="dossier",
        title="Dossier",
        description=told,
        hide=("navigation", "toc"),
        content=element("div", element("p", told) + element("p", how), data_dossier=""),
    )


def dossier_link(path: PagePath) -> Markup:
    """Lead from a page that lists articles to their dossier."""
    return element("a", "Dossier of these articles", href=f"{html_link(path, DOSSIER)}?{address(path)}")
