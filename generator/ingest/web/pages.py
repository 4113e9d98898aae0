"""The reader of web pages: parse, take in what the page states, prune, extract, clean, date and attribute."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from generator.ingest.attributing import attribute
from generator.ingest.bodies import read_body
from generator.ingest.cleaning import clean
from generator.ingest.dating import date_article
from generator.ingest.escaping import HEADING, escaped
from generator.ingest.model import BODY_ROLES, Harvest, Line, Part, RawDocument, Removed
from generator.ingest.trimming import trim
from generator.ingest.web.authors import authors
from generator.ingest.web.days import stated_day
from generator.ingest.web.extracting import Block, blocks_of
from generator.ingest.web.parsing import parse
from generator.ingest.web.pruning import prune
from generator.ingest.web.statements import Statements, read_statements
from generator.ingest.web.titles import headline, printed
from generator.ingest.web_addresses import same_site
from generator.markup import url
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from generator.ingest.model import RawFile
    from generator.model import Rights


def articles_of_page(file: RawFile, rights: Rights) -> Harvest:
    """Give the article of a web page; raises ContentError where the file is no page."""
    page = parse(file)
    own = _address(page.root, file.retrieval.url if file.retrieval else None)
    statements = read_statements(page.root, [*([own] if own else []), *printed(page.root)])
    outlets = _outlets(statements, own)
    title = headline(page.root, statements, outlets)
    credited = authors(page.root, statements, outlets)
    dating = stated_day(page.root, statements)
    removed = prune(page.root)
    blocks = blocks_of(page.root)
    if not blocks:
        return Harvest()
    sources = dict(enumerate(blocks, 1))
    lines = [Line(number, block.text, gap=True) for number, block in sources.items()]
    head = [Line(0, title, role="headline", reason="headline")] if title else []
    body = read_body([*head, *trim(clean(lines))])
    captions = [
        Line(piece.line, piece.text, role="caption", reason=piece.reason)
        for piece in removed
        if piece.reason == "caption"
    ]
    part = Part((*body, *captions), 1)
    document = RawDocument(page.name, page.sha256, "", page.encoding)
    dating = dating or date_article(part.lines, page.name, own)
    candidate = attribute(part, document, dating, rights, next(iter(outlets), None))
    written = BLOCK_SEPARATOR.join(_written(part.lines, sources))
    source = msgspec.structs.replace(
        candidate.front.source,
        url=own,
        authors=credited.authors or candidate.front.source.authors,
        agencies=tuple(dict.fromkeys((*credited.agencies, *candidate.front.source.agencies))),
        outlet=next(iter(outlets), candidate.front.source.outlet),
    )
    front = msgspec.structs.replace(
        candidate.front, source=source, language=_language(page.root, candidate.front.language)
    )
    gone = tuple(Removed(piece.line, piece.text, piece.reason) for piece in removed if piece.reason != "caption")
    return Harvest(
        (msgspec.structs.replace(candidate, front=front, body=f"{written}\n", removed=(*candidate.removed, *gone)),)
    )


def _written(lines: Sequence[Line], sources: dict[int, Block]) -> Iterator[str]:
    for line in lines:
        if line.role in BODY_ROLES:
            block = sources.get(line.number)
            kind = block.kind if block else "paragraph"
            mark = HEADING if line.role == "subheading" or kind == "heading" else ""
            if kind == "item":
                mark = f"{block.number}. " if block and block.number else "- "
            elif kind == "quote":
                mark = "> "
            yield mark + escaped(line.text)


def _address(root: HtmlElement, address: str | None) -> str | None:
    """Give the address that a page calls its own, which one that was fetched may do within its site, or its address."""
    for value in [*root.xpath("//link[@rel='canonical']/@href"), *root.xpath("//meta[@property='og:url']/@content")]:
        named = url(_joined(address or "", value.strip()))
        if named and urlsplit(named).scheme in {"http", "https"} and (not address or same_site(named, address)):
            return named
    return url(address)


def _joined(address: str, reference: str) -> str | None:
    try:
        return urljoin(address, reference)
    except ValueError:  # for a host that is none
        return None


def _outlets(statements: Statements, address: str | None) -> list[str]:
    """Give the names of a page's site, the one to show first."""
    named = [value for _, value in statements.of_meta("og:site_name")]
    named += [name for name, _ in statements.people("publisher")]
    named += [value for _, value in statements.of_meta("application-name", "dc.publisher")]
    host = (urlsplit(address or "").hostname or "").removeprefix("www.")
    named += [host] if host else []
    return list(dict.fromkeys(named))


def _language(root: HtmlElement, guessed: str) -> str:
    code = (root.get("lang") or "").split("-")[0].lower()
    return code if guessed == "en" and len(code) in {2, 3} and code.isalpha() else guessed
