"""The tables of a page as printed: every cell in its row and column."""

from __future__ import annotations

from dataclasses import dataclass

from extract.page import Box
from pipeline.site.curated_data import Document
from pipeline.site.figures import box_of
from schemas.dataset import Row

MOST_PLACES = 20_000
"""Rows × columns of one table on one page; more is no table that a page can show."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the shown table; `box` is None for a place that no cell covers."""

    text: str
    box: Box | None
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on one page as rows of cells."""

    table_id: str
    rows: tuple[tuple[GridCell, ...], ...]
    cell_count: int


def printed_tables(document: Document) -> dict[int, list[PrintedTable]]:
    """The tables of each page, those understood and those not."""
    grouped: dict[tuple[int, str], list[Row]] = {}
    for cell in document.cells:
        grouped.setdefault((cell["page"], cell["table_id"]), []).append(cell)
    found: dict[int, list[PrintedTable]] = {}
    for (page, table_id), cells in sorted(grouped.items(), key=lambda item: item[0]):
        found.setdefault(page, []).append(PrintedTable(table_id, _rows(cells), len(cells)))
    return found


def _rows(cells: list[Row]) -> tuple[tuple[GridCell, ...], ...]:
    """Rows of cells without overlaps: spans are cut to the table, gaps filled with empty cells."""
    first = min(cell["row"] for cell in cells)
    height = max(cell["row"] + cell["row_span"] for cell in cells) - first
    width = max(cell["column"] + cell["column_span"] for cell in cells)
    if height * width > MOST_PLACES:
        return tuple((GridCell(cell["text"], box_of(cell)),) for cell in cells)
    taken: set[tuple[int, int]] = set()
    starts: dict[tuple[int, int], Row] = {}
    for cell in cells:
        starts.setdefault((cell["row"] - first, cell["column"]), cell)
    rows: list[tuple[GridCell, ...]] = []
    for row in range(height):
        shown: list[GridCell] = []
        for column in range(width):
            if (row, column) in taken:
                continue
            start = starts.get((row, column))
            if start is None:
                shown.append(GridCell("", None))
                continue
            columns = _free(start["column_span"], row, column, taken)
            covered = {(row + i, column + j) for i in range(start["row_span"]) for j in range(columns)}
            taken |= covered
            shown.append(
                GridCell(start["text"], box_of(start), start["row_span"], columns, start["is_header"])
            )
        rows.append(tuple(shown))
    return tuple(rows)


def _free(span: int, row: int, column: int, taken: set[tuple[int, int]]) -> int:
    """How many columns from here on no cell of a row above reaches into."""
    return next((width for width in range(1, span) if (row, column + width) in taken), span)
