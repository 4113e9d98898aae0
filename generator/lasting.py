"""Addresses that last: what answers at each published address whose page is gone.

Most of it follows from the content. A merged record's address leads to the record that stays, a story's to the article
that it was named after or to the story that tells it now, a speaker's to the record, and a record's that no article
names any more to its section. An article whose file has a fault is told to be left out. For the rest an editor says in
the file of addresses what became of it, and what nobody knows is a problem.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import SPEAKERS_FOLDER, address, record_page, section, section_page, story_page
from generator.authority import successors
from generator.fates import LEFT_OUT, TAKEN_DOWN, Fate
from generator.formats.folder import ADDRESSES
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.formats.addresses_file import Listed
    from generator.model import Record, RecordId

_SECTIONS_OF_RECORDS = frozenset({"countries", "topics", "entities", "outlets"})


class Lasting:
    """The addresses of a site: its pages, those that people listed, and what follows for those without a page.

    `records` are all that are known, with a page or not, and `left_out` the addresses of articles with faults.
    """

    def __init__(
        self,
        pages: Iterable[PagePath],
        listed: Mapping[str, Listed],
        corpus: Corpus,
        records: Mapping[RecordId, Record],
        left_out: Collection[str] = (),
    ) -> None:
        self._pages = {address(page): page for page in pages}
        self._listed = listed
        self._corpus = corpus
        self._records = records
        self._moved = successors(records)
        self._left_out = left_out

    def fates(self) -> dict[str, Fate]:
        """Give what became of each address that has no page, sorted; those by a story's other articles need none."""
        stories = {address(story_page(article)) for article in self._corpus.story_of}
        known = {*self._listed, *self._of_merged()} - self._pages.keys() - stories
        return {one: fate for one in sorted(known) if (fate := self._fate(one))}

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong: addresses that would be lost, and lines that say other than what is there."""
        for one, entry in self._listed.items():
            if one in self._pages:
                if entry.taken_down:
                    hint = "remove what stands there again, or take 'taken down' out of the line"
                    yield Problem(ADDRESSES, entry.line, "an address that was taken down has a page", one, hint)
                elif entry.to:
                    hint = f"remove what stands there, or '-> {entry.to}'"
                    yield Problem(ADDRESSES, entry.line, "an address that leads elsewhere has a page", one, hint)
            elif self._fate(one) is None:
                if entry.to:
                    hint = nearest(entry.to, self._pages) or "name an address that has a page"
                    yield Problem(ADDRESSES, entry.line, "an address that leads nowhere", f"{one} -> {entry.to}", hint)
                else:
                    yield Problem(ADDRESSES, entry.line, "an address that would be lost", one, self._remedy(one))

    def _remedy(self, one: str) -> str:
        folder, _, key = one.rstrip("/").rpartition("/")
        record = self._record(key) if folder in _SECTIONS_OF_RECORDS else None
        if record and record.private:
            return f"write '{one} taken down', or take the line out if the address itself says too much"
        return f"bring its page back, or write '{one} -> ADDRESS' for where it went or '{one} taken down'"

    def _of_merged(self) -> Iterator[str]:
        """Yield the addresses of merged records in the sections of those that stay, if these have a page."""
        for former in self._moved:
            record = self._record(former)
            if record and record.id in self._corpus.records:
                yield f"{section(record.kind)}/{former}/"

    def _fate(self, one: str) -> Fate | None:
        """Give what became of an address, through all that it leads to; None where nobody knows, or in a circle."""
        seen: set[str] = set()
        while one not in seen:
            seen.add(one)
            if one in self._pages:
                return Fate("moved", self._pages[one])
            entry = self._listed.get(one)
            if entry and entry.taken_down:
                return TAKEN_DOWN
            if one in self._left_out:
                return LEFT_OUT
            one = (entry and entry.to) or self._next(one) or one
        return None

    def _next(self, one: str) -> str | None:
        """Give the address to which one leads of itself."""
        folder, _, key = one.rstrip("/").rpartition("/")
        if folder == "stories":
            story = self._corpus.story_of.get(key)  # type: ignore[call-overload]
            return address(story_page(story)) if story else f"articles/{key}/"
        record = self._record(key) if folder in {*_SECTIONS_OF_RECORDS, SPEAKERS_FOLDER} else None
        if record is None or record.private:
            return None
        if record.id in self._corpus.records:
            return address(record_page(record))
        return address(section_page(section(record.kind)))

    def _record(self, key: str) -> Record | None:
        """Give the record that bears an id, or that took it over."""
        seen: set[str] = set()
        while key in self._moved and key not in seen:
            seen.add(key)
            key = self._moved[key]
        return self._records.get(key)  # type: ignore[call-overload,no-any-return]
