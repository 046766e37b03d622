"""gyosei export: curated data as Excel, CSV, JSON lines or one DuckDB file."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.command import DONE, Command, curated_option
from pipeline.commands.completing import offers_datasets, offers_documents
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.exporting.curated_rows import Curated

FORMATS = ("xlsx", "csv", "jsonl", "duckdb")

EXAMPLES = """\
examples:
  gyosei export                                      export/gyosei.xlsx
  gyosei export --format csv duckdb --out ~/data     CSV files and one DuckDB file
  gyosei export --dataset kpis kpi_values            two datasets only
  gyosei export --document kpi_2024                  one document only

xlsx    Japanese headings with units; a sheet a dataset, one of the columns, one of the sources (出典)
csv     UTF-8 with BOM, so that Excel opens it; columns.csv and sources.csv beside the datasets
jsonl   a row a line, for programs
duckdb  a table a dataset, views with names joined: indicator_values, amounts, targets_and_actuals, to_check

Text that a spreadsheet would take for a formula is marked as text (CSV: with an apostrophe before it);
numbers stay numbers.

exit codes: 0 written, 2 could not export
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "--format", nargs="+", choices=FORMATS, default=[FORMATS[0]], help="one or several (xlsx)"
    )
    offers_datasets(
        parser.add_argument(
            "--dataset", nargs="+", default=[], metavar="NAME", help="only these datasets (all)"
        )
    )
    offers_documents(
        parser.add_argument(
            "--document", nargs="+", default=[], metavar="ID", help="only these documents (all)"
        )
    )
    parser.add_argument(
        "--out", type=Path, default=Path("export"), metavar="DIR", help="folder to write to (export)"
    )
    curated_option(parser, "folder of curated data (curated)")
    parser.add_argument("--json", action="store_true", help="print what was written as JSON")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Writes the files and says which."""
    from pipeline.exporting.curated_rows import open_curated

    curated = open_curated(chosen.curated, chosen.dataset, chosen.document)
    written: list[dict[str, object]] = []

    def wrote(path: Path, rows: int) -> None:
        written.append({"file": str(path), "rows": rows})
        terminal.note(f"{path} ({rows:,} rows)")

    try:
        chosen.out.mkdir(parents=True, exist_ok=True)
        for form in dict.fromkeys(chosen.format):
            _export(form, curated, chosen.out, wrote)
    except OSError as error:
        raise RefusedError(f"Cannot write to {chosen.out}: {error.strerror or error}.") from error
    if chosen.json:
        terminal.json(written)
    return DONE


def _export(form: str, curated: Curated, out: Path, wrote: Callable[[Path, int], None]) -> None:
    """Writes one format; each is loaded only where it is asked for."""
    if form == "xlsx":
        from pipeline.exporting.workbook import export_workbook

        export_workbook(curated, out / "gyosei.xlsx", wrote)
    elif form == "duckdb":
        from pipeline.exporting.duckdb_file import export_duckdb

        export_duckdb(curated, out / "gyosei.duckdb", wrote)
    else:
        from pipeline.exporting.text_files import export_csv, export_jsonl

        (export_csv if form == "csv" else export_jsonl)(curated, out / form, wrote)


COMMAND = Command("export", "write Excel, CSV, JSON lines or DuckDB", EXAMPLES, arguments, execute)
