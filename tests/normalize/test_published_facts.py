"""Every cell of the truth files comes out as the truth says."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from normalize.departments import split_departments
from normalize.kpi_cells import parse_kpi_cell
from normalize.money import parse_amounts
from normalize.names import parse_name
from normalize.numbers import looks_like_figure
from normalize.width import fold
from normalize.years import parse_period

HERE = Path(__file__).parents[1] / "truth"
REAL = Path(os.environ.get("GYOSEI_REAL", Path(__file__).parents[3] / "shared" / "real")) / "truth"
FILES = [
    path
    for folder in (HERE, REAL)
    for path in sorted(folder.glob("*.json"))
    if not path.name.endswith(".diff.json")
]


def _truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return truth


def _cells(indicator: dict[str, Any]) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """The values of one indicator by cell; a planned value shares a cell only with an actual of that text."""
    cells: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for value in indicator["values"]:
        role = value["role"]
        if role == "planned" and (value["period"], value["text"], "actual") in cells and "(" in value["text"]:
            role = "actual"
        cells.setdefault((value["period"], value["text"], role), []).append(value)
    return cells


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_kpi_cells(path: Path) -> None:
    for indicator in _truth(path).get("kpis", []):
        unit = indicator["unit"] or ""
        for (_, text, role), values in _cells(indicator).items():
            figures = parse_kpi_cell(text, indicator["name"], unit, role)
            assert looks_like_figure(text)
            got = [
                (fold(f.series), f.value, f.qualifier, fold(f.unit), "planned" if f.planned else role)
                for f in figures
            ]
            assert got == [
                (
                    fold(v["series"]),
                    None if v["value"] is None else Decimal(v["value"]),
                    v["qualifier"],
                    fold(v.get("unit") or unit),
                    v["role"],
                )
                for v in values
            ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_periods(path: Path) -> None:
    truth = _truth(path)
    for indicator in truth.get("kpis", []):
        for value in indicator["values"]:
            fiscal_year = value.get("fiscal_year")
            near = truth["document"].get("edition_fiscal_year") or fiscal_year
            period = parse_period(value["period"], near)
            assert period.fiscal_year == fiscal_year
            assert period.as_of == value.get("as_of")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_and_units(path: Path) -> None:
    for indicator in _truth(path).get("kpis", []):
        name, unit = indicator["name"], indicator["unit"] or ""
        printed = f"◆{name}({unit})" if unit else f"◆{name}"
        assert (parse_name(printed).name, parse_name(printed).unit) == (name, unit)
        assert parse_name(f"【再掲】{printed}").is_reprint
        broken = printed[: len(printed) // 2] + "\n" + printed[len(printed) // 2 :]
        assert fold(parse_name(broken).name) == fold(name)
    for project in _truth(path).get("projects", []):
        assert parse_name(project["name"]).name == project["name"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_departments(path: Path) -> None:
    truth = _truth(path)
    for record in [*truth.get("kpis", []), *truth.get("projects", [])]:
        departments = tuple(record.get("departments", []))
        assert split_departments("\n".join(departments)) == departments
        assert split_departments("、".join(departments)) == departments
        assert split_departments("・".join(departments)) == departments


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_amounts(path: Path) -> None:
    for project in _truth(path).get("projects", []):
        for amount in project.get("amounts", []):
            yen = amount.get("value_yen")
            if "value_yen" not in amount and amount["value"] is not None:
                yen = amount["value"] * 1000
            unit = "円" if yen is not None and str(yen) == "".join(amount["text"].split(",")) else "千円"
            assert yen in [figure.yen for figure in parse_amounts(amount["text"], unit)]
        if project.get("change_text"):
            change = project["change"]
            expected = None if change is None else change * 1000
            assert [f.yen for f in parse_amounts(project["change_text"], "千円")] == [expected]
