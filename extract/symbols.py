"""Names that stand for indicators: a form names them once as ア, イ and then gives figures for ア and イ.

Or as 活動指標(1), 活動指標(2), whose rows of figures are so called as well.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extract.grid import Cell
from extract.meaning import Sort, Sorted
from normalize.width import fold

_SYMBOL = regex.compile(r"[(（]?(?:[ア-コ]|[①-⑳]|[A-HＡ-Ｈa-hａ-ｈ]|[0-9０-９])[)）.．]?")
_LED = regex.compile(rf"({_SYMBOL.pattern})[\s　:：]+(\S.+)", regex.DOTALL)
"""A symbol and what it stands for in one cell."""
_GROUP = regex.compile(r"\p{Han}{2,4}指標|指標")
"""The kind of the indicators that a group of symbols is for: 活動指標 and 成果指標 both have an ア."""
_REFERRED = regex.compile(rf"({_GROUP.pattern})(?:名|名称)?({_SYMBOL.pattern})")
"""The kind and the symbol in one label: 活動指標(1), 指標名②."""
_PLAIN_NUMBER = regex.compile(r"[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a symbol stands for, and the page that says so."""

    text: str
    page: int


Names = dict[tuple[str, str], Named]
"""By kind of indicator and symbol."""


def is_symbol(cell: Cell) -> bool:
    """Whether a cell holds a symbol and nothing else; a number without a mark is a figure."""
    text = "".join(cell.text.split())
    return _SYMBOL.fullmatch(text) is not None and _PLAIN_NUMBER.fullmatch(text) is None


def keep_symbols(table: Sorted, row: int, names: Names) -> None:
    """Notes what the symbols in a row of a table stand for, where the row holds no figure."""
    indexes = [i for i in dict.fromkeys(table.table.at[row]) if i >= 0]
    if any(table.sorts[i] is Sort.FIGURE for i in indexes):
        return
    for index in indexes:
        cell = table.table.cells[index]
        if cell.row != row:
            continue
        group, symbol = _referred(cell)
        if symbol or is_symbol(cell):
            symbol, name = symbol or cell.text, _right_of(table, cell)
        else:
            symbol, name = _named_in(cell)
        kind = (group or _kind_of(table, cell)) if name else ""
        if kind:
            names[kind, _bare(symbol)] = Named(name, table.table.page_of(cell))


def name_of(table: Sorted, cell: Cell, names: Names) -> str:
    """What the symbol in a cell stands for; '' where no page near it has said so."""
    group, symbol = _referred(cell) if names else ("", "")
    if not names or not (symbol or is_symbol(cell)):
        return ""
    named = names.get((group or _kind_of(table, cell), _bare(symbol or cell.text)))
    return named.text if named is not None and abs(table.table.page_of(cell) - named.page) <= 1 else ""


def _referred(cell: Cell) -> tuple[str, str]:
    """The kind of indicator ('' for none) and the symbol of a label that has both ('活動指標(1)')."""
    match = _REFERRED.fullmatch(fold(cell.text))
    if match is None:
        return "", ""
    return (match[1] if match[1] != "指標" else ""), match[2]


def _bare(symbol: str) -> str:
    """A symbol without its brackets and points: (1) and ① are the same."""
    return fold(symbol).strip("().．")


def _named_in(cell: Cell) -> tuple[str, str]:
    """A symbol and the name behind it in one cell, ('', '') for other text."""
    match = _LED.fullmatch(cell.text.strip())
    if match is None or _PLAIN_NUMBER.fullmatch(match[1]) or len(match[2]) > 80:
        return "", ""
    return match[1], match[2]


def _right_of(table: Sorted, cell: Cell) -> str:
    column = cell.column + cell.column_span
    index = table.index(cell.row, column) if column < table.table.columns else -1
    if index < 0 or table.sorts[index] is not Sort.TEXT:
        return ""
    return table.table.cells[index].text


def _kind_of(table: Sorted, cell: Cell) -> str:
    """The kind of indicator that the nearest cell left of or above a cell names."""
    for column in range(cell.column - 1, -1, -1):
        kind = _kind_in(table, cell.row, column)
        if kind:
            return kind
    for row in range(cell.row - 1, -1, -1):
        kind = _kind_in(table, row, cell.column)
        if kind:
            return kind
    return ""


def _kind_in(table: Sorted, row: int, column: int) -> str:
    index = table.index(row, column)
    text = fold(table.table.cells[index].text) if index >= 0 else ""
    match = _GROUP.search(text) if len(text) <= 20 else None
    return match.group() if match is not None else ""
