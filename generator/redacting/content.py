"""Redacting what was read: articles, records, decisions, addresses and problems, before anything else sees them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from generator.formats.addresses_file import Listed
from generator.formats.folder import ARTICLES
from generator.model import BLOCK_SEPARATOR, Article, ArticleId, Block, Record, RecordId, Run
from generator.problems import Problem
from generator.redacting.entries import METADATA, UNSAID, digest_of_list
from generator.redacting.people import people, unused
from generator.redacting.records import Records
from generator.redacting.replacing import Replacer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.ledger import Decision
    from generator.model import Exclusions, FrontMatter
    from generator.redacting.entries import Redaction

_APART = "\n\n\n\n"
"""What parts two texts so far that no name is found over both."""
STORIES = "stories"
_FEWEST_OF_STORY = 2

Entries = tuple[tuple[str, int, "Decision"], ...]


class Censor:
    """Takes out of one content folder what a list of redactions names, by all names that its records give."""

    def __init__(
        self, entries: Sequence[Redaction], records: Mapping[RecordId, Record], decisions: Iterable[Decision] = ()
    ) -> None:
        self._people = people(entries, records, decisions)
        self._entries = entries
        self.replacer = Replacer(entries, self._people.terms, self._people.parts)
        self._fates = {one.article: one.replace for one in entries if one.article}
        self._keys: dict[str, str | None] = {}
        self._records = Records(self.replacer, records, self._people)

    @cached_property
    def digest(self) -> bytes:
        """A digest of all that is redacted, by all names."""
        return digest_of_list(self._entries, self._people.terms)

    def leaves_out(self, article: str) -> bool:
        """Tell whether an article is to have no page."""
        return article in self._fates and self._fates[article] != METADATA

    def records(
        self, origins: Mapping[RecordId, tuple[str, int]]
    ) -> tuple[dict[RecordId, Record], dict[RecordId, tuple[str, int]]]:
        """Give the records that are left, without what is redacted, and where each stands."""
        places = {
            self._records.moved.get(key, key): (self.replacer.path(path), line) for key, (path, line) in origins.items()
        }
        there = self._records.there
        return there, {key: places[key] for key in there if key in places}

    def article(self, article: Article) -> Article:
        """Give an article without what is redacted; its id may be that of another then, see `apart`."""
        front = self._led(article.front)
        if self._fates.get(front.id) == METADATA:
            article = _without_text(msgspec.structs.replace(article, front=front))
            front = article.front
        named = self._named(article) | {
            self._people.entry_of[key] for key in article.front.entities if key in self._people.entry_of
        }
        if not named:
            return article if front == article.front else msgspec.structs.replace(article, front=front)
        front = self._front(front, named)
        blocks = self._blocks(article.blocks, named)
        return Article(front, blocks, self._path(article.path, front.id), article.lines)

    def apart(self, articles: Iterable[tuple[str, Article]]) -> tuple[list[Article], dict[str, ArticleId]]:
        """Give articles, each with its former id, under ids that no other has, and these by the former ones."""
        given = [*articles]
        taken = {former for former, article in given if article.id == former}
        ids = {former: article.id for former, article in given}
        for former in sorted(ids):
            if ids[former] != former:
                ids[former] = ArticleId(unused(ids[former], taken))
                taken.add(ids[former])
        return [self._renamed(article, ids[former]) for former, article in given], ids

    def decisions(self, decisions: Entries, ids: Mapping[str, ArticleId]) -> Entries:
        """Give the decisions that are left: those about redacted people, or that say their names, are not."""
        kept = ((path, line, self._decision(one, ids)) for path, line, one in decisions)
        return tuple((path, line, one) for path, line, one in kept if one is not None)

    def addresses(self, listed: Mapping[str, Listed], ids: Mapping[str, ArticleId]) -> dict[str, Listed]:
        """Give the listed addresses that say nothing; those of articles that are left out as taken down.

        An address that says a name cannot answer any more, not even to lead to the one that took its place.
        """
        kept = {}
        for one, entry in listed.items():
            if self._address(one, ids) != one:
                continue
            folder, _, key = one.rstrip("/").rpartition("/")
            to = entry.to and self._address(entry.to, ids)
            gone = folder == ARTICLES and self.leaves_out(key)
            kept[one] = Listed(entry.line, to, taken_down=entry.taken_down or gone or (entry.to is not None and not to))
        return kept

    def problem(self, problem: Problem) -> Problem:
        """Give a problem as anybody may read it."""
        return redacted_problem(self.replacer, problem)

    def key(self, key: str) -> str | None:
        """Give the id by which a record is known now, None where it is no more."""
        if key not in self._keys:
            moved = self._records.moved.get(key, key)
            self._keys[key] = moved and self.replacer.slug(moved)
        return self._keys[key]

    def keys(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Give the ids by which some records are known now."""
        return tuple(dict.fromkeys(one for key in keys if (one := self.key(key))))

    def link(self, address: str | None, named: Collection[int] = ()) -> str | None:
        """Give a web address, or None where it says something that is redacted."""
        return address if address and self.replacer.is_clean(unquote(address), named) else None

    def _named(self, article: Article) -> set[int]:
        return self.replacer.named_in(_APART.join(_texts_of(article)))

    def _led(self, front: FrontMatter) -> FrontMatter:
        """Give front matter whose references lead to the records that are left."""
        source, exclude = front.source, front.exclude
        return msgspec.structs.replace(
            front,
            entities=self.keys(front.entities),
            topics=self.keys(front.topics),
            source=msgspec.structs.replace(
                source, outlet=source.outlet and self.key(source.outlet), agencies=self.keys(source.agencies)
            ),
            exclude=_excluded(exclude, self),
        )

    def _front(self, front: FrontMatter, named: set[int]) -> FrontMatter:
        replacer, source = self.replacer, front.source

        def plain(text: str | None) -> str | None:
            return (replacer.text(text, named).strip() or None) if text else text

        return msgspec.structs.replace(
            front,
            id=replacer.slug(front.id, named),
            title=plain(front.title) or UNSAID,
            date_evidence=plain(front.date_evidence),
            review=msgspec.structs.replace(front.review, by=plain(front.review.by)),
            source=msgspec.structs.replace(
                source,
                headline=plain(source.headline),
                url=self.link(source.url, named),
                authors=replacer.items(source.authors, named),
                dateline=plain(source.dateline),
                standfirst=plain(source.standfirst),
                captions=replacer.items(source.captions, named),
                archive_url=self.link(source.archive_url, named),
                document=plain(source.document),
            ),
        )

    def _blocks(self, blocks: Sequence[Block], named: set[int]) -> tuple[Block, ...]:
        runs = [(run, BLOCK_SEPARATOR if run is block.runs[0] else "") for block in blocks for run in block.runs]
        texts = iter(self.replacer.pieces([run.text for run, _ in runs], [joint for _, joint in runs], named))
        left = []
        start = 0
        for block in blocks:
            found = [
                msgspec.structs.replace(run, text=next(texts), href=self.link(run.href, named)) for run in block.runs
            ]
            if kept := _trimmed(found):
                left.append(msgspec.structs.replace(block, runs=kept, start=start))
                start = left[-1].end + len(BLOCK_SEPARATOR)
        return tuple(left)

    def _path(self, path: str, key: str) -> str:
        return f"{self.replacer.path(path).rpartition('/')[0]}/{key}.md"

    def _renamed(self, article: Article, key: ArticleId) -> Article:
        if article.id == key:
            return article
        front = msgspec.structs.replace(article.front, id=key)
        return msgspec.structs.replace(article, front=front, path=self._path(article.path, key))

    def _decision(self, decision: Decision, ids: Mapping[str, ArticleId]) -> Decision | None:
        subjects = [key for key in (decision.record, decision.into) if key]
        names = tuple(name for name in decision.names if self.replacer.is_clean(name))
        says = any(key in self._people.entry_of or self.key(key) is None for key in subjects)
        says = says or not self.replacer.is_clean(decision.label or "") or (bool(decision.names) and not names)
        articles = tuple(self._article_key(one, ids) for one in decision.articles if not self.leaves_out(one))
        if says or len(articles) < min(_FEWEST_OF_STORY, len(decision.articles)):
            return None
        return msgspec.structs.replace(
            decision,
            record=decision.record and self.key(decision.record),
            into=decision.into and self.key(decision.into),
            names=names,
            articles=articles,
            by=decision.by and self.replacer.text(decision.by),
            why=decision.why and self.replacer.text(decision.why),
        )

    def _article_key(self, key: str, ids: Mapping[str, ArticleId]) -> str:
        return ids.get(key) or self.replacer.slug(key)

    def _address(self, address: str, ids: Mapping[str, ArticleId]) -> str | None:
        """Give an address with the ids of now, None where it was of a record that is no more."""
        first, *rest = address.rstrip("/").split("/")
        of_articles = first in {ARTICLES, STORIES}
        parts = [first, *(self._article_key(one, ids) if of_articles else self.key(one) for one in rest)]
        return None if None in parts else "/".join(map(str, [*parts, ""]))


