"""Pages of stories: who published what, why, and what differs, as far as rights allow; and what leads to them."""

import re

import pytest
from builders import SITE, article, gazetteer, record

from generator.annotate.article import annotate
from generator.cli import main
from generator.corpus import gather
from generator.model import Source
from generator.pages.article import article_page_of
from generator.pages.page import at_once
from generator.pages.sections import section_pages
from generator.pages.story import story_indexes, story_pages
from generator.pages.wording import changes
from generator.reading.content import read_content
from generator.search.records import search_records
from generator.stories.find import find_stories
from generator.understanding import understand

MINE = """\
Twelve miners were trapped 700 metres below ground after a fire broke out in the Svoboda mine near Ostrava on Thursday.

Another 41 men reached the surface. “We have had no contact since six o'clock,” said the spokeswoman Barbora Cerna.

The industry minister is on his way. Flags are at half mast in the region of the coal fields."""
COPY = MINE.replace("Another 41 men reached", "Some 41 men have reached").partition("\n\nThe industry")[0]
TOLD = """\
Rescuers at the Svoboda mine near Ostrava hope to reach twelve miners who were trapped on Thursday by a fire.

They are 700 metres below ground. Barbora Cerna, who speaks for the mine, counted 39 men who had come up. Pavel Novak \
was one of them."""
OUTLETS = tuple(record(key, "outlet", key.title()) for key in ("wire", "gazette", "courier"))
RECORDS = (*OUTLETS, record("barbora-cerna"), record("pavel-novak"))


def corpus(*articles):
    """Give the corpus of articles with their stories."""
    known = gazetteer(*RECORDS)
    annotated = [annotate(one, known) for one in articles]
    return gather(SITE, annotated, known.records, find_stories(annotated, known.records)[0])


def written(body, key, date, outlet, title="Miners trapped", **front):
    """Build an article with a stated date and its source."""
    agencies = ("wire",) if outlet == "gazette" else ()
    source = Source(outlet=outlet, agencies=agencies)
    return article(body, key, published=date, date_status="stated", source=source, title=title, **front)


def mine(**front):
    """Give the corpus of three articles about one mine: the agency's, its copy, and one in other words."""
    return corpus(
        written(MINE, "a-mine", "2022-11-03", "wire", **front),
        written(COPY, "b-copy", "2022-11-03", "gazette", "Twelve under ground", **front),
        written(TOLD, "c-told", "2022-11-04", "courier", "Hope for trapped miners", **front),
        article("Nothing of it.", "other"),
    )


def only_page(made):
    """Give the one page of the one story."""
    (page,) = story_pages(*made.stories.values(), made)
    return page


def test_a_story_says_who_published_what_and_why_it_is_one():
    """Each article has a letter, its outlet and date, its part, and the reason that it is told here."""
    page = only_page(mine())
    assert ("stories/a-mine.md", "story", "Miners trapped") == (page.path, page.kind, page.title)
    text = re.sub(r"<[^>]+>", " ", page.content)
    for told in (
        "3 articles, 1 copy among them, 3 outlets, 3 to 4 November 2022",
        "it is the agency’s own text",
        "agency copy",
        "% of the shorter text stands in the longer one",
        "About the same event as",
    ):
        assert told in " ".join(text.split())
    titles = re.findall(r'<a href="../../articles/([^"]*)/" class="title">', page.content)
    assert ["a-mine", "b-copy", "c-told"] == titles


def test_names_figures_and_quotations_are_told_apart():
    """What all have and what only some have, each with the letters that lead to the sentences."""
    content = only_page(mine()).content
    assert re.search(r"<dt>In all</dt><dd><a href=\"[^\"]*barbora-cerna/\">Barbora Cerna</a>", content)
    assert re.search(r"<dt>Only in C</dt><dd><a href=\"[^\"]*pavel-novak/\">", content)
    (men,) = re.findall(r"<div><dt>men</dt><dd>(.*?)</dd></div>", content)
    assert ["39", "41"] == re.findall(r"\d\d", re.sub(r"<[^>]*>", "", men))
    assert re.search(r"“We have had no contact since six o'clock,” .*>A</a> <a[^>]*>B</a>", content)


def test_the_wording_of_a_copy_is_shown_against_its_text():
    """Words that were left out and put in are marked, sentences that are the same are counted."""
    content = only_page(mine()).content
    assert "<del>Another</del> <ins>Some</ins> 41 men <ins>have</ins> reached the surface." in content
    assert "1 sentence the same" in content
    assert "<del>The industry minister is on his way.</del>" in content


