"""Cells of tables as rows."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Rgb
from extract.records import ReadTable
from pipeline.findings import box_columns
from schemas.dataset import Row


def cell_rows(tables: Sequence[ReadTable], document: Row) -> list[Row]:
    """Every cell of every table in row-major order, rows counted over the page breaks of a table.

    A cell over a cut in a table is told by the stretch that has its end.
    """
    rows = []
    for read in tables:
        for cell in sorted(read.table.cells, key=lambda cell: (cell.row, cell.column)):
            extent = read.table.extent(cell)
            if extent is None:
                continue
            rows.append(
                document
                | {
                    "table_id": read.table.id,
                    "page": read.table.page_of(cell),
                    "row": extent[0],
                    "column": cell.column,
                    "row_span": extent[1],
                    "column_span": cell.column_span,
                    "is_header": read.header[cell.row],
                    "text": cell.text,
                    "fill_rgb": hex_colour(cell.fill_rgb),
                    "confidence": cell.confidence,
                }
                | box_columns(cell.box)
            )
    return rows


def hex_colour(rgb: Rgb | None) -> str | None:
    """(255, 255, 0) → '#ffff00'."""
    return None if rgb is None else "#{:02x}{:02x}{:02x}".format(*rgb)
