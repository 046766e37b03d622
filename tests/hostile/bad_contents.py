"""Pages, fonts and texts that are bad by accident or by intent, made by a line of code each."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile.pdf_syntax import CATALOG, PAGES, TABLE, one_page, page, pdf, stream

Make = Callable[[], bytes]


def nested_forms(levels: int, times: int, last: bytes) -> bytes:
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


def drawings() -> dict[str, Make]:
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
        "forms_a_billion_times": lambda: nested_forms(10, 10, b"0 0 m 9 9 l S"),
        "forms_ten_thousand_times": lambda: nested_forms(5, 10, b"0 0 m 9 9 l S"),
        "forms_of_nothing": lambda: nested_forms(7, 6, b""),
        "form_draws_itself": lambda: itself(5),
        "forms_draw_each_other": lambda: itself(6),
        "forms_in_forms": lambda: nested_forms(200, 1, b"0 0 m 9 9 l S"),
        "content_ten_thousand_times": lambda: one_page(content="[" + "4 0 R " * 10_000 + "]", packed=1),
        "content_names_the_page": lambda: one_page(content="3 0 R"),
        "content_is_missing": lambda: one_page(content="99 0 R"),
        "picture_inside_content": lambda: one_page(TABLE + b" BI /W 99999 /H 99999 /BPC 8 /CS /G ID xx EI Q"),
        "operators_without_operands": lambda: one_page(b"re m l c v y cm Tm Tf Do Tj TJ " * 500 + TABLE),
        "unknown_operators": lambda: one_page(b"foo bar baz 1 2 3 qux " * 5000 + TABLE),
        "colours_of_nothing": lambda: one_page(b"/Nope cs 1 2 3 4 5 6 7 scn /P scn " * 50 + TABLE),
        "shading_of_nothing": lambda: one_page(b"/S sh " * 50 + TABLE, resources="/Shading << /S 4 0 R >>"),
    }


def nested() -> dict[str, Make]:
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


def numbers() -> dict[str, Make]:
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


def fonts() -> dict[str, Make]:
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


def texts() -> dict[str, Make]:
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
    told = "<< /Producer (\x1b]0;owned\x07\x9b31mred) /Title (=cmd|' /C calc'!A0) >>"
    return {
        "figures_of_forty_digits": written(*head, "道路事業", "9" * 40, "1,234"),
        "figures_beyond_64_bits": written(*head, "道路事業", "9" * 20, "9,999,999,999,999,999,999"),
        "figures_of_nines_and_oku": written(*head, "道路事業", "9999兆9999億円", "99999999999億"),
        "formulas": written(*head, "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)"),
        "control_characters": written(*head, "\x1b[31m\x1b]0;t\x07", "\x9b2J\x7f", "\x00\x08\x0b"),
        "marks_of_direction": written(*head, "\u202e道路\u2066", "\u200f1,234", "\u200b\ufeff5"),
        "tags_of_markup": written(*head, "<script>alert(1)</script>", "[red]x[/red]", "&lt;b&gt;"),
        "producer_steers_the_terminal": lambda: pdf(
            {1: CATALOG, 2: PAGES, 3: page(), 4: stream(TABLE), 5: told}, trailer="/Info 5 0 R"
        ),
    }
