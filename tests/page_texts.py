"""What a reader reads of generated pages, for tests of what they say."""

import re
from collections.abc import Iterable

from generator.corpus import Corpus
from generator.markup import Markup
from generator.pages.about import Account
from generator.pages.page import Page, at_once
from generator.pages.site import page_makers

LARGEST_PAGE = 200_000
"""Bytes that no page may have, whatever the size of the corpus."""
_BLOCKS = re.compile(r"</?(?:p|li|ul|ol|h2|h3|section|header|div|td|th|tr|dt|dd|summary)\b[^>]*>")


def contents(pages: Iterable[Page]) -> dict[str, str]:
    """Give the content of pages by their paths."""
    return {page.path: str(page.content) for page in at_once(pages)}


def pages_of(*names: str, of: Corpus) -> dict[str, str]:
    """Give the content of the pages of some makers by their paths: those of the names, and of names below these."""
    makers = page_makers(of, {}, {}, Account())
    return {
        path: content
        for name, make in makers
        if name.partition("/")[0] in names
        for path, content in contents(make()).items()
    }


def read(html: str) -> str:
    """Give what a reader reads of a piece of a page, blocks parted by a space."""
    return " ".join(Markup(_BLOCKS.sub(" ", html)).striptags().split())


def found(pattern: str, html: str) -> list[str]:
    """Give what a reader reads of each place that a pattern matches, or of its group."""
    return [read(match) for match in re.findall(pattern, html)]
