"""Pages drawn in a test: text, fills and rules at places given in points."""

from __future__ import annotations

import unicodedata

import numpy as np

from extract.grid import Grid
from extract.page import Box, Chars, Page


class Drawing:
    """Collects what is drawn and makes the `Page` of it, 595 by 842 points."""

    def __init__(self) -> None:
        self.chars: list[tuple[str, Box, float]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.fills: list[tuple[Box, tuple[int, int, int]]] = []

    def text(self, x: float, y: float, text: str, size: float = 10.0, align: str = "left") -> Drawing:
        """Prints a line whose middle is at height `y`; `x` is its left end, right end or middle."""
        widths = [size * (0.5 if unicodedata.east_asian_width(c) in "NaH" else 1.0) for c in text]
        at = x - {"left": 0.0, "right": 1.0, "centre": 0.5}[align] * sum(widths)
        for char, width in zip(text, widths, strict=True):
            if not char.isspace():
                self.chars.append((char, (at, y - size / 2, at + width, y + size / 2), size))
            at += width
        return self

    def rule(self, y: float, x0: float, x1: float) -> Drawing:
        """Draws a horizontal rule."""
        self.rules.append((y, x0, x1, 0.7))
        return self

    def fill(
        self, x0: float, y0: float, x1: float, y1: float, rgb: tuple[int, int, int] = (230, 240, 230)
    ) -> Drawing:
        """Fills a box."""
        self.fills.append(((x0, y0, x1, y1), rgb))
        return self

    def page(self) -> Page:
        """The page of what was drawn."""
        count = len(self.chars)
        return Page(
            number=1,
            width=595.0,
            height=842.0,
            chars=Chars(
                tuple(char for char, _, _ in self.chars),
                np.array([box for _, box, _ in self.chars], dtype=np.float64).reshape(-1, 4),
                np.array([size for _, _, size in self.chars], dtype=np.float64),
                np.ones(count, dtype=bool),
                np.ones(count, dtype=bool),
            ),
            horizontal=np.array(self.rules, dtype=np.float64).reshape(-1, 4),
            vertical=np.zeros((0, 4)),
            diagonal=np.zeros((0, 4)),
            fill_box=np.array([box for box, _ in self.fills], dtype=np.float64).reshape(-1, 4),
            fill_rgb=np.array([rgb for _, rgb in self.fills], dtype=np.uint8).reshape(-1, 3),
        )


PROSE = "市民とともに歩むまちをめざして、各分野の施策を計画に沿って着実に進めていきます。今後も続けます。"


def prose(drawing: Drawing, y: float) -> Drawing:
    """Two lines of running text over the whole width."""
    return drawing.text(50, y, PROSE).text(50, y + 15, PROSE)


def rows_of(grid: Grid) -> list[list[str]]:
    """The texts of a grid by row; a merged cell stands in its first row and column only."""
    rows: list[list[str]] = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
