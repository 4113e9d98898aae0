"""Putting a part of the index in order: the same documents give the same bytes, and a reader loads few of them.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a hash table that differs from run
to run; everything else it writes is the same each time. Its files are named after what they hold. Here they get short
names, which a reader loads all of before the first search; a part lies in a folder of its own that is named after all
that it holds, so no browser keeps a stale file. The name of a document begins with its date, by which the scripts of
the search sort: Pagefind cannot sort across parts.

Pagefind cuts the words of an index into pieces of about 25 KB, one of which is loaded for each word and part. With many
parts that is too much, so they are cut smaller.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, cast

import msgspec

from generator.search.stored import Value, array_head, closed, items, opened, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PIECE = 6_000
"""Bytes of words in a file before they are packed, about half of that after; a longer word has a file of its own."""

_FORM = 6
"""Fields of the meta file: version, pages, pieces of the words, filters, sort orders, names of metadata."""


class _Document(msgspec.Struct):
    """What is asked of a stored document."""

    meta: dict[str, str]


def settled(index: Mapping[str, bytes], part: str) -> tuple[int, dict[str, bytes]]:
    """Give the number of documents in what Pagefind made, and the files of a part of the index from it.

    `part` is a name among the parts.

    Raises:
        ValueError: where Pagefind's files are not of the form that is known here.
        KeyError: where one of them is missing.
    """
    entry = json.loads(index["pagefind-entry.json"])
    ((language, told),) = entry["languages"].items()
    meta = read(index[f"pagefind.{told['hash']}.pf_meta"])
    if not isinstance(meta, list) or len(meta) != _FORM:
        raise ValueError("the index has other fields than those known here")
    version, pages, pieces, filters, sorts, fields = meta
    documents = [*_documents(index, part, cast("list[list[str]]", pages))]
    words = [*_words(index, cast("list[list[str]]", pieces))]
    of_filters = sorted((key, _filter(index[f"filter/{file}.pf_filter"])) for key, file in _pairs(filters))
    told["hash"] = language
    named: list[Value] = [
        version,
        [[name, length] for name, length, _ in documents],
        [[first, last, str(number)] for number, (first, last, _) in enumerate(words)],
        [[key, key] for key, _ in of_filters],
        sorted(cast("list[Value]", sorts), key=str),
        fields,
    ]
    return len(documents), {
        **{f"fragment/{name}.pf_fragment": stored for name, _, stored in documents},
        **{f"index/{number}.pf_index": stored for number, (_, _, stored) in enumerate(words)},
        **{f"filter/{key}.pf_filter": stored for key, stored in of_filters},
        f"pagefind.{language}.pf_meta": written(named),
        "pagefind-entry.json": json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(),
    }


def _documents(index: Mapping[str, bytes], part: str, pages: list[list[str]]) -> Iterator[tuple[str, Value, bytes]]:
    """Yield the stored documents with their new names and their lengths."""
    decoder = msgspec.json.Decoder(_Document)
    of_day: dict[str, int] = defaultdict(int)
    for file, length in pages:
        stored = index[f"fragment/{file}.pf_fragment"]
        try:
            day = decoder.decode(opened(stored)).meta["day"]
        except (msgspec.DecodeError, KeyError) as error:
            raise ValueError("a document of the index has no day") from error
        yield f"{day}-{part}-{of_day[day]}".removesuffix("-0"), length, stored
        of_day[day] += 1


def _words(index: Mapping[str, bytes], pieces: list[list[str]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield the words in smaller pieces, each with what its first word begins with and its last word.

    The beginning is as short as tells the first word from the last one before, so that a query for a part of a word
    finds the piece with the words that go on from it.
    """
    before = first = last = ""
    gathered: list[bytes] = []
    size = 0
    for _, _, file in pieces:
        for item, stored in items(opened(index[f"index/{file}.pf_index"])):
            if gathered and size + len(stored) > PIECE:
                yield _beginning(first, before), last, _packed(gathered)
                before, gathered, size = last, [], 0
            last = str(cast("list[Value]", item)[0])
            first = first if gathered else last
            gathered.append(stored)
            size += len(stored)
    if gathered:
        yield _beginning(first, before), last, _packed(gathered)


def _packed(words: list[bytes]) -> bytes:
    return closed(b"".join((array_head(1), array_head(len(words)), *words)))


def _beginning(word: str, before: str) -> str:
    """Give as much of a word as puts it after the one before."""
    same = next((place for place, (one, other) in enumerate(zip(word, before, strict=False)) if one != other), None)
    return word[: (min(len(word), len(before)) if same is None else same) + 1]


def _pairs(named: Value) -> list[tuple[str, str]]:
    return [(str(key), str(file)) for key, file in cast("list[list[str]]", named)]


def _filter(stored: bytes) -> bytes:
    key, values = cast("list[Value]", read(stored))
    return written([key, sorted(cast("list[Value]", values), key=lambda value: str(cast("list[Value]", value)[0]))])
