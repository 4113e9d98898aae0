"""Redacting authority records: those of redacted people go, or become a pseudonym; the others lose what says a name."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from generator.model import Record, RecordId
from generator.redacting.people import unused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.redacting.people import People
    from generator.redacting.replacing import Replacer


class Records:
    """The records that are left, and what became of the ids of others."""

    def __init__(self, replacer: Replacer, records: Mapping[RecordId, Record], of: People) -> None:
        self.moved: dict[str, RecordId | None] = {key: one.id if one else None for key, one in of.pseudonyms.items()}
        left: dict[RecordId, Record] = {one.id: one for one in of.pseudonyms.values() if one}
        others = [record for key, record in sorted(records.items()) if key not in of.entry_of]
        taken: set[str] = {*left, *(one.id for one in others if replacer.slug(one.id) == one.id)}
        for record in others:
            if record.id not in taken:
                self.moved[record.id] = RecordId(unused(replacer.slug(record.id), taken))
                taken.add(str(self.moved[record.id]))
        for record in others:
            plain = _plain_record(record, replacer, self.moved)
            if plain is None:
                self.moved[record.id] = None
            else:
                left[plain.id] = plain
        self.there = {key: self._led(record) for key, record in sorted(left.items())}

    def _led(self, record: Record) -> Record:
        """Give a record whose reference leads to one that is left."""
        broader = self.moved.get(record.broader or "", record.broader)
        return record if broader == record.broader else msgspec.structs.replace(record, broader=broader)


def _plain_record(record: Record, replacer: Replacer, moved: Mapping[str, RecordId | None]) -> Record | None:
    """Give a record of somebody else without what is redacted in it, None where it has no name then."""
    label = replacer.text(record.label).strip()
    if not label:
        return None
    return msgspec.structs.replace(
        record,
        id=moved.get(record.id) or record.id,
        label=label,
        aliases=_clean(record.aliases, replacer),
        description=replacer.text(record.description).strip(),
        definition=replacer.text(record.definition).strip(),
        terms={term: weight for term, weight in record.terms.items() if replacer.is_clean(term)},
        requires=_clean(record.requires, replacer),
        excludes=_clean(record.excludes, replacer),
        same_as={key: value for key, value in record.same_as.items() if replacer.is_clean(unquote(value))},
        redirect_from=tuple(key for key in record.redirect_from if replacer.slug(key) == key and key not in moved),
        review=msgspec.structs.replace(record.review, by=record.review.by and replacer.text(record.review.by)),
    )


def _clean(texts: Iterable[str], replacer: Replacer) -> tuple[str, ...]:
    return tuple(text for text in texts if replacer.is_clean(text))
