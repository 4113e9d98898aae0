"""The audit after an edit: it finds what an audit of the whole site finds, and reads no more than it must."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import audit as module
from generator.audit import audit, audit_changes
from generator.former import Former
from generator.writing import Tree

Site = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Pages by name: their links and their anchors."""


def write(folder: Path, pages: Site) -> dict[str, bytes]:
    """Write the pages of a site, with what is remembered of it beside, and give their digests."""
    tree = Tree(folder, folder.with_suffix(".files"))
    for name, (links, anchors) in pages.items():
        html = "".join(f'<a href="{link}">x</a>' for link in links) + "".join(f'<p id="{one}">x</p>' for one in anchors)
        tree.write(name, html.encode())
    tree.finish()
    return tree.digests()


class Audits:
    """Audits one state of a site after another, each in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.former: Former | None = None
        self.number = 0

    def after(self, pages: Site, context: bytes = b"") -> tuple[list[str], list[str]]:
        """Give what the audit of changes tells, and what one of the whole site does."""
        self.number += 1
        site = self.folder / str(self.number)
        digests = write(site, pages)
        found = audit_changes(site, digests, self.former, self.folder / "cache", context, ("index/",))
        self.former = Former(site, site.with_suffix(".files"))
        return [*map(str, found)], [*map(str, audit(site))]


names = st.sampled_from(["a.html", "b/index.html", "c.html"])
links = st.sampled_from(["a.html", "b/", "c.html#one", "b/#two", "#one", "../a.html#two"])
pages = st.tuples(st.sets(links, max_size=3).map(tuple), st.sets(st.sampled_from(["one", "two"])).map(tuple))


@given(st.lists(st.dictionaries(names, pages), min_size=2, max_size=5))
def test_after_any_changes_it_tells_what_an_audit_of_all_tells(tmp_path_factory, history):
    """Pages, links and anchors come and go: links of pages that stand as they were are not forgotten."""
    audits = Audits(tmp_path_factory.mktemp("sites"))
    for state in history:
        of_changes, of_all = audits.after(state)
        assert of_all == of_changes


@pytest.fixture
def read(monkeypatch):
    """Note which pages are read, by their names."""
    asked = []
    links_of = module._links_of
    monkeypatch.setattr(module, "_links_of", lambda path: asked.append(path.name) or links_of(path))
    return asked


def test_only_pages_that_changed_are_read_and_those_that_they_lead_to(tmp_path, read):
    """An edit that takes no anchor away is audited by itself; another one, and another program, is audited whole."""
    audits = Audits(tmp_path)
    site: Site = {f"{name}.html": (("d.html#one",), ()) for name in "abc"} | {"d.html": ((), ("one", "two"))}
    audits.after(site)
    read.clear()
    audits.after(site | {"a.html": (("b.html",), ())})
    assert {"a.html"} == set(read[:-4])  # the last four are those of the audit of all
    read.clear()
    told, _ = audits.after(site | {"d.html": ((), ("two",))})
    assert 3 == len(told)
    assert {"a.html", "d.html"} <= set(read[:-4])
    read.clear()
    audits.after(site, b"another program")
    assert {"a.html", "b.html"} <= set(read[:-4])  # what the last audit of all did not know is read for this one


def test_files_that_no_page_leads_to_may_go(tmp_path, read):
    """A search index under another name is no reason to look at every page; a page that stands no more as it did is."""
    audits = Audits(tmp_path)
    site: Site = {f"{name}.html": ((), ("one",)) for name in "abcd"}
    audits.after(site | {"index/1.css": ((), ())})
    read.clear()
    site["a.html"] = (("b.html",), ("one",))
    audits.after(site | {"index/2.css": ((), ())})
    assert {"a.html"} == set(read[:-4])
    (audits.former.root / "b.html").write_text("changed by hand")
    read.clear()
    audits.after(site | {"index/2.css": ((), ()), "b.html": (("c.html",), ("one",))})
    assert {"a.html", "b.html"} <= set(read[:-4])  # what the last audit of all did not know is read for this one
