"""The comparison as an Excel workbook, as a city hall files it: Japanese headings, filters, frozen heads."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.comparing.sheet_rows import (
    Cell,
    SheetRow,
    candidate_rows,
    change_rows,
    figure_rows,
    pair_rows,
    progress_rows,
    project_rows,
    summary_rows,
)
from quality.editions.comparison import Comparison

SHEETS = {
    "changes": change_rows,
    "progress": progress_rows,
    "projects": project_rows,
    "figures": figure_rows,
    "pairs": pair_rows,
    "candidates": candidate_rows,
}
"""Sheets after the summary; one that would be empty is left out."""

FORMATS = {
    "count": "0",
    "year": "0",
    "yen": "#,##0;[Red]▲#,##0",
    "percent": "0.0;[Red]▲0.0",
    "share": "0.00",
}
_FORMULA = re.compile(r"[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_LONGEST = 32_767
"""Characters that a cell of Excel holds."""

FONT = "游ゴシック"
_HEAD = PatternFill("solid", fgColor="FFDCE6F1")
_LINE = Side(style="thin", color="FFBFBFBF")


@cache
def _sheets() -> dict[str, Any]:
    return tomllib.loads(files("pipeline.comparing").joinpath("workbook.toml").read_text("utf-8"))


def workbook_bytes(comparison: Comparison) -> bytes:
    """The workbook: a summary, then changes, progress, projects, figures, pairs, open questions.

    A text that begins as a formula does (= + - @) is written as text, marked with Excel's text prefix, so
    that nothing printed in a PDF is ever evaluated.
    """
    book = Workbook()
    book.properties.title = "前年度版と当年度版の比較"
    book.properties.creator = "gyosei"
    summary = book.active
    assert isinstance(summary, Worksheet)
    summary.title = _sheets()["summary"]["title"]
    _write_summary(summary, summary_rows(comparison))
    for name, rows_of in SHEETS.items():
        rows = list(rows_of(comparison))
        if rows:
            declared = _sheets()[name]
            _write_list(book.create_sheet(declared["title"]), declared["columns"], rows)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_summary(sheet: Worksheet, rows: Iterable[tuple[Cell, ...]]) -> None:
    for row, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            _put(cell, value)
            whole = isinstance(value, float) or (isinstance(value, int) and value >= 10_000)
            cell.number_format = FORMATS["yen"] if whole else cell.number_format
            cell.font = Font(name=FONT, bold=row == 1 or column == 1, size=14 if row == 1 else 11)
            cell.alignment = Alignment(vertical="top", wrap_text=column > 1 and isinstance(value, str))
    for column, width in enumerate((38, 44, 44, 10), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    _print_settings(sheet)


def _write_list(sheet: Worksheet, columns: Mapping[str, list[Any]], rows: list[SheetRow]) -> None:
    for number, (heading, width, _) in enumerate(columns.values(), 1):
        cell = sheet.cell(1, number, heading)
        cell.font = Font(name=FONT, bold=True)
        cell.fill, cell.border = _HEAD, Border(bottom=_LINE)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    font, plain, wrapped = (
        Font(name=FONT),
        Alignment(vertical="top"),
        Alignment(vertical="top", wrap_text=True),
    )
    for row, cells in enumerate(rows, 2):
        for number, (key, (_, _, form)) in enumerate(columns.items(), 1):
            value = cells[key]
            if value is None or value == "":
                continue
            cell = sheet.cell(row, number)
            _put(cell, value)
            cell.font, cell.alignment = font, wrapped if form == "wrap" else plain
            if not isinstance(value, str):
                cell.number_format = FORMATS.get(form) or _figure_format(value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    _print_settings(sheet)


def _put(cell: SheetCell, value: Cell) -> None:
    """Sets a value; a text stays a text whatever it begins with, and loses what XML cannot hold."""
    if not isinstance(value, str):
        cell.value = value
        return
    text = _CONTROL.sub("\ufffd", value)[:_LONGEST]
    cell.value = text
    cell.data_type = "s"
    if _FORMULA.match(text):
        cell.quotePrefix = True


def _figure_format(value: float) -> str:
    """A format with as many decimals as the figure has, up to four."""
    decimals = len(f"{value:.4f}".rstrip("0").partition(".")[2])
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"{plain};[Red]▲{plain}"


def _print_settings(sheet: Worksheet) -> None:
    """A4 landscape, as wide as the page, numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"
