"""The walk through what waits: each case is shown, a line is asked for, and what it means is done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.editing.answers import Asked, Signed, keys, near, offer_lines, reply
from generator.editing.cases import DECIDED_HERE, notes, sentences, stands, story_lines
from generator.markup import terminal
from generator.model import RecordId
from generator.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.corpus import Corpus
    from generator.editing.answers import Console, Reply
    from generator.editing.session import Session
    from generator.editing.waiting import Waiting

MOST_LINES_OF_DIFFERENCE = 200


def walk(session: Session, corpus: Corpus, waiting: Sequence[Waiting], console: Console, signed: Signed) -> None:
    """Lead an editor through what waits for a decision, until the end, the last line, or until they quit."""
    cases = [one for one in waiting if one.waits in DECIDED_HERE]
    where: list[int] = []
    place, shown = 0, -1
    while place < len(cases):
        case = cases[place]
        if not stands(case, session.desk):
            place += 1
            continue
        asked = Asked(case, session.desk, console, signed)
        if shown != place:
            console.tell("")
            _show(console, [f"{place + 1} of {len(cases)}: {case.waits}", *_lines(asked, corpus), _keys(asked)])
            shown = place
        line = console.ask("> ")
        letter, _, rest = (line or "").strip().partition(" ")
        if line is None or letter == "q":
            break
        if letter == "s":
            place += 1
        elif letter == "u":
            place, shown = _undo(session, where, place, console), -1
        elif done := _take(asked, session, letter, rest.strip()):
            where.append(place)
            shown = -1
            place += not done.stays


def told(session: Session) -> Iterator[str]:
    """Yield what a session came to: the files that changed, and how."""
    changed = session.changed()
    if not changed:
        yield "Nothing was changed."
        return
    lines = list(session.difference())
    yield from lines[:MOST_LINES_OF_DIFFERENCE]
    if len(lines) > MOST_LINES_OF_DIFFERENCE:
        yield f"and {len(lines) - MOST_LINES_OF_DIFFERENCE} more lines"
    number = session.decisions
    yield f"\n{number} decision{'' if number == 1 else 's'}; {', '.join(changed)} changed"
    yield "Look at it with `git diff`, then `cuttings check`, then commit."


def _take(asked: Asked, session: Session, letter: str, rest: str) -> Reply | None:
    """Do what a reply means and give it, if it was done."""
    console = asked.console
    if letter == "?" or not letter:
        _show(console, [f"  {key}  {told}" for key, told in keys(asked.case).items()])
        return None
    try:
        meant = reply(asked, letter, rest)
        if meant is None or not meant.steps:
            console.tell("nothing was decided (? tells the keys)")
            return None
        written = session.take(*meant.steps, files=meant.files)
    except ContentError as error:
        _show(console, [str(problem) for problem in error.problems])
        return None
    console.tell(f"{', '.join(written) or 'nothing'} changed")
    return meant


def _undo(session: Session, where: list[int], place: int, console: Console) -> int:
    """Take the last decision back, and give the place of its case."""
    if not where:
        console.tell("there is no decision to take back")
        return place
    written = session.undo()
    console.tell(f"taken back: {', '.join(written)} as before")
    return where.pop()


def _show(console: Console, lines: Sequence[str]) -> None:
    for line in lines:
        console.tell(terminal(line))


def _keys(asked: Asked) -> str:
    """Give the keys in one line; the numbers only where something is offered by number."""
    numbers = asked.case.among if asked.case.waits != "proposed record" else near(asked)
    told = {f"1-{len(numbers)}" if key == "N" else key: what for key, what in keys(asked.case).items()}
    told.pop("1-0", None)
    return "  ".join(f"{key}={re.split('[,:]', what)[0]}" for key, what in told.items())


def _lines(asked: Asked, corpus: Corpus) -> Iterator[str]:
    """Yield what an editor must see of a case."""
    case, desk = asked.case, asked.desk
    if case.waits == "story to confirm":
        yield from story_lines(case, corpus)
        return
    if case.waits == "proposed record":
        yield _described(asked, case.subject)
        yield from notes(case, desk)
    else:
        yield f"“{case.label}” could name, in {case.articles} articles:"
        yield from (f"  {number} {_described(asked, key)}" for number, key in enumerate(case.among, 1))
    yield from (f"  {article}: {sentence}" for article, sentence in sentences(case, corpus))
    if offered := near(asked):
        yield "Perhaps one of these:"
        yield from offer_lines(offered)


def _described(asked: Asked, key: str) -> str:
    record = asked.desk.settled.get(RecordId(key))
    if record is None:
        return f"{key} (merged or gone)"
    country = f", {record.country}" if record.country else ""
    aliases = f"; also {', '.join(record.aliases)}" if record.aliases else ""
    about = f": {record.description}" if record.description else ""
    return f"{record.label} ({record.kind}{country}, {record.id}){aliases}{about}"
