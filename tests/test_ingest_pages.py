"""Web pages: an article's text and structure, what the page states of it, and what is refused, from HTML."""

import json
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_texts import FOUR, ONE, THREE, TWO

from generator.formats.body import read_body
from generator.ingest.model import RawFile, Retrieval
from generator.ingest.readers import articles_of
from generator.model import BLOCK_SEPARATOR

TITLE = "Customs house to close after a century and a half"
PROSE = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p><p>{FOUR}</p>"
LINKED = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2022-03-07T09:00:00+01:00"}


def page(body=PROSE, head="", title=TITLE):
    """Build a page with a headline and a text."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{title}</h1>{body}</article><footer>Imprint</footer></body></html>"
    )


def linked(**fields):
    """Build the JSON-LD of an article."""
    return f'<script type="application/ld+json">{json.dumps(LINKED | fields)}</script>'


def harvest(markup, name="page.html", url=None):
    """Read a page."""
    content = markup if isinstance(markup, bytes) else markup.encode()
    return articles_of(RawFile(name, content, retrieval=Retrieval(url, "2024-01-01") if url else None), "full")


def article(markup, url=None):
    """Read a page that holds one article."""
    (candidate,) = harvest(markup, url=url).candidates
    return candidate


def refusal(markup):
    """Read a page that holds none, and give the reason."""
    (problem,) = harvest(markup).problems
    return problem.message


def reasons(candidate):
    """Give what was removed, with the reasons."""
    return {line.text: line.reason for line in candidate.removed}


def test_a_page_becomes_its_text():
    """What sites print around an article is not in it."""
    found = article(page())
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE, FOUR)) == found.text
    assert (TITLE, TITLE) == (found.front.title, found.front.source.headline)


def test_a_headline_again_under_the_text_begins_nothing():
    """A form for readers may repeat it right after a short text."""
    found = article(page(f"<p>{ONE}</p><p>{TWO}</p><p>{TITLE}</p>", linked()).replace(f"<h1>{TITLE}</h1>", ""))
    assert BLOCK_SEPARATOR.join((ONE, TWO)) == found.text


def test_structure_is_kept():
    """Subheadings, items, numbers and quotations stay what they are; the body reads back as the text."""
    markup = f"<p>{ONE}</p><h2>The *quay*</h2><p>{TWO}</p><ol><li>First</li><li>Second # one</li></ol>"
    markup += f"<ul><li>A point</li></ul><blockquote><p>{THREE}</p></blockquote><p>{FOUR}</p>"
    found = article(page(markup))
    kinds = [(block.kind, block.number) for block in read_body(found.body)]
    paragraph = ("paragraph", None)
    items = [("item", 1), ("item", 2), ("item", None)]
    assert [paragraph, ("heading", None), paragraph, *items, ("quote", None), paragraph] == kinds
    assert found.text == BLOCK_SEPARATOR.join(block.text for block in read_body(found.body))


def test_line_breaks_part_paragraphs():
    """Two breaks, or one after a sentence, end a paragraph; one within a sentence is only the end of a line."""
    broken = ONE.replace(" that has stood", "<br>that has stood")
    found = article(page(f"<div>{broken}<br><br>{TWO}<br>{THREE}</div>"))
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE)) == found.text


@pytest.mark.parametrize(
    ("head", "printed", "expected"),
    [
        ("<meta property='og:site_name' content='Quay Daily'>", f"{TITLE} - Quay Daily", TITLE),
        ("<meta property='og:site_name' content='The Quay Daily'>", f"Quay Daily | {TITLE}", TITLE),
        (linked(headline=f"{TITLE} | Quay", publisher={"name": "Quay"}), TITLE, TITLE),
        (linked(headline="The customs house will close after 150 years"), TITLE, TITLE),
        ("", f"<span class='kicker'>Harbour</span> {TITLE}", TITLE),
    ],
)
def test_the_title_is_the_headline_as_printed(head, printed, expected):
    """The heading that the metadata agree with, without site and label; else what the metadata state."""
    assert expected == article(page(head=head, title=printed)).front.title


@pytest.mark.parametrize(
    ("stated", "authors", "agencies"),
    [
        ("Jane Doe", ("Jane Doe",), ()),
        ("By Jane Doe and John Smith", ("Jane Doe", "John Smith"), ()),
        ("Jane Doe, John Smith; Ana de la Cruz", ("Jane Doe", "John Smith", "Ana de la Cruz"), ()),
        ("Jane Doe, Senior Staff Reporter", ("Jane Doe",), ()),
        ("Jane Doe, Deputy CTO, Thales Trusted Cyber Technologies", ("Jane Doe",), ()),
        ("Jane Doe jane.doe@quay.example", ("Jane Doe",), ()),
        ("Jane Doe for Quay Daily", ("Jane Doe",), ()),
        ("Doe, Jane", ("Jane Doe",), ()),
        ("John Smith, Jr.", ("John Smith Jr",), ()),
        ("Jane Doe | Quay Daily", ("Jane Doe",), ()),
        ("Quay Daily Staff", (), ()),
        ("quaydaily.example", (), ()),
        ("admin", (), ()),
        ("https://facebook.com/quaydaily", (), ()),
        ("Reuters", (), ("Reuters",)),
        ("Jane Doe, AFP", ("Jane Doe",), ("AFP",)),
        ("By JANE DOE Associated Press", ("JANE DOE",), ("Associated Press",)),
        ("Jane Doe Quay Daily", ("Jane Doe",), ()),
        ("Jane Doe Chief Political Correspondent", ("Jane Doe",), ()),
        ("Analysis by Jane Doe; photographs by John Smith", ("Jane Doe",), ()),
        ("Par Jane Doe et Ana Ruiz", ("Jane Doe", "Ana Ruiz"), ()),
        ("Jane Doe in London and John Smith in Paris", ("Jane Doe", "John Smith"), ()),
        ("Marino - Brad Lynch", ("Marino - Brad Lynch",), ()),
        ("University of Tokyo", ("University of Tokyo",), ()),
        ("周晓岚", ("周晓岚",), ()),
    ],
)
def test_authors_are_names_alone(stated, authors, agencies):
    """No post, address or outlet is an author; several are parted; agencies are credited as such."""
    head = f"<meta property='og:site_name' content='Quay Daily'><meta name='author' content='{stated}'>"
    found = article(page(head=head), url="https://www.quaydaily.example/1").front.source
    assert (authors, agencies) == (found.authors, found.agencies)


def test_authors_of_linked_data_are_found_by_their_ids():
    """A graph names persons by reference."""
    graph = {"@graph": [LINKED | {"author": {"@id": "#p"}}, {"@type": "Person", "@id": "#p", "name": "Jane Doe"}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert ("Jane Doe",) == article(page(head=head)).front.source.authors


def test_a_byline_counts_where_an_organisation_is_stated():
    """The publisher's name in the metadata hides nobody."""
    head = linked(author={"@type": "Organization", "name": "Science Quay"})
    found = article(page(f"<p class='byline'>by University of Harwick</p>{PROSE}", head))
    assert ("University of Harwick",) == found.front.source.authors


