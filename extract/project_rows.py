"""The projects that the rows of lists and the headings over blocks name."""

from __future__ import annotations

from dataclasses import replace

import regex

from extract.assembly import Assembly, Entry
from extract.context import Context
from extract.fields import RowFields
from extract.grid import Cell
from extract.headings import caption_unit
from extract.meaning import Sorted, labels_above
from extract.records import Place
from extract.stacked_names import split_name
from normalize.width import fold
from schemas.vocabulary import Vocabulary


def list_project(
    table: Sorted,
    fields: RowFields,
    row: int,
    context: Context,
    assembly: Assembly,
    vocabulary: Vocabulary,
) -> Entry | None:
    name = fields.project
    if name is None or not name.text.strip():
        return None
    key = (table.table.id, name.row, name.column)
    entry = assembly.by_cell.get(key)
    if entry is None:
        place = Place(table.table.page_of(name), name.text_box or name.box, table.table.id)
        basic = fields.text("basic_project") or context.basic_project
        if fields.parent_text:
            basic = fields.parent_text
        text, department = split_name(table, name, vocabulary)
        entry = assembly.start_project(text, place, fields.text("measure") or context.measure, basic)
        entry.summary = fields.text("summary")
        entry.activity = fields.text("activity")
        entry.departments_text = (
            fields.text("departments")
            or department
            or entry.departments_text
            or context.section
            or (context.department if context.project is not None else "")
        )
        entry.is_total = fields.total
        entry.group = fields.group
        entry.table_id = table.table.id
        assembly.by_cell[key] = entry
    return entry


def row_project(
    table: Sorted,
    name: Cell,
    fields: RowFields,
    context: Context,
    assembly: Assembly,
    vocabulary: Vocabulary,
) -> Entry | None:
    """The project of a row whose name stands under a header that the vocabulary does not know."""
    return list_project(table, replace(fields, project=name), name.row, context, assembly, vocabulary)


_UNDERTAKEN = regex.compile(r"(?:主な|具体的な?|個別)?取り?組み?(?:名|項目)?")
_LONGEST_NAME = 40


def bearer_of_row(table: Sorted, cell: Cell, fields: RowFields) -> Cell | None:
    """What bears the costs in a row of a list that has no column of projects: its 取組, else its 施策.

    A 取組 is the name of one where its header is that word alone and no sentence stands there; a 施策
    that is merged over several rows is none of them.
    """
    undertaken = fields.cells.get("activity")
    if undertaken is not None:
        over = labels_above(table, cell.row, undertaken.column)
        text = fold(undertaken.text)
        named = bool(over) and _UNDERTAKEN.fullmatch(fold(over[0].text)) is not None
        if named and len(text) <= _LONGEST_NAME and not regex.search(r"[。・●○■]", text):
            return undertaken
    measure = fields.cells.get("measure")
    alone = measure is not None and measure.row_span == cell.row_span
    return measure if alone and undertaken is None else None


def titled_block(table: Sorted, cell: Cell, context: Context, assembly: Assembly) -> Entry | None:
    """The project that a heading above a table names, where the table itself names none.

    決算 reports print a block a project: its name with a mark or with its department in brackets,
    then a small table of figures.
    """
    for line in reversed(table.table.captions_above(cell.row)):
        text = line.text.strip()
        if caption_unit([line]) or len(text) > 60 or text.endswith("。") or not text:
            continue
        key = (table.table.id, -1, round(line.box[1]))
        held = assembly.by_cell.get(key)
        if held is not None:
            return held
        name = regex.sub(r"^[■□◆◇●○◎▼▶★☆・]\s*|^[(（]?\d{1,3}[)）.．]?\s+", "", text)
        if name == text and not regex.search(r"(?:事業|業務|事務|費|[】〕])$", text):
            return None
        place = Place(table.table.page_of(cell), line.box, table.table.id)
        entry = assembly.start_project(name, place, context.measure, context.basic_project)
        entry.table_id = table.table.id
        if context.department_fresh and context.department_page == place.page:
            entry.departments_text = entry.departments_text or context.department
            context.department_fresh = False
        assembly.by_cell[key] = entry
        return entry
    return None
