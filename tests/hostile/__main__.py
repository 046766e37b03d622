"""The hostile files with what they took: python -m tests.hostile [NAME …]

Prints the status, seconds and reason of each, and the most memory that any worker process took.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from pathlib import Path

from pipeline.sources import Source
from pipeline.workers import Limits, read_all
from tests.hostile.bad_files import bad_files

LIMITS = Limits(seconds=60, memory_mib=1024, page_seconds=10)


def main() -> None:
    files = bad_files()
    sources = []
    worst = (0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or files:
            path = Path(folder) / f"{name}.pdf"
            path.write_bytes(files[name]())
            sources.append(Source(name, path))
        for reading in read_all(sources, "pdfium", 1, LIMITS):
            document = reading.document
            told = f"{reading.document_id:36} {document['status']:9} {reading.seconds:6.1f} s"
            print(told, document["error"] or "", flush=True)
            worst = max(worst, (reading.seconds, reading.document_id))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{len(sources)} files, longest {worst[0]:.1f} s ({worst[1]}), most {peak} MiB")


if __name__ == "__main__":
    main()
