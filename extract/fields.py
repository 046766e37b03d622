"""Text fields: what the cells of a list's row are by their headers, and the pairs of a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.grid import Cell, Line, Sheet
from extract.labels import parse_label
from extract.meaning import Sort, Sorted, labels_above
from extract.records import Place
from extract.tables import Part, Table
from normalize.width import fold
from schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FormPair:
    """A form's label and the value beside it; `field` as in the vocabulary."""

    field: str
    text: str
    place: Place


def form_pairs(table: Sorted) -> dict[int, list[FormPair]]:
    """The pairs of a table by the row they begin in.

    A label that names a text, in a row that is no header, with a text right of it that is no
    label. A row with a 単位 pair names an indicator in the text before it, whatever its label.
    """
    found: dict[int, list[FormPair]] = {}
    for index, cell in enumerate(table.table.cells):
        label = table.labels[index]
        if table.sorts[index] is not Sort.LABEL or not label.field or table.header[cell.row]:
            continue
        value = _value_right(table, cell)
        if value is None:
            continue
        place = Place(table.table.pages[value.row], value.text_box or value.box, table.table.id)
        found.setdefault(cell.row, []).append(FormPair(label.field, value.text, place))
        if label.field == "unit":
            name = _named_before(table, cell)
            if name is not None:
                at = Place(table.table.pages[name.row], name.text_box or name.box, table.table.id)
                found[cell.row].insert(0, FormPair("indicator_name", name.text, at))
    for pairs in found.values():
        names = [p for p in pairs if p.field == "indicator_name"]
        if len(names) > 1:
            pairs[:] = [names[0], *(p for p in pairs if p.field != "indicator_name")]
        pairs.sort(key=lambda p: p.field == "unit")
    return found


def _value_right(table: Sorted, cell: Cell) -> Cell | None:
    column = cell.column + cell.column_span
    if column >= table.table.columns:
        return None
    index = table.index(cell.row, column)
    if index < 0 or table.sorts[index] in (Sort.BLANK, Sort.LABEL):
        return None
    right = table.table.cells[index]
    return right if right.row <= cell.row else None


def _named_before(table: Sorted, unit: Cell) -> Cell | None:
    """The text left of a 単位 label, where a label stands left of that."""
    column = unit.column - 1
    while column > 0:
        index = table.index(unit.row, column)
        if index < 0 or table.sorts[index] is Sort.FIGURE:
            return None
        cell = table.table.cells[index]
        if table.sorts[index] is Sort.TEXT:
            outer = table.index(unit.row, cell.column - 1) if cell.column else -1
            named = outer >= 0 and table.sorts[outer] in (Sort.LABEL, Sort.TEXT)
            return cell if named else None
        column = cell.column - 1
    return None


def outside_pairs(
    part: Part, table: Table, sheet: Sheet | None, vocabulary: Vocabulary, year: int | None
) -> list[FormPair]:
    """Pairs whose label stands outside the grid, left of its first cell, or before a colon in a line."""
    found: list[FormPair] = []
    lines = sheet.outside if sheet is not None else ()
    first = part.grid.cells[0] if part.grid.cells else None
    for line in lines:
        middle = (line.box[1] + line.box[3]) / 2
        if first is not None and part.grid.rows == 1 and first.box[1] <= middle <= first.box[3]:
            gap = first.box[0] - line.box[2]
            label = parse_label(line.text, vocabulary, year)
            if -1 <= gap <= 4 * line.size and label.known and label.field and first.text:
                place = Place(part.grid.page, first.text_box or first.box, table.id)
                found.append(FormPair(label.field, first.text, place))
    for line in part.captions:
        found.extend(_colon_pair(line, part.grid.page, table.id, vocabulary, year))
    return found


