"""Typeset the layouts corpus: pdf/*.pdf and truth/*.json, from the content modules beside this file.

    python tests/layouts/make_layouts.py [STEM ...]

Needs chromium (HTML pages) and LibreOffice Calc with openpyxl (workbooks), and the fonts named in
README.md. PDFs are not byte-for-byte reproducible (dates, font subset names); truth files are.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import budget_lists
import budget_summaries
import controls
import fifth_sheets
import fourth_sheets
import fourth_tables
import kpi_lists
import kpi_tables
import policy_sheets
import project_forms
import project_sheets
import pypdfium2  # type: ignore[import-untyped]
import rare_layouts
import second_budgets
import second_controls
import second_kpi_series
import second_kpis
import second_projects
import second_workbooks
import settlement_reports
import seventh_budgets
import seventh_progress
import seventh_reviews
import seventh_statements
import seventh_symbols
import sixth_sheets
import supplementary_budgets
import third_sheets
import third_tables
import three_year_plans
import workbook_forms
import workbooks
from markup import Document

HERE = Path(__file__).resolve().parent
MODULES = (
    kpi_lists,
    kpi_tables,
    policy_sheets,
    project_sheets,
    project_forms,
    settlement_reports,
    budget_lists,
    budget_summaries,
    supplementary_budgets,
    three_year_plans,
    rare_layouts,
    controls,
    second_kpis,
    second_kpi_series,
    second_projects,
    second_budgets,
    second_controls,
    third_sheets,
    third_tables,
    fourth_sheets,
    fourth_tables,
    fifth_sheets,
    sixth_sheets,
    seventh_reviews,
    seventh_symbols,
    seventh_progress,
    seventh_budgets,
    seventh_statements,
)
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


def print_workbook(sheet: workbooks.Sheet, pdf: Path) -> None:
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
    for module in MODULES:
        for stem, make in module.DOCUMENTS.items():
            if not stems or stem in stems:
                document: Document = make()
                print_html(document.html, HERE / "pdf" / f"{stem}.pdf", document.turn)
                document.truth.write(HERE / "truth" / f"{stem}.json")
                print(stem)
    sheets = {**workbooks.DOCUMENTS, **workbook_forms.DOCUMENTS, **second_workbooks.DOCUMENTS}
    for stem, make_sheet in sheets.items():
        if not stems or stem in stems:
            sheet = make_sheet()
            print_workbook(sheet, HERE / "pdf" / f"{stem}.pdf")
            sheet.truth.write(HERE / "truth" / f"{stem}.json")
            print(stem)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
