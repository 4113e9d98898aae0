"""The readers of tables: JSON Lines and CSV, one article a row, its text plain text that came with metadata.

A row is a document of its own: its hash is that of the row, so that a table which grew changes no article that was
there.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from typing import TYPE_CHECKING

import msgspec

from generator.formats.yaml_nodes import DEEPEST, Node
from generator.ingest.attributing import title_from
from generator.ingest.escaping import markdown_of
from generator.ingest.keys import BODY, LISTS, known_key
from generator.ingest.languages import language_of
from generator.ingest.lines import lines_of
from generator.ingest.metadata import UNKNOWN, is_blank, read_metadata
from generator.ingest.model import Candidate, Harvest
from generator.ingest.reading import text_of
from generator.model import BLOCK_SEPARATOR
from generator.normalise import plain_text
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.ingest.model import RawFile
    from generator.model import Rights

MOST_PROBLEMS = 20
"""Faulty rows of a table that are told one by one; the others are counted."""
SHOWN = 12
"""Columns of a row that are named where one is missing."""
LONGEST_CELL = 10 * 2**20
_END = "\ue000end of the table"
"""A last row of ours: where it does not come out as one, the row before has no end."""
DELIMITERS = ",;\t"


class _TooDeepError(Exception):
    """Raised within a row that is nested deeper than any of ours."""


_Row = tuple[int, dict[str, Node], str]


def articles_of_json_lines(file: RawFile, rights: Rights) -> Harvest:
    """Give the articles of a JSON Lines file; raises ContentError where it is no text."""
    text, _ = text_of(file)
    rows: list[_Row | Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            rows.append(_json_row(file.name, number, line.strip()))
    return _harvest(file.name, rows, rights)


def articles_of_csv(file: RawFile, rights: Rights) -> Harvest:
    """Give the articles of a CSV file with a row of column names; raises ContentError where it is no such file."""
    text, _ = text_of(file)
    return _harvest(file.name, list(_csv_rows(file.name, text)), rights)


def _json_row(name: str, number: int, line: str) -> _Row | Problem:
    try:
        value = msgspec.json.decode(line.removeprefix("\ufeff"))
    except RecursionError:
        return _too_deep(name, number)
    except msgspec.DecodeError as error:
        return Problem(name, number, "not JSON", str(error), "one object on each line")
    if not isinstance(value, dict):
        return Problem(name, number, "not a JSON object", line[:80], 'write {"title": …, "body": …}')
    try:
        members = {str(key): _node(child, number, 1) for key, child in value.items()}
    except _TooDeepError:
        return _too_deep(name, number)
    return number, members, hashlib.sha256(line.encode("utf-8", "replace")).hexdigest()


def _too_deep(name: str, number: int) -> Problem:
    return Problem(name, number, f"nested more than {DEEPEST} levels deep", hint="flatten it")


def _node(value: object, line: int, depth: int) -> Node:
    if depth > DEEPEST:
        raise _TooDeepError
    if isinstance(value, dict):
        return Node({str(key): _node(child, line, depth + 1) for key, child in value.items()}, line)
    if isinstance(value, list):
        return Node(tuple(_node(child, line, depth + 1) for child in value), line)
    if value is None:
        return Node("", line, plain=True)
    return Node(value if isinstance(value, str) else json.dumps(value), line)


def _csv_rows(name: str, text: str) -> Iterator[_Row | Problem]:
    delimiter = max(
        DELIMITERS, key=lambda mark: sum(bool(known_key(cell)) for cell in text.partition("\n")[0].split(mark))
    )
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(io.StringIO(f"{text}\n{_END}", newline=""), delimiter=delimiter)
    try:
        columns = next(rows, [])
        _check_columns(name, columns)
        for cells in rows:
            if cells and cells[-1].endswith(_END):
                if cells != [_END]:
                    hint = "close the quotation mark with which its cell opens"
                    yield Problem(name, rows.line_num - 1, "cut within its last row", hint=hint)
            elif any(cell.strip() for cell in cells):
                yield _csv_row(name, rows.line_num, columns, cells)
    except csv.Error as error:
        yield Problem(
            name, rows.line_num, "not CSV", str(error), "put cells that hold commas or line ends in quotation marks"
        )


def _check_columns(name: str, columns: Sequence[str]) -> None:
    known = {known_key(column) for column in columns}
    missing = [key for key in ("title", BODY) if key not in known]
    if "source.headline" in known and "title" in missing:
        missing.remove("title")
    if len(missing) > 1 or (BODY in missing and "rights" not in known):
        message = " and ".join(f"column '{key}'" for key in missing) + (
            " is missing" if len(missing) == 1 else " are missing"
        )
        hint = "the first row names the columns: title, body, published …"
        raise ContentError([Problem(name, 1, message, ", ".join(columns[:SHOWN]), hint)])


def _csv_row(name: str, number: int, columns: Sequence[str], cells: Sequence[str]) -> _Row | Problem:
    if len(cells) > len(columns):
        message = f"{len(cells)} cells under {len(columns)} columns"
        return Problem(name, number, message, hint="put cells that hold commas in quotation marks")
    members = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell.strip():
            items = tuple(Node(item.strip(), number) for item in cell.split("|") if item.strip())
            members[column] = Node(items, number) if known_key(column) in LISTS else Node(cell, number)
    digest = hashlib.sha256(
        json.dumps([*zip(columns, cells, strict=False)], ensure_ascii=False).encode("utf-8", "replace")
    )
    return number, members, digest.hexdigest()


def _harvest(name: str, rows: Sequence[_Row | Problem], rights: Rights) -> Harvest:
    candidates = []
    problems = [row for row in rows if isinstance(row, Problem)]
    unknown: set[str | None] = set()
    for position, row in enumerate((row for row in rows if not isinstance(row, Problem)), 1):
        candidate, found = _article(name, position, row, rights)
        problems += [fault for fault in found if fault.message != UNKNOWN or fault.value not in unknown]
        unknown |= {fault.value for fault in found if fault.message == UNKNOWN}
        candidates += [candidate] if candidate else []
    if len(problems) > MOST_PROBLEMS:
        more = Problem(
            name, problems[MOST_PROBLEMS].line, f"{len(problems) - MOST_PROBLEMS} more problems in this table"
        )
        problems = [*problems[:MOST_PROBLEMS], more]
    return Harvest(tuple(candidates), tuple(problems))


def _article(name: str, position: int, row: _Row, rights: Rights) -> tuple[Candidate | None, Iterable[Problem]]:
    line, members, sha256 = row
    defaults = {"rights": rights, "source.document": name, "source.position": str(position), "source.sha256": sha256}
    columns = {known_key(key) for key in members}
    keys = {known_key(key) for key, node in members.items() if not is_blank(node)}
    if BODY not in columns and "rights" not in keys:
        hint = f"the row has {', '.join(sorted(members)[:SHOWN]) or 'nothing'}"
        return None, [Problem(name, line, "'body' is missing", hint=hint)]
    paragraphs = _paragraphs(members)
    if not keys & {"title", "source.headline"}:
        if not paragraphs:
            return None, [Problem(name, line, "'title' is missing", hint="give the row a title or a text")]
        defaults["title"] = title_from(paragraphs[0])
    defaults["language"] = language_of(" ".join(paragraphs))
    read = read_metadata(members, name, line, defaults)
    if read.front is None:
        return None, read.problems
    body = markdown_of((text, False) for text in paragraphs)
    text = BLOCK_SEPARATOR.join(paragraphs)
    return Candidate(
        read.front, body, text, line, notes=read.notes, proposed=read.proposed, asserted=True
    ), read.problems


def _paragraphs(members: dict[str, Node]) -> list[str]:
    body = next(
        (node.value for key, node in members.items() if known_key(key) == BODY and isinstance(node.value, str)), ""
    )
    return [line.text for line in lines_of(plain_text(body))]
