"""The network of the whole corpus: who is in it, what is joined, and that it can be read."""

import re
from html import unescape
from itertools import combinations

import pytest
from builders import SITE, article, corpus, record
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotation import AnnotatedArticle, Annotation, Mention, Sentences, Span
from generator.corpus import gather
from generator.pages.layout import Box, distances, filled, link_lengths, placed
from generator.pages.lettering import text_width
from generator.pages.network import NODES, OF_EACH, WIDTH, network_page
from generator.pages.page import page_source

NODE = re.compile(
    r'<a href="([^"]*)" data-n="(\d+)"><title>([^<]*)</title><circle cx="(\d+)" cy="(\d+)" r="([\d.]+)" class='
    r'"kind-\w+"></circle><text x="(\d+)" y="(\d+)" font-size="(\d+)"( class="label-aside")?>([^<]*)</text></a>'
)
LINE = re.compile(r'<line x1="(\d+)" y1="(\d+)" x2="(\d+)" y2="(\d+)" stroke-width="[\d.]+" data-of="(\d+) (\d+)">')
VIEW = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def annotated(key, names, records):
    """Give an article of one sentence that names some records."""
    text = " ".join(records[name].label for name in names)
    mentions, start = [], 0
    for name in names:
        end = start + len(records[name].label)
        mentions.append(Mention(name, "body", start, end, "label"))
        start = end + 1
    sentences = Sentences(body=(Span(0, len(text)),))
    return AnnotatedArticle(article(text, key), Annotation(sentences, tuple(mentions), (), ()))


def made(groups, size, hub=None):
    """Give a corpus of groups of names that stand together, in two articles each, and a name that is everywhere."""
    records = {
        key: record(key, "person", f"Person{group} Of The {place}th")
        for group in range(groups)
        for place in range(size)
        for key in [f"p{group}-{place}"]
    }
    more = [hub] if hub else []
    records |= {hub: record(hub, "place", "Everywhere")} if hub else {}
    articles = []
    for group in range(groups):
        names = [f"p{group}-{place}" for place in range(size)]
        articles += [annotated(f"a{group}-{turn}", [*names, *more], records) for turn in range(2)]
    return gather(SITE, articles, records)


def drawn(of):
    """Give the nodes and lines of a corpus' network, and the size of the drawing."""
    content = str(network_page(of).content)
    nodes = {int(found[1]): found for found in NODE.findall(content)}
    return nodes, [(int(found[4]), int(found[5])) for found in LINE.findall(content)], VIEW.search(content)


def test_names_that_stand_together_are_joined():
    """Only names of several articles are drawn, each a link to its page, joined where they stand together."""
    of = corpus(
        article("ETIM and CPEC.", "a"),
        article("ETIM and CPEC.", "b"),
        article("ETIM met Imran Khan once.", "c"),
        records=[record("etim", "organisation", "ETIM"), record("cpec", "programme", "CPEC"), record("imran-khan")],
    )
    nodes, lines, _ = drawn(of)
    assert ["../entities/etim/", "../entities/cpec/"] == [node[0] for node in nodes.values()]
    assert "ETIM: 3 articles" == unescape(nodes[0][2])
    assert [(0, 1)] == lines


def test_the_table_says_the_same():
    """Each drawn name has a row, and each line stands in the rows of the names that it joins by their own choice."""
    of = made(4, 5)
    nodes, lines, _ = drawn(of)
    content = str(network_page(of).content)
    table = content[content.index("<table") :]
    assert [node[0] for node in nodes.values()] == re.findall(r'<th scope="row"><a href="([^"]*)"', table)
    told = set(re.findall(r'href="../entities/(p\d-\d)/#with-(p\d-\d)"', table))
    key = {number: node[0].split("/")[2] for number, node in nodes.items()}
    assert {frozenset((key[one], key[other])) for one, other in lines} == {frozenset(pair) for pair in told}


