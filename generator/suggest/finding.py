"""Finding: an article's names, from known names, patterns and runs of capitals, and what speaks for their kinds."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.sentences import sentences
from generator.suggest.acronyms import with_acronyms
from generator.suggest.cues import beside_votes, label_votes
from generator.suggest.dissecting import dissect
from generator.suggest.heads import own_votes
from generator.suggest.lexicon import NOT_NAMES
from generator.suggest.lists import with_lists
from generator.suggest.model import SETTLES, Finding, Votes
from generator.suggest.patterns import patterns
from generator.suggest.runs import adjacent, runs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.annotation import Span
    from generator.model import Kind
    from generator.suggest.known import Known, KnownNames
    from generator.suggest.model import Passage, Token
    from generator.suggest.patterns import Pattern
    from generator.suggest.stretch import Piece


_BRANCH = 2.0
"""What speaks for a body whose name begins with that of a known one ("Greenpeace Brasil")."""


def find(passages: Sequence[Passage], names: KnownNames, small: Collection[str]) -> list[Finding]:
    """Give the names in the passages of one article, in order; `small` are words that the corpus writes small."""
    countries = {names.country(known) for passage in passages for known in names.find(passage.text, ())}
    found: list[Finding] = []
    for passage in passages:
        known = names.find(passage.text, countries, shouted=passage.text.isupper())
        found += _in_passage(_Reader(passage, names, sentences(passage.text)), known, small)
    return _with_own_acronyms(found)


def _with_own_acronyms(found: Sequence[Finding]) -> list[Finding]:
    """Give findings in which an acronym that the article explains is not taken for a known record of that name."""
    explained = {finding.acronym: finding for finding in found if finding.acronym}
    return [
        msgspec.structs.replace(finding, known=None, votes=explained[finding.text].votes)
        if finding.known and finding.text in explained and finding.known != explained[finding.text].known
        else finding
        for finding in found
    ]


def small_words(passages: Sequence[Passage]) -> frozenset[str]:
    """Give the words that a corpus writes with small letters."""
    return frozenset(token.text for passage in passages for token in passage.tokens if token.text.islower())


class _Reader(NamedTuple):
    """A passage that is read, with the known names and its sentences."""

    passage: Passage
    names: KnownNames
    sentences: Sequence[Span]

    def of_piece(self, piece: Piece, within: Sequence[Known] = ()) -> Finding | None:
        """Give the finding for a name in a run; `within` are the known names in its place."""
        if piece.known is not None:
            return self.of_known(piece.known)
        passage = self.passage
        tokens = passage.tokens[piece.first : piece.last]
        branch: list[tuple[Kind, float]] = [
            ("organisation", _BRANCH)
            for one in within
            if (one.start, self.kind(one)) == (piece.start, "organisation") and one.end < piece.end
        ]
        votes: Votes = (*piece.votes, *own_votes([token.text for token in tokens]), *label_votes(tokens), *branch)
        beside = () if passage.headline else beside_votes(passage, piece.first, piece.last)
        seen = tokens[0].tag == "PROPN" and bool(tokens[0].label or beside)
        at_opening = len(tokens) == 1 and tokens[0].opens and tokens[0].text[1:].islower() and not seen
        weak = passage.headline or piece.weak or at_opening
        text = passage.text[piece.start : piece.end]
        return self._finding(text, piece.start, piece.end, (*votes, *beside), country=piece.country, weak=weak)

    def kind(self, one: Known) -> str:
        """Give the kind of what a known name names; a city's is place, a country's and a people's their own."""
        if one.referent.sort == "record":
            return self.names.seeds[one.referent.key].record.kind
        return "place" if one.referent.sort == "city" else one.referent.sort

    def of_pattern(self, one: Pattern) -> Finding:
        """Give the finding for what a pattern shows."""
        return self._finding(one.text, one.start, one.end, ((one.kind, one.weight),), country=one.country)

    def of_known(self, one: Known) -> Finding | None:
        """Give the finding for a known name, but none for a country or its people."""
        text = self.passage.text[one.start : one.end]
        if one.referent.sort == "city":
            return self._finding(text, one.start, one.end, (("place", SETTLES),), country=one.referent.key)
        if one.referent.sort != "record":
            return None
        kind = self.names.seeds[one.referent.key].record.kind
        return self._finding(text, one.start, one.end, ((kind, SETTLES),), known=one.referent.key)

    def _finding(
        self,
        text: str,
        start: int,
        end: int,
        votes: Votes,
        *,
        known: str | None = None,
        country: str | None = None,
        weak: bool = False,
    ) -> Finding:
        passage, offset = self.passage, self.passage.offset
        index = max(0, bisect_left(self.sentences, start + 1, key=lambda span: span.start) - 1)
        span = self.sentences[index]
        sentence = passage.text[span.start : span.end]
        return Finding(
            text, passage.article, offset + start, offset + end, sentence, votes, known, country=country, weak=weak
        )


