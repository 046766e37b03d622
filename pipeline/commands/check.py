"""gyosei check: what is proved in curated/, and each thing to look at by hand."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.commands.command import DONE, NOT_ALL, Command, curated_option
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.check import Checked

EXAMPLES = """\
examples:
  gyosei check                    all documents of curated/
  gyosei check kpi_2024 --json    one document, for a program

exit codes: 0 nothing is doubtful, 1 something is, or a document failed, 2 could not check
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="document ids (all)")
    curated_option(parser, "folder to check (curated)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")


def execute(chosen: argparse.Namespace, terminal: Terminal) -> int:
    """Prints the check and returns its exit code."""
    from pipeline.check import check

    try:
        checked = check(chosen.curated, tuple(chosen.documents))
    except OSError as error:
        raise RefusedError(f"{chosen.curated} cannot be read: {error.strerror or error}.") from error
    if chosen.json:
        json.dump([asdict(document) for document in checked], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    elif not terminal.quiet:
        _print(checked, terminal)
    return DONE if all(document.is_clean for document in checked) else NOT_ALL


def _print(checked: list[Checked], terminal: Terminal) -> None:
    from rich.markup import escape
    from rich.table import Table

    from pipeline.check import STATUSES

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("document / rule", overflow="fold")
    for title in ("values", *STATUSES, "findings"):
        table.add_column(title, justify="right", no_wrap=True)
    for document in checked:
        counts = [str(document.statuses[status]) for status in STATUSES]
        told = sum(rule.flagged for rule in document.rules)
        table.add_row(f"[bold]{escape(document.document_id)}[/]", str(document.values), *counts, str(told))
        for rule in document.rules:
            shown = (f"  {escape(rule.rule)}", "", rule.proved, rule.alike, rule.corrected, "", rule.flagged)
            table.add_row(*(str(cell or "") for cell in shown))
    total = [str(sum(document.statuses[status] for document in checked)) for status in STATUSES]
    everything = str(sum(document.values for document in checked))
    flagged = str(sum(rule.flagged for document in checked for rule in document.rules))
    table.add_section()
    table.add_row(f"[bold]all {len(checked)}[/]", everything, *total, flagged)
    terminal.show(table)
    for document in checked:
        for row in document.findings:
            terminal.result(_line(document.document_id, row))


def _line(document_id: str, row: dict[str, Any]) -> str:
    """document p. 3 projects p012 change_yen: ▲ 5 (expected 5) rule: why."""
    page = f" p. {row['page']}" if row["page"] is not None else ""
    column = f" {row['column']}" if row["column"] else ""
    seen = f" {_short(row['observed'])!r}" if row["observed"] else ""
    wanted = f" (expected {row['expected']})" if row["expected"] else ""
    return (
        f"{document_id}{page}: {row['dataset']} {row['record_id']}{column}{seen}{wanted}: "
        f"{row['rule']}: {row['message']}"
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


COMMAND = Command("check", "what is proved, and what to look at by hand", EXAMPLES, arguments, execute)
