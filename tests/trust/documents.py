"""Random and mutated documents of every kind that is read, the same ones for the same seed."""

import json
import random
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP

from ingest_texts import BODY, FOUR, ONE, TWO, page
from pdf_writer import pdf, rows

Named = tuple[str, bytes]

LARGEST = 2**20
"""Bytes of the largest documents."""
LARGE = 0.01
"""Share of documents that are blown up to that size."""

ATOMS = """
a A b. A~b. By By~A~B By~A,~B~and~C and Jan~1,~2020 January~1 2020-01-01 31.02.2022 12:30~PM 10~million 1 1, 1. 1: %
http://a.b/ https://a.b/c?d=e www. @a #a a@b.c ALSO~READ:~a READ~MORE Photo:~a Image:~A~B/AFP (Reuters)~-
BEIJING,~Jan~1~(Reuters)~- Beijing:~ / A/B |A A~|~B ©~2020 Source:~ Updated:~ Published~ Share~this Tag:~a
[ ![ [a](b) ]( < <a <a<b <div> </div> <p> <p~ </ <!-- --> <![CDATA[ <script> <style> <table><tr><td> <svg>
& &amp; &# &#x41; > - * + # ## ` ``` ~~~ ** _ | \\ ( (( (a “ ” ‘ ’ " ' … ... . , - – — • ‣ { } {"a": [[ ]]
--- a:~b "a", a,b ; = null true -1 1e999 NaN __proto__ !!python/object *a &a 9999999999999999999999
From:~a Date:~b Subject:~c Sent:~d On~a~wrote: Begin~forwarded~message: -----Original~Message----- MIME-Version:~1.0
Content-Type:~multipart/mixed;~boundary=x --x --x-- Content-Transfer-Encoding:~base64 =?utf-8?q?=C3=A9?= =3D
obj endobj stream endstream << >> /Type /Pages /Kids xref trailer startxref %PDF-1.7 %%EOF BT ET Tj Tf /Filter
/FlateDecode \x00 \x01 \x1b[31m \x7f \x85 \xa0 \xad é e\u0301 中 ب \u200b \u200e \u202e \u2066 \u2028 \ufeff \ufffd
\ud7ff 🎉 â€™ Ã© ﬁ ＜ said Mr. Dr. U.S. the Imran~Khan Xi~Jinping COVID-19
""".replace("\n", " ").split(" ")
_WORDS = [atom.replace("~", " ") for atom in ATOMS if atom]
_JOINTS = ["", "", " ", " ", " ", "\n", "\n\n", "\r\n", "\t"]
_ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "shift_jis", "gb18030"]


def samples() -> dict[str, bytes]:
    """Give a good document of each kind, by its suffix."""
    head = page("March 7, 2022, 05:26 PM IST", "Customs house of Harwick closes", "By Marta Lindqvist, Quay Daily")
    plain = page(head, BODY, "ALSO READ: Quay floods", "(Reuters)")
    listed = page("Tag: Harwick", *(page(f"• {title}", title, ONE, text) for title, text in (("A", TWO), ("B", FOUR))))
    front = "---\ntitle: Customs house\npublished: 2022-03-07\nsource:\n  outlet: Quay Daily\nentities: [A, B]\n---\n\n"
    row = {"title": "Customs house", "body": BODY, "source": {"outlet": "Quay"}, "persons": [{"name": "A"}]}
    return {
        ".txt": plain.encode(),
        ".text": listed.encode(),
        ".md": f"{front}# Closing\n\n{BODY}\n\n- one\n- two\n\n> said\n\n```\ncode\n```\n".encode(),
        ".html": _page().encode(),
        ".eml": _mail(plain),
        ".pdf": pdf(rows("Customs house", size=24), rows(*ONE.split(", "), top=600), about="/CreationDate (D:2022)"),
        ".jsonl": "\n".join([json.dumps(row), json.dumps(row | {"title": "B", "published": "1 May 2020"})]).encode(),
        ".csv": f'title,published,source.outlet,body\nA,2022-03-07,Quay,"{ONE}"\nB,,,"{TWO}"\n'.encode(),
    }


def _page() -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "Customs house", "datePublished": "2022-03-07T10:00:00Z"})
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Customs house - Quay</title>'
        f'<link rel="canonical" href="https://quay.example/a"><script type="application/ld+json">{data}</script></head>'
        f'<body><nav><a href="/">Home</a></nav><article><h1>Customs house</h1><p class="byline">By Marta Lindqvist</p>'
        f'<figure><img src="a.png"><figcaption>The quay. Photo: A B/AFP</figcaption></figure>{paragraphs}'
        f"<ul><li>one</li></ul><blockquote>said</blockquote></article><footer>© Quay</footer></body></html>"
    )


