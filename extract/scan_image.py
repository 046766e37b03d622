"""A page as a picture: rendered, straightened, and its pieces of text.

All measures are pixels of the picture at `DPI`; `extract.scan` turns them to points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

DPI = 300
POINT = DPI / 72
MOST_PIXELS = 40_000_000
"""A page that would be larger is rendered at a lower resolution."""
LEAST_PAPER = 0.5
"""Share of a page of text that is paper; on photographs and covers it is less."""
LEAST_INK = 0.0002
STEEPEST, ANGLE_STEP = 3.0, 0.05
"""Degrees: the largest skew that is looked for, and how exactly."""
GROUND, GROUND_WINDOW = 4, 31
"""What a page is printed on is judged in a picture so many times smaller, by the median of a window."""
DARK = 0.8
"""Ink is at least this much darker than what it is printed on."""
SPECK = 1.6
"""Points: what is smaller both ways is a point, a comma or dirt; it starts no piece of text."""
EDGE, EDGE_LENGTH = 1.5, 12.0
"""Points: how thin, how near to the border and how long what is left of a rule in a cell is."""
DIRT = 4.5
"""Points: a piece of text that is smaller both ways is dirt."""
DASH, FLAT = 2.0, 1.7
"""Points: the shortest dash, and how many times wider than high it is."""
LEAST_LINE = 6.0
"""Points: lines are taken to be at least this high where gaps are measured by their height."""
BLOCK_GAP = 24.0
"""Points: text of the whole page further apart than this may stand on different lines."""
PIECE_GAP, CELL_GAP = 2.0, 6.0
"""Of the height of a line: text further apart than this is two pieces, outside tables and in a cell."""
SEVERAL, VALLEY = 1.7, 0.4
"""From how many usual heights of a body on rows may hold two lines; of the mean ink of a row, how much
the row between them may have."""
CHARACTER = (5.0, 24.0)
"""Points: what is as high as this is a character or most of one."""
INNER_GAP = 0.45
"""Of the height of a line: wider spacing inside a piece is closed up before it is recognised."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A straightened picture: grey (0 black), ink (255 where printed), pixels a point.

    `colour` (height, width, 3) is the same page in pixels of a point, for the shading of cells.
    """

    grey: Picture
    ink: Picture
    scale: float
    skew: float
    colour: Picture


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one printed line: its ink's box x0, y0, x1, y1 and the picture to recognise."""

    box: tuple[int, int, int, int]
    picture: Picture


def render(path: Path | str, number: int) -> tuple[Picture, float, Picture]:
    """The page (1-based) in grey as it is shown, its pixels a point, and in colour with a pixel a point."""
    document = pypdfium2.PdfDocument(str(path))
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(POINT, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))
        grey = np.array(page.render(scale=scale, grayscale=True).to_pil().convert("L"), dtype=np.uint8)
        colour = np.array(page.render(scale=min(1.0, scale)).to_pil().convert("RGB"), dtype=np.uint8)
        page.close()
    finally:
        document.close()
    return grey, scale, colour


def straightened(grey: Picture, scale: float, colour: Picture) -> Scan | None:
    """The picture with its lines level; None where it is blank or no page of text."""
    ink = _ink(grey)
    share = float(np.count_nonzero(ink)) / ink.size
    if share < LEAST_INK or 1 - share < LEAST_PAPER or float(np.mean(grey > 160)) < LEAST_PAPER:
        return None
    angle = _skew(ink)
    if angle:
        grey, colour = _turned(grey, angle), _turned(colour, angle)
        ink = _ink(grey)
    return Scan(grey, ink, scale, angle, colour)


def _turned(picture: Picture, angle: float) -> Picture:
    """The picture turned by degrees about its middle, white where nothing was."""
    high, wide = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    white = (255.0, 255.0, 255.0)
    return np.asarray(
        cv2.warpAffine(picture, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=white), np.uint8
    )


