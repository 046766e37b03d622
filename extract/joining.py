"""The parts of a logical table made one: columns, rows that the page's edge cut, labels that hold over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.continuing import TOLERANCE, both_say, continue_cell, continue_label, repeated_rows
from extract.grid import Cell, Grid, Line
from extract.tables import Carried, Part, Table, mend_brackets


@dataclass(frozen=True, slots=True)
class Piece:
    """A grid with its captions; one over two facing pages ends on the second, from `facing` (points) on.

    `moved`: points by which it stands further right than the first part of its table.
    """

    grid: Grid
    captions: tuple[Line, ...]
    last_page: int
    facing: float | None = None
    moved: float = 0.0

    @property
    def borders(self) -> list[float]:
        """The column borders as they would be on the page of the first part."""
        return [x - self.moved for x in self.grid.x]


@dataclass(frozen=True, slots=True)
class Rest:
    """What a cut leaves for the next stretch: the rows that head it and those below the cut."""

    cells: tuple[Cell, ...]
    pages: tuple[int, ...]
    parts: tuple[Part, ...]
    carried: Carried


@dataclass(frozen=True, slots=True)
class Begun:
    """A table that an earlier stretch began: its rest, its column borders, its first and its last grid."""

    id: str
    rest: Rest
    borders: tuple[float, ...]
    first: Grid
    last: Grid
    facing: float | None = None


def joined(table_id: str, chain: Sequence[Piece], begun: Begun | None = None) -> Table:
    """The table that the pieces make, below what was begun of it before."""
    borders = borders_of(chain, begun)
    first = begun.first if begun else chain[0].grid
    cells: list[Cell] = []
    pages: list[int] = []
    parts: list[Part] = []
    carried: Carried | None = None
    former: Grid | None = None
    if begun is not None:
        rest = _widened(begun, borders)
        cells, pages, parts = list(rest.cells), list(rest.pages), list(rest.parts)
        carried, former = rest.carried, begun.last
    for piece in chain:
        grid = piece.grid
        skip = repeated_rows(first, grid) if former is not None and former.page != grid.page else 0
        place = [min(range(len(borders)), key=lambda i, x=x: abs(borders[i] - x)) for x in piece.borders]  # type: ignore[misc]
        cut = former is not None and former.page != grid.page and former.open_bottom
        cut = cut and not both_say(cells, len(pages), [c for c in grid.cells if c.row == skip], place)
        offset = len(pages) - skip - (1 if cut else 0)
        parts.append(Part(grid, offset + skip, piece.captions))
        for cell in mend_brackets(grid.cells):
            if cell.row < skip and cell.row + cell.row_span <= skip:
                continue
            column, end = place[cell.column], place[cell.column + cell.column_span]
            moved = replace(
                cell,
                row=max(cell.row, skip) + offset,
                row_span=cell.row_span - max(0, skip - cell.row),
                column=column,
                column_span=end - column,
            )
            if cut and cell.row == skip and continue_cell(cells, moved):
                continue
            if former is not None and not cut and cell.row == skip and former.page != grid.page:
                named = any(c.text for c in grid.cells if c.row == skip and c.column > cell.column)
                if named and continue_label(cells, moved, carried.begun if carried else None):
                    continue
            cells.append(moved)
        pages.extend([grid.page] * (grid.rows - skip - (1 if cut else 0)))
        former = grid
    fold_at = begun.facing if begun else chain[0].facing
    facing = None if fold_at is None else min(range(len(borders)), key=lambda i: abs(borders[i] - fold_at))
    return Table(
        table_id,
        tuple(cells),
        covered(cells, len(pages), len(borders) - 1),
        tuple(pages),
        tuple(parts),
        facing,
        carried,
    )


def covered(cells: Sequence[Cell], rows: int, columns: int) -> tuple[tuple[int, ...], ...]:
    """For each row and column the index of the cell that covers the place, -1 for none."""
    at = [[-1] * columns for _ in range(rows)]
    for index, cell in enumerate(cells):
        for row in range(cell.row, min(cell.row + cell.row_span, rows)):
            for column in range(cell.column, cell.column + cell.column_span):
                at[row][column] = index
    return tuple(map(tuple, at))


def borders_of(chain: Sequence[Piece], begun: Begun | None = None) -> list[float]:
    """The column borders of all pieces, in points, each once."""
    borders = list(begun.borders if begun else chain[0].borders)
    for piece in chain:
        for x in piece.borders:
            if min(abs(b - x) for b in borders) > TOLERANCE:
                borders.append(x)
    return sorted(borders)


def _widened(begun: Begun, borders: Sequence[float]) -> Rest:
    """The rest of a table in columns of which later pages may have more."""
    rest, place = begun.rest, [borders.index(x) for x in begun.borders]
    if len(place) == len(borders):
        return rest
    cells = tuple(
        replace(
            cell,
            column=place[cell.column],
            column_span=place[cell.column + cell.column_span] - place[cell.column],
        )
        for cell in rest.cells
    )
    runs: list[tuple[int, ...]] = [()] * (len(borders) - 1)
    figured = [False] * (len(borders) - 1)
    for column, run in enumerate(rest.carried.runs):
        for new in range(place[column], place[column + 1]):
            runs[new], figured[new] = run, rest.carried.figured[column]
    over = {(row, place[column]): told for (row, column), told in rest.carried.begun.items()}
    return replace(
        rest, cells=cells, carried=replace(rest.carried, runs=tuple(runs), figured=tuple(figured), begun=over)
    )
