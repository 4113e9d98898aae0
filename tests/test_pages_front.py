"""The home page, the pages of records and those of a site without articles: what leads to what, and no empty page."""

import re

from builders import article, corpus, record, topic

from generator.addresses import PagePath
from generator.model import RecordId
from generator.pages.front import front_pages
from generator.pages.page import at_once
from generator.pages.record import SHORT, TERMS_AT_ONCE, record_pages
from generator.pages.sections import section_pages
from generator.pages.strip import SHORT as SHORT_SPAN
from generator.pages.strip import Year, strip
from generator.pages.timeline import timeline_pages
from generator.rendering.markdown import rendered

PAGE = PagePath("entities/xi-jinping.md")
XI = record("xi-jinping", label="Xi Jinping")


def home(*articles, records=()):
    """Give the content of the home page."""
    return next(page.content for page in front_pages(corpus(*articles, records=records), {}) if page.kind == "home")


def page_of(*articles):
    """Give the content of the first page of a record that articles name."""
    made = corpus(*articles, records=[XI])
    return next(at_once(record_pages(made.records[XI.id], made, {}))).content


def test_the_home_page_asks_explore_and_shows_what_is_new_before_lists():
    """A form leads to the search with what was typed; newest articles stand before countries; one is no "Articles"."""
    content = home(article("China and Pakistan met."))
    assert re.search(r'<form class="ask" role="search" action="explore/"><input type="search" name="q" ', content)
    assert 0 < content.index("## Newest articles") < content.index("## Countries")
    assert "<strong>1</strong> <span>Article</span>" in content
    assert "<strong>0</strong> <span>Stories</span>" in content


def test_parts_of_a_record_are_led_to_with_their_numbers():
    """Each part of a record's page is named at its top with how much it has, and the link ends at its heading."""
    content = page_of(article("Xi said on 5 July 2009: “We will not go there.” Xi Jinping left for China."))
    told = re.findall(r'<li><a href="#([^"]*)">([^<]*)</a>(?: <span class="meta">(\d+)</span>)?</li>', content)
    assert ("mentions", "Articles", "1") in told
    assert ("timeline", "Timeline", "1") in told
    assert ("quotations", "Quotations", "1") in told
    headings = rendered(f"---\n---\n# Xi Jinping\n\n{content}", PAGE).headings
    assert {anchor for anchor, _, _ in told} <= {heading.id for heading in headings}


def test_a_short_record_page_has_nothing_to_lead_past():
    """Where a page has its few articles alone, no list of parts stands before them."""
    assert "On this page" not in page_of(article("Xi Jinping left."))
    many = [article("Xi Jinping left.", f"a-{number}") for number in range(SHORT + 1)]
    assert "Timeline" not in page_of(*many)


def test_the_words_of_a_topic_do_not_stand_in_the_way():
    """Few words by which a topic is found are read at once; many are behind their number."""
    for number in (1, TERMS_AT_ONCE, TERMS_AT_ONCE + 1):
        made = corpus(article("A word0 here."), records=[topic("words", {f"word{one}": 3 for one in range(number)})])
        content = next(at_once(record_pages(made.records[RecordId("words")], made, {}))).content
        assert (number > TERMS_AT_ONCE) == (f"<summary>{number} words and phrases</summary>" in content)
        assert f"word{number - 1}" in content


def test_pages_without_articles_say_so():
    """A site without articles has no search box that finds nothing, and says on each index that nothing is there."""
    none = corpus()
    pages = {page.path: page for page in front_pages(none, {})}
    assert "<form" not in pages["index.md"].content
    assert "page" == pages["explore.md"].kind
    assert "no article yet" in pages["explore.md"].content
    indexes = [*at_once(section_pages(none, {})), *at_once(timeline_pages(none))]
    assert len(indexes) > 4
    for page in indexes:
        assert "Nothing stands here yet" in page.content, page.path


def test_a_strip_draws_all_years_of_a_short_time_and_only_the_marks_it_has():
    """The first of a few years is drawn however little it has; nothing tells of named dates where there are none."""
    last = 2000 + SHORT_SPAN - 1
    drawn = strip({2000: Year(1), 2001: Year(1), last: Year(50)}, None)
    assert "<span>2000</span>" in drawn
    assert "named in the text" not in drawn
    longer = strip({1999: Year(1), 2001: Year(1), last: Year(50, 1)}, None)
    assert f"years before {last} are not drawn" in longer
    assert "" == strip({2000: Year(1), last: Year(50)}, None)
