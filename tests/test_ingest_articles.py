"""Whole documents of many habits: what becomes headline, standfirst, byline, dateline, caption, credit and body."""

import pytest
from ingest_texts import BODY, FOUR, ONE, THREE, TWO, article, articles, page

HEADLINE = "Customs house of Harwick closes"


def test_a_wire_story():
    """Byline, dateline with agency, credits of reporters and a closing line of the site."""
    found = article(
        "Harwick to close its old customs house",
        "By Paul Anders and Lena Groth",
        f"HARWICK, March 7, 2022 (Reuters) - {BODY}",
        "(Reporting by Paul Anders and Lena Groth; Editing by Tom Wells)",
        "Our Standards: The Trust Principles.",
    )
    source = found.front.source
    assert ("Harwick to close its old customs house", ("Paul Anders", "Lena Groth")) == (
        source.headline,
        source.authors,
    )
    assert (("Reuters",), "HARWICK") == (source.agencies, source.dateline)
    assert ("2022-03-07", "stated") == (found.front.published, found.front.date_status)
    assert BODY == found.text


def test_an_agency_copy():
    """The agency before the date, in the dateline and after the text is one; the disclaimer goes."""
    found = article(
        "Harwick council to close customs house, owners upset",
        "ANI / Updated: Mar 7, 2022, 08:21 IST",
        "AA\nFollow us",
        f"Harwick [Norland], March 7 (ANI): {BODY} (ANI)",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "Visual Stories",
        "10 quays to see before you die",
    )
    assert (("ANI",), "Harwick, Norland") == (found.front.source.agencies, found.front.source.dateline)
    assert "Updated: Mar 7, 2022, 08:21 IST" == found.front.date_evidence
    assert BODY == found.text


@pytest.mark.parametrize(
    ("first", "last", "dateline", "agencies"),
    [
        ("HARWICK, March 7 ― ", " ― Reuters", "HARWICK", ("Reuters",)),
        ("Harwick Mar 7 (PTI) ", " PTI KJV ZH", "Harwick", ("PTI",)),
        ("", "\n\n(Harwick 24 with AFP and REUTERS)", None, ("AFP", "REUTERS")),
    ],
)
def test_datelines_and_credits_of_many_habits(first, last, dateline, agencies):
    """A long dash, an agency without any mark, the codes of its desk, an outlet that wrote with agencies."""
    found = article(HEADLINE, f"{first}{BODY}{last}")
    assert (BODY, dateline, agencies) == (found.text, found.front.source.dateline, found.front.source.agencies)


def test_a_broadcaster_page():
    """A menu above, buttons, a caption after its announcement, sections below."""
    found = article(
        "Home\nNews\nSport",
        "Harwick customs house to close over cracks in walls",
        "Published\n7 March 2022",
        "Share\nCopy link",
        "Image source, Getty Images\nImage caption,\nThe customs house has stood beside the quay for 150 years",
        "By Tom Wells\nBBC News, Harwick",
        BODY,
        "Related Topics\nHarwick\nPorts",
        "More on this story",
        "Harwick quay flooded again",
        "2 February",
        "Top Stories",
        "Council leader resigns over repairs",
    )
    source = found.front.source
    assert "Harwick customs house to close over cracks in walls" == source.headline
    assert (("Tom Wells",), "BBC News", "2022-03-07") == (source.authors, source.outlet, found.front.published)
    assert ("The customs house has stood beside the quay for 150 years",) == source.captions
    assert BODY == found.text