def _ink(grey: Picture) -> Picture:
    """255 where the page is printed: darker than what it is printed on, which may be shaded."""
    soft = cv2.GaussianBlur(grey, (3, 3), 0)
    level, _ = cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    high, wide = grey.shape
    small = cv2.resize(soft, (max(1, wide // GROUND), max(1, high // GROUND)), interpolation=cv2.INTER_AREA)
    # near the corner of a shaded area most of the window is paper; what is lightest close by is not
    near = cv2.dilate(small, np.ones((3, 3), np.uint8))
    judged = np.minimum(np.asarray(cv2.medianBlur(small, GROUND_WINDOW)), np.asarray(near))
    ground = cv2.resize(judged, (wide, high), interpolation=cv2.INTER_NEAREST)
    limit = np.minimum(DARK * np.asarray(ground, np.float32), min(level + 40, 235))
    return np.where(np.asarray(soft) < limit, 255, 0).astype(np.uint8)


def _skew(ink: Picture) -> float:
    """Degrees by which the picture has to be turned for its rows to stand out most."""
    factor = 1000 / max(ink.shape)
    small = np.asarray(cv2.resize(ink, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA))
    high, wide = small.shape

    def clarity(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
        rows = np.asarray(cv2.warpAffine(small, turn, (wide, high))).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(rows)).sum())

    coarse = max(np.arange(-STEEPEST, STEEPEST + 0.1, 0.5).tolist(), key=lambda a: (clarity(a), -abs(a)))
    fine = np.arange(coarse - 0.5, coarse + 0.51, ANGLE_STEP).round(2).tolist()
    return float(max(fine, key=lambda a: (clarity(a), -abs(a)))) + 0.0


def pieces(scan: Scan, boxes: list[tuple[int, int, int, int]]) -> list[Piece]:
    """The pieces of text in each box, so that none runs over a rule, and those outside all boxes."""
    rest = scan.ink.copy()
    usual = _usual_height(scan)
    found: list[Piece] = []
    for x0, y0, x1, y1 in boxes:
        found += _pieces_in(scan, scan.ink[y0:y1, x0:x1], (x0, y0), usual)
        rest[y0:y1, x0:x1] = 0
    return found + _pieces_in(scan, rest, (0, 0), usual, whole_page=True)


def _usual_height(scan: Scan) -> int:
    """The height of most characters of the page; strokes that stand alone, as those of 計, are lower."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(scan.ink, connectivity=8)
    high = np.asarray(stats)[1:, 3] / scan.scale
    high = high[(high >= CHARACTER[0]) & (high <= CHARACTER[1])]
    return round(float(np.percentile(high, 70)) * scan.scale) if len(high) else 1


def _pieces_in(
    scan: Scan, ink: Picture, corner: tuple[int, int], usual: int, *, whole_page: bool = False
) -> list[Piece]:
    if not ink.size:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    parts = [tuple(row[:4]) for row in np.asarray(stats)[1:].tolist()]
    bodies = [(x, y, x + w, y + h) for x, y, w, h in parts if max(w, h) >= SPECK * scan.scale]
    if not whole_page:
        bodies = [body for body in bodies if not _is_edge(body, ink.shape, scan.scale)]
    blocks = _blocks(bodies, BLOCK_GAP * scan.scale, ink.shape) if whole_page else [bodies]
    found: list[Piece] = []
    for block in blocks:
        lines = printed_lines(block, ink, usual)
        for number, line in enumerate(lines):
            high = max(b[3] for b in line) - min(b[1] for b in line)
            above = max((b[3] for b in lines[number - 1]), default=0) if number else 0
            below = min(b[1] for b in lines[number + 1]) if number + 1 < len(lines) else ink.shape[0]
            gap = PIECE_GAP if whole_page else CELL_GAP
            for run in _runs(line, gap * max(high, LEAST_LINE * scan.scale)):
                if not _is_dirt(run, scan.scale, in_cell=not whole_page):
                    found.append(_piece(scan, run, corner, ink.shape, (above, below)))
    return found


def _is_dirt(run: list[Area], scale: float, *, in_cell: bool) -> bool:
    """Whether a piece is too small for text; a dash in a cell is short, but flat as no dirt is."""
    wide = max(b[2] for b in run) - run[0][0]
    high = max(b[3] for b in run) - min(b[1] for b in run)
    if max(wide, high) >= DIRT * scale:
        return False
    return not (in_cell and wide >= DASH * scale and wide >= FLAT * high)


def _is_edge(body: Area, shape: tuple[int, ...], scale: float) -> bool:
    """Whether a body in a cell is what is left of the cell's rules: long, thin and at the border."""
    x0, y0, x1, y1 = body
    if min(x1 - x0, y1 - y0) > EDGE * scale or max(x1 - x0, y1 - y0) < EDGE_LENGTH * scale:
        return False
    near = EDGE * scale
    if y1 - y0 > x1 - x0:
        return x0 <= near or x1 >= shape[1] - near
    return y0 <= near or y1 >= shape[0] - near


Area = tuple[int, int, int, int]


def _blocks(bodies: list[Area], gap: float, shape: tuple[int, ...]) -> list[list[Area]]:
    """Bodies that stand beside each other with no wide gap between, over the whole page."""
    near = np.zeros(shape, np.uint8)
    for x0, y0, x1, y1 in bodies:
        near[y0:y1, max(0, x0 - round(gap / 2)) : x1 + round(gap / 2)] = 255
    _, labels = cv2.connectedComponents(near, connectivity=8)
    blocks: dict[int, list[Area]] = {}
    for body in bodies:
        blocks.setdefault(int(np.asarray(labels)[body[1], body[0]]), []).append(body)
    return list(blocks.values())


def printed_lines(bodies: list[Area], ink: Picture, usual: int = 1) -> list[list[Area]]:
    """Bodies of ink by printed line, from top to bottom, each line from left to right.

    Between lines a row of pixels is empty, or nearly so where they are set close or still lean a little:
    then a body that reaches over the border is cut there. `usual` is the least height of a character.
    """
    lines: list[list[Area]] = []
    bottom = -1
    for body in sorted(bodies, key=lambda b: b[1]):
        if body[1] >= bottom:
            lines.append([])
        lines[-1].append(body)
        bottom = max(bottom, body[3])
    if not bodies:
        return []
    tall = sorted(b[3] - b[1] for b in bodies)
    usual = max(tall[int(0.8 * (len(tall) - 1))], usual)
    return [sorted(part) for line in lines for part in _apart(line, ink, usual)]


def _apart(line: list[Area], ink: Picture, usual: int) -> list[list[Area]]:
    """The lines that one stretch of rows holds, told by the emptiest row between two of usual height."""
    top, bottom = min(b[1] for b in line), max(b[3] for b in line)
    edge = round(0.55 * usual)
    if bottom - top < SEVERAL * usual or bottom - top <= 2 * edge:
        return [line]
    left, right = min(b[0] for b in line), max(b[2] for b in line)
    filled = np.count_nonzero(ink[top:bottom, left:right], axis=1).astype(np.float64)
    middle = filled[edge : len(filled) - edge]
    cut = top + edge + int(np.argmin(middle))
    if middle.min() > VALLEY * filled.mean():
        return [line]
    upper = [(x0, y0, x1, min(y1, cut)) for x0, y0, x1, y1 in line if _belongs(y0, y1, cut, usual) <= 0]
    lower = [(x0, max(y0, cut), x1, y1) for x0, y0, x1, y1 in line if _belongs(y0, y1, cut, usual) >= 0]
    if not upper or not lower:
        return [line]
    return [*_apart(upper, ink, usual), *_apart(lower, ink, usual)]


def _belongs(y0: int, y1: int, cut: int, usual: int) -> int:
    """-1: above the cut, 1: below it, 0: a body that is part of both lines."""
    slack = round(0.2 * usual)
    if y1 <= cut + slack:
        return -1
    return 1 if y0 >= cut - slack else 0


def _runs(line: list[Area], gap: float) -> list[list[Area]]:
    runs: list[list[Area]] = [[line[0]]]
    end = line[0][2]
    for body in line[1:]:
        if body[0] - end > gap:
            runs.append([])
        runs[-1].append(body)
        end = max(end, body[2])
    return runs


def _space(ink: Picture) -> int:
    """The widest empty stretch between two bodies: a point between two digits is too small for a body."""
    filled = np.flatnonzero(ink.any(axis=0))
    return int(np.diff(filled, prepend=-1, append=ink.shape[1]).max()) - 1


def _piece(
    scan: Scan, run: list[Area], corner: tuple[int, int], shape: tuple[int, ...], between: tuple[int, int]
) -> Piece:
    """The picture of a run of a line; nothing of the lines `between` which it stands is in it."""
    left, top = corner
    x0, y0 = min(b[0] for b in run), min(b[1] for b in run)
    x1, y1 = max(b[2] for b in run), max(b[3] for b in run)
    high = y1 - y0
    margin = max(3, round(0.12 * high))
    room = (max(0, y0 - margin, min(between[0], y0)), min(shape[0], y1 + margin, max(between[1], y1)))
    spans: list[list[int]] = []
    for b in run:
        if (
            spans
            and _space(scan.ink[top + y0 : top + y1, left + spans[-1][1] : left + b[0]]) <= INNER_GAP * high
        ):
            spans[-1][1] = max(spans[-1][1], b[2])
        else:
            spans.append([b[0], b[2]])
    pad = max(2, round(0.2 * high))
    parts = []
    for start, end in spans:
        a, b_ = max(0, start - pad), min(shape[1], end + pad)
        parts.append(scan.grey[top + room[0] : top + room[1], left + a : left + b_])
    joined = np.concatenate(parts, axis=1)
    missing = (margin - (y0 - room[0]), margin - (room[1] - y1))
    picture = np.asarray(
        cv2.copyMakeBorder(
            joined,
            margin + missing[0],
            margin + missing[1],
            margin,
            margin,
            cv2.BORDER_CONSTANT,
            value=(255.0,),
        ),
        np.uint8,
    )
    return Piece((left + x0, top + y0, left + x1, top + y1), picture)
