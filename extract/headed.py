"""Grids of rows that are known by their bands: where the columns are, and what the header names.

The first band is the header where it holds words alone. It names the columns: white space that
the header does not name on both sides (between a figure and its unit) is no column border.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.columns import (
    Indices,
    Interval,
    Piece,
    Place,
    covered_by,
    inner_gaps,
    is_arrow,
    is_figure,
    is_year,
    make_grid,
    near,
    text_rows,
)
from extract.grid import Grid
from extract.lines import median
from extract.page import Page

LEAST_GAP = 0.35
"""Em: white space between two columns is at least this wide."""
WORD_GAP = 1.6
"""Em: pieces no further apart than this can be one heading ('政策２　人が育つまち')."""
BELOW = 0.9
"""Em: the middle of a line below another is at least this far down; nearer ones stand beside each other."""
SAME = 3.0
"""Points: borders this near each other are one."""


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one row and the pieces of text in it.

    `seams` are the places where the fills or rules of its single cells meet, `filled` says that
    it is a fill. `open_to`: left of this place nothing divides the row from the one above it.
    `is_one_text`: one line in one place, as a subheading over all columns, or a note.
    """

    y0: float
    y1: float
    seams: tuple[float, ...]
    filled: bool
    pieces: tuple[Piece, ...]
    open_to: float = 0.0
    is_one_text: bool = field(init=False)

    def __post_init__(self) -> None:
        lines = text_rows(self.pieces)
        one = len(lines) == 1 and all(b.x0 - a.x1 <= WORD_GAP * a.size for a, b in pairwise(lines[0]))
        object.__setattr__(self, "is_one_text", one)


Over = tuple[Piece, int, int]
"""A header's piece, the first column it stands over, and the one behind the last."""


def body_gaps(run: Sequence[Band], x0: float, x1: float) -> list[Interval]:
    """White gaps that all rows but the header and subheadings leave, shrunk by the header's names.

    A header piece that stands over a whole gap does not close it.
    """
    body = [p for band in run[1:] if not band.is_one_text for p in band.pieces]
    if not body:
        return []
    least = LEAST_GAP * median([p.size for p in body])
    names = [p for p in run[0].pieces if not is_figure(p.text) or is_year(p.text)]
    covered = covered_by(body)
    gaps = inner_gaps(covered, x0, x1, least)
    own = [p for p in names if not any(p.x0 < a and b < p.x1 for a, b in gaps)]
    for piece in sorted(own, key=lambda p: p.x1 - p.x0):
        more = covered.copy()
        insort(more, (piece.x0, piece.x1))
        tried = inner_gaps(more, x0, x1, least)
        if len(tried) >= len(gaps):
            covered, gaps = more, tried
    return gaps


