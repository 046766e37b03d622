"""A budget table from its cells, judged: what tests of evidence are written in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.records import DocumentRecords, Figure, Indicator, Place, Project
from pipeline.evidence import Judged, with_evidence
from pipeline.kpi_rows import kpi_rows
from pipeline.project_rows import project_rows
from schemas.dataset import Row

Cells = tuple[str, str, str, str, str]
"""Name, this year, last year, change, ratio: as printed. A name in 合計 or 小計 is a total."""


def judged_table(
    rows: Sequence[Cells], *, ratio_kind: str = "to_previous", repair: bool = True
) -> dict[str, tuple[Row, list[Row]]]:
    """Project row and amounts (this year, last year) by name."""
    projects = tuple(project(row, i, ratio_kind) for i, row in enumerate(rows))
    judged = judged_records(projects, repair=repair)
    return {
        row["name"]: (row, [a for a in judged.projects.amounts if a["project_id"] == row["project_id"]])
        for row in judged.projects.projects
    }


def judged_records(
    projects: tuple[Project, ...] = (),
    indicators: tuple[Indicator, ...] = (),
    *,
    repair: bool = True,
    recognised: Collection[int] = (),
) -> Judged:
    """The rows of records with their evidence; `recognised` are pages read from pictures."""
    made, kpis = project_rows(projects, {}), kpi_rows(indicators, {})
    records = DocumentRecords(projects=projects, indicators=indicators)
    return with_evidence("d", records, made, kpis, repair=repair, recognised=recognised)


def project(cells: Cells, line: int, ratio_kind: str = "to_previous") -> Project:
    """A line of a table in 千円."""
    name, this, last, change, ratio = cells
    total = name in ("小計", "合計")

    def figure(column: int, text: str, year: int | None = None) -> Figure:
        return Figure(text, place(line, column), kind="budget", fiscal_year=year, unit="千円")

    return Project(
        name,
        place(line, 0),
        amounts=tuple(figure(i, t, y) for i, t, y in ((1, this, 2024), (2, last, 2023)) if t),
        change=figure(3, change) if change else None,
        ratio=figure(4, ratio) if ratio else None,
        ratio_kind=ratio_kind if ratio else "",
        is_total=total,
    )


def place(line: int, column: int) -> Place:
    return Place(1, (100.0 * column, 20.0 * line, 100.0 * column + 90, 20.0 * line + 18), "t001")


def indicator(
    name: str, values: Sequence[tuple[str, str, int | None, str]], line: int = 0, unit: str = "件"
) -> Indicator:
    """An indicator from (text, role, year, series)."""
    return Indicator(
        name,
        place(line, 0),
        unit_text=unit,
        values=tuple(
            Figure(text, place(line, i + 1), role=role, fiscal_year=year, series=series, unit=unit)
            for i, (text, role, year, series) in enumerate(values)
        ),
    )
