"""All exports together: what there is, in which order, and that they depend on nothing but the corpus."""

from itertools import permutations

from exports_corpus import article, corpus

from generator.exports import files
from generator.story import Member, Story

ARTICLES = (article("a"), article("b", published="2021", rights="digest"), article("a-b", published=None))


def test_everything_is_there():
    """Tables, citations beside each article, feeds beside each record, the site's feeds and robots.txt."""
    paths = list(files(corpus(*ARTICLES)))
    tables = {f"data/{name}.{suffix}" for name in ("articles", "figures", "mentions") for suffix in ("csv", "jsonl")}
    assert tables | {"data/datapackage.json", "feeds/all.atom", "feeds/all.json", "robots.txt"} <= set(paths)
    assert {"articles/a-b/citation.ris", "countries/cn/feed.atom", "outlets/wion/feed.json"} <= set(paths)
    assert 15 + 3 * 3 + 2 * 7 + 1 == len(paths)


def test_a_story_is_found_by_each_of_its_articles():
    """The address of a story by any of its articles leads to the page that it has by its first one."""
    told = Story("a", "b", "stated", (Member("b", "lead"), Member("a", "copy", "b")))
    made = dict(files(corpus(*ARTICLES, stories=[told])))
    assert "stories/a/index.html" not in made
    assert b'<meta http-equiv="refresh" content="0; url=../a/">' in made["stories/b/index.html"]
    assert b'<a href="../a/">' in made["stories/b/index.html"]


def test_paths_are_sorted_and_unique():
    """Paths come in sorted order and each once, and stay below the site's root."""
    paths = list(files(corpus(*ARTICLES)))
    assert sorted(set(paths)) == paths
    assert not [path for path in paths if path.startswith("/") or ".." in path]


def test_the_order_of_reading_changes_nothing():
    """The same articles give the same bytes, in whatever order they were read."""
    expected = files(corpus(*ARTICLES))
    assert all(expected == files(corpus(*order)) for order in permutations(ARTICLES))


def test_nothing_of_a_private_person_but_the_text_itself():
    """No path and no export but the texts and sentences themselves names a private person."""
    named = [path for path, content in files(corpus(article(rights="metadata"))).items() if b"Amina" in content]
    assert [] == named
