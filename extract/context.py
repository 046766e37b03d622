"""What holds for the figures that follow: headings, captions, units and the fields of forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from extract.assembly import Assembly, Entry
from extract.fields import BESIDE_THE_FIRST
from extract.forms import FormPair, instructs
from extract.grid import Line
from extract.headings import (
    bracket_legend,
    caption_unit,
    count_unit,
    department_heading,
    heading_level,
)
from extract.labels import Label
from extract.line_pairs import HEADED, office_of
from extract.meaning import (
    Sorted,
)
from extract.symbols import Names
from extract.tables import Table
from normalize.money import money_unit
from normalize.width import fold
from schemas.vocabulary import Vocabulary


@dataclass
class Context:
    """What holds for the figures that follow in reading order.

    `headed_pair` names the project of a section, `headed_entry` is what its costs are read into.
    `measure_pair` names the 施策 that a form is about, `measure_entry` what it costs, where it says so.
    `kinds_said` are the kinds of amounts that captions name, by their text: each is looked up once.
    """

    title: str
    year: int | None
    stated_year: int | None = None
    unit: str = ""
    table_unit: str = ""
    caption_unit: str = ""
    counted_in: str = ""
    told_indicators: bool = False
    goal: str = ""
    measure: str = ""
    basic_project: str = ""
    department: str = ""
    department_page: int = 0
    department_fresh: bool = False
    project: Entry | None = None
    headed_pair: FormPair | None = None
    headed_entry: Entry | None = None
    measure_pair: FormPair | None = None
    measure_entry: Entry | None = None
    sub_project: Entry | None = None
    indicator: Entry | None = None
    block_project: Entry | None = None
    bracketed: Label | None = None
    section: str = ""
    totals_lead: bool = False
    kinds_said: dict[str, str] = field(default_factory=dict)
    symbols: Names = field(default_factory=dict)


RELATIVE_YEARS = {
    "本年度": 0,
    "今年度": 0,
    "当年度": 0,
    "当該年度": 0,
    "前年度": -1,
    "昨年度": -1,
    "前々年度": -2,
    "翌年度": 1,
    "次年度": 1,
    "来年度": 1,
    "翌々年度": 2,
}


def header_unit(table: Sorted) -> tuple[str, str]:
    """The one money unit that the header of a table names, and the one that labels of rows do; '' for none
    or several.

    What one unit costs (対象１単位当たりコスト（円）) says nothing of the other rows.
    """
    return _one_unit(table, True), _one_unit(table, False)


def _one_unit(table: Sorted, in_header: bool) -> str:
    labels = [
        lb
        for lb, cell in zip(table.labels, table.table.cells, strict=True)
        if lb.unit and lb.known and table.header[cell.row] is in_header and (in_header or not lb.field)
    ]
    units = {money_unit(f"({lb.unit})") for lb in labels} - {""}
    return units.pop() if len(units) == 1 else ""


def read_captions(lines: Sequence[Line], vocabulary: Vocabulary, context: Context) -> None:
    context.bracketed = next(
        (lb for ln in lines if (lb := bracket_legend(ln.text, vocabulary, context.year))), context.bracketed
    )
    unit = caption_unit(lines)
    context.caption_unit = unit
    context.counted_in = "" if unit else count_unit(lines)
    texts = [context.title, *(ln.text for ln in lines)]
    context.told_indicators = any(_tells_indicators(text, vocabulary) for text in texts)
    if unit:
        context.unit = unit
    for line in lines:
        level = heading_level(line.text, vocabulary)
        if level == "goal":
            context.goal, context.measure = line.text.strip(), ""
        elif level == "measure":
            context.measure = line.text.strip()


def _tells_indicators(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading says that a table is of indicators (主要指標の推移, KPI一覧)."""
    folded = fold(text).upper()
    return len(folded) <= 60 and any(
        w.field == "indicator_name" and len(k) >= 2 and k in folded for k, w in vocabulary.words.items()
    )


def read_bands(table: Sorted, row: int, vocabulary: Vocabulary, context: Context) -> None:
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


def _take_measure(pair: FormPair, context: Context) -> None:
    """Begins a form about a 施策; what a project of a former page is about ends there."""
    held = context.measure_pair
    if held is not None and fold(held.text) == fold(pair.text):
        return
    context.measure_pair, context.measure_entry = pair, None
    if context.project is not None and context.project.place.page < pair.place.page:
        context.project = context.sub_project = None


_LONGEST_SHEET = 2
"""How many pages behind the one that names it the costs of a 施策 may stand."""


def cost_bearer(context: Context, assembly: Assembly, page: int) -> Entry | None:
    """What the costs in a form belong to where it names no project by a label.

    The project that the heading of a section on the page names ('１ 公園整備事業（公園課）'), else the 施策
    that the form is about; None where there is neither.
    """
    headed = context.headed_pair
    if headed is not None and headed.place.page == page:
        if context.headed_entry is None:
            context.headed_entry = assembly.start_project(headed.text, headed.place, context.measure, "")
            context.headed_entry.from_form = True
        return context.headed_entry
    pair = context.measure_pair
    if pair is not None and page - pair.place.page > _LONGEST_SHEET:
        return None
    if pair is not None and context.measure_entry is None and pair.text.strip():
        entry = assembly.start_project(pair.text.strip(), pair.place, "", "")
        entry.from_form = True
        if context.department_page == pair.place.page:
            entry.departments_text = context.department
        context.measure_entry = entry
    return context.measure_entry


_NUMBER_BEFORE = regex.compile(r"^[0-9０-９]{1,5}(?:[-－][0-9０-９]{1,5})*[\s.．、]+")


def _same_name(held: str, text: str) -> bool:
    """Whether two texts of one form name the same project; a slip repeats the name behind its 事業 number."""
    return fold(text) == fold(held) or fold(_NUMBER_BEFORE.sub("", text)) == fold(held)


def take_pair(pair: FormPair, table: Table, context: Context, assembly: Assembly) -> None:
    """Lets a form's label and value hold for what follows."""
    text, kind = pair.text.strip(), pair.field
    page = pair.place.page
    if instructs(text):
        if kind == "project_name":
            context.project = context.sub_project = context.indicator = None
        return
    if kind == HEADED:
        context.headed_pair, context.headed_entry = pair, None
        context.department, context.department_page = office_of(text), page
        return
    if kind == "departments":
        if (
            BESIDE_THE_FIRST.search(fold(pair.label))
            and context.department
            and context.department_page == page
        ):
            return
        context.department, context.department_page, context.department_fresh = text, page, True
        target = context.sub_project or context.project
        if target is not None and target.place.page == page and not target.departments_text:
            target.departments_text, context.department_fresh = text, False
        return
    if kind == "measure":
        context.measure = text
        _take_measure(pair, context)
    elif kind == "goal":
        context.goal = text
    elif kind == "basic_project":
        context.basic_project = text
    elif kind == "project_name" and text:
        former = context.project
        if former is None or not _same_name(former.name_text, text):
            context.project = assembly.start_project(text, pair.place, context.measure, context.basic_project)
            context.sub_project = context.measure_pair = context.measure_entry = None
            context.project.from_form = True
            context.symbols.clear()
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
