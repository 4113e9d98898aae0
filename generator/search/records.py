"""What the search index holds: for each article and record one small document with only what may be shown.

The words of a document are found at their weight in its body; names that it does not spell itself (the other spellings
of whom it mentions) stand in its metadata, where they are found but never shown in an excerpt.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import address, article_page, record_page, story_page
from generator.dates import spoken
from generator.facets import ARTICLE, filterable
from generator.markup import Markup, element, join, text
from generator.model import ENTITY_KINDS, RecordId
from generator.rights import shown_blocks, shown_standfirst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId, Block, Record
    from generator.story import Story

NAMES_WEIGHT = 5
"""Weight of a record's own aliases in its body; Pagefind's scale is from 0 to 10, plain text has 1."""
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
_NEVER_NEW, _NEVER_OLD = "0", "99999999"
"""What has no date comes last whether the newest or the oldest is first; without a sort key it would vanish."""


class SearchRecord(msgspec.Struct, frozen=True):
    """One document of the index: `html` is its body, the rest is what results are filtered, shown and sorted by."""

    address: str
    kind: str
    title: str
    html: Markup
    filters: dict[str, tuple[str, ...]]
    meta: dict[str, str]
    sort: dict[str, str]


def search_records(corpus: Corpus) -> tuple[SearchRecord, ...]:
    """Give the documents of all pages that can be found: articles and stories, newest first, then records by label."""
    values = corpus.facet_values
    mentioned = _mentioned(corpus)
    return (
        *(_of_article(corpus, annotated, mentioned[key], values) for key, annotated in corpus.articles.items()),
        *(_of_story(corpus, story, values) for story in corpus.stories.values()),
        *(_of_record(corpus, record, values) for record in corpus.records.values()),
    )


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
        *(_captured("sort", name, value) for name, value in record.sort.items()),
    ]
    return Markup(
        '<!doctype html>\n<html lang="{}">\n<head><meta charset="utf-8"><title>{}</title></head>\n<body>\n'
        "{}\n<main data-pagefind-body>\n{}\n</main>\n</body>\n</html>\n",
    ).format(language, record.title, join(described, "\n"), record.html)


def _captured(purpose: str, name: str, value: str) -> Markup:
    """Write a value for Pagefind to capture; purposes and names are ours and need no escaping."""
    return Markup(f'<i data-pagefind-{purpose}="{name}">{{}}</i>').format(value)


def _of_article(
    corpus: Corpus, annotated: AnnotatedArticle, mentioned: Sequence[Record], values: Mapping[RecordId, str]
) -> SearchRecord:
    article = annotated.article
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
        sort=sort_keys(front.published),
    )


def _of_record(corpus: Corpus, record: Record, values: Mapping[RecordId, str]) -> SearchRecord:
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
        filters=_given({"kind": (kind,), "country": _values(values, (country,))}),
        meta={
            "title": record.label,
            "names": _names(corpus, (*((broader,) if broader else ()), *corpus.narrower.get(record.id, ()))),
            "key": " ".join(dict.fromkeys(map(name_key, (record.label, *record.aliases)))),
        },
        sort=sort_keys(None),
    )


def _of_story(corpus: Corpus, story: Story, values: Mapping[RecordId, str]) -> SearchRecord:
    """Give the document of a story: the titles of its articles, and who published them."""
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
        sort=sort_keys(lead.published),
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
    return " · ".join(dict.fromkeys(name for bearer in with_broader for name in (bearer.label, *bearer.aliases)))


def _mentioned(corpus: Corpus) -> dict[ArticleId, list[Record]]:
    """Turn the corpus' mentions round: the records of each article, by label."""
    mentioned: dict[ArticleId, list[Record]] = defaultdict(list)
    for record in corpus.records.values():
        for article in corpus.mentions.get(record.id, {}):
            mentioned[article].append(record)
    return mentioned


def _values(values: Mapping[RecordId, str], records: Iterable[RecordId]) -> tuple[str, ...]:
    return tuple(sorted(values[record] for record in records if record in values))


def _labels(values: Mapping[RecordId, str], keys: Iterable[str | None]) -> tuple[str, ...]:
    """Give the names of outlets or agencies; a key without a record is the name that was printed."""
    return tuple(values.get(RecordId(key), key) for key in keys if key)


def _given(filters: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    stripped = {name: tuple(value for value in values if value.strip()) for name, values in filters.items()}
    return {name: values for name, values in stripped.items() if values}


def sort_keys(published: str | None) -> dict[str, str]:
    """Give the sort keys of a date: year, month and day as one number, with noughts for what is not known."""
    if not published:
        return {"newest": _NEVER_NEW, "oldest": _NEVER_OLD}
    known = "".join(published.split("-")).ljust(8, "0")
    return {"newest": known, "oldest": known}
