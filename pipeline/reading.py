"""The data of one document, ready to be written, with what a summary needs to know of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.contents import NEEDS_MEMORY, Announce, PagesRead, silent
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
    `lasting`: the same file gives the same again; not so where a limit of time or memory ended it.
    """

    document_id: str
    parts: dict[str, bytes]
    document: Row
    counts: dict[str, int]
    doubtful: int
    seconds: float
    lasting: bool = True


def read(
    source: Source,
    reader: str,
    given_up: Mapping[int, str] | None = None,
    announce: Announce = silent,
    pages: PagesRead | None = None,
) -> Reading:
    """The reading of one document; failures are in its documents row.

    Pages in `given_up` are not tried, for the reason given; `announce` hears which page is next. `pages`
    is what was read of it before, and then no page is read.
    """
    start = time.perf_counter()
    rows = document_rows(source, reader, given_up, announce, pages)
    error = str(rows["documents"][0]["error"] or "")
    lasting = not given_up and NEEDS_MEMORY[1:] not in error
    return reading_of(source, rows, start, lasting)


def failed_reading(source: Source, error: str, start: float) -> Reading:
    """The reading of a document whose worker process ended before it answered."""
    return reading_of(source, failed_rows(source, error), start, False)


def reading_of(source: Source, rows: Rows, start: float, lasting: bool = True) -> Reading:
    """The rows of a document as a reading; `start` is the time.perf_counter() it was begun at."""
    declared = datasets()
    parts = {name: part_bytes(declared[name], rows[name]) for name in declared}
    counts = {name: len(rows[name]) for name in declared}
    doubtful = sum(row["status"] == "doubtful" for name in JUDGED for row in rows[name])
    seconds = time.perf_counter() - start
    return Reading(source.document_id, parts, rows["documents"][0], counts, doubtful, seconds, lasting)
