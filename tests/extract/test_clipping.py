"""What a clip cuts off is not there: text, rules, fills and pictures, by both readers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from extract.clipping import cut_strokes
from extract.page import Page
from extract.sheet import make_sheet, read_pages
from tests.extract.pdfwriter import Drawing, write_pdf

BOTH = pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
Forms = dict[str, tuple[bytes, str]]
CLIP = "q 40 200 22 100 re W n "
"""From 40 to 62 across, from 0 to 100 down."""


def read(tmp_path: Path, reader: str, drawing: Drawing, forms: Forms | None = None) -> Page:
    (page,) = read_pages(write_pdf(tmp_path / "a.pdf", drawing, forms=forms), reader)
    return page


def seen(page: Page) -> str:
    return "".join(c for c, shown in zip(page.chars.text, page.chars.visible, strict=True) if shown)


TEXT = Drawing().text(50, 50, "残消").stream
MOVED = Drawing().text(30, 50, "残消").stream


@BOTH
@pytest.mark.parametrize(
    ("name", "steps", "forms"),
    [
        ("around a form", f"{CLIP} /Form Do Q", {"Form": (TEXT, "")}),
        ("around a moved form", f"{CLIP} 1 0 0 1 20 0 cm /Form Do Q", {"Form": (MOVED, "")}),
        ("around a form with a matrix", f"{CLIP} /Form Do Q", {"Form": (MOVED, "/Matrix [1 0 0 1 20 0]")}),
        (
            "around a form in a form",
            f"{CLIP} /Outer Do Q",
            {"Inner": (TEXT, ""), "Outer": (b"q 1 0 0 1 0 0 cm /Inner Do Q", "")},
        ),
        (
            "inside the outer form, around the inner one",
            "q 1 0 0 1 20 0 cm /Outer Do Q",
            {"Inner": (MOVED, ""), "Outer": (b"20 200 22 100 re W n /Inner Do", "")},
        ),
        (
            "one clip around the form and one in it",
            "q 0 0 62 300 re W n /Form Do Q",
            {"Form": (b"q 40 0 400 300 re W n " + TEXT + b" Q", "")},
        ),
    ],
)
def test_a_clip_around_a_form_cuts_its_text(
    tmp_path: Path, reader: str, name: str, steps: str, forms: Forms
) -> None:
    page = read(tmp_path, reader, Drawing().raw(steps).text(50, 150, "外"), forms)
    assert seen(page) == "残外"
    assert "消" in page.chars.text


@BOTH
def test_a_form_drawn_twice_is_cut_where_its_clip_is(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().raw(f"{CLIP} /Form Do Q 1 0 0 1 0 -100 cm /Form Do")
    assert seen(read(tmp_path, reader, drawing, {"Form": (TEXT, "")})) == "残残消"


RULE = Drawing().line(0, 50, 400, 50).line(50, 0, 50, 300).stream


@BOTH
@pytest.mark.parametrize(
    ("name", "steps", "forms"),
    [
        ("strokes", CLIP + RULE.decode() + " Q", {}),
        ("thin fills", CLIP + "0 249.8 400 0.4 re f 49.8 0 0.4 300 re f Q", {}),
        (
            "an outline of its own for the clip",
            "q 40 200 m 62 200 l 62 300 l 40 300 l h W n " + RULE.decode(),
            {},
        ),
        ("two clips", "q 40 0 400 300 re W n 0 200 62 100 re W n " + RULE.decode(), {}),
        ("in a form", "/Form Do", {"Form": (CLIP.encode() + RULE, "")}),
        ("around a form", f"{CLIP} /Form Do Q", {"Form": (RULE, "")}),
        ("the box of a form", "/Form Do", {"Form": (RULE, "/BBox [40 200 62 300]")}),
        (
            "one segment after the other",
            CLIP + "0 250 m 60 250 l 400 250 l S 50 0 m 50 210 l 50 300 l S Q",
            {},
        ),
    ],
)
def test_a_rule_counts_only_where_it_is_seen(
    tmp_path: Path, reader: str, name: str, steps: str, forms: Forms
) -> None:
    page = read(tmp_path, reader, Drawing().raw(steps), forms)
    (y, x0, x1), (x, y0, y1) = page.horizontal[:, :3].T, page.vertical[:, :3].T
    assert (y.mean(), x0.min(), x1.max()) == pytest.approx((50, 40, 62), abs=0.6)
    assert (x.mean(), y0.min(), y1.max()) == pytest.approx((50, 0, 100), abs=0.6)


@BOTH
@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("strokes", "0 150 m 400 150 l S 100 0 m 100 300 l S"),
        ("thin fills", "0 150 400 0.4 re f 100 0 0.4 300 re f"),
        ("slanted", "100 0 m 200 300 l S"),
        ("areas", "70 100 80 80 re f"),
        ("a clip of nothing", "0 0 1 1 re W n 0 250 m 400 250 l S 45 210 10 80 re f"),
    ],
)
def test_what_is_cut_off_whole_is_not_there(tmp_path: Path, reader: str, name: str, steps: str) -> None:
    page = read(tmp_path, reader, Drawing().raw(CLIP + steps + " Q"))
    assert [len(found) for found in (page.horizontal, page.vertical, page.diagonal, page.fill_box)] == [0] * 4


@BOTH
def test_a_rule_on_the_edge_of_its_clip_is_half_seen(tmp_path: Path, reader: str) -> None:
    page = read(tmp_path, reader, Drawing().raw(CLIP + "40 0 m 40 300 l S 0 200 m 400 200 l S Q"))
    assert page.vertical[:, 0].tolist() == pytest.approx([40])
    assert page.horizontal[:, 0].tolist() == pytest.approx([100])


@BOTH
def test_a_slanted_rule_ends_where_its_clip_does(tmp_path: Path, reader: str) -> None:
    page = read(tmp_path, reader, Drawing().raw(CLIP + "0.5 w 0 160 m 102 262 l S Q"))
    assert page.diagonal.tolist() == [pytest.approx([40, 100, 62, 78], abs=0.5)]


@BOTH
def test_a_fill_is_as_large_as_it_is_seen(tmp_path: Path, reader: str) -> None:
    page = read(tmp_path, reader, Drawing().raw(CLIP + "0 0 1 rg 0 0 400 300 re f Q"))
    assert page.fill_box.tolist() == [pytest.approx([40, 0, 62, 100], abs=0.01)]


@BOTH
def test_white_text_beside_the_seen_part_of_a_picture_is_not_seen(tmp_path: Path, reader: str) -> None:
    picture = "q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q"
    drawing = Drawing().raw(f"{CLIP} {picture} Q").text(45, 50, "上", gray=1).text(80, 50, "外", gray=1)
    assert seen(read(tmp_path, reader, drawing)) == "上"


@BOTH
def test_a_table_whose_rules_are_drawn_far_beyond_its_clip(tmp_path: Path, reader: str) -> None:
    drawing = (
        Drawing().text(30, 42, "年度").text(130, 42, "額").text(30, 150, "注").raw("q 20 220 200 60 re W n")
    )
    for at in (20, 120, 220):
        drawing.line(at, -50, at, 500)
    for at in (20, 50, 80):
        drawing.line(-50, at, 800, at)
    sheet = make_sheet(read(tmp_path, reader, drawing.raw("Q")))
    (grid,) = sheet.grids
    assert grid.box == pytest.approx((20, 20, 220, 80), abs=0.5)
    assert [cell.text for cell in grid.cells] == ["年度", "額", "", ""]
    assert [line.text for line in sheet.outside] == ["注"]


@pytest.mark.parametrize(
    ("name", "stroke", "left"),
    [
        ("inside", (2, 5, 8, 5), (2, 5, 8, 5)),
        ("over both ends", (-5, 5, 20, 5), (0, 5, 10, 5)),
        ("backwards", (20, 5, -5, 5), (10, 5, 0, 5)),
        ("a point", (5, 5, 5, 5), (5, 5, 5, 5)),
        ("slanted past a corner", (-5, 8, 2, 15), None),
        ("beside", (2, 12, 8, 12), None),
        ("before", (-8, 5, -2, 5), None),
    ],
)
def test_the_part_of_a_stroke_inside_its_clip(
    name: str, stroke: tuple[float, ...], left: tuple[float, ...] | None
) -> None:
    cut = cut_strokes(np.array([[*stroke, 0.2]], dtype=float), np.array([[0.0, 0.0, 10.0, 10.0]]))
    assert [row[:4] for row in cut.tolist()] == ([pytest.approx(left, abs=0.11)] if left else [])
