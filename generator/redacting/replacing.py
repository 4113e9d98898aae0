"""Replacing: texts, pieces of a text and slugs without what is redacted in them.

What comes in the place of a name may make another with what stands around it ("Jane Jane Doe Doe"), so a text is looked
at until nothing is found in it any more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.redacting.entries import compiled, names_of, replacement_of
from generator.redacting.folding import folded, folded_with_places
from generator.redacting.forms import joined_in_slugs, parts_of, words_alone
from generator.redacting.matching import Found, Matcher, Term, united
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from generator.redacting.entries import Redaction
    from generator.redacting.forms import Form

ROUNDS = 3
"""How often what is found is replaced; what is still found then is taken out."""
_POSSESSIVE = re.compile(r"['’]s\b")
_MANY_HYPHENS = re.compile(r"-{2,}")


class Part(NamedTuple):
    """A single word of a redacted name, by itself: its entry, and other people's names in which it is theirs."""

    entry: int
    word: str
    of_others: tuple[Form, ...] = ()


class Replacer:
    """Takes out of texts what a list of redactions names; `terms` are all names of its entries, by their numbers.

    `parts` are the words that stand for a person in an article that names the person in full.
    """

    def __init__(self, entries: Sequence[Redaction], terms: Iterable[Term], parts: Iterable[Part] = ()) -> None:
        self.entries = entries
        terms = tuple(terms)
        patterns = [(place, compiled(one.pattern)) for place, one in enumerate(entries) if one.pattern]
        self.matcher = Matcher(terms, patterns)
        self._parts = tuple(parts)
        self._in_slugs = [(term.entry, joined) for term in terms if (joined := joined_in_slugs(term.name))]

    def text(self, text: str, named: Collection[int] = ()) -> str:
        """Give a text without what is redacted; of the entries that are `named`, also without their parts."""
        return self.pieces([text], [""], named)[0]

    def items(self, texts: Iterable[str], named: Collection[int] = ()) -> tuple[str, ...]:
        """Give the texts of a list without what is redacted in them or over several of them; those left empty go."""
        given = [*texts]
        replaced = self.pieces(given, [", "] * len(given), named)
        return tuple(text for text, before in zip(replaced, given, strict=True) if text or not before)

    def pieces(self, pieces: Sequence[str], joints: Sequence[str], named: Collection[int] = ()) -> list[str]:
        """Give the pieces of a text without what is redacted in them together; `joints` stand before each."""
        replaced, joined = [*pieces], _joined(pieces, joints)
        found = united([*self.matcher.find(joined), *self._found_parts(joined, named)])
        rounds = 0
        while found:
            replacement = self._replacement if rounds < ROUNDS else _nothing
            replaced = _replaced(replaced, joints, found, joined, replacement)
            joined = _joined(replaced, joints)
            found = self.matcher.find(joined)
            rounds += 1
        return replaced

    def slug(self, key: str, named: Collection[int] = ()) -> str:
        """Give a slug, or the name of a file, without what is redacted; it is then a slug in any case."""
        found = united([*self.matcher.find(key), *self._found_parts(key, named), *self._run_together(key, named)])
        if not found:
            return key
        left, rounds = key, 0
        while found:
            replacement = self._slug_of if rounds < ROUNDS else _hyphen
            left = _MANY_HYPHENS.sub("-", _replaced([left], [""], found, left, replacement)[0]).strip("-")
            found = self.matcher.find(left)
            rounds += 1
        plain = slug(left)
        return plain if not self.matcher.find(plain) else slug("")

    def path(self, path: str) -> str:
        """Give the path of a file without what is redacted, its suffix as it is."""
        *folders, name = path.split("/")
        stem, dot, suffix = name.rpartition(".")
        return "/".join([*map(self.slug, folders), f"{self.slug(stem)}{dot}{suffix}" if dot else self.slug(suffix)])

    def named_in(self, text: str) -> set[int]:
        """Give the numbers of the entries of which something is in a text."""
        return {one.entry for one in self.matcher.find(text)}

    def is_clean(self, text: str, named: Collection[int] = ()) -> bool:
        """Tell whether nothing that is redacted is in a text, nor a part of what is `named`."""
        return not self.matcher.find(text) and not self._found_parts(text, named, prose=False)

    def _found_parts(self, text: str, named: Collection[int], *, prose: bool = True) -> list[Found]:
        """Find the single words of names; in prose not where they are written small, as other words are."""
        parts = [part for part in self._parts if part.entry in named]
        if not parts:
            return []
        plain, places = folded_with_places(text)
        entry_of = {part.word: part.entry for part in parts}
        shields = [span for part in parts for form in part.of_others for span in _spans(form, plain)]
        found = []
        for match in words_alone([*entry_of]).finditer(plain):
            start, end = places[match.start()], places[match.end() - 1] + 1
            is_theirs = any(first <= match.start() and match.end() <= last for first, last in shields)
            if not is_theirs and not (prose and text[start:end].islower() and text != plain):
                found.append(Found(start, end, entry_of[match[0]]))
        return found

    def _run_together(self, key: str, named: Collection[int]) -> Iterator[Found]:
        for entry, joined in self._in_slugs:
            place = key.find(joined) if entry in named else -1
            if place >= 0:
                yield Found(place, place + len(joined), entry)

    def _replacement(self, found: Found, said: str) -> str:
        entry = self.entries[found.entry]
        is_part = folded(said) in {part.word for part in self._parts if part.entry == found.entry}
        return replacement_of(entry, said if is_part else None)

    def _slug_of(self, found: Found, said: str) -> str:
        replacement = self._replacement(found, said)
        return f"-{slug(replacement)}-" if replacement else "-"


