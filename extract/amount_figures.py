"""Amounts: which project an amount belongs to, which part of it, its year and kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.amount_sums import of_all_years, sums_budgets
from extract.assembly import Assembly, Entry
from extract.component_names import component_name
from extract.context import RELATIVE_YEARS, Context, cost_bearer
from extract.fields import RowFields
from extract.figure_records import caption_says, figure_record
from extract.figure_texts import split_bracketed
from extract.figures import Said, kind_for_role, row_component
from extract.grid import Cell
from extract.label_patterns import ACCOUNT, YEARS_COMPARED
from extract.labels import Label
from extract.meaning import (
    Beside,
    Sort,
    Sorted,
    labels_above,
)
from extract.noted_kinds import noted_kind
from extract.once_a_table import once_a_table
from extract.project_rows import bearer_of_row, list_project, row_project, titled_block
from extract.records import Figure, Place, Unknown
from normalize.money import money_unit
from normalize.numbers import parse_number
from normalize.units import parse_unit
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_NO_NAMES = ("", "金額", "額", "合計")
"""What heads a whole without saying which."""


def read_amount(
    table: Sorted,
    cell: Cell,
    said: Said,
    fields: RowFields,
    left: Sequence[Beside],
    context: Context,
    assembly: Assembly,
    vocabulary: Vocabulary,
    above: Sequence[Label],
) -> bool:
    number = parse_number(cell.text)
    printed = number.unit if number is not None else ""
    if printed and not money_unit(f"({printed})") and printed not in ("%", "％"):
        return False
    if number is None and not said.money and not said.comparison:
        return False  # words with a number under a year (27 手続完了) are a milestone, no amount
    unit = said.unit if money_unit(f"({said.unit})") else _unit_of_name(fields)
    if said.unit and not unit and not said.comparison:
        return False
    listed = fields.indicator is not None or (fields.project is not None and not fields.by_item)
    counted = None if listed else fields.cells.get("unit")
    own = parse_unit(counted.text) if counted is not None and counted.column < cell.column else ""
    priced = bool(above) and bool(above[0].kind) and bool(money_unit(f"({above[0].unit})"))
    if own and not said.comparison and not priced:
        if not money_unit(f"({own})"):
            return False  # a row in 人 among rows in 千円
        unit = unit or own
    if fields.project is None and not above and not said.money and not said.comparison:
        return False  # a year beside a figure alone says no amount
    if not said.comparison and any(_SPAN_OF_YEARS.search(fold(lb.text)) for lb in above[:2]):
        return False  # R8以降, R5まで, R6～R8 sum years, and are the amount of none
    entry, component = _amount_entry(table, cell, said, fields, left, context, assembly, vocabulary)
    if entry is None:
        return False
    if said.funds and not said.kind and _refers_to_ignored(table, cell):
        return False
    if said.comparison:
        return _take_comparison(table, cell, said, entry, component, unit, context)
    kind = said.kind or noted_kind(_notes(table, cell, said), said.year, vocabulary)
    kind = kind or (kind_for_role(said.role) if said.role else "")
    if not kind and fold(component).startswith("うち"):
        kind = _kind_of_row_above(table, left)
    if kind in ("budget", "initial_budget") and sums_budgets(table, left):
        kind = "current_budget"
    inherits = not kind and not said.guessed
    year, caption_kind = caption_says(table, cell.row, context, vocabulary)
    if of_all_years(table, cell, said):
        year = None
    other_year = RELATIVE_YEARS.get(said.relative, 0) != 0 and caption_kind == "supplementary"
    if inherits or (
        kind == "budget"
        and caption_kind in ("initial_budget", "supplementary")
        and said.year is None
        and not other_year
    ):
        kind = caption_kind
    loose = bool(component) and not said.relative and not said.kind
    figure = figure_record(
        table,
        cell,
        said,
        context,
        unit=unit or context.table_unit or context.unit,
        kind=kind or "unspecified",
        component=component,
        series=said.part,
        year=None if said.year or said.relative else year,
    )
    halves = split_bracketed(cell.text) if said.second else None
    if halves is not None:
        figure = replace(figure, text=halves[0])
        if said.second == "share" and entry.share is None:
            entry.share = replace(figure, text=halves[1], unit="")
    parts = split_bracketed(cell.text) if context.bracketed is not None and not said.part else None
    if parts is not None and context.bracketed is not None:
        entry.amounts.append(replace(figure, text=parts[0]))
        second = context.bracketed
        second_year = second.year
        if second_year is None and second.relative and context.stated_year is not None:
            second_year = context.stated_year + RELATIVE_YEARS.get(second.relative, 0)
        entry.amounts.append(
            replace(
                figure,
                text=parts[1],
                period=second.text,
                kind=second.kind or figure.kind,
                fiscal_year=second_year,
            )
        )
        return True
    if said.whole_name in _NO_NAMES and any(_same_amount(held, figure) for held in entry.amounts):
        return True
    if not component and said.whole_name:
        figure = replace(figure, component=_other_whole(entry, figure, said.whole_name))
    entry.amounts.append(figure)
    if loose and (not entry.from_form or not kind):
        entry.loose.append(len(entry.amounts) - 1)
        if said.year is not None:
            entry.dated.add(len(entry.amounts) - 1)
    return True


_ERA_YEAR = r"(?:(?:令和|平成|昭和|[RHS])[元\d]{1,2}|20\d\d)(?:年度?)?"
_SPAN_OF_YEARS = regex.compile(
    rf"{_ERA_YEAR}末?(?:まで|以前|以降|以後)|^-{_ERA_YEAR}|{_ERA_YEAR}-(?:{_ERA_YEAR}|\d|$)"
)
"""A header over what several years take together; folded, so that waves are dashes."""


def _notes(table: Sorted, cell: Cell, said: Said) -> list[str]:
    """The texts over a figure that may tell the years of settlements from those of budgets."""
    return [*said.labels, *(line.text for line in table.table.captions_above(cell.row))]


def _unit_of_name(fields: RowFields) -> str:
    """The unit of money in the brackets behind the name of an item (市債残高（百万円）), '' for none."""
    bracket = _LAST_BRACKET.search(fold(fields.project.text)) if fields.by_item and fields.project else None
    return money_unit(bracket[0]) if bracket is not None else ""


_LAST_BRACKET = regex.compile(r"\([^()]{1,8}\)$")


def _kind_of_row_above(table: Sorted, left: Sequence[Beside]) -> str:
    """The kind that the label above a row うち一般財源 says (決算額): the row is a part of that one."""
    name = next((b.cell for b in left if fold(b.cell.text).startswith("うち")), None)
    index = table.index(name.row - 1, name.column) if name is not None and name.row else -1
    known = index >= 0 and not table.header[table.table.cells[index].row]
    return table.labels[index].kind if known else ""


def _other_whole(entry: Entry, figure: Figure, name: str) -> str:
    """'' for the first whole of a year and kind, the printed name for another one beside it.

    Forms print 事業費 and, with the staff, 総コスト: both are wholes, and two amounts with the same key
    could not be told apart.
    """
    for held in entry.amounts:
        same = (held.fiscal_year, held.kind, held.component) == (figure.fiscal_year, figure.kind, "")
        if same and not any(component_name(text) == name for text in held.labels):
            return name
    return ""


def _same_amount(a: Figure, b: Figure) -> bool:
    """Whether two figures of a form say the same amount: 事業費, and 合計 below its 節 again."""
    keys = [(f.fiscal_year, f.kind, f.component, f.series, f.unit, fold(f.text)) for f in (a, b)]
    return keys[0] == keys[1] and a.fiscal_year is not None and a.place.table_id != b.place.table_id


def _refers_to_ignored(table: Sorted, cell: Cell) -> bool:
    """Whether funds pay for the column left of them ('左の財源内訳') and that one is no amount."""
    run = table.runs[cell.row][cell.column]
    group = next((i for i in run if table.labels[i].group == "funds"), None)
    if group is None or not fold(table.labels[group].text).startswith("左の"):
        return False
    column = table.table.cells[group].column - 1
    beside = labels_above(table, cell.row, column) if column >= 0 else ()
    return any(lb.field == "ignored" for lb in beside)


def _amount_entry(
    table: Sorted,
    cell: Cell,
    said: Said,
    fields: RowFields,
    left: Sequence[Beside],
    context: Context,
    assembly: Assembly,
    vocabulary: Vocabulary,
) -> tuple[Entry | None, str]:
    """The project of an amount, and which part of it the figure is ('' = the whole)."""
    if fields.project is not None and not fields.by_item:
        name = fields.project
        parts = [
            b
            for b in left
            if b.cell.column >= name.column + name.column_span
            and (b.label.known or b.label.component)
            and not _classifies(table, b.cell)
        ]
        entry = list_project(table, fields, cell.row, context, assembly, vocabulary)
        return entry, said.component or row_component(parts)
    labels = [b for b in left if not _is_value(table, b.cell)]
    component = row_component(labels, said.component) or said.component
    form = context.sub_project or context.project
    if form is None and _costs_of_one(table) and _told_kind(table, cell, said, context, vocabulary):
        form = cost_bearer(context, assembly, table.table.page_of(cell))
    if form is not None:
        return form, component
    if context.block_project is not None and fields.by_item:
        return context.block_project, component
    if fields.project is None:
        named = [b for b in labels if b.sort is Sort.TEXT]
        if named and said.kind and (said.year is not None or said.relative):
            return row_project(table, named[-1].cell, fields, context, assembly, vocabulary), ""
        listed = bearer_of_row(table, cell, fields) if not named else None
        if listed is not None and _told_kind(table, cell, said, context, vocabulary):
            return row_project(table, listed, fields, context, assembly, vocabulary), component
        return (None if named else titled_block(table, cell, context, assembly)), component
    told = said.comparison or said.kind or said.year is not None or said.relative
    if fields.whole_rows or not (told or _caption_kind(table, cell, context, vocabulary)):
        return None, ""
    by_column = next((lb.component for lb in labels_above(table, cell.row, cell.column) if lb.component), "")
    return list_project(table, fields, cell.row, context, assembly, vocabulary), by_column


@once_a_table()
def _costs_of_one(table: Sorted) -> bool:
    """Whether the rows of a table are parts of one amount: 事業費, its funds, 人件費."""
    labels = zip(table.table.cells, table.sorts, table.labels, strict=True)
    return any(
        sort is Sort.LABEL and label.known and (label.whole or label.group) and not table.header[cell.row]
        for cell, sort, label in labels
    )


def _classifies(table: Sorted, cell: Cell) -> bool:
    """Whether a text behind the name of a project says which 款, 項 or 目 holds it, no part of its amount."""
    over = labels_above(table, cell.row, cell.column)
    return bool(over) and ACCOUNT.fullmatch(fold(over[0].text)) is not None


def _is_value(table: Sorted, cell: Cell) -> bool:
    """Whether a text is the value of a form's label beside it (担当課: 総務課), which names no row."""
    index = table.index(cell.row, cell.column - 1) if cell.column else -1
    return (
        index >= 0
        and table.sorts[index] is Sort.LABEL
        and bool(table.labels[index].field)
        and not table.header[table.table.cells[index].row]
    )


