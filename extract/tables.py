"""Logical tables: what a person sees as one table, over page breaks and gaps (made by extract.stretches).

Parts join when the later one has the same columns and no header of its own, or repeats the
header of the former (the repetition is dropped). A row that the page's edge cuts in two (no rule
at the cut) is made whole, a merged label goes on over the edge, and the columns of facing pages
(`extract.facing`) are joined by rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from extract.grid import Cell, Grid, Line, Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """One grid of a logical table: its first row there and the lines printed above it."""

    grid: Grid
    first_row: int
    captions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What an earlier stretch of a long document hands on to the rest of a table that it had to cut.

    The first `rows` rows are printed above the cut: they head what follows. `header` tells which of them are
    header rows, `runs` gives for each column the header cells in force at the cut (indexes of cells, nearest
    first), `figured` says whether figures stand below these above the cut. `before` rows of the table lie in
    earlier stretches, and the captions of the first `parts` parts were read there. `begun` are cells that
    began above the cut, by row and column: how many rows above, and on which page.
    """

    rows: int
    header: tuple[bool, ...]
    runs: tuple[tuple[int, ...], ...]
    figured: tuple[bool, ...]
    before: int
    parts: int
    begun: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table. `cells` are numbered in the joined table; `at[row][column]` is the index of
    the cell that covers that place, -1 for none; `pages[row]` is the page a row begins on. Columns from
    `facing` on stand on the page after it (None: none do).

    A table that is cut (see extract.cutting) has `carried` where it goes on from an earlier stretch, and
    `unfinished` cells, by row and column, that go on in the next one.
    """

    id: str
    cells: tuple[Cell, ...]
    at: tuple[tuple[int, ...], ...]
    pages: tuple[int, ...]
    parts: tuple[Part, ...]
    facing: int | None = None
    carried: Carried | None = None
    unfinished: frozenset[tuple[int, int]] = frozenset()
    goes_on: bool = False

    def page_of(self, cell: Cell) -> int:
        """The page that a cell begins on."""
        beyond = self.facing is not None and cell.column >= self.facing
        begun = self.carried.begun.get((cell.row, cell.column)) if self.carried else None
        return (begun[1] if begun else self.pages[cell.row]) + (1 if beyond else 0)

    @property
    def first_row(self) -> int:
        """The first row that no earlier stretch has."""
        return self.carried.rows if self.carried else 0

    @property
    def is_cut(self) -> bool:
        """Whether it is only a part of what a person sees."""
        return self.goes_on or self.carried is not None

    def is_new(self, cell: Cell) -> bool:
        """Whether a cell begins here, not in an earlier stretch."""
        if self.carried is None:
            return True
        return cell.row >= self.carried.rows and (cell.row, cell.column) not in self.carried.begun

    def new_parts(self) -> tuple[Part, ...]:
        """The parts that begin here, not in an earlier stretch."""
        return self.parts[self.carried.parts :] if self.carried else self.parts

    def extent(self, cell: Cell) -> tuple[int, int] | None:
        """First row and number of rows of a cell in the table as a whole; None where another stretch says it.

        A cell over a cut is told with the rows below it.
        """
        if (cell.row, cell.column) in self.unfinished:
            return None
        if self.carried is None:
            return cell.row, cell.row_span
        if cell.row < self.carried.rows:
            return None
        above = self.carried.begun.get((cell.row, cell.column), (0, 0))[0]
        return cell.row - self.carried.rows + self.carried.before - above, cell.row_span + above

    @property
    def rows(self) -> int:
        return len(self.at)

    @property
    def columns(self) -> int:
        return len(self.at[0]) if self.at else 0

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, None outside all cells."""
        index = self.at[row][column]
        return self.cells[index] if index >= 0 else None

    def captions_above(self, row: int) -> tuple[Line, ...]:
        """The lines printed above the part that holds `row`, nearest last."""
        begun = bisect_right(self.parts, row, key=lambda part: part.first_row)
        return self.parts[begun - 1].captions if begun else ()


def reading_order(sheet: Sheet) -> list[Grid]:
    """The grids of a page from top to bottom, side by side ones from left to right."""
    return sorted(sheet.grids, key=lambda g: (round(g.y[0] / 6), g.x[0]))


def captions_of(grid: Grid, sheet: Sheet) -> tuple[Line, ...]:
    """The outside lines above a grid and below the grids above it, in reading order."""
    x0, top, x1, _ = grid.box
    floor = 0.0
    for other in sheet.grids:
        ox0, _, ox1, bottom = other.box
        if other is not grid and bottom <= top + 2 and min(x1, ox1) - max(x0, ox0) > 0:
            floor = max(floor, bottom)
    lines = [ln for ln in sheet.outside if floor - 2 <= (ln.box[1] + ln.box[3]) / 2 <= top + 2]
    return tuple(sorted(lines, key=lambda ln: (round(ln.box[1] / 4), ln.box[0])))


_HEADING = regex.compile(
    r"[\s<＜【「『■□●○◆◇]*(?:基本目標|基本施策|基本政策|施策|政策|目標|重点|柱|第[0-9０-９一二三四五六七八九十]+[章節編]"
    r"|[（(]?[0-9０-９]{1,2}[)）.．、]|[Ⅰ-Ⅻ])"
)
_LONGEST_HEADING = 60


def headings_at_foot(sheet: Sheet) -> tuple[Line, ...]:
    """The headings printed below the last grid of a page: what they head begins on the next page."""
    if not sheet.grids:
        return ()
    bottom = max(grid.box[3] for grid in sheet.grids)
    lines = [ln for ln in sheet.outside if ln.box[1] >= bottom - 2 and len(ln.text) <= _LONGEST_HEADING]
    return tuple(ln for ln in sorted(lines, key=lambda ln: ln.box[1]) if _HEADING.match(ln.text))


def mend_brackets(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a grid with a bracket that ran over the rule put back where it was opened.

    Text that is too wide for its cell is printed over the rule, so that its last character lies in
    the next cell: '（差引）一般財源（B' | '） 375,620'.
    """
    mended = list(cells)
    by_place = {(c.row, c.column): i for i, c in enumerate(cells)}
    for index, cell in enumerate(mended):
        opened = _unclosed(cell.text)
        right = by_place.get((cell.row, cell.column + cell.column_span))
        if not opened or right is None:
            continue
        text = mended[right].text.lstrip()
        if text and text[0] in ")）" and _unclosed(text[1:]) == 0:
            mended[index] = replace(cell, text=cell.text + text[0])
            mended[right] = replace(mended[right], text=text[1:].lstrip())
    return mended


def _unclosed(text: str) -> int:
    return sum(text.count(c) for c in "(（") - sum(text.count(c) for c in ")）")
