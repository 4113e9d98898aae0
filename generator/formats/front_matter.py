"""The outer form of a Markdown file: UTF-8 text that begins with YAML between two lines of three hyphens."""

from __future__ import annotations

import re

from generator.formats.yaml_nodes import Node, read_yaml
from generator.problems import ContentError, Problem

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


def read_text(raw: bytes, path: str) -> str:
    """Decode a file as UTF-8, without its byte order mark; raises ContentError with the line of the first bad byte."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (byte 0x{raw[error.start]:02x})"
        raise ContentError([Problem(path, line, message, hint="save the file as UTF-8")]) from None


def split_front_matter(text: str, path: str) -> tuple[Node, str]:
    """Give the front matter's nodes and the text after it; raises ContentError where there is none."""
    opening = _FENCE.match(text)
    if opening is None:
        hint = "begin the file with a line '---', then 'title: …', then '---'"
        raise ContentError([Problem(path, 1, "no front matter", hint=hint)])
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        hint = "end it with a line '---'"
        raise ContentError([Problem(path, 1, "the front matter has no end", hint=hint)])
    node = read_yaml(text[opening.end() : closing.start()], path)
    if node is None or not isinstance(node.value, dict):
        raise ContentError([Problem(path, 1, "the front matter holds no keys", hint="add a line 'title: …'")])
    return node, text[closing.end() :].removeprefix("\n")