def table_of(page: Page, free: Indices, x0: float, x1: float, run: list[Band]) -> Grid | None:
    """The grid of a run of bands between `x0` and `x1`, or None where they make no table."""
    run = _joined_head(run, x0, x1)
    seams = _seams(run)
    if seams is None:
        return None
    gaps = body_gaps(run, x0, x1)
    free_gaps = [(a, b) for a, b in gaps if not any(a - SAME < seam < b + SAME for seam in seams)]
    borders = sorted([*seams, *((a + b) / 2 for a, b in free_gaps)])
    if not borders:
        return None
    headed = is_head(run[0]) and not (len(borders) == 1 and len(text_rows(run[0].pieces)) > 2)
    if headed:
        borders = _named(run, borders, gaps, seams)
    columns = len(borders) + 1
    over = _spread(run[0].pieces, borders) if headed else []
    if columns < 2 or not (headed or _is_continued(run, borders, bool(seams))):
        return None
    if headed and len({k for _, a, b in over for k in range(a, b)}) < max(min(2, columns), columns - 2):
        return None
    body = [band for band in run[1:] if not (band.is_one_text and len(run) > 3)]
    full = sum(len({column_of(p, borders) for p in band.pieces}) >= 2 for band in body)
    if not body or full < 0.6 * len(body) or len(body) < 0.4 * len(run[1:]):
        return None
    filled = bool(seams) or sum(band.filled for band in run) >= max(1, len(run) // 3)
    return _placed(page, free, [x0, *borders, x1], run, over, headed, "filled" if filled else "spaced")


def column_of(piece: Piece, borders: Sequence[float]) -> int:
    """The number of the column that the middle of a piece lies in."""
    return sum(border <= piece.x for border in borders)


def names_more(band: Band, other: Band, run: Sequence[Band], x0: float, x1: float) -> bool:
    """Whether a row names more columns than the one above it, which then is a heading or a note."""
    if not is_head(band):
        return False
    borders = [(a + b) / 2 for a, b in body_gaps(run[1:], x0, x1)]

    def names(of: Band) -> int:
        clear = [p for p in of.pieces if not any(p.x0 < border < p.x1 for border in borders)]
        return len({column_of(p, borders) for p in clear})

    values = any(_is_value(p) for other in run[2:] for p in other.pieces)
    return values and names(band) > len(borders) > 0 and names(other) < 0.5 * names(band)


def _joined_head(run: list[Band], x0: float, x1: float) -> list[Band]:
    """The run with its first two bands as one where the second names what the first spans."""
    if len(run) < 3 or any(_is_value(p) for band in run[:2] for p in band.pieces):
        return run
    if not any(_is_value(p) for band in run[2:] for p in band.pieces):
        return run
    gaps = body_gaps(run[1:], x0, x1)
    borders = [(a + b) / 2 for a, b in gaps]
    merged = (*run[0].pieces, *run[1].pieces)
    if not any(b - a >= 2 and p in run[0].pieces for p, a, b in _spread(merged, borders)):
        return run
    head = replace(run[0], y1=run[1].y1, pieces=merged)
    return [head, *run[2:]]


def _is_value(piece: Piece) -> bool:
    return is_figure(piece.text) and not is_year(piece.text)


def _is_continued(run: list[Band], borders: Sequence[float], seamed: bool) -> bool:
    """Whether rows without a header are a table all the same: drawn cells, or figures in columns."""
    held = [
        [{column_of(p, borders) for p in band.pieces if is_figure(p.text) == figures} for band in run]
        for figures in (False, True)
    ]
    worded, figured = held
    if seamed:
        return len(run) >= 3 and sum(0 in row for row in worded) >= 0.5 * len(run)
    full = all(
        sum(k in words or k in figures for words, figures in zip(worded, figured, strict=True))
        >= 0.7 * len(run)
        for k in range(len(borders) + 1)
    )
    named = sum(0 in row for row in worded) >= 0.8 * len(run) and not any(0 in row for row in figured)
    return len(run) >= 3 and full and named and sum(map(bool, figured)) >= 0.8 * len(run)


def _seams(run: list[Band]) -> list[float] | None:
    """Column borders that most rows' fills have, none where text runs over them.

    None where each row is parted elsewhere, as in a chart of stacked bars.
    """
    wanted = [band for band in run if band.seams]
    if not wanted:
        return []
    found = [
        place
        for place in near([seam for band in run for seam in band.seams], SAME)
        if sum(any(abs(seam - place) < SAME for seam in b.seams) for b in wanted) >= 0.6 * len(wanted)
    ]
    if sum(any(all(abs(seam - x) >= SAME for x in found) for seam in b.seams) for b in wanted) > 0.3 * len(
        wanted
    ):
        return None
    body = [p for band in run[1:] if not band.is_one_text for p in band.pieces]
    crossed = sum(any(p.x0 + p.size < x < p.x1 - p.size for x in found) for p in body)
    return [] if crossed > 0.1 * len(body) else found


def is_head(band: Band) -> bool:
    """Whether a row names the columns: short words or years, no figures, no list."""
    texts = [p.text for p in band.pieces]
    if any(_is_value(p) for p in band.pieces) or any(text.endswith(("。", "、")) for text in texts):
        return False
    if any(text.startswith(("・", "※")) for text in texts) or not 0 < max(map(len, texts), default=0) <= 24:
        return False
    return len(text_rows(band.pieces)) <= 8


def _named(
    run: list[Band], borders: list[float], gaps: list[Interval], seams: Sequence[float]
) -> list[float]:
    """The borders that are drawn (`seams`), that the header names on both sides, or that part figures.

    A column without a name of its own is part of its nearer neighbour (a figure and its unit, a
    ▲ and its figure, names set left under a header set in the middle), but for a first column of
    running numbers or bullets and a column of arrows.
    """
    wide = {(a + b) / 2: b - a for a, b in gaps}
    kept = list(borders)
    while True:
        names = {
            column_of(p, kept) for p in run[0].pieces if not any(p.x0 < border < p.x1 for border in kept)
        }
        held = {column_of(p, kept) for band in run[1:] if not band.is_one_text for p in band.pieces}
        spare = [
            border
            for k, border in enumerate(kept)
            if border not in seams
            and not _parts_names(k, names, held, bool(seams))
            and not _parts_figures(run[1:], kept, k)
            and not any(_is_arrows(run[1:], kept, side) for side in (k, k + 1))
        ]
        if not spare:
            return kept
        kept.remove(min(spare, key=lambda border: wide[border]))


def _parts_names(k: int, names: set[int], held: set[int], drawn: bool) -> bool:
    """Whether border `k` has a name of its own on either side, or a first column that needs none."""
    first = k == 0 and not drawn and 1 in held
    return k + 1 in names and (k in names or first)


def _is_arrows(rows: Sequence[Band], borders: Sequence[float], column: int) -> bool:
    held = [p.text for band in rows for p in band.pieces if column_of(p, borders) == column]
    return bool(held) and all(is_arrow(text) for text in held)


def _parts_figures(rows: Sequence[Band], borders: Sequence[float], k: int) -> bool:
    """Whether most rows have a figure on either side of border `k`."""
    both = 0
    for band in rows:
        held = {column_of(p, borders) for p in band.pieces if is_figure(p.text) and p.text not in "△▲"}
        both += k in held and k + 1 in held
    return both >= 0.5 * len(rows) and both > 0


def _spread(pieces: Sequence[Piece], borders: Sequence[float]) -> list[Over]:
    """Which columns each piece of a header stands over: those it reaches into, and where names of
    several columns stand below it as many as it is in the middle of."""
    count = len(borders) + 1
    left = min(p.x0 for p in pieces)
    right = max(p.x1 for p in pieces)
    edges = [min([left, *borders]), *borders, max([right, *borders])]
    spread: list[Over] = []
    for piece in pieces:
        # a piece that only just reaches over a border stands beside it
        first = sum(border <= piece.x0 + 0.5 * piece.size for border in borders)
        last = max(first, sum(border < piece.x1 - 0.5 * piece.size for border in borders))
        below: dict[int, Piece] = {}
        for p in sorted(pieces, key=lambda p: -p.y):
            if p.y > piece.y + BELOW * piece.size:
                below[column_of(p, borders)] = p
        level = [p for p in pieces if p is not piece and abs(p.y - piece.y) <= BELOW * piece.size]
        best, off = (first, last), abs((edges[first] + edges[last + 1]) / 2 - piece.x) - 2.0
        for a in range(first, -1, -1):
            for b in range(last, count):
                if b == a or any(k not in below for k in range(a, b + 1)):
                    continue
                if any(a <= column_of(p, borders) <= b for p in level):
                    continue
                if any(abs(below[k].y - below[a].y) > 0.4 * piece.size for k in range(a, b + 1)):
                    continue
                ends = (below[a].x + below[b].x) / 2, (edges[a] + edges[b + 1]) / 2
                away = min(abs(place - piece.x) for place in ends)
                straight = away < 0.1 * (edges[b + 1] - edges[a]) and b - a > best[1] - best[0]
                if straight or away < off:
                    best, off = (a, b), min(off, away - 2.0)
        spread.append((piece, best[0], best[1] + 1))
    return spread


def _head_places(
    over: list[Over], x: list[float], top: float, bottom: float
) -> tuple[list[Place], list[float]]:
    """The header's cells and the border between its two rows, where it has two."""
    columns = len(x) - 1
    wide = [(p, a, b) for p, a, b in over if b - a >= 2]
    below = [
        p
        for p, a, b in over
        if b - a == 1 and any(p.y > q.y + 0.6 * q.size and c <= a < d for q, c, d in wide)
    ]
    split = (max(p.y1 for p, _, _ in wide) + min(p.y0 for p in below)) / 2 if wide and below else bottom
    high = 2 if split < bottom else 1
    places: list[Place] = []
    at = 0
    while at < columns:
        group = next((b for _, a, b in wide if a == at), None)
        if group is None:
            places.append((0, at, high, 1, (x[at], top, x[at + 1], bottom)))
            at += 1
            continue
        places.append((0, at, 1, group - at, (x[at], top, x[group], split)))
        if high == 2:
            places += [(1, k, 1, 1, (x[k], split, x[k + 1], bottom)) for k in range(at, group)]
        at = group
    return places, [split] if high == 2 else []


def _reaches_over(band: Band, borders: Sequence[float]) -> bool:
    x0, x1 = min(p.x0 for p in band.pieces), max(p.x1 for p in band.pieces)
    return any(x0 < border < x1 for border in borders)


def _placed(
    page: Page, free: Indices, x: list[float], run: list[Band], over: list[Over], headed: bool, certainty: str
) -> Grid:
    columns = len(x) - 1
    places, split = _head_places(over, x, run[0].y0, run[0].y1) if headed else ([], [])
    rows = run[1:] if headed else run
    merged: dict[int, int] = {}
    y = [run[0].y0, *split, *([run[0].y1] if headed else []), *(band.y1 for band in rows)]
    for number, band in enumerate(rows, start=1 + len(split) if headed else 0):
        if band.is_one_text and _reaches_over(band, x[1:-1]):
            places.append((number, 0, 1, columns, (x[0], band.y0, x[-1], band.y1)))
            merged.clear()
            continue
        for k in range(columns):
            above = merged.get(k)
            if above is not None and x[k + 1] <= band.open_to + SAME:
                row, column, high, wide, box = places[above]
                places[above] = (row, column, high + 1, wide, (*box[:3], band.y1))
                continue
            merged[k] = len(places)
            places.append((number, k, 1, 1, (x[k], band.y0, x[k + 1], band.y1)))
    leading = [k for k in range(1, columns) if _is_arrows(run[1:], x[1:-1], k)]
    for k in reversed(leading):
        places, x = _without_column(places, x, k)
    return make_grid(page, free, x, y, places, certainty)


def _without_column(places: list[Place], x: list[float], k: int) -> tuple[list[Place], list[float]]:
    """The cells without column `k` of arrows: its room lies between two columns, in none of their cells."""
    kept: list[Place] = []
    for row, column, high, wide, box in places:
        if column == k and wide == 1:
            continue
        wide -= column <= k < column + wide
        kept.append((row, column - (column > k), high, wide, box))
    return kept, [*x[:k], (x[k] + x[k + 1]) / 2, *x[k + 2 :]]
