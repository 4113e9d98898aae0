"""Quotations: which words in marks are somebody's, whose, and by which verb."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.accounts import Account
from generator.annotate.quotations import quotations
from generator.annotation import Mention, Quotation
from generator.model import Kind, RecordId
from generator.sentences import sentences
from generator.words import Words

KINDS: dict[RecordId, Kind] = {
    RecordId("lee"): "person",
    RecordId("ray"): "person",
    RecordId("hrf"): "organisation",
    RecordId("post"): "outlet",
    RecordId("fr"): "country",
    RecordId("lyon"): "place",
}
NAMES = {
    "Anna Lee": ("lee", "label"),
    "Lee": ("lee", "partial"),
    "Bob Ray": ("ray", "label"),
    "Ray": ("ray", "partial"),
    "Rights Forum": ("hrf", "label"),
    "Evening Post": ("post", "label"),
    "France": ("fr", "name"),
    "French": ("fr", "demonym"),
    "Lyon": ("lyon", "label"),
}


def mentions(body):
    """Find the names of the tests in a body, the longest first."""
    found = []
    taken = set()
    for name in sorted(NAMES, key=len, reverse=True):
        start = body.find(name)
        while start >= 0:
            if start not in taken:
                record, rule = NAMES[name]
                found.append(Mention(RecordId(record), "body", start, start + len(name), rule))
                taken.update(range(start, start + len(name)))
            start = body.find(name, start + 1)
    return tuple(sorted(found, key=lambda mention: mention.start))


def quoted(body) -> list[Quotation]:
    """Give the quotations of a body that names the people of the tests."""
    return list(quotations(Account(Words(body), sentences(body), mentions(body), KINDS)))


def said(body):
    """Give speaker, words of the text for the speaker, verb and quoted words of each quotation."""
    return [(one.speaker, one.speaker_text, one.verb, body[one.start : one.end]) for one in quoted(body)]


def words(body):
    """Give only the quoted words."""
    return [body[one.start : one.end] for one in quoted(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“We will stay here,” Lee said.", ("lee", "Lee", "said", "We will stay here,")),
        (
            "“We will stay here,” said board member Anna Lee.",
            ("lee", "board member Anna Lee", "said", "We will stay here,"),
        ),
        ("Lee said, “We will stay here.”", ("lee", "Lee", "said", "We will stay here.")),
        ("Lee told the Evening Post that it was “a bad day for all”.", ("lee", "Lee", "told", "a bad day for all")),
        (
            "Lee said she had seen the Rights Forum mentioned in a file, and that it was “a bad day for all”.",
            ("lee", "Lee", "said", "a bad day for all"),
        ),
        (
            "Lee, who had seen the Rights Forum, complained in a letter that it was “a bad day for all”.",
            ("lee", "Lee", "complained", "a bad day for all"),
        ),
        ("According to Lee, it was “a bad day for all”.", ("lee", "Lee", "according to", "a bad day for all")),
        ("“A bad day for us all,” according to Lee.", ("lee", "Lee", "according to", "A bad day for us all,")),
        ("In the words of Lee, “we were never asked”.", ("lee", "Lee", "in the words of", "we were never asked")),
        ("The plan is “a bad joke” in Lyon, Lee said.", ("lee", "Lee", "said", "a bad joke")),
        ("Lee thanked them, adding that it had been “a long road home”.", ("lee", "Lee", "adding", "a long road home")),
        (
            "“We leave at dawn,” the Evening Post quoted Lee as saying.",
            ("lee", "Lee", "quoted as saying", "We leave at dawn,"),
        ),
        (
            "Lee was quoted by the Evening Post as saying “we leave now”.",
            ("lee", "Lee", "quoted as saying", "we leave now"),
        ),
        ("The plan was described by Lee as “a very bad joke”.", ("lee", "Lee", "described", "a very bad joke")),
        ("The plan was called “a very bad joke” by Lee.", ("lee", "Lee", "called", "a very bad joke")),
        (
            "Ray spoke first, with Lee accusing him of “telling tall stories”.",
            ("lee", "Lee", "accusing", "telling tall stories"),
        ),
        ("Calling it “a very bad joke”, Lee left the room.", ("lee", "Lee", "calling", "a very bad joke")),
        ("“Who are you?” Lee asked.", ("lee", "Lee", "asked", "Who are you?")),
        ("Lee: “We will stay here.”", ("lee", "Lee", "", "We will stay here.")),
        ("Ray rejected what Lee called “a very fair offer”.", ("lee", "Lee", "called", "a very fair offer")),
        ("Anna Lee, who met Ray in Lyon, said: “We will stay.”", ("lee", "Anna Lee", "said", "We will stay.")),
        ("“We will stay,” Anna Lee, head of the board, told Ray.", ("lee", "Anna Lee", "told", "We will stay,")),
        ("“We will stay,” the head of the board, Anna Lee, said.", ("lee", "Anna Lee", "said", "We will stay,")),
        ("“We will stay,” said the lawyer, Anna Lee.", ("lee", "Anna Lee", "said", "We will stay,")),
        (
            "“We will stay,” said a spokesman for the Rights Forum, Bob Ray.",
            ("ray", "Bob Ray", "said", "We will stay,"),
        ),
        ("Lee said she was “deeply moved” by the letter.", ("lee", "Lee", "said", "deeply moved")),
        ("The plan was called “a bad joke” by Bob Ray.", ("ray", "Bob Ray", "called", "a bad joke")),
        ("The plan, called “a bad joke” by Bob Ray, failed.", ("ray", "Bob Ray", "called", "a bad joke")),
        ("Rights Forum, a lawyers’ group, called it “a bad joke”.", ("hrf", "Rights Forum", "called", "a bad joke")),
        ("Anna Lee, 71, called the ruling “a bad joke”.", ("lee", "Anna Lee", "called", "a bad joke")),
        (
            "Lee says that she saw no one, and the Rights Forum, headed by Bob Ray, said that it was “a bad joke”.",
            ("hrf", "the Rights Forum", "said", "a bad joke"),
        ),
        ("Ray, whom Lee called “a bad joke”, declined to comment.", ("lee", "Lee", "called", "a bad joke")),
        ("Ray pointed to a study which found “no sign at all”.", (None, "a study", "found", "no sign at all")),
        ("Ray posted on X: “We will stay.”", ("ray", "Ray", "posted on", "We will stay.")),
        (
            "A report by Rights Forum found “no sign at all” of it.",
            ("hrf", "A report by Rights Forum", "found", "no sign at all"),
        ),
    ],
)
def test_the_speaker_is_found_around_the_words(body, expected):
    """The nearest verb of speech and its subject tell who spoke, wherever they stand."""
    assert [expected] == said(body)


@pytest.mark.parametrize(
    ("body", "record"),
    [
        ("“It is over,” said the French foreign ministry.", "fr"),
        ("“It is over,” France’s ambassador said.", "fr"),
        ("“It is over,” a spokesman for the Rights Forum said.", "hrf"),
        ("“It is over,” said a report by the Rights Forum.", "hrf"),
        ("“It is over,” the letter from Lee said.", "lee"),
        ("“It is over,” reads a statement by the Rights Forum.", "hrf"),
        ("“It is over,” said a report about the Rights Forum.", None),
        ("“It is over,” said a friend from the Rights Forum.", None),
        ("“It is over,” said a French lawyer.", None),
        ("“It is over,” Lee’s lawyer said.", None),
        ("“It is over,” a friend of Lee said.", None),
        ("“It is over,” the statement said.", None),
        ("“It is over,” people in Lyon said.", None),
        ("“It is over,” Lyon said.", None),
    ],
)
def test_a_record_speaks_as_the_head_of_the_phrase(body, record):
    """What only belongs to a name is not that name, but a state speaks through its bodies and officers."""
    assert [record] == [one.speaker for one in quoted(body)]


def test_a_country_does_not_speak_by_what_only_points_to_it():
    """A city or a person of a country is evidence for it and not its voice."""
    body = "“It is over,” Dijon said."
    city = Mention(RecordId("fr"), "body", body.index("Dijon"), body.index(" said"), "city")
    assert [None] == [one.speaker for one in quotations(Account(Words(body), sentences(body), (city,), KINDS))]


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        ("Lee met Ray. “I am happy,” she said.", ["lee"]),
        ("Ray came late. Lee opened the meeting. She called it “a new start for all”.", ["lee"]),
        ("Lee spoke first. A guest from Lyon asked: “Why now?” He said it was “far too late”.", [None, None]),
        ("The Rights Forum held a vote. It said the result was “clear to everybody”.", ["hrf"]),
        ("Some guests asked for “a vote on the matter”, citing what they called “old promises”.", [None, None]),
        ("“We go,” said spokeswoman Anna Lee. “We do not stay,” the spokeswoman added.", ["lee", "lee"]),
        ("“We go,” said board member Anna Lee. “We do not know,” the board said.", ["lee", None]),
        ("“We go,” said Lee. “We do not stay here,” the lawmaker added.", ["lee", "lee"]),
        ("The Rights Forum met. The forum called the vote “a very bad joke”.", ["hrf"]),
        ("Ray sang. A lawyer, Anna Lee, was sceptical. She called it “a new start for all”.", ["lee"]),
        ("Lee, the only guest to speak, accused them of “hiding behind paper”.", ["lee"]),
        ("Lee described what guests call art and spoke of “a new start for all”.", ["lee"]),
        ("Lee said that it was “a new start for all”, according to state media.", ["lee"]),
        ("Lee told Ray that it was “a new start for all”, the Rights Forum reported.", ["lee"]),
        ("Lee, who won a prize in 2018, called the deal “a shame for us all”.", ["lee"]),
        ("“We go,” Lee told guests who shouted “do not go away” at her.", ["lee", None]),
        ("Senator Anna Lee of the Rights Forum met them. “We talk in private,” the senator said.", ["lee"]),
        ("“We go now,” Lee said.\n\n‘Our wives are in the camps’\n\nNobody knows why.", ["lee"]),
        ("Lee told me that two men asked her to stop. “They were polite to me,” she said.", ["lee"]),
        ("Lee, who lives in Lyon, said those sent back were lost. “We are like a ball,” she said.", ["lee"]),
    ],
)
def test_pronouns_and_descriptions_mean_who_was_spoken_of(body, speakers):
    """A pronoun stands for the last subject of its sort, and for nobody where that one is unknown."""
    assert speakers == [one.speaker for one in quoted(body)]


def test_a_pronoun_keeps_its_own_word():
    """What the text has for the speaker is kept beside the record."""
    assert [("lee", "she", "said", "I am happy,")] == said("Lee met Ray. “I am happy,” she said.")


def test_a_pronoun_for_whom_there_is_no_record_tells_what_the_text_calls_them():
    """“he” tells a reader nothing; the envoy of the sentence before does."""
    body = "The envoy in Lyon asked for details. “Where have they all gone?” he asked."
    assert [(None, "The envoy in Lyon", "asked", "Where have they all gone?")] == said(body)


@pytest.mark.parametrize(
    "body",
    [
        "“We will stay,” Lee said. “Nobody asked us to go.”",
        "“We will stay,” Lee said, “because nobody asked us to go.”",
        "“We will stay. \n\n“Nobody asked us to go,” Lee said.",
        "“We will stay,” Lee said.\n\n“Nobody asked us to go.”",
        "“We will stay,” Lee said.\n\n“Nobody asked us to go.” She left it at that.",
        "Lee said it was “too late”, that they were “too few to stay”.",
    ],
)
def test_a_quotation_goes_on_after_its_attribution(body):
    """Both parts of an interrupted quotation, and the paragraphs of a long one, have one speaker."""
    assert ["lee", "lee"] == [one.speaker for one in quoted(body)]


def test_an_answer_is_not_the_questioners():
    """A paragraph of its own after a question is somebody else's."""
    assert ["lee", None] == [
        one.speaker for one in quoted("“Why do you stay?” Lee asked.\n\n“Because nobody has asked us to go from here.”")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('Lee said "we stay" and "you go home".', ["we stay", "you go home"]),
        ("Lee said ‘we stay’ and left.", ["we stay"]),
        ("Lee said 'we stay' and left.", ["we stay"]),
        ("Lee said « nous restons » and left.", ["nous restons"]),
        ("Lee said 「我们留下」 and left.", ["我们留下"]),
        ("Lee said: “It is ‘the worst’ of days.”", ["It is ‘the worst’ of days."]),
        ("Lee said: “It is “the worst” of days.”", ["It is “the worst” of days."]),
        ("Lee said it was “a very bad day’.", ["a very bad day"]),
        ("“Where do they live now? “Lee asked.", ["Where do they live now?"]),
        ("Lee said: “We will stay here for ever", ["We will stay here for ever"]),
        ("Lee said the workers’ strike wasn't 'over yet'.", ["over yet"]),
        ("‘The workers’ strike isn’t over,’ Lee said.", ["The workers’ strike isn’t over,"]),
        ("“We will stay with our\n\nfamilies,” Lee said.", ["We will stay with our\n\nfamilies,"]),
        ("Lee said the ’90s were rock ’n’ roll.", []),
    ],
)
def test_marks_are_read_however_they_are_typed(body, expected):
    """Curly, straight, angular and corner marks; nested, mixed, reversed and missing ones; but no apostrophes."""
    assert expected == words(body)


