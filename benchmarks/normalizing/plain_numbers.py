"""How many cells a second: parse_number beside pandas.to_numeric after NFKC, jaconv and mojimoji alone.

    PYTHONPATH=. python benchmarks/normalizing/plain_numbers.py [CELLS] [ROUNDS]

The same cells for all, in one process on one core: `plain` cells as budget and KPI tables print most
of theirs (grouped, decimal, full width), and `printed` cells with ▲, units, dashes and note marks.
The others do less: pandas makes floats of what NFKC, commas and ▲ removed leave, else NaN; jaconv and
mojimoji only change widths and know no number. Needs pandas, jaconv and mojimoji besides gyosei.
"""

from __future__ import annotations

import random
import sys
import time
import unicodedata
from collections.abc import Callable

import jaconv
import mojimoji
import pandas as pd

from normalize.kpi_cells import parse_kpi_cell
from normalize.numbers import looks_like_figure, parse_number

_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def plain_cells(count: int) -> list[str]:
    """Numbers as tables print most of them: 70% grouped, 20% with decimals, 10% in full width."""
    draw = random.Random(4)
    cells = []
    for _ in range(count):
        kind = draw.random()
        value = draw.randrange(10 ** draw.randrange(1, 9))
        text = f"{value:,}" if kind < 0.7 else f"{value % 10_000 / 10:.1f}"
        cells.append(text.translate(_WIDE) if kind >= 0.9 else text)
    return cells


def printed_cells(count: int) -> list[str]:
    """Numbers with what stands beside them: signs, units, words, notes, brackets."""
    draw = random.Random(5)
    forms = (
        "▲ {}",
        "△{}",
        "{}人",
        "{} 団体",
        "{}%",
        "{}%以上",
        "約{}",
        "({})",
        "{}※1",
        "-",
        "{}千円",
        "未実施",
    )
    return [draw.choice(forms).format(f"{draw.randrange(10**6):,}") for _ in range(count)]


def pandas_numbers(cells: list[str]) -> object:
    """Floats by pandas, the usual way: NFKC, ▲ as minus, no commas, errors to NaN."""
    series = pd.Series([unicodedata.normalize("NFKC", cell) for cell in cells])
    series = series.str.replace("▲ ?|△", "-", regex=True).str.replace(",", "", regex=False)
    return pd.to_numeric(series, errors="coerce")


READERS: dict[str, Callable[[list[str]], object]] = {
    "normalize.numbers.parse_number": lambda cells: [parse_number(cell) for cell in cells],
    "normalize.numbers.looks_like_figure": lambda cells: [looks_like_figure(cell) for cell in cells],
    "normalize.kpi_cells.parse_kpi_cell": lambda cells: [parse_kpi_cell(cell) for cell in cells],
    "pandas.to_numeric after NFKC": pandas_numbers,
    "jaconv.z2h alone (width only)": lambda cells: [jaconv.z2h(c, digit=True, ascii=True) for c in cells],
    "mojimoji.zen_to_han alone (width only)": lambda cells: [mojimoji.zen_to_han(c) for c in cells],
}


def rate(read: Callable[[list[str]], object], cells: list[str], rounds: int) -> float:
    """Cells a CPU second in the best of `rounds`; CPU time, so that a busy machine changes nothing."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        read(cells)
        best = min(best, time.process_time() - start)
    return len(cells) / best


def main() -> None:
    """Print one line a reader: cells a second for plain and for printed cells."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    plain, printed = plain_cells(count), printed_cells(count // 5)
    print(f"{'cells/s':42}{'plain':>12}{'printed':>12}")
    for name, read in READERS.items():
        print(f"{name:42}{rate(read, plain, rounds):12,.0f}{rate(read, printed, rounds):12,.0f}")


if __name__ == "__main__":
    main()
