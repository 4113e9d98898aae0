"""Frames: what an engine and its theme put around a page, learned from pages of marks that the engine has rendered.

Pages that differ only in what marks stand for share a frame: its *class*. So an engine renders some dozens of pages,
however many the site has, and all others are filled into their frames. Nothing here knows which engine it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.addresses import PagePath, address
from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.rendering.markdown import Heading, RenderedPage

_FILLED = ("title", "description", "head")
"""Front matter that differs from page to page; pages of a class have the rest in common."""
_MARK = "cuttingsmark"
_HEADING, _END = f"{_MARK}heading", f"{_MARK}end"
_ITEMS = (f"{_MARK}one", f"{_MARK}two")
_NAME = f"{_MARK}name"
_CONTENT = re.compile(rf'<h1 id="{_HEADING}".*?<p>{_END}</p>\s*', re.DOTALL)
_CONTENTS_LISTED = 2
"""The level of the headings that a page's list of contents shows."""
_SLOT_OF_MARK = {
    f"{_MARK}content": "content",
    f"{_MARK}list": "contents",
    _HEADING: "first",
    f"{_MARK}address": "address",
    **{f"{_MARK}{key}": key for key in _FILLED},
}
_SLOT_OF_MARK_IN_ITEM = {f"#{_ITEMS[0]}": "link", _ITEMS[0]: "text"}


class FrameError(BuildError):
    """Raised where an engine's page does not hold the marks that were put into it."""


class FrameClass(msgspec.Struct, frozen=True, order=True):
    """What pages of one frame have in common.

    `place` is the page itself where it stands in the navigation or beside it, else a folder and how deep below it;
    `front` is the front matter that is not filled in, `filled` the keys of that which is; `contents` tells of a list
    of contents.
    """

    place: str
    front: tuple[tuple[str, str], ...]
    filled: tuple[str, ...]
    contents: bool


class Slots(msgspec.Struct, frozen=True):
    """Literal text with a named slot after each piece but the last."""

    literals: tuple[str, ...]
    names: tuple[str, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """Give the text with a value in each slot."""
        pieces = [self.literals[0]]
        for name, literal in zip(self.names, self.literals[1:], strict=True):
            pieces += (values[name], literal)
        return "".join(pieces)


class Frame(msgspec.Struct, frozen=True):
    """A page of a class, an item of its list of contents, and what stands between two items."""

    page: Slots
    item: Slots
    between: str


def frame_class(path: PagePath, page: RenderedPage, in_navigation: frozenset[str]) -> FrameClass:
    """Give the class of a page."""
    parts = path.split("/")
    place = path if path in in_navigation or len(parts) == 1 else f"{parts[0]}/{len(parts)}"
    front = tuple((key, value) for key, value in page.front.items() if key not in _FILLED)
    filled = tuple(key for key in _FILLED if key in page.front)
    return FrameClass(place, front, filled, bool(_contents(page.headings)))


def sample_path(kind: FrameClass, number: int) -> PagePath:
    """Give the path of the page of marks for a class, of which `number` makes it the only one."""
    folder, _, depth = kind.place.rpartition("/")
    if not depth.isdigit():
        return PagePath(kind.place)
    return PagePath("/".join([folder, *[f"{_NAME}{number}"] * (int(depth) - 1)]) + ".md")


def sample_source(kind: FrameClass) -> bytes:
    """Give the Markdown file of the page of marks for a class."""
    values = {"title": f'"{_MARK}title"', "description": f'"{_MARK}description"', "head": f'["{_MARK}head"]'}
    front = [f"{key}: {values[key]}" for key in kind.filled] + [f"{key}: {value}" for key, value in kind.front]
    headings = [f"# {_HEADING}", *(f"## {item}" for item in _ITEMS if kind.contents)]
    return "\n".join(["---", *front, "---", "", *(f"{heading}\n" for heading in headings), f"{_END}\n"]).encode()


def learned(html: str, path: PagePath) -> Frame:
    """Learn a frame from what the engine made of a page of marks; raises FrameError where a mark is missing."""
    text, replaced = _CONTENT.subn(f"{_MARK}content", html, count=1)
    if not replaced:
        raise FrameError(f"{path}: the engine's page does not hold the content it was given (see overrides/main.html)")
    if address(path):
        text = text.replace(f'{address(path)}"', f'{_MARK}address"')
    text, item, between = _list_of_contents(text)
    return Frame(_slots(text, _SLOT_OF_MARK), _slots(item, _SLOT_OF_MARK_IN_ITEM), between)


def filled(frame: Frame, page: RenderedPage, path: PagePath) -> str:
    """Give the whole HTML of a page."""
    items = (frame.item.filled({"link": f"#{one.id}", "text": one.text}) for one in _contents(page.headings))
    values = {
        "content": page.content,
        "contents": frame.between.join(items),
        "first": page.headings[0].id if page.headings else "",
        "address": address(path),
    }
    return frame.page.filled(values | _front(page.front))


def _front(front: Mapping[str, str]) -> dict[str, str]:
    head: list[str] = msgspec.json.decode(front["head"]) if "head" in front else []
    title, description = (msgspec.json.decode(front.get(key, '""')) for key in ("title", "description"))
    return {"title": title, "description": description, "head": "\n".join(head)}


def _contents(headings: tuple[Heading, ...]) -> list[Heading]:
    return [heading for heading in headings if heading.level == _CONTENTS_LISTED]


def _slots(text: str, slot_of_mark: Mapping[str, str]) -> Slots:
    marks = "|".join(map(re.escape, sorted(slot_of_mark, key=len, reverse=True)))
    pieces = re.split(f"({marks})", text)
    return Slots(tuple(pieces[::2]), tuple(slot_of_mark[mark] for mark in pieces[1::2]))


def _list_of_contents(text: str) -> tuple[str, str, str]:
    """Give the text with the list of contents replaced by its mark, its first item, and what stands between two.

    Two items show what repeats: from the first mark of one to its last is an item, from there to the next is between.
    """
    one, two = ([*re.finditer(f"#?{mark}", text)] for mark in _ITEMS)
    if not one or not two:
        return text, "", ""
    first, last = one[0].start(), one[-1].end()
    return f"{text[:first]}{_MARK}list{text[two[-1].end() :]}", text[first:last], text[last : two[0].start()]
