"""The one way out for text: everything that leaves the system is escaped here and nowhere else.

Plain `str` is untrusted. `Markup` is text that is safe, at one and the same time, as Markdown, as HTML text and inside
a double-quoted HTML attribute: every ASCII mark that could mean something in one of them is a numeric character
reference, which neither CommonMark nor Python-Markdown nor a browser reads as structure.
`Markup("<b>{}</b>").format(title)` and `Markup + str` escape what is not `Markup` yet, so forgetting to escape is not
possible and escaping twice is not dangerous.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import markupsafe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNESCAPED_MARKS = frozenset(",.';?()/")
"""Marks without a meaning inside a line of Markdown or HTML; `.` and `)` can make a list at its start (see below)."""

_REFERENCES = {
    code: f"&#{code};"
    for code in [*range(0x21, 0x30), *range(0x3A, 0x41), *range(0x5B, 0x61), *range(0x7B, 0x7F), 0x09, 0x0A, 0x0D]
    if chr(code) not in _UNESCAPED_MARKS
}
_ATTRIBUTE_REFERENCES = {code: name for code, name in _REFERENCES.items() if chr(code) not in "-:#@=%+$^_"}
"""Inside a tag these mean nothing to any of the three."""
_MARK = re.compile(f"[{''.join(map(re.escape, map(chr, sorted(_REFERENCES))))}]")
"""A mark that may mean something: one class of letters, so that it is looked for quickly; most texts hold none."""
_ATTRIBUTE_MARK = re.compile(f"[{''.join(map(re.escape, map(chr, sorted(_ATTRIBUTE_REFERENCES))))}]")
_HYPHEN = "&#45;"
_HYPHEN_IN_WORD = re.compile(r"(?<=[^\W_])&#45;(?=[^\W_])")
_LIST_NUMBER = re.compile(r"\A( *\d*)([.)])")
_BEFORE_TEXT = frozenset(" .)")


def _reference(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};"


class Markup(markupsafe.Markup):
    """Text that may stand in a generated page as it is."""

    __slots__ = ()

    @classmethod
    def escape(cls, s: Any, /) -> Markup:  # noqa: ANN401 (the base class takes anything)
        """Escape a value unless it is `Markup` already."""
        if isinstance(s, Markup):
            return s
        text = str(s)
        return _escaped_label(text) if len(text) <= LONGEST_LABEL else _escaped(text)

    # The base class does the same more slowly, by way of classes that also care for format specifications.
    def __add__(self, other: Any, /) -> Markup:  # noqa: ANN401
        if type(other) is Markup:
            return _new(Markup, _add(self, other))
        return _new(Markup, _add(self, _escape(other))) if isinstance(other, str) else NotImplemented

    def __radd__(self, other: Any, /) -> Markup:  # noqa: ANN401
        return _safe(str.__add__(Markup.escape(other), self)) if isinstance(other, str) else NotImplemented

    def join(self, parts: Iterable[Any], /) -> Markup:
        """Join pieces, escaping those that are not `Markup`."""
        return _new(Markup, _join(self, [part if type(part) is Markup else _escape(part) for part in parts]))

    def format(self, *args: object, **kwargs: object) -> Markup:
        """Put values into the text, escaping those that are not `Markup`."""
        return _safe(str.format(self, *map(Markup.escape, args), **{k: Markup.escape(v) for k, v in kwargs.items()}))


_new, _join, _add = str.__new__, str.join, str.__add__
_escape = Markup.escape
_mark, _attribute_mark = _MARK.search, _ATTRIBUTE_MARK.search


def _safe(text: str) -> Markup:
    """Take a text for markup without asking; only what was made of escaped pieces comes here."""
    return _new(Markup, text)


def _escaped(text: str) -> Markup:
    if _mark(text):
        text = text.translate(_REFERENCES)
        text = _HYPHEN_IN_WORD.sub("-", text) if _HYPHEN in text else text
    if text[:1] in _BEFORE_TEXT or text[:1].isdigit():
        text = _LIST_NUMBER.sub(_reference, text)
    return _new(Markup, text)


LONGEST_LABEL = 100
"""Characters of texts that may well be asked for again, such as titles and names of records; sentences are not."""
_escaped_label = lru_cache(maxsize=32_768)(_escaped)


def text(untrusted: str) -> Markup:
    """Give a text as Markdown or HTML text."""
    return Markup.escape(untrusted)


def attribute(untrusted: str) -> Markup:
    """Give a text as the value of a double-quoted attribute of an HTML tag, which reads better than `Markup.escape`."""
    return _safe(untrusted.translate(_ATTRIBUTE_REFERENCES))


def join(parts: Iterable[str], between: str = "") -> Markup:
    """Join pieces of a page, escaping those that are not `Markup`; what stands between them is ours."""
    return _safe(between).join(parts)


def element(name: str, content: str = "", /, **attributes: str | int | None) -> Markup:
    """Build an HTML element; attributes that are None are left out, `_` in their names stands for `-`.

    A trailing `_` in a name is dropped, so that `class_` and `for_` can be written.
    """
    if type(content) is not Markup:
        content = _escape(content)
    written = _written(attributes) if attributes else ""
    return _new(Markup, f"<{name}{written}>{content}</{name}>")


def void_element(name: str, /, **attributes: str | int | None) -> Markup:
    """Build an HTML element that has no content and no end, such as `meta`; attributes as for `element`."""
    return _safe(f"<{name}{_written(attributes)}>")


def _written(attributes: Mapping[str, str | int | None]) -> str:
    written = ""
    for key, value in attributes.items():
        if value is not None:
            shown = (
                value.translate(_ATTRIBUTE_REFERENCES) if isinstance(value, str) and _attribute_mark(value) else value
            )
            written += f'{_before_value(key)}{shown}"'
    return written


@cache
def _before_value(key: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="'


def url(untrusted: str | None) -> str | None:
    """Give a web address that a page may link to, percent-encoded to plain ASCII, or None for any that it may not.

    Only absolute http and https addresses and mailto are links; all others (javascript, data, relative) are text.
    """
    if not untrusted:
        return None
    try:
        parts = urlsplit(untrusted.strip())
        host = parts.hostname or ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    rest = quote(untrusted.strip()[len(parts.scheme) + 1 :], safe="/:?#[]@!$&'()*+,;=%~-._")
    if scheme in {"http", "https"} and host and "@" not in parts.netloc:
        return f"{scheme}:{rest}" if rest.startswith("//") else None
    if scheme == "mailto" and "@" in rest:
        return f"mailto:{rest}"
    return None


def json_text(value: object) -> str:
    """Give JSON that may also stand inside an HTML script element: no `<`, `>`, `&` or JavaScript line end in it."""
    dumped = _json(value)
    return dumped.translate(_JSON_REFERENCES) if _JSON_MARK.search(dumped) else dumped


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
_JSON_REFERENCES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_JSON_MARK = re.compile(f"[{''.join(map(chr, _JSON_REFERENCES))}]")


def json_script(value: object, kind: str) -> Markup:
    """Give a script element that holds JSON of a kind, such as application/ld+json, which no browser runs."""
    return _safe(f'<script type="{attribute(kind)}">{json_text(value)}</script>')


def yaml_scalar(value: str | float | bool | None) -> str:  # noqa: FBT001 (it turns any scalar into YAML)
    """Give a value as a YAML scalar on one line: strings double-quoted unless they are plainly only words."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN_YAML.match(value) and value.lower() not in _YAML_WORDS:
        return value
    return json.dumps(value, ensure_ascii=False).translate(_YAML_REFERENCES)


