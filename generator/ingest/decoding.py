"""Bytes become text: byte order marks, UTF-8, UTF-16 and UTF-32, then a guess; mojibake is mended.

The guess for other encodings is charset-normalizer's, among those that web pages were really written in; English text
with few marks beyond ASCII is too little for its statistics, and is Windows-1252 where that gives only usual marks.
"""

from __future__ import annotations

import codecs
import re

import charset_normalizer
import ftfy
import ftfy.fixes

BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSED = [
    "cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "cp932", "euc_jp", "gb18030", "big5", "cp949", "mac_roman", "cp866",
]  # fmt: skip
"""The encodings that are tried where a text is neither marked nor Unicode."""
SAMPLE = 100_000
"""Bytes that are enough for a guess."""
SPARSE = 0.03
"""Share of bytes beyond ASCII below which a text is taken for English with typographic marks."""
SELDOM, OFTEN = 0.02, 0.15
"""Share of zero bytes at a place of each unit that is empty, as with all ASCII, or not."""
WHOLE_TO_BROKEN = 4
"""A text is damaged UTF-8, not another encoding, if it has so many whole sequences for each broken one."""

WESTERN_WORDS = 0.06
"""Share of the commonest words of western European languages from which a text is in one of them."""
LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "iso8859_2", "mac_roman"})
"""Encodings of the Latin alphabet, which statistics of short texts confuse."""

DECLARED_WITHIN = 4096
"""Bytes at the start of a page in which its encoding is declared; browsers look at 1,024."""
UNDECIDED = "cp1252"
"""The encoding that servers state for all that they hold, whatever it is: what a page declares counts before it."""

_DECLARATION = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,30})|<\?xml[^>]{0,99}encoding=[\"']([\w.:-]{2,30})",
    re.IGNORECASE,
)
_LABEL = re.compile(r"windows-125\d|cp125\d|iso-8859-(?:[2-8]|1[0-6])|koi8-[ru]|euc-jp|iso-2022-jp|gb18030|macintosh")
_SUPERSETS = {  # the labels of the WHATWG Encoding Standard that mean a larger encoding than they say
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874", "gb2312": "gb18030", "gbk": "gb18030",
    "x-gbk": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-949": "cp949",
}  # fmt: skip
_TELLING = re.compile(rb">([^<>]*?[\x80-\xff][^<>]*)")
"""The text between tags that tells anything of an encoding."""
_COMMON = frozenset(
    "the of and to in is was le les et des du un une der die das und den von ist el los las que een het van och att "
    "det og som il che di per não uma com os".split(),
)
_WORD = re.compile(r"[^\W\d_]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_USUAL = re.compile(
    "[\x00-\x7f\u00a0£§©«®°±²³·»½¿¡àáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜ€‚„…‹‘’“”•–—™›œŒŠšŽžŸ]*"
)
_CAPITAL_WITHIN = re.compile("[a-z][À-Þ]")
_MAC_QUOTES = re.compile("[a-z.,?!]Ó(?!\\w)|(?<!\\w)Ò[A-Z][^Ò]{1,2000}Ó(?!\\w)")
"""Curly quotes of old Macintosh texts, as Windows-1252 shows them."""
_TURKISH = re.compile("[ðþýÐÞÝ]")
_ICELANDIC = re.compile("[áíúæÁÍÚÆ]")
_PERHAPS_MOJIBAKE = re.compile(
    "[\u0080-\u009f]|[\u00c2-\u00f4][^\x00-\x7f\u00c0-\u00ff]|вЂ|‚Ä|[РС][\u0400-\u040f\u0450-\u045f]"
)


def decode(content: bytes, *, markup: bool = False, stated: str | None = None) -> tuple[str, str]:
    """Give the text of some bytes and a note on how they were understood; never fails.

    Where they are not Unicode, the encoding is believed that a page declares in its `markup` or that came with the
    bytes as `stated`; a guess looks past tags.
    """
    text, encoding = _decoded(content, _meant(stated or ""), markup=markup)
    if _PERHAPS_MOJIBAKE.search(text):
        mended = ftfy.fix_encoding(text)
        if mended != text:
            return mended, f"{encoding}, mojibake mended"
    return text, encoding


def unescaped(text: str) -> str:
    """Give a text without the character references that a page left in it; one that holds tags is left as it is."""
    return text if "<" in text else ftfy.fixes.unescape_html(text)


def _decoded(content: bytes, stated: str | None, *, markup: bool) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), f"{encoding} (byte order mark)"
    wide = _wide(content) if b"\0" in content else None
    if wide:
        return content.decode(wide, "replace"), f"{wide} (guessed)"
    if b"\x1b$" in content:  # its letters are ASCII bytes between escapes
        return content.decode("iso2022_jp", "replace"), "iso2022_jp (guessed)"
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(content):
        return content.decode("utf-8", "replace"), "utf-8, broken bytes replaced"
    declared = _declared(content) if markup else None
    if stated and (stated != UNDECIDED or not declared):
        return content.decode(stated, "replace"), f"{stated} (stated beside it)"
    if declared:
        return content.decode(declared, "replace"), f"{declared} (declared)"
    guess = _guess((b"\n".join(_TELLING.findall(content)) if markup else b"") or content)
    return content.decode(guess, "replace"), f"{guess} (guessed)"


def _declared(content: bytes) -> str | None:
    """Name the encoding that a page declares in its head, as browsers understand the name."""
    found = _DECLARATION.search(content[:DECLARED_WITHIN])
    return _meant((found[1] or found[2]).decode("ascii") if found else "")


def _meant(name: str) -> str | None:
    """Give the encoding that browsers understand by a name, or None for Unicode and whatever is none."""
    label = name.lower()
    if label in _SUPERSETS:
        return _SUPERSETS[label]
    return label if _LABEL.fullmatch(label) else None


def _wide(content: bytes) -> str | None:
    """Name the UTF-16 or UTF-32 form of bytes without a mark: most of its zeros stand at one place of each unit."""
    sample = content[: SAMPLE - SAMPLE % 4]
    units = max(len(sample) // 4, 1)
    shares = [sample[place::4].count(0) / units for place in range(4)]
    if any(SELDOM < share < OFTEN for share in shares):
        return None
    forms = {
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
    }
    often = [share >= OFTEN for share in shares]
    return forms.get((often[0], often[1], often[2], often[3]))


def _is_damaged_utf8(content: bytes) -> bool:
    whole = len(_SEQUENCE.findall(content))
    left = len(_HIGH.findall(_SEQUENCE.sub(b"", content)))
    return whole > 0 and whole >= WHOLE_TO_BROKEN * left


def _guess(content: bytes) -> str:
    sample = content[:SAMPLE]
    western = sample.decode("cp1252", "replace")
    if len(_HIGH.findall(sample)) < SPARSE * len(sample) and _is_western(western):
        return "mac_roman" if _MAC_QUOTES.search(western) else "cp1252"
    best = charset_normalizer.from_bytes(sample, cp_isolation=GUESSED).best()
    if best is None or (best.encoding in LATIN and _is_western(western)):
        return "cp1252"
    if best.encoding == "cp1252" and _TURKISH.search(western) and not _ICELANDIC.search(western):
        return "cp1254"
    return best.encoding


def _is_western(text: str) -> bool:
    """Tell whether a text read as Windows-1252 is in a language that it was made for."""
    if not _USUAL.fullmatch(text) or _CAPITAL_WITHIN.search(text):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in _COMMON for word in words) >= WESTERN_WORDS * max(len(words), 1)
