"""A budget table of any number of pages, and the text of each of its cells.

Drawn as spreadsheet programs do: rules as strokes, a coloured header over two rows with merged
cells, names of one or two lines, figures set to the right. The figures come from a fixed seed, so
that the same number of pages is the same file.
"""

from __future__ import annotations

import random
from pathlib import Path

from tests.extract.pdfwriter import Drawing, write_pdf

WIDE, HIGH = 842.0, 595.0
COLUMNS = (30, 60, 250, 330, 410, 490, 570, 640, 812)
TOP, HEADER, ROW, ROWS, SIZE = 40.0, 16.0, 17.0, 30, 7.0
WORDS = ["市民生活", "防災対策", "子育て支援", "道路整備", "学校教育"]
WORDS += ["高齢者福祉", "地域振興", "環境保全", "情報発信", "公共施設"]
KINDS = ["推進事業", "管理費", "運営補助金", "整備事業費", "負担金"]
DEPARTMENTS = ["財政課", "福祉総務課", "土木管理課", "教育総務課", "防災防犯課"]
HEADINGS = (
    (0, 0, 2, 1, "番号"),
    (0, 1, 2, 1, "事業名"),
    (0, 2, 1, 3, "予算額(千円)"),
    (0, 5, 1, 2, "増減"),
    (0, 7, 2, 1, "担当課及び内容"),
    (1, 2, 1, 1, "令和5年度"),
    (1, 3, 1, 1, "令和6年度"),
    (1, 4, 1, 1, "令和7年度"),
    (1, 5, 1, 1, "金額"),
    (1, 6, 1, 1, "率(%)"),
)

Truth = dict[tuple[int, int], str]


def _figure(dice: random.Random) -> int:
    return dice.randrange(1, 10 ** dice.randrange(2, 8))


def _signed(value: int) -> str:
    return f"▲{-value:,}" if value < 0 else f"{value:,}"


def _rows(dice: random.Random, page: int) -> list[list[str]]:
    rows = []
    for number in range(ROWS):
        name = dice.choice(WORDS) + dice.choice(KINDS)
        if dice.random() < 0.3:
            name += "\n(" + dice.choice(WORDS) + "分)"
        years = [_figure(dice) for _ in range(3)]
        change = years[2] - years[1]
        text = dice.choice(DEPARTMENTS) + " " + dice.choice(WORDS) + "に要する経費を計上する"
        rows.append(
            [
                str(page * ROWS + number + 1),
                name,
                *(f"{value:,}" for value in years),
                _signed(change),
                f"{100 * years[2] / years[1]:.1f}",
                text,
            ]
        )
    return rows


def _wide(text: str) -> float:
    return SIZE * sum(0.5 if char.isascii() else 1.0 for char in text)


def _draw_page(rows: list[list[str]], page: int) -> tuple[Drawing, Truth]:
    drawing, truth = Drawing(HIGH), Truth()
    bottom = TOP + 2 * HEADER + ROWS * ROW
    drawing.fill(COLUMNS[0], TOP, COLUMNS[-1], TOP + 2 * HEADER, "0.85 0.92 0.83")
    for at in COLUMNS:
        inner = at in (COLUMNS[3], COLUMNS[4], COLUMNS[6])
        drawing.line(at, TOP + HEADER if inner else TOP, at, bottom)
    for y in (TOP, *(TOP + 2 * HEADER + ROW * k for k in range(ROWS + 1))):
        drawing.line(COLUMNS[0], y, COLUMNS[-1], y)
    drawing.line(COLUMNS[2], TOP + HEADER, COLUMNS[7], TOP + HEADER)
    drawing.text(COLUMNS[0], TOP - 8, f"一般会計歳出予算事業別一覧 {page + 1}", SIZE)
    for row, column, high, wide, text in HEADINGS:
        middle = (COLUMNS[column] + COLUMNS[column + wide]) / 2
        y = TOP + HEADER * (row + high / 2) + 0.35 * SIZE
        drawing.text(middle - _wide(text) / 2, y, text, SIZE)
        truth[row, column] = text
    for k, row_texts in enumerate(rows):
        top = TOP + 2 * HEADER + ROW * k
        for column, text in enumerate(row_texts):
            lines = text.split("\n")
            for i, line in enumerate(lines):
                y = top + ROW / 2 + 0.35 * SIZE + (i - (len(lines) - 1) / 2) * 1.1 * SIZE
                x = (
                    COLUMNS[column + 1] - 3 - _wide(line)
                    if column in (0, 2, 3, 4, 5, 6)
                    else COLUMNS[column] + 3
                )
                drawing.text(round(x, 2), round(y, 2), line, SIZE)
            truth[k + 2, column] = text
    return drawing, truth


def write_budget_book(path: Path, pages: int) -> list[Truth]:
    """The text of each cell of each page, by row and column of its first square; writes the PDF."""
    dice = random.Random(20240401)
    drawn = [_draw_page(_rows(dice, page), page) for page in range(pages)]
    write_pdf(path, *(drawing for drawing, _ in drawn), size=(WIDE, HIGH))
    return [truth for _, truth in drawn]
