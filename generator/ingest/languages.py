"""The language of a text as its script tells it; what is in Latin letters is taken for English, as most of it is."""

from __future__ import annotations

import re

LEAST_SHARE = 0.3
"""Share of the letters that must be of a script for a text to be in a language of it."""
SAMPLE = 4000
"""Characters that are enough to tell a script."""

_OTHER_SCRIPT = re.compile("[\u0370-\u1dbf\u2c80-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "ko": re.compile("[\uac00-\ud7af]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "bo": re.compile("[\u0f00-\u0fff]"),
    "mn": re.compile("[\u1800-\u18af]"),
}
"""Scripts by the language that uses them most, the ones that occur inside others' texts first."""
_OF_ARABIC = {"ug": "ۇۆۈېۋە", "ur": "ےٹڈڑں", "fa": "پچژگ"}
"""Letters by which languages in Arabic script are told apart, the rarest first."""
_OFTEN = 0.01


def language_of(text: str) -> str:
    """Give the code of the language that a text is probably in."""
    if not _OTHER_SCRIPT.search(text[:SAMPLE]):
        return "en"
    letters = "".join(_LETTER.findall(text[:SAMPLE]))
    if not letters:  # marks and signs of a script alone
        return "en"
    for language, script in _SCRIPTS.items():
        share = len(script.findall(letters)) / len(letters)
        if share >= (LEAST_SHARE if language != "ja" else LEAST_SHARE / 3):
            return _in_arabic(letters) if language == "ar" else language
    return "en"


def _in_arabic(letters: str) -> str:
    for language, own in _OF_ARABIC.items():
        if sum(letters.count(letter) for letter in own) >= _OFTEN * len(letters):
            return language
    return "ar"
