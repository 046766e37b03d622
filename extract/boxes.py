"""Blocks of labelled boxes: indicators whose figures stand in filled boxes, without any rule.

A plan prints 成果指標 as a name at the left and beside it a box for each of 現状値 and 目標値,
often with an arrow between. What the boxes of a column mean stands above the first of them, or as
a caption in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.box_names import (
    Filled,
    Head,
    Row,
    block_heading,
    columns_behind,
    is_boxed,
    is_name,
    left_limit,
    name_columns,
    row_names,
    row_room,
)
from extract.columns import Indices, Piece, Place, inside, is_arrow, is_figure, make_grid, text_rows
from extract.grid import Grid
from extract.page import Box, Page

ALIKE = 3.0
"""Points: boxes whose sides differ by less stand in one column."""
LOWEST, HIGHEST = 8.0, 160.0
"""Points: how high a box of figures is."""
NARROW, WIDE = 18.0, 0.5
"""Points, and share of the page's width: how wide a box of figures is."""


def find_boxes(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """Grids of the blocks of labelled boxes outside the boxes `taken`, from the top."""
    boxes = _of_figures(_filled(page, pieces, taken))
    grids: list[Grid] = []
    for block in _blocks(_rows(boxes, pieces)):
        grids += _grids(page, free, pieces, boxes, block, [*taken, *(grid.box for grid in grids)])
    return grids


def _of_figures(boxes: list[Filled]) -> list[Filled]:
    """The boxes of those columns half of whose boxes hold figures; others are filled names."""
    columns: list[list[Filled]] = []
    for item in boxes:
        own = next((column for column in columns if _alike(column[0], item)), None)
        if own is None:
            columns.append([item])
        else:
            own.append(item)
    return [
        item for column in columns if 2 * sum(f.has_figure for f in column) >= len(column) for item in column
    ]


def _filled(page: Page, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Filled]:
    """The innermost filled boxes of fitting size with text in them; drawn twice counts once."""
    found: list[Filled] = []
    for x0, y0, x1, y1 in page.fill_box.tolist():
        box = (x0, y0, x1, y1)
        if not (LOWEST <= y1 - y0 <= HIGHEST and NARROW <= x1 - x0 <= WIDE * page.width):
            continue
        if any(inside((x0 + x1) / 2, (y0 + y1) / 2, other, 2.0) for other in taken):
            continue
        held = [p for p in pieces if x0 <= p.x <= x1 and y0 <= p.y <= y1]
        if not held or any(p.x0 < x0 - 1 or p.x1 > x1 + 1 for p in held):
            continue
        found.append(Filled(box, tuple(tuple(line) for line in text_rows(held))))
    kept: list[Filled] = []
    for item in sorted(found, key=lambda f: (f.box[2] - f.box[0]) * (f.box[3] - f.box[1])):
        if not any(inside(other.x, other.y, item.box) for other in kept):
            kept.append(item)
    return kept


def _rows(boxes: Sequence[Filled], pieces: Sequence[Piece]) -> list[Row]:
    """The boxes side by side, each row left to right, parted where a name stands between two."""
    rows: list[Row] = []
    for item in sorted(boxes, key=lambda f: f.y):
        for row in rows[-4:]:
            near = abs(row[0].y - item.y) <= 4.0
            if near and all(item.box[0] > other.box[2] or item.box[2] < other.box[0] for other in row):
                row.append(item)
                break
        else:
            rows.append([item])
    parted: list[Row] = []
    for row in rows:
        parted.append([])
        for item in sorted(row, key=lambda f: f.x):
            if parted[-1] and _named_between(parted[-1][-1], item, pieces):
                parted.append([])
            parted[-1].append(item)
    return parted


def _named_between(left: Filled, right: Filled, pieces: Sequence[Piece]) -> bool:
    """Whether a name stands between two boxes, so that the right one begins another block."""
    a, b = left.box[2], right.box[0]
    top, bottom = min(left.box[1], right.box[1]), max(left.box[3], right.box[3])
    between = [p for p in pieces if p.x0 > a - 1 and p.x1 < b + 1 and top <= p.y <= bottom]
    words = "".join(p.text for p in between if not is_arrow(p.text))
    return sum(char.isalpha() for char in words) >= 3


def _alike(a: Filled, b: Filled) -> bool:
    return abs(a.box[0] - b.box[0]) < ALIKE and abs(a.box[2] - b.box[2]) < ALIKE


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """Rows whose boxes stand in the same columns and near each other, at least one full row."""
    blocks: list[list[Row]] = []
    for row in rows:
        for block in blocks:
            full = max(block, key=len)
            fits = all(any(_alike(item, other) for other in full) for item in row) or (
                len(row) > len(full) and all(any(_alike(item, other) for other in row) for item in full)
            )
            gap = row[0].y - block[-1][0].y
            if fits and gap < 4.0 * max(f.box[3] - f.box[1] for f in [*block[-1], *row]):
                block.append(row)
                break
        else:
            blocks.append([row])
    return [block for block in blocks if max(len(row) for row in block) >= 2]


def _grids(
    page: Page,
    free: Indices,
    pieces: Sequence[Piece],
    boxes: Sequence[Filled],
    block: list[Row],
    taken: Sequence[Box],
) -> list[Grid]:
    """The block's grids: one, or one for each row that carries its own captions."""
    full = max(block, key=len)
    columns = [item.box for item in full]
    apart = min(b[0] - a[2] for a, b in pairwise(columns))
    pills = block[0] if len(block[0]) == len(full) and not any(f.has_figure for f in block[0]) else None
    pills = pills if pills and all(is_name("".join(f.texts)) for f in pills) else None
    rows = block[1:] if pills else block
    if not rows or not _has_figures(rows):
        return []
    head = pills or _header(pieces, boxes, columns, rows[0])
    captioned = [not head and len(row) == len(full) and all(f.has_caption for f in row) for row in rows]
    if (not head and not captioned[0]) or (not any(captioned) and len(rows) < 2 and apart < 4.0):
        return []
    labels = row_names(pieces, boxes, rows, head or [], taken)
    if labels is None:
        return []
    starts = [k for k, own in enumerate(captioned) if own] or [0]
    grids: list[Grid] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        caption = head or [_caption(f) for f in rows[start]]
        limit = left_limit([*(f.box for f in boxes), *taken], _room_of(rows))
        above = [p for p in pieces if p.x0 >= limit and not any(p in group for group in labels[:start])]
        part = rows[start:end], labels[start:end]
        grids.append(_placed(page, free, above, columns, *part, caption, bool(head)))
    return grids


def _room_of(rows: list[Row]) -> Box:
    boxes = [item.box for row in rows for item in row]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def _has_figures(rows: list[Row]) -> bool:
    """Whether most boxes hold figures and every column has one."""
    boxes = [item for row in rows for item in row]
    return sum(item.has_figure for item in boxes) >= 0.6 * len(boxes)


def _caption(item: Filled) -> Filled:
    """The part of a captioned box that holds the caption, ending just below it."""
    lines = item.lines
    count = next(k for k, text in enumerate(item.texts) if k and is_figure(text))
    bottom, top = max(p.y1 for p in lines[count - 1]), min(p.y0 for p in lines[count])
    x0, y0, x1, _ = item.box
    return Filled((x0, y0, x1, (bottom + top) / 2), lines[:count])


def _header(
    pieces: Sequence[Piece], boxes: Sequence[Filled], columns: Sequence[Box], first: Row
) -> list[Filled]:
    """A name over each column of boxes, of one or more lines close above the first row; or none."""
    top = min(item.box[1] for item in first)
    held: list[list[Piece]] = [[] for _ in columns]
    limit = top
    above = [p for p in pieces if p.y1 <= top + 1.5 and top - p.y1 < 4.0 * p.size]
    for line in reversed(text_rows(p for p in above if not is_boxed(p, boxes))):
        over = [[p for p in line if p.x1 > x0 and p.x0 < x1 and is_name(p.text)] for x0, _, x1, _ in columns]
        if not any(over):
            continue
        size = max(p.size for group in over for p in group)
        if limit - max(p.y1 for group in over for p in group) > (2.5 if limit == top else 0.7) * size:
            break
        if any(
            p.x0 < x0 - size or p.x1 > x1 + size
            for (x0, _, x1, _), g in zip(columns, over, strict=True)
            for p in g
        ):
            break
        for group, own in zip(held, over, strict=True):
            group += own
        limit = min(p.y0 for group in over for p in group)
        if all(held) and top - limit > 5.0 * size:
            break
    if not all(held):
        return []
    y0, y1 = limit, max(p.y1 for group in held for p in group)
    for (x0, _, x1, _), group in zip(columns, held, strict=True):
        middle = (min(p.x0 for p in group) + max(p.x1 for p in group)) / 2
        if abs(middle - (x0 + x1) / 2) > 0.2 * (x1 - x0):
            return []
    return [
        Filled((x0, y0, x1, y1), tuple(tuple(line) for line in text_rows(group)))
        for (x0, _, x1, _), group in zip(columns, held, strict=True)
    ]


def _placed(
    page: Page,
    free: Indices,
    pieces: Sequence[Piece],
    columns: Sequence[Box],
    rows: list[Row],
    labels: list[list[Piece]],
    head: Head,
    above: bool,
) -> Grid:
    """The grid of the rows: names and what stands beside them, then a column for each of boxes.

    The cells of figures are the boxes themselves, so that arrows and notes between them stay out.
    """
    starts, ends = row_room(rows, labels)
    after = columns_behind(pieces, columns, rows, head) if above else []
    left = min(p.x0 for group in labels for p in group)
    first = columns[0][0]
    top, low = min(f.box[1] for f in head), max(f.box[3] for f in head)
    beside = [p for p in pieces if top - 1 <= p.y <= low + 1 and left - 2 * p.size <= p.x0 and p.x1 <= first]
    beside = beside if above and all(is_name(p.text) for p in beside) else []
    heading = None
    if not beside:
        heading = block_heading(pieces, top if above else min(f.box[1] for f in rows[0]), first, left)
    left = min([left, *(p.x0 for p in [*beside, heading] if p)])
    splits = name_columns(labels, left, first)
    start = min([top, starts[0], *(p.y0 for p in [*beside, heading] if p)])
    between = [(a[2] + b[0]) / 2 for a, b in pairwise(columns)]
    rights = [columns[-1][2], *(b for _, b in after)]
    x = [left, *splits, first, *between, *rights]
    head_end = min(low, starts[0])
    y = [start, low if not above else max(head_end, start + 1.0), *ends]
    names = len(splits) + 1
    edges = [left, *splits, first]
    if beside:
        places: list[Place] = [
            (0, k, 1, 1, (a, start, b, head_end)) for k, (a, b) in enumerate(pairwise(edges))
        ]
    else:
        places = [(0, 0, 1, names, (left, start, first, max(head_end, start)))]
    places += [(0, names + k, 1, 1, f.box) for k, f in enumerate(head)]
    behind = names + len(columns)
    places += [(0, behind + k, 1, 1, (a, start, b, low)) for k, (a, b) in enumerate(after)]
    for number, row in enumerate(rows):
        room = (starts[number], ends[number])
        places += [(number + 1, k, 1, 1, (edges[k], room[0], edges[k + 1], room[1])) for k in range(names)]
        places += [
            (number + 1, behind + k, 1, 1, (a, max(room[0], low), b, room[1]))
            for k, (a, b) in enumerate(after)
        ]
        for k, column in enumerate(columns):
            own = next((f.box for f in row if abs(f.box[0] - column[0]) < ALIKE), None)
            box = own or (column[0], row[0].box[1], column[2], row[0].box[3])
            if number == 0 and not above and own:
                box = (own[0], head[k].box[3], own[2], own[3])
            places.append((number + 1, names + k, 1, 1, box))
    return make_grid(page, free, x, y, places, "filled")