_PLAIN_YAML = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ /.'-][A-Za-z0-9]+)*\.?\Z")
_YAML_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_YAML_REFERENCES = {
    code: f"\\u{code:04X}" for code in [0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF]
}


def xml(untrusted: str) -> str:
    """Give a text as XML 1.0 character data or attribute value; characters that XML cannot hold are dropped."""
    kept = _NOT_XML.sub("", untrusted)
    return kept.translate(_XML_REFERENCES)


_XML_REFERENCES = {ord(char): f"&#{ord(char)};" for char in "&<>\"'\t\n\r"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def csv_cell(untrusted: str) -> str:
    """Give a table cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it.

    Source: OWASP, CSV Injection.
    """
    return f"'{untrusted}" if untrusted[:1] in {"=", "+", "-", "@", "\t", "\r"} else untrusted


def terminal(untrusted: str) -> str:
    """Give a text for a line of a terminal: what a terminal would obey, or cannot show, is a replacement character.

    That is whatever is no letter, mark or plain space: control characters, escapes, line ends, marks of direction.
    """
    if untrusted.isprintable():
        return untrusted
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in untrusted)


_DOT_IN_WORD = re.compile(r"(?<=\w)\.(?=\w)")


def summary_text(untrusted: str) -> Markup:
    """Give a text for the Markdown of a hosting site, which makes links also of what looks like an address.

    Beside the marks dots inside of words are references, and what a terminal would obey is replaced.
    """
    return _safe(_DOT_IN_WORD.sub("&#46;", Markup.escape(terminal(untrusted))))
