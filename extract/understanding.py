"""What a document says: its indicators, projects and programmes, read by their labels.

One mechanism for every layout. A row of a list names its indicator or project in a column whose
header says so; a form names it in a cell beside a label, for all figures that follow; a matrix
names it beside or above its rows. What a figure then is (role, kind, component, year) its labels
say (see extract.figures).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from extract.assembly import Assembly, Entry
from extract.fields import FormPair, RowFields, form_pairs, outside_pairs, row_fields
from extract.figures import Said, combine, kind_for_role, row_component
from extract.grid import Cell, Line, Sheet
from extract.headings import (
    bracket_legend,
    caption_unit,
    department_heading,
    document_title,
    document_year,
    explained_colours,
    heading_level,
    lifecycle_of,
)
from extract.labels import Label, parse_label
from extract.meaning import (
    Beside,
    Sort,
    Sorted,
    cells_left,
    grid_has_header,
    is_plain_number,
    labels_above,
    labels_over,
    sort_table,
    split_bracketed,
    worded_figure,
)
from extract.programmes import read_programmes
from extract.records import DocumentRecords, Figure, Place, Unknown
from extract.stacked import split_stacked_rows
from extract.tables import Table, logical_tables
from normalize.money import money_unit
from normalize.numbers import parse_number
from normalize.width import fold
from normalize.years import parse_period
from schemas.vocabulary import Vocabulary

_FORMULA_NOTE = regex.compile(r"[（(][^（）()]*[A-ZＡ-Ｚ][^（）()]*[÷×／/*＊][^（）()]*[）)]")
"""How an indicator is computed from lettered rows, in brackets behind its name ('（Ｂ／人口）')."""

_NOTED_YEAR = regex.compile(r"[（(]([^（()）]{2,12}年度)[^（()）]{0,4}[）)]")
"""The year of one figure, in brackets below it ('19.7% (令和3年度)')."""

_NAMES = ("project_name", "sub_project_name", "indicator_name", "item_name", "basic_project", "measure")


@dataclass
class Context:
    """What holds for the figures that follow in reading order."""

    title: str
    year: int | None
    unit: str = ""
    table_unit: str = ""
    caption_unit: str = ""
    goal: str = ""
    measure: str = ""
    basic_project: str = ""
    department: str = ""
    department_page: int = 0
    department_fresh: bool = False
    project: Entry | None = None
    sub_project: Entry | None = None
    indicator: Entry | None = None
    bracketed: Label | None = None
    section: str = ""


def understand(
    sheets: Sequence[Sheet], vocabulary: Vocabulary, hints: Mapping[str, object] | None = None
) -> DocumentRecords:
    """The records of a document, in reading order.

    `hints` may carry what a document's own words do not say: `edition_fiscal_year` (int), `unit`
    (the money unit of all amounts), `labels` (label as printed to a label the vocabulary knows).
    """
    hints = hints or {}
    year = hints.get("edition_fiscal_year")
    edition = year if isinstance(year, int) else document_year(sheets)
    title = document_title(sheets)
    context = Context(title=title, year=edition, unit=str(hints.get("unit") or ""))
    assembly = Assembly(explained_colours(sheets, vocabulary))
    tables = logical_tables(sheets, lambda g: grid_has_header(g, vocabulary, edition), split_stacked_rows)
    sheet_by_page = {s.page: s for s in sheets}
    for table in tables:
        renamed = hints.get("labels")
        if isinstance(renamed, Mapping):
            table = _with_renamed_labels(table, renamed)
        _read_table(table, sheet_by_page, vocabulary, context, assembly)
    return assembly.records(title)


def _with_renamed_labels(table: Table, renamed: Mapping[str, str]) -> Table:
    wanted = {fold(k): v for k, v in renamed.items()}
    cells = tuple(replace(c, text=wanted.get(fold(c.text), c.text)) for c in table.cells)
    return replace(table, cells=cells)


def _read_table(
    table: Table, sheets: Mapping[int, Sheet], vocabulary: Vocabulary, context: Context, assembly: Assembly
) -> None:
    sorted_ = sort_table(table, vocabulary, context.year)
    pairs = form_pairs(sorted_, vocabulary)
    measures: dict[int, str] = {}
    starts = {part.first_row: part for part in table.parts}
    context.indicator = None
    context.table_unit = _header_unit(sorted_)
    context.section = ""
    for row in range(table.rows):
        part = starts.get(row)
        if part is not None:
            _read_captions(part.captions, vocabulary, context)
            for pair in outside_pairs(part, table, sheets.get(part.grid.page), vocabulary, context.year):
                _take_pair(pair, table, context, assembly)
        _read_bands(sorted_, row, vocabulary, context)
        for pair in pairs.get(row, ()):
            _take_pair(pair, table, context, assembly)
        measures[row] = context.measure
        _read_row(sorted_, row, context, assembly, vocabulary)
    context.table_unit = ""
    assembly.programmes.extend(read_programmes(table, measures))
    assembly.settle_funds(table.id)


def _header_unit(table: Sorted) -> str:
    """The one money unit that the labels of a table name; '' for none or several."""
    units = {
        lb.unit for lb in table.labels if lb.unit and lb.known and money_unit(f"({lb.unit})")
    }
    return units.pop() if len(units) == 1 else ""


def _read_captions(lines: Sequence[Line], vocabulary: Vocabulary, context: Context) -> None:
    context.bracketed = next((lb for ln in lines if (lb := bracket_legend(ln.text, vocabulary, context.year))), context.bracketed)
    unit = caption_unit(lines)
    context.caption_unit = unit
    if unit:
        context.unit = unit
    for line in lines:
        level = heading_level(line.text, vocabulary)
        if level == "goal":
            context.goal, context.measure = line.text.strip(), ""
        elif level == "measure":
            context.measure = line.text.strip()


def _read_bands(table: Sorted, row: int, vocabulary: Vocabulary, context: Context) -> None:
    """Headings and units printed in a cell over the whole width of the table."""
    index = table.index(row, 0)
    if index < 0:
        return
    cell = table.table.cells[index]
    if cell.row != row or cell.column_span < table.table.columns or len(cell.text) > 80:
        return
    section = department_heading(cell.text)
    if section:
        context.section = section
    level = heading_level(cell.text, vocabulary)
    if level == "goal":
        context.goal = cell.text.strip()
    elif level == "measure":
        context.measure = cell.text.strip()
    unit = caption_unit([Line(cell.text, cell.box, 0.0)])
    if unit:
        context.unit = unit


def _take_pair(pair: FormPair, table: Table, context: Context, assembly: Assembly) -> None:
    """Lets a form's label and value hold for what follows."""
    text, kind = pair.text.strip(), pair.field
    page = pair.place.page
    if kind == "departments":
        context.department, context.department_page, context.department_fresh = text, page, True
        target = context.sub_project or context.project
        if target is not None and target.place.page == page and not target.departments_text:
            target.departments_text, context.department_fresh = text, False
        return
    if kind == "measure":
        context.measure = text
    elif kind == "goal":
        context.goal = text
    elif kind == "basic_project":
        context.basic_project = text
    elif kind == "project_name" and text:
        former = context.project
        if former is None or fold(former.name_text) != fold(text):
            context.project = assembly.start_project(text, pair.place, context.measure, context.basic_project)
            context.sub_project = None
            context.project.from_form = True
            if context.department_page == page and context.department_fresh:
                context.project.departments_text = context.department
            else:
                context.department = ""
            context.department_fresh = False
        context.indicator = None
    elif kind == "sub_project_name" and text:
        parent = context.project
        context.sub_project = assembly.start_project(
            text, pair.place, context.measure, parent.name_text if parent else context.basic_project
        )
        context.sub_project.from_form = True
        context.sub_project.departments_text = context.department
        context.indicator = None
    elif kind == "indicator_name" and text:
        context.indicator = assembly.start_indicator(text, pair.place, context.goal, context.measure)
        context.indicator.departments_text = context.department
    elif kind == "unit" and context.indicator is not None and context.indicator.place.page == page:
        context.indicator.unit_text = context.indicator.unit_text or text
    elif kind in ("summary", "activity"):
        target = context.sub_project or context.project
        if target is not None and target.place.page == page and not getattr(target, kind):
            setattr(target, kind, pair.text)


