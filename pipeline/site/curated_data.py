"""What the site shows: the parts of curated/, by document and by publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.refusal import RefusedError
from schemas.dataset import Row

FIGURES = ("kpi_values", "project_amounts", "projects")
STATUSES = ("proved", "read", "corrected", "doubtful")
PROVED_BY = "proved_by_"
COUNTS = (PROVED_BY, "compared_by_", "agreed_by_", "two_readers")
"""Findings whose rule begins so count what a witness looked at or proved; they are no work."""

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Document:
    """The rows of one document in each dataset; `facts` is its row in documents."""

    document_id: str
    facts: Row
    kpis: tuple[Row, ...]
    kpi_values: tuple[Row, ...]
    projects: tuple[Row, ...]
    project_amounts: tuple[Row, ...]
    programmes: tuple[Row, ...]
    cells: tuple[Row, ...]
    findings: tuple[Row, ...]

    @property
    def statuses(self) -> dict[str, int]:
        """How many figures are proved, read, corrected and doubtful."""
        counts = Counter(row["status"] for name in FIGURES for row in getattr(self, name))
        return {status: counts[status] for status in STATUSES}

    @property
    def work(self) -> tuple[Row, ...]:
        """The findings that a person should look at, the gravest first, then in the order of print."""
        told = [row for row in self.findings if not row["rule"].startswith(COUNTS)]
        return tuple(sorted(told, key=lambda row: (SEVERITIES.index(row["severity"]), row["page"] or 0)))


@dataclass(frozen=True)
class Publication:
    """The editions of one publication, oldest first: documents of one municipality and series."""

    key: tuple[str, str]
    documents: tuple[str, ...]


def read_document(curated: Path, document_id: str) -> Document:
    """All rows of a document. Raises RefusedError where a part is missing or damaged."""
    names = ("kpis", "kpi_values", "projects", "project_amounts", "programmes", "cells", "findings")
    parts = {name: tuple(_rows(curated, name, document_id)) for name in names}
    return Document(document_id, read_facts(curated, document_id), **parts)


def read_facts(curated: Path, document_id: str) -> Row:
    """The row of a document in documents. Raises RefusedError."""
    rows = _rows(curated, "documents", document_id)
    if len(rows) != 1:
        raise RefusedError(f"The documents part of {document_id} holds {len(rows)} rows: run `gyosei run`.")
    return rows[0]


def publications(curated: Path) -> tuple[Publication, ...]:
    """All publications of curated/, by municipality, then title. Raises RefusedError where there is none."""
    folder = curated / "documents"
    ids = sorted(path.stem for path in folder.glob("*.parquet")) if folder.is_dir() else []
    if not ids:
        raise RefusedError(
            f"{curated} holds no documents: run `gyosei run` first, or name it with --curated."
        )
    facts = {document_id: read_facts(curated, document_id) for document_id in ids}
    grouped: dict[tuple[str, str], list[str]] = {}
    for document_id, row in facts.items():
        series = row.get("series")
        place = row.get("municipality_code") or row.get("municipality_name") or ""
        key = (place, f"series {series}" if series else f"document {document_id}")
        grouped.setdefault(key, []).append(document_id)

    def by_edition(document_id: str) -> tuple[int, str, str]:
        row = facts[document_id]
        return row.get("edition_fiscal_year") or 0, row.get("as_of") or "", document_id

    made = (Publication(key, tuple(sorted(members, key=by_edition))) for key, members in grouped.items())
    # municipalities without a code come last
    return tuple(sorted(made, key=lambda p: (p.key[0] == "", p.key[0], p.key[1], p.documents)))


def comparisons(curated: Path) -> Iterator[tuple[str, list[Row]]]:
    """Each part of curated/changes: its name and rows."""
    folder = curated / "changes"
    for path in sorted(folder.glob("*.parquet")) if folder.is_dir() else []:
        yield path.stem, _table(path)


def _rows(curated: Path, dataset: str, document_id: str) -> list[Row]:
    path = curated / dataset / f"{document_id}.parquet"
    if not path.exists():
        raise RefusedError(f"{path} is missing: run `gyosei run --only {document_id} --force`.")
    return _table(path)


def _table(path: Path) -> list[Row]:
    try:
        rows: list[Row] = pq.ParquetFile(path).read().to_pylist()
    except (OSError, ValueError) as error:
        raise RefusedError(f"{path} is no readable Parquet file: run `gyosei run --force`.") from error
    return rows
