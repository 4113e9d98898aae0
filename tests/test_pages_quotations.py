"""The pages of quotations: who is listed where, with which words and links, and what rights and privacy leave out."""

import re

import pytest
from builders import article, corpus, record
from page_texts import LARGEST_PAGE, found, pages_of, read

from generator.pages.page import at_once
from generator.pages.quotations import QUOTATIONS_A_PAGE, SPEAKERS_A_PAGE
from generator.pages.record import record_pages
from generator.statements import OF_A_SPEAKER

WANG, HUGHES = record("wang-yi", label="Wang Yi"), record("mary-hughes", label="Mary Hughes")
SAID = "Mary Hughes told Wang Yi: “We will not accept any of this in our country.” Wang Yi called it “a poor excuse”."


def pages(*articles, records=()):
    """Give the content of the pages of a corpus by their paths."""
    return pages_of("quotations", of=corpus(*articles, records=records))


def items(html):
    """Give the quotations of a page as a reader reads them."""
    return found(r'<li class="said--.*?</li>', html)


def test_speakers_stand_from_a_to_z_with_their_words_in_the_sentence():
    """Each speaker has a group; the words stand in their sentence, link to it, and tell full from partial."""
    dated = article(SAID, published="2022-02-06", date_status="stated")
    html = pages(dated, records=[WANG, HUGHES])["quotations/index.md"]
    assert html.index('id="mary-hughes"') < html.index('id="wang-yi"')
    first, second = items(html)
    assert first.startswith("Mary Hughes told Wang Yi: “We will not accept any of this in our country.” in full")
    assert first.endswith("6 February 2022 · A title Names Wang Yi")
    assert "Wang Yi called it “a poor excuse”. in part · 6 February 2022 · A title" == second
    assert '<a href="../articles/an-article/#s1">Mary Hughes told' in html
    assert "“<b>a poor excuse</b>”" in html
    assert "2 quotations, 1 in full, 1 in part · 2 speakers" in read(html)


def test_quotations_of_one_sentence_are_one_item():
    """Two parts of one sentence that the same speaker says are shown once, both set off."""
    html = pages(article("Wang Yi called it “a poor excuse” and “a bad joke”."), records=[WANG])["quotations/index.md"]
    assert 1 == len(items(html))
    assert ["a poor excuse", "a bad joke"] == re.findall(r"<b>(.*?)</b>", html)


def test_whoever_is_quoted_often_has_a_page_with_all():
    """The listing and the record show the newest quotations and lead to the page of all, by year."""
    body = "Wang Yi called it “a poor excuse”."
    articles = [article(body, f"a-{n}", published=f"{2010 + n}", date_status="stated") for n in range(OF_A_SPEAKER + 1)]
    made = corpus(*articles, article("Mary Hughes called it “a poor show”."), records=[WANG, HUGHES])
    by_path = pages_of("quotations", of=made)
    (profile, *_) = at_once(record_pages(WANG, made, {}))
    for html in (by_path["quotations/index.md"], str(profile.content)):
        of_wang = [item for item in items(html) if "Wang" in item]
        assert OF_A_SPEAKER == len(of_wang)
        assert "2015" in of_wang[0]
        assert 'speakers/wang-yi/">all 6 quotations</a>' in html
    assert OF_A_SPEAKER + 1 == len(items(by_path["quotations/speakers/wang-yi.md"]))
    assert "<h2>2010</h2>" in by_path["quotations/speakers/wang-yi.md"]
    assert "quotations/speakers/mary-hughes.md" not in by_path


def test_speakers_without_a_record_stand_under_their_printed_words():
    """Case and article do not part printed speakers; whom the text does not tell comes last."""
    bodies = [
        "The ministry called it “a poor excuse”.",
        "A ministry called it “a bad joke”.",
        "They called it “a farce”.",
    ]
    html = pages(*(article(body, f"a-{n}") for n, body in enumerate(bodies)))["quotations/unresolved.md"]
    assert ["The ministry", "Speaker not told"] == re.findall("<h2>(.*?)</h2>", html)
    assert ["a poor excuse", "a bad joke", "a farce"] == re.findall(r"<b>(.*?)</b>", html)


