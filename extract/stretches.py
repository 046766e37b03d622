"""The logical tables of a document in reading order; those of a long document stretch by stretch.

A stretch ends at the border of two pages over which no table goes on, so that what belongs together is
understood together. Only a table that is longer than a stretch may be is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.continuing import columns_match, moved_by, prints_again, repeated_rows
from extract.facing import faces, spread
from extract.grid import Grid, Sheet
from extract.joining import Begun, Piece, Rest, borders_of, joined
from extract.tables import Table, captions_of, headings_at_foot, reading_order


@dataclass
class Numbers:
    """How many tables have an id; those that are found otherwise are counted by who finds them."""

    taken: int = 0

    def following(self) -> str:
        """The next id: t001, t002 …"""
        self.taken += 1
        return f"t{self.taken:03d}"


HasHeader = Callable[[Grid], bool]
Split = Callable[[Grid], Grid]
Cut = Callable[[Table], tuple[Table, Rest]]
"""Divides a table that goes on: what this stretch has of it, and what it leaves for the next."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """How a long document is divided, in pages.

    A stretch has at least `least` where tables allow it, and no more than `most`. A form that names its
    project on one of the last `held` pages of a stretch is left for the next one, where it may go on.
    """

    least: int = 128
    most: int = 160
    held: int = 16


LENGTHS = Lengths()


@dataclass(frozen=True, slots=True)
class TableStretch:
    """The tables of a stretch; `through` is its last page, `following` the first page with rows of the next.

    Of the last stretch both are None.
    """

    tables: tuple[Table, ...]
    through: int | None = None
    following: int | None = None


def logical_tables(sheets: Iterable[Sheet], has_header: HasHeader, split: Split = lambda g: g) -> list[Table]:
    """The tables of a document in reading order.

    `has_header` tells whether a grid begins with labels; `split` may divide the rows of a grid first.
    """
    [stretch] = table_stretches(sheets, has_header, split)
    return list(stretch.tables)


def table_stretches(
    sheets: Iterable[Sheet],
    has_header: HasHeader,
    split: Split = lambda g: g,
    cut: Cut | None = None,
    lengths: Lengths = LENGTHS,
    numbers: Numbers | None = None,
) -> Iterator[TableStretch]:
    """The tables of a document in reading order, by stretches; without `cut` all of them as one.

    At least one stretch, and only as many sheets are taken at a time as it needs.
    """
    numbers = numbers or Numbers()
    tables: list[Table] = []
    start = last_page = 0
    chain: list[Piece] = []
    begun: Begun | None = None
    for page, piece in _pieces(sheets, has_header):
        piece = replace(piece, grid=split(piece.grid)) if piece is not None else None
        start = start or page
        goes_on = False
        if piece is not None and chain and page - last_page <= 1:
            moved = replace(piece, moved=_moved(_first(chain, begun), chain[-1], piece, has_header))
            goes_on = _joins(_first(chain, begun), chain[-1], moved, has_header)
            piece = moved if goes_on else piece
        if not goes_on and chain:
            tables.append(joined(begun.id if begun else numbers.following(), chain, begun))
            chain, begun = [], None
        if cut is not None:
            own = chain[0].grid.page if chain else page
            between = begun is None and own > max([start, *(_last_page(table) for table in tables[-1:])])
            if between and page - start >= (lengths.most if goes_on else lengths.least):
                done = TableStretch(tuple(tables), own - 1, own)
                tables, start = [], own
                yield done
                del done
            if goes_on and page - start >= lengths.most and page > last_page:
                table_id = begun.id if begun else numbers.following()
                table, rest = cut(joined(table_id, chain, begun))
                begun = Begun(
                    table_id,
                    rest,
                    tuple(borders_of(chain, begun)),
                    _first(chain, begun),
                    chain[-1].grid,
                    begun.facing if begun else chain[0].facing,
                )
                done = TableStretch((*tables, table), page - 1, min(rest.pages[rest.carried.rows :]))
                # whoever takes a stretch must be able to let go of it
                del table
                tables, start, chain = [], page, []
                yield done
                del done
        if piece is not None:
            chain.append(piece)
            last_page = piece.last_page
    if chain:
        tables.append(joined(begun.id if begun else numbers.following(), chain, begun))
    yield TableStretch(tuple(tables))


def _first(chain: Sequence[Piece], begun: Begun | None) -> Grid:
    return begun.first if begun else chain[0].grid


def _last_page(table: Table) -> int:
    return max(table.pages) + (0 if table.facing is None else 1)


def _moved(first: Grid, former: Piece, later: Piece, has_header: HasHeader) -> float:
    """By how much a grid stands further right than the first of the table that it may go on with."""
    if later.grid.page == former.last_page or has_header(later.grid):
        return 0.0
    return moved_by(first.x, later.grid.x)


def _joins(first: Grid, former: Piece, later: Piece, has_header: HasHeader) -> bool:
    """Whether a grid goes on with the table of these grids."""
    grid = later.grid
    wide = columns_match(former.borders, later.borders) or columns_match(first.x, later.borders)
    again = repeated_rows(first, grid) if wide else 0
    same = min(first.columns, grid.columns) >= 0.7 * max(first.columns, grid.columns)
    return (
        bool(wide)
        and same
        and grid.columns > 1
        and not (again and prints_again(first, grid, again))
        and (
            (grid.page != former.last_page and again > 0 and has_header(first) and again < grid.rows)
            or (has_header(first) and not has_header(grid))
        )
    )


def _pieces(sheets: Iterable[Sheet], has_header: HasHeader) -> Iterator[tuple[int, Piece | None]]:
    """The grids of all pages in reading order, those of facing pages as one; None for a page without any."""
    taken: Sheet | None = None
    former: Sheet | None = None
    for sheet, following in _with_next(sheets):
        if sheet is taken:
            continue
        if following is not None and len(sheet.grids) == len(following.grids) == 1:
            left, right = sheet.grids[0], following.grids[0]
            if faces(left, right, has_header):
                taken = following
                captions = (*captions_of(left, sheet), *captions_of(right, following))
                yield sheet.page, Piece(spread(left, right), captions, following.page, left.x[-1])
                continue
        for number, grid in enumerate(reading_order(sheet)):
            left_behind = headings_at_foot(former) if former is not None and number == 0 else ()
            yield sheet.page, Piece(grid, (*left_behind, *captions_of(grid, sheet)), sheet.page)
        if not sheet.grids:
            yield sheet.page, None
        former = sheet


def _with_next(sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, Sheet | None]]:
    """Each sheet with the one after it, None after the last."""
    former: Sheet | None = None
    for sheet in sheets:
        if former is not None:
            yield former, sheet
        former = sheet
    if former is not None:
        yield former, None