@pytest.mark.parametrize(
    ("head", "above", "published", "evidence"),
    [
        (linked(), "", "2022-03-07", "JSON-LD datePublished: 2022-03-07T09:00:00+01:00"),
        ("<meta name='citation_date' content='2022/03/07'>", "", "2022-03-07", "citation_date: 2022/03/07"),
        (
            "<meta name='date' content='2022'><meta name='pubdate' content='20220307'>",
            "",
            "2022-03-07",
            "pubdate: 20220307",
        ),
        ("", "<time datetime='2022-03-07T23:00'>Monday</time>", "2022-03-07", "time element: 2022-03-07T23:00"),
        ("", "<p>Published: March 7, 2022</p>", "2022-03-07", "Published: March 7, 2022"),
        (linked(datePublished="2022-03-08T02:00:00Z"), "<p>March 7, 2022</p>", "2022-03-07", "March 7, 2022"),
        (linked(datePublished="2022-03-08T02:00:00+01:00"), "<p>March 7, 2022</p>", "2022-03-08", None),
        (linked(datePublished="2022-02-31"), "<p>March 7, 2022</p>", "2022-03-07", "March 7, 2022"),
    ],
)
def test_dates_come_from_where_pages_state_them(head, above, published, evidence):
    """Metadata, time elements and printed dates, with what says so; universal time gives way to what is printed."""
    found = article(page(f"{above}{PROSE}", head)).front
    assert (published, "stated") == (found.published, found.date_status)
    assert evidence in {None, found.date_evidence}


