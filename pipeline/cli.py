"""The command line: gyosei run, schema, show, vocabulary."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.check import add_check

READERS = ("pdfium", "pdfplumber")
NO_TERMINAL_WIDTH = 160
ALL_READ, NOT_ALL_READ, COULD_NOT_RUN = 0, 1, 2

DOUBTFUL_LIMIT = 5.0
"""Percent of the rows with a status that may be doubtful before the exit code says so."""

EXAMPLES = """\
examples:
  gyosei run                              read raw/ into curated/
  gyosei run --raw ~/pdfs --curated out   read a folder of PDFs
  gyosei run --only kpi_2024 --force      read one document again
  gyosei show raw/kpi_2024.pdf --page 3 --out page3.png
                                          picture of what is found on a page
  gyosei schema kpi_values                what the columns mean
  gyosei vocabulary --unknown             labels that no figure could be read by

exit codes: 0 all read, 1 something failed or is doubtful, 2 could not run
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    parser = _parser()
    chosen = parser.parse_args(arguments)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    execute: Callable[[argparse.Namespace], int] | None = getattr(chosen, "execute", None)
    if execute is None:
        parser.print_help()
        return COULD_NOT_RUN
    try:
        return execute(chosen)
    except KeyboardInterrupt:
        errors.print("Stopped. Each document is as before or complete; run again to go on.")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ALL_READ


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="gyosei",
        description="Turns PDFs of Japanese municipalities (KPIs, 事務事業) into typed, traceable Parquet.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"gyosei {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_run(commands.add_parser("run", help="read raw/ into curated/"))
    add_check(commands.add_parser("check", help="what is proved, and what to look at by hand"))
    _add_show(commands.add_parser("show", help="picture of what is found on a page"))
    _add_schema(commands.add_parser("schema", help="what the datasets and columns mean"))
    _add_vocabulary(commands.add_parser("vocabulary", help="the words that labels are read by"))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--raw", type=Path, default=Path("raw"), metavar="DIR", help="folder of PDFs (raw)")
    parser.add_argument(
        "--curated", type=Path, default=Path("curated"), metavar="DIR", help="folder to write to (curated)"
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="ID", help="read only these documents")
    parser.add_argument("--force", action="store_true", help="read also what has not changed")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="PDF reader (pdfium)")
    parser.add_argument(
        "--no-repair", action="store_false", dest="repair", help="flag misread figures, correct none"
    )
    parser.add_argument(
        "--workers", type=_positive, default=os.cpu_count() or 1, metavar="N", help="processes (one per core)"
    )
    parser.add_argument(
        "--timeout", type=_positive, default=600, metavar="S", help="seconds one document may take (600)"
    )
    parser.add_argument(
        "--memory", type=_positive, default=4096, metavar="MIB", help="MiB one document may take (4096)"
    )
    parser.set_defaults(execute=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pipeline.reading import JUDGED
    from pipeline.run import RunOptions, run
    from pipeline.sources import Source, SourcesError
    from pipeline.summary import print_summary
    from pipeline.workers import Limits

    console = _console()
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    options = RunOptions(
        raw=chosen.raw,
        curated=chosen.curated,
        only=tuple(chosen.only),
        force=chosen.force,
        reader=chosen.reader,
        repair=chosen.repair,
        workers=chosen.workers,
        limits=Limits(float(chosen.timeout), chosen.memory),
    )
    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)

        def advance(source: Source, total: int, was_read: bool) -> None:
            bar.update(task, total=total, advance=1, description=source.document_id)
            if was_read and not errors.is_terminal:
                errors.print(f"read {source.document_id}", markup=False)

        try:
            outcome = run(options, advance)
        except SourcesError as error:
            bar.stop()
            errors.print(str(error), markup=False)
            return COULD_NOT_RUN
        except OSError as error:
            bar.stop()
            errors.print(f"Cannot write to {chosen.curated}: {error.strerror or error}.", markup=False)
            return COULD_NOT_RUN
    print_summary(console, outcome, chosen.curated)
    failed = any(done.document["status"] in ("failed", "partial") for done in outcome.documents)
    rows = sum(done.counts[name] for done in outcome.documents for name in JUDGED)
    doubtful = sum(done.doubtful for done in outcome.documents)
    return NOT_ALL_READ if failed or 100 * doubtful > DOUBTFUL_LIMIT * rows else ALL_READ


def _console() -> Console:
    """Standard output; wide where it is no terminal, so that a log or a file holds whole lines."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = NO_TERMINAL_WIDTH
    return console


def _add_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF")
    parser.add_argument("--page", type=_positive, default=1, metavar="N", help="page, counted from 1 (1)")
    parser.add_argument("--out", type=Path, required=True, metavar="PNG", help="picture to write")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="PDF reader (pdfium)")
    parser.set_defaults(execute=_show)


def _show(chosen: argparse.Namespace) -> int:
    from pipeline.marks import page_marks
    from pipeline.preflight import UnreadableError, file_facts, pdf_facts
    from pipeline.show import draw_page

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        if not chosen.file.exists():
            raise UnreadableError(f"{chosen.file} does not exist: name a PDF.")
        file_facts(chosen.file)
        pages = pdf_facts(chosen.file).page_count
        if chosen.page > pages:
            raise UnreadableError(f"{chosen.file.name} has {pages} pages, there is no page {chosen.page}.")
    except UnreadableError as error:
        errors.print(str(error), markup=False)
        return COULD_NOT_RUN
    try:
        found = page_marks(chosen.file, chosen.page, chosen.reader)
        draw_page(
            chosen.file,
            chosen.page,
            chosen.out,
            headers=found.headers,
            marks=found.marks,
            reader=chosen.reader,
        )
    except (OSError, ValueError) as error:
        errors.print(f"Cannot write {chosen.out}: {error}.", markup=False)
        return COULD_NOT_RUN
    return ALL_READ


def _add_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dataset", nargs="?", metavar="DATASET", help="one dataset (all)")
    parser.set_defaults(execute=_schema)


def _schema(chosen: argparse.Namespace) -> int:
    from schemas.codebook import codebook
    from schemas.dataset import datasets

    declared = datasets()
    if chosen.dataset is not None and chosen.dataset not in declared:
        message = f"There is no dataset {chosen.dataset}: there are {', '.join(declared)}."
        Console(stderr=True, highlight=False, soft_wrap=True).print(message, markup=False)
        return COULD_NOT_RUN
    wanted = [dataset for name, dataset in declared.items() if chosen.dataset in (None, name)]
    sys.stdout.write(codebook(wanted))
    return ALL_READ


def _add_vocabulary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unknown", action="store_true", help="labels it does not know, those most figures wait for first"
    )
    parser.add_argument(
        "--curated", type=Path, default=Path("curated"), metavar="DIR", help="folder with findings (curated)"
    )
    parser.set_defaults(execute=_vocabulary)


def _vocabulary(chosen: argparse.Namespace) -> int:
    from pipeline.vocabulary_report import NothingCuratedError, known_words, read_findings, unknown_labels
    from pipeline.vocabulary_table import print_known, print_unknown
    from schemas.vocabulary import load_vocabulary

    if not chosen.unknown:
        print_known(_console(), known_words(load_vocabulary()))
        return ALL_READ
    try:
        waiting = unknown_labels(read_findings(chosen.curated))
    except NothingCuratedError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(str(error), markup=False)
        return COULD_NOT_RUN
    print_unknown(_console(), waiting)
    return ALL_READ


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no whole number above 0")
    return number


def _version() -> str:
    try:
        return version("gyosei")
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    sys.exit(main())
