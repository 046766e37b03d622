"""The lattice: which rules belong to one table, and the cells between them.

Rules that touch make one table. Its column borders are the places of its vertical rules and its
row borders those of its horizontal ones; where between two neighbouring squares no rule is
drawn they are one merged cell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.charts import is_table
from extract.lines import median
from extract.page import Box, Floats, Page
from extract.rules import join

REACH = 3.0
"""Points: a rule that stops this short of another still meets it."""
OPEN = 7.0
"""Points: how far rules run on past the last one they cross where that does not close the table."""
SAME = 2.2
"""Points: rules this near each other end together, and are one border where they are drawn twice."""
DOUBLE, BUNDLE = 4.0, 4.4
"""Points: the lines of a double border are this near each other, all of one border no further apart."""
COVERED = 0.6
"""Share of a cell's side that a rule must cover to be its border."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Borders of one table and what cell each square between them belongs to.

    `owner` is int64 (rows, columns): the number of the cell, in row-major order of first squares,
    -1 where the table leaves room; `spans` (cells, 4) are row, column, row span and column span of each.
    `open_top` and `open_bottom`: the first or last row has no rule at the table's edge, because the
    page's edge cuts it.
    """

    x: Floats
    y: Floats
    owner: Ints
    spans: Ints
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        """Left, top, right and bottom in points."""
        return (float(self.x[0]), float(self.y[0]), float(self.x[-1]), float(self.y[-1]))

    @property
    def area(self) -> float:
        """Square points."""
        return float((self.x[-1] - self.x[0]) * (self.y[-1] - self.y[0]))


def find_lattices(page: Page) -> list[Lattice]:
    """The lattices of at least two cells on a page, from top to bottom, then left to right."""
    horizontal, vertical = join(page.horizontal), join(page.vertical)
    found: list[Lattice] = []
    for rows, columns in _touching(horizontal, vertical):
        lattice = _build(horizontal[rows], vertical[columns])
        if lattice is not None and is_table(lattice, page):
            found.append(lattice)
    return sorted(found, key=lambda lattice: (round(lattice.y[0]), lattice.x[0]))


def _touching(horizontal: Floats, vertical: Floats) -> list[tuple[Ints, Ints]]:
    """Groups of rules that meet: indices of horizontal and of vertical ones."""
    if not len(horizontal) or not len(vertical):
        return []
    reach_h = REACH + horizontal[:, None, 3] / 2
    reach_v = REACH + vertical[None, :, 3] / 2
    meets = (
        (vertical[None, :, 0] >= horizontal[:, None, 1] - reach_v)
        & (vertical[None, :, 0] <= horizontal[:, None, 2] + reach_v)
        & (horizontal[:, None, 0] >= vertical[None, :, 1] - reach_h)
        & (horizontal[:, None, 0] <= vertical[None, :, 2] + reach_h)
    )
    label = _labels(meets)
    of_vertical = np.where(meets, label[:, None], len(label)).min(axis=0)
    return [
        ((label == number).nonzero()[0], (of_vertical == number).nonzero()[0])
        for number in sorted({*of_vertical.tolist()})
        if number < len(label)
    ]


def _labels(meets: NDArray[np.bool_]) -> Ints:
    """For each row of a table of what meets, the first row it hangs together with."""
    count = len(meets)
    label: Ints = np.arange(count)
    while True:
        across = np.where(meets, label[:, None], count).min(axis=0)
        lower: Ints = np.where(meets, across[None, :], count).min(axis=1)
        lower = np.minimum(lower, label)
        lower = lower[lower]
        if not lower.any() or (lower == label).all():
            return lower
        label = lower


def _places(values: Floats, open_ends: list[float]) -> Floats:
    """The distinct border places among rule places and open ends: those nearer than `DOUBLE` are averaged."""
    ordered = np.array([*values.tolist(), *open_ends])
    ordered.sort()
    if len(ordered) == 1 or float((ordered[1:] - ordered[:-1]).min()) > DOUBLE:
        return ordered
    start, before = [0], float(ordered[0])
    opened = before
    for i, place in enumerate(ordered.tolist()):
        if place - before > DOUBLE or place - opened > BUNDLE:
            start.append(i)
            opened = place
        before = place
    means: Floats = np.add.reduceat(ordered, start) / np.diff([*start, len(ordered)])
    return means


def _build(horizontal: Floats, vertical: Floats) -> Lattice | None:
    west, east = _open_ends(horizontal, vertical[:, 0])
    north, south = _open_ends(vertical, horizontal[:, 0])
    x, y = _places(vertical[:, 0], west + east), _places(horizontal[:, 0], north + south)
    if len(x) < 2 or len(y) < 2 or (len(x) == 2 and (west or east)):
        return None
    top, left = _edges(horizontal, y, x), _edges(vertical, x, y).T
    owner = _label(top[1:-1], left[:, 1:-1], len(y) - 1, len(x) - 1)
    # a border that no rule draws, because none could, is no way out of the table
    top[0] |= bool(north)
    top[-1] |= bool(south)
    left[:, 0] |= bool(west)
    left[:, -1] |= bool(east)
    outside = _open_areas(owner, top, left)
    if len(outside):
        is_outside = np.zeros(owner.size, dtype=bool)
        is_outside[outside] = True
        owner = np.where(is_outside[owner], -1, owner)
    return _rectangles(owner, x, y, bool(north), bool(south))


def _open_areas(owner: Ints, top: NDArray[np.bool_], left: NDArray[np.bool_]) -> Ints:
    """The numbers of the areas that are open on two sides of the table: outside it.

    One missing side is a table whose outer rule is not drawn; two are the free room beside tables
    that stand corner to corner.
    """
    sides = [
        owner[0, ~top[0]].tolist(),
        owner[-1, ~top[-1]].tolist(),
        owner[~left[:, 0], 0].tolist(),
        owner[~left[:, -1], -1].tolist(),
    ]
    if sum(map(bool, sides)) < 2:
        return np.zeros(0, dtype=np.int64)
    count = Counter(number for side in sides for number in set(side))
    return np.array([number for number, on in count.items() if on >= 2], dtype=np.int64)


def _open_ends(rules: Floats, across: Floats) -> tuple[list[float], list[float]]:
    """Where a table ends before its first and beyond its last crossing rule, empty where it does not.

    `across` are the places of the rules that cross `rules`. Tables without outer side rules and rows
    that the edge of the page cuts have rules that run on; half of those that come so far must.
    """
    low, high = float(across.min()), float(across.max())
    start, end = rules[:, 1], rules[:, 2]
    before, behind = start < low - OPEN, end > high + OPEN
    return (
        _together(start[before], start <= low + REACH),
        _together(end[behind], end >= high - REACH),
    )


def _together(ends: Floats, so_far: NDArray[np.bool_]) -> list[float]:
    """The place where most of the rules end that run on; empty where they do not end together.

    `so_far` says which rules come so far, with those that do not run on.
    """
    if len(ends) < 2:
        return []
    place = median(ends.tolist())
    same = np.count_nonzero(np.abs(ends - place) <= SAME)
    return [place] if same >= 2 and same >= 0.5 * np.count_nonzero(so_far) else []


def _edges(rules: Floats, places: Floats, across: Floats) -> NDArray[np.bool_]:
    """Whether each border place is drawn between each two neighbours of `across`."""
    lengths = across[1:] - across[:-1]
    end = np.minimum(across[1:], rules[:, 2:3] + REACH)
    overlap = end - np.maximum(across[:-1], rules[:, 1:2] - REACH)
    overlap = np.minimum(np.maximum(overlap, 0.0), lengths)
    if len(rules) == len(places) and (rules[:, 0] == places).all():
        covered = overlap
    else:
        nearest = np.abs(rules[:, :1] - places).argmin(axis=1)
        covered = np.zeros((len(places), len(lengths)))
        np.add.at(covered, nearest, overlap)
    drawn: NDArray[np.bool_] = covered >= COVERED * lengths
    return drawn


def _label(below: NDArray[np.bool_], beside: NDArray[np.bool_], rows: int, columns: int) -> Ints:
    """Numbers squares so that squares without a rule between them share the number of the first."""
    owner = np.arange(rows * columns)
    upper = (~below).ravel().nonzero()[0]
    row, column = (~beside).nonzero()
    left = row * columns + column
    # of each square joined to another, an earlier one that it is joined to, or itself
    earlier: dict[int, int] = {}
    for squares, step in ((left.tolist(), 1), (upper.tolist(), columns)):
        for square in squares:
            a, b = _first(earlier, square), _first(earlier, square + step)
            earlier[max(a, b)] = min(a, b)
    for square in sorted(earlier):
        earlier[square] = earlier.get(earlier[square], earlier[square])
    owner[list(earlier)] = list(earlier.values())
    return owner.reshape(rows, columns)


def _first(earlier: dict[int, int], square: int) -> int:
    """The first square joined to this one; the way there is made shorter for the next."""
    while (before := earlier.get(square, square)) != square:
        earlier[square] = square = earlier.get(before, before)
    return square


def _rectangles(owner: Ints, x: Floats, y: Floats, open_top: bool, open_bottom: bool) -> Lattice:
    """The lattice with every area that is no rectangle cut into rectangles, row by row."""
    rows, columns = owner.shape
    flat = owner.ravel()
    # an area has the number of its first square; of those written twice the last one stays
    first = (flat == np.arange(rows * columns)).nonzero()[0]
    # one more for the squares of no area, whose number -1 is the last
    last_row, last_column = np.zeros((2, rows * columns + 1), np.int64)
    last_row[flat] = np.arange(rows).repeat(columns)
    last_column[owner.T.ravel()] = np.arange(columns).repeat(rows)
    row, column = np.divmod(first, columns)
    high, wide = last_row[first] - row + 1, last_column[first] - column + 1
    count = np.bincount(flat + 1, minlength=len(flat) + 1)[first + 1]
    whole = high * wide == count
    spans = np.array([row, column, high, wide]).T
    of_area = np.full(len(flat) + 1, -1, dtype=np.int64)
    of_area[first[whole]] = np.arange(np.count_nonzero(whole))
    number: NDArray[np.int64] = of_area[flat].reshape(rows, columns)
    if not whole.all():
        parts = spans[whole].tolist()
        is_odd = np.zeros(owner.size + 1, dtype=bool)
        is_odd[first[~whole]] = True
        odd = is_odd[owner]
        for i, j in np.argwhere(odd).tolist():
            if number[i, j] < 0:
                wider, down = _extent(owner, number, i, j)
                number[i : i + down, j : j + wider] = len(parts)
                parts.append([i, j, down, wider])
        order = sorted(range(len(parts)), key=lambda k: parts[k])
        rank = np.full(len(parts) + 1, -1, dtype=np.int64)
        rank[order] = np.arange(len(parts))
        number, spans = rank[number], np.array(parts)[order]
    return Lattice(x, y, number, spans, open_top, open_bottom)


def _extent(owner: Ints, number: Ints, i: int, j: int) -> tuple[int, int]:
    """How many columns and rows the rectangle that begins at a square reaches over."""
    rows, columns = owner.shape
    here = owner[i, j]
    wide, high = 1, 1
    while j + wide < columns and owner[i, j + wide] == here and number[i, j + wide] < 0:
        wide += 1
    while (
        i + high < rows
        and np.all((owner[i + high, j : j + wide] == here) & (number[i + high, j : j + wide] < 0))
        and _ends_alike(owner[i + high], here, j, wide)
    ):
        high += 1
    return wide, high


def _ends_alike(row: Ints, here: int, start: int, wide: int) -> bool:
    """Whether the area does not go on to the left or right in this row."""
    before = start > 0 and row[start - 1] == here
    after = start + wide < len(row) and row[start + wide] == here
    return not (before or after)
