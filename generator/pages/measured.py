"""How well texts are read, as the account of the corpus tells it to readers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.markup import Markup, element
from generator.pages.parts import paragraphs
from generator.pages.tallies import bar_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.quality import Measured

_PAGES = "Web pages"
_FILES = "Raw documents"
_TEXTS = "What texts say"
_NAMES = "Names that no record had"
_STORIES = "Stories"
_OTHERS = "Other measures"
GROUPS = (_TEXTS, _NAMES, _STORIES, _FILES, _PAGES, _OTHERS)
"""The groups of measures in the order in which they are shown."""

_WORDS = {
    "articles found": (_FILES, "Articles found in a file"),
    "headlines right": (_FILES, "Headlines"),
    "credits right": (_FILES, "Outlets, authors and agencies"),
    "dates and status right": (_FILES, "Dates, and whether the source states them"),
    "standfirsts right": (_FILES, "Standfirsts"),
    "words of bodies": (_FILES, "Words of the text that are kept"),
    "lines kept out of bodies": (_FILES, "Menus, notices and the like kept out"),
    "pages, title": (_PAGES, "Titles"),
    "pages, authors": (_PAGES, "Authors"),
    "pages, date": (_PAGES, "Dates"),
    "pages, body": (_PAGES, "Text"),
    "countries named": (_TEXTS, "Countries that a text names"),
    "countries": (_TEXTS, "Countries that a text is about"),
    "topics": (_TEXTS, "Topics"),
    "no topic where none fits": (_TEXTS, "No topic where none fits"),
    "quotations with speaker": (_TEXTS, "Quotations with their speaker"),
    "quotations, words alone": (_TEXTS, "Quotations, whoever speaks"),
    "figures": (_TEXTS, "Figures with what they count"),
    "names, recall": (_NAMES, "Names found, of those in the text"),
    "names, precision": (_NAMES, "Right ones among the names found"),
    "names, kind right": (_NAMES, "Person, organisation or place told apart"),
    "names, not split": (_NAMES, "One record for one name"),
    "copies": (_STORIES, "Copies of one text"),
    "stories, precision": (_STORIES, "Right ones among the stories found"),
    "stories": (_STORIES, "Articles about one event"),
}
"""What readers call a measure, by how its name begins; the longest beginning counts."""


def quality(scores: Sequence[Measured]) -> Markup:
    """Tell what was measured and what it means; nothing where nothing was measured."""
    if not scores:
        return Markup("")
    told: dict[tuple[int, str], list[Measured]] = {}
    for score in scores:
        group, words = _words(score.measure)
        told.setdefault((GROUPS.index(group), words), []).append(score)
    tables = (
        bar_table(GROUPS[place], ("What is found", "Score"), [_row(words, told[place, words]) for _, words in rows])
        for place, rows in groupby(sorted(told), key=lambda one: one[0])
    )
    meaning = (
        "The program was tried on documents in which people had marked by hand what there is to find. A score of 100 % "
        "means that nothing was missed and nothing wrong was added; of 90 %, that about one in ten is missing or "
        "wrong. These are not the articles of this site, where it may do better or worse: so every statement shows its "
        "sentence. What was measured on several sets of documents is told by its lowest score."
    )
    return paragraphs(element("p", meaning), *tables)


def _words(measure: str) -> tuple[str, str]:
    known = max((name for name in _WORDS if measure.startswith(name)), key=len, default="")
    return _WORDS[known] if known else (_OTHERS, measure)


def _row(words: str, scores: Sequence[Measured]) -> tuple[Markup, str, float]:
    lowest = min(score.value for score in scores)
    documents = "; ".join(dict.fromkeys(score.documents for score in scores))
    return Markup.escape(words) + " " + element("span", documents, class_="meta"), f"{lowest * 100:.1f} %", lowest
