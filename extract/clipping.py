"""What clipping leaves of what is drawn: boxes, strokes and outlines cut at the box of a clip.

A rule that is drawn far beyond its clip counts only where it is seen. Of a clip that is no
rectangle the box around it is taken. All in user space: left, bottom, right, top.
"""

from __future__ import annotations

import numpy as np

from extract.page import Box, Flags, Floats

Point = tuple[float, float]

EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
"""The box of no clip at all."""
THINNEST = 0.2
"""Points: so wide a pen paints at least."""


def within(one: Box, two: Box) -> Box:
    """What two clips leave together; its right lies left of its left, or its top below, where nothing is."""
    return (max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3]))


def cut_strokes(strokes: Floats, clip: Floats) -> Floats:
    """The parts of strokes (n, 5: x0, y0, x1, y1, width) inside their clips (n, 4).

    Those of which nothing is seen are left out; half the width of the pen is seen beside its middle.
    """
    start, along = strokes[:, :2], strokes[:, 2:4] - strokes[:, :2]
    pen = np.maximum(strokes[:, 4:], THINNEST) / 2
    low, high = clip[:, :2] - pen, clip[:, 2:] + pen
    moving = along != 0
    speed = np.where(moving, along, 1.0)
    one, two = (low - start) / speed, (high - start) / speed
    # across its direction a stroke is inside all the way or not at all
    enters = np.where(moving, np.minimum(one, two), 0.0).max(axis=1).clip(min=0.0)
    leaves = np.where(moving, np.maximum(one, two), 1.0).min(axis=1).clip(max=1.0)
    inside = np.all(moving | (start >= low) & (start <= high), axis=1) & (enters <= leaves)
    inside &= np.all(low <= high, axis=1)
    cut = strokes.copy()
    some = (enters > 0) | (leaves < 1)
    cut[some, :2] = (start + enters[:, None] * along)[some]
    cut[some, 2:4] = (start + leaves[:, None] * along)[some]
    left: Floats = cut[inside]
    return left


def is_seen(boxes: Floats, clip: Floats) -> Flags:
    """Of which boxes (n, 4) their clips (n, 4) leave something."""
    low, high = np.maximum(boxes[:, :2], clip[:, :2]), np.minimum(boxes[:, 2:], clip[:, 2:])
    # what is drawn without any extent is a hair line, what is left without one is nothing
    flat = boxes[:, 2:] <= boxes[:, :2]
    seen: Flags = np.all((high > low) | flat & (high >= low), axis=1)
    return seen


def cut_points(points: Floats, clip: Floats) -> Floats:
    """The points (n, 2) of outlines moved into their clips (n, 4): exact where the sides are level."""
    cut: Floats = np.minimum(np.maximum(points, clip[:, :2]), clip[:, 2:])
    return cut


def cut_line(line: list[Point], clip: Box) -> list[Point]:
    """One outline inside its clip, empty where nothing of it is seen."""
    points, area = np.array(line, dtype=np.float64), np.array([clip])
    box = np.concatenate([points.min(axis=0), points.max(axis=0)])[None, :]
    return [(x, y) for x, y in cut_points(points, area).tolist()] if is_seen(box, area)[0] else []
