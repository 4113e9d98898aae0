"""Mails: the text of a message becomes an article; its head dates and credits it; nothing attached is opened."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest
from ingest_texts import BODY, FOUR, ONE, THREE, TWO, page

from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of

HEADLINE = "Customs house of Harwick closes"


def mail(text=BODY, *, subject=HEADLINE, sender="Quay Daily <desk@quay.example>", html=None, **headers):
    """Build a mail."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"], message["To"] = sender, subject, "reader@home.example"
    message["Date"] = headers.pop("date", "Mon, 07 Mar 2022 23:30:00 -0500")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return message


def read(message):
    """Read the articles of a mail."""
    content = message if isinstance(message, bytes) else message.as_bytes()
    return articles_of(RawFile("post/one.eml", content))


def article(message):
    """Read a mail that holds one article."""
    (candidate,) = read(message).candidates
    return candidate


def gone(candidate, reason):
    """Give what was taken out of a mail for a reason."""
    return [piece.text for piece in candidate.removed if reason in piece.reason]


def test_a_mail_is_an_article():
    """Its subject is the headline, the sender's name the credit, the day the one on which it was sent there."""
    found = article(mail())
    front = found.front
    assert (HEADLINE, HEADLINE, BODY) == (front.title, front.source.headline, found.text)
    assert ("2022-03-07", "stated", "Date: Mon, 07 Mar 2022 23:30:00 -0500") == (
        front.published, front.date_status, front.date_evidence,
    )  # fmt: skip
    assert ("Quay Daily", "post/one.eml") == (front.source.outlet, front.source.document)


def test_addresses_of_people_are_kept_nowhere():
    """Neither who sent it nor who got it; a bare address credits nobody."""
    for message in (mail(), mail(sender="desk@quay.example"), mail(page("Begin forwarded message:", HEAD, BODY))):
        found = article(message)
        assert "@" not in f"{found.front}{found.body}{found.text}"
    source = article(mail(sender="desk@quay.example")).front.source
    assert (None, (), ()) == (source.outlet, source.authors, source.agencies)


@pytest.mark.parametrize(
    ("sender", "field", "value"),
    [
        ("Marta Lindqvist <m@x.example>", "authors", ("Marta Lindqvist",)),
        ('"Lindqvist, Marta" <m@x.example>', "authors", ("Marta Lindqvist",)),
        ("Reuters <news@x.example>", "agencies", ("Reuters",)),
        ("no-reply <no-reply@x.example>", "outlet", None),
        ("=?utf-8?q?Caf=C3=A9_News?= <x@x.example>", "outlet", "Café News"),
    ],
)
def test_senders_are_people_outlets_or_agencies(sender, field, value):
    """Or nobody."""
    content = mail().as_bytes().replace(b"Quay Daily <desk@quay.example>", sender.encode())
    assert value == getattr(article(content).front.source, field)


def test_the_byline_of_the_text_counts_before_the_sender():
    """Who sends a text on did not write it."""
    found = article(mail(page("By Marta Lindqvist", BODY), sender="John Carrier <j@x.example>"))
    assert ("Marta Lindqvist",) == found.front.source.authors


@pytest.mark.parametrize("mark", ["Fwd: ", "FW: ", "Re: ", "RE: Fw: ", "[press-list] Fwd: ", "AW: ", "Re[2]: "])
def test_subjects_lose_the_marks_of_programs(mark):
    """Of answers, of passing on, of lists."""
    assert HEADLINE == article(mail(subject=mark + HEADLINE)).front.title


def test_the_plain_form_is_preferred():
    """The other is listed; where the plain one says next to nothing, the page is read."""
    web = f"<html><body>{''.join(f'<p>{text}</p>' for text in (ONE, TWO, FOUR))}</body></html>"
    both = article(mail(html=web))
    assert (BODY, ["a part without a name"]) == (both.text, gone(both, "text/html, another form"))
    for stub in ("View this mail in your browser.", None):
        found = article(mail(stub, html=web))
        assert page(ONE, TWO, FOUR) == found.text
        assert (HEADLINE, "2022-03-07") == (found.front.title, found.front.published)


def test_attachments_are_listed_and_never_opened():
    """Whatever they are, other mails and pages too."""
    message = mail()
    message.add_attachment(b"%PDF-1.7 nonsense", maintype="application", subtype="pdf", filename="statement.pdf")
    message.add_attachment("<p>attached</p>", subtype="html", filename="page.html")
    message.add_attachment(mail("Hidden text of another mail.", subject="Other"))
    found = article(message)
    assert BODY == found.text
    assert ["statement.pdf", "page.html", "a part without a name"] == gone(found, "never opened")


HEAD = (
    "From: Marta Lindqvist <m@quay.example>\nSubject: Quay floods\nDate: 5 March 2022 at 09:12:00 GMT\nTo: x@y.example"
)


@pytest.mark.parametrize(
    "text",
    [
        page("For your information.", "---------- Forwarded message ---------\n" + HEAD, BODY, "-- \nJohn"),
        page("Begin forwarded message:", "\n".join(f"> {row}" for row in page(HEAD, BODY).split("\n"))),
        page("See below", "-----Original Message-----\n" + HEAD.replace("Date:", "Sent:"), BODY),
        page("________________________________\n" + HEAD, BODY),
        page("*From:* A\n*Sent:* 1 May 2023\n*Subject:* Outer", "---- Forwarded Message ----\n" + HEAD, BODY),
    ],
)
def test_a_mail_that_passes_another_on_is_that_other_one(text):
    """Its head counts, and notes, heads and marks are no text of it."""
    found = article(mail(text, subject="Fwd: something else"))
    front = found.front
    assert ("Quay floods", "2022-03-05", "stated") == (front.title, front.published, front.date_status)
    assert (BODY, ("Marta Lindqvist",)) == (found.text, front.source.authors)
    assert "Subject: Quay floods" in gone(found, "passes another on")


