"""Logical tables: over page breaks, with repeated headers and rows that the page's edge cuts."""

from __future__ import annotations

import pytest

from extract.continuing import columns_match, moved_by
from extract.grid import Grid
from extract.meaning import grid_has_header
from extract.stretches import logical_tables
from extract.tables import Table, captions_of, mend_brackets, reading_order
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, caption, grid, line, sheet

WORDS = load_vocabulary()
HEADER = ["事業名", "予算額", "決算額"]


def tables(*grids: Grid) -> list[Table]:
    pages = sorted({g.page for g in grids})
    sheets = [sheet(*(g for g in grids if g.page == p), page=p) for p in pages]
    return logical_tables(sheets, lambda g: grid_has_header(g, WORDS, 2024))


def shown(table: Table) -> list[list[str]]:
    return [
        [cell.text if (cell := table.cell(r, c)) else "" for c in range(table.columns)]
        for r in range(table.rows)
    ]


def test_a_table_goes_on_without_a_header_on_the_next_page() -> None:
    (table,) = tables(grid([HEADER, ["甲", "1", "2"]]), grid([["乙", "3", "4"]], page=2))
    assert shown(table) == [HEADER, ["甲", "1", "2"], ["乙", "3", "4"]]
    assert table.pages == (1, 1, 2)


def test_a_repeated_header_is_dropped() -> None:
    (table,) = tables(grid([HEADER, ["甲", "1", "2"]]), grid([HEADER, ["乙", "3", "4"]], page=2))
    assert shown(table) == [HEADER, ["甲", "1", "2"], ["乙", "3", "4"]]


def test_another_header_begins_another_table() -> None:
    found = tables(
        grid([HEADER, ["甲", "1", "2"]]), grid([["指標名", "目標値", "実績値"], ["乙", "3", "4"]], page=2)
    )
    assert [t.rows for t in found] == [2, 2]


def test_a_page_between_ends_a_table() -> None:
    assert len(tables(grid([HEADER, ["甲", "1", "2"]]), grid([["乙", "3", "4"]], page=3))) == 2


def test_other_columns_begin_another_table() -> None:
    far = grid([["乙", "3", "4"]], page=2, left=120.0)
    assert len(tables(grid([HEADER, ["甲", "1", "2"]]), far)) == 2


def test_a_row_cut_by_the_edge_is_made_whole() -> None:
    upper = grid([HEADER, ["甲乙丙", "1", "2"]], open_bottom=True)
    lower = grid([["丁戊事業", "", ""], ["己", "3", "4"]], page=2)
    (table,) = tables(upper, lower)
    assert shown(table) == [HEADER, ["甲乙丙\n丁戊事業", "1", "2"], ["己", "3", "4"]]


GROUPS = ["基本目標", "事業名", "予算額", "決算額"]


@pytest.mark.parametrize(
    ("name", "lower"),
    [
        ("one row is left of the group", [["", "丙", "5", "6"], ["目標二", "丁", "7", "8"]]),
        ("several rows are left", [["", "丙", "5", "6"], ["^", "戊", "9", "9"], ["目標二", "丁", "7", "8"]]),
        ("under the header again", [GROUPS, ["", "丙", "5", "6"], ["目標二", "丁", "7", "8"]]),
    ],
)
def test_a_merged_label_holds_on_the_next_page(name: str, lower: Rows) -> None:
    upper: Rows = [GROUPS, ["目標一", "甲", "1", "2"], ["^", "乙", "3", "4"]]
    (table,) = tables(grid(upper), grid(lower, page=2))
    rows = {row[1]: row[0] for row in shown(table)}
    assert (rows["丙"], rows["丁"]) == ("目標一", "目標二")
    assert rows.get("戊", "目標一") == "目標一"


