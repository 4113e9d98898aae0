"""Scare quotes: words in marks with which nobody is quoted: names, titles, and words kept at a distance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.annotate.speech import ADVERBS, BREAKS, FINITE, PREPOSITIONS
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from generator.annotate.agents import Attribution
    from generator.annotate.quotation_marks import Quoted

SHORT = 3
"""Words up to which a quoted stretch may be a mere name or scare quote."""

_WORD = re.compile(r"\w[\w’'-]*")
_SMALL_WORDS = frozenset("a an and as at but by for from in of on or s the to with de la le du des und von".split())
_SO_CALLED = (
    "so-called",
    "so called",
    "titled",
    "nicknamed",
    "headlined",
    "named",
    "known as",
    "known as the",
    "known as a",
)
_WORDINGS = ("the phrase", "the word", "the words", "the term", "the expression", "the name", "the label")
_WHAT_IS_CALLED = re.compile(r"\bwhat (?:[\w’'-]+ ){1,4}calls?(?: an?| the)? \Z")
"""What somebody always calls something, and does not say there."""
_CRY = re.compile(r"\b(?:shout|shouts|shouted|shouting|chant|chants|chanted|chanting|slogan|slogans|reading)[ ,:]*\Z")
_FAR_BACK = 60
_LOOK_BACK = 24
"""Letters before a stretch that tell how it is introduced."""
_ATTRIBUTE = re.compile(r" ([a-z][\w-]*)")
_FUNCTION_WORDS = (
    PREPOSITIONS | BREAKS | FINITE | ADVERBS | {"and", "by", "the", "a", "an", "it", "them", "they", "he", "she"}
)


def words_of(text: str) -> list[str]:
    """Give the words of a text, in lower case and with straight apostrophes."""
    return [*map(str.lower, _WORD.findall(text.replace("’", "'")))]


def without_names(body: str, stretches: list[Quoted]) -> list[Quoted]:
    """Leave out the stretches that are names or titles; one that "and" joins to another is what that one is."""
    kept: list[Quoted] = []
    for stretch in stretches:
        joined = bool(kept) and body[kept[-1].close : stretch.outer].strip(" ,") in {"", "and", "or"}
        if joined or not is_name(body, stretch):
            kept.append(stretch)
    return kept


def is_name(body: str, stretch: Quoted) -> bool:
    """Tell whether quoted words are a name or title: so introduced, or all capitalised and not set off as speech."""
    before = body[max(0, stretch.outer - _LOOK_BACK) : stretch.outer]
    if before.rstrip(" ,:").lower().endswith(_SO_CALLED + _WORDINGS):
        return True
    text = body[stretch.start : stretch.end]
    far_back = max(0, stretch.outer - _FAR_BACK)
    called = body.find("what ", far_back, stretch.outer) >= 0 and _WHAT_IS_CALLED.search(body, far_back, stretch.outer)
    if text.lower() == "so-called" or (called and len(words_of(text)) <= SHORT):
        return True
    if not is_capitalised(text) or text[-1] in ",?!" or before.rstrip()[-1:] in {",", ":"} or _CRY.search(before):
        return False
    opens_paragraph = not before.strip() or before.endswith(BLOCK_SEPARATOR)
    return not (opens_paragraph and text[-1] == ".")


def is_capitalised(text: str) -> bool:
    """Tell whether all words but small ones begin with a capital, as in names and titles."""
    telling = (match[0] for match in _WORD.finditer(text) if match[0].lower() not in _SMALL_WORDS)
    capitals = (word[0].isupper() or word[0].isdigit() for word in telling)
    return next(capitals, False) and all(capitals)


def is_scare_quote(body: str, stretch: Quoted, attribution: Attribution) -> bool:
    """Tell whether quoted words, `SHORT` of them at most and a verb of speech near, are not what somebody said.

    That is so of a single word before the noun that it describes ("authoritarian" leaders), of a name in what is only
    "according to" somebody, and where the verb has no subject.
    """
    text = body[stretch.start : stretch.end]
    if attribution.verb == "according to" and text != text.lower():
        return True
    if not attribution.speaker.text and not attribution.verb.endswith("ing"):
        return True
    following = None if text.endswith(("ing", "ed", ",", ".")) else _ATTRIBUTE.match(body, stretch.close)
    return following is not None and len(words_of(text)) == 1 and following[1] not in _FUNCTION_WORDS
