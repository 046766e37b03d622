"""gyosei diff: what changed between two editions."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.command import DONE, NOT_ALL, Command, curated_option, positive, raw_option
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.comparing.editions import Document
    from quality.editions.comparison import Comparison

EXAMPLES = """\
examples:
  gyosei diff kpi_2024 kpi_2025                     two documents of curated/
  gyosei diff --series "総合戦略 進捗状況" --from 2024 --to 2025
  gyosei diff old.pdf new.pdf --xlsx changes.xlsx   two files, read for the occasion
  gyosei diff kpi_2024 kpi_2025 --html report.html  one file that opens offline
  gyosei diff kpi_2024 kpi_2025 --json changes.json

The changes are always written to curated/changes/<OLD>__<NEW>.parquet.
exit codes: 0 the same, 1 they differ, 2 could not be compared
"""

SHOWN = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("old", nargs="?", metavar="OLD", help="the former edition: a document id, or a PDF")
    parser.add_argument("new", nargs="?", metavar="NEW", help="the later edition: a document id, or a PDF")
    parser.add_argument("--series", metavar="NAME", help="compare two editions of this series")
    parser.add_argument(
        "--from", dest="before", type=positive, metavar="YEAR", help="fiscal year of the former"
    )
    parser.add_argument("--to", dest="after", type=positive, metavar="YEAR", help="fiscal year of the later")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the comparison as one HTML file")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the comparison as JSON")
    parser.add_argument("--xlsx", type=Path, metavar="FILE", help="write the comparison as a workbook")
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="decisions about pairs (RAW/pairs.toml)")
    parser.add_argument("--all", action="store_true", help=f"print all changes, not the first {SHOWN} only")
    curated_option(parser, "folder of the documents, and of changes/ (curated)")
    raw_option(parser, "folder of the PDFs and of pairs.toml (raw)")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Compares, writes, prints; the exit code says whether the editions differ."""
    from pipeline.comparing.change_rows import write_changes
    from pipeline.comparing.editions import assert_comparable
    from pipeline.comparing.told import print_comparison
    from pipeline.writing import writing
    from quality.editions.compare import compare
    from quality.editions.decisions import DecisionsError, read_decisions

    pairs = chosen.pairs or chosen.raw / "pairs.toml"
    if chosen.pairs and not pairs.exists():
        raise RefusedError(f"{pairs} does not exist: name the file of decisions about pairs.")
    with _documents(chosen) as (before, after):
        assert_comparable(before, after)
        try:
            comparison = compare(before.rows, after.rows, read_decisions(pairs))
        except DecisionsError as error:
            raise RefusedError(str(error)) from error
        try:
            with writing(chosen.curated):
                written = write_changes(chosen.curated, comparison)
            _write_files(chosen, comparison, before, after)
        except OSError as error:
            raise RefusedError(f"Cannot write {error.filename}: {error.strerror or error}.") from error
    print_comparison(terminal, comparison, None if chosen.all else SHOWN)
    terminal.detail(f"The changes are in {written}.")
    return DONE if comparison.is_same else NOT_ALL


@contextlib.contextmanager
def _documents(chosen: argparse.Namespace) -> Iterator[tuple[Document, Document]]:
    from pipeline.comparing.editions import edition_id, is_pdf, load_document, read_pdfs

    old, new = chosen.old, chosen.new
    if chosen.series:
        if old or new:
            raise RefusedError("Name two documents, or a series: not both.")
        years = _years(chosen)
        old, new = (edition_id(chosen.curated, chosen.series, year) for year in years)
    elif chosen.before or chosen.after:
        raise RefusedError("--from and --to are years of a --series: name the series as well.")
    if not old or not new:
        raise RefusedError("Name two documents or two PDFs, or a --series.")
    names = [old, new]
    files = [Path(name) for name in names if is_pdf(name)]
    with read_pdfs(files) as read:
        of_files = iter(read)
        before, after = (
            next(of_files) if is_pdf(name) else load_document(chosen.curated, name, chosen.raw)
            for name in names
        )
        yield before, after


def _years(chosen: argparse.Namespace) -> tuple[int, int]:
    """The years asked for; those of the two newest editions where none is named."""
    from pipeline.comparing.editions import series_ids

    years = sorted({year for year, _ in series_ids(chosen.curated, chosen.series)})
    after = chosen.after or (years[-1] if chosen.before is None else None)
    if after is None:
        later = [year for year in years if year > chosen.before]
        after = later[0] if later else chosen.before
    before = chosen.before
    if before is None:
        earlier = [year for year in years if year < after]
        if not earlier:
            raise RefusedError(f"{chosen.series} has no edition before {after}: there is nothing to compare.")
        before = earlier[-1]
    return before, after


def _write_files(
    chosen: argparse.Namespace, comparison: Comparison, before: Document, after: Document
) -> None:
    from pipeline.replacing import write_whole

    if chosen.html:
        from pipeline.editions_report.report import report_bytes

        write_whole(chosen.html, report_bytes(comparison, before.pdf, after.pdf))
    if chosen.json:
        from pipeline.comparing.report_json import comparison_bytes

        write_whole(chosen.json, comparison_bytes(comparison))
    if chosen.xlsx:
        from pipeline.comparing.workbook import workbook_bytes

        write_whole(chosen.xlsx, workbook_bytes(comparison))


COMMAND = Command("diff", "what changed between two editions", EXAMPLES, arguments, execute)
