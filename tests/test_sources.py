"""Sources of figures: to whom a text gives a number."""

import pytest
from builders import annotated, record

RECORDS = (
    record("wang-yi", label="Wang Yi"),
    record("red-cross", "organisation", "Red Cross"),
    record("world-uyghur-congress", "organisation", "World Uyghur Congress"),
)


def sources(body):
    """Give the speakers, by record and by words, of the figures of a body."""
    return [(one.speaker, one.speaker_text) for one in annotated(body, *RECORDS).annotation.figures]


@pytest.mark.parametrize(
    ("body", "speaker", "words"),
    [
        ("Wang Yi said that 500 fighters had left.", "wang-yi", "Wang Yi"),
        ("According to the Red Cross, 500 fighters had left.", "red-cross", "the Red Cross"),
        ("Some 500 fighters had left, the Red Cross said.", "red-cross", "the Red Cross"),
        ("Activists say at least 500 farmers are held.", None, "Activists"),
        ("Officials put the toll at 197 dead.", None, "Officials"),
        ("The Red Cross estimates that 500 farmers are held.", "red-cross", "The Red Cross"),
        ("The Red Cross counted 500 fighters.", "red-cross", "The Red Cross"),
        ("Wang Yi said: “We sent 500 farmers home in May.”", "wang-yi", "Wang Yi"),
        ("Wang Yi spoke in Bonn. He said that 500 fighters had left.", "wang-yi", "He"),
        ("The Red Cross, an aid group, said more than 500 farmers had fled.", "red-cross", "The Red Cross"),
        ("Wang Yi, 71, said as many as 500 farmers had fled.", "wang-yi", "Wang Yi"),
        (
            "Some 500 farmers fled, the aid group Red Cross said, as the council demanded a truce.",
            "red-cross",
            "the aid group Red Cross",
        ),
        ("The toll rose to 500 dead, Wang Yi said on Monday, adding that all were named.", "wang-yi", "Wang Yi"),
        ("A report by the Red Cross found that 500 farms had burned.", "red-cross", "A report by the Red Cross"),
    ],
)
def test_whoever_says_or_counts_gives_the_number(body, speaker, words):
    """Verbs of speech and of counting, quotation marks and pronouns lead to the source of a figure."""
    assert [(speaker, words)] == sources(body)


@pytest.mark.parametrize(
    "body",
    [
        "About 500 people attended.",
        "Wang Yi told 500 delegates of the plan.",
        "The plan is good, three Western diplomats said.",
        "The number is said to be 500 farmers.",
        "In all 500 farmers were counted.",
        "More than 500 farmers said no.",
        "The Red Cross wrote a report. It accused the Red Cross of holding 500 farmers.",
        "They said that 500 fighters had left.",
        "Sales rose to 768,000 units from the previously reported 700,000 units.",
        "A firm that makes 300 planes declined to comment.",
    ],
)
def test_nobody_gives_what_the_article_tells_itself(body):
    """Who is only counted or addressed, and a pronoun for nobody who is known, gives no number."""
    assert [(None, "")] * len(sources(body)) == sources(body)
    assert sources(body)
