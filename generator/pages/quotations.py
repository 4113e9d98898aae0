"""The pages of quotations: speakers from A to Z, each with the newest, and all of those who are quoted often.

What is said by speakers who have no record stands on pages of its own, under their printed words.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import QUOTATIONS, SPEAKERS, UNRESOLVED_SPEAKERS, html_link, speaker_page
from generator.markup import Markup, element, join
from generator.pages.filters import Choice, filter_form, only_here
from generator.pages.page import LaterPage, Page, later
from generator.pages.parts import (
    BETWEEN,
    count,
    heading,
    in_pages,
    letter_of,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.said import EXTENTS, said_list, year_of
from generator.statements import NOT_TOLD, OF_A_SPEAKER, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.model import Record, RecordId

SPEAKERS_A_PAGE = 25
NAMES_A_PAGE = 400
QUOTATIONS_A_PAGE = 60
MOST_QUOTED = 24

_LEAD = "Who said what: the words that articles quote, each in its sentence."


class _Speaker(NamedTuple):
    """A speaker with a record, and all that is quoted of it, newest first."""

    record: Record
    said: Sequence[Said]


def quotation_pages(corpus: Corpus) -> Iterator[Page | LaterPage]:
    """Give the pages on which all speakers stand, with a record and without."""
    speakers = [_Speaker(corpus.records[key], said) for key, said in corpus.statements.by_record.items()]
    yield from _listing_pages(speakers, corpus)
    if len(speakers) > SPEAKERS_A_PAGE:
        yield from _index_pages(speakers)
    if corpus.statements.by_words:
        yield from _unresolved_pages(corpus)


def speaker_pages(key: RecordId, corpus: Corpus) -> Iterator[LaterPage]:
    """Give the pages of all quotations of a speaker, who has some only if quoted often."""
    if has_pages(key, corpus):
        yield from _pages_of(_Speaker(corpus.records[key], corpus.statements.by_record[key]), corpus)


def has_pages(key: RecordId, corpus: Corpus) -> bool:
    """Tell whether a speaker is quoted so often that not all of it stands on the record's page."""
    return len(corpus.statements.by_record[key]) > OF_A_SPEAKER


def quotations_of(origin: PagePath, record: Record, corpus: Corpus) -> list[Markup]:
    """Give the newest quotations of a speaker for the page of its record, with a link to all."""
    said = corpus.statements.by_record.get(record.id, ())
    if not said:
        return []
    return [
        heading("Quotations"),
        element("p", join([_numbers(said), *_link_to_all(origin, _Speaker(record, said))], BETWEEN), class_="meta"),
        said_list(origin, said[:OF_A_SPEAKER], corpus),
    ]


def _listing_pages(speakers: Sequence[_Speaker], corpus: Corpus) -> Iterator[LaterPage]:
    several = len(speakers) > SPEAKERS_A_PAGE
    for path, part, pager in in_pages(QUOTATIONS, speakers, SPEAKERS_A_PAGE):
        lead = paragraphs(
            *(_lead(path, speakers, corpus) if path == QUOTATIONS else ()), _letters(path, speakers) if several else ""
        )
        yield later(path, _listing_page, corpus, lead, part, pager)


def _listing_page(path: PagePath, lead: Markup, part: Sequence[_Speaker], pager: Markup, corpus: Corpus) -> Page:
    return Page(
        path=path,
        kind="index",
        title="Quotations",
        description=_LEAD,
        hide=("navigation", "toc"),
        filtered=True,
        content=paragraphs(
            lead,
            _filter(
                [said for speaker in part for said in speaker.said[:OF_A_SPEAKER]],
                corpus,
                only_here(path, pager, corpus),
            ),
            listing((_name(path, speaker, path) for speaker in part), "cloud names"),
            *(_group(path, speaker, corpus) for speaker in part),
            pager,
        ),
    )


