"""In which language a text is written, and in which direction, as HTML wants it said where it is not the page's own."""

from __future__ import annotations

import re

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are usually written from right to left."""
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_KANA = re.compile("[\u3040-\u30ff]")


def tongue(language: str, page: str) -> dict[str, str]:
    """Give the attributes `lang` and `dir` of a text on a page of another language; none where they are the same."""
    if not language or language == page:
        return {}
    return {"lang": language, "dir": "rtl" if language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"}


def language_of_name(name: str) -> str | None:
    """Give the language tag of a name by its script, None for Latin and others that need none."""
    if _ARABIC.search(name):
        return "und-Arab"
    if _KANA.search(name):
        return "ja"
    return "zh" if _HAN.search(name) else None
