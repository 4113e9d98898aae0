"""The tables of the corpus: their columns, order and values, what rights leave of them, and their CSV twins."""

import csv
import hashlib
import json
from io import StringIO
from pathlib import Path

import pytest
from exports_corpus import ANNOTATION, BODY, COUNTED, DATED, QUOTED, RECORDS, SITE_URL, WITNESSED, article, corpus
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st

from generator.annotation import (
    AnnotatedArticle,
    Annotation,
    EventDate,
    Figure,
    Mention,
    Quotation,
    Sentences,
    Span,
)
from generator.corpus import gather
from generator.exports.package import files
from generator.exports.rows import ArticleRow
from generator.model import RecordId, Site, Source
from generator.story import Member, Sameness, Story

COLUMNS = {
    "articles": "id title published date_status date_evidence outlet authors agencies genre language rights url "
    "document position words countries topics entities story text",
    "records": "id kind label aliases description country same_as articles mentions",
    "mentions": "article record field start end surface sentence rule",
    "quotations": "article speaker speaker_text verb text start end extent",
    "event_dates": "article date status text sentence start end",
    "figures": "article value unit text sentence start end speaker speaker_text",
    "stories": "story article role of rule share days names why",
}
KEYS = {"articles": ["id"], "records": ["id"]}
LONG = " ".join(f"word{number}" for number in range(70))


def rows(made, table: str) -> list[dict]:
    """Read a table's JSON Lines."""
    return [json.loads(line) for line in dict(files(made))[f"data/{table}.jsonl"].splitlines()]


def cells(made, table: str) -> list[list[str]]:
    """Read a table's CSV with another reader."""
    return list(csv.reader(StringIO(dict(files(made))[f"data/{table}.csv"].decode(), newline=""), strict=True))


def written(made, folder: Path) -> Package:
    """Write the files below a folder and open them as Frictionless does."""
    (folder / "data").mkdir()
    for path, content in files(made):
        (folder / path).write_bytes(content)
    return Package(str(folder / "data" / "datapackage.json"))


def long_article(rights: str) -> AnnotatedArticle:
    """Build an article whose only sentence, with a quotation, a figure and a date, is longer than an excerpt."""
    built = article("2022-long", body=LONG, rights=rights)
    annotation = Annotation(
        sentences=Sentences(title=(Span(0, 13),), body=(Span(0, len(LONG)),)),
        mentions=(Mention(RecordId("cn"), "body", 0, 4, "alias"), Mention(RecordId("cn"), "title", 0, 4, "name")),
        countries=(),
        topics=(),
        quotations=(Quotation(None, "a witness", "said", 0, len(LONG), "full"),),
        figures=(Figure(5.0, "words", 0, 5),),
        event_dates=(EventDate(6, 11, "2009-07", "stated"),),
    )
    return AnnotatedArticle(built.article, annotation)


@pytest.mark.parametrize("table", COLUMNS)
def test_columns(table):
    """Each table has exactly its columns, in their order, in JSON Lines and in CSV."""
    expected = COLUMNS[table].split()
    assert [expected] * len(rows(corpus(), table)) == [list(row) for row in rows(corpus(), table)]
    assert expected == cells(corpus(), table)[0]


def test_rows_of_a_story():
    """Each article of a story has a row, by id, with its part, what it is compared with and why; articles name it."""
    told = Sameness("event", 0.456, 1, names=("Karasu",))
    joined = Sameness("decision", why="one mine")
    members = (Member("a", "lead"), Member("c", "same event", "a", told), Member("b", "same event", "a", joined))
    made = corpus(article("a"), article("b"), article("c"), stories=(Story("a", "a", "stated", members),))
    assert [
        ["a", "a", "lead", None, None, None, None, [], ""],
        ["a", "b", "same event", "a", "decision", None, None, [], "one mine"],
        ["a", "c", "same event", "a", "event", 0.46, 1, ["Karasu"], ""],
    ] == [list(row.values()) for row in rows(made, "stories")]
    assert ["a", "a", "a"] == [row["story"] for row in rows(made, "articles")]


def test_row_of_an_article():
    """An article's row holds its front matter and what was found in it, with country codes in capitals."""
    source = Source(
        outlet="wion",
        authors=("Pia Sherman",),
        agencies=("ani",),
        url="https://w.example",
        document="1.txt",
        position=2,
    )
    assert {
        "id": "2022-02-06-khan-meets-xi",
        "title": "Khan meets Xi",
        "published": "2022-02-06",
        "date_status": "stated",
        "date_evidence": "Feb 06, 2022",
        "outlet": "wion",
        "authors": ["Pia Sherman"],
        "agencies": ["ani"],
        "genre": "news",
        "language": "en",
        "rights": "full",
        "url": "https://w.example",
        "document": "1.txt",
        "position": 2,
        "words": len(BODY.split()),
        "countries": [{"id": "cn", "code": "CN", "weight": 0.75, "about": True, "mentions": 1}],
        "topics": [{"id": "diplomacy", "weight": 1.0, "primary": True}],
        "entities": [{"id": "imran-khan", "mentions": 1}, {"id": "xi-jinping", "mentions": 1}],
        "story": None,
        "text": BODY,
    } == rows(corpus(article(source=source, date_evidence="Feb 06, 2022")), "articles")[0]


