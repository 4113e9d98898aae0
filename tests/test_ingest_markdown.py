"""Markdown files: front matter gives what it says, and the text stays Markdown where nothing is cut from it."""

import pytest
from ingest_texts import BODY, ONE, TWO, articles, page

from generator.ingest.model import RawFile
from generator.ingest.readers import articles_of


def markdown(*blocks, name="notes/page.md"):
    """Read a Markdown file that holds one article."""
    (found,) = articles(page(*blocks), name)
    return found


def test_the_first_heading_is_the_headline():
    """It is taken out of the body, however short it is; other headings stay."""
    found = markdown("# Quay", ONE, "### Survey", TWO)
    assert ("Quay", "Quay") == (found.front.title, found.front.source.headline)
    assert page(ONE, "### Survey", f"{TWO}\n") == found.body
    assert "Quay" == markdown("Quay\n====", ONE).front.title


def test_a_body_stays_as_it_was_written():
    """Emphasis, links, lists, quotations and code are the author's."""
    blocks = (
        "A *fine* [day](https://a.b/c) it was in the old port city.",
        "- one\n- two",
        "> quoted",
        "```\na\n\nb\n```",
        TWO,
    )
    assert page(*blocks) + "\n" == markdown("# Quay", *blocks).body


def test_front_matter_of_other_systems_is_understood():
    """What they call date, author and link; how a page looks is no business of ours."""
    dated = 'title: "The quay: closed"\ndate: 2022-02-06 10:00:00'
    head = f"---\n{dated}\nauthor: Jane Doe\nlink: https://a.b/c\nlayout: post\n---"
    found = markdown(head, ONE)
    assert ("The quay: closed", "2022-02-06", "stated") == (
        found.front.title, found.front.published, found.front.date_status,
    )  # fmt: skip
    assert (("Jane Doe",), "https://a.b/c") == (found.front.source.authors, found.front.source.url)
    assert "The quay: closed" == found.front.source.headline
    assert f"{ONE}\n" == found.body


def test_the_text_fills_in_what_front_matter_does_not_say():
    """A byline and an agency in the text are read as in plain text."""
    found = markdown(
        "---\ndate: 2022-02-06\n---", "# Customs house of Harwick closes", "By Jane Doe", ONE, f"{TWO} (ANI)"
    )
    assert ("Customs house of Harwick closes", "2022-02-06") == (found.front.title, found.front.published)
    assert (("Jane Doe",), ("ANI",)) == (found.front.source.authors, found.front.source.agencies)
    assert page(ONE, f"{TWO}\n") == found.body


def test_site_furniture_is_removed():
    """Pages that were saved as Markdown hold it too."""
    found = markdown(
        "# Customs house of Harwick closes", ONE, "[ALSO READ: Floods](https://a.b/c)", "*Advertisement*", TWO
    )
    assert page(ONE, f"{TWO}\n") == found.body
    assert ["link to another article", "advertisement"] == [removed.reason for removed in found.removed]


def test_an_edited_article_is_not_cleaned():
    """A file with keys that only our front matter has is an editor's."""
    head = "---\nid: quay\ntitle: Quay\ndate_status: unknown\nsource: {outlet: quay-daily}\nrights: digest\n---"
    found = markdown(head, ONE, "Related", "Advertisement")
    assert ("quay", "quay-daily", "digest") == (found.front.id, found.front.source.outlet, found.front.rights)
    assert page(ONE, "Related", "Advertisement\n") == found.body


def test_a_list_page_is_split():
    """As plain text is; each article keeps its own Markdown."""
    found = articles(
        page("Tag: Harwick", "## Quay closes", "Quay closes", ONE, "## Quay floods", "Quay floods", f"*{TWO}*"), "a.md"
    )
    assert [("Quay closes", f"{ONE}\n"), ("Quay floods", f"*{TWO}*\n")] == [
        (one.front.title, one.body) for one in found
    ]


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("---\ntitle: [\n---", 3, "not valid YAML"),
        ("---\ntitle: &a b\n---", 2, "anchors and aliases are not allowed"),
        ("---\ntitle: A\ntitle: B\n---", 3, "key given twice (first on line 2)"),
        ("---\ntitle: A", 1, "the front matter has no end"),
        ("---\ntitle: " + "[" * 5000 + "\n---", 2, "nested more than 12 levels deep"),
        ("---\ntitle: A\ngenre: gossip\n---", 3, "'genre' has an unknown value"),
    ],
)
def test_front_matter_that_cannot_be_read_is_told_with_its_line(head, line, message):
    """The file is refused, with the line of the file that is wrong."""
    harvest = articles_of(RawFile("page.md", page(head, BODY).encode()))
    assert () == harvest.candidates
    (problem,) = harvest.problems
    assert ("page.md", line) == (problem.path, problem.line)
    assert problem.message.startswith(message)
