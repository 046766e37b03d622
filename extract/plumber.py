"""Pages as pdfplumber reads them: an independent parser (pdfminer), slower, a second witness.

pdfminer does not apply clipping and does not say how text is painted; the render mode is noted
while the page is interpreted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import resolve_all
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from extract.page import Page
from extract.page_truth import make_page
from extract.pdfium_text import RENDER_CLIP_ONLY, RENDER_INVISIBLE, SPACES
from extract.raw_page import PAPER, RawText, Shapes, add_fill, shown, turned

LIGATURES = range(0xFB00, 0xFB07)
"""ﬀ to ﬆ: PDFium prints these as the letters they stand for."""


class _Device(PDFPageAggregatorWithMarkedContent):
    """Notes on each character how it is painted and how large its font is."""

    mode = 0
    run = 0

    def render_string(self, textstate: Any, *rest: Any) -> None:
        self.mode = textstate.render
        self.run += 1
        super().render_string(textstate, *rest)

    def render_char(self, matrix: Any, font: Any, fontsize: float, *rest: Any, **named: Any) -> float:
        advance: float = super().render_char(matrix, font, fontsize, *rest, **named)
        if self.cur_item._objs:
            char: Any = self.cur_item._objs[-1]
            char.render_mode = self.mode
            char.run = self.run
            char.em = abs(fontsize) * float(np.hypot(matrix[2], matrix[3]))
        return advance


def read_pages(path: Path | str, pages: Iterable[int] | None = None) -> Iterator[Page]:
    """The pages of a PDF in order, or those with the given 1-based numbers.

    Raises what pdfminer raises where the file cannot be parsed.
    """
    with pdfplumber.open(str(path)) as document:
        numbers = range(1, len(document.pages) + 1) if pages is None else pages
        for number in numbers:
            page = document.pages[number - 1]
            yield _read_page(page, number)
            page.close()


def _read_page(page: Any, number: int) -> Page:
    attributes = page.page_obj.attrs
    rotation = int(page.rotation)
    media = _box(attributes.get("MediaBox"), (0.0, 0.0, 612.0, 792.0))
    crop = _within(_box(attributes.get("CropBox"), media), media)
    unit = float(resolve_all(attributes.get("UserUnit")) or 1.0)
    wide, high = (crop[2] - crop[0]) * unit, (crop[3] - crop[1]) * unit
    width, height = (wide, high) if rotation % 180 == 0 else (high, wide)
    # the page is interpreted unturned, so that both readers are turned by the same code
    page.page_obj.rotate = 0
    device = _Device(page.pdf.rsrcmgr, pageno=number, laparams=None)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    chars: list[LTChar] = []
    shapes = Shapes()
    _collect(device.get_result(), chars, shapes)
    text = _raw_text(chars)
    origin = np.array([media[0], media[1]])
    turn = turned(rotation, crop, width, height)
    return make_page(number, width, height, shown(text, shapes, lambda points: turn(points + origin)))


def _box(value: Any, default: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    numbers = resolve_all(value)
    if not isinstance(numbers, list) or len(numbers) != 4:
        return default
    a, b, c, d = (float(n) for n in numbers)
    return (min(a, c), min(b, d), max(a, c), max(b, d))


def _within(
    inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    left, bottom = max(inner[0], outer[0]), max(inner[1], outer[1])
    right, top = min(inner[2], outer[2]), min(inner[3], outer[3])
    return (left, bottom, right, top) if right > left and top > bottom else outer


def _collect(container: Any, chars: list[LTChar], shapes: Shapes) -> None:
    """Sorts the contents of a page or figure into characters and shapes, in drawing order."""
    for item in container:
        if isinstance(item, LTChar):
            if item.get_text().strip(SPACES):
                chars.append(item)
        elif isinstance(item, LTCurve):
            _add_curve(item, shapes)
        elif isinstance(item, LTImage):
            shapes.pictures.append(item.bbox)
        elif isinstance(item, LTContainer):
            _collect(item, chars, shapes)


def _add_curve(item: LTCurve, shapes: Shapes) -> None:
    path = item.original_path or []
    curved = any(step[0] in "cvy" for step in path)
    lines = _outlines(item)
    if item.fill:
        rgb = _rgb(item.non_stroking_color)
        for line in lines:
            add_fill(shapes, line, curved, rgb)
    if item.stroke and not curved and min(_rgb(item.stroking_color)) < PAPER:
        for line in lines:
            for (x0, y0), (x1, y1) in pairwise(line):
                shapes.strokes.append((x0, y0, x1, y1, float(item.linewidth)))


def _outlines(item: LTCurve) -> list[list[tuple[float, float]]]:
    """The outlines of a path, closed where the path closes them."""
    lines: list[list[tuple[float, float]]] = []
    steps: list[Any] = list(item.original_path or [])
    for step in steps:
        kind, points = step[0], step[1:]
        if kind == "m":
            lines.append([points[0]])
        elif kind == "h":
            if lines and lines[-1][0] != lines[-1][-1]:
                lines[-1].append(lines[-1][0])
        elif lines and points:
            lines[-1].append(points[-1])
    return lines or [list(item.pts)]


def _rgb(colour: Any) -> tuple[int, int, int]:
    """The colour as red, green, blue 0..255; black for patterns and unknown spaces."""
    try:
        parts = [float(part) for part in (colour if isinstance(colour, tuple | list) else (colour,))]
    except (TypeError, ValueError):
        return (0, 0, 0)
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [1 - min(1.0, ink + black) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return (0, 0, 0)
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in parts)
    return (red, green, blue)


def _raw_text(chars: list[LTChar]) -> RawText:
    n = len(chars)
    texts, unmapped = [], np.zeros(n, dtype=bool)
    for i, char in enumerate(chars):
        text = char.get_text().strip(SPACES)
        if text.startswith("(cid:") or any(unicodedata.category(c) in ("Co", "Cc") for c in text):
            unmapped[i] = True
            text = "\ufffd" if text.startswith("(cid:") else text
        if len(text) == 1 and ord(text) in LIGATURES:
            text = unicodedata.normalize("NFKC", text)
        texts.append(text)
    direction = np.array([char.matrix[:2] for char in chars], dtype=np.float64).reshape(-1, 2)
    length = np.hypot(direction[:, 0], direction[:, 1])
    modes = np.array([getattr(char, "render_mode", 0) for char in chars], dtype=np.int64)
    colours = [_rgb(char.graphicstate.ncolor) for char in chars]
    return RawText(
        text=tuple(texts),
        box=np.array([char.bbox for char in chars], dtype=np.float64).reshape(-1, 4),
        size=np.array([getattr(char, "em", char.size) for char in chars], dtype=np.float64),
        direction=direction / np.maximum(length, 1e-9)[:, None],
        white=np.array([min(rgb) >= PAPER for rgb in colours], dtype=bool) & (modes == 0),
        hidden=np.isin(modes, (RENDER_INVISIBLE, RENDER_CLIP_ONLY)),
        unmapped=unmapped,
        run=np.array([getattr(char, "run", 0) for char in chars], dtype=np.int64),
    )
