"""Hostile documents of every kind give articles or reasons, within the limits; the long run is `make trust`."""

from .documents import LARGEST, document, documents, samples
from .reading import readings

SOME = 250
ONCE_AT_FAULT = ((1, 1970), (1, 2079), (1, 2977))
"""Seed and place of documents with which something of ours failed."""


def test_good_documents_give_articles():
    """What is mutated is worth it: each sample is read, without a fault."""
    for reading in readings([(f"good{suffix}", content) for suffix, content in samples().items()]):
        assert reading.articles, reading
        assert () == reading.faults


def test_random_and_mutated_documents_are_read_or_refused():
    """No fault of ours, no broken worker, no article that does not read back as its text."""
    found = list(readings(documents(0, SOME)))
    assert SOME == len(found)
    assert [] == [f"{reading.name}: {fault}" for reading in found for fault in reading.faults]
    assert any(reading.articles for reading in found)
    assert any(not reading.articles for reading in found)


def test_a_seed_gives_the_same_documents():
    """So that a fault can be had again, alone."""
    assert list(documents(7, 20)) == list(documents(7, 20))
    assert list(documents(7, 20)) != list(documents(8, 20))
    assert max(len(content) for _, content in documents(7, 20)) <= LARGEST


def test_what_once_failed_fails_no_more():
    """Rows of a PDF that hold only signs, and a page with characters that no XML may hold."""
    found = list(readings([document(seed, place, samples()) for seed, place in ONCE_AT_FAULT]))
    assert [] == [f"{reading.name}: {fault}" for reading in found for fault in reading.faults]
