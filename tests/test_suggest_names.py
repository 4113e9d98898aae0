"""Which names suggesting finds, what it takes for one name, and what it leaves out."""

import pytest
from builders import article, record
from hypothesis import given
from hypothesis import strategies as st
from suggestions import proposals, proposed, tagger

from generator.slugs import is_slug
from generator.suggest.suggesting import suggest

PEOPLE = {"Chen Wenqing": "PERSON", "Wang Yi": "PERSON", "Wang Wenbin": "PERSON", "Ana Bell": "PERSON"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The officer met Chinese Foreign Minister Wang Yi.", {"Wang Yi": "person"}),
        ("They met Secretary of State Ana Bell and Reps Tom Root.", {"Ana Bell": "person", "Tom Root": "person"}),
        ("It was passed by the Lake Safety Act of the county.", {"Lake Safety Act": "work"}),
        ("The Oxbow Society for Asian Affairs met.", {"Oxbow Society for Asian Affairs": "organisation"}),
        ("Money for the China-Laos Economic Corridor is late.", {"China-Laos Economic Corridor": "programme"}),
        ("He fled to the town of Narabad.", {"Narabad": "place"}),
        ("Fighters of Lashkar-e-Nur crossed the river.", {"Lashkar-e-Nur": "group"}),
        ("They mourn the Kashgar massacre.", {"Kashgar massacre": "event"}),
        ("The report titled ‘No Way Back, China’s Long Arm’ is out.", {"No Way Back, China’s Long Arm": "work"}),
        ("The member of the Dutch parliament was told.", {"Dutch parliament": "organisation"}),
        ("He said this outside the Chinese embassy in London.", {"Chinese embassy in London": "organisation"}),
        ("Members of ethnic Kazakhs are held there.", {"Kazakhs": "group"}),
        ("They marched from the place de ka Republique.", {"Place de la République": "place"}),
        ("It is a National Women's Congress.", {"National Women's Congress": "organisation"}),
        ("A visit of Mullah Yaqoob was announced.", {"Mullah Yaqoob": "person"}),
        ("It is run by the Oxbow and Defence Office (ODO).", {"Oxbow and Defence Office": "organisation"}),
        ("The Harbour and Mines Act was signed.", {"Harbour and Mines Act": "work"}),
        ("They cited Resolution 4711 again.", {"Resolution 4711": "work"}),
        ("He met Fu Kun-hao in secret.", {"Fu Kun-hao": "person"}),
        ("It was sent to the Musée des eaux de Narabad in time.", {"Musée des eaux de Narabad": "organisation"}),
        ("They walked along the Tunga in silence.", {"Tunga": "place"}),
        ("The Sonja and the Okro, who herd goats, were moved.", {"Sonja": "group", "Okro": "group"}),
        ("They fled from the Narabad nuclear power plant.", {"Narabad": "place"}),
        ("They praised the militant group Narqa for it.", {"Narqa": "group"}),
        ("It is told by the founder, Ana Bell, in June.", {"Ana Bell": "person"}),
        ("They said so at COP41 in May.", {"COP41": "event"}),
        ("The shops on King Peter Street stayed empty.", {"King Peter Street": "place"}),
        ("She was taken to General Okro Hospital at night.", {"General Okro Hospital": "organisation"}),
        ("She vanished in Narabad on September 11, 2018.", {"Narabad": "place"}),
        ("Loans of the Export-Import Bank of China are due.", {"Export-Import Bank of China": "organisation"}),
    ],
)  # fmt: skip
def test_names_are_found_with_their_kinds(text, expected):
    """Offices are no part of names, heads and neighbours tell the kind, small words inside a name do not end it."""
    assert expected == proposed(text, labels=PEOPLE)


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese government and China told the US and Pakistan.",
        "On Monday the Prime Minister said so in January.",
        "The CEO and many NGOs met the Foreign Minister.",
        "Furious, China left. Campaigners protested. Observers watched.",
        "The China-Pakistan alliance and Pakistani officials.",
        "Chinas answer to the Netherland was short.",
    ],
)
def test_what_is_no_name_of_its_own_is_not_proposed(text):
    """Countries, peoples, offices, days, common acronyms and words that only open a sentence are no names."""
    assert {} == proposed(text)


