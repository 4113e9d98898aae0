"""An article's text on its page: Markdown with names linked and every sentence an anchor."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.addresses import article_page, markdown_link, record_page
from generator.annotation import sentence_at
from generator.markup import Markup, element, join
from generator.pages.blocks import block_lines, in_style
from generator.rights import in_full, shown_blocks, shown_standfirst
from generator.tongues import tongue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotation import AnnotatedArticle, Mention, Span
    from generator.corpus import Corpus
    from generator.model import Block, Record, Run

LINKING_RULES = frozenset({"label", "alias", "partial", "name", "demonym", "capital", "city", "region"})
"""Rules by which a surface itself names a record, so that it may link to it."""


def sentence_anchor(sentences: Sequence[Span], start: int) -> str:
    """Give the id of the element that holds the sentence of the body in which an offset lies."""
    return f"s{sentence_at(sentences, start) + 1}"


def standfirst_anchor(sentences: Sequence[Span], start: int) -> str:
    """Give the id of the element that holds the sentence of the standfirst in which an offset lies."""
    return f"d{sentence_at(sentences, start) + 1}"


def standfirst_text(annotated: AnnotatedArticle, page_language: str) -> Markup:
    """Give the standfirst as far as it may be shown, every sentence an anchor."""
    text = shown_standfirst(annotated.article)
    if not text:
        return Markup("")
    parts: list[str] = []
    position = 0
    for number, span in enumerate(annotated.annotation.sentences.standfirst, 1):
        sentence = element("span", text[span.start : span.end], id=f"d{number}")
        parts += [text[position : span.start], sentence]
        position = span.end
    written = tongue(annotated.article.front.language, page_language)
    return element("p", join([*parts, text[position:]]), class_="standfirst", **written)


def body_text(annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    """Give the text of an article as far as its rights allow, names linked where they first stand in each section."""
    links = _links(annotated, corpus) if in_full(annotated.article) else []
    writer = _Writer(annotated, corpus, links)
    blocks = shown_blocks(annotated.article)
    return join(block_lines(blocks, [writer.text(block) for block in blocks]), "\n\n")


def _links(annotated: AnnotatedArticle, corpus: Corpus) -> list[Mention]:
    """Choose the mentions that become links: one record a span, the most telling, once in each section."""
    headings = [block.start for block in annotated.article.blocks if block.kind == "heading"]
    by_span: dict[tuple[int, int], Mention] = {}
    for mention in annotated.annotation.mentions:
        record = corpus.records.get(mention.record)
        if mention.field != "body" or mention.rule not in LINKING_RULES or record is None:
            continue
        span = (mention.start, mention.end)
        if span not in by_span or record.kind != "country":
            by_span[span] = mention
    seen: set[tuple[int, str]] = set()
    chosen = []
    for (start, _), mention in sorted(by_span.items()):
        key = (bisect_right(headings, start), mention.record)
        if key not in seen:
            seen.add(key)
            chosen.append(mention)
    return chosen


class _Writer:
    """Writes blocks with the sentences and links that lie in them."""

    def __init__(self, annotated: AnnotatedArticle, corpus: Corpus, links: Sequence[Mention]) -> None:
        self.here = article_page(annotated.article.id)
        self.records = corpus.records
        self.links = links
        self.link_starts = [mention.start for mention in links]
        self.sentences = annotated.annotation.sentences.body if in_full(annotated.article) else ()
        self.sentence_starts = [span.start for span in self.sentences]
        self.written = tongue(annotated.article.front.language, corpus.site.language)

    def text(self, block: Block) -> Markup:
        """Give the text of a block."""
        return join(self._sentences(block))

    def _sentences(self, block: Block) -> Iterator[Markup]:
        """Yield the block's text sentence by sentence, each with its anchor."""
        position = block.start
        first = bisect_right(self.sentence_starts, block.start) - 1
        for number in range(max(0, first), len(self.sentences)):
            span = self.sentences[number]
            if span.start >= block.end:
                break
            if span.start > position:
                yield from self._runs(block, position, span.start)
            end = min(span.end, block.end)
            runs = join(self._runs(block, max(position, span.start), end))
            yield element("span", runs, id=f"s{number + 1}", **self.written)
            position = end
        rest = self._runs(block, position, block.end)
        yield from rest if self.sentences or not self.written else [element("span", join(rest), **self.written)]

    def _runs(self, block: Block, start: int, end: int) -> Iterator[Markup]:
        offset = block.start
        for run in block.runs:
            stop = offset + len(run.text)
            if offset < end and stop > start:
                yield self._run(run, offset, max(start, offset), min(end, stop))
            offset = stop

    def _run(self, run: Run, offset: int, start: int, end: int) -> Markup:
        if run.href:
            return in_style(run, Markup.escape(run.text[start - offset : end - offset]))
        return in_style(run, join(self._linked(run, offset, start, end)))

    def _linked(self, run: Run, offset: int, start: int, end: int) -> Iterator[Markup]:
        position = start
        for mention in self.links[bisect_right(self.link_starts, start - 1) :]:
            if mention.end > end:
                break
            yield Markup.escape(run.text[position - offset : mention.start - offset])
            surface = run.text[mention.start - offset : mention.end - offset]
            yield _markdown_link(surface, self.here, self.records[mention.record])
            position = mention.end
        yield Markup.escape(run.text[position - offset : end - offset])


def _markdown_link(surface: str, here: str, record: Record) -> Markup:
    target = markdown_link(here, record_page(record))  # type: ignore[arg-type]
    return Markup("[{}]({})").format(surface, Markup(target))
