"""Text fields of a list: what the cells of a row are by the headers over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extract.divided import name_above, parts_beside
from extract.figure_texts import is_plain_number
from extract.grid import Cell
from extract.labels import ITSELF, NAMES, Label
from extract.line_pairs import pair_in_text
from extract.meaning import Sort, Sorted, labels_above, labels_over
from extract.once_a_table import once_a_table
from extract.records import Place
from extract.tables import Table
from normalize.width import fold
from schemas.vocabulary import Vocabulary

BESIDE_THE_FIRST = regex.compile(r"^(?:関係|関連|協力)|係名?$")
"""Labels of departments that stand beside the one in charge, or of a part of it."""


@dataclass(frozen=True, slots=True)
class RowFields:
    """The texts of one row of a list by what their columns say they are.

    `project` and `indicator` are the cells that name the row; `by_item`: the name stands under a
    general header (区分, 款 …) and is a project only where no form names one; `whole_rows`: the
    item column holds words for the whole of an amount (事業費), so its rows are parts of something.
    `divides`: the figure asked for divides what the row is about among parts (節 of a 目). `series` is
    the part of the indicator that the row is of, `divided` the name of project or item that it is a part of.
    """

    texts: Mapping[str, str]
    project: Cell | None
    indicator: Cell | None
    by_item: bool
    whole_rows: bool
    total: bool
    group: str
    parent_text: str
    series: str
    divided: Cell | None
    blank_indicator: bool
    divides: bool
    lists_projects: bool
    headers: tuple[Cell, ...]
    cells: Mapping[str, Cell]

    def text(self, name: str) -> str:
        """The row's text under the header of this field, '' for none."""
        return self.texts.get(name, "")

    def place(self, name: str, table: Table) -> Place:
        """Where the text of a field stands."""
        cell = self.cells[name]
        return Place(table.page_of(cell), cell.text_box or cell.box, table.id)

    def unknown_headers(self, column: int) -> list[Cell]:
        """The header cells over a column that the vocabulary does not know."""
        return [c for c in self.headers if c.column <= column < c.column + c.column_span]


def row_fields(table: Sorted, row: int, vocabulary: Vocabulary, at: int | None = None) -> RowFields:
    """The text fields of one row (see RowFields).

    A row may name several things, each before its own figures (活動指標 and 成果指標 beside each other):
    `at` is the column of the figure whose names are wanted, None for the row as a whole.
    """
    cells = _texts_by_field(table, row, vocabulary)
    divides = False
    if at is not None:
        divides = any(_divides(table, row, cells[name], at) for name in NAMES if name in cells)
        cells = {name: _run_at(table, row, found, at) for name, found in cells.items()}
    if _are_kinds(cells):
        cells["indicator_name"] = cells.pop("item_name")
    texts = {k: v[-1].text for k, v in cells.items()}
    if not fold(texts.get("unit", "")).strip("-"):
        texts.pop("unit", None)
    named = cells.get("sub_project_name") or cells.get("project_name")
    items = cells.get("item_name")
    project = _last(named or items)
    indicator = _indicator(table, cells)
    inside = pair_in_text(project.text, vocabulary) if project is not None and named else None
    if project is not None and inside is not None and inside[0] == "indicator_name":
        # a list that prints the indicators of a project below it, in the same column
        indicator = replace(project, text=inside[1])
        project = named = None
    parent = (
        cells["project_name"][-1].text
        if named and "sub_project_name" in cells and "project_name" in cells
        else ""
    )
    total = project is not None and (is_total(project.text, vocabulary) or _sums_its_rows(table, project))
    group = items[0].text if items and len(items) > 1 and not named else ""
    headers = _unknown_headers(table, row)
    series = ""
    named_cells = cells.get("indicator_name", [])
    if len(named_cells) > 1 and (
        fold(named_cells[-1].text) in vocabulary.series_words or _spans_with(named_cells, cells.get("unit"))
    ):
        indicator, series = named_cells[-2], "".join(named_cells[-1].text.split())
    parts = parts_beside(table, row, cells.get("indicator_name") or named or items or [])
    if parts is not None:
        series = parts[1]
        indicator = parts[0] if cells.get("indicator_name") else None
    above = name_above(table, row, indicator) if indicator is not None and not series else None
    if above is not None and indicator is not None:
        indicator, series = above, "".join(indicator.text.split())
        of_name = {k: v[-1].text for k, v in _texts_by_field(table, above.row, vocabulary).items()}
        texts = {**of_name, **texts}
    blank_indicator = indicator is None and any(
        over and _field_under(over) == "indicator_name"
        for over in (labels_above(table, row, c) for c in range(table.table.columns))
    )
    return RowFields(
        texts=texts,
        project=project,
        indicator=indicator,
        by_item=named is None and items is not None,
        whole_rows=named is None and bool(items) and _whole_rows(table, vocabulary),
        total=total,
        group=group,
        parent_text=parent,
        series=series,
        divided=parts[0] if parts is not None and indicator is None else None,
        blank_indicator=blank_indicator,
        divides=divides,
        lists_projects=bool(cells.get("project_name"))
        and indicator is None
        and bool(cells.keys() & {"summary", "activity"}),
        headers=headers,
        cells={k: v[-1] for k, v in cells.items()},
    )


