"""Budget books of any number of pages and rows a page, with a header on each page.

The figures come from a fixed seed; all pages of a book are one logical table.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.extract.pdfwriter import Drawing, write_pdf

WIDE, HIGH, ROW, SIZE = 595.0, 842.0, 20.0, 8.0
COLUMNS = (40, 200, 280, 360, 440, 500, 560)
HEADINGS = (
    "事業名",
    "令和6年度予算額(千円)",
    "令和7年度予算額(千円)",
    "増減額(千円)",
    "前年度比(%)",
    "担当課",
)
WORDS = ("市民生活", "防災対策", "子育て支援", "道路整備", "学校教育", "地域振興", "環境保全", "公共施設")
DEPARTMENTS = ("財政課", "福祉課", "土木課", "教育課")


def write_book(path: Path, pages: int, rows: int) -> None:
    """Writes the PDF: `pages` pages of `rows` projects each."""
    dice = random.Random(1741)
    write_pdf(path, *(_page(dice, page, rows) for page in range(pages)), size=(WIDE, HIGH))


def _page(dice: random.Random, page: int, rows: int) -> Drawing:
    drawing = Drawing(HIGH).text(40, 30, f"事業別予算一覧 {page + 1}", SIZE)
    lines = [HEADINGS, *(_row(dice, page * rows + k + 1) for k in range(rows))]
    bottom = 40 + ROW * len(lines)
    for x in COLUMNS:
        drawing.line(x, 40, x, bottom)
    for at, texts in enumerate(lines):
        drawing.line(COLUMNS[0], 40 + ROW * at, COLUMNS[-1], 40 + ROW * at)
        for x, text in zip(COLUMNS, texts, strict=False):
            drawing.text(x + 2, 40 + ROW * at + 13, text, SIZE if at else 6)
    return drawing.line(COLUMNS[0], bottom, COLUMNS[-1], bottom)


def _row(dice: random.Random, number: int) -> tuple[str, ...]:
    last, this = (dice.randrange(100, 10 ** dice.randrange(3, 7)) for _ in range(2))
    change = f"{this - last:,}" if this >= last else f"▲{last - this:,}"
    name = f"{dice.choice(WORDS)}推進事業{number}"
    return (name, f"{last:,}", f"{this:,}", change, f"{100 * this / last:.1f}", dice.choice(DEPARTMENTS))
