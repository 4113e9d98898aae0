"""Adding: files become articles of a content folder, once, under stable ids, and keep what editors wrote."""

import json
import re
from pathlib import Path

import pytest
from ingest_texts import BODY, FOUR, ONE, THREE, TWO, page

from generator.formats.articles import read_article
from generator.ingest.add import add, as_json
from generator.markup import json_text
from generator.reading.content import read_content
from generator.reading.references import check_articles

SPEECH = "The mayor of Norland told students on Friday that the university would get a new library within two years."
HEADLINE = "Customs house of Harwick closes"
DATED = page("March 7, 2022", HEADLINE, BODY)
LIST = page(
    "Tag: Harwick",
    *(page(f"• {title}", title, "Nobody was told of it, they say….reports Quay Daily", text) for title, text in (
        ("Customs house closes", ONE), ("Quay floods", TWO), ("Leader resigns", FOUR),
    )),
)  # fmt: skip


@pytest.fixture
def raw(tmp_path):
    """Give a function that writes a raw file and gives its path."""

    def write(text, name="quay.txt"):
        path = tmp_path / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def content(tmp_path):
    """Give the path of a content folder that is not there yet."""
    return tmp_path / "content"


def files(content):
    """Give the articles of a content folder, by path, with their bytes."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes() for path in sorted(content.rglob("articles/**/*.md"))
    }


def actions(report):
    """Give what became of each article."""
    return [outcome.action for outcome in report.outcomes]


def edit(content, path, *changes):
    """Change an article as an editor does."""
    text = (content / path).read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    (content / path).write_text(text, "utf-8")


def test_a_content_folder_is_made_where_there_is_none(raw, content):
    """With the folders that people write in and an empty ledger; what is written is good content."""
    report = add([raw(DATED)], content)
    assert {"articles", "authorities", "pages", "decisions.yml"} == {path.name for path in content.iterdir()}
    assert ["articles/2022/2022-03-07-customs-house-of-harwick-closes.md"] == list(files(content))
    assert ((), ()) == (report.problems, read_content(content).problems)


def test_articles_are_excerpts_unless_rights_say_otherwise(raw, content):
    """What the site may show is asked for, not assumed."""
    assert "excerpt" == add([raw(DATED)], content, dry_run=True).outcomes[0].front.rights
    assert "full" == add([raw(DATED)], content, rights="full", dry_run=True).outcomes[0].front.rights


def test_the_day_of_retrieval_is_written_where_it_is_known(raw, content):
    """Nothing asks the clock; what a row says of it stays."""
    row = {"title": "A", "body": "x", "source": {"retrieved": "2020-01-01"}}
    report = add([raw(DATED), raw(json.dumps(row), "rows.jsonl")], content, retrieved="2026-11-22")
    assert ["2026-11-22", "2020-01-01"] == [outcome.front.source.retrieved for outcome in report.outcomes]


def test_a_dry_run_writes_nothing(raw, content):
    """It tells the same as the run itself."""
    dry = add([raw(LIST)], content, dry_run=True)
    assert not content.exists()
    assert [outcome.path for outcome in dry.outcomes] == [
        outcome.path for outcome in add([raw(LIST)], content).outcomes
    ]


def test_a_dry_run_tells_each_article_as_json(raw, content):
    """The keys of front matter, the body as plain text, and each removed line with its reason."""
    (outcome,) = add([raw(page(DATED, "ALSO READ: Floods"))], content, dry_run=True).outcomes
    told = json.loads(json_text(as_json(outcome)))
    assert (HEADLINE, "2022-03-07", BODY) == (told["title"], told["published"], told["body"])
    assert {"line": 13, "text": "ALSO READ: Floods", "reason": "link to another article"} in told["removed"]
    assert {"id", "date_status", "source", "rights", "entities", "review"} <= set(told)


def test_adding_a_file_again_adds_nothing(raw, content):
    """Under its name, under another name, with others, twice in one run."""
    first = add([raw(DATED), raw(LIST, "list.txt")], content)
    before = files(content)
    assert ["written"] * 4 == actions(first)
    again = add([raw(DATED, "other.txt"), raw(LIST, "list.txt"), raw(DATED)], content)
    assert {"unchanged"} == set(actions(again))
    assert before == files(content)


def test_the_same_text_under_two_names_in_one_run_is_one_article(raw, content):
    """Whichever comes first is written."""
    report = add([raw(DATED), raw(DATED, "copy.txt")], content)
    assert ["written", "unchanged"] == actions(report)
    assert 1 == len(files(content))


def test_ids_tell_the_date_and_never_only_the_title(raw, content):
    """Without a date, eight digits of the document's hash and position tell it apart; they stay the same."""
    dated, *undated = [
        outcome.front.id for outcome in add([raw(DATED), raw(LIST, "l.txt")], content, dry_run=True).outcomes
    ]
    assert "2022-03-07-customs-house-of-harwick-closes" == dated
    assert all(re.fullmatch(r"[a-z-]+-[0-9a-f]{8}", key) for key in undated)
    again = add([raw(LIST, "l.txt")], content, dry_run=True)
    assert undated == [outcome.front.id for outcome in again.outcomes]


