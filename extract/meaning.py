"""What the labels over and beside a cell say about it.

The cells of a table are sorted into figures, labels, other text and blanks. Rows made of
labels are header rows. A figure is understood by the run of labels above it in its column and by
the labels to the left in its row; where two say different things, the nearer one is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import regex

from extract.by_company import bare_years, with_parts
from extract.completed import group_over, part_of_group
from extract.figure_texts import bracketed_second, is_plain_number, marked_amounts, worded_figure
from extract.grid import Cell, Grid
from extract.inner_heads import inner_heads
from extract.labels import Label, parse_label
from extract.tables import Table
from extract.telling_columns import heads_all, running_numbers, years_under_heading
from normalize.numbers import looks_like_figure
from normalize.width import fold
from schemas.vocabulary import Vocabulary


class Sort(Enum):
    """What a cell is by its text alone."""

    BLANK = "blank"
    FIGURE = "figure"
    LABEL = "label"
    TEXT = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Sorted:
    """A table with the sort and the label of each of its cells, and its header rows.

    Equal only to itself, so that what is worked out of a whole table can be kept for its next row.
    """

    table: Table
    sorts: tuple[Sort, ...]
    labels: tuple[Label, ...]
    header: tuple[bool, ...]
    runs: tuple[tuple[tuple[int, ...], ...], ...]

    def index(self, row: int, column: int) -> int:
        return self.table.at[row][column]


def sort_of(text: str, label: Label) -> Sort:
    """The sort of a cell with this text."""
    folded = fold(text)
    if not folded:
        return Sort.BLANK
    if is_plain_number(text):
        return Sort.FIGURE
    if label.known:
        return Sort.LABEL
    if worded_figure(text) is not None:
        return Sort.FIGURE
    if looks_like_figure(text) or marked_amounts(text) or bracketed_second(text):
        return Sort.FIGURE
    return Sort.TEXT


def sort_table(table: Table, vocabulary: Vocabulary, edition_year: int | None) -> Sorted:
    """The sorts, labels and header rows of a table."""
    said = with_parts(table, [parse_label(c.text, vocabulary, edition_year) for c in table.cells], vocabulary)
    dated = years_under_heading(table, said, vocabulary, edition_year)
    labels = tuple(dated.get(i, lb) for i, lb in enumerate(said))
    sorts = [Sort.LABEL if i in dated else sort_of(c.text, labels[i]) for i, c in enumerate(table.cells)]
    of_sort = {sort: {i for i, own in enumerate(sorts) if own is sort} for sort in (Sort.FIGURE, Sort.TEXT)}
    for index in bare_years(table, of_sort[Sort.FIGURE], of_sort[Sort.TEXT], labels):
        sorts[index] = Sort.LABEL
    header: list[bool] = list(table.carried.header) if table.carried else []
    for row in range(table.first_row, table.rows):
        header.append(_is_header(table.at[row], table, sorts, labels, row, header))
    for index, cell in enumerate(table.cells):
        # a header cell that spans rows makes the rows it covers header rows, where nothing speaks against
        if cell.row_span > 1 and header[cell.row] and sorts[index] is Sort.LABEL:
            for row in range(cell.row + 1, min(cell.row + cell.row_span, table.rows)):
                others = {i for i in table.at[row] if i >= 0 and i != index}
                if all(sorts[i] in (Sort.BLANK, Sort.LABEL) for i in others) or _parts_below(
                    table, sorts, labels, header, row
                ):
                    header[row] = True
    for row in range(table.rows - 1, -1, -1):
        header[row] = header[row] or heads_all(table, row, labels, header)
    plain = [
        sort is Sort.FIGURE and is_plain_number(c.text) for sort, c in zip(sorts, table.cells, strict=True)
    ]
    for index in running_numbers(table, plain, labels, header):
        sorts[index] = Sort.BLANK
    labels = tuple(
        part_of_group(lb, c.text) if header[c.row] and group_over(table, labels, header, c) else lb
        for lb, c in zip(labels, table.cells, strict=True)
    )
    figures, blanks = [s is Sort.FIGURE for s in sorts], [s is Sort.BLANK for s in sorts]
    inner = inner_heads(table, labels, figures, blanks, header)
    for index in inner:
        header[table.cells[index].row] = False
    return Sorted(table, tuple(sorts), labels, tuple(header), _runs(table, sorts, labels, header, inner))


def _parts_below(
    table: Table, sorts: Sequence[Sort], labels: Sequence[Label], header: Sequence[bool], row: int
) -> bool:
    """Whether a row under header cells, some of which go on over it, names the parts of a group above."""
    own = [i for i in dict.fromkeys(table.at[row]) if i >= 0 and table.cells[i].row == row]
    above = [table.cells[i].row for i in dict.fromkeys(table.at[row]) if i >= 0 and i not in own]
    filled = [i for i in own if sorts[i] is not Sort.BLANK]
    return all(header[r] for r in above) and all(
        sorts[i] is Sort.LABEL
        or (sorts[i] is Sort.TEXT and group_over(table, labels, header, table.cells[i]))
        for i in filled
    )


_OF_A_FORM = regex.compile(r"(?:記載|記入)?(?:項目|区分)\|(?:記載|記入)?(?:内容|欄)")
"""The head of a form in two columns, labels and what is filled in: 項目 | 内容. It heads no list."""


def _is_header(
    places: Sequence[int],
    table: Table,
    sorts: Sequence[Sort],
    labels: Sequence[Label],
    row: int,
    header: Sequence[bool],
) -> bool:
    starting = [i for i in dict.fromkeys(places) if i >= 0 and table.cells[i].row == row]
    filled = [i for i in starting if sorts[i] is not Sort.BLANK]
    blank = len(starting) - len(filled)
    if not filled or any(sorts[i] is Sort.FIGURE for i in filled):
        return False
    if len(filled) == 2 and _OF_A_FORM.fullmatch("|".join(fold(table.cells[i].text) for i in filled)):
        return False
    telling = [
        i
        for k, i in enumerate(filled)
        if _heads_column(labels[i]) and not (k and _is_value_of(labels[i], labels[filled[k - 1]]))
    ]
    if not telling:
        return False
    if all(labels[i].component or labels[i].group for i in telling) and blank >= len(telling):
        return False  # row labels of a row without figures
    if len(telling) == 1:
        alone = table.cells[telling[0]]
        if not (labels[telling[0]].field or labels[telling[0]].says_figures):
            return False  # a unit over several columns is part of the name of what follows
        if _inside_row(table, row, header):
            return False  # 指標④ beside a project whose name is merged over its indicators: a row left empty
        return len(filled) == 1 and alone.column > 0 and alone.column_span < table.columns
    # a name may well end like a part of an amount (…管理費), so such a guess proves nothing
    if _alternates(starting, table, sorts, labels):
        return False
    units = [i for i in telling if not (labels[i].field or labels[i].says_figures or labels[i].total)]
    if len(units) == 1:
        telling.remove(units[0])  # one unit alone belongs to a name, units side by side to columns
    guess = 0.5 if row > table.first_row and header[row - 1] else 0.0
    weight = sum(1.0 if labels[i].known else guess if labels[i].component else 0.5 for i in telling)
    beside_year = sum(fold(table.cells[i].text) in _VALUE_WORDS for i in filled)
    return weight > 0.5 * (len(filled) - beside_year)


_VALUE_WORDS = frozenset(("値", "数値", "実数"))
"""What stands beside 年度 below 基準値 or 目標値 and says nothing itself."""


def _inside_row(table: Table, row: int, header: Sequence[bool]) -> bool:
    """Whether a row of a list goes on here: two of its cells are merged from a row above."""
    above = {table.cells[i] for i in table.at[row] if i >= 0 and table.cells[i].row < row}
    return sum(bool(cell.text) and not header[cell.row] for cell in above) > 1


def _alternates(
    starting: Sequence[int], table: Table, sorts: Sequence[Sort], labels: Sequence[Label]
) -> bool:
    """Whether a row is a form's: label, value, label, value …

    In a list the first column goes on below with values; in a form with the next label, which is
    filled like the one above it.
    """
    if len(starting) % 2 and table.cells[starting[0]].row_span > 1 and sorts[starting[0]] is Sort.LABEL:
        starting = starting[1:]  # the heading of a block at its left side
    if len(starting) < 2 or len(starting) % 2:
        return False
    heads, values = starting[::2], starting[1::2]
    if not all(labels[i].known and labels[i].field for i in heads):
        return False
    if any(labels[i].field not in ("", "ignored") for i in values if labels[i].known) or all(
        sorts[i] is Sort.LABEL for i in values
    ):
        return False
    first = table.cells[heads[0]]
    below_row = first.row + first.row_span
    if below_row >= table.rows:
        return True
    below = table.cell(below_row, first.column)
    beside = table.cells[values[0]]
    if below is None or not below.text:
        return True
    return first.fill_rgb is None or not (first.fill_rgb == beside.fill_rgb != below.fill_rgb)


def _is_value_of(label: Label, before: Label) -> bool:
    """A unit right of the word 単位 is the value of that word, no header."""
    return bool(label.unit) and not label.says_figures and before.field == "unit"


def _heads_column(label: Label) -> bool:
    return bool(
        (label.known or label.guessed) and (label.field or label.says_figures or label.unit or label.total)
    )


def grid_has_header(grid: Grid, vocabulary: Vocabulary, edition_year: int | None) -> bool:
    """Whether a grid prints labels of its own (so that it does not continue another).

    Either a row of column labels, or a label of a form's field with its value beside it.
    """
    for row in range(grid.rows):
        cells = [c for c in grid.cells if c.row == row and c.text]
        labels = [parse_label(c.text, vocabulary, edition_year) for c in cells]
        telling = [
            lb
            for lb in labels
            if lb.known and (lb.field or lb.role or lb.kind or lb.comparison or lb.year is not None)
        ]
        if len(telling) >= 2 and 2 * len(telling) >= len(cells):
            return True
        if row == 0 and labels and labels[0].known and labels[0].field:
            return True
    return False


def _runs(
    table: Table,
    sorts: Sequence[Sort],
    labels: Sequence[Label],
    header: Sequence[bool],
    inner: frozenset[int],
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """For each place the run of header cells above it (indexes), nearest first.

    A run is header rows without figures between them; what is no label between the run and the
    place (other figures, names) is passed. Labels inside a row of a list (`inner`) stand below the
    last header of the list.
    """
    width = table.columns
    runs: list[tuple[int, ...]] = list(table.carried.runs) if table.carried else [()] * width
    listed = [tuple(i for i in run if header[table.cells[i].row]) for run in runs]
    closed = [True] * width
    above: list[tuple[tuple[int, ...], ...]] = [tuple(runs)] * table.first_row
    for row in range(table.first_row, table.rows):
        above.append(tuple(() if run and _stands_beside(table, run[0], row, header) else run for run in runs))
        for column in range(width):
            index = table.at[row][column]
            if index < 0:
                continue
            cell = table.cells[index]
            if header[row] and header[cell.row]:
                if _heads_column(labels[index]) and sorts[index] in (Sort.LABEL, Sort.TEXT):
                    if closed[column] or not runs[column] or runs[column][0] != index:
                        runs[column] = (index, *(() if closed[column] else runs[column]))
                    closed[column] = False
                    listed[column] = runs[column]
            elif index in inner:
                runs[column], closed[column] = (index, *listed[column]), True
            elif sorts[index] is not Sort.BLANK or not header[row]:
                closed[column] = True
    return tuple(above)


def _stands_beside(table: Table, index: int, row: int, header: Sequence[bool]) -> bool:
    """Whether a header cell reaches down to a row and heads nothing below: 活動指標 beside its block."""
    cell = table.cells[index]
    end = cell.row + cell.row_span
    return cell.row <= row < end and (end >= table.rows or header[end])


def labels_above(table: Sorted, row: int, column: int) -> tuple[Label, ...]:
    """The run of header labels over a place, nearest first."""
    return tuple(table.labels[i] for i in table.runs[row][column])


def labels_over(table: Sorted, cell: Cell) -> tuple[Label, ...]:
    """The run of header labels over a cell, nearest first.

    A cell that is wider than the header above it does not stand in its column: a form goes on
    there with other columns.
    """
    run = table.runs[cell.row][cell.column + (cell.column_span - 1) // 2]
    if run:
        head = table.table.cells[run[0]]
        if cell.column < head.column or cell.column + cell.column_span > head.column + head.column_span:
            return ()
    return tuple(table.labels[i] for i in run)


def labelled_beside(table: Sorted, cell: Cell) -> bool:
    """Whether a label of a form stands directly left of a figure, in a column headed otherwise.

    A form goes on below a table with other columns: what 目標値 stands under says nothing about the
    figure beside it, nor does what that figure stands under. (事業費 over 予算額 and 決算額 heads those.)
    """
    index = table.index(cell.row, cell.column - 1) if cell.column else -1
    if index < 0 or table.sorts[index] is not Sort.LABEL:
        return False
    label, left = table.labels[index], table.table.cells[index]
    over = labels_over(table, left)
    heads = bool(over) and over[0].says_figures and _heads_figures(table, left)
    return bool(label.known and (label.role or label.kind) and heads)


def _heads_figures(table: Sorted, cell: Cell) -> bool:
    """Whether figures stand between a cell and the header of its column, which so is none of labels."""
    head = table.table.cells[table.runs[cell.row][cell.column][0]]
    rows = range(head.row + head.row_span, cell.row)
    carried = table.table.carried
    if carried is not None and head.row < carried.rows and carried.figured[cell.column]:
        return True
    return any(table.sorts[table.index(row, cell.column)] is Sort.FIGURE for row in rows)


@dataclass(frozen=True, slots=True)
class Beside:
    """A cell to the left of a figure: its text and label, and whether its column heads a text."""

    cell: Cell
    label: Label
    sort: Sort


def _is_unit_cell(table: Sorted, beside: Beside) -> bool:
    """Whether a label is the unit of its row, under 単位, with figures on both of its sides."""
    over = labels_over(table, beside.cell)
    return beside.sort is Sort.LABEL and bool(over) and over[0].field == "unit"


def cells_left(table: Sorted, cell: Cell) -> list[Beside]:
    """The labels and texts to the left of a cell in its row, nearest first, up to the next figures.

    Figures directly to the left (of the same row of figures) are passed; figures behind the
    labels belong to another block beside this one.
    """
    row = cell.row + (cell.row_span - 1) // 2
    found: list[Beside] = []
    column = cell.column - 1
    while column >= 0:
        index = table.index(row, column)
        if index < 0:
            column -= 1
            continue
        left = table.table.cells[index]
        sort = table.sorts[index]
        if sort is Sort.FIGURE and found:
            above = labels_over(table, left)
            if not (above and above[0].field) and any(not _is_unit_cell(table, b) for b in found):
                break
        elif sort in (Sort.LABEL, Sort.TEXT):
            found.append(Beside(left, table.labels[index], sort))
        column = left.column - 1
    return found
