"""Rules in pictures: thin lines, also faint and broken ones, and no strokes of text."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extract.scan_image import Picture, Scan, pieces
from extract.scan_rules import rules

SCALE = 300 / 72
COLUMNS, ROWS = (200, 700, 1200), (200, 320, 440)


def scan_of(picture: Picture) -> Scan:
    ink = np.where(picture < 150, 255, 0).astype(np.uint8)
    return Scan(picture, ink, SCALE, 0.0, np.full((300, 300, 3), 255, np.uint8))


def table(grey: int = 0, gaps: int = 0, ground: int = 255) -> Picture:
    """A table of two by two cells with rules of a grey; `gaps` pixels are missing in every hundred."""
    page = np.full((700, 1400), 255, np.uint8)
    page[ROWS[0] : ROWS[-1], COLUMNS[0] : COLUMNS[-1]] = ground
    for x in COLUMNS:
        cv2.line(page, (x, ROWS[0]), (x, ROWS[-1]), (grey,), 3)
    for y in ROWS:
        cv2.line(page, (COLUMNS[0], y), (COLUMNS[-1], y), (grey,), 3)
    for at in range(240, 1400, 100):
        page[ROWS[0] - 4 : ROWS[0] + 4, at : at + gaps] = ground
        page[at : at + gaps, COLUMNS[1] - 4 : COLUMNS[1] + 4] = ground
    return page


@pytest.mark.parametrize(
    "picture",
    [
        table(),
        table(190),
        table(190, gaps=6),
        table(0, gaps=8),
        table(120, ground=200),
        table(194, gaps=6, ground=216),
    ],
    ids=["black", "faint", "faint and broken", "broken", "shaded", "hardly darker than the shading"],
)
def test_a_table_has_its_rules(picture: Picture) -> None:
    level, upright, bare = rules(scan_of(picture))
    assert sorted({round(y / 10) * 10 for y in level[:, 0]}) == list(ROWS)
    assert sorted({round(x / 10) * 10 for x in upright[:, 0]}) == list(COLUMNS)
    assert level[:, 1].min() == pytest.approx(COLUMNS[0], abs=8)
    assert level[:, 2].max() == pytest.approx(COLUMNS[-1], abs=8)
    assert np.count_nonzero(bare.ink) < 0.05 * np.count_nonzero(scan_of(table()).ink)


def strokes(page: Picture, x: int, y: int, count: int) -> None:
    """Signs like 日 and 三 side by side: their strokes make lines with gaps, as faint rules do."""
    for at in range(x, x + count * 38, 38):
        for level in (y, y + 16, y + 32):
            cv2.line(page, (at, level), (at + 33, level), (0,), 3)
        for upright in (at, at + 33):
            cv2.line(page, (upright, y), (upright, y + 32), (0,), 3)


def test_strokes_of_text_are_no_rules() -> None:
    page = table()
    for y in (235, 350, 520, 570):
        strokes(page, 740, y, 9)
    level, upright, bare = rules(scan_of(page))
    assert (len(level), len(upright)) == (3, 3)
    assert np.count_nonzero(bare.ink[520:610, 740:1100]) > 1000


def test_text_close_to_a_rule_stays() -> None:
    """A thin stroke a point beside a rule, as a bracket at the border of a cell."""
    page = table()
    cv2.line(page, (COLUMNS[1] + 8, 230), (COLUMNS[1] + 8, 262), (0,), 3)
    _, _, bare = rules(scan_of(page))
    assert np.count_nonzero(bare.ink[230:263, COLUMNS[1] + 7 : COLUMNS[1] + 10]) > 80


def test_a_point_between_wide_digits_is_in_the_picture_of_the_figure() -> None:
    page = np.full((400, 600), 255, np.uint8)
    for x in (100, 124):
        cv2.rectangle(page, (x, 100), (x + 6, 130), (0,), -1)
    cv2.rectangle(page, (113, 126), (116, 130), (0,), -1)
    (piece,) = pieces(scan_of(page), [(50, 50, 300, 200)])
    bodies = cv2.connectedComponents(np.where(piece.picture < 128, 255, 0).astype(np.uint8))[0] - 1
    assert bodies == 3
