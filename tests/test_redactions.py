"""Redactions: what a list names is in nothing that is read, in whatever form, and nothing else is lost."""

import unicodedata
from urllib.parse import quote

import msgspec
import pytest
from builders import article, record
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.commands.shared import redactions
from generator.formats.addresses_file import Listed
from generator.ledger import Decision
from generator.model import Run, Source
from generator.problems import ContentError, Problem
from generator.reading.content import read_content
from generator.redacting import VARIABLE
from generator.redacting.content import Censor
from generator.redacting.entries import Redaction, read_redactions, redactions_of
from generator.redacting.forms import initials_of, is_findable
from generator.redacting.matching import Matcher, Term
from generator.redacting.replacing import Replacer
from generator.slugs import is_slug, slug

DOE = Redaction(name="Jane Doe", replace="initials")


def censor(*entries, records=(), decisions=()):
    """Build what redacts by some entries, records and decisions."""
    return Censor(entries, {one.id: one for one in records}, decisions)


def replacer(*names, replace="nothing"):
    """Build what takes some names out of texts."""
    entries = [Redaction(name=name, replace=replace) for name in names]
    return Replacer(entries, [Term(place, name) for place, name in enumerate(names)])


def faults(text):
    """Give what is wrong with a list."""
    with pytest.raises(ContentError) as raised:
        read_redactions(text.encode(), "list.yml")
    return [str(problem) for problem in raised.value.problems]


FORMS = {
    "capitals": "JANE DOE",
    "small": "jane doe",
    "width": "\uff2a\uff41\uff4e\uff45 \uff24\uff4f\uff45",
    "accents": "Jäné Dôe",
    "decomposed": unicodedata.normalize("NFD", "Jäné Dôe"),
    "possessive": "Jane Doe's",
    "curly possessive": "Jane Doe’s",
    "hyphen": "Jane-Doe",
    "no-break space": "Jane\u00a0Doe",
    "line break": "Jane\nDoe",
    "paragraphs": "Jane\n\nDoe",
    "underscore": "jane_doe",
    "slug": "2022-jane-doe-arrested",
    "run together": "@JaneDoe",
    "soft hyphen": "Ja\u00adne Doe",
    "zero width": "Jane\u200b Doe",
    "middle initial": "Jane A. Doe",
    "last word first": "Doe, Jane",
    "mail": "jane.doe@example.org",
    "stroke": "Jane Døe",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_name_is_found_in_every_form(form):
    """Case, width, accents, marks and spaces make no other name."""
    assert "so J. D. it" in Replacer([DOE], [Term(0, "Jane Doe")]).text(f"so {form} it").replace("’s", "").replace(
        "'s", ""
    ).replace("2022-J. D.-arrested", "J. D.").replace("@example.org", "").replace("@J", "J")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jane Doe", "Jane Doerr and Janet Doe"),
        ("Li Na", "Angelina and Lina"),
        ("Ali", "Alibaba in Bali"),
        ("王小明", "王明"),
        ("O'Hara", "O Haram"),
    ],
)
def test_other_words_are_left(name, text):
    """A short name is found as whole words only."""
    assert text == replacer(name).text(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zorblatt Quexley", "the Zorblatt-Quexleys"),
        ("O'Hara", "Ms OHara"),
        ("O'Hara", "o-hara-held"),
        ("王小明", "记者王 小明说"),
        ("王小明", "wangxiaoming"),
        ("王小明", "Wang Xiaoming"),
        ("Ибрагим Тохти", "ibragim-tokhti-i-drugie"),
        ("محمد", "قال مُحَمَّد أمس"),
        ("Gökçe Yıldız", "gokce-yildiz"),
    ],
)
def test_names_of_all_scripts_are_found(name, text):
    """A name is found with endings, in scripts without spaces, and as a slug spells it."""
    assert replacer(name).text(text) != text
    assert [] == replacer(name).matcher.find(replacer(name).text(text))


names = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "Mn"]), min_size=3, max_size=24)
any_text = st.text(max_size=60)


