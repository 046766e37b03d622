"""Tables that go over two facing pages: the left page names the rows, the right one has more columns.

Budget and settlement books (歳出事項別明細書) print one row over both pages of a spread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extract.grid import Grid
from normalize.numbers import looks_like_figure
from normalize.width import fold

LEVEL = 3.0
"""Points by which the heights of one row may differ between the pages."""
LEAST_ROWS = 3


def faces(left: Grid, right: Grid, has_header: Callable[[Grid], bool]) -> bool:
    """Whether the rows of a grid go on in the grid of the next page, as columns of their own.

    Both have the same rows at the same heights, the left one labels and a name in every row, the right one
    labels of its own over figures, and no names.
    """
    if right.page != left.page + 1 or left.rows != right.rows or left.rows < LEAST_ROWS:
        return False
    if any(abs(a - b) > LEVEL for a, b in zip(left.y, right.y, strict=True)):
        return False
    head = _header_rows(right)
    if not 0 < head < right.rows or not has_header(left):
        return False
    first = {fold(c.text) for c in left.cells if c.row < head and c.text}
    if first & {fold(c.text) for c in right.cells if c.row < head and c.text}:
        return False
    body = [c for c in right.cells if c.row >= head and c.text]
    begins = [c for c in body if c.column == 0]
    figures = sum(looks_like_figure(c.text) for c in body)
    named = {c.row for c in left.cells if c.row >= head and c.text and not looks_like_figure(c.text)}
    return (
        2 * figures > len(body)
        and all(looks_like_figure(c.text) for c in begins)
        and 2 * len(named) > left.rows - head
    )


def _header_rows(grid: Grid) -> int:
    """The rows above the first figure."""
    return min((c.row for c in grid.cells if looks_like_figure(c.text)), default=0)


def spread(left: Grid, right: Grid) -> Grid:
    """Both grids as one of the left page; the columns of the right page follow, their boxes stay its own."""
    shift = left.x[-1] - right.x[0]
    cells = [*left.cells, *(replace(c, column=c.column + left.columns) for c in right.cells)]
    return replace(
        left,
        x=(*left.x, *(x + shift for x in right.x[1:])),
        cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))),
        open_bottom=left.open_bottom and right.open_bottom,
    )
