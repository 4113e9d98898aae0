"""Stories that are kept from run to run are those that are found afresh, and only what has changed is read again."""

import msgspec
import pytest
from test_stories import ARTICLES, RECORDS, ZHANAUL, made_up

from generator.ledger import Decision
from generator.stories import known
from generator.stories.find import find_stories
from generator.stories.known import KnownStories

PARTED = [("decisions.yml", 3, Decision("not-same-story", articles=("full", "cut", "gone"), why="no copy"))]
RENAMED = [("decisions.yml", 9, Decision("rename", record="zhanaul", label="Zhangaul"))]


@pytest.fixture
def portrayed(monkeypatch):
    """Give the ids of the articles that are portrayed, as they are."""
    asked = []
    portrait = known.portrait
    monkeypatch.setattr(known, "portrait", lambda one, records: asked.append(one.article.id) or portrait(one, records))
    return asked


@pytest.fixture
def again(tmp_path):
    """Give the stories as a run after others finds them, which must be those that are found afresh."""

    def found(articles, records=RECORDS, decisions=()):
        kept = find_stories(articles, records, decisions, KnownStories(tmp_path, b"context"))
        assert find_stories(articles, records, decisions) == kept
        return kept

    return found


def retitled(annotated, title):
    """Give an article another title."""
    front = msgspec.structs.replace(annotated.article.front, title=title)
    return msgspec.structs.replace(annotated, article=msgspec.structs.replace(annotated.article, front=front))


def test_only_articles_that_have_changed_are_portrayed_again(again, portrayed):
    """Nothing is, where nothing has changed; one is, where its title has; none is for an article that is gone."""
    everything = {one.article.id for one in ARTICLES}

    def new(articles):
        portrayed.clear()
        again(articles)
        return portrayed[: len(portrayed) - len(articles)]

    assert everything == {*new(ARTICLES)}
    assert [] == new(ARTICLES)
    assert ["cut"] == new([ARTICLES[0], retitled(ARTICLES[1], "Another"), *ARTICLES[2:]])
    assert [] == new(ARTICLES[2:])
    assert {"full", "cut"} == {*new(ARTICLES)}


def test_decisions_about_stories_count_at_once_and_others_change_nothing(again, tmp_path):
    """Articles that an editor parts are parted in the next run; a problem is told in each; a new label is no matter."""
    before = again(ARTICLES)
    written = (tmp_path / "stories").read_bytes()
    again(ARTICLES, decisions=RENAMED)
    assert (tmp_path / "stories").read_bytes() == written
    after = again(ARTICLES, decisions=PARTED)
    assert after.stories != before.stories
    assert after == again(ARTICLES, decisions=PARTED)
    assert ["gone"] == [problem.value for problem in after.problems]


@pytest.mark.parametrize("change", [{"private": True}, {"label": "Aktogay"}, {"kind": "topic"}])
def test_a_record_that_has_changed_counts_at_once(again, portrayed, change):
    """A name that becomes private stands in no reason any more; only articles that name the record are read again."""
    again(ARTICLES)
    portrayed.clear()
    again(ARTICLES, {**RECORDS, ZHANAUL.id: msgspec.structs.replace(ZHANAUL, **change)})
    naming = [one.article.id for one in ARTICLES if ZHANAUL.id in {m.record for m in one.annotation.mentions}]
    assert sorted(naming) == sorted(portrayed[: len(portrayed) - len(ARTICLES)])


def test_processes_find_the_same_stories(tmp_path):
    """As many articles as are worth processes are portrayed in two."""
    articles = made_up(200)
    kept = find_stories(articles, RECORDS, (), KnownStories(tmp_path), jobs=2)
    assert kept.stories
    assert find_stories(articles, RECORDS) == kept == find_stories(articles, RECORDS, (), KnownStories(tmp_path))


def test_what_is_kept_is_damaged_or_of_another_program(again, tmp_path):
    """It counts for nothing, and the next run finds everything again."""
    first = again(ARTICLES)
    for name in ("stories", "portraits"):
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-9])
    assert first == again(ARTICLES) == find_stories(ARTICLES, RECORDS, (), KnownStories(tmp_path, b"other"))
