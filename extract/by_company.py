"""Cells that mean something only by the company they keep: 国 beside 県 and その他, 2021 beside 2022."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import regex

from extract.component_names import component_name
from extract.labels import Label
from extract.tables import Table
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_ENOUGH_PARTS = 2
"""So many other parts beside or below a word like 国 make it one."""
_LONGEST_STEP = 5
"""Years from one column to the next."""
_WESTERN = regex.compile(r"(?:19|20)\d\d")


def with_parts(table: Table, labels: list[Label], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels, with words that are parts of an amount only among others (国 県 その他 一般) as such."""
    parts = [k for k, lb in enumerate(labels) if lb.known and lb.component]
    for index, cell in enumerate(table.cells):
        if fold(cell.text) not in vocabulary.among_parts:
            continue
        others = [table.cells[k] for k in parts]
        beside = [c for c in others if c.row == cell.row and c.row_span == cell.row_span]
        below = [c for c in others if c.column == cell.column and c.column_span == cell.column_span]
        if max(len(beside), len(below)) >= _ENOUGH_PARTS:
            labels[index] = Label(labels[index].text, component=component_name(cell.text), known=True)
    return tuple(labels)


def bare_years(
    table: Table, figures: Collection[int], texts: Collection[int], labels: Sequence[Label]
) -> list[int]:
    """The indexes of bare years that head columns (2021 2022 2023), though they look like figures.

    They go up by one to five years, stand beside nothing but labels, and no figures stand above.
    """
    for row in range(table.rows):
        cells = [i for i in dict.fromkeys(table.at[row]) if i >= 0 and table.cells[i].row == row]
        own = [i for i in cells if i in figures]
        if not own:
            continue
        years = [labels[i].year or 0 for i in own if _WESTERN.fullmatch(fold(table.cells[i].text))]
        steps = [later - year for year, later in pairwise(years)]
        alone = len(years) == len(own) > 1 and not any(i in texts for i in cells)
        return own if alone and all(1 <= step <= _LONGEST_STEP for step in steps) else []
    return []
