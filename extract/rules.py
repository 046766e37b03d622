"""Rules: what of the strokes and fills of a page is a ruling line, and where they join.

Producers draw one rule in many ways: as a stroke, as a filled rectangle a hair thick (Excel), as
a row of short segments or dots, twice with a small offset, or short of the corner it should
meet. Here all become `horizontal` (y, x0, x1, thickness) and `vertical` (x, y0, y1, thickness).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.page import Flags, Floats

THICKEST = 3.2
"""Points: a filled rectangle thinner than this is a rule."""
LEVEL = 0.03
"""A stroke that rises less than this share of its length is level."""
SHORTEST = 4.0
"""Points: what is still shorter after joining is a dot, a tick or a mark, not a rule."""
NEAR = 1.0
"""Points: rules whose centres are this near lie on one line."""
GAP = 1.6
"""Points: pieces on one line that are this near each other are one rule."""
_NONE: Floats = np.zeros((0, 4))
DASH_GAP, DASH = 5.0, 14.0
"""Points: the widest gap in a dashed line, and the longest dash."""


def stacked(*parts: Floats) -> Floats:
    """The rows of all parts, (n, 4)."""
    return np.concatenate([part.reshape(-1, 4) for part in parts])


def _lines(place: Floats, start: Floats, end: Floats, thick: Floats) -> Floats:
    lines = np.empty((len(place), 4))
    lines[:, 0], lines[:, 1], lines[:, 2], lines[:, 3] = place, start, end, thick
    return lines


def split_strokes(strokes: Floats) -> tuple[Floats, Floats, Floats]:
    """Horizontal, vertical and diagonal lines (n, 4) of strokes (n, 5): x0, y0, x1, y1, width."""
    if not len(strokes):
        return _NONE, _NONE, _NONE
    x0, y0, x1, y1, width = strokes.T
    wide, high = np.abs(x1 - x0), np.abs(y1 - y0)
    level = (high <= 1.0) | (high <= LEVEL * wide)
    upright = (wide <= 1.0) | (wide <= LEVEL * high)
    across = level & (wide >= high) & (wide > 0)
    down = upright & ~across & (high > 0)
    slanted = ~level & ~upright
    left, right = np.minimum(x0, x1), np.maximum(x0, x1)
    top, bottom = np.minimum(y0, y1), np.maximum(y0, y1)
    horizontal = _lines((y0 + y1) / 2, left, right, width)[across]
    vertical = _lines((x0 + x1) / 2, top, bottom, width)[down]
    return horizontal, vertical, strokes[slanted, :4]


def split_fills(boxes: Floats, rgb: NDArray[np.uint8]) -> tuple[Floats, Floats, Flags]:
    """Horizontal and vertical rules among filled boxes (n, 4), and which boxes are areas.

    White boxes are paper, thin or not. A dot counts both ways: only those that join to a line
    in one direction survive `join`.
    """
    if not len(boxes):
        return _NONE, _NONE, np.zeros(0, dtype=bool)
    x0, y0, x1, y1 = boxes.T
    wide, high = x1 - x0, y1 - y0
    dark = (rgb < 250).any(axis=1)
    thin_across = (high <= THICKEST) & ((wide >= 1.5 * high) | (wide <= 2.0)) & dark
    thin_down = (wide <= THICKEST) & ((high >= 1.5 * wide) | (high <= 2.0)) & dark
    horizontal = _lines((y0 + y1) / 2, x0, x1, high)[thin_across]
    vertical = _lines((x0 + x1) / 2, y0, y1, wide)[thin_down]
    return horizontal, vertical, (wide > THICKEST) & (high > THICKEST)


def join(rules: Floats) -> Floats:
    """Rules with all pieces of one line joined, (n, 4) sorted by place then start.

    Lines drawn twice and double lines closer than `NEAR` become one; dashes are joined over gaps
    up to `DASH_GAP`; what remains shorter than `SHORTEST` is left out.
    """
    if not len(rules):
        return rules.reshape(0, 4)
    ranked = rules[rules[:, 0].argsort(kind="stable")]
    band = np.zeros(len(rules), dtype=np.int64)
    (ranked[1:, 0] - ranked[:-1, 0] > NEAR).cumsum(out=band[1:])
    joined: list[tuple[float, float, float, float]] = []
    ranked = ranked[np.lexsort((ranked[:, 1], band))]
    bands = band.tolist()  # sorted: the lexsort keeps bands in order
    at, start, end, thick, weight, former, in_band = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1
    for number, (y, x0, x1, thickness) in zip(bands, ranked.tolist(), strict=True):
        length = x1 - x0
        if number == in_band:
            gap = x0 - end
            if gap <= GAP or (gap <= DASH_GAP and length <= DASH and former <= DASH):
                end, former = max(end, x1), length
                at, weight, thick = at + y * length, weight + length, max(thick, thickness)
                continue
        if in_band >= 0 and end - start >= SHORTEST:
            joined.append((at / weight, start, end, thick))
        at, start, end, thick, weight, former, in_band = y * length, x0, x1, thickness, length, length, number
        weight, at = (weight, at) if weight else (1e-9, y * 1e-9)
    if end - start >= SHORTEST:
        joined.append((at / weight, start, end, thick))
    return np.array(joined, dtype=np.float64).reshape(-1, 4)
