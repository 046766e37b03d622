"""Which items of two editions are worth weighing against each other."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from quality.editions.evidence import significant
from quality.editions.printed import TARGET, Key, Printed

NEIGHBOURS = 8
"""How many of the names most like it an item is weighed against."""

LEAST_ALIKE = 50
ROWS_AT_ONCE = 256
"""Rows of the matrix of names in memory at once: 256 x 10,000 bytes are 2.5 MB."""

CROWD = 40
"""Of items with one name, text or figure only those nearest in print are weighed where they are more."""


def candidates(before: Sequence[Printed], after: Sequence[Printed]) -> list[tuple[int, int]]:
    """Pairs of indices that share a name, a definition or a telling figure, or have names alike.

    Every item has at most CROWD partners by each way, so that the number grows with the items, not
    with their square; only the names are compared all with all (rapidfuzz, one byte a pair).
    """
    found: set[tuple[int, int]] = set()
    ratio = len(after) / max(1, len(before))
    for keys in (_names, _texts, _figures):
        found |= _sharing(before, after, keys, ratio)
    found |= _alike(before, after)
    return sorted(found)


def _names(printed: Printed) -> list[object]:
    return [printed.folded]


def _texts(printed: Printed) -> list[object]:
    return [printed.text] if len(printed.text) >= 8 else []


def _figures(printed: Printed) -> list[object]:
    found: list[tuple[Key, float]] = []
    for key, figure in printed.figures.items():
        if figure.value is not None and key[0] != TARGET and significant(figure.value) >= 3:
            found.append((key, figure.value))
    return list(found)


def _sharing(
    before: Sequence[Printed],
    after: Sequence[Printed],
    keys: Callable[[Printed], list[object]],
    ratio: float,
) -> set[tuple[int, int]]:
    """Pairs with a key in common; where many have it, those that stand nearest in print."""
    holders: dict[object, list[int]] = defaultdict(list)
    for index, printed in enumerate(after):
        for key in keys(printed):
            holders[key].append(index)
    found: set[tuple[int, int]] = set()
    for index, printed in enumerate(before):
        for key in keys(printed):
            others = holders.get(key, [])
            if len(others) > CROWD:
                at = bisect(others, index * ratio)
                others = others[max(0, at - CROWD // 2) : at + CROWD // 2]
            found.update((index, other) for other in others)
    return found


def _alike(before: Sequence[Printed], after: Sequence[Printed]) -> set[tuple[int, int]]:
    """For every item the NEIGHBOURS of the other edition whose names are most like its own."""
    found: set[tuple[int, int]] = set()
    names = [printed.folded for printed in after]
    if not names:
        return found
    kept = min(NEIGHBOURS, len(names))
    for start in range(0, len(before), ROWS_AT_ONCE):
        rows = [printed.folded for printed in before[start : start + ROWS_AT_ONCE]]
        matrix = process.cdist(rows, names, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=LEAST_ALIKE)
        best = np.argpartition(-matrix.astype(np.int16), kept - 1, axis=1)[:, :kept]
        for row, columns in enumerate(best):
            found.update((start + row, int(column)) for column in columns if matrix[row, column])
    return found
