"""Blocks of labelled boxes: indicators whose figures stand in filled boxes, without any rule.

A plan prints 成果指標 as a name at the left and beside it a box for each of 現状値 and 目標値,
often with an arrow between. What the boxes of a column mean stands above the first of them, or as
a caption in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.columns import (
    Indices,
    Piece,
    Place,
    inner_gaps,
    inside,
    is_arrow,
    is_figure,
    is_year,
    make_grid,
    text_rows,
)
from extract.grid import Grid
from extract.page import Box, Page
import itertools

ALIKE = 3.0
"""Points: boxes whose sides differ by less stand in one column."""
LOWEST, HIGHEST = 8.0, 160.0
"""Points: how high a box of figures is."""
NARROW, WIDE = 18.0, 0.5
"""Points, and share of the page's width: how wide a box of figures is."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled box and its lines of text, top to bottom, each left to right."""

    box: Box
    lines: tuple[tuple[Piece, ...], ...]

    @property
    def x(self) -> float:
        return (self.box[0] + self.box[2]) / 2

    @property
    def y(self) -> float:
        return (self.box[1] + self.box[3]) / 2

    @property
    def texts(self) -> list[str]:
        return ["".join(piece.text for piece in line) for line in self.lines]

    @property
    def has_figure(self) -> bool:
        return any(is_figure(text) for text in self.texts)

    @property
    def has_caption(self) -> bool:
        """Whether the first line names what the figure under it is."""
        texts = self.texts
        return len(texts) >= 2 and is_name(texts[0]) and any(is_figure(text) for text in texts[1:])


Row = list[Filled]
Head = Sequence[Filled]

BULLETS = "●○◎◆◇■□▼▽★☆・①②③④⑤⑥⑦⑧⑨"
MOST_LINES = 6
"""Lines in the name of one row."""
LONGEST_NAME = 120
"""Characters in the name of one row."""


def is_name(text: str) -> bool:
    """Whether a text can head a column: a word or a year, no figure and no sentence."""
    return (is_year(text) or not is_figure(text)) and len(text) <= 20 and not text.endswith(("。", "、"))


