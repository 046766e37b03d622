"""Projects as typed rows of projects and project_amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extract.records import Figure, Project
from normalize.departments import split_departments
from normalize.money import MoneyFigure, parse_amounts
from normalize.names import parse_name
from normalize.numbers import parse_number
from pipeline.findings import finding, place_columns
from schemas.dataset import Row

REMAINDER = "その他"
"""The component that takes every source of funds which has no column of its own."""


@dataclass(frozen=True)
class ProjectRows:
    """Rows of projects and project_amounts in the order of print, and findings about them."""

    projects: list[Row] = field(default_factory=list)
    amounts: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)


def project_rows(
    projects: tuple[Project, ...], document: Row, before: Mapping[str, int] | None = None
) -> ProjectRows:
    """The projects as rows; rows that sum others are witnesses and no projects.

    `document` gives the columns that every row of the document shares, `before` how many rows of each dataset
    earlier stretches of the document have: ids go on from there. An amount, change or rate
    that is not understood is null with its text, its row doubtful, with a finding.
    """
    made = ProjectRows()
    first, held = (before.get(name, 0) if before else 0 for name in ("projects", "project_amounts"))
    for project in projects:
        if project.is_total:
            continue
        project_id = f"p{first + len(made.projects) + 1:03d}"
        name = parse_name(project.name_text, has_unit=False)
        doubts: list[Row] = []
        row = document | {
            "project_id": project_id,
            "measure": project.measure or None,
            "basic_project": project.basic_project or None,
            "name": name.name,
            "name_text": name.name_text,
            "summary": project.summary or None,
            "activity": project.activity or None,
            "departments": list(split_departments(project.departments_text)),
            "change_yen": _yen(project.change, project_id, "change_yen", doubts),
            "change_text": project.change.text if project.change else None,
            "ratio_percent": _percent(project.ratio, project_id, "ratio_percent", doubts),
            "ratio_kind": (project.ratio_kind or None) if project.ratio else None,
            "ratio_text": project.ratio.text if project.ratio else None,
            "execution_rate_percent": _percent(
                project.execution_rate, project_id, "execution_rate_percent", doubts
            ),
            "share_percent": _percent(project.share, project_id, "share_percent", doubts),
        }
        made.projects.append(
            row | {"status": "doubtful" if doubts else "read"} | place_columns(project.place)
        )
        for amount in _amounts(project):
            amount_id = f"a{held + len(made.amounts) + 1:04d}"
            made.amounts.append(
                document | {"project_id": project_id, "amount_id": amount_id, "name": name.name} | amount
            )
            if amount["status"] == "doubtful":
                doubts.append(_amount_doubt(made.amounts[-1]))
        made.findings.extend(doubts)
    return made


def _amounts(project: Project) -> Iterator[Row]:
    """The amounts of a project in the order of print, without ids."""
    for figure in project.amounts:
        shared = {
            "fiscal_year": figure.fiscal_year,
            "kind": figure.kind or "unspecified",
            "amount_text": figure.text,
            "unit_text": figure.unit or None,
        } | place_columns(figure.place)
        parsed = parse_amounts(figure.text, figure.unit)
        if not _is_understood(parsed, figure.text):
            yield shared | {"component": figure.component, "amount_yen": None, "status": "doubtful"}
            continue
        for part in parsed:
            understood = part.yen is not None or part.qualifier == "not_available"
            yield shared | {
                "component": component_of(figure, part),
                "amount_yen": part.yen,
                "status": "read" if understood else "doubtful",
            }


def _is_understood(parsed: list[MoneyFigure], text: str) -> bool:
    """False for a text that is no amount, and where a mark holds a digit: it is part of a misread number."""
    marks_with_digits = any(char.isdigit() for part in parsed for char in part.mark)
    return not text.strip() or (bool(parsed) and not marks_with_digits)


def component_of(figure: Figure, part: MoneyFigure) -> str:
    """The component that one figure of a cell is for.

    326,800（0） under 経費（一財）: the figure in brackets is for what the label has in brackets
    (`figure.series`). (債) 10,800 (他) 30,000 under 地方債 and その他: the mark is a part of the name
    of its component; a mark that is part of none (the name of a fund) stands for その他. Lines with a
    name each under 財源内訳 name their components themselves.
    """
    if part.bracketed and figure.series:
        return figure.series
    components = figure.component.split("/")
    if len(components) > 1 and part.mark:
        named = [component for component in components if part.mark in component]
        return (named or [component for component in components if REMAINDER in component] or [part.mark])[0]
    if part.mark and not figure.component and len(figure.text.splitlines()) > 1:
        return part.mark
    return figure.component


def _yen(figure: Figure | None, project_id: str, column: str, doubts: list[Row]) -> int | None:
    if figure is None or not figure.text.strip():
        return None
    parsed = parse_amounts(figure.text, figure.unit)
    if (
        len(parsed) == 1
        and not parsed[0].mark
        and (parsed[0].yen is not None or parsed[0].qualifier == "not_available")
    ):
        return parsed[0].yen
    doubts.append(_project_doubt(figure, project_id, column))
    return None


def _percent(figure: Figure | None, project_id: str, column: str, doubts: list[Row]) -> float | None:
    if figure is None or not figure.text.strip():
        return None
    number = parse_number(figure.text)
    if number is None:
        doubts.append(_project_doubt(figure, project_id, column))
        return None
    return None if number.value is None else float(number.value)


def _project_doubt(figure: Figure, project_id: str, column: str) -> Row:
    return finding(
        "text_not_understood",
        "warning",
        "projects",
        project_id,
        "The text is neither a number nor a known way of saying one.",
        column=column,
        observed=figure.text,
        place=figure.place,
    )


def _amount_doubt(row: Row) -> Row:
    return finding(
        "text_not_understood",
        "warning",
        "project_amounts",
        row["amount_id"],
        "The text is no amount of money, or its unit is not known.",
        column="amount_yen",
        observed=row["amount_text"],
    ) | {key: row[key] for key in ("page", "x0", "y0", "x1", "y1", "table_id")}
