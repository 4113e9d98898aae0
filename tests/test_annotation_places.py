"""Places: which surfaces speak of a country where they stand, and of which."""

import pytest
from builders import annotated, record


def countries(body: str, *records, title: str = "A title") -> dict[str, bool]:
    """Give the countries of an article, and whether it is about them."""
    found = annotated(body, *records, title=title).annotation.countries
    return {country.id: country.about for country in found}


@pytest.mark.parametrize(
    "text",
    [
        "Then Chad Smith played the drums.",
        "Michael Jordan sold his share, and Jordan is glad.",
        "They teach a Chinese-language course and a French-speaking group.",
        "They belong to ethnic Kazakh families.",
        "It fell against the Australian dollar and the Swiss franc.",
        "Voice of America and the Washington Post said so.",
        "Ships sail in the South China Sea.",
        "The peoples of South America and Latin America agree.",
        "Turkic peoples and Kazakhs and Mongolians live there.",
    ],
)
def test_what_only_looks_like_a_country_is_none(text):
    """Names of people, languages, peoples, money, outlets and seas tell of no country."""
    assert {} == countries(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soviet troops left.", {"ru"}),
        ("West German banks agreed.", {"de"}),
        ("Yugoslav and Czechoslovak workers came.", {"yu", "cs"}),
        ("Zaire and Burma signed.", {"cd", "mm"}),
        ("The U.S., the UK and the UAE agreed.", {"us", "gb", "ae"}),
        ("In Bombay it rains.", {"in"}),
        ("The White House said so.", {"us"}),
        ("Scotland and Northern Ireland voted.", {"gb"}),
        ("Police in New Mexico said so.", {"us"}),
        ("A farmer in the Netherlands said so.", {"nl"}),
        ("A museum in Springfield, Ill., has opened.", {"us"}),
        ("Talks took place in Cambridge.", {"gb"}),
    ],
)
def test_what_texts_call_a_country(text, expected):
    """Abbreviations, former names, former cities, parts and seats of government stand for their country."""
    assert expected == countries(text).keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Georgia the crowds grew. Tbilisi was calm.", {"ge"}),
        ("In Georgia the count began. Atlanta was calm.", {"us"}),
        ("A house in Athens, Georgia, burned. Atlanta sent help.", {"us"}),
        ("In Congo and in Brazzaville it rains. The Republic of the Congo said so.", {"cg"}),
        ("In Congo it rains.", {"cd"}),
        ("In Belgrade the Yugoslav government met.", {"yu"}),
    ],
)
def test_a_name_of_several_countries_is_the_one_the_article_tells_of(text, expected):
    """What else the article names decides; where it names neither, the surest reading."""
    assert expected == countries(text).keys()


def test_a_headline_is_read_as_the_text_is():
    """In a headline every word has a capital, so the text tells who is a person."""
    assert {} == countries("Chad Smith won. The jury of Chad Smith agreed.", title="Chad Smith Takes Prize")
    assert {"td": True} == countries("Voters in Chad queued.", title="Chad Votes Again")


def test_a_word_that_is_also_written_small_is_no_country():
    """Turkey that is eaten is not the country at the beginning of a sentence either."""
    assert {} == countries("A turkey costs more. Turkey farmers agree.")


def test_a_company_belongs_to_its_country_and_is_not_it():
    """The name of a company is the weakest evidence."""
    (mention,) = annotated("Shares of Japan Paper Co fell.").annotation.mentions
    assert ("jp", "record") == (mention.record, mention.rule)


def test_a_longer_name_hides_no_country_in_it():
    """A body's name tells of the countries that are named in it, beside its own."""
    embassy = record("embassy", "organisation", "Chinese embassy in London", country="CN")
    found = annotated("At the Chinese embassy in London they met.", embassy).annotation.mentions
    assert {("embassy", "label"), ("cn", "demonym"), ("gb", "capital")} == {(one.record, one.rule) for one in found}


def test_what_belongs_to_a_country_is_no_sign_of_it_beside_others():
    """A body's country counts where the text names no country itself, or names that one."""
    society = record("society", "organisation", "Oxbow Society", country="US")
    assert {"us"} == countries("The Oxbow Society said so.", society).keys()
    assert {"cn"} == countries("In China, the Oxbow Society said so.", society).keys()
    assert {"cn", "us"} == countries("In China, the Oxbow Society of the United States said so.", society).keys()
