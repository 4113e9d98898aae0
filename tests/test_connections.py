"""Connections: what stands beside a record, how strongly, drawn and listed, and the sentences that name both."""

import re

import msgspec
import pytest
from builders import SITE, article, corpus, record, topic
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import PagePath, connections_page
from generator.annotation import AnnotatedArticle, Annotation, Sentences
from generator.comentions import COMENTIONS, MOST_TOGETHER, comentions, together
from generator.corpus import FEWEST_CONNECTED, PAGES_OF_CONNECTIONS, gather
from generator.countries import all_countries
from generator.model import Source
from generator.pages.lettering import ELLIPSIS, cut, in_lines, text_width
from generator.pages.neighbours import FONT, WIDTH
from generator.pages.page import at_once
from generator.pages.record import record_pages

NOTHING = Annotation(Sentences(), (), (), ())
ETIM = record("etim", "organisation", "ETIM")
CPEC = record("cpec", "programme", "CPEC")
XINJIANG = record("xinjiang", "place", "Xinjiang", country="CN")
KHAN = record("imran-khan", label="Imran Khan", country="PK")
TRADE = topic("trade", {"trade": 3})
RECORDS = (ETIM, CPEC, XINJIANG, KHAN, TRADE)
ARTICLES = (
    article("ETIM, ETIM and CPEC with Imran Khan.", "a", published="2021"),
    article("ETIM fought. Then CPEC came.", "b", published="2024"),
    article("ETIM and Imran Khan, trade, trade.", "c", published="2022"),
    article("ETIM and CPEC again. CPEC!", "d", published="2020"),
)


ARTICLE_LINK = r'class="meta"><a href="../../../articles/([a-z])/"'


def pages(key, *articles, records=RECORDS):
    """Give the pages of a record of a corpus, by path."""
    made = corpus(*articles, records=records)
    return {page.path: page for page in at_once(record_pages(made.records[key], made, all_countries()))}


def test_comentions_count_articles_and_weigh_them():
    """Records that stand in the same articles are counted by articles; their likeness is a cosine."""
    made = corpus(*ARTICLES, records=RECORDS).comentions["etim"]
    assert [("cpec", 3), ("imran-khan", 2), ("pk", 2), ("trade", 1)] == [(one.record, one.articles) for one in made]
    assert [0.87, 0.71] == [made[0].likeness, made[1].likeness]
    assert sorted((one.strength for one in made), reverse=True) == [one.strength for one in made]


def test_what_is_everywhere_does_not_drown_what_is_close():
    """A name beside which another always stands is stronger than one that stands in nearly every article."""
    near = [article("ETIM with CPEC in Xinjiang.", f"near{number}") for number in range(5)]
    far = [article("Xinjiang.", f"far{number}") for number in range(40)]
    made = corpus(*near, *far, article("ETIM in Xinjiang.", "also"), records=RECORDS).comentions["etim"]
    assert ["cpec", "xinjiang"] == [one.record for one in made if one.record != "cn"]
    assert [5, 6] == [one.articles for one in made if one.record != "cn"]


def test_a_country_is_no_connection_of_its_own_people():
    """Every mention of a record counts for its country, which the facts of its page name; the other way it tells."""
    made = corpus(article("Imran Khan met ETIM."), records=RECORDS).comentions
    assert ["etim"] == [one.record for one in made["imran-khan"]]
    assert ["etim", "imran-khan"] == [one.record for one in made["pk"]]


def test_outlets_stand_beside_nobody():
    """An outlet that a text names has connections, but who publishes is nobody's connection."""
    wion = record("wion", "outlet", "WION")
    made = corpus(article("WION on ETIM and CPEC."), records=(*RECORDS, wion)).comentions
    assert ["cpec", "etim"] == [one.record for one in made["wion"]]
    assert ["cpec"] == [one.record for one in made["etim"]]


def mentioned(articles, names):
    """Give the mentions of a corpus of articles that each name many records, each once."""
    return {f"r{name}": {f"a{number}": (0,) for number in range(articles)} for name in range(names)}


@pytest.mark.parametrize("names", [30, 500])
def test_work_grows_with_the_number_of_articles_alone(names):
    """Twice the articles are twice the pairs to count, and hundreds of names cost no more than sixty."""
    work = [sum(len(named) ** 2 for named in together(mentioned(size, names)).values()) for size in (200, 400)]
    assert 2 * work[0] == work[1]
    assert work[0] <= 200 * MOST_TOGETHER**2


def test_connections_of_many_records_are_bounded():
    """A record keeps its strongest connections, however many names stand beside it in however many articles."""
    found = mentioned(300, 90)
    made = comentions(found, {key: record(key) for key in found})
    assert {COMENTIONS} >= {len(beside) for beside in made.values()} - {0}
    assert max(map(len, made.values())) == COMENTIONS


