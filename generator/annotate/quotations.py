"""Quotations: the words that an article puts in quotation marks as somebody's, with who said them and by which verb.

Titles, names and so-called scare quotes are no quotations: short quoted words count only where a verb of speech
introduces them. A long sentence in marks counts even where the text does not tell who said it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from generator.annotate.antecedents import Antecedents
from generator.annotate.attributions import Attributions
from generator.annotate.quotation_marks import Quoted, quoted_stretches
from generator.annotate.scare_quotes import SHORT, is_capitalised, is_scare_quote, without_names, words_of
from generator.annotate.speakers import Clause, Speakers
from generator.annotate.speech import FINITE, PRONOUNS
from generator.annotate.subjects import Subjects
from generator.model import BLOCK_SEPARATOR, Kind, Mention, Quotation, RecordId, Span
from generator.sentences import sentence_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.annotate.agents import Attribution
    from generator.words import Words

LONG = 8
"""Words from which a quoted sentence counts without a speaker, and words after a comma or colon are a clause."""

_GOES_ON = re.compile(r" (?:He|She|They|It) ")
"""How a paragraph goes on after its first quotation if it has the speaker of the paragraph before."""


def quotations(
    of_body: Words, sentences: Sequence[Span], mentions: Sequence[Mention], kinds: Mapping[RecordId, Kind]
) -> tuple[Quotation, ...]:
    """Give the quotations of a body in order.

    `sentences` are those of the body, `mentions` are sorted by their start; `kinds` tells the kind of their records:
    persons, organisations, groups, outlets and countries can speak. Linear in the length of the body.
    """
    stretches = without_names(of_body.text, quoted_stretches(of_body.text))
    if not stretches:
        return ()
    return _Article(of_body, sentences, stretches, mentions, kinds).quotations()


class _Found(NamedTuple):
    """A quoted stretch with its words, its extent, the sentences in which it opens and closes, and its attribution."""

    stretch: Quoted
    words: list[str]
    extent: Literal["full", "partial"]
    opens: int
    closes: int
    attribution: Attribution | None = None


class _Article:
    """One body on the way: its sentences, its quoted stretches, and what has been found so far."""

    def __init__(
        self,
        of_body: Words,
        sentences: Sequence[Span],
        stretches: Sequence[Quoted],
        mentions: Sequence[Mention],
        kinds: Mapping[RecordId, Kind],
    ) -> None:
        self._body, self._sentences, self._stretches = of_body.text, sentences, stretches
        self._subjects = Subjects(of_body, {mention.start for mention in mentions})
        speakers = Speakers(of_body.text, self._subjects, mentions, kinds)
        self._antecedents = Antecedents(self._subjects, speakers, self._follow)
        self._attributions = Attributions(self._subjects, speakers, self._antecedents)
        self._said: dict[int, Attribution] = {}
        self._quoted: set[int] = set()
        self._followed = self._reached = 0
        self._found: list[_Found] = []

    def quotations(self) -> tuple[Quotation, ...]:
        """Attribute each stretch in turn, then those that only the next paragraph attributes; drop what is none."""
        for index in range(len(self._stretches)):
            self._attribute(index)
        found: list[_Found] = []
        for item in reversed(self._found):
            taken_up = found[-1].attribution if found and item.stretch.continued else None
            found.append(item._replace(attribution=item.attribution or taken_up))
        made = (self._quotation(item) for item in reversed(found))
        return tuple(quotation for quotation in made if quotation is not None)

    def _attribute(self, index: int) -> None:
        stretch = self._stretches[index]
        opens, closes = self._sentence_at(stretch.outer), self._sentence_at(stretch.close - 1)
        self._reached = opens
        words = words_of(self._body[stretch.start : stretch.end])
        found = _Found(stretch, words, self._extent(stretch, words), opens, closes)
        before, after, rest = self._surroundings(index, opens, closes)
        rules = self._attributions
        introduced = before.low < before.high
        attribution = None
        if not introduced or self._is_set_off(stretch):
            attribution = rules.directly_after(after) or self._asked(stretch, closes)
        attribution = attribution or rules.before(before, after) or rules.trailing(rest)
        attribution = attribution or self._inherited(found, introduced=introduced)
        self._found.append(found._replace(attribution=attribution))
        self._quoted.update(range(opens, closes + 1))
        if attribution:
            self._said[closes] = attribution

    def _surroundings(self, index: int, opens: int, closes: int) -> tuple[Clause, Clause, Clause]:
        """Give the words before a stretch, those after it up to the next one, and those up to the sentence's end."""
        stretch = self._stretches[index]
        low, high = self._sentence(opens).start, self._sentence(closes).end
        carried = None
        if index and self._found[-1].closes == opens:
            low = max(low, self._stretches[index - 1].close)
            carried = self._found[-1].attribution and self._found[-1].attribution.speaker
        until = min(high, self._stretches[index + 1].outer) if index + 1 < len(self._stretches) else high
        between = self._subjects.tokens.between
        before = Clause(*between(low, stretch.outer), opens, carried)
        return before, Clause(*between(stretch.close, until), opens), Clause(*between(stretch.close, high), opens)

    def _is_set_off(self, stretch: Quoted) -> bool:
        """Tell whether punctuation parts a quotation from what follows: “We agree,” she said."""
        return self._body[stretch.end - 1] in ",?!.…-–—" or self._body[stretch.close : stretch.close + 1] == ","

    def _asked(self, stretch: Quoted, closes: int) -> Attribution | None:
        """Find the attribution in what looks like the next sentence: “Why?” Xi asked."""
        following = closes + 1
        if self._body[stretch.end - 1] not in "?!…" or following >= len(self._sentences):
            return None
        start, end = self._sentences[following].start, self._sentences[following].end
        if self._sentences[closes].end > stretch.close or BLOCK_SEPARATOR in self._body[stretch.close : start]:
            return None
        return self._attributions.directly_after(Clause(*self._subjects.tokens.between(start, end), closes), alone=True)

    def _inherited(self, found: _Found, *, introduced: bool) -> Attribution | None:
        """Give the attribution of what stands before, in the sentence or, for a sentence of its own, just before it."""
        stretch, opens = found.stretch, found.opens
        earlier = self._found[-1] if self._found else None
        if earlier and (earlier.closes == opens or earlier.stretch.continued):
            return earlier.attribution
        if introduced or found.extent == "partial":
            return None
        self._follow()
        said = self._said.get(opens - 1)
        if self._begins_paragraph(stretch.outer):
            answers = earlier is not None and self._body[earlier.stretch.end - 1] == "?"
            alone = self._ends_paragraph(stretch.close) or _GOES_ON.match(self._body, stretch.close)
            return said if alone and not answers else None
        return said

    def _begins_paragraph(self, start: int) -> bool:
        return start == 0 or self._body.startswith(BLOCK_SEPARATOR, start - len(BLOCK_SEPARATOR))

    def _ends_paragraph(self, end: int) -> bool:
        rest = self._body[end : end + 1 + len(BLOCK_SEPARATOR)].lstrip(" .")
        return not rest or rest.startswith(BLOCK_SEPARATOR)

    def _follow(self) -> None:
        """Tell the antecedents of the sentences before the one that is reached."""
        first, self._followed = self._followed, self._reached
        for number in range(first, self._reached):
            if number in self._said:
                self._antecedents.note(self._said[number].speaker, number)
            elif number not in self._quoted:
                span = self._sentences[number]
                self._note(Clause(*self._subjects.tokens.between(span.start, span.end), number))

    def _note(self, clause: Clause) -> None:
        attribution = self._attributions.trailing(clause) or self._attributions.first(clause)
        if attribution:
            self._said[clause.sentence] = attribution
        for speaker in (self._attributions.opening(clause), attribution and attribution.speaker):
            if speaker:
                self._antecedents.note(speaker, clause.sentence)
        self._antecedents.note_possessives(self._subjects.tokens.lower[clause.low : clause.high], clause.sentence)

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
        speaker, verb = attribution
        return Quotation(speaker.record, speaker.text, verb, stretch.start, stretch.end, found.extent)

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

    def _sentence_at(self, offset: int) -> int:
        return max(0, sentence_at(self._sentences, offset))

    def _sentence(self, number: int) -> Span:
        return self._sentences[number] if self._sentences else Span(0, len(self._body))