@pytest.mark.parametrize(
    "body",
    [
        "The so-called “vocational training centres” were closed, Lee said.",
        "Lee said she had read “The Long Road Home” twice.",
        "The plan reached its “final phase” in Lyon.",
        "Ray praised “authoritarian” leaders.",
        "It was Bob “Big Boy” Ray who won.",
        "The operation known as “red dawn” began, Ray said.",
        "The board welcomed the “reform” of the law.",
        "They would create a “rebuttable presumption” of guilt.",
        "Lee spoke of a “so-called” reform.",
        "The phrase “iron brothers” annoyed Lee, she said.",
        "Lee described what guests call “free time”.",
    ],
)
def test_names_titles_and_scare_quotes_are_no_quotations(body):
    """A few words in marks count only where somebody is told to have said them."""
    assert [] == words(body)


def test_a_long_sentence_counts_without_a_speaker():
    """A whole quoted sentence is a quotation even where the text does not say whose."""
    assert [(None, "", "", "There is nothing left in the old town but dust and stones.")] == said(
        "It was quiet.\n\n“There is nothing left in the old town but dust and stones.”"
    )


@pytest.mark.parametrize(
    ("body", "extent"),
    [
        ("“We will stay here,” Lee said.", "full"),
        ("Lee said: “No.”", "full"),
        ("Lee said, “when all is done and paid for we will go home”.", "full"),
        ("Lee said it was “a bad day for all”.", "partial"),
        ("Lee called it “the end.”", "partial"),
        ("Lee spoke of “Approximately 500 members”.", "partial"),
    ],
)
def test_a_clause_of_its_own_is_quoted_in_full(body, extent):
    """Full is a sentence or clause; words fitted into the sentence of another are partial."""
    assert [extent] == [one.extent for one in quoted(body)]


