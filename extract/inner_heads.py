"""Labels that head figures inside one row of a list: years over amounts beside a name merged over both.

A list of projects may print the years of each project again, two beside each other: Ｒ３ | Ｒ４, their
amounts, Ｒ５ | Ｒ６, their amounts. All other cells of the project are merged over the four rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.labels import NAMES, Label
from extract.tables import Table


def inner_heads(
    table: Table,
    labels: Sequence[Label],
    figures: Sequence[bool],
    blanks: Sequence[bool],
    header: Sequence[bool],
) -> frozenset[int]:
    """The cells (indexes) that head the figures right below them within the row of a name.

    A row that was taken for a header because most of its cells are labels is one of these where it
    begins with a name.
    """
    found: set[int] = set()
    header = list(header)
    for row in range(table.rows - 1):
        indexes = [i for i in dict.fromkeys(table.at[row]) if i >= 0 and not blanks[i]]
        own = [i for i in indexes if table.cells[i].row == row and table.cells[i].row_span == 1]
        around = [i for i in indexes if _reaches_below(table, i, row) and not labels[i].known]
        if not own or not all(_heads_figures(labels[i]) for i in own):
            continue
        if not any(_names_row(table, i, labels, header) for i in around):
            continue
        below = [table.at[row + 1][table.cells[i].column] for i in own]
        if all(i >= 0 and (figures[i] or blanks[i]) for i in below) and any(figures[i] for i in below):
            found.update(own)
            header[row] = False
    return frozenset(found)


def _heads_figures(label: Label) -> bool:
    told = label.year is not None or bool(label.role or label.kind or label.relative)
    return told and label.known and not label.field


def _reaches_below(table: Table, index: int, row: int) -> bool:
    return table.cells[index].row + table.cells[index].row_span > row + 1


def _names_row(table: Table, index: int, labels: Sequence[Label], header: Sequence[bool]) -> bool:
    """Whether a cell stands under a header that says that its column names the rows."""
    cell = table.cells[index]
    for row in range(cell.row - 1, -1, -1):
        above = table.at[row][cell.column]
        if above >= 0 and header[table.cells[above].row]:
            return labels[above].field in NAMES
    return False
