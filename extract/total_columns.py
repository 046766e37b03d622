"""Columns headed 計 or 合計: what they hold, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Cell
from extract.labels import Label
from extract.meaning import Sorted

SEVERAL_YEARS = "several years"
"""What a column headed 計 holds after columns of years: no value of any year."""


def total_over(above: Sequence[Label]) -> int | None:
    """Which of the labels over a figure heads its column as a total: 計 itself, or 計 over 金額."""
    if any(lb.component for lb in above):
        return None
    number = next((k for k, lb in enumerate(above) if not (lb.whole and not lb.kind and not lb.total)), None)
    return number if number is not None and above[number].total else None


def total_column(table: Sorted, cell: Cell, number: int = 0) -> str | None:
    """What a column headed 計 holds, by the columns beside it; None where they do not say.

    After 補正前 and 補正額 it is the budget as it then stands; after parts it is their whole (''); after
    years it is a sum over years (SEVERAL_YEARS). `number`: which label of the run says 計.
    """
    run = table.runs[cell.row][cell.column]
    row = table.table.cells[run[number]].row
    beside = [
        table.labels[i]
        for i in dict.fromkeys(table.table.at[row])
        if i >= 0 and i != run[number] and table.table.cells[i].column < cell.column
    ]
    years = {lb.year for lb in [lb for lb in beside if lb.kind][-2:] if lb.year is not None}
    if len(years) > 1:
        return SEVERAL_YEARS
    if any(lb.kind == "supplementary" for lb in beside):
        return "current_budget"
    if any(lb.component for lb in beside):
        return ""
    return None
