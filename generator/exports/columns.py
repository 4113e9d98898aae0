"""What each column of the tables means, in the words of the description that is published with them."""

from __future__ import annotations

PACKAGE = (
    "The articles of this site, the authority records that they have, and the evidence for each: every table as "
    "JSON Lines and as CSV, sorted by key. In CSV lists are parted by | (one inside an item is written ¦), nested "
    "rows are given by their ids, and a text that a spreadsheet would take for a formula has an apostrophe before "
    "it. Offsets count Unicode code points of a field's plain text, the end excluded. Where an article's rights "
    "are excerpt, there is no text, and sentences and quotations are cut to 30 words; where they are metadata, "
    "there are no sentences, quotations, figures and dates of events of it."
)

_EVERYWHERE = {
    "article": "Id of the article.",
    "start": "Where it starts in the field's plain text (in the body's, where no field is named), in code points.",
    "end": "Where it ends in the field's plain text, excluded.",
    "sentence": "The sentence in which it stands, as far as rights allow.",
}

_COLUMNS = {
    "articles": {
        "id": "Permanent id: its page is /articles/<id>/.",
        "title": "Title on this site; the printed headline is in its citation.",
        "published": "Date of publication as far as it is known: a year, a year and month, or a day.",
        "date_status": "Whether the source states the date, it was derived from evidence, or it is unknown.",
        "date_evidence": "The words that show the date.",
        "outlet": "Id of the outlet's record.",
        "authors": "Names of the authors as printed.",
        "agencies": "Ids of the news agencies credited for the text.",
        "genre": "Kind of text.",
        "language": "Language tag of the text.",
        "rights": "What this site may show of it.",
        "url": "Address of the original, as given.",
        "document": "Name of the raw file that it comes from.",
        "position": "Which article of that file, from 1.",
        "words": "Words of the body, parted by white space.",
        "countries": "Countries by weight: id, code (ISO 3166-1 alpha-2), weight from 0 to 1, about, mentions.",
        "topics": "Topics by weight: id, weight from 0 to 1, primary.",
        "entities": "Other records named in it, except outlets, by mentions: id, mentions.",
        "story": "Id of the story that several articles tell, where there is one.",
        "text": "Plain text of the body where rights are full or digest; paragraphs are parted by a blank line.",
    },
    "records": {
        "id": "Permanent id; a country's is its code in lower case.",
        "kind": "Kind of record.",
        "label": "Preferred name.",
        "aliases": "Other names and spellings.",
        "description": "One neutral sentence.",
        "country": "Country to which it belongs, by its ISO 3166-1 alpha-2 code in capitals.",
        "same_as": "Identifiers in other catalogues, by catalogue.",
        "articles": "Number of articles that name it, are about it, or come from it.",
        "mentions": "Number of mentions in all articles.",
    },
    "mentions": {
        "record": "Id of the record.",
        "field": "Part of the article.",
        "surface": "The words that were found.",
        "rule": "The rule by which they stand for the record.",
    },
    "quotations": {
        "speaker": "Id of the speaker's record, where there is one.",
        "speaker_text": "The speaker as the text names it.",
        "verb": "The verb that attributes the words.",
        "text": "The words, without quotation marks, as far as rights allow.",
        "extent": "Whether whole sentences are quoted, or parts of one.",
    },
    "event_dates": {
        "date": "A date or an interval of dates, by ISO 8601-2 (EDTF): ~ after a date says that it is about then.",
        "status": "Whether the text prints the date with its year, or it was derived from the day of publication.",
        "text": "The words that name the time, as printed.",
    },
    "stories": {
        "story": "Id of the story: its page is /stories/<id>/.",
        "role": "Its part: the lead, a copy, an agency's text in another outlet, or a text of its own about the event.",
        "of": "Id of the article that it is compared with; the lead is compared with none.",
        "rule": "Whether the wording, the event told or an editor's decision joins it.",
        "share": "How much of the shorter text stands in the longer one, or how alike the event is told, from 0 to 1.",
        "days": "Days between the two, where both name their day.",
        "names": "Rare names that both have.",
        "why": "An editor's reason.",
    },
    "figures": {
        "value": "The number.",
        "unit": "What it counts.",
        "text": "The number as printed, with its qualifier and unit.",
        "speaker": "Id of the record of whoever gives the number, where the text names somebody who has one.",
        "speaker_text": "Whoever gives the number, as the text names it; empty where the article tells it itself.",
    },
}


def of(table: str, column: str) -> str:
    """Say what a column of a table means."""
    return _COLUMNS[table].get(column) or _EVERYWHERE[column]
