"""References of articles: each key that front matter names must be a record of the right kind."""

import pytest
from builders import article, record, topic

from generator.model import Exclusions, Source
from generator.reading.references import check_articles

RECORDS = {
    one.id: one
    for one in (
        record("wion", "outlet", "WION"),
        record("imran-khan"),
        record("cn", "country", "China"),
        topic("trade", {"trade": 3}),
    )
}


def told(**front) -> list[str]:
    """Give what is told of an article's references; each stands on line 1, as in an article without a file."""
    return [str(problem).split(": ", 1)[1] for problem in check_articles([article(**front)], RECORDS)]


def test_records_of_the_right_kind_are_fine():
    """Outlets are published by and may be named; countries are written by their codes in capitals."""
    good = {
        "source": Source(outlet="wion", agencies=("wion",)),
        "entities": ("imran-khan", "wion"),
        "countries": ("CN",),
        "topics": ("trade",),
        "exclude": Exclusions(entities=("imran-khan",), countries=("CN",), topics=("trade",)),
    }
    assert [] == told(**good)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ({"source": Source(outlet="win")}, "'source.outlet' names no such record: 'win' (did you mean 'wion'?)"),
        (
            {"source": Source(outlet="imran-khan")},
            "'source.outlet' names no such record: 'imran-khan' (add a record to an authority file)",
        ),
        ({"entities": ("imran-kahn",)}, "'entities' names no such record: 'imran-kahn' (did you mean 'imran-khan'?)"),
        ({"entities": ("cn",)}, "'entities' names no such record: 'cn' (add a record to an authority file)"),
        ({"topics": ("trades",)}, "'topics' names no such record: 'trades' (did you mean 'trade'?)"),
        (
            {"exclude": Exclusions(topics=("wion",))},
            "'exclude.topics' names no such record: 'wion' (add a record to an authority file)",
        ),
    ],
)
def test_unknown_records_and_wrong_kinds_are_told(front, expected):
    """The nearest record of the right kind is suggested, or how to add one."""
    assert [expected] == told(**front)


def test_references_are_told_on_their_lines():
    """A problem names the line on which its key stands."""
    one = article(topics=("trades",))
    one = type(one)(one.front, one.blocks, one.path, {"topics": 7})
    assert [7] == [problem.line for problem in check_articles([one], RECORDS)]


def test_an_unknown_country_is_told_as_written():
    """A code that ISO 3166 does not know is shown as the editor wrote it, and nobody adds a record for it."""
    (problem,) = told(countries=("QQ",))
    assert "'QQ'" in problem
    assert "add a record" not in problem
