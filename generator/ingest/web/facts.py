"""Facts: what is known of an article from its page's metadata and the elements made for it, settled one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

import msgspec
from lxml import html

from generator.ingest.credits import Credits
from generator.ingest.headlines import folded
from generator.ingest.model import Dating
from generator.ingest.phrases import GENRES
from generator.ingest.web.authors import stated_authors
from generator.ingest.web.days import stated_day
from generator.ingest.web.statements import LISTS, read_statements
from generator.ingest.web.titles import headline, printed, without_site
from generator.ingest.web.walking import blocks_of
from generator.ingest.web_addresses import same_site
from generator.markup import url
from generator.model import Genre

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from generator.ingest.web.statements import Statements


_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PARTS = re.compile(r"[|/>,;]|\s-\s")
_LIST = re.compile(r"(?:^|\s)(?:archive|category|tag|search|blog|home|author|paged)(?:-\S+)?(?:\s|$)")
"""What bodies of list pages are called."""


class Facts(msgspec.Struct, frozen=True):
    """What a page states of its article; whatever it does not state is empty or None."""

    address: str | None
    title: str | None
    outlet: str | None
    credits: Credits
    credited: bool
    """Whether the credits are certain; those of an organisation give way to a byline."""
    sites: tuple[str, ...]
    dating: Dating | None
    language: str | None
    descriptions: tuple[str, ...]
    genre: Genre | None
    is_article: bool
    """Whether the page says that it is one article."""
    is_list: bool
    """Whether it says that it lists articles."""
    texts: tuple[str, ...]
    """The text of the article as the metadata have it, perhaps cut short."""


def read_facts(root: HtmlElement, address: str | None) -> Facts:
    """Give the facts of a page that was fetched from an address, which may be unknown."""
    own = _own_address(root, address)
    statements = read_statements(root, own, [*printed(root)])
    sites = _sites(statements, own)
    listed = bool(LISTS & statements.types)
    named, credited = stated_authors(statements, sites)
    return Facts(
        address=own,
        title=headline(root, statements, sites),
        outlet=_outlet(sites, own),
        credits=named,
        credited=credited,
        sites=sites,
        dating=stated_day(root, statements),
        language=_language(root, statements),
        descriptions=_descriptions(statements),
        genre=_genre(statements, own),
        is_article=bool(statements.article) or ("article" in statements.meta.get("og:type", ()) and not listed),
        is_list=listed or _LIST.search(_called(root)) is not None,
        texts=tuple(map(_without_tags, statements.whole("articleBody"))),
    )


def _called(root: HtmlElement) -> str:
    body = root.find("body")
    return "" if body is None else body.get("class") or ""


def _without_tags(text: str) -> str:
    """Give a text in which a page left markup without it."""
    if "<" not in text:
        return text
    lines = text.replace("\n", "<br>")
    return "\n".join(block.text for block in blocks_of(html.fromstring(f"<div>{lines}</div>")))


def _own_address(root: HtmlElement, fetched: str | None) -> str | None:
    """Give the address that a page calls its own, which one that was fetched may do within its site, or its address."""
    for value in root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"):
        named = url(_joined(fetched or "", value.strip()))
        if named and urlsplit(named).path.strip("/") and (not fetched or same_site(named, fetched)):
            return named
    return url(fetched)


def linked_address(page: str | None, reference: str) -> str | None:
    """Give the address to which a page's link leads, or None where it is none of the web."""
    return url(_joined(page or "", reference.strip()))


def _joined(address: str, reference: str) -> str | None:
    try:
        return urljoin(address, reference)
    except ValueError:  # for a host that is none
        return None


def _sites(statements: Statements, address: str | None) -> tuple[str, ...]:
    """Give the names of a page's site, the one to show first."""
    named = [value for _, value in statements.of_meta("og:site_name")]
    named += [name for name, _ in statements.people("publisher")]
    named += [value for _, value in statements.of_meta("application-name", "dc.publisher", "citation_journal_title")]
    host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    named += [host, *host.split(".")[:-1]] if host else []
    return tuple(dict.fromkeys(name for name in named if "://" not in name))


def _outlet(sites: tuple[str, ...], address: str | None) -> str | None:
    """Give the name of the outlet, without the slogan or place beside it."""
    if not sites:
        return None
    host = folded((urlsplit(address or "").hostname or "").replace("-", "")).replace(" ", "")
    pieces = without_site(sites[0], ()).split(" | ")
    return next((piece for piece in pieces if folded(piece).replace(" ", "") in host), sites[0]) if host else sites[0]


def _genre(statements: Statements, address: str | None) -> Genre | None:
    """Give the genre that the type of a page's article, its section or its address name; a report is often none."""
    kinds = _CAPITALS.sub(" ", " ".join(statements.kinds())).split()
    sections = [*statements.of_article("articleSection"), *(text for _, text in statements.of_meta("article:section"))]
    pieces = [piece.strip() for section in sections for piece in _PARTS.split(section)]
    pieces += [piece.replace("-", " ") for piece in urlsplit(address or "").path.split("/")[:-1]]
    for piece in (*kinds, *pieces):
        for genre, pattern in GENRES.items():
            if genre != "report" and pattern.fullmatch(piece):
                return cast("Genre", genre)
    return None


def _descriptions(statements: Statements) -> tuple[str, ...]:
    named = ("og:description", "description", "twitter:description", "itemprop description", "dc.description")
    stated = [*statements.of_article("description"), *statements.of_article("alternativeHeadline")]
    return tuple(dict.fromkeys([*(text for _, text in statements.of_meta(*named)), *stated]))


def _language(root: HtmlElement, statements: Statements) -> str | None:
    """Give the code of the language that a page states for itself or its article."""
    stated = [*statements.of_article("inLanguage"), root.get("lang") or "", root.get("xml:lang") or ""]
    stated += [value for _, value in statements.of_meta("og:locale", "content-language", "dc.language")]
    codes = (value.replace("_", "-").split("-")[0].lower() for value in stated)
    return next((code for code in codes if len(code) in {2, 3} and code.isascii() and code.isalpha()), None)
