"""How many articles a second one core annotates: `python -m tests.bench.bench_annotation [articles] [records]`.

Both corpora are made up with a fixed seed: articles of 450 words in sentences and paragraphs, with names of records,
parts of names and countries about as often as the news has them. One is of invented words with many quotations; the
other of English sentences as reports have them, whose pronouns, descriptions, sums and dates cost the most.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from generator.annotate.article import annotate
from generator.annotate.gazetteer import Gazetteer
from generator.authority import with_countries
from generator.countries import all_countries
from generator.formats.body import read_body
from generator.model import (
    Article,
    FrontMatter,
    Kind,
    Record,
    RecordId,
    Source,
)

Writer = Callable[[random.Random, list[str], list[str]], str]
"""Makes up a body of names and words."""
ARTICLES = 1_000
RECORDS = 5_000
SENTENCES = 19
SENTENCE = 22
"""Words of a sentence, without what stands around a quotation."""
SENTENCES_IN_PARAGRAPH = 3
VOCABULARY = 20_000
ROUNDS = 3
KINDS: tuple[Kind, ...] = ("person", "person", "person", "organisation", "group", "place", "event", "work")
SYLLABLES = """
ba be bi bo da de do fa ga go ha ka ko la le li lo ma me mi mo na ne ni no pa ra re ri ro sa se shi ta to va wa yu za
""".split()
COMMON = "the of to and a in that for on is said with it was by as at from he be has its will an not are were".split()
PLACES = """
China Chinese Beijing Pakistan Islamabad Germany U.S. American Washington France Paris Japan Kenya Turkey Georgia
""".split()
REPORTED = (
    "“We will not leave until the last of the {noun} have been counted,” {name} told reporters in {place} on {day}.",
    "The {noun} had been promised ${number} million by the end of {month}, {last} said.",
    "He said that it was “a bad day for all of us” and that the government of {place} would answer soon.",
    "At least {number} people and {few} {noun} were hurt in the fire of {month} {year}, according to {name}.",
    "Prices rose by {few} per cent, more than in any year since {year}, and nobody in {place} knows why.",
    "The spokesman added: “Nobody should think that this is over.”",
    "It has been known for years as the {word} affair, and most of the old houses near the river stand empty.",
    "{name} met the delegation from {place} last week, but neither side gave a date for the next round of talks.",
    "Those who left in {year} have not come back, and their {noun} were sold for about {number} dollars each.",
    "“They asked for our help,” she said, “and we gave it to them before the others did.”",
)
"""Sentences of reports, with places for names, numbers and dates."""
OPENERS = "The But In According On A Meanwhile He She They".split()


def word(chance: random.Random) -> str:
    """Make up a word."""
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))


def authority(chance: random.Random, count: int) -> dict[RecordId, Record]:
    """Make up records: people, bodies that share words and of which some have an acronym, and topics with terms."""
    given = [word(chance).title() for _ in range(400)]
    last = [word(chance).title() for _ in range(2_000)]
    bodies = "National Council Ministry Party Congress Movement Front University Bank Committee of for and".split()
    records = {}
    for number in range(count):
        kind = chance.choice(KINDS)
        if kind == "person":
            label = " ".join((*chance.choices(given, k=chance.randint(1, 2)), chance.choice(last)))
        else:
            label = " ".join(
                (chance.choice(last), *chance.choices(bodies, k=chance.randint(1, 3)), chance.choice(last))
            )
        initials = "".join(part[0] for part in label.split()).upper()
        aliases = (initials,) if kind != "person" and chance.random() < 0.3 else ()
        key = RecordId(f"record-{number}")
        records[key] = Record(key, kind, label, aliases, country=chance.choice([None, "CN", "US", "PK"]))
    for number in range(40):
        key = RecordId(f"topic-{number}")
        terms = {" ".join(word(chance) for _ in range(chance.randint(1, 2))): 1.5 for _ in range(15)}
        records[key] = Record(key, "topic", f"Topic {number}", terms=terms)
    return records


def body(chance: random.Random, names: list[str], vocabulary: list[str]) -> str:
    """Make up a body in paragraphs; every fourth sentence is a quotation."""
    sentences = [sentence(chance, names, vocabulary) for _ in range(SENTENCES)]
    paragraphs = [
        sentences[at : at + SENTENCES_IN_PARAGRAPH] for at in range(0, len(sentences), SENTENCES_IN_PARAGRAPH)
    ]
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def sentence(chance: random.Random, names: list[str], vocabulary: list[str]) -> str:
    """Make up a sentence, quoted or not, with a name or a country now and then."""
    words = [chance.choice(OPENERS)]
    while len(words) < SENTENCE:
        drawn = chance.random()
        if drawn < 0.02:
            words += chance.choice(names).split()
        elif drawn < 0.03:
            words.append(chance.choice(names).split()[-1])
        elif drawn < 0.05:
            words.append(chance.choice(PLACES))
        elif drawn < 0.45:
            words.append(chance.choice(COMMON))
        else:
            words.append(chance.choice(vocabulary))
    text = " ".join(words)
    if chance.random() < 0.25:
        return f"“{text},” {chance.choice(names)} said, citing {chance.randint(2, 900)} cases."
    return f"{text}."


def report(chance: random.Random, names: list[str], vocabulary: list[str]) -> str:
    """Make up a report in English: who said what, how much of it there is, and when; a few words are invented."""
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < SENTENCES * SENTENCE:
        patterns = chance.sample(REPORTED, SENTENCES_IN_PARAGRAPH)
        paragraphs.append(" ".join(_filled(pattern, chance, names, vocabulary) for pattern in patterns))
    return "\n\n".join(paragraphs)


def _filled(pattern: str, chance: random.Random, names: list[str], vocabulary: list[str]) -> str:
    name = chance.choice(names)
    fillings = {
        "name": name,
        "last": name.split()[-1],
        "place": chance.choice(PLACES),
        "number": f"{chance.randint(2, 90_000):,}",
        "few": chance.choice("two three twelve twenty-one dozens".split()),
        "year": chance.randint(1990, 2024),
        "month": chance.choice("January March June October".split()),
        "day": chance.choice("Monday Tuesday Friday".split()),
        "word": chance.choice(vocabulary),
        "noun": chance.choice("farmers ministers schools companies reports prices villages workers".split()),
    }
    return pattern.format_map(fillings)


def corpus(count: int, size: int, write: Writer = body) -> tuple[list[Article], Gazetteer]:
    """Make up articles and the gazetteer of the records that they name, always the same."""
    chance = random.Random(1987)
    records = authority(chance, size)
    names = [record.label for record in records.values() if record.kind != "topic"]
    vocabulary = [word(chance) for _ in range(VOCABULARY)]
    articles = [
        Article(
            FrontMatter(
                f"{chance.choice(names)} meets {chance.choice(names)}",
                f"article-{number}",
                source=Source(dateline="Beijing"),
            ),
            read_body(write(chance, names, vocabulary)),
            f"articles/article-{number}.md",
        )
        for number in range(count)
    ]
    return articles, Gazetteer(with_countries(records, all_countries()), all_countries())


def main() -> None:
    """Print the best of three rounds of each corpus, in processor time."""
    count, size = (*map(int, sys.argv[1:]), *(ARTICLES, RECORDS)[len(sys.argv) - 1 :])
    for name, write in (("invented words", body), ("English reports", report)):
        sys.stdout.write(f"{name}: ")
        measure(count, size, write)


def measure(count: int, size: int, write: Writer) -> None:
    """Print the best of three rounds of one corpus."""
    begun = time.process_time()
    articles, gazetteer = corpus(count, size, write)
    sys.stdout.write(
        f"made {count} articles and a gazetteer of {size} records in {time.process_time() - begun:.1f} s\n"
    )
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        mentions = sum(len(annotate(article, gazetteer).annotation.mentions) for article in articles)
        best = min(best, time.process_time() - begun)
    words = sum(len(article.body.split()) for article in articles) / count
    sizes = f"{words:.0f} words and {mentions / count:.1f} mentions each"
    sys.stdout.write(f"{count / best:,.0f} articles a second and core ({sizes})\n")


if __name__ == "__main__":
    main()
