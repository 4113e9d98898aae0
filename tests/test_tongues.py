"""Texts of other languages and scripts say so, and from which side they are read."""

import pytest
from builders import article, corpus, record
from hypothesis import given
from hypothesis import strategies as st

from generator.countries import all_countries
from generator.model import Source
from generator.pages.article import article_page_of
from generator.pages.page import at_once, page_source
from generator.pages.parts import article_item, record_link
from generator.pages.record import record_pages
from generator.tongues import name_tongue, tongue


def page(language, body, standfirst):
    """Give the content of the page of an article in a language."""
    gathered = corpus(article(body, language=language, source=Source(standfirst=standfirst)))
    return article_page_of(next(iter(gathered.articles.values())), gathered).content


@pytest.mark.parametrize(
    ("language", "direction", "body"),
    [
        ("ur", "rtl", "وزیر اعظم بیجنگ گئے۔"),
        ("ug", "rtl", "ئۇيغۇرلار نامايىش قىلدى."),
        ("zh", "ltr", "他们在北京会面。"),
    ],
)
def test_an_article_of_another_language_says_so(language, direction, body):
    """Every sentence of the text and the standfirst bear the language and its direction."""
    content = page(language, body, body)
    assert f'<span id="s1" lang="{language}" dir="{direction}">' in content
    assert f'<p class="standfirst" lang="{language}" dir="{direction}">' in content


def test_an_article_of_the_pages_language_needs_no_word_of_it():
    """The page says already in which language it is."""
    assert "lang=" not in page("en", "They met in Beijing.", "A meeting.")
    assert {} == tongue("en", "en") == tongue("en-GB", "en")
    assert {"lang": "zh-Hant", "dir": "ltr"} == tongue("zh-Hant", "zh-Hans")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("新疆", {"lang": "zh"}),
        ("شىنجاڭ", {"lang": "und-Arab", "dir": "rtl"}),
        ("عمران خان", {"lang": "und-Arab", "dir": "rtl"}),
        ("ウイグル", {"lang": "ja"}),
        ("위구르", {"lang": "ko"}),
        ("Уйгуры", {"lang": "und-Cyrl"}),
        ("Ürümqi", {}),
        ("Xinjiang 新疆", {}),
        ("2022", {}),
    ],
)
def test_a_name_is_told_by_its_script(name, written):
    """Aliases and labels of other scripts are parted from the text around them and marked with their language."""
    assert written == name_tongue(name)
    marked = "".join(f' {key}="{value}"' for key, value in written.items())
    known = corpus(article("Xinjiang is far."), records=[record("xinjiang", "place", aliases=(name,))])
    first = next(iter(at_once(record_pages(known.records["xinjiang"], known, all_countries()))))
    assert f"<bdi{marked}>{name}</bdi>" in first.content
    other = record("other", "place", label=name)
    labelled = corpus(article("Far away.", entities=("other",)), records=[other])
    assert f'/other/"{marked}>{name}</a>' in record_link(first.path, other)
    own = next(iter(at_once(record_pages(other, labelled, all_countries()))))
    heading = page_source(own).decode().split("\n# ")[1].split("\n")[0]
    assert (f"<span{marked}>{name}</span>" if written else name) == heading


URDU = article(
    "وزیر اعظم عمران خان بیجنگ گئے۔ انہوں نے کہا کہ “ہم دوست ہیں”۔",
    "urdu",
    language="ur",
    title="عمران خان کا دورہ",
    published="2022-02-06",
    source=Source(standfirst="دو روزہ دورہ۔", headline="دورہ بیجنگ", captions=("ملاقات کی تصویر",)),
)
WRITTEN = ' lang="ur" dir="rtl"'


def test_every_piece_of_an_article_says_its_language_wherever_it_stands():
    """Title, printed headline, caption, citation, list items and evidence bear the language of the article."""
    khan = record("imran-khan", aliases=("عمران خان",))
    gathered = corpus(URDU, article("Imran Khan left.", "english"), records=[khan])
    found = article_page_of(gathered.articles["urdu"], gathered)
    assert f"# <span{WRITTEN}>عمران خان کا دورہ</span>\n" in page_source(found).decode()
    assert f"<dd><span{WRITTEN}>دورہ بیجنگ</span></dd>" in found.content
    assert f"<span{WRITTEN}>ملاقات کی تصویر</span>" in found.content
    assert f"<span{WRITTEN}>دورہ بیجنگ</span>" in found.content.split('class="cite"')[1]
    listed = article_item(found.path, gathered.articles["urdu"], gathered)
    assert listed.count(WRITTEN) == 2
    first = next(iter(at_once(record_pages(gathered.records["imran-khan"], gathered, all_countries())))).content
    assert f'<p class="title"><a href="../../articles/urdu/"{WRITTEN}>' in first
    assert f'<li><a href="../../articles/urdu/#s1"{WRITTEN}>' in first


def test_an_editors_title_of_a_foreign_article_is_of_the_pages_language():
    """A title without a letter of the article's script is not written in its language; in Latin script nobody knows."""
    assert {} == tongue("ur", "en", "A visit to Beijing")
    assert {"lang": "ur", "dir": "rtl"} == tongue("ur", "en", "دورہ")
    assert {"lang": "de", "dir": "ltr"} == tongue("de", "en", "Besuch in Peking")
    assert {} == tongue("de", "en", "")
    assert {"lang": "en", "dir": "ltr"} == tongue("en", "ar", "A visit")


@given(st.text(max_size=30))
def test_a_name_with_latin_letters_is_the_pages(name):
    """Whatever a name holds, it is given to another language only where no Latin letter stands in it."""
    written = name_tongue(name)
    assert set(written) <= {"lang", "dir"}
    assert not (written and any(char.isascii() and char.isalpha() for char in name))


def test_an_excerpt_of_another_language_says_so():
    """A text that is cut has no sentences to mark, and is marked as a whole."""
    gathered = corpus(article("وزیر اعظم بیجنگ گئے۔", language="ur", rights="excerpt"))
    content = article_page_of(next(iter(gathered.articles.values())), gathered).content
    assert f"<span{WRITTEN}>وزیر اعظم" in content
