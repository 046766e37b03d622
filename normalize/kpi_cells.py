"""KPI cells: one cell taken apart into its figures, their series, and what is planned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from normalize.figure_items import Item, direction_of, is_to_be_set, read_items
from normalize.printed_number import WORDS, Number, by_word, parse_number
from normalize.units import parse_unit
from normalize.width import fold, join_lines

_CAPTIONS = {fold(word): key for key, words in WORDS["caption"].items() for word in words}
_REMARKS = by_word("remark")
_DIRECTION = {**by_word("direction"), "↑": "increase", "↓": "decrease"}
_COUNTED_HOW = re.compile(r"累計|延べ|年間|年(?=\d)|平均")
_JOINTS = ("、", "・", "／", "/", "及び", "並びに", "と", "，", ",")


@dataclass(frozen=True, slots=True)
class KpiFigure:
    """One figure of a KPI cell.

    `series` is '' for the only or total value, else the part it is for (小学校, 女性, a). `value` is None
    where words stand in its place; `qualifier` is one of the curated contract (None = exactly the value).
    `unit` is the figure's own or the indicator's. `text` is the whole cell. `planned`: printed as planned
    beside an actual, '2 (3)'.
    """

    series: str
    value: Decimal | None
    decimals: int
    qualifier: str | None
    unit: str
    text: str
    planned: bool


def parse_kpi_cell(text: str, name: str = "", unit: str = "", role: str = "") -> list[KpiFigure]:
    """The figures of a KPI cell in order of print; empty only for a blank or struck-through cell.

    `name` is the indicator's (its parts name stacked values), `unit` and `role` what the labels say. What is
    no figure (a milestone) is one row with value None and qualifier other. Sources: 総合戦略 and 総合計画
    KPI tables, 事務事業評価シート.
    """
    if not fold(text):
        return []
    whole = parse_number(text, unit)
    if whole is not None and whole.meaning == "struck":
        return []
    if whole is not None and whole.qualifier == "to_be_set" and role == "actual":
        return [KpiFigure("", None, 0, "other", unit, text, False)]  # 検討中 is how far a plan has come
    items = [Item("", whole, whole.bracketed)] if whole is not None else read_items(text, unit)
    if items is None:
        return [_in_words(text, unit)]
    return _figures(items, text, name, unit, role)


def _in_words(text: str, unit: str) -> KpiFigure:
    qualifier = "to_be_set" if is_to_be_set(text) else direction_of(text) or "other"
    return KpiFigure("", None, 0, qualifier, unit, text, False)


def _figures(items: list[Item], text: str, name: str, unit: str, role: str) -> list[KpiFigure]:
    free = [item for item in items if not item.label and not item.bracketed]
    parts = name_parts(name, len(free)) if len(free) > 1 and len(free) == len(items) else None
    labels_in_brackets = any(item.label for item in items if item.bracketed)
    figures: list[KpiFigure] = []
    for item in items:
        number = item.number
        if item.bracketed and free and _is_year(number, free[0].number):
            continue
        caption = _CAPTIONS.get(fold(item.label), "")
        if fold(item.label) in _REMARKS and caption != "planned":
            # 推計12,345 is a figure of its own kind, no part
            caption, number = "preliminary", number._replace(qualifier=number.qualifier or "preliminary")
        direction = _DIRECTION.get(fold(item.label), "")
        if direction:
            # アップ 93, ↑100: where the figure should go, no part
            caption, number = "direction", number._replace(qualifier=number.qualifier or direction)
        series = "" if caption else join_lines(item.label)
        planned = caption == "planned" or (caption == "target" and role not in ("", "target"))
        if parts and item in free:
            series = parts[len(figures)]
        if item.bracketed and not item.label and not labels_in_brackets:
            counted = _COUNTED_HOW.match(fold(number.text))
            share = number.unit and free and fold(number.unit) != fold(free[0].number.unit or unit)
            if counted and free:
                series = counted[0]  # 100(累計500)
            elif share:
                series = number.unit
            else:
                planned = number.value is not None and number.value >= 0
        figures.append(
            KpiFigure(
                series, number.value, number.decimals, number.qualifier, number.unit or unit, text, planned
            )
        )
    return figures


def name_parts(name: str, count: int) -> list[str] | None:
    """The `count` parts of a compound name ('…の利用件数、利用人数' -> 利用件数, 利用人数), or None.

    What the first part says before its last の belongs to all of them. Parts may also stand in the name's
    last bracket: 年間延べ利用日数(宿泊型・日帰り型).
    """
    bracket = re.search(r"[(（]([^()（）]*)[)）]$", name.strip())
    for stretch in (*([bracket[1]] if bracket and not parse_unit(bracket[1]) else []), name.strip()):
        for joint in _JOINTS:
            parts = [part.strip() for part in stretch.split(joint)]
            if len(parts) == count and all(parts):
                first = parts[0].rpartition("の")
                return [first[2] or parts[0], *parts[1:]]
    return None


def _is_year(number: Number, main: Number) -> bool:
    """Whether a bracketed number is the year of the figure before it, '58.2 (2023)', not another figure."""
    return bool(re.fullmatch(r"(?:19|20)\d\d", fold(number.text))) and abs(main.value or Decimal(0)) < 1000
