"""Rules however they are drawn: each way gives the same table of two by two cells."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from extract.grid import Grid
from extract.rules import join
from extract.sheet import read_sheets
from tests.extract.pdfwriter import Drawing, write_pdf

BOTH = pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
X, Y = (20, 120, 220), (20, 50, 80)


def strokes() -> Drawing:
    return Drawing().grid(X, Y)


def thin_rectangles() -> Drawing:
    drawing = Drawing()
    for x in X:
        drawing.fill(x - 0.4, Y[0], x + 0.4, Y[-1])
    for y in Y:
        drawing.fill(X[0], y - 0.4, X[-1], y + 0.4)
    return drawing


def short_segments() -> Drawing:
    drawing = Drawing()
    for x in X:
        for a, b in pairwise(range(Y[0], Y[-1] + 1, 6)):
            drawing.line(x, a, x, b)
    for y in Y:
        for a, b in pairwise(range(X[0], X[-1] + 1, 8)):
            drawing.line(a, y, b, y)
    return drawing


def dashes() -> Drawing:
    drawing = Drawing()
    for x in X:
        for start in range(Y[0], Y[-1], 5):
            drawing.line(x, start, x, start + 3)
    for y in Y:
        for start in range(X[0], X[-1], 5):
            drawing.line(start, y, start + 3, y)
    return drawing


def dots() -> Drawing:
    drawing = Drawing()
    for x in X:
        for start in range(Y[0], Y[-1] + 1, 2):
            drawing.fill(x - 0.5, start - 0.5, x + 0.5, start + 0.5)
    for y in Y:
        for start in range(X[0], X[-1] + 1, 2):
            drawing.fill(start - 0.5, y - 0.5, start + 0.5, y + 0.5)
    return drawing


def dash_pattern() -> Drawing:
    drawing = Drawing()
    for x in X:
        drawing.line(x, Y[0], x, Y[-1], dash="2 2")
    for y in Y:
        drawing.line(X[0], y, X[-1], y, dash="2 2")
    return drawing


def double_lines() -> Drawing:
    return Drawing().grid(X, Y).grid([x + 1.8 for x in X], [y + 1.8 for y in Y])


def double_lines_far_apart() -> Drawing:
    return Drawing().grid(X, Y).grid([x + 3.5 for x in X], [y + 3.5 for y in Y])


def a_double_frame() -> Drawing:
    return Drawing().grid(X, Y).frame(X[0] - 2.6, Y[0] - 2.6, X[-1] + 2.6, Y[-1] + 2.6)


def hair_lines() -> Drawing:
    """A pen of no width, and rectangles of no height."""
    drawing = Drawing()
    for x in X:
        drawing.line(x, Y[0], x, Y[-1], 0)
    for y in Y:
        drawing.fill(X[0], y, X[-1], y)
    return drawing


def one_path() -> Drawing:
    """The frame closed by the path itself, the rules inside as further lines of it."""
    left, middle, right = X
    top, between, bottom = (300 - y for y in Y)
    frame = f"{left} {top} m {right} {top} l {right} {bottom} l {left} {bottom} l h"
    return Drawing().raw(
        f"{frame} {middle} {top} m {middle} {bottom} l {left} {between} m {right} {between} l S"
    )


def drawn_twice() -> Drawing:
    drawing = Drawing()
    for left, right in pairwise(X):
        for top, bottom in pairwise(Y):
            drawing.frame(left + 0.3, top + 0.3, right - 0.3, bottom - 0.3)
    return drawing


def short_of_the_corner() -> Drawing:
    drawing = Drawing()
    for x in X:
        drawing.line(x, Y[0] + 2, x, Y[-1] - 2)
    for y in Y:
        drawing.line(X[0] + 2, y, X[-1] - 2, y)
    return drawing


def thick_frame() -> Drawing:
    return Drawing().grid(X, Y).frame(X[0], Y[0], X[-1], Y[-1], 3)


def cell_frames() -> Drawing:
    drawing = Drawing()
    for left, right in pairwise(X):
        for top, bottom in pairwise(Y):
            drawing.frame(left, top, right, bottom)
    return drawing


def half_strokes_half_rectangles() -> Drawing:
    drawing = Drawing()
    for x in X:
        drawing.line(x, Y[0], x, Y[-1])
    for y in Y:
        drawing.fill(X[0], y - 0.4, X[-1], y + 0.4)
    return drawing


WAYS = [
    strokes,
    thin_rectangles,
    short_segments,
    dashes,
    dots,
    dash_pattern,
    double_lines,
    double_lines_far_apart,
    a_double_frame,
    hair_lines,
    one_path,
    drawn_twice,
    short_of_the_corner,
    thick_frame,
    cell_frames,
    half_strokes_half_rectangles,
]


def grids(tmp_path: Path, drawing: Drawing, reader: str = "pdfium") -> tuple[Grid, ...]:
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert sheet.characters == sheet.in_cells + sheet.in_outside + sheet.unseen
    return sheet.grids


@BOTH
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_to_draw_a_rule(tmp_path: Path, way, reader: str) -> None:  # type: ignore[no-untyped-def]
    drawing = way().text(30, 42, "年度").text(130, 42, "1,234").text(30, 72, "事業").text(130, 72, "▲5")
    (grid,) = grids(tmp_path, drawing, reader)
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells] == [
        (0, 0, 1, 1, "年度"),
        (0, 1, 1, 1, "1,234"),
        (1, 0, 1, 1, "事業"),
        (1, 1, 1, 1, "▲5"),
    ]


@BOTH
def test_a_page_frame_is_no_table(tmp_path: Path, reader: str) -> None:
    assert grids(tmp_path, Drawing().frame(10, 10, 390, 290, 2).text(50, 50, "本文"), reader) == ()


@BOTH
def test_chart_axes_are_no_table(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().line(50, 20, 50, 200).line(50, 200, 350, 200)
    for y in range(40, 200, 40):
        drawing.line(47, y, 53, y).text(20, y, str(y))
    for x in range(80, 350, 60):
        drawing.fill(x, 100, x + 20, 200, "0.3 0.5 0.9").text(x, 215, "年")
    assert grids(tmp_path, drawing, reader) == ()


@BOTH
def test_a_table_inside_a_page_frame(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().frame(5, 5, 395, 295).grid(X, Y).text(30, 42, "年").text(130, 42, "額")
    (grid,) = grids(tmp_path, drawing, reader)
    assert (grid.rows, grid.columns) == (2, 2)


@BOTH
@pytest.mark.parametrize("how", ["stroke", "filled"])
def test_a_diagonal_says_not_applicable(tmp_path: Path, reader: str, how: str) -> None:
    drawing = Drawing().grid(X, Y).text(30, 42, "年度")
    if how == "stroke":
        drawing.line(120, 80, 220, 50)
    else:
        drawing.polygon((120, 79.5), (220, 50), (220, 50.5), (120, 80))
    (grid,) = grids(tmp_path, drawing, reader)
    assert [cell.diagonal for cell in grid.cells] == [False, False, False, True]


@BOTH
def test_white_rectangles_are_no_rules(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid(X, Y).fill(20, 64, 220, 65, "1 1 1").text(30, 42, "年").text(30, 72, "額")
    (grid,) = grids(tmp_path, drawing, reader)
    assert grid.rows == 2


@BOTH
def test_a_row_painted_with_a_broad_pen_is_filled(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().raw("q 0 0 0.4 RG").line(20, 35, 220, 35, 30).raw("Q").grid(X, Y)
    drawing.text(30, 42, "年度", gray=1).text(30, 72, "事業")
    (grid,) = grids(tmp_path, drawing, reader)
    assert [(cell.text, cell.fill_rgb) for cell in grid.cells] == [
        ("年度", (0, 0, 102)),
        ("", (0, 0, 102)),
        ("事業", None),
        ("", None),
    ]


@pytest.mark.parametrize(
    ("name", "pieces", "joined"),
    [
        ("touching", [(10, 0, 50, 1), (10, 50, 90, 1)], [(0, 90)]),
        ("a small gap", [(10, 0, 50, 1), (10, 51, 90, 1)], [(0, 90)]),
        ("two tables side by side", [(10, 0, 50, 1), (10, 54, 90, 1)], [(0, 50), (54, 90)]),
        ("dashes", [(10, k, k + 4, 1) for k in range(0, 80, 8)], [(0, 76)]),
        ("drawn twice", [(10, 0, 90, 1), (10.4, 0, 90, 1)], [(0, 90)]),
        ("one within the other", [(10, 0, 90, 1), (10, 20, 30, 1)], [(0, 90)]),
        ("a tick", [(10, 0, 3, 1)], []),
    ],
)
def test_pieces_of_one_line_are_one_rule(
    name: str, pieces: list[tuple[float, ...]], joined: list[tuple[float, float]]
) -> None:
    assert [(rule[1], rule[2]) for rule in join(np.array(pieces, dtype=float)).tolist()] == joined
