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
        **_drawings(),
        **_numbers(),
        **_fonts(),
        **_tables_of_places(),
        **_texts(),
        **_nested(),
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


def _nested_forms(levels: int, times: int, last: bytes) -> bytes:
    """Forms that draw each other: times ** levels times what the last draws."""
    more: dict[int, bytes | str] = {}
    for level in range(levels):
        inner = b"/X Do " * times if level < levels - 1 else last
        more[5 + level] = stream(
            inner,
            "/Type /XObject /Subtype /Form /BBox [0 0 400 300] "
            f"/Resources << /XObject << /X {6 + level} 0 R >> >>",
            1,
        )
    return one_page(TABLE + b" /X Do", more, resources="/XObject << /X 5 0 R >>")


def two_pages_one_endless() -> bytes:
    """Three pages, of which the second draws a billion strokes."""
    with (
        pikepdf.open(io.BytesIO(good())) as whole,
        pikepdf.open(io.BytesIO(_nested_forms(10, 10, b"0 0 m 9 9 l S"))) as endless,
    ):
        whole.pages.append(endless.pages[0])
        whole.pages.append(whole.pages[0])
        out = io.BytesIO()
        whole.save(out)
    return out.getvalue()


def _drawings() -> dict[str, Make]:
    rng = random.Random(4)

    def itself(other: int) -> bytes:
        body = "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /XObject << /X {} 0 R >> >>"
        more = {5: stream(b"0 0 m 9 9 l S /X Do", body.format(other)), 6: stream(b"/X Do", body.format(5))}
        return one_page(TABLE + b" /X Do", more, resources="/XObject << /X 5 0 R >>")

    def strokes(count: int) -> bytes:
        return b"\n".join(b"%d %d m %d 9 l S" % (n % 400, n % 300, n % 397) for n in range(count))

    return {
        "a_third_of_a_million_strokes": lambda: one_page(TABLE + b"\n" + strokes(310_000)),
        "a_path_of_a_million_points": lambda: one_page(
            TABLE + b" 0 0 m " + b" ".join(b"%d %d l" % (n % 400, n % 300) for n in range(1_100_000)) + b" S"
        ),
        "a_quarter_of_a_million_characters": lambda: one_page(
            TABLE
            + b" BT /F 2 Tf "
            + b"".join(
                b"1 0 0 1 %d %d Tm (%s) Tj " % (rng.randrange(400), rng.randrange(300), b"abcdefghij" * 10)
                for _ in range(2_500)
            )
            + b"ET"
        ),
        "forms_a_billion_times": lambda: _nested_forms(10, 10, b"0 0 m 9 9 l S"),
        "forms_ten_thousand_times": lambda: _nested_forms(5, 10, b"0 0 m 9 9 l S"),
        "forms_of_nothing": lambda: _nested_forms(7, 6, b""),
        "form_draws_itself": lambda: itself(5),
        "forms_draw_each_other": lambda: itself(6),
        "forms_in_forms": lambda: _nested_forms(200, 1, b"0 0 m 9 9 l S"),
        "content_ten_thousand_times": lambda: one_page(content="[" + "4 0 R " * 10_000 + "]", packed=1),
        "content_names_the_page": lambda: one_page(content="3 0 R"),
        "content_is_missing": lambda: one_page(content="99 0 R"),
        "picture_inside_content": lambda: one_page(TABLE + b" BI /W 99999 /H 99999 /BPC 8 /CS /G ID xx EI Q"),
        "operators_without_operands": lambda: one_page(b"re m l c v y cm Tm Tf Do Tj TJ " * 500 + TABLE),
        "unknown_operators": lambda: one_page(b"foo bar baz 1 2 3 qux " * 5000 + TABLE),
        "colours_of_nothing": lambda: one_page(b"/Nope cs 1 2 3 4 5 6 7 scn /P scn " * 50 + TABLE),
        "shading_of_nothing": lambda: one_page(b"/S sh " * 50 + TABLE, resources="/Shading << /S 4 0 R >>"),
    }