_KIND = regex.compile(
    r"(?:活動|成果|対象|投入|産出|結果|効果|アウトプット|アウトカム|インプット)(?:指標)?[0-9]{0,2}"
)


def _are_kinds(cells: Mapping[str, Sequence[Cell]]) -> bool:
    """Whether the column 指標 holds kinds of indicators (活動, 成果), and 名称 right of it their names."""
    kinds, names = cells.get("indicator_name", ()), cells.get("item_name", ())
    if not kinds or not names or names[0].column < kinds[-1].column:
        return False
    return all(_KIND.fullmatch(fold(cell.text)) for cell in kinds)


def _texts_by_field(table: Sorted, row: int, vocabulary: Vocabulary) -> dict[str, list[Cell]]:
    cells: dict[str, list[Cell]] = {}
    seen: set[tuple[str, int]] = set()
    for column in range(table.table.columns):
        index = table.index(row, column)
        over = labels_above(table, row, column)
        if index < 0 or not over or table.header[table.table.cells[index].row]:
            continue
        if (
            over[0].field == "departments"
            and "departments" in cells
            and BESIDE_THE_FIRST.search(fold(over[0].text))
        ):
            continue  # 関係課 beside 主管課
        name = _field_under(over) or _departments_below(over[0], table.table.cells[index])
        if not name or (name == "item_name" and any(lb.component for lb in over[1:])):
            continue  # 区分 beside 金額 under 地方債 says which bond it is
        if (name, index) in seen or table.sorts[index] is Sort.BLANK:
            continue
        cell = table.table.cells[index]
        if not labels_over(table, cell) and not (
            is_total(cell.text, vocabulary)
            or _names_only(table, row, cell)
            or _reaches_over(table, row, cell)
        ):
            continue
        head = table.table.cells[table.runs[row][column][0]]
        counted = (
            head.column_span > 1
            and _STARTS_AS_FIGURE.match(cell.text) is not None
            and not _among_names(table, head, column)
        )
        if name in NAMES and table.labels[index].field == "ignored" and "÷" in cell.text:
            continue  # 一般財源÷活動指標 among indicators is what one of them costs
        if (is_plain_number(cell.text) or counted) and name in NAMES:
            continue  # a figure under a group (本事業の指標) is no name
        seen.add((name, index))
        cells.setdefault(name, []).append(table.table.cells[index])
    for name in NAMES:
        if name in cells:
            named = [c for c in cells[name] if not (_names_a_role(table, c) or _dates(table, c))]
            cells[name] = named or cells[name]
    if all(_names_a_role(table, c) for c in cells.get("item_name", ())):
        cells.pop("item_name", None)  # 当初予算額, 決算額 … as rows: what the rows hold, no items
    return cells


