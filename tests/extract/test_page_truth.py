"""What a page shows is what is read: by both readers, from the smallest PDF that shows it."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from extract.page import Page
from extract.sheet import make_sheet, read_pages
from extract.user_unit import user_units
from tests.extract.pdfwriter import Drawing, write_pdf

BOTH = pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])


def only_page(path: Path, reader: str) -> Page:
    (page,) = read_pages(path, reader)
    return page


def place_of(page: Page, char: str) -> tuple[float, float]:
    x0, y0, x1, y1 = page.chars.box[page.chars.text.index(char)]
    return (x0 + x1) / 2, (y0 + y1) / 2


def seen(page: Page) -> str:
    return "".join(c for c, shown in zip(page.chars.text, page.chars.visible, strict=True) if shown)


@BOTH
@pytest.mark.parametrize(
    ("rotation", "expected", "upright"),
    [
        (0, (105, 46), True),
        (90, (300 - 46, 105), False),
        (180, (400 - 105, 300 - 46), True),
        (270, (46, 400 - 105), False),
    ],
)
def test_rotate(
    tmp_path: Path, reader: str, rotation: int, expected: tuple[float, float], upright: bool
) -> None:
    drawing = Drawing().text(100, 50, "税").line(20, 80, 220, 80)
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing, attributes=f"/Rotate {rotation}"), reader)
    assert (page.width, page.height) == ((400, 300) if rotation % 180 == 0 else (300, 400))
    assert place_of(page, "税") == pytest.approx(expected, abs=1)
    assert bool(page.chars.upright[0]) is upright
    assert (len(page.horizontal), len(page.vertical)) == ((1, 0) if rotation % 180 == 0 else (0, 1))


@BOTH
def test_crop_box_moves_the_origin_and_hides_what_it_cuts_off(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(100, 50, "見").text(5, 50, "外")
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing, attributes="/CropBox [50 0 400 280]"), reader)
    assert (page.width, page.height) == (350, 280)
    assert place_of(page, "見") == pytest.approx((55, 26), abs=1)
    assert seen(page) == "見"


@BOTH
@pytest.mark.parametrize(
    ("name", "attributes", "size", "place"),
    [
        ("a media box that begins elsewhere", "/MediaBox [-50 -20 350 280]", (400, 300), (155, 26)),
        ("a crop box beyond the media box", "/CropBox [-100 -100 500 400]", (400, 300), (105, 46)),
        ("turned and cropped", "/CropBox [10 50 390 290] /Rotate 180", (380, 240), (285, 204)),
        ("turned more than once", "/Rotate 450", (300, 400), (254, 105)),
        ("turned to the left", "/Rotate -90", (300, 400), (46, 295)),
        ("turned, with a unit", "/Rotate 90 /UserUnit 2", (600, 800), (508, 210)),
    ],
)
def test_boxes_and_turns_together(
    tmp_path: Path,
    reader: str,
    name: str,
    attributes: str,
    size: tuple[float, float],
    place: tuple[float, float],
) -> None:
    page = only_page(
        write_pdf(tmp_path / "a.pdf", Drawing().text(100, 50, "税"), attributes=attributes), reader
    )
    assert (page.width, page.height) == size
    assert place_of(page, "税") == pytest.approx(place, abs=2)


@BOTH
def test_user_unit_scales_the_page(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(100, 50, "税").line(20, 80, 220, 80)
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing, attributes="/UserUnit 2"), reader)
    assert (page.width, page.height) == (800, 600)
    assert place_of(page, "税") == pytest.approx((210, 92), abs=2)
    assert page.horizontal[0, :3].tolist() == pytest.approx([160, 40, 440])


@BOTH
def test_nested_and_transformed_forms_are_descended_into(tmp_path: Path, reader: str) -> None:
    inner = Drawing(0).text(10, 0, "内").line(0, 0, 40, 0).stream
    outer = b"q 1 0 0 1 5 0 cm /Inner Do Q"
    page = only_page(
        write_pdf(
            tmp_path / "a.pdf",
            Drawing().raw("q 2 0 0 2 30 100 cm /Outer Do Q"),
            forms={"Inner": (inner, "/Matrix [1 0 0 1 0 10]"), "Outer": (outer, "")},
        ),
        reader,
    )
    # x = 30 + 2 * (5 + 10), base line at 100 + 2 * 10 from below
    assert page.chars.box[0, 0] == pytest.approx(60, abs=1)
    assert page.chars.size[0] == pytest.approx(20)
    assert page.horizontal[0, :3].tolist() == pytest.approx([180, 40, 120])


@BOTH
@pytest.mark.parametrize(
    ("steps", "entries"),
    [("q 0 1 -1 0 300 0 cm /Form Do Q", ""), ("/Form Do", "/Matrix [0 1 -1 0 300 0]")],
    ids=["by the page", "by its own matrix"],
)
def test_a_form_that_is_turned(tmp_path: Path, reader: str, steps: str, entries: str) -> None:
    form = Drawing().text(100, 50, "税").line(20, 80, 220, 80).stream
    path = write_pdf(tmp_path / "a.pdf", Drawing().raw(steps), forms={"Form": (form, entries)})
    page = only_page(path, reader)
    # x, y of user space become 300 - y, x
    assert place_of(page, "税") == pytest.approx((46, 195), abs=1)
    assert not page.chars.upright[0]
    assert page.vertical[:, :3].tolist() == [pytest.approx([80, 80, 280])]


@BOTH
@pytest.mark.parametrize("mode", [1, 2, 4, 5, 6])
def test_outlined_text_is_seen(tmp_path: Path, reader: str, mode: int) -> None:
    page = only_page(write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, "外形", mode=mode)), reader)
    assert seen(page) == "外形"


@BOTH
@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("render mode 7", Drawing().raw("q").text(50, 50, "12", mode=7).raw("Q")),
        ("render mode 3", Drawing().text(50, 50, "12", mode=3)),
        ("white on paper", Drawing().text(50, 50, "12", gray=1)),
        ("white on white", Drawing().fill(40, 30, 90, 60, "1 1 1").text(50, 50, "12", gray=1)),
        ("too small to see", Drawing().text(50, 50, "12", size=0.1)),
        ("no size", Drawing().text(50, 50, "12", size=0)),
        ("off the page", Drawing().text(500, 50, "12")),
    ],
)
def test_invisible_text_is_marked_and_in_no_cell(
    tmp_path: Path, reader: str, name: str, drawing: Drawing
) -> None:
    drawing = Drawing().raw(drawing.stream.decode()).grid([20, 100, 200], [20, 60, 90]).text(120, 50, "見")
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert seen(page) == "見"
    sheet = make_sheet(page)
    assert [cell.text for cell in sheet.grids[0].cells] == ["", "見", "", ""]
    assert (sheet.in_cells, sheet.unseen) == (1, len(page.chars) - 1)


@BOTH
def test_white_text_on_a_dark_fill_is_seen(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().fill(20, 30, 100, 60, "0 0 0.5").text(50, 50, "白", gray=1)
    assert seen(only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)) == "白"


CLIP = "40 200 22 100 re W n"


@BOTH
@pytest.mark.parametrize(
    ("name", "drawing", "forms"),
    [
        ("a rectangle", Drawing().raw(f"q {CLIP}").text(50, 50, "残消").raw("Q"), {}),
        (
            "an outline",
            Drawing().raw("q 40 200 m 62 200 l 62 300 l 40 300 l h W* n").text(50, 50, "残消").raw("Q"),
            {},
        ),
        ("two rectangles", Drawing().raw(f"q 0 0 62 300 re W n {CLIP}").text(50, 50, "残消").raw("Q"), {}),
        (
            "inside a moved form",
            Drawing().raw("q 1 0 0 1 10 0 cm /Form Do Q"),
            {"Form": (Drawing().raw("30 200 22 100 re W n").text(40, 50, "残消").stream, "")},
        ),
        (
            "the box of a form",
            Drawing().raw("/Form Do"),
            {"Form": (Drawing().text(50, 50, "残消").stream, "/BBox [40 200 62 300]")},
        ),
    ],
)
def test_clipped_text_is_marked(
    tmp_path: Path, reader: str, name: str, drawing: Drawing, forms: dict[str, tuple[bytes, str]]
) -> None:
    drawing = Drawing().raw(drawing.stream.decode()).text(50, 150, "外")
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing, forms=forms), reader)
    assert seen(page) == "残外"
    assert "消" in page.chars.text


@BOTH
def test_text_that_a_cell_cuts_off_is_in_no_cell(tmp_path: Path, reader: str) -> None:
    drawing = (
        Drawing().grid([20, 60, 100], [20, 50]).raw("q 20 250 40 30 re W n").text(40, 40, "短　い文").raw("Q")
    )
    (sheet,) = [make_sheet(page) for page in read_pages(write_pdf(tmp_path / "a.pdf", drawing), reader)]
    assert [cell.text for grid in sheet.grids for cell in grid.cells] == ["短", ""]
    assert sheet.unseen == 2


@BOTH
def test_transparent_text_and_rules_are_not_seen(tmp_path: Path, reader: str) -> None:
    drawing = (
        Drawing().raw("q /Clear gs").text(50, 50, "透").line(20, 80, 220, 80).fill(20, 90, 60, 120).raw("Q")
    )
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing.text(50, 150, "外")), reader)
    assert seen(page) == "外"
    assert (len(page.horizontal), len(page.fill_box)) == (0, 0)


@BOTH
def test_a_form_inherits_colour_and_transparency(tmp_path: Path, reader: str) -> None:
    form = b"BT /J 10 Tf 50 150 Td <%s> Tj ET" % "文".encode("utf-16-be").hex().encode()
    drawing = Drawing().raw(
        "q 1 g /Form Do Q q /Clear gs 1 0 0 1 50 0 cm /Form Do Q 1 0 0 1 100 0 cm /Form Do"
    )
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing, forms={"Form": (form, "")}), reader)
    assert page.chars.visible.tolist() == [False, False, True]


@BOTH
def test_a_colour_set_afterwards_does_not_change_what_is_painted(tmp_path: Path, reader: str) -> None:
    page = only_page(
        write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, "黒").text(80, 50, "白", gray=1)), reader
    )
    assert seen(page) == "黒"


@BOTH
def test_an_ocr_layer_is_read(tmp_path: Path, reader: str) -> None:
    picture = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID ff> EI Q"
    drawing = Drawing().raw(picture).text(50, 50, "認識", mode=3)
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert page.text_layer == "ocr"
    assert [line.text for line in make_sheet(page).outside] == ["認識"]


@BOTH
@pytest.mark.parametrize("offset", [0.0, 0.3])
def test_fake_bold_is_one_character(tmp_path: Path, reader: str, offset: float) -> None:
    drawing = Drawing().text(50, 50, "合計11").text(50 + offset, 50, "合計11")
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert "".join(page.chars.text) == "合計11"


@BOTH
def test_fake_bold_however_often_and_in_whatever_order(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(50, 50, "合計").text(50.2, 50, "合計").text(50.4, 50.1, "合計")
    for x, char in ((90, "総"), (100, "額"), (110, "1"), (115, "1")):
        drawing.text(x, 50, char).text(x + 0.3, 50, char)
    assert "".join(only_page(write_pdf(tmp_path / "a.pdf", drawing), reader).chars.text) == "合計総額11"


@BOTH
@pytest.mark.parametrize(
    ("printed", "entries"),
    [
        ("\ue001x", ["fi", "x"]),  # a ligature
        ("\ue000野", ["𠮷", "野"]),  # beyond the first plane: a surrogate pair
        ("か\u3099き", ["か\u3099", "き"]),  # a combining mark
        ("葛\ufe00城", ["葛\ufe00", "城"]),  # a variation selector
    ],
)
def test_one_entry_for_what_is_one_character(
    tmp_path: Path, reader: str, printed: str, entries: list[str]
) -> None:
    page = only_page(write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, printed)), reader)
    assert list(page.chars.text) == entries


@BOTH
@pytest.mark.parametrize("font", ["U", "S"])
def test_fonts_that_are_not_embedded(tmp_path: Path, reader: str, font: str) -> None:
    drawing = Drawing().text(50, 50, "予算額123", font=font).text(50, 80, "決", font=font)
    drawing.text(90, 80, "算", font=font)
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert "".join(page.chars.text) == "予算額123決算"


@BOTH
def test_a_font_that_does_not_say_what_it_means_is_no_silent_nonsense(tmp_path: Path, reader: str) -> None:
    page = only_page(write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, "ABCDEF", font="N")), reader)
    assert page.text_layer == "broken"
    assert set(page.chars.text) == {"\ufffd"}
    assert "does not say what they mean" in page.notes[0]


@BOTH
def test_radicals_are_kept_as_they_are_printed(tmp_path: Path, reader: str) -> None:
    page = only_page(write_pdf(tmp_path / "a.pdf", Drawing().text(50, 50, "⻄⺠⼀⻑")), reader)
    assert page.chars.text == ("⻄", "⺠", "⼀", "⻑")


@BOTH
def test_a_glyph_with_its_text_beside_it_has_the_box_of_its_font(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(40, 50, "毎").raw("/Span << /ActualText <FEFF65E5> >> BDC")
    drawing.text(50, 50, "⽇").raw("EMC").text(60, 50, "食")
    page = only_page(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert page.chars.text == ("毎", "日" if reader == "pdfium" else "⽇", "食")
    assert page.chars.box[:, [0, 2]].tolist() == [pytest.approx([x, x + 10], abs=0.05) for x in (40, 50, 60)]


@BOTH
def test_a_page_without_text_has_no_text_layer(tmp_path: Path, reader: str) -> None:
    page = only_page(write_pdf(tmp_path / "a.pdf", Drawing().line(10, 10, 100, 10)), reader)
    assert page.text_layer == "none"
    assert len(page.chars) == 0


def test_pages_can_be_chosen(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *(Drawing().text(50, 50, char) for char in "一二三"))
    assert [(page.number, page.chars.text) for page in read_pages(path, pages=[3, 1])] == [
        (3, ("三",)),
        (1, ("一",)),
    ]


def test_an_unknown_reader_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such reader: tabula"):
        read_pages(tmp_path / "a.pdf", "tabula")


def test_user_unit_in_a_compressed_object_stream(tmp_path: Path) -> None:
    plain = write_pdf(tmp_path / "a.pdf", Drawing().text(100, 50, "税"), attributes="/UserUnit 2")
    packed = tmp_path / "b.pdf"
    with pikepdf.open(plain) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/UserUnit" not in packed.read_bytes()
    assert user_units(packed) == {1: 2.0}
