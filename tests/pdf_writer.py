"""PDF documents written by hand, for tests: rows of Helvetica at places of pages; character 1 is a ligature."""

from collections.abc import Iterable, Sequence

Placed = tuple[float, float, float, str]
"""Distance from the left, height, size and text of a row."""


def rows(*texts: str, top: float = 760, left: float = 72, size: float = 12, leading: float = 14) -> list[Placed]:
    """Place texts below each other; an empty one leaves a gap."""
    return [(left, top - number * leading, size, text) for number, text in enumerate(texts) if text]


def pdf(*pages: Iterable[Placed], about: str = "") -> bytes:
    """Write a document of pages; `about` is what stands in its information dictionary."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>"
        ),
        f"<< {about} >>".encode(),
    ]
    for page in pages:
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        content = b"".join(_shown(*row) for row in page)
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(content), content))
    return _file(objects)


def _shown(left: float, height: float, size: float, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {left} {height} Tm (".encode() + escaped + b") Tj ET\n"


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer
