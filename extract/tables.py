"""Logical tables: what a person sees as one table, over page breaks and gaps.

Parts join when the later one has the same columns and no header of its own, or repeats the
header of the former (the repetition is dropped). A row that the page's edge cuts in two (no rule
at the cut) is made whole, a merged label goes on over the edge, and the columns of facing pages
(`extract.facing`) are joined by rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extract.continuing import (
    TOLERANCE,
    both_say,
    columns_match,
    continue_cell,
    continue_label,
    moved_by,
    prints_again,
    repeated_rows,
)
from extract.facing import faces, spread
from extract.grid import Cell, Grid, Line, Sheet


@dataclass(frozen=True, slots=True)
class Part:
    """One grid of a logical table: its first row there and the lines printed above it."""

    grid: Grid
    first_row: int
    captions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table. `cells` are numbered in the joined table; `at[row][column]` is the index of
    the cell that covers that place, -1 for none; `pages[row]` is the page a row begins on. Columns from
    `facing` on stand on the page after it (None: none do).
    """

    id: str
    cells: tuple[Cell, ...]
    at: tuple[tuple[int, ...], ...]
    pages: tuple[int, ...]
    parts: tuple[Part, ...]
    facing: int | None = None

    def page_of(self, cell: Cell) -> int:
        """The page that a cell begins on."""
        beyond = self.facing is not None and cell.column >= self.facing
        return self.pages[cell.row] + (1 if beyond else 0)

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


def logical_tables(
    sheets: Sequence[Sheet], has_header: Callable[[Grid], bool], split: Callable[[Grid], Grid] = lambda g: g
) -> list[Table]:
    """The tables of a document in reading order.

    `has_header` tells whether a grid begins with labels; `split` may divide the rows of a grid first.
    """
    tables: list[Table] = []
    previous: tuple[int, Sequence[float]] | None = None
    chain: list[_Piece] = []

    def close() -> None:
        if chain:
            tables.append(_build(f"t{len(tables) + 1:03d}", chain))
            chain.clear()

    for piece in _pieces(sheets, has_header):
        grid = split(piece.grid)
        joins = False
        if chain and previous is not None and grid.page - previous[0] <= 1:
            first = chain[0].grid
            if grid.page != previous[0] and not has_header(grid):
                piece = replace(piece, moved=moved_by(first.x, grid.x))
            own = [x - piece.moved for x in grid.x]
            wide = columns_match(previous[1], own) or columns_match(first.x, own)
            again = repeated_rows(first, grid) if wide else 0
            same = min(first.columns, grid.columns) >= 0.7 * max(first.columns, grid.columns)
            joins = (
                bool(wide)
                and same
                and grid.columns > 1
                and not (again and prints_again(first, grid, again))
                and (
                    (grid.page != previous[0] and again > 0 and has_header(first) and again < grid.rows)
                    or (has_header(first) and not has_header(grid))
                )
            )
        if not joins:
            close()
            piece = replace(piece, moved=0.0)
        chain.append(replace(piece, grid=grid))
        previous = (piece.last_page, chain[-1].borders)
    close()
    return tables


@dataclass(frozen=True, slots=True)
class _Piece:
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


def _pieces(sheets: Sequence[Sheet], has_header: Callable[[Grid], bool]) -> Iterator[_Piece]:
    """The grids of all pages in reading order, those of facing pages as one."""
    taken: Sheet | None = None
    former: Sheet | None = None
    for sheet, following in zip(sheets, [*sheets[1:], None], strict=True):
        if sheet is taken:
            continue
        if following is not None and len(sheet.grids) == len(following.grids) == 1:
            left, right = sheet.grids[0], following.grids[0]
            if faces(left, right, has_header):
                taken = following
                captions = (*captions_of(left, sheet), *captions_of(right, following))
                yield _Piece(spread(left, right), captions, following.page, left.x[-1])
                continue
        for number, grid in enumerate(reading_order(sheet)):
            left_behind = headings_at_foot(former) if former is not None and number == 0 else ()
            yield _Piece(grid, (*left_behind, *captions_of(grid, sheet)), sheet.page)
        former = sheet


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


def _build(table_id: str, chain: Sequence[_Piece]) -> Table:
    borders = _common_borders(chain)
    cells: list[Cell] = []
    pages: list[int] = []
    parts: list[Part] = []
    former: Grid | None = None
    for piece in chain:
        grid = piece.grid
        skip = repeated_rows(chain[0].grid, grid) if former is not None and former.page != grid.page else 0
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
                if named and continue_label(cells, moved):
                    continue
            cells.append(moved)
        pages.extend([grid.page] * (grid.rows - skip - (1 if cut else 0)))
        former = grid
    at = [[-1] * (len(borders) - 1) for _ in pages]
    for index, cell in enumerate(cells):
        for row in range(cell.row, min(cell.row + cell.row_span, len(pages))):
            for column in range(cell.column, cell.column + cell.column_span):
                at[row][column] = index
    fold_at = chain[0].facing
    facing = None if fold_at is None else min(range(len(borders)), key=lambda i: abs(borders[i] - fold_at))
    return Table(table_id, tuple(cells), tuple(map(tuple, at)), tuple(pages), tuple(parts), facing)


def _common_borders(pieces: Sequence[_Piece]) -> list[float]:
    borders = list(pieces[0].borders)
    for piece in pieces[1:]:
        for x in piece.borders:
            if min(abs(b - x) for b in borders) > TOLERANCE:
                borders.append(x)
    return sorted(borders)
