"""What a citation of an article says, whatever the format: the original publication, with our page as its archive copy.

The printed headline, the outlet and the authors as printed are cited; nobody is named as author of a digest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator import markup, rights
from generator.absolute import absolute
from generator.addresses import article_page
from generator.model import RecordId

if TYPE_CHECKING:
    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Rights, Source

COPY_NAMES: dict[Rights, str] = {"full": "Copy", "excerpt": "Excerpt", "digest": "Digest", "metadata": "Record"}
"""What our page holds of the publication, in one word."""

DERIVED_NOTE = "Date derived, not stated in the source"

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:-[A-ZÀ-ÖØ-Þ][^\W\d_]+)?"
_PERSON = re.compile(rf"({_NAME}(?: [A-Z]\.)?) ((?:[DLO]['’])?{_NAME})\Z")
"""A given name, perhaps an initial, and a family name; any other shape is left as it was printed."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_INSTITUTIONAL = _words(
    "agency bureau contributor contributors correspondent correspondents desk digital editor editorial editors "
    "media network news newsroom online press reporter reporters reuters service staff team times today tv web "
    "writer writers",
)
"""Words that tell a desk's byline from a person's."""

_FAMILY_FIRST = _words(
    "bai cai cao chen cheng choi cui dai deng ding dong du duan fan fang feng fu gao gong gu guo han hao he hou "
    "hu huang jia jiang jin jung kang kim kong lai lee lei li liang liao lin liu lu luo lyu ma mao meng ngo "
    "nguyen pan park peng qian qin qiu ren shao shen shi song sun tan tang tao tian tran tsai wan wang wei wen wu xi "
    "xia xiang xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou",
)
"""Family names that stand first as often as last, so that which is which cannot be told from the printed order."""

_CONTROLS = {code: None for code in [*range(0x20), *range(0x7F, 0xA0)] if not chr(code).isspace()}


class Author(msgspec.Struct, frozen=True):
    """A name as printed, with its parts where it is surely a person's in the order given name, family name."""

    printed: str
    given: str = ""
    family: str = ""

    @property
    def inverted(self) -> str:
        """The name as catalogues sort it: "Family, Given", or as printed where its parts are not known."""
        return f"{self.family}, {self.given}" if self.family else self.printed


class Citation(msgspec.Struct, frozen=True):
    """What is cited; every text is on one line and without controls, every address safe to link to."""

    key: str
    title: str
    authors: tuple[Author, ...]
    outlet: str | None
    published: str | None
    derived: bool
    original: str | None
    archived: str | None
    accessed: str | None
    language: str
    abstract: str
    archive: str
    copy_name: str
    copy_address: str | None

    @property
    def address(self) -> str | None:
        """Where a reader can open it: the original, or else a web archive's copy, or else ours."""
        return self.original or self.archived or self.copy_address

    @property
    def copy_statement(self) -> str | None:
        """What our page holds, and where it is."""
        return f"{self.copy_name} at {self.archive}: {self.copy_address}" if self.copy_address else None

    @property
    def note(self) -> str | None:
        """What must be said of the date when it does not come from the publication itself."""
        return DERIVED_NOTE if self.published and self.derived else None


def citation(article: AnnotatedArticle, corpus: Corpus) -> Citation:
    """Say what a citation of an article consists of."""
    front, source = article.article.front, article.article.front.source
    outlet = corpus.records.get(RecordId(source.outlet or ""))
    institutions = _institutions(source, corpus)
    return Citation(
        key=front.id,
        title=_line(source.headline or front.title),
        authors=tuple(_author(_line(name), institutions) for name in source.authors if _line(name)),
        outlet=_line(outlet.label) if outlet else None,
        published=front.published,
        derived=front.date_status == "derived",
        original=markup.url(source.url),
        archived=markup.url(source.archive_url),
        accessed=source.retrieved,
        language=front.language,
        abstract=_line(rights.shown_standfirst(article.article)),
        archive=_line(corpus.site.name),
        copy_name=COPY_NAMES[front.rights],
        copy_address=absolute(corpus.site, article_page(article.article.id)),
    )


def _author(printed: str, institutions: frozenset[str]) -> Author:
    match = _PERSON.match(printed)
    words = printed.casefold().split()
    if match is None or match[1].isupper() or printed.casefold() in institutions:
        return Author(printed)
    if words[0] in _FAMILY_FIRST or _INSTITUTIONAL.intersection(words):
        return Author(printed)
    return Author(printed, given=match[1], family=match[2])


def _institutions(source: Source, corpus: Corpus) -> frozenset[str]:
    keys = [RecordId(key) for key in (source.outlet, *source.agencies) if key]
    records = [corpus.records[key] for key in keys if key in corpus.records]
    return frozenset(name.casefold() for record in records for name in (record.label, *record.aliases))


def _line(text: str) -> str:
    return " ".join(text.translate(_CONTROLS).split())
