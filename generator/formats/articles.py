"""Article files: front matter and CommonMark body, checked once, here."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.formats.body import read_body
from generator.formats.front_matter import read_text, split_front_matter
from generator.formats.schema import Reader
from generator.markup import url
from generator.model import Article, FrontMatter
from generator.problems import ContentError
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from generator.formats.yaml_nodes import Node

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")


def read_article(raw: bytes, path: str) -> Article:
    """Read an article file; `path` is relative to the content folder. Raises ContentError with all that is wrong."""
    node, text = split_front_matter(read_text(raw, path), path)
    reader = Reader(path)
    front = reader.record(node, FrontMatter)
    if front is not None:
        front = _settled(front, node, reader)
    if front is None or reader.problems:
        raise ContentError(reader.problems)
    return Article(front, read_body(text), path, _lines(node))


def is_date(text: str) -> bool:
    """Tell whether a text is a real date as front matter has it: year, year-month or year-month-day."""
    match = _DATE.match(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _settled(front: FrontMatter, node: Node, reader: Reader) -> FrontMatter:
    """Fill in what the front matter leaves to be derived, and note what cannot be."""
    stem = PurePosixPath(reader.path).stem
    _check_id(front, stem, node, reader)
    _check_dates(front, node, reader)
    _check_source(front, node, reader)
    if not front.title:
        reader.problem(_line(node, "title"), "'title' is empty", hint="give the article a title")
    if not _LANGUAGE.match(front.language):
        hint = "write a language code such as en, ur or zh-Hans"
        reader.problem(_line(node, "language"), "'language' is no language code", front.language, hint)
    members = node.value if isinstance(node.value, dict) else {}
    status = front.date_status if "date_status" in members or not front.published else "stated"
    return msgspec.structs.replace(front, id=front.id or stem, date_status=status)


def _check_id(front: FrontMatter, stem: str, node: Node, reader: Reader) -> None:
    if not is_slug(front.id or stem):
        hint = f"use lower-case letters, digits and hyphens, such as {slug(front.id or stem)}"
        reader.problem(_line(node, "id"), "the id cannot stand in an address", front.id or stem, hint)
    elif front.id and front.id != stem:
        reader.problem(
            _line(node, "id"), "the id is not the file's name", front.id, f"rename the file to {front.id}.md"
        )


def _check_dates(front: FrontMatter, node: Node, reader: Reader) -> None:
    line = _line(node, "published")
    written = isinstance(node.value, dict) and "date_status" in node.value
    if front.published and not is_date(front.published):
        hint = "write 2020-12-31, 2020-12 or 2020"
        reader.problem(line, "'published' is not a date", front.published, hint)
    elif front.published and written and front.date_status == "unknown":
        reader.problem(line, "a published date whose status is unknown", front.published, "say stated or derived")
    elif not front.published and front.date_status != "unknown":
        hint = "add 'published: …' or say 'date_status: unknown'"
        reader.problem(_line(node, "date_status"), "no published date to be", front.date_status, hint)
    for key, value, where in (
        ("retrieved", front.source.retrieved, _line(node, "source", "retrieved")),
        ("on", front.review.on, _line(node, "review", "on")),
    ):
        if value and not is_date(value):
            reader.problem(where, f"'{key}' is not a date", value, "write 2020-12-31")


def _check_source(front: FrontMatter, node: Node, reader: Reader) -> None:
    for key, value in (("url", front.source.url), ("archive_url", front.source.archive_url)):
        if value and not (url(value) or "").startswith("http"):
            hint = "write a full address that begins with https://"
            reader.problem(_line(node, "source", key), f"'{key}' is not a web address", value, hint)
    if front.source.sha256 and not _SHA256.match(front.source.sha256):
        hint = "64 hexadecimal digits"
        reader.problem(_line(node, "source", "sha256"), "'sha256' is not a SHA-256 hash", front.source.sha256, hint)


def _lines(node: Node, prefix: str = "") -> dict[str, int]:
    lines = {}
    for key, child in node.value.items() if isinstance(node.value, dict) else ():
        lines[f"{prefix}{key}"] = child.line
        lines |= _lines(child, f"{prefix}{key}.")
    return lines


def _line(node: Node, *keys: str) -> int:
    """Give the line of a key, or of the nearest mapping around it that is there."""
    for key in keys:
        if not isinstance(node.value, dict) or key not in node.value:
            break
        node = node.value[key]
    return node.line
