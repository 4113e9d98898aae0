"""The map: every country has an outline or a mark, a shade by its number of articles, a link and a row of the table."""

import re
from html import unescape

import pytest
from builders import article, corpus, record
from hypothesis import given
from hypothesis import strategies as st

from generator.countries import all_countries
from generator.outlines import HEIGHT, WIDTH, outlines
from generator.pages.page import page_source
from generator.pages.world_map import APART, STEPS, _base, _marks, _step, map_page

FORMER = {"cs", "yu"}
"""Codes of countries that are no more."""
COORDINATES = re.compile(r"-?\d+")


def drawn(*articles, records=()):
    """Give the content of the map of a corpus."""
    return str(map_page(corpus(*articles, records=records)).content)


def linked(content):
    """Give the countries that the drawing links to, in order, with their shades and titles."""
    link = r'<a href="\.\./countries/([a-z]{2})/" class="step-(\d)"><title>([^<]*)</title><(path|circle)'
    return re.findall(link, content[: content.index("</svg>")])


def test_every_country_is_on_the_map():
    """All countries that the program knows, Hong Kong, Macau, Taiwan and Kosovo among them, have land or a mark."""
    lines = outlines()
    assert FORMER == all_countries().keys() - lines.keys()
    assert [] == [code for code, outline in lines.items() if not outline.path and not outline.mark]
    assert all(lines[code].mark for code in ("hk", "mo", "tw", "sg", "xk", "va", "mt"))
    assert not any(lines[code].mark for code in ("cn", "us", "fr", "pk", "nz"))


def test_outlines_lie_on_the_map():
    """Every corner of every outline, and every mark, has its place between the edges."""
    for code, outline in outlines().items():
        for ring in outline.path.split("z")[:-1]:
            start, _, steps = ring.removeprefix("M").partition("l")
            x, y = map(int, start.split())
            numbers = [int(number) for number in COORDINATES.findall(steps)]
            assert len(numbers) % 2 == 0
            for right, down in zip(numbers[::2], numbers[1::2], strict=True):
                assert 0 <= x <= WIDTH, code
                assert 0 <= y <= HEIGHT, code
                x, y = x + right, y + down
        if outline.mark:
            assert 0 <= outline.mark[0] <= WIDTH
            assert 0 <= outline.mark[1] <= HEIGHT


def test_places_on_the_map_are_where_they_are():
    """Hong Kong lies beside the south of China, Taiwan east of it, Kosovo in Europe: codes are not mixed up."""
    marks = {code: outlines()[code].mark for code in ("hk", "tw", "xk", "sg", "fj")}
    assert marks["xk"][0] < marks["sg"][0] < marks["hk"][0] < marks["tw"][0]
    assert marks["xk"][1] < marks["tw"][1] < marks["hk"][1] < marks["sg"][1]


def test_countries_are_linked_by_their_number_of_articles():
    """The drawing and the table hold the same countries, those with the most articles first, small ones as marks."""
    content = drawn(
        article("Pakistan and China.", "a"), article("China, Hong Kong.", "b"), article("China. China! China.", "c")
    )
    assert [("cn", "path"), ("pk", "path"), ("hk", "circle")] == [
        (code, shape) for code, _, _, shape in linked(content)
    ]
    rows = re.findall(
        r'<th scope="row"><a href="../countries/(..)/">[^<]*</a></th><td>(\d+)</td><td>(\d+)</td>', content
    )
    assert [("cn", "3"), ("hk", "1"), ("pk", "1")] == [(code, articles) for code, articles, _ in rows]
    assert all(int(about) <= int(articles) for _, articles, about in rows)
    titles = {code: unescape(title) for code, _, title, _ in linked(content)}
    assert titles["cn"].startswith("China: 3 articles, ")
    assert "Hong Kong: 1 article" == titles["hk"].partition(",")[0]


def test_the_page_says_where_the_outlines_come_from():
    """A reader is told the source, and that lines are no statement about borders."""
    content = drawn(article("Pakistan."))
    assert "Wikimedia Commons" in content
    assert "no statement about borders" in content


def test_antarctica_is_shown_where_it_is_mentioned():
    """The map ends north of it otherwise, and is larger for what is left."""
    heights = [
        int(re.search(r'viewBox="0 0 \d+ (\d+)"', drawn(article(body)))[1]) for body in ("Pakistan.", "Antarctica.")
    ]
    assert heights[0] < heights[1] == HEIGHT


def test_a_country_that_is_no_more_is_told_beside_the_map():
    """What has articles and no outline stands in the table and is named below the map."""
    renamed = record("yu", "country", "Yugoslavia <i>", aliases=("Yugoslavia",))
    content = drawn(article("Yugoslavia and China."), records=[renamed])
    assert ["cn"] == [code for code, *_ in linked(content)]
    assert "Not on the map: Yugoslavia <i>." in unescape(content)
    assert "../countries/yu/" in content


def test_a_corpus_without_countries_has_a_map_page():
    """The page says that there is nothing to show."""
    assert "No article mentions a country." in drawn(article("Nothing."))


def test_a_map_of_all_countries_keeps_its_budget():
    """With every country of the world mentioned the page has at most 96 KB of text, so 100 KB with its frame."""
    body = ". ".join(country.label for country in all_countries().values())
    made = corpus(article(body), records=())
    assert len(made.of_kind("country")) > 240
    assert len(page_source(map_page(made))) < 96_000


@given(st.sets(st.sampled_from(sorted(code for code, outline in outlines().items() if outline.mark))))
def test_marks_can_be_told_apart(codes):
    """Whatever small countries are mentioned, their marks hardly lie on one another, and near their places."""
    lines = outlines()
    placed = _marks(codes, lines)
    assert codes == placed.keys()
    places = sorted(placed.values())
    assert all(
        (x - u) ** 2 + (y - v) ** 2 >= (APART * 0.6) ** 2
        for number, (x, y) in enumerate(places)
        for u, v in places[number + 1 :]
    )
    near = [abs(x - lines[code].mark[0]) + abs(y - lines[code].mark[1]) for code, (x, y) in placed.items()]
    assert max(near, default=0) <= 4 * APART


@pytest.mark.parametrize("most", [1, 2, 14, 31, 32, 500, 10_000, 10**9])
def test_shades_grow_with_articles(most):
    """A shade never falls with more articles, one article has the first, and no shade is above the scale."""
    base = _base(most)
    steps = [_step(number, base) for number in (1, *(round(most * part / 20) for part in range(1, 21))) if number]
    assert 1 == steps[0]
    assert sorted(steps) == steps
    assert set(range(1, STEPS + 1)) >= set(steps)


def test_the_same_corpus_gives_the_same_map():
    """The order of articles moves nothing."""
    articles = [article(f"{name} and China.", name.lower()) for name in ("Macau", "Hong Kong", "Taiwan", "Pakistan")]
    assert drawn(*articles) == drawn(*reversed(articles))
