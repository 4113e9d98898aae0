"""The corpus: orders, what stands together, what is alike, who is in it, and that reading order does not matter."""

import msgspec
from builders import annotated, article, corpus, gazetteer, record, topic
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotate.article import annotate
from generator.corpus import gather
from generator.model import Site, Source

ETIM = record("etim", "organisation", "ETIM")
CPEC = record("cpec", "programme", "CPEC")
XINJIANG = record("xinjiang", "place", "Xinjiang", country="CN")
KHAN = record("imran-khan", label="Imran Khan", country="PK")
WITNESS = record("amina-noor", label="Amina Noor", aliases=("Amina",), country="KZ", private=True)
WION = record("wion", "outlet", "WION")
ANI = record("ani", "outlet", "ANI", private=True)
TRADE = topic("trade", {"trade": 3})
RECORDS = (ETIM, CPEC, XINJIANG, KHAN, WITNESS, WION, ANI, TRADE)


def test_articles_are_newest_first_and_undated_ones_last():
    """A year stands before its months, a month before its days, and equal dates are ordered by id."""
    dates = {"e": "2021-12-31", "c": "2022", "b": "2022-02", "a": "2022-02-06", "d": "2022-02-06", "g": None, "f": None}
    made = corpus(*(article(key=key, published=date) for key, date in dates.items()))
    assert ["c", "b", "a", "d", "e", "f", "g"] == list(made.articles)


def test_records_are_those_that_articles_mention_by_label():
    """Only records that some article has are in the corpus, sorted by what readers call them."""
    made = corpus(article("ETIM and CPEC in Xinjiang."), records=RECORDS)
    assert ["China", "CPEC", "ETIM", "Xinjiang"] == [one.label for one in made.records.values()]
    assert ["CPEC", "ETIM", "Xinjiang"] == [one.label for one in made.entities]


def test_private_records_stand_nowhere():
    """A person at risk is named in no part of the corpus but the text itself, nor is her country shown by her."""
    witnessed = article(
        "Amina Noor saw ETIM. Amina left. Nobody said trade.", source=Source(outlet="ani", agencies=("wion",))
    )
    made = corpus(witnessed, article("Amina Noor met ETIM.", "b", entities=("amina-noor",)), records=RECORDS)
    shown = (made.records, made.mentions, made.publications, made.comentions, made.related)
    encoded = msgspec.json.encode(shown).decode()
    assert "amina" not in encoded.lower()
    assert {"etim", "wion", "trade", "kz"} >= set(made.records)


def test_an_outlet_publishes_and_an_agency_is_credited():
    """Publications hold the articles of outlets and agencies, each once, newest first."""
    both = Source(outlet="wion", agencies=("wion",))
    made = corpus(
        article(key="old", published="2020", source=Source(outlet="wion")),
        article(key="new", published="2022", source=both),
        article(key="other", source=Source(outlet="nobody")),
        records=RECORDS,
    )
    assert {"wion": ("new", "old")} == made.publications
    assert ["wion"] == list(made.records)


def test_related_articles_share_rare_records():
    """The most alike come first, with the records they share; an article is not related to itself."""
    made = corpus(
        article("ETIM and CPEC.", "a"),
        article("ETIM and CPEC.", "b"),
        article("ETIM and Imran Khan.", "c"),
        article("Xinjiang.", "d"),
        records=RECORDS,
    )
    related = made.related["a"]
    assert ["b", "c"][: len(related)] == [one.article for one in related]
    assert ("cpec", "etim") == related[0].shared
    assert 1.0 == related[0].likeness
    assert () == made.related["d"]


def test_an_empty_corpus_is_a_corpus():
    """Nothing is divided by the number of articles."""
    made = corpus(records=RECORDS)
    assert ({}, {}, {}) == (made.articles, made.records, made.related)


def test_sentences_of_evidence_are_found_by_offset():
    """An offset gives the sentence in which it lies; between sentences, the whole field."""
    one = annotated("First one. Second one.\n\nThird one.", title="A title")
    assert ["First one.", "Second one.", "Third one."] == [one.sentence("body", at) for at in (0, 11, 25)]
    assert "A title" == one.sentence("title", 3)


TEXTS = (
    "ETIM and CPEC.",
    "Imran Khan in Xinjiang.",
    "Free trade, trade.",
    "China and ETIM.",
    "",
    "ETIM ETIM CPEC Xinjiang.",
)
KNOWN = gazetteer(*RECORDS)
ANNOTATED = [
    annotate(article(text, f"a{number}", published=date, source=Source(outlet="wion")), KNOWN)
    for number, (text, date) in enumerate(zip(TEXTS * 2, ("2022", "2022-02", None) * 4, strict=True))
]
EXPECTED = msgspec.json.encode(gather(Site(name="x"), ANNOTATED, KNOWN.records))


@given(st.permutations(ANNOTATED), st.permutations(list(KNOWN.records.items())))
def test_input_order_never_changes_the_corpus(articles, records):
    """The same content gives the same corpus, in the same order, whatever is read first."""
    assert EXPECTED == msgspec.json.encode(gather(Site(name="x"), articles, dict(records)))


@settings(max_examples=12)
@given(st.permutations(RECORDS))
def test_order_of_records_never_changes_an_annotation(records):
    """The gazetteer does not depend on the order of its records."""
    text = "ETIM, CPEC, Imran Khan, Khan, Amina, Xinjiang, China and trade, trade."
    assert annotated(text, *RECORDS) == annotate(article(text), gazetteer(*records))
