"""What names an indicator that stands in no column of names: a title over its figures or their columns."""

from __future__ import annotations

import regex

from extract.grid import Cell
from extract.meaning import Sort, Sorted
from normalize.units import is_unit_bracket
from normalize.width import fold

_LAST_BRACKET = regex.compile(r"\(([^()]*)\)$")


def outside_brackets(text: str) -> str:
    depth, kept = 0, []
    for char in fold(text):
        if char in "([【":
            depth += 1
        elif char in ")]】":
            depth -= 1
        elif depth <= 0:
            kept.append(char)
    return "".join(kept)


def band_above(table: Sorted, cell: Cell) -> Cell | None:
    """The text cell over several columns that stands right above a row of figures and names them."""
    row = cell.row - 1
    while row >= 0:
        index = table.index(row, cell.column)
        if index < 0:
            return None
        above = table.table.cells[index]
        label = table.labels[index]
        only_unit = bool(label.unit) and not label.field and not label.says_figures
        if table.sorts[index] is Sort.TEXT or only_unit:
            wide = above.column_span >= 2 * cell.column_span and above.column > 0
            return above if wide else None
        if table.sorts[index] is Sort.LABEL:
            return None
        row = above.row - 1
    return None


def column_title(table: Sorted, cell: Cell) -> Cell | None:
    """The text at the head of a column of figures: a table with its indicators as columns, years as rows.

    It stands over nothing but figures, in a row whose first cell heads the years.
    """
    for row in range(cell.row - 1, -1, -1):
        index = table.index(row, cell.column)
        if index < 0:
            return None
        if table.sorts[index] is Sort.TEXT:
            title, first = table.table.cells[index], table.index(row, 0)
            heads_years = first >= 0 and (
                table.labels[first].field == "year" or table.sorts[first] is Sort.BLANK
            )
            named = heads_years and title.column_span == 1 and outside_brackets(title.text)
            return title if named else None
        if table.sorts[index] is Sort.LABEL:
            return None
    return None


def names_its_unit(text: str) -> bool:
    bracket = _LAST_BRACKET.search(fold(text))
    return bracket is not None and ("単位" in bracket[1] or is_unit_bracket(bracket[1]))


def title_above(table: Sorted, cell: Cell) -> Cell | None:
    """The text right above the run of labels over a figure: a table with its indicators side by side."""
    run = table.runs[cell.row][cell.column]
    if not run:
        return None
    top = table.table.cells[run[-1]]
    if top.row == 0:
        return None
    index = table.index(top.row - 1, cell.column)
    if index < 0 or table.sorts[index] is not Sort.TEXT:
        return None
    title = table.table.cells[index]
    inside = title.column <= top.column and top.column + top.column_span <= title.column + title.column_span
    if title.column_span >= table.table.columns - 1 and not names_its_unit(title.text):
        return None
    return title if inside else None


def corner_title(table: Sorted, cell: Cell) -> Cell | None:
    """The text in the corner of a table whose rows are all roles: 延長保育事業 over 量の見込み and 実績.

    Nothing else names what such rows are of. One row that says no role would be another's name.
    """
    first = table.index(0, 0)
    if cell.column == 0 or first < 0 or not table.header[0] or table.sorts[first] is not Sort.TEXT:
        return None
    title = table.table.cells[first]
    below = [i for row in range(title.row_span, table.table.rows) if (i := table.index(row, 0)) >= 0]
    labels = [table.labels[i] for i in dict.fromkeys(below)]
    said = all(lb.known and (lb.role or lb.comparison or lb.field == "ignored") for lb in labels)
    return title if said and len({lb.role for lb in labels if lb.role}) > 1 else None
