"""Lists of programmes whose lines begin with marks, explained by a legend beside them.

総合戦略 print them as '個別戦略(事業)': the cell on the left explains the marks ('◎新規重点 ○新規
■拡充等 □継続'), the cell on the right holds one programme a line.
"""

from __future__ import annotations

import regex

from extract.grid import Cell
from extract.records import Place, Programme
from extract.tables import Table

MARKS = "◎○〇■□●◇◆△▲▽★☆"
_LEGEND = regex.compile(rf"([{MARKS}])\s*([^\s{MARKS}・]+)")
_ITEM = regex.compile(rf"^([{MARKS}])\s*(.+)$", regex.S)


def find_legend(text: str) -> dict[str, str]:
    """Mark to meaning, where a cell explains at least two marks; else nothing."""
    pairs = {m.group(1).replace("〇", "○"): m.group(2).strip() for m in _LEGEND.finditer(text)}
    return pairs if len(pairs) >= 2 else {}


def read_programmes(table: Table, measure_at: dict[int, str]) -> tuple[Programme, ...]:
    """The programmes of a table; `measure_at` gives the measure in force at each row."""
    found: list[Programme] = []
    for index, cell in enumerate(table.cells):
        if cell.column == 0 or not cell.text or not table.is_new(cell) or not _ITEM.match(cell.text.strip()):
            continue
        left = table.cell(cell.row, cell.column - 1)
        legend = find_legend(left.text) if left is not None else {}
        if not legend or table.at[cell.row][cell.column] != index:
            continue
        found.extend(_items(cell, legend, table, measure_at.get(cell.row, "")))
    return tuple(found)


def _items(cell: Cell, legend: dict[str, str], table: Table, measure: str) -> list[Programme]:
    items: list[Programme] = []
    for line in cell.lines:
        match = _ITEM.match(line.text.strip())
        mark = match.group(1).replace("〇", "○") if match else ""
        if match and mark in legend:
            place = Place(table.page_of(cell), line.box, table.id)
            items.append(Programme(match.group(2).strip(), mark, legend[mark], place, measure))
        elif items:
            former = items[-1]
            box = former.place.box
            whole = (
                min(box[0], line.box[0]),
                box[1],
                max(box[2], line.box[2]),
                max(box[3], line.box[3]),
            )
            items[-1] = Programme(
                former.name_text + line.text.strip(),
                former.mark,
                former.mark_meaning,
                Place(former.place.page, whole, table.id),
                measure,
            )
    return items
