"""The work of annotating: a text that is twice as long, and dense with what is looked for, costs twice as much."""

import sys

import pytest
from builders import article, gazetteer, record

from generator.annotate.article import annotate
from generator.model import Block, Run

KNOWN = gazetteer(record("xi", label="Xi Jinping"), record("wuc", "organisation", "World Uyghur Congress"))
LENGTH = 1_000


def work(text):
    """Count the steps of the interpreter that annotating a text of one paragraph takes."""
    steps = 0

    def trace(frame, event, _argument):
        nonlocal steps
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        steps += event == "opcode"
        return trace

    before = sys.gettrace()
    of_text = article("", published="2021-03-05")
    of_text = type(of_text)(of_text.front, (Block("paragraph", (Run(text),), 0),), of_text.path)
    sys.settrace(trace)
    try:
        annotate(of_text, KNOWN)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize(
    "dense",
    [
        "“We agree,” Xi Jinping said and ",
        "“We agree with that,” he said. He left. ",
        "“We agree Xi Jinping said. ",
        "He said that “it was bad for us” and they said “we do not know”. ",
        '" "a" ',
        "“a b” ",
        "“a b”\n\n",
        "on 5 July 2019 and on Tuesday, ",
        "last week and three years ago ",
        "2019-2020 ",
        "5 6 7 ",
        "two million three ",
        "At least 12 people were hurt and ",
        "He counted 12 people, 13 cows, ",
        "officials put 5 ",
        "$5 ",
        "people totalled 5 ",
        "called by Xi, who said, ",
        "quoted as saying according to ",
        "Xi Jinping, Khan, China and ",
        "U.S. a. Mr. ",
        "中国a'b-",
    ],
)
def test_twice_the_text_is_twice_the_work(dense):
    """Whatever stands in a sentence without end, what is found for one part is not looked for again for each other."""
    once, twice = (work((dense * length)[:length]) for length in (LENGTH, 2 * LENGTH))
    assert once < twice < 2.3 * once
