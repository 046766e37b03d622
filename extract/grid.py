"""Grids of cells: what stands between the rules of one table on one page."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, fields, make_dataclass
from functools import cache
from typing import Any, TypeVar

from extract.page import Box, Piece

Record = TypeVar("Record", bound=Hashable)

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of text inside a cell, with the box that encloses its characters."""

    text: str
    box: Box
    size: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid.

    `row` and `column` count from 0, a merged cell stands at its first row and column and spans
    `row_span` by `column_span`. `box` is the cell between its rules, `text_box` encloses its
    characters (None when it is empty). `text` is the lines joined by line feeds, in reading
    order; `vertical` says that it is set top to bottom (one character a line, or turned glyphs),
    and then the characters of one column are joined without line feeds. `diagonal`: a stroke
    from corner to corner crosses the cell ("not applicable"). `confidence` (0..1) is that of the least
    certain piece of text recognised in its picture, None where the text was not recognised.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    text: str
    lines: tuple[Line, ...] = ()
    text_box: Box | None = None
    fill_rgb: Rgb | None = None
    vertical: bool = False
    diagonal: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table on one page, in row-major order; merged areas occur once.

    `x` and `y` are the positions of the column and row borders (len = columns + 1, rows + 1).
    `certainty` is 'ruled' (all borders drawn), 'filled' (columns or rows known by fills) or
    'spaced' (known by white space only). `open_top`/`open_bottom`: no rule closes the first/last
    row there although vertical rules run on to it, as where a row is cut by the page's edge.
    """

    page: int
    x: tuple[float, ...]
    y: tuple[float, ...]
    cells: tuple[Cell, ...]
    certainty: str = "ruled"
    open_top: bool = False
    open_bottom: bool = False

    @property
    def box(self) -> Box:
        return (self.x[0], self.y[0], self.x[-1], self.y[-1])

    @property
    def rows(self) -> int:
        return len(self.y) - 1

    @property
    def columns(self) -> int:
        return len(self.x) - 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as grids and the text outside them.

    `outside` is the printed lines that belong to no grid, in reading order. The characters of
    the page are counted: `characters` = `in_cells` + `in_outside` + `unseen` (invisible text, ruby and
    white space), or the reader is wrong. `pieces` is what was recognised where the page is a picture.
    """

    page: int
    width: float
    height: float
    grids: tuple[Grid, ...]
    outside: tuple[Line, ...]
    characters: int
    in_cells: int
    in_outside: int
    unseen: int
    text_layer: str = "native"
    notes: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()


def records(kind: type[Record], **values: Iterable[object]) -> list[Record]:
    """Records of a frozen class with slots, made from the values of each field.

    All fields must be given, in their order. A frozen class sets each field by a call; its thawed twin
    sets them as it likes, and may then be called by the frozen one's name. That takes a fourth of the
    time, and a page has hundreds of records.
    """
    made: list[Any] = list(map(_thawed(kind), *values.values()))
    for record in made:
        record.__class__ = kind
    return made


@cache
def _thawed(kind: type) -> Callable[..., Any]:
    """A class with the same slots as a frozen one, whose fields can be set."""
    return make_dataclass(kind.__name__, [field.name for field in fields(kind)], slots=True)
