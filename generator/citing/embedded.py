"""What an article's page says of its source to machines: citation tags, JSON-LD, and COinS for lists.

The tags are those that Zotero's Embedded Metadata translator and Google Scholar read. Source of the mapping:
Zotero's `Embedded Metadata.js`, `RDF.js` and OpenURL utilities. Highwire's `citation_title` alone makes a journal
article of it, so the type is stated (`z:itemType`); `citation_journal_title` would overrule that, so the outlet is
`DC.source`, which becomes the title of the publication. A `DC.description` would land in the field Extra, so there
is none; any other `z:` tag fills the field of its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator import dates
from generator.absolute import absolute
from generator.addresses import article_page
from generator.citing.bibliography import citation

if TYPE_CHECKING:
    from generator.annotation import AnnotatedArticle
    from generator.citing.bibliography import Author, Citation
    from generator.corpus import Corpus
    from generator.model import Genre, Record

ITEM_TYPE = "newspaperArticle"
"""Zotero's name for what is cited."""

_SCHEMA_TYPES: dict[Genre, str] = {
    "news": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "statement": "Article",
    "report": "Report",
    "interview": "NewsArticle",
}
_WIKIDATA = "http://www.wikidata.org/entity/"


def meta_tags(article: AnnotatedArticle, corpus: Corpus) -> tuple[tuple[str, str], ...]:
    """Give the names and contents of the meta elements of an article's page; names may repeat.

    Names that begin with `og:` or `article:` belong into the attribute `property`, all others into `name`.
    """
    cited = citation(article, corpus)
    tags = (
        ("z:itemType", ITEM_TYPE),
        ("citation_title", cited.title),
        *(("citation_author", author.inverted) for author in cited.authors),
        ("citation_publication_date", dates.slashed(cited.published or "")),
        ("citation_publisher", cited.outlet),
        ("citation_language", cited.language),
        ("citation_public_url", cited.address),
        ("z:archive", cited.archive if cited.copy_address else None),
        ("z:archiveLocation", cited.copy_address),
        ("DC.title", cited.title),
        *(("DC.creator", author.inverted) for author in cited.authors),
        ("DC.date", cited.published),
        ("DC.source", cited.outlet),
        ("og:type", "article"),
        ("og:title", article.article.front.title),
        ("og:description", cited.abstract),
        ("og:site_name", cited.archive),
        ("og:url", cited.copy_address),
        ("article:published_time", cited.published if dates.is_day(cited.published) else None),
    )
    return tuple((name, content) for name, content in tags if content)


def json_ld(article: AnnotatedArticle, corpus: Corpus) -> dict[str, object]:
    """Describe an article's page in schema.org's words, as JSON-LD.

    The page is a WebPage without an author. A page that holds or lists the publication has it as its main entity; a
    digest or an excerpt is based on it.
    """
    front = article.article.front
    address = absolute(corpus.site, article_page(article.article.id))
    relation = "isBasedOn" if front.rights in {"digest", "excerpt"} else "mainEntity"
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "@id": address,
            "name": front.title,
            "inLanguage": front.language,
            "about": [_thing(record) for record in _subjects(article, corpus)],
            relation: _publication(citation(article, corpus), _SCHEMA_TYPES[front.genre]),
        },
    )


def coins(article: AnnotatedArticle, corpus: Corpus) -> str:
    """Give the `title` of an article's COinS element (`<span class="Z3988">`) in a list.

    COinS knows no newspaper article, so the Dublin Core format is used, with Zotero's name for the type.
    """
    cited = citation(article, corpus)
    pairs = (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", ITEM_TYPE),
        ("rft.title", cited.title),
        *(("rft.au", author.inverted) for author in cited.authors),
        ("rft.source", cited.outlet),
        ("rft.date", cited.published),
        ("rft.identifier", cited.address),
        ("rft.language", cited.language),
    )
    return urlencode([(name, value) for name, value in pairs if value])


def _publication(cited: Citation, schema_type: str) -> dict[str, object]:
    return _known(
        {
            "@type": schema_type,
            "headline": cited.title,
            "author": [_writer(author) for author in cited.authors],
            "datePublished": cited.published,
            "publisher": {"@type": "Organization", "name": cited.outlet} if cited.outlet else None,
            "url": cited.original,
            "archivedAt": [copy for copy in (cited.archived, cited.copy_address) if copy],
        },
    )


def _writer(author: Author) -> dict[str, object]:
    # Without a type, where it is not certain whether a person or a desk signed.
    return _known(
        {
            "@type": "Person" if author.family else None,
            "name": author.printed,
            "givenName": author.given,
            "familyName": author.family,
        },
    )


def _subjects(article: AnnotatedArticle, corpus: Corpus) -> list[Record]:
    found = article.annotation
    keys = [topic.id for topic in found.topics if topic.primary] + [
        country.id for country in found.countries if country.about
    ]
    return [corpus.records[key] for key in keys if key in corpus.records]


def _thing(record: Record) -> dict[str, object]:
    wikidata = record.same_as.get("wikidata")
    return _known({"@type": "Thing", "name": record.label, "sameAs": f"{_WIKIDATA}{wikidata}" if wikidata else None})


def _known(properties: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value}
