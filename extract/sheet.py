"""A page as grids of cells and the text outside them.

Every character belongs to the one cell its centre lies in, the innermost where tables are
nested, or to the text outside; the counts of the `Sheet` prove it. Text that was drawn in one go
over the border of its cell stays whole.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract import pdfium
from extract.filled import characters_in, find_filled_grids
from extract.grid import Cell, Grid, Line, Rgb, Sheet, records
from extract.lattice import Lattice, find_lattices
from extract.lines import COLUMN_GAP, FIGURE, lines_by_group, vertical_groups
from extract.page import Box, Chars, Floats, Page
from extract.pieced import with_pieced_columns
from extract.raw_page import PAPER
from extract.ruby import is_ruby
from extract.scan_confidence import with_confidence

Ints = NDArray[np.int64]

TOUCHING = 0.12
"""Of the font size: glyphs no further apart than this are one piece of text."""


def read_pages(
    path: Path | str, reader: str = "pdfium", pages: Iterable[int] | None = None
) -> Iterator[Page]:
    """The pages of a PDF as `reader` ('pdfium' or 'pdfplumber') sees them, in order.

    `pages` are 1-based numbers, None means all. Raises ValueError for an unknown reader.
    """
    if reader == "pdfium":
        return pdfium.read_pages(path, pages)
    if reader == "pdfplumber":
        from extract import plumber

        return plumber.read_pages(path, pages)
    raise ValueError(f"no such reader: {reader}")


def read_sheets(
    path: Path | str, reader: str = "pdfium", pages: Iterable[int] | None = None
) -> Iterator[Sheet]:
    """The pages of a PDF as sheets: grids of cells, and the lines outside them.

    Scanned pages are recognised where the extra `ocr` is installed (`extract.scan`).
    """
    return map(_make_undisturbed, _with_scans_read(path, read_pages(path, reader, pages)))


def _with_scans_read(path: Path | str, pages: Iterator[Page]) -> Iterator[Page]:
    """The pages in order, from the first that may be a picture on through `extract.scan`.

    What that needs (OpenCV) is a third of the memory of a reader, which most documents do without.
    """
    for page in pages:
        if page.text_layer == "native":
            yield page
            continue
        from extract.scan import with_scans_read

        yield from with_scans_read(path, chain([page], pages))


def _make_undisturbed(page: Page) -> Sheet:
    """The sheet of one page, made without searching for garbage.

    The thousands of cells and lines made here hold no cycles; to search them over and over takes a
    quarter of the time.
    """
    if not gc.isenabled():
        return make_sheet(page)
    gc.disable()
    try:
        return make_sheet(page)
    finally:
        gc.enable()


def make_sheet(page: Page) -> Sheet:
    """The sheet of one page."""
    chars = page.chars
    seen = np.ones(len(chars), dtype=bool) if page.text_layer == "ocr" else chars.visible
    seen = seen & ~is_ruby(chars)
    lattices = find_lattices(with_pieced_columns(page))
    x = (chars.box[:, 0] + chars.box[:, 2]) / 2
    y = (chars.box[:, 1] + chars.box[:, 3]) / 2
    cell, first = _assign(lattices, x, y)
    _keep_together(chars, cell)
    inside = np.flatnonzero((cell >= 0) & seen)
    lines = lines_by_group(chars, inside, cell[inside])
    upended = vertical_groups(chars, inside, cell[inside])
    lines.update(upended)
    grids = []
    used = 0
    for lattice, start in zip(lattices, first, strict=True):
        numbers = range(start, start + len(lattice.spans))
        count = int(np.count_nonzero((cell[inside] >= numbers.start) & (cell[inside] < numbers.stop)))
        if not count:
            continue
        used += count
        grids.append(
            _grid(
                page,
                lattice,
                [lines.get(number, []) for number in numbers],
                [number in upended for number in numbers],
            )
        )
    kept = np.zeros(len(chars), dtype=bool)
    kept[inside] = True
    for grid in find_filled_grids(page, [grid.box for grid in grids]):
        held = characters_in(page, grid)
        used += int(np.count_nonzero(~kept[held]))
        kept[held] = True
        grids.append(grid)
    grids.sort(key=lambda grid: (round(grid.y[0]), grid.x[0]))
    if page.pieces:
        grids = [with_confidence(grid, page.pieces) for grid in grids]
    outside = np.flatnonzero(~kept & seen)
    rest = lines_by_group(chars, outside, np.zeros(len(outside), dtype=np.int64), COLUMN_GAP)
    return Sheet(
        page=page.number,
        width=page.width,
        height=page.height,
        grids=tuple(grids),
        outside=tuple(rest.get(0, [])),
        characters=len(chars),
        in_cells=used,
        in_outside=len(outside),
        unseen=len(chars) - used - len(outside),
        text_layer=page.text_layer,
        notes=page.notes,
        pieces=page.pieces,
    )


def _assign(lattices: list[Lattice], x: Floats, y: Floats) -> tuple[Ints, list[int]]:
    """The number of the cell each point lies in (-1: none), and each lattice's first number."""
    cell = np.full(len(x), -1, dtype=np.int64)
    first: list[int] = []
    total = 0
    for lattice in lattices:
        first.append(total)
        total += len(lattice.spans)
    for k in sorted(range(len(lattices)), key=lambda k: -lattices[k].area):
        lattice = lattices[k]
        column = np.searchsorted(lattice.x, x, side="right") - 1
        row = np.searchsorted(lattice.y, y, side="right") - 1
        held = (column >= 0) & (column < len(lattice.x) - 1) & (row >= 0) & (row < len(lattice.y) - 1)
        number = lattice.owner[row[held], column[held]]
        inside = np.flatnonzero(held)[number >= 0]
        cell[inside] = number[number >= 0] + first[k]
    return cell, first


