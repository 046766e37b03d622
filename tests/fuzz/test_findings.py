"""What fuzzing found, each kept as its smallest input; and a short run of both targets."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from extract.headings import _year_said
from extract.plumber import UnparsableError, read_pages
from tests.fuzz.pages import check_pdf, hostile_pdf
from tests.fuzz.texts import PAIRS, check_text
from tests.hostile.bad_files import bad_files

TEXTS = [
    ("小学校\n、", "a line of nothing but separators under a caption had no first figure"),
    ("〜＋＋" * 1300, "each wave of prose was the range of what follows: recursion"),
    ("1～" * 400, "the same of numbers"),
    ("1" * 479, "as a float without end"),
    ("9" * 400 + "億円", "the same in a unit"),
    ("2024−®から～5045未実施\n" * 200, "time that grows with the square of the length"),
    ("454〕" * 1000, "the same"),
]

PAGES = [
    (4, 3372870433, 1, "pdfium", "stacked rows on nearly one height: boxes inside out"),
    (4, 998, 1, "pdfium", "the same in other rows"),
    (1, 161702, 1, "pdfplumber", "a caption without a figure"),
    (0, 1064, 1, "pdfplumber", "pdfminer: AssertionError in a CMap"),
    (0, 3761, 1, "pdfplumber", "pdfminer: RecursionError in references that go round"),
    (4, 1, 4, "pdfplumber", "pdfminer: TypeError in an operand"),
    (0, 6619, 3, "pdfplumber", "pdfplumber: MalformedPDFException where the file is closed"),
    (0, 1463347, 4, "pdfium", "pdfplumber: TypeError in a box, where PDFium asks it"),
    (1, 562, 6, "pdfium", "pdfplumber has fewer pages than PDFium"),
]


@pytest.mark.parametrize(("text", "why"), TEXTS)
def test_a_text(text: str, why: str) -> None:
    start = time.process_time()
    check_text(text, "")
    assert time.process_time() - start < 10, why


@pytest.mark.parametrize(("which", "seed", "times", "reader", "why"), PAGES)
def test_a_page(tmp_path: Path, which: int, seed: int, times: int, reader: str, why: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile_pdf(tmp_path, which, seed, times))
    assert check_pdf(path, reader), why


def test_a_heading_of_a_whole_page_takes_no_time() -> None:
    start = time.process_time()
    assert _year_said("令和6年度、abc" * 20_000) is None
    assert time.process_time() - start < 2


def test_damaged_fonts_end_pdfminer_in_one_kind_of_error(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(bad_files()["font_missing"]())
    with pytest.raises(UnparsableError, match="pdfminer cannot read it \\(KeyError: 'DescendantFonts'\\)"):
        list(read_pages(path))


@settings(max_examples=100, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(PAIRS)
def test_texts_for_a_moment(case: tuple[str, str]) -> None:
    check_text(case[0][:200], case[1])
