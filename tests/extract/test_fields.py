"""The texts of a list's row by their headers, and the pairs of a form."""

from __future__ import annotations

import pytest

from extract.fields import RowFields, is_total, row_fields
from extract.forms import form_pairs
from extract.line_pairs import pair_in_text
from extract.meaning import Sorted, grid_has_header, sort_table
from extract.stretches import logical_tables
from schemas.vocabulary import load_vocabulary
from tests.extract.printed import Rows, grid, sheet

WORDS = load_vocabulary()


def table(rows: Rows) -> Sorted:
    (made,) = logical_tables([sheet(grid(rows))], lambda g: grid_has_header(g, WORDS, 2024))
    return sort_table(made, WORDS, 2024)


def fields(rows: Rows, row: int) -> RowFields:
    return row_fields(table(rows), row, WORDS)


def pairs(rows: Rows) -> list[tuple[str, str]]:
    found = form_pairs(table(rows), WORDS)
    return [(pair.field, pair.text) for row in sorted(found) for pair in found[row]]


def test_the_texts_of_a_row() -> None:
    found = fields(
        [["事業名", "所管課", "事業概要", "予算額"], ["公園整備事業", "公園課", "遊具を更新する。", "100"]], 1
    )
    assert dict(found.texts) == {
        "project_name": "公園整備事業",
        "departments": "公園課",
        "summary": "遊具を更新する。",
    }
    assert found.project is not None and found.indicator is None and not found.by_item and not found.total


def test_a_detail_below_a_project() -> None:
    found = fields([["事業名", "細事業名", "予算額"], ["公園費", "公園整備事業", "100"]], 1)
    assert found.project is not None and found.project.text == "公園整備事業"
    assert found.parent_text == "公園費"


def test_a_row_named_under_a_general_header() -> None:
    found = fields([["款", "項", "予算額"], ["民生費", "児童福祉費", "100"]], 1)
    assert found.by_item and found.project is not None and found.project.text == "児童福祉費"
    assert found.group == "民生費"


def test_a_series_beside_its_indicator() -> None:
    found = fields([["指標名", "<", "単位", "実績"], ["就学率", "小学生", "％", "98"]], 1)
    assert found.indicator is not None and (found.indicator.text, found.series) == ("就学率", "小学生")


def test_a_merged_department_holds_for_its_rows() -> None:
    rows = [["事業名", "所管課", "予算額"], ["甲事業", "公園課", "1"], ["乙事業", "^", "2"]]
    assert fields(rows, 2).text("departments") == "公園課"


@pytest.mark.parametrize(
    ("printed", "total"),
    [
        ("計", True),
        ("小 計", True),
        ("歳入合計", True),
        ("一般会計計", True),
        ("計画策定事業", False),
        ("会計事務", False),
    ],
)
def test_rows_that_sum_others(printed: str, total: bool) -> None:
    assert is_total(printed, WORDS) is total


def test_the_pairs_of_a_form() -> None:
    rows = [
        ["事務事業名", "公園整備事業", "担当課", "公園課"],
        ["施策名", "緑の保全", "事業概要", "憩いの場"],
    ]
    assert pairs(rows) == [
        ("project_name", "公園整備事業"),
        ("departments", "公園課"),
        ("measure", "緑の保全"),
        ("summary", "憩いの場"),
    ]


def test_a_text_before_a_unit_names_an_indicator_whatever_its_label() -> None:
    assert pairs([["活動の状況", "公園の利用者数", "単位", "人"]]) == [
        ("indicator_name", "公園の利用者数"),
        ("unit", "人"),
    ]


def test_a_label_without_a_value_is_no_pair() -> None:
    assert pairs([["事務事業名", "", "担当課", "公園課"]]) == [("departments", "公園課")]


def test_headers_of_a_list_are_no_pairs() -> None:
    assert pairs([["事業名", "所管課", "予算額"], ["公園整備事業", "公園課", "1"]]) == []


@pytest.mark.parametrize(
    ("printed", "pair"),
    [
        ("担当課：総務課", ("departments", "総務課")),
        ("所管局 環境政策局", ("departments", "環境政策局")),
        ("【事業名】公園整備事業", ("project_name", "公園整備事業")),
        ("公園整備事業（担当課：公園課）", ("departments", "公園課")),
        ("目的：憩いの場をつくる", None),
        ("総務課", None),
    ],
)
def test_a_label_and_its_value_in_one_text(printed: str, pair: tuple[str, str] | None) -> None:
    assert pair_in_text(printed, WORDS) == pair