@pytest.mark.parametrize("rights", ["excerpt", "metadata"])
def test_a_story_shows_no_more_than_rights_allow(rights):
    """Without the right to the text, no wording is shown; of metadata not a figure and not a quotation."""
    content = only_page(mine(rights=rights)).content
    assert "as the rights of the articles do not allow it" in content
    assert not re.search(r"<(?:del|ins)>(?!what is)", content)
    if rights == "metadata":
        assert not re.search(r"41 men|700 metres|no contact since", content)


def test_a_decision_of_the_command_line_makes_a_story_and_unmakes_it(content_folder):
    """What an editor decides on the command line is on the site at the next build, and is taken back the same way."""
    front = "---\ntitle: {}\n---\n\nNothing in common.\n"
    folder = content_folder({f"articles/undated/{key}.md": front.format(key) for key in ("one", "two", "three")})

    def decided(*words):
        assert 0 == main(["decide", *words, "--content", str(folder), "--quiet"])
        made, problems = understand(SITE, read_content(folder))
        assert () == problems
        return made

    made = decided("same-story", "three", "one", "--by", "ed", "--why", "one pen")
    assert {"one": "one", "three": "one"} == made.story_of
    assert "An editor decided that it is about the same event as" in only_page(made).content
    assert "one pen</p>" in only_page(made).content
    assert {} == decided("not-same-story", "one", "three").story_of


def test_text_in_a_comparison_is_escaped():
    """What an article says is text, in every part of the page."""
    hostile = '<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) "&lt; *a* {{ b }}'
    made = corpus(
        written(f"{MINE} {hostile} {hostile}", "a-mine", "2022-11-03", "wire", hostile),
        written(f"{MINE} {hostile}", "b-copy", "2022-11-03", "gazette", hostile),
    )
    page = only_page(made)
    assert not re.search(r"<script|<img|\]\(javascript|\{\{|\*a\*", page.content)


def test_a_story_of_many_copies_has_pages_of_bounded_size():
    """Eighty copies of a long text are listed on two pages, none of which grows beyond what a phone should load."""
    chance = [f"word{number * 7919 % 3000}" for number in range(2400)]
    sentences = [" ".join(chance[at : at + 12]).capitalize() + "." for at in range(0, 2400, 12)]
    changed = [*sentences[:1], *(one.replace("word1", "other1") for one in sentences[1:])]
    bodies = [" ".join(changed[:number] + sentences[number:]) for number in range(80)]
    made = corpus(*(written(body, f"k{number:02}", "2022-11-03", "wire") for number, body in enumerate(bodies)))
    pages = [*story_pages(*made.stories.values(), made)]
    assert ["stories/k00.md", "stories/k00/page-2.md"] == [page.path for page in pages]
    assert 80 == sum(page.content.count('id="text-') for page in pages)
    assert max(len(page.content.encode()) for page in pages) < 150_000


def test_articles_lead_to_their_story():
    """An article's page names its story and the others that tell it; a copy is marked wherever it is listed."""
    made = mine()
    page = article_page_of(made.articles["b-copy"], made)
    assert "## Same story" in page.content
    assert '<a href="../../stories/a-mine/">told by 3 articles</a>' in page.content
    assert "Hope for trapped miners" in page.content
    assert "stories" not in article_page_of(made.articles["other"], made).content
    index = next(page for page in at_once(section_pages(made, {})) if page.path == "articles/index.md")
    assert 1 == index.content.count('class="badge badge--copy"')


def test_the_index_lists_stories_by_their_newest_article():
    """An empty index says so; each story stands with its title and who tells it."""
    (page,) = story_indexes(mine())
    assert '<a href="a-mine/">Miners trapped</a>' in page.content
    (empty,) = story_indexes(corpus(article("Nothing.", "other")))
    assert "No two articles tell one story." in empty.content


def test_a_story_is_found_by_the_titles_of_its_articles():
    """The search has a document of each story, without a word of the texts."""
    found = next(one for _, make in search_records(mine()) if (one := make()).kind == "Story")
    assert ("stories/a-mine/", ("Courier", "Gazette", "Wire")) == (
        found.address,
        tuple(sorted(found.filters["outlet"])),
    )
    assert "Hope for trapped miners" in found.html
    assert "Svoboda" not in found.html


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("One two three. Four five six.", "One two three. Four five six.", "the same sentences"),
        ("One two three. Four five six.", "One two three.", "1 sentence left out"),
        ("One two three.", "One two three. Four five six.", "1 sentence added"),
        ("One two three four.", "One two other four. New words here.", "1 sentence changed, 1 added"),
        ("", "New words.", "1 sentence added"),
        ("One, two: three!", "one two three", "the same sentences"),
    ],
)
def test_changes_are_counted(before, after, told):
    """Sentences count as changed, left out or added by their words, not by their marks or capitals."""
    known = gazetteer()
    texts = [annotate(article(body), known) for body in (before, after)]
    assert told == changes(*texts).told
