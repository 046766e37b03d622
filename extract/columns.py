"""Pieces of text outside ruled tables, and the white space that keeps columns apart.

A piece is a run of characters on one line with no wide gap in it. Where no rule says where a
column ends, the white space does that no piece of any row crosses.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.grid import Cell, Grid, Line, Rgb, records
from extract.lines import by_place, lines_by_group, texts_of
from extract.page import Box, Floats, Page
from extract.raw_page import PAPER
from normalize.width import plain

Interval = tuple[float, float]
Indices = NDArray[np.int64]

PIECE_GAP = 0.6
"""Em: a wider gap between two characters of a line begins a new piece."""

_FIGURE = re.compile(
    r"[(約▲△\-−–—+]*\d[\d,.]*(?!\s*(?:年|月|日|章|節|時|か年|箇年|\.))[^\d。、:/]{0,10}[)]?$"
    r"|[\-−–—―…]+$"
)
_YEAR = re.compile(r"(?:明治|大正|昭和|平成|令和|[MTSHR])?\s*(?:元|\d{1,4})\s*(?:年度?|年度末)?$")


_BLANK = np.zeros(0x10000, dtype=bool)
"""By code point of the basic plane: whether it is white space."""
_BLANK[[code for code in range(0x3001) if chr(code).isspace()]] = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters on one line: its text without white space, box and middle (points), font size.

    `chars` are the indices of its characters in `Page.chars`, left to right.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    x: float
    y: float
    size: float
    chars: tuple[int, ...]


@cache
def arrows() -> frozenset[str]:
    """The characters that point from one value to the next (arrows.toml)."""
    data = tomllib.loads((Path(__file__).parent / "arrows.toml").read_text("utf-8"))
    return frozenset(data["arrows"])


def is_arrow(text: str) -> bool:
    """Whether a text is nothing but arrows."""
    return bool(text) and all(char in arrows() for char in text)


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Whether a text is a figure with at most a unit after it, or a dash for none.

    Years, dates and numbered headings are not.
    """
    folded = plain(text)
    return bool(_FIGURE.match(folded)) and not (_YEAR.match(folded) and not folded.isdigit())


@lru_cache(maxsize=4096)
def is_year(text: str) -> bool:
    """Whether a text is a year alone, as over a column ('令和4年度', 'R4', '2024')."""
    folded = plain(text)
    if folded.isdigit():
        return 1900 <= int(folded) < 2100
    return bool(_YEAR.match(folded))


def inside(x: float, y: float, box: Box, slack: float = 0.0) -> bool:
    """Whether a point lies in a box, or not further than `slack` points from it."""
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def free_characters(page: Page, taken: Sequence[Box]) -> Indices:
    """The indices of the upright, visible characters whose centre lies in none of the boxes."""
    chars = page.chars
    free = chars.upright & chars.visible
    if not len(chars):
        return np.zeros(0, dtype=np.int64)
    x, y = (chars.box[:, 0] + chars.box[:, 2]) / 2, (chars.box[:, 1] + chars.box[:, 3]) / 2
    for x0, y0, x1, y1 in taken:
        free &= (x < x0) | (x > x1) | (y < y0) | (y > y1)
    where = free.nonzero()[0]
    return where[~_BLANK.take(chars.code[where], mode="clip")]


def find_pieces(page: Page, where: Indices, gap: float = PIECE_GAP) -> list[Piece]:
    """The pieces that the characters `where` make, by line from the top, then left to right."""
    n = len(where)
    if not n:
        return []
    y0, y1 = page.chars.box[:, 1].take(where), page.chars.box[:, 3].take(where)
    middle = (y0 + y1) / 2
    order = middle.argsort(kind="stable")
    middle, kept = middle[order], where[order]
    size = np.maximum(page.chars.size[kept], 1.0)
    begins = np.ones(n + 1, dtype=bool)
    inner = begins[1:-1]
    np.greater(middle[1:] - middle[:-1], 0.3 * np.minimum(size[1:], size[:-1]), out=inner)
    kept = kept[by_place(begins, page.chars.box[:, 0].take(kept))]
    x0, y0, x1, y1 = page.chars.box.T.take(kept, axis=1)
    size = np.maximum(page.chars.size[kept], 1.0)
    inner |= x0[1:] - x1[:-1] > gap * np.maximum(size[1:], size[:-1])
    bounds = begins.nonzero()[0]
    starts, ends = bounds[:-1], bounds[1:]
    numbers = kept.tolist()
    held = [tuple(numbers[start:end]) for start, end in pairwise(bounds.tolist())]
    left, top = np.minimum.reduceat(x0, starts), np.minimum.reduceat(y0, starts)
    right, bottom = np.maximum.reduceat(x1, starts), np.maximum.reduceat(y1, starts)
    return records(
        Piece,
        text=texts_of(page.chars, kept, np.zeros(n, dtype=bool), bounds),
        x0=left.tolist(),
        y0=top.tolist(),
        x1=right.tolist(),
        y1=bottom.tolist(),
        x=((left + right) / 2).tolist(),
        y=((top + bottom) / 2).tolist(),
        size=_medians(size, starts, ends).tolist(),
        chars=held,
    )


