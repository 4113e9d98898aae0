"""The reader of web pages: parse, read the facts, prune, choose the text; then the stages of plain text.

A page is one article, or holds several, each of which is read alike; a page that has none is refused with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ingest.lines import is_prose, words
from generator.ingest.model import Harvest
from generator.ingest.web.choosing import Chosen, choose, extracted, stated
from generator.ingest.web.composing import article_of, articles_within
from generator.ingest.web.facts import read_facts
from generator.ingest.web.listing import entries, is_list
from generator.ingest.web.parsing import parse
from generator.ingest.web.pruning import prune
from generator.ingest.web.walking import Block, blocks_of
from generator.normalise import one_line
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.ingest.model import Candidate, RawFile
    from generator.ingest.web.facts import Facts
    from generator.ingest.web.listing import Entry
    from generator.ingest.web.parsing import Page
    from generator.ingest.web.pruning import Pruned
    from generator.model import Rights

FEWEST_WORDS = 40
"""Words of running text without which a page that does not say so is no article."""


def articles_of_page(file: RawFile, rights: Rights) -> Harvest:
    """Give the articles of a web page; raises ContentError where the file is no page or has no article."""
    page = parse(file)
    facts = read_facts(page.root, file.retrieval.url if file.retrieval else None)
    pruned = prune(page.root)
    found = entries(page.root, facts)
    if found:
        return Harvest(tuple(_entries(page, found, pruned, rights)))
    blocks = tuple(blocks_of(page.root))
    chosen = choose(blocks, [extracted(page.root), *map(stated, facts.texts)])
    note = ""
    if sum(words(blocks[index].text) for index in chosen.indexes) * 2 < max(map(words, facts.texts), default=0):
        blocks, chosen = _told(facts.texts, page)
        note = "the text is the one in the metadata of the page, which does not show it"
    _check(page, facts, blocks, chosen)
    within = () if facts.is_article else articles_within(page, facts, blocks, chosen, rights)
    candidates = within or (article_of(page, facts, blocks, chosen, pruned, rights, note=note),)
    return Harvest(tuple(candidate for candidate in candidates if candidate.text))


def _entries(page: Page, found: Sequence[Entry], pruned: Sequence[Pruned], rights: Rights) -> Iterator[Candidate]:
    for position, entry in enumerate(found, 1):
        line = entry.element.sourceline or 1
        reason = f"line {line}: an article beside {len(found) - 1} more on this page"
        chosen = Chosen(tuple(range(len(entry.blocks))), entry.element)
        yield article_of(page, entry.facts, entry.blocks, chosen, pruned, rights, position, reason)


def _told(texts: Sequence[str], page: Page) -> tuple[tuple[Block, ...], Chosen]:
    """Give the text that a page states of its article, for one that shows it only by a script."""
    longest = max(texts, key=len)
    blocks = tuple(
        Block("paragraph", text, 0.0, None, page.root) for line in longest.split("\n") if (text := one_line(line))
    )
    return blocks, Chosen(tuple(range(len(blocks))), page.root)


def _check(page: Page, facts: Facts, blocks: Sequence[Block], chosen: Chosen) -> None:
    """Raise ContentError where a page has no article."""
    text = [blocks[index] for index in chosen.indexes]
    if is_list([block for block in blocks if chosen.holds(block.element)], facts):
        message, hint = (
            "a page that lists articles, and holds none of them in full",
            "save and add the articles themselves",
        )
    elif sum(words(block.text) for block in text if is_prose(block.text)) < (1 if facts.is_article else FEWEST_WORDS):
        message, hint = "no article found in the page", "if a browser shows one, save the page from the browser"
    else:
        return
    raise ContentError([Problem(page.name, 1, message, hint=hint)])
