"""The year of an indicator's figure where its header does not say it alone.

A figure may print its year with it (86.4％（Ｒ４）), the year may stand in a column of the row
(目標年度), in a row below the figures (基準年度・目標年度), or be that of the day the figure is of
(R4.4.1現在).
"""

from __future__ import annotations

import regex

from extract.context import Context
from extract.figures import Said
from extract.grid import Cell
from extract.labels import Label
from extract.meaning import Sorted, labels_over
from normalize.width import fold
from normalize.years import parse_period

_FIRST_MONTH = 4
"""Fiscal years begin in April."""
NOTED_YEAR = regex.compile(
    r"[（(]([^（()）]{2,12}年度|(?:令和|平成|[RHＲＨ])\s*(?:元|[\d０-９]{1,2})年?|20\d\d年?)[^（()）]{0,4}[）)]"
)
"""The year of one figure, in brackets below it ('19.7% (令和3年度)')."""
_HEADS = {
    "baseline": regex.compile(r"(?:基準|策定|現状|当初)(?:値|時)?の?(?:年(?:度|月|次)?|時期)"),
    "target": regex.compile(
        r"(?:最終)?(?:目標|達成)(?:値|時)?の?(?:達成)?(?:目標)?(?:年(?:度|月|次|限)?|時期|期限)"
    ),
}
"""Labels of a column or a row that holds the year of a baseline or a target."""
_HEAD_OF_BOTH = regex.compile(r"(?:基準|策定|現状|当初)年度?[・/、及びと]*(?:最終)?目標年度?")
_PLAN_MADE = regex.compile(r"策定|改[定訂]|作成")
_BELOW = 3
"""How many rows below a figure its year may stand."""


def fiscal_year_of(text: str, edition_year: int | None) -> int | None:
    """The fiscal year of a date or year: 'R6.3' is March 2024, in the fiscal year 2023."""
    period = parse_period(text, edition_year)
    if period.fiscal_year is None and period.as_of:
        return _year_of_day(period.as_of)
    return period.fiscal_year


def _year_of_day(as_of: str) -> int:
    year, month = (int(part) for part in f"{as_of}-06".split("-")[:2])
    return year if month >= _FIRST_MONTH else year - 1


def noted_year(cell: Cell, context: Context) -> int | None:
    """The year in brackets behind a figure, None where none is printed."""
    noted = NOTED_YEAR.search(cell.text)
    return fiscal_year_of(cell.text[noted.start() + 1 : noted.end() - 1], context.year) if noted else None


def own_year(table: Sorted, cell: Cell, said: Said, role: str, context: Context) -> int | None:
    """The year of an indicator's figure by what is printed beside its header, None where that decides."""
    year = noted_year(cell, context)
    if year is not None or said.year is not None or said.relative:
        return year
    year = _year_in_group(table, cell, context)
    if year is not None:
        return year
    if said.as_of:
        # 策定時（令和5年12月) dates the plan, whose figures may be older
        of_plan = len(said.as_of) < len("2024-04-01") and _PLAN_MADE.search(said.period)
        return None if of_plan else _year_of_day(said.as_of)
    if role in _HEADS:
        year = _year_beside(table, cell, _HEADS[role], context)
        year = _year_below(table, cell, _HEADS[role], context) if year is None else year
    if year is None and role in ("actual", "target", "planned"):
        year = _reviewed_year(table, context)
    return year


def heads_year(table: Sorted, cell: Cell) -> bool:
    """Whether a cell stands in a column 目標年月 or 基準年度, so that it dates only what is so called."""
    above = (table.table.cells[table.index(row, cell.column)] for row in range(cell.row) if table.header[row])
    return any(head.fullmatch(fold(c.text)) for c in above for head in _HEADS.values())


def of_other_group(table: Sorted, cell: Cell, beside: Cell) -> bool:
    """Whether a cell below 年度 dates other figures of its row: those that share a heading with it.

    基準値 and 目標値 each stand over 値 and 年度: the year behind one value is none of the next.
    """
    over = labels_over(table, beside)
    if not over or over[0].field != "year":
        return False
    grouped = any(c.column_span > 1 for c in _groups(table, cell.row, beside.column))
    return grouped and not _share_group(table, cell, beside.column)


