"""Answers: what an editor may reply to a case, and the steps that each reply means.

A reply is a letter or a number and, after it, what it is about: "m xi-jinping", "n Xinhua", "r a slogan".
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, get_args

from generator.editing import deciding
from generator.editing.cases import nearest_records, search_records
from generator.editing.waiting import name_key
from generator.ledger import Decision
from generator.markup import terminal
from generator.model import Kind, RecordId

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from generator.editing.cases import Near
    from generator.editing.deciding import Desk
    from generator.editing.session import Step
    from generator.editing.waiting import Waiting

    class Console(Protocol):
        """Where an editor reads and writes lines."""

        def ask(self, prompt: str) -> str | None:
            """Give a line that somebody wrote, None at the end of all."""

        def tell(self, line: str) -> None:
            """Show a line."""


COMMON = {"s": "skip", "u": "undo: take the last decision back", "q": "quit", "?": "help"}
KINDS = tuple(kind for kind in get_args(Kind) if kind not in {"country", "topic"})


class Signed(NamedTuple):
    """Who decides, and on which day."""

    by: str | None = None
    on: str | None = None


class Reply(NamedTuple):
    """The steps that a reply means; with `stays` the same case is asked about again.

    `files` are articles' files that they change.
    """

    steps: tuple[Step, ...]
    stays: bool = False
    files: tuple[str, ...] = ()


class Asked(NamedTuple):
    """A case that is asked about: what a reply needs to become steps."""

    case: Waiting
    desk: Desk
    console: Console
    signed: Signed


def near(asked: Asked) -> list[Near]:
    """Give the records that a case offers by number."""
    if asked.case.waits == "proposed record":
        return nearest_records(asked.desk.settled[RecordId(asked.case.subject)], asked.desk.settled)
    return []


def keys(case: Waiting) -> dict[str, str]:
    """Give the letters of replies to a case with what they do."""
    return {letter: told for letter, (told, _) in REPLIES[case.waits].items()} | COMMON


def reply(asked: Asked, letter: str, rest: str) -> Reply | None:
    """Give what a reply means, None where it means nothing here or was given up."""
    replies = REPLIES[asked.case.waits]
    if letter.isdigit() and letter.isascii() and "N" in replies:
        return replies["N"][1](asked, letter)
    return replies[letter][1](asked, rest) if letter in replies and letter != "N" else None


def _decision(asked: Asked, sort: str, why: str = "", **members: object) -> Step:
    entry = Decision(sort, by=asked.signed.by, on=asked.signed.on, why=why or None, **members)  # type: ignore[arg-type]
    return lambda desk: deciding.enter(desk, entry)


def _accept(asked: Asked, _: str) -> Reply:
    return Reply((partial(deciding.accept, ids=[asked.case.subject], by=asked.signed.by, on=asked.signed.on),))


def _reject(asked: Asked, why: str) -> Reply:
    signed = asked.signed
    return Reply((partial(deciding.reject, ids=[asked.case.subject], by=signed.by, on=signed.on, why=why or None),))


def _merge(asked: Asked, into: str) -> Reply | None:
    target = _record(asked, into)
    return Reply((_decision(asked, "merge", record=asked.case.subject, into=target),)) if target else None


def _rename(asked: Asked, label: str) -> Reply | None:
    label = label or (asked.console.ask("label: ") or "").strip()
    return Reply((_decision(asked, "rename", record=asked.case.subject, label=label),), stays=True) if label else None


def _retype(asked: Asked, kind: str) -> Reply | None:
    kind = kind or (asked.console.ask(f"kind ({', '.join(KINDS)}): ") or "").strip()
    fitting = [one for one in KINDS if kind and one.startswith(kind)]
    if len(fitting) != 1:
        asked.console.tell(f"one of {', '.join(KINDS)}")
        return None
    return Reply((_decision(asked, "retype", record=asked.case.subject, kind=fitting[0]),), stays=True)


def _chosen(asked: Asked, number: str) -> Reply | None:
    """Merge a proposed record into the numbered one."""
    offered = near(asked)
    return _merge(asked, number) if 0 < int(number) <= len(offered) else None


def _bearer(asked: Asked, number: str) -> Reply | None:
    """Let one record alone bear a name: the others do not."""
    bearers = asked.case.among
    if not 0 < int(number) <= len(bearers):
        return None
    others = [key for place, key in enumerate(bearers, 1) if place != int(number) and key in asked.desk.settled]
    names = {key: _spelled(asked, key) for key in others}
    return Reply(tuple(_decision(asked, "not-a-name", record=key, names=names[key]) for key in others if names[key]))


def _named_here(asked: Asked, number: str) -> Reply | None:
    """Let the articles themselves say whom a part of a name means."""
    if not 0 < int(number) <= len(asked.case.among):
        return None
    articles, record = asked.case.within, asked.case.among[int(number) - 1]
    files = tuple(article.path for key, article in asked.desk.articles.items() if key in articles)
    return Reply((partial(deciding.assert_record, articles=articles, record=record),), files=files)


def _nobody(asked: Asked, why: str) -> Reply:
    spelled = {name for key in asked.case.among for name in _spelled(asked, key)}
    return Reply((_decision(asked, "not-a-name", why, names=tuple(sorted(spelled or {asked.case.label}))),))


def _spelled(asked: Asked, key: str) -> tuple[str, ...]:
    """Give the names of a record that are spelt like the case's."""
    record = asked.desk.settled.get(RecordId(key))
    names = (record.label, *record.aliases) if record else ()
    return tuple(name for name in names if name_key(name) == name_key(asked.case.label))


