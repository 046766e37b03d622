"""Not one character astray: on every bundled page each is in one cell, outside, or unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.sheet import make_sheet, read_pages, read_sheets
from tests.bundled import RAW


def printed(texts: list[str]) -> int:
    return sum(len("".join(text.split())) for text in texts)


@pytest.mark.parametrize("path", sorted(RAW.glob("*.pdf")), ids=lambda path: path.stem)
def test_bundled_documents(path: Path) -> None:
    for page in read_pages(path):
        sheet = make_sheet(page)
        assert sheet.characters == len(page.chars) == sheet.in_cells + sheet.in_outside + sheet.unseen
        cells = printed([cell.text for grid in sheet.grids for cell in grid.cells])
        outside = printed([line.text for line in sheet.outside])
        # a ligature is one character of several letters
        letters = sum(len(text) - 1 for text in page.chars.text)
        assert cells + outside == sheet.in_cells + sheet.in_outside + letters


def test_real_publications(real_pdfs: Path) -> None:
    for path in sorted(real_pdfs.glob("*.pdf")):
        for sheet in read_sheets(path):
            assert sheet.characters == sheet.in_cells + sheet.in_outside + sheet.unseen
