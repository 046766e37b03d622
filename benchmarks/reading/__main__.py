"""The readers side by side: `python -m benchmarks.reading [--runs 5] [--pages 300] [--slow-pages 30]`.

Reads (a) a generated budget book, (b) the corpus (the bundled documents where that is not present) and
(c) real publications where they are present, each reader in a process of its own and the readers in
turn within each run, so that a busy machine slows all of them. Prints the table of benchmarks/README.md:
median pages per second, peak memory, and where the truth is known the share of cells exactly right.
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
from extract import pdfium

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("gyosei", "tablers", "bare-text", "bare-text-bounded", "least-calls")
SLOW = ("pdfplumber", "camelot-vector", "camelot")
"""Readers that are given only the first pages of a set: they are slow, and take each page alone."""
SHARE = {"pdfplumber": 1, "camelot-vector": 3, "camelot": 6}
"""By how much fewer pages each of them is given than `--slow-pages` says."""
NO_CELLS = ("bare-text", "bare-text-bounded", "least-calls")
SETS = ("book", "corpus", "real")
TRUTH = ROOT / "tests" / "truth"
LONG = 12
"""Characters: a shorter text may stand in many cells, so that finding it says nothing."""


@dataclass
class Score:
    """What one reader did with one set of documents, over all runs."""

    speeds: list[float] = field(default_factory=list)
    by_clock: list[float] = field(default_factory=list)
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


def _is_native(path: Path) -> bool:
    """Whether all pages are typeset; recognising pictures of text is another matter."""
    return all(page.text_layer == "native" for page in pdfium.read_pages(path))


def _stated(path: Path) -> list[str]:
    """The longer texts that the truth of a document says stand in one cell each, white space aside."""
    truth = TRUTH / f"{path.stem}.json"
    if not truth.exists():
        return []
    content = json.loads(truth.read_text("utf-8"))
    records = [*content.get("kpis", []), *content.get("projects", [])]
    texts = [record.get(key) or "" for record in records for key in ("description", "summary", "activity")]
    texts += [text for table in content.get("other_tables", []) for row in table["rows"] for text in row]
    return [key for text in texts if len(key := "".join(str(text).split())) >= LONG]


def _first_pages(paths: list[Path], most: int) -> list[tuple[Path, int]]:
    """The documents with the number of pages to read of each, `most` pages in all, some of each.

    Of more documents than that, so many are taken, from the first to the last at even distances.
    """
    if most < len(paths):
        paths = [paths[k * len(paths) // most] for k in range(most)]
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
    score.speeds.append(result["pages"] / result["busy"])
    score.by_clock.append(result["pages"] / result["seconds"])
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


def _share_stated(reader: str, paths: list[tuple[Path, int]]) -> float | None:
    """The share of the longer texts stated by the truth of the documents that are one cell of a reader."""
    right = total = 0
    for path, last in paths:
        stated = _stated(path)
        if stated and last == _page_count(path):
            pages = _measured(reader, [(path, last)], keep=True)["cells"]
            have = Counter("".join(text.split()) for found in pages for text in found)
            right += sum(min(count, have[key]) for key, count in Counter(stated).items())
            total += len(stated)
    return right / total if total else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=300, help="pages of the generated book")
    parser.add_argument("--slow-pages", type=int, default=30, help="pages given to the slow readers")
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS, help="the sets to read")
    given = parser.parse_args()
    beside = ROOT.parent / "shared"
    corpus = Path(os.environ.get("GYOSEI_CORPUS", beside / "corpus")) / "pdf"
    real = Path(os.environ.get("GYOSEI_REAL", beside / "real")) / "pdf"
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.pdf"
        truths = write_budget_book(book, given.pages)
        sets = {
            "book": [book],
            "corpus": sorted((corpus if corpus.is_dir() else ROOT / "raw").glob("*.pdf")),
            "real": [path for path in sorted(real.glob("*.pdf")) if _is_native(path)],
        }
        print("| set | reader | pages | pages/s | by the clock | peak MB | cells right |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
        for name in given.sets:
            _compare(name, sets[name], truths, given)


def _compare(name: str, paths: list[Path], truths: list[Truth], given: argparse.Namespace) -> None:
    """Prints the rows of one set."""
    if not paths:
        return
    scores = {reader: Score() for reader in (*QUICK, *SLOW)}
    tasks = {
        reader: _first_pages(paths, given.slow_pages // SHARE[reader] if reader in SHARE else 10**6)
        for reader in scores
    }
    for _ in range(given.runs):
        for reader, score in scores.items():
            _read_set(reader, tasks[reader], score)
    for reader, score in scores.items():
        if score.speeds and reader not in NO_CELLS:
            if name == "book":
                score.right = _share_right(reader, paths[0], truths[: tasks[reader][0][1]])
            elif reader not in SLOW:
                score.right = _share_stated(reader, tasks[reader])
        _print_row(name, reader, sum(last for _, last in tasks[reader]), score)


def _print_row(name: str, reader: str, pages: int, score: Score) -> None:
    speed, clock = (
        f"{statistics.median(speeds):.1f}" if speeds else "failed"
        for speeds in (score.speeds, score.by_clock)
    )
    right = "" if score.right is None else f"{100 * score.right:.2f} %"
    note = f" ({score.failed})" if score.failed else ""
    print(
        f"| {name} | {reader}{note} | {pages} | {speed} | {clock} | {score.peak_mb:.0f} | {right} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