def _among_names(table: Sorted, head: Cell, column: int) -> bool:
    """Whether the column of a cell holds names: texts, or names merged over it (０歳 below 幼稚園希望)."""
    below = range(head.row + head.row_span, table.table.rows)
    indexes = {i for row in below if not table.header[row] and (i := table.index(row, column)) >= 0}
    texts = sum(table.sorts[i] is Sort.TEXT for i in indexes)
    return texts >= sum(table.sorts[i] is Sort.FIGURE for i in indexes)


_STARTS_AS_FIGURE = regex.compile(r"\s*[▲△－-]?\s*[\d０-９][\d０-９,，.．]*\s*\D{0,3}\s*$|\s*[-－―]\s*$")
_DEPARTMENT = regex.compile(r"\S{2,}(?:部|局|課|室|署)$")


def _field_under(over: Sequence[Label]) -> str:
    """The field that the header over a column names: 名称 under 指標 is the name of an indicator."""
    field = over[0].field
    if len(over) > 1 and over[1].field in NAMES and fold(over[0].text) in ITSELF:
        return over[1].field
    return field


def _departments_below(header: Label, cell: Cell) -> str:
    """'departments' where the header 部 or 局, which may also be a unit, stands over such names."""
    return "departments" if header.unit and _DEPARTMENT.search("".join(cell.text.split())) else ""


def _run_at(table: Sorted, row: int, cells: Sequence[Cell], at: int) -> list[Cell]:
    """Of the cells of one field those that stand together, before the figure in column `at`."""
    runs = [[cells[0]]]
    for before, cell in pairwise(cells):
        between = range(before.column + before.column_span, cell.column)
        if any(_of_figures(table, row, column) for column in between):
            runs.append([])
        runs[-1].append(cell)
    return next((run for run in reversed(runs) if run[0].column < at), runs[0])


def _of_figures(table: Sorted, row: int, column: int) -> bool:
    over = labels_above(table, row, column)
    return bool(over) and over[0].says_figures and not over[0].field


def _divides(table: Sorted, row: int, cells: Sequence[Cell], at: int) -> bool:
    """Whether the figure in column `at` belongs to a name that only divides a former one of its row.

    項目 beside their figures, then within each of them 節 with amounts of their own: the former names
    are merged over the rows of the latter, at least in one place.
    """
    run = _run_at(table, row, cells, at)
    if run[0] is cells[0]:
        return False
    first, later = cells[0].column, run[0].column
    below = [c for c in table.table.cells if not table.header[c.row]]
    return any(c.column == first and c.row_span > 1 for c in below) and not any(
        c.column == later and c.row_span > 1 for c in below
    )


def _indicator(table: Sorted, cells: Mapping[str, Sequence[Cell]]) -> Cell | None:
    """The cell that names the indicator of a row: that under 項目 where 成果目標 says what for."""
    name = _last(cells.get("indicator_name"))
    item = _last(cells.get("item_name"))
    if name is None or item is None or item.column < name.column:
        return name
    over = labels_over(table, name)
    aims = bool(over) and fold(over[0].text).endswith("目標")
    heads = labels_over(table, item)
    return item if aims and heads and fold(heads[0].text) in ("項目", "内容", "評価項目") else name


def _last(cells: Sequence[Cell] | None) -> Cell | None:
    return cells[-1] if cells else None


def _names_only(table: Sorted, row: int, cell: Cell) -> bool:
    """Whether a merged cell covers only columns that name the row (款 and 項)."""
    overs = [labels_above(table, row, c) for c in range(cell.column, cell.column + cell.column_span)]
    return all(over and over[0].field in (*NAMES, "number") for over in overs)


