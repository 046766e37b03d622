"""A table that is longer than a stretch of its document, cut so that its rows are understood the same.

The cut lies between two rows near the end of what was read of it, where the fewest merged cells go over it:
the last row may go on on the next page. What follows gets the rows that head it, and a merged label that goes
over the cut stands on both sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from extract.grid import Cell
from extract.joining import Rest, covered
from extract.meaning import Sort, Sorted
from extract.tables import Carried, Part, Table
from normalize.width import fold

MOST_TITLE_ROWS = 6
"""Rows at the top of a table that head its columns where no figure stands in them, header rows or not."""


def cut_table(table: Table, told: Sorted) -> tuple[Table, Rest]:
    """What a stretch has of a table that goes on, and what it leaves for the next one.

    `told` is the table as it is understood. At least one row is left, and at least one is read where there
    are two.
    """
    row = _cut_at(told)
    heads = _head_rows(told, row)
    place = {old: new for new, old in enumerate(heads)}
    head_cells: list[Cell] = []
    index_of: dict[int, int] = {}
    for index in dict.fromkeys(i for old in heads for i in table.at[old] if i >= 0):
        cell = table.cells[index]
        held = [place[r] for r in range(cell.row, cell.row + cell.row_span) if r in place]
        index_of[index] = len(head_cells)
        head_cells.append(replace(cell, row=held[0], row_span=len(held)))
    runs = tuple(tuple(index_of[i] for i in run) for run in told.runs[row])
    shift = len(heads) - row
    below: list[Cell] = []
    begun: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in table.cells:
        end = cell.row + cell.row_span
        if end <= row:
            continue
        top = max(cell.row, row)
        below.append(replace(cell, row=top + shift, row_span=end - top))
        if top > cell.row:
            earlier = table.carried.begun.get((cell.row, cell.column), (0, 0))[0] if table.carried else 0
            begun[(top + shift, cell.column)] = (top - cell.row + earlier, _row_page(table, cell))
    parts, read = _parts_below(table, row, len(heads))
    carried = Carried(
        rows=len(heads),
        header=tuple(told.header[old] for old in heads),
        runs=runs,
        figured=tuple(_figured(told, column, row) for column in range(table.columns)),
        before=row - table.first_row + (table.carried.before if table.carried else 0),
        parts=read,
        begun=begun,
    )
    pages = (*(table.pages[old] for old in heads), *table.pages[row:])
    return _above(table, row), Rest((*head_cells, *below), pages, parts, carried)


def _above(table: Table, row: int) -> Table:
    """The table down to a row; cells that go over the cut are unfinished."""
    cells: list[Cell] = []
    unfinished: set[tuple[int, int]] = set()
    for cell in table.cells:
        if cell.row >= row:
            continue
        if cell.row + cell.row_span > row:
            unfinished.add((cell.row, cell.column))
            cell = replace(cell, row_span=row - cell.row)
        cells.append(cell)
    return replace(
        table,
        cells=tuple(cells),
        at=covered(cells, row, table.columns),
        pages=table.pages[:row],
        parts=tuple(part for part in table.parts if part.first_row < row),
        unfinished=frozenset(unfinished),
        goes_on=True,
    )


def _cut_at(told: Sorted) -> int:
    """The row that the next stretch begins with, on the last two pages."""
    table = told.table
    last = table.rows - 1
    first = min(table.first_row + 1, last)
    ways = [
        row
        for row in range(first, table.rows)
        if table.pages[row] >= table.pages[last] - 1 and not (told.header[row - 1] and told.header[row])
    ]
    return min(ways, key=lambda row: (_going_over(told, row), -row), default=last)


def _going_over(told: Sorted, row: int) -> int:
    """How much goes over a cut above a row: cells with text, and what rows above it say of it.

    A row of text may name all figures below it, and うち… is a part of the row above.
    """
    table = told.table
    cells = [table.cells[i] for i in set(table.at[row]) if i >= 0]
    over = sum(cell.row < row and bool(cell.text) for cell in cells)
    is_part = any(fold(cell.text).startswith("うち") for cell in cells)
    is_named = _has_figures(told, row) and any(_is_text(told, above) for above in range(row))
    return over + is_part + is_named


def _head_rows(told: Sorted, row: int) -> list[int]:
    """The rows that head what stands from `row` on.

    Titles, header rows in force with what names them, and the nearest row of text.
    """
    table = told.table
    found: set[int] = set()
    for old in range(min(MOST_TITLE_ROWS, row)):
        if _has_figures(told, old):
            break
        found.add(old)
    for index in {index for run in told.runs[row] for index in run}:
        cell = table.cells[index]
        found |= set(range(cell.row, min(cell.row + cell.row_span, row)))
        if cell.row and not _has_figures(told, cell.row - 1):
            found.add(cell.row - 1)
    of_text = (old for old in range(row - 1, -1, -1) if _is_text(told, old))
    return sorted(found.union(islice(of_text, 1)))


def _figured(told: Sorted, column: int, row: int) -> bool:
    """Whether a figure stands in a column between the header cell in force and the cut."""
    run, carried = told.runs[row][column], told.table.carried
    if not run:
        return False
    head = told.table.cells[run[0]]
    rows = range(head.row + head.row_span, row)
    below = any(told.sorts[i] is Sort.FIGURE for r in rows if (i := told.table.at[r][column]) >= 0)
    return below or (carried is not None and head.row < carried.rows and carried.figured[column])


def _is_text(told: Sorted, row: int) -> bool:
    """Whether a row is text and nothing else, as it stands above the figures that it names."""
    begin = [i for i in told.table.at[row] if i >= 0 and told.table.cells[i].row == row]
    is_said = any(told.sorts[i] is Sort.TEXT for i in begin)
    return is_said and not told.header[row] and not _has_figures(told, row)


def _has_figures(told: Sorted, row: int) -> bool:
    return any(told.sorts[i] is Sort.FIGURE for i in told.table.at[row] if i >= 0)


def _row_page(table: Table, cell: Cell) -> int:
    """The page of the row that a cell begins in, where a facing page does not count."""
    begun = table.carried.begun.get((cell.row, cell.column)) if table.carried else None
    return begun[1] if begun else table.pages[cell.row]


def _parts_below(table: Table, row: int, heads: int) -> tuple[tuple[Part, ...], int]:
    """The first part and those that hold the rows from `row` on, and of how many the captions were read."""
    holding: Sequence[Part] = [
        part
        for part, following in zip(table.parts, [*table.parts[1:], None], strict=True)
        if following is None or following.first_row > row
    ]
    parts = [replace(part, first_row=max(part.first_row, row) - row + heads) for part in holding]
    read = sum(part.first_row < row for part in holding)
    if holding[0] is table.parts[0]:
        parts[0] = replace(parts[0], first_row=0)
        return tuple(parts), read
    return (replace(table.parts[0], first_row=0), *parts), read + 1