def _medians(size: Floats, starts: Indices, ends: Indices) -> Floats:
    """The middle one by size within each piece, of an even number the mean of two."""
    least = np.minimum.reduceat(size, starts)
    if (least == np.maximum.reduceat(size, starts)).all():
        return least
    ranked = size[np.lexsort((size, np.arange(len(starts)).repeat(ends - starts)))]
    medians: Floats = (ranked[(starts + ends - 1) // 2] + ranked[(starts + ends) // 2]) / 2
    return medians


def text_rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces by line: those whose middle differs by less than 0.3 em, each line by x."""
    rows: list[list[Piece]] = []
    last: Piece | None = None
    for piece in sorted(pieces, key=attrgetter("y")):
        if last is not None and piece.y - last.y <= 0.3 * min(piece.size, last.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
        last = piece
    for row in rows:
        row.sort(key=attrgetter("x0"))
    return rows


def covered_by(pieces: Iterable[Piece]) -> list[Interval]:
    """What pieces cover from left to right, in order."""
    return sorted([(p.x0, p.x1) for p in pieces])


def inner_gaps(covered: Sequence[Interval], x0: float, x1: float, least: float) -> list[Interval]:
    """White gaps at least `least` points wide that have something covered on either side, left to right.

    `covered` is what pieces cover between `x0` and `x1`, in order.
    """
    gaps: list[Interval] = []
    if not covered:
        return gaps
    first, at = covered[0][0], x0
    for start, end in covered:
        if start > at:
            if at >= first and min(start, x1) - at >= least:
                gaps.append((at, min(start, x1)))
            at = end
        elif end > at:
            at = end
        if at >= x1:
            break
    return gaps


def near(values: Iterable[float], apart: float) -> list[float]:
    """The values with those less than `apart` from the one before it merged to their mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < apart:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


Place = tuple[int, int, int, int, Box]
"""Row, column, row span, column span and box of a cell to be filled with text."""


def make_grid(
    page: Page, free: Indices, x: Sequence[float], y: Sequence[float], places: Sequence[Place], certainty: str
) -> Grid:
    """The grid whose cells hold the characters of `free` whose centre lies in their box."""
    chars, places = page.chars, sorted(places)
    middle = (chars.box[free, :2] + chars.box[free, 2:]) / 2
    owner = np.full(len(free), -1, dtype=np.int64)
    for number, (*_, box) in enumerate(places):
        held = (middle[:, 0] >= box[0]) & (middle[:, 0] < box[2])
        held &= (middle[:, 1] >= box[1]) & (middle[:, 1] < box[3])
        owner[held & (owner < 0)] = number
    held = owner >= 0
    lines = lines_by_group(chars, free[held], owner[held])
    boxes = [box for *_, box in places]
    fills = fills_under(page, np.array(boxes, dtype=np.float64).reshape(-1, 4))
    cells = tuple(
        _cell(place, lines.get(number, ()), fill)
        for number, (place, fill) in enumerate(zip(places, fills, strict=True))
    )
    return Grid(page.number, tuple(x), tuple(y), cells, certainty)


def _cell(place: Place, lines: tuple[Line, ...], fill: Rgb | None) -> Cell:
    row, column, high, wide, box = place
    text = "\n".join(line.text for line in lines)
    return Cell(row, column, high, wide, box, text, lines, box_around(lines), fill)


def box_around(lines: Sequence[Line]) -> Box | None:
    """The box that encloses some lines, None for none."""
    if not lines:
        return None
    x0, y0, x1, y1 = zip(*[line.box for line in lines], strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def fills_under(page: Page, area: Floats) -> list[Rgb | None]:
    """The colour of the last fill drawn under the middle of each box (n, 4); None for white."""
    if not len(page.fill_box):
        return [None] * len(area)
    x, y = (area[:, 0] + area[:, 2]) / 2, (area[:, 1] + area[:, 3]) / 2
    # the last of those under a cell is the first from the end; behind all of them stands white
    fill = page.fill_box[::-1]
    under = np.ones((len(area), len(fill) + 1), dtype=bool)
    under[:, :-1] = (
        (fill[None, :, 0] <= x[:, None])
        & (fill[None, :, 2] >= x[:, None])
        & (fill[None, :, 1] <= y[:, None])
        & (fill[None, :, 3] >= y[:, None])
    )
    colours: list[Rgb | None] = [
        None if min(red, green, blue) >= PAPER else (red, green, blue)
        for red, green, blue in page.fill_rgb[::-1].tolist()
    ]
    colours.append(None)
    return list(map(colours.__getitem__, under.argmax(axis=1).tolist()))
