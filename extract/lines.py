"""Characters to lines: the printed lines of a cell, or of the text outside the tables."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.grid import Line
from extract.page import Chars

Ints = NDArray[np.int64]

SPACE = 0.2
"""Of the font size: a gap wider than this between two glyphs is a space."""
STEP = 0.45
"""Of the font size: centres further apart than this are on different lines."""
COLUMN_GAP = 2.0
"""Of the font size: outside tables a gap wider than this parts two lines beside each other."""


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
    step = np.diff(middle[order]) > STEP * np.minimum(size[order][1:], size[order][:-1])
    other = np.diff(group[order]) != 0
    line = np.zeros(len(index), dtype=np.int64)
    line[order[1:]] = np.cumsum(step | other)
    ranked = np.lexsort((box[:, 0], line))
    box, size, line, owner = box[ranked], size[ranked], line[ranked], group[ranked]
    space = np.zeros(len(ranked), dtype=bool)
    cut = np.ones(len(ranked) + 1, dtype=bool)
    distance = box[1:, 0] - box[:-1, 2]
    space[1:] = distance > SPACE * np.minimum(size[1:], size[:-1])
    cut[1:-1] = np.diff(line) != 0
    if gap is not None:
        cut[1:-1] |= distance > gap * np.maximum(size[1:], size[:-1])
    text = [chars.text[i] for i in index[ranked].tolist()]
    spaced = [" " + char if apart else char for char, apart in zip(text, space.tolist(), strict=True)]
    bounds = np.flatnonzero(cut).tolist()
    low = np.minimum.reduceat(box[:, :2], bounds[:-1])
    high = np.maximum.reduceat(box[:, 2:], bounds[:-1])
    sizes = np.maximum.reduceat(size, bounds[:-1])
    owners = owner[bounds[:-1]].tolist()
    boxes = np.concatenate([low, high], axis=1).tolist()
    for start, end, cell, area, big in zip(bounds, bounds[1:], owners, boxes, sizes.tolist(), strict=False):
        line_text = text[start] + "".join(spaced[start + 1 : end])
        found.setdefault(cell, []).append(Line(line_text, (area[0], area[1], area[2], area[3]), big))
    return found