def _in_passage(reader: _Reader, known: Sequence[Known], small: Collection[str]) -> list[Finding]:
    passage = reader.passage
    shown = [] if passage.headline else [one for one in patterns(passage, known) if not _is_record(one, known)]
    free = list(_apart_from(known, [(one.start, one.end) for one in shown]))
    taken = {
        index
        for start, end in [*((one.start, one.end) for one in shown), *_crossing(passage, free)]
        for index in _tokens(passage, start, end)
    }
    pieces: list[Piece] = []
    of_pieces: list[Finding | None] = []
    begun = {
        _tokens(passage, one.start, one.end)[0]: reader.kind(one)
        for one in free
        if " " in passage.text[one.start : one.end]
    }
    for first, last in runs(passage, taken, small, begun):
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        within = free[_place(free, start) : _place(free, end)]
        of_run = dissect(passage, (first, last), within, reader.names, small)
        pieces += of_run
        of_pieces += [reader.of_piece(piece, within) for piece in of_run]
    alone = _apart_from(free, [(piece.start, piece.end) for piece in pieces])
    found = [*of_pieces, *map(reader.of_pattern, shown), *map(reader.of_known, alone)]
    ordered = sorted((one for one in found if one is not None), key=lambda finding: (finding.start, finding.end))
    return with_acronyms(passage, with_lists(passage, ordered))


def _is_record(pattern: Pattern, known: Sequence[Known]) -> bool:
    """Tell whether a known record bears the whole name that a pattern shows."""
    index = _place(known, pattern.start + 1) - 1
    one = known[index] if index >= 0 else None
    return one is not None and one.referent.sort == "record" and one.end >= pattern.end


def _apart_from(known: Sequence[Known], places: Sequence[tuple[int, int]]) -> Iterator[Known]:
    """Give the known names that overlap none of some places, which do not overlap each other."""
    ordered = sorted(places)
    for one in known:
        index = bisect_left(ordered, (one.end, 0)) - 1
        if index < 0 or ordered[index][1] <= one.start:
            yield one


def _crossing(passage: Passage, known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """Give the places of known names that hold small words, possessives or commas, so that no run holds them."""
    for one in known:
        inside = [passage.tokens[index] for index in _tokens(passage, one.start, one.end)]
        parted = any(not adjacent(passage, *pair) for pair in pairwise(inside))
        if len(inside) > 1 and (parted or any(map(_breaks, inside))):
            yield one.start, one.end


def _breaks(token: Token) -> bool:
    return token.text[0].islower() or token.text.lower() in NOT_NAMES


def _tokens(passage: Passage, start: int, end: int) -> range:
    """Give the tokens that begin in a place, or that it begins in."""
    first = bisect_left(passage.tokens, start, key=lambda token: token.end - 1)
    return range(first, bisect_left(passage.tokens, end, key=lambda token: token.start))


def _place(known: Sequence[Known], start: int) -> int:
    return bisect_left(known, start, key=lambda one: one.start)