def test_an_acronym_goes_with_its_long_form_everywhere():
    """The acronym printed with a name is an alias of it, in other articles too."""
    found = proposals("The World Otter Congress (WOC) met.", "Leaders of the WOC agreed.")
    assert [("World Otter Congress", ("WOC",), 2)] == [(p.record.label, p.record.aliases, p.articles) for p in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Oxbow Safety Committee (KNB) met. The KNB left.",
        "The Oxbow Safety Committee (Nabu) met. Then Nabu left.",
        "The Oxbow Safety Committee, or OSC, met. The OSC left.",
        "The Oxbow Safety Committee, also known as the Ring, met. They asked the Ring.",
    ],
)
def test_a_second_name_goes_with_the_first(text):
    """Acronyms of another language and what a body is known as are its aliases, and no records."""
    found = proposals(text)
    assert ["Oxbow Safety Committee"] == [one.record.label for one in found]
    assert 1 == len(found[0].record.aliases)


def test_an_acronym_means_what_its_article_says():
    """A well-known body of the same acronym is not proposed where the article explains it otherwise."""
    found = proposals("The Rivers Support Force (RSF) came. The RSF left.")
    assert ["Rivers Support Force"] == [one.record.label for one in found]


def test_a_misprint_with_the_same_acronym_is_the_same_name():
    """The "Chinese Community Party (CCP)" is the party whose acronym it prints."""
    found = proposals("The Chinese Communist Party (CCP) ruled.", "The Chinese Community Party’s (CCP) men came.")
    assert ["Chinese Communist Party"] == [one.record.label for one in found]
    assert "Chinese Community Party" in found[0].record.aliases


def test_parts_of_a_name_are_the_person_and_no_records():
    """Given and family name alone are counted as mentions of the person who bears both."""
    found = proposals("Chen Wenqing met him. He told Wenqing that Chen would go.", labels=PEOPLE)
    assert [("Chen Wenqing", (), 3)] == [(one.record.label, one.record.aliases, one.mentions) for one in found]


def test_two_people_of_one_family_name_stay_two():
    """A family name that two bear makes no third record, and does not make them one."""
    text = "Wang Yi spoke first. Later Wang Wenbin said that Wang was right."
    assert {"Wang Yi": "person", "Wang Wenbin": "person"} == proposed(text, labels=PEOPLE)


def test_xi_is_not_found_in_xinjiang():
    """A name inside a longer word is not found."""
    assert {"Xinjiang": "place"} == proposed("The camps in Xinjiang and the Xinjiang-bound trains.")


def test_what_is_listed_together_is_of_one_kind():
    """Brands and parties that a tagger takes for people follow what is said of their list."""
    labels = {"Zorra": "PERSON", "Hugo Bass": "PERSON", "Unique": "PERSON"}
    brands = proposed("It was sold by fashion companies like Zorra, Hugo Bass and Unique in the town.", labels=labels)
    assert dict.fromkeys(("Zorra", "Hugo Bass", "Unique"), "organisation") == brands
    parties = proposed("The parties GroenRood, PvdX, DANK and 60Plus agreed.")
    assert {"GroenRood", "PvdX", "DANK", "60Plus"} == parties.keys()
    assert {"organisation"} == set(parties.values())


def test_spellings_of_one_name_make_one_record():
    """Transcriptions, torn hyphens, possessives and other word orders are aliases."""
    found = proposals(
        "The East Turkestan Bar Association met.",
        "The East Turkistan Bar Association’s head left.",
        "The Bar Association of East Turkistan was closed.",
    )
    assert ["organisation"] == [one.record.kind for one in found if "Bar" in one.record.label]
    torn = proposals("Ada Khan-Abel sang.", "Then Ada Khan -Abel sang.", labels={"Ada": "PERSON"})
    assert ["Ada Khan-Abel"] == [one.record.label for one in torn]


def test_a_second_name_in_brackets_is_an_alias():
    """In "Abdul Haqq (Memet Amin Memet)" there is one man."""
    found = proposals("The leader is Abdul Haqq (Memet Amin Memet). They wait for Memet Amin Memet.")
    assert [("Abdul Haqq", ("Memet Amin Memet",))] == [(one.record.label, one.record.aliases) for one in found]


