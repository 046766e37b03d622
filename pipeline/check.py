"""gyosei check: what is proved in curated/, and each thing to look at by hand."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

STATUSES = ("proved", "read", "corrected", "doubtful")
FIGURES = ("kpi_values", "project_amounts", "projects")
PROVED_BY = "proved_by_"
NOTHING_DOUBTFUL, FINDINGS, COULD_NOT_CHECK = 0, 1, 2

EXAMPLES = """\
examples:
  gyosei check                    all documents of curated/
  gyosei check kpi_2024 --json    one document, for a program

exit codes: 0 nothing is doubtful, 1 something is, or a document failed, 2 could not check
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule did in a document: figures proved, corrected, findings against figures."""

    rule: str
    proved: int
    corrected: int
    flagged: int


@dataclass(frozen=True, slots=True)
class Checked:
    """One document: its rows by status, what each rule did, and its findings in the order of print."""

    document_id: str
    document_status: str
    values: int
    statuses: dict[str, int]
    rules: tuple[Rule, ...]
    findings: tuple[dict[str, Any], ...]

    @property
    def is_clean(self) -> bool:
        worth = ("warning", "error")
        return not self.statuses["doubtful"] and not any(f["severity"] in worth for f in self.findings)


class CheckError(Exception):
    """The check could not be made; the message is one sentence."""


def add_check(parser: argparse.ArgumentParser) -> None:
    """Gives a parser the arguments of the command and what it executes."""
    parser.epilog, parser.formatter_class = EXAMPLES, argparse.RawDescriptionHelpFormatter
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="document ids (all)")
    parser.add_argument(
        "--curated", type=Path, default=Path("curated"), metavar="DIR", help="folder to check (curated)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.set_defaults(execute=execute)


def execute(chosen: argparse.Namespace) -> int:
    """Prints the check and returns its exit code."""
    from rich.console import Console

    try:
        checked = check(chosen.curated, tuple(chosen.documents))
    except (CheckError, OSError) as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(str(error), markup=False)
        return COULD_NOT_CHECK
    if chosen.json:
        told = [asdict(document) for document in checked]
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        _print(checked)
    return NOTHING_DOUBTFUL if all(document.is_clean for document in checked) else FINDINGS


def check(curated: Path, wanted: tuple[str, ...]) -> list[Checked]:
    """The documents of curated/ by id. Raises CheckError for a folder or a document that is not there."""
    folder = curated / "documents"
    if not folder.is_dir():
        raise CheckError(f"{curated} holds no documents: run `gyosei run` first, or name it with --curated.")
    known = sorted(path.stem for path in folder.glob("*.parquet"))
    for document_id in wanted:
        if document_id not in known:
            raise CheckError(f"There is no document {document_id} in {curated}.")
    return [_checked(curated, document_id) for document_id in known if not wanted or document_id in wanted]


def _checked(curated: Path, document_id: str) -> Checked:
    [document] = _rows(curated, "documents", document_id)
    figures = [row for dataset in FIGURES for row in _rows(curated, dataset, document_id)]
    counts = Counter(row["status"] for row in figures)
    findings = _rows(curated, "findings", document_id)
    told = [row for row in findings if not row["rule"].startswith(PROVED_BY)]
    return Checked(
        document_id,
        document["status"],
        len(figures),
        {status: counts[status] for status in STATUSES},
        tuple(_rules(findings)),
        tuple(told),
    )


def _rules(findings: list[dict[str, Any]]) -> list[Rule]:
    proved: Counter[str] = Counter()
    corrected: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    for row in findings:
        if row["rule"].startswith(PROVED_BY):
            proved[row["rule"].removeprefix(PROVED_BY)] += int(row["observed"])
        elif row["action"] == "corrected":
            corrected[row["rule"]] += 1
        else:
            flagged[row["rule"]] += 1
    names = sorted({*proved, *corrected, *flagged})
    return [Rule(name, proved[name], corrected[name], flagged[name]) for name in names]


def _rows(curated: Path, dataset: str, document_id: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    path = curated / dataset / f"{document_id}.parquet"
    if not path.exists():
        raise CheckError(f"{path} is missing: run `gyosei run --only {document_id} --force`.")
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows


def _print(checked: list[Checked]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 160
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("document / rule", overflow="fold")
    for title in ("values", *STATUSES, "findings"):
        table.add_column(title, justify="right", no_wrap=True)
    for document in checked:
        counts = [str(document.statuses[status]) for status in STATUSES]
        told = sum(rule.flagged for rule in document.rules)
        table.add_row(f"[bold]{escape(document.document_id)}[/]", str(document.values), *counts, str(told))
        for rule in document.rules:
            shown = (f"  {escape(rule.rule)}", "", rule.proved, "", rule.corrected, "", rule.flagged)
            table.add_row(*(str(cell or "") for cell in shown))
    total = [str(sum(document.statuses[status] for document in checked)) for status in STATUSES]
    everything = str(sum(document.values for document in checked))
    flagged = str(sum(rule.flagged for document in checked for rule in document.rules))
    table.add_section()
    table.add_row(f"[bold]all {len(checked)}[/]", everything, *total, flagged)
    console.print(table)
    for document in checked:
        for row in document.findings:
            console.print(_line(document.document_id, row), markup=False, soft_wrap=True)


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
