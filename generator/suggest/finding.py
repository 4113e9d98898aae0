"""Finding: the names of one article, from known names, patterns and runs of capitals, with what speaks for their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.annotate.sentences import sentences
from generator.suggest.acronyms import with_acronyms
from generator.suggest.cues import beside_votes, label_votes, own_votes
from generator.suggest.dissecting import Piece, dissect
from generator.suggest.lexicon import NOT_NAMES
from generator.suggest.lists import with_lists
from generator.suggest.model import SETTLES, Finding
from generator.suggest.patterns import patterns
from generator.suggest.runs import runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.suggest.known import Known, KnownNames
    from generator.suggest.model import Passage
    from generator.suggest.patterns import Pattern


def find(passages: Sequence[Passage], names: KnownNames, small: Collection[str]) -> list[Finding]:
    """Give the names in the passages of one article, in order; `small` are words that the corpus writes small."""
    named = {
        known.referent.key
        for passage in passages
        for known in names.find(passage.text, ())
        if known.referent.sort != "record"
    }
    found: list[Finding] = []
    for passage in passages:
        shouted = passage.text.isupper()
        found += _in_passage(passage, names.find(passage.text, named, shouted=shouted), names, small)
    return found


def _in_passage(
    passage: Passage, known: Sequence[Known], names: KnownNames, small: Collection[str]
) -> list[Finding]:
    by_pattern = [] if passage.headline else patterns(passage, known)
    by_pattern = [one for one in by_pattern if not _names_record(one, known)]
    free = [one for one in known if not _overlaps(one.start, one.end, by_pattern)]
    taken = {
        index
        for index, token in enumerate(passage.tokens)
        if _overlaps(token.start, token.end, by_pattern)
        or any(one.start <= token.start < one.end and " " in passage.text[one.start : one.end] and _crosses(one, passage) for one in free)
    }
    pieces = [piece for run in runs(passage, taken, small) for piece in dissect(passage, run, free, names, small)]
    covered = [(piece.start, piece.end) for piece in pieces]
    found = [_of_piece(passage, piece, names) for piece in pieces]
    found += [_of_pattern(passage, one) for one in by_pattern]
    found += [
        _of_known(passage, one, names)
        for one in free
        if not any(start <= one.start and one.end <= end for start, end in covered)
    ]
    ordered = sorted((one for one in found if one is not None), key=lambda finding: (finding.start, finding.end))
    return with_acronyms(passage, with_lists(passage, ordered))


def _names_record(pattern: Pattern, known: Sequence[Known]) -> bool:
    """Tell whether a known record bears the whole name that a pattern shows."""
    return any(
        one.referent.sort == "record" and one.start <= pattern.start and one.end >= pattern.end for one in known
    )


def _crosses(known: Known, passage: Passage) -> bool:
    """Tell whether a known name holds small words, possessives or commas, so that no run holds it."""
    inside = [token for token in passage.tokens if known.start <= token.start < known.end]
    if any(token.text.lower() in NOT_NAMES for token in inside):
        return True
    return any(token.text[0].islower() for token in inside) or any(
        token.possessive or passage.text[token.end : token.end + 1] == "," for token in inside[:-1]
    )


def _overlaps(start: int, end: int, found: Sequence[Pattern]) -> bool:
    return any(start < one.end and end > one.start for one in found)


def _of_piece(passage: Passage, piece: Piece, names: KnownNames) -> Finding | None:
    if piece.known is not None:
        return _of_known(passage, piece.known, names)
    tokens = passage.tokens[piece.first : piece.last]
    votes = (*piece.votes, *own_votes([token.text for token in tokens]), *label_votes(tokens))
    beside = () if passage.headline else beside_votes(passage, piece.first, piece.last)
    return Finding(
        text=passage.text[piece.start : piece.end],
        article=passage.article,
        start=passage.offset + piece.start,
        end=passage.offset + piece.end,
        sentence=sentence_at(passage.text, piece.start),
        votes=(*votes, *beside),
        country=piece.country,
        weak=passage.headline or piece.weak or (len(tokens) == 1 and tokens[0].opens and tokens[0].text[1:].islower()),
    )


def _of_pattern(passage: Passage, one: Pattern) -> Finding:
    return Finding(
        text=one.text,
        article=passage.article,
        start=passage.offset + one.start,
        end=passage.offset + one.end,
        sentence=sentence_at(passage.text, one.start),
        votes=((one.kind, one.weight),),
        country=one.country,
    )


def _of_known(passage: Passage, one: Known, names: KnownNames) -> Finding | None:
    if one.referent.sort in {"country", "people"}:
        return None
    is_record = one.referent.sort == "record"
    seed = names.seeds[one.referent.key] if is_record else None
    return Finding(
        text=passage.text[one.start : one.end],
        article=passage.article,
        start=passage.offset + one.start,
        end=passage.offset + one.end,
        sentence=sentence_at(passage.text, one.start),
        votes=((seed.record.kind if seed else "place", SETTLES),),
        known=one.referent.key if is_record else None,
        country=None if is_record else one.referent.key,
    )


def sentence_at(text: str, start: int) -> str:
    """Give the sentence of a passage in which a place lies."""
    return next((text[span.start : span.end] for span in sentences(text) if span.start <= start < span.end), text)


def small_words(passages: Sequence[Passage]) -> frozenset[str]:
    """Give the words that a corpus writes with small letters."""
    return frozenset(_small(passages))


def _small(passages: Sequence[Passage]) -> Iterator[str]:
    return (token.text for passage in passages for token in passage.tokens if token.text.islower())
