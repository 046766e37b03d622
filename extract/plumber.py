"""Pages as pdfplumber reads them: an independent parser (pdfminer), slower, a second witness.

pdfminer does not say how text is painted and what is clipped away; `extract.plumber_paint` notes it
while the page is interpreted.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfminer.pdftypes import resolve_all

from extract.broad_strokes import broad, painted_by
from extract.clipping import EVERYWHERE, cut_line, cut_strokes
from extract.page import Box, Page
from extract.page_truth import make_page
from extract.pdfium_text import RENDER_CLIP_ONLY, RENDER_INVISIBLE, SPACES
from extract.plumber_paint import LEAST_ALPHA, Device, Interpreter
from extract.raw_page import PAPER, RawText, Shapes, add_fill, shown, turned

EDGE = 0.1
"""Of the font size: a character whose middle is cut off by no more than this is half seen."""
MARKS = re.compile("[\u0300-\u036f\u3099\u309a\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Combining marks and variation selectors: parts of the character before them."""
LIGATURES = range(0xFB00, 0xFB07)
"""ﬀ to ﬆ: PDFium prints these as the letters they stand for."""


class UnparsableError(Exception):
    """pdfminer cannot read the file or the page; the message says how it ended."""


def read_pages(path: Path | str, pages: Iterable[int] | None = None) -> Iterator[Page]:
    """The pages of a PDF in order, or those with the given 1-based numbers.

    Raises UnparsableError where the file or a page cannot be parsed.
    """
    with _told():
        document = pdfplumber.open(str(path))
    try:
        with _told():
            numbers = range(1, len(document.pages) + 1) if pages is None else pages
        for number in numbers:
            with _told():
                page = document.pages[number - 1]
                read = _read_page(page, number)
                page.close()
            yield read
    finally:
        # closing looks at the pages once more
        with contextlib.suppress(Exception):
            document.close()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Damaged files end pdfminer in exceptions of every kind, which become one."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".rstrip(": ")
        raise UnparsableError(f"pdfminer cannot read it ({reason})") from error


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
    device = Device(page.pdf.rsrcmgr, pageno=number, laparams=None)
    device.pictures = []
    Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    chars: list[LTChar] = []
    shapes = Shapes(pictures=device.pictures)
    _collect(device.get_result(), chars, shapes)
    text = _raw_text(chars)
    left, bottom = media[:2]
    turn = turned(rotation, crop, width, height)
    return make_page(number, width, height, shown(text, shapes, lambda x, y: turn(x + left, y + bottom)))


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
        elif isinstance(item, LTContainer):
            _collect(item, chars, shapes)


def _add_curve(item: LTCurve, shapes: Shapes) -> None:
    path = item.original_path or []
    curved = any(step[0] in "cvy" for step in path)
    lines = _outlines(item)
    paint: Any = item.paint  # type: ignore[attr-defined]
    clip = paint.clip
    if item.fill and paint.fill_alpha > LEAST_ALPHA:
        for line in lines:
            add_fill(shapes, _left_of(line, clip), curved, _rgb(item.non_stroking_color))
    rgb = _rgb(item.stroking_color)
    if not item.stroke or paint.stroke_alpha <= LEAST_ALPHA or curved or min(rgb) >= PAPER:
        return
    pen = float(item.linewidth)
    strokes = np.array([(*start, *end, pen) for line in lines for start, end in pairwise(line)])
    if not len(strokes):
        return
    areas = broad(strokes)
    for corners in painted_by(strokes[areas]).tolist():
        add_fill(shapes, _left_of([(x, y) for x, y in corners], clip), False, rgb)
    drawn = strokes[~areas]
    if clip is not EVERYWHERE:
        drawn = cut_strokes(drawn, np.array([clip] * len(drawn)).reshape(-1, 4))
    shapes.strokes += [(x0, y0, x1, y1, width) for x0, y0, x1, y1, width in drawn.tolist()]


def _left_of(line: list[tuple[float, float]], clip: Box) -> list[tuple[float, float]]:
    """What a clip leaves of an outline."""
    return line if clip is EVERYWHERE else cut_line(line, clip)


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


def _without_marks(chars: list[LTChar]) -> tuple[list[LTChar], dict[int, str]]:
    """The characters without combining marks, and the marks of each by its number: か, and ゙ with it."""
    kept: list[LTChar] = []
    marks: dict[int, str] = {}
    for char in chars:
        text = char.get_text().strip(SPACES)
        if kept and all(MARKS.match(c) for c in text):
            marks[len(kept) - 1] = marks.get(len(kept) - 1, "") + text
        else:
            kept.append(char)
    return kept, marks


def _raw_text(chars: list[LTChar]) -> RawText:
    chars, marks = _without_marks(chars)
    n = len(chars)
    texts, unmapped = [], np.zeros(n, dtype=bool)
    for i, char in enumerate(chars):
        text = char.get_text().strip(SPACES)
        kinds = {unicodedata.category(c) for c in text}
        if text.startswith("(cid:") or "Cc" in kinds:
            unmapped[i], text = True, "\ufffd"
        elif "Co" in kinds:
            unmapped[i] = True
        if len(text) == 1 and ord(text) in LIGATURES:
            text = unicodedata.normalize("NFKC", text)
        texts.append(text + marks.get(i, ""))
    direction = np.array([char.matrix[:2] for char in chars], dtype=np.float64).reshape(-1, 2)
    length = np.hypot(direction[:, 0], direction[:, 1])
    paints: list[Any] = [char.paint for char in chars]  # type: ignore[attr-defined]
    modes = np.array([paint.mode for paint in paints], dtype=np.int64)
    colours = [_rgb(paint.fill) for paint in paints]
    box = np.array([char.bbox for char in chars], dtype=np.float64).reshape(-1, 4)
    clip = np.array([paint.clip for paint in paints], dtype=np.float64).reshape(-1, 4)
    x, y = (box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2
    size = np.array([paint.em for paint in paints], dtype=np.float64)
    slack = EDGE * size
    clipped = (x < clip[:, 0] - slack) | (x > clip[:, 2] + slack)
    clipped |= (y < clip[:, 1] - slack) | (y > clip[:, 3] + slack)
    clear = np.array([paint.fill_alpha <= LEAST_ALPHA for paint in paints], dtype=bool) & (modes == 0)
    return RawText(
        text=tuple(texts),
        box=box,
        size=size,
        direction=direction / np.maximum(length, 1e-9)[:, None],
        white=np.array([min(rgb) >= PAPER for rgb in colours], dtype=bool) & (modes == 0),
        hidden=np.isin(modes, (RENDER_INVISIBLE, RENDER_CLIP_ONLY)) | clipped | clear,
        unmapped=unmapped,
        run=np.array([paint.run for paint in paints], dtype=np.int64),
    )
