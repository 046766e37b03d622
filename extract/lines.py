"""Characters to lines: the printed lines of a cell, or of the text outside the tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

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
SPREAD = 1.35
"""The same of kana and ideographs, which are spread in a high cell; figures and grades are listed so."""
JAPANESE = 0x3041, 0x9FFF
COLUMN_GAP = 2.0
"""Of the font size: outside tables a gap wider than this parts two lines beside each other."""
FIGURE = "0123456789０１２３４５６７８９,.，．▲△-−－%％"
"""What a figure set with wide spacing may consist of."""


def vertical_groups(chars: Chars, index: Ints, group: Ints) -> dict[int, tuple[Line, ...]]:
    """The columns of those groups that are set vertically, in reading order.

    Turned glyphs are read as they were drawn. Upright glyphs are vertical writing where they were
    drawn downwards, a font size apart and never to the right; the columns go from right to left.
    """
    if len(index) < 2:
        return {}
    turned = ~chars.upright[index]
    size = chars.size[index]
    x0, y0, x1, y1 = chars.box.T.take(index, axis=1)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    same = group[1:] == group[:-1]
    down = (y[1:] - y[:-1]) / size[1:]
    falling = same & (down > 0.7) & (down < SPREAD)
    falling &= np.abs(x[1:] - x[:-1]) < 0.3 * size[1:]
    if falling.any():
        code = chars.code[index] & (JOINED - 1)
        words = (code >= JAPANESE[0]) & (code <= JAPANESE[1])
        falling &= (down < DENSE) | (words[1:] & words[:-1])
    if not falling.any() and not turned.any():
        return {}
    level = same & (np.abs(down) < 0.3)
    count = int(group.max()) + 1
    falls = np.bincount(group[1:][falling], minlength=count)
    flat = np.bincount(group[1:][level], minlength=count)
    members = np.bincount(group, minlength=count)
    lying = np.bincount(group[turned], minlength=count)
    found: dict[int, tuple[Line, ...]] = {}
    for number in np.flatnonzero((lying > members / 2) | ((falls >= 2) & (flat == 0))).tolist():
        own = np.flatnonzero(group == number)
        upright = lying[number] <= members[number] / 2
        order = own if not upright else own[np.lexsort((y[own], -np.round(x[own] / size[own])))]
        breaks = np.flatnonzero(np.abs(np.diff(x[order])) > STEP * size[order][1:]) + 1
        found[number] = tuple([_line_of(chars, index[part]) for part in np.split(order, breaks)])
    return found


def _line_of(chars: Chars, members: Ints) -> Line:
    low, high = chars.box[members, :2].min(axis=0), chars.box[members, 2:].max(axis=0)
    text = "".join(chars.text[i] for i in members.tolist())
    return Line(
        text, (float(low[0]), float(low[1]), float(high[0]), float(high[1])), float(chars.size[members].max())
    )


def lines_by_group(
    chars: Chars, index: Ints, group: Ints, outside: int | None = None
) -> dict[int, tuple[Line, ...]]:
    """The lines of each group of characters, top to bottom, left to right.

    `index` are the characters meant and `group` the number of the cell of each. `outside` is the group
    that stands in no table: its lines are cut where characters stand further apart than `COLUMN_GAP`.
    """
    n = len(index)
    if not n:
        return {}
    y0, y1 = chars.box[:, 1].take(index), chars.box[:, 3].take(index)
    middle = (y0 + y1) / 2
    order = np.lexsort((middle, group))
    middle, owner, index = middle.take(order), group.take(order), index.take(order)
    em = np.maximum(chars.size.take(index), 1.0)
    begins = np.ones(n + 1, dtype=bool)
    inner = begins[1:-1]
    np.greater(middle[1:] - middle[:-1], STEP * np.minimum(em[1:], em[:-1]), out=inner)
    inner |= owner[1:] != owner[:-1]
    index = index.take(by_place(begins, chars.box[:, 0].take(index)))
    x0, y0, x1, y1 = chars.box.T.take(index, axis=1)
    size = np.maximum(chars.size.take(index), 1.0)
    least = np.minimum(size[1:], size[:-1])
    distance = x0[1:] - x1[:-1]
    space = np.zeros(n, dtype=bool)
    np.greater(distance, SPACE * least, out=space[1:])
    if outside is not None:
        inner |= (distance > COLUMN_GAP * np.maximum(size[1:], size[:-1])) & (owner[1:] == outside)
    bounds = begins.nonzero()[0]
    starts = bounds[:-1]
    _close_figures(chars, index, space, distance / least, bounds)
    sides = (
        np.minimum.reduceat(x0, starts).tolist(),
        np.minimum.reduceat(y0, starts).tolist(),
        np.maximum.reduceat(x1, starts).tolist(),
        np.maximum.reduceat(y1, starts).tolist(),
    )
    lines = tuple(
        records(
            Line,
            text=texts_of(chars, index, space, bounds),
            box=zip(*sides, strict=True),
            size=np.maximum.reduceat(size, starts).tolist(),
        )
    )
    owner = owner.take(starts)
    changes = np.ones(len(starts) + 1, dtype=bool)
    np.not_equal(owner[1:], owner[:-1], out=changes[1:-1])
    parts = changes.nonzero()[0]
    ends = parts.tolist()
    held = [lines[i:j] for i, j in pairwise(ends)]
    return dict(zip(owner.take(parts[:-1]).tolist(), held, strict=True))


def by_place(begins: Flags, x: Floats) -> Ints:
    """How to take characters that are in order of their lines so that each line is in order of `x`.

    `begins` says where lines begin, and one more for the end. One key of both, nearly sorted, takes
    a fifth of the time of two.
    """
    left = float(x.min())
    key = begins[:-1].cumsum() * (float(x.max()) - left + 1.0) + (x - left)
    return key.argsort(kind="stable")


def texts_of(chars: Chars, index: Ints, space: Flags, bounds: Ints) -> list[str]:
    """The texts of the characters `index` from each of `bounds` to before the next, spaces before some."""
    code = chars.code[index]
    if code.max(initial=0) >= JOINED:
        spaced = [
            " " + chars.text[i] if apart else chars.text[i]
            for i, apart in zip(index.tolist(), space.tolist(), strict=True)
        ]
        parts = ["".join(spaced[i:j]) for i, j in pairwise(bounds.tolist())]
        begins = space[bounds[:-1]].tolist()
        return [part[1:] if apart else part for part, apart in zip(parts, begins, strict=True)]
    place = space.cumsum()
    place += np.arange(len(code))
    spread = np.full(int(place[-1]) + 1, ord(" "), dtype=np.uint32)
    spread[place] = code
    whole = spread.tobytes().decode("utf-32-le", "surrogatepass")
    starts, ends = place[bounds[:-1]], place[bounds[1:] - 1] + 1
    return [whole[i:j] for i, j in zip(starts.tolist(), ends.tolist(), strict=True)]


def median(values: Iterable[float]) -> float:
    """The middle one of some values, of an even number the mean of two.

    numpy's own loads its masked arrays, which takes as long as reading ten pages.
    """
    ranked = sorted(values)
    n = len(ranked)
    return (ranked[(n - 1) // 2] + ranked[n // 2]) / 2


def _close_figures(chars: Chars, index: Ints, space: Flags, gap: Floats, bounds: Ints) -> None:
    """Takes back the spaces inside figures whose digits are set evenly apart (5 , 8 6 0).

    `gap` is in font sizes, from each character to the next; `bounds` part the lines.
    """
    if not space.any():
        return
    inner = space.copy()
    inner[bounds[:-1]] = True
    spread = np.logical_and.reduceat(inner, bounds[:-1]) & (bounds[1:] - bounds[:-1] > 2)
    for k in spread.nonzero()[0].tolist():
        start, end = int(bounds[k]), int(bounds[k + 1])
        if all(chars.text[i] in FIGURE for i in index[start:end].tolist()):
            between = gap[start : end - 1]
            space[start + 1 : end] = between > 1.6 * median(between.tolist()) + 0.1
