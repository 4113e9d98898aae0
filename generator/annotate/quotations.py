"""Quotations: the words that an article puts in quotation marks as somebody's, with who said them and by which verb.

Titles, names and so-called scare quotes are no quotations: short quoted words count only where a verb of speech
introduces them. A long sentence in marks counts even where the text does not tell who said it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.annotate.agents import Attribution
from generator.annotate.quotation_marks import Quoted, quoted_stretches
from generator.annotate.scare_quotes import SHORT, is_capitalised, is_scare_quote, without_names, words_of
from generator.annotate.speakers import Clause
from generator.annotate.speech import FINDS, FINITE, PRONOUNS
from generator.annotation import Quotation
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.accounts import Account

REPORTED = frozenset({"reported", "reports", "according to"})
"""By what a text says from whom it has that somebody said something."""
LONG = 8
"""Words from which a quoted sentence counts without a speaker, and words after a comma or colon are a clause."""

_GOES_ON = re.compile(r" (?:He|She|They|It) ")
"""How a paragraph goes on after its first quotation if it has the speaker of the paragraph before."""


def quotations(account: Account) -> tuple[Quotation, ...]:
    """Give the quotations of a body in order; who speaks in their sentences is entered into its account.

    Persons, organisations, groups, outlets and countries can speak. Linear in the length of the body.
    """
    stretches = without_names(account.body, quoted_stretches(account.body))
    return _Quotations(account, stretches).all() if stretches else ()


class _Found(msgspec.Struct, frozen=True, gc=False):
    """A quoted stretch with its words, its extent, the sentences in which it opens and closes, and its attribution."""

    stretch: Quoted
    words: list[str]
    extent: Literal["full", "partial"]
    opens: int
    closes: int
    attribution: Attribution | None = None


class _Quotations:
    """The quoted stretches of a body on the way, and what has been found so far."""

    def __init__(self, account: Account, stretches: Sequence[Quoted]) -> None:
        self._account, self._body, self._stretches = account, account.body, stretches
        self._found: list[_Found] = []

    def all(self) -> tuple[Quotation, ...]:
        """Attribute each stretch in turn, then those that only the next paragraph attributes; drop what is none."""
        for index in range(len(self._stretches)):
            self._attribute(index)
        found: list[_Found] = []
        for item in reversed(self._found):
            taken_up = found[-1].attribution if found and item.stretch.continued else None
            found.append(msgspec.structs.replace(item, attribution=item.attribution or taken_up))
        made = (self._quotation(item) for item in reversed(found))
        return tuple(quotation for quotation in made if quotation is not None)

    def _attribute(self, index: int) -> None:
        stretch = self._stretches[index]
        account = self._account
        opens, closes = account.sentence_at(stretch.outer), account.sentence_at(stretch.close - 1)
        account.reached = opens
        words = words_of(self._body[stretch.start : stretch.end])
        found = _Found(stretch, words, self._extent(stretch, words), opens, closes)
        before, after, rest = self._surroundings(index, opens, closes)
        rules = account.attributions
        introduced = before.low < before.high
        attribution = None
        if not introduced or self._is_set_off(stretch):
            attribution = rules.directly_after(after) or self._asked(stretch, closes)
        if attribution and introduced and attribution.verb in REPORTED:
            # Whoever reports a sentence is not the one who says something in it: Xi said it is “…”, Xinhua reported.
            attribution = rules.before(before, after) or attribution
        attribution = attribution or rules.before(before, after) or rules.trailing(rest)
        attribution = attribution or self._inherited(found, introduced=introduced)
        self._found.append(msgspec.structs.replace(found, attribution=attribution))
        account.quoted.update(range(opens, closes + 1))
        if attribution:
            account.said[closes] = attribution

    def _surroundings(self, index: int, opens: int, closes: int) -> tuple[Clause, Clause, Clause]:
        """Give the words before a stretch, those after it up to the next one, and those up to the sentence's end."""
        stretch = self._stretches[index]
        low, high = self._account.sentence(opens).start, self._account.sentence(closes).end
        carried = None
        if index and self._found[-1].closes == opens:
            low = max(low, self._stretches[index - 1].close)
            earlier = self._found[-1].attribution
            carried = earlier.speaker if earlier else None
        until = min(high, self._stretches[index + 1].outer) if index + 1 < len(self._stretches) else high
        between = self._account.subjects.tokens.between
        before = Clause(*between(low, stretch.outer), opens, carried)
        return before, Clause(*between(stretch.close, until), opens), Clause(*between(stretch.close, high), opens)

    def _is_set_off(self, stretch: Quoted) -> bool:
        """Tell whether punctuation parts a quotation from what follows: “We agree,” she said."""
        return self._body[stretch.end - 1] in ",?!.…-–—" or self._body[stretch.close : stretch.close + 1] == ","

    def _asked(self, stretch: Quoted, closes: int) -> Attribution | None:
        """Find the attribution in what looks like the next sentence: “Why?” Xi asked."""
        sentences, following = self._account.sentences, closes + 1
        if self._body[stretch.end - 1] not in "?!…" or following >= len(sentences):
            return None
        if (
            sentences[closes].end > stretch.close
            or BLOCK_SEPARATOR in self._body[stretch.close : sentences[following].start]
        ):
            return None
        clause = msgspec.structs.replace(self._account.clause(following), sentence=closes)
        return self._account.attributions.directly_after(clause, alone=True)

    def _inherited(self, found: _Found, *, introduced: bool) -> Attribution | None:
        """Give the attribution of what stands before, in the sentence or, for a sentence of its own, just before it."""
        stretch, opens = found.stretch, found.opens
        earlier = self._found[-1] if self._found else None
        if earlier and (earlier.closes == opens or earlier.stretch.continued):
            return earlier.attribution
        if introduced or found.extent == "partial" or self._is_heading(stretch):
            return None
        self._account.follow()
        said = self._account.said.get(opens - 1)
        if self._begins_paragraph(stretch.outer):
            answers = earlier is not None and self._body[earlier.stretch.end - 1] == "?"
            alone = self._ends_paragraph(stretch.close) or _GOES_ON.match(self._body, stretch.close)
            goes_on = said is not None and said.verb not in FINDS
            return said if alone and goes_on and not answers else None
        return said

    def _is_heading(self, stretch: Quoted) -> bool:
        """Tell whether quoted words are all of a paragraph that does not end like one."""
        alone = self._begins_paragraph(stretch.outer) and self._ends_paragraph(stretch.close)
        return alone and not {".", "?", "!", "…", ","} & {self._body[stretch.end - 1], self._body[stretch.close :][:1]}

    def _begins_paragraph(self, start: int) -> bool:
        return start == 0 or self._body.startswith(BLOCK_SEPARATOR, start - len(BLOCK_SEPARATOR))

    def _ends_paragraph(self, end: int) -> bool:
        rest = self._body[end : end + 1 + len(BLOCK_SEPARATOR)].lstrip(" .")
        return not rest or rest.startswith(BLOCK_SEPARATOR)

    def _quotation(self, found: _Found) -> Quotation | None:
        stretch, attribution = found.stretch, found.attribution
        if attribution is None:
            text = self._body[stretch.start : stretch.end]
            sentence = found.extent == "full" and text[-1] in ".?!…,”’\"'" and len(found.words) >= LONG
            if not sentence or is_capitalised(text):
                return None
            return Quotation(None, "", "", stretch.start, stretch.end, found.extent)
        if len(found.words) <= SHORT and is_scare_quote(self._body, stretch, attribution):
            return None
        speaker = attribution.speaker
        return Quotation(speaker.record, speaker.text, attribution.verb, stretch.start, stretch.end, found.extent)

    def _extent(self, stretch: Quoted, words: Sequence[str]) -> Literal["full", "partial"]:
        text = self._body[stretch.start : stretch.end]
        before = self._body[max(0, stretch.outer - 2) : stretch.outer].rstrip()[-1:]
        introduced = before in {",", ":"} or self._begins_paragraph(stretch.outer)
        has_verb = not FINITE.isdisjoint(words)
        ends = text[-1] in ".?!…,"
        if len(words) >= LONG and introduced and (has_verb or ends):
            return "full"
        if text[0].islower():
            return "partial"
        addresses = len(words) > 1 and words[0] in PRONOUNS
        sentence = ends and (len(words) > SHORT or introduced or text[-1] in "?!")
        return "full" if words and (sentence or has_verb or addresses or len(words) >= LONG) else "partial"