@given(names, any_text, any_text, st.sampled_from([str, str.upper, str.lower, slug, lambda one: f"{one} {one}"]))
def test_no_form_of_any_name_is_left_in_any_text(name, before, after, form):
    """Whatever a name and a text are, what comes out has the name in no form; an independent look agrees."""
    assume(is_findable(name))
    for replace in ("nothing", "Witness"):
        taken_out = replacer(name, replace=replace)
        if taken_out.matcher.find("Witness"):
            continue
        left = taken_out.text(f"{before} {form(name)} {after}")
        assert [] == taken_out.matcher.find(left)
        plain = "".join(unicodedata.normalize("NFKC", name).casefold().split())
        if len(plain) > 8 and plain.isalpha():
            assert plain not in "".join(unicodedata.normalize("NFKC", left).casefold().split())


@given(st.lists(names.filter(is_findable), min_size=1, max_size=3), any_text | names.map(slug))
def test_a_redacted_slug_is_a_slug_without_names(several, text):
    """Ids stay ids."""
    taken_out = replacer(*several)
    left = taken_out.slug(slug(text))
    assert is_slug(left)
    assert [] == taken_out.matcher.find(left) or left == slug("")


@given(names, any_text)
def test_what_has_no_name_stays_as_it_is(name, text):
    """Nothing but what is found is changed."""
    assume(is_findable(name))
    taken_out = replacer(name)
    if not taken_out.matcher.find(text):
        assert text == taken_out.text(text)
        assert text == taken_out.slug(text)


def test_time_is_linear_in_the_text():
    """A megabyte of what looks like a name takes no more than its length asks for: each step is bounded."""
    hostile = "Jane " * 100_000 + "Doe." * 100_000
    assert "Jane Doe" not in Replacer([DOE], [Term(0, "Jane Doe")]).text(hostile)
    assert "x" * 10 == replacer("Jane Doe").text("x" * 10)


def test_a_name_over_several_runs_and_paragraphs_goes():
    """Emphasis and paragraphs do not hide a name, and what is left are tidy blocks."""
    read = censor(DOE).article(article("Then **Jane** *Doe* came. `Jane`\n\nDoe said.\n\nJane Doe\n\nThey left."))
    assert "Then J. D. came. J. D.\n\nsaid.\n\nJ. D.\n\nThey left." == read.body
    assert [block.start for block in read.blocks] == [read.body.index(block.text, block.start) for block in read.blocks]
    nothing = censor(Redaction(name="Jane Doe", replace="nothing"))
    assert (
        "Then came.\n\nThey left." == nothing.article(article("Then Jane Doe came.\n\n**Jane** Doe\n\nThey left.")).body
    )


def test_every_field_of_an_article_is_redacted():
    """No field says a name; addresses that do are left out."""
    source = Source(
        headline="Jane Doe's day",
        url="https://example.org/jane%2Ddoe",
        authors=("Doe", "Jane", "Xi"),
        dateline="Jane Doe Street",
        standfirst="By Jane Doe",
        captions=("Mrs Doe", "A house"),
        archive_url="https://archive.example.org/JANEDOE",
        document="jane_doe.txt",
    )
    written = article(
        "[Here](https://example.org/?q=jane+doe)",
        "jane-doe-arrested",
        title="Jane Doe",
        date_evidence="Jane Doe, 1 May",
        source=source,
    )
    read = censor(DOE).article(written)
    encoded = msgspec.json.encode(read).decode().casefold()
    assert not any(word in encoded for word in ("jane", "doe"))
    assert ("J. D.", "Xi") == read.front.source.authors
    assert "j-d-arrested" == read.id
    assert (Run("Here"),) == read.blocks[0].runs
    assert "[redacted]" == censor(Redaction(name="Jane Doe", replace="nothing")).article(written).front.title


def test_single_words_of_a_name_go_where_it_stands_in_full():
    """In an article that has the full name, first and last name alone are redacted too, but not as another's."""
    records = [record("john-doe-smith"), record("doe-river", "place", "River"), record("may", "place", "Jane")]
    text = "Jane Doe came. Ms Doe spoke. A doe ran. John Doe Smith heard. Jane too. Doerr left."
    read = censor(DOE, records=records).article(article(text))
    assert "J. D. came. Ms D. spoke. A doe ran. John Doe Smith heard. Jane too. Doerr left." == read.body
    assert "Ms Doe spoke." == censor(DOE, records=records).article(article("Ms Doe spoke.")).body
    whole = Redaction(name="Jane Doe", replace="initials", parts=False)
    assert "J. D. and Doe" == censor(whole).article(article("Jane Doe and Doe")).body