def _nested() -> dict[str, Make]:
    return {
        "graphics_states_saved": lambda: one_page(b"q " * 100_000 + TABLE),
        "graphics_states_restored": lambda: one_page(b"Q " * 100_000 + TABLE),
        "texts_begun": lambda: one_page(b"BT " * 50_000 + TABLE),
        "marks_begun": lambda: one_page(b"/A BMC " * 50_000 + TABLE),
        "arrays_in_content": lambda: one_page(b"[" * 50_000 + b"]" * 50_000 + b" TJ " + TABLE),
        "dictionaries_in_content": lambda: one_page(b"/A << /A " * 20_000 + b">> " * 20_000 + TABLE),
        "arrays_in_a_page": lambda: one_page(entries="/A " + "[" * 50_000 + "]" * 50_000),
        "dictionaries_in_a_page": lambda: one_page(entries="/A " + "<< /A " * 20_000 + "1" + ">>" * 20_000),
        "brackets_in_a_string": lambda: one_page(b"BT /F 9 Tf (" + b"(" * 50_000 + b")" * 50_001 + b" Tj ET"),
        "references_go_round": lambda: one_page(
            more={8: "9 0 R", 9: "8 0 R"}, entries="/Rotate 8 0 R /CropBox 9 0 R"
        ),
    }


def _numbers() -> dict[str, Make]:
    def scaled(matrix: bytes) -> Make:
        return lambda: one_page(b"q " + matrix + b" cm " + TABLE + b" Q " + TABLE)

    def placed(x: bytes) -> Make:
        return lambda: one_page(
            TABLE + b" %s 0 m 9 %s l S %s %s 5 5 re f BT /F 9 Tf 1 0 0 1 %s 9 Tm (9) Tj ET" % ((x,) * 5)
        )

    return {
        "coordinates_not_a_number": placed(b"nan"),
        "coordinates_without_end": placed(b"inf"),
        "coordinates_of_1e38": placed(b"1e38"),
        "coordinates_of_many_digits": placed(b"9" * 400),
        "coordinates_of_many_decimals": placed(b"0." + b"1" * 5000),
        "coordinates_beyond_integers": placed(b"-2147483649"),
        "scaled_by_1e30": scaled(b"1" + b"0" * 30 + b" 0 0 1" + b"0" * 30 + b" 0 0"),
        "scaled_by_nothing": scaled(b"0 0 0 0 0 0"),
        "scaled_to_a_line": scaled(b"1 1 1 1 0 0"),
        "moved_away": scaled(b"1 0 0 1 99999999999 99999999999"),
        "font_of_a_billion_points": lambda: one_page(TABLE + b" BT /F 1000000000 Tf 9 9 Td (9) Tj ET"),
        "font_of_negative_points": lambda: one_page(TABLE + b" BT /F -10 Tf 200 20 Td (9) Tj ET"),
        "rule_of_a_billion_points": lambda: one_page(b"1000000000 w 0 0 m 9 9 l S " + TABLE),
        "dashes_of_nothing": lambda: one_page(b"[0 0 0 0] 0 d 0 5 m 400 5 l S " + TABLE),
    }


