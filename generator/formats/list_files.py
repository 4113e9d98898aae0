"""Files that are one list in YAML: the authority files and the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.front_matter import read_text
from generator.formats.schema import Reader
from generator.formats.yaml_nodes import read_yaml
from generator.problems import ContentError

if TYPE_CHECKING:
    from generator.formats.yaml_nodes import Node


def read_items(raw: bytes, path: str, wanted: str, hint: str) -> tuple[tuple[Node, ...], Reader]:
    """Give the items of a file's list, none of an empty file, and what reads them into records.

    Raises ContentError where the file cannot be read, or holds no list: then with what is `wanted` and a hint.
    """
    node = read_yaml(read_text(raw, path), path)
    reader = Reader(path)
    if node is None:
        return (), reader
    if not isinstance(node.value, tuple):
        reader.problem(node.line, wanted, hint=hint)
        raise ContentError(reader.problems)
    return node.value, reader