def test_ids_do_not_depend_on_the_order_of_reading(raw, content):
    """Two articles that would have one id both get what tells them apart."""
    one, two = raw(DATED), raw(page("March 7, 2022", HEADLINE, ONE, THREE), "two.txt")
    there = {
        outcome.front.source.document: outcome.front.id for outcome in add([one, two], content, dry_run=True).outcomes
    }
    back = {
        outcome.front.source.document: outcome.front.id for outcome in add([two, one], content, dry_run=True).outcomes
    }
    assert there == back
    assert 2 == len(set(there.values()))


def test_a_new_article_never_takes_the_id_of_another(raw, content):
    """What is there keeps its address."""
    add([raw(DATED)], content)
    (outcome,) = add([raw(page("March 7, 2022", HEADLINE, ONE, THREE), "two.txt")], content).outcomes
    assert "written" == outcome.action
    assert re.fullmatch(r"2022-03-07-customs-house-of-harwick-closes-[0-9a-f]{8}", outcome.front.id)


def test_a_given_id_is_kept(raw, content):
    """A second row with it is the same article."""
    table = raw('{"id": "my-id", "title": "A", "body": "x"}', "rows.jsonl")
    assert ["articles/undated/my-id.md"] == [outcome.path for outcome in add([table], content).outcomes]
    changed = raw('{"id": "my-id", "title": "A", "body": "y and more"}', "rows.jsonl")
    assert ["updated"] == actions(add([changed], content))
    assert 1 == len(files(content))


def test_a_changed_file_updates_the_text_and_keeps_what_editors_wrote(raw, content):
    """The title, the entities, what was denied, the review and the rights are the editors'."""
    (written,) = add([raw(DATED)], content).outcomes
    edit(
        content,
        written.path,
        (f"title: {HEADLINE}", "title: A better title"),
        ("rights: excerpt", "rights: full\nentities: [etim]\nexclude: {topics: [trade]}"),
        ("review: {state: proposed}", "review: {state: reviewed, by: An editor, on: 2026-11-22}"),
    )
    (outcome,) = add(
        [raw(page("March 7, 2022", HEADLINE, BODY, "The council met again on Friday, it said."))], content
    ).outcomes
    assert ("updated", written.path) == (outcome.action, outcome.path)
    article = read_article((content / written.path).read_bytes(), written.path)
    assert article.body.endswith("The council met again on Friday, it said.")
    front = article.front
    assert ("A better title", HEADLINE, "full") == (front.title, front.source.headline, front.rights)
    assert (("etim",), ("trade",), "An editor") == (front.entities, front.exclude.topics, front.review.by)
    assert front.source.sha256 != written.front.source.sha256
    assert ["unchanged"] == actions(
        add([raw(page("March 7, 2022", HEADLINE, BODY, "The council met again on Friday, it said."))], content)
    )


def test_a_title_that_nobody_changed_follows_the_headline(raw, content):
    """It is the headline as printed."""
    (written,) = add([raw(DATED)], content).outcomes
    (outcome,) = add([raw(DATED.replace("closes", "shuts"))], content).outcomes
    assert ("updated", written.path, "Customs house of Harwick shuts") == (
        outcome.action,
        outcome.path,
        outcome.front.title,
    )