def _colon_pair(
    line: Line, page: int, table_id: str, vocabulary: Vocabulary, year: int | None
) -> list[FormPair]:
    for colon in ("：", ":"):
        before, sep, after = line.text.partition(colon)
        if not sep or len(before) > 12 or not after.strip():
            continue
        label = parse_label(before.strip("【】[]〔〕 　"), vocabulary, year)
        if label.known and label.field in ("project_name", "departments", "measure", "basic_project"):
            return [FormPair(label.field, after.strip(), Place(page, line.box, table_id))]
    return []


@dataclass(frozen=True, slots=True)
class RowFields:
    """The texts of one row of a list by what their columns say they are.

    `project` and `indicator` are the cells that name the row; `by_item`: the name stands under a
    general header (区分, 款 …) and is a project only where no form names one; `whole_rows`: the
    item column holds words for the whole of an amount (事業費), so its rows are parts of something.
    """

    texts: Mapping[str, str]
    project: Cell | None
    indicator: Cell | None
    by_item: bool
    whole_rows: bool
    total: bool
    group: str
    parent_text: str
    lists_projects: bool
    headers: tuple[Cell, ...]

    def text(self, name: str) -> str:
        """The row's text under the header of this field, '' for none."""
        return self.texts.get(name, "")

    def unknown_headers(self, column: int) -> list[Cell]:
        """The header cells over a column that the vocabulary does not know."""
        return [c for c in self.headers if c.column <= column < c.column + c.column_span]


def row_fields(table: Sorted, row: int, vocabulary: Vocabulary) -> RowFields:
    """The text fields of one row (see RowFields)."""
    cells: dict[str, list[Cell]] = {}
    seen: set[tuple[str, int]] = set()
    for column in range(table.table.columns):
        index = table.index(row, column)
        over = labels_above(table, row, column)
        if index < 0 or not over or not over[0].field or table.header[table.table.cells[index].row]:
            continue
        name = over[0].field
        if (name, index) in seen or table.sorts[index] is Sort.BLANK:
            continue
        if table.sorts[index] is Sort.FIGURE and name in ("project_name", "indicator_name", "sub_project_name", "item_name"):
            continue
        seen.add((name, index))
        cells.setdefault(name, []).append(table.table.cells[index])
    texts = {k: v[-1].text for k, v in cells.items()}
    named = cells.get("sub_project_name") or cells.get("project_name")
    items = cells.get("item_name")
    project = (named or items or [None])[-1]
    indicator = (cells.get("indicator_name") or [None])[-1]
    parent = cells["project_name"][-1].text if named and "sub_project_name" in cells and "project_name" in cells else ""
    total = project is not None and is_total(project.text, vocabulary)
    group = items[0].text if items and len(items) > 1 and not named else ""
    headers = _unknown_headers(table, row)
    return RowFields(
        texts=texts, project=project, indicator=indicator, by_item=named is None and items is not None,
        whole_rows=named is None and bool(items) and _whole_rows(table, row), total=total, group=group,
        parent_text=parent,
        lists_projects=bool(cells.get("project_name"))
        and indicator is None and bool(cells.keys() & {"summary", "departments", "activity"}),
        headers=headers,
    )


def is_total(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name says that it sums others (小計, 歳入合計, …事業 合計)."""
    folded = fold(text)
    return folded in vocabulary.total_words or folded.endswith(vocabulary.total_suffixes)


def _whole_rows(table: Sorted, row: int) -> bool:
    """Whether a word for the whole of an amount stands in the item column of this table."""
    for index, cell in enumerate(table.table.cells):
        if not table.labels[index].whole or table.header[cell.row] or not table.labels[index].known:
            continue
        over = labels_above(table, cell.row, cell.column)
        if over and over[0].field == "item_name":
            return True
    return False


def _unknown_headers(table: Sorted, row: int) -> tuple[Cell, ...]:
    """Header cells above this row whose words are not in the vocabulary."""
    found = []
    for index, cell in enumerate(table.table.cells):
        if cell.row >= row or not table.header[cell.row] or table.sorts[index] is not Sort.TEXT:
            continue
        if not table.labels[index].guessed:
            found.append(cell)
    return tuple(found)
