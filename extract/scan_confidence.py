"""How certain the text of a cell is that was recognised in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.grid import Grid
from extract.page import Box, Piece


def with_confidence(grid: Grid, pieces: Sequence[Piece]) -> Grid:
    """The grid with the confidence of each cell: that of the least certain piece of text in it."""
    cells = []
    for cell in grid.cells:
        held = [piece.confidence for piece in pieces if lies_in(piece.box, cell.box)]
        cells.append(replace(cell, confidence=round(min(held), 3)) if held else cell)
    return replace(grid, cells=tuple(cells))


def lies_in(inner: Box, outer: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
