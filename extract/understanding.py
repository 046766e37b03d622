"""What a document says: its indicators, projects and programmes, read by their labels.

One mechanism for every layout. A row of a list names its indicator or project in a column whose
header says so; a form names it in a cell beside a label, for all figures that follow; a matrix
names it beside or above its rows. What a figure then is (role, kind, component, year) its labels
say (see extract.figures).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from extract.amount_figures import note_unknown, read_amount
from extract.assembly import Assembly
from extract.checks import COMPARISONS, keep_check, witness_kind
from extract.context import Context, header_unit, read_bands, read_captions, take_pair
from extract.counted import as_count, is_count, part_by_unit, staff_paid
from extract.fields import RowFields, row_fields
from extract.figure_texts import worded_figure
from extract.figures import Said, combine
from extract.forms import FormPair, form_pairs, instructs, outside_pairs
from extract.grid import Cell, Sheet
from extract.headings import (
    department_heading,
    document_title,
    document_year,
    explained_colours,
    stated_year,
)
from extract.indicator_figures import is_indicator, read_indicator
from extract.label_patterns import ACCOUNT
from extract.labels import NAMES, Label, parse_label
from extract.listed import read_lists
from extract.meaning import (
    Sort,
    Sorted,
    cells_left,
    grid_has_header,
    labelled_beside,
    labels_over,
    sort_table,
)
from extract.once_a_table import once_a_table
from extract.own_years import heads_year, of_other_group
from extract.programmes import read_programmes
from extract.project_rows import list_project
from extract.records import DocumentRecords, ReadTable
from extract.stacked import split_stacked_rows
from extract.stages import staged_figures
from extract.stretches import logical_tables
from extract.symbols import keep_symbols
from extract.tables import Table
from extract.total_columns import sums_years, total_column, total_over, total_row, whole_on_the_left
from extract.worded_values import is_worded, worded_values
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_NAMES = ("project_name", "sub_project_name", "indicator_name", "item_name", "basic_project", "measure")


def understand(
    sheets: Sequence[Sheet], vocabulary: Vocabulary, hints: Mapping[str, object] | None = None
) -> DocumentRecords:
    """The records of a document, in reading order.

    `hints` may carry what a document's own words do not say: `edition_fiscal_year` (int), `unit`
    (the money unit of all amounts), `labels` (label as printed to a label the vocabulary knows).
    """
    hints = hints or {}
    context = begin(sheets, hints)
    assembly = Assembly(explained_colours(sheets, vocabulary))
    tables = logical_tables(
        sheets, lambda g: grid_has_header(g, vocabulary, context.year), split_stacked_rows
    )
    read = read_tables(tables, {s.page: s for s in sheets}, vocabulary, hints, context, assembly)
    lists = read_lists(sheets, context, assembly, vocabulary, len(tables))
    return replace(assembly.records(context.title), tables=(*read, *lists))


def begin(sheets: Sequence[Sheet], hints: Mapping[str, object]) -> Context:
    """What holds at the beginning of a document, by its first pages (four are enough) and hints."""
    year = hints.get("edition_fiscal_year")
    hinted = year if isinstance(year, int) else None
    edition = hinted if hinted is not None else document_year(sheets)
    stated = hinted if hinted is not None else stated_year(sheets)
    unit = str(hints.get("unit") or "")
    return Context(title=document_title(sheets), year=edition, stated_year=stated, unit=unit)


def read_tables(
    tables: Sequence[Table],
    sheets: Mapping[int, Sheet],
    vocabulary: Vocabulary,
    hints: Mapping[str, object],
    context: Context,
    assembly: Assembly,
) -> tuple[ReadTable, ...]:
    """The tables with their header rows; what they say is in `assembly` then, and in `context` what goes on.

    `sheets` are the pages by number.
    """
    return tuple(
        ReadTable(table, _read_table(renamed(table, hints), sheets, vocabulary, context, assembly))
        for table in tables
    )


def renamed(table: Table, hints: Mapping[str, object]) -> Table:
    """The table with the labels that hints give for those printed."""
    names = hints.get("labels")
    return _with_renamed_labels(table, names) if isinstance(names, Mapping) else table


def _with_renamed_labels(table: Table, renamed: Mapping[str, str]) -> Table:
    wanted = {fold(k): v for k, v in renamed.items()}
    cells = tuple(replace(c, text=wanted.get(fold(c.text), c.text)) for c in table.cells)
    return replace(table, cells=cells)


def _read_table(
    table: Table, sheets: Mapping[int, Sheet], vocabulary: Vocabulary, context: Context, assembly: Assembly
) -> tuple[bool, ...]:
    """Reads one table into `assembly`; returns which of its rows are header rows."""
    sorted_ = sort_table(table, vocabulary, context.year)
    pairs = _names_first(sorted_, form_pairs(sorted_, vocabulary))
    measures: dict[int, str] = {}
    starts = {part.first_row: part for part in table.new_parts()}
    of_header, of_rows = header_unit(sorted_)
    context.table_unit = of_header or of_rows
    if table.carried is None:
        context.indicator = None
        context.section = ""
        context.totals_lead = False
        context.block_project = None
    for row in range(table.first_row, table.rows):
        part = starts.get(row)
        if part is not None:
            read_captions(part.captions, vocabulary, context)
            context.table_unit = of_header or ("" if context.caption_unit else of_rows)
            for pair in outside_pairs(part, table, sheets.get(part.grid.page), vocabulary, context.year):
                take_pair(pair, table, context, assembly)
        read_bands(sorted_, row, vocabulary, context)
        for pair in pairs.get(row, ()):
            take_pair(pair, table, context, assembly)
        keep_symbols(sorted_, row, context.symbols)
        measures[row] = context.measure
        _read_row(sorted_, row, context, assembly, vocabulary)
    context.table_unit = ""
    assembly.programmes.extend(read_programmes(table, measures))
    assembly.settle_funds(table.id)
    return sorted_.header


def _names_first(table: Sorted, pairs: dict[int, list[FormPair]]) -> dict[int, list[FormPair]]:
    """The pairs of a form by row, the one project of a slip without header rows before its figures.

    款, 項, 目 and 事業 stand below each other at the left; 予算額 and 決算額 are beside the first of them.
    """
    named = [row for row, found in pairs.items() for pair in found if pair.field == "project_name"]
    if (
        table.table.is_cut
        or len(named) != 1
        or named[0] == 0
        or len(table.table.parts) > 1
        or any(table.header[: named[0] + 1])
    ):
        return pairs
    found = pairs[named[0]]
    first = [pair for pair in found if pair.field == "project_name"]
    rest = [pair for pair in found if pair.field != "project_name"]
    return {**pairs, 0: [*first, *pairs.get(0, ())], named[0]: rest}


def _read_row(table: Sorted, row: int, context: Context, assembly: Assembly, vocabulary: Vocabulary) -> None:
    if table.header[row]:
        return
    fields = row_fields(table, row, vocabulary)
    if any(cell is not None and instructs(cell.text) for cell in (fields.project, fields.indicator)):
        return
    cells = {i for i in table.table.at[row] if i >= 0}
    figures = [
        table.table.cells[i]
        for i in sorted(cells)
        if table.sorts[i] is Sort.FIGURE
        and table.table.cells[i].row == row
        and table.table.is_new(table.table.cells[i])
    ]
    figures += [cell for cell in worded_values(table, row, fields) if table.table.is_new(cell)]
    figures.sort(key=lambda c: c.column)
    found = False
    for cell in figures:
        named = row_fields(table, row, vocabulary, cell.column)
        found = _read_figure(table, cell, named, context, assembly, vocabulary) or found
    if fields.project is not None and not fields.by_item:
        alone = not fields.total and heads_block(table, row)
        context.block_project = (
            list_project(table, fields, row, context, assembly, vocabulary) if alone else None
        )
    if (
        fields.total
        and fields.project is not None
        and table.table.carried is None
        and row == next((r for r in range(table.table.rows) if not table.header[r]), -1)
    ):
        context.totals_lead = True
    if fields.total and fields.project is not None and context.totals_lead:
        # where totals stand above what they sum, '危機管理局 計' heads the rows of that department
        context.section = department_heading(regex.sub(r"\s*(?:小計|合計|計)\s*$", "", fields.project.text))
    if not found and not figures_meant(table) and _only_row(table, row):
        for kind in ("project_name", "departments", "measure", "basic_project"):
            if fields.text(kind):
                place = fields.place(kind, table.table)
                take_pair(FormPair(kind, fields.text(kind), place), table.table, context, assembly)
        return
    if not found and fields.lists_projects and not fields.total:
        entry = list_project(table, fields, row, context, assembly, vocabulary)
        if entry is not None:
            entry.listed = True


def heads_block(table: Sorted, row: int) -> bool:
    """Whether a row is alone under its header and the next header names items: what follows divides it.

    A form prints the project with its amount in a table of one row, and below it 節 and 金額.
    """
    end = max(table.table.cells[i].row + table.table.cells[i].row_span for i in table.table.at[row] if i >= 0)
    if not row or not table.header[row - 1] or end >= table.table.rows or not table.header[end]:
        return False
    labels = [table.labels[i] for i in dict.fromkeys(table.table.at[end]) if i >= 0]
    names = [lb for lb in labels if lb.field in NAMES]
    divide = [lb.field == "item_name" and ACCOUNT.fullmatch(fold(lb.text)) is None for lb in names]
    return bool(divide) and all(divide)


@once_a_table()
def figures_meant(table: Sorted) -> bool:
    """Whether any header label of a table gives meaning to figures."""
    return any(
        lb.says_figures
        for lb, cell in zip(table.labels, table.table.cells, strict=True)
        if table.header[cell.row]
    )


def _only_row(table: Sorted, row: int) -> bool:
    """Whether each row of a table has a header of its own: a form with its labels above the values.

    Other rows of such a form have their label at the left (目的 | 対象：町民).
    """
    return row > 0 and table.header[row - 1] and not table.header[row] and _each_row_headed(table)


@once_a_table()
def _each_row_headed(table: Sorted) -> bool:
    headed = [above or own for above, own in pairwise((False, *table.header))]
    return all(own or _labelled_row(table, row) for row, own in enumerate(headed))


def _labelled_row(table: Sorted, row: int) -> bool:
    """Whether a row is a label and what it names, both within the row."""
    cells = [i for i in dict.fromkeys(table.table.at[row]) if i >= 0 and table.table.cells[i].text]
    own = [i for i in cells if table.table.cells[i].row == row and table.table.cells[i].row_span == 1]
    labels = [table.sorts[i] is Sort.LABEL and bool(table.labels[i].field) for i in own]
    return own == cells and len(own) > 1 and labels[0] and not any(labels[1:])


def _is_code(table: Sorted, cell: Cell) -> bool:
    """Whether a figure is the value of a form's label for numbers directly left of it (予算コード 03-01)."""
    index = table.index(cell.row, cell.column - 1) if cell.column else -1
    return index >= 0 and table.sorts[index] is Sort.LABEL and table.labels[index].field == "number"