def test_a_digest_keeps_its_own_words(raw, content):
    """Its text, title and standfirst are the editors'; only the hash tells that the document changed."""
    (written,) = add([raw(page(HEADLINE, "Nobody was told of the plan….reports Quay Daily", BODY))], content).outcomes
    edit(
        content, written.path, ("rights: excerpt", "rights: digest"), (f"title: {HEADLINE}", "title: Ours"),
        ("standfirst: Nobody was told of the plan", "standfirst: Ours too"), (ONE, "Our own words."),
    )  # fmt: skip
    (outcome,) = add(
        [raw(page(HEADLINE, "They were told of the plan….reports Quay Daily", BODY, FOUR))], content
    ).outcomes
    article = read_article((content / written.path).read_bytes(), written.path)
    assert ("updated", "Ours", "Ours too") == (outcome.action, article.front.title, article.front.source.standfirst)
    assert article.body.startswith("Our own words.")


def test_a_stated_date_is_taken_over_an_unknown_one(raw, content):
    """An editor's date stays where the document states none."""
    (written,) = add([raw(page(HEADLINE, BODY))], content).outcomes
    (outcome,) = add([raw(DATED)], content).outcomes
    assert ("2022-03-07", written.path) == (outcome.front.published, outcome.path)
    (kept,) = add([raw(page(HEADLINE, BODY, THREE))], content).outcomes
    assert ("updated", "2022-03-07") == (kept.action, kept.front.published)


def test_an_article_that_moved_down_its_list_is_the_same(raw, content):
    """A list page that got a new entry on top adds one article."""
    add([raw(LIST, "list.txt")], content)
    before = set(files(content))
    grown = LIST.replace("Tag: Harwick\n\n", f"Tag: Harwick\n\n• Mayor speaks\n\nMayor speaks\n\n{THREE}\n\n")
    report = add([raw(grown, "list.txt")], content)
    assert ["written", "updated", "updated", "updated"] == actions(report)
    assert before < set(files(content))
    assert [2, 3, 4] == [outcome.front.source.position for outcome in report.of("updated")]


def test_another_file_of_the_same_name_is_another_article(raw, content):
    """Two folders may each hold an index.txt."""
    add([raw(DATED, "a/index.txt")], content)
    report = add([raw(page("April 1, 2022", "Mayor of Norland speaks to students", SPEECH), "b/index.txt")], content)
    assert ["written"] == actions(report)


def test_a_row_that_moved_in_its_table_is_the_same(raw, content):
    """A table that grew changes no article."""
    rows = [json.dumps({"title": f"Title {number}", "body": f"{ONE} {number}."}) for number in range(3)]
    add([raw("\n".join(rows), "rows.jsonl")], content)
    before = files(content)
    report = add([raw("\n".join(['{"title": "New", "body": "x y z"}', *rows]), "rows.jsonl")], content)
    assert ["written", "unchanged", "unchanged", "unchanged"] == actions(report)
    assert before.items() <= files(content).items()


def test_names_become_keys_of_records(raw, content):
    """A label or alias that equals the printed name gives the key; for others records are proposed."""
    (content / "authorities").mkdir(parents=True)
    (content / "authorities" / "outlets.yml").write_text(
        "- {id: asian-lite, kind: outlet, label: Asian Lite, aliases: [Asian Lite News]}\n"
    )
    text = page("March 7, 2022", HEADLINE, "Nobody was told, says the town….reports Asian Lite News", f"{BODY} (ANI)")
    report = add([raw(text)], content)
    assert ("asian-lite", ("ani",)) == (
        report.outcomes[0].front.source.outlet,
        report.outcomes[0].front.source.agencies,
    )
    assert ["ani"] == [record.id for record in report.proposed]
    read = read_content(content)
    assert ((), ()) == (read.problems, check_articles(read.articles.values(), read.records))


def test_entities_may_be_ids_or_names(raw, content):
    """A country is filed as one, a topic as one; what is unknown is proposed with the kind that was told."""
    (content / "authorities").mkdir(parents=True)
    (content / "authorities" / "a.yml").write_text(
        "- {id: xi-jinping, kind: person, label: Xi Jinping, aliases: [Xi]}\n- {id: trade, kind: topic, label: Trade}\n"
    )
    row = {
        "title": "A",
        "body": "x",
        "entities": ["xi-jinping", "Xi", "China", "Trade", "CPEC", {"name": "UN", "type": "ORG"}],
    }
    row |= {"countries": ["PK", "Turkey", "CHN", "Atlantis"], "topics": ["Trade", "Sport"], "people": ["Jane Doe"]}
    report = add([raw(json.dumps(row), "rows.jsonl")], content)
    front = report.outcomes[0].front
    assert ("atlantis", "xi-jinping", "cpec", "un-organisation", "jane-doe") == front.entities
    assert ("PK", "TR", "CN") == front.countries
    assert ("trade", "sport") == front.topics
    assert {
        "atlantis": "place",
        "cpec": "organisation",
        "jane-doe": "person",
        "sport": "topic",
        "un-organisation": "organisation",
    } == {record.id: record.kind for record in report.proposed}
    read = read_content(content)
    assert ((), read.problems) == (check_articles(read.articles.values(), read.records | countries()), ())


