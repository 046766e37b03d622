"""The data of one document, ready to be written, with what a summary needs to know of it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extract.stretches import LENGTHS, Lengths
from pipeline.contents import NEEDS_MEMORY, Announce, LongPages, silent
from pipeline.document import Rows, document_rows, failed_rows, reason_of, stretches_of_rows
from pipeline.parts import part_bytes, part_files
from pipeline.preflight import UnreadableError, file_facts
from pipeline.sources import Source
from pipeline.storage import Content
from schemas.dataset import Row, datasets

JUDGED = ("kpi_values", "projects", "project_amounts")
"""Datasets whose rows have a status of evidence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts of a document as Parquet bytes by dataset, its documents row, and row counts.

    The parts of a long document are files, which last until the next reading is asked for (see `in_hand`).
    `doubtful` counts values, amounts and projects with status doubtful; `seconds` is wall-clock.
    `lasting`: the same file gives the same again; not so where a limit of time or memory ended it.
    """

    document_id: str
    parts: dict[str, Content]
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
) -> Reading:
    """The reading of one document; failures are in its documents row.

    Pages in `given_up` are not tried, for the reason given; `announce` hears which page is next.
    """
    start = time.perf_counter()
    rows = document_rows(source, reader, given_up, announce)
    error = str(rows["documents"][0]["error"] or "")
    lasting = not given_up and NEEDS_MEMORY[1:] not in error
    return reading_of(source, rows, start, lasting)


def read_long(
    source: Source, reader: str, pages: LongPages, folder: Path, lengths: Lengths = LENGTHS
) -> Reading:
    """The reading of a long document whose pages were read before, with its parts as files of a folder.

    Failures are in its documents row; `lasting` does not say whether all pages could be read.
    """
    start = time.perf_counter()
    counts: Counter[str] = Counter({name: 0 for name in datasets()})
    doubtful = 0
    row: Row = {}
    try:
        with part_files(folder) as (files, add):
            for rows in stretches_of_rows(source, reader, pages, lengths):
                add(rows)
                counts.update({name: len(held) for name, held in rows.items()})
                doubtful += _doubtful(rows)
                row = next(iter(rows["documents"]), row)
                del rows
    except Exception as error:
        lasting = not isinstance(error, OSError | MemoryError)
        return replace(reading_of(source, _failed(source, error), start), lasting=lasting)
    parts: dict[str, Content] = dict(files)
    return Reading(source.document_id, parts, row, dict(counts), doubtful, time.perf_counter() - start)


def _failed(source: Source, error: Exception) -> Rows:
    try:
        facts = file_facts(source.path)
    except UnreadableError:
        facts = None
    if isinstance(error, OSError):
        return failed_rows(
            source, f"What was read of it could not be kept: {error.strerror or error}.", facts
        )
    return failed_rows(source, reason_of(error), facts)


def in_hand(reading: Reading) -> Reading:
    """The reading with its parts as bytes, wherever they lie."""
    parts: dict[str, Content] = {
        name: part.read_bytes() if isinstance(part, Path) else part for name, part in reading.parts.items()
    }
    return replace(reading, parts=parts)


def failed_reading(source: Source, error: str, start: float) -> Reading:
    """The reading of a document whose worker process ended before it answered."""
    return reading_of(source, failed_rows(source, error), start, False)


def reading_of(source: Source, rows: Rows, start: float, lasting: bool = True) -> Reading:
    """The rows of a document as a reading; `start` is the time.perf_counter() it was begun at."""
    declared = datasets()
    parts: dict[str, Content] = {name: part_bytes(declared[name], rows[name]) for name in declared}
    counts = {name: len(rows[name]) for name in declared}
    seconds = time.perf_counter() - start
    return Reading(source.document_id, parts, rows["documents"][0], counts, _doubtful(rows), seconds, lasting)


def _doubtful(rows: Rows) -> int:
    return sum(row["status"] == "doubtful" for name in JUDGED for row in rows[name])
