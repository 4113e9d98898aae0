"""A session of deciding: each decision is written as it is made, and the last one can be taken back."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from generator.editing.deciding import decided
from generator.editing.files import desk, text_of, write
from generator.markup import terminal
from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.editing.deciding import Decided, Desk
    from generator.reading.content import Content

    Step = Callable[[Desk], Decided]


class Session:
    """The desk as it stands, and how it stood before each decision of this session."""

    def __init__(self, content: Path, there: Content | None = None) -> None:
        self.content = content
        self.desk = desk(content, there)
        self._former: list[Desk] = []
        self._first = dict(self.desk.texts)

    @property
    def decisions(self) -> int:
        """How many decisions stand."""
        return len(self._former)

    def take(self, *steps: Step, files: Iterable[str] = ()) -> tuple[str, ...]:
        """Take steps as one decision, and give the files that it changed; `files` are others than always that it may.

        Raises ContentError, and changes nothing, where one of them fits nothing; BuildError where a file was changed
        by somebody else meanwhile.
        """
        unread = {name: text_of(self.content, name) for name in files if name not in self.desk.texts}
        self.desk = self.desk._replace(texts={**self.desk.texts, **unread})
        self._first |= unread
        after = self.desk
        for step in steps:
            after = decided(after, step(after))
        return self._turn_to(after, former=[*self._former, self.desk])

    def undo(self) -> tuple[str, ...]:
        """Take the last decision back, and give the files that it had changed; nothing where there is none."""
        if not self._former:
            return ()
        former = self._former[-1]
        texts = {name: former.texts.get(name, self._first[name]) for name in self.desk.texts}
        return self._turn_to(former._replace(texts=texts), former=self._former[:-1])

    def changed(self) -> tuple[str, ...]:
        """Give the files that are other than they were at first."""
        before = self._first
        return tuple(name for name, text in sorted(self.desk.texts.items()) if text != before.get(name, text))

    def difference(self) -> Iterator[str]:
        """Yield the lines of the difference that this session made, as a terminal may show them."""
        for name in self.changed():
            before, after = self._first[name], self.desk.texts[name]
            for line in unified_diff(before.splitlines(), after.splitlines(), name, name, n=1, lineterm=""):
                yield terminal(line)

    def _turn_to(self, after: Desk, former: list[Desk]) -> tuple[str, ...]:
        """Make a desk the present one and write what differs from that which was."""
        now = {name: text for name, text in after.texts.items() if text != self.desk.texts.get(name)}
        for name in now:
            if text_of(self.content, name) != self.desk.texts.get(name, ""):
                raise BuildError(f"{self.content / name}: changed by somebody else meanwhile (begin again)")
        written = write(self.content, {name: self.desk.texts.get(name, "") for name in now}, now)
        self.desk, self._former = after, former
        return written