def find_boxes(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """Grids of the blocks of labelled boxes outside the boxes `taken`, from the top."""
    boxes = _filled(page, pieces, taken)
    grids: list[Grid] = []
    for block in _blocks(_rows(boxes)):
        grids += _grids(page, free, pieces, boxes, block, [*taken, *(grid.box for grid in grids)])
    return grids


def _filled(page: Page, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Filled]:
    """The innermost filled boxes of fitting size with text in them; drawn twice counts once."""
    found: list[Filled] = []
    for x0, y0, x1, y1 in page.fill_box.tolist():
        box = (x0, y0, x1, y1)
        if not (LOWEST <= y1 - y0 <= HIGHEST and NARROW <= x1 - x0 <= WIDE * page.width):
            continue
        if any(inside((x0 + x1) / 2, (y0 + y1) / 2, other, 2.0) for other in taken):
            continue
        held = [p for p in pieces if inside(p.x, p.y, box)]
        if not held or any(p.x0 < x0 - 1 or p.x1 > x1 + 1 for p in held):
            continue
        found.append(Filled(box, tuple(tuple(line) for line in text_rows(held))))
    kept: list[Filled] = []
    for item in sorted(found, key=lambda f: (f.box[2] - f.box[0]) * (f.box[3] - f.box[1])):
        if not any(inside(other.x, other.y, item.box) for other in kept):
            kept.append(item)
    return kept


def _rows(boxes: Sequence[Filled]) -> list[Row]:
    """The boxes side by side, each row left to right; a box alone is no row."""
    rows: list[Row] = []
    for item in sorted(boxes, key=lambda f: f.y):
        for row in rows[-4:]:
            near = abs(row[0].y - item.y) <= 4.0
            if near and all(item.box[0] > other.box[2] or item.box[2] < other.box[0] for other in row):
                row.append(item)
                break
        else:
            rows.append([item])
    return [sorted(row, key=lambda f: f.x) for row in rows]


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
    apart = min(b[0] - a[2] for a, b in itertools.pairwise(columns))
    pills = block[0] if len(block[0]) == len(full) and not any(f.has_figure for f in block[0]) else None
    pills = pills if pills and all(is_name("".join(f.texts)) for f in pills) else None
    rows = block[1:] if pills else block
    if not rows or not _has_figures(rows):
        return []
    head = pills or _header(pieces, boxes, columns, rows[0])
    captioned = [not head and len(row) == len(full) and all(f.has_caption for f in row) for row in rows]
    if (not head and not captioned[0]) or (not any(captioned) and len(rows) < 2 and apart < 4.0):
        return []
    labels = _labels(pieces, boxes, rows, head or [], taken)
    if labels is None:
        return []
    starts = [k for k, own in enumerate(captioned) if own] or [0]
    grids: list[Grid] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        caption = head or [_caption(f) for f in rows[start]]
        above = [p for p in pieces if not any(p in group for group in labels[:start])]
        part = rows[start:end], labels[start:end]
        grids.append(_placed(page, free, above, columns, *part, caption, bool(head)))
    return grids


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
    for line in reversed(text_rows(p for p in above if not _is_boxed(p, boxes))):
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


def _is_boxed(piece: Piece, boxes: Sequence[Filled]) -> bool:
    return any(inside(piece.x, piece.y, item.box) for item in boxes)


def _labels(
    pieces: Sequence[Piece],
    boxes: Sequence[Filled],
    rows: list[Row],
    head: Head,
    taken: Sequence[Box],
) -> list[list[Piece]] | None:
    """The pieces left of each row's first box; None unless every row has a name of its own."""
    first = min(item.box[0] for row in rows for item in row)
    size = float(np.median([p.size for row in rows for f in row for line in f.lines for p in line]))
    top = min(f.box[1] for f in rows[0]) - 3.0 * size
    top = max([top, *(f.box[3] - 1.0 for f in head)])
    bottom = max(f.box[3] for f in rows[-1]) + 3.0 * size
    left = max(
        (b[2] for b in [*(f.box for f in boxes), *taken] if b[2] < first and b[1] < bottom and b[3] > top),
        default=0.0,
    )
    held = [p for p in pieces if left <= p.x0 and p.x1 <= first + 1 and top <= p.y < bottom]
    held = [p for p in held if not is_arrow(p.text) and not _is_boxed(p, boxes)]
    groups = _shared_out(text_rows(held), [row[0] for row in rows])
    for group in groups or []:
        text = "".join(p.text for p in group)
        if not any(char.isalpha() for char in text) or len(text) > LONGEST_NAME:
            return None
    return groups


def _shared_out(lines: list[list[Piece]], rows: list[Filled]) -> list[list[Piece]] | None:
    """The lines of names shared out to the rows so that each row's lie in its middle, or None.

    Lines above the first name and below the last may be left out (headings, notes).
    """
    count, wanted = len(lines), len(rows)
    least: dict[tuple[int, int], tuple[float, int]] = {(i, 0): (0.0, i) for i in range(count + 1)}
    for j in range(1, wanted + 1):
        for i in range(j, count + 1):
            tried = [
                (least[k, j - 1][0] + _misfit(lines[k:i], rows[j - 1]), k)
                for k in range(j - 1, i)
                if (k, j - 1) in least and (j > 1 or i - k <= MOST_LINES)
            ]
            if tried:
                least[i, j] = min(tried)
    ends = [(least[i, wanted][0], i) for i in range(wanted, count + 1) if (i, wanted) in least]
    if not ends:
        return None
    cost, end = min(ends)
    if cost > wanted * max(p.size for line in lines for p in line):
        return None
    groups: list[list[Piece]] = []
    for j in range(wanted, 0, -1):
        start = least[end, j][1]
        groups.append([p for line in lines[start:end] for p in line])
        end = start
    return groups[::-1]


def _misfit(lines: list[list[Piece]], row: Filled) -> float:
    """How badly lines stand beside a box, in points: off its middle or top, or not one name."""
    if len(lines) > MOST_LINES:
        return 1e6
    top, bottom = min(p.y0 for p in lines[0]), max(p.y1 for p in lines[-1])
    off = min(abs((top + bottom) / 2 - row.y), abs(lines[0][0].y - row.lines[0][0].y) + 1.0)
    for former, line in itertools.pairwise(lines):
        size = max(former[0].size, line[0].size)
        off += max(0.0, line[0].y0 - former[0].y1 - 0.9 * size)
        if line[0].text[0] in BULLETS:
            off += 0.5 * size
        if abs(former[0].size - line[0].size) > 0.25 * size:
            off += 0.5 * size
    return off


def _heading(pieces: Sequence[Piece], top: float, first: float, left: float) -> Piece | None:
    """The heading of the block: a short line alone close above it, over its names."""
    above = [p for p in pieces if p.y1 <= top + 4.0 and top - p.y1 < 2.6 * p.size and p.x0 < first]
    for line in reversed(text_rows(above)):
        near_left = line[0].x1 <= first and line[0].x0 < left + 4 * line[0].size
        return line[0] if len(line) == 1 and is_name(line[0].text) and near_left else None
    return None


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
    starts, ends = _room(rows, labels)
    left = min(p.x0 for group in labels for p in group)
    first = columns[0][0]
    top, low = min(f.box[1] for f in head), max(f.box[3] for f in head)
    beside = [p for p in pieces if top - 1 <= p.y <= low + 1 and left - 2 * p.size <= p.x0 and p.x1 <= first]
    beside = beside if above and all(is_name(p.text) for p in beside) else []
    heading = None
    if not beside:
        heading = _heading(pieces, top if above else min(f.box[1] for f in rows[0]), first, left)
    left = min([left, *(p.x0 for p in [*beside, heading] if p)])
    splits = _label_columns(labels, left, first)
    start = min([top, starts[0], *(p.y0 for p in [*beside, heading] if p)])
    between = [(a[2] + b[0]) / 2 for a, b in itertools.pairwise(columns)]
    x = [left, *splits, first, *between, columns[-1][2]]
    head_end = min(low, starts[0])
    y = [start, low if not above else max(head_end, start + 1.0), *ends]
    names = len(splits) + 1
    edges = [left, *splits, first]
    if beside:
        places: list[Place] = [
            (0, k, 1, 1, (a, start, b, head_end))
            for k, (a, b) in enumerate(itertools.pairwise(edges))
        ]
    else:
        places = [(0, 0, 1, names, (left, start, first, max(head_end, start)))]
    places += [(0, names + k, 1, 1, f.box) for k, f in enumerate(head)]
    for number, row in enumerate(rows):
        room = (starts[number], ends[number])
        places += [(number + 1, k, 1, 1, (edges[k], room[0], edges[k + 1], room[1])) for k in range(names)]
        for k, column in enumerate(columns):
            own = next((f.box for f in row if abs(f.box[0] - column[0]) < ALIKE), None)
            box = own or (column[0], row[0].box[1], column[2], row[0].box[3])
            if number == 0 and not above and own:
                box = (own[0], head[k].box[3], own[2], own[3])
            places.append((number + 1, names + k, 1, 1, box))
    return make_grid(page, free, x, y, places, "filled")


def _room(rows: list[Row], labels: list[list[Piece]]) -> tuple[list[float], list[float]]:
    """From where to where down the page the names of each row stand, half way to their neighbours'."""
    tops = [min(p.y0 for p in group) for group in labels]
    bottoms = [max(p.y1 for p in group) for group in labels]
    between = [(low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)]
    end = max(bottoms[-1], *(f.box[3] for f in rows[-1]))
    return [tops[0], *between], [*between, end]


def _label_columns(labels: list[list[Piece]], left: float, first: float) -> list[float]:
    """Borders between names and running numbers or units beside them, where every row has both."""
    everything = [p for group in labels for p in group]
    size = float(np.median([p.size for p in everything]))
    if len(labels) < 2:
        return []
    borders = []
    for a, b in inner_gaps(everything, left, first, 0.4 * size):
        sides = [([p for p in g if p.x1 <= a + 0.1], [p for p in g if p.x0 >= b - 0.1]) for g in labels]
        numbered = all("".join(p.text for p in before).isdigit() for before, _ in sides)
        if (numbered or b - a >= 1.5 * size) and all(before and after for before, after in sides):
            borders.append((a + b) / 2)
    return borders
