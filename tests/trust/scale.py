"""Bad cases of size: how large the largest pages become, and how the work grows where a case is doubled.

Work is counted, not timed: calls of functions, and each time that a generator goes on. So a step that looks at
everything for everything shows whatever else the machine does.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from builders import SITE

from generator.build import generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LARGEST_PAGE = 200_000
"""Bytes of the Markdown of a page, which is about that of its HTML, the text of an article left out."""
LINEAR = 2.6
"""How many times as much work twice as much may add as the first doubling did: 2 where work is linear, 4 where it is
quadratic; sorting and chance need some room."""


class Case(NamedTuple):
    """A bad case: its name, its full size, one for quick tests, and what writes its content at a size."""

    name: str
    size: int
    quick: int
    write: Callable[[Path, int], None]


def everywhere(content: Path, size: int) -> None:
    """Write articles that all name one person, who says the same thing in each and gives a figure."""
    _authority(content, "- {id: imran-khan, kind: person, label: Imran Khan}\n")
    for number in range(size):
        day = f"{2013 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
        text = f"Imran Khan spoke in {_place(number)}. “We will hold elections this year,” Imran Khan said. "
        _article(content, f"case-{number}", day, f"{text}Police said {number + 3} people were detained on 5 July 2009.")


def crowded_year(content: Path, size: int) -> None:
    """Write articles of one year, hundreds on each day, about different things."""
    _authority(
        content, "".join(f"- {{id: group-{n}, kind: group, label: Group Nr{n}}}\n" for n in range(size // 4 + 1))
    )
    for number in range(size):
        day = f"2022-{1 + number % 12:02}-{1 + number // 12 % 28:02}"
        text = f"Group Nr{number // 4} met word{number} in {_place(number)} with {number + 3} people in attendance."
        _article(content, f"case-{number}", day, f"{text} The members of word{number // 2} spoke of trade{number}.")


def many_aliases(content: Path, size: int) -> None:
    """Write one record with half of all aliases, and a hundred with the others, and some articles."""
    own = ", ".join(f"Bearer Nr{number}" for number in range(size // 2))
    other = "- {{id: other-{0}, kind: organisation, label: Other Body{0}, aliases: [{1}]}}\n"
    others = (other.format(number, _others(number, size)) for number in range(100))
    _authority(content, f"- {{id: bearer, kind: organisation, label: The Bearer, aliases: [{own}]}}\n{''.join(others)}")
    for number in range(4):
        text = f"Bearer Nr{number} and The Bearer met Other Body{number}. “It is so,” The Bearer said."
        _article(content, f"case-{number}", f"2022-03-0{number + 1}", text)


def long_article(content: Path, size: int) -> None:
    """Write an article of so many words with names, quotations and figures all along, and one beside it."""
    _authority(content, "- {id: imran-khan, kind: person, label: Imran Khan}\n")
    sentence = (
        "Imran Khan spoke in {} of word{}, and “we know all of it,” Imran Khan said, citing {} deaths on 5 July 2009."
    )
    sentences = [sentence.format(_place(number), number, number + 2) for number in range(size // 20)]
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    _article(content, "long", "2022-03-01", "\n\n".join(paragraphs))
    _article(content, "short", "2022-03-02", sentences[0])


CASES = (
    Case("a record that all articles mention", 5_000, 24, everywhere),
    Case("a year of all articles", 9_000, 24, crowded_year),
    Case("aliases", 20_000, 200, many_aliases),
    Case("words of an article", 50_000, 800, long_article),
)


def large_pages(case: Case, size: int, folder: Path) -> Iterator[str]:
    """Make the pages of a case of some size, and tell those that are too large beside the text of an article."""
    content, docs = folder / "content", folder / "build/docs"
    case.write(content, size)
    generate(SITE, content, docs)
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        own = content / "articles/2022" / path.name if name.startswith("articles/") else None
        extra = path.stat().st_size - (_own_text(own) if own and own.exists() else 0)
        if extra > LARGEST_PAGE:
            yield f"{name} has {extra:,} bytes"


def growth(case: Case, size: int, folder: Path) -> float:
    """Give how much more work the second doubling of a case adds than the first."""
    _work(case, case.quick, folder / "first")  # what is read once for all
    counted = [_work(case, size * times, folder / str(times)) for times in (1, 2, 4)]
    return (counted[2] - counted[1]) / (counted[1] - counted[0])


def _work(case: Case, size: int, folder: Path) -> int:
    case.write(folder / "content", size)
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        generate(SITE, folder / "content", folder / "build/docs")
    finally:
        sys.setprofile(None)
    return calls


def _own_text(path: Path) -> int:
    """Give the bytes that the text of an article may take on its page, where each name in it is a link."""
    return 12 * path.stat().st_size


def _place(number: int) -> str:
    return ("Paris", "Beijing", "Islamabad", "Nairobi", "Ottawa")[number % 5]


def _others(number: int, size: int) -> str:
    return ", ".join(f"Branch Nr{number}x{one}" for one in range(size // 200))


def _authority(content: Path, records: str) -> None:
    (content / "authorities").mkdir(parents=True)
    (content / "authorities/records.yml").write_text(records, encoding="utf-8")


def _article(content: Path, name: str, day: str, text: str) -> None:
    folder = content / "articles" / day[:4]
    folder.mkdir(parents=True, exist_ok=True)
    written = f"---\ntitle: {name.capitalize()} in the news\npublished: {day}\n---\n\n{text}\n"
    (folder / f"{name}.md").write_text(written, encoding="utf-8")
