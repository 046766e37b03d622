"""Columns whose plain numbers are no figures, and rows that head all columns at once.

A column headed 年度 holds years (6, 5, 元); a column of 1, 2, 3 … numbers the rows of a form; a cell over the
whole width right above a header says what all figures below it are (○当初予算額（円）).
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extract.labels import Label, parse_label
from extract.tables import Table
from schemas.vocabulary import Vocabulary

_BARE_YEAR = regex.compile(r"\s*(?:元|[0-9０-９]{1,2}|20[0-9]{2})\s*")
FEWEST_NUMBERED = 4
"""Fewer numbers in order than this may be figures that happen to rise."""


def years_under_heading(
    table: Table, labels: Sequence[Label], vocabulary: Vocabulary, edition_year: int | None
) -> dict[int, Label]:
    """The cells below a header 年度 that are years without the word, and what each says."""
    found: dict[int, Label] = {}
    for index, head in enumerate(table.cells):
        if labels[index].field != "year" or not labels[index].known or labels[index].unit:
            continue
        row = head.row + head.row_span
        while row < table.rows and (below := table.at[row][head.column]) >= 0:
            cell = table.cells[below]
            if cell.column != head.column or _BARE_YEAR.fullmatch(cell.text) is None:
                break
            label = parse_label(f"{cell.text.strip()}年度", vocabulary, edition_year)
            if label.year is None:
                break
            found[below] = label
            row = cell.row + cell.row_span
    return found


def running_numbers(
    table: Table, plain: Sequence[bool], labels: Sequence[Label], header: Sequence[bool]
) -> set[int]:
    """The cells of columns that number the rows 1, 2, 3 …, under a header that says nothing of figures.

    `plain` tells which cells are plain numbers.
    """
    found: set[int] = set()
    for column in range(table.columns):
        cells = [i for i in dict.fromkeys(table.at[row][column] for row in range(table.rows)) if i >= 0]
        heads = [i for i in cells if header[table.cells[i].row]]
        numbers = [i for i in cells if plain[i] and not header[table.cells[i].row]]
        counted = [str(n) for n in range(1, len(numbers) + 1)]
        if len(numbers) < FEWEST_NUMBERED or [table.cells[i].text.strip() for i in numbers] != counted:
            continue
        if heads and not any(labels[i].says_figures or labels[i].unit for i in heads):
            found.update(numbers)
    return found


def heads_all(table: Table, row: int, labels: Sequence[Label], header: Sequence[bool]) -> bool:
    """Whether a row is one cell over all columns, right above a header, that says what figures are."""
    if header[row] or row + 1 >= table.rows or not header[row + 1]:
        return False
    index = table.at[row][0]
    if index < 0:
        return False
    cell, label = table.cells[index], labels[index]
    alone = cell.column_span == table.columns > 1 and cell.row == row and cell.row_span == 1
    return alone and bool(label.kind or label.role) and not label.field