def _one(asked: Asked, which: str) -> Reply | None:
    """Merge the records that a name could mean: "m 2 1" the second into the first, "m 1" all others into the first."""
    there = [key for key in asked.case.among if key in asked.desk.settled]
    numbers = [int(part) for part in which.split() if part.isdigit() and 0 < int(part) <= len(asked.case.among)]
    chosen = [asked.case.among[number - 1] for number in numbers]
    if not chosen or not set(chosen) <= set(there):
        asked.console.tell("m and the number of the record that stays, or m and two numbers: the one that goes first")
        return None
    into = chosen[-1]
    gone = chosen[:-1] or [key for key in there if key != into]
    return Reply(tuple(_decision(asked, "merge", record=key, into=into) for key in gone if key != into))


def _story(asked: Asked, why: str, *, sort: str) -> Reply:
    return Reply((_decision(asked, sort, why, articles=(asked.case.subject, *asked.case.among)),))


def _record(asked: Asked, typed: str) -> str | None:
    """Let an editor name a record: by id, by the number under which it is offered, or by words to search for."""
    offered: Sequence[Near] = near(asked)
    while True:
        if typed.isdigit() and typed.isascii() and 0 < int(typed) <= len(offered):
            return offered[int(typed) - 1].record.id
        if typed in asked.desk.settled:
            return typed
        if typed:
            offered = search_records(typed, asked.desk.settled)
            asked.console.tell("" if offered else "no record is called so")
            for line in offer_lines(offered):
                asked.console.tell(line)
        typed = (asked.console.ask("into (number, id or words to search; nothing: back): ") or "").strip()
        if not typed:
            return None


def offer_lines(offered: Sequence[Near]) -> list[str]:
    """Give lines that offer records by number."""
    return [
        terminal(
            f"  {number} {one.record.label} ({one.record.kind}, {one.record.id})"
            + (f": {one.record.description}" if one.record.description else "")
        )
        for number, one in enumerate(offered, 1)
    ]


REPLIES: dict[str, dict[str, tuple[str, Callable[[Asked, str], Reply | None]]]] = {
    "proposed record": {
        "a": ("accept", _accept),
        "r": ("reject, with a reason or without: it is no name", _reject),
        "m": ("merge: into the record of a number or an id, or of words to search", _merge),
        "N": ("merge into it", _chosen),
        "n": ("rename: give it another label", _rename),
        "k": ("retype: give it another kind", _retype),
    },
    "ambiguous alias": {
        "N": ("it names this one only", _bearer),
        "m": ("merge: they are one, that of the number stays", _one),
        "x": ("it names nothing, with a reason or without", _nobody),
    },
    "unresolved name": {
        "N": ("in these articles it is this one", _named_here),
        "m": ("merge: they are one, that of the number stays", _one),
    },
    "story to confirm": {
        "y": ("one story, with a reason or without", partial(_story, sort="same-story")),
        "n": ("not one story, with a reason or without", partial(_story, sort="not-same-story")),
    },
}
"""For each sort of case the letters, what they do, and what they mean; N is any number."""
