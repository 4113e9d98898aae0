"""Citations to take away: BibTeX, RIS and CSL JSON files beside each article, and one line to copy.

Sources: the BibTeX manual (btxdoc) and the special characters of TeX; the RIS format of Reference Manager (type NEWS);
the CSL 1.0.2 schema for CSL JSON. Text keeps its own letters, in UTF-8; only what the format itself would read as
structure is written differently.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from generator import dates
from generator.addresses import article_page, beside
from generator.citing.bibliography import citation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.addresses import FilePath
    from generator.annotation import AnnotatedArticle
    from generator.citing.bibliography import Author
    from generator.corpus import Corpus
    from generator.model import ArticleId

_TEX = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_"}
    | {
        "\\": r"{\textbackslash}",
        "{": r"{\textbraceleft}",  # not \{, because BibTeX counts braces and does not know that one
        "}": r"{\textbraceright}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
    },
)
_SENTENCE_ENDS = (".", "!", "?", "…")


def files(corpus: Corpus) -> Iterator[tuple[FilePath, Callable[[], bytes]]]:
    """Give the path and the maker of each article's citation files."""
    for key in corpus.articles:
        for name, written in (("citation.bib", bibtex), ("citation.json", csl_json), ("citation.ris", ris)):
            yield beside(article_page(key), name), partial(_made, written, key, corpus)


def _made(written: Callable[[AnnotatedArticle, Corpus], bytes], key: ArticleId, corpus: Corpus) -> bytes:
    return written(corpus.articles[key], corpus)


def bibtex(article: AnnotatedArticle, corpus: Corpus) -> bytes:
    """Give the article's BibTeX entry: an `@article` of its outlet, or `@misc` where the outlet is not known."""
    cited = citation(article, corpus)
    year, month, day = (*dates.parts(cited.published or "0"), 0, 0)[:3]
    fields = {
        "author": _braced(" and ".join(_bibtex_author(author) for author in cited.authors)),
        "title": _braced(_braced(_tex(cited.title))),  # twice, to keep the capitals of names
        "journal": _braced(_braced(_tex(cited.outlet or ""))),
        "year": _braced(str(year or "")),
        "month": dates.MONTHS[month - 1][:3].lower() if month else "",
        "day": _braced(str(day or "")),
        "url": _braced(cited.address or ""),  # verbatim: a safe address has no braces, and nothing else is structure
        "urldate": _braced(cited.accessed or "") if cited.address else "",
        "language": _braced(_tex(cited.language)),
        "note": _braced(_tex(". ".join(note for note in (cited.note, cited.copy_statement) if note))),
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{'article' if cited.outlet else 'misc'}{{{cited.key},\n{lines}}}\n".encode()


def ris(article: AnnotatedArticle, corpus: Corpus) -> bytes:
    """Give the article as a RIS record of type NEWS, with the line ends that the format asks for."""
    cited = citation(article, corpus)
    year, month, day = f"{dates.slashed(cited.published or '')}///".split("/")[:3]
    lines = [
        ("TY", "NEWS"),
        ("ID", cited.key),
        ("TI", cited.title),
        *(("AU", author.inverted) for author in cited.authors),
        ("T2", cited.outlet),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else None),
        ("LA", cited.language),
        ("AB", cited.abstract),
        ("N1", cited.note),
        ("UR", cited.address),
        ("Y2", f"{dates.slashed(cited.accessed)}/" if cited.accessed else None),
        ("DB", cited.archive if cited.copy_address else None),
        ("AV", cited.copy_address),
    ]
    written = [f"{tag}  - {value}\r\n" for tag, value in lines if value]
    return "".join([*written, "ER  - \r\n"]).encode()


def csl_json(article: AnnotatedArticle, corpus: Corpus) -> bytes:
    """Give the article as CSL JSON: an array of one item of type article-newspaper."""
    cited = citation(article, corpus)
    item = {
        "id": cited.key,
        "type": "article-newspaper",
        "title": cited.title,
        "author": [_csl_author(author) for author in cited.authors],
        "container-title": cited.outlet,
        "issued": _csl_date(cited.published),
        "URL": cited.address,
        "accessed": _csl_date(cited.accessed),
        "language": cited.language,
        "abstract": cited.abstract,
        "archive": cited.archive if cited.copy_address else None,
        "archive_location": cited.copy_address,
        "note": cited.note,
    }
    known = {name: value for name, value in item.items() if value}
    return msgspec.json.format(msgspec.json.encode([known]), indent=2) + b"\n"


def reference(article: AnnotatedArticle, corpus: Corpus) -> str:
    """Give the reference to an article as one line of plain text, in the manner of a newspaper's in the Chicago style.

    Square brackets, as in library catalogues, mark a date that the publication does not state.
    """
    cited = citation(article, corpus)
    date = dates.spoken(cited.published) if cited.published else "n.d."
    place = ", ".join(part for part in (cited.outlet, f"[{date}]" if cited.note else date) if part)
    found = cited.original or cited.archived
    seen = f" (accessed {dates.spoken(cited.accessed)})." if cited.accessed else ""
    sentences = (
        _ended(_names(cited.authors)) if cited.authors else "",
        f"“{_ended(cited.title)}”",
        _ended(place),
        f"{found}{seen}" if found else "",
        cited.copy_statement or "",
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _names(authors: tuple[Author, ...]) -> str:
    *others, last = [author.printed for author in authors]
    return f"{', '.join(others)} and {last}" if others else last


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip("”’\"'").endswith(_SENTENCE_ENDS) else f"{sentence}."


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _bibtex_author(author: Author) -> str:
    return _tex(author.inverted) if author.family else _braced(_tex(author.printed))


def _csl_author(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.family else {"literal": author.printed}


def _csl_date(date: str | None) -> dict[str, list[tuple[int, ...]]] | None:
    return {"date-parts": [dates.parts(date)]} if date else None
