"""Tables that no rules draw, found by fills and by white space.

Four kinds, in this order: bands (zebra fills, rules between the rows only), blocks of labelled
boxes (indicators with a box for each value), cards (one indicator on a fill), and figures that
stand in columns under a header with nothing drawn at all. Each is found only outside what was
found before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extract.banded import find_banded
from extract.boxes import find_boxes
from extract.cards import find_cards
from extract.columns import PIECE_GAP, Indices, Piece, find_pieces, free_characters
from extract.grid import Grid
from extract.headed import LEAST_GAP
from extract.page import Box, Page
from extract.rules import join
from extract.spaced import find_spaced

FEWEST = 8
"""Fewer characters than this outside the tables already found are no table."""


MOST_SHAPES = 1500
"""More fills or rules than this outside the tables already found are a drawing or a map."""
FINDERS = (
    (find_banded, LEAST_GAP),
    (find_boxes, PIECE_GAP),
    (find_cards, PIECE_GAP),
    (find_spaced, PIECE_GAP),
)
"""Each finder with the gap in em that parts the pieces it is given, in the order they are asked."""


def find_filled_grids(page: Page, taken: Sequence[Box]) -> list[Grid]:
    """Grids of the tables outside the boxes `taken` that no rules draw, from the top.

    Their certainty is 'filled' where fills give the rows, 'spaced' where only white space gives
    the columns. Each cell holds the characters whose centre lies in its box (`characters_in`).
    """
    grids: list[Grid] = []
    blocked = list(taken)
    free = free_characters(page, blocked)
    if len(free) < FEWEST:
        return []
    page = _open_part(page, taken)
    known: dict[float, list[Piece]] = {}
    bare = not len(page.fill_box) and not len(page.horizontal)
    for find, gap in FINDERS:
        if len(free) < FEWEST:
            break
        if bare and find is not find_spaced:
            continue
        if gap not in known:
            known[gap] = find_pieces(page, free, gap)
        found = find(page, free, known[gap], blocked)
        if found:
            grids += found
            blocked += [grid.box for grid in found]
            free, known = free_characters(page, blocked), {}
    return sorted(grids, key=lambda grid: (round(grid.y[0]), grid.x[0]))


def _open_part(page: Page, taken: Sequence[Box]) -> Page:
    """The page with only those fills and level rules whose middle lies outside the boxes `taken`."""
    fill, rule = page.fill_box, page.horizontal
    x, y = (fill[:, 0] + fill[:, 2]) / 2, (fill[:, 1] + fill[:, 3]) / 2
    middle = (rule[:, 1] + rule[:, 2]) / 2
    shown, drawn = np.ones(len(fill), dtype=bool), np.ones(len(rule), dtype=bool)
    for x0, y0, x1, y1 in taken:
        shown &= ~((x >= x0 - 2) & (x <= x1 + 2) & (y >= y0 - 2) & (y <= y1 + 2))
        drawn &= ~((middle >= x0 - 2) & (middle <= x1 + 2) & (rule[:, 0] >= y0 - 2) & (rule[:, 0] <= y1 + 2))
    if np.count_nonzero(shown) > MOST_SHAPES:
        shown[:] = False
    if np.count_nonzero(drawn) > MOST_SHAPES and len(join(rule[drawn])) > MOST_SHAPES:
        drawn[:] = False
    return replace(page, fill_box=fill[shown], fill_rgb=page.fill_rgb[shown], horizontal=rule[drawn])


def characters_in(page: Page, grid: Grid) -> Indices:
    """The indices of the upright, visible characters that the cells of a grid hold."""
    box = page.chars.box
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    held = np.zeros(len(box), dtype=bool)
    for cell in grid.cells:
        x0, y0, x1, y1 = cell.box
        held |= (x >= x0) & (x < x1) & (y >= y0) & (y < y1)
    return np.flatnonzero(held & page.chars.upright & page.chars.visible)