@pytest.mark.parametrize(
    ("rights", "shown"),
    [
        ("full", ["word29", "word30", "in Bonn"]),
        ("digest", ["word29", "word30", "in Bonn"]),
        ("excerpt", ["word29"]),
        ("metadata", []),
    ],
)
def test_no_more_is_shown_than_rights_allow(rights, shown):
    """An excerpt gives only the quoted words, cut to thirty, without their sentence; metadata gives nothing."""
    words = " ".join(f"word{number}" for number in range(50))
    made = pages(article(f"Mary Hughes said: “{words}” in Bonn.", rights=rights), records=[HUGHES])
    assert shown == [part for part in ("word29", "word30", "in Bonn") if part in "".join(made.values())]


def test_a_private_speaker_stands_nowhere():
    """What a person with a private record says is in no list, neither by name nor under the printed words."""
    made = pages(article(SAID), records=[WANG, record("mary-hughes", label="Mary Hughes", private=True)])
    assert ["quotations/index.md"] == list(made)
    assert ["Wang Yi"] == found(r"<h2[^>]*>(.*?)</h2>", made["quotations/index.md"])


def test_hostile_words_are_text():
    """Marks of HTML and Markdown in quoted words, printed speakers and titles come out as text."""
    body = "The \\<b>[clerk](x) said: “We will never `run` \\<script>alert(1)\\</script> here again.”"
    html = "".join(pages(article(body, title="<img src=x>")).values())
    assert "alert(1)" in html
    assert [] == re.findall(r"<(?:script|img|b>\[)|\]\(x\)", html)


def test_long_listings_are_parted_and_led_to_by_letter():
    """Many speakers fill several pages, none too large; letters and an index from A to Z lead to each of them."""
    people = [record(f"wang-{n:04}", label=f"{chr(65 + n % 26)}ong{n:04} Wang") for n in range(SPEAKERS_A_PAGE * 4)]
    words = " ".join(["heavy"] * 70)
    articles = [
        article(f"{one.label} said: “We will carry {words} now.”", f"{one.id}-{copy}", title="A long title " * 8)
        for one in people
        for copy in range(OF_A_SPEAKER)
    ]
    made = pages(*articles, records=people)
    assert 4 == len([path for path in made if re.fullmatch(r"quotations/(?:index|page-\d+)\.md", path)])
    assert {} == {path: len(html) for path, html in made.items() if len(html.encode()) > LARGEST_PAGE}
    letters, _, rest = made["quotations/index.md"].partition("</nav>")
    led_to = re.findall(r'<li><a href="[^"]*#wang-\d+">([A-Z])</a>', letters.rpartition("<nav")[2])
    assert [chr(65 + n) for n in range(26)] == led_to
    assert SPEAKERS_A_PAGE == rest.count("<h2")
    assert len(people) == made["quotations/a-to-z.md"].count("#wang-")


def test_all_quotations_of_a_speaker_are_parted_into_pages():
    """A speaker with very many quotations has several pages, that link to one another."""
    articles = [article("Wang Yi called it “a poor excuse”.", f"a-{n}") for n in range(QUOTATIONS_A_PAGE + 1)]
    made = pages(*articles, records=[WANG])
    assert 'rel="next"' in made["quotations/speakers/wang-yi.md"]
    assert 1 == len(items(made["quotations/speakers/wang-yi/page-2.md"]))
    note = '<p class="meta">Narrows this page of the list. <a href="../../../explore/?kind=Article&#38;entity=Wang+Yi">'
    assert note in made["quotations/speakers/wang-yi.md"]
    assert "Narrows this page" not in pages(*articles[:9], records=[WANG])["quotations/index.md"]


def test_a_page_without_quotations_says_so():
    """Where nobody is quoted, no numbers of nothing are told."""
    assert "No article quotes anybody." in pages(article("It rained."), records=[WANG])["quotations/index.md"]


def test_the_same_words_in_several_articles_stand_once():
    """A quotation that several articles have is one, with all of them named; two words may be said twice."""
    body = "Wang Yi said: “We will not accept any of this.” Wang Yi called it “a poor excuse”."
    articles = [article(body, key, title=title) for key, title in (("a", "First"), ("b", "Second"))]
    full, *partial = items(pages(*articles, records=[WANG])["quotations/index.md"])
    assert full.endswith("First also in Second")
    assert 2 == len(partial)
