"""Pictures of pages: straightened, their rules found, their signs seen; read where `ocr` is installed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from extract import scan
from extract.lattice import find_lattices
from extract.pdfium import read_pages
from extract.recognition import cleaned, cut_sign, triangle
from extract.recognition_model import is_installed
from extract.scan_image import Picture, pieces, straightened
from extract.scan_rules import rules
from extract.sheet import read_sheets
from pipeline.contents import read_contents
from pipeline.sources import Source
from tests.extract.pdfwriter import Drawing, write_pdf

SCALE = 300 / 72
COLUMNS, ROWS = (200, 900, 1400, 1900), (300, 420, 540, 660)
PRINTS = [["A", "1,065,331", "507,098"], ["B", "90,000", "46,280"], ["C", "334,393", "12,345"]]

needs_ocr = pytest.mark.skipif(not is_installed(), reason="the extra ocr is not installed")


def drawn(skew: float = 0.0, noise: int = 0) -> Picture:
    """A page with a ruled table of `PRINTS`, turned by `skew` degrees, with `noise` specks."""
    page = np.full((1600, 2200), 255, np.uint8)
    for x in COLUMNS:
        cv2.line(page, (x, ROWS[0]), (x, ROWS[-1]), (0,), 4)
    for y in ROWS:
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), (0,), 4)
    for row, prints in zip(ROWS, PRINTS, strict=False):
        for column, text in zip(COLUMNS, prints, strict=False):
            cv2.putText(
                page, text, (column + 60, row + 80), cv2.FONT_HERSHEY_COMPLEX, 1.6, (0,), 3, cv2.LINE_AA
            )
    if skew:
        turn = cv2.getRotationMatrix2D((1100, 800), skew, 1.0)
        page = np.asarray(cv2.warpAffine(page, turn, (2200, 1600), borderValue=(255.0,)), np.uint8)
    random = np.random.default_rng(7)
    for y, x in random.integers(0, (1598, 2198), (noise, 2)).tolist():
        page[y : y + 2, x : x + 2] = 0
    return page


def in_colour(picture: Picture) -> Picture:
    """The picture as `render` gives it besides, in three colours and a pixel a point."""
    small = cv2.resize(picture, None, fx=1 / SCALE, fy=1 / SCALE, interpolation=cv2.INTER_AREA)
    return np.stack([np.asarray(small, np.uint8)] * 3, axis=2)


def write_scan(path: Path, picture: Picture) -> Path:
    """A PDF of one page that is only the picture."""
    from PIL import Image

    Image.fromarray(picture).save(path, "PDF", resolution=300)
    return path


@pytest.mark.parametrize("skew", [-2.0, -0.6, 0.0, 0.3, 1.5])
@pytest.mark.parametrize("noise", [0, 300])
def test_the_table_of_a_turned_picture_has_its_rows_and_columns(
    skew: float, noise: int, tmp_path: Path
) -> None:
    picture = drawn(skew, noise)
    found = straightened(picture, SCALE, in_colour(picture))
    assert found is not None
    assert found.skew == pytest.approx(-skew, abs=0.15)
    horizontal, vertical, bare = rules(found)
    page = next(iter(read_pages(write_scan(tmp_path / "a.pdf", drawn()))))
    ruled = replace(page, horizontal=horizontal / SCALE, vertical=vertical / SCALE)
    (lattice,) = find_lattices(ruled)
    assert (len(lattice.x), len(lattice.y), len(lattice.spans)) == (4, 4, 9)
    assert len(pieces(bare, scan._cells(ruled, found))) == 9


@pytest.mark.parametrize(
    "picture",
    [np.full((800, 600), 255, np.uint8), np.tile(np.arange(0, 150, dtype=np.uint8), (800, 4))],
    ids=["blank", "photograph"],
)
def test_blank_pages_and_photographs_are_no_scans(picture: Picture) -> None:
    assert straightened(picture, 1.0, in_colour(picture)) is None


def body(sign: str) -> Picture:
    shape = np.zeros((40, 40), np.uint8)
    corners = np.array([[20, 1], [1, 38], [38, 38]], np.int32)
    if sign == "▲":
        cv2.fillPoly(shape, [corners], (255,))
    elif sign == "△":
        cv2.polylines(shape, [corners], True, (255,), 3)
    else:
        cv2.putText(shape, sign, (4, 36), cv2.FONT_HERSHEY_SIMPLEX, 1.4, (255,), 3)
    rows, columns = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    return shape[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@pytest.mark.parametrize(
    ("print_", "sign"),
    [("▲", "▲"), ("△", "△"), *((char, "") for char in "0123456789AVL-")],
)
def test_triangles_are_told_from_figures_and_letters(print_: str, sign: str) -> None:
    assert triangle(body(print_)) == sign


@pytest.mark.parametrize("sign", ["▲", "△"])
def test_a_sign_is_cut_off_with_nothing_of_the_figure(sign: str) -> None:
    picture = np.full((60, 260), 255, np.uint8)
    shape = body(sign)
    picture[8 : 8 + shape.shape[0], 8 : 8 + shape.shape[1]] = 255 - shape
    cv2.putText(picture, "471", (70, 46), cv2.FONT_HERSHEY_COMPLEX, 1.4, (0,), 3)
    found, rest = cut_sign(picture)
    assert found == sign
    assert np.count_nonzero(rest < 128) == np.count_nonzero(picture[:, 60:] < 128)


@pytest.mark.parametrize(
    ("recognised", "text"),
    [
        ("32, 658, 241", "32,658,241"),
        (",502,226", "502,226"),
        ("1，471", "1,471"),
        ("△ 12", "△12"),
        ("16 国庫支出金", "16 国庫支出金"),
        ("减额", "減額"),
        ("フォロワー数(人1", "フォロワー数(人)"),
        ("(令和5年1", "(令和5年1"),
        ("0", "0"),
    ],
)
def test_recognised_text_is_cleaned(recognised: str, text: str) -> None:
    assert cleaned(recognised) == text


def test_without_the_extra_a_scan_is_partial_and_says_what_enables_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scan, "is_installed", lambda: False)
    path = write_scan(tmp_path / "scan.pdf", drawn())
    contents = read_contents(Source("scan", path), "pdfium")
    assert contents.incomplete is not None
    assert "pip install 'gyosei[ocr]'" in contents.incomplete
    assert contents.incomplete.startswith("1 of 1 pages are pictures without text")


def test_a_blank_page_asks_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "is_installed", lambda: False)
    path = write_scan(tmp_path / "blank.pdf", np.full((800, 600), 255, np.uint8))
    assert read_contents(Source("blank", path), "pdfium").incomplete is None


@needs_ocr
@pytest.mark.parametrize("skew", [0.0, 1.2])
def test_a_scanned_table_is_read_into_its_cells(skew: float, tmp_path: Path) -> None:
    (sheet,) = read_sheets(write_scan(tmp_path / "scan.pdf", drawn(skew)))
    (grid,) = sheet.grids
    assert [[cell.text for cell in grid.cells if cell.row == row] for row in range(3)] == PRINTS
    assert sheet.text_layer == "none"


@needs_ocr
@pytest.mark.parametrize("sign", ["▲", "△"])
def test_the_sign_of_a_negative_figure_is_kept(sign: str, tmp_path: Path) -> None:
    page = drawn()
    shape = body(sign)
    high, wide = shape.shape
    page[344 : 344 + high, 915 : 915 + wide] = 255 - shape
    (sheet,) = read_sheets(write_scan(tmp_path / "scan.pdf", page))
    assert sheet.grids[0].cells[1].text == f"{sign}1,065,331"


def as_curves(picture: Picture) -> Drawing:
    """What is printed, as filled outlines of curves: a page without a character and without a picture."""
    outlines, _ = cv2.findContours(255 - picture, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    drawing = Drawing(picture.shape[0] / SCALE)
    steps = ["0 g"]
    for outline in outlines:
        points = [(x / SCALE, drawing.height - y / SCALE) for x, y in outline[:, 0].tolist()]
        steps.append("{:.2f} {:.2f} m".format(*points[0]))
        steps += ["{:.2f} {:.2f} {:.2f} {:.2f} v".format(*point, *point) for point in points[1:]]
        steps.append("h")
    return drawing.raw("\n".join([*steps, "f*"]))


@needs_ocr
def test_text_drawn_as_curves_is_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "curves.pdf", as_curves(drawn()), size=(2200 / SCALE, 1600 / SCALE))
    (sheet,) = read_sheets(path)
    (grid,) = sheet.grids
    assert [[cell.text for cell in grid.cells if cell.row == row] for row in range(3)] == PRINTS
    assert sheet.text_layer == "none"
    assert min(cell.confidence or 0 for cell in grid.cells) > 0.5
