"""Rendering: pages filled into frames are the pages that the engine itself would make."""

import json
from pathlib import Path

import pytest
from builders import SITE, SMALL_CONTENT, alike, tree
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import PagePath
from generator.build import build
from generator.engine import MkDocs
from generator.markup import Markup
from generator.pages.page import Page, page_source
from generator.rendering.frames import FrameError, filled, frame_class, learned, sample_path, sample_source
from generator.rendering.markdown import rendered

NAVIGATION = frozenset({PagePath("index.md"), PagePath("articles/index.md")})


@pytest.fixture(scope="module")
def engine():
    """Give the engine of the project's own site."""
    return MkDocs(ROOT / "mkdocs.yml")


@pytest.mark.parametrize("content", ["content", "tests/golden/site/content"])
def test_every_page_is_what_the_engine_makes_of_it(engine, tmp_path, content):
    """Stock `mkdocs build` over the same Markdown gives the same pages, white space apart, and the same other files."""
    build(engine.site, ROOT / content, tmp_path, engine, search=False)
    engine.render(tmp_path / "docs", tmp_path / "stock")
    ours, theirs = tree(tmp_path / "site"), tree(tmp_path / "stock")
    assert theirs.keys() == ours.keys()
    different = [name for name in theirs if not alike(name, ours[name], theirs[name])]
    assert [] == different


def test_the_engine_renders_as_many_pages_as_there_are_frames(engine, content_folder, tmp_path):
    """A frame serves all pages of a class, and a second build asks the engine for nothing."""
    asked = []

    class Counting:
        navigation, fingerprint = engine.navigation, engine.fingerprint

        def render(self, docs: Path, site: Path) -> None:
            asked.append(len([*docs.rglob("*.md")]))
            engine.render(docs, site)

    more = {
        f"articles/2023/a{number}.md": f"---\ntitle: Article {number}\n---\n\nKhan met Xi Jinping.\n"
        for number in range(40)
    }
    folder = content_folder(SMALL_CONTENT | more)
    build(SITE, folder, tmp_path, Counting(), search=False)
    build(SITE, folder, tmp_path, Counting(), search=False)
    assert 1 == len(asked)
    assert asked[0] < len([*(tmp_path / "docs").rglob("*.md")]) / 2


ENGINE_PAGE = """<html><head><title>{title}</title>
<meta name="description" content="{description}">
{head}
<link rel="canonical" href="https://example.org/{address}">
</head><body><a href="#{first}">Skip</a>
<ul>{contents}</ul>
<main>{content}</main></body></html>
"""


def engine_page(path: PagePath, page) -> str:
    """Stand for an engine and its theme."""
    listed = [heading for heading in page.headings if heading.level == 2]
    front = {key: json.loads(value) for key, value in page.front.items()}
    return ENGINE_PAGE.format(
        title=front["title"],
        description=front.get("description", ""),
        head="\n".join(front.get("head", [])),
        address=path.removesuffix(".md") + "/",
        first=page.headings[0].id,
        contents="".join(f'<li><a href="#{one.id}"><span>{one.text}</span></a></li>' for one in listed),
        content=page.content,
    )


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)


@given(texts, texts, st.lists(st.sampled_from(["Source", "Names", "Same", "Same"]), max_size=4), texts)
def test_a_filled_frame_is_the_page_of_the_engine(title, description, headings, words):
    """Whatever title, headings and text a page has, its frame gives what the engine would have given."""
    below = Markup("\n\n").join([Markup("## {}\n\n{}").format(heading, words) for heading in headings])
    page = Page(PagePath("articles/x.md"), "article", title, below, description, citation=(("citation_title", title),))
    read = rendered(page_source(page).decode(), page.path)
    kind = frame_class(page.path, read, NAVIGATION)
    sample = sample_path(kind, 0)
    frame = learned(engine_page(sample, rendered(sample_source(kind).decode(), sample)), sample)
    assert engine_page(page.path, read) == filled(frame, read, page.path)


def test_headings_get_ids_that_differ():
    """Ids are made of the words as Python-Markdown makes them, a second one of a name gets a number."""
    page = rendered("---\ntitle: x\n---\n\n# Who & *what*\n\n## Names\n\n## Names\n", PagePath("a.md"))
    assert ["who-what", "names", "names_1"] == [heading.id for heading in page.headings]
    assert '<h2 id="names_1">Names</h2>' in page.content


def test_headings_of_our_own_html_stay_as_they_are():
    """They get no id and stand in no list of contents, as with the engine's own Markdown."""
    page = rendered("---\ntitle: x\n---\n\n# Title\n\n<section><h2>Own</h2></section>\n", PagePath("a.md"))
    assert ["title"] == [heading.id for heading in page.headings]
    assert "<section><h2>Own</h2></section>" in page.content


@pytest.mark.parametrize(
    ("path", "link", "expected"),
    [
        ("articles/a.md", "../countries/cn.md", "../../countries/cn/"),
        ("articles/index.md", "a.md#s3", "a/#s3"),
        ("index.md", "articles/a.md", "articles/a/"),
        ("about/corpus.md", "../index.md", "../../"),
    ],
)
def test_links_between_files_become_links_between_addresses(path, link, expected):
    """Links that Markdown writes to other pages' files lead to the addresses of these pages."""
    assert f'<a href="{expected}">x</a>' in rendered(f"---\ntitle: x\n---\n\n[x]({link})\n", PagePath(path)).content


def test_a_theme_that_leaves_the_content_out_is_told():
    """Without its marks a frame cannot be learned, and the message names the page and where to look."""
    with pytest.raises(FrameError, match=r"^articles/x\.md: .*overrides/main\.html"):
        learned("<html></html>", PagePath("articles/x.md"))


def test_pages_cut_short_are_made_good(engine, content_folder, tmp_path):
    """A page of the site that was cut or removed is whole again after the next build, and nothing else is changed."""
    folder = content_folder(SMALL_CONTENT)
    build(SITE, folder, tmp_path, engine, search=False)
    before = tree(tmp_path / "site")
    for _ in range(2):
        (tmp_path / "site" / "articles/protest/index.html").write_bytes(b"cut")
        (tmp_path / "site" / "countries/index.html").unlink()
        build(SITE, folder, tmp_path, engine, search=False)
        assert before == tree(tmp_path / "site")
