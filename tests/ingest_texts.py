"""Texts for the tests of ingest: paragraphs of a made-up story, long enough to be running text."""

from generator.ingest.model import Candidate, RawFile
from generator.ingest.readers import articles_of

ONE = (
    "The committee of the port city of Harwick said on Monday that it would close the old customs house, a building "
    "that has stood beside the northern quay for more than a century and a half."
)
TWO = (
    "Residents who gathered outside the council chamber said they had not been told of the plan, and several of them "
    "asked why the money set aside for repairs two years ago had never been spent."
)
THREE = (
    "“We were promised a full survey, and none has been published,” said Marta Lindqvist, who leads the association of "
    "shop owners on the quay. She added that the association would go to court."
)
FOUR = (
    "A spokesman for the council said the survey would be released within weeks. The building, he said, was unsafe, "
    "and engineers had found cracks in three of its four outer walls."
)
BODY = f"{ONE}\n\n{TWO}\n\n{THREE}\n\n{FOUR}"


def page(*paragraphs: str) -> str:
    """Build a document of paragraphs parted by blank lines."""
    return "\n\n".join(paragraphs)


def articles(text: str, name: str = "page.txt") -> tuple[Candidate, ...]:
    """Read the articles of a document."""
    return articles_of(RawFile(name, text.encode())).candidates


def article(*paragraphs: str, name: str = "page.txt") -> Candidate:
    """Read a document of paragraphs that holds one article."""
    (candidate,) = articles(page(*paragraphs), name)
    return candidate
