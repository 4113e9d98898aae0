"""Topics of articles by the project's own topics, against people's labels.

A topic is labelled where its definition includes what the article tells at length; one that the article only touches is
`optional` and counts neither as missed nor as wrong. An article with no fitting topic has none, which is scored apart.
"""

from collections.abc import Iterator

import msgspec

from generator.annotation import AnnotatedArticle
from generator.model import Site
from generator.reading.content import read_content
from generator.understanding import understand

from .labels import Label, labels
from .scoring import ROOT, Counts, Score
from .suggested import as_article


def own() -> Iterator[Score]:
    """Yield the figures on the articles of the project's content and on texts written for this."""
    content = read_content(ROOT / "content")
    documents = labels("topics.jsonl")
    written = [as_article(document) for document in documents if "body" in document]
    articles = content.articles | {article.id: article for article in written}
    corpus, _ = understand(Site(name="Evaluation"), msgspec.structs.replace(content, articles=articles))
    counts, none, faults = Counts(), [], []
    for document in documents:
        key = document.get("article") or document["id"]
        found = topics_of(corpus.articles[key])
        counts = counts + compared(document, found)
        wanted = {*document["topics"]}
        if not wanted and not document["optional"]:
            none.append(not found)
        if extra := sorted(found - wanted - {*document["optional"]}):
            faults.append(f"{key}: not its topic: {', '.join(extra)}")
        if missing := sorted(wanted - found):
            faults.append(f"{key}: missed: {', '.join(missing)}")
    told = f"{len(documents)} articles of content and of our own"
    yield Score("topics", counts.f1, 0.90, told, tuple(faults))
    yield Score("no topic where none fits", sum(none) / len(none), 1.0, f"{len(none)} articles without a topic")


def topics_of(one: AnnotatedArticle) -> set[str]:
    """Give the ids of the topics that were found."""
    return {topic.id for topic in one.annotation.topics}


def compared(document: Label, found: set[str]) -> Counts:
    """Count the topics of an article against its labels."""
    wanted, allowed = {*document["topics"]}, {*document["optional"]}
    return Counts(len(wanted & found), len(found - wanted - allowed), len(wanted - found))