def test_a_paper_with_a_standfirst_without_a_stop():
    """The line between headline and byline is the standfirst; "in Harwick" is where the author was."""
    found = article(
        "Customs house closure angers traders",
        "Council says engineers found cracks in three of four walls",
        "Tom Wells in Harwick",
        "Mon 7 Mar 2022 06.00 GMT",
        "Last modified on Mon 7 Mar 2022 09.31 GMT",
        "The customs house on the quay. Photograph: Jane Doe/AFP/Getty Images",
        BODY,
    )
    source = found.front.source
    assert "Council says engineers found cracks in three of four walls" == source.standfirst
    assert (("Tom Wells",), "Harwick") == (source.authors, source.dateline)
    assert "Mon 7 Mar 2022 06.00 GMT" == found.front.date_evidence
    assert BODY == found.text


def test_a_standfirst_with_its_reporter():
    """The credit that is glued to a standfirst is an outlet or an author."""
    found = article("Customs house closes", "Nobody was told of the plan of the council….reports Quay Daily", BODY)
    assert "Nobody was told of the plan of the council" == found.front.source.standfirst
    assert ("Quay Daily", ()) == (found.front.source.outlet, found.front.source.authors)
    named = article("Customs house closes", "Nobody was told of the plan of the council, reports Lena Groth", BODY)
    assert (None, ("Lena Groth",)) == (named.front.source.outlet, named.front.source.authors)


def test_a_standfirst_above_a_picture():
    """A first paragraph above the picture, after which the story begins anew, is the standfirst."""
    standfirst = "The council gives no reasons, and owners of shops on the quay go to court."
    opening = f"The customs house of Harwick closes for good after 150 years. {TWO}"
    found = article(HEADLINE, standfirst, "The quay [Handout via AFP]", opening, THREE)
    assert standfirst == found.front.source.standfirst
    assert page(opening, THREE) == found.text


def test_story_highlights_are_the_standfirst():
    """What stands under such a heading stands for one."""
    found = article(HEADLINE, "Story highlights", "Nobody was told of the plan, residents say", BODY)
    assert "Nobody was told of the plan, residents say" == found.front.source.standfirst
    assert BODY == found.text


def test_a_text_without_a_headline():
    """The date is cut off the text it was glued to, a subheading is no headline, and the title says it was made."""
    found = article(f" date 2022-03-07 {ONE}", TWO, "What residents want", THREE)
    front = found.front
    assert (None, "2022-03-07", "date 2022-03-07") == (front.source.headline, front.published, front.date_evidence)
    assert front.title.startswith("The committee of the port city")
    assert front.title.endswith(" …")
    assert page(ONE, TWO, "What residents want", THREE) == found.text
    assert "## What residents want" in found.body
    assert ("no headline: the title is the beginning of the text",) == found.notes


def test_a_headline_stands_once():
    """The page's title, the site's name at its end, and the heading again are one headline."""
    found = article(f"{HEADLINE} | Quay Daily", HEADLINE, BODY)
    assert (HEADLINE, "Quay Daily") == (found.front.source.headline, found.front.source.outlet)
    assert BODY == found.text


def test_an_author_box_gives_its_author():
    """The heading, the name and the note go, the name is kept; so do teasers below."""
    found = article(
        "March 7, 2022",
        HEADLINE,
        BODY,
        "Author profile\nLena Groth",
        "Lena Groth is a freelance writer. Views expressed are hers.",
        "Latest news",
        "Dystopia",
        "A poor, sad boy. Rejected by his family. So...",
    )
    assert ("Lena Groth",) == found.front.source.authors
    assert BODY == found.text


def test_a_label_beside_the_date_tells_the_genre():
    """Outlet, date and label stand in one line on many pages."""
    found = article("The quay belongs to all of us", "The Norland Courier | 7 March 2022 | Opinion", BODY)
    assert ("opinion", "2022-03-07", BODY) == (found.front.genre, found.front.published, found.text)


def test_a_closing_note_about_the_author():
    """Where the text never names the person, the note is about its author; genre labels are read."""
    found = article(
        "Opinion",
        "The quay belongs to all of us",
        "March 7, 2022",
        BODY,
        "Joan Reyes is a professor of architecture at the University of Norland.",
        "The views expressed in this article are the author’s own.",
    )
    assert (("Joan Reyes",), "opinion") == (found.front.source.authors, found.front.genre)
    assert BODY == found.text


