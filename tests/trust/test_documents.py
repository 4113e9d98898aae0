"""Hostile documents of every kind give articles or reasons, within the limits; the long run is `make trust`."""

from .documents import LARGEST, documents, samples
from .reading import readings

SOME = 250


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
