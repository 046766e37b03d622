"""The figures of one cell that stand above each other, each with what a header or caption says of it.

上段：予算額 下段：決算額 in a header or a caption tells the lines of the cells below apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.completed import final_beside_initial
from extract.context import Context
from extract.figure_texts import is_plain_number
from extract.grid import Cell
from extract.label_patterns import stages_told
from extract.labels import Label, parse_label
from extract.meaning import Sorted, labels_above
from normalize.numbers import parse_number
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_NAMES = ("project_name", "sub_project_name", "indicator_name", "item_name", "basic_project", "measure")


def staged_figures(
    table: Sorted, cell: Cell, vocabulary: Vocabulary, context: Context
) -> list[tuple[Cell, Label]]:
    """The two or three figures of a cell and what each is, where a header or caption explains 上段 and 下段.

    The two may also stand in rows of their own beside a name that is merged over both.
    """
    below = _half_of_name(table, cell)
    stacked = len(cell.lines) in (2, 3) and all(_is_one_figure(ln.text) for ln in cell.lines)
    if below is None and not stacked:
        return []
    over = [table.table.cells[i].text for i in table.runs[cell.row][cell.column]]
    for text in (*over, *(ln.text for ln in table.table.captions_above(cell.row))):
        told = stages_told(fold(text))
        if not told:
            continue
        said = [_half(parse_label(words, vocabulary, context.year)) for words in told]
        said = _of_lines(final_beside_initial(said), over, vocabulary, context)
        if all(lb.known and (lb.says_figures or lb.unit or lb.field) for lb in said):
            if below is not None and len(said) == 2:
                return [(cell, said[below])]
            if len(said) == len(cell.lines):
                return [
                    (replace(cell, text=ln.text, lines=(ln,), text_box=ln.box), lb)
                    for ln, lb in zip(cell.lines, said, strict=True)
                ]
    return []


def _of_lines(
    said: Sequence[Label], over: Sequence[str], vocabulary: Vocabulary, context: Context
) -> list[Label]:
    """The stages, each with the year of the header line that says the same role.

    令和６年度見込 stands above 最終目標（R8） in the header, 上段：見込 下段：最終目標 below it.
    """
    lines = [parse_label(line, vocabulary, context.year) for text in over for line in text.split("\n")]
    dated = {ln.role: ln for ln in reversed(lines) if ln.known and ln.role and ln.year is not None}
    return [dated.get(lb.role, lb) for lb in said]


def _half(label: Label) -> Label:
    """What 上段 or 下段 is; % alone (上段／千円、下段／％) is a share or a rate of what stands above."""
    rate = label.unit in ("%", "％") and not label.says_figures
    return replace(label, field="ignored") if rate else label


def _is_one_figure(text: str) -> bool:
    return is_plain_number(text) or parse_number(text) is not None


def _half_of_name(table: Sorted, cell: Cell) -> int | None:
    """0 or 1 where a figure of one line stands in the upper or lower of the two rows of a merged name."""
    if len(cell.lines) > 1 or cell.row_span > 1:
        return None
    for column in range(cell.column):
        index = table.index(cell.row, column)
        over = labels_above(table, cell.row, column)
        if index >= 0 and over and over[0].field in _NAMES and table.table.cells[index].row_span == 2:
            return cell.row - table.table.cells[index].row
    return None
