"""A document that crashes, hangs or ends its worker costs only itself."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path, PosixPath
from typing import Any

import pytest

from pipeline.sources import Source
from pipeline.workers import Limits, read_all
from tests.bundled import RAW

GOOD = RAW / "higashikurume_policy_review_2019.pdf"


class Trap(PosixPath):
    """A path that does something to the worker process which unpacks it."""

    def __reduce__(self) -> Any:
        return TRAPS[self.name]


TRAPS: dict[str, tuple[Callable[..., object], tuple[object, ...]]] = {
    "exits.pdf": (os._exit, (3,)),
    "aborts.pdf": (os.abort, ()),
    "hangs.pdf": (time.sleep, (600,)),
}


def errors_of(names: list[str], workers: int, limits: Limits) -> dict[str, str | None]:
    """The error of each document, None for one that was read."""
    sources = [Source(name, Trap(name) if name in TRAPS else GOOD) for name in names]
    readings = list(read_all(sources, "pdfium", workers, limits))
    assert sorted(reading.document_id for reading in readings) == sorted(names)
    return {reading.document_id: reading.document["error"] for reading in readings}


@pytest.mark.parametrize("workers", [1, 2])
def test_a_worker_that_dies_is_replaced(workers: int) -> None:
    errors = errors_of(["a", "exits.pdf", "b", "aborts.pdf", "c"], workers, Limits())
    assert errors["a"] is errors["b"] is errors["c"] is None
    assert errors["exits.pdf"] is not None and "exit code 3" in errors["exits.pdf"]
    assert errors["aborts.pdf"] is not None and "SIGABRT" in errors["aborts.pdf"]


def test_a_worker_that_hangs_is_ended() -> None:
    start = time.monotonic()
    errors = errors_of(["hangs.pdf", "a", "b"], 1, Limits(seconds=8))
    assert errors == {
        "a": None,
        "b": None,
        "hangs.pdf": "Reading it took more than 8 seconds and was stopped.",
    }
    assert time.monotonic() - start < 60


def test_no_documents_need_no_workers() -> None:
    assert list(read_all([], "pdfium", 2, Limits())) == []


def test_all_readings_name_their_file() -> None:
    [reading] = read_all([Source("a", Path(GOOD))], "pdfium", 1, Limits())
    assert reading.document["file_name"] == GOOD.name
