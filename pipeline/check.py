"""What is proved in curated/, and each thing to look at by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from normalize.years import parse_period
from pipeline.refusal import RefusedError
from quality.other_edition import Compared, compared
from quality.relations import Verdict
from schemas.dataset import Row

STATUSES = ("proved", "read", "corrected", "doubtful")
FIGURES = {"kpi_values": "value_id", "project_amounts": "amount_id", "projects": "project_id"}
PROVED_BY, COMPARED_BY, AGREED_BY = "proved_by_", "compared_by_", "agreed_by_"
TWO_READERS = "two_readers"
OTHER_EDITION = "other_edition"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule did in a document: figures it looked at, proved, corrected, findings against figures.

    `alike` are figures that a witness agrees with which proves none: two readers, two calendars, a count.
    """

    rule: str
    compared: int
    proved: int
    corrected: int
    flagged: int
    alike: int = 0


@dataclass(frozen=True, slots=True)
class ScannedTable:
    """A table that was recognised in a picture: its figures, those proved, its least sure cell (0..1)."""

    table_id: str
    page: int
    figures: int
    proved: int
    least_confidence: float


@dataclass(frozen=True, slots=True)
class Checked:
    """One document: its rows by status, what each rule did, and its findings in the order of print.

    A figure that another edition in the same folder prints alike counts as proved here: in the data its
    status is that of its own document, so that a document's part does not depend on its neighbours.
    """

    document_id: str
    document_status: str
    values: int
    statuses: dict[str, int]
    rules: tuple[Rule, ...]
    findings: tuple[dict[str, Any], ...]
    scanned: tuple[ScannedTable, ...] = ()

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
    documents = {document_id: _rows(curated, "documents", document_id)[0] for document_id in known}
    editions = _editions(documents)
    return [
        _checked(curated, documents[document_id], editions.get(document_id, ()))
        for document_id in known
        if not wanted or document_id in wanted
    ]


def _checked(curated: Path, document: Row, editions: Sequence[str]) -> Checked:
    document_id = document["document_id"]
    figures = {dataset: _rows(curated, dataset, document_id) for dataset in FIGURES}
    others = {
        other: (_rows(curated, "kpi_values", other), _rows(curated, "project_amounts", other))
        for other in editions
    }
    against = compared(figures["kpi_values"], figures["project_amounts"], others)
    agreeing = {found.key[:2] for found in against if found.verdict is Verdict.PROVED}
    counts: Counter[str] = Counter()
    names: dict[tuple[str, str], str] = {}
    for dataset, key in FIGURES.items():
        for row in figures[dataset]:
            names[dataset, row[key]] = row["name"]
            raised = row["status"] == "read" and (dataset, row[key]) in agreeing
            counts["proved" if raised else row["status"]] += 1
    names |= {("kpis", row["kpi_id"]): row["name"] for row in _rows(curated, "kpis", document_id)}
    findings = _rows(curated, "findings", document_id)
    told = [row for row in findings if not _is_count(row["rule"])]
    told += [_restated(found) for found in against if found.verdict is Verdict.CONTRADICTED]
    rules = list(_rules(findings))
    if against:
        rules.append(Rule(OTHER_EDITION, len(against), len(agreeing), 0, len(against) - len(agreeing)))
    return Checked(
        document_id,
        document["status"],
        sum(counts.values()),
        {status: counts[status] for status in STATUSES},
        tuple(rules),
        tuple(row | {"name": names.get((row["dataset"], row["record_id"]), "")} for row in told),
        _scanned(_rows(curated, "cells", document_id), [row for part in figures.values() for row in part]),
    )


def _scanned(cells: Sequence[Row], figures: Sequence[Row]) -> tuple[ScannedTable, ...]:
    """The recognised tables that hold figures, in the order of print."""
    least: dict[str, float] = {}
    page: dict[str, int] = {}
    for cell in cells:
        sure = cell.get("confidence")
        if sure is not None:
            table_id = cell["table_id"]
            least[table_id] = min(sure, least.get(table_id, 1.0))
            page.setdefault(table_id, cell["page"])
    found = []
    for table_id, confidence in least.items():
        held = [row["status"] for row in figures if row["table_id"] == table_id]
        if held:
            count = held.count("proved")
            found.append(ScannedTable(table_id, page[table_id], len(held), count, confidence))
    return tuple(found)


def _editions(documents: Mapping[str, Row]) -> dict[str, list[str]]:
    """The other editions of each document's publication: of its series, else of its title without years."""
    publications: dict[tuple[str, ...], list[str]] = {}
    for document_id, document in documents.items():
        if (publication := _publication(document)) is not None:
            publications.setdefault(publication, []).append(document_id)
    return {
        document_id: [other for other in held if _is_other(documents[document_id], documents[other])]
        for held in publications.values()
        for document_id in held
    }


def _is_other(own: Row, other: Row) -> bool:
    same_year = own["edition_fiscal_year"] == other["edition_fiscal_year"]
    return own["document_id"] != other["document_id"] and (bool(own["series"]) or not same_year)


def _publication(document: Row) -> tuple[str, ...] | None:
    if document["series"]:
        return ("series", document["series"])
    if not document["title"] or document["edition_fiscal_year"] is None:
        return None
    title = "".join(char for char in parse_period(document["title"]).rest if not char.isdigit())
    return (document["municipality_code"] or "", title)


def _is_count(rule: str) -> bool:
    return rule.startswith((PROVED_BY, COMPARED_BY, AGREED_BY)) or rule == TWO_READERS


def _rules(findings: Sequence[Row]) -> Iterator[Rule]:
    told: dict[str, Counter[str]] = {}
    for row in findings:
        rule, what, count = row["rule"], "flagged", 1
        for prefix in (PROVED_BY, COMPARED_BY, AGREED_BY):
            if rule.startswith(prefix):
                rule, what, count = rule.removeprefix(prefix), prefix, int(row["observed"])
        if rule == TWO_READERS:
            what, count = AGREED_BY, int(row["observed"])
        elif what == "flagged" and row["action"] == "corrected":
            what = "corrected"
        told.setdefault(rule, Counter())[what] += count
    for rule in sorted(told):
        of = told[rule]
        seen = of[COMPARED_BY] or of[PROVED_BY] or of[AGREED_BY]
        yield Rule(rule, seen, of[PROVED_BY], of["corrected"], of["flagged"], of[AGREED_BY])


def _restated(found: Compared) -> Row:
    """A figure that the other edition prints otherwise, as a finding of this one."""
    row, other = found.row, found.other
    text = "value_text" if found.key[2] == "value" else "amount_text"
    place = {column: row[column] for column in ("page", "x0", "y0", "x1", "y1", "table_id")}
    return place | {
        "document_id": row["document_id"],
        "finding_id": "",
        "rule": OTHER_EDITION,
        "severity": "warning",
        "dataset": found.key[0],
        "record_id": found.key[1],
        "column": found.key[2],
        "observed": row[text],
        "expected": other[text],
        "action": "flagged",
        "message": f"{other['document_id']} prints it otherwise on page {other['page']}.",
    }


def _rows(curated: Path, dataset: str, document_id: str) -> list[Row]:
    path = curated / dataset / f"{document_id}.parquet"
    if not path.exists():
        raise CheckError(f"{path} is missing: run `gyosei run --only {document_id} --force`.")
    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows
