"""Cells of tables as rows."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Rgb, Sheet
from extract.headings import document_year
from extract.meaning import grid_has_header, sort_table
from extract.tables import logical_tables
from pipeline.findings import box_columns
from schemas.dataset import Row
from schemas.vocabulary import Vocabulary


def cell_rows(sheets: Sequence[Sheet], vocabulary: Vocabulary, year: int | None, document: Row) -> list[Row]:
    """Every cell of every table in row-major order, rows counted over the page breaks of a table.

    `year` is the edition's fiscal year where it is known, else the document's own words decide.
    """
    edition = year if year is not None else document_year(sheets)
    tables = logical_tables(sheets, lambda grid: grid_has_header(grid, vocabulary, edition))
    rows = []
    for table in tables:
        header = sort_table(table, vocabulary, edition).header
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            rows.append(
                document
                | {
                    "table_id": table.id,
                    "page": table.pages[cell.row],
                    "row": cell.row,
                    "column": cell.column,
                    "row_span": cell.row_span,
                    "column_span": cell.column_span,
                    "is_header": header[cell.row],
                    "text": cell.text,
                    "fill_rgb": hex_colour(cell.fill_rgb),
                }
                | box_columns(cell.box)
            )
    return rows


def hex_colour(rgb: Rgb | None) -> str | None:
    """(255, 255, 0) → '#ffff00'."""
    return None if rgb is None else "#{:02x}{:02x}{:02x}".format(*rgb)
