"""Rules that are no table: the fields of charts, double frames, lines that run on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from extract.page import Chars, Page

if TYPE_CHECKING:
    from extract.lattice import Lattice

NARROW = 4.0
"""Points: between rules as near as this no text stands; it is the gap of a double frame."""
FOOT = 0.12
"""Of the page's height: rows that its edge cuts end this near to it."""
EDGE = 3.0
"""Points: a scale may begin and end this far beyond the rules it belongs to."""
SCALE, MARKS = 30.0, 3
"""Points: the figures of a chart's scale stand this near beside it; how many there are at least."""


def is_table(lattice: Lattice, page: Page) -> bool:
    """Whether a lattice has two cells that may hold text, and is not the field of a chart.

    Level lines make one column, crossed here and there by what is plotted: with a scale beside them, or
    without a word, they are a chart, and so are lines that run on from an axis. A row that is open in the
    middle of a page is no row.
    """
    x, y = lattice.x, lattice.y
    row, column, high, wide = lattice.spans.T
    room = np.minimum(x[column + wide] - x[column], y[row + high] - y[row]) > NARROW
    if np.count_nonzero(room) < 2:
        return False
    if len(y) == 2:
        above, below = float(y[0]), page.height - float(y[-1])
        far = FOOT * page.height
        return not ((lattice.open_top and above > far) or (lattice.open_bottom and below > far))
    if len(x) == 2:
        return _has_words(lattice, page.chars) and not _has_scale(lattice, page.chars)
    return 2 * len(lattice.spans) >= lattice.owner.size or not _has_scale(lattice, page.chars)


def _has_words(lattice: Lattice, chars: Chars) -> bool:
    """Whether any letter stands in a lattice; yes, too, while the text of a picture is still to be read."""
    if not len(chars):
        return True
    x, y = (chars.box[:, 0] + chars.box[:, 2]) / 2, (chars.box[:, 1] + chars.box[:, 3]) / 2
    inside = (x >= lattice.x[0]) & (x <= lattice.x[-1]) & (y >= lattice.y[0]) & (y <= lattice.y[-1])
    return any(chars.text[i].isalpha() for i in np.flatnonzero(inside & chars.visible).tolist())


def _has_scale(lattice: Lattice, chars: Chars) -> bool:
    """Whether figures beside a lattice stand at its rules, not between them as those of rows do."""
    left, top, right, bottom = lattice.x[0], lattice.y[0], lattice.x[-1], lattice.y[-1]
    x0, y0, x1, y1 = chars.box.T
    y = (y0 + y1) / 2
    beside = ((x1 <= left + 1) & (x1 > left - SCALE)) | ((x0 >= right - 1) & (x0 < right + SCALE))
    beside &= chars.visible & (y > top - EDGE) & (y < bottom + EDGE)
    index = [i for i in np.flatnonzero(beside).tolist() if chars.text[i].isdigit()]
    if len(index) < MARKS:
        return False
    distance = np.abs(y[index, None] - lattice.y[None, :])
    at = distance.min(axis=1) < 0.35 * chars.size[index]
    return len({*distance.argmin(axis=1)[at].tolist()}) >= MARKS and float(at.mean()) >= 0.8
