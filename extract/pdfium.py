"""Pages as PDFium reads them: the default reader.

`read_pages` opens a PDF, hands out one `Page` after the other and closes each before the next,
so that memory does not grow with the number of pages.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from extract.page import Chars, Floats, Page, TextLayer
from extract.pdfium_shapes import Shapes, read_shapes
from extract.pdfium_text import RawText, read_text
from extract.rules import split_fills, split_strokes, stacked

Turn = Callable[[Floats], Floats]


def read_pages(path: Path | str, pages: Iterable[int] | None = None) -> Iterator[Page]:
    """The pages of a PDF in order, or those with the given 1-based numbers.

    Raises `pypdfium2.PdfiumError` where the file cannot be opened or a page cannot be parsed.
    """
    document = pypdfium2.PdfDocument(str(path))
    try:
        numbers = range(1, len(document) + 1) if pages is None else pages
        for number in numbers:
            yield _read_page(document, number)
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, number: int) -> Page:
    page = document[number - 1]
    text_page = page.get_textpage()
    try:
        text = read_text(
            ctypes.cast(text_page.raw, ctypes.c_void_p).value or 0, raw.FPDFText_CountChars(text_page)
        )
        shapes = read_shapes(ctypes.cast(page.raw, ctypes.c_void_p).value or 0)
        rotation, crop, width, height = page.get_rotation(), page.get_bbox(), *page.get_size()
    finally:
        text_page.close()
        page.close()
    return make_page(number, text, shapes, rotation, crop, width, height)


def turned(rotation: int, crop: tuple[float, float, float, float], width: float, height: float) -> Turn:
    """The map from user space (n, 2) to points of the page as shown, y downwards.

    `crop` is left, bottom, right, top of the visible area; `width` and `height` those of the page
    as shown, so that UserUnit is applied with them.
    """
    left, bottom, right, top = crop
    wide, high = (width, height) if rotation % 180 == 0 else (height, width)
    scale_x, scale_y = wide / (right - left or 1.0), high / (top - bottom or 1.0)

    def turn(points: Floats) -> Floats:
        x = (points[:, 0] - left) * scale_x
        y = (top - points[:, 1]) * scale_y
        if rotation == 90:
            x, y = high - y, x
        elif rotation == 180:
            x, y = wide - x, high - y
        elif rotation == 270:
            x, y = y, wide - x
        return np.stack([x, y], axis=1)

    return turn


def _turn_boxes(turn: Turn, boxes: Floats) -> Floats:
    first, second = turn(boxes[:, :2]), turn(boxes[:, 2:4])
    return np.concatenate([np.minimum(first, second), np.maximum(first, second)], axis=1)


def make_page(
    number: int,
    text: RawText,
    shapes: Shapes,
    rotation: int,
    crop: tuple[float, float, float, float],
    width: float,
    height: float,
) -> Page:
    """The `Page` of what was read, turned the way it is shown."""
    turn = turned(rotation, crop, width, height)
    box = _turn_boxes(turn, text.box)
    ahead = turn(text.direction) - turn(np.zeros_like(text.direction))
    upright = ahead[:, 0] > 0.5 * np.hypot(ahead[:, 0], ahead[:, 1])
    strokes = np.array(shapes.strokes, dtype=np.float64).reshape(-1, 5)
    ends = np.concatenate([turn(strokes[:, :2]), turn(strokes[:, 2:4]), strokes[:, 4:]], axis=1)
    fills = np.array(shapes.fills, dtype=np.float64).reshape(-1, 7)
    fill_box, fill_rgb = _turn_boxes(turn, fills), fills[:, 4:].astype(np.uint8)
    horizontal, vertical, diagonal = split_strokes(ends)
    thin_horizontal, thin_vertical, area = split_fills(fill_box, fill_rgb)
    visible = ~text.hidden & (text.size > 0.5) & _is_on_page(box, width, height)
    return Page(
        number=number,
        width=width,
        height=height,
        chars=Chars(text.text, box, text.size, upright, visible),
        horizontal=stacked(horizontal, thin_horizontal),
        vertical=stacked(vertical, thin_vertical),
        diagonal=diagonal,
        fill_box=fill_box[area],
        fill_rgb=fill_rgb[area],
        text_layer=_text_layer(text, visible),
    )


def _is_on_page(box: Floats, width: float, height: float) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    return (x >= 0) & (x <= width) & (y >= 0) & (y <= height)


def _text_layer(text: RawText, visible: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> TextLayer:
    if not len(visible):
        return "none"
    if np.mean(text.unmapped) > 0.2:
        return "broken"
    if np.mean(text.hidden) > 0.9:
        return "ocr"
    return "native"
