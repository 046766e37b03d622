"""Cells sorted into figures, labels and texts; header rows; the labels over and beside a figure."""

from __future__ import annotations

import pytest

from extract.figure_texts import is_plain_number, split_bracketed, worded_figure
from extract.grid import Grid
from extract.labels import parse_label
from extract.meaning import (
    Sort,
    Sorted,
    cells_left,
    grid_has_header,
    labels_over,
    sort_of,
    sort_table,
)
from extract.stretches import logical_tables
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, grid, sheet

WORDS = load_vocabulary()


def sorted_table(rows: Rows) -> Sorted:
    made: Grid = grid(rows)
    (table,) = logical_tables([sheet(made)], lambda g: grid_has_header(g, WORDS, 2024))
    return sort_table(table, WORDS, 2024)


def over(table: Sorted, row: int, column: int) -> list[str]:
    cell = table.table.cell(row, column)
    assert cell is not None
    return [label.text for label in labels_over(table, cell)]


def left(table: Sorted, row: int, column: int) -> list[str]:
    cell = table.table.cell(row, column)
    assert cell is not None
    return [beside.cell.text for beside in cells_left(table, cell)]


@pytest.mark.parametrize(
    ("printed", "sort"),
    [
        ("", Sort.BLANK),
        ("1,234", Sort.FIGURE),
        ("▲ 12.5", Sort.FIGURE),
        ("－", Sort.FIGURE),
        ("(120)", Sort.FIGURE),
        ("95.4%", Sort.FIGURE),
        ("30人以上", Sort.FIGURE),
        ("1億2,340万円 ［―］", Sort.FIGURE),
        ("決算 6,218", Sort.FIGURE),
        ("目標値", Sort.LABEL),
        ("R6決算", Sort.LABEL),
        ("小計", Sort.LABEL),
        ("公園維持管理事業", Sort.TEXT),
        ("令和３年に開設した施設を引き続き運営した。", Sort.TEXT),
    ],
)
def test_the_sort_of_a_cell(printed: str, sort: Sort) -> None:
    assert sort_of(printed, parse_label(printed, WORDS, 2024)) is sort


@pytest.mark.parametrize(
    ("printed", "plain"), [("１２３", True), ("▲5", True), ("--", True), ("5人", False), ("", False)]
)
def test_plain_numbers(printed: str, plain: bool) -> None:
    assert is_plain_number(printed) is plain


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("決算 6,218", ("決算", "6,218")),
        ("目標：30", ("目標", "30")),
        ("6,218", None),
        ("30人以上", None),
        ("令和6年度 決算の状況", None),
    ],
)
def test_figures_with_a_word_before_them(printed: str, parts: tuple[str, str] | None) -> None:
    assert worded_figure(printed) == parts


def test_a_figure_and_the_one_in_brackets() -> None:
    assert split_bracketed("1,200 （1,100）") == ("1,200", "1,100")
    assert split_bracketed("（1,100）") is None


def test_header_rows_end_where_figures_begin() -> None:
    table = sorted_table(
        [
            ["事業名", "R6", "<", "所管課"],
            ["^", "予算", "決算", "^"],
            ["公園管理", "100", "90", "公園課"],
            ["道路補修", "", "", "道路課"],
        ]
    )
    assert table.header == (True, True, False, False)


def test_a_form_is_no_header() -> None:
    table = sorted_table(
        [["事業名", "公園管理事業", "担当課", "公園課"], ["目的", "憩いの場", "対象", "市民"]]
    )
    assert table.header == (False, False)


def test_labels_over_a_figure_nearest_first() -> None:
    table = sorted_table([["事業名", "令和6年度", "<"], ["^", "予算額", "決算額"], ["公園管理", "100", "90"]])
    assert over(table, 2, 1) == ["予算額", "令和6年度"]
    assert over(table, 2, 2) == ["決算額", "令和6年度"]


def test_a_second_header_begins_anew() -> None:
    table = sorted_table(
        [
            ["事業名", "予算額", "決算額"],
            ["公園管理", "100", "90"],
            ["指標名", "目標値", "実績値"],
            ["来園者数", "500", "450"],
        ]
    )
    assert over(table, 1, 1) == ["予算額"]
    assert over(table, 3, 1) == ["目標値"]


def test_labels_beside_a_figure_pass_other_figures() -> None:
    table = sorted_table(
        [["区分", "<", "R5", "R6"], ["事業費", "決算額", "100", "90"], ["^", "うち一般財源", "40", "30"]]
    )
    assert left(table, 1, 3) == ["決算額", "事業費"]
    assert left(table, 2, 3) == ["うち一般財源", "事業費"]


def test_a_block_on_the_left_is_another_block() -> None:
    table = sorted_table([["", "R6", "", "R6"], ["国庫支出金", "10", "人件費", "20"]])
    assert left(table, 1, 3) == ["人件費"]


@pytest.mark.parametrize(
    ("rows", "has_header"),
    [
        ([["事業名", "予算額"], ["公園管理", "100"]], True),
        ([["公園管理", "100"], ["道路補修", "200"]], False),
        ([["公園管理", "100"], ["事業名", "予算額"]], True),
    ],
)
def test_grids_with_a_header_of_their_own(rows: Rows, has_header: bool) -> None:
    assert grid_has_header(grid(rows), WORDS, 2024) is has_header
