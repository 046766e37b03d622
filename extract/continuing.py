"""Where a table goes on: the same columns on the next page, rows and labels that a break cuts in two."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.grid import Cell, Grid
from normalize.numbers import looks_like_figure
from normalize.width import fold

TOLERANCE = 4.0
"""Points by which the borders of two parts of one table may differ (print margins wander)."""
_LABELS = 3
"""So many labels in one row are a row of labels."""
GUTTER = 60.0
"""Points by which all of a table may stand further in or out on the next page, where margins change sides."""


def columns_match(former: Sequence[float], later: Sequence[float]) -> list[int] | None:
    """For each border of `later` its index in `former`, or None where one has no counterpart."""
    if abs(former[0] - later[0]) > TOLERANCE or abs(former[-1] - later[-1]) > TOLERANCE:
        return None
    found = []
    for x in later:
        near = min(range(len(former)), key=lambda i: abs(former[i] - x))
        if abs(former[near] - x) > TOLERANCE:
            return None
        found.append(near)
    return found if len(set(found)) == len(found) else None


def moved_by(former: Sequence[float], later: Sequence[float]) -> float:
    """By how much the borders of the next page stand further right, 0 where they are no moved ones.

    Of a book that is bound, the margins of left and right pages differ.
    """
    offset = later[0] - former[0]
    same = len(former) == len(later) > 2 and TOLERANCE < abs(offset) <= GUTTER
    if not same or any(abs(b - a - offset) > TOLERANCE / 2 for a, b in zip(former, later, strict=True)):
        return 0.0
    return offset


def _row_texts(grid: Grid, row: int) -> list[str]:
    return [fold(c.text) for c in grid.cells if c.row == row and c.text]


def repeated_rows(former: Grid, later: Grid) -> int:
    """How many rows at the top of `later` print again what stands at the top of `former`."""
    count = 0
    while count < min(former.rows, later.rows):
        mine, theirs = _row_texts(later, count), _row_texts(former, count)
        if mine != theirs:
            break
        count += 1
    while count and not any(_row_texts(later, row) for row in range(count)):
        count -= 1
    return count


def prints_again(former: Grid, later: Grid, again: int) -> bool:
    """Whether `later` is a form printed once more and not the same table going on.

    Below the rows at its top (`again` of them) it has other labels at the place where `former` has them:
    a list goes on with values. A header printed again over a section of a list is no other label.
    """
    heads = [_row_texts(former, row) for row in range(again)]
    return any(
        len(texts) >= _LABELS and texts == _row_texts(former, row) and texts not in heads
        for row in range(again, min(former.rows, later.rows))
        if (texts := [t for t in _row_texts(later, row) if not looks_like_figure(t)])
    )


def both_say(cells: Sequence[Cell], end: int, below: Sequence[Cell], place: Sequence[int]) -> bool:
    """Whether the last row and the one below the page's break both have a figure in one column.

    Two halves of one row have not: the table is only open at its foot, and both are rows.
    """
    above = {c.column for c in cells if c.row + c.row_span == end and looks_like_figure(c.text)}
    return any(place[c.column] in above and looks_like_figure(c.text) for c in below)


def continue_label(cells: list[Cell], moved: Cell, begun: Collection[tuple[int, int]] | None = None) -> bool:
    """Lets a merged label above a page's break hold for the empty cell below it; False when there is none.

    A group's label is printed once, on the page where the group begins; where that is the first row of
    the table it is a header, and an empty cell under a single row is just empty. `begun` are cells that
    began in an earlier stretch of a long document, by row and column: they are merged, and rows of the table
    are above (None: the table begins here).
    """
    if moved.text or moved.diagonal:
        return False
    for index in range(len(cells) - 1, -1, -1):
        above = cells[index]
        if (above.column, above.column_span) != (moved.column, moved.column_span):
            continue
        merged = above.row_span > 1 or moved.row_span > 1 or (above.row, above.column) in (begun or ())
        ends = above.row + above.row_span == moved.row
        is_below = above.row > 0 or begun is not None
        if not (merged and ends and is_below and above.text) or looks_like_figure(above.text):
            return False
        cells[index] = replace(above, row_span=above.row_span + moved.row_span)
        return True
    return False


def continue_cell(cells: list[Cell], moved: Cell) -> bool:
    """Adds the text of a cell below a page's cut to the cell above it; False when there is none."""
    for index in range(len(cells) - 1, -1, -1):
        above = cells[index]
        ends = above.row + above.row_span - 1
        if ends == moved.row and above.column == moved.column and above.column_span == moved.column_span:
            joined = "\n".join(t for t in (above.text, moved.text) if t)
            cells[index] = replace(
                above,
                text=joined,
                row_span=above.row_span + moved.row_span - 1,
                text_box=above.text_box or None,
                lines=above.lines + moved.lines,
            )
            return True
        if ends < moved.row - 1:
            break
    return False
