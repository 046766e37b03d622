"""Strokes drawn with a pen so broad that they paint areas: rows and headers filled in one go."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extract.page import Flags, Floats
from extract.raw_page import Outlines
from extract.rules import THICKEST

Ints = NDArray[np.int64]

BROADEST = 7.0
"""Points: a stroke drawn with a wider pen is no line but an area; the widest borders are of 6 points."""


def broad(strokes: Floats) -> Flags:
    """Which strokes (n, 5), level or upright, are drawn with a pen too broad for a line."""
    wide = strokes[:, 4] > BROADEST
    if wide.any():
        wide &= np.abs(strokes[:, 2:4] - strokes[:, :2]).min(axis=1) <= THICKEST
    return wide


def painted_by(strokes: Floats) -> Floats:
    """The corners (n, 4, 2) of the areas that broad strokes (n, 5) paint."""
    start, end = strokes[:, :2], strokes[:, 2:4]
    along = end - start
    half = strokes[:, 4:] / 2 / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    beside = np.stack([-along[:, 1], along[:, 0]], axis=1) * half
    return np.stack([start + beside, end + beside, end - beside, start - beside], axis=1)


def with_areas(
    strokes: Floats, rgb: NDArray[np.uint8], by: Ints, outlines: Outlines, owner: Ints
) -> tuple[Outlines, Ints]:
    """Outlines with the areas that strokes paint before them, and the numbers of the paths of all."""
    n = len(strokes)
    joint = Outlines(
        np.concatenate([painted_by(strokes).reshape(-1, 2), outlines.point]),
        np.concatenate([np.arange(0, 4 * n, 4), outlines.start + 4 * n]),
        np.concatenate([np.zeros(n, dtype=bool), outlines.curved]),
        np.concatenate([rgb, outlines.rgb]),
    )
    return joint, np.concatenate([by, owner])
