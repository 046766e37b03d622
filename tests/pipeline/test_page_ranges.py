"""A long document read in ranges is what it is when read in one go, tables over the borders included."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.contents import silent
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
    stretch,
)
from pipeline.preflight import pdf_facts
from pipeline.reading import Reading, read
from pipeline.sources import Source
from pipeline.workers import Limits, read_all
from tests.bundled import RAW
from tests.extract.pdfwriter import Drawing, write_pdf

PAGES = LONGEST_WHOLE + 5


def draw(page: int) -> Drawing:
    """A page of a budget table without a header of its own, but for the first page."""
    drawing = Drawing()
    rows = [("事業名", "予算額(千円)")] if page == 1 else []
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
    [reading] = read_all([Source("book", book)], "pdfium", workers, Limits())
    assert reading.parts == in_one_go.parts
    assert reading.document["page_count"] == PAGES
    assert reading.counts["projects"] == 2 * PAGES
    assert reading.document["table_count"] == 1, "the table goes over every border of two ranges"
    assert reading.lasting


def test_every_page_of_a_publication_may_be_a_border(tmp_path: Path) -> None:
    """The tables of a bundled document go over its pages; each page is read alone and kept in a file."""
    source = Source("review", RAW / "higashikurume_policy_review_2019.pdf")
    count = pdf_facts(source.path).page_count
    assert count > 1
    files = tuple(tmp_path / str(page) for page in range(1, count + 1))
    for page, file in enumerate(files, 1):
        assert do(Range(source, (page,), file), "pdfium", {}, silent) == RangeRead()
    joined = do(Join(source, files, {}, count, True), "pdfium", {}, silent)
    assert isinstance(joined, Reading)
    assert joined.parts == read(source, "pdfium").parts


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
    assert stretch(pages) == times


@pytest.mark.parametrize(
    ("numbers", "found"), [([], []), ([1], [(1,)]), ([1, 2, 4], [(1, 2), (4,)]), ([5, 6], [(5, 6)])]
)
def test_pieces_are_in_order(numbers: list[int], found: list[Any]) -> None:
    assert pieces(numbers, 2) == found
