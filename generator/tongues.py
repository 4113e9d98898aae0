"""In which language a text is written, and in which direction, as HTML wants it said where it is not the page's own."""

from __future__ import annotations

import re
from typing import NamedTuple

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are usually written from right to left."""


class _Script(NamedTuple):
    """A script: its letters, the language tag of a name in it, and the languages that are usually written in it."""

    letters: re.Pattern[str]
    tag: str
    languages: frozenset[str]


_SCRIPTS = (
    _Script(
        re.compile("[\u0620-\u064a\u066e-\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08b4\ufb50-\ufdff\ufe70-\ufefc]"),
        "und-Arab",
        RIGHT_TO_LEFT - {"dv", "he", "yi"},
    ),
    _Script(re.compile("[\u05d0-\u05ea]"), "he", frozenset({"he", "yi"})),
    _Script(re.compile("[\u3041-\u30ff]"), "ja", frozenset({"ja"})),
    _Script(re.compile("[\u3400-\u9fff\uf900-\ufaff]"), "zh", frozenset({"ja", "yue", "zh"})),
    _Script(re.compile("[\u1100-\u11ff\uac00-\ud7a3]"), "ko", frozenset({"ko"})),
    _Script(
        re.compile("[\u0400-\u052f]"), "und-Cyrl", frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk"})
    ),
    _Script(re.compile("[\u0370-\u03ff]"), "el", frozenset({"el"})),
    _Script(re.compile("[\u0900-\u097f]"), "und-Deva", frozenset({"hi", "mr", "ne"})),
    _Script(re.compile("[\u0e01-\u0e4e]"), "th", frozenset({"th"})),
    _Script(re.compile("[\u0f40-\u0fbc]"), "bo", frozenset({"bo"})),
)
"""Japanese stands before Chinese, whose letters it has as well."""
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

_OF_SEVERAL_SCRIPTS = frozenset({"kk", "ku", "pa", "sr", "ug", "uz", "zh"})
"""Languages of which one kind is not read like another; English of Britain needs no word on an English page."""


def tongue(language: str, page: str, text: str | None = None) -> dict[str, str]:
    """Give the attributes `lang` and `dir` of a text on a page of another language; none where they are the same.

    A text without a letter of the language's script is not written in it: an editor's English title of an Urdu article.
    """
    if not language or language == page or text == "":
        return {}
    own, at_home = (tag.split("-", maxsplit=1)[0] for tag in (language, page))
    if own == at_home and own not in _OF_SEVERAL_SCRIPTS:
        return {}
    if text is not None:
        scripts = [script.letters for script in _SCRIPTS if own in script.languages]
        if scripts and not any(letters.search(text) for letters in scripts):
            return {}
    return {"lang": language, "dir": "rtl" if own in RIGHT_TO_LEFT else "ltr"}


def name_tongue(name: str) -> dict[str, str]:
    """Give such attributes of a name by its script, none where it has Latin letters; a name of signs needs none."""
    if name.isascii() or _LATIN.search(name):
        return {}
    tag = next((script.tag for script in _SCRIPTS if script.letters.search(name)), None)
    if tag is None:
        return {}
    return {"lang": tag, "dir": "rtl"} if tag in {"und-Arab", "he"} else {"lang": tag}
