"""Logical tables from real pages: over page breaks, cut rows, merged labels, sums, facing pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.meaning import grid_has_header
from extract.records import DocumentRecords
from extract.sheet import read_sheets
from extract.stretches import logical_tables
from extract.tables import Table
from extract.understanding import understand
from schemas.vocabulary import load_vocabulary
from tests.extract.pdfwriter import Drawing, write_pdf

WORDS = load_vocabulary()
X = (20, 120, 220, 320)
HIGH_ROW = 24
HEADER = ["事業名", "予算額", "決算額"]
Rows = Sequence[Sequence[str]]


@pytest.fixture(params=["pdfium", "pdfplumber"])
def reader(request: pytest.FixtureRequest) -> str:
    """Every test of this file holds for both readers."""
    return str(request.param)


def printed(rows: Rows, top: float = 40, x: Sequence[float] = X, number: int = 0) -> Drawing:
    """A page with a table: '^' goes on with the cell above, '<' with the one on its left.

    The lines of a cell are printed from its top. `number` is the page's own at its foot.
    """
    drawing = Drawing()
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("^", "<"):
                continue
            below = next((k for k in range(r + 1, len(rows)) if rows[k][c] != "^"), len(rows))
            right = next((k for k in range(c + 1, len(row)) if row[k] != "<"), len(row))
            y = top + HIGH_ROW * r
            drawing.frame(x[c], y, x[right], top + HIGH_ROW * below)
            for k, line in enumerate(text.split("\n")):
                drawing.text(x[c] + 4, y + 11 + 11 * k, line, size=8)
    return drawing.text(190, 290, str(number), size=8) if number else drawing


def sheets(tmp_path: Path, reader: str, *pages: Drawing):  # type: ignore[no-untyped-def]
    return list(read_sheets(write_pdf(tmp_path / "a.pdf", *pages), reader))


def tables(tmp_path: Path, reader: str, *pages: Drawing) -> list[Table]:
    return logical_tables(sheets(tmp_path, reader, *pages), lambda g: grid_has_header(g, WORDS, 2024))


def records(tmp_path: Path, reader: str, *pages: Drawing) -> DocumentRecords:
    return understand(sheets(tmp_path, reader, *pages), WORDS, {"edition_fiscal_year": 2024})


def shown(table: Table) -> list[list[str]]:
    return [
        [cell.text if (cell := table.cell(r, c)) else "" for c in range(table.columns)]
        for r in range(table.rows)
    ]


FIRST, SECOND = [["甲事業", "1", "2"], ["乙事業", "3", "4"]], [["丙事業", "5", "6"], ["丁事業", "7", "8"]]


@pytest.mark.parametrize(
    ("name", "second"), [("missing header", SECOND), ("repeated header", [HEADER, *SECOND])]
)
def test_a_table_goes_on_over_the_page(tmp_path: Path, reader: str, name: str, second: Rows) -> None:
    (table,) = tables(tmp_path, reader, printed([HEADER, *FIRST], number=1), printed(second, number=2))
    assert shown(table) == [HEADER, *FIRST, *SECOND]
    assert table.pages == (1, 1, 1, 2, 2)


def test_a_header_of_two_rows_is_repeated(tmp_path: Path, reader: str) -> None:
    header = [["事業名", "令和6年度", "<"], ["^", "予算額", "決算額"]]
    (table,) = tables(tmp_path, reader, printed([*header, *FIRST]), printed([*header, *SECOND]))
    assert [row[0] for row in shown(table)] == ["事業名", "事業名", "甲事業", "乙事業", "丙事業", "丁事業"]


def test_three_pages_are_one_table(tmp_path: Path, reader: str) -> None:
    third = [["戊事業", "9", "10"]]
    (table,) = tables(
        tmp_path, reader, printed([HEADER, *FIRST]), printed(SECOND, top=20), printed(third, top=20)
    )
    assert shown(table) == [HEADER, *FIRST, *SECOND, *third]


def test_margins_that_change_sides_from_page_to_page(tmp_path: Path, reader: str) -> None:
    moved = [x + 26 for x in X]
    found = tables(
        tmp_path, reader, printed([HEADER, *FIRST]), printed(SECOND, x=moved), printed([["戊", "9", "0"]])
    )
    assert [shown(table) for table in found] == [[HEADER, *FIRST, *SECOND, ["戊", "9", "0"]]]


def cut(rows: Rows, last: str) -> Drawing:
    """A table whose last row has no rule at the foot of the page."""
    drawing = printed(rows, top=296 - HIGH_ROW * (len(rows) + 1))
    for x in X:
        drawing.line(x, 296 - HIGH_ROW, x, 296)
    return drawing.text(24, 288, last, size=8)


@pytest.mark.parametrize(("name", "header"), [("missing header", []), ("repeated header", [HEADER])])
def test_a_row_cut_in_two_is_one_row(tmp_path: Path, reader: str, name: str, header: Rows) -> None:
    lower = [*header, ["推進事業", "5", "6"], ["丁事業", "7", "8"]]
    (table,) = tables(tmp_path, reader, cut([HEADER, *FIRST], "まちづくり"), printed(lower))
    assert shown(table) == [HEADER, *FIRST, ["まちづくり\n推進事業", "5", "6"], ["丁事業", "7", "8"]]


def test_a_whole_row_without_a_rule_below_it_is_not_joined(tmp_path: Path, reader: str) -> None:
    first = cut([HEADER, *FIRST], "丙事業").text(124, 288, "5", size=8).text(224, 288, "6", size=8)
    (table,) = tables(tmp_path, reader, first, printed([["丁事業", "7", "8"]]))
    assert shown(table) == [HEADER, *FIRST, ["丙事業", "5", "6"], ["丁事業", "7", "8"]]


GROUPS = ["基本目標", "事業名", "予算額", "決算額"]
WIDE = (20, 90, 190, 270, 350)


@pytest.mark.parametrize(("name", "header"), [("missing header", []), ("repeated header", [GROUPS])])
def test_a_merged_label_applies_on_both_pages(tmp_path: Path, reader: str, name: str, header: Rows) -> None:
    upper = [GROUPS, ["目標一", "甲事業", "1", "2"], ["^", "乙事業", "3", "4"]]
    lower = [*header, ["", "丙事業", "5", "6"], ["^", "丁事業", "7", "8"], ["目標二", "戊事業", "9", "9"]]
    (table,) = tables(tmp_path, reader, printed(upper, x=WIDE), printed(lower, x=WIDE))
    assert [(row[1], row[0]) for row in shown(table)[1:]] == [
        ("甲事業", "目標一"),
        ("乙事業", "目標一"),
        ("丙事業", "目標一"),
        ("丁事業", "目標一"),
        ("戊事業", "目標二"),
    ]


def test_sums_are_kept_apart(tmp_path: Path, reader: str) -> None:
    upper = [["事業名", "予算額", "決算額"], ["甲事業", "1", "2"], ["小計", "1", "2"]]
    lower = [["乙事業", "3", "4"], ["小計", "3", "4"], ["合計", "4", "6"]]
    pages = printed(upper), printed(lower)
    (table,) = tables(tmp_path, reader, *pages)
    assert [row[0] for row in shown(table)] == ["事業名", "甲事業", "小計", "乙事業", "小計", "合計"]
    found = records(tmp_path, reader, *pages).projects
    assert [project.name_text for project in found if not project.is_total] == ["甲事業", "乙事業"]
    assert [project.name_text for project in found if project.is_total] == ["小計", "小計", "合計"]


def test_figures_without_a_header_have_that_of_the_page_before(tmp_path: Path, reader: str) -> None:
    found = records(tmp_path, reader, printed([HEADER, *FIRST]), printed(SECOND))
    assert [
        (project.name_text, [(a.kind, a.text, a.place.page) for a in project.amounts])
        for project in found.projects
    ] == [
        ("甲事業", [("budget", "1", 1), ("settlement", "2", 1)]),
        ("乙事業", [("budget", "3", 1), ("settlement", "4", 1)]),
        ("丙事業", [("budget", "5", 2), ("settlement", "6", 2)]),
        ("丁事業", [("budget", "7", 2), ("settlement", "8", 2)]),
    ]


def test_facing_pages_are_joined_by_rows(tmp_path: Path, reader: str) -> None:
    left = [
        ["事業名", "令和6年度予算額", "令和5年度予算額"],
        ["道路事業", "100", "90"],
        ["公園事業", "50", "40"],
    ]
    right = [["国庫支出金", "一般財源"], ["60", "40"], ["20", "30"]]
    (table,) = tables(tmp_path, reader, printed(left, number=2), printed(right, x=(40, 200, 360), number=3))
    assert shown(table) == [[*a, *b] for a, b in zip(left, right, strict=True)]
    assert [table.page_of(cell) for cell in table.cells if cell.row == 1] == [1, 1, 1, 2, 2]


def test_several_tables_on_a_page_stay_apart_and_the_last_goes_on(tmp_path: Path, reader: str) -> None:
    page = printed([["指標名", "目標値", "実績値"], ["参加者数", "10", "9"]], top=30)
    page.raw(printed([HEADER, *FIRST], top=150).stream.decode())
    first, second = tables(tmp_path, reader, page, printed(SECOND))
    assert shown(first)[1] == ["参加者数", "10", "9"]
    assert shown(second) == [HEADER, *FIRST, *SECOND]


def test_tables_side_by_side_are_two(tmp_path: Path, reader: str) -> None:
    page = printed([HEADER, *FIRST], x=(10, 80, 130, 180))
    page.raw(printed([HEADER, *SECOND], x=(210, 280, 330, 380)).stream.decode())
    assert [shown(table) for table in tables(tmp_path, reader, page)] == [[HEADER, *FIRST], [HEADER, *SECOND]]


@pytest.mark.parametrize("turn", ["", "q 0.5 0 0 0.5 40 60 cm"])
def test_a_table_inside_a_form_object(tmp_path: Path, reader: str, turn: str) -> None:
    drawing = Drawing().raw(f"{turn} /Table Do {'Q' if turn else ''}")
    path = write_pdf(tmp_path / "a.pdf", drawing, forms={"Table": (printed([HEADER, *FIRST]).stream, "")})
    (table,) = logical_tables(list(read_sheets(path, reader)), lambda g: grid_has_header(g, WORDS, 2024))
    assert shown(table) == [HEADER, *FIRST]


def test_a_table_nested_in_a_form_is_a_table_of_its_own(tmp_path: Path, reader: str) -> None:
    page = (
        Drawing()
        .grid([10, 90, 390], [20, 50, 200])
        .text(14, 40, "事業名", size=8)
        .text(94, 40, "道路事業", size=8)
    )
    page.text(14, 70, "経費", size=8).raw(
        printed([HEADER, *FIRST], top=80, x=(100, 180, 260, 340)).stream.decode()
    )
    form, nested = tables(tmp_path, reader, page)
    assert shown(form)[0] == ["事業名", "道路事業"]
    assert shown(nested) == [HEADER, *FIRST]
