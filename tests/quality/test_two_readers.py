"""The second reader as a witness: proved, contradicted or silent about each figure."""

from __future__ import annotations

import pytest

from extract.agreement import Disagreement
from extract.page import Box
from extract.records import Place
from quality.relations import Verdict
from quality.two_readers import two_readers

CELL: Box = (100.0, 100.0, 200.0, 120.0)
KEY = ("kpi_values", "v0001", "value")


def verdict(found: list[Disagreement], box: Box = CELL, text: str = "12", page: int = 1) -> Verdict:
    said = two_readers({KEY: (Place(page, box, "t001"), text)}, {1}, found)
    return said[KEY].verdict


@pytest.mark.parametrize(
    ("name", "found", "expected"),
    [
        ("nothing differs", [], Verdict.PROVED),
        ("its cell differs", [Disagreement(1, CELL, "text", "12", "72")], Verdict.CONTRADICTED),
        (
            "only the second has the cell",
            [Disagreement(1, CELL, "cell_missing", "", "12")],
            Verdict.CONTRADICTED,
        ),
        (
            "only one has the table",
            [Disagreement(1, (50, 50, 400, 400), "grid_missing", "3 x 2", "")],
            Verdict.CONTRADICTED,
        ),
        (
            "other borders elsewhere in the table",
            [Disagreement(1, (50, 50, 400, 400), "columns", "3 x 2", "3 x 3")],
            Verdict.PROVED,
        ),
        ("another cell differs", [Disagreement(1, (200, 100, 300, 120), "text", "5", "6")], Verdict.PROVED),
        ("another page differs", [Disagreement(2, CELL, "text", "12", "72")], Verdict.PROVED),
        (
            "the cell of the form around its table differs",
            [Disagreement(1, (50, 50, 400, 400), "text", "備考", "備者")],
            Verdict.PROVED,
        ),
        (
            "its row is a part of the ruled cell",
            [Disagreement(1, (100, 80, 200, 140), "text", "10\n12", "10\n72")],
            Verdict.CONTRADICTED,
        ),
    ],
)
def test_verdicts(name: str, found: list[Disagreement], expected: Verdict) -> None:
    assert verdict(found) is expected


def test_silent_where_the_page_was_read_once() -> None:
    assert verdict([], page=2) is Verdict.SILENT