def test_a_closing_sentence_about_somebody_in_the_text_stays():
    """Only a person of whom the text says nothing is its author."""
    closing = "Marta Lindqvist is a lawyer who lives on the quay."
    assert page(BODY, closing) == article(HEADLINE, BODY, closing).text


def test_a_statement_keeps_its_signatures():
    """Lists that a text announces, and those who signed it, are its text."""
    call = ("The undersigned call on the council to:", "Publish the survey", "Signed by:", "Friends of the Quay")
    found = article(
        "PRESS RELEASE – FOR IMMEDIATE RELEASE\n7 March 2022\nContact: Quay Society www.quay.example.org",
        "Quay Society condemns closure of customs house",
        BODY,
        *call,
    )
    assert ("statement", "2022-03-07") == (found.front.genre, found.front.published)
    assert page(BODY, *call) == found.text


def test_broken_paragraphs_are_joined():
    """A paragraph goes on in lower case or after a word that ends none, whatever stood between the halves."""
    found = article(
        HEADLINE,
        ONE,
        "The council should not use the survey as a tool to apply double",
        "- Advertisement -",
        "standards, she said.",
        "It was built, she told the people who had come to hear her, by the",
        "Harwick Society.",
        TWO,
    )
    assert "as a tool to apply double standards, she said." in found.text
    assert "come to hear her, by the Harwick Society." in found.text


def test_labels_of_pictures_are_no_subheadings():
    """A bare name between paragraphs is what is left of a picture, unless there are several different ones."""
    found = article("The port of Harwick closes", ONE, "Harwick", TWO, "What next?", THREE)
    assert [("Harwick", "label of a picture")] == [(line.text, line.reason) for line in found.removed]
    assert page(ONE, TWO, "What next?", THREE) == found.text
    regions = "The law is in force in Harwick, in Norland and in Estmark, said the council to the people on the quay."
    several = article(HEADLINE, regions, "Harwick", TWO, "Norland", THREE, "Estmark", FOUR)
    assert ["Harwick", "Norland", "Estmark"] == several.text.split("\n\n")[1::2]


def test_a_box_in_the_middle_does_not_end_the_text():
    """The article goes on where two full paragraphs follow each other."""
    links = ("Related Stories", "Quay floods again", "Leader resigns")
    found = article(HEADLINE, ONE, *links, TWO, THREE, "Most Read", "Ten quays", FOUR, ONE)
    assert page(ONE, TWO, THREE, FOUR, ONE) == found.text


def test_a_paragraph_below_a_block_of_links_is_of_the_article():
    """Links stand in a block; what stands apart below it and is a sentence goes on with the text."""
    short = "The council did not reply to questions in time."
    found = article(
        HEADLINE, ONE, "Related Stories\nQuay floods again\nLeader resigns", short, "Cracks in walls", TWO, FOUR
    )
    assert [ONE, short, "Cracks in walls", TWO, FOUR] == found.text.split("\n\n")


def test_a_last_short_paragraph_with_an_end_mark_stays():
    """The mark goes, the sentence before it does not."""
    found = article(HEADLINE, ONE, TWO, "Marta Lindqvist and Paul Anders, among others, were there. Enditem")
    assert found.text.endswith("were there.")


@pytest.mark.parametrize(
    "tail",
    [
        ("Quay floods again", "Water stood in the streets of the old town when..."),
        ("Quay floods again", "February 2, 2022", "Water stood in the street."),
        ("Quay floods again\nQuay floods again\nWater stood in the street.",),
        ("Quay floods again", "Council leader resigns over repairs", "Ten quays to see"),
    ],
)
def test_teasers_without_a_heading_of_their_own_end_the_text(tail):
    """Headings above cut texts, above dates, twice, or above nothing."""
    assert BODY == article(HEADLINE, BODY, *tail).text