def _take_comparison(
    table: Sorted, cell: Cell, said: Said, entry: Entry, component: str, unit: str, context: Context
) -> bool:
    if component or _one_of_several_years(table, cell):
        return False
    if entry.from_form and YEARS_COMPARED.fullmatch(fold(said.labels[0])):
        # H22/H21 over the rows of a form is of each row
        return False
    figure = figure_record(table, cell, said, context, unit=unit or context.table_unit or context.unit)
    kind = said.comparison
    if kind == "to_previous" and unit:
        kind = "change"
    if kind == "change":
        figure = replace(figure, kind=said.kind)
        # of a row 増減 under several columns the one of what was spent is the project's
        spent = entry.change is not None and entry.change.kind != "settlement" == figure.kind
        if entry.change is None or spent or _is_later(figure, entry.change, context):
            entry.change = figure
    elif kind in ("to_previous", "growth"):
        if entry.ratio is None or _is_later(figure, entry.ratio, context):
            entry.ratio, entry.ratio_kind = figure, kind
    elif kind == "execution_rate":
        entry.execution_rate = entry.execution_rate or figure
    elif kind == "share":
        entry.share = entry.share or figure
    return True


def _is_later(figure: Figure, held: Figure, context: Context) -> bool:
    """Whether a comparison is of a later year than the one held, up to the year the document is of."""
    year, former = figure.fiscal_year, held.fiscal_year
    if year is None or former is None or year <= former:
        return False
    return context.stated_year is None or year <= context.stated_year


