"""Amounts that stand for several others: the cost of all years, the budget with what was added to it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.figures import Said
from extract.grid import Cell
from extract.meaning import Beside, Sorted
from normalize.width import fold

_ALL_YEARS = regex.compile(r"(?:全体|総|概算総|全体計画|計画全体)(?:計画)?事業費")


def of_all_years(table: Sorted, cell: Cell, said: Said) -> bool:
    """Whether a figure is the whole cost of a project beside those of its years (総事業費, R6, R7, R8)."""
    if said.year is not None or not any(_ALL_YEARS.match(fold(text)) for text in said.labels[:1]):
        return False
    run = table.runs[cell.row][cell.column]
    row = table.table.cells[run[0]].row if run else cell.row
    years = {table.labels[i].year for i in table.table.at[row] if i >= 0}
    return len(years - {None}) > 1


def sums_budgets(table: Sorted, left: Sequence[Beside]) -> bool:
    """Whether a row 計 stands below 当初 and 補正: the budget as it then stands."""
    name = next((b for b in left if b.label.total), None)
    if name is None or name is not left[0]:
        return False
    column = name.cell.column
    above = [table.index(row, column) for row in range(name.cell.row)]
    return any(i >= 0 and table.labels[i].kind == "supplementary" for i in above)
