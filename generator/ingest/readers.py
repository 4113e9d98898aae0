"""The readers by suffix: each turns the bytes of a file into articles, and knows nothing of the others.

A reader of a further kind of file is one more function here: it gives `Harvest`, or raises ContentError with the
reason.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.decoding import unescaped
from generator.ingest.mail.messages import articles_of_mail
from generator.ingest.markdown import articles_of_markdown
from generator.ingest.model import Harvest, RawFile
from generator.ingest.plain import articles_of_text
from generator.ingest.reading import LARGEST_DOCUMENT, LARGEST_TABLE, read_text
from generator.ingest.tables import articles_of_csv, articles_of_json_lines
from generator.normalise import plain_text
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model import Rights


def _articles_of_plain(file: RawFile, rights: Rights) -> Harvest:
    document = read_text(file)
    whole = unescaped(document.text)
    if whole != document.text:
        document = msgspec.structs.replace(document, text=plain_text(whole))
    return Harvest(articles_of_text(document, rights))


def _articles_of_pdf(file: RawFile, rights: Rights) -> Harvest:
    from generator.ingest.pdf.documents import articles_of_pdf  # noqa: PLC0415 (its library too)

    return articles_of_pdf(file, rights)


def _articles_of_page(file: RawFile, rights: Rights) -> Harvest:
    from generator.ingest.web.pages import articles_of_page  # noqa: PLC0415 (its libraries take longest to load)

    return articles_of_page(file, rights)


READERS: dict[str, Callable[[RawFile, Rights], Harvest]] = {
    ".txt": _articles_of_plain,
    ".text": _articles_of_plain,
    ".md": articles_of_markdown,
    ".markdown": articles_of_markdown,
    ".html": _articles_of_page,
    ".htm": _articles_of_page,
    ".xhtml": _articles_of_page,
    ".eml": articles_of_mail,
    ".pdf": _articles_of_pdf,
    ".jsonl": articles_of_json_lines,
    ".ndjson": articles_of_json_lines,
    ".csv": articles_of_csv,
    ".tsv": articles_of_csv,
}
TABLES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})


def largest(name: str) -> int:
    """Give how many bytes a file of a name may have."""
    return LARGEST_TABLE if is_table(name) else LARGEST_DOCUMENT


def is_table(name: str) -> bool:
    """Tell whether each row of a file of a name is a document."""
    return _suffix(name) in TABLES


def articles_of(file: RawFile, rights: Rights = "excerpt") -> Harvest:
    """Give the articles in a file and what is wrong with it; never raises for anything in the file."""
    reader = READERS.get(_suffix(file.name) or ".txt")
    if reader is None:
        hint = f"files that are read: {', '.join(sorted(READERS))}"
        return Harvest(problems=(Problem(file.name, 1, "no reader for this kind of file", _suffix(file.name), hint),))
    try:
        harvest = reader(file, rights)
    except ContentError as error:
        return Harvest(problems=error.problems)
    except RecursionError:
        return Harvest(problems=(Problem(file.name, 1, "nested too deeply"),))
    nameless = [candidate for candidate in harvest.candidates if not candidate.front.title]
    if nameless:  # neither headline nor text: nothing was found but captions and credits
        named = tuple(candidate for candidate in harvest.candidates if candidate.front.title)
        told = tuple(Problem(file.name, candidate.line, "neither a headline nor a text") for candidate in nameless)
        return Harvest(named, (*harvest.problems, *told))
    if harvest.candidates or harvest.problems:
        return harvest
    return Harvest(
        problems=(Problem(file.name, 1, "no article found in it", hint="nothing but what sites print around one"),)
    )


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