def _one_of_several_years(table: Sorted, cell: Cell) -> bool:
    """Whether a comparison stands in a row of its own under years: one for each, none of the project."""
    years = {
        label.year
        for column in range(table.table.columns)
        for label in labels_above(table, cell.row, column)[:2]
        if label.year is not None and not label.kind and not label.comparison
    }
    return len(years) > 1 and not any(lb.comparison for lb in labels_above(table, cell.row, cell.column))


def _told_kind(table: Sorted, cell: Cell, said: Said, context: Context, vocabulary: Vocabulary) -> str:
    """The kind of an amount by its labels, a note on its year or a caption, '' where nothing tells it."""
    noted = said.kind or noted_kind(_notes(table, cell, said), said.year, vocabulary)
    return noted or _caption_kind(table, cell, context, vocabulary)


def _caption_kind(table: Sorted, cell: Cell, context: Context, vocabulary: Vocabulary) -> str:
    return caption_says(table, cell.row, context, vocabulary)[1]


def note_unknown(
    cell: Cell,
    above: Sequence[Label],
    fields: RowFields,
    table: Sorted,
    assembly: Assembly,
    context: Context,
    vocabulary: Vocabulary,
) -> bool:
    """Notes a label that figures of a project or an indicator stand under and nobody knows."""
    if not above and (fields.project or fields.indicator):
        header = next((t for t in fields.unknown_headers(cell.column)), None)
        if header is not None:
            place = Place(table.table.page_of(header), header.text_box or header.box, table.table.id)
            if _names_amount(header.text) and fields.project is not None:
                entry = list_project(table, fields, cell.row, context, assembly, vocabulary)
                if entry is not None and not entry.is_total:
                    year, _ = caption_says(table, cell.row, context, vocabulary)
                    entry.amounts.append(
                        figure_record(
                            table,
                            cell,
                            Said(period=header.text),
                            context,
                            kind="unspecified",
                            year=year,
                            unit=context.table_unit or context.unit,
                        )
                    )
                    return True
            assembly.unknown.append(Unknown(header.text, 1, place))
    return False


def _names_amount(text: str) -> bool:
    return fold(text).endswith("額")
