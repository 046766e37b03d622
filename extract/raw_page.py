"""A page as a parser hands it out, in PDF user space, and how it is turned to be shown.

Both readers fill the same `RawText` and `Shapes`; from there on they cannot differ in anything
but what they read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.page import Flags, Floats
from extract.rules import THICKEST

Turn = Callable[[Floats], Floats]

PAPER = 250
"""A colour whose every part is at least this is white."""
LEAST_BOX = 0.8
"""Share of its bounding box that a filled shape must cover to count as a filled box."""
LEAST_SLANT = 0.25
"""A straight-sided shape that covers less of its bounding box is a slanted line."""

Point = tuple[float, float]


def outline_area(line: list[Point]) -> float:
    """The area inside a closed outline."""
    total = 0.0
    for (x0, y0), (x1, y1) in pairwise([*line, line[0]]):
        total += x0 * y1 - x1 * y0
    return abs(total) / 2


def slant(line: list[Point]) -> tuple[float, float, float, float]:
    """The ends x0, y0, x1, y1 of a slanted line that was drawn as a thin filled outline."""
    start = min(line)
    end = max(line, key=lambda point: (point[0] - start[0]) ** 2 + (point[1] - start[1]) ** 2)
    return (*start, *end)


@dataclass(frozen=True, slots=True)
class RawText:
    """Characters of one page before they are turned the way the page is shown.

    `box` is float64 (n, 4): left, bottom, right, top in user space, the advance of the glyph wide
    and the font high. `direction` (n, 2) is the unit vector in which the text runs. `hidden` marks
    render modes that paint nothing, full transparency and what is clipped away; `white` what is
    painted white, `unmapped` characters whose font does not say what they mean. `run` numbers the
    text object each character was drawn with, `objects`
    are the addresses of the text objects the characters come from.
    """

    text: tuple[str, ...]
    box: Floats
    size: Floats
    direction: Floats
    white: Flags
    hidden: Flags
    unmapped: Flags
    run: NDArray[np.int64]
    objects: frozenset[int] = frozenset()


@dataclass(slots=True)
class Shapes:
    """What was drawn: `strokes` are x0, y0, x1, y1, width; `fills` left, bottom, right, top, r, g, b.

    `slants` are slanted lines x0, y0, x1, y1 that were drawn as thin filled shapes, `pictures` the
    boxes of images and shadings; `text_objects` the addresses of text. Filled while the page is walked; user
    space.
    """

    strokes: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    fills: list[tuple[float, float, float, float, int, int, int]] = field(default_factory=list)
    slants: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    text_objects: list[int] = field(default_factory=list)


def add_fill(shapes: Shapes, line: list[Point], curved: bool, rgb: tuple[int, int, int]) -> None:
    """Adds the outline of a filled shape as a box, a rule or a slanted line, or not at all."""
    if len(line) < 3:
        return
    xs = [point[0] for point in line]
    ys = [point[1] for point in line]
    left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
    if min(right - left, top - bottom) > THICKEST:
        outlined = outline_area(line) / ((right - left) * (top - bottom))
        if outlined < LEAST_SLANT and not curved:
            shapes.slants.append(slant(line))
        elif outlined < LEAST_BOX and min(rgb) < PAPER:
            shapes.pictures.append((left, bottom, right, top))
        if outlined < LEAST_BOX:
            return
    shapes.fills.append((left, bottom, right, top, *rgb))


@dataclass(frozen=True, slots=True)
class Findings:
    """What a reader found on a page, in points of the page as shown, y downwards.

    `strokes` (n, 5) are x0, y0, x1, y1, width; `fills` (n, 4) boxes in drawing order with `rgb`
    (n, 3); `slants` (n, 4) slanted lines drawn as thin filled shapes; `pictures` (n, 4) boxes of
    images and shadings. The flags of the characters are those of `extract.pdfium_text.RawText`.
    """

    text: tuple[str, ...]
    box: Floats
    size: Floats
    upright: Flags
    white: Flags
    hidden: Flags
    unmapped: Flags
    run: NDArray[np.int64]
    strokes: Floats
    fills: Floats
    rgb: NDArray[np.uint8]
    slants: Floats
    pictures: Floats


def turned(rotation: int, crop: tuple[float, float, float, float], width: float, height: float) -> Turn:
    """The map from user space (n, 2) to points of the page as shown, y downwards.

    `crop` is left, bottom, right, top of the visible area; `width` and `height` those of the page
    as shown, so that UserUnit is applied with them.
    """
    left, bottom, right, top = crop
    wide, high = (width, height) if rotation % 180 == 0 else (height, width)
    scale_x, scale_y = wide / (right - left or 1.0), high / (top - bottom or 1.0)

    def turn(points: Floats) -> Floats:
        x = (points[:, 0] - left) * scale_x
        y = (top - points[:, 1]) * scale_y
        if rotation == 90:
            x, y = high - y, x
        elif rotation == 180:
            x, y = wide - x, high - y
        elif rotation == 270:
            x, y = y, wide - x
        return np.stack([x, y], axis=1)

    return turn


def _turn_boxes(turn: Turn, boxes: Floats) -> Floats:
    first, second = turn(boxes[:, :2]), turn(boxes[:, 2:4])
    return np.concatenate([np.minimum(first, second), np.maximum(first, second)], axis=1)


def shown(text: RawText, shapes: Shapes, turn: Turn) -> Findings:
    """What was read in user space, turned the way the page is shown."""
    ahead = turn(text.direction) - turn(np.zeros_like(text.direction))
    unit = turn(np.array([[0.0, 0.0], [1.0, 0.0]]))
    scale = float(np.hypot(*(unit[1] - unit[0])))
    strokes = np.array(shapes.strokes, dtype=np.float64).reshape(-1, 5)
    fills = np.array(shapes.fills, dtype=np.float64).reshape(-1, 7)
    slants = np.array(shapes.slants, dtype=np.float64).reshape(-1, 4)
    return Findings(
        text=text.text,
        box=_turn_boxes(turn, text.box),
        size=text.size * scale,
        upright=np.abs(ahead[:, 0]) >= np.abs(ahead[:, 1]),
        white=text.white,
        hidden=text.hidden,
        unmapped=text.unmapped,
        run=text.run,
        strokes=np.concatenate([turn(strokes[:, :2]), turn(strokes[:, 2:4]), strokes[:, 4:] * scale], axis=1),
        fills=_turn_boxes(turn, fills),
        rgb=fills[:, 4:].astype(np.uint8),
        slants=np.concatenate([turn(slants[:, :2]), turn(slants[:, 2:])], axis=1),
        pictures=_turn_boxes(turn, np.array(shapes.pictures, dtype=np.float64).reshape(-1, 4)),
    )
