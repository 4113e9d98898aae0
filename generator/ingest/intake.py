"""Intake: what was asked for is found, fetched where it lies on the web, and read, each document within limits.

A document that breaks a limit, or its reader, is a problem of that document; the others go on.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.bounded import bounded
from generator.ingest.fetching import MOST_SECONDS, fetch
from generator.ingest.internet import internet
from generator.ingest.model import Harvest, RawFile
from generator.ingest.readers import READERS, articles_of, is_table, largest
from generator.ingest.reading import find_files, read_file
from generator.ingest.web_addresses import same_site
from generator.limits import Limits
from generator.making.sending import in_order, same_installation
from generator.problems import BuildError, ContentError, Problem
from generator.versions import installation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from generator.ingest.internet import Network
    from generator.ingest.model import Candidate
    from generator.model import Rights

SECONDS = 5.0
"""Processor time for a document; the largest real ones take a hundredth of it."""
MEMORY = 512 * 2**20
"""Bytes of memory for a document."""
TABLE_PER_MIB = 24 * 2**20
"""Bytes of memory that a table may take beside for each of its mebibytes, since it is read whole."""
DOCUMENTS_A_RUN, BYTES_A_RUN = 200, 8 * 2**20
"""What is sent to a worker of an executor at a time: worth the half second that its process takes to begin."""
LONGEST_TOLD = 500
"""Characters of what a process of a worker said when it failed, from the end."""

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


def harvest_all(
    rights: Rights, read: Iterable[Document], jobs: int, executor: Executor | None = None
) -> Iterator[Harvest]:
    """Give the articles of each document or its problems, which name it as it was asked for.

    `jobs` is the number of processes to work with; to an executor, where there is one, the documents' bytes are sent.
    """
    if executor is None:
        return bounded(partial(_harvest, rights), read, limits=_limits, refused=_not_read, jobs=jobs)
    runs = ((installation(), rights, run) for run in _runs(map(_with_bytes, read)))
    return chain.from_iterable(in_order(executor, _harvested_there, runs))


def harvest_apart() -> None:
    """Harvest what stands in standard input, within limits, and write the harvests to standard output, both packed."""
    rights, documents = pickle.load(sys.stdin.buffer)  # noqa: S301 (it comes from the worker that began this process)
    pickle.dump([*harvest_all(rights, documents, 1)], sys.stdout.buffer)


def _harvested_there(expected: bytes, rights: Rights, run: Sequence[Document]) -> list[Harvest]:
    """Harvest documents for an executor: in a process begun anew, for its worker may have threads and no children."""
    same_installation(expected)
    command = [sys.executable, "-c", f"from {__name__} import harvest_apart; harvest_apart()"]
    finished = subprocess.run(command, input=pickle.dumps((rights, run)), capture_output=True, check=False)  # noqa: S603
    if finished.returncode:
        raise BuildError(f"a worker cannot read documents: {finished.stderr.decode(errors='replace')[-LONGEST_TOLD:]}")
    return pickle.loads(finished.stdout)  # type: ignore[no-any-return] # noqa: S301 (it is of our own process)


def _runs(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Cut documents into runs that are worth a process and small enough to be sent."""
    run: list[Document] = []
    size = 0
    for document in documents:
        run.append(document)
        size += len(document.fetched.content) if document.fetched else 0
        if len(run) == DOCUMENTS_A_RUN or size >= BYTES_A_RUN:
            yield run
            run, size = [], 0
    if run:
        yield run


def _with_bytes(document: Document) -> Document:
    """Give a document with its bytes, or the problem that they cannot be read: another machine has not its file."""
    if document.fetched or document.problems:
        return document
    try:
        return msgspec.structs.replace(document, fetched=document.raw())
    except ContentError as error:
        return msgspec.structs.replace(document, problems=error.problems)


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
    size = len(document.fetched.content) if document.fetched else path.stat().st_size if path.is_file() else 0
    mebibytes = size / _MIB
    return Limits(SECONDS * max(mebibytes, 1), MEMORY + int(TABLE_PER_MIB * mebibytes))


def _not_fetched(address: str, reason: str) -> Document:
    return Document(address, address, problems=(Problem(address, 1, f"not fetched: {reason}"),))


def _not_read(document: Document, reason: str) -> Harvest:
    return Harvest(problems=(Problem(document.asked, 1, reason, hint="split it, or add its text alone"),))
