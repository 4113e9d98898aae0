"""Pruning: what is not the article leaves the tree of a page, by what the page itself calls it, each with the reason.

Hidden elements, embedded posts, captions, boxes for sharing, newsletters and related articles. An element that holds
the headline or a good part of all paragraphs is never one of them, whatever it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.web.parsing import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_OF_TEXT = 0.3
"""Share of the text of all paragraphs from which an element is no box beside the article."""

_DROPPED = (
    "script|style|template|noscript|iframe|object|embed|svg|canvas|audio|video|button|select|input|form|nav|dialog"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = r"(?:(?<![a-z])|(?<=[a-z])(?=[A-Z]))"
_CALLED = (
    (
        "hidden from readers",
        re.compile(r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text)?|hidden|is-hidden|d-none)(?:\s|$)"),
    ),
    (
        "embedded post",
        re.compile(
            r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-post|reddit-(?:embed|card)|bluesky-embed|mastodon-embed|telegram-post|(?:^|[\s_-])tweet(?:$|[\s_-])"
        ),
    ),
    ("newsletter", re.compile(r"newsletter|sign-?up-|subscribe|subscription-|paywall-(?:prompt|promo)", re.IGNORECASE)),
    (
        "buttons for sharing",
        re.compile(
            r"(?:^|[\s_-])(?:share|sharing|social)(?:$|[\s_-])|sharedaddy|addtoany|social-(?:links|icons|media|share)",
            re.IGNORECASE,
        ),
    ),
    (
        "advertisement",
        re.compile(
            r"(?:^|[\s_-])(?:ad|ads|advert|advertisement|adsense|sponsored|promo|outbrain|taboola)(?:$|[\s_-])",
            re.IGNORECASE,
        ),
    ),
    (
        "links to other articles",
        re.compile(
            r"(?:^|[\s_-])(?:related|recommend(?:ed|ations?)|read-?(?:more|next|also)|more-(?:from|on|stories|news)|most-(?:read|popular)|trending|also-?read|up-?next)(?:$|[\s_-])|related-?(?:articles|posts|stories|content|links|news)",
            re.IGNORECASE,
        ),
    ),
    (
        "comments",
        re.compile(
            r"(?:^|\s)(?:comments?(?:-(?:list|area|section|wrapper|form))?|disqus_thread)(?:\s|$)", re.IGNORECASE
        ),
    ),
    (
        "about the author",
        re.compile(
            r"(?:^|[\s_-])author-?_?_?(?:bio|box|card|info|profile|description|about)(?:$|[\s_-])|about-?(?:the-)?author",
            re.IGNORECASE,
        ),
    ),
    ("breadcrumb", re.compile(r"bread-?crumb", re.IGNORECASE)),
    (
        "tags",
        re.compile(
            r"(?:^|\s)(?:tags|tag-?(?:list|links|cloud)|post-tags|entry-tags|article-tags)(?:\s|$)", re.IGNORECASE
        ),
    ),
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|wp-caption-text|image-caption|photo-caption|credit|photo-credit|image-credit|media-caption)(?:$|[\s_-])",
    re.IGNORECASE,
)


class Pruned(msgspec.Struct, frozen=True):
    """Something taken out of a page: the line of its source, its text, and why."""

    line: int
    text: str
    reason: str


def prune(root: HtmlElement) -> list[Pruned]:
    """Take out of a tree what is not its article, and give what was shown in it."""
    removed: list[Pruned] = []
    for element in root.xpath("|".join(f"//{name}" for name in _DROPPED.split("|"))):
        if element.tag == "form" and len(element.text_content()) > 0.5 * len(root.text_content()):
            continue
        _drop(element)
    total = sum(len(text_of(paragraph)) for paragraph in root.iter("p"))
    for element in [*root.iter()]:
        if (
            not isinstance(element.tag, str)
            or element.getroottree().getroot() is not root
            or element.tag in {"html", "head", "body", "main", "article"}
        ):
            continue
        reason = _reason(element)
        if reason and not _is_article(element, total):
            text = text_of(element)
            if text and reason != "hidden":
                removed.append(Pruned(element.sourceline or 1, text, reason))
            _drop(element)
    return removed


def _reason(element: HtmlElement) -> str:
    if (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "")
    ):
        return "hidden"
    if element.tag == "figcaption":
        return "caption"
    called = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not called:
        return ""
    if _CAPTION.search(called):
        return "caption"
    return next((reason for reason, pattern in _CALLED if pattern.search(called)), "")


def _is_article(element: HtmlElement, total: int) -> bool:
    if element.find(".//h1") is not None or element.tag == "h1":
        return True
    own = sum(len(text_of(paragraph)) for paragraph in element.iter("p"))
    return own > MOST_OF_TEXT * total


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
