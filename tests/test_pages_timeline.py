"""The timeline: what was published and what is named, told apart, by year; and that nothing undated is hidden."""

import re

import pytest
from builders import article, corpus, record, topic
from page_texts import LARGEST_PAGE, found, pages_of, read

from generator.pages.page import at_once
from generator.pages.record import record_pages
from generator.pages.timeline import MOMENTS_A_PAGE, OF_A_RECORD, ON_ONE_PAGE

XI = record("xi-jinping", label="Xi Jinping")


def pages(*articles, records=()):
    """Give the content of the pages of a corpus by their paths."""
    return pages_of("timeline", of=corpus(*articles, records=records))


def items(html):
    """Give the moments of a page as a reader reads them."""
    return found(r"<li class=\"(?:published|named)\".*?</li>", html)


def test_articles_and_named_times_stand_in_order_and_told_apart():
    """Years go forward; a time has its sentence, its article, and how it was worked out if it was."""
    html = pages(
        article("Riots began on 5 July 2009.\n\nThey met on Friday.", published="2022-02-06", date_status="stated"),
        article("", "b", title="Later", published="2022-03", date_status="derived", date_evidence="the third month"),
    )["timeline/index.md"]
    assert [
        "5 July Riots began on 5 July 2009. named in A title",
        "4 February They met on Friday. named in A title · worked out from its date, 6 February 2022",
        "6 February A title published",
        "March Later published · date derived Derived from: the third month",
    ] == items(html)
    assert ["2009", "2022"] == found(r"<h2[^>]*>(.*?)</h2>", html)
    assert '<a href="../articles/an-article/#s1">Riots began on <b>5 July 2009</b>' in html
    assert "2 articles published, 2 dates named" in read(html)


def test_undated_articles_stand_at_the_end_with_the_reason():
    """An article without a date is listed with what was looked for."""
    html = pages(article("", "b", published="2021"), article("", date_evidence="No date printed; looked everywhere"))[
        "timeline/index.md"
    ]
    assert "1 article without a date" in read(html)
    undated = html[html.index('id="undated"') :]
    assert "date unknown No date printed; looked everywhere" in read(undated)


def test_one_sentence_of_each_article_stands_for_a_time_and_the_rest_is_counted():
    """Of a time that many articles name, three sentences are shown, printed dates first."""
    bodies = ["Talks began on 5 July 2009. War began on 5 July 2009."] * 3 + ["A strike began on 5 July 2009."]
    html = pages(*(article(body, f"a-{n}", title=f"Title {n}") for n, body in enumerate(bodies)))["timeline/index.md"]
    (moment,) = items(html)
    assert ["Title 0", "Title 1", "Title 2"] == re.findall(r"Title \d", moment)
    assert moment.endswith("and named 4 more times")


def test_a_long_time_has_a_page_for_each_year():
    """With many moments each year has pages of its own, by month, none too large; the first leads to all."""
    words = " ".join(["heavy"] * 60)
    articles = [
        article(
            f"They carried {words} on {n % 28 + 1} July {2000 + n % 3}.",
            f"a-{n}",
            title="A long title " * 8,
            published=f"2003-{n % 12 + 1:02}-01",
            date_status="stated",
        )
        for n in range(ON_ONE_PAGE + MOMENTS_A_PAGE)
    ]
    made = pages(*articles, article("", "undated"))
    assert {} == {path: len(html) for path, html in made.items() if len(html.encode()) > LARGEST_PAGE}
    assert {"timeline/2000.md", "timeline/2003.md", "timeline/2003/page-2.md", "timeline/undated.md"} <= made.keys()
    assert ["2000/", "2001/", "2002/", "2003/", "undated/"] == sorted(
        set(re.findall(r'href="((?:\d+|undated)/)"', made["timeline/index.md"]))
    )
    assert "January 2003" == found(r"<h2[^>]*>(.*?)</h2>", made["timeline/2003.md"])[0]
    assert "28 July" in items(made["timeline/2000.md"])[-1]


def test_a_record_shows_the_times_beside_it():
    """A record and a topic have a small timeline; many times beside one fill a page that the years lead to."""
    body = " ".join(f"Xi Jinping spoke of trade in {2001 + n}." for n in range(OF_A_RECORD + 1))
    trade = topic("trade", {"trade": 3.0})
    made = corpus(article(body, published="2022", date_status="stated"), records=[XI, trade])
    for key in (XI, trade):
        (profile, *_) = at_once(record_pages(key, made, {}))
        html = str(profile.content)
        assert OF_A_RECORD == len(items(html))
        assert f'timeline/about/{key.id}/#y2001"' in html
        assert "1 article published, 5 dates named" in read(html)
        everything = pages_of("timeline", of=made)[f"timeline/about/{key.id}.md"]
        assert 6 == len(items(everything))
        assert all(f'id="y{year}"' in everything for year in (2001, 2005, 2022))


@pytest.mark.parametrize(
    ("rights", "shown"),
    [("full", ["word9", "word26"]), ("digest", ["word9", "word26"]), ("excerpt", ["word9"]), ("metadata", [])],
)
def test_no_more_is_shown_than_rights_allow(rights, shown):
    """The sentence of an excerpt is cut to thirty words; an article shown by its data alone names no time."""
    body = "In 2009 they met " + " ".join(f"word{number}" for number in range(50)) + "."
    html = "".join(pages(article(body, rights=rights)).values())
    assert shown == [part for part in ("word9", "word26") if part in html]


def test_hostile_words_are_text():
    """Marks of HTML and Markdown in sentences, titles and evidence come out as text."""
    body = "In 2009 a \\<b>[clerk\\](x) met \\<script>alert(1)\\</script>."
    html = "".join(pages(article(body, title="<img src=x>", date_evidence="<b>[clerk](x)")).values())
    assert "alert(1)" in html
    assert [] == re.findall(r"<(?:script|img|b>\[)|\]\(x\)", html)
