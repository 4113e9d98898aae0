"""Countries of an article: which there is evidence for, by which rule, and how much the article is about them."""

import pytest
from builders import annotated, record

from generator.countries import all_countries
from generator.model import Exclusions, Source

XINJIANG = record("xinjiang", "place", "Xinjiang", country="CN")


def evidence(text: str, *records, **front) -> set[tuple[str, str, str]]:
    """Give surface, country and rule of the evidence in a text's body."""
    of_text = annotated(text, *records, **front)
    body = of_text.article.body
    found = {country.id for country in of_text.annotation.countries}
    return {
        (body[one.start : one.end], one.record, one.rule)
        for one in of_text.annotation.mentions
        if one.record in found and one.field == "body"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In China it rains.", {("China", "cn", "name")}),
        ("A Chinese ship sank.", {("Chinese", "cn", "demonym")}),
        ("Talks in Beijing ended.", {("Beijing", "cn", "capital")}),
        ("Talks in Shanghai ended.", {("Shanghai", "cn", "city")}),
        ("The United States left.", {("United States", "us", "name")}),
        ("Voters in Wisconsin agreed.", {("Wisconsin", "us", "region")}),
        ("In Hong Kong it rains.", {("Hong Kong", "hk", "name")}),
        ("In Taiwan it rains.", {("Taiwan", "tw", "name")}),
        ("In Kosovo it rains.", {("Kosovo", "xk", "name")}),
        ("In South Sudan it rains.", {("South Sudan", "ss", "name")}),
        ("In Guinea-Bissau it rains.", {("Guinea-Bissau", "gw", "name")}),
        ("In Papua New Guinea it rains.", {("Papua New Guinea", "pg", "name")}),
        ("The Democratic Republic of the Congo voted.", {("Democratic Republic of the Congo", "cd", "name")}),
        ("North Korea and South Korea talked.", {("North Korea", "kp", "name"), ("South Korea", "kr", "name")}),
        ("The Pakistanis won.", {("Pakistanis", "pk", "demonym")}),
    ],
)
def test_countries_are_known_without_being_written(text, expected):
    """Names, demonyms, capitals, main cities and parts of countries come from the libraries."""
    assert expected == evidence(text)


@pytest.mark.parametrize(
    "text",
    ["the turkey was roasted", "fine china and a chad", "no man is an island", "IT and IN and NO", "it is in us all"],
)
def test_common_words_are_no_countries(text):
    """Words without a capital, and codes, are no evidence."""
    assert set() == evidence(f"We saw that {text}.")


def test_a_region_is_evidence_for_its_country():
    """A place's country is shown by rule region."""
    assert {("Xinjiang", "cn", "region")} == evidence("Camps in Xinjiang grew.", XINJIANG)


def test_a_record_is_evidence_for_its_country():
    """A person or body that belongs to a country is evidence by rule record, the weakest."""
    wang = record("wang-yi", label="Wang Yi", country="CN")
    assert {("Wang Yi", "cn", "record")} == evidence("Then Wang Yi spoke.", wang)
    by_rule = [
        annotated(text, wang, XINJIANG).annotation.countries[0].weight for text in ("China.", "Xinjiang.", "Wang Yi.")
    ]
    assert sorted(by_rule, reverse=True) == by_rule


def test_a_corrected_country_is_found_by_its_aliases():
    """A record of a country adds surfaces to it, which are names."""
    china = record("cn", "country", "China", aliases=("Middle Kingdom",))
    assert {("Middle Kingdom", "cn", "name")} == evidence("The Middle Kingdom grew.", china)


def test_a_place_that_is_called_like_a_city_keeps_its_country():
    """A record of a city is mentioned and is evidence for the country that both say, once."""
    kabul = record("kabul", "place", "Kabul", country="AF")
    of_text = annotated("In Kabul it rains.", kabul)
    assert {"kabul", "af"} == {one.record for one in of_text.annotation.mentions}
    assert 1 == of_text.annotation.countries[0].mentions


def test_the_dateline_is_evidence_without_a_mention():
    """A dateline weighs for its country although it stands in no field."""
    (country,) = annotated("It rained.", source=Source(dateline="BEIJING, Feb 6")).annotation.countries
    assert ("cn", 0) == (country.id, country.mentions)


def test_a_country_in_the_title_weighs_more_than_one_in_the_body():
    """Where a country stands tells how much the article is about it."""
    title, body = annotated("Pakistan agreed.", title="China builds a road").annotation.countries
    assert (("cn", True), ("pk", False)) == ((title.id, title.weight > body.weight), (body.id, body.about))


def test_a_country_that_is_named_often_is_what_the_article_is_about():
    """Much evidence gives weight 1; a name in passing only mentions a country."""
    text = "China built it. " * 8 + "x " * 200 + "France watched."
    countries = {one.id: one for one in annotated(text).annotation.countries}
    assert (1.0, True, 8) == (countries["cn"].weight, countries["cn"].about, countries["cn"].mentions)
    assert not countries["fr"].about
    assert 0 < countries["fr"].weight < 0.45


def test_editors_may_assert_and_deny_countries():
    """A code in capitals asserts or denies a country; an asserted one is what the article is about."""
    of_text = annotated("China and Pakistan.", countries=("FR",), exclude=Exclusions(countries=("CN",)))
    assert {("fr", True), ("pk", False)} == {(one.id, one.about) for one in of_text.annotation.countries}
    assert {"fr", "pk"} == {one.record for one in of_text.annotation.mentions}


def test_a_denied_country_is_denied_in_the_dateline_too():
    """What an editor denies has no evidence at all."""
    front = {"source": Source(dateline="Beijing"), "exclude": Exclusions(countries=("CN",))}
    assert () == annotated("It rained in China.", **front).annotation.countries


def test_countries_are_sorted_by_weight_then_code():
    """Equal weights are ordered by code, so that order does not depend on the text."""
    assert ["at", "ch", "de"] == [one.id for one in annotated("Germany, Switzerland and Austria.").annotation.countries]


def test_every_country_is_found_by_its_own_name():
    """Each of the 250 countries is shown by its label, and by no other country's."""
    for key, country in all_countries().items():
        assert key in {one.id for one in annotated(f"They went to {country.label} then.").annotation.countries}, key
