"""Feeds are well-formed for any text, dated from the records, and hold no more than a summary."""

import json
from datetime import datetime
from urllib.parse import urljoin

import feedparser
import pytest
from defusedxml import ElementTree
from exports_corpus import SITE_URL, article, corpus
from hypothesis import example, given
from hypothesis import strategies as st

from generator.corpus import gather
from generator.exports.feeds import NEWEST, files
from generator.model import Site, Source

ATOM = "{http://www.w3.org/2005/Atom}"
UNDATED = {"published": None, "date_status": "unknown"}


def feeds(made) -> dict[str, bytes]:
    """Make every feed."""
    return {path: make() for path, make in files(made)}


def entries(made, path: str = "feeds/all.atom") -> list:
    """Read an Atom feed with a feed reader."""
    parsed = feedparser.parse(feeds(made)[path])
    assert not parsed.bozo, parsed.bozo_exception
    return parsed.entries


def items(made, path: str = "feeds/all.json") -> list[dict]:
    """Read a JSON feed's items."""
    return json.loads(feeds(made)[path])["items"]


def test_addresses():
    """The site, and each record with articles beside its page, has both feeds."""
    stems = [
        "feeds/all",
        *(f"{page}/feed" for page in ("countries/cn", "topics/diplomacy", "outlets/wion", "outlets/ani")),
    ]
    stems += ["entities/imran-khan/feed", "entities/xi-jinping/feed"]
    assert {f"{stem}.{suffix}" for stem in stems for suffix in ("atom", "json")} == set(feeds(corpus()))


def test_atom_entry():
    """An entry has the article's title, address, original, day, standfirst and subjects."""
    source = Source(outlet="wion", url="https://wion.example/?a=1&b=2", standfirst="They met in Beijing.")
    made = corpus(article(source=source))
    (entry,) = entries(made)
    assert f"{SITE_URL}articles/2022-02-06-khan-meets-xi/" == entry.id == entry.link
    assert ("Khan meets Xi", "They met in Beijing.") == (entry.title, entry.summary)
    assert ["2022-02-06T00:00:00Z"] * 2 == [entry.published, entry.updated]
    assert {"alternate": entry.link, "via": source.url} == {link.rel: link.href for link in entry.links}
    assert ["Diplomacy", "China"] == [tag.term for tag in entry.tags]


