"""Pruning: what is not the article leaves the tree of a page, by what the page itself calls it, each with the reason.

Hidden elements, embedded posts, captions, boxes for sharing, newsletters and other articles. An element that holds the
headline or a good part of all paragraphs is never one of them, whatever it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from generator.ingest.web.parsing import names_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_OF_TEXT = 0.3
"""Share of the text of all paragraphs from which an element is no box beside the article."""

CAPTION = "caption of a picture"
_HIDDEN = "hidden"
_NEVER_SHOWN = frozenset("script style template noscript iframe object embed svg canvas audio video map".split())
_CONTROLS = frozenset("button select input textarea label form nav dialog menu".split())
_NEVER_BOXES = frozenset("html head body main h1".split())
_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_FROM_WIDTH = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl)-)(?:block|flex|inline|grid|table)")
"""Names of elements that are hidden on small screens alone."""


def _named(names: str) -> re.Pattern[str]:
    """Compile names that must be whole words of a class or an id, as hyphens, underscores and capitals part them."""
    return re.compile(rf"(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:{'|'.join(names.split())})(?![a-z])")


_BOXES = (
    (_HIDDEN, _named("visually-?hidden sr-only screen-?reader(?:-?text)? hidden d-none offscreen")),
    (
        "embedded post",
        _named(r"twitter-(?:tweet|video) instagram-media tiktok-embed fb-(?:post|video) reddit-(?:embed|card) tweet"),
    ),
    (
        CAPTION,
        _named(
            "(?:fig|image-?|photo-?|media-?|wp-)?caption(?:-?text)? cptn (?:photo|image|picture|media)[-_]*credits?"
        ),
    ),
    ("gallery of pictures", _named("carousel slideshow gallery lightbox sliders?")),
    ("title of a film", _named("videos?(?:-?(?:player|title|caption|wrapper|container|module|embed|card))?")),
    ("call to subscribe", _named("newsletters? sign-?up subscribe paywall-?(?:prompt|promo)")),
    ("buttons for sharing", _named("shar(?:e|ing) sharedaddy addtoany social(?:s|-?(?:links|icons|media|bar))?")),
    ("advertisement", _named("ads? advert(?:s|isement|ising)? adsense sponsored promos? outbrain taboola")),
    (
        "links to other articles",
        _named(
            "related recommend(?:ed|ations?|s) read-?(?:more|next|also) also-?read "
            "more-?(?:from|on|stories|news|articles) most-?(?:read|popular|viewed) popular trending up-?next "
            "next-?(?:up|article|post|story) teasers? rich-?link links-block"
        ),
    ),
    ("comments", _named("comments disqus comment-?(?:list|area|section|form|count|link)s?")),
    ("about the author", _named("author[-_]*(?:bio|box|card|profile|description|about) about-?(?:the-?)?authors?")),
    ("path of the site", _named("bread-?crumbs?")),
    ("tags", _named("tags (?:post|entry|article)-?tags? tag-?(?:list|links|cloud) topics-?list")),
)


class Pruned(msgspec.Struct, frozen=True):
    """Something taken out of a page: the line of its source, its text, why, and the element that held it."""

    line: int
    text: str
    reason: str
    parent: HtmlElement


def prune(root: HtmlElement) -> tuple[Pruned, ...]:
    """Take out of a tree what is not its article, and give what was shown in it."""
    for element in [*root.iter(*_NEVER_SHOWN)]:
        _drop(element)
    lengths = _paragraphs(root)
    found = [*_boxes(root, lengths)]
    pruned = [
        Pruned(element.sourceline or 1, text, reason, element.getparent())
        for element, reason in found
        if reason != _HIDDEN and (text := text_of(element))
    ]
    for element, _ in found:
        _drop(element)
    return tuple(pruned)


def _boxes(root: HtmlElement, lengths: dict[HtmlElement, int]) -> Iterator[tuple[HtmlElement, str]]:
    """Give the outermost elements that are not the article, with what they are."""
    most = MOST_OF_TEXT * lengths[root]
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        reason = _reason(element)
        if reason and element.tag not in _NEVER_BOXES and lengths[element] <= most and element.find(".//h1") is None:
            walk.skip_subtree()
            yield element, reason


def _reason(element: HtmlElement) -> str:
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if hidden or _STYLE.search(element.get("style") or ""):
        return _HIDDEN
    if element.tag in _CONTROLS:
        return "navigation or form of the site"
    if element.tag == "figcaption":
        return CAPTION
    called = names_of(element)
    if not called:
        return ""
    reason = next((reason for reason, pattern in _BOXES if pattern.search(called)), "")
    return "" if reason == _HIDDEN and _FROM_WIDTH.search(called) else reason


def _paragraphs(root: HtmlElement) -> dict[HtmlElement, int]:
    """Give for each element how many characters the paragraphs in it have."""
    lengths: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        lengths[element] = (len(text_of(element)) if element.tag == "p" else 0) + sum(
            lengths[child] for child in element
        )
    return lengths


def _drop(element: HtmlElement) -> None:
    """Take an element out of its tree but for the text after it."""
    if element.getparent() is not None:
        element.drop_tree()