def test_a_shorter_form_in_the_article_is_an_alias():
    """A short form is no record of its own; Games are joined over articles unless a year forbids it."""
    found = proposals("The Oxbow Society for Central Asian Affairs met. The Oxbow Society agreed.")
    assert [("Oxbow Society for Central Asian Affairs", ("Oxbow Society",))] == [
        (one.record.label, one.record.aliases) for one in found
    ]
    games = proposals(
        "They boycott the Beijing Winter Olympics 2022.",
        "The Winter Olympics began.",
        "The 2008 Beijing Olympics ended.",
    )
    assert 2 == len([one for one in games if one.record.kind == "event"])


def test_well_known_names_bring_their_record():
    """A well-known name is proposed with its kind, country and aliases, under whichever of them the text has."""
    (found,) = proposals("It was told by the ISI.")
    assert ("Inter-Services Intelligence", "organisation", "PK") == (
        found.record.label,
        found.record.kind,
        found.record.country,
    )


def test_a_doubtful_alias_counts_only_where_its_country_is_named():
    """A plain "Congress" is that of the United States only in an article that names them."""
    assert {} == proposed("The bill went to Congress.")
    assert {"United States Congress": "organisation"} == proposed("The US bill went to Congress.")


def test_the_country_of_an_office_and_of_a_city_is_given():
    """A person has the country of the office, a city that in which it lies, a body that in its name."""
    text = "Pakistani Information Minister Fawad Dar left Lahore for the Afghan Parliament."
    found = {one.record.label: one.record.country for one in proposals(text, labels={"Fawad Dar": "PERSON"})}
    assert {"Fawad Dar": "PK", "Lahore": "PK", "Afghan Parliament": "AF"} == found


def test_settled_names_are_not_proposed():
    """What a record, a decision or a part of a settled person's name settles is left out."""
    records = [record("ana-bell", "person"), record("world-otter-congress", "organisation", aliases=("WOC",))]
    text = "Ana Bell told the WOC. Bell then left the World Otter Congress for the Mud Society."
    assert {"Mud Society": "organisation"} == proposed(text, records=records, labels=PEOPLE)
    assert {} == proposed(text, records=records, labels=PEOPLE, denied=["Mud Society"])


def test_another_spelling_of_a_settled_name_points_at_its_record():
    """A form that a record lacks is proposed as perhaps a name of it."""
    movement = record("tehreek-e-nur", "group", "Tehreek-e-Nur Pakistan")
    (found,) = proposals("Men of Tehrik-e-Nur Pakistan came.", records=[movement])
    assert ("Tehrik-e-Nur Pakistan", "tehreek-e-nur") == (found.record.label, found.variant_of)


def test_a_headline_in_capitals_brings_no_names():
    """In a headline capitals tell nothing, so a name must stand in the text."""
    headed = article("It rained.", title="Minister Opens Great Mud Society In Style")
    assert [] == suggest([headed], {}, set(), tagger({}))


def test_sentences_show_the_name():
    """A proposal shows sentences with their articles, long ones cut around the name."""
    long = "word " * 80
    (found,) = proposals(f"He came to the town of Narabad {long}.")
    assert "Narabad" in found.sentences[0].sentence
    assert 165 > len(found.sentences[0].sentence)
    assert "article-1" == found.sentences[0].article


def test_the_order_of_articles_does_not_matter():
    """The same articles in another order give the same records."""
    bodies = ["The World Otter Congress (WOC) met Ana Bell.", "Bell left the WOC.", "The Otter Congress of the World."]
    forward = {(one.record.label, one.record.kind) for one in proposals(*bodies, labels=PEOPLE)}
    assert forward == {(one.record.label, one.record.kind) for one in proposals(*reversed(bodies), labels=PEOPLE)}


_PIECES = st.sampled_from(
    "Minister of the President Xi China 's (WUC) Party and , for US - “ ” Congress Act 2022 20th Ministers’ Meeting in "
    "Uyghur al-Qaeda . Q. & é".split()
)


@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=120))
def test_any_text_gives_records_that_can_be_written(text):
    """Whatever an article holds, proposals are made without fault, with ids for addresses and labels."""
    for one in proposals(text):
        assert is_slug(one.record.id)
        assert one.record.label.strip()
        assert 0 <= one.confidence <= 1