def _lead(path: PagePath, speakers: Sequence[_Speaker], corpus: Corpus) -> list[Markup]:
    """Say what there is, and who is quoted most where not all speakers stand on one page."""
    unresolved = [said for of_words in corpus.statements.by_words.values() for said in of_words]
    everything = [*(said for speaker in speakers for said in speaker.said), *unresolved]
    if not everything:
        return [Markup.escape(_LEAD), element("p", "No article quotes anybody.", class_="meta")]
    told = [Markup.escape(f"{count(len(everything), 'quotation')}, {_numbers(everything)}")]
    told.append(Markup.escape(count(len(speakers), "speaker")))
    if unresolved:
        others = f"{count(len(unresolved), 'quotation')} of speakers without a record"
        told.append(link(path, UNRESOLVED_SPEAKERS, others))
    lead = [Markup.escape(_LEAD), element("p", join(told, BETWEEN), class_="meta")]
    if len(speakers) <= SPEAKERS_A_PAGE:
        return lead
    places = _places(speakers)
    most = sorted(speakers, key=lambda speaker: -len(speaker.said))[:MOST_QUOTED]
    names = listing((_name(path, speaker, places[speaker.record.id]) for speaker in most), "cloud names")
    everyone = link(path, SPEAKERS, f"All {count(len(speakers), 'speaker')} from A to Z")
    return [*lead, heading("Most quoted"), names, element("p", everyone)]


def _places(speakers: Sequence[_Speaker]) -> dict[RecordId, PagePath]:
    """Tell on which page of the listing each speaker stands."""
    pages = in_pages(QUOTATIONS, speakers, SPEAKERS_A_PAGE)
    return {speaker.record.id: path for path, part, _ in pages for speaker in part}


def _name(origin: PagePath, speaker: _Speaker, page: PagePath) -> Markup:
    """Give a speaker as an item of an index, which leads to the quotations."""
    target = f"#{speaker.record.id}" if page == origin else f"{html_link(origin, page)}#{speaker.record.id}"
    name = element("a", speaker.record.label, href=target)
    return element("li", name + " " + element("span", f"{len(speaker.said):,}", class_="meta"))


def _letters(path: PagePath, speakers: Sequence[_Speaker]) -> Markup:
    """Lead from each letter to the page on which its speakers begin."""
    places = _places(speakers)
    items = []
    for letter, of_letter in groupby(speakers, key=lambda speaker: letter_of(speaker.record)):
        group = list(of_letter)
        first = group[0].record.id
        target = f"{html_link(path, places[first])}#{first}"
        number = element("span", f"{len(group):,}", class_="meta")
        items.append(element("li", element("a", letter, href=target) + " " + number))
    return element("nav", listing(items, "letters"), aria_label="Speakers by letter")


def _group(path: PagePath, speaker: _Speaker, corpus: Corpus) -> Markup:
    """Give a speaker with the newest quotations; the group is one for the filter, too."""
    line = join([_numbers(speaker.said), *_link_to_all(path, speaker)], BETWEEN)
    head = element("h2", record_link(path, speaker.record), id=speaker.record.id) + element("p", line, class_="meta")
    said = said_list(path, speaker.said[:OF_A_SPEAKER], corpus)
    return element("section", element("header", head) + said, data_group="")


def _numbers(said: Iterable[Said]) -> Markup:
    """Say how many quotations are whole sentences and how many are parts: "3 in full, 9 in part"."""
    numbers: Counter[str] = Counter(one.quotation.extent for one in said)
    return Markup.escape(", ".join(f"{numbers[key]:,} {words}" for key, words in EXTENTS.items() if numbers[key]))


def _link_to_all(origin: PagePath, speaker: _Speaker) -> list[Markup]:
    if len(speaker.said) <= OF_A_SPEAKER:
        return []
    return [link(origin, speaker_page(speaker.record.id), f"all {count(len(speaker.said), 'quotation')}")]


def _index_pages(speakers: Sequence[_Speaker]) -> Iterator[Page]:
    places = _places(speakers)
    for path, part, pager in in_pages(SPEAKERS, speakers, NAMES_A_PAGE):
        blocks: list[Markup] = []
        for letter, of_letter in groupby(part, key=lambda speaker: letter_of(speaker.record)):
            names = (_name(path, speaker, places[speaker.record.id]) for speaker in of_letter)
            blocks += [heading(letter), listing(names, "cloud names")]
        back = element("p", link(path, QUOTATIONS, "All quotations"))
        yield Page(
            path=path,
            kind="index",
            title="Speakers from A to Z",
            description="Everybody who is quoted, with the number of quotations.",
            hide=("navigation", "toc"),
            content=paragraphs(back, *blocks, pager),
        )


