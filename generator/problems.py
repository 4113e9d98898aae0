"""What is wrong with the content, told to the person who must mend it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

import msgspec

from generator.markup import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable


class Problem(msgspec.Struct, frozen=True, order=True):
    """One fault in one file; `str()` gives the line that every command prints."""

    path: str
    line: int
    message: str
    value: str | None = None
    hint: str = ""

    def __str__(self) -> str:
        shown = "" if self.value is None else f": {_shown(self.value)}"
        hint = f" ({self.hint})" if self.hint else ""
        return terminal(f"{self.path}:{self.line}: {self.message}{shown}{hint}")


class BuildError(Exception):
    """Raised where a step cannot be done for a reason outside the content; the message says what to do."""


class ContentError(Exception):
    """Raised where content is so wrong that the step cannot go on; carries the problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Give a hint that names the known word most like the wrong one, or nothing."""
    close = get_close_matches(wrong, sorted(known), n=1)
    return f"did you mean '{close[0]}'?" if close else ""


def _shown(value: str, longest: int = 80) -> str:
    cut = value if len(value) <= longest else value[: longest - 1] + "…"
    return f"'{terminal(cut)}'"