def _read_row(
    table: Sorted, row: int, context: Context, assembly: Assembly, vocabulary: Vocabulary
) -> None:
    if table.header[row]:
        return
    fields = row_fields(table, row, vocabulary)
    cells = {i for i in table.table.at[row] if i >= 0}
    figures = [
        table.table.cells[i] for i in sorted(cells)
        if table.sorts[i] is Sort.FIGURE and table.table.cells[i].row == row
    ]
    figures.sort(key=lambda c: c.column)
    found = False
    for cell in figures:
        found = _read_figure(table, cell, fields, context, assembly, vocabulary) or found
    if not found and not figures_meant(table) and _only_row(table, row):
        for kind in ("project_name", "departments", "measure", "basic_project"):
            if fields.text(kind):
                place = fields.place(kind, table.table)
                _take_pair(FormPair(kind, fields.text(kind), place), table.table, context, assembly)
        return
    if not found and fields.lists_projects and not fields.total:
        entry = _list_project(table, fields, row, context, assembly)
        if entry is not None:
            entry.listed = True


def figures_meant(table: Sorted) -> bool:
    """Whether any header label of a table gives meaning to figures."""
    return any(
        lb.says_figures for lb, cell in zip(table.labels, table.table.cells, strict=True) if table.header[cell.row]
    )


