"""The hostile files one by one with what they took: python -m tests.hostile [NAME …]

Each is read in a process of its own, with the limits of the test. Prints status, seconds, MiB and reason.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.sources import Source
from pipeline.workers import Limits, read_all
from tests.hostile.bad_files import bad_files

LIMITS = Limits(seconds=60, memory_mib=1024, page_seconds=10)


def measure(path: Path, answer: Connection) -> None:
    """Sends status, seconds, MiB of the reader and its worker, and the reason."""
    start = time.perf_counter()
    [reading] = read_all([Source(path.stem, path)], "pdfium", 1, LIMITS)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    answer.send((reading.document["status"], time.perf_counter() - start, peak, reading.document["error"]))


def main() -> None:
    files = bad_files()
    wanted = sys.argv[1:] or list(files)
    context = multiprocessing.get_context("spawn")
    worst: list[tuple[float, int, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            path = Path(folder) / f"{name}.pdf"
            path.write_bytes(files[name]())
            mine, theirs = context.Pipe()
            process = context.Process(target=measure, args=(path, theirs))
            process.start()
            status, seconds, peak, error = mine.recv()
            process.join()
            path.unlink()
            worst.append((seconds, peak, name))
            print(f"{name:36} {status:9} {seconds:6.1f} s {peak:5} MiB  {error or ''}", flush=True)
    slowest, largest = max(worst), max(worst, key=lambda one: one[1])
    print(
        f"{len(worst)} files; longest {slowest[0]:.1f} s ({slowest[2]}), most {largest[1]} MiB ({largest[2]})"
    )


if __name__ == "__main__":
    main()
