"""Tables drawn by bands alone: zebra fills, or rules between the rows and none between columns.

The bands give the rows. Columns are the borders of the fills of single cells where there are
such, else the white space that no row's text crosses, as far as the header names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.columns import Indices, Interval, Piece, inside, near
from extract.grid import Grid
from extract.headed import Band, body_gaps, is_one_text, table_of
from extract.page import Box, Page
from extract.rules import join

ALIKE = 4.0
"""Points: bands whose ends differ by less than this are one table's."""
SEAM = 4.0
"""Points: fills of one row this near each other are one band."""
RULE_SEAM = 8.0
"""Points: rules of one row this near each other are one rule with a seam at a column border."""
NARROWEST = 0.18
"""Of the page's width: a narrower stack of bands is a column of boxes or bars, no table."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A row's fill or a row's rule (y0 = y1), `seams` the places between its single cells."""

    x0: float
    y0: float
    x1: float
    y1: float
    seams: tuple[float, ...]
    filled: bool


def find_banded(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """Grids of the tables that bands draw, outside the boxes `taken`."""
    grids: list[Grid] = []
    for x0, x1, strips in _stacks(_strips(page, taken), NARROWEST * page.width):
        for run in _runs(_bands(x0, x1, strips, pieces), x0, x1):
            grid = table_of(page, free, x0, x1, run)
            if grid is not None and not any(_overlap(grid.box, other.box) for other in grids):
                grids.append(grid)
    return grids


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1


def _strips(page: Page, taken: Sequence[Box]) -> list[Strip]:
    strips: list[Strip] = []
    fills = [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in page.fill_box.tolist()
        if y1 - y0 >= 6.0
        and y1 - y0 <= 0.4 * page.height
        and not any(inside((x0 + x1) / 2, (y0 + y1) / 2, box, 2.0) for box in taken)
    ]
    rows: list[list[Box]] = []
    for box in sorted(fills, key=lambda b: (b[1], b[3], b[0])):
        for row in rows[-6:]:
            if abs(row[0][1] - box[1]) < 1.5 and abs(row[0][3] - box[3]) < 1.5:
                row.append(box)
                break
        else:
            rows.append([box])
    for row in rows:
        strips += _chained([(b[0], b[2]) for b in row], row[0][1], row[0][3], SEAM, True)
    levels: list[tuple[float, list[Interval]]] = []
    for y, start, end, _ in join(page.horizontal).tolist():
        if any(inside((start + end) / 2, y, box, 2.0) for box in taken):
            continue
        if levels and y - levels[-1][0] < 1.0:
            levels[-1][1].append((start, end))
        else:
            levels.append((y, [(start, end)]))
    for y, parts in levels:
        strips += _chained(parts, y, y, RULE_SEAM, False)
    return strips


def _chained(parts: list[Interval], y0: float, y1: float, reach: float, filled: bool) -> list[Strip]:
    """Strips of the parts of one row: those that nearly touch are one, with a seam between."""
    strips: list[Strip] = []
    first, last, seams = 0.0, -1e9, []
    for start, end in [*sorted(parts), (1e9, 1e9)]:
        if start - last > reach:
            if last > first:
                strips.append(Strip(first, y0, last, y1, tuple(seams), filled))
            first, last, seams = start, end, []
            continue
        if start > first + 2.0:
            seams.append((start + last) / 2 if start > last else start)
        last = max(last, end)
    return strips


def _stacks(strips: list[Strip], narrowest: float) -> list[tuple[float, float, list[Strip]]]:
    """Strips with the same ends, at least one fill with something below, or three rules."""
    groups: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda s: (s.y0, s.x0)):
        if strip.x1 - strip.x0 < narrowest:
            continue
        for group in groups:
            if abs(group[0].x0 - strip.x0) < ALIKE and abs(group[0].x1 - strip.x1) < ALIKE:
                group.append(strip)
                break
        else:
            groups.append([strip])
    return [
        (min(s.x0 for s in group), max(s.x1 for s in group), group)
        for group in groups
        if sum(2 if s.filled else 1 for s in group) >= 3
    ]


def _bands(x0: float, x1: float, strips: list[Strip], pieces: Sequence[Piece]) -> list[Band]:
    """The rows between the edges of the strips, from the top, empty ones too."""
    places = near([edge for s in strips for edge in {s.y0, s.y1}], 2.6)
    seams = sorted(seam for s in strips for seam in s.seams)
    bands = []
    for top, bottom in zip(places, places[1:], strict=False):
        middle = (top + bottom) / 2
        of_strip = [s for s in strips if s.filled and s.y0 < middle < s.y1]
        held = tuple(p for p in pieces if top <= p.y < bottom and p.x1 > x0 and p.x0 < x1)
        bands.append(Band(top, bottom, tuple(seams) if of_strip else (), bool(of_strip), held))
    return bands


def _runs(bands: list[Band], x0: float, x1: float) -> list[list[Band]]:
    """Longest runs of bands whose texts leave common white columns, at least two rows each."""
    runs: list[list[Band]] = []
    start = 0
    while start < len(bands) - 1:
        run: list[Band] = []
        for end in range(start, len(bands)):
            band = bands[end]
            if not band.pieces or any(p.x0 < x0 - 3 or p.x1 > x1 + 3 for p in band.pieces):
                break
            if run and not body_gaps([*run, band], x0, x1):
                break
            run.append(band)
        while len(run) > 1 and is_one_text(run[-1]):
            run.pop()
        if len(run) >= 2:
            runs.append(run)
            start += len(run)
        else:
            start += 1
    return runs