def _only_row(table: Sorted, row: int) -> bool:
    """Whether a table has a header and this one row: a form laid out like a list."""
    rest = [r for r in range(table.table.rows) if r != row]
    return bool(rest) and all(table.header[r] for r in rest)


def _read_figure(
    table: Sorted, cell: Cell, fields: RowFields, context: Context, assembly: Assembly, vocabulary: Vocabulary
) -> bool:
    """Reads one figure into its indicator or project; False when it is none of them."""
    halves = _stacked_halves(table, cell, vocabulary, context)
    if halves:
        read = [_read_labelled(table, half, (word,), fields, context, assembly, vocabulary) for half, word in halves]
        return any(read)
    return _read_labelled(table, cell, (), fields, context, assembly, vocabulary)


_UPPER_LOWER = regex.compile(r"上段[:：は]?(.+?)[、,・/]?下段[:：は]?([^()（）]+)")


def _stacked_halves(
    table: Sorted, cell: Cell, vocabulary: Vocabulary, context: Context
) -> list[tuple[Cell, Label]]:
    """The two figures of a cell and what each is, where a header or caption explains 上段 and 下段."""
    if len(cell.lines) != 2 or not all(is_plain_number(ln.text) for ln in cell.lines):
        return []
    texts = [lb.text for lb in labels_over(table, cell)]
    texts += [ln.text for ln in table.table.captions_above(cell.row)]
    for text in texts:
        match = _UPPER_LOWER.search(fold(text))
        if match is None:
            continue
        said = [parse_label(match.group(i), vocabulary, context.year) for i in (1, 2)]
        if all(lb.known and lb.says_figures for lb in said):
            return [
                (replace(cell, text=ln.text, lines=(ln,), text_box=ln.box), lb)
                for ln, lb in zip(cell.lines, said, strict=True)
            ]
    return []


