"""Sources of figures: to whom a text gives a number, as its words or as what somebody reports, counts or estimates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.agents import Attribution
from generator.annotate.speakers import Clause, Speaker
from generator.annotate.speech import PRONOUNS, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.accounts import Account
    from generator.annotation import Figure, Quotation
    from generator.model import RecordId

_COUNTING = frozenset(
    "estimate estimates estimated count counts counted document documents documented record records "
    "recorded calculate calculates calculated list lists listed identify identifies identified register registers "
    "registered".split(),
)
"""Verbs by which somebody gives a number without saying it."""
_ONLY_WITH_AT = frozenset({"put", "puts"})
"""Those that do so only with the word "at" after them."""
_NEAR = 2
_ADDRESSING = frozenset("told thanked asked urged called accused blamed".split())
"""Verbs whose object may be counted: "told 500 delegates" gives no number."""


class _Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence with figures: its words, and who it says at its end that all of it is from.

    `counting` are its verbs of counting, and `begins` the words after which each counts something.
    """

    clause: Clause
    trailing: Attribution | None
    begins: list[int]
    counting: list[int]


def with_sources(figures: Sequence[Figure], quotations: Sequence[Quotation], account: Account) -> tuple[Figure, ...]:
    """Give the figures of a body, each with whom it is given to, if anybody; linear in the length of the body."""
    starts = [quotation.start for quotation in quotations]
    sentence: _Sentence | None = None
    found = []
    for figure in figures:
        before = bisect_right(starts, figure.start) - 1
        if before >= 0 and figure.start < quotations[before].end:
            quotation = quotations[before]
            found.append(_given(figure, quotation.speaker, quotation.speaker_text))
            continue
        account.reached = account.sentence_at(figure.start)
        if sentence is None or sentence.clause.sentence != account.reached:
            sentence = _read(account)
        speaker = _speaker(figure, sentence, account)
        named = speaker is not None and (speaker.record or speaker.text.lower() not in PRONOUNS)
        found.append(_given(figure, speaker.record, speaker.text) if speaker and named else figure)
    return tuple(found)


def _given(figure: Figure, speaker: RecordId | None, text: str) -> Figure:
    return msgspec.structs.replace(figure, speaker=speaker, speaker_text=text)


def _read(account: Account) -> _Sentence:
    """Read the sentence that an account has reached."""
    clause = account.clause(account.reached)
    begins, counting = [], []
    latest = waiting = clause.low
    for index in range(clause.low + 1, clause.high):
        word = account.subjects.tokens.lower[index]
        if word in _ONLY_WITH_AT:
            waiting = index
        elif word in _COUNTING or (word == "at" and waiting > latest):
            latest = waiting if word == "at" else index
            begins.append(index)
            counting.append(latest)
    return _Sentence(clause, account.attributions.trailing(clause), begins, counting)


def _speaker(figure: Figure, sentence: _Sentence, account: Account) -> Speaker | None:
    """Give who counts or reports in the sentence of a figure, if that is said before it or at the sentence's end."""
    clause, trailing = sentence.clause, sentence.trailing
    at = account.subjects.tokens.between(figure.start, figure.end)[0]
    if trailing and account.body[figure.start : figure.end] in trailing.speaker.text:  # "..., three diplomats said"
        return None
    found = _counting(at, sentence, account)
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


def _counting(at: int, sentence: _Sentence, account: Account) -> Attribution | None:
    """Give the subject of the nearest verb of counting before a figure."""
    subjects, clause = account.subjects, sentence.clause
    before = bisect_left(sentence.begins, at)
    if not before:
        return None
    index = sentence.counting[before - 1]
    verb = Verb(index, index + 1, subjects.at(index), "finite")
    if subjects.before(verb, clause.low) is None or subjects.is_passive(verb, clause.low):
        return None
    return account.attributions.of_verb(verb, clause)


def _reporting(at: int, clause: Clause, account: Account) -> Attribution | None:
    """Give the subject of the first verb of speech of a sentence, if a figure stands in what it introduces."""
    verbs = account.subjects.verbs_between(clause.low, at)
    if not verbs or (verbs[0].text in _ADDRESSING and at - verbs[0].last <= _NEAR):
        return None
    if account.subjects.is_passive(verbs[0], clause.low):
        return None
    return account.attributions.first(clause)
