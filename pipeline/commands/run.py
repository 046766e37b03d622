"""gyosei run: raw/ into curated/."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.command import DONE, NOT_ALL, Command, positive
from pipeline.commands.completing import offers_documents
from pipeline.refusal import RefusedError
from pipeline.storage import place
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.run import Done, RunOutcome
    from pipeline.sources import Source

READERS = ("pdfium", "pdfplumber", "both")

DOUBTFUL_LIMIT = 5.0
"""Percent of the rows with a status that may be doubtful before the exit code says so."""

EXAMPLES = """\
examples:
  gyosei run                              read raw/ into curated/
  gyosei run --raw ~/pdfs --curated out   read a folder of PDFs
  gyosei run --only kpi_2024 --force      read one document again

exit codes: 0 all read, 1 something failed or is doubtful, 2 could not run
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "--raw", type=place, default=Path("raw"), metavar="DIR", help="folder or URL of PDFs (raw)"
    )
    parser.add_argument(
        "--curated",
        type=place,
        default=Path("curated"),
        metavar="DIR",
        help="folder or URL to write to (curated)",
    )
    only = parser.add_argument(
        "--only", nargs="+", default=[], metavar="ID", help="read only these documents"
    )
    offers_documents(only)
    parser.add_argument("--force", action="store_true", help="read also what has not changed")
    parser.add_argument(
        "--reader",
        choices=READERS,
        default=READERS[0],
        help="PDF reader (pdfium); both: every cell is read twice, and doubtful where the readers differ",
    )
    parser.add_argument(
        "--no-repair", action="store_false", dest="repair", help="flag misread figures, correct none"
    )
    parser.add_argument(
        "--workers", type=positive, default=os.cpu_count() or 1, metavar="N", help="processes (one per core)"
    )
    parser.add_argument(
        "--timeout", type=positive, default=600, metavar="S", help="seconds one document may take (600)"
    )
    parser.add_argument(
        "--page-timeout", type=positive, default=120, metavar="S", help="seconds one page may take (120)"
    )
    parser.add_argument(
        "--memory", type=positive, default=4096, metavar="MIB", help="MiB one document may take (4096)"
    )
    parser.add_argument(
        "--wait", type=positive, default=0, metavar="S", help="seconds to wait for another run (0)"
    )
    parser.add_argument(
        "--dask",
        default="",
        metavar="ADDRESS",
        help="read on a Dask cluster: tcp://host:8786, or local for one on this machine",
    )
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON instead of a table")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Reads what has changed and prints a summary."""
    from pipeline.run import RunOptions, run
    from pipeline.summary import print_summary
    from pipeline.workers import Limits

    options = RunOptions(
        raw=chosen.raw,
        curated=chosen.curated,
        only=tuple(chosen.only),
        force=chosen.force,
        reader=chosen.reader,
        repair=chosen.repair,
        workers=chosen.workers,
        limits=Limits(float(chosen.timeout), chosen.memory, float(chosen.page_timeout)),
        wait=float(chosen.wait),
        dask=chosen.dask,
    )
    with terminal.counting("reading") as bar:
        task = bar.add_task("", total=None)

        def advance(source: Source, total: int, was_read: bool) -> None:
            bar.update(task, total=total, advance=1, description=source.document_id)
            if was_read and not terminal.err.is_terminal:
                terminal.note(f"read {source.document_id}")

        def scanning(source: Source, done: int, of: int, seconds: float) -> None:
            bar.update(task, description=f"{source.document_id}: {scan_progress(done, of, seconds)}")

        try:
            outcome = run(options, advance, scanning)
        except OSError as error:
            raise RefusedError(f"Cannot write to {chosen.curated}: {error.strerror or error}.") from error
    if chosen.json:
        terminal.json([_told(done) for done in outcome.documents])
    elif not terminal.quiet:
        print_summary(terminal.out, outcome, chosen.curated)
    return _exit_code(outcome)


def scan_progress(done: int, of: int, seconds: float) -> str:
    """'page 3 of 12 recognised, about 2 min left': what the pages so far took is what the others will."""
    left = seconds / done * (of - done)
    time_left = f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"
    return f"page {done} of {of} recognised, about {time_left} left"


def _told(done: Done) -> dict[str, object]:
    """A document of the run for a program: rows by dataset, doubtful ones, whether it was read anew."""
    document = {name: done.document[name] for name in ("document_id", "status", "error")}
    counts = {"rows": done.counts, "doubtful": done.doubtful}
    return {**document, **counts, "read_now": not done.reused, "seconds": round(done.seconds, 3)}


def _exit_code(outcome: RunOutcome) -> int:
    from pipeline.reading import JUDGED

    failed = any(done.document["status"] in ("failed", "partial") for done in outcome.documents)
    rows = sum(done.counts[name] for done in outcome.documents for name in JUDGED)
    doubtful = sum(done.doubtful for done in outcome.documents)
    return NOT_ALL if failed or 100 * doubtful > DOUBTFUL_LIMIT * rows else DONE


COMMAND = Command("run", "read raw/ into curated/", EXAMPLES, arguments, execute)
