"""The smallest PDFs that show one thing, written by hand.

Points, origin at the top left of an unturned page. The Japanese font 'J' is embedded and made
here: every glyph is the same box, CIDs are UTF-16 code units, ASCII is half an em wide; so what
is read depends on no font of the machine. 'V' is the same font set vertically, 'H' is Helvetica,
'U' and 'S' are fonts that are not embedded (UniJIS-UTF16-H, 90ms-RKSJ-H), 'N' says nothing about
what its characters mean.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from pathlib import Path

WIDE, HIGH = 400.0, 300.0


class Drawing:
    """The content stream of a page or a form, drawn from the top left."""

    def __init__(self, height: float = HIGH) -> None:
        self.height = height
        self.steps: list[str] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10,
        font: str = "J",
        mode: int = 0,
        gray: float = 0,
        turn: tuple[int, int, int, int] = (1, 0, 0, 1),
    ) -> Drawing:
        """Text whose base line starts at x, y; `turn` is the linear part of its matrix."""
        a, b, c, d = turn
        self.steps.append(
            f"BT {gray} g {mode} Tr /{font} {size} Tf {a} {b} {c} {d} {x} {self.height - y} Tm "
            f"<{_encoded(text, font).hex()}> Tj ET"
        )
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, dash: str = "") -> Drawing:
        self.steps.append(f"q {width} w [{dash}] 0 d {x0} {self.height - y0} m {x1} {self.height - y1} l S Q")
        return self

    def fill(self, x0: float, y0: float, x1: float, y1: float, rgb: str = "0 0 0") -> Drawing:
        self.steps.append(f"q {rgb} rg {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f Q")
        return self

    def polygon(self, *points: tuple[float, float]) -> Drawing:
        steps = [f"{x} {self.height - y} {'l' if i else 'm'}" for i, (x, y) in enumerate(points)]
        self.steps.append("q 0 g " + " ".join(steps) + " f Q")
        return self

    def frame(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Drawing:
        self.steps.append(f"q {width} w {x0} {self.height - y1} {x1 - x0} {y1 - y0} re S Q")
        return self

    def grid(self, xs: Iterable[float], ys: Iterable[float], width: float = 0.5) -> Drawing:
        """Every rule of a table from its column and row borders."""
        x, y = list(xs), list(ys)
        for at in x:
            self.line(at, y[0], at, y[-1], width)
        for at in y:
            self.line(x[0], at, x[-1], at, width)
        return self

    def raw(self, steps: str) -> Drawing:
        self.steps.append(steps)
        return self

    @property
    def stream(self) -> bytes:
        return "\n".join(self.steps).encode("ascii")


def _encoded(text: str, font: str) -> bytes:
    if font in ("H", "N"):
        return text.encode("cp1252")
    return text.encode("cp932" if font == "S" else "utf-16-be")


def write_pdf(
    path: Path,
    *pages: Drawing,
    size: tuple[float, float] = (WIDE, HIGH),
    attributes: str = "",
    forms: dict[str, tuple[bytes, str]] | None = None,
) -> Path:
    """`path`, after writing the pages to it.

    `attributes` go into every page's dictionary (/Rotate 90), `forms` are form XObjects by name:
    content and what goes into the dictionary (/Matrix [...], a /BBox of its own). The graphics state /Clear
    paints nothing.
    """
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    def add_stream(data: bytes, entries: str = "") -> int:
        packed = zlib.compress(data)
        head = f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
        return add(head.encode("latin-1") + packed + b"\nendstream")

    fonts = _fonts(add, add_stream)
    placed: list[str] = []
    shared = f"/Font << {fonts} >> /ExtGState << /Clear << /ca 0 /CA 0 >> >>"
    for name, (content, entries) in (forms or {}).items():
        nested = f"/XObject << {' '.join(placed)} >>" if placed else ""
        box = "" if "/BBox" in entries else "/BBox [-5000 -5000 5000 5000]"
        number = add_stream(
            content,
            f"/Type /XObject /Subtype /Form {box} {entries} /Resources << {shared} {nested} >>",
        )
        placed.append(f"/{name} {number} 0 R")
    resources = add(f"<< {shared} /XObject << {' '.join(placed)} >> >>")
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for page in pages:
        content = add_stream(page.stream)
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {size[0]} {size[1]}] {attributes} "
                f"/Resources {resources} 0 R /Contents {content} 0 R >>"
            )
        )
    add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>")
    root = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    path.write_bytes(_assembled(objects, root))
    return path


def _assembled(objects: list[bytes], root: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def _fonts(add, add_stream) -> str:  # type: ignore[no-untyped-def]
    """The font resources; see the module."""
    program = add_stream(_true_type(), "/Length1 0")
    described = (
        "/Type /FontDescriptor /FontName /{0} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80"
    )
    descriptor = add(f"<< {described.format('AAAAAA+Box')} /FontFile2 {program} 0 R >>")
    glyphs = add_stream(b"\x00\x02" * 128 + b"\x00\x01" * (65536 - 128))
    meaning = add_stream(_to_unicode())
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    descendant = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Box {system} /DW 1000 "
        f"/W [32 126 500] /FontDescriptor {descriptor} 0 R /CIDToGIDMap {glyphs} 0 R >>"
    )
    kanji = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>"
    bare = add(f"<< {described.format('Ryumin-Light')} >>")
    unembedded = add(
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light {kanji} /DW 1000 "
        f"/W [1 [500] 231 632 500] /FontDescriptor {bare} 0 R >>"
    )
    type0 = "<< /Type /Font /Subtype /Type0 /BaseFont /{} /Encoding /{} /DescendantFonts [{} 0 R] {} >>"
    fonts = {
        "J": type0.format("AAAAAA+Box", "Identity-H", descendant, f"/ToUnicode {meaning} 0 R"),
        "V": type0.format("AAAAAA+Box", "Identity-V", descendant, f"/ToUnicode {meaning} 0 R"),
        "U": type0.format("Ryumin-Light", "UniJIS-UTF16-H", unembedded, ""),
        "S": type0.format("Ryumin-Light", "90ms-RKSJ-H", unembedded, ""),
        "H": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "N": type0.format("AAAAAA+Box", "Identity-H", descendant, ""),
    }
    return " ".join(f"/{name} {add(body)} 0 R" for name, body in fonts.items())


def _to_unicode() -> bytes:
    """A CMap that says of each code that it is itself, and of the surrogate pair D842 DFB7: 𠮷."""
    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(256)]
    blocks = []
    for start in range(0, 256, 100):
        part = ranges[start : start + 100]
        blocks.append(f"{len(part)} beginbfrange\n" + "\n".join(part) + "\nendbfrange")
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + "\n".join(blocks)
        + "\n2 beginbfchar <e000> <d842dfb7> <e001> <00660069> endbfchar\nendcmap end end"
    ).encode("ascii")


def _box_glyph(right: int) -> bytes:
    points = ((40, -80), (40, 840), (right, 840), (right, -80))
    glyph = struct.pack(">hhhhh", 1, 40, -80, right, 840) + struct.pack(">HH", 3, 0) + b"\x01" * 4
    for axis in (0, 1):
        former = 0
        for point in points:
            glyph += struct.pack(">h", point[axis] - former)
            former = point[axis]
    return glyph + b"\0" * (-len(glyph) % 4)


def _true_type() -> bytes:
    """A TrueType font of three glyphs: nothing, a box that nearly fills the em, and one half as wide."""
    wide, narrow = _box_glyph(960), _box_glyph(460)
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        0x10000,
        0x10000,
        0,
        0x5F0F3CF5,
        3,
        1000,
        0,
        0,
        0,
        -120,
        1000,
        880,
        0,
        8,
        2,
        1,
        0,
    )
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12)
        + struct.pack(">HHHHHHH", 4, 24, 0, 2, 2, 0, 0)
        + struct.pack(">HHHHH", 0xFFFF, 0, 0xFFFF, 1, 0),
        b"glyf": wide + narrow,
        b"head": head,
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, 0, 0, 1000, 1, *[0] * 7, 3),
        b"hmtx": struct.pack(">HhHhHh", 1000, 0, 1000, 40, 500, 40),
        b"loca": struct.pack(">IIII", 0, 0, len(wide), len(wide) + len(narrow)),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 3, 4, 1, 0, 0, 2, *[0] * 8),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    out = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 0)
    place = 12 + 16 * len(tables)
    body = b""
    for tag, data in sorted(tables.items()):
        out += tag + struct.pack(">III", 0, place + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return out + body