def test_an_interview_keeps_its_questions():
    """The first question stands right below the date."""
    talk = (
        "Q: When did you first hear of the plan?",
        "A: On the radio, like everybody else in town.",
        "Q: Will you win?",
        "A: Yes.",
    )
    found = article("Interview: “We were promised a survey”", "March 7, 2022", *talk)
    assert ("interview", page(*talk)) == (found.front.genre, found.text)


def test_paragraphs_on_single_lines():
    """Without blank lines, each line is a paragraph."""
    byline = "By Lena Groth | The Quay Herald | March 7, 2022"
    (found,) = articles(f"Harwick to close house\n{byline}\n{ONE}\n{TWO}\nAlso Read: Floods\n{THREE}")
    assert (("Lena Groth",), "The Quay Herald") == (found.front.source.authors, found.front.source.outlet)
    assert page(ONE, TWO, THREE) == found.text


def test_everything_that_is_not_in_the_body_is_listed():
    """Each removed line has its number, its text and its reason, with the field that keeps it."""
    found = article(HEADLINE, "By Lena Groth", "ugc_banner", f"{BODY} (ANI)", "ALSO READ: Floods")
    kept = "(kept in source.authors, source.outlet or source.agencies)"
    assert [
        (3, "By Lena Groth", f"byline {kept}"),
        (5, "ugc_banner", "placeholder"),
        (13, "(ANI)", f"agency credited after the text {kept}"),
        (15, "ALSO READ: Floods", "link to another article"),
    ] == [(removed.line, removed.text, removed.reason) for removed in found.removed]


def test_the_articles_of_a_list_page_share_its_outlet():
    """Where one entry credits a person instead, the page's outlet is that of the others; links give no word."""
    entries = (
        ("Customs house closes", "Quay Daily", ONE),
        ("Quay floods", "Lena Groth", TWO),
        ("Leader resigns", "Quay Daily", FOUR),
    )
    told = "Nobody was told of it, the residents say….reports"
    found = articles(
        page(
            "Tag: Harwick",
            *(page(f"• {title}", title, f"{told} {who}", text, "ALSO READ: CPEC") for title, who, text in entries),
        ),
    )
    assert [("Customs house closes", 1), ("Quay floods", 2), ("Leader resigns", 3)] == [
        (candidate.front.source.headline, candidate.front.source.position) for candidate in found
    ]
    assert ["Quay Daily"] * 3 == [candidate.front.source.outlet for candidate in found]
    assert [ONE, TWO, FOUR] == [candidate.text for candidate in found]


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "{{ 7*7 }}", '--8<-- "mkdocs.yml"', "[x](javascript:1)", "title: x", "{ onclick=a }"],
)
def test_hostile_text_is_text(hostile):
    """Nothing in a document is markup."""
    told = f"{hostile} is what the man said, they told the court on Monday."
    assert told in article(HEADLINE, ONE, told, TWO).text


def test_character_references_that_a_page_left_behind_are_letters():
    """A text that holds tags too is left as it is."""
    told = "AT&amp;T said it&#8217;s unsafe, the council of the port city told its people."
    assert "AT&T said it’s unsafe" in article(HEADLINE, ONE, told, TWO).text
    tagged = "He typed &lt;b&gt; and <b>, the man told the council of the port city."
    assert tagged in article(HEADLINE, ONE, tagged, TWO).text


@pytest.mark.parametrize("mark", ["###", "-ENDS-", "– 30 –", "# # #"])
def test_what_follows_an_end_mark_is_not_the_article(mark):
    """What a sender says of itself below its statement is not what it states."""
    about = (
        "About the Quay Society: The Quay Society is a charity that was founded in 1903 and has its seat in Harwick."
    )
    found = article("Quay Society opposes closing", ONE, TWO, mark, about)
    assert page(ONE, TWO) == found.text
