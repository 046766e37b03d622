"""What a table says, as printed: indicators, projects and programmes with their labels.

Records hold text and the place it was read from, never typed values; `pipeline` makes rows
of them with the functions of `normalize`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.grid import Rgb
from extract.page import Box
from extract.tables import Table


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed: 1-based page, box in points (origin top left), table id."""

    page: int
    box: Box
    table_id: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The printed text of one figure cell and what its labels say about it.

    `period` is the header as printed (line breaks as spaces). `role` is for indicators
    (baseline|actual|planned|target), `kind` and `component` for amounts. `fiscal_year` and
    `as_of` ('2023-12') are None where the labels name none. `unit` is the unit that applies to
    the figure by column, row, name or caption ('' = none found). `series` is a series that is
    named by a label rather than in the cell. `tells` says what a figure that is no value tells of
    the values beside it (see extract.checks). `labels` lists every label that was looked up.
    """

    text: str
    place: Place
    period: str = ""
    role: str = ""
    kind: str = ""
    component: str = ""
    fiscal_year: int | None = None
    as_of: str | None = None
    unit: str = ""
    series: str = ""
    tells: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator (指標) with its figures.

    `checks` are figures beside them that are no values but tell of values (達成率, 増減).
    """

    name_text: str
    place: Place
    unit_text: str = ""
    goal: str = ""
    measure: str = ""
    description: str = ""
    departments_text: str = ""
    fill_rgb: Rgb | None = None
    lifecycle: str = "current"
    values: tuple[Figure, ...] = ()
    checks: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """One project (事務事業) with its amounts; `is_total` marks a row that sums others.

    `checks` are figures beside them that are no amounts of it but tell of them (不用額, 受益者負担率).
    """

    name_text: str
    place: Place
    measure: str = ""
    basic_project: str = ""
    summary: str = ""
    activity: str = ""
    departments_text: str = ""
    amounts: tuple[Figure, ...] = ()
    change: Figure | None = None
    ratio: Figure | None = None
    ratio_kind: str = ""
    execution_rate: Figure | None = None
    share: Figure | None = None
    is_total: bool = False
    group: str = ""
    checks: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """One line of a list of programmes (個別戦略(事業)) with its mark."""

    name_text: str
    mark: str
    mark_meaning: str
    place: Place
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A label over or beside figures that the vocabulary does not know, and how many wait."""

    label: str
    figures: int
    place: Place


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it was read, understood or not; `header[row]` tells which rows are labels."""

    table: Table
    header: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class DocumentRecords:
    """Everything that was understood in one document."""

    indicators: tuple[Indicator, ...] = ()
    projects: tuple[Project, ...] = ()
    programmes: tuple[Programme, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = field(default=())
