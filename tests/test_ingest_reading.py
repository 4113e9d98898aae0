"""Reading files: which are meant, how their bytes are understood, and what is refused with a reason."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.decoding import decode
from generator.ingest.model import RawFile
from generator.ingest.readers import READERS, articles_of
from generator.ingest.reading import LARGEST_DOCUMENT, find_files, read_file, read_text
from generator.problems import ContentError, Problem

ENGLISH = "China’s envoy said “we call for unity”. The café by the quay – 10 € a cup – was closed on Tuesday. " * 3
FRENCH = "Le président chinois a rencontré le premier ministre à Pékin, où l'été était déjà passé. " * 3
RUSSIAN = "Президент Китая встретился с премьер-министром Пакистана в Пекине в воскресенье. " * 3
JAPANESE = "中国の習近平国家主席は日曜日、北京でパキスタンのカーン首相と会談した。" * 3
CHINESE = "中国国家主席习近平星期日在北京会见了巴基斯坦总理伊姆兰·汗。" * 3
TAIWANESE = "中國國家主席習近平星期日在北京會見了巴基斯坦總理。" * 3
KOREAN = "중국 시진핑 국가주석이 일요일 베이징에서 파키스탄 총리를 만났다. " * 3
TURKISH = "Çin Devlet Başkanı, Pakistan Başbakanı ile görüştü. Uygur Türkleri için çağrı yapıldı. " * 3
POLISH = "Prezydent Chin spotkał się z premierem Pakistanu w niedzielę. Źródła mówią, że żołnierze są. " * 3
ARABIC = "التقى الرئيس الصيني برئيس وزراء باكستان في بكين يوم الأحد. " * 3
GREEK = "Ο πρόεδρος της Κίνας συνάντησε τον πρωθυπουργό του Πακιστάν στο Πεκίνο. " * 3
HEBREW = "נשיא סין נפגש עם ראש ממשלת פקיסטן בבירה ביום ראשון. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"), (ENGLISH, "utf-8-sig"), (ENGLISH, "utf-16"), (ENGLISH, "utf-32"), (ENGLISH, "utf-16-le"),
        (CHINESE, "utf-16"), (ENGLISH, "utf-16-be"), (ENGLISH, "utf-32-le"), (ENGLISH, "cp1252"), (POLISH, "cp1250"),
        (ENGLISH, "mac_roman"), (FRENCH, "latin-1"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "cp866"),
        (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"), (CHINESE, "gb18030"),
        (TAIWANESE, "big5"), (KOREAN, "euc_kr"), (TURKISH, "cp1254"), (POLISH, "iso8859_2"), (ARABIC, "cp1256"),
        (GREEK, "cp1253"), (HEBREW, "cp1255"),
    ],
)  # fmt: skip
def test_text_in_any_usual_encoding_is_understood(text, encoding):
    """Marked, Unicode and guessed encodings all give the text that was written."""
    assert text == decode(text.encode(encoding))[0]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("â€œItâ€™s hardâ€\x9d, he said", "“It’s hard”, he said"),
        ("The cafÃ© of Ãœrumqi", "The café of Ürumqi"),
        ("Chinaâ€™s", "China’s"),
        ("Plain “quotes” and naïve cafés", "Plain “quotes” and naïve cafés"),
    ],
)
def test_mojibake_is_mended_and_other_text_left_alone(printed, meant):
    """UTF-8 that was once read as Windows-1252 is put right; curly quotes stay curly."""
    assert meant == decode(printed.encode())[0]


def test_how_bytes_were_understood_is_noted():
    """A guess and a repair are told, so that a wrong one can be found."""
    assert "utf-8 (byte order mark)" == decode(codecs.BOM_UTF8 + b"a")[1]
    assert "cp1252 (guessed)" == decode("naïve".encode("cp1252") + b" and the rest of it" * 9)[1]
    assert "utf-8, mojibake mended" == decode("Chinaâ€™s".encode())[1]


def test_a_cut_character_does_not_change_the_encoding():
    """UTF-8 that ends within a character is still UTF-8."""
    assert ("“Un café” – " * 9 + "\N{REPLACEMENT CHARACTER}") == decode(("“Un café” – " * 9 + "“").encode()[:-1])[0]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content):
    """Whatever a file holds, it gives articles or a reason, and never an error of another kind."""
    for suffix in READERS:
        harvest = articles_of(RawFile(f"file{suffix}", content))
        assert harvest.candidates or harvest.problems


def test_text_is_normalised():
    """Composed letters, plain spaces and line ends; no controls and no directional overrides."""
    document = read_text(RawFile("a.txt", "cafe\u0301\u00a0in\r\nUr\u202eumqi\x07\n".encode()))
    assert "café in\nUrumqi\n" == document.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "not text but a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text but a PNG image"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "not text but a gzip archive"),
        (b"PK\x03\x04\x14\0", "not text but a ZIP archive or office document"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "not plain text but a web page"),
        (b"a\0b\0\0c\x01\x02\x03d" * 40, "not text: it is full of control characters"),
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"Home\nNews\nSport\nContact us\nWorld\nPolitics\n", "no article found in it"),
    ],
)
def test_what_is_no_text_is_refused_by_its_content(content, reason):
    """A file's name is not believed; the reason names what it is."""
    (problem,) = articles_of(RawFile("sub/page.txt", content)).problems
    assert ("sub/page.txt", 1, reason) == (problem.path, problem.line, problem.message)


def test_a_file_without_a_reader_is_refused():
    """A kind of file that nothing reads yet is told with those that are read."""
    (problem,) = articles_of(RawFile("page.docx", b"x")).problems
    assert "no reader for this kind of file" == problem.message
    assert ".md" in problem.hint


def test_a_huge_file_is_refused_unread(tmp_path):
    """The size is looked at before the bytes are."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(ContentError, match="too large: 50 MiB of at most 10"):
        read_file("huge.txt", path, LARGEST_DOCUMENT)


def test_a_missing_file_is_a_problem(tmp_path):
    """A path that is nothing is told, and the others are read."""
    (tmp_path / "a.txt").write_text("x")
    found = list(find_files([tmp_path / "none.txt", tmp_path / "a.txt"], READERS))
    assert isinstance(found[0], Problem)
    assert ("a.txt", tmp_path / "a.txt") == found[1]


def test_folders_and_patterns_give_their_files_with_names_below_them(tmp_path):
    """A file is named below the folder that was added; hidden files, other kinds and links are left out."""
    for name in ("b/two.md", "a/one.txt", "a/.hidden.txt", "a/picture.png", ".git/x.txt", "top.CSV"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a/one.txt")
    assert ["top.CSV", "a/one.txt", "b/two.md"] == [name for name, _ in find_files([tmp_path], READERS)]
    assert ["a/one.txt"] == [name for name, _ in find_files([f"{tmp_path}/*/*.txt"], READERS)]


def test_a_file_meant_twice_is_read_once(tmp_path):
    """A folder and a file in it may both be named."""
    (tmp_path / "a.txt").write_text("x")
    assert 1 == len(list(find_files([tmp_path, tmp_path / "a.txt", Path(tmp_path, ".", "a.txt")], READERS)))