@given(st.text(alphabet="Le saidR.,:?!“”‘’\"'«»「」\n-’he5%", max_size=120))
def test_any_text_gives_ordered_quotations_inside_it(body):
    """Whatever the marks, quotations lie in the text, in order, apart, and without white space at their ends."""
    found = quoted(body)
    assert sorted((one.start, one.end) for one in found) == [(one.start, one.end) for one in found]
    assert all(one.end <= after.start for one, after in pairwise(found))
    assert all(body[one.start : one.end].strip() == body[one.start : one.end] != "" for one in found)


@given(
    st.lists(
        st.sampled_from(
            [
                "“We stay,”",
                "Lee",
                "said",
                "that",
                "he",
                "according to",
                "“a day”",
                ",",
                "and",
                "saying",
                "Ray",
                ". ",
                "as",
            ]
        ),
        max_size=25,
    )
)
def test_any_order_of_words_is_read(parts):
    """Broken sentences give some answer and no error, and only known records speak."""
    assert {one.speaker for one in quoted(" ".join(parts))} <= {"lee", "ray", None}


@pytest.mark.parametrize("piece", ["“", "“a’ ", "Lee said “a”, ", "‘s ", '"a" and ', "as saying “x” ", "“A b. “"])
def test_long_hostile_texts_are_read_at_once(piece):
    """The cost grows with the length only: tens of thousands of marks are read within the test's patience."""
    body = piece * (40_000 // len(piece))
    quotations(Account(Words(body), sentences(body), (), KINDS))
