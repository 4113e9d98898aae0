"""Blocks of CommonMark that editors wrote, as Markdown that means the same to every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Block, Run

_INDENT = Markup("    ")
_STYLES = {"emphasis": "em", "strong": "strong", "code": "code"}


def plain_blocks(blocks: Sequence[Block]) -> Markup:
    """Give blocks as Markdown, below the title of a page."""
    return join(block_lines(blocks, [join(map(styled, block.runs)) for block in blocks]), "\n\n")


def block_lines(blocks: Sequence[Block], texts: Sequence[Markup]) -> Iterator[Markup]:
    """Yield each block with its marks, its text being given; headings stand below the page's own."""
    item_level = 0
    for before, block, text in zip((None, *blocks), blocks, texts, strict=False):
        if before and _begins_another_list(before, block):
            yield Markup("{}<!-- -->").format(_INDENT * (item_level - 1))
        # An item deeper than the one before it by two levels would be read as code.
        item_level = min(block.level, item_level + 1) if block.kind == "item" else 0
        if block.kind == "heading":
            yield Markup("{} {}").format(Markup("#" * min(6, block.level + 1)), text)
        elif block.kind == "item":
            sign = Markup("-") if block.number is None else Markup("{}.").format(block.number)
            yield Markup("{}{} {}").format(_INDENT * (item_level - 1), sign, text)
        elif block.kind == "quote":
            yield Markup("{} {}").format(Markup(" ".join(">" * block.level)), text)
        elif block.kind == "code":
            yield element("pre", element("code", text))
        else:
            yield text


def _begins_another_list(before: Block, block: Block) -> bool:
    """Tell whether a list of another sort follows at once, which Python-Markdown would take for the same one."""
    both = before.kind == block.kind == "item" and before.level == block.level
    return both and (before.number is None) != (block.number is None)


def styled(run: Run) -> Markup:
    """Give a run with its style and its link."""
    return in_style(run, Markup.escape(run.text))


def in_style(run: Run, text: Markup) -> Markup:
    """Put a text in the style and the link of a run."""
    linked = element("a", text, href=run.href, rel="noopener noreferrer nofollow ugc") if run.href else text
    return element(_STYLES[run.style], linked) if run.style in _STYLES else linked
