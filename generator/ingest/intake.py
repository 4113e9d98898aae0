"""Intake: what was asked for is found, fetched where it lies on the web, and read, each document within limits.

A document that breaks a limit, or its reader, is a problem of that document; the others go on.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.bounded import Limits, bounded
from generator.ingest.fetching import MOST_SECONDS, fetch
from generator.ingest.internet import internet
from generator.ingest.model import Harvest, RawFile
from generator.ingest.readers import READERS, articles_of, is_table, largest
from generator.ingest.reading import find_files, read_file
from generator.ingest.web_addresses import same_site
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.ingest.internet import Network
    from generator.ingest.model import Candidate
    from generator.model import Rights

SECONDS = 5.0
"""Processor time for a document; the largest real ones take a hundredth of it."""
MEMORY = 512 * 2**20
"""Bytes of memory for a document."""
TABLE_PER_MIB = 24 * 2**20
"""Bytes of memory that a table may take beside for each of its mebibytes, since it is read whole."""

_MIB = 2**20

Found = tuple[str, Path | None]
"""A file with its name below the folder that was added, or an address and no file."""


class Document(msgspec.Struct, frozen=True):
    """What is to be read: its name, how it was asked for, and its bytes or its problems where it was fetched."""

    name: str
    asked: str
    fetched: RawFile | None = None
    problems: tuple[Problem, ...] = ()

    def raw(self) -> RawFile:
        """Give its bytes; raises ContentError where they cannot be read, or are more than there may be."""
        return self.fetched or read_file(self.name, Path(self.asked), largest(self.name))


def find(paths: Sequence[str | Path]) -> tuple[list[Found], list[Problem]]:
    """Give the files and addresses that are meant by files, folders, patterns and addresses, and what is wrong."""
    found = list(find_files(paths, READERS))
    return [one for one in found if not isinstance(one, Problem)], [one for one in found if isinstance(one, Problem)]


def documents(found: Iterable[Found], fetched: Iterator[Document]) -> Iterator[Document]:
    """Give a document for each file, and the next of the fetched ones for each address."""
    for name, path in found:
        yield next(fetched) if path is None else Document(name, str(path))


def fetch_all(found: Iterable[Found], network: Network | None) -> Iterator[Document]:
    """Fetch the addresses that were found, each when it is its turn; raises BuildError where none may be fetched."""
    addresses = [name for name, path in found if path is None]
    if not addresses:
        return iter(())
    limits = Limits(MOST_SECONDS, MEMORY, waits=True)
    fetching = partial(_fetched, network or internet(os.environ))
    return bounded(fetching, addresses, limits=lambda _: limits, refused=_not_fetched)


def harvest_all(rights: Rights, read: Iterable[Document], jobs: int) -> Iterator[Harvest]:
    """Give the articles of each document or its problems, which name it as it was asked for."""
    return bounded(partial(_harvest, rights), read, limits=_limits, refused=_not_read, jobs=jobs)


def _fetched(network: Network, address: str) -> Document:
    try:
        file = fetch(address, network)
    except ContentError as error:
        return Document(address, address, problems=error.problems)
    return Document(file.name, address, file)


def _harvest(rights: Rights, document: Document) -> Harvest:
    try:
        harvest = articles_of(document.raw(), rights) if not document.problems else Harvest()
    except ContentError as error:
        harvest = Harvest(problems=error.problems)
    problems = (*document.problems, *harvest.problems)
    return Harvest(
        tuple(_located(candidate, document) for candidate in harvest.candidates),
        tuple(msgspec.structs.replace(problem, path=document.asked) for problem in problems),
    )


def _located(candidate: Candidate, document: Document) -> Candidate:
    """Say where an article comes from: the file as it was asked for; the address and the day where it was fetched."""
    retrieval = document.fetched.retrieval if document.fetched else None
    if retrieval is None:
        return msgspec.structs.replace(candidate, file=document.asked)
    source, notes = candidate.front.source, candidate.notes
    if source.url and not same_site(source.url, retrieval.url):
        notes = (*notes, f"the page says that its address is {source.url}")
        source = msgspec.structs.replace(source, url=None)
    source = msgspec.structs.replace(source, url=source.url or retrieval.url, retrieved=retrieval.on)
    front = msgspec.structs.replace(candidate.front, source=source)
    return msgspec.structs.replace(candidate, file=document.asked, front=front, notes=notes)


def _limits(document: Document) -> Limits:
    """Give the limits of a document; a table's rows are documents, so its limits grow with it."""
    if not is_table(document.name):
        return Limits(SECONDS, MEMORY)
    path = Path(document.asked)
    mebibytes = path.stat().st_size / _MIB if path.is_file() else 0
    return Limits(SECONDS * max(mebibytes, 1), MEMORY + int(TABLE_PER_MIB * mebibytes))


def _not_fetched(address: str, reason: str) -> Document:
    return Document(address, address, problems=(Problem(address, 1, f"not fetched: {reason}"),))


def _not_read(document: Document, reason: str) -> Harvest:
    return Harvest(problems=(Problem(document.asked, 1, reason, hint="split it, or add its text alone"),))
