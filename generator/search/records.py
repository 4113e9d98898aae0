"""What the search index holds: for each article, story and record one small document with only what may be shown.

The words of a document are found at their weight in its body; names that it does not spell itself (the other spellings
of whom it mentions) stand in its metadata, where they are found but never shown in an excerpt.
"""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import address, article_page, record_page, story_page
from generator.dates import spoken
from generator.facets import ARTICLE, filterable
from generator.markup import Markup, element, join, text
from generator.model import ENTITY_KINDS, RecordId
from generator.rights import shown_blocks, shown_standfirst
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId, Block, Record
    from generator.story import StoryId

NAMES_WEIGHT = 5
"""Weight of a record's own aliases in its body; Pagefind's scale is from 0 to 10, plain text has 1."""
MOST_NAMES = 100
"""Aliases of a record by which an article that mentions it is found; by all of them the record itself is."""
LEADING_WEIGHT = 2
"""Weight of standfirsts and headings, which say what a text is about."""

EVERYTHING = "zqxevery"
"""A word that each document has: a search for it lists them all, where a search for nothing loads the whole index."""
NAME_KEY_MARK = "zqx"
"""Ends a word that stands for a whole name, so that nobody finds it who does not look for it."""
NAME_KEY_LONGEST = 60

STORY = "Story"
TITLES_OF_STORY, OUTLETS_OF_STORY = 50, 6
UNDATED = "Undated"
_RIGHTS = {"full": "Full text", "excerpt": "Excerpt", "digest": "Digest", "metadata": "Metadata only"}
UNKNOWN_DAY = "00000000"
"""The day of what has no date; the scripts of the search put it last whether the newest or the oldest is first."""


class SearchRecord(msgspec.Struct, frozen=True):
    """One document of the index: `html` is its body, the rest is what results are filtered, shown and sorted by.

    `day` is a date as one number, with noughts for what is not known of it.
    """

    address: str
    kind: str
    title: str
    html: Markup
    filters: dict[str, tuple[str, ...]]
    meta: dict[str, str]
    day: str = UNKNOWN_DAY


def search_records(corpus: Corpus) -> Iterator[tuple[str, Callable[[], SearchRecord]]]:
    """Give what makes the documents of articles, stories and records, each with the address of its page."""
    for article in corpus.articles:
        yield address(article_page(article)), partial(_of_article, corpus, article)
    for story in corpus.stories:
        yield address(story_page(story)), partial(_of_story, corpus, story)
    for record in corpus.records.values():
        yield address(record_page(record)), partial(_of_record, corpus, record.id)


def name_key(name: str) -> str:
    """Give the one word under which the bearer of a whole name is found, before all that only contains the name.

    Letters and digits without case and accents, and a mark; the scripts of the search make the same word of a query.
    """
    plain = unicodedata.normalize("NFKD", name).lower()
    return "".join(filter(str.isalnum, plain))[:NAME_KEY_LONGEST] + NAME_KEY_MARK


def document(record: SearchRecord, language: str) -> Markup:
    """Give the HTML document from which Pagefind reads a record.

    Values stand in elements because Pagefind reads attributes undecoded, and filters are escaped twice because it
    decodes them twice.
    """
    described = [
        _captured("meta", "every", EVERYTHING),
        *(_captured("meta", name, value) for name, value in record.meta.items() if value),
        *(
            _captured("filter", name, str(text(filterable(value))))
            for name, values in record.filters.items()
            for value in values
        ),
        _captured("meta", "day", record.day),
    ]
    return Markup(
        '<!doctype html>\n<html lang="{}">\n<head><meta charset="utf-8"><title>{}</title></head>\n<body>\n'
        "{}\n<main data-pagefind-body>\n{}\n</main>\n</body>\n</html>\n",
    ).format(language, record.title, join(described, "\n"), record.html)


def _captured(purpose: str, name: str, value: str) -> Markup:
    """Write a value for Pagefind to capture; purposes and names are ours and need no escaping."""
    return Markup(f'<i data-pagefind-{purpose}="{name}">{{}}</i>').format(value)


def _of_article(corpus: Corpus, key: ArticleId) -> SearchRecord:
    annotated, values = corpus.articles[key], corpus.facet_values
    article, mentioned = annotated.article, _mentioned(corpus, annotated)
    front, source = article.front, article.front.source
    outlet = _labels(values, (source.outlet,))
    agencies = _labels(values, source.agencies)
    filters = {
        "kind": (ARTICLE,),
        "country": _values(values, (country.id for country in annotated.annotation.countries)),
        "topic": _values(values, (topic.id for topic in annotated.annotation.topics)),
        "entity": _values(values, (record.id for record in mentioned if record.kind in ENTITY_KINDS)),
        "outlet": outlet,
        "agency": agencies,
        "author": source.authors,
        "genre": (front.genre.capitalize(),),
        "year": ((front.published or UNDATED).split("-")[0],),
        "dated": (front.date_status.capitalize(),),
        "rights": (_RIGHTS[front.rights],),
        "language": (front.language,),
    }
    meta = {
        "title": front.title,
        "headline": "" if source.headline == front.title else source.headline or "",
        "date": spoken(front.published) if front.published else "",
        "byline": " · ".join(dict.fromkeys((*outlet, *agencies, *source.authors))),
        "names": _names(corpus, mentioned),
    }
    return SearchRecord(
        address=address(article_page(article.id)),
        kind=ARTICLE,
        title=front.title,
        html=_with_words(_text(article), front.title, article.id),
        filters=_given(filters),
        meta=meta,
        day=day(front.published),
    )


