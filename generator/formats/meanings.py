"""What each key of the files that people write means, in the words of schemas, new files and the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ledger import Decision
from generator.model import Exclusions, FrontMatter, Record, Review, Source
from generator.redacting.entries import Redaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    import msgspec

_DENIED = "ids that are not to be shown for this article, although its text seems to name them"

MEANINGS: Mapping[type[msgspec.Struct], Mapping[str, str]] = {
    FrontMatter: {
        "title": "the title that the site shows",
        "id": "the file's name and the address; it never changes",
        "published": "year, year-month or day: 2020, 2020-12 or 2020-12-31",
        "date_status": "stated by the source, derived from something else, or unknown",
        "date_evidence": "the words that state the date, or what it was derived from",
        "source": "the publication that the article comes from, as printed there",
        "genre": "what sort of text it is",
        "rights": "what the site shows: full and digest all, excerpt a few sentences, metadata no text",
        "language": "a language code such as en, ur or zh-Hans",
        "entities": "ids of records that the article is about, beside those that its text names",
        "countries": "codes of countries that the article is about, beside those that its text shows",
        "topics": "ids of topics that the article belongs to, beside those that its text shows",
        "exclude": "what the article is not about although its text seems to say so",
        "review": "who looked at it",
    },
    Source: {
        "headline": "the headline as printed",
        "outlet": "id of the record of the outlet that published it",
        "url": "where it stands on the web",
        "authors": "names as printed",
        "dateline": "the place printed before the text",
        "standfirst": "the lines printed between headline and text",
        "captions": "captions of its pictures",
        "agencies": "ids of the records of agencies to which the text is credited",
        "retrieved": "the day on which it was fetched",
        "archive_url": "where an archive keeps a copy",
        "document": "the raw file that it was taken from",
        "position": "which article of that file it is, from 1",
        "sha256": "the hash of that file",
    },
    Exclusions: {"entities": _DENIED, "countries": _DENIED.replace("ids", "codes of countries", 1), "topics": _DENIED},
    Review: {
        "state": "proposed by a machine or a contributor, or reviewed",
        "by": "who reviewed it",
        "on": "the day of the review",
    },
    Record: {
        "id": "the record's name in files and addresses; unique over all kinds",
        "kind": "what sort of thing it is",
        "label": "what the site calls it",
        "aliases": "other names, spelled as texts spell them",
        "description": "one sentence that tells it from others",
        "country": "the country it belongs to: two capitals of ISO 3166, such as CN",
        "broader": "id of the record that this is a part or a sort of",
        "same_as": "its ids elsewhere: wikidata, geonames, iptc and others",
        "redirect_from": "ids that it had before, whose addresses lead to it",
        "review": "who looked at it",
        "private": "true: it gets no page and its name is told nowhere",
        "definition": "what belongs to the topic",
        "terms": "words that show the topic, with weights from 0.5 to 3",
        "requires": "terms of which one must occur",
        "excludes": "terms of which none may occur",
    },
    Decision: {
        "decision": "what is decided",
        "record": "id of the record it is about",
        "into": "id of the record that stays (merge), or of the new one (split)",
        "label": "the label of the record from now on",
        "kind": "the kind of the record from now on",
        "names": "the names that leave the record, or are no names",
        "articles": "ids of the articles it is about",
        "by": "who decided",
        "on": "the day of the decision",
        "why": "the reason",
    },
    Redaction: {
        "name": "a name that must not be told, wherever it stands and however it is written",
        "aliases": "other names of the same",
        "pattern": "an expression of RE2: what it matches must not be told",
        "article": "id of an article that is left out; with `replace: metadata` only its text is",
        "replace": "what stands there instead: `initials`, `nothing`, or any text; `[redacted]` if not given",
        "parts": "whether words of a name are meant too, in an article that has it in full; `true` if not given",
    },
}
"""By record type and key; `tests/test_schemas.py` holds that no key is missing."""

SETTINGS: Mapping[str, str] = {
    "site_name": "what the site is called",
    "site_description": "one sentence that says what the site gathers",
    "site_url": "the address of the site, which feeds, citations and the sitemap need; publishing sets it",
    "repo_url": "the address of the repository, where readers say what is wrong; without it there is no such link",
    "copyright": "one line for the foot of every page",
    "theme": "the look; its `language` is that of the interface and of the search",
    "nav": "the sections in the header, in order; those of the package if not given",
    "plugins": "must name `cuttings`, whose option `content` is the folder of what people write",
    "docs_dir": "where pages are generated, below the build folder; nothing in it is written by hand",
    "site_dir": "where the engine alone would write the site; `cuttings build` has it in `build/site`",
}
"""The settings in mkdocs.yml that we read; MkDocs and Material have others."""
