"""One reader over some PDFs: seconds, peak memory and the cells it found, as a line of JSON.

Runs in a process of its own (`python -m benchmarks.reading.measure`, its task as JSON on standard
input), so that the peak memory is this reader's. Imports are not timed, opening files is; the cells
are kept only when asked for, as keeping them costs memory. Seconds are those of the processor, which
other work on the machine does not count towards, and those of the clock.
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


def _bare_bounded(path: Path, pages: range) -> Iterator[Cells]:
    import pypdfium2

    document = pypdfium2.PdfDocument(str(path))
    for number in pages:
        page = document[number - 1]
        text = page.get_textpage()
        yield [text.get_text_bounded()]
        text.close()
        page.close()


def _calls(path: Path, pages: range) -> Iterator[Cells]:
    """What a reader must ask PDFium at least that knows where each character stands, and nothing more.

    The text, the box of each character, the kind of each object of the page, and of each text object
    its matrix, font size, colour, render mode and clip. What is answered is thrown away.
    """
    from itertools import repeat

    import numpy as np
    import pypdfium2
    import pypdfium2.raw as raw

    from extract import pdfium_calls as call

    boxes, matrices = call.Answers(np.float32, 4), call.Answers(np.float32, 6)
    colours = call.Answers(np.uint32, 4, arguments=4)
    document = pypdfium2.PdfDocument(str(path))
    for number in pages:
        page = document[number - 1]
        text = page.get_textpage()
        of, whole = call.pointer(call.address(text.raw)), call.pointer(call.address(page.raw))
        count, objects = raw.FPDFText_CountChars(text), call.page_count_objects(whole)
        text.get_text_range()
        boxes.ask(call.text_loose_box, [of] * count, range(count))
        items = list(map(call.pointer, map(call.page_object, repeat(whole, objects), range(objects))))
        texts = [item for item in items if call.object_type(item) == 1]
        matrices.ask(call.object_matrix, texts)
        colours.ask(call.object_fill, texts)
        for ask in (call.text_render_mode, call.object_clip):
            call.drive(map(ask, texts))
        call.drive(map(call.text_font_size, repeat(of), range(len(texts))))
        yield []
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
    "bare-text-bounded": _bare_bounded,
    "least-calls": _calls,
    "pdfplumber": _pdfplumber,
    "camelot": _camelot,
    "camelot-vector": _camelot_vector,
    "tablers": _tablers,
}


def _peak_mb() -> float:
    """The peak memory of this process; what it was before `exec` does not count where that is known."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(reader: str, paths: list[tuple[Path, int]], keep: bool) -> dict[str, object]:
    """Seconds (`seconds` by the clock, `busy` of the processor), pages, peak memory in MB, and the cells."""
    read = READERS[reader]
    # one page before the clock runs: imports and the libraries' tables are not timed
    next(iter(read(paths[0][0], range(1, 2))), None)
    pages, failed = 0, []
    cells: list[Cells] = []
    start, busy = time.perf_counter(), time.process_time()
    for path, last in paths:
        try:
            for page in read(path, range(1, last + 1)):
                pages += 1
                if keep:
                    cells.append(page)
        except Exception as error:
            failed.append(f"{path.name}: {type(error).__name__}: {error}")
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    return {
        "seconds": seconds,
        "busy": busy,
        "pages": pages,
        "peak_mb": _peak_mb(),
        "failed": failed,
        "cells": cells,
    }


if __name__ == "__main__":
    given = json.load(sys.stdin)
    wanted = [(Path(path), int(last)) for path, last in given["paths"]]
    print(json.dumps(measure(given["reader"], wanted, given["keep"]), ensure_ascii=False))
