"""Parsing: the bytes of a page become a tree, within limits that keep hostile pages cheap.

Nothing is fetched: no style, picture, frame, entity or document type. Comments and processing instructions are dropped.
libxml2 takes quadratic time for the attributes of one tag, so those beyond any use are cut before it reads them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from lxml import etree, html
from lxml.html import HtmlElement

from generator.ingest.reading import LARGEST_DOCUMENT, decoded, hash_of
from generator.normalise import one_line
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ingest.model import RawFile

DEEPEST = 256
"""Elements within each other; pages that people made have 50 at most."""
MOST_ELEMENTS = 200_000
"""Elements of a page; the longest real ones have a tenth of it."""
MOST_ATTRIBUTES = 64
"""Attributes of a tag that are read."""

LONGEST_NAME = 300
"""Characters of what an element is called that are looked at."""

_NAMING = ("class", "id", "itemprop", "data-component", "data-testid", "data-qa", "data-type")
_TAG = re.compile(r"<!--|</?[a-zA-Z][^\s/>]*+|<[!?/]")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(?=[^\s/>])=?[^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+"""
)
_NO_TEXT = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""Characters that no XML may hold."""
_COMMENT_END = re.compile(r"(?<=<!--)-?>|--!?>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})
"""Elements whose content is no markup."""
_SELF_CLOSED = re.compile(r"<(a|b|div|em|i|iframe|p|script|span|style|textarea|title)\b([^<>]{0,1000})/>")
"""Empty elements as XHTML writes them, which HTML would leave open."""


class Page(msgspec.Struct, frozen=True):
    """A page as a tree, with the name and hash of its file and how its bytes were understood."""

    name: str
    sha256: str
    encoding: str
    root: HtmlElement


def parse(file: RawFile) -> Page:
    """Give a page; raises ContentError with the reason where a file is none or is beyond the limits."""
    if len(file.content) > LARGEST_DOCUMENT:
        raise _refused(file, f"too large: more than {LARGEST_DOCUMENT // 2**20} MiB")
    text, encoding = decoded(file, markup=True)
    if "<" not in text:
        raise _refused(file, "no web page: there is no tag in it", "name it with .txt, and add that")
    start = text[:1000]
    if "<?xml" in start or "/xhtml" in start:
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(_within_limits(text).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        raise _refused(file, "empty") from None
    _check_size(file, root)
    _clean(root)
    return Page(file.name, hash_of(file), encoding, root)


def _clean(root: HtmlElement) -> None:
    """Take out of texts what lxml reads (a reference such as "&#1;") but refuses to move to another place."""
    if _NO_TEXT.search("".join(root.itertext())):
        for element in root.iter():
            element.text = _NO_TEXT.sub("", element.text or "") or None
            element.tail = _NO_TEXT.sub("", element.tail or "") or None


def text_of(element: HtmlElement) -> str:
    """Give the text of an element on one line, its blocks and line breaks parted by spaces."""
    return one_line(" ".join(element.itertext()))


def names_of(element: HtmlElement) -> str:
    """Give what a page calls an element: its class, its id, and the values of attributes that name a part."""
    values = (element.get(name) or "" for name in _NAMING)
    return " ".join(value[:LONGEST_NAME] for value in values if value)


def _check_size(file: RawFile, root: HtmlElement) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > DEEPEST:
            raise _refused(file, f"nested too deeply: more than {DEEPEST} elements within each other")
        if elements > MOST_ELEMENTS:
            raise _refused(file, f"too many elements: more than {MOST_ELEMENTS:,}")


def _within_limits(text: str) -> str:
    """Give markup whose tags have no more attributes than are read."""
    return "".join(_pieces(text.replace("\0", "")))


def _pieces(text: str) -> Iterator[str]:
    done = at = 0
    while tag := _TAG.search(text, at):
        at = tag.end()
        if tag[0] == "<!--":
            at = _end(_COMMENT_END.search(text, at), text)
            continue
        if tag[0] in {"<!", "<?", "</"}:
            at = text.find(">", at) + 1 or len(text)
            continue
        cut = None
        number = 0
        while attribute := _ATTRIBUTE.match(text, at):
            number += 1
            at = attribute.end()
            if number == MOST_ATTRIBUTES:
                cut = at
        if cut is not None and at > cut:
            yield text[done:cut]
            done = at
        name = tag[0][1:].lower()
        if name in _RAW:
            at = _end(re.compile(f"</{name}\\b", re.IGNORECASE).search(text, at), text, start=True)
    yield text[done:]


def _end(found: re.Match[str] | None, text: str, *, start: bool = False) -> int:
    return len(text) if found is None else found.start() if start else found.end()


def _refused(file: RawFile, message: str, hint: str = "") -> ContentError:
    return ContentError([Problem(file.name, 1, message, hint=hint)])
