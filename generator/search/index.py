"""The search index in parts: a document for each page, parts few, and of these only the changed made anew.

Which part a document is in hangs on its address alone, so an edit changes one part. All parts are about equally large
and alike, so that the weights of words are too, and the browser merges them (engine.js). Each part costs a reader a few
files before the first result, so there are never many.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.making.makers import Maker, make_files
from generator.making.tracing import with_traced_tables
from generator.search.fact_records import fact_records
from generator.search.pagefind import SCRIPT, IndexingError, program_in, run_pagefind
from generator.search.records import document, search_records
from generator.search.settling import settled
from generator.versions import program
from generator.writing import Tree, digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.corpus import Corpus
    from generator.making.tracing import Seen
    from generator.search.records import SearchRecord

FOLDER = "pagefind"
"""The folder of the index below the site's root; the scripts of the search look for it there."""
TOLD = "index.json"
"""The file that tells the scripts of the search what there is: a `Told`."""

LARGEST_PART = 1_000
"""Documents of which Pagefind needs about 0.25 GB of memory and 2 s to index them."""
MOST_PARTS = 16
"""From here on parts grow, because a reader pays for their number."""
FOLDER_NAME = 12
"""Letters of the name of a part's folder."""


def search_index(
    corpus: Corpus,
    digests: Mapping[Seen, bytes],
    work: Path,
    jobs: int = 1,
    share: Callable[[str], bool] | None = None,
) -> Tree:
    """Make the search index and give the tree of its files, as they stand in the folder of the index in the site.

    `digests` are those of the corpus' tables; `work` keeps documents and index from run to run. All languages go into
    one index, stemmed as the site's, because a reader searches the whole collection. No documents, no index. Only parts
    whose name is in the `share`, if there is one, are made.

    Raises:
        IndexingError: where Pagefind is missing, fails, or leaves a document out.
    """
    language = corpus.site.language
    context = digest_of(program(), language.encode())
    documents = Tree(work / "documents", work / "documents.files")
    makers = [*_document_makers(with_traced_tables(corpus), language)]
    make_files(makers, documents, digests, work / "documents.made", context, jobs)
    documents.finish()
    index = Tree(work / "index", work / "index.files")
    parts = _parts(documents)
    makers = [Maker(part.name, partial(_indexed, part, documents.root, language), part.digest) for part in parts]
    makers = [one for one in makers if not share or share(one.name)]
    make_files(makers, index, {}, work / "index.made", context, jobs, worth_processes=2)
    if parts and not share:
        years = {one.article.front.published[:4] for one in corpus.articles.values() if one.article.front.published}
        told = Told([part.folder for part in parts], sum(part.documents for part in parts), sorted(years))
        index.write(TOLD, msgspec.json.encode(told))
    index.finish()
    return index


class Told(msgspec.Struct, frozen=True):
    """What is told: the folders of the parts, of which the first has the program, and number and years of documents."""

    parts: list[str]
    documents: int
    years: list[str]


class _Part(NamedTuple):
    """A part of the index: its name, which is the folder of its documents, how many there are, and their digest."""

    name: str
    documents: int
    digest: bytes
    is_first: bool

    @property
    def folder(self) -> str:
        """The folder of its files, which has another name whenever one of them is another."""
        return self.digest.hex()[:FOLDER_NAME]


def parts_for(documents: int) -> int:
    """Give the number of parts for so many documents: a power of two, so that it changes seldom."""
    return next((parts for parts in (1, 2, 4, 8) if documents <= parts * LARGEST_PART), MOST_PARTS)


def _document_makers(corpus: Corpus, language: str) -> Iterator[Maker]:
    found = [*search_records(corpus)]
    parts = parts_for(len(found))
    for address, make in found:
        yield Maker(address, partial(_document, make, parts, language))
    yield Maker("facts", partial(_fact_documents, corpus, parts, language))


def _document(make: Callable[[], SearchRecord], parts: int, language: str) -> list[tuple[str, bytes]]:
    return [_placed(make(), parts, language)]


def _fact_documents(corpus: Corpus, parts: int, language: str) -> list[tuple[str, bytes]]:
    return [_placed(record, parts, language) for record in fact_records(corpus)]


def _placed(record: SearchRecord, parts: int, language: str) -> tuple[str, bytes]:
    """Give the file of a document in the folder of its part."""
    part = digest_of(record.address.encode())[0] % parts
    return f"{part}/{record.address}index.html", document(record, language).encode()


def _parts(documents: Tree) -> list[_Part]:
    """Give the parts that have documents, in order; the first holds the program too."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for name, digest in sorted(documents.digests().items()):
        found[name.partition("/")[0]].append(name.encode() + digest)
    return [
        _Part(part, len(found[part]), digest_of(program(), bytes([place]), *found[part]), place == 0)
        for place, part in enumerate(sorted(found, key=int))
    ]


def _indexed(part: _Part, documents: Path, language: str) -> Iterator[tuple[str, bytes]]:
    """Index the documents of a part and yield its files."""
    index = run_pagefind(documents / part.name, language)
    try:
        number, files = settled(index, part.name)
    except (ValueError, KeyError) as error:
        raise IndexingError(f"Pagefind's index is not of the form that is known here: {error}") from error
    if number != part.documents:
        raise IndexingError(f"Pagefind indexed {number} of {part.documents} documents")
    yield from ((f"{part.folder}/{name}", content) for name, content in files.items())
    if part.is_first:
        program_file = program_in(index)
        yield SCRIPT, index[SCRIPT]
        yield f"{part.folder}/{program_file}", index[program_file]
