"""Reading hostile documents as `add` does, and what came of each."""

import time
from collections.abc import Iterable, Iterator

import msgspec

from generator.bounded import bounded
from generator.formats.article_text import article_text
from generator.formats.articles import read_article
from generator.ingest.intake import MEMORY, SECONDS
from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of
from generator.limits import Limits
from generator.problems import ContentError

FAULTS = ("for a fault of cuttings", "broke off")
"""What a reason holds where not the document is to blame."""


class Reading(msgspec.Struct, frozen=True):
    """What came of a document: articles, reasons why there are none, and the seconds that it took."""

    name: str
    size: int
    articles: int = 0
    reasons: tuple[str, ...] = ()
    seconds: float = 0.0
    faults: tuple[str, ...] = ()


def readings(documents: Iterable[tuple[str, bytes]], seconds: float = SECONDS, jobs: int = 1) -> Iterator[Reading]:
    """Read documents, each within the limits of `add`."""
    limits = Limits(seconds, MEMORY)
    return bounded(_reading, documents, limits=lambda _: limits, refused=_refused, jobs=jobs)


def _reading(document: tuple[str, bytes]) -> Reading:
    name, content = document
    begin = time.process_time()
    harvest = articles_of(RawFile(name, content), "full")
    took = time.process_time() - begin
    faults = [fault for candidate in harvest.candidates for fault in _faults(candidate)]
    if not harvest.candidates and not harvest.problems:
        faults.append("neither an article nor a reason")
    if any(not problem.message or not str(problem).isprintable() for problem in harvest.problems):
        faults.append("a reason that cannot be shown")
    reasons = tuple(problem.message for problem in harvest.problems)
    return Reading(name, len(content), len(harvest.candidates), reasons, took, tuple(faults))


def _faults(candidate) -> Iterator[str]:
    """Give what is wrong with an article: it must be a file that the build reads, with the same text."""
    front = msgspec.structs.replace(candidate.front, id="an-id")
    try:
        article = read_article(article_text(front, candidate.body).encode(), "articles/undated/an-id.md")
    except ContentError as error:
        if not candidate.asserted:
            yield str(error)
        return
    if article.body != candidate.text:
        yield "its body does not read back as its text"


def _refused(document: tuple[str, bytes], reason: str) -> Reading:
    name, content = document
    faults = (reason,) if any(fault in reason for fault in FAULTS) else ()
    return Reading(name, len(content), 0, (reason,), SECONDS if "seconds" in reason else 0.0, faults)
