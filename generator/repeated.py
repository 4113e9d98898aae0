"""What several articles tell in the same words, as copies of agency texts do, is told once and names them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from generator.model import ArticleId


class _Told(Protocol):
    """Something that an article tells, and the articles that tell it `also`."""

    @property
    def article(self) -> ArticleId: ...

    @property
    def also(self) -> tuple[ArticleId, ...]: ...


T = TypeVar("T", bound=_Told)

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def wording(text: str) -> str:
    """Give the form in which texts of the same words are equal, whatever their case and marks."""
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()


def told_once(found: Iterable[tuple[str, T]], copies: Container[ArticleId]) -> list[T]:
    """Give what is told in the same words once, in order: by the first article that is no copy, else by the first.

    Each stands with the wording by which it is compared. What has none is left alone, as is what one article repeats.
    """
    groups: dict[str | int, list[T]] = {}
    tellers: dict[str, set[ArticleId]] = {}
    for number, (same, one) in enumerate(found):
        told_by = tellers.setdefault(same, set()) if same else set()
        groups.setdefault(number if not same or one.article in told_by else same, []).append(one)
        told_by.add(one.article)
    return [_of_all(group, copies) if len(group) > 1 else group[0] for group in groups.values()]


def _of_all(group: list[T], copies: Container[ArticleId]) -> T:
    chosen = next((one for one in group if one.article not in copies), group[0])
    also = tuple(one.article for one in group if one is not chosen)
    return msgspec.structs.replace(chosen, also=also)  # type: ignore[type-var]
