"""What a page's head says of its source: a newspaper article to Zotero, and nobody's claim of authorship."""

import json
from urllib.parse import parse_qs

import pytest
from exports_corpus import SITE_URL, article, only
from hypothesis import given
from hypothesis import strategies as st

from generator.citing.embedded import coins, json_ld, meta_tags
from generator.markup import json_text
from generator.model import Source

PAGE = f"{SITE_URL}articles/2022-02-06-khan-meets-xi/"
ORIGINAL = "https://wion.example/khan"
SOURCE = Source(
    headline="Khan in Beijing",
    outlet="wion",
    url=ORIGINAL,
    authors=("Pia Sherman", "WION Web Team"),
    standfirst="They met.",
    archive_url="https://archive.example/1",
)


def zotero(tags) -> dict[str, object]:
    """Map tags as Zotero's translators do: statements first (RDF), then the fields of Highwire over them."""
    first: dict[str, str] = {}
    for name, content in tags:
        first.setdefault(name, content)
    item = {
        "itemType": first.get("z:itemType") or ("journalArticle" if "citation_title" in first else "webpage"),
        "title": first.get("DC.title") or first.get("og:title"),
        "publicationTitle": first.get("DC.source") or first.get("og:site_name"),
        "date": first.get("article:published_time") or first.get("DC.date"),
        "url": first.get("og:url"),
        "abstractNote": first.get("og:description"),
        "language": first.get("DC.language"),
        "extra": first.get("DC.description"),
        **{name.removeprefix("z:"): content for name, content in first.items() if name.startswith("z:")},
        "creators": [content for name, content in tags if name == "citation_author"],
    }
    highwire = {"title": "title", "publication_date": "date", "journal_title": "publicationTitle"}
    highwire |= {"public_url": "url", "language": "language", "publisher": "publisher"}
    return item | {field: first[f"citation_{name}"] for name, field in highwire.items() if f"citation_{name}" in first}


def test_zotero_gets_a_newspaper_article():
    """By Zotero's rules the tags make the newspaper article that was printed, with our page as its archive copy."""
    assert {
        "itemType": "newspaperArticle",
        "title": "Khan in Beijing",
        "publicationTitle": "WION",
        "publisher": "WION",
        "date": "2022/02/06",
        "url": ORIGINAL,
        "abstractNote": "They met.",
        "language": "en",
        "extra": None,
        "archive": "Cuttings",
        "archiveLocation": PAGE,
        "creators": ["Sherman, Pia", "WION Web Team"],
    } == zotero(meta_tags(*only(article(source=SOURCE))))


@pytest.mark.parametrize(
    ("published", "scholar", "dublin", "opengraph"),
    [
        ("2022-02-06", "2022/02/06", "2022-02-06", "2022-02-06"),
        ("2022-02", "2022/02", "2022-02", None),
        (None, None, None, None),
    ],
)
def test_dates_are_as_precise_as_known(published, scholar, dublin, opengraph):
    """Each vocabulary gets the date in its own form and no more of it than is known."""
    tags = dict(meta_tags(*only(article(published=published))))
    names = ("citation_publication_date", "DC.date", "article:published_time")
    assert (scholar, dublin, opengraph) == tuple(tags.get(name) for name in names)


def test_no_tag_makes_it_a_journal_article_or_fills_extra():
    """The tags that would overrule the type or land in the field Extra are not there."""
    names = {name for name, _ in meta_tags(*only(article(source=SOURCE)))}
    assert not names & {"citation_journal_title", "citation_isbn", "DC.description", "DC.identifier"}


def test_opengraph_describes_our_page():
    """OpenGraph has our own title, address and site, since it is our page that is shared."""
    tags = dict(meta_tags(*only(article(source=SOURCE))))
    assert ("article", "Khan meets Xi", PAGE, "Cuttings") == tuple(
        tags[f"og:{name}"] for name in ("type", "title", "url", "site_name")
    )


def test_tags_without_addresses():
    """Without a site address and an original address no tag holds an address."""
    tags = meta_tags(*only(article(source=Source(outlet="wion")), url=""))
    assert not [name for name, content in tags if "://" in content]


def test_json_ld_of_a_digest():
    """A digest's page is a web page of nobody's, based on the publication that was printed."""
    described = json_ld(*only(article(source=SOURCE, rights="digest", genre="opinion")))
    assert {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": PAGE,
        "name": "Khan meets Xi",
        "inLanguage": "en",
        "about": [{"@type": "Thing", "name": "Diplomacy"}, {"@type": "Thing", "name": "China"}],
        "isBasedOn": {
            "@type": "OpinionNewsArticle",
            "headline": "Khan in Beijing",
            "author": [
                {"@type": "Person", "name": "Pia Sherman", "givenName": "Pia", "familyName": "Sherman"},
                {"name": "WION Web Team"},
            ],
            "datePublished": "2022-02-06",
            "publisher": {"@type": "Organization", "name": "WION"},
            "url": ORIGINAL,
            "archivedAt": ["https://archive.example/1", PAGE],
        },
    } == described


@pytest.mark.parametrize(
    ("rights", "relation"),
    [("full", "mainEntity"), ("metadata", "mainEntity"), ("digest", "isBasedOn"), ("excerpt", "isBasedOn")],
)
def test_json_ld_claims_no_authorship(rights, relation):
    """The publication is what the page holds or is based on, and the page itself has no author, publisher or date."""
    described = json_ld(*only(article(source=SOURCE, rights=rights)))
    assert "Khan in Beijing" == described[relation]["headline"]
    assert not {"author", "creator", "publisher", "datePublished"} & set(described)


@pytest.mark.parametrize(
    ("genre", "schema_type"),
    [
        ("news", "NewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("statement", "Article"),
        ("report", "Report"),
        ("interview", "NewsArticle"),
    ],
)
def test_json_ld_knows_genres(genre, schema_type):
    """Each genre has its type in schema.org."""
    assert schema_type == json_ld(*only(article(genre=genre)))["mainEntity"]["@type"]


@given(st.text(min_size=1).filter(str.strip))
def test_json_ld_of_any_text(text):
    """Any title comes back from JSON-LD inside a script element, which it cannot end."""
    written = json_text(json_ld(*only(article(title=text))))
    assert not {"<", ">", "&"} & set(written)
    assert text == json.loads(written)["name"]


def test_coins():
    """COinS names the type as Zotero does, and the original's headline, authors, outlet, date and address."""
    assert {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:dc"],
        "rft.type": ["newspaperArticle"],
        "rft.title": ["Khan in Beijing"],
        "rft.au": ["Sherman, Pia", "WION Web Team"],
        "rft.source": ["WION"],
        "rft.date": ["2022-02-06"],
        "rft.identifier": [ORIGINAL],
        "rft.language": ["en"],
    } == parse_qs(coins(*only(article(source=SOURCE))), strict_parsing=True)


@given(st.text())
def test_coins_of_any_text(text):
    """COinS is plain ASCII without structure of HTML, whatever the headline is."""
    written = coins(*only(article(source=Source(headline=text))))
    assert written.isascii()
    assert not {"<", ">", '"', "'", " "} & set(written)
