"""Tables and pages written down as texts, as the readers would hand them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.grid import Cell, Grid, Line, Rgb, Sheet
from extract.records import DocumentRecords, Figure, Indicator, Project
from extract.understanding import understand
from schemas.vocabulary import Vocabulary, load_vocabulary

WIDTH, HEIGHT, SIZE = 60.0, 24.0, 9.0
LEFT, TOP = 40.0, 100.0

Rows = Sequence[Sequence[str]]


def grid(
    rows: Rows,
    *,
    page: int = 1,
    top: float = TOP,
    left: float = LEFT,
    height: float = HEIGHT,
    fills: Mapping[tuple[int, int], Rgb] | None = None,
    open_bottom: bool = False,
) -> Grid:
    """A grid of these texts: '<' goes on with the cell on its left, '^' with the cell above it."""
    count, wide = len(rows), len(rows[0])
    x = tuple(left + WIDTH * i for i in range(wide + 1))
    y = tuple(top + height * i for i in range(count + 1))
    cells = []
    for r in range(count):
        for c in range(wide):
            if rows[r][c] in ("<", "^"):
                continue
            right = next((k for k in range(c + 1, wide) if rows[r][k] != "<"), wide)
            below = next((k for k in range(r + 1, count) if rows[k][c] != "^"), count)
            box = (x[c], y[r], x[right], y[below])
            fill = (fills or {}).get((r, c))
            cells.append(_cell(r, c, below - r, right - c, box, rows[r][c], fill))
    return Grid(page, x, y, tuple(cells), open_bottom=open_bottom)


def _cell(
    row: int,
    column: int,
    rows: int,
    columns: int,
    box: tuple[float, float, float, float],
    text: str,
    fill: Rgb | None,
) -> Cell:
    texts = text.split("\n") if text else []
    start = (box[1] + box[3]) / 2 - SIZE * len(texts) / 2
    lines = tuple(
        line(printed, box[0] + 2, start + SIZE * k, right=box[2] - 2) for k, printed in enumerate(texts)
    )
    inside = (
        (box[0] + 2, lines[0].box[1], max(ln.box[2] for ln in lines), lines[-1].box[3]) if lines else None
    )
    return Cell(row, column, rows, columns, box, text, lines, inside, fill)


def line(text: str, x: float, y: float, *, size: float = SIZE, right: float | None = None) -> Line:
    """A printed line that begins at this place."""
    return Line(text, (x, y, right if right is not None else x + size * len(text), y + size), size)


def sheet(*grids: Grid, outside: Sequence[Line] = (), page: int = 1) -> Sheet:
    """A page with these grids and the lines outside them."""
    return Sheet(page, 595.0, 842.0, grids, tuple(outside), 0, 0, 0, 0)


def title(text: str) -> Line:
    """The heading of a document, large and at the top."""
    return line(text, LEFT, 30.0, size=16.0)


def caption(text: str, y: float = TOP - 14) -> Line:
    """A line right above the first table."""
    return line(text, LEFT, y)


def read(
    *grids: Grid,
    outside: Sequence[Line] = (),
    year: int | None = 2024,
    vocabulary: Vocabulary | None = None,
    hints: Mapping[str, object] | None = None,
) -> DocumentRecords:
    """What is understood of a document with these grids, each on the page it names."""
    pages = sorted({g.page for g in grids} | {1})
    sheets = [
        replace(sheet(*(g for g in grids if g.page == page), outside=outside if page == 1 else ()), page=page)
        for page in pages
    ]
    told = {"edition_fiscal_year": year} if year is not None else {}
    return understand(sheets, vocabulary or load_vocabulary(), {**told, **(hints or {})})


def amounts(project: Project) -> set[tuple[int | None, str, str, str]]:
    """Year, kind, component and text of the amounts of a project."""
    return {(a.fiscal_year, a.kind, a.component, a.text) for a in project.amounts}


def values(indicator: Indicator) -> set[tuple[int | None, str, str]]:
    """Year, role and text of the values of an indicator."""
    return {(v.fiscal_year, v.role, v.text) for v in indicator.values}


def texts(figures: Sequence[Figure]) -> list[str]:
    return [figure.text for figure in figures]
