"""Pages of a PDF, and parts of them, as pictures of bounded size."""

from __future__ import annotations

import base64
import io
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from extract.page import Box

PAGE_DPI = 110
"""Small print (7 points) can still be read at it, and a page takes about 80 kB."""

CROP_DPI = 150
MOST_PIXELS = 12_000_000
"""A page of absurd size is drawn smaller instead of filling the memory."""

LONGEST_SIDE = 16_000
"""Pixels; WebP holds no more than 16,383."""

QUALITY: dict[str, dict[str, Any]] = {"WEBP": {"quality": 70, "method": 2}, "PNG": {"optimize": True}}


class PictureError(Exception):
    """There is no picture of the page; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture with its size in pixels, and what it shows: `box` in points of the page."""

    content: bytes
    media_type: str
    width: int
    height: int
    box: Box

    def data_uri(self) -> str:
        """The picture as a data: address, for a page in one file."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode('ascii')}"


def page_picture(pdf: Path, page: int, dpi: int = PAGE_DPI, encoding: str = "WEBP") -> Picture:
    """The 1-based `page` as it is shown (rotated and cropped), WebP or PNG. Raises PictureError."""
    image, scale = _drawn(*_identity(pdf), page, dpi)
    return _encoded(image, encoding, (0.0, 0.0, image.width / scale, image.height / scale))


def crop(
    pdf: Path, page: int, box: Box, dpi: int = CROP_DPI, margin: float = 8.0, encoding: str = "WEBP"
) -> Picture:
    """The part of a page around `box` (points, origin top left), with `margin` points on every side.

    Raises PictureError where there is no such page or the box lies outside it.
    """
    image, scale = _drawn(*_identity(pdf), page, dpi)
    edges = (
        max(0, math.floor((box[0] - margin) * scale)),
        max(0, math.floor((box[1] - margin) * scale)),
        min(image.width, math.ceil((box[2] + margin) * scale)),
        min(image.height, math.ceil((box[3] + margin) * scale)),
    )
    if edges[0] >= edges[2] or edges[1] >= edges[3]:
        raise PictureError(f"The box {box} lies outside page {page} of {pdf.name}.")
    x0, y0, x1, y1 = (edge / scale for edge in edges)
    return _encoded(image.crop(edges), encoding, (x0, y0, x1, y1))


def page_sizes(pdf: Path) -> tuple[tuple[float, float], ...]:
    """Width and height of each page as shown, in points. Raises PictureError."""
    document = _opened(*_identity(pdf))
    try:
        return tuple(document[index].get_size() for index in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise PictureError(f"{pdf.name} has a page that cannot be opened.") from error


def _identity(pdf: Path) -> tuple[str, int, int]:
    """What a file is known by: a replaced file is another one."""
    try:
        facts = pdf.stat()
    except OSError as error:
        raise PictureError(f"{pdf.name} is not there.") from error
    return str(pdf), facts.st_mtime_ns, facts.st_size


@lru_cache(maxsize=2)
def _opened(path: str, changed: int, size: int) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(Path(path).read_bytes())
    except (OSError, pypdfium2.PdfiumError) as error:
        raise PictureError(f"{Path(path).name} cannot be opened.") from error


@lru_cache(maxsize=4)
def _drawn(path: str, changed: int, size: int, page: int, dpi: int) -> tuple[Image.Image, float]:
    """The page in pixels, and pixels per point: less than asked where the page is too large."""
    document = _opened(path, changed, size)
    if not 1 <= page <= len(document):
        raise PictureError(f"{Path(path).name} has {len(document)} pages, there is no page {page}.")
    try:
        shown = document[page - 1]
        width, height = shown.get_size()
        room = math.sqrt(MOST_PIXELS / max(1.0, width * height)), LONGEST_SIDE / max(1.0, width, height)
        scale = min(dpi / 72, *room)
        image = shown.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
        raise PictureError(f"Page {page} of {Path(path).name} cannot be drawn.") from error
    return image, image.width / width if width else scale


def _encoded(image: Image.Image, encoding: str, box: Box) -> Picture:
    buffer = io.BytesIO()
    try:
        image.save(buffer, encoding, **QUALITY[encoding])
    except (OSError, ValueError, MemoryError) as error:
        raise PictureError(f"A picture of {image.width} x {image.height} cannot be written.") from error
    return Picture(buffer.getvalue(), f"image/{encoding.lower()}", image.width, image.height, box)
