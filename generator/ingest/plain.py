"""The reader of plain text: read, clean, split, trim, head, body, date, attribute, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.ingest.attributing import address_of, attribute, page_outlet
from generator.ingest.bodies import read_body
from generator.ingest.cleaning import clean
from generator.ingest.dating import date_article
from generator.ingest.heads import read_head
from generator.ingest.lines import ends_sentence, lines_of, words
from generator.ingest.splitting import split
from generator.ingest.trimming import trim
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.model import Candidate, Line, Part, RawDocument
    from generator.model import Rights

LABEL_WORDS = 8
"""Words from which a line is no label; a text of nothing but several labels is a menu and no article."""


def articles_of_text(document: RawDocument, rights: Rights) -> tuple[Candidate, ...]:
    """Give the articles of a plain-text document, in its order; what has no text is none."""
    return attributed(parts_of(lines_of(document.text)), document, rights)


def parts_of(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Give the articles that a document's lines hold, each line with its role."""
    parts = split(clean(lines))
    return tuple(msgspec.structs.replace(part, lines=read_body(read_head(trim(part.lines)))) for part in parts)


def attributed(parts: Sequence[Part], document: RawDocument, rights: Rights) -> tuple[Candidate, ...]:
    """Give parts of a document as dated articles; those of one page have its outlet where they name none."""
    outlet = page_outlet(parts) if len(parts) > 1 else None
    candidates = []
    for part in parts:
        dating = date_article(part.lines, document.name, address_of(part.lines))
        candidates.append(attribute(part, document, dating, rights, outlet))
    return tuple(candidate for candidate in candidates if _has_text(candidate.text))


def _has_text(text: str) -> bool:
    blocks = text.split(BLOCK_SEPARATOR) if text else []
    return len(blocks) == 1 or any(ends_sentence(block) or words(block) >= LABEL_WORDS for block in blocks)
