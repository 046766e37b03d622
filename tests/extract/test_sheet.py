"""Grids of cells: spans, several tables, where every character goes, and how its text reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.grid import Cell, Grid, Sheet
from extract.sheet import read_sheets
from tests.extract.pdfwriter import Drawing, write_pdf

X, Y = (20, 120, 220), (20, 50, 80)


@pytest.fixture(params=["pdfium", "pdfplumber"])
def reader(request: pytest.FixtureRequest) -> str:
    """Every test of this file holds for both readers."""
    return str(request.param)


def only_sheet(tmp_path: Path, drawing: Drawing, reader: str) -> Sheet:
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", drawing), reader)
    assert sheet.characters == sheet.in_cells + sheet.in_outside + sheet.unseen
    return sheet


def cells(grid: Grid) -> dict[tuple[int, int, int, int], str]:
    return {(c.row, c.column, c.row_span, c.column_span): c.text for c in grid.cells}


def cell_with(tmp_path: Path, drawing: Drawing, reader: str) -> Cell:
    """The left cell of a table with a wide and a narrow column."""
    (grid,) = only_sheet(tmp_path, drawing.grid([20, 120, 140], [20, 120]), reader).grids
    return grid.cells[0]


def test_merged_cells_keep_their_spans(tmp_path: Path, reader: str) -> None:
    drawing = Drawing()
    for x0, y0, x1, y1, text in (
        (20, 20, 80, 60, "名"),
        (80, 20, 200, 40, "目標値"),
        (80, 40, 140, 60, "六年"),
        (140, 40, 200, 60, "七年"),
        (20, 60, 80, 80, "A"),
        (80, 60, 140, 80, "1"),
        (140, 60, 200, 80, "2"),
    ):
        drawing.frame(x0, y0, x1, y1).text(x0 + 5, y1 - 6, text)
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert cells(grid) == {
        (0, 0, 2, 1): "名",
        (0, 1, 1, 2): "目標値",
        (1, 1, 1, 1): "六年",
        (1, 2, 1, 1): "七年",
        (2, 0, 1, 1): "A",
        (2, 1, 1, 1): "1",
        (2, 2, 1, 1): "2",
    }


def test_rows_with_columns_of_their_own(tmp_path: Path, reader: str) -> None:
    drawing = Drawing()
    for x0, y0, x1, y1, text in (
        (20, 20, 90, 40, "部"),
        (90, 20, 220, 40, "課"),
        (20, 40, 140, 60, "額"),
        (140, 40, 220, 60, "率"),
    ):
        drawing.frame(x0, y0, x1, y1).text(x0 + 5, y1 - 6, text)
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert grid.columns == 3
    assert cells(grid) == {(0, 0, 1, 1): "部", (0, 1, 1, 2): "課", (1, 0, 1, 2): "額", (1, 2, 1, 1): "率"}


def test_tables_side_by_side_and_below_each_other(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(20, 15, "題")
    for left, top, text in ((20, 20, "一"), (200, 20, "二"), (20, 150, "三")):
        drawing.grid([left, left + 60, left + 120], [top, top + 30, top + 60]).text(left + 5, top + 20, text)
    sheet = only_sheet(tmp_path, drawing, reader)
    assert [grid.cells[0].text for grid in sheet.grids] == ["一", "二", "三"]
    assert [line.text for line in sheet.outside] == ["題"]


def test_a_table_inside_a_cell_of_a_form(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid([20, 100, 380], [20, 60, 200]).text(30, 40, "事業名").text(30, 80, "経費")
    drawing.grid([120, 200, 280], [80, 110, 140]).text(130, 100, "内").text(110, 190, "外")
    form, nested = only_sheet(tmp_path, drawing, reader).grids
    assert cells(form)[(1, 1, 1, 1)] == "外"
    assert nested.cells[0].text == "内"


def test_a_character_belongs_to_the_cell_of_its_centre(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid(X, Y).text(112, 40, "左").text(117, 70, "右")
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert cells(grid) == {(0, 0, 1, 1): "左", (0, 1, 1, 1): "", (1, 0, 1, 1): "", (1, 1, 1, 1): "右"}


def test_text_printed_over_the_border_stays_whole(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid(X, Y).text(60, 40, "社会福祉事業基金").text(150, 70, "12")
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert cells(grid)[(0, 0, 1, 1)] == "社会福祉事業基金"
    assert cells(grid)[(0, 1, 1, 1)] == ""


def test_one_digit_a_cell_in_a_ledger(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid([20, 25, 30, 35], [20, 40]).text(20, 35, "123")
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert [cell.text for cell in grid.cells] == ["1", "2", "3"]


def test_edge_tabs_stay_outside(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid([40, 140, 240], Y).text(45, 42, "施策").fill(250, 10, 270, 100, "0.8 0.8 0.8")
    for i, char in enumerate("平成年度"):
        drawing.text(10, 30 + 12 * i, char).text(255, 30 + 12 * i, char)
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert [cell.text for cell in grid.cells] == ["施策", "", "", ""]


def test_a_row_cut_by_the_edge_of_the_page(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().text(25, 280, "続く")
    for x in (20, 120, 220):
        drawing.line(x, 200, x, 295)
    for y in (200, 250):
        drawing.line(20, y, 220, y)
    (grid,) = only_sheet(tmp_path, drawing.text(25, 240, "前"), reader).grids
    assert (grid.rows, grid.open_top, grid.open_bottom) == (2, False, True)
    assert cells(grid)[(1, 0, 1, 1)] == "続く"


def test_a_table_without_outer_side_rules(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().line(150, 20, 150, 80)
    for y in Y:
        drawing.line(20, y, 300, y)
    (grid,) = only_sheet(tmp_path, drawing.text(30, 40, "区分").text(160, 40, "金額"), reader).grids
    assert [cell.text for cell in grid.cells] == ["区分", "金額", "", ""]


def test_the_room_beside_a_table_is_no_cell(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().frame(20, 20, 80, 50).grid([20, 80, 240], [50, 80])
    drawing.text(30, 40, "番号").text(100, 40, "余白").text(30, 70, "名").text(100, 70, "事業")
    sheet = only_sheet(tmp_path, drawing, reader)
    (grid,) = sheet.grids
    assert cells(grid) == {(0, 0, 1, 1): "番号", (1, 0, 1, 1): "名", (1, 1, 1, 1): "事業"}
    assert [line.text for line in sheet.outside] == ["余白"]


def test_the_colour_of_a_cell_is_the_last_fill_under_its_middle(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().fill(20, 20, 220, 50, "1 1 0").fill(120, 20, 220, 50, "0 1 0")
    (grid,) = only_sheet(tmp_path, drawing.grid(X, Y).text(30, 40, "年"), reader).grids
    assert [cell.fill_rgb for cell in grid.cells] == [(255, 255, 0), (0, 255, 0), None, None]


@pytest.mark.parametrize(
    ("name", "pieces", "text"),
    [
        ("one run", [(30, 60, "5,860,609")], "5,860,609"),
        ("mark and figure touch", [(30, 60, "▲"), (40, 60, "5,403")], "▲5,403"),
        ("mark, space, figure", [(30, 60, "▲ "), (45, 60, "5,403")], "▲ 5,403"),
        ("a gap without a space", [(30, 60, "▲"), (46, 60, "5,403")], "▲ 5,403"),
        ("a printed space", [(30, 60, "2 (3)")], "2 (3)"),
        ("a justified label", [(30, 60, "市"), (70, 60, "税")], "市 税"),
        ("digits set apart", [(30 + 8 * i, 60, char) for i, char in enumerate("1,234")], "1,234"),
        ("drawn out of order", [(40, 60, "年"), (30, 60, "六"), (50, 60, "度")], "六年度"),
        ("two lines, lower first", [(30, 75, "下"), (30, 60, "上")], "上\n下"),
    ],
)
def test_text_of_a_cell(
    tmp_path: Path, reader: str, name: str, pieces: list[tuple[float, float, str]], text: str
) -> None:
    drawing = Drawing()
    for x, y, piece in pieces:
        drawing.text(x, y, piece)
    assert cell_with(tmp_path, drawing, reader).text == text


@pytest.mark.parametrize(
    ("name", "drawing", "text"),
    [
        ("vertical writing", Drawing().text(70, 30, "財源内訳", font="V"), "財源内訳"),
        (
            "two columns",
            Drawing().text(60, 30, "特別会計", font="V").text(80, 30, "目的別内", font="V"),
            "目的別内特別会計",
        ),
        ("turned to the left", Drawing().text(70, 100, "主要事業", turn=(0, 1, -1, 0)), "主要事業"),
        ("turned to the right", Drawing().text(70, 40, "主要事業", turn=(0, -1, 1, 0)), "主要事業"),
        (
            "stacked characters",
            Drawing().text(60, 40, "財").text(60, 50.5, "源").text(60, 61, "内").text(60, 71.5, "訳"),
            "財源内訳",
        ),
        (
            "spread over the height of the cell",
            Drawing().text(60, 40, "財").text(60, 53, "源").text(60, 66, "内").text(60, 79, "訳"),
            "財源内訳",
        ),
    ],
)
def test_vertical_labels(tmp_path: Path, reader: str, name: str, drawing: Drawing, text: str) -> None:
    cell = cell_with(tmp_path, drawing, reader)
    assert (cell.text, cell.vertical) == (text, True)


def test_one_character_a_line_in_a_narrow_cell_is_vertical(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid([20, 36, 120], [20, 120])
    for i, char in enumerate("収入"):
        drawing.text(23, 50 + 30 * i, char)
    (grid,) = only_sheet(tmp_path, drawing, reader).grids
    assert (grid.cells[0].text, grid.cells[0].vertical) == ("収入", True)


@pytest.mark.parametrize("step", [12.5, 15])
@pytest.mark.parametrize("marks", ["123", "ＡＢＣ", "○△×"])
def test_short_lines_in_a_wide_cell_are_not_vertical(
    tmp_path: Path, reader: str, marks: str, step: float
) -> None:
    drawing = Drawing()
    for i, mark in enumerate(marks):
        drawing.text(60, 50 + step * i, mark)
    cell = cell_with(tmp_path, drawing, reader)
    assert (cell.text, cell.vertical) == ("\n".join(marks), False)


def test_ruby_is_no_text_of_a_cell(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid(X, Y).text(30, 45, "施策").text(31, 34, "しさく", size=5).text(30, 72, "しさく")
    sheet = only_sheet(tmp_path, drawing, reader)
    assert [cell.text for cell in sheet.grids[0].cells] == ["施策", "", "しさく", ""]
    assert sheet.unseen == 3


def test_a_small_line_with_other_characters_is_no_ruby(tmp_path: Path, reader: str) -> None:
    drawing = Drawing().grid(X, Y).text(30, 45, "施策名称").text(30, 34, "(あらまし)", size=5)
    assert only_sheet(tmp_path, drawing, reader).grids[0].cells[0].text == "(あらまし)\n施策名称"
