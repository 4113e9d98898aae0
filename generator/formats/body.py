"""Bodies: CommonMark becomes blocks of plain text; what is no markup of the few kinds that we show stays text.

Raw HTML is text; images, and links that must not be followed, are text as they were written. The parser is
pulldown-cmark, by pyromark: linear in its input, so hostile text cannot make it slow.
"""

from __future__ import annotations

from itertools import groupby
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Literal

import pyromark

from generator.markup import url
from generator.model import BLOCK_SEPARATOR, Block, Run
from generator.normalise import ODD_SPACES, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEVELS = {f"H{level}": level for level in range(1, 7)}
_STYLES: dict[str, Literal["emphasis", "strong"]] = {"Emphasis": "emphasis", "Strong": "strong"}
_TEXT_BLOCKS = {"Paragraph", "Heading", "CodeBlock", "HtmlBlock", "Item"}
DEEPEST = 6
"""Levels of lists and quotations that are told apart; deeper ones are shown as this one."""


def read_body(text: str) -> tuple[Block, ...]:
    """Give the blocks of a CommonMark text, each with the offset that it has in the body's plain text."""
    source = plain_text(text)
    builder = _Builder(source)
    for event, span in pyromark.events_with_range(source):
        builder.take(event, span["start"], span["end"])
    builder.close()
    return tuple(builder.blocks)


class _Builder:
    """Takes the parser's events and closes a block where its text ends."""

    def __init__(self, source: str) -> None:
        self.source = source.encode()  # the parser counts bytes
        self.blocks: list[Block] = []
        self.runs: list[Run] = []
        self.verbatim = range(0)
        self.kind: Literal["heading", "paragraph", "item", "quote", "code"] = "paragraph"
        self.level = 1
        self.number: int | None = None
        self.styles: list[Literal["emphasis", "strong"]] = []
        self.links: list[str | None] = []
        self.numbers: list[int | None] = []  # of the lists that are open: the next number, None where there is none
        self.quotes = 0
        self.offset = 0

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401 (the parser's events are untyped)
        if start in self.verbatim and end <= self.verbatim.stop:
            return
        if isinstance(event, str):
            if event in {"SoftBreak", "HardBreak"}:
                self.write(" ")
            return
        ((name, detail),) = event.items()
        if name == "Start":
            tag, attributes = _tag(detail)
            if tag == "Image" or (tag == "Link" and url(attributes["dest_url"]) is None):
                self.verbatim = range(start, end)
                self.write(self.source[start:end].decode())
            else:
                self.start(tag, attributes)
        elif name == "End":
            self.end(_tag(detail)[0])
        elif name == "Code":
            self.write(detail, "code")
        elif isinstance(detail, str):  # Text, Html, InlineHtml
            self.write(detail)

    def start(self, tag: str, detail: Any) -> None:  # noqa: ANN401
        if tag in _STYLES:
            self.styles.append(_STYLES[tag])
        elif tag == "Link":
            self.links.append(url(detail["dest_url"]))
        elif tag == "List":
            self.close()
            self.numbers.append(detail)
        elif tag == "BlockQuote":
            self.close()
            self.quotes += 1
        elif tag in _TEXT_BLOCKS:
            self.close()
            if tag == "Item":
                self.number = self.numbers[-1]
                self.numbers[-1] = None if self.number is None else self.number + 1
            self.level = _LEVELS.get(detail["level"], 1) if tag == "Heading" else 1
            self.open("heading" if tag == "Heading" else "code" if tag == "CodeBlock" else None)

    def open(self, kind: Literal["heading", "code"] | None) -> None:
        if kind:
            self.kind = kind
        elif self.numbers:
            self.kind, self.level = "item", min(len(self.numbers), DEEPEST)
        elif self.quotes:
            self.kind, self.level = "quote", min(self.quotes, DEEPEST)
        else:
            self.kind = "paragraph"

    def end(self, tag: str) -> None:
        if tag in _STYLES:
            self.styles.pop()
        elif tag == "Link":
            self.links.pop()
        elif tag == "List":
            self.close()
            self.numbers.pop()
        elif tag == "BlockQuote":
            self.close()
            self.quotes -= 1
        elif tag in _TEXT_BLOCKS:
            self.close()
        if tag in {"List", "Item", "BlockQuote"}:
            self.open(None)

    def write(self, text: str, style: Literal["plain", "code"] = "plain") -> None:
        shown = self.styles[-1] if self.styles and style == "plain" else style
        self.runs.append(Run(text, shown, self.links[-1] if self.links else None))

    def close(self) -> None:
        runs, self.runs = _as_written(self.runs) if self.kind == "code" else _tidy(self.runs), []
        if runs:
            number, self.number = self.number if self.kind == "item" else None, None
            block = Block(self.kind, runs, self.offset, self.level, number)
            self.blocks.append(block)
            self.offset = block.end + len(BLOCK_SEPARATOR)


def _tag(detail: Any) -> tuple[str, Any]:  # noqa: ANN401
    return (detail, None) if isinstance(detail, str) else next(iter(detail.items()))


def _as_written(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Keep the lines of code, but for blank ones, which part the blocks of a body."""
    lines = dedent("".join(run.text for run in runs)).split("\n")
    text = "\n".join(line.rstrip() for line in lines if line.strip()).strip()
    return (Run(text),) if text else ()


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one style and make white space single spaces, none at the ends of the block."""
    tidy: list[Run] = []
    for (style, href), group in groupby(runs, key=lambda run: (run.style, run.href)):
        text = ODD_SPACES.sub(" ", "".join(run.text for run in group))
        text = text.lstrip(" ") if not tidy or tidy[-1].text.endswith(" ") else text
        if text:
            tidy.append(Run(text, style, href))
    while tidy and not tidy[-1].text.strip(" "):
        tidy.pop()
    if tidy:
        last = tidy.pop()
        tidy.append(Run(last.text.rstrip(" "), last.style, last.href))
    return tuple(tidy)
