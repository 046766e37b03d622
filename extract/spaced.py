"""Tables with nothing drawn at all: figures that stand in columns under a header.

Conservative, because charts, lists and prose in columns look alike: every row has a name at its
left and figures that stand exactly under those of the other rows, and every column of figures has
a name of its own above it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import numpy as np

from extract.columns import Indices, Piece, is_arrow, is_figure, is_year, text_rows
from extract.grid import Grid
from extract.headed import Band, table_of
from extract.lines import median
from extract.page import Box, Page
from normalize.width import plain

ROWS, ROWS_WITH_ARROWS = 3, 2
"""Fewer rows of figures are no table; where arrows lead from value to value fewer suffice."""
COLUMNS, MOST_COLUMNS = 2, 30
"""Columns of figures."""
NEXT = 4.5
"""Em: the next row of figures is no further down than this."""
STRAIGHT = 0.35
"""Em: by so much the edges or middles of one column's figures differ."""
HEAD = 3.0
"""Em: the header's last line is this near above the first row."""
LONGEST_NAME = 120
"""Characters in the name of one row."""

Line = list[Piece]
_NUMBERED = re.compile(r"\d{1,2}[^\d\W]{2,}")


def find_spaced(page: Page, free: Indices, pieces: Sequence[Piece], taken: Sequence[Box]) -> list[Grid]:
    """Grids of the tables that white space alone draws, from the top."""
    lines = text_rows(pieces)
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        rows = _rows_from(lines, at)
        if rows:
            grid = _grid(page, free, lines, rows, taken)
            if grid is not None:
                grids.append(grid)
                at = rows[-1]
        at += 1
    return grids


def _figures(line: Line) -> list[Piece]:
    """The figures of a line, without a numbered name before them ('２ 総務費')."""
    figures = [p for p in line if is_figure(p.text) and not is_year(p.text)]
    if len(figures) > COLUMNS and figures[0] is line[0] and _NUMBERED.match(plain(line[0].text)):
        return figures[1:]
    return figures


def _names(line: Line) -> list[Piece]:
    """The pieces left of a line's first figure that hold words."""
    figures = _figures(line)
    edge = figures[0].x0 if figures else float("inf")
    return [p for p in line if p.x1 <= edge]


def _is_row(line: Line) -> bool:
    figures = _figures(line)
    led = len(figures) == 1 and any(is_arrow(p.text) for p in line)
    return COLUMNS <= len(figures) <= MOST_COLUMNS or led


def _straight(a: Piece, b: Piece) -> bool:
    slack = STRAIGHT * max(a.size, b.size)
    return min(abs(a.x1 - b.x1), abs(a.x - b.x), abs(a.x0 - b.x0)) <= slack


def _rows_from(lines: list[Line], first: int) -> list[int]:
    """The numbers of the lines of figures that go on from line `first` in the same columns."""
    if not _is_row(lines[first]):
        return []
    columns = [[p] for p in _figures(lines[first])]
    rows = [first]
    for number in range(first + 1, len(lines)):
        line = lines[number]
        size = max(p.size for p in line)
        if line[0].y - lines[rows[-1]][0].y > NEXT * size:
            break
        left, right = columns[0][0].x0, columns[-1][0].x1
        over = [p for p in line if p.x1 > left + size and p.x0 < right]
        if not over:
            continue
        if not _is_row(line):
            if all(len(p.text) <= 12 and not is_figure(p.text) for p in over) and len(over) >= 2:
                break
            if any(p.x0 < left for p in over):
                break
            continue
        figures = _figures(line)
        found = [
            (p, next((c for c in columns if any(_straight(p, q) for q in (c[0], c[-1]))), None))
            for p in figures
        ]
        # a dash that stands elsewhere is a unit or a mark, no figure
        found = [(p, c) for p, c in found if c is not None or any(char.isdigit() for char in p.text)]
        figures, places = [p for p, _ in found], [c for _, c in found]
        if any(place is None for place in places) or len(figures) < len(columns) - 1:
            break
        for piece, place in zip(figures, places, strict=True):
            if place is not None:
                place.append(piece)
        rows.append(number)
    arrows = all(any(is_arrow(p.text) for p in lines[k]) for k in rows)
    return rows if len(rows) >= (ROWS_WITH_ARROWS if arrows else ROWS) and len(columns) >= COLUMNS else []


def _grid(page: Page, free: Indices, lines: list[Line], rows: list[int], taken: Sequence[Box]) -> Grid | None:
    columns = [p for p in _figures(lines[rows[0]])]
    size = median([p.size for k in rows for p in lines[k]])
    figures = [p for k in rows for p in _figures(lines[k])]
    first = min(p.x0 for p in figures)
    left = min((p.x0 for k in rows for p in _names(lines[k])), default=first)
    right = max(p.x1 for k in rows for p in lines[k] if p.x0 < max(f.x1 for f in figures) + 12 * size)
    head = _head(lines, rows[0], columns, figures, left, right)
    if not head:
        return None
    left, right = min(left, *(p.x0 for p in head)), max(right, *(p.x1 for p in head))
    last = lines[rows[-1]][0].y
    tail = [line for line in lines[rows[-1] + 1 :] if line[0].y < last + 1.7 * size]
    tail = [line for line in tail if all(p.x1 <= first or p.x0 >= right for p in line)]
    below = _within(tail, 0, len(tail), left, right)
    body = [p for p in _within(lines, rows[0], rows[-1] + 1, left, right)]
    above = [p for p in _within(lines, 0, rows[0], left, right) if p not in head and p.x1 <= first]
    head_end = max(p.y1 for p in head)
    above = [p for p in above if p.y0 >= head_end - 0.2 * size]
    middles = [lines[k][0].y for k in rows]
    held: list[list[Piece]] = [[] for _ in rows]
    for piece in {id(p): p for p in [*above, *body, *below]}.values():
        held[int(np.argmin([abs(piece.y - middle) for middle in middles]))].append(piece)
    if not all(_named(group, first) for group in held):
        return None
    ends = [max(p.y1 for p in group) for group in held]
    starts = [min(p.y0 for p in group) for group in held]
    between = [(a + b) / 2 for a, b in zip(ends, starts[1:], strict=False)]
    places = [(head_end + starts[0]) / 2, *between, ends[-1]]
    if any(a >= b for a, b in itertools.pairwise(places)):
        return None
    run = [Band(min(p.y0 for p in head), places[0], (), False, tuple(head))]
    run += [
        Band(a, b, (), False, tuple(group)) for a, b, group in zip(places, places[1:], held, strict=False)
    ]
    if any(b[0] < right and b[2] > left and b[1] < places[-1] and b[3] > run[0].y0 for b in taken):
        return None
    return table_of(page, free, left, right, run)


def _within(lines: list[Line], start: int, end: int, left: float, right: float) -> list[Piece]:
    return [p for line in lines[start:end] for p in line if p.x1 > left and p.x0 < right]


def _named(group: list[Piece], first: float) -> bool:
    """Whether a row has a name of words, no sentence, left of the figures."""
    name = "".join(
        p.text
        for p in group
        if p.x1 <= first and not (is_figure(p.text) and not _NUMBERED.match(plain(p.text)))
    )
    return any(c.isalpha() for c in name) and len(name) <= LONGEST_NAME and "。" not in name


def _head(
    lines: list[Line], row: int, columns: list[Piece], figures: list[Piece], left: float, right: float
) -> list[Piece]:
    """The header's pieces: lines close above the first row that name every column of figures."""
    held: list[Piece] = []
    at = min(p.y0 for p in lines[row])
    missing = list(columns)
    for number in range(row - 1, -1, -1):
        line = [p for p in lines[number] if p.x1 > left - 2 and p.x0 < right + 2 * p.size]
        if not line:
            continue
        size = max(p.size for p in line)
        if at - max(p.y1 for p in line) > (HEAD if not held else 1.0) * size:
            break
        words = all(_is_name(p) for p in line)
        over = [p for p in line if any(p.x1 > c.x0 and p.x0 < c.x1 for c in columns)]
        if not words or (not over and (held or any(p.x1 > columns[0].x0 for p in line))):
            break
        if not over:
            continue
        if held and not missing and len(over) < 2 and not any(_spans(p, columns) for p in over):
            break
        held += line
        missing = [c for c in missing if not any(_stands_over(p, c, figures) for p in over)]
        at = min(p.y0 for p in line)
    return [] if missing else held


def _is_name(piece: Piece) -> bool:
    text = piece.text
    return (is_year(text) or not is_figure(text)) and len(text) <= 20 and not text.endswith(("。", "、"))


def _spans(piece: Piece, columns: list[Piece]) -> bool:
    beside = [c for c in columns if c.x1 > piece.x0 - 3 * piece.size and c.x0 < piece.x1 + 3 * piece.size]
    return len(beside) >= 2


def _stands_over(piece: Piece, column: Piece, figures: list[Piece]) -> bool:
    """Whether a header's piece stands over one column of figures, within its width or it within."""
    own = [f for f in figures if _straight(f, column)]
    x0, x1 = min(f.x0 for f in own), max(f.x1 for f in own)
    middle = (x0 + x1) / 2
    return (
        abs(piece.x - middle) <= max(1.5 * piece.size, 0.3 * (x1 - x0))
        or abs(piece.x1 - x1) <= piece.size
        or abs(piece.x0 - x0) <= piece.size
    )