def _read_figure(
    table: Sorted, cell: Cell, fields: RowFields, context: Context, assembly: Assembly, vocabulary: Vocabulary
) -> bool:
    """Reads one figure into its indicator or project; False when it is none of them."""
    if _is_code(table, cell):
        return True
    if fields.divides:
        return True
    halves = staged_figures(table, cell, vocabulary, context)
    if halves:
        read = [
            _read_labelled(table, half, (word,), fields, context, assembly, vocabulary)
            for half, word in halves
        ]
        return any(read)
    return _read_labelled(table, cell, (), fields, context, assembly, vocabulary)


def _read_labelled(
    table: Sorted,
    cell: Cell,
    words: tuple[Label, ...],
    fields: RowFields,
    context: Context,
    assembly: Assembly,
    vocabulary: Vocabulary,
) -> bool:
    heads = () if labelled_beside(table, cell) else labels_over(table, cell)
    above = (*words, *heads, *whole_on_the_left(table, cell, heads))
    left = [
        b
        for b in cells_left(table, cell)
        if not (over := labels_over(table, b.cell))
        or over[0].field in ("", "item_name", "year", "ignored")
        or (b.sort is Sort.LABEL and b.label.says_figures and b.label.known and not b.label.component)
    ]
    left = [b for b in left if b.label.year is None or not of_other_group(table, cell, b.cell)]
    if fields.indicator is not None:
        left = [b for b in left if not (b.label.says_figures and heads_year(table, b.cell))]
        left = [b for b in left if b.sort is not Sort.TEXT or not is_worded(table, b.cell)]
    if fields.project is not None and not fields.by_item:
        # 減額 before the name of a project says what became of it, not what its figures are
        name = fields.project.column
        left = [b for b in left if b.cell.column >= name or not b.label.comparison]
    left = staff_paid(left)
    beside = [b.label for b in left if b.label.known or b.label.year is not None]
    worded = worded_figure(cell.text)
    if worded is not None:
        word = parse_label(worded[0], vocabulary, context.year)
        if word.known and (word.role or word.kind):
            above = (word, *above)
            cell = replace(cell, text=worded[1])
    said = combine(above, beside)
    said = replace(said, component=said.component or part_by_unit(left, fields))
    check = witness_kind([*above[:2], *beside[:1]], vocabulary) if said.field == "ignored" else ""
    if (
        said.field == "ignored"
        and not check
        and (fields.indicator is not None or (fields.project is not None and not fields.by_item))
        and not (above and any(lb.field == "ignored" for lb in above[:2]))
    ):
        said = replace(said, field="")  # a mark such as 新規 in a list, not a label of the row
    if check or _compares_indicators(said, fields, context):
        keep_check(table, cell, said, check or said.comparison, fields, left, context, assembly)
        return False
    if said.field and not (said.field in _NAMES and (said.role or said.kind)):
        return False
    if sums_years(table, cell, heads):
        return False
    total = total_over(heads)
    if total is not None and (not said.kind or said.kind == "supplementary"):
        sums = total_column(table, cell, total)
        if sums is None and total == 0:
            return False
        said = replace(said, kind=sums or said.kind, whole=True, funds=False)
    elif left and left[0].label.total and not said.component:
        said = replace(said, kind=total_row(table, left) or said.kind)
    dated = said.year is not None or said.relative or (said.as_of and fields.indicator is not None)
    if not (said.role or said.money or said.comparison or dated):
        return note_unknown(cell, above, fields, table, assembly, context, vocabulary)
    counts = is_count(table, cell, said, fields, left, vocabulary, context)
    if counts:
        of_money = said.money
        said = as_count(said, fields, left)
        if of_money and not said.role and fields.indicator is None:
            return False
        if above and above[0].total:
            return False  # 累計 behind the years of an indicator in 千円
    if not said.money and not said.comparison and is_indicator(table, cell, said, fields, context):
        return read_indicator(table, cell, said, fields, left, context, assembly)
    if counts:
        return False  # neither a value of an indicator nor money
    return read_amount(table, cell, said, fields, left, context, assembly, vocabulary, above)


def _compares_indicators(said: Said, fields: RowFields, context: Context) -> bool:
    """Whether a figure is the 増減 or 前年比 of an indicator, which is no value of it."""
    named = fields.indicator is not None or (context.indicator is not None and fields.project is None)
    counted = fields.by_item and bool(context.counted_in)
    return said.comparison in COMPARISONS and (named or counted) and not said.money and not said.field
