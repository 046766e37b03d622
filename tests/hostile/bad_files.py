"""Files that are bad by accident or by intent, made by a line of code each.

What each must end in is in expected.toml. `{canary}` in an entry stands for a file or an address that
must never be touched.
"""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Callable
from functools import cache

import pikepdf

from tests.hostile.bad_contents import drawings, fonts, nested, nested_forms, numbers, texts
from tests.hostile.pdf_syntax import CATALOG, PAGES, TABLE, one_page, page, pdf, stream, zeros

Make = Callable[[], bytes]


def bad_files() -> dict[str, Make]:
    """What makes each file, by its name without ending."""
    return {
        **_no_pdfs(),
        **_page_trees(),
        **_sizes(),
        **_locked(),
        **_bombs(),
        **drawings(),
        **numbers(),
        **fonts(),
        **_tables_of_places(),
        **texts(),
        **nested(),
    }


@cache
def good() -> bytes:
    """A good file of one page with a small table."""
    return one_page()


def _no_pdfs() -> dict[str, Make]:
    return {
        "empty": lambda: b"",
        "one_byte": lambda: b"%",
        "spreadsheet_text": lambda: "事業名,予算額\n".encode() * 50,
        "web_page": lambda: b"<!DOCTYPE html><html><body>404</body></html>",
        "office_file": lambda: b"PK\x03\x04" + bytes(400),
        "picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(400),
        "zeros": lambda: bytes(1 << 20),
        "noise": lambda: random.Random(1).randbytes(100_000),
        "packed_pdf": lambda: gzip.compress(good(), mtime=0),
        "header_too_late": lambda: b" " * 2000 + good(),
        "header_late": lambda: b" " * 900 + good(),
        "header_alone": lambda: b"%PDF-1.7\n",
        "header_and_end": lambda: b"%PDF-1.7\n%%EOF\n",
        "header_and_noise": lambda: b"%PDF-1.7\n" + random.Random(2).randbytes(50_000),
        "postscript": lambda: b"%!PS-Adobe-3.0\n%%EOF\n",
        "half": lambda: good()[: len(good()) // 2],
        "without_its_end": lambda: good()[:-60],
        "twice": lambda: good() + good(),
        "with_waste_behind": lambda: good() + random.Random(3).randbytes(2000),
    }


def _page_trees() -> dict[str, Make]:
    leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"

    def tree(pages: str, more: dict[int, str] | None = None) -> Make:
        return lambda: pdf({1: CATALOG, 2: pages, 3: leaf, **(more or {})})

    def deep(levels: int) -> bytes:
        kids = {
            n: f"<< /Type /Pages /Count 1 /Parent {n - 1} 0 R /Kids [{n + 1} 0 R] >>"
            for n in range(4, levels + 4)
        }
        top = "<< /Type /Pages /Count 1 /Kids [4 0 R] >>"
        return pdf({1: CATALOG, 2: top, **kids, levels + 4: leaf})

    many = " ".join(["3 0 R"] * 30_000)
    return {
        "no_page_tree": lambda: pdf({1: "<< /Type /Catalog >>"}),
        "no_kids": tree("<< /Type /Pages /Count 0 /Kids [] >>"),
        "no_root": lambda: pdf({2: PAGES, 3: leaf}, root="9 0 R"),
        "root_is_a_page": lambda: pdf({1: leaf, 2: PAGES, 3: leaf}),
        "kids_are_a_number": tree("<< /Type /Pages /Count 3 /Kids 7 >>"),
        "kids_are_nothing": tree("<< /Type /Pages /Count 3 /Kids [null 99 0 R null] >>"),
        "some_kids_are_nothing": lambda: pdf(
            {
                1: CATALOG,
                2: "<< /Type /Pages /Count 3 /Kids [null 3 0 R 99 0 R] >>",
                3: page(),
                4: stream(TABLE),
            }
        ),
        "tree_names_itself": tree("<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        "tree_names_itself_uncounted": tree("<< /Type /Pages /Kids [2 0 R 2 0 R] >>"),
        "tree_goes_round": tree(
            "<< /Type /Pages /Count 2 /Kids [4 0 R] >>",
            {4: "<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [2 0 R 4 0 R] >>"},
        ),
        "parents_go_round": lambda: pdf(
            {
                1: CATALOG,
                2: "<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 4 0 R >>",
                3: "<< /Type /Page /Parent 4 0 R >>",
                4: "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] >>",
            }
        ),
        "tree_is_deep": lambda: deep(40),
        "tree_is_absurdly_deep": lambda: deep(5000),
        "a_billion_pages_claimed": tree("<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>"),
        "a_negative_number_of_pages": tree("<< /Type /Pages /Count -5 /Kids [3 0 R] >>"),
        "thirty_thousand_pages": tree(f"<< /Type /Pages /Count 30000 /Kids [{many}] >>"),
    }


def _sizes() -> dict[str, Make]:
    return {
        "page_of_a_billion_points": lambda: one_page(box="0 0 1e9 1e9"),
        "page_of_half_a_kilometre": lambda: one_page(box="0 0 1500000 300"),
        "page_of_large_units": lambda: one_page(entries="/UserUnit 1000000"),
        "page_without_size": lambda: one_page(box="0 0 0 0"),
        "page_upside_down": lambda: one_page(box="400 300 0 0"),
        "page_of_no_numbers": lambda: one_page(box="0 0 nan inf"),
        "page_of_names": lambda: one_page(box="/A /B /C /D"),
        "page_cropped_away": lambda: one_page(entries="/CropBox [900 900 950 950]"),
        "page_turned_by_45": lambda: one_page(entries="/Rotate 45"),
        "unit_is_no_number": lambda: one_page(entries="/UserUnit /A"),
        "unit_is_zero": lambda: one_page(entries="/UserUnit 0"),
    }


def _locked() -> dict[str, Make]:
    def locked(user: str, **settings: object) -> Make:
        def make() -> bytes:
            out = io.BytesIO()
            with pikepdf.open(io.BytesIO(good())) as document:
                encryption = pikepdf.Encryption(owner="owner", user=user, **settings)  # type: ignore[arg-type]
                document.save(out, encryption=encryption)
            return out.getvalue()

        return make

    unknown = "/Encrypt << /Filter /Nobody /V 9 /R 9 >> /ID [(a) (a)]"
    return {
        "password_aes_256": locked("user"),
        "password_aes_128": locked("user", R=4),
        "password_rc4_128": locked("user", R=3, aes=False, metadata=False),
        "password_rc4_40": locked("user", R=2, aes=False, metadata=False),
        "restricted_only": locked(""),
        "encrypted_by_nobody": lambda: pdf(
            {1: CATALOG, 2: PAGES, 3: page(), 4: stream(TABLE)}, trailer=unknown
        ),
        "encryption_is_missing": lambda: pdf(
            {1: CATALOG, 2: PAGES, 3: page(), 4: stream(TABLE)}, trailer="/Encrypt 77 0 R /ID [(a) (a)]"
        ),
    }


def _bombs() -> dict[str, Make]:
    def packed(data: bytes, entries: str, filters: int = 1) -> bytes:
        names = "/FlateDecode " * filters
        head = f"<< /Length {len(data)} /Filter [{names}] {entries} >>\nstream\n"
        return head.encode() + data + b"\nendstream"

    def on_page(number: int, body: bytes, **settings: str) -> bytes:
        return pdf({1: CATALOG, 2: PAGES, 3: page(**settings), 4: stream(TABLE), number: body})

    image = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"
    shown = {"resources": "/XObject << /I 5 0 R >>", "content": "6 0 R"}
    return {
        "content_unpacks_to_300_mib": lambda: on_page(5, packed(zeros(300), ""), content="5 0 R"),
        "content_unpacks_twice": lambda: on_page(5, packed(zeros(300, 2), "", 2), content="5 0 R"),
        "content_unpacks_three_times": lambda: on_page(5, packed(zeros(300, 3), "", 3), content="5 0 R"),
        "objects_unpack_to_300_mib": lambda: on_page(5, packed(zeros(300), "/Type /ObjStm /N 1 /First 4")),
        "font_unpacks_to_300_mib": lambda: on_page(5, packed(zeros(300), "/Length1 314572800")),
        "attachment_unpacks_to_300_mib": lambda: on_page(5, packed(zeros(300), "/Type /EmbeddedFile")),
        "content_unpacks_to_100_mib": lambda: on_page(5, packed(zeros(100), ""), content="5 0 R"),
        "picture_of_ten_billion_points": lambda: pdf(
            {
                1: CATALOG,
                2: PAGES,
                3: page(**shown),
                6: stream(b"q 400 0 0 300 0 0 cm /I Do Q"),
                5: packed(zeros(5), f"{image} /Width 100000 /Height 100000"),
            }
        ),
        "content_said_to_be_longer": lambda: one_page(packed=0).replace(b"/Length ", b"/Length 9999"),
        "content_of_a_negative_length": lambda: one_page(packed=0).replace(b"/Length ", b"/Length -"),
        "content_is_damaged": lambda: one_page().replace(b"x\xda", b"x\xdb"),
        "content_of_unknown_filter": lambda: one_page().replace(b"/FlateDecode", b"/NobodyDecode"),
    }


def _tables_of_places() -> dict[str, Make]:
    objects = {1: CATALOG, 2: PAGES, 3: page(), 4: stream(TABLE)}

    def changed(old: bytes, new: bytes) -> Make:
        return lambda: good().replace(old, new)

    return {
        "table_elsewhere": lambda: pdf(objects, start=99_999_999),
        "table_at_its_own_number": lambda: pdf(objects, start=0),
        "table_at_a_negative_place": lambda: pdf(objects, start=-1),
        "table_before_itself": lambda: pdf(objects, trailer="/Prev 9"),
        "table_goes_round": lambda: _with_prev_to_itself(objects),
        "table_of_zeros": lambda: _zeroed(pdf(objects)),
        "table_missing": changed(b"xref\n", b"yref\n"),
        "trailer_missing": changed(b"trailer", b"toiler"),
        "size_is_negative": changed(b"/Size 5", b"/Size -5"),
        "size_is_huge": changed(b"/Size 5", b"/Size 2147483647"),
        "object_of_a_huge_number": lambda: good().replace(b"4 0 obj", b"4294967295 0 obj"),
        "objects_of_one_number": lambda: good().replace(b"3 0 obj", b"2 0 obj"),
        "ends_of_objects_missing": changed(b"endobj", b"ednobj"),
        "ends_of_streams_missing": changed(b"endstream", b"ednstream"),
        "table_is_a_stream_of_noise": lambda: pdf(
            {
                **objects,
                5: stream(random.Random(6).randbytes(500), "/Type /XRef /Size 99 /W [1 99 1] /Root 1 0 R"),
            },
            start=600,
        ),
    }


def _with_prev_to_itself(objects: dict[int, bytes | str]) -> bytes:
    place = pdf(objects).rfind(b"\nxref") + 1
    return pdf(objects, trailer=f"/Prev {place}")


def _zeroed(data: bytes) -> bytes:
    head, _, tail = data.partition(b"\nxref\n")
    return (
        head
        + b"\nxref\n"
        + b"\n".join(b"0000000000 00000 n " if line.endswith(b"n ") else line for line in tail.split(b"\n"))
    )


def two_pages_one_endless() -> bytes:
    """Three pages, of which the second draws a billion strokes."""
    with (
        pikepdf.open(io.BytesIO(good())) as whole,
        pikepdf.open(io.BytesIO(nested_forms(10, 10, b"0 0 m 9 9 l S"))) as endless,
    ):
        whole.pages.append(endless.pages[0])
        whole.pages.append(whole.pages[0])
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue()
