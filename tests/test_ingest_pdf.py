"""PDF documents: print becomes paragraphs and an article again; what cannot be read is told with the reason."""

import io
import textwrap

import pytest
from ingest_texts import FOUR, ONE, THREE, TWO, page
from pdf_writer import pdf, rows
from pypdf import PdfReader, PdfWriter

from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of

HEADLINE = "Customs house of Harwick closes after a century"


def read(content):
    """Read the articles of a PDF document."""
    return articles_of(RawFile("press/one.pdf", content))


def article(*pages, about=""):
    """Read a document that holds one article."""
    (candidate,) = read(pdf(*pages, about=about)).candidates
    return candidate


def printed(*paragraphs, width=60, gap=True):
    """Break paragraphs into rows, with gaps between them."""
    return [row for text in paragraphs for row in (*textwrap.wrap(text, width), *([""] if gap else []))]


def test_a_document_is_an_article():
    """Rows become paragraphs, what is printed largest the headline, byline and date what they are."""
    head = [*rows("Customs house of Harwick", "closes after a century", size=24, leading=28)]
    head += rows("By Marta Lindqvist", "", "March 7, 2022", top=690)
    found = article([*head, *rows(*printed(ONE, TWO, FOUR), top=640)])
    front = found.front
    assert (HEADLINE, page(ONE, TWO, FOUR)) == (front.title, found.text)
    assert (("Marta Lindqvist",), "2022-03-07", "stated") == (front.source.authors, front.published, front.date_status)


def test_paragraphs_that_only_end_early_or_begin_indented_are_parted():
    """As books and papers set them."""
    early = [*printed(ONE, gap=False), *printed(TWO, gap=False)]
    assert page(ONE, TWO) == article(rows(*early)).text
    indented = [row for text in (ONE, TWO, FOUR) for row in _indented(text)]
    placed = [(left, 760 - 14 * number, 12, text) for number, (left, text) in enumerate(indented)]
    assert page(ONE, TWO, FOUR) == article(placed).text


def _indented(text):
    first, *others = textwrap.wrap(text, 57, initial_indent="    ")
    return [(90, first.strip()), *((72, row) for row in others)]


def test_columns_and_pages_are_read_in_order():
    """A paragraph goes on at the top of the next."""
    broken = printed(ONE, THREE, TWO, width=34)
    half = len(broken) // 2 - 1
    assert broken[half - 1]
    two = [*rows(*broken[:half]), *rows(*broken[half:], left=320)]
    assert page(ONE, THREE, TWO) == article(two).text
    assert page(ONE, THREE, TWO) == article(rows(*broken[:half]), rows(*broken[half:])).text


def test_words_that_were_broken_are_whole():
    """A hyphen stays where the word stands with it elsewhere."""
    text = [
        "Officials of the council and of the govern-",
        "ment of the country met the new vice-",
        "president on Monday.",
    ]
    found = article(rows(*text, "", "The vice-president said that he had come to see", "what could be done.")).text
    assert found.startswith(
        "Officials of the council and of the government of the country met the new vice-president on"
    )


def test_ligatures_are_letters():
    """So that a search finds the words."""
    assert "The officials of" in article(rows(*printed(ONE.replace("committee", "of\x01cials"), TWO))).text


def test_running_heads_and_numbers_of_pages_are_no_text():
    """They are listed with their page, and the headline of the first page stays though it runs on."""
    pages = []
    for number, text in enumerate((ONE, TWO, FOUR), 1):
        head = rows(f"Quay Daily - No. {number}7") if number > 1 else rows(HEADLINE, size=20)
        title = rows(HEADLINE, top=745) if number > 1 else []
        foot = rows(f"Page {number} of 3", top=40)
        pages.append([*head, *title, *rows(*printed(text), top=700), *foot])
    found = article(*pages)
    assert (HEADLINE, page(ONE, TWO, FOUR)) == (found.front.title, found.text)
    running = {piece.text: piece.reason for piece in found.removed if "running head" in piece.reason}
    assert {"Quay Daily - No. 27", "Quay Daily - No. 37", HEADLINE, *(f"Page {n} of 3" for n in (1, 2, 3))} == set(
        running
    )
    assert "running head of page 2" == running["Quay Daily - No. 27"]


def test_the_address_that_a_browser_printed_is_that_of_the_page():
    """At the foot of each page."""
    pages = [
        [*rows(*printed(text)), *rows(f"https://quay.example/2022/customs-house {number}/2", top=40)]
        for number, text in enumerate((ONE, TWO), 1)
    ]
    assert "https://quay.example/2022/customs-house" == article(*pages).front.source.url


def test_what_a_document_says_of_itself_is_weak_evidence():
    """The day on which it was made derives a date where none is printed; who made it is nobody's business."""
    about = "/CreationDate (D:20220307101500+01'00') /Author (j.carrier) /Title (Microsoft Word - final\\(2\\).docx)"
    front = article(rows(*printed(ONE, TWO)), about=about).front
    assert ("2022-03-07", "derived") == (front.published, front.date_status)
    assert "made on 2022-03-07" in front.date_evidence
    assert "carrier" not in str(front)
    assert "docx" not in str(front)
    stated = article(rows("Published: March 1, 2022", "", *printed(ONE, TWO)), about=about).front
    assert ("2022-03-01", "stated") == (stated.published, stated.date_status)


@pytest.mark.parametrize(
    "maker", ["/Creator (Mozilla/5.0 Chrome)", "/Producer (Skia/PDF m156)", "/Producer (macOS Quartz)"]
)
def test_the_day_on_which_a_web_page_was_printed_is_none_of_its_own(maker):
    """The page may be years old."""
    front = article(rows(*printed(ONE, TWO)), about=f"/CreationDate (D:20220307) {maker}").front
    assert (None, "unknown") == (front.published, front.date_status)


def encrypted(password):
    """Encrypt a document for its reader."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(rows(*printed(ONE, TWO))))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_document_that_only_its_owner_may_change_is_read():
    """It wants no password."""
    assert page(ONE, TWO) == read(encrypted("")).candidates[0].text


GOOD = pdf(rows(*printed(ONE, TWO)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (encrypted("secret"), "encrypted"),
        (pdf([], []), "no text on its pages"),
        (pdf(rows("12")), "no text on its pages"),
        (b"", "not a PDF document that can be read"),
        (b"%PDF-1.7\n", "not a PDF document that can be read"),
        (b"nonsense" * 99, "not a PDF document that can be read"),
        (GOOD[:300], "not a PDF document that can be read"),
        (pdf(*[[]] * 501), "too many pages: 501 of at most 500"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_reason(content, reason):
    """Encrypted documents, scans, broken ones."""
    (problem,) = read(content).problems
    assert "press/one.pdf" == problem.path
    assert problem.message.startswith(reason)
    assert problem.hint


def test_a_damaged_document_is_read_as_far_as_it_goes():
    """Its table of contents is found again."""
    assert page(ONE, TWO) == read(GOOD.replace(b"startxref\n", b"startxref\n9")).candidates[0].text
