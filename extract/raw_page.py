"""A page as a parser hands it out, in PDF user space, and how it is turned to be shown.

Both readers fill the same `RawText` and `Shapes`; from there on they cannot differ in anything
but what they read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from extract.clipping import cut_points, is_seen
from extract.page import Codes, Flags, Floats, no_codes
from extract.rules import THICKEST

Turn = Callable[[Floats, Floats], tuple[Floats, Floats]]
Ints = NDArray[np.int64]

PAPER = 250
"""A colour whose every part is at least this is white."""
LEAST_BOX = 0.8
"""Share of its bounding box that a filled shape must cover to count as a filled box."""
LEAST_SLANT = 0.25
"""A straight-sided shape that covers less of its bounding box is a slanted line."""

Point = tuple[float, float]


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
    are the addresses of the text objects, by that number. `code` is that of
    `extract.page.Chars`, where the reader knows it.
    """

    text: tuple[str, ...]
    box: Floats
    size: Floats
    direction: Floats
    white: Flags
    hidden: Flags
    unmapped: Flags
    run: NDArray[np.int64]
    objects: tuple[int, ...] = ()
    code: Codes = field(default_factory=no_codes)


@dataclass(frozen=True, slots=True)
class Outlines:
    """Outlines of filled shapes in drawing order: their points (n, 2), and where each one starts.

    `curved` says whether it has curves, `rgb` (k, 3) how it is filled.
    """

    point: Floats
    start: Ints
    curved: Flags
    rgb: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, in user space: `strokes` (n, 5) are x0, y0, x1, y1, width; `fills` (n, 4) boxes.

    A box is left, bottom, right, top; `rgb` (n, 3) is the colour of each fill, in drawing order.
    `slants` (n, 4) are slanted lines x0, y0, x1, y1 that were drawn as thin filled shapes, `pictures`
    (n, 4) the boxes of images, shadings and shapes that are no boxes.
    """

    strokes: Floats
    fills: Floats
    rgb: NDArray[np.uint8]
    slants: Floats
    pictures: Floats


@dataclass(slots=True)
class Shapes:
    """What was drawn, one by one as a parser meets it; `drawn` when it has met all.

    `strokes` are x0, y0, x1, y1, width; `outlines` the points of a filled shape, whether it has
    curves, and its colour; `pictures` the boxes of images and shadings. User space.
    """

    strokes: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    outlines: list[tuple[list[Point], bool, tuple[int, int, int]]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)

    def drawn(self) -> Drawn:
        """All of it as arrays."""
        lines = [line for line, _, _ in self.outlines]
        lengths = np.fromiter(map(len, lines), np.int64, len(lines))
        outlines = Outlines(
            point=np.array([point for line in lines for point in line], dtype=np.float64).reshape(-1, 2),
            start=np.cumsum(lengths) - lengths,
            curved=np.array([curved for _, curved, _ in self.outlines], dtype=bool),
            rgb=np.array([rgb for _, _, rgb in self.outlines], dtype=np.uint8).reshape(-1, 3),
        )
        strokes = np.array(self.strokes, dtype=np.float64).reshape(-1, 5)
        return drawn_of([strokes], [outlines], self.pictures)


def add_fill(shapes: Shapes, line: list[Point], curved: bool, rgb: tuple[int, int, int]) -> None:
    """Adds the outline of a filled shape, which becomes a box, a rule, a slanted line, or nothing."""
    if len(line) >= 3:
        shapes.outlines.append((line, curved, rgb))


def drawn_of(
    strokes: Sequence[Floats], outlines: Sequence[Outlines], pictures: Sequence[tuple[float, ...]]
) -> Drawn:
    """Strokes, outlines of filled shapes and pictures, each in drawing order, as one."""
    parts = [_sorted_out(part) for part in outlines]
    if len(parts) == 1 and not pictures:
        return replace(parts[0], strokes=strokes[0])
    no_boxes = np.zeros((0, 4))
    return Drawn(
        strokes=np.concatenate([np.zeros((0, 5)), *strokes]),
        fills=np.concatenate([no_boxes, *(part.fills for part in parts)]),
        rgb=np.concatenate([np.zeros((0, 3), np.uint8), *(part.rgb for part in parts)]),
        slants=np.concatenate([no_boxes, *(part.slants for part in parts)]),
        pictures=np.concatenate(
            [np.array(pictures, dtype=np.float64).reshape(-1, 4), *(part.pictures for part in parts)]
        ),
    )


def cut_outlines(outlines: Outlines, clip: Floats) -> Outlines:
    """The outlines inside their clips (k, 4), those of which nothing is seen left out."""
    if not len(outlines.start):
        return outlines
    low = np.minimum.reduceat(outlines.point, outlines.start)
    high = np.maximum.reduceat(outlines.point, outlines.start)
    seen = is_seen(np.concatenate([low, high], axis=1), clip)
    length = np.diff(np.append(outlines.start, len(outlines.point)))
    kept = np.repeat(seen, length)
    left = length[seen]
    return Outlines(
        cut_points(outlines.point, np.repeat(clip, length, axis=0))[kept],
        np.cumsum(left) - left,
        outlines.curved[seen],
        outlines.rgb[seen],
    )


def _sorted_out(outlines: Outlines) -> Drawn:
    """Outlines as filled boxes, slanted lines, or pictures where they are no boxes."""
    length = np.empty(len(outlines.start), dtype=np.int64)
    length[:-1] = outlines.start[1:] - outlines.start[:-1]
    length[-1:] = len(outlines.point) - outlines.start[-1:]
    kept = (length >= 3).nonzero()[0]
    empty = np.zeros((0, 4))
    if not len(kept):
        return Drawn(np.zeros((0, 5)), empty, np.zeros((0, 3), np.uint8), empty, empty)
    low = np.minimum.reduceat(outlines.point, outlines.start)[kept]
    high = np.maximum.reduceat(outlines.point, outlines.start)[kept]
    box, rgb = np.concatenate([low, high], axis=1), outlines.rgb[kept]
    side = high - low
    thick = (np.minimum(side[:, 0], side[:, 1]) > THICKEST).nonzero()[0]
    slanted = filled = np.zeros(0, dtype=bool)
    if len(thick):
        covered = _areas(outlines)[kept[thick]] / (side[thick, 0] * side[thick, 1])
        filled = covered >= LEAST_BOX
        slanted = (covered < LEAST_SLANT) & ~outlines.curved[kept[thick]]
    loose = thick[~filled]
    if not len(loose):
        return Drawn(np.zeros((0, 5)), box, rgb, empty, empty)
    boxes = np.ones(len(kept), dtype=bool)
    boxes[loose] = False
    lines = [
        outlines.point[outlines.start[i] : outlines.start[i] + length[i]].tolist()
        for i in kept[thick[slanted]].tolist()
    ]
    drawn = loose[~slanted[~filled] & (rgb[loose].min(axis=1) < PAPER)]
    slants = np.array([slant([(x, y) for x, y in line]) for line in lines], dtype=np.float64)
    return Drawn(np.zeros((0, 5)), box[boxes], rgb[boxes], slants.reshape(-1, 4), box[drawn])


def _areas(outlines: Outlines) -> Floats:
    """The area inside each outline, closed."""
    point = outlines.point
    following = np.empty_like(point)
    following[:-1] = point[1:]
    following[outlines.start[1:] - 1] = point[outlines.start[:-1]]
    following[-1] = point[outlines.start[-1]]
    parts = point[:, 0] * following[:, 1] - following[:, 0] * point[:, 1]
    areas: Floats = np.abs(np.add.reduceat(parts, outlines.start)) / 2
    return areas


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
    code: Codes = field(default_factory=no_codes)


def turned(rotation: int, crop: tuple[float, float, float, float], width: float, height: float) -> Turn:
    """The map from x and y in user space to points of the page as shown, y downwards.

    `crop` is left, bottom, right, top of the visible area; `width` and `height` those of the page
    as shown, so that UserUnit is applied with them.
    """
    left, bottom, right, top = crop
    wide, high = (width, height) if rotation % 180 == 0 else (height, width)
    scale_x, scale_y = wide / (right - left or 1.0), high / (top - bottom or 1.0)

    def turn(x: Floats, y: Floats) -> tuple[Floats, Floats]:
        x = (x - left) * scale_x
        y = (top - y) * scale_y
        if rotation == 90:
            return high - y, x
        if rotation == 180:
            return wide - x, high - y
        if rotation == 270:
            return y, wide - x
        return x, y

    return turn


def _turn_boxes(turn: Turn, boxes: Floats) -> Floats:
    if not len(boxes):
        return boxes
    x, y = turn(boxes.T[0::2], boxes.T[1::2])
    shown = np.empty((4, len(boxes)))
    np.minimum(x[0], x[1], out=shown[0])
    np.minimum(y[0], y[1], out=shown[1])
    np.maximum(x[0], x[1], out=shown[2])
    np.maximum(y[0], y[1], out=shown[3])
    return shown.T


def _turn_lines(turn: Turn, lines: Floats, scale: float = 1.0) -> Floats:
    """Lines x0, y0, x1, y1, and their width where they have one."""
    if not len(lines):
        return lines
    shown = np.empty(lines.T.shape)
    shown[0:4:2], shown[1:4:2] = turn(lines.T[0:4:2], lines.T[1:4:2])
    np.multiply(lines.T[4:], scale, out=shown[4:])
    return shown.T


def shown(text: RawText, shapes: Shapes | Drawn, turn: Turn) -> Findings:
    """What was read in user space, turned the way the page is shown."""
    drawn = shapes.drawn() if isinstance(shapes, Shapes) else shapes
    x, y = turn(np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0]))
    _, ax, bx = (x - x[0]).tolist()
    _, ay, by = (y - y[0]).tolist()
    along, across = text.direction.T
    scale = float(np.hypot(ax, ay))
    return Findings(
        text=text.text,
        box=_turn_boxes(turn, text.box),
        size=text.size * scale,
        upright=np.abs(along * ax + across * bx) >= np.abs(along * ay + across * by),
        white=text.white,
        hidden=text.hidden,
        unmapped=text.unmapped,
        run=text.run,
        strokes=_turn_lines(turn, drawn.strokes, scale),
        fills=_turn_boxes(turn, drawn.fills),
        rgb=drawn.rgb,
        slants=_turn_lines(turn, drawn.slants),
        pictures=_turn_boxes(turn, drawn.pictures),
        code=text.code,
    )
