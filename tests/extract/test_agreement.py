"""Two readers' cells side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.agreement import compare
from extract.sheet import read_sheets
from tests.extract.pdfwriter import Drawing, write_pdf

X, Y = (20, 120, 220), (20, 50, 80)


def sheet_of(tmp_path: Path, drawing: Drawing, reader: str = "pdfium"):  # type: ignore[no-untyped-def]
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", drawing), reader)
    return sheet


def table(text: str) -> Drawing:
    return Drawing().grid(X, Y).text(30, 42, "年度").text(130, 42, text)


def test_both_readers_agree(tmp_path: Path) -> None:
    drawing = table("1,234").text(30, 72, "事業").text(130, 72, "▲5")
    assert compare(sheet_of(tmp_path, drawing), sheet_of(tmp_path, drawing, "pdfplumber")) == []


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (table("1,234"), table("1,284"), ["text"]),
        (table("12"), table("21"), ["order"]),
        (table("1 234"), table("1234"), []),
        (table("⼈口"), table("人口"), []),
        (table("国・県～"), table("国‧県〜"), []),
        (table("―"), table("—"), []),
        (table("1"), Drawing().text(30, 42, "年度"), ["grid_missing"]),
        (Drawing().text(30, 42, "年度"), table("1"), ["grid_missing"]),
        (table("1"), table("1").line(20, 65, 220, 65), ["columns"]),
    ],
)
def test_kinds_of_disagreement(tmp_path: Path, first: Drawing, second: Drawing, kinds: list[str]) -> None:
    found = compare(sheet_of(tmp_path, first), sheet_of(tmp_path, second))
    assert [disagreement.kind for disagreement in found] == kinds


def test_a_cell_that_only_the_second_reader_has(tmp_path: Path) -> None:
    split = Drawing().grid((20, 120, 170, 220), Y).text(30, 42, "年度").text(180, 42, "1")
    found = compare(sheet_of(tmp_path, table("")), sheet_of(tmp_path, split))
    assert [(d.kind, d.first, d.second) for d in found] == [
        ("columns", "2 x 2", "2 x 3"),
        ("cell_missing", "", "1"),
    ]


def test_a_disagreement_says_what_each_reader_has(tmp_path: Path) -> None:
    (found,) = compare(sheet_of(tmp_path, table("1,234")), sheet_of(tmp_path, table("1,284")))
    assert (found.page, found.first, found.second) == (1, "1,234", "1,284")
    assert found.box == pytest.approx((120, 20, 220, 50), abs=1)