def terms_of(entries: Sequence[Redaction]) -> tuple[Term, ...]:
    """Give the names that entries say themselves."""
    return tuple(Term(place, name) for place, one in enumerate(entries) for name in names_of(one))


def parts(
    entries: Sequence[Redaction], terms: Iterable[Term], taken: Collection[str], others: Mapping[str, tuple[Form, ...]]
) -> Iterator[Part]:
    """Yield the parts of names, but for words that are `taken` by what is no person.

    `others` are the names of other people, by the words that they are of.
    """
    for term in terms:
        for word in parts_of(term.name) if entries[term.entry].parts else ():
            if word not in taken:
                yield Part(term.entry, word, others.get(word, ()))


def _spans(form: Form, text: str) -> Iterator[tuple[int, int]]:
    if form.anchor in text:
        yield from (match.span() for match in form.pattern.finditer(text))


def _nothing(found: Found, said: str) -> str:  # noqa: ARG001
    return ""


def _hyphen(found: Found, said: str) -> str:  # noqa: ARG001
    return "-"


def _joined(pieces: Sequence[str], joints: Sequence[str]) -> str:
    return "".join(
        f"{joint if place else ''}{piece}" for place, (joint, piece) in enumerate(zip(joints, pieces, strict=True))
    )


def _replaced(
    pieces: Sequence[str],
    joints: Sequence[str],
    found: Sequence[Found],
    joined: str,
    replacement: Callable[[Found, str], str],
) -> list[str]:
    """Put a replacement into the first piece of each that was found, and take the rest of it out of the others."""
    replaced = []
    begin = 0
    done: set[int] = set()
    for place, (joint, piece) in enumerate(zip(joints, pieces, strict=True)):
        begin += len(joint) if place else 0
        end = begin + len(piece)
        left, last = [], 0
        for number, one in enumerate(found):
            start, stop = max(one.start, begin) - begin, min(one.end, end) - begin
            if start >= stop:
                continue
            said = "" if number in done else replacement(one, joined[one.start : one.end])
            done.add(number)
            start, stop = (start, stop) if said else _with_gap(piece, start, stop)
            left += [piece[last : max(start, last)], said]
            last = stop
        replaced.append("".join([*left, piece[last:]]))
        begin = end
    return replaced


def _with_gap(piece: str, start: int, end: int) -> tuple[int, int]:
    """Widen what is taken out by its possessive and by one of the spaces around it."""
    possessive = _POSSESSIVE.match(piece, end)
    end = possessive.end() if possessive else end
    if piece[end : end + 1] == " " and (start == 0 or piece[start - 1] == " "):
        return start, end + 1
    if end == len(piece) and piece[start - 1 : start] == " ":
        return start - 1, end
    return start, end
