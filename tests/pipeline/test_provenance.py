"""Every figure is printed where its row says: the page's text in the box is the printed text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import pdfplumber
import pyarrow.parquet as pq
import pytest

from tests.bundled import EDITIONS, RAW

TEXTS = {"kpi_values": "value_text", "project_amounts": "amount_text"}


def test_the_bundled_documents(curated: Path) -> None:
    assert missing(curated, RAW) == []


def test_the_next_editions(curated_editions: Path) -> None:
    assert missing(curated_editions, EDITIONS) == []


def test_every_row_of_the_editions_has_a_figure(curated: Path) -> None:
    for dataset in TEXTS:
        assert pq.read_table(curated / dataset).num_rows > 0


def missing(curated: Path, raw: Path) -> list[str]:
    """Rows whose printed text is not what stands in their box, by an independent reader."""
    files = {row["document_id"]: row["file_name"] for row in pq.read_table(curated / "documents").to_pylist()}
    wrong = []
    for document_id, file_name in files.items():
        by_page: dict[int, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        for dataset, column in TEXTS.items():
            for row in pq.read_table(curated / dataset / f"{document_id}.parquet").to_pylist():
                by_page[row["page"]].append((row[column], row))
        with pdfplumber.open(raw / file_name) as pdf:
            for number, rows in by_page.items():
                chars = pdf.pages[number - 1].chars
                for text, row in rows:
                    inside = letters("".join(char["text"] for char in chars if in_box(char, row)))
                    if sorted(letters(text)) != sorted(inside):
                        wrong.append(f"{document_id} page {number}: {text!r} but the box holds {inside!r}")
    return wrong


def in_box(char: dict[str, Any], row: dict[str, Any]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(row["x0"] <= x <= row["x1"] and row["y0"] <= y <= row["y1"])


def letters(text: str) -> str:
    """The text without white space, widths and radical look-alikes folded."""
    return "".join(unicodedata.normalize("NFKC", text).translate(RADICALS).split())


RADICALS = str.maketrans("⺠⻄⻑", "民西長")
"""The look-alikes in the variant that NFKC leaves."""

pytestmark = pytest.mark.filterwarnings("ignore")
