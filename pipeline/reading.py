"""The data of one document, ready to be written, with what a summary needs to know of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from pipeline.document import Rows, document_rows, failed_rows
from pipeline.parts import part_bytes
from pipeline.sources import Source
from schemas.dataset import Row, datasets

JUDGED = ("kpi_values", "projects", "project_amounts")
"""Datasets whose rows have a status of evidence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a document as Parquet bytes by dataset, its documents row, and row counts.

    `doubtful` counts values, amounts and projects with status doubtful; `seconds` is wall-clock.
    """

    document_id: str
    parts: dict[str, bytes]
    document: Row
    counts: dict[str, int]
    doubtful: int
    seconds: float

    @property
    def failed(self) -> bool:
        return bool(self.document["status"] == "failed")


def read(source: Source, reader: str) -> Reading:
    """The reading of one document; failures are in its documents row."""
    start = time.perf_counter()
    return reading_of(source, document_rows(source, reader), start)


def failed_reading(source: Source, error: str, start: float) -> Reading:
    """The reading of a document whose worker process ended before it answered."""
    return reading_of(source, failed_rows(source, error), start)


def reading_of(source: Source, rows: Rows, start: float) -> Reading:
    """The rows of a document as a reading; `start` is the time.perf_counter() it was begun at."""
    declared = datasets()
    parts = {name: part_bytes(declared[name], rows[name]) for name in declared}
    counts = {name: len(rows[name]) for name in declared}
    doubtful = sum(row["status"] == "doubtful" for name in JUDGED for row in rows[name])
    seconds = time.perf_counter() - start
    return Reading(source.document_id, parts, rows["documents"][0], counts, doubtful, seconds)