@pytest.mark.parametrize(
    ("name", "upper", "lower"),
    [
        ("the label is of one row", [GROUPS, ["目標一", "甲", "1", "2"]], [["", "丙", "5", "6"]]),
        (
            "the group has ended",
            [GROUPS, ["目標一", "甲", "1", "2"], ["^", "乙", "3", "4"], ["", "己", "1", "1"]],
            [["", "丙", "5", "6"]],
        ),
        ("a header", [["区分", "事業名", "予算額", "決算額"]], [["", "丙", "5", "6"], ["^", "丁", "7", "8"]]),
    ],
)
def test_an_empty_cell_that_continues_nothing_stays_empty(name: str, upper: Rows, lower: Rows) -> None:
    (table,) = tables(grid(upper), grid(lower, page=2))
    assert {row[1]: row[0] for row in shown(table)}["丙"] == ""


def test_sums_stay_rows_of_their_own_over_the_break() -> None:
    upper = grid([HEADER, ["甲", "1", "2"], ["小計", "1", "2"]])
    (table,) = tables(upper, grid([["乙", "3", "4"], ["小計", "3", "4"], ["合計", "4", "6"]], page=2))
    assert [row[0] for row in shown(table)] == ["事業名", "甲", "小計", "乙", "小計", "合計"]


def test_a_row_that_a_rule_closes_is_not_joined() -> None:
    (table,) = tables(grid([HEADER, ["甲", "1", "2"]]), grid([["丁", "", ""], ["己", "3", "4"]], page=2))
    assert table.rows == 4


@pytest.mark.parametrize(
    ("former", "later", "places"),
    [
        ((0, 10, 20), (0, 10, 20), [0, 1, 2]),
        ((0, 10, 20), (1, 12, 21), [0, 1, 2]),
        ((0, 10, 20), (0, 20), [0, 2]),
        ((0, 10, 20), (0, 15, 20), None),
        ((0, 10, 20), (0, 10, 30), None),
    ],
)
def test_columns_that_match(
    former: tuple[float, ...], later: tuple[float, ...], places: list[int] | None
) -> None:
    assert columns_match(former, later) == places


@pytest.mark.parametrize(
    ("former", "later", "offset"),
    [
        ((0, 10, 30), (25, 35, 55), 25),
        ((25, 35, 55), (0, 11, 30), -25),
        ((0, 10, 30), (0, 10, 30), 0),
        ((0, 10, 30), (25, 45, 55), 0),
        ((0, 10, 30), (25, 55), 0),
        ((0, 30), (25, 55), 0),
        ((0, 10, 30), (85, 95, 115), 0),
    ],
    ids=["outwards", "back", "not at all", "other widths", "fewer columns", "one column", "too far"],
)
def test_margins_that_change_sides(
    former: tuple[float, ...], later: tuple[float, ...], offset: float
) -> None:
    assert moved_by(former, later) == offset


def test_captions_stand_between_a_grid_and_the_one_above_it() -> None:
    upper, lower = grid([HEADER]), grid([HEADER], top=200.0)
    first, second, after = caption("表１"), line("表２", 40.0, 180.0), line("注", 40.0, 400.0)
    page = sheet(upper, lower, outside=(first, second, after))
    assert [ln.text for ln in captions_of(upper, page)] == ["表１"]
    assert [ln.text for ln in captions_of(lower, page)] == ["表２"]


def test_grids_are_read_down_and_side_by_side_ones_from_the_left() -> None:
    right, left, below = grid([["c"]], left=300.0), grid([["a"]]), grid([["b"]], top=300.0)
    assert reading_order(sheet(below, right, left)) == [left, right, below]


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        (["（差引）一般財源（B", "） 375,620"], ["（差引）一般財源（B）", "375,620"]),
        (["一般財源（B）", "375,620"], ["一般財源（B）", "375,620"]),
        (["一般財源（B", "375,620"], ["一般財源（B", "375,620"]),
    ],
)
def test_a_bracket_that_ran_over_the_rule(printed: list[str], mended: list[str]) -> None:
    assert [c.text for c in mend_brackets(grid([printed]).cells)] == mended


def test_merged_cells_cover_their_places() -> None:
    rows: Rows = [["区分", "R6", "<"], ["^", "予算額", "決算額"]]
    (table,) = tables(grid(rows))
    assert shown(table) == [["区分", "R6", "R6"], ["区分", "予算額", "決算額"]]
