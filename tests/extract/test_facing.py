"""Tables over two facing pages: the columns of the right page belong to the rows of the left one."""

from __future__ import annotations

import pytest

from extract.grid import Grid
from extract.meaning import grid_has_header
from extract.stretches import logical_tables
from extract.tables import Table
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, amounts, grid, read, sheet

WORDS = load_vocabulary()
LEFT: Rows = [["事業名", "令和6年度予算額", "令和5年度予算額"], ["道路", "100", "90"], ["公園", "50", "40"]]
RIGHT: Rows = [["国庫支出金", "一般財源"], ["60", "40"], ["20", "30"]]


def tables(*grids: Grid) -> list[Table]:
    pages = sorted({g.page for g in grids})
    sheets = [sheet(*(g for g in grids if g.page == p), page=p) for p in pages]
    return logical_tables(sheets, lambda g: grid_has_header(g, WORDS, 2024))


def shown(table: Table) -> list[list[str]]:
    return [
        [cell.text if (cell := table.cell(r, c)) else "" for c in range(table.columns)]
        for r in range(table.rows)
    ]


def test_columns_of_the_right_page_follow_those_of_the_left() -> None:
    (table,) = tables(grid(LEFT, page=2), grid(RIGHT, page=3))
    assert shown(table) == [[*a, *b] for a, b in zip(LEFT, RIGHT, strict=True)]


def test_a_cell_keeps_its_page_and_its_box() -> None:
    left, right = grid(LEFT, page=2), grid(RIGHT, page=3)
    (table,) = tables(left, right)
    cell = next(c for c in table.cells if c.text == "60")
    assert (table.page_of(cell), cell.box) == (3, right.cells[2].box)
    assert {table.page_of(c) for c in table.cells if c.column < 3} == {2}


def test_figures_of_the_right_page_are_of_the_rows_named_on_the_left() -> None:
    records = read(grid(LEFT), grid(RIGHT, page=2))
    assert [project.name_text for project in records.projects] == ["道路", "公園"]
    assert {component for _, _, component, _ in amounts(records.projects[0])} == {
        "",
        "国庫支出金",
        "一般財源",
    }
    places = {(a.text, a.place.page) for a in records.projects[0].amounts}
    assert {("100", 1), ("60", 2)} <= places


def test_the_next_spread_goes_on_with_the_same_table() -> None:
    more: Rows = [LEFT[0], ["河川", "30", "30"], ["橋", "5", "4"]]
    funds: Rows = [RIGHT[0], ["10", "20"], ["0", "5"]]
    (table,) = tables(grid(LEFT, page=2), grid(RIGHT, page=3), grid(more, page=4), grid(funds, page=5))
    assert [row[0] for row in shown(table)] == ["事業名", "道路", "公園", "河川", "橋"]
    assert [row[3] for row in shown(table)] == ["国庫支出金", "60", "20", "10", "0"]
    assert {table.page_of(c) for c in table.cells} == {2, 3, 4, 5}


@pytest.mark.parametrize(
    ("name", "right", "page", "top"),
    [
        ("rows at other heights", RIGHT, 3, 150.0),
        ("another number of rows", RIGHT[:2], 3, 100.0),
        ("a page between", RIGHT, 4, 100.0),
        ("the same columns again", LEFT, 3, 100.0),
        ("names of its own", [["区分", "一般財源"], ["甲", "40"], ["乙", "30"]], 3, 100.0),
        ("no labels of its own", [["1", "2"], ["60", "40"], ["20", "30"]], 3, 100.0),
    ],
)
def test_what_only_follows_is_a_table_of_its_own(name: str, right: Rows, page: int, top: float) -> None:
    found = tables(grid(LEFT, page=2), grid(right, page=page, top=top))
    assert all(table.facing is None for table in found)
