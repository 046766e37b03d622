"""Bundled documents set once more in another layout: `python tests/editions/relaid/make_relaid.py`.

The same figures, names and texts as tests/truth says, but other paper, fonts, order of columns, dashes and
widths, so that a comparison of the two must find nothing. Needs chromium with the fonts BIZ UDPGothic and
IPAMincho. PDFs are not byte-for-byte reproducible (dates, font subset names).
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TRUTH = HERE.parents[1] / "truth"
STYLE = """
* { box-sizing: border-box; } body { margin: 0; -webkit-print-color-adjust: exact; font-size: 8pt; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 0.6pt solid #000; padding: 0.8mm; vertical-align: middle; overflow-wrap: anywhere; }
th { font-weight: normal; background: #e8f0e8; } tr { break-inside: avoid; }
.n { text-align: right; white-space: pre-line; } h2, h3 { break-after: avoid; }
h1 { font-size: 13pt; text-align: center; }
h2 { font-size: 11pt; margin: 4mm 0 1mm; } h3 { font-size: 10pt; margin: 3mm 0 1mm; }
.added { background: #ffff00; } .to_be_removed { background: #bfbfbf; }
"""


def main() -> int:
    """Writes both PDFs."""
    for stem, make in (
        ("higashikurume_kpi_2024", kpi_page),
        ("higashikurume_policy_report_2024", report_page),
    ):
        truth = json.loads((TRUTH / f"{stem}.json").read_text("utf-8"))
        print_page(make(truth), HERE / f"{stem}_relaid.pdf")
    return 0


def page(body: str, size: str, font: str) -> str:
    """A whole page of HTML."""
    paper = f"@page {{ size: {size}; margin: 12mm; }} body {{ font-family: {font}; }}"
    return f'<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>{STYLE}{paper}</style>{body}</html>'


def cell(text: object, kind: str = "", tag: str = "td") -> str:
    """One cell, escaped."""
    return f'<{tag} class="{kind}">{html.escape(str(text or ""))}</{tag}>'


def table(heads: list[str], widths: list[int], rows: list[str]) -> str:
    """A ruled table whose head is printed again on each page."""
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    head = "".join(cell(text, tag="th") for text in heads)
    top = f"<colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead>"
    return f"<table>{top}<tbody>{''.join(rows)}</tbody></table>"


def wide(text: str) -> str:
    """Brackets, digits and Latin letters in full width."""
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def kpi_page(truth: dict[str, Any]) -> str:
    """Indicators: the target first, the definition before the figures; names in full width."""
    body = [f"<h1>{truth['document']['title']}</h1>"]
    body.append("<p>※重要業績評価指標の追加項目は黄色、削除予定の項目はグレーで網掛けしています。</p>")
    for (goal, measure), several in groupby(truth["kpis"], lambda kpi: (kpi["goal"], kpi["measure"])):
        kpis = list(several)
        body += [f"<h2>{goal}</h2>" if goal else "", f"<h3>{measure}</h3>" if measure else ""]
        periods = list(dict.fromkeys(v["period"] for kpi in kpis for v in kpi["values"]))
        periods = [periods[-1], *periods[:-1]]
        rows = []
        for kpi in kpis:
            unit = f"（{wide(kpi['unit'])}）" if kpi["unit"] else ""
            name = ("【再掲】" if kpi["reprint"] else "") + wide(kpi["name"]) + unit
            texts = {v["period"]: v["text"] for v in kpi["values"]}
            cells = [cell(name), cell(kpi["description"]), *(cell(texts[p], "n") for p in periods)]
            cells.append(cell("、".join(kpi["departments"])))
            rows.append(f'<tr class="{kpi["lifecycle"]}">{"".join(cells)}</tr>')
        heads = ["重要業績評価指標", "指標の説明", *periods, "担当課"]
        body.append(table(heads, [23, 33, *([34 // len(periods)] * len(periods)), 10], rows))
    return page("".join(body), "A4 landscape", "'BIZ UDPGothic'")


def report_page(truth: dict[str, Any]) -> str:
    """Projects: amounts before the texts, the older year first, portrait."""
    body = [f"<h1>{truth['document']['title']}</h1>"]
    for (measure, basic), several in groupby(truth["projects"], lambda p: (p["measure"], p["basic_project"])):
        body.append(f"<h2>施策　{measure}</h2><h3>基本事業　{basic}</h3>")
        rows = []
        for project in several:
            amounts = {a["fiscal_year"]: a["text"] for a in project["amounts"]}
            cells = [cell(project["name"]), cell("、".join(project["departments"]))]
            cells += [cell(amounts.get(year, ""), "n") for year in (2022, 2023)]
            cells += [cell(project["change_text"], "n"), cell(project["ratio_text"], "n")]
            cells += [cell(project["summary"]), cell(project["activity"])]
            rows.append(f"<tr>{''.join(cells)}</tr>")
        heads = [
            "事務事業名",
            "担当課",
            "令和4年度決算額(千円)",
            "令和5年度決算額(千円)",
            "増減額(千円)",
            "前年度比(%)",
            "事業概要",
            "取組内容",
        ]
        body.append(table(heads, [14, 9, 9, 9, 9, 8, 20, 22], rows))
    return page("".join(body), "A4 portrait", "'IPAMincho'")


def print_page(text: str, pdf: Path) -> None:
    """The PDF that chromium prints of a page."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(text, encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=180)


if __name__ == "__main__":
    sys.exit(main())
