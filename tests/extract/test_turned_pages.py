"""Landscape tables on pages that are shown turned: read as they are seen, figures without gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.sheet import read_sheets
from tests.extract.pdfwriter import Drawing, write_pdf

UPRIGHT = {
    0: "1 0 0 1 0 0 cm",
    90: "0 1 -1 0 400 0 cm",
    180: "-1 0 0 -1 400 300 cm",
    270: "0 -1 1 0 0 300 cm",
}
"""What is drawn after this stands upright on a page of 400 by 300 points with that /Rotate."""


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("rotation", UPRIGHT)
def test_a_table_on_a_turned_page(tmp_path: Path, reader: str, rotation: int) -> None:
    drawing = Drawing(300 if rotation % 180 == 0 else 400).raw(UPRIGHT[rotation])
    drawing.grid((20, 120, 220), (20, 50, 80)).text(30, 42, "年度").text(130, 42, "主要 施策").text(
        30, 72, "費"
    )
    for at, digit in enumerate("1,111"):  # one text object a glyph, each narrower than its advance
        drawing.text(130 + (5.56 * at if at < 2 else 5.56 * at - 2.78), 72, digit, font="H")
    (sheet,) = read_sheets(write_pdf(tmp_path / "a.pdf", drawing, attributes=f"/Rotate {rotation}"), reader)
    assert (sheet.width, sheet.height) == ((400, 300) if rotation % 180 == 0 else (300, 400))
    (grid,) = sheet.grids
    assert grid.box == pytest.approx((20, 20, 220, 80), abs=0.5)
    assert [(c.row, c.column, c.text) for c in grid.cells] == [
        (0, 0, "年度"),
        (0, 1, "主要 施策"),
        (1, 0, "費"),
        (1, 1, "1,111"),
    ]
