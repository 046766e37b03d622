"""Pages as fuzzing draws them: good PDFs with mutations, and what must hold for whatever they became."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypdfium2
from hypothesis import strategies as st

from extract.plumber import UnparsableError
from pipeline import document
from pipeline.contents import read_contents
from pipeline.preflight import UnreadableError, file_facts, pdf_facts
from pipeline.sources import Source
from schemas.checks import check_rows
from tests.bundled import ROOT
from tests.hostile.mutations import drawn_table, in_plain_sight, mutated

LAYOUTS = ROOT / "tests" / "layouts" / "pdf"
GOOD = (
    "b2_settlement_accounts",
    "revenue_by_item",
    "kpi_two_figures_a_cell",
    "results_turned_page",
    "kpi_blocks_calc",
    "budget_vertical_header",
)
EXPECTED = (UnreadableError, pypdfium2.PdfiumError, UnparsableError)
"""What reading may raise: the file is refused, or the reader cannot parse a page."""

PAGES = st.tuples(
    st.integers(0, len(GOOD)), st.integers(0, 2**32), st.integers(1, 6), st.sampled_from([True] * 9 + [False])
)
"""Which good file, the seed of its mutations, how many, and whether PDFium reads it (else pdfplumber)."""


@cache
def good(folder: Path) -> tuple[bytes, ...]:
    """The files that are mutated, unpacked; the drawn one is the first."""
    drawn = drawn_table(folder)
    return tuple(in_plain_sight(path) for path in (drawn, *(LAYOUTS / f"{name}.pdf" for name in GOOD)))


def hostile_pdf(folder: Path, which: int, seed: int, times: int) -> bytes:
    """The bytes of a drawn case."""
    return mutated(good(folder)[which], seed, times)


def check_pdf(path: Path, reader: str) -> str:
    """'read' or why the file was refused; what must hold of a file that was read is checked.

    Raises what a finding is: an exception that reading must not end in, or rows that break the contract.
    """
    source = Source("fuzzed", path)
    try:
        facts = file_facts(path)
        pdf = pdf_facts(path)
        contents = read_contents(source, reader, pdf)
    except EXPECTED as error:
        return type(error).__name__
    check_rows(document._rows(source, facts, pdf, contents))
    return "partial" if contents.incomplete else "read"
