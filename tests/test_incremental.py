"""A build after any edits makes, byte for byte, what a first build of the same content makes."""

import random
import shutil

import pytest
from builders import SITE, SMALL_CONTENT, tree

from generator.annotate import articles
from generator.build import generate
from generator.pages import figures, quotations, record, sections, timeline

SEQUENCES, EDITS = 6, 5
WORDS = "Khan Xi Jinping Paris Pakistan China Beijing trade protest Bachelet Uyghurs Sharif said officials".split()
TITLES = ["Khan goes home", "Xi speaks of trade", "A protest in Paris", "Sharif in Beijing"]


def sentence(chance: random.Random) -> str:
    """Make up a sentence with names."""
    return f"{' '.join(chance.choices(WORDS, k=chance.randint(4, 9)))} on 5 July 2009, and “we know it,” Khan said."


def article(chance: random.Random) -> str:
    """Make up an article file."""
    published = chance.choice(["2021-03-04", "2022", "2022-02-07"])
    body = "\n\n".join(sentence(chance) for _ in range(chance.randint(1, 3)))
    return f"---\ntitle: {chance.choice(TITLES)}\npublished: {published}\n---\n\n{body}\n"


def add(chance, content):
    """Add an article."""
    (content / f"articles/2022/added-{chance.randint(0, 99)}.md").write_text(article(chance), encoding="utf-8")


def edit(chance, content):
    """Write another text for an article."""
    chance.choice(sorted((content / "articles").rglob("*.md"))).write_text(article(chance), encoding="utf-8")


def extend(chance, content):
    """Add a sentence to an article."""
    path = chance.choice(sorted((content / "articles").rglob("*.md")))
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{sentence(chance)}\n", encoding="utf-8")


def rename(chance, content):
    """Give an article's file another name, which is its id."""
    path = chance.choice(sorted((content / "articles").rglob("*.md")))
    text = "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if line[:3] != "id:")
    path.with_name(f"renamed-{chance.randint(0, 99)}.md").write_text(text, encoding="utf-8")
    path.unlink()


def delete(chance, content):
    """Remove an article."""
    chance.choice(sorted((content / "articles").rglob("*.md"))).unlink()


def alias(chance, content):
    """Give a record another name that texts use."""
    with (content / "authorities/added.yml").open("a", encoding="utf-8") as file:
        number = chance.randint(100, 999)
        file.write(f"- id: added-{number}\n  kind: person\n  label: {chance.choice(WORDS)} {number}\n")
        file.write(f"  aliases: [{chance.choice(WORDS)} {chance.choice(WORDS)}]\n")


def decide(chance, content):
    """Enter a decision."""
    decision = chance.choice(["decision: not-a-name\n  names: [Paris]", "decision: not-a-name\n  names: [Beijing]"])
    with (content / "decisions.yml").open("a", encoding="utf-8") as file:
        file.write(f"- {decision}\n")


def spoil(_chance, content):
    """Add an article that cannot be read."""
    (content / "articles/2022/spoiled.md").write_text("no front matter", encoding="utf-8")


CHANGES = (add, edit, extend, rename, delete, alias, decide, spoil)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_an_incremental_build_is_a_full_build(content_folder, tmp_path, monkeypatch, seed):
    """Adding, editing, renaming and removing articles, new names and decisions: each time the same bytes.

    Listings are long enough for several pages, of which each is made by itself.
    """
    for module in (sections, record, figures, quotations, timeline):
        for size in [name for name in vars(module) if name.endswith("_A_PAGE")]:
            monkeypatch.setattr(module, size, 2)
    monkeypatch.setattr(timeline, "ON_ONE_PAGE", 4)
    chance = random.Random(seed)
    content = content_folder(SMALL_CONTENT)
    (content / "articles/2022").mkdir(parents=True, exist_ok=True)
    generate(SITE, content, tmp_path / "grown/docs")
    for _ in range(EDITS):
        change = chance.choice(CHANGES if [*(content / "articles").rglob("*.md")] else [add])
        change(chance, content)
        generate(SITE, content, tmp_path / "grown/docs")
        shutil.rmtree(tmp_path / "first", ignore_errors=True)
        generate(SITE, content, tmp_path / "first/docs")
        assert tree(tmp_path / "first/docs") == tree(tmp_path / "grown/docs"), f"after {change.__name__}"


def test_a_new_name_concerns_the_articles_in_which_its_words_stand(content_folder, tmp_path, monkeypatch):
    """After a change of authority files only articles that hold a word of a changed name are annotated again."""
    asked = []
    annotate = articles.annotate
    monkeypatch.setattr(
        articles, "annotate", lambda article, names: asked.append(article.id) or annotate(article, names)
    )
    content = content_folder(SMALL_CONTENT)
    generate(SITE, content, tmp_path / "docs")
    assert ["2022-02-06-khan-meets-xi", "protest"] == sorted(asked)
    asked.clear()
    generate(SITE, content, tmp_path / "docs")
    (content / "authorities/added.yml").write_text("- {id: p, kind: place, label: Paris Park}\n", encoding="utf-8")
    generate(SITE, content, tmp_path / "docs")
    assert ["protest"] == asked


def test_an_address_by_another_article_follows_its_story(content_folder, tmp_path):
    """Where the first article of a story goes, the addresses by its others lead to the one that is first now."""
    told = "Xi Jinping met Imran Khan in Beijing on 5 July 2009, and both spoke of trade, of roads and of a harbour. "
    front = "---\ntitle: Khan meets Xi\npublished: 2022-02-06\n---\n\n"
    content = content_folder({f"articles/2022/copy-{letter}.md": front + told * 6 for letter in "abc"})
    generate(SITE, content, tmp_path / "docs")
    assert b"../copy-a/" in (tmp_path / "docs/stories/copy-c/index.html").read_bytes()
    (content / "articles/2022/copy-a.md").unlink()
    generate(SITE, content, tmp_path / "docs")
    assert b"../copy-b/" in (tmp_path / "docs/stories/copy-c/index.html").read_bytes()
