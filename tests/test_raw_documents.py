"""The raw documents beside the project, where they are to be had: from five files to the site of fourteen articles.

What stands in which field of an article is measured in `evaluation/measure_raw_documents.py`, with floors of 1.
"""

import json
import re
from html import unescape

import pytest
from conftest import ROOT
from evaluation.labels import RAW
from evaluation.scoring import SHARED_ABSENT, shared_folder

from generator.cli import main
from generator.commands.shared import DONE
from generator.ingest.add import add

SHARED = shared_folder()
pytestmark = pytest.mark.skipif(SHARED is None, reason=SHARED_ABSENT)

TEASERS = ("Hezbollah", "Nasrallah", "COP29", "Sikyong", "Fossil Phaseout")
"""Words of what stands below the fourth document's article and is not part of it."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the site of the raw documents as somebody does who adds them and accepts every proposal."""
    folder = tmp_path_factory.mktemp("raw")
    content, build = folder / "content", folder / "build"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        files = [str(path) for path in sorted((SHARED / RAW).glob("*.txt"))]
        assert DONE == main(["add", *files, "--content", str(content), "--rights", "full", "--quiet"])
        assert DONE == main(["suggest", "--accept-all", "--content", str(content), "--quiet"])
        assert DONE == main(["build", "--no-search", "--content", str(content), "--build", str(build), "--quiet"])
    return build / "site"


def rows(site, table):
    """Give the rows of one of the tables that readers can take away."""
    return [json.loads(line) for line in (site / "data" / f"{table}.jsonl").read_text("utf-8").splitlines()]


def test_the_site_has_fourteen_articles(site):
    """Ten of them come from one page that lists them, in their order."""
    articles = rows(site, "articles")
    places = sorted((article["document"][:3], article["position"]) for article in articles)
    assert [(name, 1) for name in ("000", "001", "002", "003")] + [("004", n) for n in range(1, 11)] == places
    assert all((site / "articles" / article["id"] / "index.html").is_file() for article in articles)


def test_xi_is_not_found_inside_xinjiang(site):
    """Each mention of Xi Jinping is a whole word, and he has more mentions than full names."""
    articles = {article["id"]: article for article in rows(site, "articles")}
    mentions = [mention for mention in rows(site, "mentions") if mention["record"] == "xi-jinping"]
    bodies = [(articles[one["article"]]["text"], one) for one in mentions if one["field"] == "body"]
    assert len(bodies) > 5
    assert {"Xi", "Jinping", "Xi Jinping"} >= {one["surface"] for one in mentions}
    assert all(text[one["start"] : one["end"]] == one["surface"] for text, one in bodies)
    assert not [one for text, one in bodies if text[one["end"] : one["end"] + 1].isalnum()]
    page = (site / "entities" / "xi-jinping" / "index.html").read_text("utf-8")
    assert not re.search(r"<mark[^>]*>Xi</mark>njiang", page)


def test_a_link_to_another_article_is_no_mention(site):
    """The article on Arnhem ends in a link to one about CPEC, which it does not mention."""
    (arnhem,) = (article for article in rows(site, "articles") if "Arnhem" in article["title"])
    labels = {record["id"]: (record["label"], *record["aliases"]) for record in rows(site, "records")}
    named = {name for entity in arnhem["entities"] for name in labels[entity["id"]]}
    assert {"CPEC", "China-Pakistan Economic Corridor"}.isdisjoint(named)
    assert "CPEC" not in (site / "articles" / arnhem["id"] / "index.html").read_text("utf-8")
    assert any("CPEC" in names for names in labels.values())


def test_no_teaser_is_anywhere(site):
    """Nothing of what stands below an article gets into a page, a table, a feed or a citation."""
    texts = {path: path.read_bytes().decode("utf-8", "ignore") for path in site.rglob("*") if path.is_file()}
    assert len(texts) > 200
    assert [] == [(str(path), word) for path, text in texts.items() for word in TEASERS if word in text]


def test_undated_articles_say_so_with_their_evidence(site):
    """The page of each article without a date tells what was looked for, and none pretends to have one."""
    undated = [article for article in rows(site, "articles") if article["date_status"] == "unknown"]
    assert len(undated) > 5
    for article in undated:
        page = unescape((site / "articles" / article["id"] / "index.html").read_text("utf-8"))
        assert article["published"] is None
        assert "no date printed: looked above the text" in article["date_evidence"]
        assert "no date printed: looked above the text" in page


def test_ids_are_stable(tmp_path):
    """The same from run to run, and nothing is added twice."""
    content = tmp_path / "content"
    runs = [add([SHARED / RAW], content, dry_run=dry) for dry in (True, False)]
    runs.append(add([str(SHARED / RAW / "*.txt")], content))
    dry, written, again = ([one.path for one in run.outcomes] for run in runs)
    assert dry == written == again
    assert ({"written"}, {"unchanged"}) == tuple({one.action for one in run.outcomes} for run in runs[1:])