def test_rows_of_records():
    """Every kind of record that an article has is there, outlets and agencies too, and no private one."""
    found = {row["id"]: row for row in rows(corpus(article("a"), article("b")), "records")}
    assert ["ani", "cn", "diplomacy", "imran-khan", "wion", "xi-jinping"] == list(found)
    assert {
        "id": "imran-khan",
        "kind": "person",
        "label": "Imran Khan",
        "aliases": ["Khan"],
        "description": "",
        "country": "PK",
        "same_as": {},
        "articles": 2,
        "mentions": 2,
    } == found["imran-khan"]
    assert (2, 0) == (found["wion"]["articles"], found["wion"]["mentions"])


def test_offsets_quote_the_text():
    """The offsets of mentions, quotations, figures and dates give their words in the text."""
    made = corpus()
    found = [row for table in ("mentions", "quotations", "figures", "event_dates") for row in rows(made, table)]
    words = [row.get("surface") or row["text"] for row in found]
    assert ["Khan", "met", "Xi", "Beijing", QUOTED, WITNESSED, COUNTED, DATED] == words
    assert words == [BODY[row["start"] : row["end"]] for row in found]


def test_sentences_stand_beside_mentions_and_figures():
    """A mention and a figure carry the sentence in which they stand."""
    made = corpus()
    assert "Khan met Xi in Beijing." == rows(made, "mentions")[0]["sentence"]
    assert BODY[52:] == rows(made, "figures")[0]["sentence"]


def test_a_date_of_an_event_stands_with_its_words():
    """A time that a text names has its printed words, its sentence, and whether the article's own date had to help."""
    (found,) = rows(corpus(), "event_dates")
    assert ("2021", "stated", BODY[52:]) == (found["date"], found["status"], found["sentence"])


def test_rows_are_sorted_by_key():
    """Rows stand in the order of their keys, mentions with the title before the standfirst and the body."""
    built = article("b", source=Source(outlet="wion", standfirst="China waits."))
    places = [("body", 0, 4), ("standfirst", 0, 5), ("title", 11, 13), ("title", 0, 4)]
    mentions = tuple(Mention(RecordId("cn"), *place, "alias") for place in places)
    one = AnnotatedArticle(built.article, Annotation(Sentences(), mentions, (), ()))
    found = rows(corpus(one, article("a"), article("a-b")), "mentions")
    assert [*places[3:], places[2], places[1], places[0]] == [
        (row["field"], row["start"], row["end"]) for row in found if row["article"] == "b"
    ]
    assert sorted(row["article"] for row in found) == [row["article"] for row in found]
    assert ["a", "a-b", "b"] == [row["id"] for row in rows(corpus(one, article("a"), article("a-b")), "articles")]


def test_lines_keep_their_letters():
    """JSON Lines are UTF-8 with the letters themselves, one compact object a line."""
    (line,) = dict(files(corpus(article(title="新疆 и شىنجاڭ"))))["data/articles.jsonl"].splitlines()
    assert line.startswith('{"id":"2022-02-06-khan-meets-xi","title":"新疆 и شىنجاڭ",'.encode())


@pytest.mark.parametrize(
    ("rights", "sentences", "quotations", "text"),
    [("full", 70, 70, LONG), ("digest", 70, 70, LONG), ("excerpt", 30, 30, None), ("metadata", 0, None, None)],
)
def test_rights(rights, sentences, quotations, text):
    """Each right leaves as much as it may: all, thirty words of each sentence and quotation, or none at all."""
    made = corpus(long_article(rights))
    named = {row["field"]: row["sentence"] for row in rows(made, "mentions")}
    assert ("Khan meets Xi", sentences) == (named["title"], (named["body"] or "").count("word"))
    assert [quotations] * bool(quotations) == [row["text"].count("word") for row in rows(made, "quotations")]
    for table in ("figures", "event_dates"):
        assert [quotations] * bool(quotations) == [row["sentence"].count("word") for row in rows(made, table)]
    assert text == rows(made, "articles")[0]["text"]


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_nothing_holds_more_than_rights_allow(rights):
    """No file of the folder holds the words that come after what may be shown."""
    assert not [path for path, content in files(corpus(long_article(rights))) if b"word30" in content]