def test_a_day_that_a_passed_on_mail_lacks_is_derived():
    """It was no later than it was passed on."""
    head = "From: Marta Lindqvist\nSubject: Quay floods\nTo: John Carrier"
    front = article(mail(page("---------- Forwarded message ---------\n" + head, BODY))).front
    assert ("2022-03-07", "derived") == (front.published, front.date_status)
    assert "passed it on" in front.date_evidence


def test_a_day_in_the_text_counts_before_that_of_the_mail():
    """A text that was copied into a mail has its own."""
    front = article(mail(page("Published: March 1, 2022", BODY))).front
    assert ("2022-03-01", "stated") == (front.published, front.date_status)


@pytest.mark.parametrize(
    "below",
    [
        "On Mon, 7 Mar 2022 at 10:00, John <j@x.example> wrote:\n> What of the customs house?\n>> And the quay?",
        "-----Original Message-----\nFrom: John\nSent: 1 March\nTo: Marta\nSubject: The quay\n\nWhat of the quay?",
    ],
)
def test_earlier_mails_below_an_answer_are_not_its_text(below):
    """They are listed with their reason, and nothing is lost."""
    found = article(mail(page(BODY, below)))
    assert BODY == found.text
    assert [row.strip() for row in below.split("\n") if row] == gone(found, "an earlier mail")


def test_signatures_are_not_text():
    """What stands below two hyphens."""
    found = article(mail(page(BODY, "-- \nMarta Lindqvist\nQuay Daily")))
    assert (BODY, ["--", "Marta Lindqvist", "Quay Daily"]) == (found.text, gone(found, "signature"))


def test_rows_that_were_cut_to_be_sent_are_joined():
    """Where the mail says so, and where they are all of one width."""
    words = TWO.split(" ")
    flowed = " \n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9))
    message = mail(page(ONE, flowed, FOUR))
    message.set_param("format", "flowed")
    assert page(ONE, TWO, FOUR) == article(message).text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r", "utf-16", "iso-8859-5"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_encodings_are_those_that_the_mail_states(charset, encoding):
    """Packed in whatever way."""
    text = BODY.replace("“", '"').replace("”", '"').replace("Harwick", "Харвик")
    message = mail(None)
    message.set_content(
        text.encode(charset), maintype="text", subtype="plain", cte=encoding, params={"charset": charset}
    )
    assert "the port city of Харвик" in article(message).text


def test_an_unknown_encoding_is_guessed():
    """As that of any text."""
    message = mail(None)
    message.set_content(BODY.encode(), maintype="text", subtype="plain", cte="base64", params={"charset": "x-none"})
    assert BODY == article(message).text


def test_several_articles_in_a_mail_are_parted():
    """The subject is then that of none."""
    listed = page(
        "Tag: Harwick",
        *(page(f"• {title}", title, text) for title, text in (
            ("Customs house closes", page(ONE, THREE)), ("Quay floods", page(TWO, FOUR)),
        )),
    )  # fmt: skip
    found = read(mail(listed, subject="Our week")).candidates
    assert ["Customs house closes", "Quay floods"] == [candidate.front.title for candidate in found]
    assert {"2022-03-07"} == {candidate.front.published for candidate in found}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (BODY.encode(), "not a mail: it begins with no head"),
        (b"", "not a mail: it begins with no head"),
        (b"\x89PNG\r\n\x1a\n" * 9, "not a mail: it begins with no head"),
        (mail("").as_bytes(), "no text in it"),
        (mail(" \n\n").as_bytes(), "no text in it"),
        (b"To: x\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7", "no text in it"),
        (mail("\x00\x01\x02" * 90).as_bytes(), "not text: it is full of control characters"),
    ],
)
def test_what_is_no_mail_with_a_text_is_refused(content, reason):
    """With the reason."""
    (problem,) = read(content).problems
    assert ("post/one.eml", reason) == (problem.path, problem.message)


@pytest.mark.parametrize(
    "head",
    [
        "Date: Thu, 99 Foo 20222 99:99:99 +9999", "Date: \r\n", 'From: "<<<>>>@@@,,;;', "From: =?utf-8?b?///?= <x",
        "Subject: =?x?q?=zz?=", "Content-Type: ;;;=", "Content-Type: multipart/mixed; boundary=", "From: " + "(" * 500,
        'Content-Type: text/plain; charset="\\', "Content-Transfer-Encoding: base64", "Subject: " + "=?" * 500,
        "Content-Disposition: attachment; filename*0*=utf-8''%zz; filename*2=x", "Date: Mon, 7 Mar 0001 00:00:00 +2359",
    ],
)  # fmt: skip
def test_broken_heads_break_nothing(head):
    """They are told or passed over."""
    harvest = read(b"To: x@y.example\r\n" + head.encode() + b"\r\n\r\n" + BODY.encode())
    assert harvest.candidates or harvest.problems
