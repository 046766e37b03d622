"""Curated data as an Excel workbook: a sheet a dataset, one of the columns, one of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.exporting.curated_rows import CREDIT_COLUMNS, Curated
from pipeline.exporting.spreadsheet_text import cell_text, is_formula
from pipeline.exporting.text_files import COLUMNS_TOLD, LIST_MARK, Wrote, columns_told
from pipeline.exporting.whole_file import written_whole
from pipeline.messages.shown import shown
from schemas.dataset import Column, Dataset, Row
from schemas.japanese import heading_ja, value_ja

MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel holds, with the heading."""

FORMATS = {"yen": "#,##0;▲#,##0", "percent": "0.0##;▲0.0##", "bytes": "#,##0", "points": "0.00"}
"""Number formats by the unit of a column."""

SENTENCES = ("message", "error")
"""Columns whose English sentences are shown in Japanese where they are known."""

COLUMNS_TITLE, SOURCES_TITLE = "項目の説明", "出典"
WIDE, NARROWEST, WIDEST = 2, 8, 60
"""Characters of Japanese are two wide; widths of columns in characters."""
ROWS_MEASURED = 200

FONT = "游ゴシック"
HEAD = PatternFill("solid", fgColor="FFDDE5EE")


def export_workbook(curated: Curated, path: Path, wrote: Wrote, most_rows: int = MOST_ROWS) -> None:
    """The workbook; a dataset with more rows than a sheet holds goes on in further sheets.

    Text is never a formula: a cell that begins like one is marked as text. Raises OSError.
    """
    book = Workbook(write_only=True)
    book.properties.title = "gyosei 行政データ"
    book.properties.creator = "gyosei"
    rows = 0
    for dataset in curated.datasets:
        headings = [heading_ja(column) for column in dataset.columns]
        shown = (_shown(dataset, row) for row in curated.rows(dataset))
        rows += _write(book, dataset.title_ja, headings, shown, most_rows)
    for title, headings_of, told in (
        (COLUMNS_TITLE, COLUMNS_TOLD, columns_told(curated)),
        (SOURCES_TITLE, CREDIT_COLUMNS, curated.credits()),
    ):
        _write(book, title, list(headings_of.values()), _plain(headings_of, told), most_rows)
    with written_whole(path) as staged:
        book.save(staged)
    wrote(path, rows)


Shown = tuple[Any, str | None]
"""A value as the sheet shows it, and its number format."""


def _plain(names: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Shown]]:
    """Rows of text as the sheet shows them."""
    for row in rows:
        yield [(row[name], None) for name in names]


def _shown(dataset: Dataset, row: Row) -> list[Shown]:
    return [_value(column, row) for column in dataset.columns]


def _value(column: Column, row: Row) -> Shown:
    value = row[column.name]
    if value is None:
        return None, None
    if isinstance(value, bool):
        return ("はい" if value else "いいえ"), None
    if isinstance(value, list):
        return LIST_MARK.join(value), None
    if isinstance(value, str):
        told = shown(value, "ja") if column.name in SENTENCES else value
        return (value_ja(column, value) if column.allowed else told), None
    if column.name == "value":
        decimals = row.get("decimals") or 0
        return value, "#,##0" + ("." + "0" * decimals if decimals else "")
    return value, FORMATS.get(column.unit or "", "0")


def _write(
    book: Workbook, title: str, headings: Sequence[str], rows: Iterable[list[Shown]], most_rows: int
) -> int:
    """Writes the rows to one sheet, or to several where they are too many; returns their number."""
    count, number = 0, 1
    waiting = iter(rows)
    first = next(waiting, None)
    while number == 1 or first is not None:
        name = _sheet_name(title, number)
        taken: list[list[Shown]] = [] if first is None else [first]
        for row in waiting:
            taken.append(row)
            if len(taken) == min(ROWS_MEASURED, most_rows - 1):
                break
        sheet = book.create_sheet(name)
        _lay_out(sheet, headings, taken)
        written = 0
        for row in _chained(taken, waiting, most_rows - 1):
            sheet.append([_cell(sheet, value, style) for value, style in row])
            written += 1
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{written + 1}"
        count, number = count + written, number + 1
        first = next(waiting, None)
    return count


def _chained(taken: list[list[Shown]], waiting: Iterator[list[Shown]], most: int) -> Iterator[list[Shown]]:
    yield from taken
    for _ in range(most - len(taken)):
        row = next(waiting, None)
        if row is None:
            return
        yield row


def _sheet_name(title: str, number: int) -> str:
    plain = "".join(char for char in title if char not in "[]:*?/\\")
    return plain if number == 1 else f"{plain} ({number})"


def _lay_out(sheet: WriteOnlyWorksheet, headings: Sequence[str], rows: list[list[Shown]]) -> None:
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    for index, heading in enumerate(headings):
        texts = [heading, *(str(row[index][0]) for row in rows if row[index][0] is not None)]
        width = max(_width(line) for text in texts for line in (text.split("\n") or [""]))
        letter = get_column_letter(index + 1)
        sheet.column_dimensions[letter].width = min(max(width + 2, NARROWEST), WIDEST)
    head = []
    for heading in headings:
        cell = WriteOnlyCell(sheet, value=heading)
        cell.font, cell.fill = Font(name=FONT, bold=True), HEAD
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        head.append(cell)
    sheet.append(head)


def _width(text: str) -> int:
    return sum(WIDE if ord(char) > 0x2E7F else 1 for char in text)


def _cell(sheet: WriteOnlyWorksheet, value: Any, style: str | None) -> Any:
    if value is None:
        return None
    if isinstance(value, str):
        text = cell_text(value)
        cell = WriteOnlyCell(sheet, value=text)
        cell.data_type = "s"
        if is_formula(text):
            cell.quotePrefix = True
        if "\n" in text:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        return cell
    cell = WriteOnlyCell(sheet, value=value)
    if style:
        cell.number_format = style
    return cell
