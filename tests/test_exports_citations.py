"""Citations are read by other people's readers, and say of the original what was printed."""

import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from bibtexparser.latexenc import latex_to_unicode
from exports_corpus import RECORDS, SITE_URL, article, only
from hypothesis import example, given
from hypothesis import strategies as st

from generator.citing.citations import bibtex, csl_json, files, reference, ris
from generator.model import Record, RecordId, Source
from generator.normalise import one_line

PAGE = f"{SITE_URL}articles/2022-02-06-khan-meets-xi/"
ORIGINAL = "https://wion.example/khan?a=1&b=2"
TEX_NAMES = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
TEX_NAMES |= {"textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|"}
HOSTILE = [
    "</script><script>alert(1)</script>",
    "{{ 7*7 }} \\input{/etc/passwd} $x$ ~^_ 100% #1 & co",
    "} @misc{x, title={y}",
    'He said "no" -- {unclosed',
    "TY  - JOUR\r\nER  - \r\nTI  - forged",
    "习近平在北京 و شىنجاڭ",
    "ER  -",
    "\x00\x1b[31m bell\x07",
]
texts = st.text(max_size=60).filter(one_line)


def parse_bibtex(written: bytes) -> dict[str, str]:
    """Read the only entry of a BibTeX file."""
    parsed = bibtexparser.loads(written.decode(), BibTexParser(common_strings=True, ignore_nonstandard_types=False))
    assert 1 == len(parsed.entries)
    return parsed.entries[0]


def read_tex(value: str) -> str:
    """Read TeX as it prints: braces group, commands stand for characters."""
    printed = re.sub(r"\\(text[a-z]+)", lambda match: f"\0{ord(TEX_NAMES[match[1]])}\0", value)
    printed = re.sub(r"\\([&%$#_])", lambda match: match[1], printed).replace("{", "").replace("}", "")
    return re.sub("\0(\\d+)\0", lambda match: chr(int(match[1])), printed)


def normal(text: str) -> str:
    """Give a text as the corpus holds it: on one line."""
    return " ".join(one_line(text).split())


def test_bibtex_of_a_dated_article():
    """A dated article of a known outlet is an @article with its date, its address and our copy."""
    entry = parse_bibtex(bibtex(*only(article(source=Source(outlet="wion", url=ORIGINAL, retrieved="2026-11-21")))))
    assert {
        "ENTRYTYPE": "article",
        "ID": "2022-02-06-khan-meets-xi",
        "title": "{Khan meets Xi}",
        "journal": "{WION}",
        "year": "2022",
        "month": "February",
        "day": "6",
        "url": ORIGINAL,
        "urldate": "2026-11-21",
        "language": "en",
        "note": f"Copy at Cuttings: {PAGE}",
    } == entry


def test_bibtex_without_outlet_and_date():
    """Without an outlet the entry is @misc, and what is unknown is not there."""
    entry = parse_bibtex(bibtex(*only(article(source=Source(), published=None, date_status="unknown"), url="")))
    assert {
        "ENTRYTYPE": "misc",
        "ID": "2022-02-06-khan-meets-xi",
        "title": "{Khan meets Xi}",
        "language": "en",
    } == entry


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_of_hostile_texts(text):
    """Headline and author come back from BibTeX as they were, whatever they contain."""
    check_bibtex(text)


@given(texts)
def test_bibtex_of_any_text(text):
    """Headline and author come back from BibTeX as they were, for any text."""
    check_bibtex(text)


def check_bibtex(text):
    """Compare what BibTeX gives back with the text."""
    text = normal(text)
    entry = parse_bibtex(bibtex(*only(article(source=Source(outlet="wion", headline=text, authors=(text,))))))
    assert (text, text) == (read_tex(entry["title"]), normal(read_tex(entry["author"]).replace("\n", " ")))


def test_bibtex_is_plain_to_other_decoders():
    """The TeX that stands for special characters is the TeX that a library knows."""
    text = "Profit & loss: 100% of 5, #1 snake_case"
    entry = parse_bibtex(bibtex(*only(article(source=Source(headline=text)))))
    assert text == latex_to_unicode(entry["title"])