def test_evidence_of_a_derived_date_is_text():
    """Evidence that quotes the text goes where its rights allow no sentence; a date as printed stays."""
    derived = article("a", rights="metadata", date_status="derived", date_evidence="It happened in 2022.")
    stated = article("b", rights="metadata", date_evidence="Feb 06, 2022")
    assert [None, "Feb 06, 2022"] == [row["date_evidence"] for row in rows(corpus(derived, stated), "articles")]


def test_private_records_are_nowhere():
    """No table names a private person's record, and none names the speaker of a quotation who is one."""
    digest = dict(files(corpus(article(rights="excerpt"))))
    assert not [path for path, content in digest.items() if b"amina-noor" in content]
    assert [("imran-khan", "Khan"), (None, "")] == [
        (row["speaker"], row["speaker_text"]) for row in rows(corpus(), "quotations")
    ]


def test_csv_holds_lists_and_nested_rows_flat():
    """In CSV lists are parted, nested rows are ids, identifiers are pairs, and absent values are empty."""
    made = corpus(article(source=Source(outlet="wion", authors=("Pia Sherman", "Web | Desk"), agencies=("ani",))))
    header, row = cells(made, "articles")
    cell = dict(zip(header, row, strict=True))
    assert ("Pia Sherman|Web ¦ Desk", "ani") == (cell["authors"], cell["agencies"])
    assert ("cn", "diplomacy", "imran-khan|xi-jinping") == (cell["countries"], cell["topics"], cell["entities"])
    assert ("", "", "full") == (cell["url"], cell["position"], cell["rights"])
    assert "wikidata:Q15031" in [row[6] for row in cells(made, "records")]


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["", "=", "+", "-", "@", "\t", "\r"])
)
def test_csv_gives_any_text_back(text, start):
    """Any title comes back from CSV, with an apostrophe where a spreadsheet would take it for a formula."""
    title = start + text
    (_, row) = cells(corpus(article(title=title)), "articles")
    assert title == row[1].removeprefix("'" if title[:1] in {*"=+-@\t\r"} - {""} else "")
    assert not row[1].startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text())
def test_json_lines_give_any_text_back(text):
    """Any title comes back from JSON Lines, which stay one line an article."""
    lines = dict(files(corpus(article(title=text))))["data/articles.jsonl"].split(b"\n")
    assert (text, b"") == (json.loads(lines[0])["title"], lines[1])


def test_package_is_valid(tmp_path):
    """Frictionless finds the package and every table in it valid: schema, keys, references, sizes and hashes."""
    mixed = corpus(
        article("a", title='=1+1, "quoted"\nline', source=Source(outlet="wion", authors=("|", "x"))),
        article("b", rights="excerpt", published="2022", date_status="derived"),
        article("c", rights="metadata", published=None, date_status="unknown", source=Source()),
        long_article("full"),
        stories=(Story("a", "b", "stated", (Member("b", "lead"), Member("a", "copy", "b", Sameness("wording", 0.9)))),),
    )
    package = written(mixed, tmp_path)
    assert [] == package.validate().flatten(["title", "type", "message"])
    assert sorted(COLUMNS) == [resource.name for resource in package.resources if resource.format == "csv"]
    spoilt = (tmp_path / "data" / "figures.csv").read_bytes().replace(b"2022-long", b"2022-lost")
    (tmp_path / "data" / "figures.csv").write_bytes(spoilt)
    assert not package.validate().valid


def test_package_describes_every_file():
    """The description names every file beside it, its size and its hash, and the site; it claims no licence."""
    told = Story("a", "a", "stated", (Member("a", "lead"), Member("b", "copy", "a", Sameness("wording", 1.0))))
    made = dict(files(corpus(article("a"), article("b"), stories=[told])))
    described = json.loads(made.pop("data/datapackage.json"))
    assert ("cuttings", "Cuttings", SITE_URL) == tuple(described[key] for key in ("name", "title", "homepage"))
    assert {
        path.removeprefix("data/"): (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        for path, content in made.items()
    } == {resource["path"]: (resource["bytes"], resource["hash"]) for resource in described["resources"]}
    assert "licenses" not in described
    assert "\n" == described["resources"][0]["dialect"]["lineTerminator"]


def test_empty_corpus_has_headers(tmp_path):
    """A corpus without articles has tables without rows, which its description gives validly."""
    made = gather(Site("Empty"), (), {})
    assert list(ArticleRow.__struct_fields__) == cells(made, "articles")[0]
    assert [] == rows(made, "articles")
    assert [] == written(made, tmp_path).validate().flatten(["title", "type", "message"])


def test_annotation_of_the_example_is_sound():
    """The example's own spans quote what they say, so that the other tests mean something."""
    assert {"Khan", "Xi", "Beijing", "met", "Amina Noor"} == {BODY[m.start : m.end] for m in ANNOTATION.mentions}
    assert {record.id for record in RECORDS} >= {mention.record for mention in ANNOTATION.mentions}
