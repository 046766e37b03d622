"""What a run did, as a table that a person reads at a glance."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.messages.shown import shown
from pipeline.run import Done, RunOutcome

COUNTED = (
    ("KPIs", "kpis"),
    ("values", "kpi_values"),
    ("projects", "projects"),
    ("amounts", "project_amounts"),
    ("findings", "findings"),
)
STATUS_STYLE = {"ok": "green", "no_tables": "dim", "partial": "yellow", "failed": "bold red"}
LONG_TABLE = 40
"""Documents beyond which only those that need a look are listed one by one."""


def print_summary(console: Console, outcome: RunOutcome, curated: Path) -> None:
    """Prints one line per document, the totals, what failed and why, and how to open the data."""
    table = Table(box=None, pad_edge=False, padding=(0, 1), collapse_padding=True, header_style="bold")
    table.add_column(shown("document"), overflow="fold", min_width=11)
    table.add_column(shown("status"), no_wrap=True)
    for title in ("pages", "tables", *(title for title, _ in COUNTED), "seconds"):
        table.add_column(shown(title), justify="right", no_wrap=True)
    listed = outcome.documents
    if len(listed) > LONG_TABLE:
        listed = tuple(done for done in listed if done.document["status"] in ("failed", "partial"))
    for done in listed:
        table.add_row(*_cells(done))
    table.add_section()
    table.add_row(*_totals(outcome))
    console.print(table)
    for done in outcome.documents:
        if done.document["error"]:
            label = escape(str(done.document["document_id"]))
            console.print(f"[red]{label}[/]: {escape(shown(str(done.document['error'])))}", highlight=False)
    if outcome.removed:
        gone = f"Removed, because they are no longer in raw: {', '.join(outcome.removed)}"
        console.print(shown(gone), markup=False, highlight=False)
    doubtful = sum(done.doubtful for done in outcome.documents)
    if doubtful:
        console.print(shown(f"{doubtful} rows are doubtful: see the findings."), highlight=False)
    lines = (
        "",
        shown(f"The data is in {curated}. Open it, for instance:"),
        f'  pandas.read_parquet("{curated}/kpi_values")',
        f"  duckdb -c \"SELECT * FROM '{curated}/kpi_values/*.parquet' LIMIT 10\"",
    )
    console.print("\n".join(lines), markup=False, highlight=False, soft_wrap=True)


def _cells(done: Done) -> list[str]:
    status = str(done.document["status"])
    pages = done.document["page_count"]
    return [
        escape(str(done.document["document_id"])),
        f"[{STATUS_STYLE[status]}]{shown(status)}[/]",
        "" if pages is None else str(pages),
        str(done.document["table_count"]),
        *(str(done.counts[dataset]) for _, dataset in COUNTED),
        shown("kept") if done.reused else f"{done.seconds:.1f}",
    ]


def _totals(outcome: RunOutcome) -> list[str]:
    documents = outcome.documents
    return [
        f"[bold]{shown(f'all {len(documents)}')}[/]",
        "",
        str(sum(done.document["page_count"] or 0 for done in documents)),
        str(sum(done.document["table_count"] for done in documents)),
        *(str(sum(done.counts[dataset] for done in documents)) for _, dataset in COUNTED),
        f"{outcome.seconds:.1f}",
    ]
