"""Evidence on pages: the words, sentences and rules behind each statement, who looked at it, and how to object."""

from urllib.parse import parse_qs, urlsplit

import pytest
from builders import article, corpus, record
from page_text import details_of, links_of

from generator.countries import all_countries
from generator.model import Review, Site, Source
from generator.pages.article import article_page_of
from generator.pages.page import at_once
from generator.pages.record import record_pages

BODY = "Imran Khan met Xi Jinping in Beijing. Khan spoke of trade. Nobody else did."
PEOPLE = (
    record("imran-khan", country="PK"),
    record("xi-jinping", country="CN", review=Review("reviewed", "An editor", "2022-05-03")),
)
REPOSITORY = "https://github.com/owner/cuttings"


def of(body=BODY, site=None, **front):
    """Gather one article that names two people."""
    given = {"title": "Pakistan at the table", "source": Source(standfirst="Two men met. Khan was one.")} | front
    return corpus(article(body, **given), records=PEOPLE, site=site or Site("Cuttings", "https://cuttings.example/"))


def page(**given):
    """Give the page of the article."""
    gathered = of(**given)
    return article_page_of(next(iter(gathered.articles.values())), gathered).content


def control(content, label):
    """Give the text of the control that stands beside a name, or whose summary begins with it."""
    return next(told for name, told in details_of(content).items() if name.startswith(label))


def test_a_name_opens_its_words_its_rule_and_its_sentences():
    """Words other than the label are told with their rule, and every sentence is linked."""
    told = control(page(), "Imran Khan")
    assert "3“Khan” (a part of its full name) standfirst 2; its name 1" == told
    assert {"#d2", "#s1", "#s2"} <= {*links_of(page())}


def test_who_looked_at_a_record_is_told():
    """A reviewed record says by whom and when; what comes from the standard says so."""
    assert control(page(), "Xi Jinping").endswith("reviewed by An editor on 3 May 2022")
    assert "from ISO 3166" in control(page(), "Pakistan")


def test_a_country_opens_a_sentence_and_leads_to_the_others():
    """One sentence is repeated with its words marked, the others are linked; a mere mention opens like a name."""
    content = page()
    assert "2“Xi Jinping” (what belongs to it) 1; “Beijing” (its capital) 1" == control(content, "China")
    assert '<a href="#d2"><mark>Khan</mark> was one.</a>' in content
    assert "also in" in control(content, "Pakistan")
    assert "by its name, what belongs to it" in control(content, "Pakistan")


def test_the_date_opens_its_evidence():
    """What the source prints is told beside the date; where nobody noted it, that is told."""
    stated = page(published="2022-02-06", date_status="stated", date_evidence="Updated: Feb 06")
    assert "Updated: Feb 06" in control(stated, "6 February 2022")
    assert "The source states no date" in control(page(), "not known")


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_rights_are_kept(rights):
    """Of an article that is not shown in full no words are told by which something was found."""
    content = page(rights=rights)
    assert "“Khan”" not in content
    assert "a part of its full name" in control(content, "Imran Khan")
    assert ("Khan</mark> was one" in content) == (rights == "excerpt")


def test_objecting_wants_a_repository():
    """Without one no page links to an issue."""
    assert [] == [href for href in links_of(page()) if "issues" in href]


@pytest.mark.parametrize(
    ("repository", "path", "keys"),
    [
        (REPOSITORY, "/owner/cuttings/issues/new", ("title", "told")),
        ("https://codeberg.example/owner/a", "/owner/a/issues/new", ("title", "body")),
        ("https://gitlab.example/a/b/", "/a/b/-/issues/new", ("issue[title]", "issue[description]")),
    ],
)
def test_an_objection_is_filled_in(repository, path, keys):
    """A page of an article has one link to a new issue that names it and asks what is wrong."""
    site = Site("Cuttings", "https://cuttings.example/", repository=repository)
    (link,) = [urlsplit(href) for href in links_of(page(site=site)) if "issues/new" in href]
    assert path == link.path
    asked = parse_qs(link.query)
    assert ["Wrong: an-article"] == asked[keys[0]]
    assert ["What is wrong, and in which sentence?"] == asked[keys[1]]


def test_a_record_tells_of_each_article_how_it_was_found():
    """Beside the sentences on a record's page stand weight, rules and review, and the way to object."""
    site = Site("Cuttings", "https://cuttings.example/", repository=REPOSITORY)
    gathered = of(site=site)
    first = next(iter(at_once(record_pages(gathered.records["imran-khan"], gathered, all_countries()))))
    assert "by a part of its full name, its name · not reviewed" in control(first.content, "How this was found")
    assert any("title=Wrong:+imran-khan+in+an-article&" in href for href in links_of(first.content))
    assert any(href.endswith("articles/an-article/#d2") for href in links_of(first.content))
