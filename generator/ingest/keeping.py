"""Keeping: raw documents as they came, beside the articles that were made of them. No build ever reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.folder import HASH_DIGITS, RAW
from generator.ingest.reading import hash_of
from generator.slugs import slug
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.ingest.intake import Document
    from generator.ingest.model import RawFile


def keep_raw(content: Path, documents: Iterable[Document]) -> None:
    """Write documents into the folder of raw ones, each once, under the name that `raw_name` gives."""
    for document in documents:
        file = document.raw()
        path = content / RAW / raw_name(file)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, file.content)


def raw_name(file: RawFile) -> str:
    """Give the beginning of a document's hash, which articles have in full as `sha256`, and a plain form of its name.

    The rows of a table have hashes of their own; what they share with it is its name.
    """
    stem, dot, suffix = file.name.rpartition("/")[2].rpartition(".")
    plain = f"{slug(stem)}.{slug(suffix)}" if dot and stem else slug(suffix)
    return f"{hash_of(file)[:HASH_DIGITS]}-{plain}"