def test_atom_has_what_the_standard_asks_for():
    """Feed and entries have exactly one id, title and date, the feed an author and its own address."""
    feed = ElementTree.fromstring(feeds(corpus(article("a"), article("b", **UNDATED)))["topics/diplomacy/feed.atom"])
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert [1, 1, 1] == [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")]
    assert "Cuttings" == feed.findtext(f"{ATOM}author/{ATOM}name")
    assert "Diplomacy – Cuttings" == feed.findtext(f"{ATOM}title")
    assert {"self": f"{SITE_URL}topics/diplomacy/feed.atom", "alternate": f"{SITE_URL}topics/diplomacy/"} == {
        link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")
    }


def test_json_feed():
    """The JSON feed says the same in the words of its version 1.1."""
    source = Source(outlet="wion", url="https://wion.example/x", standfirst="They met in Beijing.")
    feed = json.loads(feeds(corpus(article(source=source)))["outlets/wion/feed.json"])
    page = f"{SITE_URL}articles/2022-02-06-khan-meets-xi/"
    assert {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "WION – Cuttings",
        "home_page_url": f"{SITE_URL}outlets/wion/",
        "feed_url": f"{SITE_URL}outlets/wion/feed.json",
        "authors": [{"name": "Cuttings"}],
        "language": "en",
        "items": [
            {
                "id": page,
                "url": page,
                "external_url": "https://wion.example/x",
                "title": "Khan meets Xi",
                "content_text": "They met in Beijing.",
                "date_published": "2022-02-06T00:00:00Z",
                "date_modified": "2022-02-06T00:00:00Z",
                "tags": ["Diplomacy", "China"],
                "language": "en",
            },
        ],
    } == feed


@pytest.mark.parametrize(
    ("front", "retrieved", "published", "updated"),
    [
        ({"published": "2021-07-09"}, None, "2021-07-09T00:00:00Z", "2021-07-09T00:00:00Z"),
        ({"published": "2021-07"}, "2026-11-21", None, "2021-07-01T00:00:00Z"),
        ({"published": "2021"}, None, None, "2021-01-01T00:00:00Z"),
        (UNDATED, "2026-11-21", None, "2026-11-21T00:00:00Z"),
        (UNDATED, None, None, "2022-02-06T00:00:00Z"),
    ],
)
def test_dates(front, retrieved, published, updated):
    """Dates come from the record: publication, or else retrieval, or else the newest date of the corpus."""
    made = corpus(article("2022-02-06-x"), article("other", source=Source(retrieved=retrieved), **front))
    entry = next(entry for entry in entries(made) if "other" in entry.id)
    item = next(item for item in items(made) if "other" in item["id"])
    assert (published, updated) == (entry.get("published"), entry.updated)
    assert (published, updated) == (item.get("date_published"), item["date_modified"])
    assert datetime.fromisoformat(updated)


def test_newest_come_first_and_undated_last():
    """A feed holds the fifty newest articles, newest first, and those without a date after all others."""
    dated = [article(f"a-{day:02}", published=f"2022-01-{day:02}") for day in range(1, 32)]
    undated = [article(f"u-{number:02}", **UNDATED) for number in range(30)]
    found = [entry.id.split("/")[-2] for entry in entries(corpus(*undated, *dated))]
    assert [f"a-{day:02}" for day in range(31, 0, -1)] + [f"u-{number:02}" for number in range(NEWEST - 31)] == found


def test_a_feed_is_as_new_as_its_newest_entry():
    """The date of a feed is that of its newest entry, so it changes only with its articles."""
    made = corpus(article("a"), article("b", published="2023-05"))
    assert ["2023-05-01T00:00:00Z"] == [feedparser.parse(feeds(made)["feeds/all.atom"]).feed.updated]


def test_feed_of_nothing():
    """An empty corpus has an empty feed with a date that is nobody's clock's."""
    made = gather(Site("Empty"), (), {})
    parsed = feedparser.parse(feeds(made)["feeds/all.atom"])
    assert ([], "1970-01-01T00:00:00Z") == (parsed.entries, parsed.feed.updated)


def test_without_a_site_address():
    """A site that does not know its address gives relative links that lead to the pages, and stable UUIDs as ids."""
    made = corpus(url="")
    for path, page in (("feeds/all.atom", ""), ("topics/diplomacy/feed.atom", "topics/diplomacy/")):
        feed = ElementTree.fromstring(feeds(made)[path])
        here = f"https://any.example/sub/{path}"
        links = {link.get("rel"): urljoin(here, link.get("href")) for link in feed.findall(f"{ATOM}link")}
        assert {"alternate": f"https://any.example/sub/{page}"} == links
        article_link = feed.find(f"{ATOM}entry/{ATOM}link").get("href")
        assert "https://any.example/sub/articles/2022-02-06-khan-meets-xi/" == urljoin(here, article_link)
        assert feed.findtext(f"{ATOM}id").startswith("urn:uuid:")
    ids = {path: feedparser.parse(content).entries[0].id for path, content in feeds(made).items() if "atom" in path}
    assert 1 == len(set(ids.values()))
    assert ids != {path: feedparser.parse(feeds(corpus(url="", name="Other"))[path]).entries[0].id for path in ids}


@pytest.mark.parametrize(("rights", "summary"), [("full", "A."), ("digest", "A."), ("excerpt", "A."), ("metadata", "")])
def test_feeds_hold_only_the_standfirst(rights, summary):
    """A feed holds the standfirst as far as rights allow, and never the body."""
    made = corpus(article(rights=rights, source=Source(standfirst="A.")))
    assert summary == items(made)[0]["content_text"] == entries(made)[0].get("summary", "")
    assert not [path for path, content in feeds(made).items() if b"fighters" in content]


@given(st.text(min_size=1), st.text())
@example("</title><script>alert(1)</script>", "]]><!-- &amp; &#0; -->")
@example("\x00\x08￾", "ends\r\n\tthere ")
def test_any_text_is_well_formed(title, standfirst):
    """Any title and standfirst come back from Atom as they were, but for characters that XML cannot hold."""
    made = corpus(article(title=title, source=Source(standfirst=standfirst)), name=title)
    for path, content in feeds(made).items():
        if path.endswith(".atom"):
            entry = ElementTree.fromstring(content, forbid_dtd=True).find(f"{ATOM}entry")
            assert xml_text(title) == entry.findtext(f"{ATOM}title")
            assert xml_text(standfirst) == (entry.findtext(f"{ATOM}summary") or "")
    assert (title, standfirst) == (items(made)[0]["title"], items(made)[0]["content_text"])


def xml_text(text: str) -> str:
    """Give a text without what XML 1.0 cannot hold."""
    return "".join(
        char
        for char in text
        if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
    )
