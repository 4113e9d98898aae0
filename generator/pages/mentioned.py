"""Where a record is mentioned: the articles under their headings, each with its sentences and how they were found."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.corpus import newest_first
from generator.markup import Markup, element, join
from generator.model import FIELDS
from generator.pages.evidence import evidence, marked_title
from generator.pages.grounds import grounds
from generator.pages.parts import article_meta, cited_item, details, for_managers, heading, listing, record_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Mention
    from generator.corpus import Corpus
    from generator.model import ArticleId, Record, RecordId

PARTS = "Mentions of its parts and narrower names"


class Entry(NamedTuple):
    """An article to list, the heading that it stands under, and the records whose mentions are shown."""

    under: str
    article: ArticleId
    records: tuple[RecordId, ...]


def entries(record: Record, corpus: Corpus) -> list[Entry]:
    """Give the articles to list, headings in order; those that name only a part of the record come last."""
    own = [Entry(under, annotated.article.id, (record.id,)) for under, annotated in _own(record, corpus)]
    listed = {entry.article for entry in own}
    parts: dict[ArticleId, list[RecordId]] = {}
    for part in corpus.narrower.get(record.id, ()):
        for article in corpus.mentions.get(part.id, {}):
            if article not in listed:
                parts.setdefault(article, []).append(part.id)
    others = sorted(parts, key=lambda article: newest_first(corpus.articles[article]))
    return [*own, *(Entry(PARTS, article, tuple(parts[article])) for article in others)]


def _own(record: Record, corpus: Corpus) -> list[tuple[str, AnnotatedArticle]]:
    mentioning = corpus.articles_of(record.id)
    if record.kind == "country":
        return _by_weight(record, mentioning)
    if record.kind == "outlet":
        published = [corpus.articles[key] for key in corpus.publications.get(record.id, ())]
        own = {annotated.article.id for annotated in published}
        others = [annotated for annotated in mentioning if annotated.article.id not in own]
        return [(f"Articles from {record.label}", article) for article in published] + [
            ("Mentioned in", article) for article in others
        ]
    return [("Articles" if record.kind == "topic" else "Mentions", article) for article in mentioning]


def _by_weight(record: Record, articles: Sequence[AnnotatedArticle]) -> list[tuple[str, AnnotatedArticle]]:
    about = {
        annotated.article.id
        for annotated in articles
        for country in annotated.annotation.countries
        if country.id == record.id and country.about
    }
    titles = (f"Articles about {record.label}", "Also mentioned in" if about else "Mentioned in")
    listed = [(titles[annotated.article.id not in about], annotated) for annotated in articles]
    return sorted(listed, key=lambda entry: titles.index(entry[0]))


def mentioned_in(path: PagePath, record: Record, part: Sequence[Entry], corpus: Corpus) -> Iterator[Markup]:
    """List articles under their headings, each with the sentences that mention the record, if there are any."""
    for under, of_heading in groupby(part, key=lambda entry: entry.under):
        yield heading(under)
        for quoted, group in groupby(of_heading, key=lambda entry: bool(_mentions(entry, corpus))):
            if quoted:
                yield from (_quoted(path, record, entry, corpus) for entry in group)
            else:
                yield listing(cited_item(path, corpus.articles[entry.article], corpus) for entry in group)


def _quoted(path: PagePath, record: Record, entry: Entry, corpus: Corpus) -> Markup:
    """Give an article with its sentences and the control that tells how they were found, or which part they name."""
    annotated = corpus.articles[entry.article]
    mentions = _mentions(entry, corpus)
    title = marked_title(path, annotated, mentions, corpus)
    if entry.records == (record.id,):
        told = details("How this was found", grounds(path, annotated, record, mentions, corpus))
    else:
        parts = join((record_link(path, corpus.records[key]) for key in entry.records), ", ")
        told = element("p", parts, class_="reason")
    head = element("p", title, class_="title") + article_meta(path, annotated.article, corpus)
    cited = for_managers(annotated, corpus)
    return element(
        "div", head + evidence(path, annotated, mentions, corpus.site.language) + told + cited, class_="entry"
    )


def _mentions(entry: Entry, corpus: Corpus) -> list[Mention]:
    of_records = (corpus.mentions.get(key, {}).get(entry.article, ()) for key in entry.records)
    found = (mention for mentions in of_records for mention in mentions)
    return sorted(found, key=lambda mention: (FIELDS.index(mention.field), mention.start))