def test_ris():
    """The RIS record is of type NEWS, ends its lines as the format asks, and names original and copy."""
    source = Source(outlet="wion", url=ORIGINAL, authors=("Pia Sherman", "WION Web Team"), retrieved="2026-11-21")
    written = ris(*only(article(source=source))).decode()
    assert written.startswith("TY  - NEWS\r\n")
    assert written.endswith("ER  - \r\n")
    assert written.count("\r\n") == written.count("\n")
    (record,) = rispy.loads(written, newline="\r\n")
    unknown = record.pop("unknown_tag")
    assert {
        "type_of_reference": "NEWS",
        "id": "2022-02-06-khan-meets-xi",
        "title": "Khan meets Xi",
        "authors": ["Sherman, Pia", "WION Web Team"],
        "secondary_title": "WION",
        "year": "2022",
        "date": "2022/02/06/",
        "language": "en",
        "urls": [ORIGINAL],
        "access_date": "2026/11/21/",
        "name_of_database": "Cuttings",
    } == record
    assert {"AV": [PAGE]} == dict(unknown)


@pytest.mark.parametrize(("published", "year", "date"), [("2021", "2021", "2021///"), ("2021-07", "2021", "2021/07//")])
def test_ris_date_is_as_precise_as_known(published, year, date):
    """A date of a year or month leaves the rest of the RIS date open."""
    (record,) = rispy.loads(ris(*only(article(published=published))).decode(), newline="\r\n")
    assert (year, date) == (record["year"], record["date"])


@given(texts)
@example(HOSTILE[4])
@example(HOSTILE[6])
@example("a\x85ER  - \u2028b")
def test_ris_of_any_text(text):
    """No headline, author or standfirst can end its line, so a record stays one and its texts stay equal."""
    text = normal(text)
    source = Source(headline=text, authors=(text,), standfirst=text)
    records = rispy.loads(ris(*only(article(source=source))).decode(), newline="\r\n")
    assert [(text, [text], text)] == [(record["title"], record["authors"], record["abstract"]) for record in records]


def test_csl_json():
    """CSL JSON cites the printed headline, splits only sure names, and knows the date to its precision."""
    source = Source(
        headline="Khan in Beijing",
        outlet="wion",
        url=ORIGINAL,
        authors=("Pia Sherman", "WION Web Team"),
        standfirst="They met.",
        retrieved="2026-11-21",
    )
    (item,) = json.loads(csl_json(*only(article(source=source, published="2022-02", date_status="derived"))))
    assert {
        "id": "2022-02-06-khan-meets-xi",
        "type": "article-newspaper",
        "title": "Khan in Beijing",
        "author": [{"family": "Sherman", "given": "Pia"}, {"literal": "WION Web Team"}],
        "container-title": "WION",
        "issued": {"date-parts": [[2022, 2]]},
        "URL": ORIGINAL,
        "accessed": {"date-parts": [[2026, 11, 21]]},
        "language": "en",
        "abstract": "They met.",
        "archive": "Cuttings",
        "archive_location": PAGE,
        "note": "Date derived, not stated in the source",
    } == item


@given(texts)
def test_csl_json_of_any_text(text):
    """Any headline and author come back from CSL JSON as they were."""
    text = normal(text)
    (item,) = json.loads(csl_json(*only(article(source=Source(headline=text, authors=(text,))))))
    (author,) = item["author"]
    assert (text, text) == (item["title"], author.get("literal") or f"{author['given']} {author['family']}")


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("Pia Sherman", {"given": "Pia", "family": "Sherman"}),
        ("José O’Brien", {"given": "José", "family": "O’Brien"}),
        ("Anne-Marie Brady", {"given": "Anne-Marie", "family": "Brady"}),
        ("Moon Jae-in", None),
        ("Anna Smith-Jones", {"given": "Anna", "family": "Smith-Jones"}),
        ("Joshua M. Lipes", {"given": "Joshua M.", "family": "Lipes"}),
        ("Mrityunjoy Kumar Jha", None),
        ("Wang Yi", None),
        ("ANI Hindi", None),
        ("News Desk", None),
        ("Global Times", None),
        ("Madonna", None),
        ("pia sherman", None),
        ("Pia Sherman and Ann Lee", None),
        ("习近平", None),
    ],
)
def test_names_are_split_only_when_sure(printed, parts):
    """Only a given name before a family name is split; desks, single names and uncertain orders stay as printed."""
    (item,) = json.loads(csl_json(*only(article(source=Source(authors=(printed,))))))
    assert [parts or {"literal": printed}] == item["author"]


