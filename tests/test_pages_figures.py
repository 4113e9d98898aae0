"""The pages of figures: what stands side by side, with whom it is from, and what rights and privacy leave out."""

import re

import pytest
from builders import annotated, article, corpus, record
from page_texts import LARGEST_PAGE, found, pages_of, read

from generator.countings import countings
from generator.pages import figures as listing
from generator.pages.figures import FIGURES_A_PAGE, OF_A_RECORD
from generator.pages.page import at_once
from generator.pages.record import record_pages

UYGHURS = record("uyghurs", "group", "Uyghurs", aliases=("Uyghur",))
URUMQI = record("urumqi", "place", "Urumqi")
RED_CROSS = record("red-cross", "organisation", "Red Cross")
RECORDS = (UYGHURS, URUMQI, RED_CROSS)


def pages(*articles, records=RECORDS):
    """Give the content of the pages of a corpus by their paths."""
    return pages_of("figures", of=corpus(*articles, records=records))


def items(html):
    """Give the figures of a page as a reader reads them."""
    return found(r"<li data-given=.*?</li>", html)


def test_numbers_that_count_the_same_stand_side_by_side():
    """Two articles that differ about the same are in one group, largest first, and never merged."""
    made = pages(
        article("Over 1,000 Uyghurs are held in camps.", "a", published="2021-05-01", date_status="stated"),
        article("The Red Cross says that 3,000 Uyghurs have been detained.", "b"),
        article("Police arrested 40 people in Bonn.", "c"),
    )
    html = made["figures/detained.md"]
    first, second, third = items(html)
    assert first.startswith(
        "3,000 Uyghurs The Red Cross says that 3,000 Uyghurs have been detained. given by Red Cross"
    )
    assert second.startswith(
        "Over 1,000 Uyghurs Over 1,000 Uyghurs are held in camps. stated by the article · 1 May 2021"
    )
    assert third.startswith("40 people Police arrested 40 people in Bonn.")
    assert ["Uyghurs", "Counted once"] == found(r"<h2[^>]*>(.*?)</h2>", html)
    assert '<a href="../../articles/b/#s1">The Red Cross says that <b>3,000 Uyghurs</b>' in html
    assert "Uyghurs 2 figures in 2 articles, from 1,000 to 3,000" in read(made["figures/index.md"])


def test_counts_of_other_things_stand_apart():
    """What happened to people, and what is counted, part figures although they are about the same."""
    body = "The state killed 10 Uyghurs. It arrested 20 Uyghurs. It built 30 camps and paid $40 to Uyghurs."
    made = pages(article(body))
    assert ["detained", "index", "killed", "money", "things"] == sorted(
        path.removeprefix("figures/").removesuffix(".md") for path in made
    )
    assert [["10 Uyghurs"], ["20 Uyghurs"]] == [
        found(r'<p class="number">(.*?)</p>', made[f"figures/{sort}.md"]) for sort in ("killed", "detained")
    ]


def test_a_figure_is_about_what_its_sentence_or_paragraph_names():
    """Where a sentence names nothing, the sentences before it in the paragraph tell, and then the title."""
    made = corpus(
        article("Riots broke out in Urumqi. Officials put the toll at 197 dead.", "a"),
        article("Officials put the toll at 156 dead.", "b", title="Riots in Urumqi"),
        article("Officials put the toll at 9 dead.", "c"),
        records=RECORDS,
    )
    groups = {group.about: [one.figure.value for one in group.countings] for group in made.countings.by_sort["killed"]}
    assert {"urumqi": [197, 156], None: [9]} == groups


def test_a_record_shows_figures_and_leads_to_all():
    """A record's page shows some figures of several sorts, a page of their own has all, by sort."""
    body = "It killed 10 Uyghurs. It arrested 20 Uyghurs. " + " ".join(
        f"It built {n} Uyghur camps." for n in range(30, 35)
    )
    made = corpus(article(body), records=RECORDS)
    (profile, *_) = at_once(record_pages(UYGHURS, made, {}))
    shown = items(str(profile.content))
    assert OF_A_RECORD == len(shown)
    assert shown[0].startswith("10 Uyghurs")
    assert shown[1].startswith("20 Uyghurs")
    assert 'figures/about/uyghurs/">all 7 figures</a>' in str(profile.content)
    everything = pages_of("figures", of=made)["figures/about/uyghurs.md"]
    assert 7 == len(items(everything))
    assert ["People killed", "People detained or imprisoned", "Things and places"] == found(
        "<h2>(.*?)</h2>", everything
    )


