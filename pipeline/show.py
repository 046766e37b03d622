"""A page as a picture with what was read drawn over it.

Cells are outlined, merged ones in another colour, those of a header tinted; the figure cells of
records can be framed in the colour of their role, which a strip below the page explains. It shows
why a figure was read as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

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
LABEL_SIZE, LEGEND = 10, 24
"""Pixels: the height of labels, and of the strip below the page that explains the frames."""
LABEL = ImageFont.load_default(LABEL_SIZE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A box in points to be framed, with a short label (ASCII prints in every environment).

    `meaning` explains the label below the page; marks of one meaning are explained once.
    """

    box: Box
    label: str
    rgb: Rgb = (200, 0, 0)
    meaning: str = ""


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
    framed = list(marks)
    for mark in framed:
        _draw_mark(draw, mark, scale, [other.box for other in framed if other is not mark])
    _with_legend(image, framed).save(out)
    return sheet


def _draw_mark(draw: ImageDraw.ImageDraw, mark: Mark, scale: float, others: list[Box]) -> None:
    """Frames the box; the label stands on white to its left, or above it where another frame is there."""
    x0, y0, x1, y1 = _scaled(mark.box, scale)
    draw.rectangle([x0 - 2, y0 - 2, x1 + 2, y1 + 2], outline=mark.rgb, width=2)
    if not mark.label:
        return
    wide = draw.textlength(mark.label, font=LABEL)
    left, top = max(0.0, x0 - wide - 6), (y0 + y1) / 2 - LABEL_SIZE / 2 - 1
    near = [_scaled(box, scale) for box in others]
    if any(a < x0 - 2 and c > left and b < top + LABEL_SIZE and d > top for a, b, c, d in near):
        left, top = x0, y0 - LABEL_SIZE - 4
    draw.rectangle([left, top, left + wide + 3, top + LABEL_SIZE + 2], fill=(255, 255, 255))
    draw.text((left + 2, top), mark.label, fill=mark.rgb, font=LABEL)


def _with_legend(image: Image.Image, marks: Iterable[Mark]) -> Image.Image:
    """The picture with a strip below that explains its frames; without marks the picture itself."""
    told = dict.fromkeys((mark.meaning, mark.rgb) for mark in marks if mark.meaning)
    if not told:
        return image
    taller = Image.new("RGB", (image.width, image.height + LEGEND), (255, 255, 255))
    taller.paste(image, (0, 0))
    draw = ImageDraw.Draw(taller)
    x = 8.0
    for meaning, rgb in told:
        draw.rectangle([x, image.height + 6, x + 12, image.height + 18], outline=rgb, width=2)
        draw.text((x + 17, image.height + 6), meaning, fill=rgb, font=LABEL)
        x += 17 + draw.textlength(meaning, font=LABEL) + 14
    return taller


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
    right = grid.box[2] * scale - draw.textlength(label, font=LABEL)  # titles stand over the left end
    draw.text((right, grid.box[1] * scale - 14), label, fill=edge, font=LABEL)


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
