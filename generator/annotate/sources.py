"""Sources of figures: to whom a text gives a number, as its words or as what somebody reports, counts or estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.speech import PRONOUNS, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.accounts import Account
    from generator.annotate.agents import Attribution
    from generator.annotate.speakers import Clause, Speaker
    from generator.annotation import Figure, Quotation

_COUNTING = frozenset(
    "put puts estimate estimates estimated count counts counted document documents documented record records "
    "recorded calculate calculates calculated list lists listed identify identifies identified register registers "
    "registered".split(),
)
"""Verbs by which somebody gives a number without saying it."""
_ONLY_WITH_AT = frozenset({"put", "puts"})
_NEAR = 2
_ADDRESSING = frozenset("told thanked asked urged called accused blamed".split())
"""Verbs whose object may be counted: "told 500 delegates" gives no number."""


def with_sources(figures: Sequence[Figure], quotations: Sequence[Quotation], account: Account) -> tuple[Figure, ...]:
    """Give the figures of a body, each with whom it is given to, if anybody."""
    return tuple(_with_source(figure, quotations, account) for figure in figures)


def _with_source(figure: Figure, quotations: Sequence[Quotation], account: Account) -> Figure:
    for quotation in quotations:
        if quotation.start <= figure.start < quotation.end:
            return msgspec.structs.replace(figure, speaker=quotation.speaker, speaker_text=quotation.speaker_text)
    account.reached = account.sentence_at(figure.start)
    found = _speaker(figure, account)
    if found is None or (found.record is None and found.text.lower() in PRONOUNS):
        return figure
    return msgspec.structs.replace(figure, speaker=found.record, speaker_text=found.text)


def _speaker(figure: Figure, account: Account) -> Speaker | None:
    """Give who counts or reports in the sentence of a figure, if that is said before it or at the sentence's end."""
    clause = account.clause(account.reached)
    at = account.subjects.tokens.between(figure.start, figure.end)[0]
    trailing = account.attributions.trailing(clause)
    if trailing and account.body[figure.start : figure.end] in trailing.speaker.text:  # "..., three diplomats said"
        return None
    found = _counting(at, clause, account)
    if found is None and account.reached in account.quoted:
        found = account.said.get(account.reached)
    elif found is None:
        found = trailing or _reporting(at, clause, account)
    if found is None or (found.speaker.text.lower() in PRONOUNS and _is_named(found.speaker, clause, account)):
        return None
    return found.speaker


def _is_named(speaker: Speaker, clause: Clause, account: Account) -> bool:
    """Tell whether a sentence names whom its pronoun was taken for, and who so must be somebody else."""
    return speaker.record in account.named(clause.sentence)


def _counting(at: int, clause: Clause, account: Account) -> Attribution | None:
    """Give the subject of the nearest verb of counting before a figure."""
    subjects = account.subjects
    for index in range(at - 1, clause.low, -1):
        word = subjects.at(index)
        if word not in _COUNTING or (word in _ONLY_WITH_AT and "at" not in subjects.tokens.lower[index:at]):
            continue
        verb = Verb(index, index + 1, word, "finite")
        if subjects.before(verb, clause.low) is None or subjects.is_passive(verb, clause.low):
            return None
        return account.attributions.of_verb(verb, clause)
    return None


def _reporting(at: int, clause: Clause, account: Account) -> Attribution | None:
    """Give the subject of the first verb of speech of a sentence, if a figure stands in what it introduces."""
    verbs = account.subjects.verbs_between(clause.low, at)
    if not verbs or (verbs[0].text in _ADDRESSING and at - verbs[0].last <= _NEAR):
        return None
    if account.subjects.is_passive(verbs[0], clause.low):
        return None
    return account.attributions.first(clause)
