"""Tables drawn by bands alone: zebra fills, or rules between the rows and none between columns.

The bands give the rows. Columns are the borders of the fills of single cells where there are
such, else the white space that no row's text crosses, as far as the header names it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.columns import Indices, Interval, Piece, inside, is_figure, is_year, near, text_rows
from extract.grid import Grid
from extract.headed import Band, body_gaps, is_head, names_more, table_of
from extract.lines import median
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
    strips = _strips(page, taken)
    for x0, x1, stack in _stacks(strips, NARROWEST * page.width):
        for run in _runs(_bands(x0, x1, stack, strips, pieces, page.fill_box.tolist()), x0, x1):
            grid = table_of(page, free, x0, x1, run)
            if grid is not None and not any(_overlap(grid.box, other.box) for other in grids):
                grids.append(grid)
    return grids


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1


def _parted(run: list[Band]) -> list[list[Band]]:
    """The run cut where its header is printed again; a line alone above the header is its heading."""
    names = [p.text for p in run[0].pieces]
    parts: list[list[Band]] = []
    for band in run:
        if [p.text for p in band.pieces] == names:
            parts.append([])
        parts[-1].append(band)
    for part in parts[:-1]:
        while len(part) > 1 and part[-1].is_one_text:
            part.pop()
    return [part for part in parts if len(part) >= 2]


def _strips(page: Page, taken: Sequence[Box]) -> list[Strip]:
    strips: list[Strip] = []
    fills = [
        (x0, y0, x1, y1)
        for x0, y0, x1, y1 in page.fill_box.tolist()
        if y1 - y0 >= 6.0
        and y1 - y0 <= 0.4 * page.height
        and not any(inside((x0 + x1) / 2, (y0 + y1) / 2, box, 2.0) for box in taken)
    ]
    strips += _slabs([box for box in fills if not _holds_rows(box, fills)])
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


def _holds_rows(box: Box, fills: Sequence[Box]) -> bool:
    """Whether a fill is the ground that the fills of several rows are drawn on."""
    within = [b for b in fills if b != box and inside(b[0], b[1], box, 1.0) and inside(b[2], b[3], box, 1.0)]
    return len(near([b[1] for b in within], 3.0)) >= 2


def _slabs(fills: list[Box]) -> list[Strip]:
    """Strips as high as the fills beside each other reach in common, each with its seams.

    A row whose cells are filled one by one is one strip; so is a header some of whose cells are
    two rows high.
    """
    places = near([edge for _, y0, _, y1 in fills for edge in (y0, y1)], 1.5)
    former: list[Strip] = []
    done: list[Strip] = []
    for top, bottom in itertools.pairwise(places):
        middle = (top + bottom) / 2
        across = [b for b in fills if b[1] < middle < b[3]]
        slabs = _chained([(b[0], b[2]) for b in across], top, bottom, SEAM, True)
        joined: list[Strip] = []
        for slab in slabs:
            tied = [
                old
                for old in former
                if abs(old.x0 - slab.x0) < ALIKE
                and abs(old.x1 - slab.x1) < ALIKE
                and any(
                    b[1] < top - 1.5 and b[3] > top + 1.5 and slab.x0 - 1 <= b[0] < slab.x1 for b in across
                )
            ]
            if tied and not _left_only(slab, [b for b in across if b[1] < top - 1.5], across):
                former.remove(tied[0])
                seams = tuple(near([*tied[0].seams, *slab.seams], SEAM))
                slab = Strip(slab.x0, tied[0].y0, slab.x1, bottom, seams, True)
            joined.append(slab)
        done += former
        former = joined
    return [*done, *former]


def _chained(parts: list[Interval], y0: float, y1: float, reach: float, filled: bool) -> list[Strip]:
    """Strips of the parts of one row: those that nearly touch are one, with a seam between."""
    strips: list[Strip] = []
    first, last = 0.0, -1e9
    seams: list[float] = []
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


def _left_only(slab: Strip, through: list[Box], across: list[Box]) -> bool:
    """Whether only cells at the left go on from the row above: a label over several rows."""
    own = [b for b in across if slab.x0 - 1 <= b[0] and b[2] <= slab.x1 + 1]
    through = [b for b in through if b in own]
    end = max((b[2] for b in through), default=slab.x0)
    rest = [b for b in own if b not in through]
    return bool(rest) and all(b[0] >= end - 1.5 for b in rest) and end < slab.x0 + 0.6 * (slab.x1 - slab.x0)


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


def _bands(
    x0: float,
    x1: float,
    strips: list[Strip],
    others: list[Strip],
    pieces: Sequence[Piece],
    fills_drawn: list[Box],
) -> list[Band]:
    """The rows between the edges of the strips, from the top, empty ones too."""
    part = _parts(x0, x1, strips, others)
    places = near([*(edge for s in strips for edge in {s.y0, s.y1}), *(y for y, _ in part)], 2.6)
    fills = [s for s in strips if s.filled]
    bands: list[Band] = []
    for top, bottom in itertools.pairwise(places):
        middle = (top + bottom) / 2
        own = [s for s in fills if s.y0 < middle < s.y1]
        held = tuple(p for p in pieces if top <= p.y < bottom and p.x1 > x0 and p.x0 < x1)
        seams = tuple(sorted(seam for s in own for seam in s.seams))
        through = [b[2] for b in fills_drawn if b[1] < top - 2 and b[3] > top + 2 and abs(b[0] - x0) < ALIKE]
        open_to = max(
            [*(a for y, a in part if abs(y - top) < 2.6), *(b for b in through if b < x1 - ALIKE)],
            default=0.0,
        )
        if any(abs(top - edge) < 2.6 for s in strips if not s.filled for edge in (s.y0,)):
            open_to = 0.0
        band = Band(top, bottom, seams, bool(own), held, open_to)
        bands += [band] if fills else _split_rows(band)
    if not fills:
        return [*_above(places[0], x0, x1, pieces), *bands, *_open_row(bands, x0, x1, pieces)]
    usual = median([band.y1 - band.y0 for band in bands if band.pieces] or [0.0])
    whole = [part for band in bands for part in ([band] if band.filled else _trimmed(band, 1.4 * usual))]
    white = [band for band in whole[1:-1] if band.pieces and not band.filled]
    if white and whole[-1].filled and whole[-2] is white[-1]:
        whole += _last_white(whole[-1].y1, max(band.y1 - band.y0 for band in white), x0, x1, pieces)
    return whole


def _above(top: float, x0: float, x1: float, pieces: Sequence[Piece]) -> list[Band]:
    """The header that stands above the first rule without a rule of its own: its lines of names."""
    lines = text_rows(p for p in pieces if top - 6 * p.size < p.y < top and p.x1 > x0 and p.x0 < x1)
    held: list[Piece] = []
    start = top
    for line in reversed(lines):
        if start - max(p.y1 for p in line) > (0.4 if held else 0.9) * line[0].size:
            break
        held += line
        start = min(p.y0 for p in held)
    band = Band(start - 1.0, top, (), False, tuple(held))
    return [band] if held and is_head(band) and not band.is_one_text else []


def _open_row(bands: list[Band], x0: float, x1: float, pieces: Sequence[Piece]) -> list[Band]:
    """The last row of a ruled-across table where no rule closes it: names and figures close below."""
    rows = [band for band in bands if band.pieces]
    if len(rows) < 3:
        return []
    below = _last_white(bands[-1].y1, max(band.y1 - band.y0 for band in rows), x0, x1, pieces)
    held = below[0].pieces if below else ()
    words = [p for p in held if not is_figure(p.text)]
    return below if len(words) < len(held) and words and min(p.x0 for p in words) < x0 + 40 else []


def _trimmed(band: Band, high: float) -> list[Band]:
    """A white band, cut below its first lines where it is higher than a row: what follows them is
    the heading of the next table, and no row."""
    row = _last_white(band.y0, band.y1 - band.y0, 0.0, float("inf"), band.pieces)
    if band.y1 - band.y0 <= high or not row or len(row[0].pieces) == len(band.pieces):
        return [band]
    end = min(row[0].y1, min(p.y0 for p in band.pieces if p not in row[0].pieces))
    return [replace(band, y1=end, pieces=row[0].pieces), Band(end, band.y1, (), False, ())]


def _parts(x0: float, x1: float, strips: list[Strip], others: list[Strip]) -> list[tuple[float, float]]:
    """The rules that divide rows at the right only, beside a label over several rows: y, left end."""
    top, bottom = min(s.y0 for s in strips), max(s.y1 for s in strips)
    return [
        (s.y0, s.x0)
        for s in others
        if not s.filled
        and top < s.y0 < bottom
        and abs(s.x1 - x1) < ALIKE
        and x0 + ALIKE < s.x0 < x0 + 0.6 * (x1 - x0)
    ]


def _last_white(top: float, high: float, x0: float, x1: float, pieces: Sequence[Piece]) -> list[Band]:
    """The row below the last fill of a zebra, whose own ground is white: the lines close below it."""
    lines = text_rows(p for p in pieces if top <= p.y < top + 1.3 * high and p.x1 > x0 and p.x0 < x1)
    held: list[Piece] = []
    end = top
    for line in lines:
        if held and min(p.y0 for p in line) - end > 0.6 * line[0].size:
            break
        held += line
        end = max(p.y1 for p in held)
    if not held:
        return []
    return [Band(top, end + max(1.0, min(p.y0 for p in held) - top), (), False, tuple(held))]


def _split_rows(band: Band) -> list[Band]:
    """The rows of a band between two rules that holds several: each line with a name and figures."""
    lines = text_rows(band.pieces)
    starts = [line[0].x0 for line in lines if not is_figure(line[0].text) and len(line) >= 2]
    anchors = [
        line
        for line in lines
        if len(line) >= 2
        and not is_figure(line[0].text)
        and line[0].x0 - min(starts) < 2.5 * line[0].size
        and any(is_figure(p.text) and not is_year(p.text) for p in line[1:])
    ]
    if len(anchors) < 2 or len(anchors) < 0.5 * len(lines):
        return [band]
    rows: list[list[Piece]] = [[] for _ in anchors]
    for piece in band.pieces:
        rows[min(range(len(anchors)), key=lambda k: abs(anchors[k][0].y - piece.y))].append(piece)
    ends, tops = [max(p.y1 for p in row) for row in rows], [min(p.y0 for p in row) for row in rows]
    places = [band.y0, *((a + b) / 2 for a, b in zip(ends, tops[1:], strict=False)), band.y1]
    return [Band(a, b, (), False, tuple(row)) for a, b, row in zip(places, places[1:], rows, strict=False)]


def _runs(bands: list[Band], x0: float, x1: float) -> list[list[Band]]:
    """Longest runs of bands whose texts leave common white columns, at least two rows each."""
    runs: list[list[Band]] = []
    start = 0
    while start < len(bands) - 1:
        run: list[Band] = []
        if bands[start].is_one_text:
            start += 1
            continue
        headed = is_head(bands[start])
        for end in range(start, len(bands)):
            band = bands[end]
            if not band.pieces or any(p.x0 < x0 - 3 or p.x1 > x1 + 3 for p in band.pieces):
                break
            apart = [*run, band] if headed else [*run, *run, band]
            if run and not all(b.is_one_text for b in apart[1:]) and not body_gaps(apart, x0, x1):
                break
            run.append(band)
        while len(run) > 1 and run[-1].is_one_text:
            run.pop()
        if headed and len(run) >= 3 and names_more(run[1], run[0], run, x0, x1):
            start += 1
            continue
        if len(run) >= 2:
            runs += _parted(run) if headed else [run]
            start += len(run)
        else:
            start += 1
    return runs
