"""PDFs put together object by object, right or wrong as a test wants them."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache

Body = bytes | str

CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
TABLE = b"""0.5 w 50 50 m 350 50 l S 50 80 m 350 80 l S 50 110 m 350 110 l S
50 50 m 50 110 l S 200 50 m 200 110 l S 350 50 m 350 110 l S
BT /F 10 Tf 1 0 0 1 60 90 Tm (Item) Tj 1 0 0 1 210 90 Tm (2024) Tj
1 0 0 1 60 60 Tm (Users) Tj 1 0 0 1 210 60 Tm (1,234) Tj ET"""
"""A ruled table of two rows and two columns."""


def pdf(
    objects: Mapping[int, Body], trailer: str = "", start: int | None = None, root: str = "1 0 R"
) -> bytes:
    """A file of these objects with a right table of places; `start` is a wrong place of the table."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + _bytes(body) + b"\nendobj\n"
    table, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        out += b"%010d %05d %s \n" % ((places[number], 0, b"n") if number in places else (0, 65535, b"f"))
    out += f"trailer\n<< /Size {size} /Root {root} {trailer} >>\n".encode("latin-1")
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % (table if start is None else start)


def stream(data: bytes, entries: str = "", packed: int = 0) -> bytes:
    """A stream, packed so many times."""
    for _ in range(packed):
        data = zlib.compress(data, 9)
    filters = f"/Filter [{' /FlateDecode' * packed} ]" if packed else ""
    head = f"<< /Length {len(data)} {filters} {entries} >>\nstream\n".encode("latin-1")
    return head + data + b"\nendstream"


def page(content: str = "4 0 R", entries: str = "", resources: str = "", box: str = "0 0 400 300") -> str:
    """A page that shows object 4 with font /F."""
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {content} {entries} "
        f"/Resources << /Font << /F {FONT} >> {resources} >> >>"
    )


def one_page(
    drawn: bytes = TABLE, more: Mapping[int, Body] | None = None, packed: int = 1, **settings: str
) -> bytes:
    """A file of one page with this content stream and more objects."""
    objects: dict[int, Body] = {1: CATALOG, 2: PAGES, 3: page(**settings), 4: stream(drawn, packed=packed)}
    return pdf({**objects, **(more or {})})


@cache
def zeros(mib: int, packed: int = 1) -> bytes:
    """So many MiB of zeros, packed so many times, without holding them in memory."""
    packer = zlib.compressobj(9)
    piece = bytes(1 << 20)
    data = b"".join(packer.compress(piece) for _ in range(mib)) + packer.flush()
    for _ in range(packed - 1):
        data = zlib.compress(data, 9)
    return data


def _bytes(body: Body) -> bytes:
    return body if isinstance(body, bytes) else body.encode("latin-1")
