"""The account of the corpus: what it says of sources, decisions, changes and measured quality."""

from builders import article, corpus, record
from page_texts import read

from generator.ledger import Decision, public
from generator.model import Review, Source
from generator.pages.about import LAST_DAYS, MOST_PROBLEMS, Account, about_page
from generator.pages.measured import quality
from generator.problems import Problem
from generator.quality import Measured, measured_quality

WHY = "one people under two names"
NOTHING = Account()
MERGE = Decision("merge", record="uighur-people", into="uyghurs", by="An editor", on="2026-11-21", why=WHY)


def told(*articles, account=NOTHING, records=()) -> str:
    """Give what a reader reads on the page."""
    return read(str(about_page(corpus(*articles, records=records), account).content))


def ledger(*decisions):
    """Give decisions as they are read."""
    return [("decisions.yml", line, decision) for line, decision in enumerate(decisions, 1)]


def test_sources_genres_years_languages_and_rights_are_counted():
    """Each is told in words, with the number of its articles; an agency is told beside the outlet."""
    wire = Source(outlet="wion", agencies=("reuters",))
    records = [record("wion", "outlet", "WION"), record("reuters", "outlet", "Reuters")]
    page = told(
        article("Text.", "one", source=wire, published="2021-03", genre="opinion", language="ur"),
        article("Text.", "two", source=wire, date_status="unknown", rights="metadata"),
        records=records,
    )
    for part in (
        "WION 2",
        "Reuters 2",
        "Opinion 1",
        "2021 1",
        "undated 1",
        "Urdu 1",
        "Only title and source, no text 1",
    ):
        assert part in page


def test_an_unknown_language_tag_is_told_as_it_is():
    """A tag that the tables of languages lack stands as text."""
    assert "x-<b> 1" in told(article("Text.", language="x-<b>"))


def test_dates_that_are_not_stated_are_linked_only_where_there_are_any():
    """The link leads to the page that lists them, which exists then."""
    stated = article("Text.", published="2021", date_status="stated")
    unknown = article("Text.", "other", date_status="unknown")
    assert "dates/not-stated/" not in str(about_page(corpus(stated), Account()).content)
    assert "../../articles/dates/not-stated/" in str(about_page(corpus(stated, unknown), Account()).content)


def test_changes_stand_by_day_newest_first_as_the_content_tells_them():
    """Days come from the articles, records and decisions; no more than the last are told."""
    reviewed = Review("reviewed", "An editor", "2026-11-22")
    khan = record("khan", label="Imran Khan", review=reviewed)
    old = [article("Text.", f"a{day}", source=Source(retrieved=f"2020-01-{day:02}")) for day in range(1, LAST_DAYS + 1)]
    page = told(
        article("Imran Khan spoke.", source=Source(retrieved="2026-11-22"), review=reviewed),
        *old,
        records=[khan],
        account=Account(decisions=(MERGE,)),
    )
    day = "22 November 2026 1 article retrieved, 1 article reviewed, 1 record reviewed"
    assert page.index(day) < page.index("21 November 2026 1 decision") < page.index(f"{LAST_DAYS} January 2020")
    assert "1 January 2020" not in page


def test_decisions_are_counted_and_the_last_told_with_their_reasons():
    """A record with a page is linked by its label, another named by its id."""
    page = about_page(
        corpus(article("The Uyghurs met."), records=[record("uyghurs", "group", "Uyghurs")]),
        Account(
            decisions=(
                MERGE,
                Decision("not-a-name", names=("Breaking <News>",), on="2026-11-20"),
                Decision("retype", record="x", on="<soon>"),
            )
        ),
    )
    content = str(page.content)
    assert 'href="../../entities/uyghurs/"' in content
    assert f"uighur-people is another name of Uyghurs {WHY} · by An editor · 21 November 2026" in read(content)
    assert "Two names of one 1" in read(content)
    assert read(content).index("uighur-people is") < read(content).index("Breaking <News>” does not name anything")
    assert "<soon>" in read(content)


def test_decisions_about_private_records_say_only_their_sort():
    """By id, by a name, by a word in the reason, and by what was merged with a private record."""
    amina = record("amina-noor", label="Amina Noor", private=True)
    hidden = [
        Decision("rename", record="amina-noor", label="A. N."),
        Decision("not-a-name", names=("Noor",), why="that is AMINA NOOR"),
        Decision("merge", record="a-noor", into="amina-noor"),
        Decision("rename", record="a-noor", label="Somebody"),
        Decision("split", record="amina-noor", into="another", label="Other", names=("N.",)),
        Decision("retype", record="another", kind="group"),
    ]
    given = public(ledger(MERGE, *hidden), [amina])
    assert (MERGE, *(Decision(one.decision) for one in hidden)) == given
    page = told(article("Text."), account=Account(decisions=given))
    assert "Called otherwise 2" in page
    assert not [word for word in ("Noor", "noor", "Somebody", "another name of amina") if word in page]


def test_problems_are_told_and_cut_where_they_are_very_many():
    """The page stays small however much is wrong, and says how much is not shown."""
    assert "Nothing was left out" in told(article("Text."))
    many = tuple(Problem("articles/a.md", line, "wrong <here>") for line in range(1, MOST_PROBLEMS + 3))
    page = told(article("Text."), account=Account(problems=many))
    assert f"{MOST_PROBLEMS + 2} problems in the content: articles/a.md, line 1: wrong <here>" in page
    assert "And 2 more problems." in page


def test_every_measure_that_is_shipped_has_words_for_readers():
    """No measure is shown by the name that the tests give it."""
    assert measured_quality()
    assert "Other measures" not in quality(measured_quality())


def test_a_measure_is_told_as_a_percentage_with_what_it_was_taken_on():
    """The lowest score stands for all of a kind; one without words of its own stands by its name, as text."""
    scores = (("names, recall", 1, "40 articles"), ("names, recall, own", 0.9876, "9 pages"), ("<new>", 0.5, "x"))
    shown = read(str(quality([Measured(*score) for score in scores])))
    assert "Names found, of those in the text 40 articles; 9 pages 98.8 %" in shown
    assert "<new> x 50.0 %" in shown
    assert quality([]) == ""


def test_the_shipped_file_is_as_the_writer_writes_it():
    """Sorted, values from 0 to 1, three digits: a diff shows what a change does to quality."""
    names = [score.measure for score in measured_quality()]
    assert sorted(names) == names
    assert all(0 <= score.value <= 1 and score.value == round(score.value, 3) for score in measured_quality())
