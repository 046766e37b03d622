"""The readers side by side: `python -m benchmarks.reading [--runs 5] [--pages 300] [--slow-pages 12]`.

Reads (a) the bundled documents, (b) a generated budget book and (c) real publications where they
are present, each reader in a process of its own and the readers in turn within each run, so that a
busy machine slows all of them. Prints the table of benchmarks/README.md: median pages per second, peak
memory, and on (b) the share of cells exactly right.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.reading.budget_book import Truth, write_budget_book

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("gyosei", "tablers", "bare-text")
SLOW = ("pdfplumber", "camelot", "camelot-vector")
"""Readers that are given only the first pages of a set: they are slow, and take each page alone."""


@dataclass
class Score:
    """What one reader did with one set of documents, over all runs."""

    speeds: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    right: float | None = None
    failed: str = ""


def _measured(reader: str, paths: list[tuple[Path, int]], keep: bool) -> dict[str, Any]:
    task = {"reader": reader, "paths": [(str(path), last) for path, last in paths], "keep": keep}
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading.measure"],
        cwd=ROOT,
        input=json.dumps(task),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no message"])[-1])
    result: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def _page_count(path: Path) -> int:
    document = pypdfium2.PdfDocument(str(path))
    count = len(document)
    document.close()
    return count


def _first_pages(paths: list[Path], most: int) -> list[tuple[Path, int]]:
    """The documents with the number of pages to read of each, `most` pages in all, some of each."""
    counts = [_page_count(path) for path in paths]
    share = max(1, most // len(paths))
    return [(path, min(count, share)) for path, count in zip(paths, counts, strict=True)]


def _read_set(reader: str, paths: list[tuple[Path, int]], score: Score) -> None:
    """Adds one run over a set: pages per second over all its documents."""
    try:
        result = _measured(reader, paths, keep=False)
    except RuntimeError as error:
        score.failed = str(error)
        return
    score.speeds.append(result["pages"] / result["seconds"])
    score.peak_mb = max(score.peak_mb, result["peak_mb"])
    if result["failed"]:
        score.failed = f"{len(result['failed'])} of {len(paths)} documents failed"


def _share_right(reader: str, path: Path, truths: list[Truth]) -> float:
    """The share of the true cells whose whole text a reader has as one cell, white space aside."""
    pages = _measured(reader, [(path, len(truths))], keep=True)["cells"]
    right = total = 0
    for found, truth in zip(pages, truths, strict=False):
        have = Counter("".join(text.split()) for text in found)
        for text in truth.values():
            total += 1
            key = "".join(text.split())
            if have[key]:
                have[key] -= 1
                right += 1
    return right / max(total, sum(len(truth) for truth in truths))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=300, help="pages of the generated book")
    parser.add_argument("--slow-pages", type=int, default=12, help="pages given to the slow readers")
    given = parser.parse_args()
    real = Path(os.environ.get("GYOSEI_REAL", ROOT.parent / "shared" / "real")) / "pdf"
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.pdf"
        truths = write_budget_book(book, given.pages)
        sets = {
            "generated book": [book],
            "bundled documents": sorted((ROOT / "raw").glob("**/*.pdf")),
            "real publications": sorted(real.glob("*.pdf")) if real.is_dir() else [],
        }
        print("| set | reader | pages/s | peak MB | cells right |")
        print("| --- | --- | ---: | ---: | ---: |")
        for name, paths in sets.items():
            if not paths:
                continue
            scores = {reader: Score() for reader in (*QUICK, *SLOW)}
            for _ in range(given.runs):
                for reader, score in scores.items():
                    most = given.slow_pages if reader in SLOW else 10**6
                    _read_set(reader, _first_pages(paths, most), score)
            for reader, score in scores.items():
                if name == "generated book" and reader != "bare-text" and score.speeds:
                    count = given.slow_pages if reader in SLOW else given.pages
                    score.right = _share_right(reader, book, truths[:count])
                _print_row(name, reader, score)


def _print_row(name: str, reader: str, score: Score) -> None:
    speed = f"{statistics.median(score.speeds):.1f}" if score.speeds else "failed"
    right = "" if score.right is None else f"{100 * score.right:.2f} %"
    note = f" ({score.failed})" if score.failed else ""
    print(f"| {name} | {reader}{note} | {speed} | {score.peak_mb:.0f} | {right} |", flush=True)


if __name__ == "__main__":
    main()
