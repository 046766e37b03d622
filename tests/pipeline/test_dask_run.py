"""Documents read on a Dask cluster are those read here; a lost worker's are read again."""

from __future__ import annotations

import importlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.stretches import LENGTHS
from pipeline.dask_run import read_on_cluster
from pipeline.reading import Reading, in_hand, read
from pipeline.refusal import RefusedError
from pipeline.sources import Source
from pipeline.storage import Content
from pipeline.workers import Limits, read_all
from tests.extract.pdfwriter import Drawing, write_pdf

COUNT = 12


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    folder = tmp_path_factory.mktemp("raw")
    found = []
    for number in range(COUNT):
        drawing = Drawing()
        for at, texts in enumerate((("事業名", "予算額(千円)"), (f"第{number}事業", "1,200"))):
            for x, text in zip((20, 200), texts, strict=True):
                drawing.frame(x, 40 + 20 * at, x + 180, 60 + 20 * at).text(x + 4, 54 + 20 * at, text)
        path = folder / f"d{number:02d}.pdf"
        write_pdf(path, *[drawing] * 3)
        found.append(Source(path.stem, path))
    return found


@pytest.fixture(scope="module")
def here(sources: list[Source]) -> dict[str, dict[str, Content]]:
    """The parts of each document as they are read in this process."""
    return {source.document_id: read(source, "pdfium").parts for source in sources}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address=None, silence_logs=60
    ) as made:
        yield made


def parts_of(readings: Iterator[Reading]) -> dict[str, dict[str, Content]]:
    return {reading.document_id: reading.parts for reading in readings}


def test_a_lost_worker_costs_nothing(
    cluster: Any, sources: list[Source], here: dict[str, dict[str, Content]]
) -> None:
    """One of two worker processes is killed when the first document is done; the bytes are the same."""
    before = {worker.pid for worker in cluster.workers.values()}
    readings = read_on_cluster(sources, "pdfium", cluster.scheduler_address, 2, Limits())
    first = next(readings)
    os.kill(next(iter(before)), signal.SIGKILL)
    found = {first.document_id: first.parts, **parts_of(readings)}
    assert found == here
    assert next(iter(before)) not in {worker.pid for worker in cluster.workers.values()}


def test_a_long_document_comes_whole_from_another_machine(cluster: Any, tmp_path: Path) -> None:
    """Its parts are files of the worker, which nobody else may be able to see."""
    drawings = []
    for number in range(LENGTHS.least + 4):
        drawing = Drawing()
        for at, texts in enumerate((("事業名", f"令和{5 + number % 2}年度予算額(千円)"), ("事業", "1,200"))):
            for x, text in zip((20, 200), texts, strict=True):
                drawing.frame(x, 40 + 20 * at, x + 180, 60 + 20 * at).text(x + 4, 54 + 20 * at, text)
        drawings.append(drawing)
    source = Source("long", write_pdf(tmp_path / "long.pdf", *drawings))
    [here] = [in_hand(reading) for reading in read_all([source], "pdfium", 1, Limits())]
    [there] = read_on_cluster([source], "pdfium", cluster.scheduler_address, 2, Limits())
    assert there.parts == here.parts
    assert there.document["project_count"] == LENGTHS.least + 4


def test_a_bad_file_costs_itself_only(cluster: Any, sources: list[Source], tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7\nnothing\n%%EOF\n")
    gone = Source("gone", tmp_path / "gone.pdf")
    wanted = [Source("bad", bad), sources[0], gone]
    found = {
        one.document_id: one.document["status"]
        for one in read_on_cluster(wanted, "pdfium", cluster.scheduler_address, 2, Limits())
    }
    assert found == {"bad": "failed", "gone": "failed", sources[0].document_id: "ok"}


def test_limits_hold_on_a_cluster(cluster: Any, sources: list[Source]) -> None:
    limits = Limits(seconds=1e-6)
    [reading] = read_on_cluster(sources[:1], "pdfium", cluster.scheduler_address, 2, limits)
    assert "took more than" in str(reading.document["error"])


def test_an_absent_extra_is_named(sources: list[Source], monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(RefusedError, match=r"pip install 'gyosei\[dask\]'"):
        list(read_on_cluster(sources, "pdfium", "local", 1, Limits()))


def test_an_address_where_nobody_answers(sources: list[Source], monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="needs the extra dask")
    monkeypatch.setattr("pipeline.dask_run.CONNECT_SECONDS", 0.5)
    with pytest.raises(RefusedError, match=r"No Dask worker answers at tcp://127\.0\.0\.1:9"):
        list(read_on_cluster(sources, "pdfium", "tcp://127.0.0.1:9", 1, Limits()))
