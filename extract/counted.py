"""Figures that count something among amounts of money: 満足度（％）, 件 in a unit column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extract.component_names import component_name
from extract.context import Context
from extract.fields import RowFields
from extract.figures import Said
from extract.grid import Cell
from extract.label_patterns import STAFF
from extract.labels import Label, parse_label
from extract.meaning import Beside, Sort, Sorted, labels_over
from extract.once_a_table import once_a_table
from extract.own_years import row_heads
from normalize.money import money_unit
from normalize.units import is_unit, is_unit_bracket
from normalize.width import fold
from schemas.vocabulary import Vocabulary

_ROLE_OF_KIND = {
    "settlement": "actual",
    "budget": "planned",
    "initial_budget": "planned",
    "forecast": "planned",
}
"""What 決算 or 予算 over the figures of an indicator says (経営指標 of public enterprises)."""
_NO_RESULT = regex.compile(r"職員|人件|人工|従事|常勤|正規|臨時|嘱託|任用|アルバイト|人員|受益者|人口|世帯数")
"""What a cost table counts to work out its costs, or to share them out: staff, those who benefit."""
_RATE = regex.compile(r"(?:比率|指数|倍率|収支率)$")
"""Names of what is measured and never money: 財政力指数, 実質公債費比率."""
_LAST_BRACKET = regex.compile(r"\(([^()]{1,8})\)$")


def is_count(
    table: Sorted,
    cell: Cell,
    said: Said,
    fields: RowFields,
    left: Sequence[Beside],
    vocabulary: Vocabulary,
    context: Context,
) -> bool:
    """Whether the words left of a figure or its row's unit say that it is no money."""
    if _priced(table, cell, fields, vocabulary, context):
        return False
    if _of_indicators(fields, cell.column, left, context):
        return True
    if fields.indicator is not None and said.money and stands_for_role(table, cell, said, left):
        return True
    if fields.project is not None and not fields.by_item and said.kind and not said.role:
        return _text_counts(left)  # 決算額 in a row of a project and its indicator is the project's
    return (
        _text_counts(left)
        or _row_counts(table, cell.column, fields, left, vocabulary, context)
        or (bool(context.counted_in) and context.project is None and not _speaks_of_money(table))
    )


@once_a_table()
def _speaks_of_money(table: Sorted) -> bool:
    """Whether any label of a table is one of amounts, whatever its caption counts (単位：人)."""
    return any(lb.known and (lb.kind or lb.whole or lb.component or lb.group) for lb in table.labels)


def stands_for_role(table: Sorted, cell: Cell, said: Said, left: Sequence[Beside]) -> bool:
    """Whether a word of money over or beside an indicator's figure says what 目標 and 実績 say of others.

    当初 at the head of a list, with 実績 and 目標 beside it and no 予算 anywhere; 目標額 and 実績額 beside
    the figures of an indicator in 千円, where other indicators have 目標 and 実績 in the same column.
    """
    over = labels_over(table, cell)
    if over and (over[0].kind or over[0].whole or over[0].component):
        beside = [lb for _, lb in row_heads(table, cell)]
        others = any(lb.kind or lb.whole or lb.component or lb.group for lb in beside)
        roles = any(lb.role for lb in beside)
        return fold(over[0].text).startswith("当初") and "予算" not in over[0].text and roles and not others
    labels = [b for b in left if b.label.known and b.label.says_figures]
    if len(labels) != 1 or not _OF_ROLES.match(fold(labels[0].cell.text)):
        return False
    column = labels[0].cell.column
    pairs = zip(table.labels, table.table.cells, strict=True)
    return any(lb.role and not lb.whole and not lb.kind for lb, c in pairs if c.column == column)


_OF_ROLES = regex.compile(r"(?:目標|実績|計画|見込)額?$")


def _of_indicators(fields: RowFields, column: int, left: Sequence[Beside], context: Context) -> bool:
    """Whether a list of indicators is no project's, so that 決算 over its figures heads years alone."""
    listed = fields.indicator is not None and fields.indicator.column < column
    of_money = any(b.label.kind or b.label.whole or b.label.component or b.label.group for b in left)
    return listed and fields.project is None and context.project is None and not of_money


def staff_paid(left: Sequence[Beside]) -> list[Beside]:
    """The labels left of a figure, staff below 人件費 being a part of what they cost.

    正規職員 in a column of 従事職員数 counts heads and is ignored; under 人件費, merged over rows of those
    who are paid, it is a component.
    """
    if len(left) < 2 or left[0].label.field != "ignored" or not STAFF.search(fold(left[0].cell.text)):
        return list(left)
    outer = left[1]
    paid = outer.label.component.endswith("人件費") and outer.cell.row_span > 1
    if not paid:
        return list(left)
    named = replace(left[0].label, field="", component=component_name(left[0].cell.text))
    return [replace(left[0], label=named), *left[1:]]


