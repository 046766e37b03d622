"""The picture of a page with its grid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from extract import both_readers
from extract.grid import Sheet
from extract.page import Page
from pipeline.marks import page_marks
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


def test_frames_are_explained_below_the_page(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", Drawing().grid([20, 120, 220], [50, 80]).text(30, 70, "1"))
    plain, explained = tmp_path / "a.png", tmp_path / "b.png"
    draw_page(path, 1, plain, marks=[Mark((20, 50, 120, 80), "", (9, 8, 7))])
    draw_page(path, 1, explained, marks=[Mark((20, 50, 120, 80), "act 24", (9, 8, 7), "act = actual")])
    below = Image.open(explained).crop((0, Image.open(plain).height, 200, Image.open(explained).height))
    assert (9, 8, 7) in {colour for _, colour in below.getcolors(1 << 16)}


def test_where_the_readers_differ_is_framed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing().grid([20, 120, 220], [50, 80]).text(30, 70, "1").text(130, 70, "2")
    path = write_pdf(tmp_path / "a.pdf", drawing)
    original = both_readers.make_sheet

    def blind(page: Page) -> Sheet:
        return replace(original(page), grids=())

    monkeypatch.setattr(both_readers, "make_sheet", blind)
    found = page_marks(path, 1, "both")
    assert [mark.meaning for mark in found.marks] == ["the readers differ"]
    assert found.differences == ("grid_missing: pdfium '1 x 2', pdfplumber ''",)
