"""Tables: rows with metadata become articles, nothing of theirs is lost, and what is wrong is told by row."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ingest_texts import BODY, ONE, TWO

from generator.formats.body import read_body
from generator.ingest.decoding import decode
from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of
from generator.model import Exclusions
from generator.normalise import plain_text


def of_json(*rows):
    """Read rows as JSON Lines; a row that is a text stands as it is."""
    written = "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    return articles_of(RawFile("news.jsonl", written.encode()))


def of_csv(columns, *rows, delimiter=","):
    """Read rows as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([columns, *rows])
    return articles_of(RawFile("news.csv", out.getvalue().encode()))


def one(harvest):
    """Give the only article of a table without problems."""
    assert () == harvest.problems
    (candidate,) = harvest.candidates
    return candidate


FULL = {
    "id": "2022-02-06-khan-meets-xi",
    "title": "Khan meets Xi",
    "published": "2022-02-06",
    "date_status": "derived",
    "date_evidence": "the games",
    "source": {
        "headline": "Khan, Xi meet",
        "outlet": "WION",
        "url": "https://example.org/a",
        "authors": ["Jane Doe"],
        "agencies": ["ANI"],
        "document": "a.txt",
        "position": 3,
        "retrieved": "2026-11-21",
    },
    "genre": "analysis",
    "rights": "full",
    "language": "ur",
    "entities": ["Xi Jinping"],
    "countries": ["CN"],
    "topics": ["trade"],
    "exclude": {"entities": ["khan"]},
    "review": {"state": "reviewed", "by": "An editor"},
    "body": BODY,
}


def test_all_keys_of_front_matter_are_columns():
    """A row may hold whatever an article file may."""
    front = one(of_json(FULL)).front
    assert ("2022-02-06-khan-meets-xi", "derived", "the games") == (front.id, front.date_status, front.date_evidence)
    assert ("WION", ("Jane Doe",), ("ANI",), 3) == (
        front.source.outlet, front.source.authors, front.source.agencies, front.source.position,
    )  # fmt: skip
    assert ("analysis", "full", "ur") == (front.genre, front.rights, front.language)
    assert (("Xi Jinping",), ("CN",), ("trade",)) == (front.entities, front.countries, front.topics)
    assert (Exclusions(entities=("khan",)), "An editor") == (front.exclude, front.review.by)


def test_nested_and_dotted_columns_are_the_same():
    """CSV dots what JSON nests, and parts lists by a bar."""
    columns = ["id", "title", "source.outlet", "source.authors", "entities", "exclude.entities", "body"]
    row = ["khan-meets-xi", "Khan, Xi", "WION", "Jane Doe | John Roe", "Xi Jinping|CPEC", "khan", "A, b.\n\nC."]
    from_csv = one(of_csv(columns, row)).front
    nested = {
        "id": "khan-meets-xi",
        "title": "Khan, Xi",
        "source": {"outlet": "WION", "authors": ["Jane Doe", "John Roe"]},
        "entities": ["Xi Jinping", "CPEC"],
        "exclude": {"entities": ["khan"]},
        "body": "A, b.\n\nC.",
    }
    from_json = one(of_json(nested)).front
    assert (from_json.id, from_json.title, from_json.source.outlet) == (
        from_csv.id,
        from_csv.title,
        from_csv.source.outlet,
    )
    assert (from_json.source.authors, from_json.entities) == (from_csv.source.authors, from_csv.entities)
    assert from_json.exclude == from_csv.exclude


def test_usual_names_of_columns_are_understood():
    """Other systems call them otherwise."""
    row = {"headline": "Khan, Xi", "date": "2022-02-06T10:00:00Z", "author": "By Jane Doe and John Roe"}
    row |= {"link": "https://a.b/c", "publisher": "WION", "text": ONE, "Category": "Trade", "people": ["Xi Jinping"]}
    front = one(of_json(row)).front
    assert ("Khan, Xi", "2022-02-06", "stated") == (front.title, front.published, front.date_status)
    assert "published: 2022-02-06T10:00:00Z" == front.date_evidence
    assert (("Jane Doe", "John Roe"), "WION", "https://a.b/c") == (
        front.source.authors, front.source.outlet, front.source.url,
    )  # fmt: skip
    assert (("Trade",), ("Xi Jinping",)) == (front.topics, front.entities)


def test_what_is_told_of_an_entity_is_proposed():
    """A kind by the column, or beside the name, is that of the record to make."""
    row = {"title": "T", "body": ONE, "orgs": ["ETGE"], "entities": [{"name": "Jane Doe", "label_": "PERSON"}, "CPEC"]}
    found = one(of_json(row))
    assert {"ETGE", "Jane Doe", "CPEC"} == set(found.front.entities)
    assert {("ETGE", "organisation"), ("Jane Doe", "person")} == {(told.label, told.kind) for told in found.proposed}


def test_a_row_says_where_it_stood():
    """Document, position and the hash of the row, unless the row knows better."""
    harvest = of_json({"title": "A", "body": ONE}, {"title": "B", "body": TWO})
    assert [("news.jsonl", 1), ("news.jsonl", 2)] == [
        (found.front.source.document, found.front.source.position) for found in harvest.candidates
    ]
    again = of_json({"title": "New", "body": ONE}, {"title": "B", "body": TWO})
    assert harvest.candidates[0].front.source.sha256 != again.candidates[0].front.source.sha256
    assert harvest.candidates[1].front.source.sha256 == again.candidates[1].front.source.sha256


