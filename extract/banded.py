"""Tables drawn by bands alone: zebra fills, or rules between the rows and none between columns.

The bands give the rows. Columns are the borders of the fills of single cells where there are
such, else the white space that no row's text crosses, as far as the header names it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extract.columns import (
    Indices,
    Interval,
    Piece,
    Place,
    inner_gaps,
    inside,
    is_arrow,
    is_figure,
    make_grid,
    near,
    text_rows,
)
from extract.grid import Grid
from extract.page import Box, Page
from extract.rules import join

ALIKE = 4.0
"""Points: bands whose ends differ by less than this are one table's."""
SEAM = 4.0
"""Points: fills of one row this near each other are one band."""
RULE_SEAM = 8.0
"""Points: rules of one row this near each other are one rule with a seam at a column border."""
LEAST_GAP = 0.6
"""Em: white space between two columns is at least this wide."""
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


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one row between two strips' edges, and the pieces of text in it."""

    y0: float
    y1: float
    seams: tuple[float, ...]
    filled: bool
    pieces: tuple[Piece, ...]


def find_banded(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """Grids of the tables that bands draw, outside the boxes `taken`."""
    grids: list[Grid] = []
    for x0, x1, strips in _stacks(_strips(page, taken), NARROWEST * page.width):
        for run in _runs(_bands(x0, x1, strips, pieces), x0, x1):
            grid = _grid(page, free, x0, x1, run)
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
            if run and not _apart([*run, band], x0, x1):
                break
            run.append(band)
        while len(run) > 1 and _is_one_text(run[-1]):
            run.pop()
        if len(run) >= 2:
            runs.append(run)
            start += len(run)
        else:
            start += 1
    return runs


def _is_one_text(band: Band) -> bool:
    """Whether a band holds one line in one place: a subheading over all columns, or a note."""
    return len(band.pieces) == 1


def _apart(run: list[Band], x0: float, x1: float) -> bool:
    return bool(_gaps(run, x0, x1))


def _gaps(run: list[Band], x0: float, x1: float) -> list[Interval]:
    """White gaps of all rows after the first but for subheadings, then of the header's own pieces."""
    body = [p for band in run[1:] if not _is_one_text(band) for p in band.pieces]
    if not body:
        return []
    least = LEAST_GAP * float(np.median([p.size for p in body]))
    gaps = inner_gaps(body, x0, x1, least)
    # a header piece over several columns does not close the gaps under it
    own = [p for p in run[0].pieces if not any(p.x0 < a and b < p.x1 for a, b in gaps)]
    return inner_gaps([*body, *own], x0, x1, least)


def _grid(page: Page, free: Indices, x0: float, x1: float, run: list[Band]) -> Grid | None:
    seams = _seams(run)
    filled = sum(band.filled for band in run) >= max(1, len(run) // 3)
    borders = seams or [(a + b) / 2 for a, b in _gaps(run, x0, x1)]
    heads = _head_rows(run[0], borders)
    has_head = _is_head(run, borders)
    if not seams and has_head:
        borders = _named(run, heads[-1], borders, _gaps(run, x0, x1))
        heads = _head_rows(run[0], borders)
    if not borders or (not has_head and (len(run) < 3 or not filled)):
        return None
    columns = len(borders) + 1
    edges = [x0, *borders, x1]
    rows = [[p for p in band.pieces] for band in run]
    full = sum(len({_column(p, borders) for p in row}) >= 2 for row in rows)
    if full < 0.6 * len(rows) or (
        has_head and len({_column(p, borders) for p in rows[0]}) < min(2, columns - 1)
    ):
        return None
    return _placed(
        page, free, edges, run, heads if has_head else [list(run[0].pieces)], filled or bool(seams)
    )


def _seams(run: list[Band]) -> list[float]:
    """Column borders that most rows' fills or rules have, unless text runs over them."""
    marked = near([seam for band in run for seam in band.seams], 3.0)
    wanted = [band for band in run if band.seams]
    if not wanted:
        return []
    found = [
        place
        for place in marked
        if sum(any(abs(seam - place) < 3.0 for seam in band.seams) for band in wanted) >= 0.6 * len(wanted)
    ]
    crossed = sum(
        any(p.x0 + p.size < x < p.x1 - p.size for x in found) for band in run[1:] for p in band.pieces
    )
    return [] if crossed > 0.1 * sum(len(band.pieces) for band in run[1:]) else found


def _column(piece: Piece, borders: Sequence[float]) -> int:
    return sum(border <= piece.x for border in borders)


def _is_head(run: list[Band], borders: Sequence[float]) -> bool:
    """Whether the first row names the columns: short words, no figures."""
    texts = [p.text for p in run[0].pieces]
    if any(is_figure(text) for text in texts) or any(text.endswith("。") for text in texts):
        return False
    if any(text.startswith(("・", "○", "●", "※")) for text in texts):
        return False
    return max(len(text) for text in texts) <= 24 and len(text_rows(run[0].pieces)) <= (
        2 if len(borders) < 2 else 4
    )


def _head_rows(head: Band, borders: Sequence[float]) -> list[list[Piece]]:
    """The header's pieces in its rows: a line over several columns stands above their names."""
    lines = text_rows(head.pieces)
    for number, line in enumerate(lines[:-1]):
        over = [
            p for p in line if any(p.x0 < border < p.x1 for border in borders) or _spans(p, lines, borders)
        ]
        if over:
            return [over, [p for k, other in enumerate(lines) for p in other if p not in over or k != number]]
    return [list(head.pieces)]


def _spans(piece: Piece, lines: list[list[Piece]], borders: Sequence[float]) -> bool:
    """Whether pieces of two columns stand below a piece, one on either side of its middle."""
    below = [p for line in lines for p in line if p.y > piece.y + 0.5 * piece.size]
    left = [p for p in below if p.x1 <= piece.x and p.x0 > piece.x0 - 8 * piece.size]
    right = [p for p in below if p.x0 >= piece.x and p.x1 < piece.x1 + 8 * piece.size]
    beside = [p for line in lines for p in line if p is not piece and abs(p.y - piece.y) < piece.size]
    if not left or not right:
        return False
    inner = [border for border in borders if max(p.x1 for p in left) <= border <= min(p.x0 for p in right)]
    own = [p for p in (left[-1], right[0]) if not any(abs(p.x - other.x) < other.size for other in beside)]
    return bool(inner) and len(own) == 2 and abs((left[-1].x + right[0].x) / 2 - piece.x) < 1.5 * piece.size


def _named(run: list[Band], head: list[Piece], borders: list[float], gaps: list[Interval]) -> list[float]:
    """The borders between columns that the header names one by one.

    A column without a name of its own is part of its nearer neighbour (a figure and its unit, a
    ▲ and its figure), but for the first column and a column of arrows.
    """
    wide = {border: b - a for border, (a, b) in zip(borders, gaps, strict=True)}
    kept = list(borders)
    while len(kept) >= 1:
        named = {_column(p, kept) for p in head if not any(p.x0 < x < p.x1 for x in kept)}
        crossed = [x for x in kept if any(p.x0 < x < p.x1 for p in head)]
        if crossed:
            kept.remove(crossed[0])
            continue
        unnamed = [
            k
            for k in range(1, len(kept) + 1)
            if k not in named
            and not all(is_arrow(p.text) for b in run[1:] for p in b.pieces if _column(p, kept) == k)
        ]
        if not unnamed:
            return kept
        k = unnamed[0]
        sides = [kept[i] for i in (k - 1, k) if i < len(kept)]
        kept.remove(min(sides, key=lambda border: wide[border]))
    return kept


def _placed(
    page: Page, free: Indices, x: list[float], run: list[Band], heads: list[list[Piece]], filled: bool
) -> Grid:
    """The grid of the run's bands; the header takes a row for each of its levels."""
    y = [run[0].y0, *(band.y1 for band in run)]
    places: list[Place] = []
    top, bottom = run[0].y0, run[0].y1
    columns = len(x) - 1
    if len(heads) == 2:
        split = (max(p.y1 for p in heads[0]) + min(p.y0 for p in heads[1] if p.y > heads[0][0].y)) / 2
        y.insert(1, split)
        at = 0
        spans = sorted(_under(p, heads[1], x) for p in heads[0])
        while at < columns:
            group = next(((a, b) for a, b in spans if a <= at < b), None)
            if group is None:
                places.append((0, at, 2, 1, (x[at], top, x[at + 1], bottom)))
                at += 1
                continue
            a, b = at, group[1]
            places.append((0, a, 1, b - a, (x[a], top, x[b], split)))
            places += [(1, k, 1, 1, (x[k], split, x[k + 1], bottom)) for k in range(a, b)]
            at = b
    else:
        places += [(0, k, 1, 1, (x[k], top, x[k + 1], bottom)) for k in range(columns)]
    for number, band in enumerate(run[1:], start=len(heads)):
        if _is_one_text(band) and any(band.pieces[0].x0 < border < band.pieces[0].x1 for border in x[1:-1]):
            places.append((number, 0, 1, columns, (x[0], band.y0, x[-1], band.y1)))
            continue
        places += [(number, k, 1, 1, (x[k], band.y0, x[k + 1], band.y1)) for k in range(columns)]
    return make_grid(page, free, x, y, places, "filled" if filled else "spaced")


def _under(piece: Piece, names: list[Piece], x: list[float]) -> tuple[int, int]:
    """The columns that a header piece stands over: from the first to behind the last."""
    held = {_column(piece, x[1:-1])} | {
        k for k, border in enumerate(x[1:-1], 1) if piece.x0 < border < piece.x1
    }
    held |= {k for k, border in enumerate(x[1:-1]) if piece.x0 < border < piece.x1}
    first, last = min(held), max(held)
    # as wide as it must be for the piece to stand in the middle
    best = (first, last + 1)
    for a in range(first, -1, -1):
        for b in range(last + 1, len(x)):
            if abs((x[a] + x[b]) / 2 - piece.x) < abs((x[best[0]] + x[best[1]]) / 2 - piece.x) - 2.0:
                best = (a, b)
    return best
