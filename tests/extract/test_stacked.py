"""Ruled rows that hold several printed rows are split; stacked values of one row are not."""

from __future__ import annotations

from extract.stacked import split_stacked_rows
from tests.extract.printed import Rows, grid


def split(rows: Rows) -> list[list[str]]:
    made = split_stacked_rows(grid(rows, height=40.0))
    found = [["" for _ in range(made.columns)] for _ in range(made.rows)]
    for cell in made.cells:
        found[cell.row][cell.column] = cell.text
    return found


def test_names_and_figures_on_the_same_heights_are_rows() -> None:
    assert split([["款", "本年度", "前年度"], ["市税\n交付金\n市債", "10\n20\n30", "11\n21\n31"]]) == [
        ["款", "本年度", "前年度"],
        ["市税", "10", "11"],
        ["交付金", "20", "21"],
        ["市債", "30", "31"],
    ]


def test_the_borders_lie_between_the_printed_rows() -> None:
    made = split_stacked_rows(grid([["市税\n市債", "10\n20", "11\n21"]], height=40.0))
    assert len(made.y) == 3 and made.y[0] < made.y[1] < made.y[2]
    assert made.cells[0].box[3] == made.cells[3].box[1] == made.y[1]


def test_values_without_a_name_on_each_height_stay_together() -> None:
    rows = [["就学率", "98.0\n95.4", "97.0\n94.0"]]
    assert split(rows) == rows


def test_one_column_of_stacked_figures_is_no_row() -> None:
    rows = [["市税\n市債", "10\n20", "備考"]]
    assert split(rows) == rows


def test_labelled_lines_are_no_rows() -> None:
    rows = [["就学率\nの推移", "【小学校】98.0\n【中学校】95.4", "【小学校】97.0\n【中学校】94.0"]]
    assert split(rows) == rows


def test_merged_cells_are_left_alone() -> None:
    rows = [["市税\n市債", "10\n20", "11\n21"], ["^", "30", "31"]]
    made = split_stacked_rows(grid(rows, height=40.0))
    assert made.rows == 2
