"""What is proved in curated/, and each thing to look at by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.refusal import RefusedError

STATUSES = ("proved", "read", "corrected", "doubtful")
FIGURES = ("kpi_values", "project_amounts", "projects")
PROVED_BY = "proved_by_"
AGREED = "two_readers"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule did in a document: figures proved, corrected, findings against figures.

    `alike` are figures in cells that two readers have alike: that is a witness of reading, and proves none.
    """

    rule: str
    proved: int
    corrected: int
    flagged: int
    alike: int = 0


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


class CheckError(RefusedError):
    """The check could not be made; the message is one sentence."""


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
    told = [row for row in findings if not row["rule"].startswith(PROVED_BY) and row["rule"] != AGREED]
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
    alike: Counter[str] = Counter()
    for row in findings:
        if row["rule"].startswith(PROVED_BY):
            proved[row["rule"].removeprefix(PROVED_BY)] += int(row["observed"])
        elif row["rule"] == AGREED:
            alike[row["rule"]] += int(row["observed"])
        elif row["action"] == "corrected":
            corrected[row["rule"]] += 1
        else:
            flagged[row["rule"]] += 1
    names = sorted({*proved, *corrected, *flagged, *alike})
    return [Rule(name, proved[name], corrected[name], flagged[name], alike[name]) for name in names]


def _rows(curated: Path, dataset: str, document_id: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    path = curated / dataset / f"{document_id}.parquet"
    if not path.exists():
        raise CheckError(f"{path} is missing: run `gyosei run --only {document_id} --force`.")
    rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return rows
