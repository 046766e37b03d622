"""The pages of a document: for each page of the PDF its picture and what was read of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.site.addresses import document_address, picture_address
from pipeline.site.curated_data import Document
from pipeline.site.figures import FigureTable, tables_of_pages
from pipeline.site.grids import PrintedTable, printed_tables
from pipeline.site.page_pictures import Drawn
from pipeline.site.worklist import Task
from pipeline.web.texts import Texts

MOST_WEIGHT = 2_500
"""Cells and figures that one HTML page holds; a document with more has several."""

MOST_PAGES = 30
MARGIN = 36.0
"""Points left around what was read, where the size of the page is not known."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the PDF: size in points, picture ('' for none) and what was read of it."""

    page: int
    width: float
    height: float
    picture: str
    tables: tuple[FigureTable, ...]
    grids: tuple[PrintedTable, ...]
    tasks: tuple[Task, ...]

    @property
    def figure_count(self) -> int:
        """Figures, and names where there are no figures."""
        return sum(
            len(cell) for table in self.tables for line in table.lines for cell in (line.cells or ((0,),))
        )

    @property
    def weight(self) -> int:
        """How much of an HTML page it takes."""
        return self.figure_count + sum(grid.cell_count for grid in self.grids) + 20


@dataclass(frozen=True, slots=True)
class Part:
    """The leaves that stand on one HTML page."""

    number: int
    address: str
    leaves: tuple[Leaf, ...]


def parts_of(document: Document, drawn: Drawn, dpi: int, tasks: list[Task], t: Texts) -> tuple[Part, ...]:
    """The HTML pages of a document; at least one, also where nothing could be read."""
    parts: list[list[Leaf]] = [[]]
    weight = 0
    for leaf in _leaves(document, drawn, dpi, tasks, t):
        if parts[-1] and (weight + leaf.weight > MOST_WEIGHT or len(parts[-1]) >= MOST_PAGES):
            parts.append([])
            weight = 0
        parts[-1].append(leaf)
        weight += leaf.weight
    return tuple(
        Part(number, document_address(document.document_id, number), tuple(leaves))
        for number, leaves in enumerate(parts, start=1)
    )


def addresses_of_pages(parts: tuple[Part, ...]) -> dict[int, str]:
    """The HTML page on which each page of the PDF stands."""
    return {leaf.page: part.address for part in parts for leaf in part.leaves}


def _leaves(document: Document, drawn: Drawn, dpi: int, tasks: list[Task], t: Texts) -> list[Leaf]:
    tables, grids = tables_of_pages(document, t), printed_tables(document)
    read = max((*tables, *grids, *(task.page or 0 for task in tasks), 0))
    count = max(document.facts["page_count"] or 0, read)
    leaves = []
    for page in range(1, count + 1):
        size = drawn.sizes[page - 1] if page <= len(drawn.sizes) else None
        here = [cell for cell in document.cells if cell["page"] == page] if size is None else []
        width, height = size or (
            max((cell["x1"] for cell in here), default=559.0) + MARGIN,
            max((cell["y1"] for cell in here), default=806.0) + MARGIN,
        )
        picture = ""
        if size is not None:
            picture = picture_address(document.document_id, document.facts["sha256"], dpi, page)
        leaves.append(
            Leaf(
                page, round(width, 2), round(height, 2), picture, tuple(tables.get(page, ())),
                tuple(grids.get(page, ())), tuple(task for task in tasks if task.page == page),
            )
        )  # fmt: skip
    return leaves