def test_a_record_of_the_person_gives_its_names_and_goes():
    """All names of a redacted person's record are redacted, merged ones too, and nothing of the record is left."""
    person = record("q1", label="Dr. Jane Doe", aliases=("Auntie Jay", "the teacher", "JD"), same_as={"wikidata": "Q1"})
    twin = record("dolly", label="Dolly Blank")
    other = record(
        "xi", label="Xi", aliases=("friend of Jane Doe", "Big X"), broader="q1", description="knows Jane Doe"
    )
    merge = Decision("merge", record="dolly", into="q1")
    taken_out = censor(DOE, records=[person, twin, other], decisions=[merge])
    there, _ = taken_out.records({})
    assert ["xi"] == [*there]
    assert ("Big X",) == there["xi"].aliases
    assert "knows J. D." == there["xi"].description
    assert there["xi"].broader is None
    read = taken_out.article(article("Auntie Jay, the teacher JD and Dolly Blank.", entities=("q1", "xi", "dolly")))
    assert "J. D., the teacher JD and J. D.." == read.body
    assert ("xi",) == read.front.entities


def test_a_pseudonym_makes_a_record():
    """A person with a pseudonym keeps a page under it, without what would tell who it is."""
    entry = Redaction(name="Jane Doe", replace="Witness A")
    taken_out = censor(
        entry,
        records=[record("q1", label="Jane Doe", description="a teacher", country="CN"), record("witness-a", "event")],
    )
    there, places = taken_out.records({"q1": ("authorities/a.yml", 3), "witness-a": ("authorities/jane-doe.yml", 1)})
    assert ["witness-a", "witness-a-2"] == [*there]
    assert record("witness-a-2", label="Witness A") == there["witness-a-2"]
    assert {"witness-a": ("authorities/witness-a.yml", 1), "witness-a-2": ("authorities/a.yml", 3)} == places
    assert ("witness-a-2",) == taken_out.article(article(entities=("q1",))).front.entities


def test_a_private_person_stays_private_under_a_pseudonym():
    """A pseudonym makes nobody public."""
    entries = [Redaction(name="Jane Doe", aliases=("Dolly Doe",), replace="Witness")]
    records = [record("jane", label="Jane Doe", private=True), record("dolly", label="Dolly Doe")]
    there, _ = censor(*entries, records=records).records({})
    assert [True] == [one.private for one in there.values()]


def test_ids_that_fall_together_are_told_apart():
    """Two articles whose ids differ by names alone have two ids, in the order of the former ones."""
    taken_out = censor(Redaction(name="Jane Doe", replace="X"), Redaction(name="Ann Roe", replace="X"))
    given = [(key, taken_out.article(article(key=key))) for key in ("jane-doe-held", "ann-roe-held", "x-held")]
    articles, ids = taken_out.apart(given)
    assert {"x-held": "x-held", "ann-roe-held": "x-held-2", "jane-doe-held": "x-held-3"} == ids
    assert {"articles/x-held.md", "articles/x-held-2.md", "articles/x-held-3.md"} == {one.path for one in articles}


def test_decisions_lose_those_that_say_a_name():
    """Decisions about redacted people are left out; others say no name in what they tell."""
    records = [record("jane", label="Jane Doe"), record("xi")]
    said = [
        Decision("rename", record="jane", label="J"),
        Decision("rename", record="xi", label="Jane Doe"),
        Decision("not-a-name", names=("Jane Doe",)),
        Decision("not-a-name", names=("Jane Doe", "Big X"), why="Jane Doe asked", by="Jane Doe"),
        Decision("same-story", articles=("jane-doe-held", "b")),
        Decision("same-story", articles=("gone", "b")),
    ]
    taken_out = censor(DOE, Redaction(article="gone"), records=records, decisions=said)
    kept = taken_out.decisions(tuple(("decisions.yml", line, one) for line, one in enumerate(said)), {})
    assert [
        ("decisions.yml", 3, Decision("not-a-name", names=("Big X",), why="J. D. asked", by="J. D.")),
        ("decisions.yml", 4, Decision("same-story", articles=("j-d-held", "b"))),
    ] == [*kept]


