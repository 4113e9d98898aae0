"""A corpus made up with a fixed seed, as content folder and as the source of a Hugo site.

`python -m tests.bench.corpus FOLDER [ARTICLES]`: articles of about 450 words over twelve years; a third as many
entities, named by Zipf's law; two hundred countries; forty topics. The Hugo site has the same articles with entities,
countries and topics as taxonomies.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pycountry

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLES = 1_000
WORDS = 450
SENTENCES_IN_PARAGRAPH = 3
COUNTRIES, TOPICS = 200, 40
VOCABULARY = 24_000
FIRST_YEAR, YEARS = 2013, 12
DATELINES = "Ankara Beijing Berlin Canberra Islamabad London Nairobi Ottawa Paris Tokyo".split()
SYLLABLES = """
ba be bi bo da de do fa ga go ha ka ko la le li lo ma me mi mo na ne ni no pa ra re ri ro sa se shi ta to va wa yu za
""".split()
COMMON = "the of to and a in that for on is said with it was by as at from he be has its will an not are were".split()
COMMON_SHARE, NAMED_SHARE, QUOTED_SHARE = 0.42, 0.03, 0.15
LEAST_RANK = 20
"""Zipf's law without its very first ranks, so that no name stands in every article."""


class Entity(NamedTuple):
    """A thing that articles name."""

    id: str
    kind: str
    label: str


class Piece(NamedTuple):
    """An article: what it is about, and its paragraphs."""

    id: str
    title: str
    published: str
    dateline: str
    entities: tuple[Entity, ...]
    countries: tuple[str, ...]
    topics: tuple[int, ...]
    paragraphs: tuple[str, ...]


class World:
    """Words, names and topics to write about; the same for the same size."""

    def __init__(self, articles: int) -> None:
        self.chance = random.Random(1987)
        self.vocabulary = sorted({self.word() for _ in range(VOCABULARY)})
        self.entities = [*self._entities(max(1, articles // 3))]
        self.weights = [1 / (rank + LEAST_RANK) for rank in range(len(self.entities))]
        self.countries = sorted(country.name for country in pycountry.countries if "," not in country.name)[:COUNTRIES]
        self.terms = [[self.word() + self.word() for _ in range(5)] for _ in range(TOPICS)]

    def word(self) -> str:
        """Make up a word."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 4)))

    def name(self) -> str:
        """Make up a word as names have it."""
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))).title()

    def _entities(self, count: int) -> Iterator[Entity]:
        bodies = "Council Ministry Movement Front University Committee Institute Association".split()
        seen: set[str] = set()
        while len(seen) < count:
            person = self.chance.random() < 0.6
            label = f"{self.name()} {self.name()}" if person else f"{self.name()} {self.chance.choice(bodies)}"
            if label not in seen:
                seen.add(label)
                yield Entity(label.lower().replace(" ", "-"), "person" if person else "organisation", label)

    def piece(self, number: int) -> Piece:
        """Write an article."""
        chance = self.chance
        entities = tuple(dict.fromkeys(chance.choices(self.entities, self.weights, k=8)))
        countries = tuple(dict.fromkeys(chance.choices(self.countries, k=3)))
        topics = tuple(dict.fromkeys(chance.choices(range(TOPICS), k=2)))
        names = [*(entity.label for entity in entities), *countries, *countries]
        names += [term for topic in topics for term in chance.sample(self.terms[topic], 3)]
        title = f"{entities[0].label} {chance.choice(self.vocabulary)} {chance.choice(self.vocabulary)} {number}"
        published = f"{FIRST_YEAR + number % YEARS}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        dateline = chance.choice(DATELINES)
        paragraphs = (*self._paragraphs(names),)
        return Piece(f"{published}-piece-{number}", title, published, dateline, entities, countries, topics, paragraphs)

    def _paragraphs(self, names: list[str]) -> Iterator[str]:
        left, sentences = WORDS, []
        while left > 0:
            sentence = self._sentence(names)
            left -= len(sentence.split())
            sentences.append(sentence)
        for at in range(0, len(sentences), SENTENCES_IN_PARAGRAPH):
            yield " ".join(sentences[at : at + SENTENCES_IN_PARAGRAPH])

    def _sentence(self, names: list[str]) -> str:
        chance = self.chance
        words = []
        for _ in range(chance.randint(14, 30)):
            drawn = chance.random()
            if drawn < NAMED_SHARE:
                words.append(chance.choice(names))
            elif drawn < COMMON_SHARE:
                words.append(chance.choice(COMMON))
            else:
                words.append(chance.choice(self.vocabulary))
        text = " ".join(words)
        text = text[0].upper() + text[1:]
        if chance.random() < QUOTED_SHARE:
            return f"“{text},” {names[0]} said, citing {chance.randint(2, 900)} cases."
        return f"{text}."


def pieces(articles: int) -> tuple[World, Iterator[Piece]]:
    """Give a world and the articles in it."""
    world = World(articles)
    return world, (world.piece(number) for number in range(articles))


def write_corpus(folder: Path, articles: int) -> None:
    """Write `folder`/content for us and `folder`/hugo for Hugo."""
    world, written = pieces(articles)
    content, hugo = folder / "content", folder / "hugo" / "content"
    for place in (content / "authorities", hugo / "articles"):
        place.mkdir(parents=True)
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        (content / "articles" / str(year)).mkdir(parents=True)
    (content / "authorities" / "records.yml").write_text("".join(_records(world)), encoding="utf-8")
    for piece in written:
        path = content / "articles" / piece.published[:4] / f"{piece.id}.md"
        path.write_text(_article(piece), encoding="utf-8")
        (hugo / "articles" / f"{piece.id}.md").write_text(_hugo_article(piece), encoding="utf-8")


def _records(world: World) -> Iterator[str]:
    for entity in world.entities:
        yield f"- id: {entity.id}\n  kind: {entity.kind}\n  label: {entity.label}\n  review: {{state: reviewed}}\n"
    yield "- id: daily\n  kind: outlet\n  label: Daily\n"
    for number, terms in enumerate(world.terms):
        weights = ", ".join(f"{term}: 2" for term in terms)
        yield f"- id: topic-{number}\n  kind: topic\n  label: Topic {number}\n  terms: {{{weights}}}\n"


def _article(piece: Piece) -> str:
    front = (
        f"id: {piece.id}\ntitle: {json.dumps(piece.title)}\npublished: {piece.published}\ndate_status: stated\n"
        f"source:\n  headline: {json.dumps(piece.title)}\n  outlet: daily\n  dateline: {piece.dateline}\n"
        f"genre: news\nrights: full\nlanguage: en\nreview: {{state: reviewed}}\n"
    )
    return f"---\n{front}---\n\n" + "\n\n".join(piece.paragraphs) + "\n"


def _hugo_article(piece: Piece) -> str:
    front = {
        "title": piece.title,
        "date": piece.published,
        "entities": [entity.label for entity in piece.entities],
        "countries": [*piece.countries],
        "topics": [f"Topic {topic}" for topic in piece.topics],
    }
    return f"{json.dumps(front, indent=1)}\n\n" + "\n\n".join(piece.paragraphs) + "\n"


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ARTICLES)
