"""What the second reader says of a document: doubtful figures, and findings with what each reader has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.agreement import Disagreement
from extract.both_readers import FIRST, SECOND, TwiceRead
from extract.records import Figure, Place, Project
from pipeline.findings import box_columns, finding, place_columns
from pipeline.so_far import SoFar
from quality.relations import Key, Verdict
from quality.two_readers import two_readers
from schemas.dataset import Row

RULE = "readers_disagree"
AGREED = "two_readers"
"""The rule of the finding that counts the figures which both readers have alike."""
SILENT = "second_reader_silent"
LONGEST = 200


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What comparing two readers gave: pages that were compared, and where the readers differ.

    `silent` says why the second reader could not read on, None where it could.
    """

    compared: frozenset[int]
    disagreements: tuple[Disagreement, ...] = ()
    silent: str | None = None


def second_reading(pages: Sequence[TwiceRead]) -> SecondReading:
    """What the second reader says of all pages."""
    return SecondReading(
        frozenset(page.sheet.page for page in pages if page.is_compared),
        tuple(found for page in pages for found in page.disagreements),
        next((page.silent for page in pages if page.silent), None),
    )


def judge_by_second_reader(
    document_id: str,
    second: SecondReading | None,
    projects: tuple[Project, ...],
    rows: dict[str, list[Row]],
    so_far: SoFar | None = None,
    following: int | None = None,
) -> list[Row]:
    """The findings of the second reader; rows of figures in cells that it reads otherwise become doubtful.

    `rows` holds kpis, kpi_values, projects, project_amounts and cells, whose statuses are changed in place.
    Nothing is found where only one reader read (None). Pages from `following` on are the next stretch's as
    well (None: there is none): what is said of no figure here may be said of one there.
    """
    if second is None:
        return []
    so_far = so_far or SoFar()
    places = figure_places(projects, rows)
    said = two_readers(places, second.compared, second.disagreements)
    against = {key: s.disagreement for key, s in said.items() if s.disagreement is not None}
    make_doubtful(rows, {(dataset, record) for dataset, record, _ in against})
    found = [
        _finding(d, key[0], key[1], key[2]) | place_columns(places[key][0]) for key, d in against.items()
    ]
    told = {id(d) for d in against.values()}
    cells = [*so_far.cells, *rows["cells"]]
    found += [
        _about_cells(d, cells)
        for d in second.disagreements
        if id(d) not in told and d not in so_far.told and (following is None or d.page < following)
    ]
    if following is not None:
        so_far.told = frozenset(d for d in so_far.told.union(against.values()) if d.page >= following)
        so_far.cells = [row for row in cells if row["page"] >= following]
    so_far.agreed[AGREED] += sum(s.verdict is Verdict.PROVED for key, s in said.items() if key[2] != "name")
    so_far.silent = so_far.silent or second.silent
    if not so_far.is_last:
        return found
    if agreed := so_far.agreed[AGREED]:
        message = f"{agreed} figures stand in cells that {FIRST} and {SECOND} read alike."
        found.append(finding(AGREED, "info", "documents", document_id, message, observed=str(agreed)))
    if so_far.silent:
        message = f"{SECOND} could not read on, so that {FIRST} has no witness there: {so_far.silent}"
        found.append(finding(SILENT, "info", "documents", document_id, _one_line(message)))
    return found


def figure_places(projects: tuple[Project, ...], rows: dict[str, list[Row]]) -> dict[Key, tuple[Place, str]]:
    """Place and print of every figure, and of the names of projects and indicators."""
    held: dict[Key, tuple[Place, str]] = {}
    for row in rows["kpis"]:
        held["kpis", row["kpi_id"], "name"] = (_place(row), row["name_text"])
    for row in rows["kpi_values"]:
        held["kpi_values", row["value_id"], "value"] = (_place(row), row["value_text"])
    for row in rows["project_amounts"]:
        held["project_amounts", row["amount_id"], "amount_yen"] = (_place(row), row["amount_text"])
    written = (project for project in projects if not project.is_total)
    for row, project in zip(rows["projects"], written, strict=True):
        held["projects", row["project_id"], "name"] = (_place(row), row["name_text"])
        for column, figure in _own_figures(project):
            held["projects", row["project_id"], column] = (figure.place, figure.text)
    return held


def _own_figures(project: Project) -> list[tuple[str, Figure]]:
    named = {
        "change_yen": project.change,
        "ratio_percent": project.ratio,
        "execution_rate_percent": project.execution_rate,
        "share_percent": project.share,
    }
    return [(column, figure) for column, figure in named.items() if figure is not None]


def _place(row: Row) -> Place:
    return Place(row["page"], (row["x0"], row["y0"], row["x1"], row["y1"]), row["table_id"])


def make_doubtful(rows: dict[str, list[Row]], doubted: set[tuple[str, str]]) -> None:
    """Gives the rows of kpi_values, project_amounts and projects with these ids the status doubtful."""
    for dataset, key in (
        ("kpi_values", "value_id"),
        ("project_amounts", "amount_id"),
        ("projects", "project_id"),
    ):
        for row in rows[dataset]:
            if (dataset, row[key]) in doubted:
                row["status"] = "doubtful"


def _finding(found: Disagreement, dataset: str, record: str, column: str) -> Row:
    return finding(
        RULE,
        "warning",
        dataset,
        record,
        _MESSAGES[found.kind],
        column=column,
        observed=found.first[:LONGEST],
        expected=found.second[:LONGEST],
    )


_MESSAGES = {
    "text": f"The cell holds other characters for {SECOND} (expected) than for {FIRST} (observed).",
    "order": f"{SECOND} (expected) has the characters of the cell in another order than {FIRST} (observed).",
    "cell_missing": f"Only one of {FIRST} (observed) and {SECOND} (expected) has a cell of these borders.",
    "grid_missing": f"Only one of {FIRST} (observed) and {SECOND} (expected) has this table.",
    "columns": f"The table has other rows or columns for {SECOND} (expected) than for {FIRST} (observed).",
}


def _one_line(message: str) -> str:
    return "".join(char if char.isprintable() else " " for char in message)[:LONGEST]


def _about_cells(found: Disagreement, cells: Sequence[Row]) -> Row:
    """A finding about a cell without figures: of the table that stands there, if any does."""
    x, y = (found.box[0] + found.box[2]) / 2, (found.box[1] + found.box[3]) / 2
    around = (
        row
        for row in cells
        if row["page"] == found.page and row["x0"] <= x <= row["x1"] and row["y0"] <= y <= row["y1"]
    )
    table = next((row["table_id"] for row in around), None)
    made = _finding(found, "cells", table or "", "text")
    return made | {"page": found.page, "table_id": table} | box_columns(found.box)
