"""Rules of a picture of a page: thin dark lines, also faint and broken ones, told from strokes of text.

A stroke of a character is never as long as a rule, but strokes of characters side by side make a
line with gaps, as a faint rule has. Such a line is a rule only where it runs from rule to rule.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extract.page import Flags, Floats
from extract.scan_image import Picture, Scan

RULE, UNBROKEN = 14.0, 5.0
"""Points: the shortest rule, and its shortest unbroken part."""
BRIDGE = 2.2
"""Points: gaps in a rule that are closed: scanners break faint lines."""
THICKEST = 4.0
CONTRAST = 22
"""Of 255: how much darker than the paper on both its sides a rule is."""
SURE = 24.0
"""Points without a gap that no stroke of a character has, nor two side by side."""
LONG, WHOLE = 120.0, 0.88
"""Points, and the share that is not gap, of a broken line that no text makes."""
JOINED = 3.0
"""Points: how far the end of a shorter or broken line may be from the rule it runs to."""
STEP, INKED = 8.0, 0.6
"""Points of a step by which a faint rule is followed over its gaps, and the share of each that is not gap."""
AVERAGED, FAINT = 4.0, 12
"""Points along a rule over which darkness is averaged to see faint ones, and how dark they are, of 255."""
EVEN, EVENLY = 0.93, (0.5, 1.6)
"""A rule is as dark everywhere, strokes of text are not: the share of its length whose darkness lies within
these shares of the usual one."""
BESIDE = 1.0
"""Pixels of the small picture: what is dark so near to a rule is taken away, text further off stays."""
COARSE = 2
"""Rules are looked for in a picture this many times smaller: faster, and noise is averaged."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the small picture: where it lies across, its ends along, its thickness (pixels).

    `sure` needs no other rule to be one; `faint` is seen only where darkness is averaged along it.
    """

    place: float
    start: float
    end: float
    thickness: float
    sure: bool
    faint: bool = False


def rules(scan: Scan) -> tuple[Floats, Floats, Scan]:
    """Horizontal (y, x0, x1, thickness) and vertical (x, y0, y1, thickness) rules, and the scan without."""
    high, wide = (size // COARSE for size in scan.grey.shape)
    small = np.asarray(cv2.resize(scan.grey, (wide, high), interpolation=cv2.INTER_AREA), np.uint8)
    scale = scan.scale / COARSE
    turned = np.ascontiguousarray(small.T)
    darkness = (_darkness(small, scale), _darkness(turned, scale))
    level_dark, upright_dark = (_above(each, CONTRAST) for each in darkness)
    level, upright = _lines(level_dark, scale), _lines(upright_dark, scale)
    level, upright = level + _faint(small, level, scale), upright + _faint(turned, upright, scale)
    level, upright = _joined(level, upright, JOINED * scale)
    level, upright = (
        [_followed(line, level_dark, upright, scale) for line in level],
        [_followed(line, upright_dark, level, scale) for line in upright],
    )
    covered = np.zeros(small.shape, np.uint8)
    for lines, picture, dark in ((level, covered, darkness[0]), (upright, covered.T, darkness[1])):
        for line in lines:
            reach = line.thickness / 2 + BESIDE
            band = np.s_[max(0, math.floor(line.place - reach)) : math.ceil(line.place + reach), :]
            along = np.s_[:, max(0, round(line.start) - 1) : round(line.end) + 1]
            picture[band][along] |= _above(dark[band][along], FAINT if line.faint else CONTRAST)
    whole = cv2.resize(covered, scan.grey.shape[::-1], interpolation=cv2.INTER_NEAREST)
    drawn = np.asarray(cv2.dilate(whole, np.ones((3, 3), np.uint8))) > 0
    reach = 2 * round(THICKEST * scan.scale / 2) + 1
    paper = np.asarray(cv2.dilate(scan.grey, np.ones((reach, reach), np.uint8)), np.uint8)
    without = replace(scan, ink=np.where(drawn, 0, scan.ink), grey=np.where(drawn, paper, scan.grey))
    return _rows(level), _rows(upright), without


def _above(darkness: Picture, limit: int) -> Picture:
    return np.where(darkness > limit, 255, 0).astype(np.uint8)


def _darkness(small: Picture, scale: float) -> Picture:
    """How much darker each pixel is than the paper above and below it, as on a level rule."""
    thick = 2 * round(THICKEST * scale / 2) + 3
    return np.asarray(cv2.morphologyEx(small, cv2.MORPH_BLACKHAT, np.ones((thick, 1), np.uint8)), np.uint8)


def _faint(small: Picture, known: list[_Line], scale: float) -> list[_Line]:
    """The level lines that are as dark everywhere, however faint, where no sure line is known."""
    averaged = cv2.blur(small, (2 * round(AVERAGED * scale / 2) + 1, 1))
    darkness = _darkness(np.asarray(averaged, np.uint8), scale)
    found: list[_Line] = []
    for line in _lines(_above(darkness, FAINT), scale):
        y, start, end = round(line.place), round(line.start), round(line.end)
        along = darkness[max(0, y - 3) : y + 3, start:end].max(axis=0).astype(np.float64)
        usual = float(np.median(along))
        # where averaging drew the line out it is less than half as dark
        own = np.flatnonzero(along >= EVENLY[0] * usual)
        start, end = start + int(own[0]), start + int(own[-1]) + 1
        covered = np.zeros(end - start, dtype=bool)
        for other in known:
            if other.sure and abs(other.place - line.place) <= THICKEST * scale / 2:
                covered[max(0, round(other.start) - start) : max(0, round(other.end) - start)] = True
        even = float(np.mean((along >= EVENLY[0] * usual) & (along <= EVENLY[1] * usual)))
        sure = end - start > LONG * scale
        # what is short and darker is seen without averaging, or is strokes of lines below each other
        if (sure or usual <= 2 * CONTRAST) and even >= EVEN and _longest(~covered) > BRIDGE * scale:
            found.append(replace(line, start=start, end=end, sure=sure, faint=True))
    return found


def _lines(dark: Picture, scale: float) -> list[_Line]:
    """The level lines of a picture of what is thin and dark."""
    length, part, bridge, sure = (max(3, round(v * scale)) for v in (RULE, UNBROKEN, BRIDGE, SURE))
    straight = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, part), np.uint8))
    closed = cv2.morphologyEx(straight, cv2.MORPH_CLOSE, np.ones((1, bridge), np.uint8))
    lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    found: list[_Line] = []
    for number, (x, y, wide, high, area) in enumerate(np.asarray(stats)[1:].tolist(), 1):
        thickness = area / wide
        # a line that bends or still leans a little is thin although its box is not
        if thickness > THICKEST * scale or wide < 4 * thickness:
            continue
        own: Flags = np.equal(np.asarray(labels)[y : y + high, x : x + wide], number)
        inked: Flags = np.any(own & (dark[y : y + high, x : x + wide] > 0), axis=0)
        is_sure = _longest(inked) >= sure or (wide > LONG * scale and inked.mean() > WHOLE)
        found.append(_Line(y + high / 2, x, x + wide, thickness, bool(is_sure)))
    return found


def _longest(inked: Flags) -> int:
    """The longest run of pixels with no gap."""
    gaps = np.flatnonzero(~np.concatenate([[False], inked, [False]]))
    return int(np.diff(gaps).max()) - 1


def _followed(line: _Line, dark: Picture, others: list[_Line], scale: float) -> _Line:
    """The line with its ends moved over gaps to the rules that it runs to, if it does."""
    y, step = round(line.place), round(STEP * scale)
    band: Flags = np.any(dark[max(0, y - 2) : y + 2] > 0, axis=0)
    ends = []
    for start, ahead in ((round(line.start), -1), (round(line.end) - 1, 1)):
        end = start
        while True:
            near = band[end + 1 : end + 1 + step] if ahead > 0 else band[max(0, end - step) : end][::-1]
            if len(near) < step or near.mean() < INKED:
                break
            end += ahead * (int(np.flatnonzero(near)[-1]) + 1)
        reached = [
            o.place for o in others if o.start - JOINED * scale <= line.place <= o.end + JOINED * scale
        ]
        beyond = [
            p for p in reached if min(start, end) - JOINED * scale <= p <= max(start, end) + JOINED * scale
        ]
        ends.append((min(beyond) if ahead < 0 else max(beyond)) if beyond else float(start))
    return replace(line, start=min(line.start, ends[0]), end=max(line.end, ends[1]))


def _joined(level: list[_Line], upright: list[_Line], near: float) -> tuple[list[_Line], list[_Line]]:
    """The sure lines, and broken ones from rule to rule, found in turns, as each may end another."""
    kept, standing = [x for x in level if x.sure], [x for x in upright if x.sure]
    more_level, more_upright = [x for x in level if not x.sure], [x for x in upright if not x.sure]
    while True:
        new_level = [line for line in more_level if _between(line, standing, near)]
        new_upright = [line for line in more_upright if _between(line, kept, near)]
        if not new_level and not new_upright:
            return kept, standing
        kept, standing = kept + new_level, standing + new_upright
        more_level = [line for line in more_level if line not in new_level]
        more_upright = [line for line in more_upright if line not in new_upright]


def _between(line: _Line, others: list[_Line], near: float) -> bool:
    def ends_at(place: float) -> bool:
        return any(
            abs(other.place - place) <= near and other.start - near <= line.place <= other.end + near
            for other in others
        )

    return ends_at(line.start) and ends_at(line.end)


def _rows(lines: list[_Line]) -> Floats:
    rows = [(line.place, line.start, line.end, line.thickness) for line in lines]
    return COARSE * np.array(rows, dtype=np.float64).reshape(-1, 4)
