"""Cleaning: lines that sites print around articles are told from lines of articles by their own form."""

import pytest
from ingest_texts import ONE, TWO

from generator.ingest.cleaning import clean
from generator.ingest.lines import lines_of
from generator.ingest.model import Line


def role(text):
    """Give the role and the reason of a line that stands within a page."""
    _, line, *_ = clean(
        [Line(1, "A first line of the page that is only here to be the first"), Line(2, text, gap=True)]
    )
    return line.role, line.reason


@pytest.mark.parametrize(
    ("reason", "texts"),
    [
        ("advertisement", ["- Advertisement -spot_img", "ADVERTISEMENT", "Article continues after ad", "Sponsored"]),
        ("placeholder", ["ugc_banner", "main img", "[image]", "IMG_2041.jpg", "Loading...", "1 of 12"]),
        ("ornament", ["×", "***", "— — —", "|", "• • •"]),
        ("bare address", ["https://www.example.org/watch?v=x", "www.example.org", "me@example.org", "@someone"]),
        ("link to another article", [
            "ALSO READ: China trying to impose Mandarin", "ALSO READ – US Military Mission", "READ | Something",
            "READ MORE-Mayor, Met set out plans", "Also Read | Something", "Read more: A headline",
            "[See also: Something else]", "Related: A headline", "Watch: The minister speaks", "ALSO READ-New sports",
        ]),
        ("navigation of the site", [
            "Previous Post Next Post", "Home", "Skip to content", "« Older posts", "Continue reading →", "Imprint",
        ]),
        ("button of the site", ["Post a Comment", "Share this:", "12 Comments", "Listen to this article", "A- A A+"]),
        ("buttons for sharing", ["Facebook Twitter WhatsApp Email", "LinkedIn (opens new window) Tumblr"]),
        ("bookkeeping of the site", [
            "Tags: China, Uyghur", "Posted in News | Leave a comment", "5 min read", "1,204 views",
            "Your email address will not be published. Required fields are marked *", "Contact: the press office",
        ]),
        ("path or menu of the site", [
            "Home » World » Asia", "News > China", "World | Asia | Sport | Weather",
            "HOME MALAYSIA WORLD MONEY LIFE", "Subscribe | Sign In | E-Paper",
        ]),
        ("call to the reader", [
            "Subscribe to our newsletter to get the news first.", "Follow us on Twitter and Facebook for more.",
            "© 2022 The Harwick Herald. All rights reserved.", "Click here to read the full statement",
            "The page you are looking for does not exist.",
        ]),
        ("disclaimer", [
            "The views expressed in this article are the author’s own.", "Disclaimer: nothing here is advice.",
            "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        ]),
        ("credit of a picture", [
            "Image source, Getty Images", "Photo: Jane Doe/AFP", "Photo by Jane Doe", "Credit: Jane Doe/AFP",
        ]),
    ],
)  # fmt: skip
def test_what_sites_print_is_removed_with_its_reason(reason, texts):
    """Each habit of a publishing system has a name."""
    assert [("removed", reason)] * len(texts) == [role(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    [
        "LEAD — Chinese President Xi Jinping (Source twitter@ChinaAmbUN) (3)",
        "US soldiers prepare to depart from Kunduz, Afghanistan. (Brian Harris Planet Pix ZUMA_dpa_IANS)",
        "Thousands protest in Paris against China’s rights violation in Xinjiang. Pic credits : Philarty",
        "China blames faith of Uyghur Muslims for concentration camps in Xinjiang. (source:uyghurcongress.org)",
        "File photo of Prime Minister Imran Khan and President Xi Jinping. Photograph:(Reuters)",
        "Xi Jinping and Michelle Bachelet spoke over video [Office of the UN High Commissioner/Handout via AFP]",
        "FILE - A watchtower stands over a facility in the region.",
        "A file photo of the customs house. — AFP",
        "In this Feb. 7, 2022, file photo, the harbour is seen from above.",
        "Marta Lindqvist (left) and Tom Wells at the quay",
        "The customs house on the northern quay. Photograph: Jane Doe/AFP/Getty Images",
        "Demonstrators in Istanbul (Reuters)",
        "The harbour at dawn | AP Photo",
    ],
)
def test_captions_are_known_by_their_credits(text):
    """A source, a photographer, a position in the picture: what belongs to a picture says so."""
    assert ("caption", "caption of a picture") == role(text)


@pytest.mark.parametrize(
    "text",
    [
        "Some protestors specified the demands made by the movement, due to the “massacre” of Uyghurs. (ANI)",
        "The World Uyghur Congress (WUC), is commemorating the “Urumchi Massacre.”",
        "NL Times reported citing European media reports (published last week).",
        "The source of the leak, he said, was a file that somebody had copied.",
        "Read the statement again, she told the court, and you will see what it leaves out.",
        "More than 2000 people gathered in Paris on October 2 and demonstrated.",
        "Home to twelve million people, the region has few roads.",
        "The report was published by the State Council in September.",
        "Reports from the region suggest that the roads are closed.",
        "Share prices fell by 3% after the council announced the closure of the quay.",
        "The writer was sentenced to fifteen years in prison, his family said.",
        "Photos, documents and speeches that were leaked show how the camps are run.",
        "The report paints a grim picture: one million people are held there.",
        "The images released by the group show watchtowers and walls.",
        "He told it on X (formerly Twitter).",
        "“Help us find our relatives,” they wrote to the council.",
        "Like us, the people of the coast have lost their land, she said.",
        "Also read out at the meeting was a letter of the mayor.",
        "Share the burden of the quay, says mayor",
        "Donations came from all over the country, he said.",
        "Imran Khan invites Xi Jinping to Pakistan",
        "Background",
        "What next?",
        "2022.02.07",
    ],
)
def test_lines_of_an_article_stay_text(text):
    """Sentences that hold the same words as site furniture, and subheadings, are kept."""
    assert ("text", "") == role(text)


@pytest.mark.parametrize(
    "text", ["Latest news", "Must read", "Related Stories", "You may also like", "More from Asia", "Comments"]
)
def test_headings_of_other_sections_are_known(text):
    """What stands under them is judged later, where it stands."""
    assert "section" == role(text)[0]


@pytest.mark.parametrize("text", ["Author profile", "About the Author", "Author"])
def test_headings_of_author_boxes_are_known(text):
    """The name in them is a byline."""
    assert "author box" == role(text)[0]


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        ("(With inputs from agencies)", "credit"),
        ("(The content is being carried under an arrangement with indianarrative.com)", "credit"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit"),
        ("Source: https://www.example.org/2022/02/07/story", "address"),
    ],
)
def test_credits_are_kept_apart(text, credited):
    """They go into their fields."""
    assert credited == role(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Tag: Uyghur",
        "Category: World",
        "Author Archives: Jane Doe",
        "Posts tagged “quay”",
        "Browsing all posts in News",
    ],
)
def test_the_heading_of_a_list_page_is_known(text):
    """It is what allows a page to be split at lesser signs."""
    assert "header" == clean([Line(1, text)])[0].role


def test_a_link_at_the_end_of_a_paragraph_is_cut_off():
    """Links to other articles stand inside paragraphs too."""
    lines = clean([Line(1, "She will go to court. ALSO READ: Council leader resigns")])
    assert [("text", "She will go to court."), ("removed", "ALSO READ: Council leader resigns")] == [
        (line.role, line.text) for line in lines
    ]


def test_a_text_alternative_above_a_caption_belongs_to_the_picture():
    """An unfinished line right above a caption is what screen readers are told."""
    lines = clean(
        [
            Line(1, "The office shows a screen of the chief attending a virtual meeting with the president", gap=True),
            Line(2, "The president and the chief spoke by video [Handout via AFP]"),
        ],
    )
    assert ["caption", "caption"] == [line.role for line in lines]


def test_a_sentence_right_above_the_credit_of_a_picture_is_its_caption():
    """It stands apart from what is above it, and is no longer than captions are."""
    page = f"{ONE}\n\nA street in Harwick, March 7, 2022.\nCredit: Jane Doe/AFP\n\n{TWO}"
    lines = clean(lines_of(page))
    assert ["text", "caption", "removed", "text"] == [line.role for line in lines]


def test_what_follows_the_word_caption_is_one():
    """The announcement itself says nothing."""
    lines = clean([Line(1, "Image caption,", gap=True), Line(2, "The customs house has stood for 150 years")])
    assert [("removed", "credit of a picture"), ("caption", "caption of a picture")] == [
        (line.role, line.reason) for line in lines
    ]