def _pages_of(speaker: _Speaker, corpus: Corpus) -> Iterator[LaterPage]:
    """Give all quotations of one speaker, by year."""
    first = speaker_page(speaker.record.id)
    lead, numbers = f"{count(len(speaker.said), 'quotation')}, newest first.", _numbers(speaker.said)
    for path, part, pager in in_pages(first, speaker.said, QUOTATIONS_A_PAGE):
        yield later(path, _page_of, corpus, speaker.record, lead, numbers, part, pager)


def _page_of(
    path: PagePath, record: Record, lead: str, numbers: Markup, part: Sequence[Said], pager: Markup, corpus: Corpus
) -> Page:
    told = [record_link(path, record), numbers, link(path, QUOTATIONS, "all speakers")]
    return Page(
        path=path,
        kind="index",
        title=f"Quotations of {record.label}",
        description=f"What {record.label} said: {lead}",
        hide=("navigation", "toc"),
        filtered=True,
        content=paragraphs(
            Markup.escape(lead) if path == speaker_page(record.id) else "",
            element("p", join(told, BETWEEN), class_="meta"),
            _filter(part, corpus, only_here(path, pager, corpus, record)),
            *_by_year(path, part, corpus),
            pager,
        ),
    )


def _by_year(path: PagePath, said: Sequence[Said], corpus: Corpus) -> Iterator[Markup]:
    for year, of_year in groupby(said, key=lambda one: year_of(corpus.articles[one.article].article)):
        head = element("h2", year.capitalize())
        yield element("section", head + said_list(path, of_year, corpus), data_group="")


def _unresolved_pages(corpus: Corpus) -> Iterator[LaterPage]:
    """Give what speakers without a record say, under their printed words; who is not told at all comes last."""
    by_words = sorted(corpus.statements.by_words.items(), key=lambda item: (item[0] == NOT_TOLD, item[0]))
    entries = [(words, said) for words, of_words in by_words for said in of_words]
    for path, part, pager in in_pages(UNRESOLVED_SPEAKERS, entries, QUOTATIONS_A_PAGE):
        yield later(path, _unresolved_page, corpus, part, pager)


def _unresolved_page(path: PagePath, part: Sequence[tuple[str, Said]], pager: Markup, corpus: Corpus) -> Page:
    lead = "Speakers for whom there is no record stand here under the words that the text has for them."
    groups = [
        (_printed(words, of_words[0]), of_words)
        for words, group in groupby(part, key=lambda entry: entry[0])
        if (of_words := [said for _, said in group])
    ]
    return Page(
        path=path,
        kind="index",
        title="Speakers without a record",
        description=lead,
        hide=("navigation", "toc"),
        filtered=True,
        content=paragraphs(
            Markup.escape(lead) if path == UNRESOLVED_SPEAKERS else "",
            element("p", link(path, QUOTATIONS, "Speakers with a record"), class_="meta"),
            _filter([said for _, said in part], corpus, only_here(path, pager, corpus)),
            *(
                element("section", element("h2", printed) + said_list(path, said, corpus), data_group="")
                for printed, said in groups
            ),
            pager,
        ),
    )


def _printed(words: str, said: Said) -> str:
    """Give a speaker as the newest article prints it."""
    printed = said.quotation.speaker_text
    return f"{printed[:1].upper()}{printed[1:]}" if words != NOT_TOLD else "Speaker not told"


def _filter(said: Sequence[Said], corpus: Corpus, note: Markup) -> Markup:
    years = sorted({year_of(corpus.articles[one.article].article) for one in said}, reverse=True)
    extents = [(key, words) for key, words in EXTENTS.items() if any(one.quotation.extent == key for one in said)]
    by_extent, by_year = Choice("extent", "Quoted", extents), Choice("year", "Year", [(year, year) for year in years])
    return filter_form("Speaker or words", len(said), by_extent, by_year, note=note)
