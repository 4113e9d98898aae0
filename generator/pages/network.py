"""The network of the whole corpus: who and what is named most, and what each stands beside most strongly."""

from __future__ import annotations

from heapq import nsmallest
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import NETWORK, html_link, record_page
from generator.markup import Markup, element, join
from generator.model import ENTITY_KINDS, Record
from generator.pages.connections import evidence_address
from generator.pages.layout import Box, distances, filled, link_lengths, placed
from generator.pages.lettering import cut, text_width
from generator.pages.neighbours import legend
from generator.pages.page import Page
from generator.pages.parts import NAMES_OF_KINDS, count, paragraphs, record_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.comentions import Comention
    from generator.corpus import Corpus
    from generator.model import RecordId

NODES = 200
"""Records drawn: more names cannot be read in one picture."""
OF_EACH = 3
"""Connections drawn of each record, its strongest: so the most frequent names do not draw all lines to themselves."""
FEWEST_ARTICLES = 2
WIDTH = 1180
LEAST_HEIGHT = 420
_ROOM = 3.2
"""How many times the area of all labels the drawing has."""
SMALLEST, LARGEST = 4.0, 12.0
SMALL_FONT, LARGE_FONT = 11, 16
LONGEST_LABEL = 190
_GAP = 3.0
THINNEST, THICKEST = 0.6, 2.6

_LEAD = "Who and what is named together, in the whole collection."


class _Node(NamedTuple):
    """A record in the drawing: how large it is, its label and the room of both."""

    record: Record
    articles: int
    radius: float
    font: int
    label: str
    box: Box


def network_page(corpus: Corpus) -> Page:
    """Give the page of the network; of a corpus without any connection it says so."""
    links = _links(corpus)
    told = (
        "Each name is joined to the three that it stands beside most strongly. What is often named is larger, and "
        "what belongs together is near. A name leads to its page; the table below says the same, and where to read it."
    )
    content = (
        paragraphs(element("p", told, class_="meta"), _figure(corpus, links), _table(corpus, links))
        if links
        else Markup("No two names stand together in several articles.")
    )
    return Page(
        path=NETWORK,
        kind="network",
        title="Network",
        description=_LEAD,
        hide=("navigation", "toc"),
        content=paragraphs(Markup.escape(_LEAD), content),
    )


def _links(corpus: Corpus) -> dict[RecordId, list[Comention]]:
    """Give the records to draw, those in the most articles first, with the strongest connections of each among them."""
    ranked = sorted(
        (
            record.id
            for record in corpus.of_kind(*ENTITY_KINDS, "country")
            if corpus.mentioned_in.get(record.id, 0) >= FEWEST_ARTICLES
        ),
        key=lambda key: (-corpus.mentioned_in[key], key),
    )[:NODES]
    chosen = set(ranked)
    links = {key: _strongest(key, chosen, corpus) for key in ranked}
    linked = {one.record for beside in links.values() for one in beside}
    return {key: beside for key, beside in links.items() if beside or key in linked}


def _strongest(key: RecordId, chosen: set[RecordId], corpus: Corpus) -> list[Comention]:
    """Give the strongest connections of a record among some: likeness times articles beyond what chance would give.

    So a name that is everywhere is joined to what has nothing nearer, and does not draw all lines to itself.
    """
    share = corpus.mentioned_in[key] / len(corpus.articles)

    def beyond_chance(one: Comention) -> float:
        return max(0.0, one.articles - share * corpus.mentioned_in[one.record]) * one.likeness

    several = (one for one in corpus.comentions[key] if one.record in chosen and one.articles >= FEWEST_ARTICLES)
    return nsmallest(OF_EACH, several, key=lambda one: (-beyond_chance(one), -one.strength, one.record))


def _figure(corpus: Corpus, links: Mapping[RecordId, Sequence[Comention]]) -> Markup:
    nodes = _nodes(corpus, links)
    number_of = {node.record.id: number for number, node in enumerate(nodes)}
    edges = {
        (min(number_of[key], number_of[one.record]), max(number_of[key], number_of[one.record])): one.likeness
        for key, beside in links.items()
        for one in beside
    }
    height = _placed(nodes, edges)
    drawn = [
        *(_edge(nodes[one], nodes[other], edges[one, other], f"{one} {other}") for one, other in sorted(edges)),
        *_drawn_nodes(nodes),
    ]
    svg = element(
        "svg",
        join(drawn),
        class_="network network--whole",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="group",
        aria_label=f"Network of {count(len(nodes), 'name')}; the table below says the same",
    )
    scrolled = element("div", svg, class_="scrolled", tabindex=0, role="region", aria_label="The drawn network")
    return element("figure", legend(node.record for node in nodes) + scrolled, class_="drawing")


