"""Private records in what is told of the content: a problem names its place, and nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.redacting.entries import Redaction
from generator.redacting.forms import is_findable
from generator.redacting.matching import Term
from generator.redacting.replacing import Replacer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model import Record
    from generator.problems import Problem

UNNAMED = "[private]"


def without_private(problems: Sequence[Problem], records: Iterable[Record]) -> Iterator[Problem]:
    """Yield problems without the ids and names of those of the records that are private."""
    private = [record for record in records if record.private] if problems else []
    names = {name for one in private for name in (one.id, one.label, *one.aliases, *one.redirect_from)}
    if not names:
        yield from problems
        return
    replacer = Replacer([Redaction(replace=UNNAMED)], [Term(0, name) for name in sorted(names) if is_findable(name)])
    for problem in problems:
        hint = replacer.text(problem.hint)
        # A word that is most like a private name is that name with a slip of the pen.
        is_named = problem.value in names or hint != problem.hint
        value = UNNAMED if is_named else problem.value and replacer.text(problem.value)
        yield msgspec.structs.replace(problem, value=value, hint=hint)
