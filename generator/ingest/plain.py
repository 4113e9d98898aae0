"""The reader of plain text: read, clean, split, trim, head, body, date, attribute, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.ingest.attributing import address_of, attribute, page_outlet
from generator.ingest.bodies import read_body
from generator.ingest.cleaning import clean
from generator.ingest.dating import date_article
from generator.ingest.heads import read_head
from generator.ingest.lines import lines_of
from generator.ingest.splitting import split
from generator.ingest.trimming import trim

if TYPE_CHECKING:
    from generator.ingest.model import Candidate, Part, RawDocument


def articles_of_text(document: RawDocument) -> tuple[Candidate, ...]:
    """Give the articles of a plain-text document, in its order; those without a text and a headline are none."""
    parts = [_named(part) for part in split(clean(lines_of(document.text)))]
    outlet = page_outlet(parts) if len(parts) > 1 else None
    candidates = (
        attribute(part, document, date_article(part.lines, document.name, address_of(part.lines)), outlet) for part in parts
    )
    return tuple(candidate for candidate in candidates if candidate.text)


def _named(part: Part) -> Part:
    return msgspec.structs.replace(part, lines=read_body(read_head(trim(part.lines))))
