"""How well scans are read, by resolution and wear.

    python -m benchmarks.scans [--all-pages] [--only WEAR …] [--dpi N …] [--beside-tesseract]

Pages of the bundled KPI and budget tables are made into pictures, worn, read, and compared with what the
truth says of the same pages. Prints a Markdown table, a line a condition. With --beside-tesseract it
prints seconds and memory beside those of tesseract (jpn) on the same pages instead.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.scans.beside_tesseract import print_beside
from benchmarks.scans.pictures import RESOLUTIONS, WEARS, Wear, write_scan
from pipeline.document import document_rows
from pipeline.sources import Source
from tests.bundled import RAW, TRUTH
from tests.truth.stated_facts import compare_rows, read_truth

READER = "pdfium"
PAGES = {
    "higashikurume_policy_report_2024": (1, 3),
    "higashikurume_kpi_2024": (1, 12),
}
"""Pages that are read where not all are: each has another header, wrapped names, ▲, dashes or shading."""
FIGURES = ("value", "amount", "change", "ratio")
JUDGED = ("kpi_values", "project_amounts", "projects")

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Facts = Counter[tuple[Any, ...]]


@dataclass
class Result:
    """What one condition gave, summed over the documents."""

    published: int = 0
    produced: int = 0
    right: int = 0
    figures: int = 0
    wrong_figures: int = 0
    wrong_proved: int = 0
    negatives: int = 0
    negatives_right: int = 0
    proved: int = 0
    judged: int = 0
    pages: int = 0
    seconds: float = 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.published + self.produced)


def measure(folder: Path, dpi: int, wear: Wear, *, all_pages: bool, misses: bool) -> Result:
    """The two documents read under one condition."""
    result = Result()
    for name, chosen in PAGES.items():
        truth = read_truth(TRUTH / f"{name}.json")
        typeset, scan = folder / f"{name}.pdf", folder / f"{name}_scan.pdf"
        pages = _cut(RAW / f"{name}.pdf", typeset, None if all_pages else chosen)
        native = compare_rows(truth, document_rows(Source(name, typeset), READER))
        published = native.published & native.produced
        write_scan(typeset, scan, dpi, wear)
        start = time.perf_counter()
        rows = document_rows(Source(name, scan), READER)
        result.seconds += time.perf_counter() - start
        result.pages += pages
        # what the pages alone say otherwise than the whole document, typeset as well, is no fault of the scan
        produced = compare_rows(truth, rows).produced - (native.produced - native.published)
        sure = {key: [r for r in part if r.get("status") != "proved"] for key, part in rows.items()}
        proved = produced - compare_rows(truth, {**rows, **{k: sure[k] for k in JUDGED}}).produced
        _add(result, published, produced, proved)
        for word, facts in (("missed", published - produced), ("wrong", produced - published)):
            for fact in facts if misses else ():
                print(word, *fact)
        result.judged += sum(len(rows[key]) for key in JUDGED)
        result.proved += sum(r["status"] == "proved" for key in JUDGED for r in rows[key])
    return result


def _cut(pdf: Path, out: Path, pages: Sequence[int] | None) -> int:
    """Writes the pages (1-based, None: all) of a PDF as another; returns how many."""
    source, cut = pypdfium2.PdfDocument(str(pdf)), pypdfium2.PdfDocument.new()
    cut.import_pages(source, None if pages is None else [page - 1 for page in pages])
    count = len(cut)
    cut.save(str(out))
    return count


def _add(result: Result, published: Facts, produced: Facts, proved: Facts) -> None:
    result.published += published.total()
    result.produced += produced.total()
    result.right += (published & produced).total()
    wanted, read, sure = _nameless(published), _nameless(produced), _nameless(proved)
    result.figures += wanted.total()
    result.wrong_figures += (read - wanted).total()
    result.wrong_proved += (sure - wanted).total()
    negative = Counter(
        {fact: n for fact, n in wanted.items() if isinstance(fact[-1], int | float) and fact[-1] < 0}
    )
    result.negatives += negative.total()
    result.negatives_right += (negative & read).total()


def _is_negative(number: object) -> bool:
    return isinstance(number, int | float) and number < 0


def _nameless(facts: Facts) -> Facts:
    """The facts that are figures without the name they belong to: a slip in a name is no wrong figure."""
    figures: Facts = Counter()
    for fact, count in facts.items():
        if fact[1] in FIGURES:
            figures[fact[1:]] += count
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--all-pages", action="store_true", help="all pages (a sample)")
    parser.add_argument("--only", nargs="+", choices=list(WEARS), default=list(WEARS), metavar="WEAR")
    parser.add_argument("--dpi", nargs="+", type=int, default=list(RESOLUTIONS))
    parser.add_argument("--misses", action="store_true", help="list the facts missed and wrong")
    parser.add_argument("--beside-tesseract", action="store_true", help="seconds and memory beside tesseract")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if chosen.beside_tesseract:
            scan = folder / "scan.pdf"
            typeset = folder / "typeset.pdf"
            name = "higashikurume_policy_report_2024"
            _cut(RAW / f"{name}.pdf", typeset, PAGES[name])
            write_scan(typeset, scan, 300, WEARS["mild noise"])
            print_beside(scan, typeset)
            return
        print("| dpi | wear | F1 | facts | wrong figures | of these proved | ▲ read | proved | s a page |")
        print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        for dpi in chosen.dpi:
            for wear in chosen.only:
                r = measure(folder, dpi, WEARS[wear], all_pages=chosen.all_pages, misses=chosen.misses)
                share = f"{r.negatives_right} of {r.negatives}"
                proved = f"{100 * r.proved / max(r.judged, 1):.0f} %"
                print(
                    f"| {dpi} | {wear} | {r.f1:.4f} | {r.published} | {r.wrong_figures} | {r.wrong_proved} "
                    f"| {share} | {proved} | {r.seconds / r.pages:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
