"""Characters to lines: the printed lines of a cell, or of the text outside the tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.grid import Line, records
from extract.page import JOINED, Chars, Flags, Floats

Ints = NDArray[np.int64]

SPACE = 0.2
"""Of the font size: a gap wider than this between two glyphs is a space."""
STEP = 0.45
"""Of the font size: centres further apart than this are on different lines."""
DENSE = 1.15
"""Of the font size: upright glyphs set closer than this below each other are vertical writing."""
COLUMN_GAP = 2.0
"""Of the font size: outside tables a gap wider than this parts two lines beside each other."""
FIGURE = "0123456789０１２３４５６７８９,.，．▲△-−－%％"
"""What a figure set with wide spacing may consist of."""


def vertical_groups(chars: Chars, index: Ints, group: Ints) -> dict[int, list[Line]]:
    """The columns of those groups that are set vertically, in reading order.

    Turned glyphs are read as they were drawn. Upright glyphs are vertical writing where they were
    drawn downwards, a font size apart and never to the right; the columns go from right to left.
    """
    if len(index) < 2:
        return {}
    turned = ~chars.upright[index]
    size, box = chars.size[index], chars.box[index]
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    same = group[1:] == group[:-1]
    down = (y[1:] - y[:-1]) / size[1:]
    falling = same & (down > 0.7) & (down < DENSE)
    falling &= np.abs(x[1:] - x[:-1]) < 0.3 * size[1:]
    if not falling.any() and not turned.any():
        return {}
    level = same & (np.abs(down) < 0.3)
    count = int(group.max()) + 1
    falls = np.bincount(group[1:][falling], minlength=count)
    flat = np.bincount(group[1:][level], minlength=count)
    members = np.bincount(group, minlength=count)
    lying = np.bincount(group[turned], minlength=count)
    found: dict[int, list[Line]] = {}
    for number in np.flatnonzero((lying > members / 2) | ((falls >= 2) & (flat == 0))).tolist():
        own = np.flatnonzero(group == number)
        upright = lying[number] <= members[number] / 2
        order = own if not upright else own[np.lexsort((y[own], -np.round(x[own] / size[own])))]
        breaks = np.flatnonzero(np.abs(np.diff(x[order])) > STEP * size[order][1:]) + 1
        found[number] = [_line_of(chars, index[part]) for part in np.split(order, breaks)]
    return found


def _line_of(chars: Chars, members: Ints) -> Line:
    low, high = chars.box[members, :2].min(axis=0), chars.box[members, 2:].max(axis=0)
    text = "".join(chars.text[i] for i in members.tolist())
    return Line(
        text, (float(low[0]), float(low[1]), float(high[0]), float(high[1])), float(chars.size[members].max())
    )


def lines_by_group(chars: Chars, index: Ints, group: Ints, gap: float | None = None) -> dict[int, list[Line]]:
    """The lines of each group of characters, top to bottom, left to right.

    `index` are the characters meant and `group` the number of the cell of each. With `gap` (in
    font sizes) a line is cut where characters stand further apart.
    """
    found: dict[int, list[Line]] = {}
    if not len(index):
        return found
    box, size = chars.box[index], np.maximum(chars.size[index], 1.0)
    middle = (box[:, 1] + box[:, 3]) / 2
    order = np.lexsort((middle, group))
    height, em, owner = middle[order], size[order], group[order]
    step = height[1:] - height[:-1] > STEP * np.minimum(em[1:], em[:-1])
    other = owner[1:] != owner[:-1]
    line = np.zeros(len(index), dtype=np.int64)
    line[order[1:]] = np.cumsum(step | other)
    ranked = by_place(order, line, box[:, 0])
    box, size, line, owner = box[ranked], size[ranked], line[ranked], group[ranked]
    space = np.zeros(len(ranked), dtype=bool)
    cut = np.ones(len(ranked) + 1, dtype=bool)
    distance = box[1:, 0] - box[:-1, 2]
    space[1:] = distance > SPACE * np.minimum(size[1:], size[:-1])
    cut[1:-1] = line[1:] != line[:-1]
    if gap is not None:
        cut[1:-1] |= distance > gap * np.maximum(size[1:], size[:-1])
    bounds = np.flatnonzero(cut)
    starts, ends = bounds[:-1], bounds[1:]
    _close_figures(chars, index[ranked], space, distance / np.minimum(size[1:], size[:-1]), bounds)
    texts = _texts(chars, index[ranked], space, starts, ends)
    area = np.empty((len(starts), 4))
    area[:, :2] = np.minimum.reduceat(box[:, :2], starts)
    area[:, 2:] = np.maximum.reduceat(box[:, 2:], starts)
    sizes = np.maximum.reduceat(size, starts).tolist()
    lines = records(Line, len(starts), text=texts, box=map(tuple, area.tolist()), size=sizes)
    for cell, made in zip(owner[starts].tolist(), lines, strict=True):
        found.setdefault(cell, []).append(made)
    return found


def by_place(order: Ints, line: Ints, x: Floats) -> Ints:
    """The characters by line, then by place, given an `order` by line that is nearly so.

    One key of both, nearly sorted, takes a fifth of the time of two.
    """
    left = float(x.min())
    key = line[order] * (float(x.max()) - left + 1.0) + (x[order] - left)
    ranked: Ints = order[np.argsort(key, kind="stable")]
    return ranked


def _texts(chars: Chars, index: Ints, space: Flags, starts: Ints, ends: Ints) -> list[str]:
    """The texts of lines: the characters `index` from `starts` to before `ends`, spaces before some."""
    code = chars.code[index]
    if len(code) and code.max() >= JOINED:
        spaced = [
            " " + chars.text[i] if apart else chars.text[i]
            for i, apart in zip(index.tolist(), space.tolist(), strict=True)
        ]
        parts = ["".join(spaced[i:j]) for i, j in zip(starts.tolist(), ends.tolist(), strict=True)]
        return [
            part[1:] if apart else part for part, apart in zip(parts, space[starts].tolist(), strict=True)
        ]
    place = np.arange(len(code)) + np.cumsum(space)
    spread = np.full(int(place[-1]) + 1, ord(" "), dtype=np.uint32)
    spread[place] = code
    whole = spread.tobytes().decode("utf-32-le", "surrogatepass")
    return [whole[i:j] for i, j in zip(place[starts].tolist(), (place[ends - 1] + 1).tolist(), strict=True)]


def _close_figures(chars: Chars, index: Ints, space: Flags, gap: Floats, bounds: Ints) -> None:
    """Takes back the spaces inside figures whose digits are set evenly apart (5 , 8 6 0).

    `gap` is in font sizes, from each character to the next; `bounds` part the lines.
    """
    if not space.any():
        return
    inner = space.copy()
    inner[bounds[:-1]] = True
    spread = np.logical_and.reduceat(inner, bounds[:-1]) & (bounds[1:] - bounds[:-1] > 2)
    for k in np.flatnonzero(spread).tolist():
        start, end = int(bounds[k]), int(bounds[k + 1])
        if all(chars.text[i] in FIGURE for i in index[start:end].tolist()):
            between = gap[start : end - 1]
            space[start + 1 : end] = between > 1.6 * np.median(between) + 0.1
