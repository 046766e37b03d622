"""Indicators as typed rows of kpis and kpi_values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from extract.records import Figure, Indicator
from normalize.departments import split_departments
from normalize.kpi_cells import KpiFigure, parse_kpi_cell
from normalize.names import parse_name
from normalize.width import fold
from pipeline.findings import finding, place_columns
from schemas.dataset import Row

JAPANESE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
"""A milestone is in words; digits among other signs are a number that was not understood."""


@dataclass(frozen=True)
class KpiRows:
    """Rows of kpis and kpi_values in the order of print, and findings about them."""

    kpis: list[Row] = field(default_factory=list)
    values: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)


def kpi_rows(
    indicators: tuple[Indicator, ...], document: Row, before: Mapping[str, int] | None = None
) -> KpiRows:
    """The indicators as rows; `document` gives the columns that every row of the document shares.

    `before` says how many rows of each dataset earlier stretches of the document have: ids go on from there.

    A cell gives as many values as it holds figures (2 (3); 【小学校】98.0【中学校】95.4), an empty or
    struck-through one gives none. A text that is not understood is a value row with null, status
    doubtful, and a finding.
    """
    made = KpiRows()
    kpis, held = (before.get(name, 0) if before else 0 for name in ("kpis", "kpi_values"))
    for indicator in indicators:
        kpi_id = f"k{kpis + len(made.kpis) + 1:03d}"
        name = parse_name(indicator.name_text)
        unit = name.unit or indicator.unit_text
        values: list[Row] = []
        for figure in indicator.values:
            for row in _value_rows(figure, name.name, unit):
                number = held + len(made.values) + len(values) + 1
                values.append(
                    document | {"kpi_id": kpi_id, "value_id": f"v{number:04d}", "name": name.name} | row
                )
        units = {fold(row["unit"]): row["unit"] for row in reversed(values) if row["unit"]}
        made.kpis.append(
            document
            | {
                "kpi_id": kpi_id,
                "goal": indicator.goal or None,
                "measure": indicator.measure or None,
                "name": name.name,
                "name_text": name.name_text,
                "unit": unit or (next(iter(units.values())) if len(units) == 1 else None),
                "is_reprint": name.is_reprint,
                "lifecycle": indicator.lifecycle,
                "description": indicator.description or None,
                "departments": list(split_departments(indicator.departments_text)),
            }
            | place_columns(indicator.place)
        )
        made.values.extend(values)
        made.findings.extend(_doubt(row) for row in values if row["status"] == "doubtful")
    return made


def _value_rows(figure: Figure, name: str, unit: str) -> list[Row]:
    """The values of one cell, without ids."""
    shared = {
        "period": figure.period,
        "fiscal_year": figure.fiscal_year,
        "as_of": figure.as_of,
        "value_text": figure.text,
    } | place_columns(figure.place)
    parsed = parse_kpi_cell(figure.text, name, figure.unit or unit, figure.role)
    if not _is_understood(parsed, figure.text):
        unread = {"value": None, "decimals": None, "qualifier": "other", "status": "doubtful"}
        said = {
            "role": figure.role or None,
            "unit": figure.unit or unit or None,
            "series": figure.series,
        }
        return [shared | said | unread]
    return [shared | _value_columns(part, figure, unit) for part in parsed]


def _is_understood(parsed: list[KpiFigure], text: str) -> bool:
    """False where a cell gives two figures for the same thing (95,5), or words that are nearly a number."""
    if len({(part.series, part.planned) for part in parsed}) < len(parsed):
        return False
    in_words = bool(parsed) and all(part.value is None and part.qualifier == "other" for part in parsed)
    return not in_words or bool(JAPANESE.search(text)) or not any(char.isdigit() for char in text)


def _value_columns(part: KpiFigure, figure: Figure, unit: str) -> Row:
    role = "planned" if part.planned else figure.role
    return {
        "role": role or None,
        "unit": part.unit or figure.unit or unit or None,
        "series": part.series or figure.series,
        "value": None if part.value is None else float(part.value),
        "decimals": None if part.value is None else part.decimals,
        "qualifier": part.qualifier,
        "status": "read" if role else "doubtful",
    }


def _doubt(row: Row) -> Row:
    place_and_id = {key: row[key] for key in ("page", "x0", "y0", "x1", "y1", "table_id")}
    if row["role"] is None:
        rule, column = "role_unknown", "role"
        message = "Its header does not say whether the value is a baseline, an actual, a plan or a target."
    else:
        rule, column = "text_not_understood", "value"
        message = "The text is neither a number nor a known way of saying one."
    return (
        finding(
            rule, "warning", "kpi_values", row["value_id"], message, column=column, observed=row["value_text"]
        )
        | place_and_id
    )
