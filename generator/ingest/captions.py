"""Captions: the marks by which a line is the text of a picture and not of the article."""

from __future__ import annotations

import re

from generator.ingest.lines import ends_sentence, words
from generator.ingest.patterns import MONTH, anywhere, opening, whole_line

LONGEST_CAPTION = 45
"""Words of a caption at most; what is longer is a paragraph, whatever it holds."""
LONGEST_CREDIT = 10
"""Words of a line, or of the end of one, that is nothing but a credit."""
LONGEST_LABEL = 3
"""Words of a picture's bare label, such as a name that a text alternative left behind."""
LONGEST_BRACKET = 140
"""Characters at the end of a line in which the bracket with its credit stands."""

_PICTURE = (
    r"(?:photo|photograph|picture|pic|pix|image|video grab|screen ?grab|screen ?shot|illustration|graphic|infographic|"
    r"cartoon)s?"
)
_AGENCY = (
    r"(?:AFP|Reuters|AP|Getty(?: Images)?|EPA(?:-EFE)?|Xinhua|VCG|Shutterstock|iStock|Anadolu(?: Agency)?|Bloomberg|"
    r"PTI|ANI|IANS|Zuma|dpa|Alamy|Unsplash|Wikimedia(?: Commons)?|Flickr|NurPhoto|Sipa|Kyodo|TASS|Handout)"
)
_SORT = (
    r"(?:(?:undated|file|handout|combination|combo|aerial|satellite|still|grab|video|tv|ap|afp|reuters|stock|courtesy|"
    rf"representational?|representative|{MONTH}\.? \d{{1,2}},? \d{{4}},?) ){{0,4}}"
)
_TAKEN = (
    r"(?:taken|released|provided|made available|made from|obtained|posted|from video|dated|by|via|distributed|issued)"
)

_OPENS = opening(rf"""
    {_SORT}{_PICTURE}(?: caption| credits?| source| courtesy| of)?\s{{0,2}}[:|©/]|(?:image|photo) (?:caption|source)\b
    (?:file|lead|top|main|cover|representational?|representative)\s{{0,2}}(?:{_PICTURE})?\s{{0,2}}[–—:-]{{1,2}}\s
    (?:in this |this ){_SORT}{_PICTURE},? {_TAKEN}\b|(?:an? |the |this |in (?:an? |this ))?{_SORT}file {_PICTURE}\b
    caption\s{{0,2}}:|(?:for )?representational? (?:purposes?|{_PICTURE})|(?:pictured|above|below|left|right)\s{{0,2}}:
""")
_OPENS_SHORT = opening(rf"{_SORT}{_PICTURE} (?:by|courtesy)\b")
_CREDITED = re.compile(
    rf"(?i:\b{_PICTURE}\s{{0,2}}(?:credits?|courtesy|source|by)\s{{0,2}}[:©]|©\s{{0,2}}{_AGENCY}\b)"
    rf"|(?:\A|[.!?…”\"’')\]] )(?:Photo|Photograph|Picture|Pic|Image|PHOTO|IMAGE)s?\s{{0,2}}[:©]"
    rf"|\b{_AGENCY} (?:Photo|File)\b|[.!?…”\"’')] ©\s?[A-Z]"
    rf"|[.!?…”\"’')] [–—―] (?:Photo|Picture|Pic|Image)s? (?:by|courtesy)\b",
)
_MAYBE_CREDITED = re.compile("[:©]|Photo|File|Pic|Image")
_CREDIT_ONLY = whole_line(rf"""
    (?:{_PICTURE}|caption) ?(?:source|credits?|courtesy|by|caption)?\s{{0,2}}[:,|©/-]\s{{0,2}}.{{0,80}}
    (?:{_PICTURE}|caption) (?:source|credits?|courtesy|by|caption)(?: .{{1,80}})?
    credits?\s{{0,2}}:\s{{0,2}}.{{2,60}}/\s?{_AGENCY}
    {_PICTURE}|{_AGENCY}
""")
_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,120})[\])]\s{0,2}(?:\(\d{1,2}\))?\W{0,3}\Z")
_IN_BRACKET = anywhere(rf"""
    \A(?:{_SORT}{_PICTURE}|source|credits?|courtesy|handout|screen ?grab|via|file|twitter|facebook|instagram)\b
    \b(?:handout|photo by|file photo|via {_AGENCY})\b|[©@]|[/_]\s?{_AGENCY}|{_AGENCY}\s?[/_]
""")
_SENTENCE_IN_BRACKET = re.compile(
    r"\b(?:said|says|reported|according|which|that|was|is|were|are|has|have|had)\b", re.IGNORECASE
)
_AGENCY_IN_BRACKET = re.compile(rf"{_AGENCY}(?:\s?[/,]\s?{_AGENCY}){{0,3}}", re.IGNORECASE)
_AGENCY_ENDS = re.compile(
    rf"(?:\s\||[.!?…”\"’')\]]\s?[/©–—―]|[A-Z][\w.]{{1,20}}\s?/)\s{{0,2}}{_AGENCY}(?: (?:[Pp]hoto|[Ff]ile))?\Z",
)
_AGENCY_ALONE = re.compile(
    r"(?:(?:photo|image|pic)s?\W{1,3})?(?:[A-Z][\w.-]{1,20} ){0,3}(?:via |/|for )?\s?"
    r"(?:Getty Images|Shutterstock|AFP via Getty|Reuters/\S.{2,40}|AP Photo\S?.{0,40})",
)
_POSITIONS = re.compile(
    r"\((?:from )?(?:l|r|c|left|right|cent(?:re|er)|pictured|top|bottom|above|below|front|back|second from .{1,12})\)",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Tell whether a line says that it belongs to a picture, by its opening or its credit."""
    if words(text) > LONGEST_CAPTION:
        return False
    if _OPENS.match(text) or _AGENCY_ALONE.fullmatch(text):
        return True
    if _OPENS_SHORT.match(text) and words(text) <= LONGEST_CREDIT:
        return True
    credit = _CREDITED.search(text) if _MAYBE_CREDITED.search(text) else None
    if credit and words(text[credit.end() :]) <= LONGEST_CREDIT:
        return True
    return _POSITIONS.search(text) is not None and not ends_sentence(text)


def is_credited(text: str) -> bool:
    """Tell whether a line ends with an agency or source as captions do; a text may end with that of its agency."""
    return words(text) <= LONGEST_CAPTION and (_AGENCY_ENDS.search(text) is not None or _bracket_credits(text))


def is_picture_credit(text: str) -> bool:
    """Tell whether a line is only the credit of a picture, or only announces its caption."""
    return words(text) <= LONGEST_CREDIT and not ends_sentence(text) and _CREDIT_ONLY.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Tell whether a line is so short and unpunctuated that it may be what is left of a picture."""
    plain = text.replace(" ", "").replace("-", "")
    return plain.isalpha() and text[0].isupper() and 1 <= words(text) <= LONGEST_LABEL


def _bracket_credits(text: str) -> bool:
    bracket = _BRACKET.search(text[-LONGEST_BRACKET:])
    if bracket is None or _SENTENCE_IN_BRACKET.search(bracket[1]):
        return False
    if _IN_BRACKET.search(bracket[1]):
        return True
    before = text[: len(text) - len(bracket[0])]
    return _AGENCY_IN_BRACKET.fullmatch(bracket[1]) is not None and not ends_sentence(before)