@pytest.mark.parametrize(
    ("language", "printed", "published"),
    [
        ("fr", "Publié le 1er mars 2022 à 06h00", "2022-03-01"), ("de", "7. März 2022", "2022-03-07"),
        ("es", "Lunes, 7 de Marzo de 2022", "2022-03-07"), ("ur", "14 ستمبر 2023", "2023-09-14"),
        ("ar", "٧ مارس ٢٠٢٢", "2022-03-07"), ("ug", "7 مارت 2022", "2022-03-07"), ("fr", "31 février 2022", None),
        ("fr", "Mars 7", None), ("xx", "7 mars 2022", None),
    ],
)  # fmt: skip
def test_dates_are_read_in_the_language_of_the_page(language, printed, published):
    """A whole date with the name of its month, as the page prints it; what no calendar has is none."""
    markup = page(f"<p class='day'>{printed}</p>{PROSE}").replace("lang='en'", f"lang='{language}'")
    assert published == article(markup).front.published


def test_a_byline_and_a_day_under_the_text_count():
    """Where nothing above the text names an author or a day."""
    found = article(page(f"<div>{PROSE}</div><div class='post-footer'>Posted by Jane Doe at 4:45 PM</div>"))
    assert ("Jane Doe",) == found.front.source.authors
    dated = article(page(f"{PROSE}<p>Published: March 7, 2022</p>"))
    assert ("2022-03-07", False) == (dated.front.published, "2022" in dated.text)


def test_a_date_told_in_the_text_is_none_of_the_page():
    """An event's day is not the day of the article."""
    found = article(page(f"<p>On July 5, 2009 a crowd gathered on the quay, as every year.</p>{PROSE}")).front
    assert (None, "unknown") == (found.published, found.date_status)


def test_the_standfirst_stands_apart():
    """It is no part of the body, whether it is printed or only stated; a piece of the text is none."""
    dek = "Nobody was told, and the money is gone."
    assert dek == article(page(f"<p class='dek'>{dek}</p>{PROSE}")).front.source.standfirst
    found = article(page(head=f"<meta property='og:description' content='{dek}'>"))
    assert (dek, False) == (found.front.source.standfirst, dek in found.text)
    told = f"<meta property='og:description' content='{ONE}'>"
    assert article(page(head=told)).front.source.standfirst is None


def test_what_is_hidden_is_not_there():
    """Comments, hidden elements and scripts give no text, and are not even listed as removed."""
    secret = "Whoever reads this sentence has looked behind the page, where nothing is."
    marks = (
        "p hidden",
        "p style='display: none'",
        "p aria-hidden='true'",
        "span class='sr-only'",
        "template",
        "script",
    )
    hidden = f"<!-- {secret} -->" + "".join(f"<{mark}>{secret}</{mark.split()[0]}>" for mark in marks)
    found = article(page(f"<p>{ONE}</p>{hidden}<p>{TWO}</p>"))
    assert BLOCK_SEPARATOR.join((ONE, TWO)) == found.text
    assert secret not in str(found)


def test_what_was_taken_out_is_listed():
    """Each piece with the reason and the line of the page's source."""
    boxes = {
        "<div class='newsletter-signup'><p>Get our letter every morning.</p></div>": "call to subscribe",
        "<div class='related-articles'><a href='/a'>Quay to be paved</a></div>": "links to other articles",
        "<blockquote class='twitter-tweet'><p>I was there</p></blockquote>": "embedded post",
        "<div class='ad-slot'>Advertisement</div>": "advertisement",
        "<p>ALSO READ: Quay to be paved</p>": "link to another article",
        "<figure><img src='a.jpg'><figcaption>The quay in May</figcaption></figure>": "caption of a picture",
    }
    found = article(page(f"<p>{ONE}</p>\n" + "\n".join(boxes) + f"\n<p>{TWO}</p>"))
    assert BLOCK_SEPARATOR.join((ONE, TWO)) == found.text
    assert [*boxes.values()] == [line.reason.partition(" (")[0] for line in found.removed]
    assert [2, 3, 4, 5, 6, 7] == [line.line for line in found.removed]
    assert ("The quay in May",) == found.front.source.captions


