"""Values of indicators that are words: 策定済, 検討中, なし in the columns of figures.

A list of indicators holds milestones among its figures (計画の見直し: 実施, 完了). A text is one where the
labels of its place give it a role, its row names an indicator, and the column holds mostly figures.
"""

from __future__ import annotations

import regex

from extract.counted import stands_for_role
from extract.fields import RowFields
from extract.figures import combine
from extract.grid import Cell
from extract.meaning import Sort, Sorted, cells_left, labels_over
from extract.once_a_table import once_a_table
from normalize.width import fold

_NUMBERED = regex.compile(r"[\d.,]+\p{L}{1,4}$")
"""A number with a word that is no known unit (2種目): a figure, but of what is not known."""
_LONGEST = 24
"""Characters of a value in words; what is longer explains."""


def worded_values(table: Sorted, row: int, fields: RowFields) -> list[Cell]:
    """The cells of a row whose words stand for values of its indicator."""
    if fields.indicator is None:
        return []
    found = []
    for index in dict.fromkeys(i for i in table.table.at[row] if i >= 0):
        cell = table.table.cells[index]
        if cell.row != row or table.sorts[index] is not Sort.TEXT or cell.column <= fields.indicator.column:
            continue
        text = fold(cell.text)
        if len(text) > _LONGEST or "。" in text or _NUMBERED.match(text):
            continue
        above = labels_over(table, cell)
        if not above or above[0].field or not above[0].known:
            continue
        left = cells_left(table, cell)
        said = combine(above, [b.label for b in left if b.label.known])
        if said.field or said.comparison or not (said.role or said.as_of or said.money):
            continue
        if said.money and not stands_for_role(table, cell, said, left):
            continue
        if _column_of_figures(table, cell.column):
            found.append(cell)
    return found


def is_worded(table: Sorted, cell: Cell) -> bool:
    """Whether a text stands under a role, so that a year in it (実施(R3)) is its own."""
    over = labels_over(table, cell)
    return bool(over) and over[0].known and bool(over[0].role) and not over[0].field


@once_a_table(64)
def _column_of_figures(table: Sorted, column: int) -> bool:
    """Whether no more texts than figures stand below the header of a column."""
    cells = zip(table.table.cells, table.sorts, strict=True)
    below = [sort for cell, sort in cells if cell.column == column and not table.header[cell.row]]
    return below.count(Sort.FIGURE) >= below.count(Sort.TEXT)
