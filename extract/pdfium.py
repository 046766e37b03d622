"""Pages as PDFium reads them: the default reader.

`read_pages` opens a PDF, hands out one `Page` after the other and closes each before the next,
so that memory does not grow with the number of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from extract import pdfium_calls as call
from extract.page import BEYOND_LIMIT, Box, Page
from extract.page_truth import make_page
from extract.pdfium_calls import Answers, address, pointer
from extract.pdfium_shapes import MOST_OBJECTS, MOST_POINTS, ShapeAnswers, read_shapes
from extract.pdfium_text import TextAnswers, cut_by_forms, read_text
from extract.raw_page import shown, turned
from extract.user_unit import user_units

MISSING_SHARE, MISSING = 0.02, 1
"""Text objects without extent, and without characters, from which on another parser is asked."""
FLAT = 0.01
MOST_CHARACTERS = 60_000
"""Of one page; a broadsheet has a third of it."""
TOO_MUCH = (
    f"{BEYOND_LIMIT} {MOST_CHARACTERS:,} characters, {MOST_OBJECTS:,} objects or {MOST_POINTS:,} points"
)
READ_BY_OTHER = "PDFium has no font for its text: read by pdfminer"
"""The note of a page that the other parser read, so that the two cannot be compared."""


def read_pages(path: Path | str, pages: Iterable[int] | None = None) -> Iterator[Page]:
    """The pages of a PDF in order, or those with the given 1-based numbers.

    Raises `pypdfium2.PdfiumError` where the file cannot be opened or a page cannot be parsed.
    """
    document = pypdfium2.PdfDocument(str(path))
    try:
        units = user_units(path)
        numbers = range(1, len(document) + 1) if pages is None else pages
        for number in numbers:
            page, silent = _read_page(document, number, units.get(number, 1.0))
            yield _read_again(path, page) if silent else page
    finally:
        document.close()


def _read_again(path: Path | str, page: Page) -> Page:
    """The page as the other parser reads it, where that finds more characters.

    Without a font for the characters of a font that is not embedded, PDFium finds text without
    extent, which it leaves out.
    """
    from extract import plumber

    try:
        other = next(iter(plumber.read_pages(path, [page.number])))
    except MemoryError:
        raise
    except Exception:
        # pdfminer ends in any exception where a file is damaged; what PDFium found is not lost for that
        return page
    if len(other.chars) <= len(page.chars):
        return page
    return replace(other, notes=(*other.notes, READ_BY_OTHER))


@cache
def _answers() -> tuple[TextAnswers, ShapeAnswers]:
    """The room for PDFium's answers; one for the process, as PDFium itself is no more than one."""
    return TextAnswers(), ShapeAnswers()


def _read_page(document: pypdfium2.PdfDocument, number: int, unit: float) -> tuple[Page, bool]:
    """A page, and whether PDFium was silent about some of its text."""
    for_text, for_shapes = _answers()
    page = _loaded(raw.FPDF_LoadPage(document, number - 1))
    try:
        text_page = _loaded(raw.FPDFText_LoadPage(page))
        try:
            count = raw.FPDFText_CountChars(text_page)
            text = read_text(address(text_page), min(count, MOST_CHARACTERS), for_text)
            heard = frozenset(text.objects)
            painted = read_shapes(address(page), heard, for_shapes)
            if painted.cuts:
                text = cut_by_forms(text, painted.cuts)
            silent = _is_silent(painted.texts, heard, for_shapes.bounds)
        finally:
            raw.FPDFText_ClosePage(text_page)
        width, height = unit * raw.FPDF_GetPageWidthF(page), unit * raw.FPDF_GetPageHeightF(page)
        turn = turned(90 * raw.FPDFPage_GetRotation(page), _visible(page), width, height)
    finally:
        raw.FPDF_ClosePage(page)
    made = make_page(number, width, height, shown(text, painted.drawn, turn))
    if painted.is_cut or count > MOST_CHARACTERS:
        return replace(made, notes=(*made.notes, TOO_MUCH)), False
    return made, silent


def _loaded(handle: Any) -> Any:
    if not handle:
        raise pypdfium2.PdfiumError("PDFium cannot load the page")
    return handle


def _visible(page: Any) -> Box:
    """Left, bottom, right and top of what of a page is shown."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        raise pypdfium2.PdfiumError("PDFium does not know the box of the page")
    return (box.left, box.bottom, box.right, box.top)


def _is_silent(drawn: list[int], heard: frozenset[int], bounds: Answers) -> bool:
    """Whether text objects that gave no characters have no extent, as where a font is missing.

    A space that is an object of its own has none either, so only fonts that are not embedded count.
    """
    fewest = max(MISSING, MISSING_SHARE * len(drawn))
    if len(drawn) - len(heard) <= fewest:
        return False
    missing = set(drawn).difference(heard)
    if len(missing) <= MISSING or len(missing) <= MISSING_SHARE * len(drawn):
        return False
    items = list(map(pointer, missing))
    box, known = bounds.ask_whether(call.object_bounds, items)
    without = known & ((box[:, 2:] - box[:, :2]).max(axis=1) < FLAT)
    fonts = (call.text_font(items[k]) for k in np.flatnonzero(without).tolist())
    flat: int = sum(call.font_is_embedded(pointer(font)) != 1 for font in fonts)
    return flat > MISSING and flat > MISSING_SHARE * len(drawn)
