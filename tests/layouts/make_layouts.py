"""Typeset the layouts corpus: pdf/*.pdf and truth/*.json, from the content modules beside this file.

    python tests/layouts/make_layouts.py [STEM ...]

Needs chromium (HTML pages) and LibreOffice Calc with openpyxl (workbooks), and the fonts named in
README.md. PDFs are not byte-for-byte reproducible (dates, font subset names); truth files are.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from markup import Document
from workbooks import Sheet

HERE = Path(__file__).resolve().parent
MODULES = (
    "kpi_lists",
    "kpi_tables",
    "policy_sheets",
    "project_sheets",
    "project_forms",
    "settlement_reports",
    "budget_lists",
    "budget_summaries",
    "supplementary_budgets",
    "three_year_plans",
    "rare_layouts",
    "controls",
    "second_kpis",
    "second_kpi_series",
    "second_projects",
    "second_budgets",
    "second_controls",
    "third_sheets",
    "third_tables",
    "fourth_sheets",
    "fourth_tables",
    "fifth_sheets",
    "sixth_sheets",
    "seventh_reviews",
    "seventh_symbols",
    "seventh_progress",
    "seventh_budgets",
    "seventh_statements",
    "eighth_sheets_wards",
    "eighth_sheets_yen",
    "eighth_sheets_costs",
    "eighth_sheets_towns",
    "eighth_kpis_plans",
    "eighth_kpis_sheets",
    "eighth_kpis_lists",
    "eighth_kpis_education",
    "eighth_budgets_assessed",
    "eighth_budgets_supplement",
    "eighth_budgets_plan",
    "eighth_budgets_outline",
    "eighth_results_slips",
    "eighth_results_measures",
    "eighth_results_reviews",
    "eighth_results_policies",
    "ninth_sheets_reviews",
    "ninth_kpis_lists",
    "ninth_budgets_outlines",
    "ninth_results_reports",
)
"""Modules whose documents are pages of HTML."""
WORKBOOKS = (
    "workbooks",
    "workbook_forms",
    "second_workbooks",
    "eighth_sheets_books",
    "eighth_kpis_workbooks",
    "eighth_kpis_blocks",
    "eighth_kpis_half_year",
    "eighth_budgets_workbooks",
    "eighth_budgets_grants",
    "eighth_budgets_forms",
    "eighth_results_workbooks",
    "ninth_sheets_books",
    "ninth_kpis_books",
    "ninth_budgets_workbooks",
    "ninth_results_evaluations",
)
"""Modules whose documents are workbooks."""
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]


def print_html(html: str, pdf: Path, turn: int = 0) -> None:
    """The PDF that chromium prints of a page, its pages turned by /Rotate where asked."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(html, encoding="utf-8")
        command = [*CHROMIUM, f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    if turn:
        paper = pypdfium2.PdfDocument(pdf.read_bytes())
        for sheet in paper:
            sheet.set_rotation(turn)
        paper.save(pdf)


def print_workbook(sheet: Sheet, pdf: Path) -> None:
    """The PDF that LibreOffice Calc exports of a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{pdf.stem}.xlsx"
        sheet.workbook.save(source)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        pdf.write_bytes((Path(folder) / pdf.name).read_bytes())


def main(stems: list[str]) -> int:
    """Typeset all documents, or those named."""
    (HERE / "pdf").mkdir(exist_ok=True)
    (HERE / "truth").mkdir(exist_ok=True)
    for name in MODULES:
        for stem, make in import_module(name).DOCUMENTS.items():
            if not stems or stem in stems:
                document: Document = make()
                print_html(document.html, HERE / "pdf" / f"{stem}.pdf", document.turn)
                document.truth.write(HERE / "truth" / f"{stem}.json")
                print(stem)
    for name in WORKBOOKS:
        for stem, make_sheet in import_module(name).DOCUMENTS.items():
            if not stems or stem in stems:
                sheet = make_sheet()
                print_workbook(sheet, HERE / "pdf" / f"{stem}.pdf")
                sheet.truth.write(HERE / "truth" / f"{stem}.json")
                print(stem)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
