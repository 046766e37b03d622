"""Columns and rows headed 計, and columns headed うち: what they hold, by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.grid import Cell
from extract.labels import Label
from extract.meaning import Beside, Sorted, labels_above
from normalize.width import fold


def sums_years(table: Sorted, cell: Cell, over: Sequence[Label]) -> bool:
    """Whether 計 over a figure stands after columns of several years: a sum that is no value of any year.

    The parts of the years may stand under each of them, and so under 計 (合計 over 事業費 and 一般財源).
    """
    number = next((k for k, lb in enumerate(over) if lb.total), None)
    if number is None:
        return False
    beside = _labels_before(table, cell, number)
    kinds = [lb for lb in beside if lb.kind][-2:]
    return len({lb.year for lb in kinds or beside if lb.year is not None}) > 1


def total_over(over: Sequence[Label]) -> int | None:
    """Which of the labels over a figure heads its column as a total: 計 itself, or 計 over 金額."""
    if any(lb.component for lb in over):
        return None
    number = next((k for k, lb in enumerate(over) if not (lb.whole and not lb.kind and not lb.total)), None)
    return number if number is not None and over[number].total else None


def total_column(table: Sorted, cell: Cell, number: int) -> str | None:
    """What a column headed 計 holds, by the columns beside it; None where they do not say.

    After 補正前 and 補正額 it is the budget as it then stands; after parts it is their whole (''). `number`:
    which label of the run says 計.
    """
    beside = _labels_before(table, cell, number)
    if any(lb.kind == "supplementary" for lb in beside):
        return "current_budget"
    if any(lb.component for lb in beside):
        return ""
    return None


def _labels_before(table: Sorted, cell: Cell, number: int) -> list[Label]:
    """The labels left of the one that stands `number` rows of labels over a figure, in its row."""
    head = table.runs[cell.row][cell.column][number]
    row = table.table.cells[head].row
    return [
        table.labels[i]
        for i in dict.fromkeys(table.table.at[row])
        if i >= 0 and i != head and table.table.cells[i].column < cell.column
    ]


def total_row(table: Sorted, left: Sequence[Beside]) -> str:
    """'current_budget' for the row 計 of a block 予算額 that has 補正 among its rows, else ''."""
    if len(left) < 2 or left[1].label.kind != "budget":
        return ""
    block, column = left[1].cell, left[0].cell.column
    rows = range(block.row, left[0].cell.row)
    above = (table.labels[i] for i in {table.index(row, column) for row in rows} if i >= 0)
    return "current_budget" if any(lb.kind == "supplementary" for lb in above) else ""


_PART_OF = regex.compile(r"[(]?うち")


def whole_on_the_left(table: Sorted, cell: Cell, over: Sequence[Label]) -> tuple[Label, ...]:
    """The kind and year of the column left of one headed うち一般財源, which says no kind itself.

    令和6年度予算額, うち一般財源, 令和5年度予算額, うち一般財源: each is a part of the amount before it.
    """
    is_part = bool(over) and bool(over[0].component) and _PART_OF.match(fold(over[0].text)) is not None
    if not is_part or any(lb.kind for lb in over):
        return ()
    for column in range(cell.column - 1, -1, -1):
        whole = labels_above(table, cell.row, column)
        if not whole or whole[0].field:
            return ()
        if _PART_OF.match(fold(whole[0].text)) is None:
            break
    else:
        return ()
    kind = next((lb.kind for lb in whole if lb.kind), "")
    dated = next((lb for lb in whole if lb.year is not None or lb.relative), None)
    own = next((lb.year for lb in over if lb.year is not None), None)
    if dated is not None and own is not None and dated.year != own:
        return ()
    if dated is None:
        return (Label(whole[0].text, kind=kind, known=True),) if kind else ()
    return (Label(dated.text, kind=kind, year=dated.year, relative=dated.relative, known=True),)
