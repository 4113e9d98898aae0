"""What editors decided about names and stories, as the account of the corpus tells it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.dates import spoken
from generator.formats.articles import is_date
from generator.markup import Markup, element, join
from generator.model import ArticleId, RecordId
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    article_link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.tallies import ranked, tally_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.ledger import Decision

LAST_DECISIONS = 10
_SORTS = {
    "merge": "Two names of one",
    "split": "One name of two",
    "rename": "Called otherwise",
    "retype": "Of another kind",
    "not-a-name": "Not a name",
    "same-story": "One story",
    "not-same-story": "Not one story",
}
"""What readers call the sorts of decisions."""


def decided(here: PagePath, decisions: Sequence[Decision], corpus: Corpus) -> Markup:
    """Give how many decisions of each sort there are, and the last ones that may be told."""
    if not decisions:
        return Markup("No name had to be decided by hand so far.")
    sorts = Counter(_SORTS[decision.decision] for decision in decisions)
    told = [(decision.on or "", place, decision) for place, decision in enumerate(decisions) if _is_told(decision)]
    last = sorted(told, key=lambda one: one[:2], reverse=True)[:LAST_DECISIONS]
    items = (element("li", _item(here, decision, corpus)) for _, _, decision in last)
    return paragraphs(
        tally_table("Decisions of editors", ("Decision", "Times"), ranked(sorts)),
        element("p", "The last ones:") if last else "",
        listing(items, "records"),
    )


def _is_told(decision: Decision) -> bool:
    return bool(decision.record or decision.names or decision.articles)


def _item(here: PagePath, decision: Decision, corpus: Corpus) -> Markup:
    when = spoken(decision.on) if decision.on and is_date(decision.on) else decision.on
    by = f"by {decision.by}" if decision.by else ""
    meta = join((Markup.escape(part) for part in (decision.why, by, when) if part), BETWEEN)
    return _sentence(here, decision, corpus) + (element("p", meta, class_="meta") if meta else "")


def _sentence(here: PagePath, decision: Decision, corpus: Corpus) -> Markup:
    record, into = _named(here, decision.record, corpus), _named(here, decision.into, corpus)
    names = join((Markup("“{}”").format(name) for name in decision.names), ", ")
    articles = _articles(here, decision.articles, corpus)
    match decision.decision:
        case "merge":
            return Markup("{} is another name of {}").format(record, into)
        case "split":
            return Markup("{} of {} is someone or something else: {}").format(names, record, into)
        case "rename":
            return Markup("{} is called “{}”").format(record, decision.label or "")
        case "retype":
            kind = NAMES_OF_KINDS[decision.kind][0].lower() if decision.kind else ""
            return Markup("{} is of the kind: {}").format(record, kind)
        case "not-a-name":
            return Markup("{} does not name {}").format(names, record if decision.record else "anything")
        case "same-story":
            return Markup("One story: {}").format(articles)
        case "not-same-story":
            return Markup("Not one story: {}").format(articles)


def _named(here: PagePath, key: str | None, corpus: Corpus) -> Markup:
    """Give a record by its label where it has a page, else by its id."""
    record = corpus.records.get(RecordId(key or ""))
    return record_link(here, record) if record else Markup.escape(key or "")


def _articles(here: PagePath, keys: Iterable[str], corpus: Corpus) -> Markup:
    found = ((key, corpus.articles.get(ArticleId(key))) for key in keys)
    return join(
        (article_link(here, one.article, corpus) if one else Markup.escape(key) for key, one in found),
        "; ",
    )