def _nodes(corpus: Corpus, links: Mapping[RecordId, object]) -> list[_Node]:
    most = max(corpus.mentioned_in[key] for key in links)
    return [_node(corpus.records[key], corpus.mentioned_in[key], most) for key in links]


def _node(record: Record, articles: int, most: int) -> _Node:
    share = sqrt(articles / most)
    radius = SMALLEST + (LARGEST - SMALLEST) * share
    font = round(SMALL_FONT + (LARGE_FONT - SMALL_FONT) * share)
    label = cut(record.label, LONGEST_LABEL, font)
    right = radius + _GAP + text_width(label, font) + _GAP
    return _Node(record, articles, radius, font, label, Box(0, 0, radius + _GAP, right, max(radius, font * 0.63) + 1))


def _placed(nodes: Sequence[_Node], edges: Mapping[tuple[int, int], float]) -> int:
    """Move the boxes of nodes to their places, and give the height of the drawing."""
    beside: list[set[int]] = [set() for _ in nodes]
    for one, other in edges:
        beside[one].add(other)
        beside[other].add(one)
    area = sum((node.box.left + node.box.right) * 2 * node.box.half for node in nodes)
    height = max(LEAST_HEIGHT, round(area * _ROOM / WIDTH))
    filled(placed(distances(link_lengths(beside))), [node.box for node in nodes], WIDTH, height)
    return height


def _edge(one: _Node, other: _Node, likeness: float, numbers: str) -> Markup:
    return element(
        "line",
        x1=round(one.box.x),
        y1=round(one.box.y),
        x2=round(other.box.x),
        y2=round(other.box.y),
        stroke_width=f"{THINNEST + (THICKEST - THINNEST) * likeness:.1f}",
        data_of=numbers,
    )


def _drawn_nodes(nodes: Sequence[_Node]) -> Iterator[Markup]:
    """Draw nodes, the largest first; a label that would lie on that of a larger one is shown only when asked for."""
    shown: list[Box] = []
    for number, node in enumerate(nodes):
        hidden = any(min(node.box.overlap(other)) > 1 for other in shown)
        shown += [] if hidden else [node.box]
        yield _drawn(number, node, hidden=hidden)


def _drawn(number: int, node: _Node, *, hidden: bool) -> Markup:
    x, y = node.box.x, node.box.y
    text = element(
        "text",
        node.label,
        x=round(x + node.radius + _GAP),
        y=round(y + node.font * 0.36),
        font_size=node.font,
        class_="label-aside" if hidden else None,
    )
    return element(
        "a",
        element("title", f"{node.record.label}: {count(node.articles, 'article')}")
        + element("circle", "", cx=round(x), cy=round(y), r=f"{node.radius:.1f}", class_=f"kind-{node.record.kind}")
        + text,
        href=html_link(NETWORK, record_page(node.record)),
        data_n=number,
    )


def _table(corpus: Corpus, links: Mapping[RecordId, Sequence[Comention]]) -> Markup:
    head = (
        element("th", "Name", scope="col")
        + element("th", "Articles", scope="col")
        + element("th", "Strongest connections, with articles in common", scope="col", class_="words")
    )
    rows = (_row(corpus, corpus.records[key], beside) for key, beside in links.items())
    body = element("thead", element("tr", head)) + element("tbody", join(rows))
    return element("table", element("caption", "The network as a table") + body, class_="counts")


def _row(corpus: Corpus, record: Record, beside: Sequence[Comention]) -> Markup:
    kind = element("span", NAMES_OF_KINDS[record.kind][0], class_="meta")
    return element(
        "tr",
        element("th", record_link(NETWORK, record) + " " + kind, scope="row")
        + element("td", f"{corpus.mentioned_in[record.id]:,}")
        + element("td", join((_evidence(corpus, record, one) for one in beside), ", "), class_="words"),
    )


def _evidence(corpus: Corpus, record: Record, one: Comention) -> Markup:
    """Name a connection, as a link to the sentences that name both."""
    href = evidence_address(NETWORK, record, one, corpus)
    return element("a", corpus.records[one.record].label, href=href) + f" {one.articles}"