def test_what_stands_unread_within_a_text_is_listed():
    """Nothing is lost without a word."""
    found = article(
        page(f"<p>{ONE}</p><p>{TWO}</p><div><a href='/a'>Quay plans</a> | <a href='/b'>Maps</a></div><p>{THREE}</p>")
    )
    assert "not of the main text" == reasons(found)["Quay plans | Maps"]


def test_the_text_is_never_taken_for_a_box():
    """An element that holds most of the text stays, whatever it is called."""
    found = article(page(f"<div class='share newsletter related'>{PROSE}</div>"))
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE, FOUR)) == found.text


def test_lists_of_links_are_not_text():
    """Whoever links to five other articles in a row points away from the text."""
    links = "".join(f"<li><a href='/{n}'>Quay number {n} to be paved at last</a></li>" for n in range(5))
    found = article(page(f"<p>{ONE}</p><p>{TWO}</p><ul>{links}</ul><p>{THREE}</p>"))
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE)) == found.text


def test_what_follows_under_a_heading_of_links_goes_with_its_heading():
    """A heading under which nothing is left is not kept."""
    more = "<h2>More from the harbour</h2><h3><a href='/a'>Quay to be paved</a></h3><p>At last, says the council.</p>"
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE, FOUR)) == article(page(PROSE + more)).text


def test_a_paragraph_that_is_a_link_leads_away():
    """Calls and links between paragraphs stand in links as a whole."""
    found = article(
        page(f"<p>{ONE}</p><p>{TWO}</p><p><a href='/a'>QUAY TO BE PAVED AFTER NINETY YEARS</a></p><p>{THREE}</p>")
    )
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE)) == found.text


def test_a_second_copy_for_other_screens_is_not_read():
    """A text that stands twice, with its short lines, is one text."""
    text = f"<p>{ONE}</p><p>“No,” she said.</p><p>{TWO}</p>"
    found = article(page(f"<div class='hidden md:block'>{text}</div><div class='md:hidden'>{text}</div>"))
    assert BLOCK_SEPARATOR.join((ONE, "“No,” she said.", TWO)) == found.text


def test_relative_and_foreign_addresses():
    """A canonical address is read against that of the page, and believed within its site."""
    head = "<link rel='canonical' href='/2022/03/customs'>"
    assert "https://quay.example/2022/03/customs" == article(page(head=head), "https://quay.example/x").front.source.url
    head = "<link rel='canonical' href='https://other.example/a'>"
    assert "https://quay.example/x" == article(page(head=head), "https://quay.example/x").front.source.url


@pytest.mark.parametrize(
    ("head", "above", "url", "genre"),
    [
        (linked(**{"@type": "OpinionNewsArticle"}), "", None, "opinion"),
        (linked(articleSection=["News", "Analysis"]), "", None, "analysis"),
        ("", "<p class='eyebrow'>Opinion</p>", None, "opinion"),
        ("", "", "https://quay.example/interviews/2022/customs", "interview"),
        (linked(), "", "https://quay.example/news/opinion", "news"),
    ],
)
def test_the_genre_is_stated_or_printed(head, above, url, genre):
    """By the type or section of the article, a label above its headline or the path of its address."""
    markup = page(head=head).replace("<article>", f"<article>{above}")
    assert genre == article(markup, url).front.genre


def test_outlet_and_language_are_stated():
    """The site's name, without its slogan; the language of the article before that of the frame."""
    head = "<meta property='og:site_name' content='Quay Daily | News of the harbour'>" + linked(inLanguage="en-GB")
    found = article(page(head=head), "https://quay-daily.example/a").front
    assert ("Quay Daily", "en") == (found.source.outlet, found.language)
    assert "nl" == article(page().replace("lang='en'", "lang='nl-BE'")).front.language


