"""Findings as rows: one thing to know about a value or a document, with its place."""

from __future__ import annotations

import math

from extract.page import Box
from extract.records import Place
from schemas.dataset import Row


def finding(
    rule: str,
    severity: str,
    dataset: str,
    record_id: str,
    message: str,
    *,
    column: str | None = None,
    observed: str | None = None,
    expected: str | None = None,
    action: str = "flagged",
    place: Place | None = None,
) -> Row:
    """A row of findings, still without document_id and finding_id: `numbered` gives these."""
    row: Row = {
        "rule": rule,
        "severity": severity,
        "dataset": dataset,
        "record_id": record_id,
        "column": column,
        "observed": observed,
        "expected": expected,
        "action": action,
        "message": message,
    }
    return row | (place_columns(place) if place else {})


def numbered(document_id: str, rows: list[Row], before: int = 0) -> list[Row]:
    """The findings with document_id and finding_id f0001, f0002 … in their order, after `before` others."""
    return [
        row | {"document_id": document_id, "finding_id": f"f{number:04d}"}
        for number, row in enumerate(rows, before + 1)
    ]


def place_columns(place: Place) -> Row:
    """The provenance columns: page, box in points, table."""
    return {"page": place.page, **box_columns(place.box), "table_id": place.table_id}


def box_columns(box: Box) -> Row:
    """x0, y0, x1, y1 in points, rounded outwards to a hundredth so that the box still encloses."""
    x0, y0, x1, y1 = (float(edge) * 100 for edge in box)
    return {
        "x0": math.floor(x0) / 100,
        "y0": math.floor(y0) / 100,
        "x1": math.ceil(x1) / 100,
        "y1": math.ceil(y1) / 100,
    }
