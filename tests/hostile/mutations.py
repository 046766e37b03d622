"""Good PDFs made bad: bytes cut, flipped and moved, objects swapped, numbers and operators replaced.

Every function is pure: bytes in, bytes out. They know PDF syntax only as far as a text search does,
so that they reach what a writer of valid files never would.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf

from tests.extract.pdfwriter import Drawing, write_pdf

Mutation = Callable[[bytes, random.Random], bytes]

OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\b(.*?)^endobj", re.DOTALL)
NUMBER = re.compile(rb"(?<![\w#/.<-])-?\d+(?:\.\d+)?(?![\w.>])")
REFERENCE = re.compile(rb"\b\d+ 0 R\b")
NAME = re.compile(rb"/[A-Za-z][\w+-]*")
OPERATOR = re.compile(
    rb"(?<=[\s\])>])(?:[mlcvyhSsfFBbnWqQgGkK]\*?|re|cm|rg|RG|Tj|TJ|Tf|Tm|Td|BT|ET|Do|Tr|gs|sh)\b"
)

NASTY_NUMBERS = (
    *(b"0", b"-1", b"1e99", b"nan", b"inf", b"-0.0", b"99999999999999999999", b"-2147483649"),
    *(b"4294967295", b"1e-30", b"3.4e38", b"0.0000001", b"1.7976931348623157e308", b"32768", b"255"),
)
OPERATORS = (
    b"m l c v y h S s f F B b n W W* q Q re cm rg RG g G k "
    b"Tj TJ ' \" Tf Tm Td T* BT ET Do Tr Tz gs sh BI ID EI"
).split()
NASTY_BYTES = (
    b"\x00",
    b"\xff" * 8,
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b")",
    b"endobj",
    b"endstream",
    b"%",
    b"R",
)


def cut(data: bytes, rng: random.Random) -> bytes:
    """The file up to some byte."""
    return data[: rng.randrange(len(data))]


def cut_head(data: bytes, rng: random.Random) -> bytes:
    """The file from some byte of its first half on."""
    return data[rng.randrange(len(data) // 2 + 1) :]


def flip_bits(data: bytes, rng: random.Random) -> bytes:
    """Up to 40 bits flipped."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 40)):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def drop_slice(data: bytes, rng: random.Random) -> bytes:
    """A stretch of up to 2,000 bytes gone."""
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randint(1, 2000) :]


def repeat_slice(data: bytes, rng: random.Random) -> bytes:
    """A stretch of up to 2,000 bytes up to 50 times."""
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randint(1, 2000)]
    return data[:start] + piece * rng.randint(2, 50) + data[start:]


def insert_bytes(data: bytes, rng: random.Random) -> bytes:
    """A piece of syntax in the middle of something."""
    start = rng.randrange(len(data))
    return data[:start] + rng.choice(NASTY_BYTES) + data[start:]


def swap_objects(data: bytes, rng: random.Random) -> bytes:
    """The bodies of two objects exchanged."""
    found = list(OBJECT.finditer(data))
    if len(found) < 2:
        return data
    one, other = sorted(rng.sample(found, 2), key=lambda match: match.start())
    out = data[: one.start(2)] + other[2] + data[one.end(2) : other.start(2)] + one[2] + data[other.end(2) :]
    return with_xref(out)


def drop_object(data: bytes, rng: random.Random) -> bytes:
    """An object that others refer to gone."""
    found = list(OBJECT.finditer(data))
    if not found:
        return data
    one = rng.choice(found)
    return with_xref(data[: one.start()] + data[one.end() :])


def replace_reference(data: bytes, rng: random.Random) -> bytes:
    """A reference that leads to another object: a font to a page, a page to itself."""
    return _replaced(data, REFERENCE, rng.choice(REFERENCE.findall(data) or [b"1 0 R"]), rng)


def replace_name(data: bytes, rng: random.Random) -> bytes:
    """A name in the place of another."""
    return _replaced(data, NAME, rng.choice(NAME.findall(data) or [b"/X"]), rng)


