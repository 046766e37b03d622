"""Tables ruled only across, whose rules are pieced at each column."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from extract.grid import Grid
from extract.sheet import read_sheets
from tests.extract.pdfwriter import Drawing, write_pdf

BOTH = pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
X = (20, 80, 200, 260, 320)
ROWS = [("清掃委託", "1,200", "1,695"), ("職員研修", "26,393", "26,558"), ("選挙啓発", "11,525", "0")]


def pieces(drawing: Drawing, y: float, xs: tuple[float, ...]) -> Drawing:
    for left, right in pairwise(xs):
        drawing.line(left, y, right, y)
    return drawing


def budget(heading: str = "") -> Drawing:
    """A department's label over all rows, then a name and two figures a row, nothing drawn upright."""
    drawing = pieces(Drawing(), 20, X)
    for row, (name, this, last) in enumerate(ROWS):
        y = 20 + 30 * row
        drawing.text(84, y + 20, name).text(210, y + 20, this).text(270, y + 20, last)
        pieces(drawing, y + 30, X if row == len(ROWS) - 1 else X[1:])
    return drawing.text(25, 70, "総務課") if not heading else drawing.text(25, 70, heading)


def grids(tmp_path: Path, drawing: Drawing, reader: str = "pdfium") -> tuple[Grid, ...]:
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert sheet.characters == sheet.in_cells + sheet.in_outside + sheet.unseen
    return sheet.grids


@BOTH
def test_the_joints_of_the_rules_are_the_columns(tmp_path: Path, reader: str) -> None:
    (grid,) = grids(tmp_path, budget(), reader)
    assert grid.x == pytest.approx(X, abs=0.5)
    found = {(c.row, c.column, c.row_span, c.column_span): c.text for c in grid.cells if c.text}
    expected = {(0, 0, 3, 1): "総務課"}
    for row, texts in enumerate(ROWS):
        expected |= {(row, column, 1, 1): text for column, text in enumerate(texts, start=1)}
    assert found == expected


def test_corners_that_are_pieces_of_their_own(tmp_path: Path) -> None:
    drawing = Drawing()
    for row in range(4):
        y = 20 + 30 * row
        for left, right in pairwise(X):
            drawing.fill(left + 0.3, y - 0.25, right - 0.3, y + 0.25)
        for x in X:
            drawing.fill(x - 0.25, y - 0.25, x + 0.25, y + 0.25)
        if row < 3:
            drawing.text(30, y + 20, "課").text(90, y + 20, ROWS[row][0])
    (grid,) = grids(tmp_path, drawing)
    assert (grid.rows, grid.columns) == (3, 4)


def test_text_over_a_joint_is_one_cell(tmp_path: Path) -> None:
    drawing = pieces(Drawing(), 20, X)
    drawing.text(190, 40, "予算額")
    for row, (name, this, last) in enumerate(ROWS, start=1):
        y = 20 + 30 * row
        pieces(drawing, y, X).text(84, y + 20, name).text(210, y + 20, this).text(270, y + 20, last)
    (grid,) = grids(tmp_path, pieces(drawing, 140, X))
    (heading,) = [cell for cell in grid.cells if cell.text == "予算額"]
    assert heading.column_span == 2


def prose() -> Drawing:
    drawing = Drawing()
    for row in range(4):
        drawing.text(20, 35 + 30 * row, "市民とともに歩むまち").line(20, 40 + 30 * row, 320, 40 + 30 * row)
    return drawing


def dotted() -> Drawing:
    drawing = Drawing()
    for row in range(4):
        pieces(drawing.text(20, 35 + 30 * row, "欄"), 40 + 30 * row, tuple(range(20, 320, 6)))
    return drawing


def differing() -> Drawing:
    drawing = Drawing()
    for row in range(4):
        joints = (20.0, 60.0 + 25 * row, 160.0 + 17 * row, 250.0 + 11 * row, 320.0)
        pieces(drawing.text(20, 35 + 30 * row, "欄"), 40 + 30 * row, joints)
    return drawing


@pytest.mark.parametrize("drawing", [prose(), dotted(), differing()], ids=["whole", "short", "elsewhere"])
def test_rules_that_are_pieced_otherwise_are_no_columns(tmp_path: Path, drawing: Drawing) -> None:
    assert [grid for grid in grids(tmp_path, drawing) if grid.certainty == "ruled"] == []


@BOTH
def test_a_filled_header_without_a_rule_over_it_is_part_of_the_table(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().fill(20, 20, 320, 60, "0.9 0.9 0.8")
    pieces(drawing, 40, X[1:]).text(90, 35, "令和6年度").text(210, 35, "予算額").text(270, 35, "前年度")
    for row, (name, this, last) in enumerate(ROWS):
        y = 60 + 30 * row
        pieces(drawing, y, X).text(84, y + 20, name).text(210, y + 20, this).text(270, y + 20, last)
    (grid,) = grids(tmp_path, pieces(drawing, 150, X), reader)
    assert [cell.text for cell in grid.cells if cell.row == 0] == ["", "令和6年度", "予算額", "前年度"]
    assert (grid.rows, grid.columns) == (5, 4)