def test_addresses_that_say_a_name_are_forgotten():
    """They neither fail a build nor lead anywhere, and what leads to them leads to what there is now."""
    records = [record("jane", label="Jane Doe"), record("xi")]
    taken_out = censor(DOE, Redaction(article="gone"), records=records)
    listed = {
        "articles/jane-doe-held/": Listed(1),
        "articles/old/": Listed(2, to="articles/jane-doe-held/"),
        "entities/jane/": Listed(3),
        "entities/xi/": Listed(4),
        "entities/dolly/": Listed(5, to="entities/jane/"),
        "articles/gone/": Listed(6),
    }
    assert {
        "articles/old/": Listed(2, to="articles/j-d-held/"),
        "entities/xi/": Listed(4),
        "entities/dolly/": Listed(5, taken_down=True),
        "articles/gone/": Listed(6, taken_down=True),
    } == taken_out.addresses(listed, {"jane-doe-held": "j-d-held"})


def test_problems_say_no_name():
    """Path, value and hint of a problem are redacted."""
    told = censor(DOE).problem(Problem("articles/jane-doe.md", 2, "bad", "jane doe", "did you mean 'jane-doe'?"))
    assert "articles/j-d.md:2: bad: 'J. D.' (did you mean 'J. D.'?)" == str(told)


def test_an_article_is_left_out_or_loses_its_text(content_folder):
    """An article on the list has no page; with metadata only title, outlet and date are left."""
    written = "---\ntitle: A title\nsource: {standfirst: Stands first, captions: [A caption]}\n---\n\nBody.\n"
    folder = content_folder({"articles/undated/a.md": written, "articles/undated/b.md": written})
    entries = [Redaction(article="a"), Redaction(article="b", replace="metadata")]
    read = read_content(folder, redactions=entries)
    assert ["b"] == [*read.articles]
    assert "metadata" == read.articles["b"].front.rights
    assert "" == read.articles["b"].body
    assert (None, ()) == (read.articles["b"].front.source.standfirst, read.articles["b"].front.source.captions)


def test_patterns_are_redacted():
    """A pattern fits the text as it is written; what it finds goes."""
    taken_out = censor(Redaction(pattern=r"\b\d{5}-\d{7}-\d\b", replace="[number]"))
    read = taken_out.article(
        article("No 12345-1234567-1 é.", title="12345-1234567-1", source=Source(url="https://a.b/12345-1234567-1"))
    )
    assert ("No [number] é.", "[number]", None) == (read.body, read.front.title, read.front.source.url)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Jane Doe", "list.yml:1: redactions are a list (begin each entry with '- name: …')"),
        ("- {nmae: Jane Doe}", "list.yml:1: unknown key"),
        ("- {replace: x}", "list.yml:1: not one thing to redact (give each entry one of name, pattern and article)"),
        ("- {name: Jane Doe, article: a}", "list.yml:1: not one thing to redact"),
        ("- {name: Jo}", "list.yml:1: a name that is too short to be told from other words"),
        ("- {pattern: Jane Doe, aliases: [Dolly]}", "list.yml:1: aliases without a name"),
        ("- {article: Jane Doe}", "list.yml:1: no id of an article"),
        ("- {article: a, replace: initials}", "list.yml:1: an article cannot be replaced by this"),
        (r"- {pattern: '(Jane) \1'}", "list.yml:1: not an expression of RE2"),
        ("- {pattern: 'x*'}", "list.yml:1: a pattern that fits an empty text"),
        ("- {name: Jane Doe, replace: Miss Jane Doe}", "list.yml:1: what comes in its place says a name of the list"),
        (
            "- {name: Jane Doe, replace: 'Ann Roe'}\n- {name: Ann Roe}",
            "list.yml:1: what comes in its place says a name",
        ),
        ("- name: Jane Doe\n  name: Jane Doe", "list.yml:2: key given twice"),
        ("- {name: [Jane Doe]}", "list.yml:1: 'name' must be a single value"),
        ("- {name: Jane Doe, parts: Jane}", "list.yml:1: 'parts' must be true or false"),
    ],
)
def test_faults_of_a_list_are_told_without_what_it_says(text, told):
    """A list with a fault is refused with line and remedy, and nothing of it is repeated."""
    found = faults(text)
    assert found[0].startswith(told)
    assert not any(word in line.replace("- name: …", "") for line in found for word in ("Jane", "Doe", "Dolly", "nmae"))


