"""Figures of indicators: which indicator a figure belongs to, and its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.assembly import Assembly, Entry
from extract.context import Context
from extract.fields import RowFields
from extract.figure_records import figure_record
from extract.figures import Said
from extract.forms import split_note
from extract.grid import Cell
from extract.headings import (
    lifecycle_of,
)
from extract.indicator_names import (
    band_above,
    column_title,
    corner_title,
    names_its_unit,
    outside_brackets,
    title_above,
)
from extract.meaning import (
    Beside,
    Sort,
    Sorted,
    labels_above,
    labels_over,
)
from extract.own_years import own_year, row_heads
from extract.records import Place
from extract.symbols import name_of
from normalize.money import money_unit
from normalize.numbers import parse_number

_FORMULA_NOTE = regex.compile(r"[（(][^（）()]*[A-ZＡ-Ｚ][^（）()]*[÷×／/*＊][^（）()]*[）)]")
"""How an indicator is computed from lettered rows, in brackets behind its name ('（Ｂ／人口）')."""
_TARGET_NOTE = regex.compile(r"\s*【[^【】]*\d[^【】]*】\s*$")
"""The target of an indicator, printed behind its name ('受入件数（件）【120】')."""


_SIGN = regex.compile(r"[①-⑳※*＊\d,、・\s]*")
"""A sign in place of a description, which a legend explains (出典 ①)."""


def is_indicator(table: Sorted, cell: Cell, said: Said, fields: RowFields, context: Context) -> bool:
    """Whether a figure without any word of money is a value of an indicator."""
    if fields.indicator is not None:
        return True
    if fields.project is not None and not fields.by_item:
        # 計画 or 実績 beside a project's name is money where the table states a unit of money
        return bool(said.role) and not (context.table_unit or context.caption_unit)
    if fields.project is not None and not said.role:
        # an item in t-CO2 under years beside 基準年度 and 目標
        return said.year is not None and _is_counted(fields, context) and _roles_in_header(table, cell)
    if fields.project is not None and _kinds_in_header(table, cell, fields, context):
        return False
    if said.role or context.indicator is not None:
        return True
    if said.year is not None and fields.project is None and _roles_in_header(table, cell):
        return True
    return context.told_indicators and fields.project is None and said.year is not None


def _kinds_in_header(table: Sorted, cell: Cell, fields: RowFields, context: Context) -> bool:
    """Whether 計画 or 見込 over an item's figure says a year's amount, beside 決算 and in a unit of money.

    Financial plans head their years (決算), (決算見込) and (計画): all of them are amounts.
    """
    run = table.runs[cell.row][cell.column]
    if fields.blank_indicator or not (context.table_unit or context.caption_unit):
        return False
    return any(table.labels[i].role for i in run) and any(lb.kind for _, lb in row_heads(table, cell))


def _roles_in_header(table: Sorted, cell: Cell) -> bool:
    """Whether the header row over a figure says 基準値 or 目標値 over others, and speaks of no money."""
    run = table.runs[cell.row][cell.column]
    if not run:
        return False
    row = table.table.cells[run[0]].row
    beside = [table.labels[i] for i in dict.fromkeys(table.table.at[row]) if i >= 0]
    return any(lb.role for lb in beside) and not any(lb.kind or lb.whole or lb.component for lb in beside)


def read_indicator(
    table: Sorted,
    cell: Cell,
    said: Said,
    fields: RowFields,
    left: Sequence[Beside],
    context: Context,
    assembly: Assembly,
) -> bool:
    fields, own_role = _named_above(table, fields)
    entry = _indicator_entry(table, cell, fields, left, context, assembly)
    if entry is None:
        return False
    role = said.role or own_role or ("actual" if said.as_of else "")
    if role == "value":
        role = "target" if _beside_actual(table, cell) else ""
    if (
        not role and not said.guessed and not _beside_roles(table, left) and not under_unknown(table, cell)
    ):  # words nobody knows beside the year may say anything
        past = context.stated_year is None or (said.year or 0) <= context.stated_year
        role = "actual" if past else "planned"
    if role == "baseline" and _is_now_beside_baseline(table, cell):
        role = "actual"
    year = own_year(table, cell, said, role, context)
    figure = figure_record(table, cell, said, context, unit=said.unit or fields.text("unit"), year=year)
    of_part = fields.indicator is not None or entry is not context.indicator
    entry.values.append(replace(figure, role=role, series=fields.series if of_part else ""))
    return True


_NOW = regex.compile(r"現[状況在]|直近|最新")


def _is_now_beside_baseline(table: Sorted, cell: Cell) -> bool:
    """Whether a figure headed 現状値 or 現況値 stands beside a baseline so called (策定時)."""
    run = table.runs[cell.row][cell.column]
    if not run or not _NOW.search(table.labels[run[0]].text):
        return False
    return any(lb.role == "baseline" and not _NOW.search(lb.text) for _, lb in row_heads(table, cell))


def _is_counted(fields: RowFields, context: Context) -> bool:
    """Whether the unit of a row, or of all rows, is stated and none of money."""
    unit = fields.text("unit") or context.counted_in
    return bool(unit) and not money_unit(f"({unit})")


def _counted_name(cell: Cell, fields: RowFields, context: Context) -> Cell | None:
    """The name of a project or item whose row is counted in a unit that is none of money (人日, か所)."""
    number = parse_number(cell.text) if fields.by_item else None
    unit = fields.text("unit") or context.counted_in or (number.unit if number is not None else "")
    return (fields.divided or fields.project) if unit and not money_unit(f"({unit})") else None


def _is_value(table: Sorted, beside: Beside) -> bool:
    """Whether a text stands under a year, so that it is what was done then (工程) and no name."""
    over = labels_over(table, beside.cell)
    return bool(over) and over[0].known and not over[0].field and over[0].year is not None


def _beside_actual(table: Sorted, cell: Cell) -> bool:
    """Whether the header beside a figure says 実績値 and no 目標値: 指標値 over the figure is the target."""
    roles = {lb.role for _, lb in row_heads(table, cell)}
    return "actual" in roles and "target" not in roles


def under_unknown(table: Sorted, cell: Cell) -> bool:
    """Whether the header right above a figure is no known word, and those beside it say 計画 or 実績.

    Under 令和5年度 stand 計画, 実績 and, say, 差: what is under the last is no actual of the year.
    """
    for row in range(cell.row - 1, -1, -1):
        index = table.index(row, cell.column)
        if index < 0:
            return False
        if not table.header[row]:
            continue
        if table.sorts[index] is not Sort.TEXT or table.labels[index].guessed:
            return False
        return any(table.labels[i].known and table.labels[i].role for i in table.table.at[row] if i >= 0)
    return False


_ROWS_OF_ONE = 4
"""Rows that an indicator takes at most where its name stands in the first of them alone."""


def _name_above_blank(table: Sorted, cell: Cell, left: Sequence[Beside]) -> Cell | None:
    """The name that a row with an empty name cell goes on: 目標 in the row of the name, 実績 in the next.

    Spreadsheets whose cells are not merged print it so. The row must say a role that those from the name
    to it have not said.
    """
    own = next((b for b in left if b.label.known and b.label.role), None)
    columns = (c for c in range(cell.column) if _heads_indicators(table, cell.row, c))
    column = next(columns, None)
    if own is None or column is None or table.sorts[table.index(cell.row, column)] is not Sort.BLANK:
        return None
    for row in range(cell.row - 1, max(-1, cell.row - _ROWS_OF_ONE), -1):
        beside, name = table.index(row, own.cell.column), table.index(row, column)
        role = table.labels[beside].role if beside >= 0 else ""
        if not role or role == own.label.role or name < 0:
            return None
        if table.sorts[name] is not Sort.BLANK:
            return table.table.cells[name] if table.sorts[name] is Sort.TEXT else None
    return None


def _heads_indicators(table: Sorted, row: int, column: int) -> bool:
    over = labels_above(table, row, column)
    return bool(over) and over[0].field == "indicator_name" and table.index(row, column) >= 0


_OPPOSITE = {"actual": "planned", "planned": "actual", "target": "actual"}


def _named_above(table: Sorted, fields: RowFields) -> tuple[RowFields, str]:
    """The fields of a row with the indicator of the row above where its own name is （実績）, and its role.

    The row above, whose name has no such word, then is what is set against the actual: the plan.
    """
    name = fields.indicator
    if name is None:
        return fields, ""
    at = (table.index(row, name.column) for row in range(name.row - 1, -1, -1))
    role = table.labels[table.index(name.row, name.column)].role
    if role:
        named = next((table.table.cells[i] for i in at if i >= 0 and table.sorts[i] is Sort.TEXT), None)
        return (fields, role) if named is None else (replace(fields, indicator=named), role)
    below = table.index(name.row + name.row_span, name.column) if _goes_on(table, name) else -1
    label = table.labels[below] if below >= 0 else None
    alone = label is not None and label.known and label.role and not label.year and not label.field
    return fields, _OPPOSITE.get(label.role, "") if label is not None and alone else ""


def _goes_on(table: Sorted, name: Cell) -> bool:
    """Whether the table has a row below a name."""
    return name.row + name.row_span < table.table.rows


def _beside_roles(table: Sorted, left: Sequence[Beside]) -> bool:
    """Whether an unknown word stands beside a figure where other rows say 目標 or 実績."""
    unknown = next((b.cell for b in left if b.sort is Sort.TEXT), None)
    return unknown is not None and any(
        lb.known and lb.role and cell.column == unknown.column and cell.row != unknown.row
        for lb, cell in zip(table.labels, table.table.cells, strict=True)
    )


def _indicator_entry(
    table: Sorted, cell: Cell, fields: RowFields, left: Sequence[Beside], context: Context, assembly: Assembly
) -> Entry | None:
    if fields.indicator is not None:
        name = fields.indicator
        key = (table.table.id, name.row, name.column)
        entry = assembly.by_cell.get(key)
        if entry is None:
            place = Place(table.table.page_of(name), name.text_box or name.box, table.table.id)
            text, note = split_note(name)
            text = name_of(table, name, context.symbols) or text
            entry = assembly.start_indicator(
                text, place, context.goal, fields.text("measure") or context.measure
            )
            named = "" if names_its_unit(name.text) else context.counted_in
            entry.unit_text = fields.text("unit") or named
            described = fields.text("description")
            entry.description = note if _SIGN.fullmatch(described.strip()) else described or note
            entry.departments_text = (
                fields.text("departments") or entry.departments_text or context.section or context.department
            )
            entry.fill_rgb = name.fill_rgb
            entry.lifecycle = lifecycle_of(name.fill_rgb, assembly.colours)
            assembly.by_cell[key] = entry
        return entry
    referred = next((b.cell for b in left if name_of(table, b.cell, context.symbols)), None)
    if context.indicator is not None and referred is None:
        return context.indicator
    if referred is None and fields.blank_indicator:
        above = _name_above_blank(table, cell, left)
        return assembly.by_cell.get((table.table.id, above.row, above.column)) if above is not None else None
    band = band_above(table, cell)
    if band is None and not any(b.sort is Sort.TEXT for b in left):
        band = title_above(table, cell)
    if band is None and not any(b.sort is Sort.TEXT for b in left):
        band = column_title(table, cell)
    if band is None and not any(b.sort is Sort.TEXT for b in left):
        band = corner_title(table, cell)
    counted = _counted_name(cell, fields, context)
    texts = (b.cell for b in left if b.sort is Sort.TEXT and not _is_value(table, b))
    row_name = counted or next(texts, None)
    if row_name is None:
        row_name = next((b.cell for b in left if not b.label.year), None) if band is not None else None
    measure = fields.cells.get("measure") or fields.cells.get("goal")
    if measure is not None and measure.column >= cell.column:
        measure = None
    chosen = referred or band or row_name or measure
    if chosen is None:
        return None
    name_text = chosen.text
    if band is not None and row_name is not None and not outside_brackets(band.text):
        name_text = row_name.text + band.text
    name_text = name_of(table, chosen, context.symbols) or name_text
    name_text = _FORMULA_NOTE.sub("", _TARGET_NOTE.sub("", name_text))
    key = (table.table.id, chosen.row, chosen.column)
    entry = assembly.by_cell.get(key)
    if entry is None:
        place = Place(table.table.page_of(chosen), chosen.text_box or chosen.box, table.table.id)
        entry = assembly.start_indicator(name_text, place, context.goal, context.measure)
        entry.unit_text = fields.text("unit") or context.counted_in
        entry.departments_text = fields.text("departments") or context.department
        assembly.by_cell[key] = entry
    return entry
