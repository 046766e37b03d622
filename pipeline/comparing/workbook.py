"""The comparison as an Excel workbook, as a city hall files it: Japanese headings, filters, frozen heads."""

from __future__ import annotations

import io
import re
import tomllib
import unicodedata
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
    SummaryRow,
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
CENTRED = ("count", "year", "share")
_FORMULA = re.compile(r"[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_LONGEST = 32_767
"""Characters that a cell of Excel holds."""

TITLE = "前年度版と当年度版の比較"
FONT = "游ゴシック"
LINE_POINTS, MOST_LINES = 16.0, 12
SUMMARY_WIDTHS = (40.0, 40.0, 40.0, 12.0)
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
    book.properties.title = TITLE
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


def _write_summary(sheet: Worksheet, rows: Iterable[SummaryRow]) -> None:
    """The first sheet: a title, then blocks with a shaded heading each."""
    _put(sheet.cell(1, 1), TITLE)
    sheet.cell(1, 1).font = Font(name=FONT, bold=True, size=14)
    for row, line in enumerate(rows, 3):
        for column, value in enumerate(line.cells, 1):
            cell = sheet.cell(row, column)
            _put(cell, value)
            cell.font = Font(name=FONT, bold=line.is_heading)
            cell.alignment = Alignment(
                horizontal="center" if line.is_heading and column > 1 else None,
                vertical="top",
                wrap_text=isinstance(value, str),
            )
            if line.is_heading:
                cell.fill, cell.border = _HEAD, Border(bottom=_LINE)
            if isinstance(value, float):
                cell.number_format = FORMATS["yen"]
            elif isinstance(value, int):
                cell.alignment = Alignment(horizontal="center", vertical="top")
        sheet.row_dimensions[row].height = _height(zip(line.cells, SUMMARY_WIDTHS, strict=False))
    for column, width in enumerate(SUMMARY_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    _print_settings(sheet, sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToHeight = 1


def _write_list(sheet: Worksheet, columns: Mapping[str, list[Any]], rows: list[SheetRow]) -> None:
    for number, (heading, width, _) in enumerate(columns.values(), 1):
        cell = sheet.cell(1, number, heading)
        cell.font = Font(name=FONT, bold=True)
        cell.fill, cell.border = _HEAD, Border(bottom=_LINE)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    font, plain = Font(name=FONT), Alignment(vertical="top")
    wrapped, centred = (
        Alignment(vertical="top", wrap_text=True),
        Alignment(vertical="top", horizontal="center"),
    )
    for row, cells in enumerate(rows, 2):
        for number, (key, (_, _, form)) in enumerate(columns.items(), 1):
            value = cells[key]
            if value is None or value == "":
                continue
            cell = sheet.cell(row, number)
            _put(cell, value)
            cell.font = font
            cell.alignment = wrapped if form == "wrap" else centred if form in CENTRED else plain
            if not isinstance(value, str):
                cell.number_format = FORMATS.get(form) or _figure_format(value)
        shown = ((cells[key], width) for key, (_, width, form) in columns.items() if form == "wrap")
        sheet.row_dimensions[row].height = _height(shown)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    _print_settings(sheet, sheet.PAPERSIZE_A3)


def _height(cells: Iterable[tuple[Cell, float]]) -> float:
    """Points of a row in which texts broken at these widths stand whole, up to MOST_LINES lines."""
    lines = 1
    for value, width in cells:
        if isinstance(value, str):
            lines = max(lines, sum(1 + int(_columns(line) / (width - 1)) for line in value.split("\n")))
    return LINE_POINTS * min(lines, MOST_LINES) + 2


def _columns(line: str) -> int:
    """Columns of a text: a Japanese character is as wide as two figures."""
    return sum(2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in line)


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


def _print_settings(sheet: Worksheet, paper: str) -> None:
    """Landscape, as wide as the page, numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P / &N"
