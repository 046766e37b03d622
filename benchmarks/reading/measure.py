"""One reader over one PDF: seconds, peak memory and the cells it found, as a line of JSON.

Runs in a process of its own (`python -m benchmarks.reading.measure READER FILE FIRST LAST [cells]`),
so that the peak memory is this reader's. Imports are not timed, opening the file is; the cells are
kept and printed only when asked for, as keeping them costs memory.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Cells = list[str]
"""The texts of the cells of one page, in the reader's order."""


def _gyosei(path: Path, pages: range) -> Iterator[Cells]:
    from extract.sheet import read_sheets

    for sheet in read_sheets(path, "pdfium", pages):
        yield [cell.text for grid in sheet.grids for cell in grid.cells]


def _gyosei_plumber(path: Path, pages: range) -> Iterator[Cells]:
    from extract.sheet import read_sheets

    for sheet in read_sheets(path, "pdfplumber", pages):
        yield [cell.text for grid in sheet.grids for cell in grid.cells]


def _bare(path: Path, pages: range) -> Iterator[Cells]:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    for number in pages:
        page = document[number - 1]
        text = page.get_textpage()
        yield [text.get_text_range()]
        text.close()
        page.close()


def _pdfplumber(path: Path, pages: range) -> Iterator[Cells]:
    import pdfplumber

    with pdfplumber.open(str(path)) as document:
        for number in pages:
            page = document.pages[number - 1]
            yield [cell or "" for table in page.extract_tables() for row in table for cell in row]
            page.close()


def _camelot(path: Path, pages: range, **options: str) -> Iterator[Cells]:
    import camelot

    found: dict[int, Cells] = {number: [] for number in pages}
    spec = f"{pages.start}-{pages.stop - 1}"
    for table in camelot.read_pdf(str(path), pages=spec, flavor="lattice", **options):
        found[int(table.page)] += [cell for row in table.df.to_numpy().tolist() for cell in row]
    yield from found.values()


def _camelot_vector(path: Path, pages: range) -> Iterator[Cells]:
    return _camelot(path, pages, engine="vector")


def _tablers(path: Path, pages: range) -> Iterator[Cells]:
    import tablers

    with tablers.Document(str(path)) as document:
        for number in pages:
            page = document.get_page(number - 1)
            tables = tablers.find_tables(page, extract_text=True)
            yield [cell.text or "" for table in tables for cell in table.cells]


READERS: dict[str, Callable[[Path, range], Iterator[Cells]]] = {
    "gyosei": _gyosei,
    "gyosei-pdfplumber": _gyosei_plumber,
    "bare-text": _bare,
    "pdfplumber": _pdfplumber,
    "camelot": _camelot,
    "camelot-vector": _camelot_vector,
    "tablers": _tablers,
}


def measure(reader: str, path: Path, first: int, last: int, keep: bool) -> dict[str, object]:
    """Seconds, pages, peak memory in MB, and the cells of each page."""
    read = READERS[reader]
    # the first page once, so that imports and font tables of the libraries are not timed
    next(iter(read(path, range(first, first + 1))), None)
    start = time.perf_counter()
    pages = 0
    cells: list[Cells] = []
    for page in read(path, range(first, last + 1)):
        pages += 1
        if keep:
            cells.append(page)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "pages": pages, "peak_mb": peak, "cells": cells}


if __name__ == "__main__":
    name, file, first_page, last_page = sys.argv[1:5]
    result = measure(name, Path(file), int(first_page), int(last_page), keep="cells" in sys.argv[5:])
    print(json.dumps(result, ensure_ascii=False))