@given(st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("123456")), max_size=6))
def test_connections_go_both_ways(named):
    """What stands beside another has it beside itself, in as many articles, and the order of names does not matter."""
    found = {key: dict.fromkeys(sorted(articles), ()) for key, articles in named.items() if articles}
    records = {key: record(key) for key in found}
    made = comentions(found, records)
    pairs = {(one, other.record): (other.articles, other.likeness) for one, beside in made.items() for other in beside}
    assert all(pairs[other, one] == told for (one, other), told in pairs.items())
    assert all(len(named[one] & named[other]) == told[0] for (one, other), told in pairs.items())
    assert made == comentions(dict(reversed(found.items())), records)


def test_a_record_page_draws_and_lists_its_connections():
    """The list holds the records by strength, and the drawing leads to their lines or to the only sentence of both."""
    page = str(pages("etim", *ARTICLES)["entities/etim.md"].content)
    drawing, rest = page[page.index('<svg class="network') :].split("</figure>", 1)
    listed = rest[: rest.index("</ul>")]
    assert ["cpec", "imran-khan", "pk"] == re.findall(r'<li id="with-([a-z-]+)"', listed)
    assert ["CPEC", "Imran Khan", "Pakistan", "Trade"] == re.findall(r'<li[^>]*><a href="[^"]*">([^<]+)</a>', listed)
    only = re.search(r'Trade</a> <a href="([^"]*)"', listed)[1]
    assert {"#with-cpec", "#with-imran-khan", "#with-pk", only} == set(re.findall(r'href="([^"]*)"', drawing))
    assert "../../articles/c/#s1" == only
    assert "ETIM and what stands most strongly beside it" in drawing


def test_two_records_are_a_click_from_their_sentences():
    """Each article of both is linked at a sentence that names both, or at the first that names one."""
    page = str(pages("etim", *ARTICLES)["entities/etim.md"].content)
    item = re.search(r'<li id="with-cpec">.*?</li>', page)[0]
    links = [f"../../articles/{key}/#s1" for key in "bad"]
    assert ["../cpec/", *links] == re.findall(r'href="([^"]*)"', item)
    assert "3 articles: " in item


def test_sentences_of_a_frequent_pair_stand_on_a_page():
    """A page holds, for each frequent pair, sentences that name both, or the first that name each after these."""
    more = [article(f"Of ETIM came word {number} times.", key, published="2019") for number, key in enumerate("efgh")]
    more[:2] = [article("CPEC. ETIM.", key, published="2019") for key in "ef"]
    made = pages("etim", *ARTICLES, *more, article("CPEC and ETIM went on.", "i", published="2018"))
    page = str(made["entities/etim/connections.md"].content)
    section = re.search(r'<section id="with-cpec".*?</section>', page)[0]
    assert ["a", "d", "i", "b", "e"] == re.findall(ARTICLE_LINK, section)
    assert "with-imran-khan" not in page
    assert 'href="connections/#with-cpec"' in str(made["entities/etim.md"].content)
    assert "<mark>ETIM</mark> and <mark>CPEC</mark> again." in section
    assert "CPEC&#33;" not in section
    assert '<mark>ETIM</mark> fought.</a> <span class="apart">…</span> <a href=' in section
    assert 2 == section.count('class="apart"')


def test_a_name_of_one_is_no_sentence_of_both():
    """Where one record is found by the name of the other, the sentence does not count as one about both."""
    many = [article("Imran Khan spoke.", key, published="2020") for key in "acdef"]
    left = article("Imran Khan left Pakistan.", "b", published="2019")
    page = str(pages("pk", *many, left)["countries/pk/connections.md"].content)
    assert ["b", "a", "c", "d", "e"] == re.findall(ARTICLE_LINK, page)


def test_what_is_left_out_is_a_search_for_both():
    """Of a frequent pair some articles are shown, and a link to Explore asks for both records."""
    many = [article("ETIM and CPEC.", f"a{number}") for number in range(9)]
    page = str(pages("etim", *many, article("ETIM with Imran Khan.", "z"))["entities/etim/connections.md"].content)
    cpec = re.search(r'<section id="with-cpec".*?</section>', page)[0]
    assert 5 == cpec.count("<li>")
    assert "explore/?kind=Article&#38;entity=ETIM&#38;entity=CPEC" in cpec
    assert "imran-khan" not in page


def test_the_only_article_of_a_record_shows_its_connections_itself():
    """A record of one article has no page of connections: the links lead to the sentence that names both."""
    made = pages("etim", article("Nobody spoke. ETIM and CPEC did."))
    assert ["entities/etim.md"] == list(made)
    assert 'href="../../articles/an-article/#s2"' in str(made[PagePath("entities/etim.md")].content)


