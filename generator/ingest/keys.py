"""Keys: what columns of tables and front matter of other systems are called, and which of ours each stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model import ENTITY_KINDS, FrontMatter, Source

if TYPE_CHECKING:
    from generator.model import Kind

BODY = "body"
LISTS = frozenset(
    {"source.authors", "source.captions", "source.agencies"}
    | {f"{outer}{name}" for outer in ("", "exclude.") for name in ("entities", "countries", "topics")},
)
"""Keys whose values are lists; in a CSV cell their items are parted by a bar."""

_OURS = frozenset(FrontMatter.__struct_fields__) | {BODY, "review.state", "review.by", "review.on"} | LISTS
_CALLED = {
    "source.headline": "headline heading",
    "source.outlet": "outlet publisher publication site site_name sitename website newspaper media source_name",
    "source.url": "url link address web_address source_url canonical_url canonical original_url",
    "source.authors": "author authors byline creator creators writer writers",
    "source.dateline": "dateline",
    "source.standfirst": "standfirst subtitle description summary excerpt dek deck abstract lede",
    "source.captions": "caption captions",
    "source.agencies": "agency agencies",
    "source.retrieved": "retrieved fetched accessed crawled clipped saved retrieved_at fetched_at date_retrieved",
    "source.archive_url": "archive_url archive archived archived_url wayback wayback_url",
    "source.document": "document file filename",
    "source.position": "position",
    "source.sha256": "sha256",
    "published": "date datetime published_at publish_date date_published pubdate pub_date publication_date created",
    "language": "lang",
    "countries": "country",
    "topics": "topic tags tag keywords categories category",
    "entities": "entity names",
    BODY: "text content article body_text fulltext full_text maintext main_text plain_text",
}
_KEY_OF = {called: key for key, names in _CALLED.items() for called in names.split()} | {
    f"source.{name}": f"source.{name}" for name in Source.__struct_fields__
}
_KINDS: dict[Kind, str] = {
    "person": "person people persons per",
    "organisation": "organisation organisations organization organizations orgs org company companies",
    "group": "group groups norp",
    "place": "place places location locations loc gpe fac",
    "event": "event events",
    "work": "work works law laws work_of_art",
    "programme": "programme programmes program programs product",
}
_KIND_OF: dict[str, Kind] = {called: kind for kind in ENTITY_KINDS for called in _KINDS[kind].split()}
_PRESENTATION = frozenset(
    "layout draft weight toc comments template menu image images cover thumbnail featured_image type slug math pin "
    "aliases".split(),
)
LONGEST_NAME = 100
"""Characters above which a column's name is none that anybody gave."""
_REMEMBERED = 1_000
_SPACES = re.compile(r"[\s-]+")


@lru_cache(_REMEMBERED)
def known_key(name: str) -> str | None:
    """Give the key that a column's name stands for (`body` for the text), or None."""
    plain = _plain(name)
    return plain if plain in _OURS else _KEY_OF.get(plain) or ("entities" if plain in _KIND_OF else None)


def kind_called(name: str) -> Kind | None:
    """Give the kind of record that a column's name or an extractor's label stands for, or None."""
    return _KIND_OF.get(_plain(name))


def is_presentation(name: str) -> bool:
    """Tell whether a key of another site generator says how a page looks and nothing of the article."""
    return _plain(name) in _PRESENTATION


def all_keys() -> tuple[str, ...]:
    """Give everything that a column may be called."""
    return (*sorted(_OURS), *sorted(_KEY_OF), *sorted(_KIND_OF))


def _plain(name: str) -> str:
    return _SPACES.sub("_", name.strip().lower()) if len(name) <= LONGEST_NAME else ""
