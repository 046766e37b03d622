"""A page as a picture with what was read drawn over it.

Cells are outlined, merged ones in another colour, those of a header tinted; the figure cells of
records can be framed in the colour of their role. It shows why a figure was read as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from extract.grid import Cell, Grid, Rgb, Sheet
from extract.page import Box
from extract.sheet import read_sheets

RESOLUTION = 144
SINGLE: Rgb = (0, 90, 220)
MERGED: Rgb = (220, 0, 120)
NESTED: Rgb = (0, 140, 60)
OUTSIDE: Rgb = (230, 140, 0)
GUESSED: Rgb = (130, 60, 200)
"""The border of tables whose borders are not all drawn."""
HEADER_TINT = (255, 230, 80, 70)


@dataclass(frozen=True, slots=True)
class Mark:
    """A box in points to be framed, with a short label (ASCII prints in every environment)."""

    box: Box
    label: str
    rgb: Rgb = (200, 0, 0)


def draw_page(
    path: Path | str,
    page: int,
    out: Path | str,
    *,
    headers: Iterable[Box] = (),
    marks: Iterable[Mark] = (),
    reader: str = "pdfium",
) -> Sheet:
    """The sheet of the 1-based `page`; writes its picture (PNG by the name of `out`).

    `headers` are boxes of header cells, tinted; `marks` boxes with labels, framed. Points, origin
    top left. Raises IndexError where the document has no such page.
    """
    document = pypdfium2.PdfDocument(str(path))
    try:
        if not 1 <= page <= len(document):
            raise IndexError(f"page {page} of a document of {len(document)} pages")
        image = document[page - 1].render(scale=RESOLUTION / 72).to_pil().convert("RGB")
    finally:
        document.close()
    sheet = next(iter(read_sheets(path, reader, [page])))
    scale = image.width / sheet.width
    _tint(image, headers, scale)
    draw = ImageDraw.Draw(image)
    for line in sheet.outside:
        draw.rectangle(_scaled(line.box, scale), outline=OUTSIDE)
    for number, grid in enumerate(sheet.grids, start=1):
        _draw_grid(draw, grid, number, scale)
    for mark in marks:
        draw.rectangle(_scaled(mark.box, scale), outline=mark.rgb, width=3)
        draw.text((mark.box[0] * scale + 3, mark.box[1] * scale + 1), mark.label, fill=mark.rgb)
    image.save(out)
    return sheet


def _scaled(box: Box, scale: float) -> list[float]:
    return [value * scale for value in box]


def _tint(image: Image.Image, boxes: Iterable[Box], scale: float) -> None:
    layer = Image.new("RGBA", image.size)
    draw = ImageDraw.Draw(layer)
    for box in boxes:
        draw.rectangle(_scaled(box, scale), fill=HEADER_TINT)
    image.paste(layer, (0, 0), layer)


def _draw_grid(draw: ImageDraw.ImageDraw, grid: Grid, number: int, scale: float) -> None:
    for cell in grid.cells:
        _draw_cell(draw, cell, scale)
    edge = NESTED if grid.certainty == "ruled" else GUESSED
    draw.rectangle(_scaled(grid.box, scale), outline=edge, width=3)
    label = f"{number}: {grid.rows} x {grid.columns} {grid.certainty}"
    draw.text((grid.box[0] * scale + 4, grid.box[1] * scale - 13), label, fill=edge)


def _draw_cell(draw: ImageDraw.ImageDraw, cell: Cell, scale: float) -> None:
    x0, y0, x1, y1 = _scaled(cell.box, scale)
    merged = cell.row_span > 1 or cell.column_span > 1
    draw.rectangle([x0 + 2, y0 + 2, x1 - 2, y1 - 2], outline=MERGED if merged else SINGLE)
    if cell.fill_rgb is not None and x1 - x0 > 14 and y1 - y0 > 14:
        draw.rectangle([x1 - 12, y0 + 4, x1 - 4, y0 + 12], fill=cell.fill_rgb, outline=(0, 0, 0))
    if cell.diagonal:
        draw.line([x0 + 2, y0 + 2, x1 - 2, y1 - 2], fill=MERGED, width=2)
    for line in cell.lines:
        draw.rectangle(_scaled(line.box, scale), outline=(170, 170, 170))
    draw.text(
        (x0 + 4, y0 + 2), f"{cell.row},{cell.column}{'v' if cell.vertical else ''}", fill=(120, 120, 120)
    )