def _year_in_group(table: Sorted, cell: Cell, context: Context) -> int | None:
    """The year below 年度 under the heading that also stands over a figure."""
    for column in range(table.table.columns):
        run = table.runs[cell.row][column]
        if run and table.labels[run[0]].field == "year" and _share_group(table, cell, column):
            index = table.index(cell.row, column)
            return _year_in(table.table.cells[index].text, context) if index >= 0 else None
    return None


def _groups(table: Sorted, row: int, column: int) -> list[Cell]:
    """The header cells above a place, but 年度 itself and what stands over the whole table."""
    indexes = [table.index(r, column) for r in range(row) if table.header[r]]
    cells = [table.table.cells[i] for i in indexes if i >= 0 and table.labels[i].field != "year"]
    return [c for c in cells if c.column_span < table.table.columns - 1]


def _share_group(table: Sorted, cell: Cell, column: int) -> bool:
    groups = _groups(table, cell.row, column)
    return any(c.column <= cell.column < c.column + c.column_span and c.column_span > 1 for c in groups)


def row_heads(table: Sorted, cell: Cell) -> list[tuple[Cell, Label]]:
    """The header cells beside the one nearest above a figure, without that one."""
    run = table.runs[cell.row][cell.column]
    if not run:
        return []
    row = table.table.cells[run[0]].row
    indexes = [i for i in dict.fromkeys(table.table.at[row]) if i >= 0 and i != run[0]]
    return [(table.table.cells[i], table.labels[i]) for i in indexes]


def _year_beside(table: Sorted, cell: Cell, heads: regex.Pattern[str], context: Context) -> int | None:
    """The year in the row's column 基準年度 or 目標年度, where the header has one; 30 there is 30年度."""
    for head, _ in row_heads(table, cell):
        if heads.fullmatch(fold(head.text)):
            index = table.index(cell.row, head.column)
            return _year_in(table.table.cells[index].text, context) if index >= 0 else None
    return None


def _year_below(table: Sorted, cell: Cell, heads: regex.Pattern[str], context: Context) -> int | None:
    """The year under a figure, in a row labelled 基準年度・目標年度."""
    for row in range(cell.row + cell.row_span, min(cell.row + cell.row_span + _BELOW, table.table.rows)):
        first = table.index(row, 0)
        label = fold(table.table.cells[first].text) if first >= 0 else ""
        if heads.fullmatch(label) or _HEAD_OF_BOTH.fullmatch(label):
            index = table.index(row, cell.column)
            return _year_in(table.table.cells[index].text, context) if index >= 0 else None
    return None


def _year_in(text: str, context: Context) -> int | None:
    bare = f"{text.strip()}年度" if text.strip().isdecimal() else text.strip()
    return fiscal_year_of(bare, context.year)


def _reviewed_year(table: Sorted, context: Context) -> int | None:
    """The year that a review is of, where its table says 目標値 and 実績値 and no other year in any label.

    The year then stands in the title (令和5年度 効果検証結果). A target without an actual beside it is
    that of the plan, whose year the title does not say. The dates of a column 目標年月 are no labels.
    """
    heads = _HEADS.values()
    columns = {c.column for c in table.table.cells if any(h.fullmatch(fold(c.text)) for h in heads)}
    said = [
        lb
        for lb, cell in zip(table.labels, table.table.cells, strict=True)
        if lb.known and (table.header[cell.row] or cell.column not in columns)
    ]
    other = [lb for lb in said if not lb.unit and lb.year != context.stated_year]
    if any(lb.year is not None or lb.as_of or lb.relative for lb in other):
        return None
    if any(NOTED_YEAR.search(cell.text) for cell in table.table.cells):
        return None
    roles = {lb.role for lb in said}
    return context.stated_year if "actual" in roles and roles & {"target", "planned", "value"} else None
