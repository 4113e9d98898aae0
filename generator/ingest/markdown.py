"""The reader of Markdown: front matter gives what it says, the text goes through the stages of plain text.

A block that the stages leave whole stays Markdown as it was written; one from which something was cut becomes plain
text. A file with front matter of ours is edited already, and only its title is taken out of its text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.formats.body import read_body as blocks_of
from generator.formats.front_matter import split_front_matter
from generator.ingest.attributing import title_from
from generator.ingest.escaping import HEADING, escaped
from generator.ingest.heads import read_head
from generator.ingest.metadata import Metadata, read_metadata
from generator.ingest.model import BODY_ROLES, Candidate, Harvest, Line, Part
from generator.ingest.plain import attributed, parts_of
from generator.ingest.reading import read_text
from generator.model import BLOCK_SEPARATOR, FrontMatter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.ingest.model import RawDocument, RawFile
    from generator.model import Rights

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r"(#{1,6}) ")
_SETEXT = re.compile(r"(=+|-+)\s*\Z")
_OURS = frozenset({"id", "date_status", "review", "exclude"})
"""Keys that only front matter of ours has."""


class _Block(msgspec.Struct, frozen=True):
    number: int
    source: str


def articles_of_markdown(file: RawFile, rights: Rights) -> Harvest:
    """Give the articles of a Markdown file; raises ContentError where it or its front matter cannot be read."""
    document = read_text(file)
    given, text, first = _front_matter(document, rights)
    if given is not None and given.front is None:
        return Harvest(problems=given.problems)
    sources = {block.number: block.source for block in _blocks(text, first)}
    lines = tuple(_line(number, source) for number, source in sources.items())
    edited = given is not None and not given.given.isdisjoint(_OURS)
    parts = (Part(read_head(lines), 1),) if edited else parts_of(lines)
    whole = given if len(parts) == 1 else None
    bodies = {part.position: BLOCK_SEPARATOR.join(_written(part.lines, sources)) for part in parts}
    candidates = tuple(
        _with_given(_with_body(candidate, bodies[candidate.front.source.position or 1]), whole)
        for candidate in attributed(parts, document, rights)
    )
    return Harvest(candidates, given.problems if given else ())


def _with_body(candidate: Candidate, body: str) -> Candidate:
    """Give an article with a body of Markdown, and its text as that reads."""
    text = BLOCK_SEPARATOR.join(block.text for block in blocks_of(body))
    return msgspec.structs.replace(candidate, body=f"{body}\n" if body else "", text=text)


def _front_matter(document: RawDocument, rights: Rights) -> tuple[Metadata | None, str, int]:
    """Give the front matter if there is any, the text after it, and the line on which that begins."""
    text = document.text.lstrip("\ufeff\n ")
    if not text.startswith("---\n"):
        return None, document.text, 1
    node, rest = split_front_matter(text, document.name)
    members = node.value if isinstance(node.value, dict) else {}
    line = document.text.count("\n") - rest.count("\n") + 1
    defaults = {"title": title_from(_plain(rest)[:500]) or document.name, "rights": rights}
    return (
        read_metadata(members, document.name, 1, defaults),
        rest,
        line,
    )


def _blocks(text: str, first: int) -> Iterator[_Block]:
    """Give the blocks of a Markdown text: what blank lines part, but for the blank lines within fenced code."""
    open_fence = ""
    begin = first
    rows: list[str] = []
    for number, row in enumerate([*text.split("\n"), ""], first):
        fence = _FENCE.match(row)
        if fence:
            open_fence = "" if open_fence == fence[1] else open_fence or fence[1]
        if row.strip() or open_fence:
            begin = begin if rows else number
            rows.append(row)
        elif rows:
            yield from _headings_apart(begin, rows)
            rows = []
    if rows:
        yield _Block(begin, "\n".join(rows))


def _headings_apart(begin: int, rows: Sequence[str]) -> Iterator[_Block]:
    """Part headings from a paragraph that follows without a blank line."""
    at = 0
    while at < len(rows):
        if _HEADING.match(rows[at]):
            size = 1
        elif len(rows) - at > 2 and _SETEXT.match(rows[at + 1]) and rows[at].strip():  # noqa: PLR2004 (and a paragraph)
            size = 2
        else:
            size = len(rows) - at
        yield _Block(begin + at, "\n".join(rows[at : at + size]))
        at += size


def _line(number: int, source: str) -> Line:
    marks = _HEADING.match(source)
    underlined = _SETEXT.match(source.partition("\n")[2])
    level = marks[0] if marks else {"=": "# ", "-": HEADING}[underlined[0][0]] if underlined else ""
    return Line(number, level + _plain(source), gap=True)


def _plain(source: str) -> str:
    return " ".join(block.text for block in blocks_of(source))


def _written(lines: Sequence[Line], sources: Mapping[int, str]) -> Iterator[str]:
    """Give the blocks of the body: as they were written, or as plain text where something was cut or joined."""
    for line in lines:
        if line.role in BODY_ROLES:
            source = sources.get(line.number, "")
            whole = _line(line.number, source).text == line.text
            marks = _HEADING.match(line.text)
            heading = marks[0] if marks else HEADING if line.role == "subheading" else ""
            yield (
                source
                if whole and (marks or not heading)
                else heading + escaped(line.text[len(marks[0]) if marks else 0 :])
            )


def _with_given(candidate: Candidate, given: Metadata | None) -> Candidate:
    """Put what the front matter says over what the text shows."""
    if given is None or given.front is None:
        return candidate
    named, shown = given.front, candidate.front
    source = {
        key: getattr(named.source, key) for key in named.source.__struct_fields__ if f"source.{key}" in given.given
    }
    fields = {key: getattr(named, key) for key in FrontMatter.__struct_fields__ if key in given.given}
    titled = bool(given.given & {"title", "source.headline"})
    if titled:
        fields["title"] = named.title
        source.setdefault("headline", shown.source.headline or named.title)
    if "published" in given.given:
        fields |= {key: getattr(named, key) for key in ("date_status", "date_evidence")}
    nested = {
        key: getattr(named, key) for key in ("review", "exclude") if any(name.startswith(key) for name in given.given)
    }
    front = msgspec.structs.replace(shown, **fields, **nested, source=msgspec.structs.replace(shown.source, **source))
    notes = tuple(note for note in candidate.notes if not (titled and note.startswith("no headline")))
    return msgspec.structs.replace(
        candidate, front=front, notes=(*notes, *given.notes), proposed=given.proposed, asserted=True
    )
