"""Where two readers disagree about a page: cells that one reads otherwise than the other.

A figure that two independent parsers read alike is a stronger figure; where they differ the
cell is doubtful, whoever is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.grid import Cell, Grid, Sheet
from extract.page import Box
from normalize.width import WAVES, plain

Kind = Literal["text", "order", "cell_missing", "grid_missing", "columns"]

NEAR = 2.5
"""Points: borders that two readers may place apart and still mean the same cell."""


_SAME_SHAPE = str.maketrans(
    dict.fromkeys(WAVES, "~") | dict.fromkeys("・‧·･∙", "・") | dict.fromkeys("∕⁄", "/") | {"―": "—"}
)
"""Signs that fonts share: a file may name either, and one parser takes the other."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One cell that two readers read differently, at its box on the page (points).

    `kind` is 'text' (other characters), 'order' (the same characters in another order),
    'cell_missing' (one has no such cell), 'grid_missing' (no such table: one entry a table) or
    'columns' (the same place, other borders: one entry a table). `first` and `second` are what each
    reader has.
    """

    page: int
    box: Box
    kind: Kind
    first: str
    second: str


def compare(first: Sheet, second: Sheet) -> list[Disagreement]:
    """The disagreements about one page, by table from top to bottom; empty when both agree.

    White space and line breaks are not compared, as both are judged from gaps, not read; nor are
    widths, radicals (⼈ for 人) and signs of one shape (〜 for ～, ‧ for ・), which one parser folds.
    """
    found: list[Disagreement] = []
    rest = list(second.grids)
    for grid in first.grids:
        twin = next((other for other in rest if _same_place(grid.box, other.box)), None)
        if twin is None:
            twin = next((other for other in rest if _share(grid.box, other.box) > 0.8), None)
        if twin is None:
            found.append(Disagreement(first.page, grid.box, "grid_missing", _size(grid), ""))
            continue
        rest.remove(twin)
        found.extend(_compare_grids(first.page, grid, twin))
    found.extend(Disagreement(first.page, grid.box, "grid_missing", "", _size(grid)) for grid in rest)
    return found


def _size(grid: Grid) -> str:
    return f"{grid.rows} x {grid.columns}"


def _compare_grids(page: int, grid: Grid, twin: Grid) -> list[Disagreement]:
    found: list[Disagreement] = []
    if (grid.rows, grid.columns) != (twin.rows, twin.columns):
        found.append(Disagreement(page, grid.box, "columns", _size(grid), _size(twin)))
    others = {_key(cell.box): cell for cell in twin.cells}
    met: set[tuple[int, int]] = set()
    for cell in grid.cells:
        other = _twin_cell(cell, others, twin)
        if other is not None:
            met.add((other.row, other.column))
        if other is None:
            if cell.text:
                found.append(Disagreement(page, cell.box, "cell_missing", cell.text, ""))
            continue
        one, two = bare(cell.text), bare(other.text)
        if one != two:
            kind: Kind = "order" if sorted(one) == sorted(two) else "text"
            found.append(Disagreement(page, cell.box, kind, cell.text, other.text))
    found.extend(
        Disagreement(page, other.box, "cell_missing", "", other.text)
        for other in twin.cells
        if other.text and (other.row, other.column) not in met
    )
    return found


def _twin_cell(cell: Cell, others: dict[tuple[int, ...], Cell], twin: Grid) -> Cell | None:
    other = others.get(_key(cell.box))
    if other is not None and _same_place(cell.box, other.box):
        return other
    return next((other for other in twin.cells if _same_place(cell.box, other.box)), None)


def _key(box: Box) -> tuple[int, ...]:
    return tuple(round(value) for value in box)


def bare(text: str) -> str:
    """The text as it is compared: without white space; widths, radicals and signs of one shape folded."""
    return "".join(plain(text).split()).translate(_SAME_SHAPE)


def _same_place(one: Box, two: Box) -> bool:
    return all(abs(a - b) <= NEAR for a, b in zip(one, two, strict=True))


def _share(one: Box, two: Box) -> float:
    """The part of the larger of two boxes that both cover."""
    wide = min(one[2], two[2]) - max(one[0], two[0])
    high = min(one[3], two[3]) - max(one[1], two[1])
    if wide <= 0 or high <= 0:
        return 0.0
    larger = max((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two))
    return wide * high / larger if larger else 0.0