def test_a_page_that_shows_its_text_by_a_script_has_it_from_its_metadata():
    """The stated text is taken where the page shows none."""
    head = linked(articleBody=f"{ONE}\n\n<b>{TWO}</b>\n\n{THREE}")
    found = article(page("<p>Loading</p>", f"{head}"))
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE)) == found.text
    assert any("metadata" in note for note in found.notes)


def entry(number, text):
    """Build one of several articles of a page."""
    heading = f"<h2><a href='/a/{number}'>Customs house, part {number}</a></h2>"
    return f"<article>{heading}<time datetime='2022-03-0{number}'>March {number}</time>{text}</article>"


def test_a_page_of_articles_becomes_them():
    """Each with its position, heading, address and day."""
    both = f"<html><body class='archive'><h1>Harbour</h1>{entry(1, PROSE)}{entry(2, PROSE)}</body></html>"
    found = harvest(both, url="https://quay.example/tag/harbour").candidates
    assert [(1, "Customs house, part 1", "2022-03-01"), (2, "Customs house, part 2", "2022-03-02")] == [
        (each.front.source.position, each.front.title, each.front.published) for each in found
    ]
    assert ["https://quay.example/a/1", "https://quay.example/a/2"] == [each.front.source.url for each in found]
    assert "an article beside 1 more on this page" in found[0].notes[0]


def test_headings_with_dates_part_an_old_page():
    """A page without elements for its articles is split as plain text is."""
    texts = ((2, f"<p>{ONE}</p><p>{TWO}</p>"), (1, f"<p>{THREE}</p><p>{FOUR}</p>"))
    parts = "".join(f"<h3>Customs house, part {n}</h3><p>March {n}, 2022</p>{text}" for n, text in texts)
    found = harvest(f"<html><body><div>{parts}</div></body></html>").candidates
    assert ["Customs house, part 2", "Customs house, part 1"] == [each.front.title for each in found]
    assert ["2022-03-02", "2022-03-01"] == [each.front.published for each in found]


def test_a_list_in_linked_data_is_no_article():
    """A page that states several articles in a list is about none of them, unless one has its heading."""
    items = [{"@type": "ListItem", "item": LINKED | {"headline": f"Customs house, part {n}"}} for n in (1, 2)]
    head = f'<script type="application/ld+json">{json.dumps({"@type": "ItemList", "itemListElement": items})}</script>'
    both = f"<html><head>{head}</head><body><h1>News</h1>{entry(1, PROSE)}{entry(2, PROSE)}</body></html>"
    assert 2 == len(harvest(both).candidates)
    assert "2022-03-07" == article(page(head=head, title="Customs house, part 2")).front.published


def test_one_article_is_one_whatever_stands_beside_it():
    """Metadata of one article rule out a list."""
    two = page(PROSE, linked()).replace("</article>", f"</article>{entry(1, PROSE)}")
    assert TITLE == article(two).front.title


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (
            "".join(f"<h2><a href='/{n}'>Quay {n} to be paved</a></h2><p>{n}: {ONE}</p>" for n in range(6)),
            "a page that lists",
        ),
        ("<h1>Contact</h1><p>Write to us.</p>", "no article found in the page"),
        ("<h1>Not found</h1>", "no article found in the page"),
    ],
)
def test_a_page_without_an_article_is_refused(markup, reason):
    """The reason tells a list of teasers from a page that has no text."""
    assert refusal(f"<html><body><main>{markup}</main></body></html>").startswith(reason)


def test_a_page_of_nothing_but_calls_is_refused():
    """An article without a text is none, whatever the metadata say."""
    calls = "".join(
        f"<p>Subscribe to our newsletter number {n} and never miss a story of the quay.</p>" for n in range(9)
    )
    assert "no article found in it" == refusal(page(calls, linked()))


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", "中国国家主席习近平星期日在北京会见了巴基斯坦总理伊姆兰·汗。" * 3),
        ("iso-8859-1", "cp1252", "The mayor said “never” – and she meant it, as everybody on the quay knew. " * 3),
        ("windows-1251", "cp1251", "Президент Китая встретился с премьер-министром Пакистана в Пекине. " * 9),
        ("rot13", "utf-8", "The café by the quay said “never” to a cup of coffee for ten euros. " * 9),
    ],
)
def test_declared_encodings_are_believed(declared, encoding, text):
    """As browsers understand their names; what is no encoding of text is not."""
    markup = page(f"<p>{text}</p>", linked() + f"<meta charset='{declared}'>")
    assert text.strip() in article(markup.encode(encoding)).text