def test_what_is_everywhere_does_not_draw_all_lines_to_itself():
    """Names are joined to those they stand beside more than chance would have it, not to the one beside all."""
    nodes, lines, _ = drawn(made(8, 5, hub="everywhere"))
    hub = next(number for number, node in nodes.items() if "everywhere" in node[0])
    assert sum(hub in line for line in lines) <= OF_EACH
    assert len(lines) >= 8 * 5 * OF_EACH / 2


@pytest.mark.parametrize("groups", [1, 3, 12, 40, 60])
def test_the_network_can_be_read(groups):
    """Up to two hundred names: every one within the drawing, no shown label on another, and hardly one not shown."""
    of = made(groups, 5, hub="everywhere")
    nodes, lines, view = drawn(of)
    width, height = int(view[1]), int(view[2])
    assert WIDTH == width
    assert min(NODES, groups * 5 + 1) == len(nodes)
    assert len(lines) <= NODES * OF_EACH
    boxes = []
    for _, _, _, cx, cy, radius, x, y, font, aside, label in nodes.values():
        right = float(x) + text_width(unescape(label), float(font))
        box = (float(cx) - float(radius), float(y) - float(font) * 0.9, right, float(y) + float(font) * 0.2)
        assert box[0] >= 0
        assert box[1] >= 0
        assert box[2] <= width + 1  # places are rounded
        assert max(box[3], float(cy) + float(radius)) <= height
        boxes += [] if aside else [box]
    assert len(boxes) >= 0.95 * len(nodes)
    crossing = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 2
    ]
    assert [] == crossing


def test_a_network_of_all_that_fits_keeps_its_budget():
    """Two hundred names with long labels stay below 200 KB, however many articles there are."""
    assert len(page_source(network_page(made(60, 5, hub="everywhere")))) < 190_000


def test_the_same_corpus_gives_the_same_network():
    """The order of what is read moves nothing."""
    of = made(6, 5, hub="everywhere")
    turned = gather(SITE, reversed(list(of.articles.values())), dict(reversed(of.records.items())))
    assert network_page(of) == network_page(turned)


def test_a_corpus_without_connections_has_a_network_page():
    """The page says that there is nothing to show."""
    assert "No two names stand together" in str(network_page(corpus(article("China."))).content)


def graphs():
    """Give small graphs as sets of neighbours."""
    return st.integers(min_value=2, max_value=24).flatmap(
        lambda size: st.sets(
            st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] != pair[1])
        ).map(lambda pairs: [{b for a, b in pairs if a == n} | {a for a, b in pairs if b == n} for n in range(size)])
    )


@settings(max_examples=40)
@given(graphs())
def test_any_graph_is_placed_in_its_room(links):
    """Whatever is joined, all boxes come to lie inside, none on another, and every time the same."""
    results = []
    for _ in range(2):
        boxes = [Box(0, 0, 8, 60 + 4 * number, 9) for number in range(len(links))]
        filled(placed(distances(link_lengths(links))), boxes, 1180, 700)
        results.append([(box.x, box.y) for box in boxes])
    assert results[0] == results[1]
    for box in boxes:
        assert box.left <= box.x <= 1180 - box.right
        assert box.half <= box.y <= 700 - box.half
    assert not any(min(one.overlap(other)) > 0 for one, other in combinations(boxes, 2))


def test_what_is_joined_lies_near():
    """On the average, joined names are nearer to one another in the drawing than others."""
    links = [{(number + 1) % 5 + group * 5, (number - 1) % 5 + group * 5} for group in range(6) for number in range(5)]
    places = placed(distances(link_lengths(links)))
    near, far = [], []
    for one, other in combinations(range(30), 2):
        (x, y), (u, v) = places[one], places[other]
        (near if other in links[one] else far).append(((x - u) ** 2 + (y - v) ** 2) ** 0.5)
    assert sum(near) / len(near) < 0.5 * sum(far) / len(far)
