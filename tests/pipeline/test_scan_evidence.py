"""An OCR layer under a scan is a second reader of its figures, never their source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from extract import scan
from extract.grid import Cell, Grid, Sheet
from extract.page import Piece
from extract.recognition_model import is_installed
from extract.scan_confidence import with_confidence
from extract.sheet import read_sheets
from pipeline.check import ScannedTable, _scanned
from pipeline.commands.run import scan_progress
from pipeline.contents import Recognised, read_pages
from pipeline.document import document_rows
from pipeline.scan_evidence import judge_recognised
from pipeline.sources import Source
from pipeline.workers import Limits, _Task
from tests.bundled import RAW

TYPESET = RAW / "higashikurume_kpi_2024.pdf"
SLIPS = {"116,512": "116,612", "114,460": "114460", "11.7": "1l.7"}
"""What the layer has for what is printed: a wrong digit, a lost comma, a letter for a digit."""

needs_ocr = pytest.mark.skipif(not is_installed(), reason="the extra ocr is not installed")


@pytest.fixture(scope="module")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first page of a bundled document as a picture with an invisible text layer that holds `SLIPS`."""
    folder = tmp_path_factory.mktemp("layered")
    path = folder / "layered.pdf"
    picture = pypdfium2.PdfDocument(str(TYPESET))[0].render(scale=200 / 72).to_pil().convert("RGB")
    picture.save(folder / "picture.pdf", "PDF", resolution=200, quality=85)
    (sheet,) = read_sheets(TYPESET, "pdfium", [1])
    with pikepdf.open(folder / "picture.pdf") as pdf:
        page = pdf.pages[0]
        font = {
            "/Type": pikepdf.Name.Font,
            "/Subtype": pikepdf.Name.Type1,
            "/BaseFont": pikepdf.Name.Helvetica,
        }
        page.Resources.Font = pikepdf.Dictionary(F1=pdf.make_indirect(pikepdf.Dictionary(font)))
        shown = [
            _hidden(line.box, SLIPS.get(line.text, line.text), sheet.height)
            for grid in sheet.grids
            for cell in grid.cells
            for line in cell.lines
            if line.text.isascii()
        ]
        page.contents_add(pdf.make_stream(f"BT 3 Tr {' '.join(shown)} ET".encode()))
        pdf.save(path)
    return path


def _hidden(box: tuple[float, float, float, float], text: str, height: float) -> str:
    x0, y0, _, y1 = box
    return f"/F1 {(y1 - y0) * 0.8:.1f} Tf 1 0 0 1 {x0:.1f} {height - y1 + 2:.1f} Tm ({text}) Tj"


@pytest.fixture(scope="module")
def rows(layered: Path) -> dict[str, list[dict[str, Any]]]:
    return document_rows(Source("layered", layered), "pdfium")


@needs_ocr
@pytest.mark.parametrize(
    ("printed", "value", "status"),
    [
        ("116,839", 116839, "proved"),
        ("116,512", 116512, "doubtful"),
        ("114,460", 114460, "proved"),
        ("11.7", 11.7, "doubtful"),
    ],
)
def test_a_figure_is_what_the_picture_shows_and_the_layer_says_how_sure_it_is(
    rows: dict[str, list[dict[str, Any]]], printed: str, value: float, status: str
) -> None:
    (row,) = (row for row in rows["kpi_values"] if row["value_text"] == printed)
    assert (row["value"], row["status"]) == (value, status)


@needs_ocr
def test_a_disagreement_is_a_finding_with_both_readings(rows: dict[str, list[dict[str, Any]]]) -> None:
    told = [row for row in rows["findings"] if row["rule"] == "text_layer_differs"]
    assert [(row["observed"], row["expected"]) for row in told] == [("116,512", "116,612"), ("11.7", "1l.7")]
    assert all(row["page"] == 1 and row["column"] == "value" and row["x0"] is not None for row in told)


@needs_ocr
def test_the_document_says_what_its_pages_are(rows: dict[str, list[dict[str, Any]]]) -> None:
    (document,) = rows["documents"]
    assert (document["text_layer"], document["status"]) == ("ocr", "ok")
    (told,) = (row for row in rows["findings"] if row["rule"] == "text_layer")
    assert (told["observed"], told["page"]) == ("ocr", 1)
    held = [row["confidence"] for row in rows["cells"] if row["text"]]
    assert all(confidence is not None and 0 < confidence <= 1 for confidence in held)


def test_without_the_extra_the_layer_is_not_taken_for_the_print(
    layered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "is_installed", lambda: False)
    rows = document_rows(Source("layered", layered), "pdfium")
    (document,) = rows["documents"]
    assert document["status"] == "partial"
    assert "pip install 'gyosei[ocr]'" in document["error"]
    assert not any(row["status"] == "proved" for row in rows["kpi_values"])