def _read_labelled(
    table: Sorted, cell: Cell, words: tuple[Label, ...], fields: RowFields, context: Context,
    assembly: Assembly, vocabulary: Vocabulary,
) -> bool:
    above = (*words, *labels_over(table, cell))
    left = [
        b for b in cells_left(table, cell)
        if not (over := labels_over(table, b.cell)) or over[0].field in ("", "item_name", "ignored")
        or (b.sort is Sort.LABEL and b.label.says_figures and b.label.known and not b.label.component)
    ]
    beside = [b.label for b in left if b.label.known or b.label.year is not None]
    worded = worded_figure(cell.text)
    if worded is not None:
        word = parse_label(worded[0], vocabulary, context.year)
        if word.known and (word.role or word.kind):
            above = (word, *above)
            cell = replace(cell, text=worded[1])
    said = combine(above, beside)
    if said.field == "ignored" and fields.project is not None and not fields.by_item and not (
        above and any(lb.field == "ignored" for lb in above[:2])
    ):
        said = replace(said, field="")  # a mark such as 新規 in a list, not a label of the row
    if said.field and not (said.field in _NAMES and (said.role or said.kind)):
        return False
    if above and above[0].total and not any(lb.component for lb in above) and (not said.kind or said.kind == "supplementary"):
        sums = _total_column(table, cell)
        if sums is None:
            return False
        said = replace(said, kind=sums or said.kind, whole=True, funds=False)
    if not (said.role or said.money or said.comparison or said.year is not None or said.relative):
        return _unmeaning(cell, above, fields, table, assembly, context, vocabulary)
    if not said.money and not said.comparison and _is_indicator(said, fields, context):
        return _read_indicator(table, cell, said, fields, left, context, assembly)
    return _read_amount(table, cell, said, fields, left, context, assembly, vocabulary, above)


def _total_column(table: Sorted, cell: Cell) -> str | None:
    """What a column headed 計 holds, by the columns beside it.

    After 補正前 and 補正額 it is the budget as it then stands; after parts it is their whole (''); after
    years it is a sum over years, which is no value (None).
    """
    run = table.runs[cell.row][cell.column]
    row = table.table.cells[run[0]].row
    beside = [
        table.labels[i] for i in dict.fromkeys(table.table.at[row])
        if i >= 0 and i != run[0] and table.table.cells[i].column < cell.column
    ]
    if any(lb.kind == "supplementary" for lb in beside):
        return "current_budget"
    if any(lb.component for lb in beside):
        return ""
    return None


def _is_indicator(said: Said, fields: RowFields, context: Context) -> bool:
    if fields.indicator is not None:
        return True
    if fields.project is not None and not fields.by_item:
        # 計画 or 実績 beside a project's name is money where the table states a unit of money
        return bool(said.role) and not (context.table_unit or context.caption_unit)
    if fields.project is not None and not said.role:
        return False
    return bool(said.role) or context.indicator is not None


def _unmeaning(
    cell: Cell, above: Sequence[Label], fields: RowFields, table: Sorted, assembly: Assembly, context: Context,
    vocabulary: Vocabulary,
) -> bool:
    """Notes a label that figures of a project or an indicator stand under and nobody knows."""
    if not above and (fields.project or fields.indicator):
        header = next((t for t in fields.unknown_headers(cell.column)), None)
        if header is not None:
            place = Place(table.table.pages[header.row], header.text_box or header.box, table.table.id)
            if _names_amount(header.text) and fields.project is not None:
                entry = _list_project(table, fields, cell.row, context, assembly)
                if entry is not None and not entry.is_total:
                    year, _ = _caption_says(table, cell.row, context, vocabulary)
                    entry.amounts.append(_figure(
                        table, cell, Said(period=header.text), context, kind="unspecified", year=year,
                        unit=context.table_unit or context.unit,
                    ))
                    return True
            assembly.unknown.append(Unknown(header.text, 1, place))
    return False


def _names_amount(text: str) -> bool:
    return fold(text).endswith("額")


