"""Our own patterns take linear time, whatever they are given; the long run is `make trust`."""

import re

import pytest

from . import patterns as trial
from .patterns import Used, patterns, slow_patterns

SIZE, SECONDS = 2**15, 0.5
"""A linear pattern takes a hundredth of the time, a quadratic one several times as much."""


def test_all_patterns_are_linear():
    """Each on texts that are made against it, by the methods that are called on it."""
    assert {} == slow_patterns(SIZE, SECONDS, samples=2)


def test_patterns_are_found_wherever_they_stand():
    """In modules, in collections of modules, and where they are used."""
    found = patterns()
    assert len(found) > 300
    assert any(name.startswith("generator.ingest.furniture.") for name in found)
    assert any(re.search(r":\d+$", name) for name in found)
    assert frozenset({"sub"}) == found["generator.normalise._DROPPED[0]"].methods


@pytest.mark.parametrize("slow", [r"\s+$", r"(\w+\s?)+!", r"<h(\d)>.*?</h\1>", r"\S+@\S+", r"(a|aa)+$", r"x*x*x*y"])
def test_patterns_that_are_not_linear_are_told(monkeypatch, slow):
    """Quadratic, cubic and exponential ones."""
    used = {"slow": Used(re.compile(slow, re.DOTALL), frozenset({"search"}))}
    monkeypatch.setattr(trial, "patterns", lambda: used)
    assert {"slow"} == set(slow_patterns(SIZE, 0.1, samples=3))
