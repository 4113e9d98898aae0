"""The five raw documents of the mission, where they are to be had: fourteen articles and nothing around them."""

from pathlib import Path

import pytest

from generator.ingest.add import add
from generator.ingest.readers import articles_of
from generator.ingest.reading import read_file

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the raw documents are not part of the project")

HEADLINES = {
    "000": [None],
    "001": ["Beijing Olympics 2022: Pakistani Prime Minister Imran Khan meets Chinese President Xi Jinping"],
    "002": ["Xi defends China’s record during talks with UN human rights chief"],
    "003": [
        "East Turkistan Government in Exile Condemns China-Pakistan Cooperation, Accuses Nations of Genocide Support",
    ],
    "004": [
        "China putting pressure on Haqqani to extradite Uyghur militants",
        "China Justifies Uyghur Strategy",
        "Paris being rocked by protest against China’s Uyghur repression",
        "US lawmakers form bipartisan Caucus to address Uyghur plight",
        "Netherlands’s Arnhem cuts ties with Wuhan over Uyghur genocide",
        "US Senate passes bill to ban goods from China’s Xinjiang",
        "China Fear Revival of Turkistan Islamic Movement Amid US Troop Pull Out",
        "Protest outside Chinese embassy in London",
        "Blinken meets Uyghur internment camp survivors",
        "China’s Uyghur Persecution Reaches Nearly 30 Countries",
    ],
}
DATES = {
    "000": [("2022-02-07", "stated")],
    "001": [("2022-02-06", "stated")],
    "002": [(None, "unknown")],
    "003": [("2024-10-10", "stated")],
    "004": [(None, "unknown")] * 7 + [("2021-07", "derived")] + [(None, "unknown")] * 2,
}
OF_THE_BODY = {
    "000": {1, *range(3, 18, 2)},
    "001": {14, 16, 18, 20, 22, 24, 26, *range(30, 41, 2)},
    "002": {*range(8, 51, 2)} - {22},
    "003": {*range(5, 28, 2)},
    "004": {
        *range(9, 20, 2), *range(24, 39, 2), 54, 56, 58, 62, 64, 68, 70, *range(74, 83, 2), 94, 96, 100, 102, 104, 108,
        110, 112, *range(126, 133, 2), *range(136, 145, 2), 156, 158, 160, 162, 166, 168, 170, *range(182, 195, 2), 204,
        206, 210, 212, *range(216, 237, 2), 240, 242, *range(252, 265, 2), 268, 270, 272, 284, 286, 288, 290, 296, 298,
        300, 302, *range(312, 327, 2), *range(330, 341, 2),
    },
}  # fmt: skip
"""Numbers of the lines of which bodies are made; the second half of a broken paragraph counts with the first."""


@pytest.fixture(scope="module")
def found():
    """Give the articles of each document, by the first digits of its name."""
    files = sorted(SEEDS.glob("*.txt"))
    return {path.name[:3]: articles_of(read_file(path.name, path)).candidates for path in files}


def test_all_articles_are_found_with_their_headlines(found):
    """The tag page is ten articles, the others are one each; one has no headline."""
    assert HEADLINES == {name: [one.front.source.headline for one in articles] for name, articles in found.items()}


def test_dates_are_those_of_the_documents(found):
    """Stated where printed, derived from the anniversary, unknown with what was looked for."""
    assert DATES == {
        name: [(one.front.published, one.front.date_status) for one in articles] for name, articles in found.items()
    }
    assert all(one.front.date_evidence for articles in found.values() for one in articles)


def test_every_line_of_a_body_and_no_other_is_in_it(found):
    """No line of the site is left, and no line of an article is lost."""
    for name, articles in found.items():
        raw = next(SEEDS.glob(f"{name}*")).read_text("utf-8").replace("\u00a0", " ").split("\n")
        wanted = [line for number, line in enumerate(raw, 1) if number in OF_THE_BODY[name]]
        wanted = [line.strip().removesuffix("(ANI)").removeprefix("date 2022-02-07 ").strip() for line in wanted]
        bodies = [paragraph for article in articles for paragraph in article.text.split("\n\n")]
        assert len(wanted) == len(bodies)
        assert all(body.startswith(line) for body, line in zip(bodies, wanted, strict=True))


def test_credits_are_in_their_fields(found):
    """Outlets, authors, agencies, datelines and captions."""
    assert {"indianarrative.com", "ANI"} == {one for part in found["004"] for one in part.front.source.agencies}
    assert {"Asian Lite News"} == {part.front.source.outlet for part in found["004"]}
    (meeting,), (statement,) = found["001"], found["003"]
    assert ("WION", ("WION Web Team",), "Beijing, China") == (
        meeting.front.source.outlet, meeting.front.source.authors, meeting.front.source.dateline,
    )  # fmt: skip
    assert ("Pia Sherman",) == statement.front.source.authors
    reporters = [part.front.source.authors for part in found["004"]]
    assert [("Mrityunjoy Kumar Jha",), ("Reena Bhardwaj",)] == [authors for authors in reporters if authors]


def test_ids_are_stable(tmp_path):
    """The same from run to run, and nothing is added twice."""
    content = tmp_path / "content"
    dry = add([SEEDS], content, dry_run=True)
    written = add([SEEDS], content)
    again = add([str(SEEDS / "*.txt")], content)
    assert (
        [one.path for one in dry.outcomes]
        == [one.path for one in written.outcomes]
        == [one.path for one in again.outcomes]
    )
    assert ({"written"}, {"unchanged"}) == (
        {one.action for one in written.outcomes}, {one.action for one in again.outcomes},
    )  # fmt: skip