def _fonts() -> dict[str, Make]:
    def font(entries: str, more: dict[int, bytes | str] | None = None) -> Make:
        objects: dict[int, bytes | str] = {
            1: CATALOG,
            2: PAGES,
            4: stream(TABLE),
            5: f"<< /Type /Font {entries} >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R "
            "/Resources << /Font << /F 5 0 R >> >> >>",
        }
        return lambda: pdf({**objects, **(more or {})})

    simple = "/Subtype /Type1 /BaseFont /Helvetica"
    wide = "/Subtype /Type0 /BaseFont /A /Encoding {} /DescendantFonts [6 0 R]"
    inner = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R {} >>"
    )
    described = "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontFile2 8 0 R >>"

    def meant(cmap: bytes) -> Make:
        return font(f"{simple} /ToUnicode 6 0 R", {6: stream(cmap)})

    def embedded(program: bytes) -> Make:
        more: dict[int, bytes | str] = {6: inner.format(""), 7: described, 8: stream(program)}
        return font(wide.format("/Identity-H"), more)

    noise = random.Random(5).randbytes(20_000)
    glyph = {6: stream(b"0 0 1000 1000 re f BT /F 9 Tf (a) Tj ET")}
    return {
        "font_missing": font("/Subtype /Type0"),
        "font_of_unknown_kind": font("/Subtype /Nobody /BaseFont /A"),
        "font_is_a_page": font("/Subtype /Type0 /Encoding /Identity-H /DescendantFonts [3 0 R]"),
        "font_draws_itself": font(
            "/Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 "
            "/LastChar 255 /Encoding << /Differences [0 " + "/g " * 256 + "] >> /CharProcs << /g 6 0 R >> "
            "/Widths [" + "1000 " * 256 + "] /Resources << /Font << /F 5 0 R >> >>",
            glyph,
        ),
        "font_program_is_noise": embedded(noise),
        "font_program_is_empty": embedded(b""),
        "font_program_is_cut": embedded(b"\x00\x01\x00\x00\x00\x20" + b"glyf" * 40),
        "font_names_itself": font(wide.format("/Identity-H"), {6: "5 0 R"}),
        "widths_without_end": font(wide.format("/Identity-H"), {6: inner.format("/W [0 2000000000 500]")}),
        "widths_are_names": font(wide.format("/Identity-H"), {6: inner.format("/W [/A /B /C]")}),
        "encoding_of_nobody": font(wide.format("/Nobody-H"), {6: inner.format("")}),
        "encoding_names_itself": font(
            wide.format("9 0 R"),
            {6: inner.format(""), 9: stream(b"/A usecmap", "/UseCMap 9 0 R")},
        ),
        "meaning_of_four_billion_codes": meant(b"1 beginbfrange <00000000> <ffffffff> <0000> endbfrange"),
        "meaning_is_noise": meant(noise),
        "meaning_uses_itself": meant(b"/A usecmap 1 beginbfchar <41> <41> endbfchar"),
        "meaning_of_lone_surrogates": meant(b"1 beginbfrange <00> <ff> <d800> endbfrange"),
        "meaning_of_nothing": meant(b"1 beginbfrange <00> <ff> <> endbfrange"),
        "meaning_backwards": meant(b"1 beginbfrange <ff> <00> <0041> endbfrange"),
        "meaning_is_no_stream": font(f"{simple} /ToUnicode 99 0 R"),
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


def _texts() -> dict[str, Make]:
    def written(*cells: str) -> Make:
        """A table whose first row is the header, in a font that means UTF-16."""
        out = [b"0.5 w"]
        for n in range(4):
            out.append(b"20 %d m 380 %d l S" % (200 - 30 * n, 200 - 30 * n))
            out.append(b"%d 110 m %d 200 l S" % (20 + 120 * n, 20 + 120 * n))
        for n, cell in enumerate(cells):
            x, y = 25 + 120 * (n % 3), 180 - 30 * (n // 3)
            out.append(
                b"BT /U 6 Tf 1 0 0 1 %d %d Tm <%s> Tj ET" % (x, y, cell.encode("utf-16-be").hex().encode())
            )
        meaning = stream(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> "
            b"endbfrange"
        )
        inner = (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        )
        font = (
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
            "/DescendantFonts [7 0 R] /ToUnicode 6 0 R >>"
        )
        objects = {
            1: CATALOG,
            2: PAGES,
            4: stream(b"\n".join(out)),
            5: font,
            6: meaning,
            7: inner,
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R "
            "/Resources << /Font << /U 5 0 R >> >> >>",
        }
        return lambda: pdf(objects)

    head = ("事業名", "予算額(千円)", "決算額(千円)")
    told = "/Info << /Producer (\x1b]0;owned\x07\x9b31mred) /Title (=cmd|' /C calc'!A0) >>"
    return {
        "figures_of_forty_digits": written(*head, "道路事業", "9" * 40, "1,234"),
        "figures_beyond_64_bits": written(*head, "道路事業", "9" * 20, "9,999,999,999,999,999,999"),
        "figures_of_nines_and_oku": written(*head, "道路事業", "9999兆9999億円", "99999999999億"),
        "formulas": written(*head, "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)"),
        "control_characters": written(*head, "\x1b[31m\x1b]0;t\x07", "\x9b2J\x7f", "\x00\x08\x0b"),
        "marks_of_direction": written(*head, "\u202e道路\u2066", "\u200f1,234", "\u200b\ufeff5"),
        "tags_of_markup": written(*head, "<script>alert(1)</script>", "[red]x[/red]", "&lt;b&gt;"),
        "producer_steers_the_terminal": lambda: pdf(
            {1: CATALOG, 2: PAGES, 3: page(), 4: stream(TABLE)}, trailer=told
        ),
    }
