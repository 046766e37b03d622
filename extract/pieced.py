"""Column borders that no rule draws but the rules across tell: they are pieced at each column.

Word processors and browsers draw the border below each cell by itself. Where a table has no upright
rules the joints of these pieces, at the same places in row after row, are its columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

import numpy as np

from extract.page import Floats, Page
from extract.rules import NEAR, SHORTEST, stacked

JOINT = 1.3
"""Points: pieces of one rule that are this near each other meet; corners may be pieces of their own."""
CORNER = 2.0
"""Points: a piece this short is the corner between two cells."""
NARROWEST = 12.0
"""Points: pieces shorter than this are dashes or dots, no cell's border."""
HEADER = 8.0
"""Points: the least height of a filled header row."""
COVERED = 0.9
"""The share of a table's width that the fills of its header cover."""
LEAST_ROWS, LEAST_COLUMNS = 3, 3
MOST_PIECES = 3000
"""Pages with more pieces than this are drawings."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule across, and the places along it where its pieces meet, both ends among them."""

    y: float
    joints: tuple[float, ...]


def with_pieced_columns(page: Page) -> Page:
    """The page with the upright rules that pieced ones imply; the same page where there are none."""
    if not LEAST_ROWS * LEAST_COLUMNS <= len(page.horizontal) <= MOST_PIECES:
        return page
    if _free_joints(page) < LEAST_ROWS * (LEAST_COLUMNS - 1):
        return page
    added: list[tuple[float, float, float, float]] = []
    across: list[tuple[float, float, float, float]] = []
    for table in _tables(_rules(page)):
        columns = _columns(table)
        top = _filled_top(page, table, columns)
        if top is not None:
            across.append((top, columns[0], columns[-1], 0.0))
            table.insert(0, _Rule(top, tuple(columns)))
        for x in columns:
            for upper, lower in pairwise(table):
                if not _is_crossed(page, x, upper.y, lower.y):
                    added.append((x, upper.y, lower.y, 0.0))
    if not added:
        return page
    horizontal = stacked(page.horizontal, np.array(across)) if across else page.horizontal
    return replace(page, vertical=stacked(page.vertical, np.array(added)), horizontal=horizontal)


def _filled_top(page: Page, table: Sequence[_Rule], columns: Sequence[float]) -> float | None:
    """Where the filled header above the first rule of a table begins: a fill needs no rule over it."""
    left, right, first = columns[0], columns[-1], table[0].y
    fills = page.fill_box
    inside = (fills[:, 0] >= left - NEAR) & (fills[:, 2] <= right + NEAR) & (fills[:, 1] < first - HEADER)
    ends = np.array([rule.y for rule in table[:LEAST_ROWS]])
    inside &= (np.abs(fills[:, 3:] - ends) <= NEAR).any(axis=1)
    above = fills[inside]
    covered = sum(x1 - x0 for x0, x1 in _joined(above[:, [0, 2]].tolist()))
    return float(above[:, 1].min()) if covered >= COVERED * (right - left) else None


