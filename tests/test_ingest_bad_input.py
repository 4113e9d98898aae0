"""Bad input: each bad file is told with its reason, the good ones beside it are added, nothing is half written."""

import gzip
import json

import pytest
from ingest_texts import BODY, ONE, page
from pdf_writer import pdf, rows

from generator.cli import main
from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE

GOOD = page("March 7, 2022", "Customs house of Harwick closes", BODY)
MIB = 2**20
MAIL = b"From: A B <a@b.example>\r\nSubject: Quay\r\n"


def nested_mail(depth):
    """Build a mail of mails within mails."""
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(depth))
    return MAIL + head.encode() + BODY.encode()


BAD = {
    # not text at all, or something else than its name says
    "noise.txt": (bytes(range(256)) * 40, "not text: it is full of control characters"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not text but a PNG image"),
    "packed.md": (gzip.compress(GOOD.encode()), "not text but a gzip archive"),
    "office.html": (b"PK\x03\x04" + b"\x00" * 99, "not text but a ZIP archive or office document"),
    "statement.txt": (pdf(rows(ONE)), "not text but a PDF document"),
    "page.txt": (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "not plain text but a web page"),
    "noise.pdf": (b"\x00\x01nonsense" * 99, "not a PDF document that can be read"),
    "noise.eml": (b"\x00\x01\x02" * 99, "not a mail: it begins with no head"),
    "noise.jsonl": (b"nonsense\n", "not JSON"),
    # nothing in it
    "empty.txt": (b"", "empty"),
    "empty.md": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.csv": (b"", "empty"),
    "empty.pdf": (b"", "not a PDF document that can be read"),
    "blank.txt": (b" \n\t\r\n\xc2\xa0\n", "empty"),
    "menu.txt": (b"Home\nNews\nSport\nContact us\nWorld\n", "no article found in it"),
    "menu.html": (b"<html><body><nav><a href=/>Home</a></nav><footer>A</footer></body></html>", "no article found"),
    "blank.eml": (MAIL + b"\r\n\r\n", "no text in it"),
    "scan.pdf": (pdf([], []), "no text on its pages"),
    # cut
    "cut.jsonl": (json.dumps({"title": "A", "body": BODY}).encode()[:-40], "not JSON"),
    "cut.csv": (b'title,body\nA,"a cell without an end', "cut within its last row"),
    "cut.pdf": (pdf(rows(ONE))[:200], "not a PDF document that can be read"),
    "cut.md": (b"---\ntitle: A\npublished: 2022\n", "the front matter has no end"),
    # columns that are not there
    "table.csv": (b"a,b\n1,2\n", "column 'title' and column 'body' are missing"),
    "texts.csv": (b"title,summary\nA,b\n", "column 'body' is missing"),
    "rows.jsonl": (b'{"name": "A"}\n', "'body' is missing"),
    "wide.csv": (b"title,body\nA,b,c,d\n", "4 cells under 2 columns"),
    # huge
    "huge.txt": (50 * MIB, "too large: 50 MiB of at most 10"),
    "huge.html": (50 * MIB, "too large: 50 MiB of at most 10"),
    "huge.pdf": (50 * MIB, "too large: 50 MiB of at most 10"),
    "huge.csv": (300 * MIB, "too large: 300 MiB of at most 256"),
    "lines.txt": (b"a\n" * 60_000, "too many lines: 60,001 of at most 50,000"),
    # deeply nested
    "deep.html": (b"<div>" * 5_000 + BODY.encode(), "nested too deeply"),
    "deep.jsonl": (b'{"title": "A", "body": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", "nested"),
    "deep.md": (b"---\ntitle: " + b"[" * 5_000 + b"]" * 5_000 + b"\n---\n\n" + BODY.encode(), "nested"),
    "deep.eml": (nested_mail(3_000), "nested too deeply"),
}


@pytest.fixture
def folder(tmp_path):
    """Write bad files with a good one before, between and after them."""
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, (content, _) in BAD.items():
        with (raw / name).open("wb") as file:
            if isinstance(content, int):
                file.truncate(content)
            else:
                file.write(content)
    for number, name in enumerate(("a-good.txt", "i-good.txt", "z-good.txt")):
        (raw / name).write_text(GOOD.replace("7", str(number + 1)))
    return raw


def test_each_bad_file_is_told_and_the_others_are_added(folder, tmp_path, capsys):
    """By its path, the line and the reason; the exit code says that there is something to read."""
    content = tmp_path / "content"
    assert CONTENT_HAS_PROBLEMS == main(["add", str(folder), "--content", str(content)])
    out, err = capsys.readouterr()
    for name, (_, reason) in BAD.items():
        told = [line for line in err.splitlines() if line.startswith(f"{folder / name}:")]
        assert told, name
        assert any(reason in line for line in told), (name, told)
    assert out.endswith("3 written, 0 updated, 0 unchanged; 0 records proposed\n")
    assert "Traceback" not in err
    assert "fault of cuttings" not in err
    written = sorted(path.name for path in content.rglob("*") if path.is_file())
    assert [f"2022-03-0{number}-customs-house-of-harwick-closes.md" for number in (1, 2, 3)] == written[:3]
    assert ["decisions.yml"] == written[3:]


ENCODINGS = {
    "utf-8": BODY, "utf-8-sig": BODY, "utf-16": BODY, "utf-16-be": BODY, "utf-32": BODY, "cp1252": BODY,
    "mac_roman": BODY,
    "cp1251": "Президент Китая встретился с премьер-министром Пакистана в Пекине в воскресенье. " * 3,
    "koi8_r": "Президент Китая встретился с премьер-министром Пакистана в Пекине в воскресенье. " * 3,
    "cp1256": "التقى الرئيس الصيني برئيس وزراء باكستان في بكين يوم الأحد. " * 3,
    "shift_jis": "中国の習近平国家主席は日曜日、北京でパキスタンのカーン首相と会談した。" * 3,
    "gb18030": "中国国家主席习近平星期日在北京会见了巴基斯坦总理伊姆兰·汗。" * 3,
    "big5": "中國國家主席習近平星期日在北京會見了巴基斯坦總理。" * 3,
    "euc_kr": "중국 시진핑 국가주석이 일요일 베이징에서 파키스탄 총리를 만났다. " * 3,
}  # fmt: skip


def test_usual_encodings_are_no_bad_input(tmp_path, capsys):
    """A dozen of them beside each other, each understood."""
    for encoding, text in ENCODINGS.items():
        (tmp_path / f"{encoding}.txt").write_bytes(text.encode(encoding))
    assert DONE == main(["add", str(tmp_path), "--dry-run", "--json", "--content", str(tmp_path / "content")])
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {name: " ".join(text.split()) for name, text in ENCODINGS.items()} == {
        row["source"]["document"].removesuffix(".txt"): " ".join(row["body"].split()) for row in told
    }


def test_what_a_failing_disk_leaves_is_whole(tmp_path, capsys, monkeypatch):
    """An article that cannot be written is not there in part, and the message names the file."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD)

    def full(*_):
        raise OSError(28, "No space left on device", "article.md")

    monkeypatch.setattr("generator.ingest.add.replace_file", full)
    assert 2 == main(["add", str(path), "--content", str(tmp_path / "content")])
    assert "cuttings: article.md: No space left on device" in capsys.readouterr().err
    assert [] == [found for found in (tmp_path / "content").rglob("*") if found.is_file()]
