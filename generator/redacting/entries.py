r"""The list of redactions: what an entry may say, and how it is read.

It is a YAML list. Each entry has one of `name` (with `aliases`), `pattern` and `article`, and mostly `replace`:

    - name: Jane Doe
      aliases: [Auntie Jane]
      replace: Witness A         # initials, nothing, or any text; [redacted] without it
    - pattern: '\d{5}-\d{7}-\d'  # an expression of RE2, whose time is linear in the text
    - article: 2022-02-06-an-arrest   # left out; with 'replace: metadata' only its text is

The list is a secret: what is wrong with it is told by its line, without what stands there.
"""

from __future__ import annotations

import os
from hashlib import scrypt
from typing import TYPE_CHECKING, Any

import msgspec
import re2

from generator.formats.list_files import read_items
from generator.normalise import one_line
from generator.problems import ContentError, Problem
from generator.redacting import VARIABLE
from generator.redacting.forms import initials_of, is_findable
from generator.redacting.matching import Matcher, Term
from generator.slugs import is_slug
from generator.writing import DIGEST_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

INITIALS, NOTHING, METADATA, UNSAID = "initials", "nothing", "metadata", "[redacted]"
"""What `replace` may say beside a text of the editor's own, and what stands there where it says nothing."""
_SALT = b"cuttings redactions"
KINDS = ("name", "pattern", "article")
"""What an entry may be about; it has one of these keys."""


class Redaction(msgspec.Struct, frozen=True):
    """One entry: a name with its aliases, a pattern or an article, and what comes in its place.

    `parts` says whether, in an article that has the name in full, its single words are redacted as well.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    pattern: str | None = None
    article: str | None = None
    replace: str | None = None
    parts: bool = True


class _Written(msgspec.Struct, frozen=True):
    """An entry with its line."""

    line: int
    entry: Redaction


def redactions_of(file: Path | None, environment: dict[str, str] | None = None) -> tuple[Redaction, ...]:
    """Give the redactions of a file, if there is one, and after them those of the environment variable.

    Raises ContentError for a list with faults, OSError for a file that cannot be read.
    """
    said = (os.environ if environment is None else environment).get(VARIABLE, "")
    of_file = read_redactions(file.read_bytes(), str(file)) if file else ()
    return (*of_file, *read_redactions(said.encode(), VARIABLE))


def digest_of_list(redactions: Iterable[Redaction], *more: object) -> bytes:
    """Give a digest of redactions and what else is named, slow to make, so that nobody finds a name by trying many."""
    said = msgspec.msgpack.encode((tuple(redactions), more))
    return scrypt(said, salt=_SALT, n=2**14, r=8, p=1, dklen=DIGEST_SIZE)


def read_redactions(raw: bytes, path: str) -> tuple[Redaction, ...]:
    """Read a list of redactions; raises ContentError, which repeats nothing of the list, where it has faults."""
    try:
        items, reader = read_items(raw, path, "redactions are a list", "begin each entry with '- name: …'")
        read = [(item.line, reader.record(item, Redaction)) for item in items]
        written = [_Written(line, entry) for line, entry in read if entry is not None]
        faults = [*reader.problems, *(Problem(path, line, *fault) for line, fault in _faults(written))]
    except ContentError as error:
        faults = [*error.problems]
        written = []
    if faults:
        told = (msgspec.structs.replace(fault, value=None, hint=_hint(fault)) for fault in faults)
        raise ContentError(sorted(told))
    return tuple(one.entry for one in written)


def compiled(pattern: str) -> Any:  # noqa: ANN401 (the library has no types)
    """Compile a pattern of an entry; raises ValueError for what no linear expression can say."""
    options = re2.Options()
    options.log_errors = False  # it would print the pattern
    try:
        return re2.compile(pattern, options)
    except re2.error:
        raise ValueError("not an expression of RE2") from None


def names_of(entry: Redaction) -> tuple[str, ...]:
    """Give the name of an entry and its aliases; none of an entry of another kind."""
    return (entry.name, *entry.aliases) if entry.name else ()


def _hint(fault: Problem) -> str:
    """Keep hints of ours, which hold a value only where they guess at what was meant."""
    return "" if fault.value is not None and "'" in fault.hint else fault.hint


Fault = tuple[str, str | None, str]


def _faults(written: list[_Written]) -> Iterator[tuple[int, Fault]]:
    terms = []
    for place, one in enumerate(written):
        yield from ((one.line, fault) for fault in _faults_of(one.entry))
        terms += [Term(place, name) for name in names_of(one.entry)]
    matcher = Matcher(terms, ())
    for one in written:
        if any(matcher.find(replacement_of(one.entry, name)) for name in names_of(one.entry)):
            hint = "let 'replace' be a text without any of the names"
            yield one.line, ("what comes in its place says a name of the list", None, hint)


def _faults_of(entry: Redaction) -> Iterator[Fault]:
    given = [kind for kind in KINDS if getattr(entry, kind)]
    if len(given) != 1:
        yield "not one thing to redact", None, "give each entry one of name, pattern and article"
        return
    if not all(map(is_findable, names_of(entry))):
        yield "a name that is too short to be told from other words", None, "give the name in full, or use a pattern"
    if entry.aliases and not entry.name:
        yield "aliases without a name", None, "aliases belong to an entry with a name"
    if entry.article and not is_slug(entry.article):
        yield "no id of an article", None, "give the article's id in full"
    if entry.article and entry.replace not in {None, NOTHING, METADATA}:
        yield "an article cannot be replaced by this", None, "an article's replace is nothing or metadata"
    if entry.pattern:
        try:
            finds_nothing = compiled(entry.pattern).search("") is not None
        except ValueError:
            yield "not an expression of RE2", None, "look-around and back references are not linear, so RE2 has none"
        else:
            if finds_nothing:
                yield "a pattern that fits an empty text", None, "let it ask for at least one character"


def replacement_of(entry: Redaction, name: str | None = None) -> str:
    """Give the text that comes in the place of an entry's name, or of a part of it."""
    if entry.replace == NOTHING:
        return ""
    if entry.replace == INITIALS:
        return initials_of(name or entry.name or "") or UNSAID
    return one_line(entry.replace or UNSAID)
