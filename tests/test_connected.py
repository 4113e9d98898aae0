"""What connects articles is kept while who mentions whom how often is the same, and is always what is found anew."""

from hypothesis import given
from hypothesis import strategies as st

from generator import connected as module
from generator.connected import Connected, connected
from generator.making.memo import Memo
from generator.model import Record

RECORDS = {key: Record(key, "person", key.upper()) for key in "pqrs"}
mentions = st.dictionaries(
    st.sampled_from("pqrs"),
    st.dictionaries(st.sampled_from("abcde"), st.sampled_from([(), ("m",), ("m", "m")]), min_size=1),
)


@given(st.lists(st.tuples(mentions, st.permutations("abcde")), min_size=2, max_size=5))
def test_what_is_known_is_what_is_found(tmp_path_factory, history):
    """Whatever articles mention one after the other, and in whatever order they are."""
    path = tmp_path_factory.mktemp("known") / "connected"
    for mentioned, articles in history:
        given = (articles, dict(sorted(mentioned.items())), RECORDS)
        assert connected(*given) == connected(*given, Memo(path, Connected))
        assert connected(*given) == connected(*given, Memo(path, Connected))


def test_an_edit_that_changes_no_mention_finds_nothing_anew(tmp_path, monkeypatch):
    """Mentions at other places are the same mentions; one more is not, and neither is a record of another kind."""
    asked = []
    found = module._found
    monkeypatch.setattr(module, "_found", lambda *given: asked.append(1) or found(*given))
    known = tmp_path / "connected"

    def look(mentioned, records=RECORDS):
        connected("ab", mentioned, records, Memo(known, Connected))
        return len(asked)

    assert 1 == look({"p": {"a": ("one",)}, "q": {"a": ("two",), "b": ("three",)}})
    assert 1 == look({"p": {"a": ("other",)}, "q": {"a": ("two",), "b": ("three",)}})
    assert 2 == look({"p": {"a": ("other", "more")}, "q": {"a": ("two",), "b": ("three",)}})
    outlet = RECORDS | {"q": Record("q", "outlet", "Q")}
    assert 3 == look({"p": {"a": ("other", "more")}, "q": {"a": ("two",), "b": ("three",)}}, outlet)
