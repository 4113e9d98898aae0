"""Texts of other languages and scripts say so, and from which side they are read."""

import pytest
from builders import article, corpus, record

from generator.countries import all_countries
from generator.model import Source
from generator.pages.article import article_page_of
from generator.pages.record import record_pages
from generator.tongues import language_of_name, tongue


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
    assert {} == tongue("en", "en")


@pytest.mark.parametrize(
    ("name", "language"),
    [("新疆", "zh"), ("شىنجاڭ", "und-Arab"), ("عمران خان", "und-Arab"), ("ウイグル", "ja"), ("Ürümqi", None)],
)
def test_a_name_is_told_by_its_script(name, language):
    """Aliases of other scripts are parted from the text around them and marked with their language."""
    assert language == language_of_name(name)
    gathered = corpus(article("Xinjiang is far."), records=[record("xinjiang", "place", aliases=(name,))])
    first = next(iter(record_pages(gathered.records["xinjiang"], gathered, all_countries())))
    marked = f' lang="{language}"' if language else ""
    assert f"<bdi{marked}>{name}</bdi>" in first.content