def _figure(
    table: Sorted, cell: Cell, said: Said, context: Context, *, unit: str = "", kind: str = "",
    component: str = "", series: str = "", year: int | None = None,
) -> Figure:
    place = Place(table.table.pages[cell.row], cell.text_box or cell.box, table.table.id)
    if year is None:
        year = said.year
    if year is None:
        noted = _NOTED_YEAR.search(cell.text)
        year = parse_period(noted.group(1), context.year).fiscal_year if noted else None
    if year is None and said.relative and context.year is not None:
        year = context.year + RELATIVE_YEARS.get(said.relative, 0)
    return Figure(
        text=cell.text, place=place, period=said.period, role=said.role, kind=kind, component=component,
        fiscal_year=year, as_of=said.as_of, unit=unit, series=series, labels=said.labels,
    )


RELATIVE_YEARS = {
    "本年度": 0, "今年度": 0, "当年度": 0, "当該年度": 0, "前年度": -1, "昨年度": -1, "前々年度": -2, "翌年度": 1, "次年度": 1,
    "来年度": 1, "翌々年度": 2,
}


# ── Indicators ──────────────────────────────────────────────────────────────────────────────


def _read_indicator(
    table: Sorted, cell: Cell, said: Said, fields: RowFields, left: Sequence[Beside], context: Context,
    assembly: Assembly,
) -> bool:
    entry = _indicator_entry(table, cell, fields, left, context, assembly)
    if entry is None:
        return False
    role = said.role or ("actual" if said.as_of else "") or ("actual" if context.year is None or (said.year or 0) <= context.year else "planned")
    figure = _figure(table, cell, said, context, unit=said.unit or fields.text("unit"))
    entry.values.append(replace(figure, role=role, series=fields.series))
    return True


def _indicator_entry(
    table: Sorted, cell: Cell, fields: RowFields, left: Sequence[Beside], context: Context, assembly: Assembly
) -> Entry | None:
    if fields.indicator is not None:
        name = fields.indicator
        key = (table.table.id, name.row, name.column)
        entry = assembly.by_cell.get(key)
        if entry is None:
            place = Place(table.table.pages[name.row], name.text_box or name.box, table.table.id)
            entry = assembly.start_indicator(name.text, place, context.goal, fields.text("measure") or context.measure)
            entry.unit_text = fields.text("unit")
            entry.description = fields.text("description")
            entry.departments_text = (
                fields.text("departments") or entry.departments_text or context.section or context.department
            )
            entry.fill_rgb = name.fill_rgb
            entry.lifecycle = lifecycle_of(name.fill_rgb, assembly.colours)
            assembly.by_cell[key] = entry
        return entry
    if context.indicator is not None:
        return context.indicator
    if fields.blank_indicator:
        return None
    band = _band_above(table, cell)
    if band is None and not any(b.sort is Sort.TEXT for b in left):
        band = _title_above(table, cell)
    row_name = next((b.cell for b in left if b.sort is Sort.TEXT), None)
    if row_name is None:
        row_name = next((b.cell for b in left if not b.label.year), None) if band is not None else None
    chosen = band or row_name
    if chosen is None:
        return None
    name_text = _FORMULA_NOTE.sub("", chosen.text)
    if band is not None and row_name is not None and not _outside_brackets(band.text):
        name_text = row_name.text + band.text
    key = (table.table.id, chosen.row, chosen.column)
    entry = assembly.by_cell.get(key)
    if entry is None:
        place = Place(table.table.pages[chosen.row], chosen.text_box or chosen.box, table.table.id)
        entry = assembly.start_indicator(name_text, place, context.goal, context.measure)
        entry.unit_text = fields.text("unit")
        entry.departments_text = context.department
        assembly.by_cell[key] = entry
    return entry


def _outside_brackets(text: str) -> str:
    depth, kept = 0, []
    for char in fold(text):
        if char in "([【":
            depth += 1
        elif char in ")]】":
            depth -= 1
        elif depth <= 0:
            kept.append(char)
    return "".join(kept)


def _band_above(table: Sorted, cell: Cell) -> Cell | None:
    """The text cell over several columns that stands right above a row of figures and names them."""
    row = cell.row - 1
    while row >= 0:
        index = table.index(row, cell.column)
        if index < 0:
            return None
        above = table.table.cells[index]
        if table.sorts[index] is Sort.TEXT:
            wide = above.column_span >= 2 * cell.column_span and above.column > 0
            return above if wide else None
        if table.sorts[index] is Sort.LABEL:
            return None
        row = above.row - 1
    return None