def _reaches_over(table: Sorted, row: int, cell: Cell) -> bool:
    """Whether a name is merged with an empty column right of it: 補正前, or 対象 for others' parts."""
    overs = [labels_above(table, row, c) for c in range(cell.column, cell.column + cell.column_span)]
    fields = [over[0].field if over else "" for over in overs]
    return len(fields) > 1 and fields[-1] in ("", "ignored") and all(field in NAMES for field in fields[:-1])


def _spans_with(names: Sequence[Cell], units: Sequence[Cell] | None) -> bool:
    """Whether a name is merged over the same rows as its unit: what stands right of it are its parts."""
    span = names[-2].row_span
    return units is not None and span > 1 and units[-1].row_span == span and names[-1].row_span < span


def _names_a_role(table: Sorted, cell: Cell) -> bool:
    """Whether a cell under a name header says 目標, 決算, 増減, a year or a unit instead of a name.

    款別 | 区分 | 予算現額: the rows of 議会費 are 5年度, 4年度 and 増減.
    """
    label = table.labels[table.index(cell.row, cell.column)]
    if not label.known or label.component or label.field or label.total:
        return False
    dated = label.year is not None or label.as_of or label.relative
    return bool(label.role or label.kind or label.comparison or label.unit or dated)


def _dates(table: Sorted, cell: Cell) -> bool:
    """Whether a cell below a heading over names is a year or a date (目標年月 R6.3 under 指標)."""
    label = table.labels[table.index(cell.row, cell.column)]
    return label.known and not label.field and (label.year is not None or label.as_of is not None)


def is_total(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name says that it sums others (小計, 歳入合計, …事業 合計)."""
    folded = fold(text)
    if folded in vocabulary.total_words:
        return True
    return folded.endswith(vocabulary.total_suffixes) and not folded.endswith(vocabulary.total_exceptions)


_OFFICE = regex.compile(r"\p{Han}[\p{Han}\p{Katakana}・ー-]{0,10}(?:部|局|課|室|委員会)")


def _is_office(text: str) -> bool:
    """Whether a text is the name of a 部, 課 or the like and nothing else (no 図書館, which is run too)."""
    return _OFFICE.fullmatch("".join(text.split())) is not None


def _sums_its_rows(table: Sorted, name: Cell) -> bool:
    """Whether a row is named by a department alone, in a list whose other rows are none: it sums these."""
    return _is_office(name.text) and _names_more_than_offices(table)


@once_a_table()
def _names_more_than_offices(table: Sorted) -> bool:
    """Whether most of the names in a list are of no office."""
    names = [
        c.text
        for c, sort in zip(table.table.cells, table.sorts, strict=True)
        if sort is Sort.TEXT and (over := labels_over(table, c)) and over[0].field in NAMES
    ]
    return 2 * sum(map(_is_office, names)) < len(names)


def _whole_rows(table: Sorted, vocabulary: Vocabulary) -> bool:
    """Whether a word for the whole of an amount stands in the item column of this table."""
    for index, cell in enumerate(table.table.cells):
        if is_total(cell.text, vocabulary):
            continue
        if not table.labels[index].whole or table.header[cell.row] or not table.labels[index].known:
            continue
        over = labels_above(table, cell.row, cell.column)
        own = any(word in fold(cell.text) for word in vocabulary.own_expense)
        if own and over and over[0].field == "item_name":
            return True
    return False


def _unknown_headers(table: Sorted, row: int) -> tuple[Cell, ...]:
    """Header cells above this row whose words are not in the vocabulary."""
    return tuple(cell for cell in _all_unknown_headers(table) if cell.row < row)


@once_a_table()
def _all_unknown_headers(table: Sorted) -> tuple[Cell, ...]:
    cells = zip(table.table.cells, table.sorts, table.labels, strict=True)
    return tuple(
        cell
        for cell, sort, label in cells
        if table.header[cell.row] and sort is Sort.TEXT and not label.guessed
    )