def test_an_outlet_that_signs_is_no_person():
    """A byline that is a name of the outlet's own record is left as printed."""
    outlet = Record(id=RecordId("asian-lite"), kind="outlet", label="Asian Lite")
    source = Source(outlet="asian-lite", authors=("Asian Lite",))
    (item,) = json.loads(csl_json(*only(article(source=source), records=(*RECORDS, outlet))))
    assert [{"literal": "Asian Lite"}] == item["author"]


@pytest.mark.parametrize("written", [bibtex, ris, csl_json])
def test_unsafe_addresses_are_not_cited(written):
    """An original address that is no web address gives way to our page."""
    cited = written(*only(article(source=Source(url="javascript:alert(1)")))).decode()
    assert "javascript" not in cited
    assert PAGE in cited


@pytest.mark.parametrize("written", [bibtex, ris, csl_json])
@pytest.mark.parametrize(
    ("rights", "shown"), [("full", True), ("digest", True), ("excerpt", True), ("metadata", False)]
)
def test_citations_hold_no_more_than_rights_allow(written, rights, shown):
    """No citation holds the body, and none of an article shown as metadata holds its standfirst."""
    cited = written(*only(article(rights=rights, source=Source(standfirst="They met at noon.")))).decode()
    assert "fighters" not in cited
    assert shown or "They met" not in cited


@pytest.mark.parametrize(
    ("front", "source", "expected"),
    [
        (
            {},
            Source(outlet="wion", url=ORIGINAL, authors=("Pia Sherman",), retrieved="2026-11-21"),
            (
                f"Pia Sherman. “Khan meets Xi.” WION, 6 February 2022. {ORIGINAL} (accessed 21 November 2026). "
                f"Copy at Cuttings: {PAGE}"
            ),
        ),
        (
            {"published": "2022-02", "date_status": "derived", "rights": "digest"},
            Source(outlet="wion", authors=("A. Bee", "C. Dee", "WION Web Team")),
            f"A. Bee, C. Dee and WION Web Team. “Khan meets Xi.” WION, [February 2022]. Digest at Cuttings: {PAGE}",
        ),
        (
            {"published": None, "date_status": "unknown", "rights": "metadata"},
            Source(headline="Who rules?", archive_url="https://archive.example/x"),
            f"“Who rules?” n.d. https://archive.example/x Record at Cuttings: {PAGE}",
        ),
    ],
)
def test_reference(front, source, expected):
    """The reference to copy names author, headline, outlet, date, original and copy; derived dates are in brackets."""
    assert expected == reference(*only(article(source=source, **front)))


@given(texts)
def test_reference_is_one_line(text):
    """A reference is one line, whatever the headline and the author are."""
    line = reference(*only(article(source=Source(headline=text, authors=(text,)))))
    assert [line] == line.splitlines()


def test_reference_holds_the_headline():
    """A reference holds the headline as it is, hostile or not."""
    for text in HOSTILE:
        assert normal(text) in reference(*only(article(source=Source(headline=normal(text)))))


def test_files_stand_beside_the_article():
    """Each article has its three files below its own address."""
    _, made = only(article("b"), article("a"))
    assert {f"articles/{key}/citation.{suffix}" for key in "ab" for suffix in ("bib", "json", "ris")} == {
        path for path, _ in files(made)
    }