def _joined(stretches: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted((a, b) for a, b in stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _free_joints(page: Page) -> int:
    """At most how many pieces follow another on one level without an upright rule at either."""
    order = page.horizontal[:, 0].argsort(kind="stable")
    place, start, end, _ = page.horizontal[order].T
    level = np.zeros(len(place), dtype=np.int64)
    (place[1:] - place[:-1] > NEAR).cumsum(out=level[1:])
    if len(place) - level[-1] - 1 < LEAST_ROWS * (LEAST_COLUMNS - 1):
        return len(place) - int(level[-1]) - 1
    y = (np.bincount(level, place) / np.bincount(level))[level][:, None]
    upright = page.vertical
    # corners and dots, of which a dotted rule has thousands, are free wherever they stand
    free = end - start <= CORNER
    long = (~free).nonzero()[0]
    y, left, right = y[long], start[long, None], end[long, None]
    met = (upright[:, 1] <= y + NEAR) & (upright[:, 2] >= y - NEAR)
    met &= (upright[:, 0] >= left) & (upright[:, 0] <= right - CORNER)
    free[long] = ~met.any(axis=1)
    order = np.lexsort((start, level))
    free, level = free[order], level[order]
    return int(np.count_nonzero(free[1:] & free[:-1] & (level[1:] == level[:-1])))


def _rules(page: Page) -> list[_Rule]:
    """The rules across that no upright rule meets, from top to bottom, taken apart at wide gaps."""
    found: list[tuple[float, list[float]]] = []
    across = page.horizontal[page.horizontal[:, 0].argsort(kind="stable")]
    place, pieces = across[:, 0], across.tolist()
    steps = (place[1:] - place[:-1] > NEAR).nonzero()[0] + 1
    for first, behind in pairwise([0, *steps.tolist(), len(pieces)]):
        y = float(np.add.reduce(place[first:behind]) / (behind - first))
        ends: list[float] = []
        for _, start, end, _ in sorted(pieces[first:behind], key=itemgetter(1)):
            if ends and start - ends[-1] > JOINT:
                found.append((y, ends))
                ends = []
            if not ends:
                ends = [start, end] if end - start > CORNER else [(start + end) / 2]
            elif end - start <= CORNER and end > ends[-1]:
                ends[-1] = (start + end) / 2
            elif end > ends[-1] + CORNER:
                ends.append(end)
        found.append((y, ends))
    wide = [
        (y, ends) for y, ends in found if len(ends) > 1 and min(b - a for a, b in pairwise(ends)) >= NARROWEST
    ]
    return _unmet(page, wide)


def _unmet(page: Page, found: Sequence[tuple[float, list[float]]]) -> list[_Rule]:
    """Those of the rules, given by place and joints, that no upright rule meets."""
    if not found:
        return []
    upright = page.vertical[page.vertical[:, 2] - page.vertical[:, 1] >= SHORTEST]
    at = np.array([[y, ends[0], ends[-1]] for y, ends in found])
    y, left, right = at.T[:, :, None]
    met = (upright[:, 1] <= y + NEAR) & (upright[:, 2] >= y - NEAR)
    met &= (upright[:, 0] >= left - NEAR) & (upright[:, 0] <= right + NEAR)
    free = (~met.any(axis=1)).tolist()
    return [_Rule(y, tuple(ends)) for (y, ends), is_free in zip(found, free, strict=True) if is_free]


def _tables(rules: Sequence[_Rule]) -> list[list[_Rule]]:
    """Rules below each other that have a joint in common and lie within the widest of them."""
    tables: list[list[_Rule]] = []
    for rule in rules:
        own = next((table for table in tables if _goes_on(table, rule)), None)
        if own is None:
            tables.append([rule])
        else:
            own.append(rule)
    return [table for table in tables if len(table) >= LEAST_ROWS and len(_columns(table)) > LEAST_COLUMNS]


def _goes_on(table: Sequence[_Rule], rule: _Rule) -> bool:
    left, right = min(r.joints[0] for r in table), max(r.joints[-1] for r in table)
    if len(table) == 1 and rule.joints[0] <= left + NEAR and rule.joints[-1] >= right - NEAR:
        # the first rule may lie under part of the header only
        return sum(any(abs(x - y) <= NEAR for y in rule.joints) for x in table[0].joints) >= LEAST_COLUMNS
    if rule.joints[0] < left - NEAR or rule.joints[-1] > right + NEAR:
        return False
    shared = [x for x in rule.joints if any(abs(x - y) <= NEAR for y in table[-1].joints)]
    return len(shared) >= 2 and abs(rule.joints[-1] - right) <= NEAR


def _columns(table: Sequence[_Rule]) -> list[float]:
    """The places where rules of a table are pieced, and its edges; once is no column, unless an edge."""
    places = sorted(x for rule in table for x in rule.joints)
    groups = np.split(np.array(places), np.flatnonzero(np.diff(places) > NEAR) + 1)
    inner = [float(group.mean()) for group in groups if len(group) >= LEAST_ROWS]
    pieced = sum(len(rule.joints) > LEAST_COLUMNS for rule in table)
    if pieced < LEAST_ROWS:
        return []
    edges = [min(rule.joints[0] for rule in table), max(rule.joints[-1] for rule in table)]
    return sorted({*inner, *(x for x in edges if all(abs(x - other) > NEAR for other in inner))})


def _is_crossed(page: Page, x: float, top: float, bottom: float) -> bool:
    """Whether text between two rules runs on over a column border: a heading over several columns."""
    box: Floats = page.chars.box
    middle = (box[:, 1] + box[:, 3]) / 2
    near = np.flatnonzero((middle > top) & (middle < bottom) & (box[:, 2] > x - 40) & (box[:, 0] < x + 40))
    if not len(near):
        return False
    held, size = box[near], page.chars.size[near]
    if np.any((held[:, 0] < x - 0.2 * size) & (held[:, 2] > x + 0.2 * size)):
        return True
    west, east = held[held[:, 2] <= x + 0.2 * size], held[held[:, 0] >= x - 0.2 * size]
    em = float(size.max())
    gaps = np.abs(east[None, :, 0] - west[:, None, 2]) + np.abs(east[None, :, 1] - west[:, None, 1])
    return bool(np.any(gaps < 0.15 * em))
