"""What shapes say of figures that recognition gets wrong, and lines of text set close."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.figure_shapes import bodies_of, is_dash, with_points
from extract.scan_image import Picture, Scan, pieces, printed_lines

DIGIT, HIGH = 24, 40


def figure(text: str, grey: int = 0) -> Picture:
    """A picture of a figure: digits as frames, points and commas at their foot, a dash as a flat bar."""
    page = np.full((HIGH + 30, 30 + 34 * len(text)), 255, np.uint8)
    x, foot = 15, HIGH + 10
    for char in text:
        if char.isdigit():
            cv2.rectangle(page, (x, 10), (x + DIGIT, foot), (0,), 3)
            x += DIGIT + 8
        elif char == ".":
            page[foot - 4 : foot + 1, x : x + 5] = grey
            x += 10
        elif char == ",":
            page[foot - 4 : foot + 7, x : x + 5] = grey
            x += 10
        else:
            page[HIGH // 2 + 8 : HIGH // 2 + 12, x : x + DIGIT] = 0
            x += DIGIT + 8
    return page


@pytest.mark.parametrize(
    ("printed", "recognised", "text"),
    [
        ("11.7", "117", "11.7"),
        ("41.5", "415", "41.5"),
        ("1,234", "1,234", "1,234"),
        ("1,234,567", "1,234567", "1,234,567"),
        ("12,345.6", "12,3456", "12,345.6"),
        ("117", "117", "117"),
        ("1.234", "1234", "1.234"),
        ("11.7", "11.7", "11.7"),
        ("11.7", "118.7", "118.7"),
    ],
)
def test_a_lost_point_is_seen_in_the_ink(printed: str, recognised: str, text: str) -> None:
    assert with_points(recognised, bodies_of(figure(printed))) == text


def test_a_faint_point_is_seen() -> None:
    assert with_points("117", bodies_of(figure("11.7", grey=110))) == "11.7"


@pytest.mark.parametrize(("printed", "dash"), [("-", True), ("1", False), ("11", False), ("1-", False)])
def test_a_dash_alone_is_one_flat_stroke(printed: str, dash: bool) -> None:
    assert is_dash(bodies_of(figure(printed))) is dash


@pytest.mark.parametrize(
    ("pitch", "lines"), [(60, 3), (41, 3), (40, 3)], ids=["apart", "touching", "overlapping a little"]
)
def test_lines_set_close_are_told_apart(pitch: int, lines: int) -> None:
    """Signs as high as 40 pixels; every third reaches below, into the next line where that is near."""
    ink = np.zeros((3 * pitch + 60, 700), np.uint8)
    bodies = []
    for line in range(3):
        for number in range(12):
            x, y = 10 + number * 50, 10 + line * pitch
            foot = y + (40 if number % 3 == 0 else 34)
            cv2.rectangle(ink, (x, y), (x + 36, foot), (255,), 4)
            bodies.append((x, y, x + 37, foot + 1))
    found = printed_lines(bodies, ink)
    assert len(found) == lines
    assert [len(line) >= 12 for line in found] == [True] * lines


def test_a_character_of_loose_strokes_is_one_line() -> None:
    """計: its strokes stand alone, one over the other, and only its right half is as high as it is."""
    ink = np.zeros((60, 60), np.uint8)
    strokes = [(6, 10, 22, 13), (4, 18, 24, 21), (6, 26, 22, 29), (6, 34, 22, 48), (28, 8, 48, 48)]
    for x0, y0, x1, y1 in strokes:
        cv2.rectangle(ink, (x0, y0), (x1 - 1, y1 - 1), (255,), 1)
    assert len(printed_lines(strokes, ink, usual=32)) == 1


@pytest.mark.parametrize(
    ("wide", "high", "count"), [(13, 4, 1), (7, 7, 0), (16, 12, 0), (40, 5, 1), (10, 30, 1)]
)
def test_a_short_dash_in_a_cell_is_text_and_dirt_is_not(wide: int, high: int, count: int) -> None:
    grey = np.full((120, 300), 255, np.uint8)
    grey[60 : 60 + high, 150 : 150 + wide] = 0
    scan = Scan(grey, 255 - grey, 300 / 72, 0.0, np.full((29, 72, 3), 255, np.uint8))
    assert len(pieces(scan, [(10, 10, 290, 110)])) == count
