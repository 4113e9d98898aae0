"""Patterns written one alternative a line, and the words that several of them share."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"


def one_of(alternatives: str) -> str:
    """Give alternatives, one a line, as a group; white space around a line is not part of it."""
    return f"(?:{'|'.join(line.strip() for line in alternatives.strip().splitlines())})"


def whole_line(alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that must cover a line but for the marks around them, in any case."""
    return re.compile(rf"[\W_]{{0,12}}{one_of(alternatives)}[\W_]{{0,12}}", re.IGNORECASE)


def opening(alternatives: str) -> re.Pattern[str]:
    """Compile alternatives with which a line must begin, but for marks before them, in any case."""
    return re.compile(rf"[\W_]{{0,8}}{one_of(alternatives)}", re.IGNORECASE)


def anywhere(alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that may stand anywhere in a line, in any case."""
    return re.compile(one_of(alternatives), re.IGNORECASE)
