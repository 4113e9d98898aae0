"""Files of a content folder that are too large or too deep: each is told by name, and the others are published."""

import pytest
from builders import SITE, SMALL_CONTENT, gazetteer

from generator.annotate.article import annotate
from generator.bounded import bounded
from generator.build import generate
from generator.formats.articles import read_article
from generator.limits import Limits
from generator.reading.content import LARGEST_LIST, LARGEST_TEXT

FRONT = "---\ntitle: Large\n---\n\n"
BAD = {
    "articles/undated/large.md": FRONT + "a" * LARGEST_TEXT,
    "articles/undated/deep.md": "---\ntitle: " + "[" * 5000 + "\n---\n\nText.\n",
    "authorities/deep.yml": "- id: x\n  same_as: " + "{a: " * 5000 + "\n",
    "authorities/large.yml": "#" * (LARGEST_LIST + 1),
    "authorities/many.yml": "- &a [x]\n- *a\n",
    "pages/large.md": FRONT + "b" * LARGEST_TEXT,
}


SIZE = 2**17
MARKS = ("[", "![", "> ", "- ", "*a **a ", "`", "<a ", "[x](", "| a ", "&#1;", "“a” said B. ", "On 5 July 2009, 7 ")


def test_what_is_too_large_or_too_deep_is_left_out(content_folder, tmp_path):
    """Each such file has a problem with a reason, and the site has what the others say."""
    content = content_folder(SMALL_CONTENT | BAD)
    generation = generate(SITE, content, tmp_path / "docs")
    assert {*BAD} == {problem.path for problem in generation.problems}
    assert "articles/undated/large.md:1: too large: 2 MiB of at most 2 (split it, or remove what is no text)" in map(
        str, generation.problems
    )
    assert {"2022-02-06-khan-meets-xi", "protest"} == {*generation.corpus.articles}


def seen(mark):
    """Read and annotate an article of 128 KiB that is full of a mark, and give how many blocks it has."""
    body = (mark * SIZE)[:SIZE]
    article = read_article((FRONT + body).encode(), "articles/undated/marks.md")
    annotate(article, gazetteer())
    return len(article.body)


@pytest.mark.parametrize("mark", MARKS)
def test_a_text_full_of_marks_is_read_within_the_limits(mark):
    """Whatever mark of Markdown, HTML or our own patterns is repeated: 5 seconds and 512 MiB are enough."""
    gazetteer()
    limits = Limits(seconds=5, memory=512 * 2**20)
    (found,) = bounded(seen, [mark], limits=lambda _: limits, refused=lambda _, reason: reason)
    assert isinstance(found, int), found