def replace_number(data: bytes, rng: random.Random) -> bytes:
    """A number that no one expects: huge, negative, not a number."""
    return _replaced(data, NUMBER, rng.choice(NASTY_NUMBERS), rng)


def replace_operator(data: bytes, rng: random.Random) -> bytes:
    """An operator of a content stream in the place of another."""
    return _replaced(data, OPERATOR, rng.choice(OPERATORS), rng)


def _replaced(data: bytes, pattern: re.Pattern[bytes], new: bytes, rng: random.Random) -> bytes:
    found = [match.span() for match in pattern.finditer(data)]
    if not found:
        return data
    start, end = rng.choice(found)
    return with_xref(data[:start] + new + data[end:])


def with_xref(data: bytes) -> bytes:
    """The file with a table that says where its objects lie now, in the place of its own."""
    root = re.search(rb"/Root (\d+ 0 R)", data)
    body = data[: data.rfind(b"\nxref")] if b"\nxref" in data else data
    places = {int(match[1]): match.start() for match in OBJECT.finditer(body)}
    if not root or not places:
        return data
    size = min(max(places), 100_000) + 1
    table = b"".join(
        b"%010d 00000 %s \n" % (places.get(n, 0), b"n" if n in places else b"f") for n in range(size)
    )
    trailer = b"trailer\n<< /Size %d /Root %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, root[1], len(body) + 1)
    return body + b"\nxref\n0 %d\n" % size + table + trailer


MUTATIONS: tuple[Mutation, ...] = (
    *(cut, cut_head, flip_bits, drop_slice, repeat_slice, insert_bytes, swap_objects, drop_object),
    *(replace_reference, replace_name, replace_number, replace_number, replace_operator, replace_operator),
)


def mutated(data: bytes, seed: int, times: int) -> bytes:
    """The file after `times` mutations drawn from the seed; never empty."""
    rng = random.Random(seed)
    for _ in range(times):
        data = rng.choice(MUTATIONS)(data, rng) or b"%"
    return data


@cache
def in_plain_sight(path: Path) -> bytes:
    """The first two pages of a PDF with its streams unpacked, so that a text search reaches them."""
    out = io.BytesIO()
    with pikepdf.open(path) as pdf:
        del pdf.pages[2:]
        pdf.remove_unreferenced_resources()
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return out.getvalue()


def drawn_table(folder: Path) -> Path:
    """A small KPI table over two pages with a form, vertical and unembedded fonts, fills and turned text."""
    head = ("指標名", "単位", "基準値", "令和5年度実績", "目標値")
    rows = [(f"利用者数その{n}", "人", f"{n},234", f"▲{n}", f"{n + 2},000") for n in range(1, 9)]
    xs, ys = [20, 120, 160, 220, 300, 380], [40 + 20 * n for n in range(10)]
    pages = []
    for title in ("第2期総合戦略 指標一覧", "指標一覧（続き）"):
        page = Drawing().text(20, 25, title, 12).fill(20, 40, 380, 60, "0.9 0.9 1").grid(xs, ys)
        for y, cells in zip(ys, (head, *rows), strict=False):
            for x, cell in zip(xs, cells, strict=False):
                page.text(x + 3, y + 14, cell, 8)
        page.text(20, 250, "備考", 8, font="V").text(60, 250, "ｱｲｳ", 8, font="S").text(
            100, 250, "漢字", 8, font="U"
        )
        page.text(150, 250, "turned 12", 8, font="H", turn=(0, 1, -1, 0)).raw("q 0.5 0 0 0.5 0 0 cm /F1 Do Q")
        page.polygon((300, 250), (340, 250), (320, 280)).line(300, 280, 380, 250, dash="2 1")
        pages.append(page)
    inner = Drawing().frame(10, 10, 90, 40).text(15, 30, "様式", 9)
    path = folder / "drawn.pdf"
    return write_pdf(path, *pages, forms={"F0": (inner.stream, ""), "F1": (inner.stream + b" /F0 Do", "")})
