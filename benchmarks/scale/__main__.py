"""Many documents and long ones: `python -m benchmarks.scale [--documents 40] [--lengths 100 1000 5000]`.

Reads the same documents with one worker, with two and on a local Dask cluster of two, in turns, so that other
work on the machine slows all alike; then documents of growing length, each stage in a process of its own; and
prints the tables of benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.scale.books import write_book
from pipeline.dask_run import read_on_cluster
from pipeline.reading import Reading
from pipeline.sources import Source
from pipeline.workers import Limits, read_all

MUNICIPALITIES = 1741
LIMITS = Limits(7200, 16384, 600)
Way = Callable[[list[Source]], Iterator[Reading]]
WAYS: dict[str, tuple[int, Way]] = {
    "1 worker": (1, lambda sources: read_all(sources, "pdfium", 1, LIMITS)),
    "2 workers": (2, lambda sources: read_all(sources, "pdfium", 2, LIMITS)),
    "Dask, 2 workers": (2, lambda sources: read_on_cluster(sources, "pdfium", "local", 2, LIMITS)),
}


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--pages", type=int, default=50, help="of each document")
    parser.add_argument("--rows", type=int, default=10, help="projects a page")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--lengths", type=int, nargs="*", default=[100, 1000, 5000])
    parser.add_argument("--pages-a-municipality", type=int, default=750)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if chosen.turns:
            rates = throughput(Path(folder), chosen)
            project(rates["1 worker"], chosen.pages_a_municipality)
        if chosen.lengths:
            lengths(Path(folder), chosen)


def throughput(folder: Path, chosen: argparse.Namespace) -> dict[str, float]:
    """Pages a second of each way; the median of the turns."""
    path = folder / "book.pdf"
    write_book(path, chosen.pages, chosen.rows)
    sources = [Source(f"book{number:03d}", path) for number in range(chosen.documents)]
    pages = chosen.documents * chosen.pages
    rates: dict[str, list[float]] = {name: [] for name in WAYS}
    spent: dict[str, list[float]] = {name: [] for name in WAYS}
    for turn in range(chosen.turns):
        order = list(WAYS.items())
        for name, (_, way) in order if turn % 2 == 0 else reversed(order):
            before, start = _children_cpu(), time.perf_counter()
            read = {reading.document["status"] for reading in way(sources)}
            rates[name].append(pages / (time.perf_counter() - start))
            spent[name].append(_children_cpu() - before)
            assert read == {"ok"}, read
            print(f"turn {turn + 1}, {name}: {rates[name][-1]:.1f} pages/s", file=sys.stderr, flush=True)
    print(f"{pages:,} pages in {chosen.documents} documents, {chosen.rows} projects a page; load {_load()}")
    print("| way | pages/s | efficiency | CPU s |\n| --- | ---: | ---: | ---: |")
    for name, (workers, _) in WAYS.items():
        shares = [a / b / workers for a, b in zip(rates[name], rates["1 worker"], strict=True)]
        cells = f"{statistics.median(rates[name]):.1f} | {100 * statistics.median(shares):.0f} %"
        print(f"| {name} | {cells} | {statistics.median(spent[name]):.0f} |")
    return {name: statistics.median(found) for name, found in rates.items()}


def project(rate: float, pages: int) -> None:
    """How long a year of all municipalities takes at a rate (pages/s of one worker)."""
    total = pages * MUNICIPALITIES
    print(f"\n{MUNICIPALITIES:,} municipalities x {pages} pages = {total:,} pages")
    for workers in (1, 2, 16, 64):
        print(
            f"{workers} workers at {rate:.1f} pages/s and 90 %: {total / rate / workers / 0.9 / 3600:.1f} h"
        )


def lengths(folder: Path, chosen: argparse.Namespace) -> None:
    """Time and memory of each stage, by the number of pages."""
    print("\n| pages | read: CPU ms a page | MB | pickling, ms a page | join: CPU ms a page | MB | rows |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for count in chosen.lengths:
        path, kept = folder / f"{count}.pdf", folder / f"kept{count}"
        kept.mkdir()
        write_book(path, count, chosen.rows)
        read, join = (_stage(stage, path, kept) for stage in ("read", "join"))
        reading = f"{1000 * read['cpu'] / count:.1f} | {read['peak_mb']:.0f} | {read['pickle_ms']:.1f}"
        joining = f"{1000 * join['cpu'] / count:.1f} | {join['peak_mb']:.0f} | {join['rows']:,}"
        print(f"| {count:,} | {reading} | {joining} |", flush=True)


def _stage(stage: str, path: Path, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.scale.stage", stage, str(path), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _load() -> str:
    return "/".join(f"{load:.1f}" for load in os.getloadavg())


if __name__ == "__main__":
    main()