def _title_above(table: Sorted, cell: Cell) -> Cell | None:
    """The text right above the run of labels over a figure: a table with its indicators side by side."""
    run = table.runs[cell.row][cell.column]
    if not run:
        return None
    top = table.table.cells[run[-1]]
    if top.row == 0:
        return None
    index = table.index(top.row - 1, cell.column)
    if index < 0 or table.sorts[index] is not Sort.TEXT:
        return None
    title = table.table.cells[index]
    inside = title.column <= top.column and top.column + top.column_span <= title.column + title.column_span
    return title if inside and title.column_span < table.table.columns - 1 else None


# ── Projects ────────────────────────────────────────────────────────────────────────────────


def _list_project(
    table: Sorted, fields: RowFields, row: int, context: Context, assembly: Assembly
) -> Entry | None:
    name = fields.project
    if name is None or not name.text.strip():
        return None
    key = (table.table.id, name.row, name.column)
    entry = assembly.by_cell.get(key)
    if entry is None:
        place = Place(table.table.pages[name.row], name.text_box or name.box, table.table.id)
        basic = fields.text("basic_project") or context.basic_project
        if fields.parent_text:
            basic = fields.parent_text
        entry = assembly.start_project(name.text, place, fields.text("measure") or context.measure, basic)
        entry.summary = fields.text("summary")
        entry.activity = fields.text("activity")
        entry.departments_text = fields.text("departments") or entry.departments_text or context.section or (
            context.department if context.project is not None else ""
        )
        entry.is_total = fields.total
        entry.group = fields.group
        entry.table_id = table.table.id
        assembly.by_cell[key] = entry
    return entry


def _read_amount(
    table: Sorted, cell: Cell, said: Said, fields: RowFields, left: Sequence[Beside], context: Context,
    assembly: Assembly, vocabulary: Vocabulary, above: Sequence[Label],
) -> bool:
    number = parse_number(cell.text)
    printed = number.unit if number is not None else ""
    if printed and not money_unit(f"({printed})") and printed not in ("%", "％"):
        return False
    unit = said.unit if money_unit(f"({said.unit})") else ""
    if said.unit and not unit and not said.comparison:
        return False
    if fields.project is None and not above and not said.money and not said.comparison:
        return False  # a year beside a figure alone says no amount
    entry, component, whole = _amount_entry(table, cell, said, fields, left, context, assembly, vocabulary)
    if entry is None:
        return False
    if said.funds and not said.kind and _refers_to_ignored(table, cell):
        return False
    if said.comparison:
        return _take_comparison(table, cell, said, entry, component, unit, context)
    kind = said.kind or (kind_for_role(said.role) if said.role else "")
    inherits = not kind and not said.guessed
    year, caption_kind = _caption_says(table, cell.row, context, vocabulary)
    if inherits:
        kind = caption_kind
    elif kind == "budget" and caption_kind in ("initial_budget", "supplementary") and said.year is None:
        kind = caption_kind
    loose = bool(component) and not said.relative and not said.kind
    figure = _figure(
        table, cell, said, context, unit=unit or context.table_unit or context.unit, kind=kind or "unspecified",
        component=component, series=said.part, year=None if said.year or said.relative else year,
    )
    parts = split_bracketed(cell.text) if context.bracketed is not None and not said.part else None
    if parts is not None and context.bracketed is not None:
        entry.amounts.append(replace(figure, text=parts[0]))
        second = context.bracketed
        entry.amounts.append(replace(
            figure, text=parts[1], period=second.text, kind=second.kind or figure.kind, fiscal_year=second.year,
        ))
        return True
    entry.amounts.append(figure)
    if loose and not entry.from_form:
        entry.loose.append(len(entry.amounts) - 1)
        if said.year is not None:
            entry.dated.add(len(entry.amounts) - 1)
    return True


