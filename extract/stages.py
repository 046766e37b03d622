"""The figures of one cell that stand above each other, each with what a header or caption says of it.

上段：予算額 下段：決算額 in a header or a caption tells the lines of the cells below apart.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.completed import final_beside_initial
from extract.context import Context
from extract.grid import Cell
from extract.labels import Label, parse_label
from extract.meaning import Sorted, is_plain_number, labels_above, labels_over
from normalize.numbers import parse_number
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_NAMES = ("project_name", "sub_project_name", "indicator_name", "item_name", "basic_project", "measure")
_STAGES = regex.compile(r"([上中下])段[:/は]?(.+?)(?=[、,・/]?[上中下]段|[()]|$)")
_ORDER = ("上下", "上中下")


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
    texts = [lb.text for lb in labels_over(table, cell)]
    texts += [ln.text for ln in table.table.captions_above(cell.row)]
    for text in texts:
        stages = _STAGES.findall(fold(text))
        if "".join(stage for stage, _ in stages) not in _ORDER:
            continue
        said = [_half(parse_label(words, vocabulary, context.year)) for _, words in stages]
        said = final_beside_initial(said)
        if all(lb.known and (lb.says_figures or lb.unit or lb.field) for lb in said):
            if below is not None and len(said) == len(_ORDER[0]):
                return [(cell, said[below])]
            if len(said) == len(cell.lines):
                return [
                    (replace(cell, text=ln.text, lines=(ln,), text_box=ln.box), lb)
                    for ln, lb in zip(cell.lines, said, strict=True)
                ]
    return []


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
