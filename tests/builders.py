"""Builders for tests: the records that go from stage to stage, with only what a test is about to be said."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.annotation import AnnotatedArticle
from generator.authority import with_countries
from generator.corpus import Corpus, gather
from generator.countries import all_countries
from generator.formats.body import read_body
from generator.model import (
    Article,
    FrontMatter,
    Kind,
    Record,
    RecordId,
    Site,
    Source,
)

SITE = Site(name="Cuttings", url="https://cuttings.example/research/")

SMALL_CONTENT = {
    "articles/2022/2022-02-06-khan-meets-xi.md": """\
---
title: Khan meets Xi
published: 2022-02-06
---

Xi Jinping met Imran Khan.
""",
    "articles/undated/protest.md": """\
---
title: A protest
rights: excerpt
---

People protested in Paris.
""",
    "authorities/people.yml": "- {id: xi-jinping, kind: person, label: Xi Jinping, country: CN}\n",
    "pages/about.md": """\
---
title: About
---

What this is.
""",
}
"""The files of a content folder: two articles, a record that one of them names, and a page."""
BROKEN_ARTICLE = {"articles/undated/broken.md": "---\ntitle: Broken\ngenre: novel\n---\n\nBroken.\n"}
"""A file that no build can use."""


class Files(dict[str, bytes]):
    """The files of a folder by their paths in it; two are told apart by names and places, not by all their bytes."""

    def told_from(self, other: dict[str, bytes]) -> str:
        """Say in how many files another folder differs, which is the first, and where."""
        names = sorted(name for name in self.keys() | other.keys() if self.get(name) != other.get(name))
        if not names:
            return "no file differs"
        one, two = self.get(names[0]), other.get(names[0])
        where = "is only in one" if one is None or two is None else _first_unlike(one, two)
        others = f"; then {', '.join(names[1:6])}" if names[1:] else ""
        return f"{len(names)} of {len(self.keys() | other.keys())} files differ: {names[0]} {where}{others}"


def _first_unlike(one: bytes, two: bytes) -> str:
    """Say where two contents begin to differ, and how each goes on."""
    at = next(
        (at for at, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), min(len(one), len(two))
    )
    digests = " and ".join(blake2b(content, digest_size=4).hexdigest() for content in (one, two))
    return f"({digests}) from byte {at} on: {one[at : at + 40]!r}, {two[at : at + 40]!r}"


def tree(folder: Path) -> Files:
    """Give the files below a folder, by their paths in it, with their bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return Files((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)


def record(key: str, kind: Kind = "person", label: str = "", **members: Any) -> Record:
    """Build an authority record, labelled by its id in title case where no label is given."""
    return Record(id=RecordId(key), kind=kind, label=label or key.replace("-", " ").title(), **members)


def topic(key: str, terms: dict[str, float], **members: Any) -> Record:
    """Build a topic of weighted terms."""
    return record(key, "topic", terms=terms, **members)


def article(body: str = "", key: str = "an-article", *, source: Source | None = None, **front: Any) -> Article:
    """Build an article from a CommonMark body and any keys of its front matter."""
    written = {"title": "A title"} | front
    return Article(FrontMatter(id=key, source=source or Source(), **written), read_body(body), f"articles/{key}.md")


def gazetteer(*records: Record) -> Gazetteer:
    """Build the gazetteer of some records and all countries, once for the same records."""
    return _gazetteer(msgspec.json.encode(records))


@lru_cache
def _gazetteer(encoded: bytes) -> Gazetteer:
    records = msgspec.json.decode(encoded, type=tuple[Record, ...])
    return Gazetteer(with_countries({one.id: one for one in records}, all_countries()), all_countries())


def annotated(body: str, *records: Record, **front: Any) -> AnnotatedArticle:
    """Build an article and annotate it by some records and all countries."""
    return annotate(article(body, **front), gazetteer(*records))


def corpus(*articles: Article, records: Iterable[Record] = (), site: Site = SITE) -> Corpus:
    """Annotate articles by some records and all countries, and gather them."""
    known = gazetteer(*records)
    return gather(site, [annotate(one, known) for one in articles], known.records)


class Structure(HTMLParser):
    """A page as a browser reads it: elements with their attributes, and texts, white space apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note an element's begin."""
        self.parts.append((tag, sorted(attrs)))

    def handle_endtag(self, tag):
        """Note an element's end."""
        self.parts.append(f"/{tag}")

    def handle_data(self, data):
        """Note a text, joined to the one before it."""
        words = " ".join(data.split())
        if words:
            self.parts.append(words)


def alike(name: str, one: bytes, other: bytes) -> bool:
    """Tell whether two versions of a site's file are the same: pages white space apart, other files byte for byte."""
    if not name.endswith(".html"):
        return one == other
    return Structure(one.decode()).parts == Structure(other.decode()).parts