def _mail(text: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "Quay Daily <desk@quay.example>", "reader@home.example"
    message["Subject"], message["Date"] = "Fwd: Customs house", "Mon, 07 Mar 2022 23:30:00 -0500"
    head = "---------- Forwarded message ---------\nFrom: A B\nDate: 5 March 2022\nSubject: Quay"
    message.set_content(page(head, text))
    message.add_alternative(_page(), subtype="html")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"====={number}")  # in place of one by chance
    return message.as_bytes()


def documents(seed: int, number: int) -> Iterator[Named]:
    """Give some documents, each with a name that tells the seed, its place and the kind as which it is read."""
    good = samples()
    for place in range(number):
        yield document(seed, place, good)


def document(seed: int, place: int, good: dict[str, bytes]) -> Named:
    """Give one document of a seed, made of good ones."""
    chance = random.Random(f"{seed}/{place}")
    suffix = chance.choice(sorted(good))
    content = chance.choice(_MAKERS)(chance, good[suffix], good)
    if chance.random() < LARGE:
        content = (content or b" ") * (LARGEST // max(len(content), 1) + 1)
    return f"{seed}-{place}{suffix}", content[:LARGEST]


def _random_bytes(chance: random.Random, _: bytes, __: dict[str, bytes]) -> bytes:
    return chance.randbytes(chance.choice([0, 1, 9, 300, 5_000, 50_000]))


def _random_atoms(chance: random.Random, _: bytes, __: dict[str, bytes]) -> bytes:
    pool = chance.sample(_WORDS, chance.choice([1, 2, 5, len(_WORDS)]))
    joints = chance.sample(_JOINTS, chance.choice([1, 3]))
    text = "".join(chance.choice(pool) + chance.choice(joints) for _ in range(chance.choice([1, 30, 400, 3_000])))
    return text.encode(chance.choice(_ENCODINGS), "replace")


def _mutated(chance: random.Random, good: bytes, others: dict[str, bytes]) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        good = chance.choice(_MUTATIONS)(chance, good, others)[: LARGEST // 4]
    return good


def _wrapped(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    """Put a good document deep into something."""
    opened = chance.choice(["<div>", "<b>", "[", "(", "“", "> ", "- ", "{", '{"a":', "<<", "[[", "<table><tr><td>"])
    depth = chance.choice([10, 300, 3_000, 30_000])
    return opened.encode() * depth + good + chance.choice([b"", b">" * depth, b"]" * depth, b"</div>" * depth])


def _reencoded(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    text = good.decode("utf-8", "replace")
    once = text.encode(chance.choice(_ENCODINGS), "replace")
    return once.decode("latin-1").encode(chance.choice(["latin-1", "utf-8"]))


_MAKERS: list[Callable[[random.Random, bytes, dict[str, bytes]], bytes]] = [
    _random_bytes, _random_atoms, _random_atoms, _mutated, _mutated, _mutated, _mutated, _wrapped, _reencoded,
]  # fmt: skip


def _span(chance: random.Random, content: bytes) -> tuple[int, int]:
    first = chance.randint(0, len(content))
    return first, min(len(content), first + chance.choice([0, 1, 4, 30, 500, 5_000]))


def _cut(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    return good[: chance.randint(0, len(good))]


def _taken_out(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    first, last = _span(chance, good)
    return good[:first] + good[last:]


def _repeated(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    first, last = _span(chance, good)
    return good[:first] + good[first:last] * chance.choice([2, 3, 20, 500]) + good[last:]


def _spliced(chance: random.Random, good: bytes, others: dict[str, bytes]) -> bytes:
    first, last = _span(chance, good)
    other = others[chance.choice(sorted(others))]
    begin, end = _span(chance, other)
    return good[:first] + other[begin:end] + good[last:]


def _flipped(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    changed = bytearray(good)
    for _index in range(chance.choice([1, 3, 30])):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _inserted(chance: random.Random, good: bytes, _: dict[str, bytes]) -> bytes:
    first = chance.randint(0, len(good))
    atom = chance.choice(_WORDS) + chance.choice(_JOINTS)
    return good[:first] + atom.encode() * chance.choice([1, 1, 2, 50, 2_000]) + good[first:]


_MUTATIONS = [_cut, _taken_out, _repeated, _spliced, _flipped, _inserted, _inserted]
