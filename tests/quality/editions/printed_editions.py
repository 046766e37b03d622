"""Small editions for tests: what is printed, in one line an item, as curated rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quality.editions.compare import compare
from quality.editions.comparison import Change, Comparison
from schemas.dataset import Row

Rows = dict[str, list[Row]]
Figures = Mapping[str, float | str | None]
"""Label -> figure: 'actual 2023', 'baseline', 'target 2027', 'actual 2023 小学校', 'settlement 2023 国'."""

PLACE = {"page": 1, "x0": 10.0, "y0": 10.0, "x1": 90.0, "y1": 20.0}
QUALIFIERS = {"-": "not_available", "増加": "increase", "減少": "decrease"}


def kpi(name: str, figures: Figures, **said: Any) -> Row:
    """An indicator; `said`: unit, goal, measure, departments, description, is_reprint, lifecycle."""
    return {"dataset": "kpi", "name": name, "figures": figures, **said}


def project(name: str, figures: Figures, **said: Any) -> Row:
    """A project; figures in 千円; `said`: measure, basic_project, departments, summary, unit_text."""
    return {"dataset": "project", "name": name, "figures": figures, **said}


def edition(document_id: str, *items: Row, year: int = 2024, status: str = "ok") -> Rows:
    """The rows of a document that prints these items in this order."""
    rows: Rows = {"kpis": [], "kpi_values": [], "projects": [], "project_amounts": []}
    for number, item in enumerate(items, 1):
        if item["dataset"] == "kpi":
            _add_kpi(rows, item, f"k{number:03d}")
        else:
            _add_project(rows, item, f"p{number:03d}")
    rows["documents"] = [
        {"document_id": document_id, "file_name": f"{document_id}.pdf", "edition_fiscal_year": year,
         "status": status, "error": None}
    ]  # fmt: skip
    return rows


def _add_kpi(rows: Rows, item: Row, kpi_id: str) -> None:
    unit = item.get("unit", "人")
    rows["kpis"].append(
        {"kpi_id": kpi_id, "goal": item.get("goal"), "measure": item.get("measure"), "name": item["name"],
         "name_text": item["name"], "unit": unit, "is_reprint": item.get("is_reprint", False),
         "lifecycle": item.get("lifecycle", "current"), "description": item.get("description"),
         "departments": item.get("departments", []), **PLACE}
    )  # fmt: skip
    for label, printed in item["figures"].items():
        role, year, series = _parts(label)
        decimals = len(str(printed).partition(".")[2]) if not isinstance(printed, str) else 0
        value = printed if isinstance(printed, int | float) else None
        rows["kpi_values"].append(
            {"kpi_id": kpi_id, "value_id": f"v{len(rows['kpi_values']) + 1:04d}", "role": role,
             "fiscal_year": year, "as_of": None, "period": label, "series": series,
             "value": None if value is None else float(value), "unit": unit,
             "decimals": item.get("decimals", decimals),
             "qualifier": None if value is not None else QUALIFIERS.get(str(printed), "other"),
             "value_text": str(printed), "status": "read", **PLACE}
        )  # fmt: skip


def _add_project(rows: Rows, item: Row, project_id: str) -> None:
    unit = item.get("unit_text", "千円")
    size = {"千円": 1_000, "百万円": 1_000_000, "円": 1}[unit]
    rows["projects"].append(
        {"project_id": project_id, "measure": item.get("measure"), "basic_project": item.get("basic_project"),
         "name": item["name"], "name_text": item["name"], "summary": item.get("summary"),
         "departments": item.get("departments", []), **PLACE}
    )  # fmt: skip
    for label, printed in item["figures"].items():
        kind, year, component = _parts(label)
        value = None if printed in ("-", None) else round(float(printed) * size)
        rows["project_amounts"].append(
            {"project_id": project_id, "amount_id": f"a{len(rows['project_amounts']) + 1:04d}", "kind": kind,
             "fiscal_year": year, "component": component, "amount_yen": value, "unit_text": unit,
             "amount_text": str(printed), "status": "read", **PLACE}
        )  # fmt: skip


def _parts(label: str) -> tuple[str, int | None, str]:
    role, _, rest = label.partition(" ")
    year, _, component = rest.partition(" ")
    return (role, int(year), component) if year.isdecimal() else (role, None, rest)


def compared(before: Sequence[Row], after: Sequence[Row]) -> Comparison:
    """The comparison of two editions of these items, of 2024 and 2025."""
    return compare(edition("old", *before), edition("new", *after, year=2025))


def kinds(comparison: Comparison) -> list[str]:
    """The kinds of the changes, those that matter most first."""
    return [change.kind for change in comparison.changes]


def only(comparison: Comparison, kind: str) -> Change:
    """The one change of a kind."""
    [change] = [change for change in comparison.changes if change.kind == kind]
    return change
