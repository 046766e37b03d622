"""Rows that no rule separates: one ruled cell a column, several printed rows inside.

Budget documents (第1表 歳入歳出予算) rule their columns and only some of their rows; each line of
figures has a name on the same height. Such a row is split into its printed lines. Stacked values
of one indicator (【小学校】98.0 over 【中学校】95.4) are no rows: their lines are labelled, or no
text stands on their heights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.figure_texts import is_plain_number
from extract.grid import Cell, Grid, Line


def split_stacked_rows(grid: Grid) -> Grid:
    """The grid with every such row split; the same grid where there is none."""
    if grid.columns < 3:
        return grid
    cuts: dict[int, list[float]] = {}
    for row in range(grid.rows):
        heights = _printed_rows([c for c in grid.cells if c.row == row])
        if heights:
            cuts[row] = heights
    if not cuts:
        return grid
    y: list[float] = [grid.y[0]]
    first: list[int] = []
    for row in range(grid.rows):
        first.append(len(y) - 1)
        heights = cuts.get(row, [])
        y.extend((a + b) / 2 for a, b in pairwise(heights))
        y.append(grid.y[row + 1])
    first.append(len(y) - 1)
    cells: list[Cell] = []
    for cell in grid.cells:
        top, bottom = first[cell.row], first[cell.row + cell.row_span]
        if cell.row in cuts and cell.row_span == 1:
            cells.extend(_split(cell, top, cuts[cell.row], y))
        else:
            cells.append(replace(cell, row=top, row_span=bottom - top))
    cells.sort(key=lambda c: (c.row, c.column))
    return replace(grid, y=tuple(y), cells=tuple(cells))


def _middle(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _printed_rows(cells: Sequence[Cell]) -> list[float]:
    """The heights of the printed rows inside a ruled row, [] where it is one row."""
    if any(c.row_span > 1 for c in cells if c.text):
        return []
    figures = [c for c in cells if len(c.lines) > 1 and all(is_plain_number(ln.text) for ln in c.lines)]
    if len(figures) < 2:
        return []
    longest = max(figures, key=lambda c: len(c.lines))
    heights = [_middle(ln) for ln in longest.lines]
    size = min(ln.size for ln in longest.lines) or 1.0
    if any(below - above < 0.5 * size for above, below in pairwise(heights)):
        return []
    for cell in figures:
        if not all(any(abs(_middle(ln) - h) < 0.5 * size for h in heights) for ln in cell.lines):
            return []
    if sum(len(c.lines) == len(longest.lines) for c in figures) < 2:
        return []
    texts = [ln for c in cells if c not in figures for ln in c.lines if not is_plain_number(ln.text)]
    named = [any(abs(_middle(ln) - h) < 0.5 * size for ln in texts) for h in heights]
    return heights if all(named) else []


def _split(cell: Cell, top: int, heights: Sequence[float], y: Sequence[float]) -> list[Cell]:
    groups: list[list[Line]] = [[] for _ in heights]
    for line in cell.lines:
        near = min(range(len(heights)), key=lambda i: abs(heights[i] - _middle(line)))
        groups[near].append(line)
    found = []
    for offset, lines in enumerate(groups):
        box = (cell.box[0], y[top + offset], cell.box[2], y[top + offset + 1])
        text_box = (
            (
                min(ln.box[0] for ln in lines),
                min(ln.box[1] for ln in lines),
                max(ln.box[2] for ln in lines),
                max(ln.box[3] for ln in lines),
            )
            if lines
            else None
        )
        found.append(
            replace(
                cell,
                row=top + offset,
                box=box,
                text="\n".join(ln.text for ln in lines),
                lines=tuple(lines),
                text_box=text_box,
            )
        )
    return found