def redacted_problem(replacer: Replacer, problem: Problem) -> Problem:
    """Give a problem without what is redacted in any of its texts."""
    return Problem(
        replacer.path(problem.path),
        problem.line,
        replacer.text(problem.message),
        problem.value and replacer.text(problem.value),
        replacer.text(problem.hint),
    )


def _texts_of(article: Article) -> Iterator[str]:
    """Yield all texts of an article, each as it is redacted."""
    front, source = article.front, article.front.source
    yield from (front.id, article.path, article.body, ", ".join(source.authors), ", ".join(source.captions))
    texts = (front.title, front.date_evidence, front.review.by, source.headline, source.dateline, source.standfirst)
    yield from (text for text in (*texts, source.document) if text)
    hrefs = (run.href for block in article.blocks for run in block.runs)
    yield from (unquote(link) for link in (source.url, source.archive_url, *hrefs) if link)


def _without_text(article: Article) -> Article:
    """Give an article of which only title, outlet and date are to be known."""
    source = msgspec.structs.replace(article.front.source, standfirst=None, captions=(), dateline=None)
    front = msgspec.structs.replace(article.front, rights="metadata", date_evidence=None, source=source)
    return msgspec.structs.replace(article, front=front, blocks=())


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Give runs without empty ones, and without space at the ends."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip(" "):
        kept.pop(0)
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        kept[0] = msgspec.structs.replace(kept[0], text=kept[0].text.lstrip(" "))
        kept[-1] = msgspec.structs.replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return tuple(kept)


def _excluded(exclude: Exclusions, censor: Censor) -> Exclusions:
    return msgspec.structs.replace(exclude, entities=censor.keys(exclude.entities), topics=censor.keys(exclude.topics))