def countries():
    """Give records for the countries that the test names."""
    from generator.authority import with_countries  # noqa: PLC0415
    from generator.countries import all_countries  # noqa: PLC0415

    return with_countries({}, all_countries())


def test_a_merged_record_gives_the_key_of_what_it_became(raw, content):
    """A decision stays made when texts are added again."""
    (content / "authorities").mkdir(parents=True)
    (content / "authorities" / "a.yml").write_text(
        "- {id: quay-daily, kind: outlet, label: Quay Daily}\n- {id: the-daily, kind: outlet, label: The Daily}\n"
    )
    (content / "decisions.yml").write_text("- {decision: merge, record: quay-daily, into: the-daily}\n")
    report = add([raw(LIST, "list.txt")], content)
    assert {"the-daily"} == {outcome.front.source.outlet for outcome in report.outcomes}


def test_proposals_are_added_to_those_that_wait(raw, content):
    """One file holds them all; none twice."""
    add([raw(page(DATED, "(ANI)"))], content)
    add([raw(page("April 1, 2022", "Mayor of Norland speaks", f"{FOUR} (PTI)"), "b.txt")], content)
    add([raw(page("April 2, 2022", "Mayor of Norland sings", f"{THREE} (ANI)"), "c.txt")], content)
    text = (content / "authorities" / "proposed.yml").read_text("utf-8")
    assert ["ani", "pti"] == re.findall(r"^- id: (.*)$", text, re.MULTILINE)
    assert () == read_content(content).problems


def test_bad_files_are_told_and_stop_no_other(raw, content):
    """Each with its path and reason; nothing is left half written."""
    paths = [
        raw(b"%PDF-1.7", "a.txt"), raw(b"", "empty.txt"), raw("Home\nNews\nSport\nAbout\n", "menu.txt"),
        raw("<html></html>", "page.html"), raw("a,b\n1,2\n", "table.csv"),
        raw('{"title": "A", "body": "x"', "cut.jsonl"), raw(b"\x00\x01\x02\x03" * 500, "binary.md"), raw(DATED),
        Path("nowhere.txt"),
    ]  # fmt: skip
    report = add(paths, content)
    assert ["written"] == actions(report)
    assert [str(path) for path in [paths[-1], *paths[:7]]] == sorted(
        (problem.path for problem in report.problems), key=[str(path) for path in [paths[-1], *paths]].index
    )
    assert [] == [path for path in content.rglob("*") if path.name.endswith(".part")]


def test_what_the_reader_of_articles_would_refuse_is_not_written(raw, content):
    """A table's impossible date or address is a problem of its row."""
    rows = [
        '{"title": "A", "body": "x", "published": "2022-02-31"}',
        '{"title": "B", "body": "y", "url": "javascript:1"}',
    ]
    table = raw("\n".join([*rows, '{"title": "C", "body": "z"}']), "rows.jsonl")
    report = add([table], content)
    assert [(str(table), 1, "'published' is not a date"), (str(table), 2, "'url' is not a web address")] == [
        (problem.path, problem.line, problem.message) for problem in report.problems
    ]
    assert ["C"] == [outcome.front.title for outcome in report.outcomes]


def test_several_processes_give_the_same(raw, content, tmp_path):
    """Documents are worked on in a pool, and come back in order."""
    for number in range(5):
        raw(page(f"March {number + 1}, 2022", f"Customs house closes for day {number}", ONE, FOUR), f"{number}.txt")
    alone = add([tmp_path / "raw"], content, dry_run=True)
    pooled = add([tmp_path / "raw"], content, dry_run=True, jobs=2)
    assert alone == pooled


def test_progress_is_told_by_files(raw, content):
    """Whoever watches sees each file pass."""
    seen = []

    def watch(paths):
        for path in paths:
            seen.append(path[0])
            yield path

    add([raw(DATED), raw(LIST, "list.txt")], content, dry_run=True, watch=watch)
    assert ["quay.txt", "list.txt"] == seen
