"""A feed as Atom 1.0 (RFC 4287) and as JSON Feed 1.1; all of it is plain text, whatever it looks like."""

from __future__ import annotations

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
    """A feed, the page that shows the same, and its own address where the site knows that."""

    id: str
    title: str
    page: str
    address: str | None
    updated: str
    author: str
    language: str
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """Give a feed as an Atom document."""
    lines = [
        _leaf("id", feed.id),
        _leaf("title", feed.title),
        _leaf("updated", feed.updated),
        _element("author", _leaf("name", feed.author)),
        _link("alternate", feed.page, "text/html"),
        _link("self", feed.address, "application/atom+xml"),
        *(_atom_entry(entry) for entry in feed.entries),
    ]
    attributes = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language}
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_element("feed", _lines(lines), attributes)}\n'.encode()


def json_feed(feed: Feed) -> bytes:
    """Give a feed as JSON Feed."""
    described = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        **({"feed_url": feed.address} if feed.address else {}),
        "authors": [{"name": feed.author}],
        "language": feed.language,
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"


def _atom_entry(entry: Entry) -> str:
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


def _json_item(entry: Entry) -> dict[str, object]:
    return {
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


def _link(relation: str, target: str | None, media_type: str = "") -> str:
    return _element("link", "", {"rel": relation, "type": media_type, "href": target}) if target else ""


def _leaf(name: str, text: str | None) -> str:
    return "" if text is None else _element(name, markup.xml(text))


def _element(name: str, content: str, attributes: dict[str, str] | None = None) -> str:
    written = "".join(f' {key}="{markup.xml(value)}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def _lines(elements: list[str]) -> str:
    return "\n{}\n".format("\n".join(element for element in elements if element))