def _keep_together(chars: Chars, cell: Ints) -> None:
    """Moves text that runs over a border into the cell that most of it stands in.

    Spreadsheets print text that is too long over the neighbouring cells. Only glyphs drawn in one
    go that touch each other are moved, and never figures: ledgers print one digit a cell.
    """
    if chars.run is None or len(chars) < 2:
        return
    touching = (
        (chars.run[1:] == chars.run[:-1])
        & (np.abs(chars.box[1:, 0] - chars.box[:-1, 2]) < TOUCHING * chars.size[1:])
        & (np.abs(chars.box[1:, 1] - chars.box[:-1, 1]) < TOUCHING * chars.size[1:])
    )
    split = touching & (cell[1:] != cell[:-1])
    if not split.any():
        return
    run = np.concatenate([[0], np.cumsum(~touching)])
    for number in np.unique(run[1:][split]).tolist():
        members = np.flatnonzero(run == number)
        if any(char not in FIGURE for i in members.tolist() for char in chars.text[i]):
            held, count = np.unique(cell[members], return_counts=True)
            cell[members] = held[np.argmax(count)]


def _grid(page: Page, lattice: Lattice, lines: list[list[Line]], upended: list[bool]) -> Grid:
    x, y = lattice.x.tolist(), lattice.y.tolist()
    row, column, high, wide = lattice.spans.T
    area = np.stack(
        [lattice.x[column], lattice.y[row], lattice.x[column + wide], lattice.y[row + high]], axis=1
    )
    cells = _cells(lattice.spans, area, lines, _fills(page, area), _crossed(page, area), upended)
    return Grid(
        page.number,
        tuple(x),
        tuple(y),
        cells,
        open_top=lattice.open_top,
        open_bottom=lattice.open_bottom,
    )


def _cells(
    spans: Ints,
    area: Floats,
    lines: list[list[Line]],
    fills: list[Rgb | None],
    crossed: list[bool],
    upended: list[bool],
) -> tuple[Cell, ...]:
    boxes: list[Box] = [(x0, y0, x1, y1) for x0, y0, x1, y1 in area.tolist()]
    vertical = [
        up or (len(own) > 1 and _is_vertical(box, own))
        for up, box, own in zip(upended, boxes, lines, strict=True)
    ]
    row, column, high, wide = spans.T.tolist()
    cells = records(
        Cell,
        len(spans),
        row=row,
        column=column,
        row_span=high,
        column_span=wide,
        box=boxes,
        text=[
            own[0].text if len(own) == 1 else ("" if up else "\n").join([line.text for line in own])
            for up, own in zip(vertical, lines, strict=True)
        ],
        lines=map(tuple, lines),
        text_box=[own[0].box if len(own) == 1 else _around(own) for own in lines],
        fill_rgb=fills,
        vertical=vertical,
        diagonal=crossed,
        confidence=repeat(None),
    )
    return tuple(cells)


def _around(lines: list[Line]) -> Box | None:
    if not lines:
        return None
    x0, y0, x1, y1 = zip(*[line.box for line in lines], strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def _is_vertical(box: Box, lines: list[Line]) -> bool:
    """Whether a label is set one character a line in a cell too narrow for two."""
    if any(len(line.text) != 1 for line in lines):
        return False
    return box[2] - box[0] < 2.6 * max(line.size for line in lines)


def _fills(page: Page, area: Floats) -> list[Rgb | None]:
    """The colour of the last fill drawn under the middle of each cell; None for white."""
    if not len(page.fill_box):
        return [None] * len(area)
    x, y = (area[:, 0] + area[:, 2]) / 2, (area[:, 1] + area[:, 3]) / 2
    # the last of those under a cell is the first from the end; behind all of them stands white
    fill = page.fill_box[::-1]
    under = np.ones((len(area), len(fill) + 1), dtype=bool)
    under[:, :-1] = (
        (fill[None, :, 0] <= x[:, None])
        & (fill[None, :, 2] >= x[:, None])
        & (fill[None, :, 1] <= y[:, None])
        & (fill[None, :, 3] >= y[:, None])
    )
    colours: list[Rgb | None] = [
        None if min(red, green, blue) >= PAPER else (red, green, blue)
        for red, green, blue in page.fill_rgb[::-1].tolist()
    ]
    colours.append(None)
    return [colours[number] for number in np.argmax(under, axis=1).tolist()]


def _crossed(page: Page, area: Floats) -> list[bool]:
    """Whether a stroke runs from corner to corner of each cell."""
    if not len(page.diagonal):
        return [False] * len(area)
    stroke = page.diagonal
    left, right = np.minimum(stroke[:, 0], stroke[:, 2]), np.maximum(stroke[:, 0], stroke[:, 2])
    top, bottom = np.minimum(stroke[:, 1], stroke[:, 3]), np.maximum(stroke[:, 1], stroke[:, 3])
    x0, y0, x1, y1 = area.T[:, :, None]
    slack_x, slack_y = np.maximum(3.0, 0.1 * (x1 - x0)), np.maximum(3.0, 0.1 * (y1 - y0))
    near = (
        (np.abs(left - x0) < slack_x)
        & (np.abs(right - x1) < slack_x)
        & (np.abs(top - y0) < slack_y)
        & (np.abs(bottom - y1) < slack_y)
    )
    crossed: list[bool] = near.any(axis=1).tolist()
    return crossed
