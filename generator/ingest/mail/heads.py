"""Heads of mails: what they tell of an article's title, of who gives it out, and of its day."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from generator.ingest.credits import Credits, is_name, reporter
from generator.ingest.model import Dating
from generator.ingest.printed_dates import printed_dates

if TYPE_CHECKING:
    from collections.abc import Mapping

BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the standard library raises for heads that are none."""

_PREFIX = re.compile(
    r"\s{0,9}(?:(?:re|fwd?|aw|wg|tr|rv|i)\s?(?:\[\d{1,3}\])?:|\[[\w .-]{1,40}\])\s{0,9}", re.IGNORECASE
)
_MOST_PREFIXES = 10
_NAMED = re.compile(r"\s{0,9}\"?([^<>\"@]{1,200}?)\"?\s{0,9}(?:<[^<>]{0,300}>|\(|\Z)")
_NOBODY = re.compile(
    r"(?:no|do)?[-. ]?(?:not[-. ])?reply|info|news(?:letter)?|admin\w{0,9}|mail(?:er)?[-\w]{0,9}", re.IGNORECASE
)
_LONGEST_DATE = 100


def title_of(head: Mapping[str, str]) -> str:
    """Give the subject of a mail without the marks of answers, of passing on and of lists."""
    title = head.get("subject", "")
    for _ in range(_MOST_PREFIXES):
        mark = _PREFIX.match(title)
        if mark is None:
            break
        title = title[mark.end() :]
    return title.strip()


def sender_of(value: str) -> Credits:
    """Give who sent a mail by name; a bare address names nobody."""
    named = _NAMED.match(value)
    name = _in_order(named[1].strip()) if named else ""
    return Credits() if not name or _NOBODY.fullmatch(name) else reporter(name)


def _in_order(name: str) -> str:
    """Give a person's name with the first name first, as texts have it."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and is_name(f"{first} {last}") else name


def dating_of(head: Mapping[str, str], forwarded: Mapping[str, str]) -> Dating | None:
    """Give the day on which a mail was sent; of one that was passed on without its day, only that it is no later."""
    day = _day(forwarded.get("date", "") if forwarded else head.get("date", ""))
    if day:
        return Dating(day, "stated", f"Date: {(forwarded or head)['date']}")
    later = _day(head.get("date", ""))
    return Dating(later, "derived", f"Date: {head['date']} [of the mail that passed it on]") if later else None


def _day(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (*BROKEN, OverflowError):
        return next((found.published for found in printed_dates(value[:_LONGEST_DATE])), None)
