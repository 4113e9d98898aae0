"""What the search index holds of the pages on which facts stand: quotations, figures and the timeline.

Only what the pages are about: the words of the facts are found in their articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import FIGURES, QUOTATIONS, TIMELINE, address, figures_page, speaker_page
from generator.markup import element
from generator.search.records import SearchRecord
from generator.sorts import TITLES
from generator.statements import OF_A_SPEAKER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.addresses import PagePath
    from generator.corpus import Corpus


def fact_records(corpus: Corpus) -> Iterator[SearchRecord]:
    """Give the documents of those pages that have something to show."""
    said = corpus.statements.by_record
    if said or corpus.statements.by_words:
        yield _document(QUOTATIONS, "Quotations", "Quotations", "Who said what.")
    for key, of_speaker in said.items():
        if len(of_speaker) > OF_A_SPEAKER:
            record = corpus.records[key]
            names = " · ".join((record.label, *record.aliases))
            yield _document(speaker_page(key), "Quotations", f"Quotations of {record.label}", record.description, names)
    if corpus.countings.by_sort:
        yield _document(FIGURES, "Figures", "Figures", "Which number is given for what, and by whom.")
    for sort in corpus.countings.by_sort:
        yield _document(figures_page(sort), "Figures", f"Figures: {TITLES[sort]}", "Numbers that count the same.")
    if corpus.times.by_time or any(one.article.front.published for one in corpus.articles.values()):
        yield _document(TIMELINE, "Timeline", "Timeline", "When articles were published, and which dates they name.")


def _document(page: PagePath, kind: str, title: str, about: str, names: str = "") -> SearchRecord:
    return SearchRecord(
        address=address(page),
        kind=kind,
        title=title,
        html=element("p", f"{title}. {about}".strip()),
        filters={"kind": (kind,)},
        meta={"title": title, "names": names},
    )
