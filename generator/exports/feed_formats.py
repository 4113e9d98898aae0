"""A feed as Atom 1.0 (RFC 4287) and as JSON Feed 1.1; all of it is plain text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from generator import markup


class Entry(msgspec.Struct, frozen=True):
    """An article in a feed; `published` only where its day is known."""

    id: str
    title: str
    page: str
    original: str | None
    published: str | None
    updated: str
    language: str
    summary: str
    subjects: tuple[str, ...]


class Feed(msgspec.Struct, frozen=True):
    """A feed without its entries: the page that shows the same, and its own address where the site knows that."""

    id: str
    title: str
    page: str
    address: str | None
    updated: str
    author: str
    language: str


class Format(msgspec.Struct, frozen=True):
    """How a feed is written: the suffix of its file, one entry, and the whole of a feed around its written entries."""

    suffix: str
    entry: Callable[[Entry], str]
    feed: Callable[[Feed, Sequence[str]], bytes]


def atom_entry(entry: Entry) -> str:
    """Give an entry of an Atom document."""
    lines = [
        _leaf("id", entry.id),
        _leaf("title", entry.title),
        _link("alternate", entry.page, "text/html"),
        _link("via", entry.original),
        _leaf("published", entry.published),
        _leaf("updated", entry.updated),
        *(_element("category", "", {"term": subject}) for subject in entry.subjects),
        _leaf("summary", entry.summary or None),
    ]
    return _element("entry", _lines(lines), {"xml:lang": entry.language})


def atom_feed(feed: Feed, entries: Sequence[str]) -> bytes:
    """Give an Atom document of written entries."""
    lines = [
        _leaf("id", feed.id),
        _leaf("title", feed.title),
        _leaf("updated", feed.updated),
        _element("author", _leaf("name", feed.author)),
        _link("alternate", feed.page, "text/html"),
        _link("self", feed.address, "application/atom+xml"),
        *entries,
    ]
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language}
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_element("feed", _lines(lines), attributes)}\n'.encode()


def json_item(entry: Entry) -> str:
    """Give an item of a JSON Feed."""
    item = {
        "id": entry.id,
        "url": entry.page,
        **({"external_url": entry.original} if entry.original else {}),
        "title": entry.title,
        "content_text": entry.summary,
        **({"date_published": entry.published} if entry.published else {}),
        "date_modified": entry.updated,
        "tags": entry.subjects,
        "language": entry.language,
    }
    return msgspec.json.encode(item).decode()


def json_feed(feed: Feed, entries: Sequence[str]) -> bytes:
    """Give a JSON Feed of written items."""
    described = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        **({"feed_url": feed.address} if feed.address else {}),
        "authors": [{"name": feed.author}],
        "language": feed.language,
        "items": [msgspec.Raw(entry.encode()) for entry in entries],
    }
    return msgspec.json.encode(described) + b"\n"


ATOM = Format("atom", atom_entry, atom_feed)
JSON = Format("json", json_item, json_feed)


def _link(relation: str, target: str | None, media_type: str = "") -> str:
    return _element("link", "", {"rel": relation, "type": media_type, "href": target}) if target else ""


def _leaf(name: str, text: str | None) -> str:
    return "" if text is None else _element(name, markup.xml(text))


def _element(name: str, content: str, attributes: dict[str, str] | None = None) -> str:
    written = "".join(f' {key}="{markup.xml(value)}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _lines(elements: list[str]) -> str:
    return "\n{}\n".format("\n".join(element for element in elements if element))