def part_by_unit(left: Sequence[Beside], fields: RowFields) -> str:
    """The part of an amount that a row is by its name's last words, where its unit is one of money.

    (内)委託費 and 国・都等からの支出金 may be anything by their words; in a row of 千円 they are money.
    """
    if fields.indicator is not None or not money_unit(f"({fields.text('unit')})"):
        return ""
    name = next((b for b in left if b.sort is Sort.TEXT), None)
    return name.label.component if name is not None and name.label.guessed else ""


def as_count(said: Said, fields: RowFields, left: Sequence[Beside]) -> Said:
    """What is said of a figure that counts: nothing of money; 決算 over an indicator's figure is its role.

    Rows such as 受診者数 below the costs of a form are indicators too, but not its staff or whom it serves.
    """
    name = next((b.cell.text for b in left if b.sort is Sort.TEXT), "")
    named = fields.indicator is not None or (
        bool(name) and (fields.project is None or fields.by_item) and not _NO_RESULT.search(name)
    )
    role = said.role or (_ROLE_OF_KIND.get(said.kind, "") if named else "")
    near = "".join(said.labels[:2])
    if role and not said.role and said.kind == "initial_budget" and "予算" not in near:
        role = "baseline"  # 当初
    if role == "actual" and not said.role and "見込" in near:
        role = "planned"  # 決算見込
    return replace(said, role=role, kind="", whole=False, component="", funds=False, comparison="")


def _priced(table: Sorted, cell: Cell, fields: RowFields, vocabulary: Vocabulary, context: Context) -> bool:
    """Whether a figure under 決算額（千円） stands in the row of an indicator in 人: no value of it."""
    over = labels_over(table, cell)
    unit = fields.cells.get("unit")
    if unit is None or not over or not over[0].kind or not money_unit(f"({over[0].unit})"):
        return False
    own = parse_label(unit.text, vocabulary, context.year).unit or _unit_alone(unit.text)
    return bool(own) and not money_unit(f"({own})")


def _text_counts(left: Sequence[Beside]) -> bool:
    """Whether the text beside a figure ends in a unit that is no money: 満足度（％） among costs."""
    if any(b.sort is Sort.LABEL and _is_unit_of_count(b.label) for b in left):
        return True
    name = next((b for b in left if b.sort is Sort.TEXT), None)
    if name is not None and _RATE.search(fold(name.cell.text)):
        return True
    bracket = _LAST_BRACKET.search(fold(name.cell.text)) if name is not None else None
    return bracket is not None and is_unit_bracket(bracket[1]) and not money_unit(bracket[0])


def _row_counts(
    table: Sorted,
    column: int,
    fields: RowFields,
    left: Sequence[Beside],
    vocabulary: Vocabulary,
    context: Context,
) -> bool:
    """Whether the row's own unit is none of money: an indicator in %, or 件 among statistics."""
    of_money = any(b.label.kind or b.label.whole or b.label.component or b.label.group for b in left)
    unit = fields.cells.get("unit")
    if unit is None:
        return False
    own = parse_label(unit.text, vocabulary, context.year).unit or _unit_alone(unit.text)
    if fields.by_item and (context.project or context.measure_pair) is not None:
        before = fields.project is not None and fields.project.column < unit.column < column
        return before and bool(own) and own not in ("%", "％") and not money_unit(f"({own})")
    if of_money and not fields.by_item:
        return False
    if fields.by_item and own:
        # one row in 千円 among rows in 件 and ㎡ makes no budget of them
        beside = [c for c in table.table.cells if c.column == unit.column and not table.header[c.row]]
        units = [parse_label(c.text, vocabulary, context.year).unit for c in beside if c.text]
        return any(other and not money_unit(f"({other})") for other in units)
    if not own or money_unit(f"({own})"):
        return False
    if fields.indicator is None:
        return fields.project is None and any(b.sort is Sort.TEXT for b in left)
    return fields.indicator.column < column


def _unit_alone(text: str) -> str:
    """The unit that a cell of a unit column holds, also where it is a word that labels use (本)."""
    unit = fold(text)
    return unit if is_unit(unit) else ""


def _is_unit_of_count(label: Label) -> bool:
    """Whether a label is a unit that is no money and nothing else (件, ㎡)."""
    said = label.says_figures or label.field or label.total
    return (
        bool(label.unit) and not said and not money_unit(f"({label.unit})") and label.unit not in ("%", "％")
    )
