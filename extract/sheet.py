"""A page as grids of cells and the text outside them.

Every character belongs to the one cell its centre lies in, the innermost where tables are
nested, or to the text outside; the counts of the `Sheet` prove it. Text that was drawn in one go
over the border of its cell stays whole.
"""

from __future__ import annotations

import gc
from collections.abc import Container, Iterable, Iterator
from itertools import accumulate, chain, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract import pdfium
from extract.columns import box_around, fills_under
from extract.filled import characters_in, find_filled_grids
from extract.grid import Cell, Grid, Line, Sheet, records
from extract.lattice import Lattice, find_lattices
from extract.lines import FIGURE, lines_by_group, vertical_groups
from extract.page import Box, Chars, Floats, Page
from extract.pieced import with_pieced_columns
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
    cell, first, total = _assign(lattices, x, y)
    _keep_together(chars, cell)
    inside = ((cell >= 0) & seen).nonzero()[0]
    count = np.bincount(cell[inside], minlength=total)
    full = [
        (lattice, start)
        for lattice, start in zip(lattices, first, strict=True)
        if count[start : start + len(lattice.spans)].any()
    ]
    kept = np.zeros(len(chars), dtype=bool)
    kept[inside] = True
    used = len(inside)
    filled = find_filled_grids(page, [lattice.box for lattice, _ in full])
    for grid in filled:
        held = characters_in(page, grid)
        used += int(np.count_nonzero(~kept[held]))
        kept[held] = True
    outside = (seen & ~kept).nonzero()[0]
    # the lines of all cells and those outside are made in one go, as if outside were one cell more
    cell[outside] = total
    both = (seen & (cell >= 0)).nonzero()[0]
    lines = lines_by_group(chars, both, cell[both], outside=total)
    rest = lines.pop(total, ())
    upended = vertical_groups(chars, inside, cell[inside])
    lines.update(upended)
    grids = [_grid(page, lattice, start, lines, upended) for lattice, start in full] + filled
    grids.sort(key=lambda grid: (round(grid.y[0]), grid.x[0]))
    if page.pieces:
        grids = [with_confidence(grid, page.pieces) for grid in grids]
    return Sheet(
        page=page.number,
        width=page.width,
        height=page.height,
        grids=tuple(grids),
        outside=rest,
        characters=len(chars),
        in_cells=used,
        in_outside=len(outside),
        unseen=len(chars) - used - len(outside),
        text_layer=page.text_layer,
        notes=page.notes,
        pieces=page.pieces,
    )


def _assign(lattices: list[Lattice], x: Floats, y: Floats) -> tuple[Ints, list[int], int]:
    """The cell each point lies in (-1: none), each lattice's first cell, and the number of all cells."""
    cell = np.full(len(x), -1, dtype=np.int64)
    sizes = [len(lattice.spans) for lattice in lattices]
    first = [0, *accumulate(sizes)]
    for k in sorted(range(len(lattices)), key=lambda k: -lattices[k].area):
        lattice = lattices[k]
        rows, columns = lattice.owner.shape
        # with room around it, so that every point finds a square
        owner = np.full((rows + 2, columns + 2), -1, dtype=np.int64)
        owner[1:-1, 1:-1] = lattice.owner
        square = lattice.y.searchsorted(y, side="right")
        square *= columns + 2
        square += lattice.x.searchsorted(x, side="right")
        number = owner.ravel().take(square)
        inside = (number >= 0).nonzero()[0]
        cell[inside] = number[inside] + first[k]
    return cell, first[:-1], first[-1]


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
    for number in sorted({*run[1:][split].tolist()}):
        members = np.flatnonzero(run == number)
        if any(char not in FIGURE for i in members.tolist() for char in chars.text[i]):
            held = cell[members].tolist()
            cell[members] = max(sorted({*held}), key=held.count)


def _grid(
    page: Page,
    lattice: Lattice,
    first: int,
    lines: dict[int, tuple[Line, ...]],
    upended: Container[int],
) -> Grid:
    """The grid of a lattice whose cells are numbered from `first`, given the lines of each cell."""
    row, column, high, wide = lattice.spans.T
    area = (lattice.x[column], lattice.y[row], lattice.x[column + wide], lattice.y[row + high])
    boxes: list[Box] = list(zip(*[side.tolist() for side in area], strict=True))
    numbers = range(first, first + len(boxes))
    held = [lines.get(number, ()) for number in numbers]
    vertical = [number in upended for number in numbers] if upended else [False] * len(boxes)
    texts, around = _contents(boxes, held, vertical)
    box = np.array(area).T
    cells = records(
        Cell,
        row=row.tolist(),
        column=column.tolist(),
        row_span=high.tolist(),
        column_span=wide.tolist(),
        box=boxes,
        text=texts,
        lines=held,
        text_box=around,
        fill_rgb=fills_under(page, box),
        vertical=vertical,
        diagonal=_crossed(page, box),
        confidence=repeat(None),
    )
    return Grid(
        page.number,
        tuple(lattice.x.tolist()),
        tuple(lattice.y.tolist()),
        tuple(cells),
        open_top=lattice.open_top,
        open_bottom=lattice.open_bottom,
    )


def _contents(
    boxes: list[Box], lines: list[tuple[Line, ...]], vertical: list[bool]
) -> tuple[list[str], list[Box | None]]:
    """The text of each cell and the box around it; cells found to be set vertically are noted."""
    texts: list[str] = []
    around: list[Box | None] = []
    for number, own in enumerate(lines):
        if len(own) == 1:
            texts.append(own[0].text)
            around.append(own[0].box)
        elif own:
            up = vertical[number] = vertical[number] or _is_vertical(boxes[number], own)
            texts.append(("" if up else "\n").join([line.text for line in own]))
            around.append(box_around(own))
        else:
            texts.append("")
            around.append(None)
    return texts, around


def _is_vertical(box: Box, lines: tuple[Line, ...]) -> bool:
    """Whether a label is set one character a line in a cell too narrow for two."""
    if any(len(line.text) != 1 for line in lines):
        return False
    return box[2] - box[0] < 2.6 * max(line.size for line in lines)


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
