"""YAML as it stands in a file: text with line numbers, nothing guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.yaml_nodes import DEEPEST, Node, read_yaml
from generator.problems import ContentError


def refusal(text: str) -> str:
    """Give what is told of a text that is refused."""
    with pytest.raises(ContentError) as caught:
        read_yaml(text, "x.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "yes",
        "on",
        "010",
        "0x1F",
        "1_000",
        "12:30",
        "1:30:00",
        "2022-02-06",
        "2024-02-31",
        "1e3",
        ".inf",
        "=",
        "1.0",
    ],
)
def test_scalars_stay_as_written(written):
    """A country code, a clock, a date or an octal is the text that was written."""
    assert {"key": Node(written, 1, plain=True)} == read_yaml(f"key: {written}", "x.yml").value


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_only_plain_null_is_null(written):
    """An empty value and null mean nothing; in quotation marks they are text."""
    assert read_yaml(f"key: {written}", "x.yml").value["key"].is_null
    assert not read_yaml(f"key: '{written}'", "x.yml").value["key"].is_null


def test_nodes_know_their_lines():
    """Every value has the line on which it begins, counted from the line of the file where the YAML begins."""
    node = read_yaml("a: 1\nb:\n  - x\n  -\n    c: >-\n      folded\n      text\n", "x.yml", first_line=10)
    items = node.value["b"].value
    assert [10, 12, 12, 14, 14] == [
        node.value["a"].line,
        node.value["b"].line,
        items[0].line,
        items[1].line,
        items[1].value["c"].line,
    ]
    assert "folded text" == items[1].value["c"].value


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n...\n", "null\n"])
def test_empty_documents_are_nothing(text):
    """A file without a value is not an error."""
    assert read_yaml(text, "x.yml") is None


def test_billion_laughs_are_refused_at_the_first_anchor():
    """No alias is ever followed, so nothing can grow."""
    levels = "\n".join(f"l{level + 1}: &l{level + 1} [{', '.join([f'*l{level}'] * 9)}]" for level in range(9))
    assert "x.yml:1: anchors and aliases are not allowed (write the value out, or quote it)" == refusal(
        f"l0: &l0 x\n{levels}"
    )


@pytest.mark.parametrize("shape", ["[{}]", "{{a: {}}}", "\n- {}"])
def test_depth_is_bounded(shape):
    """Twelve levels are read; thousands are refused on their way in, and are no recursion error."""

    def nested(levels: int) -> str:
        if shape.startswith("\n"):
            return "- " * levels + "x"
        opening, closing = shape.format("|").split("|")
        return opening * levels + "x" + closing * levels

    assert read_yaml(nested(DEEPEST - 1), "x.yml") is not None
    for levels in (DEEPEST, 2_000):
        assert f"x.yml:1: nested more than {DEEPEST} levels deep (flatten it)" == refusal(nested(levels))


@pytest.mark.parametrize(
    "tag", ["!!str", "!!python/object/apply:os.system", "!!binary", "!mine", "!<tag:example.org,2022:x>", "!!map"]
)
def test_tags_are_refused(tag):
    """A tag cannot change what a value is."""
    assert "x.yml:1: tags are not allowed (quote the value if it begins with '!')" == refusal(f"key: {tag} x")


def test_merge_keys_mean_nothing():
    """The merge key of YAML 1.1 is a key like any other, which the schema does not know."""
    assert ["<<", "a"] == list(read_yaml("<<: {a: 1}\na: 2\n", "x.yml").value)


@given(st.text(st.sampled_from("ab:-?[]{}&*!|>'\"%@`#, \n\t~<=.0"), max_size=60))
def test_any_text_is_read_or_refused_with_its_line(text):
    """Whatever a file holds, it becomes nodes or a problem within the file."""
    try:
        read_yaml(text, "x.yml")
    except ContentError as error:
        (problem,) = error.problems
        assert 1 <= problem.line <= text.count("\n") + 2
        assert str(problem).startswith(f"x.yml:{problem.line}: ")


@given(st.text(max_size=60))
def test_any_characters_are_read_or_refused(text):
    """No character in any script raises anything else."""
    with suppress(ContentError):
        read_yaml(text, "x.yml")
