"""A content folder with a name in every place that can hold one, and a look for it that shares nothing with ours."""

import gzip
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

FIRST, LAST = "Zorblatt", "Quéxleyford"
NAME = f"{FIRST} {LAST}"
KEY = "zorblatt-quexleyford"
NICKNAME = "Blumenkrantz"
"""Another name of the person, which only the person's record knows."""
SECRETS = ("zorblattquexleyford", "quexleyford", "blumenkrantz")
"""How the names read when only their letters are left, small and without accents."""

CONTENT = {
    f"articles/2022/2022-02-06-{KEY}-held.md": f"""\
---
title: "{NAME.upper()} held in Paris"
published: 2022-02-06
date_status: stated
date_evidence: "{NAME}, 6 February 2022"
source:
  headline: "{FIRST}-{LAST}’s arrest"
  outlet: {KEY}-daily
  url: https://example.org/{quote(NAME)}
  authors: ["{LAST}, {FIRST}", "{NAME}"]
  dateline: "{NAME} Square"
  standfirst: "What {NAME} said."
  captions: ["{NAME} at home", "Mr {LAST}"]
  archive_url: https://archive.example.org/2022/{KEY}
  document: {KEY}.html
rights: digest
entities: [{KEY}, xi-jinping]
topics: [arrests]
review: {{state: reviewed, by: "{NAME}", on: 2022-02-07}}
---

# {NAME}

**{FIRST}** *{LAST}* met Xi Jinping in China. "Nobody asked me, and I never saw a judge in all those days," {NAME} said.

Mr {LAST} counted 300 detainees. {NICKNAME} was [held](https://example.org/x?who={FIRST}+Quexleyford) on 1 May 2021.

> {unicodedata.normalize("NFD", NAME)} and ＺＯＲＢＬＡＴＴ Quexleyford's friends. Zor\u00adblatt\u00a0{LAST}.

- {FIRST}
- {LAST}
""",
    "articles/undated/a-second-report.md": f"""\
---
title: A second report
rights: full
---

Xi Jinping knows `{FIRST}_{LAST}` and #{FIRST}{LAST}. Arrests go on in China.
""",
    f"articles/undated/{KEY}-broken.md": f'---\ntitle: Broken\ngenre: "{NAME}"\n"{NAME}": x\n---\n',
    "authorities/people.yml": f"""\
- id: {KEY}
  kind: person
  label: "{NAME}"
  aliases: [{NICKNAME}]
  description: "{NAME} is a teacher"
  same_as: {{wikidata: Q1, site: "https://example.org/{KEY}"}}
  redirect_from: [{KEY}-2]
- id: xi-jinping
  kind: person
  label: Xi Jinping
  aliases: ["Friend of {NAME}"]
  description: "Met {NAME}"
  country: CN
""",
    f"authorities/{KEY}.yml": f"""\
- id: {KEY}-daily
  kind: outlet
  label: "{NAME} Daily"
- id: arrests
  kind: topic
  label: Arrests
  definition: "Like that of {NAME}"
  terms: {{arrests: 3, held: 3, "{NAME}": 3}}
- {{id: bad, kind: "{NAME}", label: Bad}}
""",
    "decisions.yml": f"""\
- {{decision: not-a-name, names: ["Paris {NAME}", Nowhere], why: "{NAME} asked", by: "{NAME}"}}
- {{decision: merge, record: {KEY}-twin, into: {KEY}}}
- {{decision: same-story, articles: [2022-02-06-{KEY}-held, a-second-report], why: "both about {NICKNAME}"}}
""",
    "pages/about.md": f"---\ntitle: About {NAME}\n---\n\nBy {NAME}.\n",
    f"pages/{KEY}.md": "---\ntitle: A page\n---\n\nText.\n",
    "addresses.txt": f"""\
articles/2022-02-06-{KEY}-held/
articles/old/ -> articles/2022-02-06-{KEY}-held/
entities/{KEY}/
""",
}
"""Files of a content folder."""


def leaks(*folders: Path) -> list[str]:
    """Give the files below some folders, names and all, that hold any of the names in any way of writing."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            texts = [str(path.relative_to(folder))]
            if path.is_file() and not path.is_symlink():
                texts += _readings(path.read_bytes())
            found += [str(path) for text in texts if any(secret in _letters(text) for secret in SECRETS)]
    return found


def _readings(raw: bytes) -> Iterator[str]:
    if raw[:2] == b"\x1f\x8b":
        raw = gzip.decompress(raw)
    text = raw.decode("utf-8", "replace")
    yield text
    yield unquote(html.unescape(text))
    yield html.unescape(re.sub(r"<[^>]+>", "", text))
    yield re.sub(r"\\u[0-9a-f]{4}", lambda match: json.loads(f'"{match[0]}"'), text)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in plain if char.isalnum())