def sheet(*pieces: Piece, layer: str = "none") -> Sheet:
    return Sheet(1, 100.0, 100.0, (), (), 0, 0, 0, 0, text_layer=layer, pieces=pieces)


@pytest.mark.parametrize(
    ("piece", "before", "after", "rules"),
    [
        (Piece((10, 10, 30, 20), "1,234", 0.99), "read", "read", []),
        (Piece((10, 10, 30, 20), "1,234", 0.99, layer="1,234"), "read", "proved", ["proved_by_text_layer"]),
        (Piece((10, 10, 30, 20), "1,234", 0.99, layer="1,284"), "read", "doubtful", ["text_layer_differs"]),
        (Piece((10, 10, 30, 20), "1,234", 0.99, layer="1,284"), "proved", "proved", []),
        (Piece((10, 10, 30, 20), "1,234", 0.4, "1,284"), "read", "doubtful", ["recognition_unsure"]),
        (Piece((10, 10, 30, 20), "1,234", 0.4, "1,284"), "proved", "proved", []),
        (Piece((60, 10, 80, 20), "1,234", 0.4), "read", "read", []),
    ],
)
def test_what_recognition_says_of_a_figure(piece: Piece, before: str, after: str, rules: list[str]) -> None:
    box = {"page": 1, "x0": 5.0, "y0": 5.0, "x1": 40.0, "y1": 25.0, "table_id": "t1"}
    amount = {"amount_id": "a1", "amount_text": "1,234", "status": before} | box
    rows: dict[str, list[dict[str, Any]]] = {
        "kpis": [], "kpi_values": [], "projects": [], "project_amounts": [amount],
    }  # fmt: skip
    told = judge_recognised("d", [sheet(piece)], (), rows)
    assert amount["status"] == after
    assert [row["rule"] for row in told if row["rule"] != "text_layer"] == rules


def test_pages_without_typeset_text_are_named() -> None:
    read = sheet(Piece((0, 0, 1, 1), "1", 1.0))
    pages = [replace(read, page=n) for n in (1, 2, 3, 7)]
    rows: dict[str, list[dict[str, Any]]] = {"kpis": [], "kpi_values": [], "projects": []}
    rows["project_amounts"] = []
    (told,) = judge_recognised("d", pages, (), rows)
    assert "pages 1-3, 7 hold no text" in told["message"]


def test_a_cell_is_as_sure_as_its_least_sure_piece() -> None:
    cells = (Cell(0, 0, 1, 1, (0, 0, 50, 50), "a b"), Cell(0, 1, 1, 1, (50, 0, 99, 50), ""))
    grid = Grid(1, (0, 50, 99), (0, 50), cells)
    pieces = [Piece((5, 5, 20, 10), "a", 0.9), Piece((5, 20, 20, 25), "b", 0.5)]
    assert [cell.confidence for cell in with_confidence(grid, pieces).cells] == [0.5, None]


@needs_ocr
def test_the_time_of_recognised_pages_is_told_apart(layered: Path) -> None:
    heard: list[int | Recognised] = []
    read_pages(Source("layered", layered), "pdfium", [1], heard.append)
    assert heard == [1, Recognised(1, 1), 0]


def test_a_long_scan_has_the_time_that_its_pages_took() -> None:
    task = _Task(Source("long", TYPESET), started=100.0, recognising=1000.0)
    assert task.seconds_left(Limits(seconds=600.0), 800.0) == 900.0


@pytest.mark.parametrize(
    ("done", "of", "seconds", "told"),
    [
        (3, 12, 30.0, "page 3 of 12 recognised, about 2 min left"),
        (1, 2, 4.0, "page 1 of 2 recognised, about 4 s left"),
        (2, 2, 9.0, "page 2 of 2 recognised, about 0 s left"),
    ],
)
def test_the_time_left_is_that_of_the_pages_left(done: int, of: int, seconds: float, told: str) -> None:
    assert scan_progress(done, of, seconds) == told


def test_the_share_proved_of_a_scanned_table_is_counted() -> None:
    cells = [
        {"table_id": "t1", "page": 2, "confidence": 0.9},
        {"table_id": "t1", "page": 2, "confidence": 0.6},
        {"table_id": "t2", "page": 3, "confidence": None},
    ]
    figures = [{"table_id": "t1", "status": status} for status in ("proved", "read", "proved")]
    figures.append({"table_id": "t2", "status": "proved"})
    assert _scanned(cells, figures) == (ScannedTable("t1", 2, 3, 2, 0.6),)
