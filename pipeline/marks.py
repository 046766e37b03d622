"""What was understood on a page, as marks to draw over its picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.both_readers import BOTH, FIRST, SECOND, read_twice
from extract.grid import Rgb
from extract.page import Box
from extract.records import DocumentRecords, Figure, Project
from extract.sheet import read_sheets
from extract.understanding import understand
from pipeline.cell_rows import cell_rows
from pipeline.show import Mark
from schemas.vocabulary import load_vocabulary

ROLE_COLOURS: dict[str, Rgb] = {
    "baseline": (120, 120, 120),
    "actual": (0, 120, 60),
    "planned": (0, 90, 200),
    "target": (200, 80, 0),
}
NAME_COLOUR: Rgb = (150, 0, 150)
AMOUNT_COLOUR: Rgb = (200, 0, 0)
OWN_COLOUR: Rgb = (150, 90, 0)
PROGRAMME_COLOUR: Rgb = (0, 120, 120)
DIFFERENT_COLOUR: Rgb = (255, 0, 0)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Boxes of header cells, and names and figures that were read, in points.

    `reader` is the one whose cells are meant; `differences` say what the other has, where both read.
    """

    headers: tuple[Box, ...]
    marks: tuple[Mark, ...]
    reader: str = FIRST
    differences: tuple[str, ...] = ()


def page_marks(path: Path, page: int, reader: str) -> PageMarks:
    """The marks of one page; the whole document is read, since tables go over pages."""
    single = FIRST if reader == BOTH else reader
    sheets = tuple(read_sheets(path, single))
    records = understand(sheets, load_vocabulary())
    headers = tuple(
        (row["x0"], row["y0"], row["x1"], row["y1"])
        for row in cell_rows(records.tables, {})
        if row["is_header"] and row["page"] == page
    )
    marks = tuple(mark for number, mark in _marks(records) if number == page)
    if reader != BOTH:
        return PageMarks(headers, marks, single)
    found = next(read_twice(path, [page])).disagreements
    told = (f"{d.kind}: {FIRST} {d.first!r}, {SECOND} {d.second!r}" for d in found)
    framed = (Mark(d.box, d.kind, DIFFERENT_COLOUR, "the readers differ") for d in found)
    return PageMarks(headers, (*marks, *framed), single, tuple(told))


def _marks(records: DocumentRecords) -> Iterator[tuple[int, Mark]]:
    for indicator in records.indicators:
        yield indicator.place.page, Mark(indicator.place.box, "", NAME_COLOUR, "name of an indicator")
        for figure in indicator.values:
            yield figure.place.page, _figure_mark(figure, figure.role, ROLE_COLOURS.get(figure.role))
    for project in records.projects:
        said = "name of a row of sums" if project.is_total else "name of a project"
        yield project.place.page, Mark(project.place.box, "", NAME_COLOUR, said)
        for figure in project.amounts:
            yield figure.place.page, _figure_mark(figure, figure.kind, None)
        for said, own in _own_figures(project):
            yield own.place.page, Mark(own.place.box, said[:3], OWN_COLOUR, f"{said[:3]} = {said}")
    for programme in records.programmes:
        yield programme.place.page, Mark(programme.place.box, "", PROGRAMME_COLOUR, "programme")


def _own_figures(project: Project) -> Iterator[tuple[str, Figure]]:
    named = (
        ("change", project.change),
        ("ratio", project.ratio),
        ("execution rate", project.execution_rate),
        ("share", project.share),
    )
    for said, figure in named:
        if figure is not None:
            yield said, figure


def _figure_mark(figure: Figure, said: str, rgb: Rgb | None) -> Mark:
    """'act 24' for the actual of 2024: three letters, explained below the page, and the year."""
    short = said[:3] or "?"
    year = "" if figure.fiscal_year is None else f" {figure.fiscal_year % 100:02d}"
    return Mark(figure.place.box, short + year, rgb or AMOUNT_COLOUR, f"{short} = {said or 'not known'}")