@pytest.mark.parametrize(
    ("rights", "shown"),
    [("full", ["word9", "word27"]), ("digest", ["word9", "word27"]), ("excerpt", ["word9"]), ("metadata", [])],
)
def test_no_more_is_shown_than_rights_allow(rights, shown):
    """The sentence of an excerpt is cut to thirty words; an article shown by its data alone gives no figure."""
    body = "They held 12 farmers " + " ".join(f"word{number}" for number in range(50)) + "."
    html = "".join(pages(article(body, rights=rights)).values())
    assert shown == [part for part in ("word9", "word27") if part in html]


def test_copies_give_a_number_once():
    """A figure in a sentence that a copy repeats is one, told by the article that is no copy."""
    body = "Police arrested 40 people, officials said."
    one, other = (annotated(body, key=key, title=title) for key, title in (("a", "Copy"), ("b", "Source")))
    (counting,) = countings([one, other], {}, {one.article.id: other.article.id}).by_sort["detained"][0].countings
    assert ("b", ("a",)) == (counting.article, counting.also)
    assert 2 == len(countings([one, other], {}).by_sort["detained"][0].countings)


def test_a_private_source_is_not_named():
    """Who gives a number is not told where the record is private."""
    private = record("mary-hughes", label="Mary Hughes", private=True)
    html = pages(article("Police arrested 40 people, Mary Hughes said."), records=[private])["figures/detained.md"]
    assert "Mary Hughes" not in read(re.sub(r'<p class="words">.*?</p>', "", html))


def test_hostile_words_are_text():
    """Marks of HTML and Markdown in units and sources come out as text."""
    body = "The \\<b>[clerk\\](x) said that 40 boats sank \\<script>alert(1)\\</script>."
    html = "".join(pages(article(body, title="<img src=x>")).values())
    assert "sank" in html
    assert [] == re.findall(r"<(?:script|img|b>\[)|\]\(x\)", html)


def test_long_listings_are_parted():
    """Very many figures fill several pages, none too large, and a group that goes on keeps its heading."""
    words = " ".join(["heavy"] * 60)
    articles = [
        article(f"Police arrested {n + 1} Uyghurs {words}.", f"a-{n}", title="A long title " * 8)
        for n in range(FIGURES_A_PAGE * 2 + 1)
    ]
    made = pages(*articles)
    assert 3 == len([path for path in made if path.startswith("figures/detained")])
    assert {} == {path: len(html) for path, html in made.items() if len(html.encode()) > LARGEST_PAGE}
    assert ["Uyghurs"] == found(r"<h2[^>]*>(.*?)</h2>", made["figures/detained/page-3.md"])


def test_an_overview_leads_to_the_page_on_which_a_group_begins(monkeypatch):
    """Of a long list the groups stand on several pages, and each has its heading where the link leads."""
    monkeypatch.setattr(listing, "FIGURES_A_PAGE", 1)
    body = (
        "Police arrested 10 Uyghurs and 20 Uyghurs. The Red Cross counted 30 camps, 40 camps and 7 letters in Urumqi."
    )
    made = pages(article(body), article(body.replace("10", "50").replace("30", "60"), "b"))
    targets = found(r'<li><a href="([^"]*#[^"]*)"', made["figures/index.md"])
    assert len(targets) > 2
    for page, _, anchor in (target.partition("/#") for target in targets):
        assert f'id="{anchor}"' in made[f"figures/{page}.md"]


def test_the_range_of_a_group_is_drawn_once_and_stays_small():
    """However many values a group has, few points are drawn, on the page where it begins; the ends are written."""
    articles = [article(f"Police arrested {n + 1} Uyghurs.", f"a-{n}") for n in range(FIGURES_A_PAGE * 3)]
    made = pages(*articles)
    first, second = made["figures/detained.md"], made["figures/detained/page-2.md"]
    assert '<div class="ranged"><span>1</span><svg class="range"' in first
    assert "<span>240</span></div>" in first
    assert 3 < first.count("<circle") <= 80
    assert "<svg" not in second