def test_a_list_comes_from_a_file_and_from_the_environment(tmp_path, monkeypatch):
    """Both count, the file's entries first; an empty variable, as of a secret that is not there, is none."""
    file = tmp_path / "list.yml"
    file.write_text("- name: Jane Doe\n", "utf-8")
    said = {VARIABLE: "- name: Ann Roe\n"}
    assert ["Jane Doe", "Ann Roe"] == [one.name for one in redactions_of(file, said)]
    assert () == redactions_of(None, {VARIABLE: ""})
    monkeypatch.delenv(VARIABLE, raising=False)
    assert () == redactions(object())
    monkeypatch.setenv(VARIABLE, "- name: Ann Roe\n")
    assert ["Ann Roe"] == [one.name for one in redactions(object())]


def test_a_digest_tells_lists_apart():
    """Another list is another digest, and so is another name of a person's record."""
    digests = {
        censor(DOE).digest,
        censor(msgspec.structs.replace(DOE, replace="X")).digest,
        censor(DOE, records=[record("q1", label="Jane Doe", aliases=("Dolly",))]).digest,
    }
    assert 3 == len(digests)


def test_what_a_replacement_makes_goes_as_well():
    """Names within names are taken out as often as it takes, in texts and in slugs."""
    many = f"x {'Jane ' * 5}{'Doe ' * 5}y"
    assert [] == replacer("Jane Doe").matcher.find(replacer("Jane Doe").text(many))
    assert "x-y" == replacer("Jane Doe").slug(slug(many))
    assert slug("") == replacer("Jane Doe").slug("jane-doe")
    runs = censor(Redaction(name="Jane Doe", replace="nothing")).article(
        article("*Jane* Doe **spoke** `Jane Doe` *Jane Doe*")
    )
    assert "spoke" == runs.body


def test_a_pattern_and_a_part_that_overlap_are_one():
    """What two ways of looking find goes as a whole."""
    entries = [Redaction(name="Ann Doe", replace="initials"), Redaction(pattern="Jane D|(?:x)?\\b")]
    assert "A. D. saw [redacted]." == censor(*entries).article(article("Ann Doe saw Jane Doe.")).body


def test_ids_of_other_records_and_of_scripts_without_spaces():
    """An id that says a name is another, one that no other has; slugs that run a name together lose it."""
    records = [
        record("jane-doe-prize", "event", "Prize"),
        record("prize", "event", "Prize of old", broader="jane-doe-prize"),
        record("nothing-left", "work", "Jane Doe", country="CN"),
        record("cn", "country", "Jane Doe"),
    ]
    there, _ = censor(Redaction(name="Jane Doe", replace="nothing"), records=records).records({})
    assert {"prize", "prize-2"} == there.keys()
    assert "prize-2" == there["prize"].broader
    short = censor(Redaction(name="李娜", replace="nothing"))
    assert "beibu" == short.article(article("李娜", "linabeibu")).id
    assert "linabeibu" == short.article(article("x", "linabeibu")).id


def test_initials():
    """Initials are the first letters of all words."""
    assert "J. P. O. D." == initials_of("Jean-Pierre O'Hara Doe")


def test_a_name_that_is_repeated_is_redacted_each_time():
    """The last word of one and the first of the next make no name of their own."""
    assert "J. D., J. D. J. D." == Replacer([DOE], [Term(0, "Jane Doe")]).text("Jane Doe, Jane Doe Jane Doe")


def test_entries_overlapping_are_one():
    """Names that share a word are taken out together."""
    assert "so  it".replace("  ", " ") == replacer("Jane Doe", "Doe Smith").text("so Jane Doe Smith it")
    assert [(0, 14, 0)] == [
        tuple(one) for one in Matcher([Term(0, "Jane Doe"), Term(1, "Doe Smith")], ()).find("Jane Doe Smith")
    ]


def test_percent_encoded_addresses_are_read():
    """A web address is looked at as it is meant."""
    assert censor(DOE).link(f"https://a.b/{quote('Jané Doe')}") is None
    assert "https://a.b/x%20y" == censor(DOE).link("https://a.b/x%20y")
