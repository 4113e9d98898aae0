"""The content folder as a whole: every file is read by itself, then what concerns several files is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.addresses import GENERATED
from generator.formats.addresses_file import Listed, read_addresses
from generator.formats.articles import read_article
from generator.formats.authorities import read_authorities
from generator.formats.decisions import read_decisions
from generator.formats.folder import ADDRESSES, ARTICLES, AUTHORITIES, DECISIONS, PAGES
from generator.ledger import Decision
from generator.making.memo import Memo
from generator.model import Article, ArticleId, Record, RecordId
from generator.problems import ContentError, Problem
from generator.redacting.content import Censor
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.redacting.entries import Redaction


LARGEST_TEXT = 2 * 2**20
"""Bytes of an article or page; a long book has one million. Work on a text grows with its length alone."""
LARGEST_LIST = 32 * 2**20
"""Bytes of a file of records, decisions or addresses; that of ten thousand records has five million."""


class Content(msgspec.Struct, frozen=True):
    """What people wrote, by key, and what was wrong with it; `origins` tells where each record stands.

    `censor` took out what must not be published, and knows it.
    """

    articles: dict[ArticleId, Article]
    records: dict[RecordId, Record]
    decisions: tuple[tuple[str, int, Decision], ...]
    pages: dict[ArticleId, Article]
    problems: tuple[Problem, ...]
    origins: dict[RecordId, tuple[str, int]]
    addresses: dict[str, Listed] = {}
    censor: Censor | None = None


def read_content(folder: Path, known: Memo[Article] | None = None, redactions: Sequence[Redaction] = ()) -> Content:
    """Read a content folder; bad files and entries are left out and told in `problems`, sorted by place.

    `known` are good articles of earlier runs, by the digest of path and bytes. What `redactions` name is in nothing
    that is given, nor in what is `known`.
    """
    problems: list[Problem] = []
    known = known or Memo(None, Article)
    records, origins = _read_records(folder, problems)
    decisions = _read_ledger(folder, problems)
    addresses = _read_addresses(folder, problems)
    censor = Censor(redactions, records, [one for _, _, one in decisions]) if redactions else None
    read, ids = _read_pages(folder, ARTICLES, known, problems, censor)
    articles = _unique(read, problems)
    read, _ = _read_pages(folder, PAGES, known, problems, censor)
    pages = _unique(_own_addresses(read, problems), problems)
    content = Content(articles, records, decisions, pages, tuple(sorted(problems)), origins, addresses)
    return _censored(content, censor, ids) if censor else content


def _files(folder: Path, below: str, suffixes: tuple[str, ...]) -> list[tuple[str, Path]]:
    """Give the files below a folder with their paths relative to the content folder, sorted; links are not followed."""
    found = (path for path in (folder / below).rglob("*") if path.suffix in suffixes and path.is_file())
    return sorted((path.relative_to(folder).as_posix(), path) for path in found if not path.is_symlink())


def _bytes(path: Path, name: str, largest: int) -> bytes:
    """Read a file of at most so many bytes; raises ContentError for a larger one, which is not read."""
    size = path.stat().st_size
    if size > largest:
        message = f"too large: {size / 2**20:.0f} MiB of at most {largest // 2**20}"
        raise ContentError([Problem(name, 1, message, hint="split it, or remove what is no text")])
    return path.read_bytes()


def _read_pages(
    folder: Path, below: str, known: Memo[Article], problems: list[Problem], censor: Censor | None
) -> tuple[list[Article], Mapping[str, ArticleId]]:
    """Give the articles or pages below a folder, and the ids that they have now by those in their files' names."""
    articles = []
    for name, path in _files(folder, below, (".md",)):
        if censor and censor.leaves_out(path.stem):
            continue
        try:
            raw = _bytes(path, name, LARGEST_TEXT)
            digest = digest_of(censor.digest if censor else b"", name.encode(), b"\0", raw)
            articles.append((path.stem, known.result(digest, _article, raw, name, censor)))
        except ContentError as error:
            problems.extend(error.problems)
    return censor.apart(articles) if censor else ([article for _, article in articles], {})


def _article(raw: bytes, name: str, censor: Censor | None) -> Article:
    article = read_article(raw, name)
    return censor.article(article) if censor else article


def _censored(content: Content, censor: Censor, ids: Mapping[str, ArticleId]) -> Content:
    """Give content whose articles and pages are redacted with the rest redacted as well."""
    records, origins = censor.records(content.origins)
    return msgspec.structs.replace(
        content,
        records=records,
        decisions=censor.decisions(content.decisions, ids),
        problems=tuple(sorted(map(censor.problem, content.problems))),
        origins=origins,
        addresses=censor.addresses(content.addresses, ids),
        censor=censor,
    )


def _own_addresses(pages: Iterable[Article], problems: list[Problem]) -> Iterator[Article]:
    """Yield the pages of editors but for those that would take the address of a page that is generated."""
    for page in pages:
        if page.id in GENERATED:
            hint = "rename the file"
            problems.append(Problem(page.path, 1, "a page of that name is generated", page.id, hint))
        else:
            yield page


def _unique(articles: Iterable[Article], problems: list[Problem]) -> dict[ArticleId, Article]:
    """Key articles by id; where two files claim one, the first by path keeps it and the other is left out."""
    unique: dict[ArticleId, Article] = {}
    for article in articles:
        first = unique.setdefault(article.id, article)
        if first is not article:
            hint = f"{first.path} has it: rename this file"
            problems.append(Problem(article.path, 1, "an id that another file has", article.id, hint))
    return dict(sorted(unique.items()))


def _read_records(
    folder: Path, problems: list[Problem]
) -> tuple[dict[RecordId, Record], dict[RecordId, tuple[str, int]]]:
    records: dict[RecordId, Record] = {}
    origins: dict[RecordId, tuple[str, int]] = {}
    for name, path in _files(folder, AUTHORITIES, (".yml", ".yaml")):
        try:
            found, faults = read_authorities(_bytes(path, name, LARGEST_LIST), name)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        problems.extend(faults)
        for line, record in found.items():
            if record.id in records:
                earlier = "{}:{}".format(*origins[record.id])
                problems.append(Problem(name, line, "a record's id that was used before", record.id, f"see {earlier}"))
            else:
                records[record.id] = record
                origins[record.id] = (name, line)
    return dict(sorted(records.items())), origins


def _read_ledger(folder: Path, problems: list[Problem]) -> tuple[tuple[str, int, Decision], ...]:
    path = folder / DECISIONS
    if not path.is_file():
        return ()
    try:
        decisions, faults = read_decisions(_bytes(path, DECISIONS, LARGEST_LIST), DECISIONS)
    except ContentError as error:
        problems.extend(error.problems)
        return ()
    problems.extend(faults)
    return tuple((DECISIONS, line, decision) for line, decision in decisions.items())


def _read_addresses(folder: Path, problems: list[Problem]) -> dict[str, Listed]:
    path = folder / ADDRESSES
    if not path.is_file():
        return {}
    try:
        listed, faults = read_addresses(_bytes(path, ADDRESSES, LARGEST_LIST), ADDRESSES)
    except ContentError as error:
        problems.extend(error.problems)
        return {}
    problems.extend(faults)
    return listed
