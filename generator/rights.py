"""What of an article's text the site may show, by its rights; what is annotated does not depend on it.

`full` and `digest` show everything, `excerpt` the standfirst or the first words and shortened sentences, `metadata`
nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model import Block, Run

if TYPE_CHECKING:
    from generator.model import Article

EXCERPT_WORDS = 60
"""Words of the body that stand for an article shown as an excerpt that has no standfirst."""
SENTENCE_WORDS = 30
"""Words of an evidence sentence that an excerpt may show."""

_WORD = re.compile(r"\S+")


def in_full(article: Article) -> bool:
    """Tell whether the site may show and export the whole text."""
    return article.front.rights in {"full", "digest"}


def shows_sentences(article: Article) -> bool:
    """Tell whether the site may show sentences of the text, whole or cut."""
    return article.front.rights != "metadata"


def shown_standfirst(article: Article) -> str:
    """Give the standfirst as far as it may be shown."""
    return "" if article.front.rights == "metadata" else article.front.source.standfirst or ""


def shown_blocks(article: Article) -> tuple[Block, ...]:
    """Give the blocks of the body that may be shown; an excerpt's only block is its first words."""
    if in_full(article):
        return article.blocks
    if article.front.rights == "metadata" or article.front.source.standfirst or not article.blocks:
        return ()
    words = _first_words(article.body, EXCERPT_WORDS)
    return (Block(kind="paragraph", runs=(Run(words),), start=0),)


def shown_sentence(article: Article, sentence: str) -> str:
    """Give a sentence of the article as far as it may be shown: whole, cut to 30 words, or empty."""
    if in_full(article):
        return sentence
    return "" if article.front.rights == "metadata" else _first_words(sentence, SENTENCE_WORDS)


def _first_words(text: str, most: int) -> str:
    words = list(_WORD.finditer(text))
    if len(words) <= most:
        return text
    return " ".join(text[: words[most - 1].end()].split()) + " …"
