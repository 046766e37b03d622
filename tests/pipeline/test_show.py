"""The picture of a page with its grid."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from pipeline.show import MERGED, SINGLE, Mark, draw_page
from tests.extract.pdfwriter import Drawing, write_pdf


def test_cells_marks_and_headers_are_drawn(tmp_path: Path) -> None:
    drawing = Drawing().frame(20, 20, 220, 50).grid([20, 120, 220], [50, 80]).text(30, 40, "年度")
    path = write_pdf(tmp_path / "a.pdf", drawing.text(30, 70, "1"))
    out = tmp_path / "a.png"
    mark = Mark((20, 50, 120, 80), "actual", (9, 8, 7))
    sheet = draw_page(path, 1, out, headers=[(20, 20, 220, 50)], marks=[mark])
    assert len(sheet.grids) == 1
    colours = {colour for _, colour in Image.open(out).getcolors(1 << 24)}
    assert {SINGLE, MERGED, mark.rgb} <= colours


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", Drawing().text(30, 40, "一"))
    with pytest.raises(IndexError, match="page 2 of a document of 1 pages"):
        draw_page(path, 2, tmp_path / "a.png")
