"""What labels mean by those they stand beside or under, where their own words do not say it.

The parts of 財源内訳 are whatever its columns are called (国庫補助額, 交付金充当額), and 最終 beside 当初
is the budget as it stood at the end of the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.component_names import component_name
from extract.grid import Cell
from extract.labels import Label
from extract.tables import Table
from normalize.width import fold

_FINAL = "最終"
_LONGEST_PART = 20
"""Characters in the name of a fund or cost."""


def group_over(table: Table, labels: Sequence[Label], header: Sequence[bool], cell: Cell) -> bool:
    """Whether a cell stands right under a header cell that names a group of amounts (財源内訳)."""
    if not cell.row or not header[cell.row - 1]:
        return False
    index = table.at[cell.row - 1][cell.column]
    if index < 0 or not labels[index].group:
        return False
    head = table.cells[index]
    inside = head.column <= cell.column and cell.column + cell.column_span <= head.column + head.column_span
    return inside and head.column_span > cell.column_span and head.row + head.row_span == cell.row


def part_of_group(label: Label, text: str) -> Label:
    """The label of a cell under a group: a part of the amount, where nothing else is known of it."""
    known = label.known or label.field or label.says_figures or label.total
    if known or not text.strip() or len(fold(text)) > _LONGEST_PART:
        return label
    return replace(label, component=component_name(text), guessed=True)


def final_beside_initial(labels: Sequence[Label]) -> list[Label]:
    """Labels that stand beside each other, 令和６年度最終 as the current budget where one says 当初."""
    if not any(label.kind == "initial_budget" for label in labels):
        return list(labels)
    return [
        replace(label, kind="current_budget")
        if label.year is not None and not label.kind and not label.role and fold(label.text).endswith(_FINAL)
        else label
        for label in labels
    ]
