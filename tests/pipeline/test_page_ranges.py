"""A long document read in ranges is what it is when read in one go, tables over the borders included."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet as pq
import pytest

from extract.stretches import LENGTHS
from pipeline.contents import silent
from pipeline.document import document_rows
from pipeline.page_ranges import (
    LONGEST_WHOLE,
    RANGE,
    Join,
    Long,
    LongDocuments,
    Range,
    RangeRead,
    do,
    pieces,
    times_longer,
)
from pipeline.parts import part_path
from pipeline.preflight import pdf_facts
from pipeline.reading import Reading, in_hand, read
from pipeline.run import RunOptions, run
from pipeline.sources import Source
from pipeline.storage import place
from pipeline.workers import Limits, read_all
from schemas.dataset import datasets
from tests.bundled import RAW
from tests.extract.pdfwriter import Drawing, write_pdf

PAGES = LONGEST_WHOLE + 5


def draw(page: int, header: str = "") -> Drawing:
    """A page of a budget table without a header of its own, but for the first page or where one is given."""
    drawing = Drawing()
    rows = [("事業名", header or "予算額(千円)")] if page == 1 or header else []
    rows += [(f"第{page}事業{k}", f"{1000 * page + k:,}") for k in (1, 2)]
    for at, texts in enumerate(rows):
        for x, text in zip((20, 200), texts, strict=True):
            drawing.frame(x, 40 + 20 * at, x + 180, 60 + 20 * at).text(x + 4, 54 + 20 * at, text)
    return drawing


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.pdf"
    write_pdf(path, *(draw(page) for page in range(1, PAGES + 1)))
    return path


@pytest.fixture(scope="module")
def in_one_go(book: Path) -> Reading:
    return read(Source("book", book), "pdfium")


@pytest.mark.parametrize("workers", [1, 2])
def test_ranges_give_the_bytes_of_one_go(book: Path, in_one_go: Reading, workers: int) -> None:
    [reading] = [in_hand(one) for one in read_all([Source("book", book)], "pdfium", workers, Limits())]
    assert reading.parts == in_one_go.parts
    assert reading.document["page_count"] == PAGES
    assert reading.counts["projects"] == 2 * PAGES
    assert reading.document["table_count"] == 1, "the table goes over every border of two ranges"
    assert reading.lasting


@pytest.fixture(scope="module")
def stretched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document with a table a page, too long for one stretch."""
    path = tmp_path_factory.mktemp("stretched") / "stretched.pdf"
    pages = [draw(page, f"令和{5 + page % 2}年度予算額(千円)") for page in range(1, LENGTHS.least + 6)]
    write_pdf(path, *pages)
    return path


@pytest.mark.parametrize("reader", ["pdfium", "both"])
def test_stretches_give_the_bytes_of_any_number_of_workers(stretched: Path, reader: str) -> None:
    source = Source("d", stretched)
    one, two = (
        [in_hand(found) for found in read_all([source], reader, workers, Limits())] for workers in (1, 2)
    )
    assert one[0].parts == two[0].parts
    tables = {
        name: pq.ParquetFile(BytesIO(part)) for name, part in one[0].parts.items() if isinstance(part, bytes)
    }
    assert tables["cells"].metadata.num_row_groups == 2
    whole = document_rows(source, reader)
    for name in ("projects", "project_amounts", "cells", "documents"):
        assert tables[name].read().to_pylist() == [
            {column: row.get(column) for column in tables[name].schema_arrow.names} for row in whole[name]
        ]


def test_a_run_writes_a_long_document_to_any_place(stretched: Path, tmp_path: Path) -> None:
    """A second run finds what the first one wrote, in a folder and at a URL, and the bytes are the same."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "d.pdf").write_bytes(stretched.read_bytes())
    places = (tmp_path / "curated", place("memory://long/curated"))
    try:
        for curated in places:
            for reused in (False, True):
                done = run(RunOptions(raw, curated, workers=2), lambda *_: None)
                assert [one.reused for one in done.documents] == [reused]
        for name in datasets():
            first, second = (part_path(curated, name, "d").read_bytes() for curated in places)
            assert first == second
    finally:
        fsspec.filesystem("memory").rm("/long", recursive=True)


def test_every_page_of_a_publication_may_be_a_border(tmp_path: Path) -> None:
    """The tables of a bundled document go over its pages; each page is read alone and kept in a file."""
    source = Source("review", RAW / "higashikurume_policy_review_2019.pdf")
    count = pdf_facts(source.path).page_count
    assert count > 1
    files = tuple(tmp_path / str(page) for page in range(1, count + 1))
    for page, file in enumerate(files, 1):
        assert do(Range(source, (page,), file), "pdfium", {}, silent) == RangeRead()
    joined = do(Join(source, files, tmp_path / "parts", {}, count, True), "pdfium", {}, silent)
    assert isinstance(joined, Reading)
    assert in_hand(joined).parts == read(source, "pdfium").parts


def test_documents_beside_a_long_one_are_read(book: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.pdf"
    write_pdf(short, draw(1))
    sources = [
        Source("a", short),
        Source("book", book),
        Source("b", short),
        Source("gone", tmp_path / "x.pdf"),
    ]
    found = {one.document_id: one.document["status"] for one in read_all(sources, "pdfium", 2, Limits())}
    assert found == {"a": "ok", "b": "ok", "book": "ok", "gone": "failed"}


def test_a_range_that_takes_too_long_costs_its_pages(book: Path) -> None:
    """No page of a range can be read in no time; what remains is a document without pages."""
    ranges = LongDocuments()
    source = Source("book", book)
    try:
        jobs = ranges.split(source, Long(PAGES, {3: "it has no size"}), 1.0)
        assert [len(job.numbers) for job in jobs] == [RANGE, RANGE, PAGES - 1 - 2 * RANGE]
        assert 3 not in jobs[0].numbers
        assert ranges.keep(jobs[0], RangeRead(dict.fromkeys(jobs[0].numbers, "late"), False), 100.0) is None
        assert ranges.is_over(source, 60) and not ranges.is_over(source, 600)
        assert ranges.keep(jobs[1], RangeRead(dict.fromkeys(jobs[1].numbers, "late"), False), 0.0) is None
        join = ranges.keep(jobs[2], RangeRead(dict.fromkeys(jobs[2].numbers, "late"), False), 0.0)
        assert join is not None and len(join.lost) == PAGES and not join.lasting and not join.files
    finally:
        ranges.close()


def test_the_whole_document_has_its_time(book: Path) -> None:
    """What the ranges take together is limited, too: the pages after that are left out, not waited for."""
    [reading] = read_all([Source("book", book)], "pdfium", 1, Limits(seconds=1e-9))
    assert reading.document["status"] == "failed"
    assert "took more than" in reading.document["error"]
    assert not reading.lasting


def test_nothing_is_left_behind(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    list(read_all([Source("book", book)], "pdfium", 2, Limits()))
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("pages", "times"), [(1, 1.0), (600, 1.0), (1200, 2.0), (5000, 5000 / 600)])
def test_a_longer_document_may_take_longer(pages: int, times: float) -> None:
    assert times_longer(pages) == times


@pytest.mark.parametrize(
    ("numbers", "found"), [([], []), ([1], [(1,)]), ([1, 2, 4], [(1, 2), (4,)]), ([5, 6], [(5, 6)])]
)
def test_pieces_are_in_order(numbers: list[int], found: list[Any]) -> None:
    assert pieces(numbers, 2) == found