def test_rights_are_those_asked_for_where_the_row_gives_none():
    """What upstream asserts is kept."""
    file = RawFile("a.jsonl", b'{"title":"A","body":"x"}\n{"title":"B","body":"y","rights":"digest"}')
    assert ["metadata", "digest"] == [found.front.rights for found in articles_of(file, "metadata").candidates]


def test_a_title_is_made_where_there_is_none():
    """From the headline, or from the text."""
    made, headed = of_json({"body": ONE}, {"headline": "H", "body": ONE}).candidates
    assert made.front.title.startswith("The committee of the port city")
    assert "H" == headed.front.title


def test_values_that_say_nothing_are_as_if_left_out():
    """Empty texts, lists and nulls, in any column."""
    row = {"id": "", "title": " ", "published": None, "author": "", "topics": [], "source": {"outlet": ""}, "body": ONE}
    front = one(of_json(row)).front
    assert ("", None, (), None) == (front.id, front.published, front.source.authors, front.source.outlet)
    assert front.title.startswith("The committee of the port city")


def test_an_id_that_cannot_stand_in_an_address_is_replaced():
    """A good one is kept; the other is told."""
    found = one(of_json({"id": "Bad Id!", "title": "A", "body": ONE}))
    assert "" == found.front.id
    assert ("the id “Bad Id!” cannot stand in an address: another was made",) == found.notes


@given(st.text(max_size=200).filter(lambda body: body == decode(body.encode())[0]))
def test_a_body_is_plain_text(body):
    """Whatever a row holds, mojibake aside, is shown as those words."""
    harvest = of_json({"title": "A", "body": body})
    shown = " ".join(block.text for found in harvest.candidates for block in read_body(found.body))
    assert plain_text(body).split() == shown.split()


@pytest.mark.parametrize(
    "title", ["<script>x</script>", "{{ 7*7 }}", "a: b", "- x", "'", '"', "\\", "[x](javascript:1)"]
)
def test_titles_are_plain_text(title):
    """No mark in a title means anything."""
    assert title == one(of_json({"title": title, "body": ONE})).front.title


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ({"title": "A"}, "'body' is missing"),
        ({"body": ""}, "'title' is missing"),
        ({"title": "A", "body": "x", "genre": "gossip"}, "'genre' has an unknown value"),
        ({"title": ["A"], "body": "x"}, "'title' must be a single value"),
        ('{"title":"A","body":"b","entities":' + "[" * 300 + "]" * 300 + "}", "nested more than 12 levels deep"),
        ('{"title":"A","body":' + "[" * 100_000, "nested more than 12 levels deep"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_stops_no_other(row, message):
    """The good rows before and after are articles."""
    harvest = of_json({"title": "Before", "body": "x"}, row, {"title": "After", "body": "y"})
    assert ["Before", "After"] == [found.front.title for found in harvest.candidates]
    (problem,) = harvest.problems
    assert ("news.jsonl", 2, message) == (problem.path, problem.line, problem.message)


def test_a_column_that_nothing_takes_is_told_once():
    """With the known one that is most like it; the articles are there all the same."""
    harvest = of_json(*[{"title": "A", "body": "x", "standfrist": "s"}] * 3)
    (problem,) = harvest.problems
    assert "news.jsonl:1: unknown key, left out: 'standfrist' (did you mean 'standfirst'?)" == str(problem)
    assert 3 == len(harvest.candidates)


def test_a_table_without_its_columns_is_refused():
    """The reason names what is missing and what is there."""
    (problem,) = of_csv(["title", "author"], ["A", "B"]).problems
    assert "news.csv:1: column 'body' is missing: 'title, author'" in str(problem)
    (problem,) = of_csv(["a", "b"], ["A", "B"]).problems
    assert "column 'title' and column 'body' are missing" == problem.message


def test_csv_that_other_programs_wrote_is_read():
    """Semicolons, byte order marks, cells with line ends; a row with too many cells is told by its line."""
    harvest = of_csv(["title", "body"], ["A; b", "One.\n\nTwo."], ["C", "D", "E"], delimiter=";")
    assert ("A; b", "One.\n\nTwo.") == (harvest.candidates[0].front.title, harvest.candidates[0].text)
    assert [(5, "3 cells under 2 columns")] == [(problem.line, problem.message) for problem in harvest.problems]
    marked = articles_of(RawFile("news.csv", b"\xef\xbb\xbftitle,body\nA,x\n"))
    assert "A" == one(marked).front.title


def test_many_bad_rows_are_counted():
    """A table that is no table does not fill the screen."""
    problems = of_json(*["no json"] * 500).problems
    assert 21 == len(problems)
    assert "480 more problems in this table" == problems[-1].message


def test_a_line_separator_in_a_text_parts_no_row():
    """Some programs write U+2028 into JSON as it is."""
    assert "One.\n\nTwo." == one(of_json({"title": "A", "body": "One.\u2028Two."})).text
