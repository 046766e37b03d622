"""gyosei check: what is proved in curated/, and each thing to look at by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pipeline.commands.command import DONE, NOT_ALL, Command, curated_option
from pipeline.commands.completing import offers_documents
from pipeline.messages.shown import shown
from pipeline.refusal import RefusedError
from pipeline.terminal import Terminal

if TYPE_CHECKING:
    from pipeline.check import Checked

EXAMPLES = """\
examples:
  gyosei check                    all documents of curated/
  gyosei check kpi_2024 --json    one document, for a program

values: figures with a status; beside a rule, those it looked at. alike: agreeing, but no proof.
Documents of one series are compared: a figure that another edition prints alike is proved here.

exit codes: 0 nothing is doubtful, 1 something is, or a document failed, 2 could not check
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    offers_documents(
        parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="document ids (all)")
    )
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
    table.add_column(shown("document / rule"), overflow="fold")
    for title in ("values", *STATUSES, "findings"):
        table.add_column(shown(title), justify="right", no_wrap=True)
    for document in checked:
        counts = [str(document.statuses[status] or "–") for status in STATUSES]
        told = str(len(document.findings) or "–")
        table.add_row(f"[bold]{escape(document.document_id)}[/]", str(document.values), *counts, told)
        for rule in document.rules:
            alike = shown(f"{rule.alike} alike") if rule.alike else ""
            figures = (rule.compared, rule.proved, alike, rule.corrected, "", rule.flagged)
            table.add_row(f"  {escape(rule.rule)}", *(str(cell or "") for cell in figures))
    if len(checked) > 1:
        total = [sum(document.statuses[status] for document in checked) for status in STATUSES]
        everything = sum(document.values for document in checked)
        flagged = sum(len(document.findings) for document in checked)
        table.add_section()
        everyone = shown(f"all {len(checked)} documents")
        table.add_row(f"[bold]{everyone}[/]", *(str(n or "–") for n in (everything, *total, flagged)))
    terminal.show(table)
    for document in checked:
        for scan in document.scanned:
            proved = f"{scan.proved} of {scan.figures} figures proved"
            recognised = shown(
                f"p. {scan.page} recognised, {proved}, confidence from {scan.least_confidence:.2f}"
            )
            terminal.result(f"{document.document_id} {scan.table_id} {recognised}")
    for document in checked:
        if document.findings:
            terminal.result(f"\n{document.document_id}")
        for line in _lines(document.findings):
            terminal.result(f"  {line}")


def _lines(findings: Sequence[dict[str, Any]]) -> Iterator[str]:
    """p. 3  warning  change  職員研修事務 change_yen '471' (expected ▲471): why (projects p012)."""
    from rich.cells import set_cell_size

    rules = max((len(row["rule"]) for row in findings), default=0)
    for row in findings:
        page = f"p. {row['page']}" if row["page"] is not None else ""
        name = f"{_short(row['name'], 30)} " if row["name"] else ""
        column = f"{row['column']} " if row["column"] and row["name"] else ""
        seen = f"{_short(row['observed'], 60)!r}" if row["observed"] else ""
        wanted = shown(f" (expected {_short(row['expected'], 60)!r})") if row["expected"] else ""
        what = f"{name}{column}{seen}{wanted}".rstrip()
        yield (
            f"{set_cell_size(page, 7)}{set_cell_size(shown(row['severity']), 9)}{row['rule']:<{rules + 2}}"
            f"{what}{': ' if what else ''}{shown(row['message'])} ({row['dataset']} {row['record_id']})"
        )


def _short(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


COMMAND = Command("check", "what is proved, and what to look at by hand", EXAMPLES, arguments, execute)
