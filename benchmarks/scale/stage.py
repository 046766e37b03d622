"""One stage of reading a long document in a process of its own: `python -m benchmarks.scale.stage`.

`read FILE FOLDER` reads all ranges of pages one after the other, as one worker does; `join FILE FOLDER` makes
one document of them. Prints JSON: processor seconds, seconds by the clock and the most memory (MB).
"""

from __future__ import annotations

import contextlib
import json
import pickle
import sys
import time
from pathlib import Path

from pipeline.contents import silent
from pipeline.page_ranges import RANGE, Join, Range, do, pieces
from pipeline.preflight import pdf_facts
from pipeline.reading import Reading
from pipeline.sources import Source


def main() -> None:
    """Does the stage that the command line names."""
    stage, file, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    source = Source("book", file)
    count = pdf_facts(file).page_count
    ranges = pieces(range(1, count + 1), RANGE)
    files = [folder / f"{at:06d}.pages" for at in range(len(ranges))]
    told: dict[str, object] = {"pages": count}
    start, before = time.perf_counter(), time.process_time()
    if stage == "read":
        for numbers, kept in zip(ranges, files, strict=True):
            do(Range(source, numbers, kept), "pdfium", {}, silent)
        told["kept_mb"] = sum(path.stat().st_size for path in files) / 1e6
        told["pickle_ms"] = _pickling(files) / count * 1000
    else:
        reading = do(Join(source, tuple(files), folder / "parts", {}, count, True), "pdfium", {}, silent)
        assert isinstance(reading, Reading) and reading.document["status"] == "ok", reading
        told["rows"] = sum(reading.counts.values())
    told["cpu"], told["wall"] = time.process_time() - before, time.perf_counter() - start
    told["peak_mb"] = _most_memory()
    print(json.dumps(told))


def _most_memory() -> float:
    """MB; what getrusage says holds the parent process as well, as it was when it started this one."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _pickling(files: list[Path]) -> float:
    """Processor seconds to write and read what the first range keeps, scaled to all of them."""
    before = time.process_time()
    with files[0].open("rb") as kept, contextlib.suppress(EOFError):
        while True:
            pickle.dumps(pickle.load(kept), protocol=pickle.HIGHEST_PROTOCOL)
    return (time.process_time() - before) * len(files)


if __name__ == "__main__":
    main()