def _of_record(corpus: Corpus, key: RecordId) -> SearchRecord:
    record = corpus.records[key]
    broader = corpus.records.get(RecordId(record.broader or ""))
    country = record.id if record.kind == "country" else RecordId((record.country or "").lower())
    described = [element("p", paragraph) for paragraph in (record.description, record.definition) if paragraph]
    aliases = [element("p", " · ".join(record.aliases), data_pagefind_weight=NAMES_WEIGHT)] if record.aliases else []
    kind = record.kind.capitalize()
    return SearchRecord(
        address=address(record_page(record)),
        kind=kind,
        title=record.label,
        html=_with_words(join([*described, *aliases], "\n"), record.label, record.id),
        filters=_given({"kind": (kind,), "country": _values(corpus.facet_values, (country,))}),
        meta={
            "title": record.label,
            "names": _names(corpus, (*((broader,) if broader else ()), *corpus.narrower.get(record.id, ()))),
            "key": " ".join(dict.fromkeys(map(name_key, (record.label, *record.aliases)))),
        },
    )


def _of_story(corpus: Corpus, key: StoryId) -> SearchRecord:
    """Give the document of a story: the titles of its articles, and who published them."""
    story, values = corpus.stories[key], corpus.facet_values
    articles = [corpus.articles[key].article for key in story.articles[:TITLES_OF_STORY]]
    lead = corpus.articles[story.lead].article.front
    outlets = tuple(dict.fromkeys(name for one in articles for name in _labels(values, (one.front.source.outlet,))))
    titles = [element("p", title) for title in dict.fromkeys(one.front.title for one in articles)]
    return SearchRecord(
        address=address(story_page(story.id)),
        kind=STORY,
        title=lead.title,
        html=_with_words(join(titles, "\n"), lead.title, story.id),
        filters=_given({"kind": (STORY,), "outlet": outlets, "year": ((lead.published or UNDATED).split("-")[0],)}),
        meta={
            "title": lead.title,
            "date": spoken(lead.published) if lead.published else "",
            "byline": " · ".join(outlets[:OUTLETS_OF_STORY]),
        },
        day=day(lead.published),
    )


def _text(article: Article) -> Markup:
    """Give what may be shown of an article's text."""
    standfirst = shown_standfirst(article)
    leading = [element("p", standfirst, data_pagefind_weight=LEADING_WEIGHT)] if standfirst else []
    return join((*leading, *(_block(block) for block in shown_blocks(article) if block.text.strip())), "\n")


def _with_words(html: Markup, *instead: str) -> Markup:
    """Give a body, or the first text with a word in place of one that has none, which Pagefind would leave out."""
    if _has_word(html.striptags()):
        return html
    return element("p", next(text for text in instead if _has_word(text)))


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _block(block: Block) -> Markup:
    return element("p", block.text, data_pagefind_weight=LEADING_WEIGHT if block.kind == "heading" else None)


def _names(corpus: Corpus, records: Iterable[Record]) -> str:
    """Give every name of some records, and of those of which they are part or another name."""
    with_broader = [
        bearer
        for record in records
        for bearer in (record, corpus.records.get(RecordId(record.broader or "")))
        if bearer is not None
    ]
    names = (name for bearer in with_broader for name in (bearer.label, *bearer.aliases[:MOST_NAMES]))
    return " · ".join(dict.fromkeys(names))


def _mentioned(corpus: Corpus, annotated: AnnotatedArticle) -> list[Record]:
    """Give the public records that an article mentions or shows a country by, by label."""
    found = annotated.annotation
    keys = {mention.record for mention in found.mentions} | {country.id for country in found.countries}
    # Asked for one by one: whoever looks through all records is made again when any of them is new.
    records = [record for key in sorted(keys) if (record := corpus.records.get(key))]
    return sorted(records, key=lambda record: (fold(record.label), record.id))


def _values(values: Mapping[RecordId, str], records: Iterable[RecordId]) -> tuple[str, ...]:
    return tuple(sorted(values[record] for record in records if record in values))


def _labels(values: Mapping[RecordId, str], keys: Iterable[str | None]) -> tuple[str, ...]:
    """Give the names of outlets or agencies; a key without a record is the name that was printed."""
    return tuple(values.get(RecordId(key), key) for key in keys if key)


def _given(filters: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    stripped = {name: tuple(value for value in values if value.strip()) for name, values in filters.items()}
    return {name: values for name, values in stripped.items() if values}


def day(published: str | None) -> str:
    """Give a date as one number: year, month and day, with noughts for what is not known."""
    return "".join((published or "").split("-")).ljust(len(UNKNOWN_DAY), "0")