def _refers_to_ignored(table: Sorted, cell: Cell) -> bool:
    """Whether the funds in this column pay for the column left of them ('左の財源内訳') and that is no amount."""
    run = table.runs[cell.row][cell.column]
    group = next((i for i in run if table.labels[i].group == "funds"), None)
    if group is None or not fold(table.labels[group].text).startswith("左の"):
        return False
    column = table.table.cells[group].column - 1
    beside = labels_above(table, cell.row, column) if column >= 0 else ()
    return any(lb.field == "ignored" for lb in beside)


def _amount_entry(
    table: Sorted, cell: Cell, said: Said, fields: RowFields, left: Sequence[Beside], context: Context,
    assembly: Assembly, vocabulary: Vocabulary,
) -> tuple[Entry | None, str, bool]:
    """The project of an amount, and which part of it the figure is ('' = the whole)."""
    if fields.project is not None and not fields.by_item:
        component = said.component
        return _list_project(table, fields, cell.row, context, assembly), component, not component
    form = context.sub_project or context.project
    component, whole = row_component(left)
    if said.component and not component:
        component = said.component
    if form is not None:
        return form, component, whole
    if fields.project is None:
        titled = _titled_block(table, cell, context, assembly)
        if titled is not None:
            return titled, component, whole
    if fields.by_item and not said.comparison and not (said.kind or said.year is not None or said.relative or _caption_kind(table, cell, context, vocabulary)):
        return None, "", False
    if fields.project is not None and not fields.whole_rows:
        return _list_project(table, fields, cell.row, context, assembly), said.component if not fields.by_item else "", True
    return None, "", False


def _titled_block(table: Sorted, cell: Cell, context: Context, assembly: Assembly) -> Entry | None:
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
        place = Place(table.table.pages[cell.row], line.box, table.table.id)
        entry = assembly.start_project(name, place, context.measure, context.basic_project)
        entry.table_id = table.table.id
        assembly.by_cell[key] = entry
        return entry
    return None


def _take_comparison(
    table: Sorted, cell: Cell, said: Said, entry: Entry, component: str, unit: str, context: Context
) -> bool:
    if component:
        return False
    figure = _figure(table, cell, said, context, unit=unit or context.table_unit or context.unit)
    kind = said.comparison
    if kind == "to_previous" and unit:
        kind = "change"
    if kind == "change":
        if entry.change is None:
            entry.change = figure
    elif kind in ("to_previous", "growth"):
        if entry.ratio is None:
            entry.ratio, entry.ratio_kind = figure, kind
    elif kind == "execution_rate":
        entry.execution_rate = entry.execution_rate or figure
    elif kind == "share":
        entry.share = entry.share or figure
    return True


def _caption_kind(table: Sorted, cell: Cell, context: Context, vocabulary: Vocabulary) -> str:
    return _caption_says(table, cell.row, context, vocabulary)[1]


def _caption_says(table: Sorted, row: int, context: Context, vocabulary: Vocabulary) -> tuple[int | None, str]:
    """The fiscal year and the kind of amounts that captions or the title state for a table."""
    year: int | None = None
    kind = ""
    captions = table.table.captions_above(row)
    first = table.table.parts[0].captions
    lines = [ln.text for ln in (*reversed(captions), *reversed(first)) if "内は" not in ln.text]
    for text in (*lines, context.title):
        folded = fold(text)
        if len(folded) > 60:
            continue
        if year is None and "年度" in folded:
            year = parse_period(text, context.year).fiscal_year
        if not kind:
            words = [w for k, w in vocabulary.words.items() if w.kind and len(k) >= 3 and k in folded.upper()]
            words = [w for w in words if w.kind in ("initial_budget", "supplementary", "settlement", "forecast")]
            kind = max(words, key=lambda w: len(w.text)).kind if words else ""
    return (year if year is not None else context.year), kind


__all__ = ["parse_label", "understand"]
