"""Indicators of several parts: 男性 and 女性 in rows of their own, beside or below the name of both.

What divides a name says itself by where it stands: in a column over which the names of other rows are
merged, or in rows without a unit below a name that has the unit and no figures.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.grid import Cell
from extract.labels import NAMES
from extract.meaning import Sort, Sorted, labels_above
from normalize.width import fold

_HEADS_PARTS = frozenset(("対象", "対象者", "性別", "年代", "年齢", "内訳", "属性"))
_HEADS_CLASSES = frozenset(("区分", "種別", "種類"))
"""Headers of parts, where no row says 目標 or 実績 in their column."""
_INDENT = 0.5
"""How far to the right of a name its parts begin, in characters."""


def parts_beside(table: Sorted, row: int, names: Sequence[Cell]) -> tuple[Cell, str] | None:
    """The name of a row's figures and the part of it that they are of, None where nothing divides it.

    The name goes on over several rows (がん検診の受診率), the part stands right of it (胃がん) in a column
    that no header gives to figures, and that other names are merged with or that is headed so (対象).
    """
    if not names or names[0].row_span < 2:
        return None
    name = names[0]
    column = name.column + name.column_span
    if column >= table.table.columns:
        return None
    index = table.index(row, column)
    part = table.table.cells[index] if index >= 0 else None
    if part is None or not part.text or part.row_span >= name.row_span:
        return None
    over = labels_above(table, row, column)
    label = table.labels[index]
    if (over and over[0].says_figures) or (label.known and (label.says_figures or label.unit or label.field)):
        return None
    if over and over[0].field and over[0].field not in (*NAMES, "ignored"):
        return None
    head = fold(over[0].text) if over else ""
    divided = head in _HEADS_PARTS or (head in _HEADS_CLASSES and not _of_roles(table, column))
    divided = divided or _reached_by_names(table, name, column)
    return (name, "".join(part.text.split())) if divided else None


def _of_roles(table: Sorted, column: int) -> bool:
    """Whether a label below the header of a column says what the figures beside it are."""
    return any(
        lb.known and lb.says_figures and cell.column == column and not table.header[cell.row]
        for lb, cell in zip(table.labels, table.table.cells, strict=True)
    )


def _reached_by_names(table: Sorted, name: Cell, column: int) -> bool:
    """Whether names of other rows, that begin where `name` does, are merged over a column."""
    return any(
        other.column == name.column
        and other.column + other.column_span > column
        and other.column_span < table.table.columns
        and not table.header[other.row]
        and bool(other.text)
        for other in table.table.cells
    )


def name_above(table: Sorted, row: int, name: Cell) -> Cell | None:
    """The name that a row's own name is only a part of, None where it stands for itself.

    排出量 with its unit and without figures, then 産業部門, 家庭部門 … with figures and without a unit: set
    in from it, or covered with it by one cell (their department).
    """
    units = [c for c in range(table.table.columns) if _heads_units(table, row, c)]
    if len(units) != 1 or _filled(table, row, units[0]):
        return None
    for before in range(row - 1, -1, -1):
        index = table.index(before, name.column)
        if index < 0 or table.header[before] or table.table.cells[index].column_span >= table.table.columns:
            return None
        if not _filled(table, before, units[0]):
            continue
        parent = table.table.cells[index]
        begins = parent.column == name.column and table.sorts[index] is not Sort.BLANK
        if not begins or _has_figures(table, before):
            return None
        return parent if _covered(table, before, row) or _set_in(parent, name) else None
    return None


def _heads_units(table: Sorted, row: int, column: int) -> bool:
    over = labels_above(table, row, column)
    return bool(over) and over[0].field == "unit"


def _filled(table: Sorted, row: int, column: int) -> bool:
    index = table.index(row, column)
    return index >= 0 and table.sorts[index] is not Sort.BLANK


def _has_figures(table: Sorted, row: int) -> bool:
    indexes = {i for i in table.table.at[row] if i >= 0}
    return any(table.sorts[i] is Sort.FIGURE for i in indexes)


def _covered(table: Sorted, first: int, last: int) -> bool:
    """Whether one cell beside the names begins in row `first` and reaches to row `last`."""
    cells = (table.table.cells[i] for i in set(table.table.at[first]) if i >= 0)
    return any(c.row == first and c.row + c.row_span > last and c.text for c in cells)


def _set_in(parent: Cell, name: Cell) -> bool:
    if not (parent.lines and name.lines):
        return False
    first = parent.lines[0]
    return name.lines[0].box[0] - first.box[0] >= _INDENT * first.size
