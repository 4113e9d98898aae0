"""A small corpus for the tests of exports: all rights, all kinds of record, a private person, and undated articles."""

from collections.abc import Iterable

from generator.annotation import (
    AnnotatedArticle,
    Annotation,
    CountryWeight,
    EventDate,
    Figure,
    Mention,
    Quotation,
    Sentences,
    Span,
    TopicWeight,
)
from generator.corpus import Corpus, gather
from generator.model import (
    Article,
    Block,
    FrontMatter,
    Record,
    RecordId,
    Run,
    Site,
    Source,
)
from generator.story import Story

SITE_URL = "https://cuttings.example/research/"
BODY = (
    "Khan met Xi in Beijing. “We want trade,” Khan said. "
    "About 500 fighters left in 2021, said Amina Noor: “I saw them go.”"
)
"""Three sentences, two quotations, one figure, one date."""
QUOTED, WITNESSED, COUNTED, DATED = "We want trade,", "I saw them go.", "About 500 fighters", "2021"

RECORDS = (
    Record(id=RecordId("imran-khan"), kind="person", label="Imran Khan", aliases=("Khan",), country="pk"),
    Record(
        id=RecordId("xi-jinping"), kind="person", label="Xi Jinping", aliases=("Xi",), same_as={"wikidata": "Q15031"}
    ),
    Record(id=RecordId("amina-noor"), kind="person", label="Amina Noor", private=True),
    Record(id=RecordId("cn"), kind="country", label="China"),
    Record(id=RecordId("diplomacy"), kind="topic", label="Diplomacy"),
    Record(id=RecordId("wion"), kind="outlet", label="WION", aliases=("World is One News",)),
    Record(id=RecordId("ani"), kind="outlet", label="ANI"),
)


def find(record: str, words: str, rule: str = "alias") -> Mention:
    """Mention a record where the body has some words for the first time."""
    start = BODY.index(words)
    return Mention(RecordId(record), "body", start, start + len(words), rule)


ANNOTATION = Annotation(
    sentences=Sentences(body=(Span(0, 23), Span(24, 51), Span(52, len(BODY)))),
    mentions=(
        find("imran-khan", "Khan"),
        find("xi-jinping", "Xi"),
        find("cn", "Beijing", "capital"),
        find("diplomacy", "met", "term"),
        find("amina-noor", "Amina Noor", "label"),
    ),
    countries=(CountryWeight(RecordId("cn"), 0.75, True, 1),),
    topics=(TopicWeight(RecordId("diplomacy"), 1.0, True),),
    quotations=(
        Quotation(RecordId("imran-khan"), "Khan", "said", BODY.index(QUOTED), BODY.index(QUOTED) + len(QUOTED), "full"),
        Quotation(
            RecordId("amina-noor"), "Amina Noor", "said", BODY.index(WITNESSED), BODY.index(WITNESSED) + 14, "full"
        ),
    ),
    figures=(Figure(500, "fighters", BODY.index(COUNTED), BODY.index(COUNTED) + len(COUNTED)),),
    event_dates=(EventDate(BODY.index(DATED), BODY.index(DATED) + len(DATED), "2021", "stated"),),
)


def article(key: str = "2022-02-06-khan-meets-xi", body: str = BODY, source: Source | None = None, **front):
    """Build an annotated article; the annotation fits the usual body."""
    written = {"title": "Khan meets Xi", "published": "2022-02-06", "date_status": "stated", "rights": "full"} | front
    source = source or Source(outlet="wion", agencies=("ani",), url="https://wion.example/khan?a=1&b=2")
    blocks = (Block(kind="paragraph", runs=(Run(body),), start=0),) if body else ()
    annotation = ANNOTATION if body == BODY else Annotation(Sentences(body=(Span(0, len(body)),)), (), (), ())
    return AnnotatedArticle(
        Article(FrontMatter(id=key, source=source, **written), blocks, f"articles/{key}.md"), annotation
    )


def corpus(
    *articles: AnnotatedArticle,
    records: Iterable[Record] = RECORDS,
    stories: Iterable[Story] = (),
    url: str = SITE_URL,
    name: str = "Cuttings",
):
    """Gather a corpus of articles, of the usual one where none is given."""
    site = Site(name=name, url=url)
    return gather(site, articles or (article(),), {record.id: record for record in records}, stories)


def only(*articles: AnnotatedArticle, **settings) -> tuple[AnnotatedArticle, Corpus]:
    """Give a corpus of one article, and that article."""
    made = corpus(*articles, **settings)
    return next(iter(made.articles.values())), made