def test_in_a_large_corpus_rare_records_lead_to_articles_themselves():
    """Below the number of articles that a page of connections takes, the newest articles have links of their own."""
    many = [article("ETIM and CPEC.", f"a{number}", published=f"20{number + 10}") for number in range(8)]
    made = msgspec.structs.replace(corpus(*many, records=RECORDS), connected_from=20)
    (page,) = at_once(record_pages(made.records["etim"], made, all_countries()))
    listed = str(page.content)
    item = re.search(r'<li id="with-cpec"><a href="../cpec/">CPEC</a> .*?</li>', listed)[0]
    assert [f"../../articles/a{number}/#s1" for number in (7, 6, 5, 4, 3)] == re.findall(r'="([^"]*#s1)"', item)
    assert 'explore/?kind=Article&#38;entity=ETIM&#38;entity=CPEC" class="times">all</a>' in item
    assert "connections/" not in listed


def test_large_corpora_have_a_bounded_number_of_pages_of_connections():
    """The number of articles from which a record has such a page grows with the corpus, and is two in a small one."""
    assert FEWEST_CONNECTED == corpus(*ARTICLES).connected_from
    many = [AnnotatedArticle(article(key=f"a{number}"), NOTHING) for number in range(5 * PAGES_OF_CONNECTIONS)]
    assert 5 == gather(SITE, many, {}).connected_from


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_rights_decide_what_connections_show(rights):
    """Sentences are cut or left out as everywhere else, and nothing is said of sentences that are not shown."""
    long = f"ETIM {'spoke and ' * 40} CPEC secretly."
    texts = [long] * 5 + [f"ETIM. {long} CPEC."]
    made = pages("etim", *(article(text, f"a{number}", rights=rights) for number, text in enumerate(texts)))
    page = str(made["entities/etim/connections.md"].content)
    assert "secretly" not in page
    assert ("spoke" in page) is (rights == "excerpt")
    assert rights == "excerpt" or 'class="apart"' not in page


def test_a_page_of_long_sentences_keeps_its_budget():
    """Connections whose sentences fill a page are told without them from there on, so that it stays below 200 KB."""
    people = [record(f"person-{number}", label=f"Person{number} Name{number}") for number in range(40)]
    text = " ".join(one.label for one in people) + " endless" * 500 + " ETIM"
    many = [article(f"{text}.\n\n{text}.", f"a{number}") for number in range(6)]
    page = pages("etim", *many, records=(*RECORDS, *people))[connections_page(ETIM)]
    assert 20_000 < len(page.content.encode()) < 200_000
    assert COMENTIONS == page.content.count("<section")


@given(st.text(max_size=60), st.integers(min_value=20, max_value=160))
def test_labels_keep_to_their_room(label, room):
    """A label is cut where it would need more room, ends in an ellipsis then, and takes at most two lines."""
    assert text_width(cut(label, room, FONT), FONT) <= max(room, text_width(ELLIPSIS, FONT))
    lines = in_lines(label, room, FONT)
    assert len(lines) <= 2
    assert all(text_width(line, FONT) <= max(room, text_width(ELLIPSIS, FONT)) for line in lines)
    whole = " ".join(label.split())
    assert " ".join(lines) == whole or any(line.endswith(ELLIPSIS) for line in lines)


@pytest.mark.parametrize("number", range(2, 16))
def test_the_drawing_lies_within_its_bounds(number):
    """However many stand around a record and however long their names are, nothing is cut off or lies on another."""
    people = [
        record(f"p{place}", label=f"Person{place} With An Uncommonly Long Name{place}") for place in range(number)
    ]
    text = ", ".join(one.label for one in people) + " and ETIM."
    page = str(pages("etim", article(text), records=(*RECORDS, *people))["entities/etim.md"].content)
    height = float(re.search(r'viewBox="0 0 360 ([\d.]+)"', page)[1])
    boxes = []
    for anchor, body in re.findall(r'<text(?: text-anchor="(end)")?>(.*?)</text>', page):
        for x, y, line in re.findall(r'<tspan x="([\d.]+)" y="([\d.]+)">(.*?)</tspan>', body):
            wide = text_width(line, FONT)
            left = float(x) - (wide if anchor else 0)
            boxes.append((left, float(y) - FONT, left + wide, float(y) + 2))
    assert len(boxes) >= min(number, 10)
    assert all(
        left >= 0 and top >= 0 and right <= WIDTH + 0.1 and bottom <= height for left, top, right, bottom in boxes
    )
    assert not any(
        one < other and one[0] < other[2] and other[0] < one[2] and one[1] + 2 < other[3] and other[1] + 2 < one[3]
        for one in boxes
        for other in boxes
    )


def test_the_same_corpus_is_drawn_the_same():
    """Neither the order of articles nor of records moves anything on the page."""
    assert pages("etim", *ARTICLES) == pages("etim", *reversed(ARTICLES), records=tuple(reversed(RECORDS)))


def test_an_outlet_without_mentions_has_no_connections():
    """Who only publishes stands beside nobody."""
    wion = record("wion", "outlet", "WION")
    made = pages("wion", article("ETIM.", source=Source(outlet="wion")), records=(*RECORDS, wion))
    assert "Connections" not in str(made["outlets/wion.md"].content)
