"""The truth of one typeset document, written from the content that is typeset, never from the PDF."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DASHES = {"-", "－", "―", "ー", "—", "‐", "…"}


@dataclass(frozen=True)
class Odd:
    """A printed cell whose number is not its digits: '80以上', '28万4千人', '増加'."""

    text: str
    value: str | None
    qualifier: str | None = None


Printed = str | Odd


def shown(cell: Printed) -> str:
    """The text to print."""
    return cell.text if isinstance(cell, Odd) else cell


@dataclass
class Kpi:
    """One indicator; `add` notes a printed figure (an empty cell is no figure, a dash is none yet)."""

    record: dict[str, Any]

    def add(
        self, period: str, role: str, year: int | None, cell: Printed, *, cut: str = "", series: str = ""
    ) -> None:
        value: str | None
        if isinstance(cell, Odd):
            text, value, qualifier = cell.text, cell.value, cell.qualifier
        elif cell.strip() == "":
            return
        elif cell.strip() in DASHES:
            text, value, qualifier = cell, None, "not_available"
        else:
            text, qualifier = cell, None
            value = cell.removesuffix(cut).replace(",", "").strip()
            float(value)
        self.record["values"].append(
            {
                "period": period,
                "role": role,
                "fiscal_year": year,
                "series": series,
                "value": value,
                "qualifier": qualifier,
                "text": text,
            }
        )


@dataclass
class Project:
    """One project (or total row); amounts are given in the printed unit and kept in yen."""

    record: dict[str, Any]

    def add(
        self, year: int | None, kind: str, component: str, amount: int | None, text: str, scale: int = 1000
    ) -> None:
        if amount is None:
            return
        self.record["amounts"].append(
            {
                "fiscal_year": year,
                "kind": kind,
                "component": component,
                "value_yen": amount * scale,
                "text": text,
            }
        )


@dataclass
class Truth:
    """document, kpis, projects, totals, notes of one PDF."""

    municipality: str
    title: str
    notes: list[str] = field(default_factory=list)
    kpis: list[dict[str, Any]] = field(default_factory=list)
    projects: list[dict[str, Any]] = field(default_factory=list)
    totals: list[dict[str, Any]] = field(default_factory=list)

    def kpi(self, name: str, unit: str | None, departments: list[str] | None = None) -> Kpi:
        record: dict[str, Any] = {
            "name": name,
            "unit": unit,
            "departments": departments or [],
            "values": [],
        }
        self.kpis.append(record)
        return Kpi(record)

    def project(
        self,
        name: str,
        departments: list[str] | None = None,
        *,
        change_yen: int | None = None,
        ratio: str | None = None,
        basic_project: str | None = None,
        total: bool = False,
        **more: str,
    ) -> Project:
        record: dict[str, Any] = {
            "name": name,
            "departments": departments or [],
            "amounts": [],
            "change_yen": change_yen,
            "ratio": ratio,
            **more,
        }
        if basic_project is not None:
            record["basic_project"] = basic_project
        (self.totals if total else self.projects).append(record)
        return Project(record)

    def write(self, path: Path) -> None:
        whole: dict[str, Any] = {
            "document": {
                "municipality_code": "",
                "municipality_name": self.municipality,
                "title": self.title,
            },
            "kpis": self.kpis,
            "projects": self.projects,
        }
        if self.totals:
            whole["totals"] = self.totals
        whole["notes"] = [*self.notes, "Invented municipality, names and figures."]
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
