"""The items of an edition, made of its curated rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from normalize.money import YEN_IN
from normalize.width import fold
from quality.editions.comparison import Edition, Figure, Item, Place
from schemas.dataset import Row

DATASETS = ("documents", "kpis", "kpi_values", "projects", "project_amounts")
"""The curated datasets that a comparison reads."""

_FRACTION = re.compile(r"\d[.．](\d+)")


def edition_of(rows: Mapping[str, Sequence[Row]]) -> Edition:
    """The edition that the one row of documents describes."""
    [row] = rows["documents"]
    facts: dict[str, Any] = {column.name: row.get(column.name) for column in fields(Edition)}
    return Edition(**facts)


def items_of(rows: Mapping[str, Sequence[Row]]) -> tuple[Item, ...]:
    """Indicators, then projects, each in the order of print, with their figures.

    `rows` are the rows of one document by dataset (documents, kpis, kpi_values, projects,
    project_amounts) as in curated/.
    """
    values: dict[str, list[Figure]] = defaultdict(list)
    for row in rows["kpi_values"]:
        values[row["kpi_id"]].append(_value(row))
    amounts: dict[str, list[Figure]] = defaultdict(list)
    for row in rows["project_amounts"]:
        amounts[row["project_id"]].append(_amount(row))
    kpis = [_kpi(row, values[row["kpi_id"]], at) for at, row in enumerate(rows["kpis"])]
    projects = [_project(row, amounts[row["project_id"]], at) for at, row in enumerate(rows["projects"])]
    return (*kpis, *projects)


def _kpi(row: Row, figures: list[Figure], position: int) -> Item:
    return Item(
        item_id=row["kpi_id"],
        dataset="kpi",
        name=row["name"],
        name_text=row["name_text"],
        unit=_one_line(row["unit"]) or _only_unit(figures),
        heading=(row["goal"], row["measure"]),
        departments=tuple(row["departments"] or ()),
        text=row["description"],
        is_reprint=bool(row["is_reprint"]),
        lifecycle=row["lifecycle"],
        place=_place(row),
        figures=tuple(figures),
        position=position,
    )


def _project(row: Row, figures: list[Figure], position: int) -> Item:
    return Item(
        item_id=row["project_id"],
        dataset="project",
        name=row["name"],
        name_text=row["name_text"],
        unit=None,
        heading=(row["measure"], row["basic_project"]),
        departments=tuple(row["departments"] or ()),
        text=row["summary"],
        is_reprint=False,
        lifecycle=None,
        place=_place(row),
        figures=tuple(figures),
        position=position,
    )


def _value(row: Row) -> Figure:
    return Figure(
        figure_id=row["value_id"],
        role=row["role"],
        fiscal_year=row["fiscal_year"],
        as_of=row["as_of"],
        period=row["period"],
        component=row["series"],
        value=row["value"],
        unit=_one_line(row["unit"]),
        resolution=10.0 ** -float(row["decimals"] or 0),
        qualifier=row["qualifier"],
        text=row["value_text"],
        status=row["status"],
        place=_place(row),
    )


def _amount(row: Row) -> Figure:
    yen = row["amount_yen"]
    return Figure(
        figure_id=row["amount_id"],
        role=row["kind"],
        fiscal_year=row["fiscal_year"],
        as_of=None,
        period="",
        component=row["component"],
        value=None if yen is None else float(yen),
        unit=row["unit_text"],
        resolution=_yen_step(row["unit_text"], row["amount_text"]),
        qualifier="not_available" if yen is None and row["status"] != "doubtful" else None,
        text=row["amount_text"],
        status=row["status"],
        place=_place(row),
    )


def _yen_step(unit: str | None, text: str) -> float:
    """Yen of one step of the last printed digit: 1000 for '1,234' in 千円, 100000 for '1.2' in 百万円."""
    fraction = _FRACTION.search(text)
    return YEN_IN.get(fold(unit or "円"), 1) / 10.0 ** (len(fraction[1]) if fraction else 0)


def _one_line(unit: str | None) -> str | None:
    """A unit that a narrow cell broke over two lines (kg- / CO2), as one."""
    return "".join(unit.split()) if unit else unit


def _only_unit(figures: list[Figure]) -> str | None:
    units = {figure.unit for figure in figures if figure.unit}
    return units.pop() if len(units) == 1 else None


def _place(row: Row) -> Place:
    return Place(*(row[name] for name in ("page", "x0", "y0", "x1", "y1")))
