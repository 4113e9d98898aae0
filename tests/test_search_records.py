"""What the search index holds of articles and records."""

import re
from html import unescape

from builders import article, corpus, record, topic
from hypothesis import given
from hypothesis import strategies as st

from generator.facets import filterable
from generator.markup import Markup
from generator.model import Source
from generator.search.records import SearchRecord, document, name_key, search_records

CPEC = record(
    "cpec", "programme", "China-Pakistan Economic Corridor", aliases=("CPEC",), description="Roads and ports."
)
UYGHURS = record("uyghurs", "group", aliases=("Uyghur", "Uighur", "Uighurs"))
WION = record("wion", "outlet", "WION")
TRADE = topic("trade", {"corridor": 3, "roads": 3}, definition="Buying and selling between states.")
BODY = "Pakistan and China spoke about CPEC. The Uyghur people were not named.\n\n## Roads\n\nRoads go on."


def documents(*articles, records=()) -> list[SearchRecord]:
    """Give all documents of an index."""
    return [make() for _, make in search_records(corpus(*articles, records=records))]


def found(address, *articles, records=()) -> SearchRecord:
    """Give the document of one page from the index of some articles and records."""
    return {one.address: one for one in documents(*articles, records=records)}[address]


def words(record: SearchRecord) -> str:
    """Give the text of a document's body as a reader would find it."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", record.html)).split())


def captured(purpose, name, html):
    """Give what Pagefind captures for a name, decoded once."""
    return [unescape(value) for value in re.findall(f'<i data-pagefind-{purpose}="{name}">([^<]*)</i>', html)]


def test_an_article_is_found_by_its_text_and_told_apart_by_its_facts():
    """The document of an article holds its text, its source and everything it can be filtered by."""
    source = Source(outlet="wion", agencies=("ani",), authors=("A. Writer",), headline="As printed")
    given_article = article(BODY, published="2022-02-06", date_status="stated", genre="analysis", source=source)

    one = found("articles/an-article/", given_article, records=(CPEC, UYGHURS, WION, TRADE))

    assert "Pakistan and China spoke about CPEC. The Uyghur people were not named. Roads Roads go on." == words(one)
    assert {
        "kind": ("Article",),
        "country": ("China", "Pakistan"),
        "entity": ("China-Pakistan Economic Corridor", "Uyghurs"),
        "topic": ("Trade",),
        "outlet": ("WION",),
        "agency": ("ani",),
        "author": ("A. Writer",),
        "genre": ("Analysis",),
        "year": ("2022",),
        "dated": ("Stated",),
        "rights": ("Full text",),
        "language": ("en",),
    } == one.filters
    assert ("As printed", "6 February 2022", "WION · ani · A. Writer") == (
        one.meta["headline"],
        one.meta["date"],
        one.meta["byline"],
    )


def test_what_is_not_known_is_no_filter():
    """An article without source or names has only the filters that hold for it, and no empty value."""
    one = found("articles/an-article/", article("Nothing here."))

    assert {"kind", "genre", "year", "dated", "rights", "language"} == set(one.filters)
    assert all(value.strip() for values in one.filters.values() for value in values)


def test_an_article_is_found_by_other_spellings_of_whom_it_mentions_but_does_not_show_them():
    """The aliases of the records that an article mentions stand in its metadata and not in its text."""
    one = found("articles/an-article/", article(BODY), records=(CPEC, UYGHURS))

    assert "Uighur" in one.meta["names"].split(" · ")
    assert "Uighur" not in words(one)


def test_a_narrower_name_and_its_broader_record_find_each_other():
    """Records of which one is broader name each other; an article on the narrower one is found by the broader name."""
    xinjiang = record("xinjiang", "place", aliases=("Sinkiang", "新疆"))
    turkistan = record("east-turkistan", "place", aliases=("East Turkestan",), broader="xinjiang")
    records = (xinjiang, turkistan)
    articles = (article("Xinjiang is large.", "one"), article("East Turkistan is a name.", "two"))

    assert "新疆" in found("entities/east-turkistan/", *articles, records=records).meta["names"]
    assert "East Turkestan" in found("entities/xinjiang/", *articles, records=records).meta["names"]
    assert "新疆" in found("articles/two/", *articles, records=records).meta["names"]
    assert "East Turkestan" not in found("articles/one/", *articles, records=records).meta["names"]


def test_rights_bound_what_is_indexed():
    """Of an excerpt only its first words can be found, of an article known by metadata only its title."""
    body = " ".join(f"word{number}" for number in range(100))
    excerpt = found("articles/an-article/", article(body, rights="excerpt"))
    metadata = found("articles/an-article/", article(body, rights="metadata", title="A bare title"))

    assert "word59" in words(excerpt)
    assert "word60" not in words(excerpt)
    assert "A bare title" == words(metadata)


def test_a_record_is_found_by_all_its_names():
    """The document of a record holds description and aliases, and is filtered by its kind and country."""
    khan = record("imran-khan", aliases=("Khan",), description="Prime minister.", country="PK")

    one = found("entities/imran-khan/", article("Imran Khan went to Pakistan."), records=(khan,))

    assert "Prime minister. Khan" == words(one)
    assert {"kind": ("Person",), "country": ("Pakistan",)} == one.filters
    assert "Imran Khan" == one.title


def test_a_whole_name_is_one_word_of_its_own():
    """The bearer of a name is found by it before all that contains it, without case, accents and signs."""
    one = found("entities/uyghurs/", article("Uyghur people."), records=(UYGHURS,))

    assert ["uyghurszqx", "uyghurzqx", "uighurzqx", "uighurszqx"] == one.meta["key"].split()
    assert name_key("Éric Léger-Ó") == name_key("eric leger o")
    assert "新疆zqx" == name_key("新疆")


def test_a_record_without_a_word_about_it_is_found_by_its_label():
    """Pagefind leaves out documents without words, so the label stands in for them."""
    one = found("entities/bare/", article("Bare was here."), records=(record("bare"),))

    assert "Bare" == words(one)


def test_every_page_can_be_sorted_by_date():
    """Each document has a day as one number of the same length; what is not known of it is nought."""
    known = [article("x", "day", published="2022-02-06"), article("x", "year", published="2022"), article("x", "none")]

    days = {one.address: one.day for one in documents(*known)}

    assert {"articles/day/": "20220206", "articles/year/": "20220000", "articles/none/": "00000000"} == days


def test_records_of_one_name_are_told_apart_in_a_facet():
    """Two entities with the same label have their ids beside it; a topic of that label is in a facet of its own."""
    records = (record("wang-1", label="Wang"), record("wang-2", label="Wang"), topic("wang", {"Wang": 9}, label="Wang"))
    many = corpus(article("Wang said so.", entities=("wang-1", "wang-2")), records=records)

    assert {"wang-1": "Wang (wang-1)", "wang-2": "Wang (wang-2)", "wang": "Wang"} == many.facet_values


def test_a_private_person_is_nowhere():
    """The name of a private record stands in no filter and no metadata."""
    hidden = record("amina-noor", aliases=("Noor",), private=True)

    for one in documents(article("Others spoke.", entities=("amina-noor",)), records=(hidden,)):
        assert "Noor" not in document(one, "en")


hostile = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))) | st.sampled_from(
    ["<script>alert(1)</script>", "</main><script>", "&lt;b&gt;", "{{ 7*7 }}", "a, b: c [x]", '"><img src=x onerror=y>']
)


@given(hostile)
def test_any_text_comes_out_of_a_document_as_it_went_in(text):
    """Titles, values and body are text whatever they hold; filters are decoded once more by Pagefind."""
    one = SearchRecord("a/", "Article", text, Markup("<p>{}</p>").format(text), {"entity": (text,)}, {"title": text})

    html = document(one, "en")

    assert filterable(text) == unescape(captured("filter", "entity", html)[0])
    assert (captured("meta", "title", html) or [""])[0] == text
    assert {"html", "head", "meta", "title", "body", "i", "main", "p"} >= set(re.findall(r"<([a-z]+)", html))