def test_xhtml_is_read_like_html():
    """Elements that close themselves are empty, also where HTML would leave them open."""
    markup = page(f"<a name='top'/>{PROSE}", "<script src='a.js'/>").replace("<!DOCTYPE html>", "<?xml version='1.0'?>")
    assert BLOCK_SEPARATOR.join((ONE, TWO, THREE, FOUR)) == article(markup).text


BILLION = "<!DOCTYPE html [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "prefix",
    [
        "<p " + " ".join(f"a{n}='1'" for n in range(100_000)) + ">x</p>",
        "<!--><p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">-->",
        "<p a0='>' " + " ".join(f"a{n}='<'" for n in range(20_000)) + ">x</p>",
        "<title><a href='</title><p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
        "<i>" * 200 + "x" + "</i>" * 200,
        "<p class='" + "share " * 100_000 + "'>x</p>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        "<script type='application/ld+json'>" + '{"author":' * 5_000 + "1" + "}" * 5_000 + "</script>",
        "<a href='//[' rel='canonical'>x</a><link rel='canonical' href='//['>",
    ],
)
def test_hostile_markup_does_no_more_than_be_there(prefix):
    """Attributes without end, deep nesting, mad metadata: the article beside them is read."""
    assert ONE in article(page(f"{prefix}{PROSE}")).text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<div>" * 3_000 + "x", "nested too deeply"),
        ("<b>" * 500_000, "nested too deeply"),
        ("<p>x" * 200_001, "too many elements"),
        (" " * (10 * 2**20 + 1), "too large"),
        ("no tag at all, only words", "no web page"),
        ("%PDF-1.7", "not text but a PDF document"),
        ("", "empty"),
    ],
)
def test_what_is_beyond_the_limits_is_refused(markup, reason):
    """With the reason, before it costs anything."""
    assert refusal(markup).startswith(reason)


def test_nothing_is_fetched(monkeypatch):
    """No entity, style, picture or frame makes a connection or reads a file."""
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection was made"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))
    outside = "<!DOCTYPE html SYSTEM 'http://quay.example/a.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    frames = "<link rel='stylesheet' href='http://quay.example/a.css'><img src='http://quay.example/a.png'>"
    found = article(page(f"<p>&x;</p>{PROSE}", frames).replace("<!DOCTYPE html>", outside))
    assert "root:" not in str(found)


def test_entities_of_a_document_are_not_expanded():
    """A page that defines its own entities gains nothing by it."""
    assert len(article(page(f"<p>&j;</p>{PROSE}").replace("<!DOCTYPE html>", f"{BILLION}]>")).text) < 2_000


TAGS = st.sampled_from(
    "p div span a ul li ol table tr td h1 h2 br blockquote article section time figure script form b".split()
)
PIECES = st.one_of(
    st.sampled_from(
        [
            f"<p>{ONE}</p>",
            TITLE,
            ONE,
            "&#0;",
            "&amp;lt;",
            "<!--",
            "-->",
            "<![CDATA[",
            "\x00",
            "\u202e",
            "\uffff",
            "# ",
            "> ",
        ]
    ),
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.builds(
        "<{} class='{}' id=x>".format, TAGS, st.sampled_from(["share", "dek", "byline", "post", "caption", "ad"])
    ),
    st.text(max_size=12),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40))
def test_any_markup_is_read_or_refused(pieces):
    """It gives articles whose bodies read back as their texts, or a reason, and the same every time."""
    markup = page("".join(pieces))
    found = harvest(markup)
    assert found.candidates or found.problems
    for candidate in found.candidates:
        assert candidate.text == BLOCK_SEPARATOR.join(block.text for block in read_body(candidate.body))
    assert found == harvest(markup)
