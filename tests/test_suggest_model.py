"""The edge to spaCy: what is said where it is missing, and that its pipeline tags as the rest expects."""

import sys

import pytest
from builders import article

from generator.problems import BuildError
from generator.suggest.recognition import DEFAULT_MODEL, passages, spacy_tagger


def test_without_spacy_it_is_told_what_to_install(monkeypatch):
    """A missing library is no traceback but what to do."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BuildError, match=r"pip install 'cuttings\[suggest\]'"):
        spacy_tagger()


def test_an_unknown_pipeline_is_named():
    """A pipeline that is not installed is told by its name."""
    pytest.importorskip("spacy")
    with pytest.raises(BuildError, match="'xx_no_such'"):
        spacy_tagger("xx_no_such")


def test_a_pipeline_tags_words_and_entities():
    """Words get parts of speech, people labels; titles and paragraphs are passages of their own."""
    pytest.importorskip(DEFAULT_MODEL)
    read = list(passages([article("Joe Biden met him.\n\nIt rained in Paris.", title="A day")], spacy_tagger()))
    assert [("title", 0), ("body", 0), ("body", 20)] == [(one.field, one.offset) for one in read]
    assert ["PERSON", "PERSON"] == [token.label for token in read[1].tokens[:2]]
    assert "VERB" == read[1].tokens[2].tag
