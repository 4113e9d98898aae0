"""What the search index holds of the pages of quotations, figures and times."""

from builders import article, corpus, record
from page_texts import pages_of

from generator.addresses import address
from generator.search.fact_records import fact_records
from generator.statements import OF_A_SPEAKER

WANG = record("wang-yi", label="Wang Yi", aliases=("王毅",))


def test_pages_of_facts_are_found_by_what_they_are_about():
    """The lists, the sorts of figures and whoever is quoted often have a document, each of a page that there is."""
    body = "Wang Yi called it “a poor excuse”. Police arrested 40 people in 2009."
    made = corpus(*(article(body, f"a-{n}") for n in range(OF_A_SPEAKER + 1)), records=[WANG])
    found = {one.address: one for one in fact_records(made)}
    assert {
        "quotations/": "Quotations",
        "quotations/speakers/wang-yi/": "Quotations",
        "figures/": "Figures",
        "figures/detained/": "Figures",
        "timeline/": "Timeline",
    } == {key: one.kind for key, one in found.items()}
    assert found.keys() <= {address(path) for path in pages_of("quotations", "figures", "timeline", of=made)}
    assert "Wang Yi · 王毅" == found["quotations/speakers/wang-yi/"].meta["names"]


def test_pages_that_show_nothing_are_not_found():
    """Without quotations, figures and dates there is no document, and so no index of an empty site."""
    assert [] == list(fact_records(corpus()))
    assert [] == list(fact_records(corpus(article("Nothing here."))))
